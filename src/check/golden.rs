//! What the search must find, line by line.

use std::ops::Range;

use super::ground::Kind;
use super::note;
use super::reading::Reading;
use super::rules::{golden_line, no_golden};
use crate::source::tree::{Node, Value};

/// The places of query and procedure on each line that is such a pair; `-` stands for no procedure.
pub(crate) fn golden_lines(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    lines(text).filter_map(move |line| {
        let (query, id) = pair(&text[line.clone()])?;
        let from = line.start + query.len() + 1;
        Some((line.start..line.start + query.len(), from..from + id.len()))
    })
}

fn pair(line: &str) -> Option<(&str, &str)> {
    let is_cell = |it: &str| !it.trim().is_empty() && !it.contains('\t');
    line.split_once('\t').filter(|(query, id)| is_cell(query) && is_cell(id))
}

/// Without empty lines and those with `#`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let plain = text.trim_start_matches('\u{feff}');
    let starts = plain.split_inclusive('\n').scan(text.len() - plain.len(), |at, whole| {
        *at += whole.len();
        Some((*at - whole.len(), whole.trim_end()))
    });
    let told = starts.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    told.map(|(start, line)| start..start + line.len())
}

/// Each line: a query, a tab, the procedure it must find or `-`.
pub(super) fn check(reading: &mut Reading<'_>) {
    let text: &str = &reading.source.text;
    if lines(text).next().is_none() {
        reading.found.push(note(reading.source, &no_golden::RULE, None, no_golden::words()));
    }
    for line in lines(text).filter(|it| pair(&text[it.clone()]).is_none()) {
        let last = text[line.clone()].rsplit(' ').next().filter(|it| it.len() < line.len());
        let id = last.filter(|it| reading.ground.names.get(Kind::Procedure, it).is_some());
        let words = id.map_or_else(golden_line::words, golden_line::words_of_spaces);
        reading.report(&golden_line::RULE, line, words);
    }
    let ids = &reading.ground.names;
    for (query, id) in golden_lines(text).filter(|it| text[it.1.clone()] != *"-") {
        let swapped = text[query.clone()].trim();
        if ids.get(Kind::Procedure, swapped).is_some()
            && ids.get(Kind::Procedure, &text[id.clone()]).is_none()
        {
            let words = golden_line::words_of_swapped(&text[id.clone()], swapped);
            reading.report(&golden_line::RULE, query.start..id.end, words);
            continue;
        }
        let node = Node { span: id.clone(), value: Value::Scalar(text[id].into()) };
        reading.reference(&node, Kind::Procedure);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_golden_line_of_one_cell_or_three_was_taken_for_a_pair() {
        for line in ["\tmoi", "moi\t", "cấp điện\tmoi\tkhác", "cấp điện\t\tmoi", " \tmoi"] {
            let sources = sources(&format!("{GOOD}\n-- content/search-golden.tsv --\n{line}\n"));
            let said = shown(&sources, Language::En);
            assert!(said.contains("search-golden.tsv:1:") && said.contains(" C311 "), "{line:?}: {said}");
            assert_eq!(said.lines().count(), 2, "{line:?}: {said}");
        }
    }

    #[test]
    fn golden_queries_that_were_emptied_were_silent() {
        for text in ["", "\n", "\u{feff}", "# moi\n\n  \n"] {
            let sources = sources(&format!("{GOOD}\n-- content/search-golden.tsv --\n{text}"));
            let said = shown(&sources, Language::En);
            assert!(said.contains("search-golden.tsv:1:1 C027 [whole file]"), "{text:?}: {said}");
            assert_eq!(said.lines().count(), 2, "{text:?}: {said}");
        }
    }

    #[test]
    fn columns_that_changed_places_were_told_the_id_twice() {
        let sources =
            sources(&format!("{GOOD}\n-- content/search-golden.tsv --\nmoi\tcấp điện mới\nmoi\tmoi\n"));
        let said = shown(&sources, Language::Vi);
        assert!(said.starts_with("search-golden.tsv:1:1 C311 [moi\tcấp điện mới]"), "{said}");
        assert!(said.contains("`cấp điện mới⇥moi`") && said.lines().count() == 2, "{said}");
    }

    #[test]
    fn spaces_in_the_place_of_the_tab_were_told_the_general_form() {
        let sources = sources(&format!("{GOOD}\n-- content/search-golden.tsv --\ncấp điện    moi\n"));
        let said = shown(&sources, Language::En);
        assert!(said.contains("spaces stand before `moi`"), "{said}");
    }
}
