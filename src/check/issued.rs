//! Whether the days of a legal text or a decision go with its number and with each other.

use jiff::civil::Date;

use super::reading::Reading;
use super::rules::date_odd;
use crate::source::tree::Node;

/// The year in a number of an official text: `18/2025/NĐ-CP`.
pub(super) fn year_of(number: &str) -> Option<i16> {
    let year = number.split('/').nth(1)?.trim();
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    year.parse().ok().filter(|_| is_year)
}

/// A day and where it stands.
pub(super) type Day<'n> = (Date, &'n Node<'n>);

/// Says of one day at most that it is odd: the other may only look so for its sake.
pub(super) fn check(
    reading: &mut Reading<'_>,
    number: &str,
    issued: Option<Day<'_>>,
    effective: Option<Day<'_>>,
) {
    let year = year_of(number);
    // Of a day that has not come that is told.
    let issued = issued.filter(|it| it.0 <= reading.ground.as_of);
    let (node, words) = match (year, issued, effective) {
        (Some(year), Some((day, node)), _) if day.year() != year => {
            (node, date_odd::words_of_year(&day.to_string(), number, year))
        }
        (_, Some((issued, _)), Some((day, node))) if day < issued => {
            (node, date_odd::words_of_order(&day.to_string(), &issued.to_string()))
        }
        (Some(year), None, Some((day, node))) if day.year() < year => {
            (node, date_odd::words_of_early(&day.to_string(), number, year))
        }
        _ => return,
    };
    reading.report(&date_odd::RULE, node.span.clone(), words);
}

#[cfg(test)]
mod tests {
    use super::year_of;
    use crate::check::tests::{bare, run, sources};

    #[test]
    fn a_row_with_an_odd_year_was_left_out_and_its_table_was_not_judged() {
        let record = "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nagency: evn\n\
                      terms: [{time: 5 ngày, fee: miễn phí, from: 2062-01-01}]\n";
        let found = run(&sources(record)).1.diagnostics;
        let codes: Vec<&str> = found.iter().map(|it| it.rule.code).collect();
        assert_eq!(codes, ["C110", "C110", "C123"]);
    }

    #[test]
    fn of_two_days_the_one_that_is_odd_is_told_once() {
        let told = |days: &str| {
            let legal = format!("-- content/legal.yaml --\nx: {{number: 18/2025/NĐ-CP, title: X, {days}}}\n");
            let record = bare("x", "legal: [x]\n");
            let found = run(&sources(&format!("{record}{legal}"))).1.diagnostics;
            found.iter().map(|it| it.rule.code).collect::<Vec<_>>()
        };
        assert_eq!(told("issued: 2025-02-08, effective: 2025-02-08"), [""; 0]);
        assert_eq!(told("issued: 2025-02-08, effective: 2025-02-07"), ["C135"]);
        assert_eq!(told("issued: 2026-11-23"), ["C135"], "the day of the check has come");
        assert_eq!(told("issued: 2026-11-24"), ["C123"], "of a day that has not come that is told");
        assert_eq!(told("issued: 2062-02-08, effective: 2025-02-08"), ["C123"], "the other is right");
    }

    #[test]
    fn a_record_in_force_before_its_decision_was_published() {
        let told = |decision: &str, effective: &str| {
            let more = format!("decision: {{{decision}}}\neffective: {effective}\n");
            let found = run(&sources(&bare("x", &more))).1.diagnostics;
            found.iter().map(|it| it.rule.code).collect::<Vec<_>>()
        };
        assert_eq!(told("number: 12/QĐ-EVN, date: 2026-01-05", "2026-01-05"), [""; 0]);
        assert_eq!(told("number: 12/QĐ-EVN, date: 2026-01-05", "2026-01-04"), ["C135"]);
        assert_eq!(told("number: 12/QĐ-EVN", "2026-01-04"), [""; 0]);
        assert_eq!(told("number: 12/2026/QĐ-EVN", "2025-12-31"), ["C135"]);
    }

    #[test]
    fn years_are_told_from_other_numbers() {
        for (number, expected) in [
            ("18/2025/NĐ-CP", Some(2025)),
            ("61/2024/QH15", Some(2024)),
            ("123/QĐ-EVN", None),
            ("2025", None),
            ("12/1999/QH10", Some(1999)),
            ("10/3000/X", None),
            ("5/20/QĐ-EVN", None),
            ("", None),
        ] {
            assert_eq!(year_of(number), expected, "{number}");
        }
    }
}
