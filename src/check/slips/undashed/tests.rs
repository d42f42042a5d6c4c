//! What authors read of lists at which YAML stumbles.

use expect_test::expect;

use crate::check::tests::shown_of_each;
use crate::diagnostic::Language;

const BROKEN: [&str; 16] = [
    "documents: - Căn cước",
    "documents: - {paper: can-cuoc}\n  - Đơn đề nghị (1 bản chính)",
    "documents: - paper: can-cuoc\n    copies: 1",
    "related:\n  before: - a\n    - b",
    "documents:\n  * Căn cước\n  * Đơn đề nghị",
    "documents:\n  * paper: can-cuoc\n    copies: 1\n  * paper: don-de-nghi",
    "steps:\n  * Nộp hồ sơ\n  * Khảo sát",
    "also_called:\n  - a\n  * b\n  - c",
    "also_called: \"a\", \"b\"",
    "documents: 'Căn cước', 'Đơn đề nghị'",
    "also_called:\n  - \"a\", \"b\"",
    "task: \"a\", \"b\"",
    "documents:\n  - {paper: can-cuoc}\n  Đơn đề nghị",
    "documents:\n  - paper: can-cuoc\n    copies: 1\n  paper: don-de-nghi\n    copies: 2",
    "documents:\n  - {paper: can-cuoc}\n  {paper: don-de-nghi}",
    "also_called:\n  - a\n  b\n  - c",
];

#[test]
fn lists_at_which_yaml_stumbles_were_told_in_its_words_or_led_to_the_next_message() {
    expect![[r#"
        procedures/00.yaml:6:12 C001 [- Căn cước] Danh sách có dấu `-` phải bắt đầu ở dòng dưới `documents:`
            Viết như sau:
          documents:
            - {paper: can-cuoc}
        procedures/01.yaml:6:12 C001 [- {paper: can-cuoc}
          - Đơn đề nghị (1 bản chính)] Danh sách có dấu `-` phải bắt đầu ở dòng dưới `documents:`
            Viết như sau:
          documents:
            - {paper: can-cuoc}
            - {paper: don-de-nghi, originals: 1}
        procedures/02.yaml:6:12 C001 [- paper: can-cuoc
            copies: 1] Danh sách có dấu `-` phải bắt đầu ở dòng dưới `documents:`
            Viết như sau:
          documents:
            - paper: can-cuoc
              copies: 1
        procedures/03.yaml:7:11 C001 [- a
            - b] Danh sách có dấu `-` phải bắt đầu ở dòng dưới `before:`
            Viết như sau:
          before:
            - a
            - b
        procedures/04.yaml:7:3 C001 [* Căn cước
          * Đơn đề nghị] Mục của danh sách không bắt đầu bằng `*`
            Viết như sau:
          - {paper: can-cuoc}
          - {paper: don-de-nghi}
        procedures/05.yaml:7:3 C001 [* paper: can-cuoc
            copies: 1
          * paper: don-de-nghi] Mục của danh sách không bắt đầu bằng `*`
            Viết như sau:
          - paper: can-cuoc
            copies: 1
          - paper: don-de-nghi
        procedures/06.yaml:7:3 C001 [* Nộp hồ sơ
          * Khảo sát] Mục của danh sách không bắt đầu bằng `*`
            Viết như sau:
          - {by: …, title: Nộp hồ sơ}
          - {by: …, title: Khảo sát}
        `by` là `customer` (người nộp), `agency` (cơ quan giải quyết) hoặc tên người khác.
        procedures/07.yaml:8:3 C001 [* b
          - c] Mục của danh sách không bắt đầu bằng `*`
            Viết như sau:
          - b
          - c
        procedures/08.yaml:6:14 C001 ["a", "b"] Nhiều giá trị trong nháy đứng liền nhau chưa phải là danh sách
            Viết `["a", "b"]`.
        procedures/09.yaml:6:12 C001 ['Căn cước', 'Đơn đề nghị'] Nhiều giá trị trong nháy đứng liền nhau chưa phải là danh sách
            Viết `[{paper: can-cuoc}, {paper: don-de-nghi}]`.
        procedures/10.yaml:7:3 C001 [- "a", "b"] Nhiều giá trị trong nháy đứng liền nhau chưa phải là danh sách
            Viết như sau:
          - "a"
          - "b"
        procedures/11.yaml:6:7 C001 ["a", "b"] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
            Viết `'"a", "b"'`.
        procedures/12.yaml:8:3 C001 [Đơn đề nghị] Mục này của danh sách thiếu dấu `-` ở đầu
            Viết `- {paper: don-de-nghi}`.
        procedures/13.yaml:9:3 C001 [paper: don-de-nghi
            copies: 2] Mục này của danh sách thiếu dấu `-` ở đầu
            Viết như sau:
          - paper: don-de-nghi
            copies: 2
        procedures/14.yaml:8:3 C001 [{paper: don-de-nghi}] Mục này của danh sách thiếu dấu `-` ở đầu
            Viết `- {paper: don-de-nghi}`.
        procedures/15.yaml:8:3 C001 [b] Mục này của danh sách thiếu dấu `-` ở đầu
            Viết `- b`.
    "#]].assert_eq(&shown_of_each(&BROKEN, Language::Vi));
    let some: Vec<&str> = [1, 6, 8, 15].map(|it| BROKEN[it]).to_vec();
    expect![[r#"
        procedures/00.yaml:6:12 C001 [- {paper: can-cuoc}
          - Đơn đề nghị (1 bản chính)] a list with dashes begins on the line below `documents:`
            Write this:
          documents:
            - {paper: can-cuoc}
            - {paper: don-de-nghi, originals: 1}
        procedures/01.yaml:7:3 C001 [* Nộp hồ sơ
          * Khảo sát] an item of a list does not begin with `*`
            Write this:
          - {by: …, title: Nộp hồ sơ}
          - {by: …, title: Khảo sát}
        `by` is `customer`, `agency` or the name of somebody else.
        procedures/02.yaml:6:14 C001 ["a", "b"] texts in quotes beside each other are not a list yet
            Write `["a", "b"]`.
        procedures/03.yaml:8:3 C001 [b] this item of a list has no `-` before it
            Write `- b`.
    "#]]
    .assert_eq(&shown_of_each(&some, Language::En));
}

#[test]
fn what_was_told_to_be_typed_passes() {
    let typed = [
        "documents:\n    - {paper: can-cuoc}",
        "documents:\n    - {paper: can-cuoc}\n    - {paper: don-de-nghi, originals: 1}",
        "documents:\n    - paper: can-cuoc\n      copies: 1",
        "documents:\n  - {paper: can-cuoc}\n  - {paper: don-de-nghi}",
        "documents:\n  - paper: can-cuoc\n    copies: 1\n  - paper: don-de-nghi\n    copies: 2",
        "also_called: [\"a\", \"b\"]",
        "also_called:\n  - \"a\"\n  - \"b\"",
        "documents: [{paper: can-cuoc}, {paper: don-de-nghi}]",
    ];
    assert_eq!(shown_of_each(&typed, Language::Vi), "");
}
