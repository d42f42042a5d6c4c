//! Values that end before their author thinks: at a comma within `{…}`, at ` #`.

use memchr::memchr_iter;

use crate::check::note;
use crate::check::reading::Reading;
use crate::check::rules::{REPEATED, cut_by_comma, cut_by_comment};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::source::line::line_from;
use crate::source::tree::{Entry, Node};

/// What stands behind a comma within `{…}`: a key without a value, not even a colon.
pub(super) fn is_piece(text: &str, entry: &Entry<'_>) -> bool {
    let rest = || text[entry.key_span.end..].trim_start_matches([' ', '\t']);
    entry.value.value.is_null() && !rest().starts_with(':')
}

/// Each entry; if it may be a piece, with the number of the entry whose value goes on in it.
pub(crate) fn pieces<'n>(
    text: &str,
    entries: &'n [Entry<'n>],
) -> impl Iterator<Item = (&'n Entry<'n>, Option<usize>)> {
    let mut whole = None;
    entries.iter().enumerate().map(move |(nth, entry)| {
        if is_piece(text, entry) {
            return (entry, whole);
        }
        whole = Some(nth);
        (entry, None)
    })
}

impl Reading<'_> {
    /// The value of the entry `of` is cut off at a comma within `{…}`, and goes on in the entry
    /// `nth`. Said at its first piece; gives the keys among `names` that only lack their colon.
    pub(crate) fn report_cut<'k>(
        &mut self,
        entries: &[Entry<'_>],
        of: usize,
        nth: usize,
        names: &[&'k str],
    ) -> Vec<(usize, &'k str)> {
        if of + 1 < nth {
            return Vec::new();
        }
        let text = self.source.text.as_ref();
        let run = entries[nth..].iter().take_while(|it| is_piece(text, it)).count().max(1);
        let start = entries[of].value.span.start;
        let whole = &text[start..entries[nth + run - 1].key_span.end];
        // Text in quotes has ended.
        let may_go_on = whole.len() <= REPEATED && !whole.starts_with(['"', '\'', '[', '{']);
        let keys = self.report_uncoloned(entries, nth, names, may_go_on.then_some(whole));
        let end = keys.first().map_or(nth + run, |it| it.0);
        if end == nth {
            return keys;
        }
        let span = start..entries[end - 1].key_span.end;
        let whole = &text[span.clone()];
        let is_degrees = matches!(&*entries[of].key, "lat" | "lon");
        let words =
            if is_degrees { cut_by_comma::words_of_degrees(whole) } else { cut_by_comma::words(whole) };
        self.report(&cut_by_comma::RULE, span, words);
        keys
    }
}

/// Plain values behind which a `#` hides the rest of the line, though it looks like a part of them.
pub(crate) fn comments(source: &SourceFile, tree: &Node<'_>) -> Vec<Diagnostic> {
    let text = source.text.as_ref();
    let is_word = |it: &str| it.starts_with(char::is_alphanumeric);
    let mut found = Vec::new();
    // Nearly no file has one.
    if !memchr_iter(b'#', text.as_bytes()).any(|at| is_word(&text[at + 1..])) {
        return found;
    }
    tree.each_scalar(&mut |node| {
        let is_quoted = text[node.span.clone()].starts_with(['"', '\'', '|', '>']);
        let line = line_from(text, node.span.end);
        let behind = line.trim_start_matches([' ', '\t']);
        if behind.strip_prefix('#').is_some_and(is_word) && !is_quoted {
            let end = node.span.end + line.trim_end().len();
            let span = node.span.end + line.len() - behind.len()..end;
            let words = cut_by_comment::words(&text[node.span.start..end]);
            found.push(note(source, &cut_by_comment::RULE, Some(span), words));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::comments;
    use crate::source::SourceFile;
    use crate::source::tree::parse;

    #[test]
    fn text_behind_a_number_sign_does_not_vanish_unnoticed() {
        let cases = [
            ("a: Theo mục #3 Quyết định\n", Some("#3 Quyết định")),
            ("- Công văn #12  \r\n- b\n", Some("#12")),
            ("a: {b: c #d\n  }\n", Some("#d")),
            ("a: b # lời nhắn\n", None),
            ("a: b #\n", None),
            ("a: b ## c\n", None),
            ("a: \"b #c\" #d\n", None),
            ("a: b#c\n", None),
            ("#a\nb: c\n", None),
            ("a: |\n  b #c\n", None),
        ];
        for (text, hidden) in cases {
            let file = SourceFile::new("content/x.yaml", text);
            let tree = parse(text, 0..text.len()).expect("it is YAML");
            let spans = comments(&file, &tree).into_iter().filter_map(|it| it.span);
            let found: Vec<&str> = spans.map(|it| &text[it]).collect();
            assert_eq!(found, hidden.into_iter().collect::<Vec<_>>(), "{text:?}");
        }
    }
}
