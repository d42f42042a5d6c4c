//! `content/addresses.tsv`: whatever happens to a record, each address that was published answers.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{TODAY, folder, put, run, run_to};

const LEDGER: &str = "content/addresses.tsv";

const SITE: &str = "languages = [\"vi\", \"en\"]\nsheets = true\nbase_url = \"https://vi-du.vn\"\n";

/// In English too, with a page for one agency and one for one case.
const RECORD: &str = "\
title: {vi: Dời công tơ, en: Move a meter}
field: a
agency: x
agencies: {executing: [y]}
cases: [{id: xa, title: {vi: Ra xa, en: Far away}}]
online: {level: information}
terms:
  - {time: 5 ngày làm việc, fee: miễn phí}
  - {agency: y, time: 3 ngày làm việc}
  - {case: xa, time: 7 ngày làm việc}
  - {agency: y, case: xa, time: 6 ngày làm việc}
";

fn site() -> TempDir {
    let root = folder(&[
        ("site.toml", SITE),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/agencies/x.yaml", "title: {vi: Cơ quan X, en: Agency X}\n"),
        ("content/agencies/y.yaml", "title: {vi: Cơ quan Y, en: Agency Y}\nparent: x\n"),
        ("content/procedures/doi.yaml", RECORD),
        (
            "content/procedures/khac.yaml",
            "title: Việc khác\nfield: a\nagency: x\nonline: {level: information}\nunconfirmed: [time, fee]\n",
        ),
    ]);
    run_to(0, root.path(), &["addresses", "--add", "--quiet"]);
    root
}

fn lines(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join(LEDGER)).expect("a ledger");
    let lines = text.lines().filter(|it| it.starts_with('/'));
    lines.map(|it| it.split('\t').next().unwrap_or_default().to_owned()).collect()
}

fn rename(root: &Path, from: &str, to: &str) {
    fs::rename(root.join(from), root.join(to)).expect("a new name");
}

fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).expect("a file");
    assert!(text.contains(from), "{path} has no {from:?}");
    put(root, path, &text.replacen(from, to, 1));
}

fn check(root: &Path) -> (i32, String) {
    let ran = run(root, &["check", "--lang", "en", "--as-of", TODAY]);
    (ran.code, ran.out + &ran.err)
}

/// Builds, and opens each of `addresses` as a host would, and what it leads to.
#[track_caller]
fn all_answer(root: &Path, addresses: &[String]) {
    run_to(0, root, &["build", "--quiet", "--as-of", TODAY]);
    let page = |address: &str| fs::read_to_string(root.join(format!("public{address}index.html")));
    for address in addresses {
        let first = page(address).unwrap_or_else(|_| panic!("{address} does not answer"));
        let Some(to) = first.split("<link rel=\"canonical\" href=\"https://vi-du.vn").nth(1) else {
            continue;
        };
        let to = to.split('"').next().unwrap_or_default();
        let last = page(to).unwrap_or_else(|_| panic!("{address} leads to {to}, where nothing is"));
        assert!(last.contains("<main"), "{address} leads to {to}, which leads on");
    }
}

#[test]
fn a_new_id_took_the_pages_in_english_of_agencies_and_cases_and_what_is_printed_off_the_net() {
    let root = site();
    let before = lines(root.path());
    for address in ["/thu-tuc/doi/y/", "/thu-tuc/doi/xa/", "/en/thu-tuc/doi/y/", "/t/doi/", "/en/t/doi/y/"] {
        assert!(before.iter().any(|it| it == address), "{address} of {before:?}");
    }
    // Without a ledger too.
    fs::remove_file(root.path().join(LEDGER)).expect("a file");
    rename(root.path(), "content/procedures/doi.yaml", "content/procedures/dich.yaml");
    put(root.path(), "content/procedures/dich.yaml", &format!("{RECORD}aliases: [/thu-tuc/doi/]\n"));
    all_answer(root.path(), &before);
    let english = fs::read_to_string(root.path().join("public/en/thu-tuc/doi/y/index.html")).expect("a page");
    assert!(english.contains("https://vi-du.vn/en/thu-tuc/dich/y/"), "{english}");
    let printed = fs::read_to_string(root.path().join("public/t/doi/y/index.html")).expect("a page");
    assert!(printed.contains("https://vi-du.vn/thu-tuc/dich/y/"), "{printed}");
}

#[test]
fn a_lost_address_is_an_error_told_once_with_its_likely_new_home() {
    let root = site();
    rename(root.path(), "content/procedures/doi.yaml", "content/procedures/chuyen-cho.yaml");
    let (code, said) = check(root.path());
    assert_eq!((code, said.matches("C330").count()), (1, 1), "{said}");
    assert!(said.contains("`/thu-tuc/doi/` was published and leads to no page now"), "{said}");
    assert!(said.contains("Its page is probably `/thu-tuc/chuyen-cho/` now."), "{said}");
    let ran = run(root.path(), &["build", "--as-of", TODAY]);
    assert_eq!((ran.code, root.path().join("public").exists()), (1, false));

    let before = lines(root.path());
    edit(root.path(), LEDGER, "\n/thu-tuc/doi/\n", "\n/thu-tuc/doi/\t/thu-tuc/chuyen-cho/\n");
    let (code, said) = check(root.path());
    assert!(code == 0 && said.contains("C331"), "{said}");
    assert_eq!(
        run_to(0, root.path(), &["addresses", "--add", "--lang", "en"]).out.matches("Added").count(),
        1
    );
    let (code, said) = check(root.path());
    assert!(code == 0 && !said.contains("C331"), "{said}");
    all_answer(root.path(), &before);
    all_answer(root.path(), &lines(root.path()));
}

#[test]
fn what_was_abolished_without_a_successor_keeps_its_page_which_says_why() {
    let site = site();
    let root = site.path();
    let path = "content/procedures/doi.yaml";
    fs::remove_file(root.join(path)).expect("a file");
    let (code, said) = check(root);
    assert!(code == 1 && said.contains("`status: withdrawn`"), "{said}");

    for (status, expected) in [
        ("withdrawn", "Thủ tục này không còn hiệu lực.</p>"),
        (
            "{state: withdrawn, reason: Luật mới không đòi nữa.}",
            "Thủ tục này không còn hiệu lực. Luật mới không đòi nữa.</p>",
        ),
        (
            "{state: withdrawn, replaced_by: khac}",
            "Thủ tục này không còn hiệu lực.</p>\n<p>Thay bằng: <a href=\"../../thu-tuc/khac/\">Việc khác</a></p>",
        ),
    ] {
        put(root, path, &format!("{RECORD}status: {status}\n"));
        let (code, said) = check(root);
        assert!(code == 0 && said.contains("0 errors"), "{status}: {said}");
        all_answer(root, &lines(root));
        let page = fs::read_to_string(root.join("public/thu-tuc/doi/index.html")).expect("a page");
        assert!(page.contains(expected), "{status}: {page}");
    }
}

#[test]
fn what_only_a_part_of_a_procedure_said_is_led_to_the_rest() {
    let root = site();
    let before = lines(root.path());
    // No agency of its own, no case, no English, nothing printed.
    put(
        root.path(),
        "content/procedures/doi.yaml",
        "title: Dời công tơ\nfield: a\nagency: x\nonline: {level: information}\nterms: [{time: 5 ngày làm việc, fee: miễn phí}]\n",
    );
    put(root.path(), "site.toml", &SITE.replace("sheets = true\n", ""));
    let (code, said) = check(root.path());
    assert!(code == 0 && said.contains("0 errors"), "{said}");
    all_answer(root.path(), &before);
}

#[test]
fn an_agency_moves_by_the_ledger_in_every_language() {
    let root = site();
    let before = lines(root.path());
    rename(root.path(), "content/agencies/y.yaml", "content/agencies/z.yaml");
    put(
        root.path(),
        "content/procedures/doi.yaml",
        &RECORD.replace("[y]", "[z]").replace("agency: y,", "agency: z,"),
    );
    let (code, said) = check(root.path());
    assert_eq!((code, said.matches("C330").count()), (1, 1), "{said}");
    assert!(said.contains("`/co-quan/y/⇥/co-quan/z/`"), "{said}");
    edit(root.path(), LEDGER, "\n/co-quan/y/\n", "\n/co-quan/y/\t/co-quan/z/\n");
    all_answer(root.path(), &before);
    let english = fs::read_to_string(root.path().join("public/en/co-quan/y/index.html")).expect("a page");
    assert!(english.contains("https://vi-du.vn/en/co-quan/z/"), "{english}");
}

#[test]
fn moves_may_follow_each_other_but_lead_to_a_page() {
    let root = site();
    let with = |more: &str| {
        let text = fs::read_to_string(root.path().join(LEDGER)).expect("a ledger");
        put(root.path(), LEDGER, &format!("{text}{more}"));
        let told = check(root.path());
        put(root.path(), LEDGER, &text);
        told
    };
    let (code, said) = with("/a/\t/b/\n/b/\t/thu-tuc/doi/\n");
    assert!(code == 0, "{said}");
    for nowhere in ["/a/\t/b/\n", "/a/\t/b/\n/b/\t/a/\n", "/a/\t/a/\n"] {
        let (code, said) = with(nowhere);
        assert!(code == 1 && said.contains("there is no page `/"), "{nowhere:?}: {said}");
    }
}

#[test]
fn ids_that_change_again_and_again_leave_every_address_answering() {
    let root = site();
    let (mut id, mut aliases) = ("doi".to_owned(), Vec::new());
    for round in 0..4 {
        run_to(0, root.path(), &["addresses", "--add", "--quiet"]);
        let next = format!("viec-{round}");
        aliases.push(format!("/thu-tuc/{id}/"));
        rename(
            root.path(),
            &format!("content/procedures/{id}.yaml"),
            &format!("content/procedures/{next}.yaml"),
        );
        let record = format!("{RECORD}aliases: [{}]\n", aliases.join(", "));
        put(root.path(), &format!("content/procedures/{next}.yaml"), &record);
        id = next;
    }
    let all = lines(root.path());
    assert!(all.iter().any(|it| it == "/en/t/viec-2/y/"), "{all:?}");
    all_answer(root.path(), &all);
}

#[test]
fn lists_addresses_and_adds_only_what_is_missing() {
    let root = site();
    let listed = run_to(0, root.path(), &["addresses"]).out;
    assert_eq!(listed.lines().map(str::to_owned).collect::<Vec<_>>(), lines(root.path()));
    assert!(!listed.contains("trang-2"), "{listed}");
    let before = fs::read_to_string(root.path().join(LEDGER)).expect("a ledger");
    assert!(before.starts_with("# Địa chỉ đã công bố"), "{before}");
    run_to(0, root.path(), &["addresses", "--add"]);
    assert_eq!(fs::read_to_string(root.path().join(LEDGER)).expect("a ledger"), before);
    edit(root.path(), LEDGER, "\n/thu-tuc/khac/\n", "\n");
    let json = run_to(0, root.path(), &["addresses", "--add", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["added"], serde_json::json!(["/thu-tuc/khac/"]));
    assert_eq!(fs::read_to_string(root.path().join(LEDGER)).expect("a ledger"), before);
}
