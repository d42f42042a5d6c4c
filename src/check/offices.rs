//! Offices that the list of all would show as one, and provinces that it would show as two.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::files::Read;
use super::ground::Kind;
use super::note;
use super::roles::Role;
use super::rules::offices_alike;
use super::scan::Scan;
use crate::diagnostic::Diagnostic;
use crate::model::{Catalogue, Office};
use crate::source::SourceFile;
use crate::source::tree::{Value, parse};
use crate::text::each_word;

/// Before the name of a province, folded; the name is the same without it.
const TITLES: [&str; 3] = ["tinh ", "thanh pho ", "tp "];

pub(super) fn diagnostics(catalogue: &Catalogue, others: &[(&Scan, &Read)]) -> Vec<Diagnostic> {
    let of = |scan: &Scan| {
        let is_office = scan.role == Some(Role::Record(Kind::Office));
        scan.id.as_ref().filter(|_| is_office).and_then(|it| catalogue.offices.get(it))
    };
    let offices: Vec<_> = others.iter().filter_map(|it| Some((&it.0.source, of(it.0)?))).collect();
    let mut found = twins(&offices);
    found.extend(provinces(&offices));
    found
}

fn twins(offices: &[(&SourceFile, &Office)]) -> Vec<Diagnostic> {
    let mut firsts = FxHashMap::default();
    let mut found = Vec::new();
    for (source, it) in offices.iter().copied() {
        let title = it.title.main.as_ref();
        let street = it.street.as_ref().map(|it| it.main.as_ref());
        let key: (&str, &str, Option<&str>, _) = (title, &it.province, street, &it.agency);
        let (first, its, stands) = firsts.entry(key).or_insert((source, it, None));
        // A title that is missing is told, and so are two files with one id.
        if its.id != it.id && !title.is_empty() {
            let stands = stands.get_or_insert_with(|| place(first, "title"));
            let words = offices_alike::words_of_twin(title, stands);
            found.push(note(source, &offices_alike::RULE, spot(source, "title"), words));
        }
    }
    found
}

fn provinces(offices: &[(&SourceFile, &Office)]) -> Vec<Diagnostic> {
    // How many offices have it, and the first of them.
    let mut spelt: BTreeMap<&str, (usize, &SourceFile)> = BTreeMap::new();
    for (source, it) in offices {
        spelt.entry(&it.province).or_insert((0, source)).0 += 1;
    }
    if spelt.len() < 2 {
        return Vec::new();
    }
    let spelt: Vec<_> = spelt.into_iter().map(|(it, of)| (it, words_of(it), of)).collect();
    let mut usual: FxHashMap<&str, &(&str, String, (usize, &SourceFile))> = FxHashMap::default();
    for it in &spelt {
        let best = usual.entry(name(&it.1)).or_insert(it);
        // What most have; of equals the shorter.
        if (best.2.0, it.0.len()) < (it.2.0, best.0.len()) {
            *best = it;
        }
    }
    // Those that the list puts elsewhere.
    let odd = spelt.iter().filter_map(|it| {
        let (better, words, (_, source)) = usual.get(name(&it.1))?;
        (*words != it.1).then(|| (it.0, (*better, place(source, "province"))))
    });
    let odd: FxHashMap<&str, (&str, String)> = odd.collect();
    let told = offices.iter().filter_map(|(source, it)| {
        let (better, stands) = odd.get(it.province.as_str())?;
        let words = offices_alike::words_of_province(&it.province, better, stands);
        Some(note(source, &offices_alike::RULE, spot(source, "province"), words))
    });
    told.collect()
}

/// As the list of offices puts them together.
fn words_of(province: &str) -> String {
    let mut words = String::new();
    each_word(province, |it, _| {
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(it);
    });
    words
}

fn name(words: &str) -> &str {
    TITLES.iter().find_map(|it| words.strip_prefix(it)).unwrap_or(words)
}

/// Where the value of a key of the record stands; asked of few, so nobody kept it.
fn spot(source: &SourceFile, key: &str) -> Option<Range<usize>> {
    let Value::Map(entries) = parse(&source.text, 0..source.text.len()).ok()?.value else { return None };
    Some(entries.iter().find(|it| it.key == key)?.value.span.clone())
}

fn place(source: &SourceFile, key: &str) -> String {
    let start = spot(source, key).map_or(0, |it| it.start);
    format!("{}:{}", source.path, source.line_column(start).line)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::reports;

    fn offices(provinces: &[&str]) -> String {
        let office = |(nth, it)| {
            format!("-- content/offices/o{nth}.yaml --\ntitle: Nơi {nth}\nkind: one-stop\nprovince: {it}\n")
        };
        provinces.iter().enumerate().map(office).collect()
    }

    #[test]
    fn a_province_with_its_title_was_another_in_the_list() {
        reports(
            &offices(&[
                "Tỉnh Ví Dụ",
                "Ví Dụ",
                "Tỉnh Ví Dụ",
                "TP. Mẫu",
                "Mẫu",
                "Thành phố Mẫu",
                "Mẫu Sơn",
                "Tỉnh",
            ]),
            &expect![[r#"
                offices/o1.yaml:3:11 C328 [Ví Dụ] `Ví Dụ` here and `Tỉnh Ví Dụ` at content/offices/o0.yaml:3 are two provinces in the list of offices
                    Write `Tỉnh Ví Dụ` in all offices of this province.
                offices/o3.yaml:3:11 C328 [TP. Mẫu] `TP. Mẫu` here and `Mẫu` at content/offices/o4.yaml:3 are two provinces in the list of offices
                    Write `Mẫu` in all offices of this province.
                offices/o5.yaml:3:11 C328 [Thành phố Mẫu] `Thành phố Mẫu` here and `Mẫu` at content/offices/o4.yaml:3 are two provinces in the list of offices
                    Write `Mẫu` in all offices of this province.
            "#]],
        );
    }

    #[test]
    fn one_name_in_other_letters_is_one_province_in_the_list() {
        reports(&offices(&["Ví Dụ", "ví dụ", "VÍ DỤ", "Mẫu", "Tỉnh", "Thành phố"]), &expect![""]);
    }
}
