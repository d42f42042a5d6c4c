//! Names that ask and say nothing of the matter.

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
    }
    Some(name)
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
}
