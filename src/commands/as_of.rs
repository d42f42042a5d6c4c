//! Which day it is, as far as the site is concerned.

use std::path::Path;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::config::SiteConfig;
use crate::error::{Error, Result};
use crate::model::time_zone;

/// `2026-11-23`, or an instant: `2026-11-23T10:00:00+07:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AsOf {
    Day(Date),
    Instant(Timestamp),
}

/// Understood in both languages; clap has only one.
const EXAMPLES: &str = "ví dụ / such as 2026-11-23, 2026-11-23T10:00:00+07:00";

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
pub(super) fn day(as_of: Option<AsOf>, config: &SiteConfig, root: &Path) -> Result<Date> {
    let zone = time_zone(&config.time_zone)
        .map_err(|error| Error::Config { path: root.join("site.toml"), source: Box::new(error) })?;
    Ok(match as_of {
        Some(AsOf::Day(date)) => date,
        Some(AsOf::Instant(instant)) => instant.to_zoned_datetime(zone).date(),
        None => Timestamp::now().to_zoned_datetime(zone).date(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_a_day_where_the_site_is() {
        let config = SiteConfig::default();
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
            let found = text.parse().ok().map(|it| day(Some(it), &config, Path::new(".")).expect("a day"));
            assert_eq!(found.map(|it| it.to_string()).as_deref(), expected, "{text:?}");
        }
        let config = SiteConfig { time_zone: "Mars/Base".to_owned(), ..config };
        assert!(matches!(day(None, &config, Path::new(".")), Err(Error::Config { .. })));
    }
}
