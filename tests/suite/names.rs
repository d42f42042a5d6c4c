//! A procedure goes by its official name, and by what its reader wants.

use std::fs;

use crate::program::{TODAY, folder, run_to};

const REST: &str = "field: a\nagency: b\nonline: {level: information}\nunconfirmed: [time, fee]\n";

#[test]
fn who_knows_only_what_they_want_finds_it_in_every_list() {
    let record = |names: &str| format!("{names}\n{REST}");
    let new = record(
        "title: {vi: Cấp điện mới, en: New supply}\ntask: {vi: Lắp điện cho nhà, en: Get electricity}",
    );
    let close = record("title: Sang tên hợp đồng\ntask: Sang tên, đổi chủ");
    let same = record("title: Báo mất điện\ntask: Báo mất điện");
    let root = folder(&[
        ("site.toml", "languages = [\"vi\", \"en\"]\n[owner]\npopular = [\"cap\"]\n"),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/agencies/b.yaml", "title: {vi: Cơ quan, en: Agency}\n"),
        ("content/procedures/cap.yaml", &new),
        ("content/procedures/sang.yaml", &close),
        ("content/procedures/bao.yaml", &same),
    ]);
    run_to(0, root.path(), &["build", "--as-of", TODAY]);
    let page = |path: &str| fs::read_to_string(root.path().join("public").join(path)).expect("a page");
    let card = |name: &str, other: &str| format!("thu-tuc/cap/\">{name}</a><p>{other}</p>");
    for list in ["linh-vuc/a/index.html", "co-quan/b/index.html", "a-z/index.html"] {
        let page = page(list);
        assert!(page.contains(&card("Cấp điện mới", "Lắp điện cho nhà")), "{list}:\n{page}");
        assert_eq!(page.matches("Báo mất điện").count(), 1, "a name said twice in {list}:\n{page}");
    }
    let all = page("a-z/index.html");
    let (_, under_l) = all.split_once("<h2 id=\"chu-3\">L</h2>").expect("B, C, L, S");
    assert!(under_l.contains(&card("Lắp điện cho nhà", "Cấp điện mới")), "{under_l}");
    assert_eq!(all.matches("thu-tuc/sang/").count(), 1, "two entries that stand side by side:\n{all}");
    assert!(page("en/a-z/index.html").contains(&card("Get electricity", "New supply")));
    let cap = page("thu-tuc/cap/index.html");
    assert!(
        cap.contains("<p class=\"meta\"><span>Lắp điện cho nhà</span>"),
        "what was tapped is not there:\n{cap}"
    );
    assert!(!page("thu-tuc/bao/index.html").contains("<p class=\"meta\"><span>Báo mất điện"));
    let said = run_to(0, root.path(), &["search", "lap dien", "--format", "json"]).out;
    assert!(said.contains("\"task\": \"Lắp điện cho nhà\"") && said.contains("\"total\": 1"), "{said}");
    let home = page("index.html");
    assert!(home.contains("thu-tuc/cap/\">Lắp điện cho nhà</a>"), "{home}");
}
