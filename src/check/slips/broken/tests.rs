//! Files that are no YAML, and files whose two sides nobody joined.

use expect_test::expect;

use crate::check::tests::{GOOD, bare, shown, sources};
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

#[test]
fn a_line_that_does_not_end_the_front_matter_was_told_at_its_start() {
    let page = |end: &str| format!("-- content/pages/x.md --\n---\ntitle: X\n{end}\nChữ.\n");
    let ends = ["  ---", "—", "-----"].map(|it| shown(&sources(&page(it)), Language::Vi));
    let starts = shown(&sources("-- content/pages/x.md --\n ---\ntitle: X\n---\nChữ.\n"), Language::En);
    expect![[r#"
        pages/x.md:3:3 C017 [---] `---` phải đứng ở ngay đầu dòng
            Xoá dấu cách trước `---`.
        pages/x.md:3:1 C017 [—] Dòng mở và dòng kết thúc phần đầu phải đúng ba dấu gạch `---`
            Viết `---`, gạch ngang thường của bàn phím.
        pages/x.md:3:1 C017 [-----] Dòng mở và dòng kết thúc phần đầu phải đúng ba dấu gạch `---`
            Viết `---`, gạch ngang thường của bàn phím.
        pages/x.md:1:2 C017 [---] `---` must stand at the start of its line
            Delete the space before `---`.
    "#]]
    .assert_eq(&(ends.concat() + &starts));
}

#[test]
fn a_line_a_space_too_deep_was_told_of_the_line_above() {
    let more = "sources:\n  evn:\n    title: A\n   npc:\n    title: B\n  spc:\n    title: C";
    let file = sources(&bare("x", more));
    let all = [Language::Vi, Language::En].map(|it| shown(&file, it));
    let outermost = sources(&bare("y", "documents:\n  - Đơn\n steps:\n  - Nộp\nlegal: []"));
    expect![[r#"
        procedures/x.yaml:9:1 C001 [   ] Dòng này thụt 3 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 1 dấu cách ở đầu dòng, cho thẳng với dòng 7.
        procedures/x.yaml:9:1 C001 [   ] this line is indented by 3, and not in line with those beside it
            Take away 1 space at its start, to be in line with line 7.
        procedures/y.yaml:8:1 C001 [ ] Dòng này thụt 1 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 1 dấu cách ở đầu dòng, cho thẳng với dòng 6.
    "#]]
    .assert_eq(&(all.concat() + &shown(&outermost, Language::Vi)));
}

#[test]
fn a_list_of_the_record_within_another_was_told_to_go_deeper() {
    let more = "documents:\n  - paper: can-cuoc\n    copies: 1\n  steps:\n    - {by: customer, title: Nộp}\nlegal: []";
    // A paper has copies, and a record has none.
    let inner = "documents:\n  - paper: can-cuoc\n  copies: 1\n";
    let choice = "-- content/choices/x.yaml --\ntitle: A\nquestions:\n  - id: a\n    title: B\n  outcomes:\n    - {call: C}\n";
    let file = sources(&format!("{}{}{choice}", bare("x", more), bare("y", inner)));
    expect![[r#"
        choices/x.yaml:5:1 C001 [  ] Dòng này thụt 2 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 2 dấu cách ở đầu dòng, cho thẳng với dòng 2.
        procedures/x.yaml:9:1 C001 [  ] Dòng này thụt 2 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 2 dấu cách ở đầu dòng, cho thẳng với dòng 6.
        procedures/y.yaml:8:1 C001 [  ] Dòng này thụt 2 dấu cách, không thẳng với các dòng cùng cấp
            Thêm 2 dấu cách ở đầu dòng, cho thẳng với dòng 7.
    "#]]
    .assert_eq(&shown(&file, Language::Vi));
}
