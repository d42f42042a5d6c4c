//! Entries that are indented too far, and so read as keys of the entry above them; keys that are not
//! indented, and so read as entries.

use super::headless;
use crate::check::ground::Kind;
use crate::check::map::MANY;
use crate::check::note;
use crate::check::roles::Role;
use crate::check::rules::yaml_syntax;
use crate::diagnostic::Diagnostic;
use crate::shape::{self, Shape};
use crate::source::SourceFile;
use crate::source::line::{is_blank, line_before};
use crate::source::tree::{Entry, Node, Value};

/// Spaces by which keys stand below what they belong to, where no other shows it.
const INDENT: usize = 2;

/// Tells of each, and puts it where it belongs: nothing else is wrong with it, nor with who names it.
pub(crate) fn lift(source: &SourceFile, role: Option<&Role>, tree: &mut Node<'_>) -> Vec<Diagnostic> {
    let Value::Map(entries) = &mut tree.value else { return Vec::new() };
    match role {
        Some(Role::Registry(it)) => lift_out(source, entries, it.facts().shape, None),
        Some(Role::Record(Kind::Procedure) | Role::Prose(Kind::Procedure, None)) => {
            let sources = entries.iter_mut().filter(|it| it.key == "sources");
            let maps = sources.filter_map(|it| match &mut it.value.value {
                Value::Map(entries) => Some(entries),
                _ => None,
            });
            let mut found: Vec<Diagnostic> =
                maps.flat_map(|it| lift_out(source, it, &shape::SOURCE, Some(&source.text))).collect();
            found.extend(headless::lists(source, entries));
            found
        }
        _ => Vec::new(),
    }
}

/// `naming` is the text that names such entries, if that is one alone.
fn lift_out(
    source: &SourceFile,
    entries: &mut Vec<Entry<'_>>,
    shape: &Shape,
    naming: Option<&str>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut nth = 0;
    while nth < entries.len() && found.len() < MANY {
        if is_fallen(source, &entries[nth], shape) {
            if nth == 0 {
                let own = entries.iter().take_while(|it| is_fallen(source, it, shape)).count();
                let own = entries.drain(..own).collect();
                found.push(headless::named(source, own, nth, entries, naming));
                continue;
            }
            if let Some(told) = put_back(source, nth, entries) {
                found.push(told);
                continue;
            }
        }
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
            continue;
        }
        let again = match &mut entries[nth].value.value {
            Value::Map(inner) if !is_flow && inner.len() <= MANY => headless::entry(inner),
            _ => None,
        };
        if let Some(own) = again {
            found.push(headless::named(source, own, nth + 1, entries, naming));
        } else {
            if !is_flow {
                found.extend(headless::of_next(source, nth, entries, shape));
            }
            nth += 1;
        }
    }
    found
}

/// Puts the key of that number into the entry above it, where it belongs.
fn put_back(source: &SourceFile, nth: usize, entries: &mut Vec<Entry<'_>>) -> Option<Diagnostic> {
    let column = |it: &Entry<'_>| source.line_column(it.key_span.start).column;
    let (above, fallen) = (&entries[nth - 1], &entries[nth]);
    if source.text[above.value.span.clone()].starts_with('{') {
        return None;
    }
    let by = match &above.value.value {
        Value::Map(inner) => column(inner.first()?).saturating_sub(column(fallen)),
        Value::Null => INDENT,
        _ => return None,
    };
    let words = yaml_syntax::words_of_outside(&fallen.key, &above.key, by);
    let told = note(source, &yaml_syntax::RULE, Some(fallen.key_span.clone()), words);
    let fallen = entries.remove(nth);
    let above = &mut entries[nth - 1].value;
    above.span.end = fallen.value.span.end;
    match &mut above.value {
        Value::Map(inner) => inner.push(fallen),
        empty => {
            above.span.start = fallen.key_span.start;
            *empty = Value::Map(vec![fallen]);
        }
    }
    Some(told)
}

/// A key of an entry that stands where entries begin, in a line of its own, and is none itself.
fn is_fallen(source: &SourceFile, entry: &Entry<'_>, shape: &Shape) -> bool {
    let is_own = |key: &str| shape.has(key);
    let begins_line = || is_blank(line_before(&source.text, entry.key_span.start));
    let is_entry = || match &entry.value.value {
        Value::Map(inner) => inner.iter().any(|it| is_own(&it.key)),
        value => value.is_null(),
    };
    is_own(&entry.key) && !is_entry() && begins_line()
}

/// The last entry that is none of that map's own, taken out of it with all that is in it.
fn taken<'t>(inner: &mut Vec<Entry<'t>>, shape: &Shape) -> Option<Entry<'t>> {
    let is_strange = |it: &Entry<'_>| !it.key.starts_with("x_") && !shape.has(&it.key);
    let is_known = |it: &Entry<'_>| shape.has(&it.key);
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
    let mut entry = if inner[at].value.value.is_null() {
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

    #[test]
    fn a_key_that_had_lost_its_indentation_was_told_as_an_entry_in_four_messages() {
        reports(
            "\
-- content/fields.yaml --
cap-dien:
  title: Cấp điện
summary: {vi: Một, en: One}
hop-dong:
  title: Hợp đồng
summary: Hai
summary:
  title: Tóm tắt
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
terms: [{time: 5 ngày làm việc, fee: miễn phí, source: a}]
sources:
  a:
    title: A
  checked: 2026-11-01
  b: {title: B}
-- content/papers.yaml --
title: Căn cước
note: Của chủ hộ
don:
  title: Đơn
  don-moi:
  title: Đơn mới
anh:
title: Ảnh
ho-chieu: {title: Hộ chiếu}
note: Còn hạn
",
            &expect![[r#"
                audiences.yaml:1:1 C305 [ho-gia-dinh] nothing uses the audience `ho-gia-dinh`
                    Delete it, or use it in a procedure.
                fields.yaml:3:1 C001 [summary] `summary` stands beside `cap-dien` and not in it: it is not indented
                    Indent `summary` by 2 spaces, and so all that belongs to `cap-dien`.
                fields.yaml:4:1 C305 [hop-dong] nothing uses the field `hop-dong`
                    Delete it, or use it in a procedure.
                fields.yaml:6:1 C001 [summary] `summary` stands beside `hop-dong` and not in it: it is not indented
                    Indent `summary` by 2 spaces, and so all that belongs to `hop-dong`.
                fields.yaml:7:1 C305 [summary] nothing uses the field `summary`
                    Delete it, or use it in a procedure.
                legal.yaml:1:1 C305 [luat] nothing uses the legal text `luat`
                    Delete it, or use it in a procedure.
                papers.yaml:1:1 C001 [title] an entry begins with this `title`, and the line with its id is missing
                    Add a line right above: the id of the entry, then a colon.
                papers.yaml:3:1 C305 [don] nothing uses the paper `don`
                    Delete it, or use it in a procedure.
                papers.yaml:5:3 C001 [don-moi] `don-moi` is indented too far, and so stands within `don`
                    Take 2 spaces away before `don-moi`, so that it is in line with `don`.
                papers.yaml:5:3 C305 [don-moi] nothing uses the paper `don-moi`
                    Delete it, or use it in a procedure.
                papers.yaml:7:1 C305 [anh] nothing uses the paper `anh`
                    Delete it, or use it in a procedure.
                papers.yaml:8:1 C001 [title] `title` stands beside `anh` and not in it: it is not indented
                    Indent `title` by 2 spaces, and so all that belongs to `anh`.
                papers.yaml:9:1 C305 [ho-chieu] nothing uses the paper `ho-chieu`
                    Delete it, or use it in a procedure.
                papers.yaml:10:7 C009 [Còn hạn] this should be a map, not text
                    Write `{title: Còn hạn}`.
                procedures/x.yaml:8:3 C001 [checked] `checked` stands beside `a` and not in it: it is not indented
                    Indent `checked` by 2 spaces, and so all that belongs to `a`.
            "#]],
        );
    }
}
