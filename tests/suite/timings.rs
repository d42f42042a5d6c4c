//! `build --timings`: what each stage took, for people and for programs.

use serde_json::Value;

use crate::program::{TODAY, empty_folder, folder, run_to};

const FILES: &[(&str, &str)] = &[
    ("site.toml", ""),
    ("content/fields.yaml", "a: {title: Lĩnh vực}\n"),
    ("content/agencies/x.yaml", "title: Cơ quan\n"),
    (
        "content/procedures/mot.yaml",
        "title: Một\nfield: a\nagency: x\nonline: {level: information}\nunconfirmed: [time, fee]\nreviewed: 2026-01-02\n",
    ),
];

#[test]
fn every_stage_has_a_line_with_what_it_did() {
    let site = folder(FILES);
    let out = empty_folder();
    let out = out.path().join("public");
    let out = out.to_str().expect("a path in UTF-8");
    let build = ["build", "--as-of", TODAY, "--lang", "en", "--output", out, "--timings"];

    let json = run_to(0, site.path(), &[&build[..], &["--format", "json"]].concat()).err;
    let told: Value = serde_json::from_str(&json).expect("one line of JSON");
    let stages = told["timings"].as_array().expect("a list");
    let names: Vec<&str> = stages.iter().filter_map(|it| it["stage"].as_str()).collect();
    assert_eq!(names, ["read", "check", "index", "pages", "report", "publish"]);
    assert!(stages.iter().all(|it| it["seconds"].as_f64().is_some_and(|it| 0.0 <= it)), "{json}");
    assert_eq!((&stages[0]["items"], &stages[1]["items"]), (&3.into(), &3.into()), "{json}");
    let written = |at: usize| stages[at]["files_written"].as_u64().unwrap_or(0);
    assert!(written(1) == 0 && 0 < written(3) && written(4) == 0, "{json}");

    let text = run_to(0, site.path(), &build).err;
    let first: Vec<&str> = text.lines().filter_map(|it| it.split_whitespace().next()).collect();
    assert_eq!(first, ["stage", "read", "check", "index", "pages", "report", "publish"], "{text}");
    // Nobody waits for it, and a pipe is no terminal: no bar.
    assert!(!text.contains('\u{1b}') && !text.contains('\r'), "{text:?}");
    assert_eq!(run_to(0, site.path(), &build[..build.len() - 1]).err, "");
}
