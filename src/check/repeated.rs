//! Items of a list, and lines of Markdown, that say what another one has said.

use std::ops::Range;

use memchr::memchr_iter;
use rustc_hash::FxHashMap;

use super::map::MANY;
use super::note;
use super::reading::Reading;
use super::rules::said_twice;
use crate::source::tree::Node;

impl Reading<'_> {
    /// Items that are written as earlier ones are; those in a row are told in one.
    pub(super) fn note_repeated(&mut self, items: &[Node<'_>]) {
        let repeated = repeated(&self.source.text, items);
        for run in repeated.chunk_by(|a, b| (a.0 + 1, a.1 + 1) == *b) {
            let ((first, as_first), (last, _)) = (run[0], run[run.len() - 1]);
            let line = self.lines.line(items[as_first].span.start);
            let span = items[first].span.start..items[last].span.end;
            let words = said_twice::words(run.len(), line);
            self.aside.push(note(self.source, &said_twice::RULE, Some(span), words));
        }
    }

    /// Lines of Markdown that stand once more right below, with nothing or an empty line between.
    pub(super) fn note_repeated_lines(&mut self, body: Range<usize>) {
        let text = &self.source.text[body.clone()];
        let (mut start, mut last, mut is_told) = (0, 0..0, false);
        let mut fences = Fences { text, until: 0, is_open: false };
        for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
            let written = text[start..end].trim_ascii_end();
            let span = start..start + written.len();
            start = text.len().min(end + 1);
            if written.is_empty() {
                continue;
            }
            let is_same = text[last.clone()] == *written;
            // What rules off a table says nothing.
            let says = || written.bytes().any(|it| it.is_ascii_alphabetic());
            if is_same && !is_told && says() && !fences.is_open(span.start) {
                let line = self.lines.line(body.start + last.start);
                let place = body.start + span.start..body.start + span.end;
                let words = said_twice::words_of_line(line);
                self.aside.push(note(self.source, &said_twice::RULE, Some(place), words));
            }
            is_told = is_same;
            last = span;
        }
    }
}

/// What opens and closes blocks of code, looked at as far as somebody asked.
struct Fences<'t> {
    text: &'t str,
    until: usize,
    is_open: bool,
}

impl Fences<'_> {
    /// At the line that begins there.
    fn is_open(&mut self, at: usize) -> bool {
        let lines = self.text[self.until..at].lines();
        let fences = lines.filter(|it| it.trim_start().starts_with("```")).count();
        self.until = at;
        self.is_open ^= fences % 2 == 1;
        self.is_open
    }
}

/// The numbers of such items, each with that of the first that is written so.
fn repeated(text: &str, items: &[Node<'_>]) -> Vec<(usize, usize)> {
    let written = |nth: usize| &text.as_bytes()[items[nth].span.clone()];
    let mut found = Vec::new();
    if items.len() <= MANY {
        for nth in 1..items.len() {
            found.extend((0..nth).find(|it| written(*it) == written(nth)).map(|first| (nth, first)));
        }
    } else {
        let mut firsts: FxHashMap<&[u8], usize> = FxHashMap::default();
        for nth in 0..items.len() {
            let first = *firsts.entry(written(nth)).or_insert(nth);
            found.extend((first < nth).then_some((nth, first)));
        }
    }
    found.retain(|(nth, _)| !items[*nth].value.is_null());
    found
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::reports;

    #[test]
    fn a_paper_listed_twice_was_counted_twice_without_a_word() {
        reports(
            "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
unconfirmed: [time, fee]
also_called: [mua điện, lắp điện, điện mới, mua điện, lắp điện, kéo điện]
documents:
  - {paper: can-cuoc, copies: 1}
  - paper: can-cuoc
    copies: 2
  - {paper: can-cuoc, copies: 1}
  - paper: can-cuoc
    copies: 2
sources:
  a: {title: A}
-- content/procedures/x.md --
## Ở đâu?
## Ở đâu?

```
Mã khách hàng
Mã khách hàng
```

| Nơi | Phí |
| --- | --- |
| --- | --- |
| Hà Nội | tại nhà |
| Hà Nội | tại nhà |

Gọi 1900 1288.
Đến điện lực.
Gọi 1900 1288.
",
            &expect![[r#"
                procedures/x.md:2:1 C133 [## Ở đâu?] this line is the same as line 1
                    Delete one of the two.
                procedures/x.md:13:1 C133 [| Hà Nội | tại nhà |] this line is the same as line 12
                    Delete one of the two.
                procedures/x.yaml:5:45 C133 [mua điện, lắp điện] these 2 items are the same as those from line 5 on
                    Keep them once.
                procedures/x.yaml:8:5 C133 [paper: can-cuoc
                    copies: 2] the paper `can-cuoc` stands in line 7 already: pages list and count both
                    Make it one item with all its counts; if they are two papers, tell them apart by `note`.
                procedures/x.yaml:10:5 C133 [{paper: can-cuoc, copies: 1}
                  - paper: can-cuoc
                    copies: 2] these 2 items are the same as those from line 7 on
                    Keep them once.
            "#]],
        );
    }

    #[test]
    fn of_many_items_the_same_are_found_as_of_few() {
        for many in [3, 65, 1_000] {
            let names: String = (0..many).map(|it| format!("t{}, ", it % (many - 1))).collect();
            let record = super::super::tests::bare("x", &format!("also_called: [{names}]\n"));
            let report = super::super::tests::run(&super::super::tests::sources(&record)).1;
            let found: Vec<&str> = report.diagnostics.iter().map(|it| it.rule.name).collect();
            assert_eq!(found, ["said-twice"], "{many}");
        }
    }
}
