//! Figures so far from what people pay, wait for or hand in that they are asked about.

use super::rules::bad_phone::{self, Lack, Slip};
use super::rules::figure_odd;
use crate::diagnostic::Words;
use crate::model::{Amount, Currency, Fee, TimeLimit, TimeUnit, grouped};

/// Đồng: nobody has coins, and the smallest fees of real procedures are 1.000 đ a page.
const LEAST: u64 = 1_000;

/// More copies of one paper than any office asks for.
const COPIES: u16 = 30;

/// So many of a unit are more than three years of waiting, or are not counted in that unit any more:
/// nobody tells minutes of more than a day, or hours of more than a month.
fn most(unit: TimeUnit) -> u16 {
    match unit {
        TimeUnit::Minute => 24 * 60,
        TimeUnit::Hour => 30 * 24,
        TimeUnit::WorkingHour => 30 * 8,
        TimeUnit::Day => 3 * 366,
        TimeUnit::WorkingDay => 3 * 261,
        TimeUnit::Week => 3 * 53,
        TimeUnit::Month => 3 * 12,
        TimeUnit::Year => 3,
    }
}

pub(super) fn time(text: &str, limit: TimeLimit) -> Option<[Words; 2]> {
    let TimeLimit::Within { most: taken, unit, .. } = limit else { return None };
    (most(unit) < taken).then(|| figure_odd::words_of_time(text))
}

pub(super) fn fee(text: &str, fee: Fee) -> Option<[Words; 2]> {
    let is_small = |it: Amount| it.currency == Currency::Vnd && it.minor < LEAST;
    let thousands = |it: Amount| grouped(it.minor * 1_000);
    let meant = match fee {
        Fee::Exactly(it) if is_small(it) => thousands(it),
        Fee::Between(least, most) if is_small(most) => format!("{}–{}", thousands(least), thousands(most)),
        _ => return None,
    };
    Some(figure_odd::words_of_fee(text, &format!("{meant} đ")))
}

pub(super) fn copies(number: u16) -> Option<[Words; 2]> {
    (COPIES < number).then(|| figure_odd::words_of_copies(number))
}

/// What there is to say of a number that nobody can call.
pub(super) fn number(text: &str) -> Option<[Words; 2]> {
    let slip = phone(text).map(|(better, slip)| bad_phone::words_of_slip(text, &better, slip));
    slip.or_else(|| lack(text).map(|it| bad_phone::words_of_lack(text, it)))
}

/// What a number of this country lacks or has too much of, where its beginning tells how many digits
/// there are to be.
fn lack(text: &str) -> Option<Lack> {
    let dialled: Vec<u8> = text.bytes().filter(|it| it.is_ascii_digit() || *it == b'+').collect();
    match (dialled.as_slice(), dialled.len()) {
        ([b'1', b'8' | b'9', b'0', b'0', ..], length) => {
            (length != 8 && length != 10).then_some(Lack::Service)
        }
        // Those of the government are short, and so are those that ask a town for something: `0236 1022`.
        ([b'0', b'8', b'0', ..], _) | ([b'0', b'2', .., b'1', b'0', _, _], 7 | 8) => None,
        ([b'0', ..], ..=9) | ([b'0', b'2', ..], 10) => Some(Lack::Digits),
        ([b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..], 11..) => Some(Lack::TooMany),
        ([b'2'..=b'9', ..], 7 | 8) => Some(Lack::Area),
        _ => None,
    }
}

/// What a number that nobody can call was before a spreadsheet or a habit changed it; and why.
pub(super) fn phone(text: &str) -> Option<(String, Slip)> {
    let dialled: String = text.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
    if dialled.starts_with("+840") {
        let bracket = text.replacen("(0)", "", 1).replace("  ", " ");
        let zero = || text.replacen('0', "", 1);
        return Some((if bracket == text { zero() } else { bracket }, Slip::Zero));
    }
    match dialled.as_bytes() {
        [b'8', b'4', rest @ ..] if (9..=10).contains(&rest.len()) => Some((format!("+{text}"), Slip::Plus)),
        // Those that begin with 1 are for the whole country.
        [b'2'..=b'9', rest @ ..] if (8..=9).contains(&rest.len()) => Some((format!("0{text}"), Slip::NoZero)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_nobody_can_call_were_published() {
        for (text, expected) in [
            ("2033831234", Some("02033831234")),
            ("912 345 678", Some("0912 345 678")),
            ("84 203 3831 234", Some("+84 203 3831 234")),
            ("+84 (0)203.3831.234", Some("+84 203.3831.234")),
            ("+840203 3831 234", Some("+84203 3831 234")),
            ("+84 203 3831 234", None),
            ("0203 3831 234", None),
            ("1900 6769", None),
            ("1900 1006 66", None),
            ("113", None),
            ("3831 234", None),
            ("8412 3456", None),
            ("+65 6123 4567", None),
        ] {
            assert_eq!(phone(text).map(|it| it.0).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_without_their_area_code_or_a_digit_were_published() {
        for (text, expected) in [
            ("3831 234", Some(Lack::Area)),
            ("3825.1234", Some(Lack::Area)),
            ("(024) 3825 1234", None),
            ("0203 3831 234", None),
            ("0203 383 123", Some(Lack::Digits)),
            ("024 3825 123", Some(Lack::Digits)),
            ("0236 1022", None),
            ("(028) 1080", None),
            ("0203 1123", Some(Lack::Digits)),
            ("0203 383 12", Some(Lack::Digits)),
            ("0912 345 67", Some(Lack::Digits)),
            ("0912 345 678", None),
            ("0912 345 6789", Some(Lack::TooMany)),
            ("080 43162", None),
            ("1900 6769", None),
            ("1900 676", Some(Lack::Service)),
            ("1800 100 11", Some(Lack::Service)),
            ("1900 1006 66", None),
            ("113", None),
            ("19 001", Some(Lack::Service)),
            ("+65 6123 4567", None),
            ("+84 203 3831 234", None),
            ("9090", None),
        ] {
            assert_eq!(lack(text), expected, "{text}");
        }
    }

    #[test]
    fn fees_without_their_thousands_and_limits_of_years_were_published() {
        for (text, expected) in [
            ("550 đ", Some("550.000 đ")),
            ("999 đồng", Some("999.000 đ")),
            ("1.000 đ", None),
            ("0 đ", None),
            ("0–200 đ", Some("0–200.000 đ")),
            ("100–200 đ", Some("100.000–200.000 đ")),
            ("500 đ – 2.000 đ", None),
            ("5 USD", None),
            ("theo quy định", None),
        ] {
            let told = fee(text, text.parse().expect("a fee"));
            let proposed =
                |it: &str| told.as_ref().is_some_and(|[_, help]| help.vi.contains(&format!("`{it}`")));
            assert!(expected.map_or(told.is_none(), proposed), "{text}: {told:?}");
        }
        for (text, expected) in [
            ("3000 ngày", true),
            ("3–1099 ngày", true),
            ("1098 ngày", false),
            ("784 ngày làm việc", true),
            ("783 ngày làm việc", false),
            ("1441 phút", true),
            ("1440 phút", false),
            ("721 giờ", true),
            ("720 giờ", false),
            ("241 giờ làm việc", true),
            ("240 giờ làm việc", false),
            ("160 tuần", true),
            ("159 tuần", false),
            ("37 tháng", true),
            ("36 tháng", false),
            ("4 năm", true),
            ("3 năm", false),
            ("ngay", false),
        ] {
            assert_eq!(time(text, text.parse().expect("a limit")).is_some(), expected, "{text}");
        }
        assert_eq!([30, 31].map(|it| copies(it).is_some()), [false, true]);
    }
}
