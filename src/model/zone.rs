//! Time zones, from the database that the program carries.

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The time zone of this name, `Asia/Ho_Chi_Minh`.
///
/// Never from the machine's own database: a bare machine has none, and two machines may have two
/// of different years, which would make two sites of one source.
///
/// # Errors
///
/// No zone has this name.
pub fn time_zone(name: &str) -> Result<TimeZone, jiff::Error> {
    TimeZoneDatabase::bundled().get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_known_on_a_machine_without_a_database_of_its_own() {
        let zone = time_zone("Asia/Ho_Chi_Minh").expect("it is in the program");
        let now = "2026-11-25T00:00:00Z".parse().expect("an instant");
        assert_eq!(zone.to_offset(now).seconds(), 7 * 3600);
        assert!(time_zone("Mars/Base").is_err());
    }
}
