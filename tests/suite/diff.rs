//! `thutuc diff`: what readers learn that they did not before, in the words of a reviewer.

use std::path::Path;

use expect_test::expect;
use tempfile::TempDir;

use crate::program::{folder, put, run, run_to};

const RECORD: &str = "\
title: {vi: Dời công tơ, en: Move a meter}
summary: {vi: Dời tới chỗ khác., en: To another place.}
field: a
agency: x
cases: [{id: xa, title: {vi: Ra xa, en: Far away}}]
online: {level: information}
terms:
  - {time: 5 ngày làm việc, fee: 500.000 đ}
  - {case: xa, time: 7 ngày làm việc}
documents:
  - {name: {vi: Đơn, en: Request}, originals: 1}
  - {name: {vi: Sổ hộ khẩu, en: Household book}, copies: 1}
steps:
  - {by: customer, title: {vi: Nộp đơn, en: Apply}}
  - {by: agency, title: {vi: Dời, en: Move it}}
channels: [{kind: counter}]
changes:
  - {date: 2026-01-05, note: Bản đầu.}
";

fn site(record: &str) -> TempDir {
    folder(&[
        ("site.toml", "languages = [\"vi\", \"en\"]\n"),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/agencies/x.yaml", "title: {vi: Cơ quan X, en: Agency X}\nhotline: \"19001234\"\n"),
        ("content/procedures/doi.yaml", record),
    ])
}

/// Exit code and words of a comparison with `before`.
fn diff(before: &Path, root: &Path, more: &[&str]) -> (i32, String) {
    let before = before.to_str().expect("a path in UTF-8");
    let ran = run(root, &[&["diff", before], more].concat());
    (ran.code, ran.out)
}

fn replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from:?}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn a_fact_that_changes_is_told_in_words_and_asks_why() {
    let before = site(RECORD);
    let edited = replaced(
        RECORD,
        &[
            ("fee: 500.000 đ", "fee: 550.000 đ"),
            ("time: 7 ngày làm việc", "time: 8 ngày làm việc, unconfirmed: true"),
            (
                "{vi: Sổ hộ khẩu, en: Household book}, copies: 1",
                "{vi: Căn cước, en: Identity card}, copies: 1",
            ),
            ("[{kind: counter}]", "[{kind: counter}, {kind: post}]"),
            ("title: {vi: Nộp đơn, en: Apply}", "title: {vi: Gửi đơn, en: Apply}"),
        ],
    );
    let after = site(&edited);
    let (code, said) = diff(before.path(), after.path(), &[]);
    expect![[r#"
        Dời công tơ (doi)
          ~ thời hạn · Ra xa: 7 ngày làm việc → 8 ngày làm việc; chưa xác nhận
          ~ chi phí: 500.000 đ → 550.000 đ
          ~ giấy tờ: Sổ hộ khẩu: 1 bản sao → Căn cước: 1 bản sao
          ~ các bước: Nộp đơn: người dân làm → Gửi đơn: người dân làm
          + nơi nộp: Qua bưu chính
          ! chưa có dòng mới dưới `changes` nói vì sao

        Đổi 1, mới 0, bỏ 0; chưa nói vì sao: 1.
    "#]]
    .assert_eq(&said);
    assert_eq!(code, 1);
    let (_, english) = diff(before.path(), after.path(), &["--lang", "en"]);
    expect![[r#"
        Dời công tơ (doi)
          ~ time limit · Ra xa: 7 ngày làm việc → 8 ngày làm việc; chưa xác nhận
          ~ fee: 500.000 đ → 550.000 đ
          ~ papers: Sổ hộ khẩu: 1 bản sao → Căn cước: 1 bản sao
          ~ steps: Nộp đơn: người dân làm → Gửi đơn: người dân làm
          + places to apply: Qua bưu chính
          ! no new line under `changes` says why

        1 changed, 0 new, 0 gone; 1 without a reason.
    "#]]
    .assert_eq(&english);

    // Words of an earlier line that were corrected say nothing of it.
    let corrected = replaced(&edited, &[("note: Bản đầu.", "note: Bản đầu tiên.")]);
    put(after.path(), "content/procedures/doi.yaml", &corrected);
    assert_eq!(diff(before.path(), after.path(), &[]).0, code);

    // The same, and somebody says why.
    put(
        after.path(),
        "content/procedures/doi.yaml",
        &replaced(&edited, &[("changes:\n", "changes:\n  - {date: 2026-11-20, note: Theo biểu giá mới.}\n")]),
    );
    let (code, said) = diff(before.path(), after.path(), &[]);
    assert!(!said.contains("changes"), "{said}");
    assert_eq!(code, 0);
}

#[test]
fn who_approves_a_fact_is_shown_where_it_is_from_and_whether_somebody_looked() {
    let sources = "\
sources:
  bieu: {title: \"Biểu giá\", url: \"https://example.vn/bieu\", checked: 2026-03-01}
  sach: {title: \"Sách hướng dẫn\"}
";
    let record = replaced(
        &(RECORD.to_owned() + sources),
        &[
            ("fee: 500.000 đ}", "fee: 500.000 đ, source: bieu}"),
            ("time: 7 ngày làm việc}", "time: 7 ngày làm việc, source: bieu}"),
            ("originals: 1}", "originals: 1, source: bieu}"),
            ("copies: 1}", "copies: 1, source: bieu}"),
            ("title: {vi: Nộp đơn, en: Apply}", "title: {vi: Nộp đơn, en: Apply}, source: bieu"),
            ("title: {vi: Dời, en: Move it}", "title: {vi: Dời, en: Move it}, source: bieu"),
        ],
    );
    let edits = [
        ("fee: 500.000 đ", "fee: 550.000 đ"),
        ("copies: 1, source: bieu}", "copies: 2, source: sach}"),
        ("[{kind: counter}]", "[{kind: counter}, {kind: post, source: bieu}]"),
        ("title: {vi: Dời, en: Move it}, source: bieu", "title: {vi: Dời, en: Move it}, source: sach"),
    ];
    let (before, after) = (site(&record), site(&replaced(&record, &edits)));
    let (_, said) = diff(before.path(), after.path(), &[]);
    expect![[r#"
        Dời công tơ (doi)
          ~ chi phí: 500.000 đ → 550.000 đ
              nguồn: Biểu giá, kiểm tra 2026-03-01
              https://example.vn/bieu
              ! nội dung đổi mà nguồn vẫn ghi ngày kiểm tra cũ
          ~ giấy tờ · Sổ hộ khẩu: 1 bản sao → 2 bản sao
              nguồn: Sách hướng dẫn
          + nơi nộp: Qua bưu chính
              nguồn: Biểu giá, kiểm tra 2026-03-01
              https://example.vn/bieu
          ! chưa có dòng mới dưới `changes` nói vì sao

        Đổi 1, mới 0, bỏ 0; chưa nói vì sao: 1.
    "#]]
    .assert_eq(&said);
    // On the day on which somebody looked, and when somebody looked since.
    let (_, same_day) = diff(before.path(), after.path(), &["--as-of", "2026-03-01"]);
    let since = replaced(&replaced(&record, &edits), &[("checked: 2026-03-01", "checked: 2026-11-20")]);
    let (_, since) = diff(before.path(), site(&since).path(), &["--lang", "en"]);
    for told in [&same_day, &since] {
        assert!(!told.contains("ngày kiểm tra cũ") && !told.contains("not checked again"), "{told}");
    }
    assert!(
        since.contains("      source: Biểu giá, checked 2026-11-20\n      https://example.vn/bieu\n"),
        "{since}"
    );
}

#[test]
fn what_readers_do_not_see_is_no_change() {
    let before = site(RECORD);
    let edited = replaced(
        RECORD,
        &[
            ("title: {vi", "# Ghi chú của người viết\ntitle: {vi"),
            ("agency: x\n", "agency: x\nalso_called: [chuyển đồng hồ]\n"),
        ],
    );
    let moved = replaced(
        &edited,
        &[
            ("  - {name: {vi: Đơn, en: Request}, originals: 1}\n", ""),
            ("copies: 1}\n", "copies: 1}\n  - {name: {vi: Đơn, en: Request}, originals: 1}\n"),
        ],
    );
    let after = site(&moved);
    let (code, said) = diff(before.path(), after.path(), &[]);
    assert_eq!((code, said.as_str()), (0, "Người đọc không thấy gì khác.\n"));
}

#[test]
fn the_order_of_steps_is_told_and_a_translation_by_itself() {
    let before = site(RECORD);
    let swapped = replaced(
        RECORD,
        &[
            ("  - {by: customer, title: {vi: Nộp đơn, en: Apply}}\n", ""),
            ("en: Move it}}\n", "en: Move it}}\n  - {by: customer, title: {vi: Nộp đơn, en: Apply}}\n"),
            ("en: To another place.", "en: Somewhere else."),
        ],
    );
    let after = site(&swapped);
    let (code, said) = diff(before.path(), after.path(), &[]);
    expect![[r#"
        Dời công tơ (doi)
          ~ các bước: 1. Nộp đơn, 2. Dời → 1. Dời, 2. Nộp đơn
          ~ tóm tắt (en): To another place. → Somewhere else.

        Đổi 1, mới 0, bỏ 0; chưa nói vì sao: 0.
    "#]]
    .assert_eq(&said);
    assert_eq!(code, 0);
}

#[test]
fn what_is_other_in_a_translation_alone_was_hidden_behind_the_main_language() {
    let before = site(RECORD);
    // Two papers have another name in English, one of them in Vietnamese too.
    let after = site(&replaced(
        RECORD,
        &[("{vi: Đơn, en: Request}", "{vi: Tờ khai, en: Form}"), ("en: Household book", "en: Family book")],
    ));
    let (_, said) = diff(before.path(), after.path(), &[]);
    expect![[r#"
        Dời công tơ (doi)
          ~ giấy tờ: Đơn: 1 bản chính → Tờ khai: 1 bản chính
          - giấy tờ (en): Request: 1 original
          - giấy tờ (en): Household book: 1 copy
          + giấy tờ (en): Form: 1 original
          + giấy tờ (en): Family book: 1 copy
          ! chưa có dòng mới dưới `changes` nói vì sao

        Đổi 1, mới 0, bỏ 0; chưa nói vì sao: 1.
    "#]]
    .assert_eq(&said);
    // And a page that is there no longer, since nobody translates its name.
    let without =
        site(&replaced(RECORD, &[("title: {vi: Dời công tơ, en: Move a meter}", "title: Dời công tơ")]));
    let (_, said) = diff(before.path(), without.path(), &[]);
    expect![[r#"
        Dời công tơ (doi)
          - tên (en): Move a meter

        Đổi 1, mới 0, bỏ 0; chưa nói vì sao: 0.
    "#]]
    .assert_eq(&said);
    let (_, said) = diff(without.path(), before.path(), &[]);
    expect![[r#"
        Dời công tơ (doi)
          + tên (en): Move a meter

        Đổi 1, mới 0, bỏ 0; chưa nói vì sao: 0.
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_form_that_was_replaced_was_told_by_nobody() {
    let record = replaced(RECORD, &[("originals: 1}", "originals: 1, form: files/don.pdf}")]);
    let (before, after) = (site(&record), site(&record));
    put(before.path(), "content/files/don.pdf", "%PDF-1.4 một");
    put(after.path(), "content/files/don.pdf", "%PDF-1.4 hai");
    let (_, said) = diff(before.path(), after.path(), &[]);
    assert!(said.starts_with("Tệp khác cũng đổi: content/files/don.pdf\n"), "{said}");
}

#[test]
fn what_is_new_gone_or_has_another_id_is_told_once() {
    let before = site(RECORD);
    let other =
        "title: Việc cũ\nfield: a\nagency: x\nonline: {level: information}\nunconfirmed: [time, fee]\n";
    put(before.path(), "content/procedures/cu.yaml", other);
    let after = site(
        "title: Việc mới\nfield: a\nagency: x\nonline: {level: information}\nunconfirmed: [time, fee]\n",
    );
    std::fs::rename(
        after.path().join("content/procedures/doi.yaml"),
        after.path().join("content/procedures/moi.yaml"),
    )
    .expect("a new name");
    put(
        after.path(),
        "content/procedures/doi-cong-to.yaml",
        &(RECORD.to_owned() + "aliases: [/thu-tuc/doi/]\n"),
    );
    put(after.path(), "content/procedures/nhap.yaml", &(other.to_owned() + "status: draft\n"));
    put(
        after.path(),
        "content/agencies/x.yaml",
        "title: {vi: Cơ quan X, en: Agency X}\nhotline: \"19005678\"\n",
    );
    put(after.path(), "content/glossary.yaml", "a: {term: Công tơ, meaning: Máy đo điện.}\n");
    let (_, said) = diff(before.path(), after.path(), &[]);
    expect![[r#"
        Dời công tơ (doi-cong-to, trước là doi)

        Thủ tục mới: Việc mới (moi)

        Cơ quan X (x)
          ~ tổng đài: 19001234 → 19005678

        Bỏ thủ tục: Việc cũ (cu)

        Tệp khác cũng đổi: content/glossary.yaml
        Đổi 2, mới 1, bỏ 1; chưa nói vì sao: 0.
    "#]]
    .assert_eq(&said);
    let (_, json) = diff(before.path(), after.path(), &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["other_files"], serde_json::json!(["content/glossary.yaml"]));
    let how: Vec<String> = json["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|it| format!("{} {} {}", it["how"], it["kind"], it["id"]).replace('"', ""))
        .collect();
    expect![[r#"
        changed procedure doi-cong-to
        added procedure moi
        changed agency x
        removed procedure cu"#]]
    .assert_eq(&how.join("\n"));
}

#[test]
fn both_sides_must_be_right() {
    let (right, wrong) = (site(RECORD), site(&replaced(RECORD, &[("field: a", "feild: a")])));
    let there = run_to(1, right.path(), &["diff", wrong.path().to_str().expect("UTF-8")]);
    assert!(there.out.contains("feild") && there.err.contains("Các lỗi trên ở"), "{there:?}");
    let here = run_to(1, wrong.path(), &["diff", right.path().to_str().expect("UTF-8")]);
    assert!(here.out.contains("feild") && !here.err.contains("Các lỗi trên ở"), "{here:?}");
    let nowhere = run_to(2, right.path(), &["diff", "khong-co"]);
    assert!(nowhere.err.contains("khong-co"), "{nowhere:?}");
    run_to(2, right.path(), &["diff", right.path().to_str().expect("UTF-8"), "--format", "sarif"]);
}
