//! `thutuc stats` on small catalogues: counts that are right, in both languages and for programs.

use crate::program::{TODAY, empty_folder, folder, run_to};

const FILES: &[(&str, &str)] = &[
    ("site.toml", "languages = [\"vi\", \"en\"]\n"),
    ("content/fields.yaml", "a: {title: {vi: Lĩnh vực A, en: Field A}}\nb: {title: Lĩnh vực B}\n"),
    ("content/agencies/x.yaml", "title: Cơ quan\n"),
    ("content/synonyms.yaml", "dau-tien: {words: [một, nhất]}\n"),
    (
        "content/choices/chon.yaml",
        "title: Cần gì?\nquestions: [{id: q, title: Hỏi, answers: [{id: c, title: Có}, {id: k, title: Không}]}]\noutcomes: [{when: [c], procedure: mot}, {when: [k], procedure: hai}]\n",
    ),
    (
        "content/procedures/mot.yaml",
        "title: {vi: Một, en: One}\nfield: a\nagency: x\nonline: {level: full}\napply: https://www.example.vn/a\nterms: [{time: 5 ngày làm việc, source: s}]\nunconfirmed: [fee]\nreviewed: 2026-01-02\nsources: {s: {title: Nguồn, checked: 2026-01-02}}\n",
    ),
    (
        "content/procedures/hai.yaml",
        "title: Hai\nfield: a\nagency: x\nonline: {level: information}\nunconfirmed: [time, fee]\nreviewed: 2025-01-02\n",
    ),
    (
        "content/procedures/ba.yaml",
        "title: Ba\nfield: b\nagency: x\nonline: {level: information}\nunconfirmed: [time, fee]\nstatus: draft\n",
    ),
];

#[test]
fn counts_what_is_there() {
    let mut files = FILES.to_vec();
    files[0].1 = "languages = [\"vi\", \"en\"]\n[links]\napply_hosts = [\"www.example.vn\"]\n";
    let site = folder(&files);
    let text = run_to(0, site.path(), &["stats", "--lang", "en", "--as-of", TODAY]).out;
    expect_test::expect![[r#"
        As of                          2026-12-01
        Entries                        agencies 1, choices 1, fields 2, procedures 3, synonyms 1
        Status of procedures           draft 1, published 2
        Online level                   full 1, information 1
        Fields                         Field A 2, Lĩnh vực B 0
        With an apply link             1
        Naming no office               2
        Parts unconfirmed              fee 2, time 1
        Parts missing                  apply 1, channels 2, conditions 2, documents 2, fee 2, legal 2, result 2, steps 2, time 1
        Translated                     en 1
        Sources                        1 (longest unchecked 2026-01-02)
        Overdue for review             1
        Due for review within 90 days  1
    "#]].assert_eq(&text);
    let json = run_to(0, site.path(), &["stats", "--format", "json", "--lang", "vi", "--as-of", TODAY]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["status"], serde_json::json!({"draft": 1, "published": 2}));
    assert_eq!(json["fields"], serde_json::json!([["a", 2], ["b", 0]]));
    assert_eq!(json["review_overdue"], 1);
    assert_eq!(json["review_due_in_90_days"], 1);
    assert_eq!(json["missing"]["documents"], 2);
    assert_eq!(json["translated"]["en"], 1);
}

#[test]
fn a_catalogue_with_mistakes_is_not_counted() {
    let site = folder(&[("content/procedures/mot.yaml", "titel: Một\n")]);
    let ran = run_to(1, site.path(), &["stats", "--lang", "en", "--as-of", TODAY]);
    assert!(ran.out.contains("error[C"), "{}", ran.out);
    let ran = run_to(2, site.path(), &["stats", "--format", "sarif", "--lang", "en"]);
    assert!(ran.err.contains("text and json only"), "{}", ran.err);
}

#[test]
fn a_site_of_one_language_had_an_empty_line_of_translations() {
    let site = empty_folder();
    run_to(0, site.path(), &["new", "procedure", "Cấp điện"]);
    let ran = run_to(0, site.path(), &["stats"]);
    assert!(!ran.out.contains("Đã dịch"), "{}", ran.out);
    assert!(ran.out.lines().all(|it| it.split_once("  ").is_some_and(|(_, value)| !value.trim().is_empty())));
}

#[test]
fn vietnamese_counts_named_their_kinds_in_english() {
    let site = folder(&{
        let mut files = FILES.to_vec();
        files[0].1 = "languages = [\"vi\", \"en\"]\n[links]\napply_hosts = [\"www.example.vn\"]\n";
        files
    });
    let text = run_to(0, site.path(), &["stats", "--lang", "vi", "--as-of", TODAY]).out;
    expect_test::expect![[r#"
        Tính đến ngày                  2026-12-01
        Các mục                        đơn vị 1, câu hỏi chọn thủ tục 1, lĩnh vực 2, thủ tục 3, nhóm từ đồng nghĩa 1
        Tình trạng thủ tục             bản nháp 1, đã đăng 2
        Mức trực tuyến                 toàn trình 1, chỉ cung cấp thông tin 1
        Lĩnh vực                       Lĩnh vực A 2, Lĩnh vực B 0
        Có nút nộp hồ sơ               1
        Không nêu nơi nộp              2
        Phần chưa xác nhận             chi phí 2, thời hạn 1
        Phần còn thiếu                 địa chỉ nộp trực tuyến 1, nơi nộp 2, điều kiện 2, giấy tờ 2, chi phí 2, căn cứ pháp lý 2, kết quả 2, các bước 2, thời hạn 1
        Đã dịch                        en 1
        Nguồn                          1 (kiểm tra lâu nhất 2026-01-02)
        Quá hạn rà soát                1
        Đến hạn rà soát trong 90 ngày  1
    "#]].assert_eq(&text);
}
