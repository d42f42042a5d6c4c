//! Entries that are indented too far, and so read as keys of the entry above them.

use super::ground::Kind;
use super::map::MANY;
use super::note;
use super::roles::{Registry, Role};
use super::rules::yaml_syntax;
use crate::diagnostic::Diagnostic;
use crate::shape::{self, Shape};
use crate::source::SourceFile;
use crate::source::tree::{Entry, Node, Value};

/// Tells of each, and puts it where it belongs: nothing else is wrong with it, nor with who names it.
pub(super) fn lift(source: &SourceFile, role: Option<&Role>, tree: &mut Node<'_>) -> Vec<Diagnostic> {
    let Value::Map(entries) = &mut tree.value else { return Vec::new() };
    match role {
        Some(Role::Registry(it)) => lift_out(source, entries, shape_of(*it)),
        Some(Role::Record(Kind::Procedure) | Role::Prose(Kind::Procedure, None)) => {
            let sources = entries.iter_mut().filter(|it| it.key == "sources");
            let maps = sources.filter_map(|it| match &mut it.value.value {
                Value::Map(entries) => Some(entries),
                _ => None,
            });
            maps.flat_map(|it| lift_out(source, it, &shape::SOURCE)).collect()
        }
        _ => Vec::new(),
    }
}

fn shape_of(registry: Registry) -> &'static Shape {
    match registry {
        Registry::Fields => &shape::FIELD,
        Registry::Audiences => &shape::AUDIENCE,
        Registry::Papers => &shape::PAPER,
        Registry::Legal => &shape::LEGAL_TEXT,
        Registry::Glossary => &shape::GLOSSARY_ENTRY,
        Registry::Synonyms => &shape::SYNONYM_GROUP,
    }
}

fn lift_out(source: &SourceFile, entries: &mut Vec<Entry<'_>>, shape: &Shape) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut nth = 0;
    while nth < entries.len() && found.len() < MANY {
        let is_flow = source.text[entries[nth].value.span.clone()].starts_with('{');
        let swallowed = match &mut entries[nth].value.value {
            Value::Map(inner) if !is_flow && inner.len() <= MANY => taken(inner, shape),
            _ => None,
        };
        if let Some(entry) = swallowed {
            let column = |it: &Entry<'_>| source.line_column(it.key_span.start).column;
            let by = column(&entry).saturating_sub(column(&entries[nth]));
            let words = yaml_syntax::words_of_swallowed(&entry.key, &entries[nth].key, by);
            found.push(note(source, &yaml_syntax::RULE, Some(entry.key_span.clone()), words));
            entries.insert(nth + 1, entry);
        } else {
            nth += 1;
        }
    }
    found
}

/// The last entry that is none of that map's own, taken out of it with all that is in it.
fn taken<'t>(inner: &mut Vec<Entry<'t>>, shape: &Shape) -> Option<Entry<'t>> {
    let is_strange = |it: &Entry<'_>| !it.key.starts_with("x_") && shape.names().all(|name| name != it.key);
    let is_known = |it: &Entry<'_>| shape.names().any(|name| name == it.key);
    let at = (1..inner.len()).rev().find(|at| {
        let (before, behind) = (&inner[..*at], &inner[at + 1..]);
        is_strange(&inner[*at])
            && match &inner[*at].value.value {
                // Its keys are as deep as it is, and come once more.
                Value::Null => behind.iter().any(|it| before.iter().any(|own| own.key == it.key)),
                Value::Map(own) => own.first().is_some_and(is_known),
                _ => false,
            }
    })?;
    let mut entry = if inner[at].value.value == Value::Null {
        let mut behind = inner.split_off(at).into_iter();
        let mut entry = behind.next()?;
        entry.value.value = Value::Map(behind.collect());
        entry
    } else {
        inner.remove(at)
    };
    if let Value::Map(own) = &entry.value.value {
        let place = |it: &Entry<'_>| it.key_span.start..it.value.span.end.max(it.key_span.end);
        let (first, last) = (own.first().map(place)?, own.last().map(place)?);
        entry.value.span = first.start..last.end;
    }
    Some(entry)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::reports;

    #[test]
    fn an_entry_that_was_indented_too_far_was_told_in_six_messages() {
        reports(
            "\
-- content/papers.yaml --
don:
  title: Đơn
  don-moi:
  title: Đơn mới
  don-cu:
  title: Đơn cũ

anh:
  title: Ảnh
  ho-chieu:
    title: Hộ chiếu
    note: Còn hạn
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
terms: [{time: 5 ngày làm việc, fee: miễn phí, source: b}]
documents: [{paper: don, source: c}, {paper: don-moi}, {paper: don-cu}, {paper: anh}, {paper: ho-chieu}]
sources:
  a:
    title: A
    checked: 2026-11-01
    b:
    title: B
    checked: 2026-11-01
  c:
    title: C
    chua-biet:
    url:
    title: C
",
            &expect![[r#"
                papers.yaml:3:3 C001 [don-moi] `don-moi` is indented too far, and so stands within `don`
                    Take 2 spaces away before `don-moi`, so that it is in line with `don`.
                papers.yaml:5:3 C001 [don-cu] `don-cu` is indented too far, and so stands within `don`
                    Take 2 spaces away before `don-cu`, so that it is in line with `don`.
                papers.yaml:10:3 C001 [ho-chieu] `ho-chieu` is indented too far, and so stands within `anh`
                    Take 2 spaces away before `ho-chieu`, so that it is in line with `anh`.
                procedures/x.yaml:10:5 C001 [b] `b` is indented too far, and so stands within `a`
                    Take 2 spaces away before `b`, so that it is in line with `a`.
                procedures/x.yaml:15:5 C001 [chua-biet] `chua-biet` is indented too far, and so stands within `c`
                    Take 2 spaces away before `chua-biet`, so that it is in line with `c`.
                procedures/x.yaml:16:5 C010 [url] `url` has no value
                    Fill it in, or delete the line.
            "#]],
        );
    }
}
