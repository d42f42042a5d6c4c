//! Files that are no YAML, and files whose two sides nobody joined.

use expect_test::expect;

use crate::check::tests::{GOOD, shown, sources};
use crate::diagnostic::Language;

#[test]
fn a_byte_order_mark_within_a_file_was_told_twice() {
    let said = shown(
        &sources(
            "\
-- content/fields.yaml --
cap-dien: {title: Cấp điện}
\u{feff}khac: {title: Khác}
-- content/procedures/x.yaml --
title: X
\u{feff}field: cap-dien
-- content/procedures/y.yaml --
title: Y
field:\u{feff} cap-dien
-- content/procedures/z.yaml --
title: Z\u{200b} một
field: [cap-dien
",
        ),
        Language::Vi,
    );
    expect![[r#"
        fields.yaml:2:1 C403 [·] Có ký tự ẩn U+FEFF ở đây
            Xoá ký tự đó (đặt con trỏ sau chữ và bấm Backspace), hoặc gõ lại cả từ.
        procedures/x.yaml:2:1 C403 [·] Có ký tự ẩn U+FEFF ở đây
            Xoá ký tự đó (đặt con trỏ sau chữ và bấm Backspace), hoặc gõ lại cả từ.
        procedures/y.yaml:2:7 C403 [·] Có ký tự ẩn U+FEFF ở đây
            Xoá ký tự đó (đặt con trỏ sau chữ và bấm Backspace), hoặc gõ lại cả từ.
        procedures/z.yaml:1:9 C403 [·] Có ký tự ẩn U+200B ở đây
            Xoá ký tự đó (đặt con trỏ sau chữ và bấm Backspace), hoặc gõ lại cả từ.
        procedures/z.yaml:2:8 C001 [[] `[` mở ở đây mà không đóng
            Thêm `]` ở chỗ hết, thường là cuối dòng này.
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_file_broken_by_a_hidden_character_was_lost_where_those_are_allowed() {
    let mut sources = sources("-- content/procedures/x.yaml --\ntitle: X\n\u{feff}field: cap-dien\n");
    sources.config.check.allow.insert("hidden-character".to_owned(), "a reason".to_owned());
    let said = shown(&sources, Language::En);
    assert!(said.starts_with("procedures/x.yaml:2:1 C001 "), "{said}");
}

#[test]
fn marks_of_a_conflict_in_prose_were_published() {
    let sides = "<<<<<<< HEAD\nNgày 1.\n=======\nNgày 2.\n>>>>>>> b\n";
    let torn = sources(&format!("{GOOD}-- content/procedures/cap-dien/moi.md --\nMục\n=======\n\n{sides}"));
    expect![[r#"
        procedures/cap-dien/moi.md:4:1 C025 [<<<<<<<] Hai bản sửa của tệp này chưa được gộp: đây là dấu xung đột của Git
            Giữ một trong hai bản (hoặc gộp tay), rồi xoá các dòng `<<<<<<<`, `=======`, `>>>>>>>`.
    "#]].assert_eq(&shown(&torn, Language::Vi));
    let heading = format!("{GOOD}-- content/procedures/cap-dien/moi.md --\nMục\n=======\n\nChữ.\n");
    assert!(!shown(&sources(&heading), Language::Vi).contains("C025"), "a line below a heading is none");
}
