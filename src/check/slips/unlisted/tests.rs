//! What authors read of lists without dashes and brackets.

use expect_test::expect;

use crate::check::tests::{shown, shown_of_each, sources};
use crate::diagnostic::Language;

#[test]
#[expect(clippy::too_many_lines, reason = "one case below the other, and what is said of each")]
fn lines_without_dashes_were_told_to_be_a_list_and_not_which() {
    let said = shown_of_each(
        &[
            "documents:\n  Đơn đề nghị\n  Căn cước (1 bản sao);\n  Giấy lạ, mẫu 1",
            "documents:\n  Đơn đề nghị",
            "documents:\n  Đơn đề nghị: 1 bản chính\n  Căn cước:",
            "documents:\n  paper: don-de-nghi\n  copies: 1\n  paper: can-cuoc",
            "steps:\n  Nộp hồ sơ\n  Khảo sát",
            "also_called:\n  Lắp điện\n  Mắc điện",
            "terms:\n  5 ngày làm việc\n  550.000 đ",
            "documents:\n  • Đơn đề nghị\n  • Căn cước",
            "documents:\n  1. Đơn đề nghị\n  2. Căn cước",
            "documents:\n  -Đơn đề nghị\n  -Căn cước",
            "documents:\n  -paper: can-cuoc\n  -paper: don-de-nghi",
            "documents:\n  Đơn đề nghị\n  - Căn cước",
            "conditions:\n  • Có nhà\n  • Có điện, nước",
            "conditions:\n  -Có nhà\n  -Có điện",
            "conditions:\n  1. Có nhà\n  2. Có điện",
            "conditions:\n  • Có nhà\n    ở đó\n  • Có điện",
            "conditions: Có nhà\n  – ở đó",
            "result:\n  name: Thẻ\n  delivery:\n    + Tại quầy\n    + Qua bưu điện",
        ],
        Language::Vi,
    );
    expect![[r#"
        procedures/00.yaml:7:3 C009 [Đơn đề nghị
          Căn cước (1 bản sao);
          Giấy lạ, mẫu 1] Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu
            Viết như sau:
          - {paper: don-de-nghi}
          - {paper: can-cuoc, copies: 1}
          - {name: "Giấy lạ, mẫu 1"}
        procedures/01.yaml:7:3 C009 [Đơn đề nghị] Ở đây cần danh sách, không phải chữ
            Viết `- {paper: don-de-nghi}`.
        procedures/02.yaml:7:3 C009 [Đơn đề nghị: 1 bản chính
          Căn cước] Ở đây cần danh sách, không phải nhóm khoá
            Viết như sau:
          - {paper: don-de-nghi, originals: 1}
          - {paper: can-cuoc}
        procedures/03.yaml:7:3 C009 [paper: don-de-nghi
          copies: 1
          paper: can-cuoc] Ở đây cần danh sách, không phải nhóm khoá
            Viết như sau:
          - paper: don-de-nghi
            copies: 1
          - paper: can-cuoc
        procedures/04.yaml:7:3 C009 [Nộp hồ sơ
          Khảo sát] Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu
            Viết như sau:
          - {by: …, title: Nộp hồ sơ}
          - {by: …, title: Khảo sát}
        `by` là `customer` (người nộp), `agency` (cơ quan giải quyết) hoặc tên người khác.
        procedures/05.yaml:7:3 C009 [Lắp điện
          Mắc điện] Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu
            Viết như sau:
          - Lắp điện
          - Mắc điện
        procedures/06.yaml:7:3 C009 [5 ngày làm việc
          550.000 đ] Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu
            Viết như sau:
          - {time: 5 ngày làm việc}
          - {fee: 550.000 đ}
        procedures/07.yaml:7:3 C009 [• Đơn đề nghị
          • Căn cước] Mục của danh sách không bắt đầu bằng `•`
            Viết như sau:
          - {paper: don-de-nghi}
          - {paper: can-cuoc}
        procedures/08.yaml:7:3 C009 [1. Đơn đề nghị
          2. Căn cước] Mục của danh sách không bắt đầu bằng `1.`
            Viết như sau:
          - {paper: don-de-nghi}
          - {paper: can-cuoc}
        procedures/09.yaml:7:3 C009 [-Đơn đề nghị
          -Căn cước] Sau dấu `-` đầu mục thiếu dấu cách
            Viết như sau:
          - {paper: don-de-nghi}
          - {paper: can-cuoc}
        procedures/10.yaml:7:3 C009 [-paper: can-cuoc
          -paper: don-de-nghi] Sau dấu `-` đầu mục thiếu dấu cách
            Viết như sau:
          - paper: can-cuoc
          - paper: don-de-nghi
        procedures/11.yaml:7:3 C009 [Đơn đề nghị
          - Căn cước] Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu
            Viết như sau:
          - {paper: don-de-nghi}
          - {paper: can-cuoc}
        procedures/12.yaml:7:3 C009 [• Có nhà
          • Có điện, nước] Mục của danh sách không bắt đầu bằng `•`
            Viết như sau:
          - Có nhà
          - "Có điện, nước"
        procedures/13.yaml:7:3 C009 [-Có nhà
          -Có điện] Sau dấu `-` đầu mục thiếu dấu cách
            Viết như sau:
          - Có nhà
          - Có điện
        procedures/14.yaml:7:3 C009 [1. Có nhà
          2. Có điện] Mục của danh sách không bắt đầu bằng `1.`
            Viết như sau:
          - Có nhà
          - Có điện
        procedures/15.yaml:7:3 C009 [• Có nhà] Ở đây cần danh sách, không phải chữ
            Viết lại thành danh sách.
        procedures/17.yaml:9:5 C009 [+ Tại quầy
            + Qua bưu điện] Mục của danh sách không bắt đầu bằng `+`
            Viết như sau:
          - Tại quầy
          - Qua bưu điện
    "#]]
    .assert_eq(&said);
    let said = shown_of_each(&["steps:\n  Nộp hồ sơ\n  Khảo sát", "channels:\n  * online"], Language::En);
    expect![[r#"
        procedures/00.yaml:7:3 C009 [Nộp hồ sơ
          Khảo sát] this should be a list: its lines have no `-` before them
            Write this:
          - {by: …, title: Nộp hồ sơ}
          - {by: …, title: Khảo sát}
        `by` is `customer`, `agency` or the name of somebody else.
        procedures/01.yaml:7:3 C001 [* online] an item of a list does not begin with `*`
            Write `- {kind: online}`.
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_list_on_one_line_was_told_in_two_runs() {
    let said = shown_of_each(
        &[
            "documents: Đơn đề nghị",
            "documents: {paper: can-cuoc}",
            "documents: Đơn đề nghị; Căn cước, bản sao",
            "steps: Nộp hồ sơ",
            "legal: Luật Điện lực",
            "channels: online, trực tiếp",
            "cases: Hộ nghèo",
            "changes: Đổi phí",
        ],
        Language::Vi,
    );
    expect![[r#"
        procedures/00.yaml:6:12 C009 [Đơn đề nghị] Ở đây cần danh sách, không phải chữ
            Viết `[{paper: don-de-nghi}]`.
        procedures/01.yaml:6:12 C009 [{paper: can-cuoc}] Ở đây cần danh sách, không phải nhóm khoá
            Viết `[{paper: can-cuoc}]`.
        procedures/02.yaml:6:12 C009 [Đơn đề nghị; Căn cước, bản sao] Ở đây cần danh sách, không phải chữ
            Viết `[{paper: don-de-nghi}, {name: "Căn cước, bản sao"}]`.
        procedures/03.yaml:6:8 C009 [Nộp hồ sơ] Ở đây cần danh sách, không phải chữ
            Viết `[{by: …, title: Nộp hồ sơ}]`. `by` là `customer` (người nộp), `agency` (cơ quan giải quyết) hoặc tên người khác.
        procedures/04.yaml:6:8 C009 [Luật Điện lực] Ở đây cần danh sách, không phải chữ
            Viết `[luat]`.
        procedures/05.yaml:6:11 C009 [online, trực tiếp] Ở đây cần danh sách, không phải chữ
            Viết `[{kind: online}, {kind: counter}]`.
        procedures/06.yaml:6:8 C009 [Hộ nghèo] Ở đây cần danh sách, không phải chữ
            Viết `[{id: ho-ngheo, title: Hộ nghèo}]`.
        procedures/07.yaml:6:10 C009 [Đổi phí] Ở đây cần danh sách, không phải chữ
            Viết `[{date: …, note: Đổi phí}]`.
    "#]].assert_eq(&said);
}

#[test]
fn what_was_told_to_be_typed_passes() {
    let typed = [
        "documents: [{paper: don-de-nghi}, {name: \"Căn cước, bản sao\"}]",
        "documents:\n  - {paper: don-de-nghi}\n  - {name: \"Giấy lạ, mẫu 1\"}",
        "documents:\n  - paper: don-de-nghi\n    copies: 1\n  - paper: can-cuoc",
        "also_called:\n  - Lắp điện\n  - Mắc điện",
        "steps: [{by: customer, title: Nộp hồ sơ}]",
        "channels: [{kind: online}, {kind: counter}]",
    ];
    assert_eq!(shown_of_each(&typed, Language::Vi), "");
    // The dots are for the author to fill in.
    let said = shown_of_each(&["steps: [{by: …, title: Nộp hồ sơ}]"], Language::Vi);
    assert!(said.contains("C010 […]"), "{said}");
}

/// Cases that were written as a registry is were told to be a list, and changes behind their days got three messages.
#[test]
fn cases_by_their_ids_and_changes_by_their_days_are_told_the_items_to_type() {
    for (text, told) in [
        (
            "cases:\n  nha-moi: Nhà mới\n  nha-cu: Nhà cũ",
            "- {id: nha-moi, title: Nhà mới}\n  - {id: nha-cu, title: Nhà cũ}",
        ),
        (
            "documents:\n  can-cuoc: {copies: 1, note: \"Nếu có, nộp\"}\n  ho-chieu:\n    note: Nếu có, nộp\n    copies: 1",
            "- {paper: can-cuoc, copies: 1, note: \"Nếu có, nộp\"}\n  - {paper: ho-chieu, note: \"Nếu có, nộp\", copies: 1}",
        ),
        ("cases:\n  nha-moi: {title: Nhà mới}", "`- {id: nha-moi, title: Nhà mới}`"),
        ("changes:\n  - 5/1/2026: Bỏ một giấy tờ", "`{date: 2026-01-05, note: Bỏ một giấy tờ}`"),
    ] {
        let said = shown_of_each(&[text], Language::Vi);
        assert!(said.contains(" C009 ") && said.contains(told), "{text}: {said}");
        assert_eq!(said.matches(" C0").count(), 1, "{text}: {said}");
    }
    let typed = [
        "cases:\n  - {id: nha-moi, title: Nhà mới}",
        "changes:\n  - {date: 2026-01-05, note: Bỏ một giấy tờ}",
    ];
    assert!(!shown_of_each(&typed, Language::Vi).contains(" C0"));
}

#[test]
fn names_between_commas_in_one_pair_of_quotes_were_told_to_be_one_name() {
    let said = shown_of_each(
        &[
            "also_called: \"lắp điện, mắc điện\"",
            "also_called: lắp điện, mắc điện]",
            "aliases: \"/cu/a/, /cu/b/\"",
            "conditions: \"Có nhà, có điện\"\nalso_called: \"lắp điện\"",
            "legal: luat, luat]",
        ],
        Language::En,
    );
    expect![[r#"
        procedures/00.yaml:6:14 C009 ["lắp điện, mắc điện"] this should be a list, not text
            Write `[lắp điện, mắc điện]`.
        procedures/01.yaml:6:14 C009 [lắp điện, mắc điện]] this should be a list, not text
            Write `[lắp điện, mắc điện]`.
        procedures/02.yaml:6:10 C009 ["/cu/a/, /cu/b/"] this should be a list, not text
            Write `[/cu/a/, /cu/b/]`.
        procedures/03.yaml:7:14 C009 ["lắp điện"] this should be a list, not text
            Write `[lắp điện]`.
        procedures/04.yaml:6:8 C009 [luat, luat]] this should be a list, not text
            Write `[luat, luat]`.
    "#]]
    .assert_eq(&said);
}

/// They were told to be put in quotes, as one text.
#[test]
fn names_in_quotes_without_brackets_are_a_list_in_shared_files_too() {
    let told =
        [("glossary.yaml", "a:\n  term: A\n  meaning: B\n  also: "), ("synonyms.yaml", "a:\n  words: ")]
            .map(|(file, before)| format!("-- content/{file} --\n{before}\"công tơ\", \"điện kế\"\n"))
            .map(|it| shown(&sources(&it), Language::Vi));
    expect![[r#"
        glossary.yaml:4:9 C001 ["công tơ", "điện kế"] Nhiều giá trị trong nháy đứng liền nhau chưa phải là danh sách
            Viết `["công tơ", "điện kế"]`.
        synonyms.yaml:2:10 C001 ["công tơ", "điện kế"] Nhiều giá trị trong nháy đứng liền nhau chưa phải là danh sách
            Viết `["công tơ", "điện kế"]`.
    "#]].assert_eq(&told.concat());
    let text = "-- content/glossary.yaml --\na:\n  term: A\n  meaning: \"B\", \"C\"\n";
    assert!(shown(&sources(text), Language::Vi).contains("Viết `'\"B\", \"C\"'`"));
}
