use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;

use crate::check::{Memo, check, check_again};
use crate::config::SiteConfig;
use crate::source::{FoundForm, SourceFile, Sources};

const RECORD: &str = "title: Cấp điện\nsummary: Một câu.\nfield: dien\nagency: npc\nonline: {level: information}\nchannels: [{kind: phone, phone: \"19001006\"}]\nterms: [{time: 5 ngày, fee: miễn phí}]\nreviewed: 2026-10-01\n";

/// A record's lines, and some more.
fn record(more: &str) -> String {
    format!("{RECORD}{more}")
}

/// What each file may say. The first stands there in the beginning; `""` is an empty file.
fn pool() -> Vec<(&'static str, Vec<String>)> {
    let own = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let records = || {
        let more = [
            "",
            "related: {before: [a]}\n",
            "related: {before: [b]}\n",
            "related: {see_also: [c]}\n",
            "legal: [luat]\n",
            "documents: [{paper: don}]\n",
            "status: draft\n",
            "status: {state: withdrawn, replaced_by: c}\n",
            "cases: [{id: cot, title: Cột}]\n",
            "aliases: [/thu-tuc/b/]\n",
            "aliases: [/cu/]\n",
            "aliases: [/cu]\n",
            "aliases: [/cu/x/]\n",
            "translated: 2026-11-30\n",
            "documents: [{name: Đơn, form: files/don.pdf}]\n",
        ];
        let mut texts: Vec<String> = more.iter().map(|it| record(it)).collect();
        texts.push(RECORD.replace("terms", "term"));
        texts.push(RECORD.replace("npc", "spc"));
        texts.push(record("code: \"1.1\"\n"));
        texts.push(RECORD.replace("title: Cấp điện", "code: \"1.1\"\ntitle: Cấp điện mới"));
        texts.push(RECORD.replace("fee: miễn phí", "agency: evn"));
        texts.extend(own(&["title: [\n", ""]));
        texts
    };
    let prose = own(&[
        "Xem [mục](../pages/hoi.md#muc) và [b](b.yaml).\n",
        "Giải quyết trong 9 ngày.\n",
        "Giải quyết trong 5 ngày. [Trang](/hoi/) [khác](/thu-tuc/c/)\n",
        "---\ntitle: [\n",
    ]);
    vec![
        ("content/procedures/a.yaml", records()),
        ("content/procedures/b.yaml", records()),
        ("content/procedures/x/b.yaml", records()),
        ("content/procedures/a.md", prose.clone()),
        ("content/procedures/a.en.md", prose.clone()),
        ("content/procedures/c.md", vec![format!("---\n{RECORD}---\nLời.\n"), "Lời.\n".to_owned()]),
        (
            "content/pages/hoi.md",
            own(&["---\ntitle: Hỏi\n---\n## Mục\n", "---\ntitle: Hỏi\n---\n## Khác\n", "## Mục\n"]),
        ),
        ("content/pages/hoi.en.md", own(&["---\ntitle: Ask\n---\n## Part\n", "## Part\n"])),
        (
            "content/fields.yaml",
            own(&[
                "dien: {title: Điện}\n",
                "nuoc: {title: Nước}\n",
                "dien: {title: Đ}\nnuoc: {title: N}\n",
                "dien: {\n",
            ]),
        ),
        ("content/agencies/evn.yaml", own(&["title: EVN\n", "title: EVN\nparent: npc\n"])),
        ("content/agencies/npc.yaml", own(&["title: NPC\nparent: evn\n", "title: NPC\n", "titel: NPC\n"])),
        (
            "content/legal.yaml",
            own(&[
                "luat: {number: 1/2024/QH15, title: Luật}\n",
                "luat: {number: 1/2024/QH15, title: Luật, until: 2026-11-01}\n",
            ]),
        ),
        (
            "content/papers.yaml",
            own(&["don: {title: Đơn}\n", "don: {title: Đơn, obtained_by: a}\n", "don: {obtained_by: b}\n"]),
        ),
        (
            "content/journeys/nha.yaml",
            own(&[
                "title: Nhà\nsteps: [{procedure: a}, {procedure: b}]\n",
                "title: Nhà\nsteps: [{title: Hỏi}]\n",
            ]),
        ),
        (
            "content/choices/chon.yaml",
            own(&[
                "title: Chọn\nquestions: [{id: hoi, title: Hỏi, answers: [{id: co, title: Có}, {id: khong, title: Không}]}]\noutcomes: [{if: {hoi: co}, procedure: a, case: cot}, {if: {hoi: khong}, procedure: b}]\n",
                "title: Chọn\n",
            ]),
        ),
        ("content/calendar/2026.yaml", own(&["off: [{date: 2026-09-02, name: Quốc khánh}]\n", "off: 1\n"])),
        ("content/search-golden.tsv", own(&["cấp điện\ta\n", "cấp điện\tc\n", "cấp điện\n"])),
        ("content/la.yaml", own(&["x: 1\n"])),
    ]
}

#[derive(Debug, Clone)]
enum Edit {
    /// File and text by number, where there are so many.
    Save(usize, usize),
    Delete(usize),
    Form,
    Language,
    Allow,
    NextDay,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => (0..18_usize, 0..18_usize).prop_map(|(file, text)| Edit::Save(file, text)),
        2 => (0..18_usize).prop_map(Edit::Delete),
        1 => Just(Edit::Form),
        1 => Just(Edit::Language),
        1 => Just(Edit::Allow),
        1 => Just(Edit::NextDay),
    ]
}

/// Each state is checked with what the state before left, and must be judged as if by itself.
fn judged_alike(edits: &[Edit]) -> BTreeSet<&'static str> {
    let pool = pool();
    let mut content: BTreeMap<&str, String> =
        pool.iter().map(|(path, texts)| (*path, texts[0].clone())).collect();
    let (mut config, mut forms, mut day) = (SiteConfig::default(), Vec::new(), date(2026, 11, 29));
    let mut memo = Memo::default();
    let mut rules = BTreeSet::new();
    for at in 0..=edits.len() {
        let files = content.iter().map(|(path, text)| SourceFile::new(*path, text.as_str())).collect();
        let sources = Sources { config: config.clone(), files, forms: forms.clone(), ..Sources::default() };
        let (catalogue, report) = check_again(&sources, day, &mut memo);
        let (alone, expected) = check(&sources, day);
        assert_eq!(report.diagnostics, expected.diagnostics, "after {:?}", &edits[..at]);
        assert_eq!(format!("{catalogue:?}"), format!("{alone:?}"), "after {:?}", &edits[..at]);
        rules.extend(report.diagnostics.iter().map(|it| it.rule.name));
        match edits.get(at) {
            Some(Edit::Save(file, text)) => {
                let (path, texts) = &pool[file % pool.len()];
                content.insert(path, texts[text % texts.len()].clone());
            }
            Some(Edit::Delete(file)) => drop(content.remove(pool[file % pool.len()].0)),
            Some(Edit::Form) if forms.is_empty() => {
                forms.push(FoundForm { path: "files/don.pdf".to_owned(), bytes: b"%PDF-".to_vec().into() });
            }
            Some(Edit::Form) => forms.clear(),
            Some(Edit::Language) if config.languages.len() == 1 => config.languages.push("en".to_owned()),
            Some(Edit::Language) => config.languages.truncate(1),
            Some(Edit::Allow) => {
                let allow = &mut config.check.allow;
                if allow.remove("unused-entry").is_none() {
                    allow.insert("unused-entry".to_owned(), "để thử".to_owned());
                }
            }
            Some(Edit::NextDay) => day = day.saturating_add(1.day()),
            None => {}
        }
    }
    rules
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_remembered_is_what_would_be_found(edits in prop::collection::vec(edit(), 1..24)) {
        judged_alike(&edits);
    }
}

#[test]
fn the_files_of_the_property_do_differ_in_their_mistakes() {
    let pool = pool();
    let every = pool.iter().enumerate().flat_map(|(file, (_, texts))| {
        [Edit::Form, Edit::Delete(file)]
            .into_iter()
            .chain((0..texts.len()).rev().map(move |text| Edit::Save(file, text)))
    });
    let rules = judged_alike(&every.collect::<Vec<_>>());
    assert!(25 < rules.len(), "{} rules: {rules:?}", rules.len());
}
