//! Marks in prose that look like Markdown and are none, so that pages show them.

use std::mem::discriminant;
use std::ops::Range;

use memchr::memchr_iter;
use rustc_hash::FxHashSet;

use super::rules::idle_mark::Meant;
use super::{foreign, unruled};
use crate::source::line::BULLETS;

/// What Word's bullets become where its fonts are not, before a tab.
const LETTERS: [char; 6] = ['o', '§', 'Ø', 'ü', 'v', 'q'];
/// How addresses begin, and how files end that prose leads to.
const STARTS: [&str; 5] = ["http", "mailto:", "tel:", "/", "../"];
const FILES: [&str; 7] = [".yaml", ".md", ".pdf", ".docx", ".doc", ".xlsx", ".xls"];
/// How far a link is read to its end, in bytes.
const FAR: usize = 200;

/// The mark in the first of these runs of words of Markdown, if it begins with one or has one within.
fn mark(markdown: &str, runs: &[Range<usize>]) -> Option<(Range<usize>, Meant)> {
    let run = &runs[0];
    let (before, text) = (&markdown[..run.start], &markdown[run.clone()]);
    // Code is shown as it stands.
    let first = text.chars().next().filter(|it| *it != '`')?;
    match first {
        '|' if begins_line(before) => return unruled::fault(markdown, run.start),
        '–' | '—' | '−' if unruled::is_ruler(text) && text.contains('|') && begins_line(before) => {
            return unruled::fault(markdown, run.start);
        }
        // Brackets and stars that open or close nothing are runs of their own.
        '[' if text.len() == 1 => {
            let link = || brackets(markdown, run).map(|it| (it, Meant::Link));
            return foreign::mark(markdown, run).or_else(link);
        }
        '*' if text.len() == 1 => return bold(markdown, runs).or_else(|| italic(markdown, run)),
        '_' if text.len() == 1 => return italic(markdown, run),
        '!' if text.starts_with("!--") && before.ends_with('<') && !before.ends_with("\\<") => {
            return Some((run.start - 1..run.start + 3, Meant::Note));
        }
        _ => {}
    }
    at_start(before, text, first)
        .or_else(|| numbered(before, &markdown[run.start..], first))
        .or_else(|| lettered(before, &markdown[run.start..], first))
        .map(|(length, meant)| (run.start..run.start + length, meant))
        .or_else(|| address(before, text).map(|it| (run.start - 1..run.start + it, Meant::Link)))
        .or_else(|| stars(text).map(|it| (run.start + it..run.start + it + 2, Meant::Bold)))
}

pub(super) fn begins_line(before: &str) -> bool {
    let rest = before.trim_end_matches([' ', '>', '\r', '\u{feff}']);
    rest.is_empty() || rest.ends_with('\n')
}

/// How long the mark is at which a line begins.
fn at_start(before: &str, text: &str, first: char) -> Option<(usize, Meant)> {
    let rest = &text[first.len_utf8()..];
    let (length, meant) = match first {
        '-' if rest.starts_with(begins_words) => (1, Meant::Item),
        '#' => {
            let level = text.len() - text.trim_start_matches('#').len();
            let is_heading = level <= 6 && text[level..].starts_with(begins_words);
            is_heading.then_some((level, Meant::Heading))?
        }
        _ if LETTERS.contains(&first) && rest.starts_with('\t') => (first.len_utf8(), Meant::Item),
        _ if BULLETS.contains(&first) && rest.starts_with([' ', '\t', '\u{a0}']) => {
            (first.len_utf8(), Meant::Item)
        }
        _ => return None,
    };
    begins_line(before).then_some((length, meant))
}

/// Behind a mark that lacks its space: a letter, or a space that is none to Markdown.
fn begins_words(c: char) -> bool {
    c.is_alphabetic() || c == '\u{a0}'
}

/// `1.Một` above `2.Hai`: one alone may be a number of something.
fn numbered(before: &str, rest: &str, first: char) -> Option<(usize, Meant)> {
    let length = |line: &str| {
        let digits = line.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let is_mark = (1..=3).contains(&digits) && line[digits..].starts_with(['.', ')']);
        (is_mark && line[digits + 1..].starts_with(begins_words)).then_some(digits + 1)
    };
    let mark = length(rest).filter(|_| first.is_ascii_digit() && begins_line(before))?;
    let (_, below) = rest.split_once('\n')?;
    length(below.trim_start_matches([' ', '>', '\r', '\n'])).map(|_| (mark, Meant::Numbered))
}

/// `a) Một` above `b) Hai`, as laws list things; `1/`, `I.` and `Bước 1:` as well. One alone is a text,
/// and two spaces at the end of a line keep it apart.
fn lettered(before: &str, rest: &str, first: char) -> Option<(usize, Meant)> {
    // Nearly all words begin in another way, and this is asked of each run of them.
    let second = rest.as_bytes().get(first.len_utf8())?;
    let may_be =
        matches!(second, b')' | b'/' | b'.') || matches!(first, 'B' | 'S' | 'I' | 'V' | 'X' | '1'..='9');
    let own = may_be.then(|| list_sign(rest)).flatten().filter(|_| begins_line(before))?;
    let (line, below) = rest.split_once('\n')?;
    let line = line.trim_end_matches('\r');
    let below = below.trim_start_matches([' ', '>']);
    let next = list_sign(below)?;
    let (sign, other) = (&rest[..own], &below[..next]);
    let last = |it: &str| it.chars().next_back();
    let is_listed =
        sign != other && last(sign) == last(other) && !line.ends_with("  ") && !line.ends_with('\\');
    is_listed.then_some((own, Meant::Lettered))
}

/// How long the sign is with which a line of such a list begins; a space and words follow it.
fn list_sign(line: &str) -> Option<usize> {
    let head = ["Bước ", "BƯỚC ", "Step "].into_iter().find(|it| line.starts_with(it));
    let start = head.map_or(0, str::len);
    let sign = line[start..].find(|it: char| !it.is_alphanumeric()).map(|it| &line[start..][..it])?;
    let is_number = (1..=2).contains(&sign.len()) && sign.bytes().all(|it| it.is_ascii_digit());
    let is_letter = || {
        let mut letters = sign.chars();
        letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
    };
    let is_roman =
        || (1..=4).contains(&sign.len()) && sign.bytes().all(|it| matches!(it, b'I' | b'V' | b'X'));
    let end = start + sign.len();
    let fits = match line.as_bytes().get(end)? {
        b':' => head.is_some() && is_number,
        b'.' => head.is_some() && is_number || head.is_none() && is_roman(),
        b')' => head.is_none() && is_letter(),
        b'/' => head.is_none() && (is_number || is_letter() || is_roman()),
        _ => false,
    };
    let behind = line.get(end + 1..).filter(|_| fits)?.strip_prefix(' ')?;
    behind.trim_start_matches(' ').starts_with(char::is_alphanumeric).then_some(end + 1)
}

/// How far into the text the address begins that nothing joins to the words in brackets before it.
fn address(before: &str, text: &str) -> Option<usize> {
    let address = before.ends_with(']').then(|| text.trim_start_matches(' ').strip_prefix('('))??;
    let is_split = || {
        let inner = before_sign(address, b")\n")?;
        (address.starts_with('#') || FILES.iter().any(|it| inner.ends_with(it))).then_some(())
    };
    let is_address = STARTS.iter().any(|it| address.starts_with(it));
    (is_address || text.starts_with('(') && is_split().is_some()).then_some(text.len() - address.len())
}

/// What stands before the first of these signs, of which the first is the one that is looked for.
pub(super) fn before_sign<'t>(text: &'t str, signs: &[u8]) -> Option<&'t str> {
    let at = text.bytes().take(FAR).position(|it| signs.contains(&it))?;
    (text.as_bytes()[at] == signs[0]).then(|| &text[..at])
}

/// `[A][a.yaml]` or `(A)[a.yaml]` at the second bracket, `[A(a.yaml)` at the first.
fn brackets(markdown: &str, run: &Range<usize>) -> Option<Range<usize>> {
    let is_target = |it: &&str| {
        STARTS.iter().any(|start| it.starts_with(start)) || FILES.iter().any(|end| it.ends_with(end))
    };
    let rest = &markdown[run.end..];
    if markdown[..run.start].ends_with([']', ')']) {
        return before_sign(rest, b"] \n[").filter(is_target).map(|_| run.start - 1..run.end);
    }
    let words = before_sign(rest, b"(\n[]")?;
    let behind = &rest[words.len() + 1..];
    let target = before_sign(behind, b") \n[]").filter(is_target)?;
    // In brackets as a whole, it may stand there as it is.
    let is_closed = before_sign(&behind[target.len()..], b"]\n").is_some();
    (!words.trim().is_empty() && !is_closed).then(|| run.clone())
}

/// Two stars that stand before words and make none of them bold.
fn bold(markdown: &str, runs: &[Range<usize>]) -> Option<(Range<usize>, Meant)> {
    let is_pair = |runs: &[Range<usize>]| match runs {
        [a, b, ..] => a.end == b.start && a.len() + b.len() == 2 && markdown[a.start..b.end] == *"**",
        _ => false,
    };
    let start = runs[0].start;
    let (before, behind) = (&markdown[..start], &markdown[runs[0].end..]);
    if !opens(before) || !is_pair(runs) || !behind[1..].starts_with(|it: char| it.is_alphanumeric()) {
        return None;
    }
    let mut end = start;
    for nth in 2..runs.len() {
        let run = runs[nth].clone();
        if markdown[end.max(start)..run.end].contains('\n') {
            break;
        }
        if is_pair(&runs[nth..]) || stars(&markdown[run.clone()]).is_some() {
            return Some((start..start + 2, Meant::Bold));
        }
        end = run.end;
    }
    Some((start..start + 2, Meant::OpenBold))
}

/// One star or low line that stands before a word and makes nothing italic.
fn italic(markdown: &str, run: &Range<usize>) -> Option<(Range<usize>, Meant)> {
    let (before, behind) = (&markdown[..run.start], &markdown[run.end..]);
    if !opens(before) || !behind.starts_with(char::is_alphabetic) {
        return None;
    }
    let mark = markdown.as_bytes()[run.start];
    let is_closed = before_sign(behind, &[mark, b'\n']).is_some();
    Some((run.clone(), if is_closed { Meant::Italic } else { Meant::OpenItalic }))
}

fn opens(before: &str) -> bool {
    before.is_empty() || before.ends_with([' ', '\n', '(', '“', '"', '\u{feff}'])
}

fn stars(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(b'*', bytes).find(|at| bytes.get(at + 1) == Some(&b'*'))
}

/// Of marks on lines right below each other, and of two in one line, the first.
pub(super) fn marks(markdown: &str, runs: &[Range<usize>]) -> Vec<(Range<usize>, Meant)> {
    let mut found: Vec<(Range<usize>, Meant)> = Vec::new();
    let mut last: Option<(usize, Meant)> = None;
    let mut notes: FxHashSet<&str> = FxHashSet::default();
    for (at, meant) in (0..runs.len()).filter_map(|it| mark(markdown, &runs[it..])) {
        // Of a note and its words at the foot the first is told.
        if meant == Meant::Footnote && !notes.insert(&markdown[at.clone()]) {
            continue;
        }
        let lines = match meant {
            Meant::Item | Meant::Task => 1,
            Meant::Numbered | Meant::Lettered | Meant::Table(_) => 2,
            _ => 0,
        };
        // Each of these is to be written in another way.
        let is_own = matches!(meant, Meant::Wiki | Meant::Footnote);
        let follows = !is_own
            && last.is_some_and(|(end, kind)| {
                // A row may be told that stands below the one that was looked at.
                let between = markdown.get(end..at.start).unwrap_or_default();
                discriminant(&kind) == discriminant(&meant) && between.matches('\n').count() <= lines
            });
        last = Some((at.end.max(last.map_or(0, |it| it.0)), meant));
        if !follows {
            found.push((at, meant));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::marks;
    use crate::markdown::outline;

    #[test]
    fn marks_are_told_from_words() {
        for (markdown, expected) in [
            ("Giấy tờ:\n• Một\n• Hai\n", vec!["•"]),
            ("– Một\r\n– Hai\r\n\n– Ba\r\n", vec!["–", "–"]),
            ("> •\tMột\n", vec!["•"]),
            ("-Một\n-Hai\n\n-5 độ\n", vec!["-"]),
            ("Một – hai\nba • bốn\n", vec![]),
            ("##Tên mục\n", vec!["##"]),
            ("#1 là số\n\nmục #hai\n", vec![]),
            ("Xem [A] (https://a.vn/b)\n", vec!["] ("]),
            ("Xem [A](https://a.vn/b c)\n", vec!["]("]),
            ("Xem [1] (khoản 2), [A](https://a.vn/) (https://a.vn/)\n", vec![]),
            ("** Lưu ý: ** gọi trước\n", vec!["**"]),
            ("**Lưu ý:** gọi `**`, 2 \\*\\* 3\n", vec![]),
            ("Giá (*), phí (**), 5.000**\n", vec![]),
            ("Xem **Lưu ý: gọi\n\n(**Hai\n", vec!["**", "**"]),
            ("##\u{a0}Tên mục\n-\u{a0}Một\n", vec!["##", "-"]),
            ("1.Một\n2.Hai\n\n3.Ba\n", vec!["1."]),
            ("> 1)Một\r\n> 2)Hai\r\n", vec!["1)"]),
            ("1.Một\nHai\n\n1.000 đồng\n2.000 đồng\n", vec![]),
            ("Gồm:\na) một;\nb) hai;\nc) ba.\n\n- a) một\n- b) hai\n", vec!["a)"]),
            (
                "1/ Một\n2/ Hai\n\nBước 1: Nộp\r\nBước 2: Nhận\r\n\n> I. Một\n> II. Hai\n",
                vec!["1/", "Bước 1:", "I."],
            ),
            ("đ) Một\ne) Hai\n\nStep 1. A\nStep 2. B\n", vec!["đ)", "Step 1."]),
            ("a) một;  \nb) hai;\\\nc) ba\n\na) một\n\nb) hai\n", vec![]),
            ("a) một\nhai\n\n1/2 ngày\n1/3 ngày\n\nBước 1 và\nBước 2 xong\n\nV. I. Lenin\nvà\n", vec![]),
            ("Bước 1: nộp ở\nBước 1: đã nói\n\nm/ s\n/ s\n\nI.\nII.\n\na)\nb)\n", vec![]),
            ("o\tMột\no\tHai\n§\tBa\n", vec!["o"]),
            ("o Một, vì vậy\n", vec![]),
            ("Xem [A][a.yaml], (A)[../b.md]\n", vec!["]["]),
            ("Xem [A(https://a.vn/)\n", vec!["["]),
            ("Xem [A](#Mục một) và [A](mau don.pdf)\n", vec!["]("]),
            ("Khoản (1)[2], [1][2], [a] [b], [A (/b)], [A(B)\n", vec![]),
            ("*Lưu ý: gọi\n\nXem _kỹ, và\ngọi\n", vec!["*", "_"]),
            ("*Lưu ý * gọi, *a*, _b_, c_d, 2 *3, \\*Đ, (*)\n", vec!["*"]),
            ("5*Một\n\n5 *6\n\na_ _\n\n. [ ] Một\n\n> [!]\n", vec![]),
            ("Xem [[cap-dien]], \\[[a]], [[\n", vec!["[[cap-dien]]"]),
            ("Giá[^1], thuế[^2]\n\n[^1]: Theo *A*\n[^3]: Số ba\n", vec!["[^1]", "[^2]", "[^3]"]),
            ("- [ ] Một\n- [x] Hai\n\n1. [X] Ba\n\nÔ [ ] trống\n", vec!["[ ]", "[X]"]),
            ("> [!NOTE]\n> Một [!NOTE]\n", vec!["[!NOTE]"]),
            ("Nộp <!-- hỏi lại\n\n\\<!-- b\n", vec!["<!--"]),
        ] {
            let found = marks(markdown, &outline(markdown).words);
            let found: Vec<&str> = found.iter().map(|it| &markdown[it.0.clone()]).collect();
            assert_eq!(found, expected, "{markdown:?}");
        }
    }
}
