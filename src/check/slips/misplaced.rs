//! Values that YAML takes for something else than their author: entries beside their map, lists below
//! a key of their own, items that semicolons part.

use super::pasted::value;
use crate::check::meant;
use crate::check::near::near;
use crate::check::reading::Reading;
use crate::check::rules::yaml_syntax;
use crate::shape::{Key, Shape, Value as Inner};
use crate::source::parts_items;
use crate::source::tree::{Entry, Node, Value};

/// In the place of a comma.
fn parts(it: char) -> bool {
    it == ';' || parts_items(it)
}

/// Is the list on the lines below an unknown key that of the key above, which has no value?
pub(crate) fn is_list_of(text: &str, entry: &Entry<'_>, above: &Entry<'_>, shape: &Shape) -> bool {
    let takes_list = |it: &Key| it.value.item().is_some();
    let is_list = above.value.value.is_null()
        && matches!(entry.value.value, Value::List(_))
        && text.get(entry.key_span.end..entry.value.span.start).is_some_and(|it| it.contains('\n'))
        && shape.key(&above.key).is_some_and(takes_list);
    if !is_list || shape.has(&entry.key) || entry.key.starts_with("x_") {
        return false;
    }
    let meant = meant::word(&entry.key, &shape.names()).or_else(|| near(&entry.key, shape.names()));
    meant.is_none_or(|it| it == above.key)
}

/// What to type for a key that stands below another one.
pub(crate) enum Home {
    /// That other key, with rows, which the record lacks.
    New(&'static str, String),
    /// That other key, and what a row of it takes.
    Known(&'static str, String),
}

/// Where a key of a record belongs that is of its rows: of time and fee, or of ways to apply.
pub(crate) fn home(entries: &[Entry<'_>], shape: &Shape, key: &str) -> Option<Home> {
    const OF_TERMS: [&str; 5] = ["time", "time_note", "fee", "fee_note", "payer"];
    const OF_CHANNELS: [(&str, &str); 4] =
        [("hotline", "phone"), ("phone", "phone"), ("tel", "phone"), ("email", "email")];
    let said = |it: &Entry<'_>, key: &str| match &it.value.value {
        Value::Scalar(text) if !text.contains('\n') => format!("{key}: {}", value(text)),
        _ => format!("{key}: …"),
    };
    // The rows are sought last: each unknown key of a large map asks.
    let has = |key: &str| entries.iter().any(|it| it.key == key);
    let own = |key: &str| entries.iter().find(|it| it.key == key);
    if OF_TERMS.contains(&key) && shape.has("terms") {
        if has("terms") {
            return Some(Home::Known("terms", said(own(key)?, key)));
        }
        let told =
            entries.iter().filter(|it| OF_TERMS.contains(&it.key.as_ref())).map(|it| said(it, &it.key));
        return Some(Home::New("terms", format!("terms: [{{{}}}]", told.collect::<Vec<_>>().join(", "))));
    }
    let (_, kind) = OF_CHANNELS.iter().find(|it| it.0 == key).filter(|_| shape.has("channels"))?;
    let row = format!("{{kind: {kind}, {}}}", said(own(key)?, kind));
    Some(if has("channels") {
        Home::Known("channels", row)
    } else {
        Home::New("channels", format!("channels: [{row}]"))
    })
}

impl Reading<'_> {
    /// Does an unknown key below an entry belong into that entry's map, and is only not indented?
    pub(crate) fn is_outside(&self, entry: &Entry<'_>, of: &Entry<'_>, within: &Key) -> bool {
        let (keys, by_id) = match within.value {
            Inner::ById(shape) => (shape, true),
            Inner::Map(shape) => (shape, false),
            _ => return false,
        };
        let knows = |key: &str| keys.has(key);
        let is_one = match &entry.value.value {
            Value::Map(inner) if by_id => inner.iter().any(|it| knows(&it.key)),
            _ => !by_id && knows(&entry.key),
        };
        let column = |it: &Entry<'_>| self.source.line_column(it.key_span.start).column;
        is_one && column(entry) == column(of) && !entry.key.starts_with("x_")
    }

    /// Tells of such a key, once for that entry; `false` of any other.
    pub(crate) fn report_outside(&mut self, entry: &Entry<'_>, of: &Entry<'_>, within: &'static Key) -> bool {
        if !self.is_outside(entry, of, within) {
            return false;
        }
        if !self.undeclared.contains(&within.name) {
            let by = self.source.line_column(of.key_span.start).column + 1;
            let words = yaml_syntax::words_of_outside(&entry.key, &of.key, by);
            self.report(&yaml_syntax::RULE, entry.key_span.clone(), words);
            self.undeclared.push(within.name);
        }
        if let Inner::Map(inner) = within.value {
            self.strays.extend(inner.key(&entry.key).map(|it| (of.value.span.start, it.name)));
        }
        true
    }

    /// Several items of a list in one line that are one to YAML; what means the sign itself is in quotes.
    pub(crate) fn is_parted_by_semicolons(&mut self, item: &Node) -> bool {
        let written = &self.source.text[item.span.clone()];
        let is_so = matches!(item.value, Value::Scalar(_))
            && written.contains(parts)
            && !written.starts_with(['"', '\''])
            && written.split(parts).all(|it| !it.trim().is_empty());
        if is_so {
            let items: Vec<&str> = written.split(parts).map(str::trim).collect();
            let better = items.join(", ");
            let words = match written.chars().find(|it| parts_items(*it)) {
                Some(sign) => yaml_syntax::words_of_wide(sign, &better),
                None => yaml_syntax::words_of_semicolons(&better),
            };
            self.report(&yaml_syntax::RULE, item.span.clone(), words);
        }
        is_so
    }
}

#[cfg(test)]
mod tests;
