#![doc = include_str!("bad_time.md")]

use super::bad_fee;
use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};
use crate::model::{Fee, ParseTimeLimitError};
use crate::text::fold;

pub const RULE: Rule = Rule {
    code: "C103",
    name: "bad-time",
    severity: Severity::Error,
    explanation: include_str!("bad_time.md"),
};

/// The same of how often something is done.
pub(crate) fn words_of_every(text: &str, often: &str) -> [Words; 2] {
    [
        Words::new(format!("`{text}` chưa có số và đơn vị"), format!("`{text}` is no number and unit")),
        Words::new(format!("Viết `{often}`."), format!("Write `{often}`.")),
    ]
}

/// The same of a number alone.
pub(crate) fn words_of_number(number: &str) -> [Words; 2] {
    let [message, _] = words(number, &ParseTimeLimitError::NoUnit);
    let help = Words::new(
        format!("Viết `{number} tháng` hoặc `{number} năm`."),
        format!("Write `{number} tháng` (months) or `{number} năm` (years)."),
    );
    [message, help]
}

/// Of a fee in the place of a time limit.
fn words_of_fee(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` là phí, không phải thời hạn"),
            format!("`{text}` is a fee and no time limit"),
        ),
        Words::new(format!("Viết `fee: {text}`."), format!("Write `fee: {text}`.")),
    ]
}

/// Of a number with a comma, which no time limit has; `limit` is the same without one.
fn words_of_fraction(limit: &str) -> Words {
    // How long a day of work is the author knows.
    let [vi, en] = if limit.ends_with("làm việc") {
        [" nếu ngày làm việc là 8 giờ", ", if a day of work has 8 hours"]
    } else {
        [""; 2]
    };
    Words::new(
        format!("Thời hạn là số nguyên, viết bằng đơn vị nhỏ hơn: `{limit}`{vi}."),
        format!("A time limit is a whole number, so write it in a smaller unit: `{limit}`{en}."),
    )
}

fn words_of_forms() -> Words {
    Words::new(
        "Viết như `5 ngày làm việc`, `3–7 ngày`, `24 giờ`, `ngay`, `trong ngày` hoặc `theo thoả thuận`.",
        "Write it like `5 ngày làm việc`, `3–7 ngày`, `24 giờ`, `ngay`, `trong ngày` or `theo thoả thuận`.",
    )
}

/// `36 giờ` of `1,5 ngày`, `4 giờ làm việc` of `1/2 ngày làm việc`.
fn fraction(text: &str) -> Option<String> {
    let text = meant::bare(text);
    let half = ["1/2", "½", "nửa", "Nửa"].iter().find_map(|it| text.strip_prefix(it));
    let half = half.filter(|it| it.starts_with(' ')).map(|unit| format!("0,5{unit}"));
    let (whole, rest) = half.as_deref().unwrap_or(text).split_once([',', '.'])?;
    let end = rest.find(|it: char| !it.is_ascii_digit())?;
    let (digits, unit) = rest.split_at(end);
    // More of them are those of thousands.
    if 2 < digits.len() {
        return None;
    }
    let number: f64 = format!("{}.{digits}", whole.trim().parse::<u8>().ok()?).parse().ok()?;
    let (times, smaller) = match fold(unit).trim() {
        "ngay" => (24.0, "giờ"),
        "ngay lam viec" => (8.0, "giờ làm việc"),
        "gio" => (60.0, "phút"),
        _ => return None,
    };
    let number = number * times;
    (number.fract() == 0.0 && 0.0 < number).then(|| format!("{number} {smaller}"))
}

/// The message and the help.
pub(crate) fn words(text: &str, error: &ParseTimeLimitError) -> [Words; 2] {
    use ParseTimeLimitError as E;
    if text.parse::<Fee>().is_ok() {
        return words_of_fee(text);
    }
    let known = || match meant::time(text) {
        None if meant::is_unknown(text) => bad_fee::words_of_unknown("time"),
        Some(it) if it.is_less => Words::new(
            format!("Viết `{}`; những lời còn lại ghi vào `time_note`, `note` hoặc `text`.", it.value),
            format!("Write `{}`; the other words go into `time_note`, `note` or `text`.", it.value),
        ),
        Some(it) => Words::new(format!("Viết `{}`.", it.value), format!("Write `{}`.", it.value)),
        // Of an office day, mostly.
        None if fold(meant::bare(text)).trim() == "nua ngay" => Words::new(
            "Viết `4 giờ làm việc` nếu là nửa ngày làm việc, `12 giờ` nếu tính cả đêm.",
            "Write `4 giờ làm việc` for half a day of work, `12 giờ` if nights count.",
        ),
        None => fraction(text).map_or_else(words_of_forms, |it| words_of_fraction(&it)),
    };
    match error {
        E::NoUnit => [
            Words::new(format!("`{text}` thiếu đơn vị thời gian"), format!("`{text}` has no unit of time")),
            Words::new(
                format!("Viết `{text} ngày làm việc` hoặc `{text} ngày`; hai thời hạn này khác nhau."),
                format!("Write `{text} ngày làm việc` or `{text} ngày`; the two differ."),
            ),
        ],
        E::Zero => [
            Words::new("Thời hạn không thể bằng 0", "a time limit cannot be 0"),
            Words::new(
                "Viết `ngay` nếu giải quyết tại chỗ.",
                "Write `ngay` if it is done while the customer waits.",
            ),
        ],
        E::Order => [
            Words::new(
                format!("`{text}` có số đầu không nhỏ hơn số sau"),
                format!("`{text}` does not go from less to more"),
            ),
            Words::new("Viết số nhỏ trước: `3–7 ngày`.", "Write the smaller number first: `3–7 ngày`."),
        ],
        E::TooLarge => [
            Words::new(format!("`{text}` quá dài"), format!("`{text}` is too long")),
            Words::new(
                "Số lớn nhất là 9999; dùng đơn vị lớn hơn.",
                "The largest number is 9999; use a larger unit.",
            ),
        ],
        E::Unit(unit) if unit.starts_with(char::is_alphabetic) => [
            Words::new(
                format!("`{unit}` không phải đơn vị thời gian"),
                format!("`{unit}` is no unit of time"),
            ),
            known(),
        ],
        E::Empty | E::Unknown | E::Unit(_) => [
            Words::new(format!("`{text}` không phải thời hạn"), format!("`{text}` is no time limit")),
            known(),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::fraction;

    #[test]
    fn a_part_of_a_day_is_told_in_hours() {
        for (text, expected) in [
            ("1,5 ngày", Some("36 giờ")),
            ("0.5 ngày làm việc", Some("4 giờ làm việc")),
            ("2,25 giờ", Some("135 phút")),
            ("1/2 ngày làm việc", Some("4 giờ làm việc")),
            ("Nửa ngày", Some("12 giờ")),
            ("1/20 ngày", None),
            ("1,3 ngày làm việc", None),
            ("1,5 tháng", None),
            ("1.000 ngày", None),
            ("0,0 ngày", None),
            ("300,5 ngày", None),
            ("5 ngày", None),
        ] {
            assert_eq!(fraction(text).as_deref(), expected, "{text}");
        }
    }
}
