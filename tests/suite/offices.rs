//! Places to apply: listed by province in plain HTML, with what one needs before one goes there.

use crate::built::pages;
use crate::program::{empty_folder, folder, run_to, tree};

const AGENCY: &str =
    "title: {vi: Công ty Ví Dụ, en: Example Company}\nshort: PC Ví Dụ\nhotline: \"1900 0000\"\n";

/// Everything known.
const FULL: &str = r#"
title: {vi: Điểm giao dịch Đường Gỗ, en: Timber Road Office}
kind: transaction-room
agency: cong-ty
province: Tỉnh Ví Dụ
street: 12 Đường Gỗ
earlier_names: [Huyện Thuỷ Cũ, Huyện Thủy Cũ]
phone: "0203 0000 000"
hours:
  - {days: [mon, tue, wed, thu, fri], from: "07:30", until: "11:30"}
accepts: {vi: Mọi thủ tục, en: Everything}
position: {lat: 21.5, lon: 107.25}
"#;

/// Nothing but a name, and that in Vietnamese alone.
const BARE: &str = "title: Trung tâm Ấp Bắc\nkind: one-stop\nagency: cong-ty\nprovince: An Ví Dụ\n";

fn built() -> std::collections::BTreeMap<String, Vec<u8>> {
    let root = folder(&[
        ("site.toml", "languages = [\"vi\", \"en\"]\n"),
        ("content/agencies/cong-ty.yaml", AGENCY),
        ("content/offices/duong-go.yaml", FULL),
        ("content/offices/ap-bac.yaml", BARE),
    ]);
    let out = empty_folder();
    let output = out.path().join("public");
    run_to(0, root.path(), &["build", "--quiet", "--output", output.to_str().expect("a path in UTF-8")]);
    tree(&output)
}

fn page(site: &std::collections::BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(site[path].clone()).expect("pages are UTF-8").replace('\u{a0}', " ")
}

#[track_caller]
fn says(html: &str, all: &[&str]) {
    for it in all {
        assert!(html.contains(it), "{it} is not in\n{html}");
    }
}

#[test]
fn the_list_says_where_when_and_how_without_a_script() {
    let site = built();
    let list = page(&site, "noi-nop/index.html");
    says(
        &list,
        &[
            "<a href=\"../noi-nop/duong-go/\">Điểm giao dịch Đường Gỗ</a>",
            "12 Đường Gỗ",
            "Thứ Hai – Thứ Sáu: 07:30–11:30",
            "href=\"tel:02030000000\"",
            "href=\"geo:21.5,107.25?q=21.5,107.25(%C4%90i%E1%BB%83m",
            "(21.5, 107.25)",
            "Nhận: Mọi thủ tục",
            "Huyện Thuỷ Cũ, Huyện Thủy Cũ",
        ],
    );
    // Provinces in the order of the alphabet, each with its own.
    let order = ["id=\"tinh-an-vi-du\"", "noi-nop/ap-bac/", "id=\"tinh-tinh-vi-du\"", "noi-nop/duong-go/"];
    let places: Vec<usize> = order.iter().map(|it| list.find(it).expect(it)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!list.contains("http://") && !list.contains("maps"), "no map service");
}

#[test]
fn a_row_is_found_by_each_of_its_names_once_and_without_marks() {
    let list = page(&built(), "en/noi-nop/index.html");
    says(
        &list,
        &[
            "data-find=\"| diem giao dich duong go | timber road office | tinh vi du | huyen thuy cu | 12 duong go |\"",
        ],
    );
}

#[test]
fn what_nobody_said_is_admitted_and_there_is_a_number_to_ask() {
    let site = built();
    for path in ["noi-nop/index.html", "noi-nop/ap-bac/index.html"] {
        let html = page(&site, path);
        let after = html.split("Chưa có: địa chỉ, số điện thoại, giờ làm việc.").nth(1).expect("it says so");
        let sentence = after.split("</p>").next().expect("an end");
        says(sentence, &["tổng đài Công ty Ví Dụ", "href=\"tel:19000000\""]);
    }
    assert!(!page(&site, "noi-nop/duong-go/index.html").contains("Chưa có:"));
}

#[test]
fn an_office_that_nobody_translated_is_listed_in_english_under_its_own_name() {
    let site = built();
    let list = page(&site, "en/noi-nop/index.html");
    says(&list, &["href=\"../../noi-nop/ap-bac/\" hreflang=\"vi\" lang=\"vi\">Trung tâm Ấp Bắc</a>"]);
    assert!(!site.contains_key("en/noi-nop/ap-bac/index.html"));
}

#[test]
fn every_office_of_the_catalogue_is_in_the_list_of_its_language() {
    let mut seen = 0;
    for (list, html) in pages().filter(|(path, _)| path.ends_with("noi-nop/index.html")) {
        let below = list.trim_end_matches("index.html");
        for (path, _) in pages().filter(|(path, _)| path.starts_with(below) && *path != list) {
            let link = format!("{}\"", path.trim_end_matches("index.html"));
            assert!(html.contains(&link), "{list} does not lead to {link}");
            seen += 1;
        }
    }
    assert!(4 <= seen, "{seen} offices");
}

#[test]
fn whoever_finds_nothing_gets_a_number_of_each_whole_agency_by_its_whole_name() {
    let built = |more: &[(&str, &str)]| {
        let part = "title: Chi nhánh\nparent: cong-ty\nhotline: 1900 0001\n";
        let mut all =
            vec![("content/agencies/cong-ty.yaml", AGENCY), ("content/agencies/chi-nhanh.yaml", part)];
        all.extend(more);
        let root = folder(&all);
        let out = empty_folder();
        let output = out.path().join("public");
        run_to(0, root.path(), &["build", "--quiet", "--output", output.to_str().expect("a path in UTF-8")]);
        page(&tree(&output), "tim-kiem/index.html")
    };
    let few = built(&[]);
    says(&few, &["Công ty Ví Dụ: <a href=\"tel:19000000\">1900 0000</a>", "href=\"../#co-quan\""]);
    assert!(!few.contains("1900 0001"), "a part of an agency that has a number: {few}");
    // Among many nobody finds their own.
    let names: Vec<String> = (0..9).map(|it| format!("content/agencies/so-{it}.yaml")).collect();
    let more: Vec<(&str, &str)> =
        names.iter().map(|it| (it.as_str(), "title: Nơi khác\nhotline: 1900 0002\n")).collect();
    let many = built(&more);
    assert!(!many.contains("tel:"), "{many}");
    says(&many, &["href=\"../#co-quan\""]);
}

/// With the one-stop centres of the whole country, a page of a procedure had 400 kB, and their list 2.3 MB.
#[test]
fn thousands_of_offices_were_all_named_on_every_page() {
    let record = "title: {vi: Cấp điện, en: Connection}\nfield: f\nagency: cong-ty\nonline: {level: information}\n\
        channels: [{kind: counter, offices: [o-*]}, {kind: post, offices: [o-00*]}]\nunconfirmed: [time, fee, documents]\nreviewed: 2026-11-23\n";
    let mut files = vec![
        ("site.toml".to_owned(), "languages = [\"vi\", \"en\"]\nsheets = true\n".to_owned()),
        ("content/agencies/cong-ty.yaml".to_owned(), AGENCY.to_owned()),
        ("content/fields.yaml".to_owned(), "f: {title: {vi: Điện, en: Power}}\n".to_owned()),
        ("content/procedures/cap-dien.yaml".to_owned(), record.to_owned()),
    ];
    for nth in 0..201 {
        let province = if nth < 10 { "Đồng Ví Dụ" } else { "An Ví Dụ" };
        let office = format!(
            "title: Quầy {nth}\nkind: one-stop\nagency: cong-ty\nprovince: {province}\nstreet: Đường Gỗ\n"
        );
        files.push((format!("content/offices/o-{nth:03}.yaml"), office));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let root = folder(&files);
    let out = empty_folder();
    let output = out.path().join("public");
    run_to(
        0,
        root.path(),
        &["build", "--quiet", "--as-of", "2026-11-24", "--output", output.to_str().expect("UTF-8")],
    );
    let site = tree(&output);

    let many = "<ul><li><a href=\"../../noi-nop/#tinh-an-vi-du\">An Ví Dụ: 191 nơi nộp</a></li>\
        <li><a href=\"../../noi-nop/#tinh-dong-vi-du\">Đồng Ví Dụ: 10 nơi nộp</a></li></ul>";
    let procedure = page(&site, "thu-tuc/cap-dien/index.html");
    says(&procedure, &[many, "<li><a href=\"../../noi-nop/o-009/\">Quầy 9</a></li>"]);
    assert!(!procedure.contains("Quầy 10<"), "{procedure}");
    says(
        &page(&site, "en/thu-tuc/cap-dien/index.html"),
        &["<span lang=\"vi\">An Ví Dụ</span>: 191 places to apply"],
    );
    says(&page(&site, "niem-yet/cap-dien/index.html"), &["; An Ví Dụ: 191 nơi nộp; Đồng Ví Dụ: 10 nơi nộp"]);
    says(&page(&site, "co-quan/cong-ty/index.html"), &["An Ví Dụ: 191 nơi nộp"]);

    let list = page(&site, "noi-nop/index.html");
    assert_eq!(list.matches("<li data-find=").count(), 201);
    says(
        &list,
        &["<h2 id=\"tinh-an-vi-du\">An Ví Dụ</h2>", "<a href=\"../noi-nop/o-200/\">Quầy 200</a></li>"],
    );
    assert!(!list.contains("<p>Đường Gỗ"), "what one needs to know stands on the page of each");
    says(&page(&site, "noi-nop/o-200/index.html"), &["Đường Gỗ"]);
}

/// "Bộ phận một cửa" is what centres are too.
#[test]
fn the_counter_of_a_ward_was_called_a_centre() {
    let office = "title: Một cửa phường Ví Dụ\nkind: one-stop\nprovince: Ví Dụ\n";
    let root =
        folder(&[("site.toml", "languages = [\"vi\", \"en\"]\n"), ("content/offices/mot-cua.yaml", office)]);
    run_to(0, root.path(), &["build", "--quiet"]);
    let site = tree(&root.path().join("public"));
    says(&page(&site, "noi-nop/mot-cua/index.html"), &["<p class=\"kicker\">Bộ phận một cửa</p>"]);
    says(&page(&site, "en/noi-nop/index.html"), &["<p class=\"facts\">One-stop office</p>"]);
}
