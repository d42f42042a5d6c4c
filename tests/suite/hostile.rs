//! Input that nobody should write and somebody will: a clear word, soon, and the last site stays.

use std::fs;
use std::path::Path;

use crate::program::{TODAY, empty_folder, folder, put, run, run_to, run_within, tree};

/// Seconds of a core within which the program answers, whatever it is given.
const SOON: u32 = 5;

const GOOD: &[(&str, &str)] = &[
    (
        "content/procedures/mot.yaml",
        "title: Thủ tục một\nfield: a\nagency: b\nonline: {level: information}\nunconfirmed: [time, fee]\n",
    ),
    ("content/fields.yaml", "a: {title: Lĩnh vực}\n"),
    ("content/agencies/b.yaml", "title: Cơ quan\n"),
];

/// Builds a good site, lays something bad over it, and gives what the next build says in English.
#[track_caller]
fn after(harm: impl FnOnce(&Path)) -> String {
    let site = folder(GOOD);
    let root = site.path();
    let first = run(root, &["build", "--as-of", TODAY, "--lang", "en"]);
    assert_eq!(first.code, 0, "{}{}", first.out, first.err);
    let good = tree(&root.join("public"));
    harm(root);
    let ran = run_within(SOON, root, &["build", "--as-of", TODAY, "--lang", "en"]);
    assert!(!ran.err.contains("panicked") && !ran.out.contains("panicked"), "{}", ran.err);
    assert_ne!(ran.code, 0, "{}", ran.out);
    assert_eq!(tree(&root.join("public")), good, "the last good site is touched");
    ran.out + &ran.err
}

fn record(text: &[u8]) -> impl FnOnce(&Path) {
    move |root| fs::write(root.join("content/procedures/hai.yaml"), text).expect("a file")
}

#[track_caller]
fn says(said: &str, code: &str, place: &str) {
    assert!(said.contains(code) && said.contains(place), "neither {code} nor {place} in:\n{said}");
}

#[test]
fn a_hundred_thousand_nested_lists() {
    for text in ["- ".repeat(100_000), "[".repeat(100_000), "{a: ".repeat(100_000)] {
        says(&after(record(text.as_bytes())), "error[C", "content/procedures/hai.yaml:1:");
    }
}

#[test]
fn a_bomb_of_aliases() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (from, to) in ('a'..'i').zip('b'..='i') {
        let nine = vec![format!("*{from}"); 9].join(", ");
        bomb = format!("{bomb}{to}: &{to} [{nine}]\n");
    }
    says(&after(record(bomb.as_bytes())), "C003", "content/procedures/hai.yaml:1:4");
}

#[test]
fn fifty_megabytes() {
    let text = "title: x\n".repeat(50 * 1024 * 1024 / 9);
    says(&after(record(text.as_bytes())), "C012", "content/procedures/hai.yaml");
}

#[test]
fn a_line_of_a_megabyte() {
    let text = format!("title: {}\n", "điện ".repeat(150_000));
    let said = after(record(text.as_bytes()));
    says(&said, "error[C", "content/procedures/hai.yaml");
    assert!(said.len() < 20_000, "an excerpt of {} bytes", said.len());
}

#[test]
fn each_key_of_a_large_map_was_held_against_all_before_it() {
    let own: String = (0..30_000).map(|nth| format!("k{nth}: 1\n")).collect();
    let cut: String = (0..30_000).map(|nth| format!(", {nth}")).collect();
    let said = after(record(format!("titel: x\n{own}summary: {{vi: 1{cut}}}\n").as_bytes()));
    says(&said, "C006", "content/procedures/hai.yaml:1:1");
    says(&said, "C022", "content/procedures/hai.yaml:30002:15");
}

#[test]
fn bytes_that_are_no_text() {
    says(&after(record(b"title: \xff\xfe\n")), "C011", "content/procedures/hai.yaml");
    says(&after(record(b"title: a\0b\n")), "C011", "content/procedures/hai.yaml");
    let utf16: Vec<u8> = "title: Điện\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    says(&after(record(&utf16)), "C011", "content/procedures/hai.yaml");
}

#[test]
fn an_empty_file_and_a_file_of_nothing_but_marks() {
    for text in [
        &b""[..],
        b"\xef\xbb\xbf",
        b"\n\n",
        b"---\n",
        b"# ghi ch\xc3\xba\n",
        b"--- a\n--- b\n",
        b"\t",
        b"]",
        b"\"",
    ] {
        says(&after(record(text)), "error[C", "content/procedures/hai.yaml");
    }
}

#[test]
fn a_folder_with_the_name_of_a_file() {
    let said = after(|root| fs::create_dir(root.join("content/procedures/hai.yaml")).expect("a folder"));
    says(&said, "C013", "content/procedures/hai.yaml");
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site() {
    use std::os::unix::fs::symlink;
    for target in ["/etc/passwd", "../../site.toml", "/nowhere", "."] {
        let said = after(|root| symlink(target, root.join("content/procedures/hai.yaml")).expect("a link"));
        says(&said, "C013", "content/procedures/hai.yaml");
        assert!(!said.contains("root:"), "a line of a file outside is shown:\n{said}");
    }
    let said = after(|root| symlink("/etc", root.join("content/procedures/etc")).expect("a link"));
    says(&said, "C013", "content/procedures/etc");
}

/// Their title and their colours would be on every page.
#[cfg(unix)]
#[test]
fn links_in_the_place_of_settings_or_a_theme_were_followed() {
    use std::os::unix::fs::symlink;
    let outside =
        folder(&[("site.toml", "title = \"Nơi khác\"\n"), ("themes/default/static/style.css", "p{}\n")]);
    for path in ["site.toml", "themes", "themes/default"] {
        let said = after(|root| {
            let place = root.join(path);
            fs::create_dir_all(place.parent().expect("a path below the root")).expect("a folder");
            symlink(outside.path().join(path), place).expect("a link");
        });
        says(&said, "error[C", &format!("--> {path}"));
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_nobody_writes_to() {
    let said = after(|root| {
        let made =
            std::process::Command::new("mkfifo").arg(root.join("content/procedures/hai.yaml")).status();
        assert!(made.is_ok_and(|it| it.success()));
    });
    says(&said, "C013", "content/procedures/hai.yaml");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let said = after(|root| {
        let path = root.join("content/procedures/hai.yaml");
        fs::write(&path, "title: x\n").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("a mode");
    });
    // Root reads everything, so there the record itself is what is wrong.
    assert!(said.contains("C014") || said.contains("C007"), "{said}");
}

#[test]
fn names_that_windows_keeps_for_itself() {
    for name in ["con.yaml", "aux.md", "a:b.yaml", "x?.yaml", "x|y.yaml"] {
        let said = after(|root| {
            fs::write(root.join("content/procedures").join(name), "title: x\n").expect("a file");
        });
        says(&said, "C015", "content/procedures/");
    }
}

#[test]
fn paths_that_lead_out_of_the_site() {
    for path in ["../../../etc/passwd", "/etc/passwd", "files/../../x.pdf", "C:\\x.pdf", "files\\x.pdf"] {
        let quoted = format!("'{path}'");
        let text = format!(
            "title: Hai\nfield: a\nagency: b\nonline: {{level: information}}\nunconfirmed: [time, fee]\ndocuments: [{{name: Đơn, copies: 1, form: {quoted}}}]\n"
        );
        says(&after(record(text.as_bytes())), "C303", "content/procedures/hai.yaml:6:");
    }
}

#[test]
fn earlier_addresses_that_lead_out_of_the_site() {
    for path in
        ["../../x/", "/a/../../x/", "//elsewhere.vn/", "https://elsewhere.vn/", "/a\\b/", "/a/%2e%2e/"]
    {
        let text = format!(
            "title: Hai\nfield: a\nagency: b\nonline: {{level: information}}\nunconfirmed: [time, fee]\naliases: ['{path}']\n"
        );
        says(&after(record(text.as_bytes())), "C121", "content/procedures/hai.yaml:6:");
    }
}

#[test]
fn an_output_folder_that_is_not_ours() {
    let site = folder(GOOD);
    let root = site.path();
    put(root, "www/letters.txt", "kept");
    for out in ["www", "content", "content/public", ".", "..", "/", "/etc"] {
        let ran = run(root, &["build", "--as-of", TODAY, "--lang", "en", "--output", out]);
        assert_eq!(ran.code, 2, "{out}: {}{}", ran.out, ran.err);
    }
    let there: Vec<String> = tree(root).into_keys().collect();
    assert_eq!(there.len(), GOOD.len() + 1, "{there:?}");
}

#[test]
fn a_list_of_built_files_that_names_others_deleted_them() {
    let site = folder(GOOD);
    let root = site.path().join("site");
    for (path, text) in GOOD {
        put(&root, path, text);
    }
    put(site.path(), "precious/only.txt", "kept");
    let build = ["build", "--as-of", TODAY, "--lang", "en"];
    run_to(0, &root, &build);
    let absolute = site.path().join("precious/only.txt").to_string_lossy().into_owned();
    let list = root.join("public/.thutuc-manifest");
    let good = fs::read_to_string(&list).expect("a list");
    for path in ["../content/fields.yaml", "../../precious/only.txt", "a/../../site.toml", &absolute] {
        fs::write(&list, format!("{good}0123456789abcdef 5 {path}\n")).expect("a list");
        let before = tree(site.path());
        let ran = run_to(2, &root, &build);
        assert!(ran.err.contains("its manifest is of another program, or damaged"), "{path}: {}", ran.err);
        assert_eq!(tree(site.path()), before, "{path}");
    }
}

/// The program on a disk that takes `blocks` of 512 bytes of each file, as one does that is nearly full.
#[cfg(unix)]
fn on_a_full_disk(root: &Path, blocks: usize, arguments: &[&str]) -> String {
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = std::process::Command::new("sh");
    command.current_dir(root).args(["-c", &limited, env!("CARGO_BIN_EXE_thutuc")]).args(arguments);
    let ran = command.output().expect("a shell");
    assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(ran.stderr).expect("UTF-8")
}

#[cfg(unix)]
#[test]
fn half_a_starter_stayed_on_a_full_disk_and_the_next_try_took_it_for_somebodys() {
    let site = empty_folder();
    let said = on_a_full_disk(site.path(), 1, &["new", "procedure", "Cấp điện", "--lang", "en"]);
    assert!(said.contains("cannot write"), "{said}");
    assert!(tree(site.path()).is_empty());
    let said = on_a_full_disk(site.path(), 1, &["schema", "--write", "schemas", "--lang", "en"]);
    assert!(said.contains("cannot write"), "{said}");
    assert!(tree(site.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_build_without_room_for_a_single_byte_left_its_folder() {
    let site = folder(GOOD);
    let before = tree(site.path());
    let said = on_a_full_disk(site.path(), 0, &["build", "--as-of", TODAY, "--lang", "en"]);
    assert!(said.contains("cannot write"), "{said}");
    assert_eq!(tree(site.path()), before);
}

/// As portals hand them out: JSON, which is YAML too, flat or nested, with keys in Vietnamese. Made up.
const FOREIGN: [&str; 2] = [
    r#"{
 "ma_thu_tuc": "1.000001",
 "detail_url": "https://example.vn/thu-tuc/1",
 "ten_thu_tuc": "Thủ tục mẫu",
 "co_quan_co_tham_quyen": "",
 "cach_thuc_thuc_hien": [{"hinh_thuc": "Trực tiếp", "thoi_han": "5 Ngày", "phi": null}],
 "thanh_phan_ho_so": []
}
"#,
    r#"{
  "thu_tuc_id": "1.000002",
  "metadata": {"mã_thủ_tục": "1.000002", "tên_thủ_tục": "Thủ tục mẫu", "cấp_thực_hiện": "Cấp Bộ"},
  "content": {"trình_tự_thực_hiện": "", "đối_tượng_thực_hiện": "Tổ chức (không bao gồm HTX)"}
}
"#,
];

/// More of them may lie in the folders that the variable `FOREIGN_RECORDS` names, separated by `:`.
#[test]
fn records_of_other_systems() {
    let mut records: Vec<Vec<u8>> = FOREIGN.iter().map(|it| it.as_bytes().to_vec()).collect();
    let folders = std::env::var("FOREIGN_RECORDS").unwrap_or_default();
    for folder in folders.split(':').filter(|it| !it.is_empty()) {
        let entries = fs::read_dir(folder).expect("a folder of records");
        let files = entries.flatten().map(|it| it.path()).filter(|it| it.is_file());
        records.extend(files.map(|it| fs::read(it).expect("a record")));
    }
    let said = after(|root| {
        for (nth, record) in records.iter().enumerate() {
            fs::write(root.join(format!("content/procedures/x-{nth}.yaml")), record).expect("a file");
        }
    });
    for nth in 0..records.len() {
        assert!(said.contains(&format!("content/procedures/x-{nth}.yaml")), "nothing of record {nth}");
    }
}

#[test]
fn text_of_nothing_but_the_first_signs_of_marks() {
    for sign in ["<", "<b", "&", "&a", "[", "[a](b", "**a "] {
        let text = sign.repeat(1_000_000 / sign.len());
        let said = after(record(format!("titel: x\nsummary: \"{text}\"\n").as_bytes()));
        says(&said, "C006", "content/procedures/hai.yaml:1:1");
    }
}

#[test]
fn a_table_of_times_with_a_row_for_each_day() {
    let head = "title: Thủ tục hai\nfield: a\nagency: b\nonline: {level: information}\nunconfirmed: [fee]\n";
    let cases: String = (0..30).map(|nth| format!("  - {{id: t{nth}, title: T{nth}}}\n")).collect();
    let day = |nth: u32| format!("{}-{:02}-{:02}", 2030 + nth / 336, 1 + nth / 28 % 12, 1 + nth % 28);
    let rows = |count| {
        (0..count)
            .map(|nth| format!("  - {{time: {} ngày, from: {}}}\n", 1 + nth % 99, day(nth)))
            .collect::<String>()
    };
    for (count, code) in [(1_000, "C111"), (20_000, "C132")] {
        let text = format!("{head}cases:\n{cases}terms:\n{}", rows(count));
        says(&after(record(text.as_bytes())), code, "content/procedures/hai.yaml:");
    }
}

#[test]
fn tens_of_thousands_of_cases_and_of_everything_twice() {
    let head =
        "title: Thủ tục hai\nfield: a\nagency: b\nonline: {level: information}\nunconfirmed: [time, fee]\n";
    let cases: String = (0..60_000).map(|nth| format!("  - {{id: t{nth}, title: T}}\n")).collect();
    let said = after(record(format!("{head}cases:\n{cases}").as_bytes()));
    says(&said, "C132", "content/procedures/hai.yaml:37:5");
    let twice: String = (0..30_000).map(|nth| format!("x_{nth}: 1\nx_{nth}: 1\n")).collect();
    says(&after(record(format!("{head}{twice}").as_bytes())), "C008", "content/procedures/hai.yaml:7:1");
    let prose: String = (0..30_000).map(|nth| format!("Dòng {nth}.\nDòng {nth}.\n")).collect();
    let said = after(|root| {
        fs::write(root.join("content/procedures/mot.md"), prose).expect("a file");
        fs::write(root.join("content/procedures/hai.yaml"), "titel: x\n").expect("a file");
    });
    says(&said, "C133", "content/procedures/mot.md:2:1");
}

#[test]
fn the_beginning_of_a_word_was_sought_anew_at_each_question_mark_in_it() {
    let said = after(record(format!("title: x/{}\n", "a?".repeat(300_000)).as_bytes()));
    says(&said, "C007", "content/procedures/hai.yaml");
}

#[test]
fn each_link_to_nothing_was_held_against_all_files_that_were_refused() {
    let said = after(|root| {
        for nth in 0..3_000 {
            let path = root.join(format!("content/procedures/Tệp {nth}.docx"));
            fs::write(path, "x").expect("a file is written");
        }
        let links: String = (0..3_000).map(|nth| format!("[Mục thứ {nth}](khong-co-{nth}.yaml)\n")).collect();
        fs::write(root.join("content/procedures/mot.md"), links).expect("a file is written");
    });
    says(&said, "C016", "content/procedures/Tệp 0.docx");
}

#[test]
fn the_end_of_a_text_was_sought_anew_at_each_block_of_code() {
    let texts = [
        format!("{}{}", "```\nA\n```\n\n".repeat(60_000), " ".repeat(400_000)),
        "I*1/*a)*".repeat(100_000),
        "a) một\n".repeat(100_000),
        format!("«{}", "á»".repeat(250_000)),
    ];
    for text in texts {
        let said = after(|root| {
            fs::write(root.join("content/procedures/mot.md"), text).expect("a file");
            fs::write(root.join("content/procedures/hai.yaml"), "titel: x\n").expect("a file");
        });
        says(&said, "C006", "content/procedures/hai.yaml:1:1");
    }
}

#[test]
fn a_text_that_goes_on_in_a_hundred_thousand_lines() {
    for text in [
        "title: Thủ tục\nđang đi\n".repeat(60_000),
        format!("title: Một\n\n{}\ta: b\n", "\n".repeat(900_000)),
    ] {
        says(&after(record(text.as_bytes())), "error[C0", "content/procedures/hai.yaml:");
    }
}
