//! Entries and lists that have lost the line with their name, and so go on with the one above them.

use super::note;
use super::rules::yaml_syntax;
use crate::diagnostic::Diagnostic;
use crate::shape::{self, Need, Shape, Value as Inner};
use crate::source::SourceFile;
use crate::source::tree::{Entry, Node, Value};

/// What begins once more as that map does, and goes on with keys that it has, taken out of it.
pub(super) fn entry<'t>(inner: &mut Vec<Entry<'t>>) -> Option<Vec<Entry<'t>>> {
    let at = (1..inner.len()).find(|at| {
        let (before, behind) = (&inner[..*at], &inner[at + 1..]);
        inner[*at].key == before[0].key
            && inner[*at].value.value != before[0].value.value
            && behind.iter().any(|it| before.iter().any(|own| own.key == it.key))
    })?;
    Some(inner.split_off(at))
}

/// Tells of an entry with these keys; where `naming`, which names such entries, shows which it was, it
/// gets its place among them again.
pub(super) fn named<'t>(
    source: &SourceFile,
    own: Vec<Entry<'t>>,
    place: usize,
    entries: &mut Vec<Entry<'t>>,
    naming: Option<&str>,
) -> Diagnostic {
    let id = naming.and_then(|it| lost(it, entries));
    let (key, span) = (own[0].key.clone(), own[0].key_span.clone());
    let words = yaml_syntax::words_of_headless(&key, id.as_deref());
    if let Some(id) = id {
        let end = own.last().map_or(span.end, |it| it.value.span.end);
        let value = Node { span: span.start..end, value: Value::Map(own) };
        entries.insert(place, Entry { key: id.into(), key_span: span.clone(), value });
    }
    note(source, &yaml_syntax::RULE, Some(span), words)
}

/// The only source that a record names and does not list.
fn lost(text: &str, sources: &[Entry<'_>]) -> Option<String> {
    let is_of_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let named = text.match_indices("source: ").map(|(at, it)| {
        let id = text[at + it.len()..].trim_start_matches(['"', '\'']);
        &id[..id.len() - id.trim_start_matches(is_of_id).len()]
    });
    let mut missing = named.filter(|it| !it.is_empty() && sources.iter().all(|own| own.key != *it));
    let first = missing.next()?;
    missing.all(|it| it == first).then(|| first.to_owned())
}

/// Tells of lists of a procedure that go on with the items of another, and parts them.
pub(super) fn lists(source: &SourceFile, entries: &mut Vec<Entry<'_>>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut nth = 0;
    while nth < entries.len() {
        if let Some((at, key)) = other_list(&entries[nth], entries) {
            let Value::List(items) = &mut entries[nth].value.value else { break };
            let items = items.split_off(at);
            let span = items[0].span.start..items[items.len() - 1].span.end;
            let first = keys(&items[0]).first().map_or(span.clone(), |it| it.key_span.clone());
            found.push(note(
                source,
                &yaml_syntax::RULE,
                Some(first.clone()),
                yaml_syntax::words_of_lost_key(key),
            ));
            let value = Node { span, value: Value::List(items) };
            entries.insert(nth + 1, Entry { key: key.into(), key_span: first, value });
        }
        nth += 1;
    }
    found
}

/// From which item on a list is that of another key, which the record does not have.
fn other_list(entry: &Entry<'_>, entries: &[Entry<'_>]) -> Option<(usize, &'static str)> {
    let Value::List(items) = &entry.value.value else { return None };
    let own = item_of(&shape::PROCEDURE.keys.iter().find(|it| it.name == entry.key)?.value)?;
    let has = |shape: &Shape, key: &str| key.starts_with("x_") || shape.names().any(|it| it == key);
    let is_strange = |item: &Node<'_>| keys(item).iter().any(|it| !has(own, &it.key));
    // Whatever has joined goes on to the end; mostly nothing has.
    items.last().filter(|it| is_strange(it))?;
    let at = (1..items.len()).find(|at| is_strange(&items[*at]))?;
    let is_of = |shape: &Shape| {
        let needed = shape.keys.iter().filter(|it| it.need == Need::Always);
        needed.map(|it| it.name).all(|name| keys(&items[at]).iter().any(|it| it.key == name))
            && items[at..]
                .iter()
                .all(|it| !keys(it).is_empty() && keys(it).iter().all(|it| has(shape, &it.key)))
    };
    let lacking = shape::PROCEDURE.keys.iter().filter(|it| entries.iter().all(|own| own.key != it.name));
    let mut fitting = lacking.filter(|it| item_of(&it.value).is_some_and(is_of)).map(|it| it.name);
    let key = fitting.next()?;
    fitting.next().is_none().then_some((at, key))
}

fn keys<'n, 't>(item: &'n Node<'t>) -> &'n [Entry<'t>] {
    match &item.value {
        Value::Map(inner) => inner,
        _ => &[],
    }
}

/// The map that an item of such a list may be.
fn item_of(value: &'static Inner) -> Option<&'static Shape> {
    let item = match value {
        Inner::List(item) | Inner::OneOrMore(item) => *item,
        _ => return None,
    };
    let choices = if let Inner::Either(choices) = item { choices } else { std::slice::from_ref(item) };
    choices.iter().find_map(|it| match it {
        Inner::Map(shape) => Some(*shape),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::reports;

    #[test]
    fn an_entry_that_had_lost_the_line_with_its_id_was_told_as_keys_written_twice() {
        reports(
            "\
-- content/papers.yaml --
can-cuoc:
  title: Căn cước
  note: Của chủ hộ
  title: Hộ chiếu
  note: Còn hạn
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
documents: [{paper: can-cuoc, source: a}]
terms: [{time: 5 ngày làm việc, fee: miễn phí, source: evn-bieu-phi}]
sources:
  a:
    title: A
    checked: 2026-11-01
    title: B
    checked: 2026-11-02
  c:
    title: C
    title: D
",
            &expect![[r#"
                papers.yaml:4:3 C001 [title] an entry begins with this `title`, and the line with its id is missing
                    Add a line right above: the id of the entry, then a colon.
                procedures/x.yaml:10:5 C001 [title] an entry begins with this `title`, and the line with its id is missing
                    Add the line `evn-bieu-phi:` right above.
                procedures/x.yaml:14:5 C008 [title] the key `title` is written twice
                    Keep one of them; the first is on line 13.
            "#]],
        );
    }

    #[test]
    fn a_list_that_had_lost_its_key_was_told_in_three_messages_an_item() {
        reports(
            "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
documents:
  - {paper: can-cuoc, copies: 1}
  - {by: customer, title: Gửi yêu cầu}
  - {by: customer, title: Ký, text: Hai bản}
channels:
  - {kind: online}
  - {time: 5 ngày làm việc, fee: miễn phí, source: a}
  - {fee: 5 USD, case: b, source: a}
apply: [{url: \"https://dichvucong.gov.vn/x\"}, {id: b, title: B}]
sources:
    title: A
    checked: 2026-11-01
-- content/procedures/y.yaml --
title: Y
field: cap-dien
agency: evn
unconfirmed: [fee]
documents:
  - {paper: can-cuoc}
  - {by: customer, title: Gửi yêu cầu}
  - {paper: can-cuoc, copy: 1}
terms: [{time: 5 ngày làm việc}]
steps: []
",
            &expect![[r#"
                procedures/x.yaml:6:6 C001 [by] `steps` begins with this item, and the line `steps:` is missing
                    Add the line `steps:` right above.
                procedures/x.yaml:10:6 C001 [time] `terms` begins with this item, and the line `terms:` is missing
                    Add the line `terms:` right above.
                procedures/x.yaml:12:48 C001 [id] `cases` begins with this item, and the line `cases:` is missing
                    Add the line `cases:` right above.
                procedures/x.yaml:14:5 C001 [title] an entry begins with this `title`, and the line with its id is missing
                    Add the line `a:` right above.
                procedures/y.yaml:7:6 C006 [by] there is no key `by` here
                    Use one of: paper, name, any_of, originals, copies, certified_copies, case, channel, agency, note, form, form_url, source, unconfirmed, from, until, basis; a key of your own is called `x_by`.
                procedures/y.yaml:7:6 C119 [by] a paper needs exactly one of `paper`, `name`, `any_of`
                    Use `paper` for an entry of papers.yaml, `name` for free text.
                procedures/y.yaml:7:20 C006 [title] there is no key `title` here
                    Use one of: paper, name, any_of, originals, copies, certified_copies, case, channel, agency, note, form, form_url, source, unconfirmed, from, until, basis; a key of your own is called `x_title`.
                procedures/y.yaml:8:23 C006 [copy] there is no key `copy` here
                    Use one of: paper, name, any_of, originals, copies, certified_copies, case, channel, agency, note, form, form_url, source, unconfirmed, from, until, basis; a key of your own is called `x_copy`.
            "#]],
        );
    }
}
