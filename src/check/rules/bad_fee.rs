#![doc = include_str!("bad_fee.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};
use crate::model::{ParseFeeError, TimeLimit, grouped};

pub const RULE: Rule = Rule {
    code: "C104",
    name: "bad-fee",
    severity: Severity::Error,
    explanation: include_str!("bad_fee.md"),
};

/// What to do with a value that nobody knows yet.
pub(super) fn words_of_unknown(key: &str) -> Words {
    Words::new(
        format!("Chưa biết thì xoá `{key}` ở đây, và ghi `{key}` vào `unconfirmed`."),
        format!("Delete `{key}` here and put `{key}` into `unconfirmed` while it is not known."),
    )
}

/// Of a time limit in the place of a fee.
fn words_of_time(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` là thời hạn, không phải số tiền"),
            format!("`{text}` is a time limit and no amount of money"),
        ),
        Words::new(format!("Viết `time: {text}`."), format!("Write `time: {text}`.")),
    ]
}

/// The message and the help.
pub(crate) fn words(text: &str, error: &ParseFeeError) -> [Words; 2] {
    use ParseFeeError as E;
    let message = match error {
        E::NoUnit => {
            Words::new(format!("`{text}` thiếu đơn vị tiền"), format!("`{text}` does not say which money"))
        }
        E::Negative => Words::new("Số tiền không thể âm", "an amount cannot be negative"),
        // With words beside it, its figures may be right.
        E::Grouping(part) if part.contains(char::is_alphabetic) => {
            Words::new(format!("`{text}` không phải số tiền"), format!("`{text}` is no amount of money"))
        }
        E::Grouping(part) => Words::new(
            format!("`{part}` nhóm chữ số sai"),
            format!("the digits of `{part}` are not grouped by three"),
        ),
        E::Order => Words::new(
            format!("`{text}` có số đầu không nhỏ hơn số sau"),
            format!("`{text}` does not go from less to more"),
        ),
        E::HalfRange(least) => Words::new(
            format!("`{text}` bắt đầu từ {least} đồng hay {least} nghìn đồng?"),
            format!("does `{text}` begin with {least} đồng or {least} thousand?"),
        ),
        E::TooLarge => Words::new(format!("`{text}` quá lớn"), format!("`{text}` is too much")),
        E::Empty | E::Unknown => {
            Words::new(format!("`{text}` không phải số tiền"), format!("`{text}` is no amount of money"))
        }
    };
    if text.parse::<TimeLimit>().is_ok() {
        return words_of_time(text);
    }
    let help = match (error, meant::fee(text)) {
        (_, None) if meant::is_unknown(text) => words_of_unknown("fee"),
        (E::HalfRange(least), _) => Words::new(
            format!("Viết đủ số đầu: `{least}.000–…`; nếu đúng là {least} đồng thì viết `{least} đ – …`."),
            format!(
                "Write the first amount in full: `{least}.000–…`, or `{least} đ – …` if it is {least} đồng."
            ),
        ),
        (_, Some(it)) if it.is_less => Words::new(
            format!(
                "Viết `{}`; những lời còn lại (mỗi bản, điều kiện…) ghi vào `fee_note`, hoặc thành một dòng riêng có `case`.",
                it.value
            ),
            format!(
                "Write `{}`; the other words (per copy, a condition …) go into `fee_note`, or into a row with its `case`.",
                it.value
            ),
        ),
        (_, Some(it)) => Words::new(format!("Viết `{}`.", it.value), format!("Write `{}`.", it.value)),
        (E::NoUnit, None) => {
            let dong = text.parse().map_or_else(|_| text.to_owned(), grouped);
            Words::new(
                format!("Viết `{dong} đ` hoặc `{text} USD`."),
                format!("Write `{dong} đ` or `{text} USD`."),
            )
        }
        _ => Words::new(
            "Viết như `550.000 đ`, `100.000–200.000 đ`, `155 USD`, `miễn phí`, `theo dự toán` hoặc `theo thoả thuận`.",
            "Write it like `550.000 đ`, `100.000–200.000 đ`, `155 USD`, `miễn phí`, `theo dự toán` or `theo thoả thuận`.",
        ),
    };
    [message, help]
}
