//! The addresses that were published, line by line.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::golden::lines;
use super::note;
use super::parts::{is_path, unportable};
use super::reading::Reading;
use super::rules::{bad_alias, empty_file, ledger_line};
use crate::model::{Address, Noted};

/// The places of an address and of the one that takes its place, on each line that has them.
pub(crate) fn ledger_lines(text: &str) -> impl Iterator<Item = (Range<usize>, Option<Range<usize>>)> {
    lines(text).filter_map(|line| cells(text, line))
}

/// Addresses have no space in them, so it is all one whether a tab stands between two, or spaces.
fn cells(text: &str, line: Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let place = |it: &str| {
        let start = line.start + (it.as_ptr() as usize - text[line.clone()].as_ptr() as usize);
        start..start + it.len()
    };
    let mut parts = text[line.clone()].split_whitespace();
    let (address, moved_to, more) = (parts.next()?, parts.next(), parts.next());
    let is_whole = more.is_none() && [Some(address), moved_to].into_iter().flatten().all(is_address);
    is_whole.then(|| (place(address), moved_to.map(place)))
}

/// `/` is the home page.
fn is_address(text: &str) -> bool {
    text.starts_with('/') && (text == "/" || is_path(text))
}

pub(super) fn read(reading: &mut Reading<'_>) -> Vec<Noted> {
    let text: &str = &reading.source.text;
    let mut seen = FxHashSet::default();
    let mut noted = Vec::new();
    if lines(text).next().is_none() {
        reading.found.push(note(reading.source, &empty_file::RULE, None, empty_file::words_of_ledger()));
    }
    for line in lines(text) {
        let Some((address, moved_to)) = cells(text, line.clone()) else {
            reading.report(&ledger_line::RULE, line, ledger_line::words());
            continue;
        };
        if !seen.insert(&text[address.clone()]) {
            let words = ledger_line::words_of_second(&text[address.clone()]);
            reading.report(&ledger_line::RULE, line, words);
            continue;
        }
        let moved_to = moved_to.map(|it| Address::verbatim(&text[it]));
        let from = Address::verbatim(&text[address.clone()]);
        if moved_to.is_some() {
            if let Some(words) = unportable(from.as_str()) {
                reading.report(&bad_alias::RULE, address, words);
                continue;
            }
            reading.mentions.aliases.push((from.clone(), address));
        }
        noted.push(Noted { address: from, moved_to });
    }
    noted
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn what_is_no_address_is_told() {
        let told = |line: &str| {
            let sources = sources(&format!("{GOOD}\n-- content/addresses.tsv --\n{line}\n"));
            shown(&sources, Language::En)
        };
        for line in
            ["thu-tuc/moi/", "/a/ b", "/a/ /b/ /c/", "/../a/", "https://vi-du.vn/a/", "/a//b/", "/a\t/./"]
        {
            let said = told(line);
            assert!(said.contains("addresses.tsv:1:") && said.contains(" C329 "), "{line:?}: {said}");
            assert_eq!(said.lines().count(), 2, "{line:?}: {said}");
        }
        for line in
            ["/", "/thu-tuc/moi/", "/cu/\t/thu-tuc/moi/", "/cu/   /thu-tuc/moi/", "# /x\n/", "\u{feff}/x/"]
        {
            assert_eq!(told(line), "", "{line:?}");
        }
    }

    #[test]
    fn a_ledger_that_was_emptied_was_told_to_be_made_anew_without_what_had_moved() {
        for text in ["", "\n", "# Địa chỉ đã công bố\n"] {
            let sources = sources(&format!("{GOOD}\n-- content/addresses.tsv --\n{text}"));
            let (_, report) = crate::pipeline::judge(&sources, jiff::civil::date(2026, 11, 23));
            let told: Vec<_> = report.diagnostics.iter().map(|it| (it.rule.code, &*it.path)).collect();
            assert_eq!(told, [("C026", "content/addresses.tsv")], "{text:?}");
            let said = shown(&sources, Language::Vi);
            assert!(said.contains("Nếu tệp bị xoá trắng thì lấy lại bản trước"), "{said}");
        }
    }

    #[test]
    fn an_address_that_moved_hides_no_page() {
        let text = format!("{GOOD}\n-- content/addresses.tsv --\n/thu-tuc/moi/ /a-z/\n/sw.js /a-z/\n");
        let said = shown(&sources(&text), Language::En);
        assert!(said.contains("addresses.tsv:1:1 C309"), "{said}");
        assert!(said.contains("addresses.tsv:2:1 C121"), "{said}");
    }
}
