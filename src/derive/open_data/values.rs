//! Times and fees, in words and for machines.

use serde::Serialize;
use serde_with::skip_serializing_none;

use crate::derive::wording::Wording;
use crate::model::{Amount, Currency, Fee, TimeLimit, TimeUnit};

/// A time limit in words of the main language and, where it is a number, for machines.
#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenTime {
    pub text: String,
    least: Option<u16>,
    pub most: Option<u16>,
    /// `working-day`, `day` … ; `at-once`, `same-day`, `agreement` where there is no number.
    pub unit: &'static str,
    /// ISO 8601, where the unit has one: working days have none.
    pub duration: Option<String>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenFee {
    pub text: String,
    /// `free`, `exactly`, `between`, `estimate`, `agreement`, `regulated`.
    kind: &'static str,
    /// In units of the currency.
    pub least: Option<Number>,
    pub most: Option<Number>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
}

/// Whole đồng, or dollars and cents.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Number {
    Whole(u64),
    Cents(f64),
}

pub(super) fn open_time(wording: Wording, time: TimeLimit) -> OpenTime {
    let text = wording.time(time).replace('\u{a0}', " ");
    let TimeLimit::Within { least, most, unit } = time else {
        let unit = match time {
            TimeLimit::AtOnce => "at-once",
            TimeLimit::SameDay => "same-day",
            _ => "agreement",
        };
        return OpenTime { text, least: None, most: None, unit, duration: None };
    };
    let (unit, duration) = match unit {
        TimeUnit::Minute => ("minute", Some(format!("PT{most}M"))),
        TimeUnit::Hour => ("hour", Some(format!("PT{most}H"))),
        TimeUnit::WorkingHour => ("working-hour", None),
        TimeUnit::Day => ("day", Some(format!("P{most}D"))),
        TimeUnit::WorkingDay => ("working-day", None),
        TimeUnit::Week => ("week", Some(format!("P{most}W"))),
        TimeUnit::Month => ("month", Some(format!("P{most}M"))),
        TimeUnit::Year => ("year", Some(format!("P{most}Y"))),
    };
    OpenTime { text, least, most: Some(most), unit, duration }
}

pub(super) fn open_fee(wording: Wording, fee: Fee) -> OpenFee {
    let text = wording.fee(&fee).replace('\u{a0}', " ");
    let (kind, amounts) = match fee {
        Fee::Free => ("free", None),
        Fee::Exactly(it) => ("exactly", Some((it, it))),
        Fee::Between(least, most) => ("between", Some((least, most))),
        Fee::Estimate => ("estimate", None),
        Fee::Agreement => ("agreement", None),
        Fee::Regulated => ("regulated", None),
    };
    let currency = amounts.map(|(it, _)| match it.currency {
        Currency::Vnd => "VND",
        Currency::Usd => "USD",
    });
    let [least, most] = [amounts.map(|it| units(it.0)), amounts.map(|it| units(it.1))];
    OpenFee { text, kind, least, most, currency }
}

/// Below 2^53 cents, so that a float holds it.
#[allow(clippy::cast_precision_loss)]
fn units(amount: Amount) -> Number {
    match amount.currency {
        Currency::Vnd => Number::Whole(amount.minor),
        Currency::Usd => Number::Cents(amount.minor as f64 / 100.0),
    }
}
