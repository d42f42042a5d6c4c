//! What authors read of texts and their languages.

use expect_test::expect;

use crate::check::tests::{bare, reports, run, shown, sources};
use crate::diagnostic::Language;

#[test]
fn of_a_language_written_twice_the_first_text_was_lost_without_a_word() {
    reports(
        &bare("x", "summary: {vi: Một, vi: Hai}"),
        &expect![[r#"
            procedures/x.yaml:6:20 C008 [vi] the key `vi` is written twice
                Keep one of them; the first is on line 6.
        "#]],
    );
}

#[test]
fn a_language_without_words_was_told_to_be_written_as_text() {
    let papers = "-- content/papers.yaml --\ncan-cuoc:\nho-chieu: {title: {vi: , en: Passport}}";
    reports(
        &format!("{papers}\n{}", bare("x", "documents: [{paper: can-cuoc}]")),
        &expect![[r#"
        papers.yaml:1:1 C010 [can-cuoc] `can-cuoc` has no value
            Fill it in, or delete the line.
        papers.yaml:2:20 C010 [vi] `vi` has no value
            Fill it in, or delete the line.
    "#]],
    );
}

#[test]
fn the_sign_of_an_item_before_a_text_was_published() {
    for (text, sign) in [
        ("• Có nhà", "•"),
        ("– Có nhà", "–"),
        ("- Có nhà", "-"),
        ("1. Có nhà", "1."),
        ("2) Có nhà", "2)"),
        ("1.000 kVA trở lên", ""),
        ("–20 độ", ""),
        ("220 V", ""),
        ("“Có” nhà", ""),
        ("Có • nhà", ""),
    ] {
        for record in [format!("summary: \"{text}\""), format!("conditions: [{{text: {{vi: \"{text}\"}}}}]")]
        {
            let said = shown(&sources(&bare("x", &record)), Language::En);
            assert_eq!(said.contains(" C421 "), !sign.is_empty(), "{text}: {said}");
            assert!(said.contains(&format!("[{sign}]")) || sign.is_empty(), "{text}: {said}");
        }
    }
}

#[test]
fn a_row_with_such_a_sign_is_still_read() {
    let rows = "terms: [{time: 5 ngày, fee: miễn phí, time_note: \"• Từ khi đủ giấy tờ\"}]";
    let record = bare("x", rows).replace("unconfirmed: [time, fee]\n", "");
    let (catalogue, _) = run(&sources(&record));
    assert_eq!(catalogue.procedures.iter().map(|it| it.terms.len()).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_full_stop_behind_a_name_was_published_and_that_of_an_abbreviation_is_none() {
    for (title, expected) in [
        ("Đăng ký khai sinh.", Some(".")),
        ("Đăng ký khai sinh,", Some(",")),
        ("Cấp điện:", Some(":")),
        ("Hộ khẩu, căn cước, v.v.", None),
        ("Công ty ABC Co.", None),
        ("Nhà ở, đất ở vv.", None),
        ("Sắp tới…", None),
        ("Sắp tới...", None),
        ("Cấp điện mới: tôi cần thủ tục nào?", None),
        (".", None),
        ("", None),
    ] {
        assert_eq!(super::sign_of_sentence(title), expected, "{title}");
    }
}
