//! Who takes a step.

use super::ground::Kind;
use super::reading::Reading;
use super::rules::unknown_value;
use crate::model::{Actor, Id};
use crate::source::tree::Node;
use crate::text::fold;

/// Folded: words for those who hand in. A page would speak of them as of somebody else.
const CUSTOMER: [&str; 12] = [
    "cong dan",
    "nguoi dan",
    "khach hang",
    "nguoi nop",
    "nguoi nop ho so",
    "nguoi lam thu tuc",
    "nguoi yeu cau",
    "ca nhan, to chuc",
    "to chuc, ca nhan",
    "citizen",
    "applicant",
    "you",
];

/// `customer`, `agency`, or the name of somebody else.
pub(super) fn actor(reading: &mut Reading<'_>, node: &Node) -> Option<Actor> {
    let who = reading.text(node)?;
    let named = who.main.as_ref();
    let words = match named {
        "customer" => return Some(Actor::Customer),
        "agency" => return Some(Actor::Agency),
        _ if CUSTOMER.contains(&fold(named).trim()) => unknown_value::words(named, Some("customer"), ""),
        // Readers would be shown the id.
        _ if named.parse::<Id>().is_ok_and(|it| reading.ground.names.has(Kind::Agency, &it)) => {
            unknown_value::words_of_agency(named)
        }
        _ => return Some(Actor::Named(who)),
    };
    reading.report(&unknown_value::RULE, reading.first_line(node.span.clone()), words);
    None
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn an_agency_by_its_id_and_citizens_were_taken_for_names_of_others() {
        let steps = ["evn", "Công dân", "customer", "agency", "Tổ chức kiểm định", "{vi: khách hàng}"]
            .map(|it| format!("  - {{by: {it}, title: Nộp}}\n"));
        let content = bare("x", &format!("steps:\n{}", steps.concat()));
        expect![[r#"
            procedures/x.yaml:7:10 C102 [evn] Ở đây không nhận mã `evn`
                Viết `agency` cho cơ quan giải quyết, hoặc tên đầy đủ của cơ quan khác.
            procedures/x.yaml:8:10 C102 [Công dân] Ở đây không nhận `Công dân`
                Viết `customer`.
            procedures/x.yaml:12:10 C102 [{vi: khách hàng}] Ở đây không nhận `khách hàng`
                Viết `customer`.
        "#]]
        .assert_eq(&shown(&sources(&content), Language::Vi));
    }
}
