//! Papers and lists.

use expect_test::expect;

use crate::check::tests::reports;

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
