//! Names that ask and say nothing of the matter.

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

/// A name by which people look for the procedure.
pub(super) fn name(reading: &mut Reading<'_>, node: &Node) -> Option<String> {
    let name = reading.string(node)?;
    if only_asks(&name) {
        reading.report(&bare_question::RULE, node.span.clone(), bare_question::words(&name));
    }
    Some(name)
}

fn only_asks(name: &str) -> bool {
    let folded = fold(name);
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|it| it == word);
    words().any(|it| is_in(ASKING, it)) && words().all(|it| is_in(ASKING, it) || is_in(BESIDE, it))
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
}
