//! Times and fees in prose, which have to agree with the record.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::note;
use super::rules::{prose_fee, prose_time};
use crate::diagnostic::Diagnostic;
use crate::markdown::{Cell, Outline};
use crate::model::{Fee, Procedure, TimeLimit, TimeUnit};
use crate::source::SourceFile;

/// Units of a time in prose; months and years mostly speak of validity, not of waiting.
const TIMES: [&str; 4] = ["ngày làm việc", "ngày", "giờ làm việc", "giờ"];
const MONEY: [&str; 5] = ["đồng", "vnđ", "vnd", "usd", "đ"];
const EMPHASIS: [char; 2] = ['*', '_'];
/// Words that make a number of days a time limit, where one of them stands in the same sentence.
const LIMITS: [&str; 7] =
    ["thời hạn", "trong", "giải quyết", "không quá", "chậm nhất", "tối đa", "hoàn thành"];

/// What a cell is called that holds the time limit of the procedure.
const WAITS: [&str; 5] = [
    "thời hạn giải quyết",
    "thời gian giải quyết",
    "thời hạn thực hiện",
    "thời hạn xử lý",
    "thời hạn trả kết quả",
];
/// What the rows of a table are called that differ as those of `terms` do.
const ROWS: [&str; 4] = ["trường hợp", "cách nộp", "hình thức", "đối tượng"];
/// Bytes of a cell that may name what others hold.
const NAME: usize = 200;

/// A number with a unit of time or money after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// Bytes of the file.
    span: Range<usize>,
    is_time: bool,
}

/// In the words of Markdown that starts at byte `start` of `text`.
pub(super) fn found(text: &str, outline: &Outline, start: usize) -> Vec<Figure> {
    let markdown = &text[start..];
    let in_words = |words: Range<usize>| {
        let base = start + words.start;
        let is_of_limit = || cell_of(outline, words.start).is_some_and(|it| is_of_limit(markdown, it));
        let figures = figures(&markdown[words.clone()], is_of_limit).into_iter();
        figures.map(move |(span, is_time)| Figure { span: base + span.start..base + span.end, is_time })
    };
    runs(markdown, &outline.words).into_iter().flat_map(in_words).collect()
}

/// The cell of a table in which that byte is.
fn cell_of(outline: &Outline, at: usize) -> Option<&Cell> {
    let next = outline.cells.partition_point(|it| it.range.start <= at);
    outline.cells[..next].last().filter(|it| at < it.range.end)
}

/// Whether a cell holds the time limit of the procedure: its column or the first of its row says so.
/// A limit alone may be that of anything, unless the rows are those of `terms`.
fn is_of_limit(markdown: &str, cell: &Cell) -> bool {
    let name = |it: &Range<usize>| markdown[it.clone()].trim_matches(is_gap).to_lowercase();
    let is_whole = |it: &Range<usize>| it.len() <= NAME;
    if ![&cell.column, &cell.row, &cell.rows].into_iter().all(is_whole) || cell.row == cell.range {
        return false;
    }
    let [column, row] = [&cell.column, &cell.row].map(name);
    let is_full = |name: &str| WAITS.iter().any(|it| name.contains(it));
    let rows_of_terms = || {
        let rows = name(&cell.rows);
        ROWS.iter().any(|it| rows.contains(it))
    };
    is_full(&column) || is_full(&row) || row == LIMITS[0] || column == LIMITS[0] && rows_of_terms()
}

/// Words as they are read: `trong **5** ngày` is one run, and so are the lines of a paragraph.
fn runs(text: &str, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for words in words {
        let goes_on = |run: &&mut Range<usize>| {
            let between = text.get(run.end..words.start);
            let between = between.map(|it| {
                if text[..run.end].ends_with('\n') { it.trim_start_matches([' ', '>']) } else { it }
            });
            between.is_some_and(is_emphasis)
        };
        match runs.last_mut().filter(goes_on) {
            Some(run) => run.end = words.end,
            None => runs.push(words.clone()),
        }
    }
    runs
}

/// What may stand between the number and the words of its unit, the mark of a quoted line among it.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\n' | '\r' | '>') || EMPHASIS.contains(&c)
}

fn is_emphasis(text: &str) -> bool {
    text.chars().all(|it| EMPHASIS.contains(&it))
}

/// A figure as the record writes it: no-break spaces and marks of emphasis are no part of it.
fn plain(figure: &str) -> String {
    figure.split(is_gap).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `told` are the figures of its prose, which is in `source`.
pub(super) fn diagnostics(procedure: &Procedure, source: &SourceFile, told: &[Figure]) -> Vec<Diagnostic> {
    let times: Vec<TimeLimit> = (procedure.terms.iter().filter_map(|it| it.time))
        .chain(procedure.steps.iter().filter_map(|it| it.time))
        .collect();
    let fees: Vec<Fee> = (procedure.terms.iter().filter_map(|it| it.fee))
        .chain(procedure.steps.iter().filter_map(|it| it.fee))
        .collect();
    let noted = LazyCell::new(|| notes(procedure));
    let mut found = Vec::new();
    for Figure { span, is_time } in told {
        let shown = plain(&source.text[span.clone()]);
        let figure = shown.to_lowercase();
        let known = if *is_time {
            figure.parse().map_or(true, |it: TimeLimit| {
                times.contains(&it) || within(&times, it) || !comparable(&times, it)
            })
        } else {
            figure.parse().map_or(true, |it: Fee| fees.contains(&it) || bounds(&fees, it))
        } || noted.contains(&figure);
        if !known {
            let (rule, words) = if *is_time {
                (&prose_time::RULE, prose_time::words(&shown))
            } else {
                (&prose_fee::RULE, prose_fee::words(&shown))
            };
            found.push(note(source, rule, Some(span.clone()), words));
        }
    }
    found
}

/// Figures that the record tells in its own notes: another source's, that of a single step.
fn notes(procedure: &Procedure) -> BTreeSet<String> {
    let notes = (procedure.terms.iter().flat_map(|it| [&it.time_note, &it.fee_note]))
        .chain(procedure.steps.iter().map(|it| &it.text))
        .chain(procedure.cases.iter().map(|it| &it.note))
        .filter_map(Option::as_ref)
        .chain(procedure.conditions.iter().map(|it| &it.text));
    notes
        .flat_map(|note| {
            let text = note.main.to_lowercase();
            figures(&text, || false).into_iter().map(|(span, _)| plain(&text[span])).collect::<Vec<_>>()
        })
        .collect()
}

/// Whether the record has a time that this one could contradict: hours, say, are of something
/// else where the record counts days.
fn comparable(times: &[TimeLimit], time: TimeLimit) -> bool {
    let days = |it: &TimeLimit| match it {
        TimeLimit::Within { unit, .. } => Some(matches!(
            unit,
            TimeUnit::Day | TimeUnit::WorkingDay | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year
        )),
        _ => None,
    };
    times.iter().any(|it| days(it) == days(&time))
}

/// An end of a range that the record gives.
fn within(times: &[TimeLimit], time: TimeLimit) -> bool {
    let TimeLimit::Within { least: None, most, unit } = time else { return false };
    times.iter().any(|it| {
        matches!(it, TimeLimit::Within { least, most: other, unit: same }
            if *same == unit && (*other == most || *least == Some(most)))
    })
}

fn bounds(fees: &[Fee], fee: Fee) -> bool {
    let Fee::Exactly(amount) = fee else { return false };
    fees.iter().any(|it| matches!(it, Fee::Between(least, most) if *least == amount || *most == amount))
}

/// Each number with a unit of time or money after it: its bytes, and whether it is a time. Whether
/// all that is said is of a time limit is asked only where there is a time.
fn figures(text: &str, is_of_limit: impl Fn() -> bool) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    // Most texts have none; without a branch, many bytes are asked at a time.
    if !text.bytes().fold(false, |any, it| any | it.is_ascii_digit()) {
        return found;
    }
    let (mut at, mut sentence) = (0, Sentence::default());
    while let Some(digit) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
        let start = at + digit;
        let taken = text[start..]
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '–' | '-') || is_gap(c)))
            .unwrap_or(text.len() - start);
        let end = start + taken;
        at = end.max(start + 1);
        let whole =
            text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '-'));
        let begins_unit = text[end..].starts_with(char::is_alphabetic);
        if !whole || !begins_unit || text[start..end].trim_end_matches(is_gap).ends_with(['.', ',', '-', '–'])
        {
            continue;
        }
        let unit = |units: &[&str]| units.iter().find_map(|it| length(&text[end..], it));
        if let Some(unit) = unit(&TIMES) {
            if sentence.speaks_of_a_limit(text, start) || is_of_limit() {
                found.push((start..end + unit, true));
            }
        } else if let Some(unit) = unit(&MONEY) {
            found.push((start..end + unit, false));
        }
    }
    found
}

/// A sentence as far as it was read: one with thousands of figures is read once.
#[derive(Default)]
struct Sentence {
    start: usize,
    read: usize,
    is_of_limit: bool,
}

impl Sentence {
    /// Of the sentence in which byte `until` stands, what comes before it.
    fn speaks_of_a_limit(&mut self, text: &str, until: usize) -> bool {
        // That of `1.000 kVA` ends no sentence.
        let ends = |at: &usize| {
            !text[*at..].starts_with('.') || !text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
        };
        let marks = text[self.read..until].rmatch_indices(['.', '!', '?']);
        if let Some(end) = marks.map(|it| self.read + it.0).find(ends) {
            (self.start, self.is_of_limit) = (end + 1, false);
        }
        if !self.is_of_limit {
            // No word of a limit has a digit, at which reading stopped.
            let new = text[self.read.max(self.start)..until].to_lowercase();
            self.is_of_limit = LIMITS.iter().any(|it| new.contains(it));
        }
        self.read = until;
        self.is_of_limit
    }
}

/// How many bytes `unit`, which is in small letters, takes at the start of `text`, if it stands there.
fn length(text: &str, unit: &str) -> Option<usize> {
    let mut rest = text.chars();
    for word in unit.split(' ') {
        rest = rest.as_str().trim_start_matches(is_gap).chars();
        if !word.chars().all(|small| rest.next().is_some_and(|it| is_same(it, small)))
            || rest.as_str().starts_with(char::is_alphanumeric)
        {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

/// Is it that letter, small or capital?
fn is_same(letter: char, small: char) -> bool {
    letter == small || letter.to_lowercase().eq([small])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{run, sources};
    use super::*;

    #[test]
    fn finds_figures() {
        let shown = |text: &str| -> Vec<String> {
            figures(text, || false).iter().map(|it| text[it.0.clone()].to_owned()).collect()
        };
        for (text, expected) in [
            ("Giải quyết trong 5 ngày làm việc.", vec!["5 ngày làm việc"]),
            ("không quá 3–7 ngày, phí 50.000 đ", vec!["3–7 ngày", "50.000 đ"]),
            ("Nghị định 18/2025, hóa đơn 12 tháng", vec![]),
            ("Mở cửa 5 ngày một tuần", vec![]),
            ("155 USD và 10 đôla", vec!["155 USD"]),
            ("trong 24 giờ", vec!["24 giờ"]),
            ("TRONG 5 NGÀY", vec!["5 NGÀY"]),
            ("Trong 5 Ngày Làm Việc, phí 10 VNĐ", vec!["5 Ngày Làm Việc", "10 VNĐ"]),
            ("trong 5 n", vec![]),
            ("trong đợt 3/5 ngày, mẫu A5 ngày", vec![]),
            ("trong phòng 5, ngày mai", vec![]),
            ("Nộp trong giờ. Mở 5 ngày", vec![]),
            ("Nộp trong giờ.** Mở 5 ngày", vec![]),
            ("trong 12", vec![]),
            ("trong 5 ngày\u{a0}làm việc", vec!["5 ngày\u{a0}làm việc"]),
            ("trong 5\u{a0}ngày làm\u{a0}việc", vec!["5\u{a0}ngày làm\u{a0}việc"]),
            ("trong 5 ngày làm vỡ", vec!["5 ngày"]),
            ("trong 5** ngày**  làm việc", vec!["5** ngày**  làm việc"]),
            ("trong phòng 5**, ngày mai", vec![]),
            ("Trong mức 1.000 kVA là 5 ngày", vec!["5 ngày"]),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_of_a_hundred_thousand_figures_took_a_minute() {
        let text = format!("Trong {}. Mở 5 ngày, trong vòng 3 ngày", "5 ngày, ".repeat(100_000));
        let found = figures(&text, || false);
        assert_eq!(found.len(), 100_001);
        assert_eq!(&text[found[100_000].0.clone()], "3 ngày");
    }

    #[test]
    fn a_figure_that_the_record_has_is_not_told_and_any_other_is() {
        const RECORD: &str = "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
terms:
  - {time: 3–5 ngày làm việc, time_note: Trước đây trong 9 ngày làm việc, fee: 50.000–80.000 đ}
steps: [{by: agency, title: Khảo sát, time: 2 ngày làm việc, fee: 10.000 đ}]
-- content/procedures/x.md --
";
        let told = |prose: &str| -> Vec<String> {
            let sources = sources(&format!("{RECORD}{prose}\n"));
            let diagnostics = run(&sources).1.diagnostics;
            let figures = diagnostics
                .iter()
                .filter(|it| [prose_time::RULE.code, prose_fee::RULE.code].contains(&it.rule.code));
            let bytes = |it: &Diagnostic| {
                let file = sources.files.iter().find(|file| *file.path == *it.path).expect("its file");
                file.text[it.span.clone().expect("a place")].to_owned()
            };
            figures.map(bytes).collect()
        };
        for known in [
            "trong 3–5 ngày làm việc",
            "trong 3 ngày làm việc",
            "trong 5 ngày làm việc",
            "Trong 2 Ngày làm việc",
            "trong 9 ngày làm việc",
            "trong 24 giờ",
            "trong 5 ngày\u{a0}làm việc",
            "trong 3\u{a0}–\u{a0}5\u{a0}ngày\u{a0}làm\u{a0}việc",
            "trong **5 ngày** làm việc",
            "_trong_ **5** ngày làm việc",
            "trong **9\u{a0}ngày** làm việc",
            "trong\n3–5 ngày\nlàm việc",
            "trong 5 ngày làm\n  việc",
            "> trong 5 ngày\n> làm việc",
            "# Trong\n4 ngày làm việc",
            "- trong\n- 4 ngày làm việc",
            "| Thời hạn | Mở cửa |\n| --- | --- |\n| 5 ngày làm việc | 6 ngày |",
            "| Thời hạn. Mở 6 ngày | Số |\n| --- | --- |\n| Thời hạn. Mở 6 ngày | a |",
            "| Nội dung | Thời hạn |\n| --- | --- |\n| Kết quả giải quyết | 4 ngày làm việc |",
            "| Việc | Số |\n| --- | --- |\n| Thời hạn | 3 ngày làm việc |\n| Mở cửa | 6 ngày |",
            "Trong | Mức\n--- | ---\nmột | 5\nngày làm việc | 6",
            "[trong](https://evn.com.vn) 4 ngày làm việc",
            "50.000 đ, 80.000 đ, 50.000–80.000 đ, 10.000 đ",
        ] {
            assert_eq!(told(known), Vec::<String>::new(), "{known}");
        }
        for (other, figure) in [
            ("trong 4 ngày làm việc", "4 ngày làm việc"),
            ("trong 1–5 ngày làm việc", "1–5 ngày làm việc"),
            ("trong 5 ngày", "5 ngày"),
            ("trong 4 ngày\u{a0}làm việc", "4 ngày\u{a0}làm việc"),
            ("trong 1\u{a0}–\u{a0}5\u{a0}ngày", "1\u{a0}–\u{a0}5\u{a0}ngày"),
            ("trong **4 ngày làm việc**", "4 ngày làm việc"),
            ("trong **4** ngày làm việc", "4** ngày làm việc"),
            ("phí **60.000** đ", "60.000** đ"),
            ("phí 60.000 đ", "60.000 đ"),
            ("trong\n4 ngày làm việc", "4 ngày làm việc"),
            ("trong 4\nngày làm việc", "4\nngày làm việc"),
            ("trong **4\r\n  ngày** làm\r\nviệc", "4\r\n  ngày** làm\r\nviệc"),
            ("- trong 4 ngày\n  làm việc", "4 ngày\n  làm việc"),
            ("phí 60.000\nđồng", "60.000\nđồng"),
            ("| Cách nộp | Thời hạn |\n| --- | --- |\n| Qua mạng | 4 ngày làm việc |", "4 ngày làm việc"),
            ("| Việc | Số |\n| --- | --- |\n| **Thời hạn** | **4** ngày |", "4** ngày"),
            ("| Việc | Thời hạn giải quyết |\n| --- | --- |\n| Lắp | 4 ngày |", "4 ngày"),
            ("| Việc | Phí |\n| --- | --- |\n| Lắp | 60.000 đ |", "60.000 đ"),
            ("phí 10.000–80.000 đ", "10.000–80.000 đ"),
        ] {
            assert_eq!(told(other), [figure], "{other}");
        }
    }
}
