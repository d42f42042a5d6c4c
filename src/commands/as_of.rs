//! Which day it is, as far as the site is concerned.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::error::Result;
use crate::model::time_zone;
use crate::source::{Fault, FaultKind, Sources};

/// `2026-11-23`, or an instant: `2026-11-23T10:00:00+07:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AsOf {
    Day(Date),
    Instant(Timestamp),
}

/// Whoever speaks Vietnamese leaves out the words.
const EXAMPLES: &str = "such as 2026-11-23, 2026-11-23T10:00:00+07:00";

impl FromStr for AsOf {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<AsOf, String> {
        // A day alone first: an instant has more to it and would not be one.
        if text.len() == "2026-11-23".len() {
            return text.parse().map(AsOf::Day).map_err(|_| EXAMPLES.to_owned());
        }
        text.parse().map(AsOf::Instant).map_err(|_| EXAMPLES.to_owned())
    }
}

/// Today if nothing was typed; an instant is a day in the site's time zone.
pub(super) fn day(as_of: Option<AsOf>, sources: &Sources) -> Result<Date> {
    let zone = zone(sources)?;
    Ok(match as_of {
        Some(AsOf::Day(date)) => date,
        Some(AsOf::Instant(instant)) => instant.to_zoned_datetime(zone).date(),
        None => Timestamp::now().to_zoned_datetime(zone).date(),
    })
}

/// Where the site is.
pub(super) fn zone(sources: &Sources) -> Result<TimeZone> {
    let name = &sources.config.time_zone;
    let wrong = |_| Fault::of_setting(&sources.config_file, "time_zone", FaultKind::TimeZone(name.clone()));
    Ok(time_zone(name).map_err(wrong)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn an_instant_is_a_day_where_the_site_is() {
        let mut sources = Sources::default();
        let cases = [
            ("2026-11-23", Some("2026-11-23")),
            ("2026-11-23T16:59:59Z", Some("2026-11-23")),
            ("2026-11-23T17:00:00Z", Some("2026-11-24")),
            ("2026-11-23T23:30:00-05:00", Some("2026-11-24")),
            ("2026-13-01", None),
            ("23/11/2026", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let found = text.parse().ok().map(|it| day(Some(it), &sources).expect("a day"));
            assert_eq!(found.map(|it| it.to_string()).as_deref(), expected, "{text:?}");
        }
        "Mars/Base".clone_into(&mut sources.config.time_zone);
        assert!(matches!(day(None, &sources), Err(Error::Fault(_))));
    }
}
