//! Addresses that are taken.

use expect_test::expect;

use crate::check::tests::{bare, reports, shown, sources};
use crate::diagnostic::Language;

const PAGE: &str = "\n---\ntitle: Trang\n---\nChữ.\n";

#[test]
fn a_page_that_was_named_like_one_of_the_site_was_built_by_nobody() {
    let names = ["tim-kiem", "a-z", "noi-nop", "en", "en/gia", "a-z/trang-2", "thu-tuc/a", "thu-tuc/a/evn"];
    let more = ["_headers", "gioi-thieu", "gioi-thieu.vi", "ngoai-tuyen", "to-in", "thu-tuc/huong-dan"];
    let pages = names.iter().chain(&more).map(|it| format!("-- content/pages/{it}.md --{PAGE}"));
    let pages: String = pages.collect();
    reports(
        &format!("{}{pages}", bare("a", "")),
        &expect![[r#"
        pages/_headers.md:1:1 C310 [whole file] the address `/_headers/` is that of the site's file `_headers` already
            Rename the file: the address of a page is the name of its file.
        pages/a-z.md:1:1 C310 [whole file] the address `/a-z/` is that of the list A–Z already
            Rename the file: the address of a page is the name of its file.
        pages/a-z/trang-2.md:1:1 C310 [whole file] the address `/a-z/trang-2/` is that of the list A–Z already
            Rename the file: the address of a page is the name of its file.
        pages/en.md:1:1 C310 [whole file] the address `/en/` is that of the pages in `en` already
            Rename the file; a translation of a page is `name-of-page.en.md`.
        pages/en/gia.md:1:1 C310 [whole file] the address `/en/gia/` is that of the pages in `en` already
            Rename the file; a translation of a page is `name-of-page.en.md`.
        pages/gioi-thieu.vi.md:1:1 C019 [whole file] `gioi-thieu` already exists in `content/pages/gioi-thieu.md`
            Rename one of them, or merge the two.
        pages/noi-nop.md:1:1 C310 [whole file] the address `/noi-nop/` is that of the page of all offices already
            Rename the file: the address of a page is the name of its file.
        pages/thu-tuc/a.md:1:1 C310 [whole file] the address `/thu-tuc/a/` is that of the procedure `a` already
            Rename the file: the address of a page is the name of its file.
        pages/thu-tuc/a/evn.md:1:1 C310 [whole file] the address `/thu-tuc/a/evn/` is that of the procedure `a` already
            Rename the file: the address of a page is the name of its file.
        pages/tim-kiem.md:1:1 C310 [whole file] the address `/tim-kiem/` is that of the search page already
            Rename the file: the address of a page is the name of its file.
    "#]],
    );
}

#[test]
fn earlier_addresses_that_are_files_of_the_site() {
    let record = "\
aliases:
  - /index.html
  - /404.html/
  - /sw.js
  - /robots.txt
  - /_headers
  - /en/search/core.bin
  - /files/don.pdf/
  - /thu-tuc/a/index.html
  - /en/
  - /cu/index.html
  - /cu/
  - /search/";
    reports(
        &format!("{}-- content/files/don.pdf --\n%PDF-1.7\n", bare("a", record)),
        &expect![[r#"
            procedures/a.yaml:7:5 C309 [/index.html] `/index.html` is already the address of the home page
                Remove it from one of the two.
            procedures/a.yaml:8:5 C121 [/404.html/] `/404.html/` cannot be an earlier address: the site has `404.html` there
                Remove it.
            procedures/a.yaml:9:5 C121 [/sw.js] `/sw.js` cannot be an earlier address: the site has `sw.js` there
                Remove it.
            procedures/a.yaml:10:5 C121 [/robots.txt] `/robots.txt` cannot be an earlier address: the site has `robots.txt` there
                Remove it.
            procedures/a.yaml:11:5 C121 [/_headers] `/_headers` cannot be an earlier address: the site has `_headers` there
                Remove it.
            procedures/a.yaml:12:5 C121 [/en/search/core.bin] `/en/search/core.bin` cannot be an earlier address: the site has `search` there
                Remove it.
            procedures/a.yaml:13:5 C121 [/files/don.pdf/] `/files/don.pdf/` cannot be an earlier address: the site has `files/don.pdf` there
                Remove it.
            procedures/a.yaml:14:5 C309 [/thu-tuc/a/index.html] `/thu-tuc/a/index.html` is already the address of the procedure `a`
                Remove it from one of the two.
            procedures/a.yaml:15:5 C309 [/en/] `/en` is already the address of the home page in `en`
                Remove it from one of the two.
            procedures/a.yaml:17:5 C309 [/cu/] `/cu` is already the address of `content/procedures/a.yaml`
                Remove it from one of the two.
        "#]],
    );
}

/// The check found nothing, and the build could not write them.
#[test]
fn earlier_addresses_that_no_disk_could_hold() {
    let (long, deep) = ("a".repeat(256), "b/".repeat(400));
    let record = format!(
        "aliases: [/index.html/x/, /cu/INDEX.html/, /.thutuc-manifest.part, /cu/old-index.html/, /{long}/, /{deep}]"
    );
    let ledger = "-- content/addresses.tsv --\n/en/index.html/x/ /a-z/\n/con/ /a-z/\n";
    let said = shown(&sources(&format!("{}{ledger}", bare("a", &record))), Language::En);
    expect![[r#"
        addresses.tsv:1:1 C121 [/en/index.html/x/] `/en/index.html/x/` cannot be an earlier address: the site has `index.html` there
            Remove it.
        addresses.tsv:2:1 C121 [/con/] not every system can hold a file or folder called `con`
            Remove it; if it is needed, let the host itself lead on from there.
        procedures/a.yaml:6:11 C121 [/index.html/x/] `/index.html/x/` cannot be an earlier address: the site has `index.html` there
            Remove it.
        procedures/a.yaml:6:27 C121 [/cu/INDEX.html/] `/cu/INDEX.html/` cannot be an earlier address: the site has `index.html` there
            Remove it; to some hosts capitals and small letters are one.
        procedures/a.yaml:6:44 C121 [/.thutuc-manifest.part] `/.thutuc-manifest.part` cannot be an earlier address: the site has `.thutuc-manifest.part` there
            Remove it.
        procedures/a.yaml:6:89 C121 [/aaa…/] not every system can hold a file or folder called `aaa…`
            Remove it; if it is needed, let the host itself lead on from there.
        procedures/a.yaml:6:349 C121 [/b/…] this earlier address is 801 bytes long; many a system holds no path of more than 800
            Look whether two addresses were run together; if it is needed, let the host itself lead on from there.
    "#]].assert_eq(&said.replace(&long, "aaa…").replace(&deep, "b/…"));
}

#[test]
fn earlier_addresses_that_were_a_file_and_a_folder() {
    let record = "aliases: [/x, /x/y/, /z.html, /z.html/y, /thu-tuc, /search, /en/thu-tuc, /w, /v.html]";
    reports(
        &bare("a", record),
        &expect![[r#"
            procedures/a.yaml:6:11 C121 [/x] `/x` would be a file where the site has a folder of that name
                Write `/x/`.
            procedures/a.yaml:6:22 C121 [/z.html] `/z.html` would be a file where the site has a folder of that name
                Write `/z.html/`.
            procedures/a.yaml:6:42 C121 [/thu-tuc] `/thu-tuc` would be a file where the site has a folder of that name
                Write `/thu-tuc/`.
            procedures/a.yaml:6:52 C121 [/search] `/search` would be a file where the site has a folder of that name
                Write `/search/`.
            procedures/a.yaml:6:61 C121 [/en/thu-tuc] `/en/thu-tuc` would be a file where the site has a folder of that name
                Write `/en/thu-tuc/`.
        "#]],
    );
}

#[test]
fn an_earlier_address_that_is_printed_in_another_language() {
    let mut sources = sources(&bare("a", "aliases: [/en/t/a/, /t/a, /en/t/b/]"));
    sources.config.sheets = true;
    expect![[r#"
        procedures/a.yaml:6:11 C309 [/en/t/a/] `/en/t/a` is already the address of the procedure `a`
            Remove it from one of the two.
        procedures/a.yaml:6:21 C309 [/t/a] `/t/a` is already the address of the procedure `a`
            Remove it from one of the two.
    "#]]
    .assert_eq(&shown(&sources, Language::En));
}

#[test]
fn an_earlier_address_that_was_a_page_in_another_language_was_dropped() {
    let taken =
        "aliases: [/en/a-z/, /en/to-in/, /en/thu-tuc/b/, /en/thu-tuc/b/evn/, /en/gia/, /en/ngoai-tuyen/]";
    let free = "aliases: [/en/thu-tuc/a/, /en/co-quan/evn/, /en/gioi-thieu/, /en/cu/]";
    let translated = bare("b", "").replace("title: A", "title: {vi: B, en: B in English}");
    let pages = "\
-- content/pages/gia.md --
---
title: {vi: Giá, en: Prices}
---
Chữ.
-- content/pages/gia.en.md --
Text.
-- content/pages/gioi-thieu.md --
---
title: Giới thiệu
---
Chữ.
";
    let mut sources = sources(&format!("{}{}{translated}{pages}", bare("a", taken), bare("c", free)));
    sources.config.sheets = true;
    expect![[r#"
        procedures/a.yaml:6:11 C309 [/en/a-z/] `/en/a-z` is already the address of the list A–Z
            Remove it from one of the two.
        procedures/a.yaml:6:21 C309 [/en/to-in/] `/en/to-in` is already the address of the page of all sheets
            Remove it from one of the two.
        procedures/a.yaml:6:69 C309 [/en/gia/] `/en/gia` is already the address of `/en/gia/`
            Remove it from one of the two.
        procedures/a.yaml:6:79 C309 [/en/ngoai-tuyen/] `/en/ngoai-tuyen` is already the address of `/en/ngoai-tuyen/`
            Remove it from one of the two.
        procedures/b.yaml:1:8 C001 [{vi: B, en: B in English} b] this text needs quotes, or it is something else to YAML
            Write `"{vi: B, en: B in English} b"`.
    "#]].assert_eq(&shown(&sources, Language::En));
}

/// They were other files to us and the same to Windows and Macs, where the last one written stayed.
#[test]
fn addresses_that_are_one_where_a_disk_ignores_capitals() {
    let record = "\
aliases:
  - /thu-tuc/A/
  - /INDEX.html
  - /A-Z/
  - /SW.js
  - /Files/DON.pdf/
  - /EN/
  - /ab/
  - /Cu/
  - /cu/
  - /X
  - /x/y/
  - /CON/x/
  - /aux/
  - /x./";
    let pages = ["Ab", "ab", "A-z", "En/gia", "Cd", "CD", "Ef"];
    let pages: String = pages.iter().map(|it| format!("-- content/pages/{it}.md --{PAGE}")).collect();
    let form = "-- content/files/Don.pdf --\n%PDF-1.7\n";
    reports(
        &format!("{}{pages}{form}", bare("a", record)),
        &expect![[r#"
        pages/A-z.md:1:1 C310 [whole file] the address `/A-z/` is that of the list A–Z already
            Rename the file: the address of a page is the name of its file; to some hosts capitals and small letters are one.
        pages/Ab.md:1:1 C310 [whole file] the address `/Ab/` is that of `content/pages/ab.md` already
            Rename the file: the address of a page is the name of its file; to some hosts capitals and small letters are one.
        pages/Cd.md:1:1 C310 [whole file] the address `/Cd/` is that of `content/pages/CD.md` already
            Rename the file: the address of a page is the name of its file; to some hosts capitals and small letters are one.
        pages/En/gia.md:1:1 C310 [whole file] the address `/En/gia/` is that of the pages in `en` already
            Rename the file; a translation of a page is `name-of-page.en.md`.
        procedures/a.yaml:7:5 C309 [/thu-tuc/A/] `/thu-tuc/A` is already the address of the procedure `a`
            Remove it from one of the two; to some hosts capitals and small letters are one.
        procedures/a.yaml:8:5 C309 [/INDEX.html] `/INDEX.html` is already the address of the home page
            Remove it from one of the two; to some hosts capitals and small letters are one.
        procedures/a.yaml:9:5 C309 [/A-Z/] `/A-Z` is already the address of the list A–Z
            Remove it from one of the two; to some hosts capitals and small letters are one.
        procedures/a.yaml:10:5 C121 [/SW.js] `/SW.js` cannot be an earlier address: the site has `sw.js` there
            Remove it; to some hosts capitals and small letters are one.
        procedures/a.yaml:11:5 C121 [/Files/DON.pdf/] `/Files/DON.pdf/` cannot be an earlier address: the site has `files/Don.pdf` there
            Remove it; to some hosts capitals and small letters are one.
        procedures/a.yaml:12:5 C309 [/EN/] `/EN` is already the address of the home page in `en`
            Remove it from one of the two; to some hosts capitals and small letters are one.
        procedures/a.yaml:13:5 C309 [/ab/] `/ab` is already the address of `/ab/`
            Remove it from one of the two.
        procedures/a.yaml:15:5 C309 [/cu/] `/cu` is already the address of `content/procedures/a.yaml`
            Remove it from one of the two.
        procedures/a.yaml:16:5 C121 [/X] `/X` would be a file where the site has a folder of that name
            Write `/X/`.
        procedures/a.yaml:18:5 C121 [/CON/x/] not every system can hold a file or folder called `CON`
            Remove it; if it is needed, let the host itself lead on from there.
        procedures/a.yaml:19:5 C121 [/aux/] not every system can hold a file or folder called `aux`
            Remove it; if it is needed, let the host itself lead on from there.
        procedures/a.yaml:20:5 C121 [/x./] not every system can hold a file or folder called `x.`
            Remove it; if it is needed, let the host itself lead on from there.
    "#]],
    );
}
