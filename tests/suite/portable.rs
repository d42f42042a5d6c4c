//! A copy that is handed out on a memory stick: opened from its folder, no host answers for it.

use std::fs;
use std::path::Path;

use crate::html::{pieces, resolved};
use crate::program::{TODAY, empty_folder, folder, put, repository, run, run_to, tree};

#[test]
fn every_link_names_a_file_that_is_there() {
    let folder = empty_folder();
    let out = folder.path().join("usb");
    let shown = out.to_str().expect("a path in UTF-8");
    run_to(0, repository(), &["build", "--quiet", "--as-of", TODAY, "--portable", "--output", shown]);

    let files = tree(&out);
    let (mut seen, mut odd) = (0, Vec::new());
    for (path, bytes) in &files {
        if Path::new(path).extension().is_none_or(|it| it != "html") {
            continue;
        }
        let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
        for holder in [" href=\"", " src=\"", " action=\"", "content=\"0; url="] {
            for rest in html.split(holder).skip(1) {
                let address = rest.split('"').next().unwrap_or_default();
                let target = address.split(['?', '#']).next().unwrap_or_default();
                if target.is_empty() || target.contains(':') {
                    continue;
                }
                seen += 1;
                if !files.contains_key(&resolved(path, target)) {
                    odd.push(format!("{path}: {address}"));
                }
            }
        }
    }
    assert!(1000 < seen, "only {seen} links");
    assert_eq!(odd, [""; 0]);
}

/// It would take the place of the site that hosts publish.
#[test]
fn a_copy_to_hand_out_needs_a_folder_of_its_own() {
    let ran = run(repository(), &["build", "--portable"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--output"), "{}", ran.err);
}

#[test]
fn a_copy_does_not_take_the_place_of_the_published_site() {
    let site = empty_folder();
    run_to(0, site.path(), &["new", "procedure", "Cấp điện"]);
    run_to(0, site.path(), &["build"]);
    let before = tree(&site.path().join("public"));
    for typed in ["public", "./public/", "content/../public"] {
        let ran = run_to(2, site.path(), &["build", "--portable", "--output", typed]);
        assert!(ran.err.contains("bản mang đi"), "{typed}: {}", ran.err);
    }
    assert!(before == tree(&site.path().join("public")));
    run_to(0, site.path(), &["build", "--portable", "--output", "usb"]);
}

#[test]
fn a_copy_held_files_for_hosts_and_a_dead_link_to_the_page_about_devices() {
    let site = folder(&[
        ("site.toml", "languages = ['vi', 'en']\nbase_url = 'https://a.vn/kho'\n"),
        ("content/fields.yaml", "a: {title: Lĩnh vực}\n"),
        ("content/agencies/c.yaml", "title: Cơ quan\n"),
        (
            "content/procedures/mot.yaml",
            "title: Một\nfield: a\nagency: c\nonline: {level: information}\nunconfirmed: [time, fee]\naliases: [/cu/]\n",
        ),
        (
            "content/pages/gioi-thieu.md",
            "---\ntitle: Giới thiệu\n---\nXem [cách dùng khi mất mạng](/ngoai-tuyen/).\n",
        ),
    ]);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY, "--portable", "--output", "usb"]);
    let files = tree(&site.path().join("usb"));
    for of_hosts in [
        "_headers",
        "_redirects",
        "_nginx.conf",
        ".htaccess",
        "assets/.htaccess",
        "web.config",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "sw.js",
        "manifest.webmanifest",
    ] {
        assert!(!files.contains_key(of_hosts), "{of_hosts}");
    }
    let html = |path: &str| std::str::from_utf8(&files[path]).expect("pages are UTF-8");
    assert!(html("gioi-thieu/index.html").contains("href=\"../ngoai-tuyen/index.html\""));
    let page = html("ngoai-tuyen/index.html");
    assert!(page.contains("không cần mạng") && page.contains("href=\"https://a.vn/kho/\""), "{page}");
    assert!(!page.contains("<button") && !page.contains("offline."), "there is nothing to keep:\n{page}");
    assert!(html("en/ngoai-tuyen/index.html").contains("needs no network"));
}

/// The search is kept whole on small sites alone, and the number of pages matters where there are more.
#[test]
fn small_sites_spoke_of_keeping_what_was_searched_as_large_ones_do() {
    for (procedures, whole, most) in [(20, true, false), (110, true, true), (401, false, true)] {
        let site = folder(&[
            ("site.toml", "languages = ['vi', 'en']\n"),
            ("content/fields.yaml", "a: {title: Lĩnh vực}\n"),
            ("content/agencies/c.yaml", "title: Cơ quan\n"),
        ]);
        for nth in 0..procedures {
            let record = format!(
                "title: {{vi: Giấy thứ {nth}, en: Paper {nth}}}\nfield: a\nagency: c\nonline: {{level: information}}\nunconfirmed: [time, fee]\n"
            );
            put(site.path(), &format!("content/procedures/so-{nth}.yaml"), &record);
        }
        run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
        for (path, all, part, limit) in [
            ("ngoai-tuyen", "vẫn tìm được mọi thủ tục", "chỉ tìm lại được", "nhiều nhất 100 trang"),
            ("en/ngoai-tuyen", "still find every procedure", "only what you searched", "At most 100 pages"),
        ] {
            let html = fs::read_to_string(site.path().join("public").join(path).join("index.html"));
            let html = html.expect("the page is there");
            let says = |words: &str| pieces(&html).iter().any(|it| it.text.contains(words));
            let said = [says(all), says(part), says(limit)];
            assert_eq!(said, [whole, !whole, most], "{path} of {procedures} procedures:\n{html}");
        }
    }
}
