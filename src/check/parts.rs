//! Parts that several kinds of record have in common.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::ground::Kind;
use super::map::Map;
use super::near::near;
use super::reading::Reading;
use super::roles::{Role, role};
use super::rules::{bad_alias, date_order, id_differs, listed_twice, no_such_office, unknown_reference};
use crate::diagnostic::Words;
use crate::model::{Address, Effect, Id, Rare, Source};
use crate::shape;
use crate::source::is_portable;
use crate::source::tree::Node;

/// `id`, which one need not write, is the file's name.
pub(super) fn own_id(reading: &mut Reading<'_>, map: &Map<'_>, id: &Id) {
    let Some(node) = map.get("id") else { return };
    if let Some(written) = reading.scalar(node)
        && written != id.as_str()
    {
        reading.report(&id_differs::RULE, node.span.clone(), id_differs::words(written, id.as_str()));
    }
}

/// The `id` of one of several: `taken` are those before it, and where they stand.
pub(super) fn one_id(
    reading: &mut Reading<'_>,
    map: &Map<'_>,
    taken: &mut FxHashMap<Id, usize>,
) -> Option<Id> {
    let id = reading.required(map, "id", Reading::id)?;
    let span = map.get("id")?.span.clone();
    if let Some(first) = taken.get(&id) {
        let words = listed_twice::words_of_id(id.as_str(), reading.lines.line(*first));
        reading.report(&listed_twice::RULE, span, words);
    } else {
        taken.insert(id.clone(), span.start);
    }
    Some(id)
}

pub(super) fn effect(reading: &mut Reading<'_>, map: &Map<'_>) -> Rare<Effect> {
    let effect = Effect {
        from: reading.optional(map, "from", Reading::date),
        until: reading.optional(map, "until", Reading::date),
        basis: reading.optional(map, "basis", Reading::string).map(String::into_boxed_str),
    };
    in_order(reading, map, "from", effect.from, effect.until);
    effect.into()
}

/// `until` does not come before the day that `key` says.
pub(super) fn in_order(
    reading: &mut Reading<'_>,
    map: &Map<'_>,
    key: &str,
    from: Option<Date>,
    until: Option<Date>,
) {
    if let (Some(from), Some(until), Some(node)) = (from, until, map.get("until"))
        && until < from
    {
        let words = date_order::words(key, &from.to_string(), &until.to_string());
        reading.report(&date_order::RULE, node.span.clone(), words);
    }
}

pub(super) fn source(reading: &mut Reading<'_>, node: &Node) -> Option<Source> {
    let map = reading.map(node, &shape::SOURCE)?;
    let title = reading.required(&map, "title", Reading::text);
    let url = reading.optional(&map, "url", Reading::url);
    let checked = reading.optional(&map, "checked", Reading::past_date);
    let note = reading.optional(&map, "note", Reading::text);
    Some(Source { title: title?, url, checked, note })
}

/// An id, or a pattern with `*`, to the offices it names.
pub(super) fn offices(reading: &mut Reading<'_>, node: &Node) -> Option<Vec<Id>> {
    let pattern = reading.scalar(node)?;
    let ground = reading.ground;
    let mut ids: Vec<Id> =
        ground.names.of(Kind::Office).filter(|it| matches(pattern, it.as_str())).cloned().collect();
    ids.sort_unstable();
    if ids.is_empty() && !reading.lacks_all(Kind::Office, pattern, node) {
        if pattern.contains('*') {
            reading.report(&no_such_office::RULE, node.span.clone(), no_such_office::words(pattern));
        } else {
            reading.mentions.unknown.push((Kind::Office, pattern.to_owned(), node.span.clone()));
            let [vi, en, home] = Kind::Office.words();
            let near = near(pattern, ground.names.of(Kind::Office).map(Id::as_str));
            let words = unknown_reference::words(pattern, vi, en, near, home);
            reading.report(&unknown_reference::RULE, node.span.clone(), words);
        }
    }
    reading.mentions.entries.extend(ids.iter().map(|it| (Kind::Office, it.clone(), node.span.clone())));
    Some(ids)
}

/// Whether `*` in the pattern can stand for the rest of the name.
fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let Some(last) = pattern.rsplit_once('*').map(|(_, last)| last) else { return rest.is_empty() };
    let inner = pattern.matches('*').count() - 1;
    for part in parts.take(inner) {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// The earlier address that is meant by an id, by the name of a file or by a whole address.
fn meant_alias(file: &str, text: &str) -> Option<String> {
    if let Some((_, path)) = text.split_once("://").and_then(|it| it.1.split_once('/')) {
        let is_path = !path.is_empty() && !path.contains(['?', '#', '%']);
        return is_path.then(|| format!("/{path}"));
    }
    let name = text.strip_suffix(".yaml").or_else(|| text.strip_suffix(".md"));
    let name = match name {
        Some(name) => name.rsplit('/').next()?,
        None => Some(text).filter(|it| !it.contains('/'))?,
    };
    let id: Id = name.parse().ok()?;
    let address = match role(file)? {
        Role::Record(kind) | Role::Prose(kind, _) => match kind {
            Kind::Procedure => Address::procedure(&id),
            Kind::Journey => Address::journey(&id),
            _ => return None,
        },
        Role::Page(..) => Address::page(id.as_str()),
        _ => return None,
    };
    Some(address.written())
}

/// Could it be where a page is, with a slash in front or without?
pub(super) fn is_path(text: &str) -> bool {
    let path = text.trim_start_matches('/');
    !path.is_empty()
        && !text.starts_with("//")
        && !path.contains("//")
        && path.split('/').all(|it| it != ".." && it != ".")
        && odd_in_path(path).is_none()
}

/// The first sign that no address may have: settings of hosts, which name addresses, read it as
/// something else, and a ledger could not note it.
pub(super) fn odd_in_path(path: &str) -> Option<char> {
    path.chars().find(|c| !c.is_alphanumeric() && !"/-_.~".contains(*c))
}

/// Bytes of an address; systems hold paths of 1,024 at least, and the output folder is in front of it.
const LONGEST: usize = 800;

/// Why not every disk could hold what is at this address.
pub(super) fn unportable(text: &str) -> Option<[Words; 2]> {
    if text.len() > LONGEST {
        return Some(bad_alias::words_of_length(text.len(), LONGEST));
    }
    let step = text.split('/').find(|it| !it.is_empty() && !is_portable(it))?;
    Some(bad_alias::words_of_step(step))
}

/// An earlier address of the page.
pub(super) fn alias(reading: &mut Reading<'_>, node: &Node) -> Option<Address> {
    let text = reading.scalar(node)?;
    if let Some(meant) = meant_alias(&reading.source.path, text) {
        reading.report(&bad_alias::RULE, node.span.clone(), bad_alias::words_of_other(text, &meant));
        return None;
    }
    if !is_path(text) {
        let is_name = !text.contains('/') && text.contains(' ');
        let is_record = matches!(role(&reading.source.path), Some(Role::Record(_) | Role::Prose(..)));
        let words =
            if is_name && is_record { bad_alias::words_of_name(text) } else { bad_alias::words(text) };
        reading.report(&bad_alias::RULE, node.span.clone(), words);
        return None;
    }
    if let Some(words) = unportable(text) {
        reading.report(&bad_alias::RULE, node.span.clone(), words);
        return None;
    }
    let address = Address::verbatim(text);
    reading.mentions.aliases.push((address.clone(), node.span.clone()));
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    /// It was taken for `/sang-ten/`, where nothing had been.
    #[test]
    fn an_old_id_among_the_aliases_led_from_an_address_that_never_was() {
        let record = "content/procedures/a/x.yaml";
        for (file, text, expected) in [
            (record, "sang-ten", Some("/thu-tuc/sang-ten/")),
            (record, "../b/sang-ten.yaml", Some("/thu-tuc/sang-ten/")),
            (record, "https://thutuc.vn/thu-tuc/sang-ten/", Some("/thu-tuc/sang-ten/")),
            ("content/pages/hoi-dap.md", "faq", Some("/faq/")),
            (record, "sang-ten.md", Some("/thu-tuc/sang-ten/")),
            ("content/procedures/a/x.md", "sang-ten", Some("/thu-tuc/sang-ten/")),
            ("content/journeys/x.yaml", "xay-nha", Some("/tinh-huong/xay-nha/")),
            (record, "https://thutuc.vn/", None),
            (record, "/sang-ten/", None),
            (record, "cu/sang-ten/", None),
            (record, "Sang tên", None),
            (record, "https://thutuc.vn/x?id=1", None),
        ] {
            assert_eq!(meant_alias(file, text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn patterns_match() {
        for (pattern, name, expected) in [
            ("pgd-*", "pgd-a", true),
            ("*", "x", true),
            ("pgd-*", "ttphcc-a", false),
            ("a-*-c", "a-b-c", true),
            ("a-*-c", "a-c", false),
            ("*-b-*", "a-b-c", true),
            ("abc", "abc", true),
            ("ab", "abc", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn a_page_was_told_to_move_a_name_to_a_key_that_it_does_not_have() {
        let told = |files: &str| shown(&sources(files), Language::Vi);
        let page = told("-- content/pages/x.md --\n---\ntitle: X\naliases: [Hỏi đáp]\n---\nA\n");
        assert!(page.contains(" C121 ") && !page.contains("also_called"), "{page}");
        let record = told(&bare("x", "aliases: [Sang tên]\n"));
        assert!(record.contains(" C121 ") && record.contains("also_called"), "{record}");
    }
}
