//! What a call centre says and sends: a sentence, a text message without marks, a longer one for Zalo.
//!
//! Every word comes from the facts of the page. A message is as long as its carrier allows and
//! no longer: names are cut before figures are.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::parts::RequirementView;
use super::procedure::ProcedureView;
use super::site::Site;
use super::terms::{TermRow, Value};
use super::words::Words;
use crate::text::{encoded, without_marks};

/// Characters of one text message in the 7-bit alphabet.
pub const SMS_MOST: usize = 160;

/// Characters of one Zalo message.
pub const ZALO_MOST: usize = 2_000;

/// Letters of a name that stay, however long what follows is.
const NAME_LEAST: usize = 24;

/// Texts for one case, or for the usual one.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageView {
    /// Absent where it is for the usual one.
    pub case: Option<Words>,
    /// ASCII, at most 160 characters.
    pub sms: String,
    /// Characters of `sms`.
    pub sms_length: usize,
    /// A `sms:` address with the text in it.
    pub sms_href: String,
    /// At most 2,000 characters.
    pub zalo: Words,
}

impl Site<'_> {
    /// A text for each row of the table of times and fees that is not for one channel alone.
    pub(super) fn messages(&self, page: &ProcedureView, address: Option<&str>) -> Vec<MessageView> {
        let rows = page.terms.iter().filter(|it| it.channel.is_none());
        let mut found: Vec<MessageView> = rows.map(|row| self.message(page, Some(row), address)).collect();
        if found.is_empty() {
            found.push(self.message(page, None, address));
        }
        found
    }

    fn message(&self, page: &ProcedureView, row: Option<&TermRow>, address: Option<&str>) -> MessageView {
        let sms = self.sms(page, row, address);
        MessageView {
            case: row.and_then(|it| it.case.clone()),
            sms_length: sms.len(),
            sms_href: format!("sms:?body={}", encoded(&sms)),
            zalo: self.zalo(page, row, address),
            sms,
        }
    }

    /// Time and fee always; papers, hotline and address while there is room.
    fn sms(&self, page: &ProcedureView, row: Option<&TermRow>, address: Option<&str>) -> String {
        let say = |vi, en| self.wording.pick(vi, en);
        let mut facts = String::new();
        let (time, fee) = (row.and_then(|it| it.time.as_ref()), row.and_then(|it| it.fee.as_ref()));
        for (name, value) in [(say("thời hạn", "time"), time), (say("chi phí", "fee"), fee)] {
            if let Some(value) = value {
                facts.extend([format!(" {name} {};", self.valued(value))]);
            }
        }
        facts.push_str(match page.notice.as_ref().map(|it| it.kind) {
            None => "",
            Some("not_yet") => say(" CHƯA CÓ HIỆU LỰC;", " NOT YET IN FORCE;"),
            Some(_) => say(" ĐANG TẠM DỪNG;", " SUSPENDED;"),
        });
        if facts.is_empty() {
            facts.push_str(say(" chưa có thời hạn và phí được xác nhận;", " no confirmed time or fee;"));
        }
        let facts = format!("{}.", plain(&facts).trim_end_matches(';'));
        let mut tail = String::new();
        let papers = (0 < page.facts.papers).then(|| self.papers_count(page));
        let hotline = page.hotline.as_ref().map(|it| format!("{} {}", say("Gọi", "Call"), it.shown));
        for part in [hotline, address.map(str::to_owned), papers].into_iter().flatten() {
            let part = format!(" {}", plain(&part));
            // An address goes without a full stop, which phones would take for a part of it.
            let stop = if part.contains("://") { "" } else { "." };
            if facts.len() + tail.len() + part.len() + stop.len() + NAME_LEAST * 2 <= SMS_MOST {
                tail.push_str(&part);
                tail.push_str(stop);
            }
        }
        let room = SMS_MOST.saturating_sub(facts.len() + tail.len() + 1);
        let at = page.at.as_ref().map_or_else(String::new, |it| format!("{}, ", it.plain()));
        let title = plain(&format!("{at}{}", page.title.plain()));
        let head = match row.and_then(|it| it.case.as_ref()) {
            None => cut(&title, room),
            Some(case) => {
                let case = plain(&case.plain());
                let for_title = room.saturating_sub(case.len() + 2).max(NAME_LEAST.min(room));
                let title = cut(&title, for_title);
                let for_case = room.saturating_sub(title.len() + 2);
                if for_case < 8 { title } else { format!("{title}, {}", cut(&case, for_case)) }
            }
        };
        cut(&format!("{head}:{facts}{tail}"), SMS_MOST)
    }

    fn zalo(&self, page: &ProcedureView, row: Option<&TermRow>, address: Option<&str>) -> Words {
        let say = |vi, en| Words::from(self.wording.pick(vi, en));
        let mut head = page.title.clone();
        if let Some(at) = &page.at {
            head = head + " (" + at + ")";
        }
        if let Some(case) = row.and_then(|it| it.case.as_ref()) {
            head = head + "\n" + &say("Trường hợp", "Case") + ": " + case;
        }
        let mut tail = Vec::new();
        let value = |name: Words, it: &Value| {
            let named = name + ": " + &self.valued(it);
            it.payer.iter().fold(named, |said, payer| said + ". " + payer)
        };
        let (time, fee) = (row.and_then(|it| it.time.as_ref()), row.and_then(|it| it.fee.as_ref()));
        tail.extend(time.map(|it| value(say("Thời hạn", "How long"), it)));
        tail.extend(fee.map(|it| value(say("Chi phí", "Cost"), it)));
        if let Some(notice) = &page.notice {
            let stopped = say("Hiện không nhận hồ sơ.", "Not accepted at present.") + " ";
            tail.push(notice.reason.iter().fold(stopped, |said, reason| said + reason));
        }
        if !page.facts.channels.is_empty() {
            tail.push(say("Nộp", "Where") + ": " + &page.facts.channels.join(", "));
        }
        tail.extend(page.hotline.as_ref().map(|it| say("Tổng đài", "Hotline") + ": " + &it.shown));
        tail.extend(address.map(|it| say("Xem đầy đủ", "In full") + ": " + it));
        let fixed = length(&head) + tail.iter().map(|it| length(it) + 1).sum::<usize>();
        let mut room = ZALO_MOST.saturating_sub(fixed + 40);
        let mut papers = Vec::new();
        let case = row.and_then(|it| it.case_id.as_ref());
        let is_asked =
            |it: &&RequirementView| case.is_none() || it.case_id.is_none() || it.case_id.as_ref() == case;
        let asked: Vec<&RequirementView> = page.documents.iter().filter(is_asked).collect();
        for (at, it) in asked.iter().enumerate() {
            let line = self.paper_line(it, row.and_then(|it| it.case.as_ref()));
            let length = length(&line) + 1;
            if room < length {
                let more = say("và giấy tờ khác:", "and more:");
                papers.push(Words::from("- ") + &more + &format!(" {}", asked.len() - at));
                break;
            }
            room -= length;
            papers.push(line);
        }
        if !papers.is_empty() {
            papers.insert(0, say("Giấy tờ", "Papers") + ":");
        }
        let lines: Vec<Words> = std::iter::once(head).chain(tail).chain(papers).collect();
        let text = Words::join(&lines, "\n");
        if length(&text) <= ZALO_MOST {
            return text;
        }
        text.plain().chars().take(ZALO_MOST).collect::<String>().into()
    }

    /// In a text for one case, which is named above.
    fn paper_line(&self, it: &RequirementView, case: Option<&Words>) -> Words {
        let scope = it.scope.iter().filter(|it| case != Some(*it));
        let scope = scope.fold(Words::from("- "), |said, it| said + it + ": ");
        let several = 1 < it.documents.len();
        let any = if several { self.wording.pick("một trong: ", "one of: ") } else { "" };
        let line = scope + any + &Words::join(it.documents.iter().map(|it| &it.name), "; ");
        let line = it.counts.iter().fold(line, |said, it| said + " (" + it + ")");
        line + &self.wording.sure(String::new(), !it.unconfirmed)
    }

    /// The sentence to say first.
    pub(super) fn sentence(&self, page: &ProcedureView) -> Words {
        let say = |vi, en| self.wording.pick(vi, en);
        let mut parts = Vec::new();
        let varies = say("tuỳ trường hợp", "depending on the case");
        let told = |name: &str, value: Option<&Value>, does_vary: bool| match (value, does_vary) {
            (Some(it), false) => Some(format!("{name} {}", self.valued(it))),
            (Some(it), true) => Some(format!("{name} {} ({varies})", self.valued(it))),
            (None, true) => Some(format!("{name} {varies}")),
            (None, false) => None,
        };
        let facts = &page.facts;
        parts.extend(told(say("thời hạn", "it takes"), facts.time.as_ref(), facts.time_varies));
        parts.extend(told(say("chi phí", "cost:"), facts.fee.as_ref(), facts.fee_varies));
        let mut sentence = page.title.clone();
        if let Some(at) = &page.at {
            sentence = sentence + " " + say("tại", "at") + " " + at;
        }
        if !parts.is_empty() {
            sentence = sentence + ": " + &parts.join(", ");
        }
        sentence = sentence + ".";
        if 0 < page.facts.papers {
            sentence = sentence + " " + &self.papers_count(page) + ".";
        }
        if !page.facts.channels.is_empty() {
            let channels: Vec<String> = page.facts.channels.iter().map(|it| lower(it)).collect();
            sentence = sentence + " " + say("Nộp", "Apply") + ": " + &channels.join(", ") + ".";
        }
        sentence
    }

    fn papers_count(&self, page: &ProcedureView) -> String {
        let more = 0 < page.facts.papers_more;
        let more = if more {
            self.wording.pick(", thêm tuỳ trường hợp", ", more in some cases")
        } else {
            ""
        };
        let unit = self.wording.pick("giấy tờ", if page.facts.papers == 1 { "paper" } else { "papers" });
        let count = format!("{} {} {unit}{more}", self.wording.pick("Cần", "Bring"), page.facts.papers);
        self.wording.sure(count, !page.documents.iter().any(|it| it.unconfirmed))
    }

    fn valued(&self, value: &Value) -> String {
        self.wording.sure(lower(&value.text), !value.unconfirmed)
    }
}

/// Characters that readers see.
fn length(text: &Words) -> usize {
    text.plain().chars().count()
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_lowercase().chain(letters).collect())
}

/// Characters that every phone shows and that count once.
fn plain(text: &str) -> String {
    let ascii = without_marks(text);
    let kept = ascii.chars().map(|c| match c {
        '\u{a0}' | '\n' => ' ',
        '–' | '—' | '−' => '-',
        '“' | '”' | '«' | '»' => '"',
        '‘' | '’' | '`' => '\'',
        '[' | '{' => '(',
        ']' | '}' => ')',
        '\\' | '|' => '/',
        ' '..='z' if c != '^' => c,
        _ => '?',
    });
    kept.collect()
}

/// At most `most` characters of ASCII text, whole words, `...` where something is missing.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let room = &text[..most.saturating_sub(3)];
    let end = room.rfind(' ').filter(|at| room.len() / 2 < *at).unwrap_or(room.len());
    let dots: String = "...".chars().take(most).collect();
    format!("{}{dots}", room[..end].trim_end_matches([' ', ',', ';', '(']))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use jiff::civil::date;

    use super::*;
    use crate::derive::derive;
    use crate::derive::tests::{catalogue, config, first, id};
    use crate::model::{Paper, Scope, Text};

    /// A text for one case named the papers of another, and nobody was told that one is unconfirmed.
    #[test]
    fn papers_of_other_cases_were_sent_and_unconfirmed_ones_as_if_they_were_sure() {
        let (mut catalogue, mut config) = (catalogue(), config());
        config.sheets = true;
        let it = first(&mut catalogue);
        let mut asked = |name: &str, case: Option<&str>| {
            let mut more = it.documents[0].clone();
            more.documents[0].paper = Paper::Named(Text::plain(name));
            more.scope = Scope { case: case.map(id), ..Scope::default() }.into();
            more.unconfirmed = case.is_none();
            it.documents.push(more);
        };
        asked("Đơn", None);
        asked("Bản vẽ cột", Some("cot"));
        asked("Giấy khác", Some("khac"));
        it.cases
            .push(crate::model::Case { id: id("khac"), title: Text::plain("Ngừng vì nợ"), note: None });
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let (_, sheet) = views.sites[0].all_sheets().swap_remove(0);
        let of_cases: Vec<String> = sheet.messages.iter().map(|it| it.zalo.plain().into_owned()).collect();
        expect![[r#"
            Ấn định <điện>
            Thời hạn: 5 ngày làm việc
            Chi phí: miễn phí
            Nộp: Trực tiếp tại quầy
            Tổng đài: 1900 0000
            Xem đầy đủ: https://example.vn/kho/t/an-dinh/
            Giấy tờ:
            - Giấy tờ tuỳ thân (1 bản chính)
            - Đơn (1 bản chính) (chưa xác nhận)
            - Phải dựng cột: Bản vẽ cột (1 bản chính)
            - Ngừng vì nợ: Giấy khác (1 bản chính)
            ---
            Ấn định <điện>
            Trường hợp: Phải dựng cột
            Thời hạn: 7 ngày làm việc
            Chi phí: miễn phí
            Nộp: Trực tiếp tại quầy
            Tổng đài: 1900 0000
            Xem đầy đủ: https://example.vn/kho/t/an-dinh/
            Giấy tờ:
            - Giấy tờ tuỳ thân (1 bản chính)
            - Đơn (1 bản chính) (chưa xác nhận)
            - Bản vẽ cột (1 bản chính)"#]]
        .assert_eq(&of_cases.join("\n---\n"));
        expect!["Ấn định <điện>: thời hạn 5 ngày làm việc (tuỳ trường hợp), chi phí miễn phí. Cần 2 giấy tờ, thêm tuỳ trường hợp (chưa xác nhận). Nộp: trực tiếp tại quầy."].assert_eq(&sheet.say.plain());
    }

    #[test]
    fn texts_are_seven_bit() {
        for (text, expected) in [
            ("Cấp điện: 5\u{a0}ngày – “gấp” [1]", "Cap dien: 5 ngay - \"gap\" (1)"),
            ("Đổi 1.000 đ", "Doi 1.000 d"),
            ("✓", "?"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn a_cut_is_never_too_long(text in "[ -z]{0,300}", most in 0usize..200) {
            let short = cut(&text, most);
            proptest::prop_assert!(short.len() <= most.max(text.len().min(most)));
        }
    }
}
