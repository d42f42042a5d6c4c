//! Entries and lists that have lost the line with their name, and so go on with the one above them, or
//! whose line has changed places with the one beside it.

use std::ops::Range;

use crate::check::note;
use crate::check::rules::yaml_syntax;
use crate::diagnostic::{Diagnostic, Words};
use crate::shape::{self, Shape, Value as Inner};
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

/// A key at the end of the entry of that number that it has already and the next one lacks, put there:
/// two lines have changed places.
pub(super) fn of_next(
    source: &SourceFile,
    nth: usize,
    entries: &mut [Entry<'_>],
    shape: &Shape,
) -> Option<Diagnostic> {
    let [own, next] = entries.get_mut(nth..nth + 2)? else { return None };
    let Value::Map(inner) = &mut own.value.value else { return None };
    let (last, before) = inner.split_last()?;
    let is_strayed = before.iter().any(|it| it.key == last.key) && shape.has(&last.key);
    let lacks = match &next.value.value {
        Value::Map(inner) => inner.iter().all(|it| it.key != last.key),
        value => value.is_null(),
    };
    if !is_strayed || !lacks {
        return None;
    }
    let strayed = inner.pop()?;
    let words = yaml_syntax::words_of_above(&next.key);
    let told = note(source, &yaml_syntax::RULE, Some(strayed.key_span.clone()), words);
    match &mut next.value.value {
        Value::Map(inner) => inner.insert(0, strayed),
        empty => *empty = Value::Map(vec![strayed]),
    }
    Some(told)
}

/// Tells of lists of a procedure that go on with the items of another, and parts them.
pub(super) fn lists(source: &SourceFile, entries: &mut Vec<Entry<'_>>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut tell = |items: &[Node<'_>], words: [Words; 2]| {
        let first = keys(&items[0]).first().map_or(items[0].span.clone(), |it| it.key_span.clone());
        found.push(note(source, &yaml_syntax::RULE, Some(first.clone()), words));
        first
    };
    let mut nth = 0;
    while nth < entries.len() {
        // Within brackets no line was lost.
        let is_flow = source.text[entries[nth].value.span.clone()].starts_with('[');
        let seen = list(&entries[nth]).filter(|_| !is_flow);
        let seen = seen.map(|(items, own)| (joined(items, own), strayed(items, own)));
        let (at, to) = seen.unwrap_or_default();
        if let Some(at) = at {
            if let Some((items, next)) = below(entries, nth, at) {
                tell(&items, yaml_syntax::words_of_above(&next.key));
                match &mut next.value.value {
                    Value::List(own) => drop(own.splice(0..0, items)),
                    empty => *empty = Value::List(items),
                }
            } else if let Some(key) = lost_key(&entries[nth], at, entries) {
                let items = split(&mut entries[nth], at..usize::MAX);
                let span = items[0].span.start..items[items.len() - 1].span.end;
                let key_span = tell(&items, yaml_syntax::words_of_lost_key(key));
                let value = Node { span, value: Value::List(items) };
                entries.insert(nth + 1, Entry { key: key.into(), key_span, value });
            }
        } else if 0 < to && 0 < nth && belong(&entries[nth], to, &entries[nth - 1]) {
            let items = split(&mut entries[nth], 0..to);
            tell(&items, yaml_syntax::words_of_below(&entries[nth - 1].key, &entries[nth].key));
            if let Value::List(own) = &mut entries[nth - 1].value.value {
                own.extend(items);
            }
        }
        nth += 1;
    }
    found
}

/// Those items of a list, taken out of it.
fn split<'t>(entry: &mut Entry<'t>, range: Range<usize>) -> Vec<Node<'t>> {
    match &mut entry.value.value {
        Value::List(items) => items.drain(range.start..range.end.min(items.len())).collect(),
        _ => Vec::new(),
    }
}

/// The items of a list of a procedure, and what they are.
fn list<'n, 't>(entry: &'n Entry<'t>) -> Option<(&'n [Node<'t>], &'static Shape)> {
    let Value::List(items) = &entry.value.value else { return None };
    Some((items, shape_of(&entry.key)?))
}

fn shape_of(key: &str) -> Option<&'static Shape> {
    shape::PROCEDURE.key(key)?.value.item()?.map()
}

fn has(shape: &Shape, key: &str) -> bool {
    key.starts_with("x_") || shape.has(key)
}

fn is_strange(item: &Node<'_>, shape: &Shape) -> bool {
    keys(item).iter().any(|it| !has(shape, &it.key))
}

/// Are these all such maps, the first of them whole?
fn fit(items: &[Node<'_>], shape: &Shape) -> bool {
    shape.needed().all(|needed| keys(&items[0]).iter().any(|it| it.key == needed))
        && items.iter().all(|it| !keys(it).is_empty() && !is_strange(it, shape))
}

/// From which item on a list is another one.
fn joined(items: &[Node<'_>], own: &Shape) -> Option<usize> {
    // Whatever has joined goes on to the end; mostly nothing has.
    items.last().filter(|it| is_strange(it, own))?;
    (1..items.len()).find(|at| is_strange(&items[*at], own))
}

/// The items from `at` on, if they are of the list below, and that.
fn below<'e, 't>(
    entries: &'e mut [Entry<'t>],
    nth: usize,
    at: usize,
) -> Option<(Vec<Node<'t>>, &'e mut Entry<'t>)> {
    let [own, next] = entries.get_mut(nth..nth + 2)? else { return None };
    let is_list = matches!(next.value.value, Value::List(_) | Value::Null);
    let shape = shape_of(&next.key).filter(|_| is_list)?;
    fit(&list(own)?.0[at..], shape).then(|| (split(own, at..usize::MAX), next))
}

/// How many items at the start of a list are of none such as the others.
fn strayed(items: &[Node<'_>], own: &Shape) -> usize {
    let to = items.iter().take_while(|it| is_strange(it, own)).count();
    if to < items.len() { to } else { 0 }
}

/// Are the items of a list up to `to` of the one `above` it?
fn belong(entry: &Entry<'_>, to: usize, above: &Entry<'_>) -> bool {
    let lists = list(entry).zip(list(above));
    lists.is_some_and(|((items, _), (_, above))| fit(&items[..to], above))
}

/// The one key that the record does not have and whose list begins with that item.
fn lost_key(entry: &Entry<'_>, at: usize, entries: &[Entry<'_>]) -> Option<&'static str> {
    let (items, _) = list(entry)?;
    let lacking = shape::PROCEDURE.keys.iter().filter(|it| entries.iter().all(|own| own.key != it.name));
    let mut fitting =
        lacking.filter(|it| it.value.item().and_then(Inner::map).is_some_and(|it| fit(&items[at..], it)));
    let key = fitting.next()?.name;
    fitting.next().is_none().then_some(key)
}

fn keys<'n, 't>(item: &'n Node<'t>) -> &'n [Entry<'t>] {
    match &item.value {
        Value::Map(inner) => inner,
        _ => &[],
    }
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
                procedures/x.yaml:11:24 C301 [b] there is no case `b`: the record has no `cases`
                    Add `cases` with `b`, or delete this; if it was lost, bring back what it was.
                procedures/x.yaml:12:48 C006 [id] there is no key `id` here
                    Use one of: url, channel, case, agency, sign_in, note, down; a key of your own is called `x_id`.
                procedures/x.yaml:12:48 C007 [id] the key `url` is missing
                    Add a line `url: …`.
                procedures/x.yaml:12:55 C006 [title] there is no key `title` here
                    Use one of: url, channel, case, agency, sign_in, note, down; a key of your own is called `x_title`.
                procedures/x.yaml:14:5 C001 [title] an entry begins with this `title`, and the line with its id is missing
                    Add the line `a:` right above.
                procedures/y.yaml:7:6 C006 [by] there is no key `by` here
                    Use one of: paper, name, any_of, originals, copies, certified_copies, case, channel, agency, note, form, form_url, source, unconfirmed, from, until, basis; a key of your own is called `x_by`.
                procedures/y.yaml:7:20 C006 [title] there is no key `title` here
                    Write `name`; a key of your own is called `x_title`.
                procedures/y.yaml:8:23 C006 [copy] there is no key `copy` here
                    Use one of: paper, name, any_of, originals, copies, certified_copies, case, channel, agency, note, form, form_url, source, unconfirmed, from, until, basis; a key of your own is called `x_copy`.
            "#]],
        );
    }

    #[test]
    fn lines_that_had_changed_places_were_told_as_keys_that_are_there_twice_and_not_at_all() {
        reports(
            "\
-- content/papers.yaml --
can-cuoc:
  title: Căn cước
  title: Hộ chiếu
ho-chieu:
  note: Còn hạn
don:
  title: Đơn
  title: Ảnh
anh:
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
documents:
  - {paper: can-cuoc, copies: 1}
  - {by: customer, title: Gửi yêu cầu}
steps:
  - {by: agency, title: Kiểm tra}
legal:
  - {by: agency, title: Trả lời}
  - {text: luat, article: Điều 1}
conditions:
  - {text: Đủ điều kiện}
  - {name: Giấy chứng nhận}
result:
terms: [{time: 5 ngày làm việc, fee: miễn phí, source: a}, {paper: don}]
sources:
  a:
    title: A
    checked: 2026-11-01
    title: B
  b:
    checked: 2026-11-01
",
            &expect![[r#"
                papers.yaml:3:3 C001 [title] this belongs to `ho-chieu`, and stands above the line `ho-chieu:`
                    Move the line `ho-chieu:` right above this.
                papers.yaml:8:3 C001 [title] this belongs to `anh`, and stands above the line `anh:`
                    Move the line `anh:` right above this.
                procedures/x.yaml:6:6 C001 [by] this belongs to `steps`, and stands above the line `steps:`
                    Move the line `steps:` right above this.
                procedures/x.yaml:10:6 C001 [by] this item belongs to `steps`, and stands below the line `legal:`
                    Move the line `legal:` right below this.
                procedures/x.yaml:14:6 C001 [name] this belongs to `result`, and stands above the line `result:`
                    Move the line `result:` right above this.
                procedures/x.yaml:16:61 C006 [paper] there is no key `paper` here
                    Write `payer`; a key of your own is called `x_paper`.
                procedures/x.yaml:21:5 C001 [title] this belongs to `b`, and stands above the line `b:`
                    Move the line `b:` right above this.
            "#]],
        );
    }
}
