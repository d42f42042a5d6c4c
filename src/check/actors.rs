//! Who takes a step.

use super::ground::Kind;
use super::near::distance;
use super::reading::Reading;
use super::rules::unknown_value;
use crate::model::{Actor, Id};
use crate::source::tree::Node;

const KNOWN: [&str; 2] = ["customer", "agency"];

/// What everyday words stand for one of them, in small letters: nobody is called so.
const SPOKEN: [(&str, &str); 16] = [
    ("bạn", "customer"),
    ("người dân", "customer"),
    ("công dân", "customer"),
    ("người nộp", "customer"),
    ("người nộp hồ sơ", "customer"),
    ("người yêu cầu", "customer"),
    ("người làm thủ tục", "customer"),
    ("you", "customer"),
    ("applicant", "customer"),
    ("citizen", "customer"),
    ("cơ quan", "agency"),
    ("cơ quan giải quyết", "agency"),
    ("cơ quan thực hiện", "agency"),
    ("đơn vị", "agency"),
    ("đơn vị thực hiện", "agency"),
    ("office", "agency"),
];

/// With a capital, in the plural, or one letter off: what is two letters off may be a name, as `Customs`.
fn is_meant(typed: &str, known: &str) -> bool {
    if 2 < typed.len().abs_diff(known.len()) {
        return false;
    }
    let letters = |it: &str| it.chars().collect::<Vec<char>>();
    let plural =
        typed == format!("{known}s") || known.strip_suffix('y').is_some_and(|it| typed == format!("{it}ies"));
    plural || typed.len().abs_diff(known.len()) < 2 && distance(&letters(typed), &letters(known)) < 2
}

fn spoken(named: &str) -> Option<&'static str> {
    // Capitals are as long as small letters here; names are mostly of another length than any of these.
    let mut alike = SPOKEN.iter().filter(|it| it.0.len() == named.len());
    alike.find(|it| named.to_lowercase() == it.0).map(|it| it.1)
}

/// `customer`, `agency`, or the name of somebody else.
pub(super) fn actor(reading: &mut Reading<'_>, node: &Node) -> Option<Actor> {
    let who = reading.text(node)?;
    let named = who.main.as_ref();
    match named {
        "customer" => return Some(Actor::Customer),
        "agency" => return Some(Actor::Agency),
        _ => {}
    }
    // Names mostly have accents, and are no English words.
    let typed = if named.is_ascii() { named.to_ascii_lowercase() } else { String::new() };
    let meant = KNOWN.into_iter().find(|it| is_meant(&typed, it)).or_else(|| spoken(named));
    let is_both = || typed.split([',', '/']).all(|it| KNOWN.contains(&it.trim()));
    if meant.is_some() || is_both() {
        let span = reading.first_line(node.span.clone());
        reading.report(&unknown_value::RULE, span, unknown_value::words(named, meant, &KNOWN.join(", ")));
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
        let steps =
            ["Agency", "custommer", "agencies", "\"Customer, Agency\"", "Khách sạn", "Customs", "Regency"]
                .map(|it| format!("  - {{by: {it}, title: Nộp}}\n"));
        let content = bare("x", &format!("steps:\n{}", steps.concat()));
        expect![[r#"
            procedures/x.yaml:7:10 C102 [Agency] Ở đây không nhận `Agency`
                Viết `agency`.
            procedures/x.yaml:8:10 C102 [custommer] Ở đây không nhận `custommer`
                Viết `customer`.
            procedures/x.yaml:9:10 C102 [agencies] Ở đây không nhận `agencies`
                Viết `agency`.
            procedures/x.yaml:10:10 C102 ["Customer, Agency"] Ở đây không nhận `Customer, Agency`
                Dùng một trong: customer, agency.
        "#]]
        .assert_eq(&shown(&sources(&content), Language::Vi));
    }

    #[test]
    fn everyday_words_for_the_two_were_taken_for_somebody_else() {
        let steps = ["người dân", "Công dân", "BẠN", "{vi: Cơ quan, en: Agency}", "Ban", "Cơ quan công an"]
            .map(|it| format!("  - {{by: {it}, title: Nộp}}\n"));
        let content = bare("x", &format!("steps:\n{}", steps.concat()));
        expect![[r#"
            procedures/x.yaml:7:10 C102 [người dân] Ở đây không nhận `người dân`
                Viết `customer`.
            procedures/x.yaml:8:10 C102 [Công dân] Ở đây không nhận `Công dân`
                Viết `customer`.
            procedures/x.yaml:9:10 C102 [BẠN] Ở đây không nhận `BẠN`
                Viết `customer`.
            procedures/x.yaml:10:10 C102 [{vi: Cơ quan, en: Agency}] Ở đây không nhận `Cơ quan`
                Viết `agency`.
        "#]]
        .assert_eq(&shown(&sources(&content), Language::Vi));
    }

    #[test]
    fn an_agency_by_its_id_was_taken_for_a_name() {
        let steps = ["evn", "customer", "agency", "Tổ chức kiểm định", "{vi: evn}", "Khách sạn"]
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
