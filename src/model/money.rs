//! Fees: amounts of money, and the phrases that stand where an amount would.

use std::fmt;
use std::str::FromStr;

/// Money that a fee may be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// Đồng: whole numbers only.
    Vnd,
    /// US dollars: amounts are kept in cents.
    Usd,
}

/// Money: đồng, or US cents. Never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    pub currency: Currency,
    /// Đồng, or cents for [`Currency::Usd`].
    pub minor: u64,
}

/// What one pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fee {
    /// `miễn phí`
    Free,
    /// `550.000 đ`, `155 USD`
    Exactly(Amount),
    /// `100.000–200.000 đ`; the first is below the second.
    Between(Amount, Amount),
    /// `theo dự toán`: worked out for each case before work starts.
    Estimate,
    /// `theo thoả thuận`: by contract between the two sides.
    Agreement,
    /// `theo quy định`: set by a rule; which one, a note may say.
    Regulated,
}

/// What keeps a text from being a fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseFeeError {
    Empty,
    /// `550000`: which money?
    NoUnit,
    /// `-5 đ`
    Negative,
    /// `1.50.000 đ`, `1,5 đ`: the groups do not add up; the text that is wrong.
    Grouping(String),
    /// `5–3 đ`
    Order,
    /// `100-200.000 đ`: one hundred đồng, or a hundred thousand? The first end as it is written.
    HalfRange(String),
    /// Above 10^15 đồng.
    TooLarge,
    /// Not money at all.
    Unknown,
}

const LARGEST: u64 = 1_000_000_000_000_000;

impl FromStr for Fee {
    type Err = ParseFeeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ParseFeeError::Empty);
        }
        // Nearly every fee is written in small letters.
        if let Some(fee) = phrase(text).or_else(|| phrase(&text.to_lowercase())) {
            return Ok(fee);
        }
        if text.starts_with('-') || text.starts_with('−') {
            return Err(ParseFeeError::Negative);
        }
        let digits_end =
            text.rfind(|c: char| c.is_ascii_digit()).map(|at| at + 1).ok_or(ParseFeeError::Unknown)?;
        let (number, unit) = text.split_at(digits_end);
        let currency = currency(unit)?;
        let ends: Vec<&str> = number.split(['–', '-']).map(str::trim).collect();
        match ends[..] {
            [only] => match amount(only, currency)? {
                it if it.minor == 0 => Ok(Fee::Free),
                it => Ok(Fee::Exactly(it)),
            },
            [least, most] => between(least, most, currency),
            _ => Err(ParseFeeError::Unknown),
        }
    }
}

/// In small letters.
fn phrase(text: &str) -> Option<Fee> {
    match text {
        "miễn phí" | "không thu phí" => Some(Fee::Free),
        "theo dự toán" => Some(Fee::Estimate),
        "theo thoả thuận" | "theo thỏa thuận" | "theo hợp đồng" => Some(Fee::Agreement),
        "theo quy định" => Some(Fee::Regulated),
        _ => None,
    }
}

fn currency(unit: &str) -> Result<Currency, ParseFeeError> {
    let unit = unit.trim();
    if unit.is_empty() {
        return Err(ParseFeeError::NoUnit);
    }
    named(unit).or_else(|| named(&unit.to_lowercase())).ok_or(ParseFeeError::Unknown)
}

/// In small letters.
fn named(unit: &str) -> Option<Currency> {
    match unit {
        "đ" | "₫" | "đồng" | "vnđ" | "vnd" => Some(Currency::Vnd),
        "usd" | "đô la mỹ" => Some(Currency::Usd),
        _ => None,
    }
}

/// `least` may name its unit, too.
fn between(least: &str, most: &str, unit: Currency) -> Result<Fee, ParseFeeError> {
    let own = least.find(|c: char| !(c.is_ascii_digit() || ".,".contains(c)));
    let (number, own) = least.split_at(own.unwrap_or(least.len()));
    let is_told = !own.is_empty();
    if is_told && currency(own)? != unit {
        return Err(ParseFeeError::Unknown);
    }
    let (first, last) = (amount(number, unit)?, amount(most, unit)?);
    let is_thousandth = 0 < first.minor && first.minor.saturating_mul(1000) <= last.minor;
    let is_half = is_thousandth || (1..1000).contains(&first.minor) && most.contains('.');
    if unit == Currency::Vnd && is_half && !is_told {
        return Err(ParseFeeError::HalfRange(number.to_owned()));
    }
    if first < last { Ok(Fee::Between(first, last)) } else { Err(ParseFeeError::Order) }
}

fn amount(text: &str, currency: Currency) -> Result<Amount, ParseFeeError> {
    let wrong = || ParseFeeError::Grouping(text.to_owned());
    let (whole, cents) = match currency {
        Currency::Vnd => (text, 0),
        Currency::Usd => match text.split_once(',') {
            Some((whole, cents)) if cents.len() == 2 && cents.bytes().all(|it| it.is_ascii_digit()) => {
                (whole, cents.parse().map_err(|_| wrong())?)
            }
            Some(_) => return Err(wrong()),
            None => (text, 0),
        },
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let well_grouped =
        groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|it| it.len() == 3));
    if !well_grouped || groups.iter().any(|it| it.is_empty() || !it.bytes().all(|b| b.is_ascii_digit())) {
        return Err(wrong());
    }
    let units: u64 = groups.concat().parse().map_err(|_| ParseFeeError::TooLarge)?;
    if LARGEST < units {
        return Err(ParseFeeError::TooLarge);
    }
    let minor = match currency {
        Currency::Vnd => units,
        Currency::Usd => units * 100 + cents,
    };
    Ok(Amount { currency, minor })
}

/// `1.234.000 đ` with no-break spaces, as Vietnamese print it.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.currency {
            Currency::Vnd => write!(f, "{}\u{a0}đ", grouped(self.minor)),
            Currency::Usd if self.minor.is_multiple_of(100) => {
                write!(f, "{}\u{a0}USD", grouped(self.minor / 100))
            }
            Currency::Usd => write!(f, "{},{:02}\u{a0}USD", grouped(self.minor / 100), self.minor % 100),
        }
    }
}

/// `1500000` as `1.500.000`.
pub fn grouped(mut number: u64) -> String {
    let mut groups = Vec::new();
    while 999 < number {
        groups.push(format!("{:03}", number % 1000));
        number /= 1000;
    }
    groups.push(number.to_string());
    groups.reverse();
    groups.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses() {
        let vnd = |minor| Amount { currency: Currency::Vnd, minor };
        let usd = |minor| Amount { currency: Currency::Usd, minor };
        let cases = [
            ("miễn phí", Ok(Fee::Free)),
            ("Miễn phí", Ok(Fee::Free)),
            ("0 đ", Ok(Fee::Free)),
            ("550.000 đ", Ok(Fee::Exactly(vnd(550_000)))),
            ("550000 đồng", Ok(Fee::Exactly(vnd(550_000)))),
            ("1.250.000đ", Ok(Fee::Exactly(vnd(1_250_000)))),
            ("100.000–200.000 đ", Ok(Fee::Between(vnd(100_000), vnd(200_000)))),
            ("0–200.000 đ", Ok(Fee::Between(vnd(0), vnd(200_000)))),
            ("100-200.000 đ", Err(ParseFeeError::HalfRange("100".to_owned()))),
            ("100 đ – 200.000 đ", Ok(Fee::Between(vnd(100), vnd(200_000)))),
            ("100.000đ - 200.000 đồng", Ok(Fee::Between(vnd(100_000), vnd(200_000)))),
            ("100–200 đ", Ok(Fee::Between(vnd(100), vnd(200)))),
            ("100 USD – 200.000 đ", Err(ParseFeeError::Unknown)),
            ("1–2–3 đ", Err(ParseFeeError::Unknown)),
            ("155 USD", Ok(Fee::Exactly(usd(15_500)))),
            ("1,50 USD", Ok(Fee::Exactly(usd(150)))),
            ("1,5 USD", Err(ParseFeeError::Grouping("1,5".to_owned()))),
            ("1,+5 USD", Err(ParseFeeError::Grouping("1,+5".to_owned()))),
            ("theo thoả thuận", Ok(Fee::Agreement)),
            ("theo thỏa thuận", Ok(Fee::Agreement)),
            ("theo dự toán", Ok(Fee::Estimate)),
            ("theo quy định", Ok(Fee::Regulated)),
            ("2.500–3.000.000 đ", Err(ParseFeeError::HalfRange("2.500".to_owned()))),
            ("2.500–50.000 đ", Ok(Fee::Between(vnd(2_500), vnd(50_000)))),
            ("2.500 đ – 3.000.000 đ", Ok(Fee::Between(vnd(2_500), vnd(3_000_000)))),
            ("1–200.000 đ", Err(ParseFeeError::HalfRange("1".to_owned()))),
            ("1000–200.000 đ", Ok(Fee::Between(vnd(1_000), vnd(200_000)))),
            ("5–1.200 USD", Ok(Fee::Between(usd(500), usd(120_000)))),
            ("550000", Err(ParseFeeError::NoUnit)),
            ("-5 đ", Err(ParseFeeError::Negative)),
            ("−5 đ", Err(ParseFeeError::Negative)),
            ("1000.000.000.000.000 đ", Err(ParseFeeError::Grouping("1000.000.000.000.000".to_owned()))),
            ("1.000.000.000.000.000 đ", Ok(Fee::Exactly(vnd(LARGEST)))),
            ("1.000.000.000.000.001 đ", Err(ParseFeeError::TooLarge)),
            ("1234.567 đ", Err(ParseFeeError::Grouping("1234.567".to_owned()))),
            (".500 đ", Err(ParseFeeError::Grouping(".500".to_owned()))),
            ("1.50.000 đ", Err(ParseFeeError::Grouping("1.50.000".to_owned()))),
            ("1,200,000 đ", Err(ParseFeeError::Grouping("1,200,000".to_owned()))),
            ("200–100 đ", Err(ParseFeeError::Order)),
            ("100–100 đ", Err(ParseFeeError::Order)),
            ("", Err(ParseFeeError::Empty)),
            ("nhiều lắm", Err(ParseFeeError::Unknown)),
            ("5 ngày", Err(ParseFeeError::Unknown)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Fee>(), expected, "{text:?}");
        }
    }

    #[test]
    fn prints_amounts_as_vietnamese_do() {
        for (minor, expected) in
            [(0, "0\u{a0}đ"), (999, "999\u{a0}đ"), (1_000, "1.000\u{a0}đ"), (1_234_567, "1.234.567\u{a0}đ")]
        {
            assert_eq!(Amount { currency: Currency::Vnd, minor }.to_string(), expected);
        }
        for (minor, expected) in [(155_000, "1.550\u{a0}USD"), (155_005, "1.550,05\u{a0}USD")] {
            assert_eq!(Amount { currency: Currency::Usd, minor }.to_string(), expected);
        }
    }
}
