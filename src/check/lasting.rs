//! Steps of the agency that would take longer than all that it may take.

use crate::model::{Term, TimeLimit, TimeUnit};

/// The longest of the limits of these rows; `None` where one is no count of days or hours.
pub(super) fn longest(terms: &[Term]) -> Option<TimeLimit> {
    let limits: Vec<TimeLimit> = terms.iter().filter_map(|it| it.time).collect();
    let are_counted = limits.iter().all(|it| matches!(it, TimeLimit::Within { .. }));
    are_counted.then_some(limits)?.into_iter().max_by_key(|it| hours(*it).map(|it| it.1))
}

/// Is a step longer for sure?
pub(super) fn is_longer(step: TimeLimit, whole: TimeLimit) -> bool {
    match (step, whole) {
        (TimeLimit::Within { most, unit, .. }, TimeLimit::Within { most: all, unit: of_all, .. })
            if unit == of_all =>
        {
            all < most
        }
        _ => hours(step).zip(hours(whole)).is_some_and(|(step, whole)| whole.1 < step.0),
    }
}

/// The fewest and the most whole hours that such a limit may be, holidays between working days among them.
fn hours(limit: TimeLimit) -> Option<(u32, u32)> {
    let TimeLimit::Within { most, unit, .. } = limit else { return None };
    let many = u32::from(most);
    let days = |fewest: u32, most: u32| (24 * many * fewest, 24 * many * most);
    Some(match unit {
        TimeUnit::Minute => (many / 60, many / 60),
        TimeUnit::Hour => (many, many),
        TimeUnit::WorkingHour => (many, 24 * (many + 14)),
        TimeUnit::Day => days(1, 1),
        TimeUnit::WorkingDay => (24 * many, 24 * (2 * many + 14)),
        TimeUnit::Week => days(7, 7),
        TimeUnit::Month => days(28, 31),
        TimeUnit::Year => days(365, 366),
    })
}

#[cfg(test)]
mod tests {
    use super::is_longer;
    use crate::check::tests::{run, sources};
    use crate::model::TimeLimit;

    #[test]
    fn limits_of_other_units_are_compared_where_that_is_sure() {
        let limit = |it: &str| it.parse::<TimeLimit>().expect("a limit");
        for (step, whole, expected) in [
            ("6 ngày", "5 ngày", true),
            ("5 ngày", "3–5 ngày", false),
            ("5 ngày làm việc", "5 ngày", false),
            ("30 ngày", "3 ngày làm việc", true),
            ("7 ngày", "5 ngày làm việc", false),
            ("3 ngày", "24 giờ", true),
            ("1 tháng", "30 ngày", false),
            ("90 phút", "1 giờ", false),
            ("1 giờ", "60 phút", false),
            ("1 giờ", "59 phút", true),
            ("16 ngày", "1 ngày làm việc", false),
            ("17 ngày", "1 ngày làm việc", true),
            ("15 ngày", "1 giờ làm việc", false),
            ("16 ngày", "1 giờ làm việc", true),
            ("24 giờ làm việc", "12 giờ", true),
            ("24 giờ làm việc", "2 ngày", false),
            ("7 ngày", "1 tuần", false),
            ("8 ngày", "1 tuần", true),
            ("1 tuần", "6 ngày", true),
            ("31 ngày", "1 tháng", false),
            ("32 ngày", "1 tháng", true),
            ("1 tháng", "28 ngày", false),
            ("1 tháng", "27 ngày", true),
            ("366 ngày", "1 năm", false),
            ("1 năm", "365 ngày", false),
            ("1 năm", "364 ngày", true),
            ("theo thoả thuận", "5 ngày", false),
        ] {
            assert_eq!(is_longer(limit(step), limit(whole)), expected, "{step}, {whole}");
        }
    }

    #[test]
    fn a_step_longer_than_the_whole_procedure_was_published() {
        let told = |terms: &str, steps: &str| {
            let head = "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nagency: evn\n";
            let more = "cases: [{id: cot, title: Cột}]\nunconfirmed: [fee]\n";
            let found = run(&sources(&format!("{head}{more}terms: [{terms}]\nsteps: [{steps}]\n"))).1;
            found.diagnostics.iter().map(|it| it.rule.code).collect::<Vec<_>>()
        };
        let terms = "{time: 3 ngày làm việc}, {case: cot, time: 5 ngày làm việc}";
        let step = |it: &str| format!("{{title: A, {it}}}");
        assert_eq!(told(terms, &step("by: agency, time: 30 ngày làm việc")), ["C136"]);
        assert!(told(terms, &step("by: agency, time: 5 ngày làm việc")).is_empty());
        assert!(told(terms, &step("by: customer, time: 30 ngày")).is_empty(), "no time of the agency");
        let open = "{time: 3 ngày làm việc}, {case: cot, time: theo thoả thuận}";
        assert!(told(open, &step("by: agency, time: 30 ngày")).is_empty(), "as long as they agree");
    }
}
