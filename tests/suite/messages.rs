//! What a person at a terminal reads who made a mistake outside the catalogue.

use expect_test::expect;

use crate::program::{TODAY, folder, put, run, run_to};

const AGENCY: (&str, &str) = ("content/agencies/evn.yaml", "title: EVN\n");

/// What `check` says of a site whose `site.toml` is this.
fn of_settings(text: &str) -> String {
    let root = folder(&[AGENCY, ("site.toml", text)]);
    run_to(1, root.path(), &["check", "--as-of", TODAY]).err
}

#[test]
fn one_kind_of_mistake_in_site_toml_ended_in_two_ways() {
    for text in ["languages = []\n", "languages = \"\"\n", "theme = \"x\"\n", "titel = \"x\"\n"] {
        let root = folder(&[AGENCY, ("site.toml", text)]);
        for command in ["check", "build", "stats"] {
            run_to(1, root.path(), &[command, "--as-of", TODAY]);
        }
    }
    let root = folder(&[AGENCY, ("themes/default/templates/agency.html", "{{")]);
    run_to(1, root.path(), &["build", "--as-of", TODAY]);
    run_to(2, root.path(), &["check", "--root", "nowhere"]);
}

#[test]
fn a_site_says_in_which_language_a_rule_is_explained() {
    let root = folder(&[AGENCY, ("site.toml", "[check]\nlang = \"en\"\n")]);
    let said = run_to(0, root.path(), &["explain", "C104"]).out;
    assert!(said.contains("## What it checks"), "{said}");
    let said = run_to(2, root.path(), &["schema", "x"]).err;
    assert!(said.contains("there is no kind of file"), "{said}");
    let said = run_to(0, root.path(), &["explain", "C104", "--lang", "vi"]).out;
    assert!(said.contains("## Kiểm tra gì"), "{said}");
    put(root.path(), "site.toml", "[check]\nlang = \"en\n");
    assert!(run_to(0, root.path(), &["explain", "C104"]).out.contains("## Kiểm tra gì"));
}

#[test]
fn words_that_are_nearly_known_were_told_without_the_one_that_was_meant() {
    let root = folder(&[AGENCY, ("content/fields.yaml", "cap-dien: {title: Điện}\n")]);
    let said = |line: &str, language: &str| {
        let arguments: Vec<&str> = line.split(' ').chain(["--lang", language]).collect();
        run_to(2, root.path(), &arguments).err
    };
    let typed = ["explain bad-fe", "explain nothing", "schema offices", "new procedure x --field capdien"];
    expect![[r#"
        lỗi: không có quy tắc `bad-fe` (gần giống: `bad-fee`); gõ `thutuc explain` để xem tất cả
        lỗi: không có quy tắc `nothing`; gõ `thutuc explain` để xem tất cả
        lỗi: không có loại tệp `offices` (gần giống: `office`); có: procedure, agency, office, journey, choice, calendar, fields, audiences, papers, legal, glossary, synonyms, page, site
        lỗi: không có lĩnh vực `capdien` (gần giống: `cap-dien`); content/fields.yaml có: cap-dien
        error: there is no rule `bad-fe` (did you mean `bad-fee`?); `thutuc explain` lists them all
        error: there is no rule `nothing`; `thutuc explain` lists them all
        error: there is no kind of file `offices` (did you mean `office`?); there are: procedure, agency, office, journey, choice, calendar, fields, audiences, papers, legal, glossary, synonyms, page, site
        error: there is no field `capdien` (did you mean `cap-dien`?); content/fields.yaml has: cap-dien
    "#]]
        .assert_eq(&[typed.map(|it| said(it, "vi")), typed.map(|it| said(it, "en"))].concat().concat());
    let near = said("new offce x", "vi");
    assert!(near.contains("Giá trị gần giống: `office`. Dùng: "), "{near}");
}

#[test]
fn a_form_was_offered_and_not_kept() {
    let root = folder(&[AGENCY]);
    for command in [&["new", "page", "a-z-moi"][..], &["explain", "c104"], &["serve"]] {
        let ran = run_to(2, root.path(), &[command, &["--format", "json", "--lang", "en"]].concat());
        assert!(ran.err.contains("knows the format text only") && ran.out.is_empty(), "{}", ran.err);
    }
    assert!(!root.path().join("content/pages").exists());
    // What it prints is JSON.
    let schema = ["schema", "page", "--format"];
    assert!(run_to(0, root.path(), &[&schema[..], &["json"]].concat()).out.starts_with('{'));
    run_to(2, root.path(), &[&schema[..], &["sarif"]].concat());
    let lost = |format| {
        let ran = run_to(2, root.path(), &["check", "--format", format, "--root", "nowhere", "--lang", "en"]);
        assert!(ran.err.starts_with("error: no `site.toml`"), "{}", ran.err);
        ran.out
    };
    let json: serde_json::Value = serde_json::from_str(&lost("json")).expect("JSON");
    assert!(json["error"].as_str().is_some_and(|it| it.contains("nowhere")), "{json}");
    let sarif: serde_json::Value = serde_json::from_str(&lost("sarif")).expect("JSON");
    let ended = &sarif["runs"][0]["invocations"][0];
    assert_eq!(ended["executionSuccessful"], false, "{sarif}");
    let told = &ended["toolExecutionNotifications"][0]["message"]["text"];
    assert!(told.as_str().is_some_and(|it| it.contains("nowhere")), "{sarif}");
    assert!(lost("github").starts_with("::error title=thutuc::error: no `site.toml`"), "{}", lost("github"));
}

#[test]
fn faults_of_site_toml_were_told_in_the_words_of_its_parser() {
    let all = [
        "titel = \"Thủ tục điện\"\n",
        "title = \"Thủ tục điện\n",
        "[owner]\nbase_url = \"https://thutuc.vn\"\n",
        "\u{feff}email = \"a@thutuc.vn\"\n",
        "languages = \"vi\"\n",
        "title = \"A\"\ntitle = \"B\"\n",
        "title = \"A\"\ntheme = \"../rieng\"\n",
        "theme = \"rieng\"\n",
        "output = \"..\"\n",
        "time_zone = \"Asia/Hanoi\"\n",
    ];
    expect![[r#"
        lỗi[C128]: Không có khoá `titel` ở đây
         --> site.toml:1:1
          |
        1 | titel = "Thủ tục điện"
          | ^^^^^
          |
          = cách sửa: Viết `title`.

        lỗi[C128]: TOML sai cú pháp ở đây
         --> site.toml:1:22
          |
        1 | title = "Thủ tục điện
          |                      ^
          |
          = cách sửa: Viết `title = "Thủ tục điện"`.

        lỗi[C128]: Không có khoá `base_url` ở đây
         --> site.toml:2:1
          |
        2 | base_url = "https://thutuc.vn"
          | ^^^^^^^^
          |
          = cách sửa: Chuyển `base_url` lên đầu tệp, trước mọi dòng `[…]`.

        lỗi[C128]: Không có khoá `email` ở đây
         --> site.toml:1:1
          |
        1 | email = "a@thutuc.vn"
          | ^^^^^
          |
          = cách sửa: Chuyển `email` xuống dưới dòng `[owner]`.

        lỗi[C128]: Giá trị này không đúng loại
         --> site.toml:1:13
          |
        1 | languages = "vi"
          |             ^^^^
          |
          = cách sửa: Viết `languages = ["vi"]`.

        lỗi[C128]: Khoá này đã có ở trên
         --> site.toml:2:1
          |
        2 | title = "B"
          | ^^^^^
          |
          = cách sửa: Gộp hai chỗ làm một.

        lỗi[C128]: `theme` không phải tên một thư mục
         --> site.toml:2:10
          |
        2 | theme = "../rieng"
          |          ^^^^^^^^
          |
          = cách sửa: Viết tên một thư mục nằm trong `themes`, không có `/`; hoặc bỏ dòng này để dùng giao diện có sẵn.

        lỗi[C128]: Không có thư mục `themes/rieng`
         --> site.toml:1:10
          |
        1 | theme = "rieng"
          |          ^^^^^
          |
          = cách sửa: Sửa tên, tạo thư mục đó, hoặc bỏ dòng này để dùng giao diện có sẵn.

        lỗi[C128]: `output` không phải thư mục nằm trong thư mục của trang
         --> site.toml:1:11
          |
        1 | output = ".."
          |           ^^
          |
          = cách sửa: Viết tên như `public`, không có `..`; dựng ra nơi khác thì dùng `thutuc build --output`.

        lỗi[C128]: Không có múi giờ `Asia/Hanoi`
         --> site.toml:1:14
          |
        1 | time_zone = "Asia/Hanoi"
          |              ^^^^^^^^^^
          |
          = cách sửa: Viết `Asia/Ho_Chi_Minh`, hoặc bỏ dòng này.

    "#]].assert_eq(&all.map(of_settings).concat());
}

#[test]
fn an_output_among_the_sources_was_told_by_the_build_alone() {
    let all = ["output = \"content\"\n", "output = \"themes/rieng\"\n"].map(of_settings);
    expect![[r#"
        lỗi[C128]: `output` nằm trong `content`, nơi trang được dựng từ đó
         --> site.toml:1:11
          |
        1 | output = "content"
          |           ^^^^^^^
          |
          = cách sửa: Viết tên một thư mục khác, như `public`; hoặc bỏ dòng này.

        lỗi[C128]: `output` nằm trong `themes`, nơi trang được dựng từ đó
         --> site.toml:1:11
          |
        1 | output = "themes/rieng"
          |           ^^^^^^^^^^^^
          |
          = cách sửa: Viết tên một thư mục khác, như `public`; hoặc bỏ dòng này.

    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn marks_of_a_conflict_in_site_toml_were_told_as_a_mistake_of_syntax() {
    let said = of_settings("title = \"A\"\n<<<<<<< HEAD\ntheme = \"a\"\n=======\ntheme = \"b\"\n>>>>>>> b\n");
    expect![[r#"
        lỗi[C025]: Hai bản sửa của tệp này chưa được gộp: đây là dấu xung đột của Git
         --> site.toml:2:1
          |
        2 | <<<<<<< HEAD
          | ^^^^^^^
          |
          = cách sửa: Giữ một trong hai bản (hoặc gộp tay), rồi xoá các dòng `<<<<<<<`, `=======`, `>>>>>>>`.

    "#]]
    .assert_eq(&said);
}

#[test]
fn programs_were_told_nothing_of_a_fault_of_site_toml() {
    let root = folder(&[AGENCY, ("site.toml", "titel = \"A\"\n")]);
    let said = |format| run_to(1, root.path(), &["check", "--as-of", TODAY, "--format", format]).out;
    let json: serde_json::Value = serde_json::from_str(&said("json")).expect("JSON");
    assert_eq!(json["diagnostics"][0]["code"], "C128", "{json}");
    assert_eq!(json["diagnostics"][0]["file"], "site.toml", "{json}");
    let sarif: serde_json::Value = serde_json::from_str(&said("sarif")).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "C128", "{sarif}");
    assert!(said("github").starts_with("::error file=site.toml,line=1,col=1,"), "{}", said("github"));
}

#[test]
fn faults_of_a_theme_were_told_without_the_file_in_which_they_are() {
    let said = |path: &str, text: &str| {
        let root = folder(&[AGENCY, (path, text)]);
        let ran = run(root.path(), &["build", "--quiet", "--as-of", TODAY]);
        assert_ne!(ran.code, 0);
        assert!(!root.path().join("public").exists());
        ran.out + &ran.err
    };
    let all = [
        said("themes/default/templates/agency.html", "<p>\n{% if page.title %}\n"),
        said("themes/default/templates/agency.html", "<p>{{ w.fee }} {{ page.nothing.here }}</p>\n"),
        said("themes/default/templates/agency.html", "<p>{{ w.hotlin }}</p>\n"),
        said("themes/default/templates/agency.html", "{% extends \"khong-co.html\" %}\n"),
        said("themes/default/words/vi.yaml", "home: [Trang chủ]\n"),
    ];
    expect![[r#"
        lỗi[C502]: Mẫu của giao diện không dùng được
         --> themes/default/templates/agency.html:2:20
          |
        2 | {% if page.title %}
          |                    ^
          |
          = cách sửa: Sửa chỗ này; docs/theme-guide.md liệt kê các mẫu và những gì mỗi mẫu nhận được. Tera báo: Unexpected end of input.

        lỗi[C502]: Mẫu của giao diện không dùng được
         --> themes/default/templates/agency.html:1:24
          |
        1 | <p>{{ w.fee }} {{ page.nothing.here }}</p>
          |                        ^^^^^^^
          |
          = cách sửa: Sửa chỗ này; docs/theme-guide.md liệt kê các mẫu và những gì mỗi mẫu nhận được. Tera báo: Field `nothing` is not defined. Available fields: address, children, offices, procedures, sources, title, unconfirmed.

        lỗi[C502]: Mẫu của giao diện không dùng được
         --> themes/default/templates/agency.html:1:9
          |
        1 | <p>{{ w.hotlin }}</p>
          |         ^^^^^^
          |
          = cách sửa: Viết `hotline`, hoặc sửa cách khác; docs/theme-guide.md liệt kê các mẫu và những gì mỗi mẫu nhận được. Tera báo: Field `hotlin` is not defined.

        lỗi[C502]: Mẫu của giao diện không dùng được
        --> themes/default/templates/agency.html
         = cách sửa: Sửa chỗ này; docs/theme-guide.md liệt kê các mẫu và những gì mỗi mẫu nhận được. Tera báo: Template 'agency.html' is inheriting from 'khong-co.html', which doesn't exist or isn't loaded.

        lỗi[C009]: Ở đây cần chữ, không phải danh sách
         --> themes/default/words/vi.yaml:1:1
          |
        1 | home: [Trang chủ]
          | ^^^^
          |
          = cách sửa: Viết lại thành chữ.

    "#]].assert_eq(&all.concat());
}

#[test]
fn where_nothing_is_written_nothing_is_left() {
    let root = folder(&[AGENCY, ("public/cua-toi.txt", "x"), ("tep", "x")]);
    let said = |output: &str| {
        let err = run_to(2, root.path(), &["build", "--as-of", TODAY, "--output", output]).err;
        let place = root.path().canonicalize().expect("a folder").display().to_string();
        err.replace(&place, "TRANG")
    };
    let all = ["content/x", ".", "public", "tep", "khong/co/../x"].map(said);
    expect![[r#"
        lỗi: không ghi vào `TRANG/content/x`: `content` là nơi trang được dựng từ đó
          = cách sửa: Chọn thư mục khác: `--output THƯ_MỤC`, hoặc `output` trong site.toml.
        lỗi: không ghi vào `TRANG`: thư mục của chính trang sẽ bị mất
          = cách sửa: Chọn thư mục khác: `--output THƯ_MỤC`, hoặc `output` trong site.toml.
        lỗi: không ghi vào `TRANG/public`: trong đó có tệp không do lần dựng nào tạo ra
          = cách sửa: Chuyển các tệp đó đi, hoặc chọn thư mục khác: `--output THƯ_MỤC`.
        lỗi: không ghi vào `TRANG/tep`: đó là một tệp
          = cách sửa: Chuyển tệp đó đi, hoặc chọn tên khác.
        lỗi: không ghi vào `TRANG/khong/co/../x`: đường dẫn đi qua một thư mục không có
          = cách sửa: Tạo thư mục còn thiếu.
    "#]]
    .assert_eq(&all.concat());
    let left = root.path().read_dir().expect("a folder").map(|it| it.expect("an entry").file_name());
    let mut left: Vec<_> = left.collect();
    left.sort();
    assert_eq!(left, ["content", "public", "tep"]);
}

#[test]
fn a_site_of_nothing_was_built_and_took_the_place_of_what_there_was() {
    let root = folder(&[("site.toml", "[owner]\npopular = [\"cap-dien\"]\n"), ("public/index.html", "x")]);
    let ran = run_to(1, root.path(), &["check", "--as-of", TODAY]);
    expect![[r#"
        lỗi[C024]: Thư mục `content` không có, hoặc chưa có tệp nào
        --> content
         = cách sửa: Bắt đầu bằng `thutuc new procedure "Tên thủ tục"`; nếu trang ở nơi khác thì thêm `--root THƯ_MỤC`.

        0 thủ tục, 1 lỗi, 0 cảnh báo.
    "#]].assert_eq(&ran.out);
    put(root.path(), "content/.gitkeep", "");
    assert_eq!(run_to(1, root.path(), &["check", "--as-of", TODAY]).out, ran.out);
}

#[test]
fn a_first_build_with_mistakes_spoke_of_a_site_published_before() {
    let root = folder(&[AGENCY, ("content/agencies/b.yaml", "titel: B\n")]);
    let last = |arguments: &[&str]| {
        let out = run_to(1, root.path(), &[&["build", "--as-of", TODAY], arguments].concat()).out;
        out.lines().last().unwrap_or_default().to_owned() + "\n"
    };
    let first = [last(&[]), last(&["--lang", "en"])];
    assert!(!root.path().join("public").exists());
    put(root.path(), "content/agencies/b.yaml", "title: B\n");
    run_to(0, root.path(), &["build", "--as-of", TODAY]);
    put(root.path(), "content/agencies/b.yaml", "titel: B\n");
    expect![[r#"
        Chưa ghi gì, và chưa có trang nào: trang được dựng khi hết lỗi.
        Nothing was written, and there is no site yet: it is built when the errors are gone.
        Chưa ghi gì: trang đã xuất bản lần trước vẫn giữ nguyên cho đến khi hết lỗi.
        Nothing was written: the site published before stays as it is until the errors are gone.
    "#]]
    .assert_eq(&[first.concat(), last(&[]), last(&["--lang", "en"])].concat());
}

#[test]
fn quiet_says_errors_alone() {
    let root = folder(&[AGENCY, ("content/fields.yaml", "dien: {title: Điện}\n")]);
    let quiet = ["check", "--as-of", TODAY, "--quiet"];
    assert!(run_to(0, root.path(), &quiet[..3]).out.contains("C305"));
    assert_eq!(run_to(0, root.path(), &quiet).out, "");
    let strict = run_to(1, root.path(), &[&quiet[..], &["--fail-on", "warnings"]].concat());
    assert!(strict.out.contains("C305"), "what makes the command fail is told: {}", strict.out);
    put(root.path(), "content/agencies/b.yaml", "titel: B\n");
    let said = run_to(1, root.path(), &quiet).out;
    assert!(said.contains("C006") && !said.contains("C305"), "{said}");
}

#[test]
fn what_was_typed_wrong_is_told_in_one_language() {
    let root = folder(&[AGENCY]);
    let typed = [
        "chek",
        "--quiet",
        "check --hepl",
        "check --format xml",
        "check --as-of 23/11",
        "check --quiet=1",
        "check --quiet --quiet",
        "build --portable",
        "build --output",
        "serve --port 99999",
        "schema --write x office",
    ];
    let said = |line: &str| {
        let arguments: Vec<&str> = line.split(' ').collect();
        run_to(2, root.path(), &arguments).err
    };
    expect![[r#"
        lỗi: không có lệnh `chek`
          = cách sửa: Lệnh gần giống: schema, check. `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: thiếu tên lệnh
          = cách sửa: Ví dụ: `thutuc check`. `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: lệnh này không có tham số `--hepl`
          = cách sửa: Tham số gần giống: `--help`. `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: `xml` không dùng được cho `--format <DẠNG>`
          = cách sửa: Dùng: text, json, sarif, github.
        lỗi: `23/11` không dùng được cho `--as-of <NGÀY>`
          = cách sửa: Dùng: 2026-11-23, 2026-11-23T10:00:00+07:00.
        lỗi: `--quiet` không nhận giá trị `1`
          = cách sửa: Bỏ giá trị đó. `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: `--quiet` ghi hai lần
          = cách sửa: Chỉ ghi một lần. `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: thiếu `--output <THƯ_MỤC>`
          = cách sửa: Cách dùng: thutuc build --output <THƯ_MỤC> --portable; `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: thiếu giá trị cho `--output <THƯ_MỤC>`
          = cách sửa: `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
        lỗi: `99999` không dùng được cho `--port <CỔNG>`
          = cách sửa: Dùng: một số nguyên từ 0 đến 65535.
        lỗi: `--write <THƯ_MỤC>` không đi cùng `[LOẠI]`
          = cách sửa: Bỏ một trong hai. `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.
    "#]].assert_eq(&typed.map(said).concat());
    let english = run_to(2, root.path(), &["chek", "--lang", "en"]).err;
    assert!(english.starts_with("error: unrecognized subcommand 'chek'"), "{english}");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_were_told_in_english() {
    use std::os::unix::ffi::OsStrExt;

    let root = folder(&[AGENCY]);
    let typed = std::ffi::OsStr::from_bytes(b"b\xff");
    let ran = crate::program::thutuc(root.path()).args(["explain".as_ref(), typed]).output();
    let said = String::from_utf8(ran.expect("the program starts").stderr).expect("UTF-8");
    assert!(said.starts_with("lỗi: có tham số không phải chữ UTF-8\n  = cách sửa: "), "{said}");
}

#[cfg(unix)]
#[test]
fn what_the_disk_refuses_was_told_in_english_and_without_a_way_out() {
    let root = folder(&[AGENCY, ("note.txt", "")]);
    let long = "a".repeat(300);
    let said = [
        &["check", "--root", "note.txt"][..],
        &["build", "--output", &long],
        &["build", "--output", "note.txt/x"],
    ]
    .map(|arguments| run_to(2, root.path(), arguments).err);
    let here = root.path().canonicalize().expect("a folder").display().to_string();
    // The numbers of the system's own words are not everywhere the same.
    let said = said.concat().replace(&here, "…").replace(&long, "aaa");
    let said: Vec<&str> = said.lines().map(|it| it.split(" (").next().unwrap_or(it)).collect();
    expect![[r#"
        lỗi: không đọc được `note.txt/site.toml`
          vì: đường dẫn đi qua một tệp
          = cách sửa: Một phần của đường dẫn là tệp; hãy ghi tên thư mục.
        lỗi: không đọc được `…/aaa`
          vì: tên quá dài hoặc không dùng được
          = cách sửa: Chọn tên ngắn hơn.
        lỗi: không ghi được `…/note.txt`
          vì: ở đó đã có một tệp
          = cách sửa: Chuyển tệp đó đi, hoặc chọn tên khác."#]]
    .assert_eq(&said.join("\n"));
}
