//! Papers as people list them, `Đơn đề nghị: 1 bản chính`: what is to be typed for one.

use std::fmt::Write;

use super::ground::Kind;
use super::meant;
use super::near::{as_id, near};
use super::reading::Reading;
use super::rules::{REPEATED, unknown_key, wrong_kind, yaml_syntax};
use super::slips::pasted::value;
use crate::diagnostic::{Rule, Words};
use crate::model::Id;
use crate::shape;
use crate::source::line::is_row;
use crate::source::tree::{Node, Value};
use crate::text::fold;

/// One that no key says what it is.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) title: String,
    /// Its other keys: `, originals: 1`.
    more: String,
    written: Written,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// `- Đơn đề nghị`
    Text,
    /// `- Đơn đề nghị: 1 bản chính`
    Key,
    /// Cells of a spreadsheet.
    Row,
}

impl Listed {
    pub(super) fn rule(&self) -> &'static Rule {
        match self.written {
            Written::Text => &wrong_kind::RULE,
            Written::Key => &unknown_key::RULE,
            Written::Row => &yaml_syntax::RULE,
        }
    }

    /// The message and the help; `id` is that of the paper that is called so, if it is known.
    pub(super) fn words(&self, id: Option<&Id>) -> [Words; 2] {
        let (title, more) = (value(&self.title), &self.more);
        let own = as_id(&self.title);
        let better = self.better(id);
        let [message, help] = match self.written {
            Written::Text => {
                let words = wrong_kind::words("nhóm khoá", "a map", "chữ", "text");
                wrong_kind::words_of_better(words, &better)
            }
            Written::Key => unknown_key::words_of_paper(&self.title, &better),
            Written::Row => yaml_syntax::words_of_rows(&format!("- {better}")),
        };
        if id.is_some() {
            return [message, help];
        }
        let entry = format!("{own}: {{title: {title}}}");
        [message, unknown_key::help_to_register(&help, &entry, &format!("{{paper: {own}{more}}}"))]
    }

    pub(super) fn better(&self, id: Option<&Id>) -> String {
        match id {
            Some(id) => format!("{{paper: {id}{}}}", self.more),
            None => format!("{{name: {}{}}}", value(&self.title), self.more),
        }
    }

    pub(super) fn of_text(text: &str) -> Listed {
        let (title, more) = parts(text);
        Listed { title: title.to_owned(), more, written: Written::Text }
    }

    /// Of a title in the place of a key.
    pub(super) fn of_entry(title: &str, node: &Node) -> Option<Listed> {
        let more = match &node.value {
            Value::Null => String::new(),
            Value::Scalar(text) => counts(text).unwrap_or_else(|| note(text)),
            _ => return None,
        };
        Some(Listed { title: bare(title).to_owned(), more, written: Written::Key })
    }

    /// Of the first of such rows.
    pub(super) fn of_row(cells: &[&str]) -> Option<Listed> {
        let is_number = |it: &str| it.trim_end_matches('.').chars().all(|it| it.is_ascii_digit());
        let mut cells =
            cells.iter().copied().skip_while(|it| is_number(it)).filter(|it| !matches!(*it, "" | "-" | "–"));
        let title = bare(cells.next()?).to_owned();
        let more = cells.map(|it| counts(it).unwrap_or_else(|| note(it))).collect::<String>();
        Some(Listed { title, more, written: Written::Row })
    }
}

/// Says what to type for a paper that is only named; `false` of any other node.
pub(super) fn is_listed(reading: &mut Reading<'_>, node: &Node, is_alternative: bool) -> bool {
    let Some(mut listed) = listed(node, &reading.source.text[node.span.clone()]) else { return false };
    let known = listed.title.parse::<Id>().ok().filter(|it| reading.ground.names.has(Kind::Paper, it));
    if is_alternative && !listed.more.contains("note: ") {
        // How many are asked for is said beside `any_of`.
        listed.more.clear();
    }
    let span = reading.first_line(node.span.clone());
    let words = listed.words(known.as_ref());
    reading.report(listed.rule(), span.clone(), words);
    if known.is_none() {
        reading.mentions.papers.push((listed, span.start));
    }
    true
}

fn listed(node: &Node, written: &str) -> Option<Listed> {
    if REPEATED < written.len() || is_row(written) {
        return None;
    }
    match &node.value {
        Value::Scalar(text) if !text.trim().is_empty() && !text.contains('\n') => Some(Listed::of_text(text)),
        Value::Map(entries) => {
            let [entry] = entries.as_slice() else { return None };
            let keys = shape::DOCUMENT.names();
            let is_key = keys.clone().any(|it| it == entry.key) || entry.key.starts_with("x_");
            if is_key || meant::word(&entry.key, &keys).is_some() || near(&entry.key, keys).is_some() {
                return None;
            }
            Listed::of_entry(&entry.key, &entry.value)
        }
        _ => None,
    }
}

/// The title, and how many: `Đơn đề nghị (1 bản chính);`.
fn parts(text: &str) -> (&str, String) {
    let text = bare(text);
    let inner = text.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    let parted = inner.or_else(|| text.rsplit_once([':', '–']));
    match parted.and_then(|(title, rest)| Some((title.trim(), counts(rest)?))) {
        Some((title, counts)) if !title.is_empty() => (title, counts),
        _ => (text, String::new()),
    }
}

fn bare(text: &str) -> &str {
    meant::bare(text.trim().trim_end_matches([';', '.', ',']))
}

fn note(text: &str) -> String {
    let text = bare(text);
    // Which kind of copy it is nobody said.
    let unit = if text.parse::<u16>().is_ok() { " bản" } else { "" };
    format!(", note: {}{unit}", value(text))
}

/// `01 bản chính, 2 bản sao`, and nothing else.
fn counts(text: &str) -> Option<String> {
    let mut counts = String::new();
    for (key, number) in kinds(text)? {
        write!(counts, ", {key}: {number}").ok()?;
    }
    Some(counts)
}

/// The same by its keys, each once.
pub(super) fn kinds(text: &str) -> Option<Vec<(&'static str, u16)>> {
    let mut kinds: Vec<(&str, u16)> = Vec::new();
    let pieces =
        bare(text).split([',', ';', '+']).flat_map(|it| it.split(" và ")).flat_map(|it| it.split(" and "));
    for piece in pieces {
        let folded = fold(piece);
        let folded = folded.trim();
        let digits = folded.find(|it: char| !it.is_ascii_digit())?;
        let number: u16 = folded[..digits].parse().ok()?;
        let key = match folded[digits..].trim() {
            "ban chinh" | "ban goc" | "original" | "originals" => "originals",
            "ban sao" | "copy" | "copies" => "copies",
            "ban sao chung thuc" | "ban sao co chung thuc" => "certified_copies",
            _ => return None,
        };
        if kinds.iter().any(|it| it.0 == key) || kinds.len() == 3 {
            return None;
        }
        kinds.push((key, number));
    }
    Some(kinds)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn papers_in_a_list_of_titles_were_told_to_be_unknown_keys_or_got_dots_for_their_keys() {
        let list = "documents:
  - Đơn đề nghị;
  - Đơn đề nghị: 1 bản chính, 02 bản sao
  - Căn cước (1 bản sao)
  - don-de-nghi
  - Giấy lạ, mẫu 1
  - Giấy lạ: nếu có
  - nmae: Giấy lạ
  - any_of: [Căn cước, Hộ chiếu]";
        let rows = "1\tĐơn đề nghị\t1 bản chính\n  2\tGiấy lạ\t\n";
        let content = [
            "-- content/papers.yaml --\ndon-de-nghi: {title: Đơn đề nghị}\ncan-cuoc: {title: Căn cước}\n"
                .to_owned(),
            bare("a", list),
            bare("b", &format!("documents:\n  {rows}")),
            bare("c", "documents:\n  - {name: Đơn}\n  Giấy lạ\t1\nsteps: []"),
        ];
        expect![[r#"
            procedures/a.yaml:7:5 C009 [Đơn đề nghị;] Ở đây cần nhóm khoá, không phải chữ
                Viết `{paper: don-de-nghi}`.
            procedures/a.yaml:8:5 C006 [Đơn đề nghị: 1 bản chính, 02 bản sao] `Đơn đề nghị` là tên giấy tờ, không phải khoá
                Viết `{paper: don-de-nghi, originals: 1, copies: 2}`.
            procedures/a.yaml:9:5 C009 [Căn cước (1 bản sao)] Ở đây cần nhóm khoá, không phải chữ
                Viết `{paper: can-cuoc, copies: 1}`.
            procedures/a.yaml:10:5 C009 [don-de-nghi] Ở đây cần nhóm khoá, không phải chữ
                Viết `{paper: don-de-nghi}`.
            procedures/a.yaml:11:5 C009 [Giấy lạ, mẫu 1] Ở đây cần nhóm khoá, không phải chữ
                Viết `{name: "Giấy lạ, mẫu 1"}`. Nhiều thủ tục cùng cần thì thêm `giay-la-mau-1: {title: "Giấy lạ, mẫu 1"}` vào content/papers.yaml, rồi viết `{paper: giay-la-mau-1}`.
            procedures/a.yaml:12:5 C006 [Giấy lạ: nếu có] `Giấy lạ` là tên giấy tờ, không phải khoá
                Viết `{name: Giấy lạ, note: nếu có}`. Nhiều thủ tục cùng cần thì thêm `giay-la: {title: Giấy lạ}` vào content/papers.yaml, rồi viết `{paper: giay-la, note: nếu có}`.
            procedures/a.yaml:13:5 C006 [nmae] Không có khoá `nmae` ở đây
                Viết `name`; khoá riêng của bạn thì đặt tên `x_nmae`.
            procedures/a.yaml:14:14 C009 [Căn cước] Ở đây cần nhóm khoá, không phải chữ
                Viết `{paper: can-cuoc}`.
            procedures/a.yaml:14:24 C009 [Hộ chiếu] Ở đây cần nhóm khoá, không phải chữ
                Viết `{name: Hộ chiếu}`. Nhiều thủ tục cùng cần thì thêm `ho-chieu: {title: Hộ chiếu}` vào content/papers.yaml, rồi viết `{paper: ho-chieu}`.
            procedures/b.yaml:7:3 C001 [1	Đơn đề nghị	1 bản chính] Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được
                Viết mỗi hàng thành một mục: `- {paper: don-de-nghi, originals: 1}`.
            procedures/c.yaml:8:3 C001 [Giấy lạ	1] Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được
                Viết mỗi hàng thành một mục: `- {name: Giấy lạ, note: 1 bản}`. Nhiều thủ tục cùng cần thì thêm `giay-la: {title: Giấy lạ}` vào content/papers.yaml, rồi viết `{paper: giay-la, note: 1 bản}`.
        "#]].assert_eq(&shown(&sources(&content.concat()), Language::Vi));
    }
}
