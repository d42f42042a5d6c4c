//! Who takes a step.

use super::ground::Kind;
use super::near::near;
use super::reading::Reading;
use super::rules::unknown_value;
use crate::model::{Actor, Id};
use crate::source::tree::Node;

/// `customer`, `agency`, or the name of somebody else.
pub(super) fn actor(reading: &mut Reading<'_>, node: &Node) -> Option<Actor> {
    let who = reading.text(node)?;
    let named = who.main.as_ref();
    match named {
        "customer" => return Some(Actor::Customer),
        "agency" => return Some(Actor::Agency),
        _ => {}
    }
    let near = near(named, ["customer", "agency"]);
    let is_both = || named.split([',', '/']).all(|it| ["customer", "agency"].contains(&it.trim()));
    if near.is_some() || is_both() {
        let span = reading.first_line(node.span.clone());
        reading.report(&unknown_value::RULE, span, unknown_value::words(named, near, "customer, agency"));
        return None;
    }
    if named.parse::<Id>().is_ok_and(|it| reading.ground.names.has(Kind::Agency, &it)) {
        // Readers would be shown the id.
        let span = reading.first_line(node.span.clone());
        reading.report(&unknown_value::RULE, span, unknown_value::words_of_agency(named));
        return None;
    }
    Some(Actor::Named(who))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn misspelt_words_for_who_takes_a_step_were_taken_for_names() {
        let steps = ["Agency", "custommer", "\"customer, agency\"", "Khách hàng"]
            .map(|it| format!("  - {{by: {it}, title: Nộp}}\n"));
        let content = bare("x", &format!("steps:\n{}", steps.concat()));
        expect![[r#"
            procedures/x.yaml:7:10 C102 [Agency] Ở đây không nhận `Agency`
                Viết `agency`.
            procedures/x.yaml:8:10 C102 [custommer] Ở đây không nhận `custommer`
                Viết `customer`.
            procedures/x.yaml:9:10 C102 ["customer, agency"] Ở đây không nhận `customer, agency`
                Dùng một trong: customer, agency.
        "#]]
        .assert_eq(&shown(&sources(&content), Language::Vi));
    }

    #[test]
    fn an_agency_by_its_id_was_taken_for_a_name() {
        let steps = ["evn", "customer", "agency", "Tổ chức kiểm định", "{vi: evn}", "Khách hàng"]
            .map(|it| format!("  - {{by: {it}, title: Nộp}}\n"));
        let content = bare("x", &format!("steps:\n{}", steps.concat()));
        expect![[r#"
            procedures/x.yaml:7:10 C102 [evn] Ở đây không nhận mã `evn`
                Viết `agency` cho cơ quan giải quyết, hoặc tên đầy đủ của cơ quan khác.
            procedures/x.yaml:11:10 C102 [{vi: evn}] Ở đây không nhận mã `evn`
                Viết `agency` cho cơ quan giải quyết, hoặc tên đầy đủ của cơ quan khác.
        "#]]
        .assert_eq(&shown(&sources(&content), Language::Vi));
    }
}
