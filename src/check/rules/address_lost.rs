#![doc = include_str!("address_lost.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C330",
    name: "address-lost",
    severity: Severity::Error,
    explanation: include_str!("address_lost.md"),
};

/// The message and the help; `instead` is where its page probably is now, `is_of_procedure` whether a
/// record can say so itself.
pub(crate) fn words(address: &str, instead: Option<&str>, is_of_procedure: bool) -> [Words; 2] {
    let [vi, en] = match instead {
        Some(it) => [format!("Trang đó nay có lẽ là `{it}`. "), format!("Its page is probably `{it}` now. ")],
        None => [String::new(), String::new()],
    };
    let new = instead.unwrap_or(if is_of_procedure { "/thu-tuc/ma-moi/" } else { "/dia-chi-moi/" });
    let help = if is_of_procedure {
        Words::new(
            format!(
                "{vi}Ghi `aliases: [{address}]` trong thủ tục thay nó, hoặc ghi dòng này là `{address}⇥{new}` (⇥ là một Tab). Thủ tục bãi bỏ thì lấy lại tệp và ghi `status: withdrawn`."
            ),
            format!(
                "{en}Write `aliases: [{address}]` in the procedure that takes its place, or this line as `{address}⇥{new}` (⇥ is a tab). If the procedure was abolished, put its file back and write `status: withdrawn`."
            ),
        )
    } else {
        Words::new(
            format!("{vi}Ghi dòng này là `{address}⇥{new}` (⇥ là một Tab)."),
            format!("{en}Write this line as `{address}⇥{new}` (⇥ is a tab)."),
        )
    };
    [
        Words::new(
            format!("`{address}` đã công bố mà nay không dẫn đến trang nào"),
            format!("`{address}` was published and leads to no page now"),
        ),
        help,
    ]
}

/// The same where what is to take its place does not exist.
pub(crate) fn words_of_successor(to: &str) -> [Words; 2] {
    [
        Words::new(format!("`{to}` không phải trang nào"), format!("there is no page `{to}`")),
        Words::new(
            "Sau địa chỉ cũ là địa chỉ của một trang đang có.",
            "Behind an earlier address stands that of a page there is.",
        ),
    ]
}
