//! Two keys on one line without brackets: `title: A summary: B`, which YAML cannot read.

use std::ops::Range;

use crate::check::roles::{Role, role};
use crate::check::rules::{REPEATED, yaml_syntax};
use crate::diagnostic::Words;
use crate::shape::{self, Shape};
use crate::source::SourceFile;
use crate::source::line::{line_from, line_start};
use crate::source::tree::{TreeError, TreeErrorKind};

/// The second of the keys on the line of an error, and what to say of it.
pub(super) fn keys(source: &SourceFile, error: &TreeError) -> Option<(Range<usize>, [Words; 2])> {
    let is_of_line =
        matches!(error.kind, TreeErrorKind::Unquoted | TreeErrorKind::Syntax(_) | TreeErrorKind::NoColon);
    let text = source.text.as_ref();
    let start = line_start(text, error.span.start);
    let line = line_from(text, start);
    let entry = line.trim_start_matches(['\u{feff}', ' ']);
    let item = entry.strip_prefix("- ").map(|it| it.trim_start_matches(' '));
    let (first, _) = entry_of(item.unwrap_or(entry)).filter(|_| is_of_line)?;
    // What stands at the very left is of the record itself.
    let own = role(&source.path).as_ref().and_then(Role::shape).filter(|_| entry.len() == line.len());
    let mut shapes: Vec<&Shape> = own.map_or_else(shape::all, |it| vec![it]);
    shapes.retain(|it| it.has(first));
    let written = item.unwrap_or(entry);
    let mut starts = vec![0];
    for at in bare_words(written) {
        let Some((key, _)) = entry_of(&written[at..]) else { continue };
        let beside = |it: &&Shape| it.has(key);
        let is_new = || starts.iter().all(|it| !is_key(&written[*it..], key));
        if shapes.iter().any(beside) && is_new() {
            shapes.retain(beside);
            starts.push(at);
        }
    }
    let second = *starts.get(1)?;
    let ends = starts.iter().skip(1).copied().chain([written.len()]);
    let lines: Vec<String> = starts.iter().zip(ends).map(|(from, to)| typed(&written[*from..to])).collect();
    let (key, _) = entry_of(&written[second..])?;
    let place = start + line.len() - written.len() + second;
    let lines = (written.len() <= REPEATED).then_some(lines);
    let words = yaml_syntax::words_of_two(key, item.is_some(), lines.as_deref());
    Some((place..place + key.len(), words))
}

/// A key and what follows its colon.
fn entry_of(text: &str) -> Option<(&str, &str)> {
    // No further than the word goes: the line may have many.
    let (key, rest) = text.split_at(text.find(|it: char| !it.is_ascii_lowercase() && it != '_')?);
    let rest = rest.strip_prefix(':')?;
    (!key.is_empty() && (rest.is_empty() || rest.starts_with(' '))).then_some((key, rest))
}

fn is_key(text: &str, key: &str) -> bool {
    text.strip_prefix(key).is_some_and(|it| it.starts_with(':'))
}

/// Where words begin behind a space, outside quotes and brackets.
fn bare_words(text: &str) -> Vec<usize> {
    let (mut quote, mut depth, mut before) = (None, 0_usize, ':');
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(it), _) if it == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if before == ' ' => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            _ if before == ' ' && depth == 0 && c.is_ascii_lowercase() => found.push(at),
            _ => {}
        }
        before = c;
    }
    found
}

/// An entry as it stands on a line of its own.
fn typed(entry: &str) -> String {
    let Some((key, value)) = entry_of(entry) else { return entry.to_owned() };
    let value = value.trim_matches([' ', ',', ';']);
    let is_text = !value.starts_with(['"', '\'', '[', '{']);
    if is_text && (value.contains(": ") || value.contains(" #")) {
        return format!("{key}: {}", yaml_syntax::quoted(value));
    }
    format!("{key}: {value}")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{GOOD, bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn two_keys_on_one_line_were_put_in_quotes_and_published_as_one() {
        let told = [
            "summary: Sang tên thử task: Đổi người đứng tên.",
            "summary: Sang tên; task: Đổi người",
            "summary: Sang tên, task: Đổi người",
            "summary: \"Sang tên\" task: \"Đổi người\"",
            "summary: 'Sang tên', task: Đổi",
            "summary: {vi: A, en: B} task: C",
            "reviewed: 2026-11-23 review_every: 6 tháng owner: EVN",
            "terms:\n  - time: 5 ngày làm việc fee: miễn phí",
            "terms:\n  - time: 5 ngày làm việc\n    fee: miễn phí source: evn\n",
            "legal: [luat] code: \"1.2\"",
            "summary: Sang tên: note: khác",
            "summary: Sang tên summary: Đổi",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
        let long = format!("summary: {}a: b", "ab ".repeat(500_000));
        assert!(shown(&sources(&bare("x", &long)), Language::Vi).contains(" C001 "));
        let page = "-- content/pages/p.md --\n---\ntitle: Trang summary: Một câu\n---\nChữ.\n";
        let page = shown(&sources(&format!("{GOOD}{page}")), Language::En);
        expect![[r#"
            procedures/x.yaml:6:23 C001 [task] Hai khoá trên một dòng: xuống dòng trước `task`
                Viết như sau:
              summary: Sang tên thử
              task: Đổi người đứng tên.
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:20 C001 [task] Hai khoá trên một dòng: xuống dòng trước `task`
                Viết như sau:
              summary: Sang tên
              task: Đổi người
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:20 C001 [task] Hai khoá trên một dòng: xuống dòng trước `task`
                Viết như sau:
              summary: Sang tên
              task: Đổi người
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:21 C001 [task] Hai khoá trên một dòng: xuống dòng trước `task`
                Viết như sau:
              summary: "Sang tên"
              task: "Đổi người"
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:22 C001 [task] Hai khoá trên một dòng: xuống dòng trước `task`
                Viết như sau:
              summary: 'Sang tên'
              task: Đổi
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:25 C001 [task] Hai khoá trên một dòng: xuống dòng trước `task`
                Viết như sau:
              summary: {vi: A, en: B}
              task: C
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:22 C001 [review_every] Hai khoá trên một dòng: xuống dòng trước `review_every`
                Viết như sau:
              reviewed: 2026-11-23
              review_every: 6 tháng
              owner: EVN
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:7:27 C001 [fee] Hai khoá trên một dòng: xuống dòng trước `fee`
                Viết như sau:
              - time: 5 ngày làm việc
                fee: miễn phí
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:8:19 C001 [source] Hai khoá trên một dòng: xuống dòng trước `source`
                Viết như sau:
              fee: miễn phí
              source: evn
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:15 C001 [code] Hai khoá trên một dòng: xuống dòng trước `code`
                Viết như sau:
              legal: [luat]
              code: "1.2"
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:6:10 C001 [Sang tên: note: khác] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Sang tên: note: khác"`.
            procedures/x.yaml:6:10 C001 [Sang tên summary: Đổi] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Sang tên summary: Đổi"`.
            pages/p.md:2:14 C001 [summary] two keys on one line: begin another before `summary`
                Write this:
              title: Trang
              summary: Một câu
            If the colon is one of the text, put all of the text in double quotes.
        "#]].assert_eq(&(told.concat() + &page));
    }
}
