//! The search through the real program: the command, and the queries a site says must be answered.

use crate::program::{TODAY, folder, real_catalogue, run, run_to};

const SITE: &[(&str, &str)] = &[
    ("site.toml", ""),
    ("content/fields.yaml", "dien: {title: Điện}\n"),
    ("content/agencies/evn.yaml", "title: EVN\n"),
    (
        "content/procedures/cap-dien.yaml",
        "title: Cấp điện mới\nfield: dien\nagency: evn\nalso_called: [lắp công tơ]\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n",
    ),
    (
        "content/procedures/sang-ten.yaml",
        "title: Sang tên hợp đồng\nfield: dien\nagency: evn\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n",
    ),
];

#[test]
fn a_golden_query_that_misses_is_an_error_with_its_place() {
    let golden = "# thử\nlap cong to\tsang-ten\ncap dien\tcap-dien\nsang ten\t-\nbitcoin\tcap-dien\n";
    let site = folder(&[SITE, &[("content/search-golden.tsv", golden)]].concat());
    for command in ["check", "build"] {
        let ran = run_to(1, site.path(), &[command, "--lang", "en", "--as-of", TODAY]);
        for expected in [
            "this must find `sang-ten`, but finds `cap-dien` first",
            "search-golden.tsv:2:1",
            "this must find nothing, but finds `sang-ten` first",
            "search-golden.tsv:4:1",
            "this must find `cap-dien`, but finds nothing",
            "search-golden.tsv:5:1",
        ] {
            assert!(ran.out.contains(expected), "{command}: {expected}\n{}", ran.out);
        }
        assert!(!ran.out.contains("search-golden.tsv:3"), "{}", ran.out);
    }
    assert!(!site.path().join("public").exists(), "nothing is written");
}

#[test]
fn the_command_answers_from_the_built_site() {
    let site = folder(SITE);
    let ran = run(site.path(), &["search", "cap dien", "--lang", "en"]);
    assert_eq!((ran.code, ran.err.contains("run `thutuc build` first")), (2, true), "{}", ran.err);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    let ran = run_to(0, site.path(), &["search", "lawsp coong tow", "--lang", "en"]);
    assert!(ran.out.starts_with("Understood as: lap cong to. 1 found.\n 1. Cấp điện mới\n"), "{}", ran.out);
    run_to(1, site.path(), &["search", "bitcoin"]);
}

#[test]
fn every_golden_query_of_the_real_catalogue_is_answered() {
    let site = real_catalogue();
    let golden = std::fs::read_to_string(site.path().join("content/search-golden.tsv")).expect("the file");
    assert!(150 <= golden.lines().filter(|it| it.contains('\t')).count());
    run_to(0, site.path(), &["check", "--quiet", "--as-of", TODAY]);
}

/// What the command finds first; empty for nothing.
fn first(site: &std::path::Path, query: &str) -> String {
    let ran = run(site, &["search", query, "--lang", "en", "--limit", "1"]);
    let line = ran.out.lines().find_map(|it| it.trim_start().strip_prefix("1. "));
    line.unwrap_or_default().to_owned()
}

#[test]
fn a_syllable_that_is_also_a_word_of_questions_counts_where_titles_have_it() {
    // `the`, `an` and `to` ask in English, and are half of "thẻ an toàn" and of "công tơ".
    let record = |title: &str| {
        format!(
            "title: {title}\nfield: dien\nagency: evn\nonline: {{level: information}}\nunconfirmed: [time, fee, apply]\n"
        )
    };
    let [card, corridor, meter, notice] = [
        record("Cấp thẻ an toàn điện"),
        record("Bảo đảm an toàn hành lang lưới điện, quyết toán dự án"),
        record("Thay công tơ điện"),
        record("Công bố thông tin điện"),
    ];
    let site = folder(
        &[
            &SITE[..3],
            &[
                ("content/procedures/the.yaml", card.as_str()),
                ("content/procedures/hanh-lang.yaml", corridor.as_str()),
                ("content/procedures/cong-to.yaml", meter.as_str()),
                ("content/procedures/cong-bo.yaml", notice.as_str()),
            ],
        ]
        .concat(),
    );
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    assert_eq!(first(site.path(), "the an toan"), "Cấp thẻ an toàn điện");
    assert_eq!(first(site.path(), "cong to"), "Thay công tơ điện");
    assert_eq!(first(site.path(), "con to dien"), "Thay công tơ điện", "a typing error beside one");
    assert_eq!(first(site.path(), "how to get the meter"), "", "alone they say nothing");
}

#[test]
fn a_title_in_a_language_without_pages_is_found() {
    let record = "title: {vi: Di dời công tơ, en: Relocate an electricity meter}\nfield: dien\nagency: evn\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n";
    let site = folder(&[SITE, &[("content/procedures/di-doi.yaml", record)]].concat());
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    assert_eq!(first(site.path(), "relocate meter"), "Di dời công tơ");
}
