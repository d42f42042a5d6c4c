//! What authors read of items that are several, and of signs that only look like those of YAML.

use expect_test::expect;

use crate::check::tests::shown_of_each;
use crate::diagnostic::Language;

#[test]
fn several_ids_in_one_item_were_told_to_be_an_entry_that_is_not_there() {
    let lists = [
        "legal: [luat nghi-dinh]",
        "legal: [luat / Nghị định]",
        "legal:\n  - luat, nghi-dinh",
        "legal: luat nghi-dinh",
        "legal: [luat và thong-tu]",
        "agencies: {executing: [evn; npc]}",
        "agencies: {executing: [evn + npc], coordinating: [npc evn]}",
    ];
    expect![[r#"
        procedures/00.yaml:6:9 C009 [luat nghi-dinh] 2 mã trong một mục; mỗi mục chỉ ghi một mã
            Viết `luat, nghi-dinh`.
        procedures/01.yaml:6:9 C009 [luat / Nghị định] 2 mã trong một mục; mỗi mục chỉ ghi một mã
            Viết `luat, nghi-dinh`.
        procedures/02.yaml:7:5 C009 [luat, nghi-dinh] 2 mã trong một mục; mỗi mục chỉ ghi một mã
            Viết như sau:
          - luat
          - nghi-dinh
        procedures/03.yaml:6:8 C009 [luat nghi-dinh] Ở đây cần danh sách, không phải chữ
            Viết `[luat, nghi-dinh]`.
        procedures/04.yaml:6:9 C301 [luat và thong-tu] Không có văn bản `luat và thong-tu`
            Viết một mã đã có trong content/legal.yaml, hoặc thêm vào đó trước rồi viết mã của nó.
        procedures/05.yaml:6:24 C001 [evn; npc] Trong `[…]` các mục cách nhau bằng dấu phẩy, không phải dấu chấm phẩy
            Viết `evn, npc`; dấu chấm phẩy là của chữ thì đặt chữ trong ngoặc kép.
        procedures/06.yaml:6:24 C009 [evn + npc] 2 mã trong một mục; mỗi mục chỉ ghi một mã
            Viết `evn, npc`.
        procedures/06.yaml:6:51 C009 [npc evn] 2 mã trong một mục; mỗi mục chỉ ghi một mã
            Viết `npc, evn`.
    "#]].assert_eq(&shown_of_each(&lists, Language::Vi));
    expect![[r#"
        procedures/00.yaml:6:9 C009 [luat nghi-dinh] 2 ids in one item, which takes one
            Write `luat, nghi-dinh`.
        procedures/01.yaml:6:9 C009 [luat / Nghị định] 2 ids in one item, which takes one
            Write `luat, nghi-dinh`.
        procedures/02.yaml:7:5 C009 [luat, nghi-dinh] 2 ids in one item, which takes one
            Write this:
          - luat
          - nghi-dinh
    "#]]
    .assert_eq(&shown_of_each(&lists[..3], Language::En));
}

#[test]
fn a_list_within_a_list_was_told_to_keep_only_its_first() {
    let lists = [
        "legal:\n  - [luat, nghi-dinh]",
        "legal: [[luat, Nghị định]]",
        "documents:\n  - [Căn cước, {paper: don-de-nghi}]",
        "also_called:\n  - - a\n    - b",
    ];
    expect![[r#"
        procedures/00.yaml:7:5 C009 [[luat, nghi-dinh]] Danh sách nằm trong danh sách; ở đây chỉ cần một lớp
            Viết như sau:
          - luat
          - nghi-dinh
        procedures/01.yaml:6:9 C009 [[luat, Nghị định]] Danh sách nằm trong danh sách; ở đây chỉ cần một lớp
            Viết `luat, nghi-dinh`.
        procedures/02.yaml:7:5 C009 [[Căn cước, {paper: don-de-nghi}]] Danh sách nằm trong danh sách; ở đây chỉ cần một lớp
            Viết như sau:
          - {paper: can-cuoc}
          - {paper: don-de-nghi}
        procedures/03.yaml:7:5 C009 [- a
            - b] Danh sách nằm trong danh sách; ở đây chỉ cần một lớp
            Viết như sau:
          - a
          - b
    "#]].assert_eq(&shown_of_each(&lists, Language::Vi));
    expect![[r#"
        procedures/00.yaml:7:5 C009 [[luat, nghi-dinh]] a list within a list, where one is enough
            Write this:
          - luat
          - nghi-dinh
    "#]]
    .assert_eq(&shown_of_each(&lists[..1], Language::En));
}

#[test]
fn an_item_below_another_and_deeper_was_taken_for_more_of_its_text() {
    let lists = [
        "also_called:\n  - a\n    - b",
        "legal:\n  - luat\n      - nghi-dinh",
        "documents:\n- Căn cước\n  - Đơn đề nghị",
        "also_called:\n  - \"a\n    - b\"\n  - >\n    - c",
    ];
    expect![[r#"
        procedures/00.yaml:8:1 C001 [    ] Dòng này thụt 4 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 2 dấu cách ở đầu dòng, cho thẳng với dòng 7.
        procedures/01.yaml:8:1 C001 [      ] Dòng này thụt 6 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 4 dấu cách ở đầu dòng, cho thẳng với dòng 7.
        procedures/02.yaml:8:1 C001 [  ] Dòng này thụt 2 dấu cách, không thẳng với các dòng cùng cấp
            Bớt 2 dấu cách ở đầu dòng, cho thẳng với dòng 7.
    "#]]
    .assert_eq(&shown_of_each(&lists, Language::Vi));
}

#[test]
fn signs_that_only_one_of_two_lists_had_were_told_without_the_line_to_write() {
    let lines = [
        "online: {level: partial， reason: x}",
        "online: {level: partial、 reason: x}",
        "online: {level: partial, reason: ＂x: y＂}",
        "online:\u{3000}{level: partial, reason: x}",
        "online:\n  level:\u{3000}partial\n  reason: x",
    ];
    expect![[r#"
        procedures/00.yaml:6:1 C001 [online: {level: partial， reason: x}] `，` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `online: {level: partial, reason: x}`.
        procedures/01.yaml:6:1 C001 [online: {level: partial、 reason: x}] `、` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `online: {level: partial, reason: x}`.
        procedures/02.yaml:6:1 C001 [online: {level: partial, reason: ＂x: y＂}] `＂` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `online: {level: partial, reason: "x: y"}`.
        procedures/03.yaml:6:1 C001 [online:　{level: partial, reason: x}] `　` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `online: {level: partial, reason: x}`.
        procedures/04.yaml:7:3 C001 [level:　partial] `　` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `level: partial`.
    "#]].assert_eq(&shown_of_each(&lines, Language::Vi));
}

#[test]
fn full_width_signs_were_taken_for_text() {
    let lists = [
        "documents:\n  - paper： can-cuoc",
        "documents:\n  - {paper： can-cuoc， copies： 1}",
        "documents:\n  - ｛paper: can-cuoc｝",
        "documents:\n  - {paper：can-cuoc}",
        "legal: [luat， nghi-dinh]",
        "also_called: [a、b]",
        "documents:\n  - paper：can-cuoc\n    copies: 1",
        "documents: [{paper: can-cuoc， copies: 1}]",
        "legal： [luat]",
    ];
    expect![[r#"
        procedures/00.yaml:7:5 C001 [paper： can-cuoc] `：` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `paper: can-cuoc`.
        procedures/01.yaml:7:5 C001 [{paper： can-cuoc， copies： 1}] `：` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `{paper: can-cuoc, copies: 1}`.
        procedures/02.yaml:7:5 C001 [｛paper: can-cuoc｝] `｛` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `{paper: can-cuoc}`.
        procedures/03.yaml:7:5 C001 [{paper：can-cuoc}] `：` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `{paper: can-cuoc}`.
        procedures/04.yaml:6:9 C001 [luat， nghi-dinh] `，` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `luat, nghi-dinh`.
        procedures/05.yaml:6:15 C001 [a、b] `、` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `a, b`.
        procedures/06.yaml:7:5 C001 [paper：can-cuoc] `：` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `paper: can-cuoc`.
        procedures/07.yaml:6:1 C001 [documents: [{paper: can-cuoc， copies: 1}]] `，` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `documents: [{paper: can-cuoc, copies: 1}]`.
        procedures/08.yaml:6:1 C001 [legal： [luat]] `：` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ
            Viết `legal: [luat]`.
    "#]].assert_eq(&shown_of_each(&lists, Language::Vi));
    expect![[r#"
        procedures/00.yaml:7:5 C001 [paper： can-cuoc] `：` is a full-width sign, which is text to YAML
            Write `paper: can-cuoc`.
    "#]]
    .assert_eq(&shown_of_each(&lists[..1], Language::En));
}

#[test]
fn what_was_told_to_be_typed_passes() {
    let typed = [
        "legal: [luat, nghi-dinh]",
        "legal:\n  - luat\n  - nghi-dinh",
        "documents:\n  - {paper: can-cuoc}\n  - {paper: don-de-nghi}",
        "documents:\n  - paper: can-cuoc",
        "documents:\n  - {paper: can-cuoc, copies: 1}",
        "also_called: [a, b]",
        "also_called:\n  - a\n  - b",
    ];
    assert_eq!(shown_of_each(&typed, Language::Vi), "");
}
