//! `new`: from nothing to a site, and from a catalogue to a larger one.

use std::fs;
use std::path::Path;

use expect_test::expect;

use crate::program::{TODAY, empty_folder, folder, put, real_catalogue, run, run_to, tree};

const KINDS: [(&str, &str); 6] = [
    ("procedure", "content/procedures/"),
    ("agency", "content/agencies/"),
    ("office", "content/offices/"),
    ("journey", "content/journeys/"),
    ("choice", "content/choices/"),
    ("page", "content/pages/"),
];

/// What a check says but that a file has words of its starter.
fn unlike_a_starter(root: &Path) -> Vec<serde_json::Value> {
    let ran = run_to(0, root, &["check", "--format", "json", "--as-of", TODAY]);
    let mut report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let mut found = report["diagnostics"].as_array_mut().map(std::mem::take).expect("a list");
    found.retain(|it| it["name"] != "starter-text");
    found
}

#[test]
fn words_of_a_starter_that_would_be_published_were_not_told() {
    for (kind, expected) in
        [("agency", 0), ("procedure", 1), ("office", 1), ("journey", 1), ("choice", 1), ("page", 1)]
    {
        for lang in ["vi", "en"] {
            let root = empty_folder();
            run_to(0, root.path(), &["new", kind, "Thử", "--lang", lang]);
            let ran = run_to(0, root.path(), &["check", "--format", "json", "--as-of", TODAY]);
            assert_eq!(ran.out.matches("\"starter-text\"").count(), expected, "{kind}: {}", ran.out);
        }
    }
}

#[test]
fn every_kind_is_right_as_it_stands_in_an_empty_folder() {
    for lang in ["vi", "en"] {
        let all = empty_folder();
        for (kind, home) in KINDS {
            let alone = empty_folder();
            for root in [alone.path(), all.path()] {
                run_to(0, root, &["new", kind, "Bắt đầu từ đây", "--lang", lang]);
                let files = tree(root);
                assert!(files.keys().any(|it| it.starts_with(&format!("{home}bat-dau-tu-day."))), "{kind}");
                let unlike = unlike_a_starter(root);
                assert!(unlike.is_empty(), "{kind}: {unlike:#?}");
                run_to(0, root, &["build", "--as-of", TODAY]);
                assert!(root.join("public/index.html").is_file(), "{kind}");
            }
        }
    }
}

/// The hotline of "your electricity company", `move meter`: the real catalogue alone is about those.
#[test]
fn a_site_of_another_matter_was_published_with_words_of_electricity() {
    let site = "languages = [\"vi\", \"en\"]\nsheets = true\n";
    let root = folder(&[("site.toml", site)]);
    for (kind, _) in KINDS {
        run_to(0, root.path(), &["new", kind, "Bắt đầu từ đây"]);
    }
    let record = root.path().join("content/procedures/bat-dau-tu-day.yaml");
    let text = fs::read_to_string(&record).expect("a record").replace("status: draft", "");
    fs::write(&record, text).expect("written");
    run_to(0, root.path(), &["build", "--as-of", TODAY]);
    let mut pages = 0;
    for (path, bytes) in tree(&root.path().join("public")) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        pages += usize::from(text.starts_with("<!doctype html>"));
        for word in ["điện lực", "công tơ", "lectric", "meter”", "sang tên"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    assert!(15 < pages, "{pages}");
}

#[test]
fn the_explanations_of_a_starter_were_told_to_have_their_tone_marks_elsewhere_than_the_title() {
    for (settings, title) in [
        ("", "Hòa giải, ủy quyền"),
        ("[check]\ntone_style = \"old\"\n", "Hòa giải, ủy quyền"),
        ("[check]\ntone_style = \"new\"\n", "Hoà giải, uỷ quyền"),
    ] {
        let root = empty_folder();
        put(root.path(), "site.toml", settings);
        for (kind, _) in KINDS {
            run_to(0, root.path(), &["new", kind, title, "--lang", "vi"]);
        }
        let unlike = unlike_a_starter(root.path());
        assert!(unlike.is_empty(), "{settings}: {unlike:#?}");
    }
}

#[test]
fn every_kind_is_right_as_it_stands_in_the_real_catalogue() {
    let root = real_catalogue();
    let before = unlike_a_starter(root.path());
    for (kind, _) in KINDS {
        for lang in ["vi", "en"] {
            run_to(0, root.path(), &["new", kind, &format!("Thử {lang}: “{kind}”, 1/2"), "--lang", lang]);
        }
    }
    run_to(0, root.path(), &["addresses", "--add"]);
    let after = unlike_a_starter(root.path());
    assert_eq!(after, before, "a starter brings no mistake, and no warning but that it is one");
    run_to(0, root.path(), &["build", "--as-of", TODAY]);
}

#[test]
fn a_starter_lies_beside_others_of_its_field() {
    let root = real_catalogue();
    run_to(0, root.path(), &["new", "procedure", "Thử một", "--field", "dien-mat-troi"]);
    let path = root.path().join("content/procedures/dien-mat-troi/thu-mot.yaml");
    let text = fs::read_to_string(path).expect("the starter");
    assert!(text.contains("\nfield: dien-mat-troi\n"), "{text}");
    assert!(text.contains("\nagency: evn\n"), "the usual one: {text}");
    let ran = run_to(2, root.path(), &["new", "procedure", "Thử hai", "--field", "dien"]);
    assert!(ran.err.contains("không có lĩnh vực `dien`"), "{}", ran.err);
}

/// Lines like `#summary: …` are promises: they work once the `#` is gone.
#[test]
fn the_examples_of_a_starter_are_of_the_right_form() {
    for lang in ["vi", "en"] {
        for (kind, home) in KINDS {
            let root = empty_folder();
            run_to(0, root.path(), &["new", kind, "Thử", "--lang", lang]);
            let ending = if kind == "page" { "md" } else { "yaml" };
            let path = format!("{home}thu.{ending}");
            let text = fs::read_to_string(root.path().join(&path)).expect("the starter");
            // Words follow `# ` at once; examples stand further right, or at once behind the `#`.
            let words = |line: &str| line.strip_prefix("# ").is_some_and(|it| !it.starts_with(' '));
            let example = |line: &str| line.starts_with('#') && !words(line) && !line.starts_with("##");
            let whole: String = text
                .lines()
                .map(|it| if example(it) { it.replacen('#', "", 1) + "\n" } else { format!("{it}\n") })
                // What an ellipsis stands for is not there.
                .map(|it| {
                    it.replace("https://…", "https://example.vn/").replace("[…]", "[]").replace('…', "A")
                })
                .collect();
            assert!(whole != text.clone(), "{kind} has no example");
            put(root.path(), &path, &whole);
            put(root.path(), "site.toml", "[links]\napply_hosts = [\"dichvucong.gov.vn\"]\n");
            let ran = run(root.path(), &["check", "--format", "json", "--as-of", TODAY, "--lang", "en"]);
            let found: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
            let form: Vec<&serde_json::Value> = found["diagnostics"]
                .as_array()
                .expect("a list")
                .iter()
                .filter(|it| it["severity"] == "error")
                // Entries that an empty folder does not have, and rows of a table that is no whole.
                .filter(|it| {
                    !matches!(it["name"].as_str(), Some("unknown-reference" | "bad-id" | "terms-hole"))
                })
                .collect();
            assert!(form.is_empty(), "{kind} {lang}: {form:#?}\n{whole}");
        }
    }
}

#[test]
fn questions_filled_in_as_their_words_say_lead_to_a_procedure() {
    for lang in ["vi", "en"] {
        let root = real_catalogue();
        let before = run_to(0, root.path(), &["check", "--as-of", TODAY, "--quiet"]);
        run_to(0, root.path(), &["new", "choice", "Thử", "--lang", lang]);
        let path = "content/choices/thu.yaml";
        let text = fs::read_to_string(root.path().join(path)).expect("the starter");
        let third = |line: &&str| {
            line.starts_with('#') && ["tra-loi-3", "answer-3"].iter().any(|it| line.contains(it))
        };
        assert_eq!(text.lines().filter(third).count(), 2, "{text}");
        let whole: String =
            text.lines().map(|it| if third(&it) { &it[1..] } else { it }.to_owned() + "\n").collect();
        put(root.path(), path, &whole);
        let after = run_to(0, root.path(), &["check", "--as-of", TODAY, "--quiet"]);
        assert_eq!(after.out, before.out);
        // Without its line among the outcomes the answer leads nowhere.
        put(
            root.path(),
            path,
            &whole.replace("  - {when: [tra-loi-3]", "#").replace("  - {when: [answer-3]", "#"),
        );
        let ran = run_to(1, root.path(), &["check", "--as-of", TODAY]);
        assert!(ran.out.contains("C324"), "{}", ran.out);
    }
}

#[test]
fn nothing_is_ever_written_over() {
    let root = folder(&[
        ("content/fields.yaml", "a: {title: A}\n"),
        ("content/procedures/a/sang-ten.yaml", "title: mine\n"),
        ("content/procedures/b/doi-ten.md", "---\ntitle: mine\n---\n"),
    ]);
    for (name, path) in [
        ("Sang tên", "content/procedures/a/sang-ten.yaml"),
        ("sang-ten", "content/procedures/a/sang-ten.yaml"),
        ("Đổi tên", "content/procedures/b/doi-ten.md"),
    ] {
        let before = tree(root.path());
        let ran = run_to(2, root.path(), &["new", "procedure", name]);
        assert!(ran.err.contains(path), "{}", ran.err);
        assert_eq!(tree(root.path()), before);
    }
}

#[test]
fn an_id_that_had_prose_was_refused_the_record_that_it_lacks() {
    let root = folder(&[
        ("content/fields.yaml", "a: {title: A}\n"),
        ("content/procedures/b/sang-ten.md", "Chữ.\n"),
        ("content/procedures/b/sang-ten.en.md", "Words.\n"),
        ("content/journeys/nha-moi.md", "Chữ.\n"),
    ]);
    fs::write(root.path().join("site.toml"), "languages = [\"vi\", \"en\"]\n").expect("written");
    let ran = run_to(1, root.path(), &["check", "--as-of", TODAY]);
    for command in ["thutuc new procedure sang-ten", "thutuc new journey nha-moi"] {
        assert!(ran.out.contains(command), "{command}: {}", ran.out);
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        run_to(0, root.path(), &words);
        let again = run_to(2, root.path(), &words);
        assert!(again.err.contains(".yaml"), "{}", again.err);
    }
    assert!(root.path().join("content/procedures/b/sang-ten.yaml").is_file(), "beside its prose");
    let ran = run_to(0, root.path(), &["check", "--as-of", TODAY]);
    assert!(ran.out.contains("0 lỗi"), "{}", ran.out);
}

#[test]
fn a_title_that_the_catalogue_would_not_take_writes_nothing() {
    let root = folder(&[("site.toml", "[check]\ntone_style = \"new\"\n")]);
    for name in ["…", "", "con", "Thử\u{202e}ngược"] {
        run_to(2, root.path(), &["new", "page", name]);
        assert!(!root.path().join("content").exists(), "{name:?}");
    }
}

#[test]
fn a_title_pasted_with_a_line_break_was_written_as_two_lines() {
    let root = folder(&[]);
    run_to(0, root.path(), &["new", "page", "Góp ý\r\n  cho trang\n"]);
    let page = fs::read_to_string(root.path().join("content/pages/gop-y-cho-trang.md")).expect("a page");
    assert!(page.contains("title: \"Góp ý cho trang\"\n"), "{page}");
}

#[test]
fn who_chose_a_name_that_is_taken_was_told_to_rename_a_file_that_does_not_exist() {
    let page = "---\ntitle: Trang\naliases: [/gop-y/]\n---\nChữ.\n";
    let root = folder(&[("content/pages/trang.md", page)]);
    let told = |name, lang| {
        let ran = run_to(2, root.path(), &["new", "page", name, "--lang", lang]);
        assert_eq!(tree(root.path()).len(), 1, "{name}");
        format!("{}{}", ran.out, ran.err)
    };
    expect![[r#"
        lỗi: không tạo `content/pages/tim-kiem.md`: Địa chỉ `/tim-kiem/` đã là của trang tìm kiếm; đặt tên khác
    "#]]
    .assert_eq(&told("Tìm kiếm", "vi"));
    expect![[r#"
        error: `content/pages/tim-kiem.md` was not made: the address `/tim-kiem/` is that of the search page already; choose another title
    "#]]
    .assert_eq(&told("Tìm kiếm", "en"));
    expect![[r#"
        lỗi[C309]: `/gop-y` đã là địa chỉ của `/gop-y/`
         --> content/pages/trang.md:3:11
          |
        3 | aliases: [/gop-y/]
          |           ^^^^^^^
          |
          = cách sửa: Xoá địa chỉ cũ này ở một trong hai.

        lỗi: không tạo `content/pages/gop-y.md`: có tệp đó thì danh mục có lỗi nêu trên; đặt tên khác
    "#]]
    .assert_eq(&told("Góp ý", "vi"));
    expect![[r#"
        lỗi: không tạo `content/pages/thu-nguoc.md`: Có ký tự ẩn U+202E ở đây; đặt tên khác
    "#]]
    .assert_eq(&told("Thử\u{202e}ngược", "vi"));
}

#[test]
fn a_folder_inside_a_site_is_no_place_for_another() {
    let root = folder(&[("site.toml", ""), ("content/procedures/a.yaml", "title: x\n")]);
    let inside = root.path().join("content/procedures");
    let ran = run_to(2, &inside, &["new", "procedure", "Thử"]);
    assert!(ran.err.contains("nằm trong trang"), "{}", ran.err);
    assert!(!inside.join("content").exists());
}

#[cfg(unix)]
#[test]
fn a_link_leads_no_file_out_of_the_site() {
    let (root, outside) = (folder(&[("site.toml", "")]), empty_folder());
    fs::create_dir(root.path().join("content")).expect("a folder");
    std::os::unix::fs::symlink(outside.path(), root.path().join("content/pages")).expect("a link");
    run_to(2, root.path(), &["new", "page", "Thử"]);
    assert!(tree(outside.path()).is_empty());
}

#[test]
fn says_what_was_made_and_what_comes_next() {
    let root = empty_folder();
    let ran = run_to(0, root.path(), &["new", "procedure", "Cấp điện sinh hoạt"]);
    expect![[r#"
        Đã tạo content/procedures/cap-dien-sinh-hoat.yaml
               content/fields.yaml
               content/agencies/don-vi-cua-toi.yaml

        Việc tiếp theo:
          1. Mở tệp bằng VS Code hoặc Notepad, điền theo lời giải thích trong tệp.
          2. thutuc serve   xem trước trong trình duyệt, lỗi hiện ngay trên trang
          3. Xong thì xoá dòng `status: draft` để thủ tục hiện trên trang.
    "#]]
    .assert_eq(&ran.out);
    let ran = run_to(0, root.path(), &["new", "page", "About us", "--lang", "en"]);
    expect![[r#"
        Made   content/pages/about-us.md

        What to do next:
          1. Open the file in an editor and fill it in; it explains itself.
          2. thutuc serve   preview in a browser, mistakes are shown on the page
          3. thutuc check   must find no error before you publish
    "#]]
    .assert_eq(&ran.out);
    assert_eq!(run_to(0, root.path(), &["new", "office", "Một cửa", "--quiet"]).out, "");
}
