//! Pages in two languages: each says where the other is, and which words are not its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::built::pages;
use crate::program::{TODAY, empty_folder, folder, put, real_catalogue, run_to, tree};
use tempfile::TempDir;

const HOST: &str = "https://vi-du.vn/kho";

fn built(root: &Path) -> BTreeMap<String, String> {
    let out = empty_folder();
    let output = out.path().join("public");
    run_to(0, root, &["build", "--quiet", "--as-of", TODAY, "--output", output.to_str().expect("UTF-8")]);
    let html = tree(&output)
        .into_iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "html"));
    html.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("pages are UTF-8"))).collect()
}

/// `hreflang` to path, as the head of a page says.
fn alternates(html: &str) -> BTreeMap<&str, String> {
    let head = html.split("</head>").next().unwrap_or_default();
    let links = head.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    links
        .map(|it| {
            let (lang, rest) = it.split_once("\" href=\"").expect("an address follows");
            let url = rest.split('"').next().unwrap_or_default();
            let path =
                url.strip_prefix(HOST).expect("it lies on the site's own host").trim_start_matches('/');
            (lang, format!("{path}index.html"))
        })
        .collect()
}

#[test]
fn who_is_lost_in_another_language_saw_no_way_to_it() {
    let pages = built(real_catalogue().path());
    let lost = &pages["404.html"];
    assert!(lost.contains("<a href=\"/en/\" hreflang=\"en\" lang=\"en\">English</a>"), "{lost}");
    assert!(!lost.contains("rel=\"alternate\" hreflang"), "it is no page of that language");
}

#[test]
fn every_page_names_its_other_language_and_the_one_for_everybody_else() {
    let root = real_catalogue();
    let settings = root.path().join("site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(&settings, format!("base_url = \"{HOST}\"\n{text}")).expect("a file");
    let pages = built(root.path());
    let mut pairs = 0;
    for (path, html) in &pages {
        let lang = if path.starts_with("en/") { "en" } else { "vi" };
        assert!(html.contains(&format!("<html lang=\"{lang}\">")), "{path}");
        let found = alternates(html);
        if found.is_empty() {
            let other =
                if lang == "en" { path.trim_start_matches("en/").to_owned() } else { format!("en/{path}") };
            let read = html.contains("<footer>") && path != "404.html";
            assert!(!read || !pages.contains_key(&other), "{path} hides {other}");
            continue;
        }
        pairs += 1;
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), ["en", "vi", "x-default"], "{path}");
        assert_eq!(&found[lang], path);
        assert_eq!(found["x-default"], found["vi"], "{path}");
        for to in found.values() {
            assert_eq!(alternates(&pages[to]), found, "{path} and {to} name different pages");
        }
    }
    assert!(200 < pairs, "{pairs} pages");
}

const EVERYTHING: &str = r#"title: {vi: Mọi điều, en: All there is}
official_title: Tên chính thức của thủ tục
summary: Tóm tắt của thủ tục.
task: Làm mọi điều
field: cap-dien-moi
audiences: [ho-gia-dinh]
agency: pc-quang-ninh
decision: {number: 1/QĐ-EVN, date: 2026-01-05, issuer: Tập đoàn ví dụ}
online: {level: partial, reason: Vì sao một phần}
apply:
  - url: https://dichvucong.gov.vn/a
    down: {reason: Đang sửa chữa, until: 2030-01-01}
  - {url: "https://dichvucong.gov.vn/b", case: nong-thon, sign_in: Đăng nhập bằng gì, note: Ghi chú của biểu mẫu}
cases:
  - {id: nong-thon, title: Trường hợp ở nông thôn, note: Ghi chú của trường hợp}
  - {id: khac, title: Trường hợp khác}
channels:
  - {kind: counter, note: Ghi chú của kênh, source: a}
  - {kind: post, case: nong-thon, note: Kênh chưa mở, from: 2026-12-01, source: a}
terms:
  - {time: 5 ngày làm việc, time_note: Ghi chú của thời hạn, fee: theo dự toán, fee_note: Ghi chú của phí, payer: Người trả tiền, until: 2026-11-30, source: a}
  - {time: 6 ngày làm việc, time_note: Thời hạn mới, fee: miễn phí, payer: Người khác trả, from: 2026-12-01, source: a}
  - {case: nong-thon, time: 7 ngày làm việc, source: a}
documents:
  - {name: Giấy thứ nhất, note: Ghi chú của giấy, originals: 1, source: a}
  - {any_of: [{name: Giấy thứ hai, note: Một trong hai}, {paper: thong-tin-cu-tru}], case: nong-thon, source: a}
  - {name: Giấy chưa cần, from: 2026-12-01, source: a}
steps:
  - {by: customer, title: Bước đã dịch một nửa, text: Lời của bước, source: a}
  - {by: Người làm chứng, title: {vi: Bước hai, en: Second step}, case: nong-thon, source: a}
  - {by: agency, title: Bước chưa tới, from: 2026-12-01, source: a}
result: {name: Kết quả nhận được, delivery: [Tại quầy điện lực], valid: Thời hạn của kết quả, note: Ghi chú của kết quả, source: a}
conditions:
  - {text: Điều kiện thứ nhất, case: nong-thon, source: a}
  - {text: Điều kiện chưa tới, from: 2026-12-01, source: a}
legal:
  - {text: nd-18-2025-nd-cp, article: Điều thứ nhất, note: Ghi chú của luật}
sources:
  a: {title: Nguồn của mọi điều, checked: 2026-11-23, note: Ghi chú của nguồn}
reviewed: 2026-11-23
owner: Phòng Kinh doanh điện
changes:
  - {date: 2026-11-01, note: Đã thay đổi điều gì., basis: Quyết định ví dụ}
  - {date: 2026-12-01, note: Sẽ thay đổi điều gì., basis: Quyết định sau}
"#;

/// Names of places and numbers of decrees are the same in every language.
const NAMES: &[&str] = &[
    "Cẩm Phả",
    "Đồng Tháp",
    "Hà Nội",
    "Hải Dương",
    "Hồ Chí Minh",
    "Quảng Ninh",
    "Tết",
    "NĐ-CP",
    "QĐ-BCT",
    "QĐ-EVN",
    "QĐ-TTg",
];

#[test]
fn no_english_page_speaks_vietnamese_without_saying_so() {
    let (seen, odd) = unsaid(pages());
    assert!(100 < seen, "{seen} pages");
    assert!(odd.is_empty(), "{}", odd.into_iter().take(20).collect::<Vec<_>>().join("\n"));
}

/// The rules for tenants and the numbers to call in an outage stood in Vietnamese on English pages.
#[test]
fn whoever_reads_english_has_all_of_a_procedure_that_they_must_act_on() {
    let owing = "Parts that are not translated are shown in Vietnamese.";
    let procedures: Vec<_> = pages().filter(|(path, _)| path.starts_with("en/thu-tuc/")).collect();
    assert!(100 < procedures.len(), "{} pages", procedures.len());
    let part: Vec<&str> =
        procedures.iter().filter(|(_, html)| html.contains(owing)).map(|(path, _)| *path).collect();
    assert!(part.is_empty(), "not translated in full: {part:?}");
}

/// How many English pages there are, and what is Vietnamese on them without saying so.
fn unsaid<'a>(pages: impl Iterator<Item = (&'a str, &'a str)>) -> (usize, BTreeSet<String>) {
    let (mut seen, mut odd) = (0, BTreeSet::new());
    for (path, html) in pages.filter(|(path, _)| path.starts_with("en/")) {
        seen += 1;
        for text in spoken(html, "en") {
            let rest = NAMES.iter().fold(text.to_owned(), |rest, name| rest.replace(name, ""));
            if rest.chars().any(|c| "đĐăĂơƠưƯ".contains(c) || ('\u{1ea0}'..='\u{1ef9}').contains(&c))
            {
                odd.insert(format!("{path}: {text}"));
            }
        }
    }
    (seen, odd)
}

/// A line of a record without its English words.
fn without_english(line: &str) -> String {
    let Some((before, rest)) = line.split_once("{vi: ") else { return line.to_owned() };
    let (words, rest) = rest.split_once(", en: ").expect("English words follow");
    let end = if rest.starts_with('"') { "\"}" } else { "}" };
    let (_, after) = rest.split_once(end).expect("they end");
    format!("{before}{words}{}", without_english(after))
}

/// The real catalogue, of which only what makes a page has English words; and one record more that
/// says all that a procedure can.
fn half_translated() -> TempDir {
    let root = real_catalogue();
    for (path, bytes) in tree(&root.path().join("content")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        // Questions have pages in a language only if all of them were translated.
        if Path::new(&path).extension().is_none_or(|it| it != "yaml") || path.starts_with("choices/") {
            continue;
        }
        let lines = text.lines().map(|line| match line.strip_prefix("title: ") {
            Some(_) => line.to_owned(),
            None => without_english(line),
        });
        put(root.path(), &format!("content/{path}"), &lines.map(|it| it + "\n").collect::<String>());
    }
    let settings = fs::read_to_string(root.path().join("site.toml")).expect("settings");
    let kept = settings.lines().filter(|it| !it.contains("_in.en"));
    let owner = "[owner]\nname = \"Điện lực ví dụ\"\naddress = \"Số 1 phố Ví dụ\"";
    let settings = kept.map(|it| it.to_owned() + "\n").collect::<String>().replace("[owner]", owner);
    put(root.path(), "site.toml", &format!("base_url = \"{HOST}\"\n{settings}"));
    put(
        root.path(),
        "content/procedures/moi-dieu.md",
        &format!("---\n{EVERYTHING}---\nLời thêm bằng tiếng Việt.\n"),
    );
    root
}

#[test]
fn what_nobody_translated_says_that_it_is_vietnamese() {
    let pages = built(half_translated().path());
    let (seen, odd) = unsaid(pages.iter().map(|(path, html)| (path.as_str(), html.as_str())));
    assert!(100 < seen, "{seen} pages");
    assert!(odd.is_empty(), "{}", odd.into_iter().take(40).collect::<Vec<_>>().join("\n"));
    for (path, html) in &pages {
        assert!(!html.contains(|c: char| c.is_control() && c != '\n'), "{path} shows marks");
    }
    let page = &pages["en/thu-tuc/moi-dieu/index.html"];
    for said in [
        "<title>All there is – Thủ tục điện</title>",
        "<meta name=\"description\" property=\"og:description\" content=\"Tóm tắt của thủ tục.\">",
        "<h3><span lang=\"vi\">Bước đã dịch một nửa</span></h3>",
        "<h1 itemprop=\"name\">All there is</h1>",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

/// The texts of a page in this language, but its title, which has no parts: the nearest `lang` above each says which it is.
fn spoken<'a>(html: &'a str, lang: &str) -> Vec<&'a str> {
    let mut open: Vec<(&str, Option<&str>)> = Vec::new();
    let mut found = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if let Some(closed) = name.strip_prefix('/') {
            while open.pop().is_some_and(|(it, _)| it != closed) {}
        } else if !["br", "meta", "link", "input", "img", "path", "rect", "!doctype"].contains(&name)
            && !tag.ends_with('/')
        {
            let of = tag.split(" lang=\"").nth(1).and_then(|it| it.split('"').next());
            open.push((name, of));
        }
        let here = open.iter().rev().find_map(|(_, of)| *of);
        let in_title = open.last().is_some_and(|(it, _)| *it == "title");
        if here == Some(lang) && !in_title && !text.trim().is_empty() {
            found.push(text.trim());
        }
    }
    found
}

#[test]
fn a_list_says_which_of_its_pages_are_in_another_language() {
    let root = folder(&[
        ("site.toml", "languages = [\"vi\", \"en\"]\n"),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/agencies/b.yaml", "title: {vi: Cơ quan, en: Agency}\n"),
        (
            "content/procedures/mot.yaml",
            "title: Đổi tên\nfield: a\nagency: b\nonline: {level: information}\nunconfirmed: [time, fee]\n",
        ),
    ]);
    let pages = built(root.path());
    let link = "lang=\"vi\">Đổi tên</a> <span class=\"hint\">(in Vietnamese)</span>";
    for list in ["en/linh-vuc/a/index.html", "en/co-quan/b/index.html", "en/a-z/index.html"] {
        assert!(pages[list].contains(link), "{list}:\n{}", pages[list]);
    }
    assert!(
        pages["en/index.html"].contains("Procedures in Vietnamese only: 1"),
        "{}",
        pages["en/index.html"]
    );
    assert!(!pages.contains_key("en/thu-tuc/mot/index.html"));
    assert!(!pages["thu-tuc/mot/index.html"].contains("hreflang"), "there is no other to name");
}
