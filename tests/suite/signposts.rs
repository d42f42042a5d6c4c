//! Pages that are no procedures, found through the real program by the names people know them by.

use std::fs;

use serde_json::Value;
use thutuc::search::Searcher;

use crate::built::{pages, real_site};
use crate::program::{TODAY, folder, put, run_to};

/// What a query names on the real site, and whether that stands before the procedures.
fn named(base: &str, query: &str) -> (Vec<String>, bool) {
    let site = real_site();
    let load = |name: &str| site.get(&format!("{base}search/{name}")).cloned();
    let searcher = Searcher::open(&load).expect("an index");
    let answer = searcher.search(query, 1);
    let named = searcher.named(query, answer.results.first());
    (named.signposts.into_iter().map(|it| it.url).collect(), named.first)
}

const NAMES: &[(&str, &[&str], bool)] = &[
    ("hà nội", &["co-quan/evnhanoi/"], true),
    ("evnhanoi", &["co-quan/evnhanoi/"], true),
    ("19001288", &["co-quan/evnhanoi/"], true),
    ("1900 6769", &["co-quan/evnnpc/"], true),
    ("tong dai", &["noi-nop/#khong-thay"], true),
    ("số điện thoại", &["noi-nop/#khong-thay"], true),
    // Words of every agency's name name none.
    ("số điện thoại điện lực", &["noi-nop/#khong-thay"], true),
    ("tong dai dien luc", &["noi-nop/#khong-thay"], true),
    ("phong giao dich dien luc", &["noi-nop/"], true),
    ("cskh", &["noi-nop/#khong-thay"], true),
    ("tổng đài hà nội", &["co-quan/evnhanoi/"], true),
    ("hồ chí minh", &["co-quan/evnhcmc/"], true),
    ("npc", &["co-quan/evnnpc/"], false),
    ("noi nop", &["noi-nop/"], true),
    ("nộp hồ sơ ở đâu", &["noi-nop/"], true),
    ("cẩm phả", &["noi-nop/ttphcc-cam-pha/"], false),
    ("điện lực cẩm phả", &["noi-nop/ttphcc-cam-pha/"], false),
    ("nop ho so qua mang duoc khong", &["cau-hoi-thuong-gap/#nop-ho-so-qua-mang-duoc-khong"], false),
    // A procedure has it in its title.
    ("quảng ninh", &["co-quan/pc-quang-ninh/", "noi-nop/#tinh-quang-ninh"], false),
    ("trung tâm hành chính công", &["noi-nop/"], true),
    ("cau hoi thuong gap", &["cau-hoi-thuong-gap/"], true),
    // Both words are of questions, and are all that there is.
    ("một cửa", &["noi-nop/"], true),
    ("mot cua", &["noi-nop/"], true),
    ("giới thiệu", &["gioi-thieu/"], true),
    ("kinh doanh", &["doi-tuong/doanh-nghiep/", "tinh-huong/mo-co-so-kinh-doanh/"], false),
    ("lap dien mat troi", &["tinh-huong/lap-dien-mat-troi/"], false),
    ("xay nha moi", &["tinh-huong/xay-nha-moi/"], true),
    ("tờ rơi", &["to-in/"], true),
    ("a-z", &["a-z/"], true),
    ("cấp điện mới", &["linh-vuc/cap-dien-moi/", "chon/cap-dien-moi/"], false),
    // Nobody here has this number, that name is another, and the rest is only brushed.
    ("19001006", &[], false),
    ("hạ nội", &[], false),
    ("điện", &[], false),
    ("điện lực", &[], false),
    ("công ty", &[], false),
    ("hợp đồng", &[], false),
    ("tiền điện", &[], false),
    ("công tơ", &[], false),
    ("sang tên", &[], false),
    ("bitcoin", &[], false),
    // A few common words of a long name are not the name.
    ("mat dien nha toi", &[], false),
];

/// What the first page that is no procedure is, and how many procedures are found.
const OFFICES: &[(&str, &str, usize)] = &[
    ("điện lực hà đông", "noi-nop/", 0),
    ("dien luc ha dong", "noi-nop/", 0),
    ("điện lực huế", "noi-nop/", 0),
    ("công ty điện lực hà đông", "noi-nop/", 0),
    ("evn go vap", "noi-nop/", 0),
    ("dien luc thu duc o dau", "noi-nop/", 0),
    ("so dien thoai dien luc ha dong", "noi-nop/#khong-thay", 2),
    ("sdt dien luc thu duc", "noi-nop/#khong-thay", 2),
    ("tổng đài điện lực hà đông", "noi-nop/#khong-thay", 1),
    ("địa chỉ điện lực hà đông", "noi-nop/", 2),
    // Those that are known are found themselves.
    ("tổng đài điện lực hà nội", "co-quan/evnhanoi/", 1),
    ("evn hcm", "co-quan/evnhcmc/", 0),
    ("dien luc tphcm", "co-quan/evnhcmc/", 0),
    ("tp hcm", "co-quan/evnhcmc/", 0),
    ("tp ho chi minh", "co-quan/evnhcmc/", 0),
    // By the names that people have for them.
    ("sài gòn", "co-quan/evnhcmc/", 0),
    ("saigon", "co-quan/evnhcmc/", 0),
    ("dien luc sai gon", "co-quan/evnhcmc/", 0),
    ("tong dai dien luc sai gon", "co-quan/evnhcmc/", 1),
    ("evn spc", "co-quan/evnspc/", 0),
    ("điện lực quảng ninh", "co-quan/pc-quang-ninh/", 1),
    // Short names have heads of their own.
    ("pc nghe an", "noi-nop/", 0),
    ("PC Thanh Hoá", "noi-nop/", 0),
    ("dien luc ha long", "noi-nop/", 0),
];

#[test]
fn the_name_of_an_office_that_nobody_knows_was_put_right_into_another_word() {
    let site = real_site();
    let load = |name: &str| site.get(&format!("search/{name}")).cloned();
    let searcher = Searcher::open(&load).expect("an index");
    for (query, url, total) in OFFICES {
        let answer = searcher.search(query, 1);
        let named = searcher.named(query, answer.results.first());
        let first = named.signposts.first().map(|it| it.url.as_str());
        assert_eq!((first, named.first), (Some(*url), true), "{query}");
        assert_eq!(answer.total, *total, "{query}: {}", answer.understood);
        assert!(!answer.understood.contains("nha"), "{query}: {}", answer.understood);
    }
    // Who says what the matter is behind it is answered, errors or not.
    for query in
        ["điện lực cắt điện do nợ", "evn khieu nai", "dien luc cham dut hop dogn", "điện lực complaint"]
    {
        assert!(0 < searcher.search(query, 1).total, "{query}");
        assert!(!searcher.named(query, searcher.search(query, 1).results.first()).first, "{query}");
    }
}

#[test]
fn names_of_the_real_catalogue_lead_to_their_pages() {
    for (query, urls, first) in NAMES {
        assert_eq!(named("", query), (urls.iter().map(|it| (*it).to_owned()).collect(), *first), "{query}");
    }
    for (query, url) in [
        ("hanoi", "co-quan/evnhanoi/"),
        ("where to apply", "noi-nop/"),
        ("phone numbers", "noi-nop/#khong-thay"),
        ("questions and answers", "cau-hoi-thuong-gap/"),
        ("i am building a house", "tinh-huong/xay-nha-moi/"),
    ] {
        assert_eq!(named("en/", query), (vec![url.to_owned()], true), "{query}");
    }
}

/// Whatever stands in a list of the home page is found by the name that it has there.
#[test]
fn every_signpost_leads_to_a_place_on_a_page_that_is_there() {
    let site = real_site();
    let load = |name: &str| site.get(&format!("search/{name}")).cloned();
    let searcher = Searcher::open(&load).expect("an index");
    let (mut seen, mut missed) = (0, Vec::new());
    let home = pages().find(|(path, _)| *path == "index.html").expect("a home page").1;
    for link in home.split("<a href=\"./").skip(1) {
        let (href, rest) = link.split_once('"').expect("an end");
        let title = rest.split(['<', '>']).nth(1).unwrap_or_default();
        if ["tinh-huong/", "linh-vuc/", "doi-tuong/", "co-quan/", "chon/", "noi-nop/"]
            .iter()
            .any(|it| href.starts_with(it))
        {
            seen += 1;
            let named = searcher.named(title, None).signposts;
            if !named.iter().any(|it| it.url == href && it.share == 64) {
                missed.push(format!("{title}: {href}"));
            }
        }
    }
    assert!(15 < seen, "{seen}");
    assert!(missed.is_empty(), "{missed:?}");
    for (query, ..) in NAMES {
        for it in searcher.named(query, None).signposts {
            let (page, anchor) = it.url.split_once('#').unwrap_or((&it.url, ""));
            let html = String::from_utf8_lossy(&site[&format!("{page}index.html")]);
            assert!(anchor.is_empty() || html.contains(&format!("id=\"{anchor}\"")), "{}", it.url);
        }
    }
}

const SITE: &[(&str, &str)] = &[
    ("site.toml", "languages = ['vi', 'en']\n"),
    ("content/fields.yaml", "dien: {title: Điện}\n"),
    (
        "content/agencies/evn.yaml",
        "title: {vi: Công ty Ví Dụ, en: Example Company}\nshort: VIDU\nalso_called: [Xứ Mẫu]\nhotline: '1900 0000'\nsite: https://cskh.vidu.com.vn/\n",
    ),
    ("content/pages/hoi-dap.md", "---\ntitle: Hỏi đáp\n---\n## Nộp ảnh chụp được không?\n\nĐược.\n"),
    (
        "content/procedures/cap-dien.yaml",
        "title: Cấp điện mới\nfield: dien\nagency: evn\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n",
    ),
];

#[test]
fn the_command_tells_other_pages_after_the_procedures_and_leaves_lines_as_they_were() {
    let site = folder(SITE);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    // A page that has the name is an answer as a procedure is: such a query ended as one without any.
    let told = run_to(0, site.path(), &["search", "1900 0000", "--lang", "en"]).out;
    let expected = "No procedure found.\nOther pages of that name, which come before the procedures:\n  - Công ty Ví Dụ\n    co-quan/evn/ (Đơn vị · 1900 0000)\n";
    assert!(told.ends_with(expected), "{told}");
    let told = run_to(0, site.path(), &["search", "cấp điện", "--lang", "en"]).out;
    assert!(!told.contains("Other pages"), "{told}");
    let json = run_to(0, site.path(), &["search", "nop anh chup", "--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["signposts"][0]["kind"], "part");
    assert_eq!(json["signposts"][0]["note"], "Hỏi đáp");
    assert_eq!(json["signposts"][0]["url"], "hoi-dap/#nop-anh-chup-duoc-khong");
    for name in ["vidu", "xu mau"] {
        let english =
            run_to(0, site.path(), &["search", name, "--site", "public/en", "--format", "json"]).out;
        let english: Value = serde_json::from_str(&english).expect("JSON");
        assert_eq!(english["signposts"][0]["title"], "Example Company", "{name}");
    }
    // The page that nobody translated is not on this site.
    let none = run_to(1, site.path(), &["search", "hỏi đáp", "--site", "public/en", "--format", "json"]).out;
    let none: Value = serde_json::from_str(&none).expect("JSON");
    assert_eq!(none["signposts"], Value::Array(Vec::new()));
}

#[test]
fn a_file_of_names_that_is_missing_or_damaged_is_told_and_procedures_are_found() {
    let site = folder(SITE);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    let files = fs::read_dir(site.path().join("public/search")).expect("the index");
    let names =
        |it: &std::path::PathBuf| it.file_name().is_some_and(|it| it.to_string_lossy().starts_with("p0-"));
    let file = files.map(|it| it.expect("a file").path()).find(names).expect("a file with names");
    let kept = fs::read(&file).expect("its bytes");
    let mut damaged = kept.clone();
    damaged[kept.len() / 2] ^= 0xff;
    for bytes in [Some(kept[..kept.len() / 2].to_vec()), Some(damaged), Some(b"\xff\xff".to_vec()), None] {
        match &bytes {
            Some(bytes) => fs::write(&file, bytes).expect("written"),
            None => fs::remove_file(&file).expect("removed"),
        }
        let ran = crate::program::run(site.path(), &["search", "cap dien", "--lang", "en"]);
        assert!(ran.out.starts_with("Understood as: cap dien. 1 found.\n 1. Cấp điện mới\n"), "{}", ran.out);
        assert!(matches!(ran.code, 0 | 2), "{} {}", ran.code, ran.err);
        assert_eq!(ran.code == 2, ran.err.contains("p0-"), "{}", ran.err);
    }
}

/// A list that a phone reads for each query must not grow with the communes of a country.
#[test]
fn of_many_offices_the_parts_of_their_list_are_found_by_each_name() {
    let site = folder(SITE);
    for nth in 0..=200 {
        let (province, name) =
            (["Hà Nội", "Huế"][nth % 2], format!("Trung tâm Hành chính công phường Số {nth}"));
        let text = format!(
            "title: {name}\nkind: one-stop\nprovince: {province}\nunconfirmed: [street, phone, hours]\n"
        );
        put(site.path(), &format!("content/offices/o-{nth}.yaml"), &text);
    }
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    let urls = |query: &str| {
        let ran = crate::program::run(site.path(), &["search", query, "--format", "json"]);
        let json: Value = serde_json::from_str(&ran.out).expect("JSON");
        let all = json["signposts"].as_array().expect("a list").clone();
        all.iter().map(|it| it["url"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(urls("huế"), ["noi-nop/#tinh-hue"]);
    assert_eq!(urls("phường số 173"), ["noi-nop/#tinh-hue"]);
    assert_eq!(urls("trung tâm hành chính công"), ["noi-nop/"]);
    let files = fs::read_dir(site.path().join("public/search")).expect("the index");
    let names =
        files.map(|it| it.expect("a file")).filter(|it| it.file_name().to_string_lossy().starts_with("p0-"));
    let bytes: Vec<u64> = names.map(|it| it.metadata().expect("its size").len()).collect();
    assert!(bytes.len() == 1 && bytes[0] < 2_500, "{bytes:?}");
}
