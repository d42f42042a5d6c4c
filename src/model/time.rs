//! Time limits: how long an agency may take.

use std::str::FromStr;

/// The unit is never dropped: working days are not calendar days, anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// `phút`
    Minute,
    /// `giờ`: by the clock, nights included.
    Hour,
    /// `giờ làm việc`
    WorkingHour,
    /// `ngày`: calendar days.
    Day,
    /// `ngày làm việc`
    WorkingDay,
    /// `tuần`
    Week,
    /// `tháng`
    Month,
    /// `năm`
    Year,
}

/// How long the agency may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeLimit {
    /// `5 ngày làm việc`, `3–7 ngày làm việc`: at most `most`, which is at
    /// least 1; `least`, if given, is below it.
    Within { least: Option<u16>, most: u16, unit: TimeUnit },
    /// `ngay`: while the customer waits.
    AtOnce,
    /// `trong ngày`, `trong ngày làm việc`: the day on which it is handed in.
    SameDay,
    /// `theo thoả thuận`, `theo hợp đồng`: both sides agree on a date.
    Agreement,
}

impl TimeLimit {
    /// Whether it ends on a later day than it begins, whatever the hour: counted in days or longer.
    pub fn is_in_days(self) -> bool {
        match self {
            TimeLimit::Within { unit, .. } => {
                !matches!(unit, TimeUnit::Minute | TimeUnit::Hour | TimeUnit::WorkingHour)
            }
            TimeLimit::AtOnce | TimeLimit::SameDay | TimeLimit::Agreement => false,
        }
    }
}

/// What keeps a text from being a time limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseTimeLimitError {
    Empty,
    /// `5`: of what?
    NoUnit,
    /// `0 ngày`
    Zero,
    /// `7–3 ngày`
    Order,
    /// More than 9,999.
    TooLarge,
    /// The word where a unit should be.
    Unit(String),
    /// No number, and none of the phrases.
    Unknown,
}

const UNITS: [(&str, TimeUnit); 8] = [
    ("ngày làm việc", TimeUnit::WorkingDay),
    ("ngày", TimeUnit::Day),
    ("giờ làm việc", TimeUnit::WorkingHour),
    ("giờ", TimeUnit::Hour),
    ("phút", TimeUnit::Minute),
    ("tuần", TimeUnit::Week),
    ("tháng", TimeUnit::Month),
    ("năm", TimeUnit::Year),
];

impl FromStr for TimeLimit {
    type Err = ParseTimeLimitError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        // Nearly every limit is written in small letters.
        in_small_letters(text).or_else(|_| in_small_letters(&text.to_lowercase()))
    }
}

fn in_small_letters(text: &str) -> Result<TimeLimit, ParseTimeLimitError> {
    match text {
        "" => return Err(ParseTimeLimitError::Empty),
        "ngay" | "giải quyết ngay" => return Ok(TimeLimit::AtOnce),
        "trong ngày" | "trong ngày làm việc" => return Ok(TimeLimit::SameDay),
        "theo thoả thuận" | "theo thỏa thuận" | "theo hợp đồng" => {
            return Ok(TimeLimit::Agreement);
        }
        _ => {}
    }
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '–' | '-' | ' '))).unwrap_or(text.len());
    let (numbers, unit) = text.split_at(end);
    let unit = unit.trim();
    let mut ends = numbers.split(['–', '-']).map(|it| number(it.trim()));
    let first = ends.next().expect("split gives at least one")?;
    let second = ends.next().transpose()?;
    if ends.next().is_some() {
        return Err(ParseTimeLimitError::Unknown);
    }
    if unit.is_empty() {
        return Err(ParseTimeLimitError::NoUnit);
    }
    let named = |unit: &str| UNITS.iter().find(|(name, _)| *name == unit).map(|it| it.1);
    let spaced = || unit.split_whitespace().collect::<Vec<_>>().join(" ");
    let unit = named(unit).or_else(|| named(&spaced())).ok_or_else(|| ParseTimeLimitError::Unit(spaced()))?;
    let (least, most) = match second {
        None => (None, first),
        Some(most) if first < most => (Some(first), most),
        Some(_) => return Err(ParseTimeLimitError::Order),
    };
    if most == 0 { Err(ParseTimeLimitError::Zero) } else { Ok(TimeLimit::Within { least, most, unit }) }
}

fn number(text: &str) -> Result<u16, ParseTimeLimitError> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ParseTimeLimitError::Unknown);
    }
    match text.parse() {
        Ok(number) if number <= 9_999 => Ok(number),
        _ => Err(ParseTimeLimitError::TooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses() {
        let within = |least, most, unit| Ok(TimeLimit::Within { least, most, unit });
        let cases = [
            ("5 ngày làm việc", within(None, 5, TimeUnit::WorkingDay)),
            ("05 ngày làm việc", within(None, 5, TimeUnit::WorkingDay)),
            ("3–7 ngày làm việc", within(Some(3), 7, TimeUnit::WorkingDay)),
            ("3 - 7  ngày  làm việc", within(Some(3), 7, TimeUnit::WorkingDay)),
            ("24 giờ", within(None, 24, TimeUnit::Hour)),
            ("24 giờ làm việc", within(None, 24, TimeUnit::WorkingHour)),
            ("15 Ngày", within(None, 15, TimeUnit::Day)),
            ("2 tháng", within(None, 2, TimeUnit::Month)),
            ("ngay", Ok(TimeLimit::AtOnce)),
            ("trong ngày", Ok(TimeLimit::SameDay)),
            ("theo thoả thuận", Ok(TimeLimit::Agreement)),
            ("5", Err(ParseTimeLimitError::NoUnit)),
            ("0 ngày", Err(ParseTimeLimitError::Zero)),
            ("7–3 ngày", Err(ParseTimeLimitError::Order)),
            ("5–5 ngày", Err(ParseTimeLimitError::Order)),
            ("3–5–7 ngày", Err(ParseTimeLimitError::Unknown)),
            ("5 6 ngày", Err(ParseTimeLimitError::Unknown)),
            ("9999 ngày", within(None, 9_999, TimeUnit::Day)),
            ("10000 ngày", Err(ParseTimeLimitError::TooLarge)),
            ("5 hôm", Err(ParseTimeLimitError::Unit("hôm".to_owned()))),
            ("99999 ngày", Err(ParseTimeLimitError::TooLarge)),
            ("không quy định", Err(ParseTimeLimitError::Unknown)),
            ("", Err(ParseTimeLimitError::Empty)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<TimeLimit>(), expected, "{text:?}");
        }
    }

    #[test]
    fn hours_and_words_are_no_days() {
        for text in ["1 ngày", "1 ngày làm việc", "1 tuần", "1 tháng", "1 năm"] {
            assert!(text.parse::<TimeLimit>().expect("a time").is_in_days(), "{text}");
        }
        for text in ["48 giờ", "24 giờ làm việc", "90 phút", "ngay", "trong ngày", "theo hợp đồng"]
        {
            assert!(!text.parse::<TimeLimit>().expect("a time").is_in_days(), "{text}");
        }
    }
}
