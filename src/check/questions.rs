//! Names that ask, alone or beside what they say of the matter.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::reading::Reading;
use super::rules::bare_question;
use crate::source::tree::Node;
use crate::text::fold;

/// Words that ask; folded.
const ASKING: &str = "bao lau nhieu gio dau nao sao gi may ai how where when what who which why";
/// What stands beside them whatever is asked about. `co`, `khong` and `duoc` are not among them: with
/// few other words they name a matter (`không có điện`).
const BESIDE: &str = "thu tuc ho so giay to phi le chi mat ton het tien dong thoi gian ngay han nop lam \
                      can phai muon xin hoi toi minh em anh la thi o khi the nhu vi tai ra cho nhung \
                      much many long does do it i is are take cost need to the papers documents";

/// Questions before a name and behind one, with their marks: `báo mất` is no `bao mat`. The longer of
/// two that end or begin alike comes first.
const BEFORE: [&str; 5] = ["bao giờ", "khi nào", "làm sao để", "làm thế nào để", "ở đâu"];
const BEHIND: [&str; 17] = [
    "hết bao nhiêu tiền",
    "bao nhiêu tiền",
    "hết bao nhiêu",
    "bao nhiêu",
    "mất bao lâu",
    "bao lâu",
    "đến bao giờ",
    "bao giờ",
    "mất mấy ngày",
    "mấy ngày",
    "cần giấy tờ gì",
    "cần gì",
    "như thế nào",
    "thế nào",
    "làm sao",
    "ở đâu",
    "được không",
];

/// Whether a word of either kind asks.
static ASKS: LazyLock<FxHashMap<&str, bool>> = LazyLock::new(|| {
    let asking = ASKING.split_whitespace().map(|it| (it, true));
    BESIDE.split_whitespace().map(|it| (it, false)).chain(asking).collect()
});

/// A name by which people look for the procedure.
pub(super) fn name(reading: &mut Reading<'_>, node: &Node) -> Option<String> {
    let name = reading.string(node)?;
    if only_asks(&name) {
        reading.report(&bare_question::RULE, node.span.clone(), bare_question::words(&name));
    } else if let Some([question, matter]) = parted(&name) {
        let words = bare_question::words_of_part(question, matter);
        reading.report(&bare_question::RULE, node.span.clone(), words);
    }
    Some(name)
}

/// The question before or behind what a name says of the matter, and the rest of it.
fn parted(name: &str) -> Option<[&str; 2]> {
    let name = name.trim_end_matches(['?', ' ']);
    let is = |written: &str, question: &str| written.to_lowercase() == *question;
    let behind = BEHIND.iter().find_map(|it| {
        let (matter, question) = name.split_at_checked(name.len().checked_sub(it.len())?)?;
        (matter.ends_with(' ') && is(question, it)).then(|| [question, matter.trim()])
    });
    behind.or_else(|| {
        BEFORE.iter().find_map(|it| {
            let (question, matter) = name.split_at_checked(it.len())?;
            (matter.starts_with(' ') && is(question, it)).then(|| [question, matter.trim()])
        })
    })
}

fn only_asks(name: &str) -> bool {
    let folded = fold(name);
    let mut kinds =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(|it| ASKS.get(it));
    let mut asks = false;
    kinds.all(|it| it.inspect(|it| asks |= **it).is_some()) && asks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_only_asks_drew_questions_about_other_matters() {
        for name in
            ["bao lâu", "mất bao nhiêu tiền", "Thủ tục gì?", "nộp ở đâu", "cần giấy tờ gì", "how much"]
        {
            assert!(only_asks(name), "{name}");
        }
        for name in [
            "một số điện bao nhiêu tiền",
            "bậc 3 bao nhiêu",
            "khi nào có điện lại",
            "không bật gì vẫn lên số",
            "xin điện",
            "nộp tiền",
            "đóng tiền",
            "hồ sơ",
            "gọi ai khi mất điện",
            "bao giờ có điện",
            "",
        ] {
            assert!(!only_asks(name), "{name}");
        }
    }

    #[test]
    fn a_name_with_a_question_made_its_words_tell_in_every_query() {
        for (name, expected) in [
            ("một số điện bao nhiêu tiền", Some(["bao nhiêu tiền", "một số điện"])),
            ("xài 300 số hết bao nhiêu?", Some(["hết bao nhiêu", "xài 300 số"])),
            ("Bao giờ có điện lại", Some(["Bao giờ", "có điện lại"])),
            ("mất điện ĐẾN BAO GIỜ", Some(["ĐẾN BAO GIỜ", "mất điện"])),
            ("báo mất điện", None),
            ("báo giờ cúp điện", None),
            ("giao bao lâu ngày", None),
            ("mua đồbao lâu", None),
            ("bao giờ", None),
            ("đo xem công tơ đúng không", None),
            ("ở đâuđó", None),
            ("İở đâu", None),
            ("", None),
        ] {
            assert_eq!(parted(name), expected, "{name}");
        }
    }
}
