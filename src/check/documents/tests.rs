//! Papers and lists.

use expect_test::expect;

use crate::check::tests::{bare, reports, shown, sources};
use crate::diagnostic::Language;

#[test]
fn papers_and_lists() {
    reports(
        "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
audiences: [ho-gia-dinh, ho-gia-dinh]
online: {level: full}
terms:
  - {time: ngay, fee: miễn phí, from: 2026-02-01, until: 2026-01-01}
documents:
  - {copies: 1}
  - any_of: [{paper: can-cuoc}]
  - {paper: can-cuoc, name: Căn cước}
aliases: [https://cu.vn/a, ../a]
apply:
  - https://la.vn/
  - {url: https://cskh.npc.com.vn/a, case: nao}
-- content/procedures/y.yaml --
title: Y
field: cap-dien
agency: evn
online: {level: full}
unconfirmed: [time, fee]
",
        &expect![[r#"
            procedures/x.yaml:4:26 C120 [ho-gia-dinh] `ho-gia-dinh` is in this list already
                Delete one of the two.
            procedures/x.yaml:7:58 C106 [2026-01-01] it begins on 2026-02-01, after it ends on 2026-01-01
                Correct one of the dates; `from` is not after `until`.
            procedures/x.yaml:9:6 C119 [copies] a paper needs exactly one of `paper`, `name`, `any_of`
                Use `paper` for an entry of papers.yaml, `name` for free text.
            procedures/x.yaml:10:13 C118 [[{paper: can-cuoc}]] `any_of` needs at least two papers
                Add an alternative, or write `paper: …` directly.
            procedures/x.yaml:11:6 C119 [paper] a paper needs exactly one of `paper`, `name`, `any_of`
                Use `paper` for an entry of papers.yaml, `name` for free text.
            procedures/x.yaml:12:11 C121 [https://cu.vn/a] `https://cu.vn/a` is no address of the site: `aliases` begin with `/`
                Write `/a`, if that is where this page was.
            procedures/x.yaml:12:28 C121 [../a] `../a` is not an earlier address
                Write a path from the site's root without `..`: /old/path/.
            procedures/x.yaml:14:5 C108 [https://la.vn/] `apply` leads to `la.vn`, which site.toml does not allow
                Correct the address, or add "la.vn" to `apply_hosts` under `[links]` in site.toml.
            procedures/x.yaml:15:44 C301 [nao] there is no case `nao`: the record has no `cases`
                Add `cases` with `nao`, or delete this; if it was lost, bring back what it was.
            procedures/y.yaml:4:9 C109 [{level: full}] the level is `full` but there is no `apply`
                Add `apply: https://…`, or `unconfirmed: [apply]` while nobody knows it.
        "#]],
    );
}

#[test]
fn copies_of_two_kinds_were_told_to_be_digits_and_certified_ones_to_be_any() {
    let papers = "documents:
  - {name: A, originals: 1 bản chính và 2 bản sao}
  - name: B
    originals: \"01 bản chính, 02 bản sao\"
  - name: C
    copies: 2 bản sao chứng thực
  - {name: D, copies: 2 bản sao}
  - {name: E, copies: 1 bản sao và 2 bản sao}
  - {name: F, copies: hai bản}";
    let told = shown(&sources(&bare("x", papers)), Language::Vi);
    expect![[r#"
        procedures/x.yaml:7:15 C114 [originals: 1 bản chính và 2 bản sao] `1 bản chính và 2 bản sao` không phải số nguyên từ 0 đến 9999
            Viết `originals: 1` và `copies: 2`, cách nhau bằng dấu phẩy.
        procedures/x.yaml:9:5 C114 [originals: "01 bản chính, 02 bản sao"] `01 bản chính, 02 bản sao` không phải số nguyên từ 0 đến 9999
            Viết `originals: 1` và `copies: 2`, mỗi khoá một dòng.
        procedures/x.yaml:11:5 C114 [copies: 2 bản sao chứng thực] `2 bản sao chứng thực` không phải số nguyên từ 0 đến 9999
            Viết `certified_copies: 2`.
        procedures/x.yaml:12:23 C114 [2 bản sao] `2 bản sao` không phải số nguyên từ 0 đến 9999
            Viết `2`.
        procedures/x.yaml:13:23 C114 [1 bản sao và 2 bản sao] `1 bản sao và 2 bản sao` không phải số nguyên từ 0 đến 9999
            Viết số không có dấu chấm, không có chữ: 2.
        procedures/x.yaml:14:23 C114 [hai bản] `hai bản` không phải số nguyên từ 0 đến 9999
            Viết `2`.
    "#]].assert_eq(&told);
}

#[test]
fn one_paper_with_two_counts_was_listed_as_two() {
    let papers = "cases: [{id: a, title: A}]
documents:
  - {name: Sổ, copies: 1}
  - {name: Đơn, originals: 1}
  - {name: Sổ, copies: 2}
  - {name: Sổ, copies: 2, case: a}
  - {name: Sổ, copies: 1, note: Của người được uỷ quyền.}
  - {name: Đơn, originals: 1, from: 2027-01-01}
  - {name: Đơn, originals: 1}
  - any_of: [{name: Sổ}, {name: Đơn}]";
    let told = shown(&sources(&bare("x", papers)), Language::Vi);
    expect![[r#"
        procedures/x.yaml:10:5 C133 [{name: Sổ, copies: 2}] Giấy tờ `Sổ` đã có ở dòng 8: trang liệt kê và đếm hai lần
            Gộp làm một mục, ghi đủ số bản; nếu là hai tờ khác nhau thì nói rõ từng tờ ở `note`.
        procedures/x.yaml:14:5 C133 [{name: Đơn, originals: 1}] Mục này giống hệt mục ở dòng 9
            Xoá một trong hai.
    "#]].assert_eq(&told);
}
