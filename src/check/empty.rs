//! Files with nothing in them.

use super::ground::{Ground, Kind};
use super::note;
use super::roles::{Registry, Role};
use super::rules::{empty_file, missing_key};
use super::scan::Scan;
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::shape::Shape;
use crate::source::tree::Node;

/// What belongs in a file that may not be empty.
struct Expected {
    called: [&'static str; 2],
    shape: &'static Shape,
    /// Its kind in `thutuc new`, which makes one.
    new: Option<&'static str>,
}

/// What is said of a file whose YAML, its front matter included, says nothing.
pub(super) fn yaml(file: &Scan, tree: &Node<'_>, ground: &Ground) -> Vec<Diagnostic> {
    if !tree.value.is_null() {
        return Vec::new();
    }
    if let Some(Role::Registry(it)) = file.role {
        return of_registry(file, it).into_iter().collect();
    }
    let Some(expected) = file.role.as_ref().and_then(expected) else { return Vec::new() };
    let body = file.body.as_ref().map_or("", |it| &file.source.text[it.clone()]);
    if is_blank(body) {
        return vec![nothing(file, &expected, ground)];
    }
    // There is prose, which nobody should delete.
    let needed = expected.shape.needed();
    needed.map(|it| note(&file.source, &missing_key::RULE, None, missing_key::words(it))).collect()
}

/// What is said of a page without front matter.
pub(super) fn page(file: &Scan, ground: &Ground) -> Diagnostic {
    match file.role.as_ref().and_then(expected) {
        Some(expected) if is_blank(&file.source.text) => nothing(file, &expected, ground),
        _ => note(&file.source, &missing_key::RULE, None, missing_key::words_of_page()),
    }
}

/// What is said of a text beside a record that holds nothing.
pub(super) fn prose(file: &Scan) -> Option<Diagnostic> {
    is_blank(&file.source.text)
        .then(|| note(&file.source, &empty_file::RULE, None, empty_file::words_of_prose()))
}

fn is_blank(text: &str) -> bool {
    text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty()
}

/// `None` for prose beside a record.
fn expected(role: &Role) -> Option<Expected> {
    let shape = role.shape()?;
    let (called, new) = match role {
        Role::Record(kind) | Role::Prose(kind, None) => of_record(*kind),
        Role::Calendar(_) => (["lịch nghỉ của một năm", "the days off of a year"], None),
        _ => (["một trang", "a page"], Some("page")),
    };
    Some(Expected { called, shape, new })
}

fn of_record(kind: Kind) -> ([&'static str; 2], Option<&'static str>) {
    match kind {
        Kind::Agency => (["một cơ quan", "an agency"], Some("agency")),
        Kind::Office => (["một nơi nộp", "an office"], Some("office")),
        Kind::Journey => (["một tình huống", "a journey"], Some("journey")),
        Kind::Choice => (["các câu hỏi chọn thủ tục", "questions that lead to a procedure"], Some("choice")),
        _ => (["một thủ tục", "a procedure"], Some("procedure")),
    }
}

fn nothing(file: &Scan, expected: &Expected, ground: &Ground) -> Diagnostic {
    let command =
        expected.new.map(|it| format!("thutuc new {it} {}{}", file.source.stem(), field(file, ground)));
    let mut keys: Vec<&str> = expected.shape.needed().collect();
    if keys.is_empty() {
        // Of a calendar nothing must be there; its first key shows how to begin.
        keys.extend(expected.shape.names().take(1));
    }
    let words = empty_file::words(expected.called, &keys, command.as_deref());
    note(&file.source, &empty_file::RULE, None, words)
}

/// `None` where records name the entries: an emptied one is told if somebody does, and what nobody
/// names may be none yet.
fn of_registry(file: &Scan, registry: Registry) -> Option<Diagnostic> {
    let called = match registry {
        Registry::Fields | Registry::Audiences | Registry::Papers | Registry::Legal => return None,
        Registry::Glossary => ["các từ cần giải thích", "the words to explain"],
        Registry::Synonyms => ["các nhóm từ đồng nghĩa", "the groups of synonyms"],
    };
    let needed: Vec<&str> = registry.facts().shape.needed().collect();
    let words = empty_file::words_of_registry(called, &needed);
    Some(note(&file.source, &empty_file::RULE, None, words))
}

/// A procedure's folder is mostly named like its field.
fn field(file: &Scan, ground: &Ground) -> String {
    let folder = file.source.path.rsplit('/').nth(1).and_then(|it| it.parse::<Id>().ok());
    let known = folder.filter(|it| file.procedure().is_some() && ground.names.has(Kind::Field, it));
    known.map(|it| format!(" --field {it}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, reports};

    #[test]
    fn a_registry_that_nobody_needs_yet_was_an_error_while_it_was_empty() {
        let registries = "-- content/papers.yaml --\n\n-- content/legal.yaml --\n# Sẽ thêm sau\n-- content/audiences.yaml --\n\n";
        reports(
            &format!("{registries}{}", bare("x", "")),
            &expect![[r#"
            audiences.yaml:1:1 C301 [whole file] there is no audience at all, and content/procedures/x.yaml:5 names `ho-gia-dinh`
                Add `ho-gia-dinh` to content/audiences.yaml; if that was lost or emptied, bring back what it was.
        "#]],
        );
        reports(
            &format!("{registries}{}", bare("x", "legal: [luat-dien-luc]\n")),
            &expect![[r#"
            audiences.yaml:1:1 C301 [whole file] there is no audience at all, and content/procedures/x.yaml:5 names `ho-gia-dinh`
                Add `ho-gia-dinh` to content/audiences.yaml; if that was lost or emptied, bring back what it was.
            legal.yaml:1:1 C301 [whole file] there is no legal text at all, and content/procedures/x.yaml:6 names `luat-dien-luc`
                Add `luat-dien-luc` to content/legal.yaml; if that was lost or emptied, bring back what it was.
        "#]],
        );
    }

    #[test]
    fn an_emptied_text_beside_a_record_was_passed_over() {
        let texts = "-- content/procedures/x.md --\n\n-- content/procedures/x.en.md --\n \n\
                     -- content/pages/p.md --\n---\ntitle: P\n---\n-- content/pages/p.en.md --\n\u{feff}\n\n";
        reports(
            &format!("{texts}{}", bare("x", "")),
            &expect![[r#"
                pages/p.en.md:1:1 C416 [whole file] this translation stands nowhere: “P” has no title in `en`, and so no page in it
                    Put at the top of this file, between two lines `---`: `title: …`; the original is p.md.
                procedures/x.en.md:1:1 C026 [whole file] there is nothing in this file; it should hold a text
                    If it was emptied, bring back what it was; if no text is needed, delete it.
                procedures/x.md:1:1 C026 [whole file] there is nothing in this file; it should hold a text
                    If it was emptied, bring back what it was; if no text is needed, delete it.
            "#]],
        );
    }

    #[test]
    fn prose_below_front_matter_without_keys_was_told_to_be_deleted() {
        let pages = "-- content/pages/p.md --\n---\n---\nCó chữ.\n\
                     -- content/procedures/y.md --\n---\n# title: Y\n---\nCó chữ.\n";
        reports(
            &format!("{pages}{}", bare("x", "")),
            &expect![[r#"
                pages/p.md:1:1 C007 [whole file] the key `title` is missing
                    Add a line `title: …`.
                procedures/y.md:1:1 C007 [whole file] the key `title` is missing
                    Add a line `title: …`.
                procedures/y.md:1:1 C007 [whole file] the key `field` is missing
                    Add a line `field: …`.
                procedures/y.md:1:1 C007 [whole file] the key `agency` is missing
                    Add a line `agency: …`.
            "#]],
        );
    }
}
