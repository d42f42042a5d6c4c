//! Lines as somebody typed them, told by their signs alone: also where no parser gets through.

/// What stands before items of lists where a plain dash belongs; the last two are what a word
/// processor draws with fonts of its own.
pub const BULLETS: [char; 15] =
    ['•', '●', '○', '▪', '■', '◦', '‣', '·', '–', '—', '−', '➢', '✓', '\u{f0b7}', '\u{f0a7}'];

/// Where the line of byte `at` begins.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |it| it + 1)
}

/// What stands before byte `at` on its line.
pub fn line_before(text: &str, at: usize) -> &str {
    &text[line_start(text, at)..at]
}

/// What stands from byte `at` on to the end of its line.
pub fn line_from(text: &str, at: usize) -> &str {
    text[at..].split(['\n', '\r']).next().unwrap_or_default()
}

pub(super) fn line_at(text: &str, start: usize) -> &str {
    text[start..].lines().next().unwrap_or_default()
}

/// Where each line begins.
pub fn starts(text: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1))
}

/// Where the line of byte `at` begins, then the one above it.
pub(super) fn own_and_above(text: &str, at: usize) -> impl Iterator<Item = usize> {
    let own = line_start(text, at);
    let above = own.checked_sub(1).map(|it| line_start(text, it));
    [Some(own), above].into_iter().flatten()
}

pub fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Says nothing to YAML.
pub fn is_blank(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with('#')
}

pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    line.starts_with("- ") || line.trim_end() == "-"
}

/// What stands at the start of a line for a dash: `•`, `1.`, or a dash without a space.
pub fn bullet(line: &str) -> &str {
    let digits = line.len() - line.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let rest = &line[digits..];
    let length = match line.chars().next() {
        Some('-') => line.len() - line.trim_start_matches('-').len(),
        Some('+' | '*' | '－') => 1,
        Some(it) if BULLETS.contains(&it) => 1,
        Some(_) if digits != 0 && (rest.starts_with(". ") || rest.starts_with(") ")) => digits + 1,
        _ => 0,
    };
    line.char_indices().nth(length).map_or(line, |(end, _)| &line[..end])
}

/// `key:` at the start of a line, or an item.
pub(super) fn is_entry(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    let key = line.split([':', ' ']).next().unwrap_or_default();
    let is_key = !key.is_empty() && key.bytes().all(|it| it.is_ascii_alphanumeric() || b"_-".contains(&it));
    is_item(line) || is_key && line[key.len()..].starts_with(':')
}

/// Cells with tabs between them, as a spreadsheet leaves them.
pub fn is_row(line: &str) -> bool {
    let line = line.trim();
    let mut cells = line.split('\t').map(str::trim).filter(|it| !it.is_empty());
    let is_plain = |it: &str| !it.contains([':', '#']) && !it.starts_with(['-', '{', '[', '"', '\'']);
    cells.next().is_some_and(is_plain) && cells.next().is_some()
}
