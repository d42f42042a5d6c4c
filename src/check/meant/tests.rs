//! What people type in the place of a value.

use expect_test::expect;

use super::*;
use crate::check::tests::{bare, shown, sources};
use crate::diagnostic::Language;

#[test]
fn a_time_in_everyday_words_was_told_the_forms_and_not_what_to_type() {
    for (text, expected, is_less) in [
        ("1 tháng 15 ngày", "", false),
        ("1 tháng và 15 ngày", "", false),
        ("1 tháng, 15 ngày", "", false),
        ("1 năm rưỡi", "", false),
        ("5 ngay lam viec", "5 ngày làm việc", false),
        ("không quá 05 (năm) ngày làm việc", "5 ngày làm việc", false),
        ("Trong vòng 7 ngày", "7 ngày", false),
        ("5 ngày (làm việc)", "5 ngày làm việc", false),
        ("5 ngày (làm việc), kể từ khi nhận hồ sơ", "5 ngày làm việc", true),
        ("5 ngày (không tính ngày nghỉ)", "", false),
        ("5 ngày, trừ thứ Bảy, Chủ nhật", "", false),
        ("8 giờ (giờ làm việc)", "", false),
        ("8 giờ hành chính", "", false),
        ("2h", "2 giờ", false),
        ("năm ngày làm việc", "5 ngày làm việc", false),
        ("mười lăm ngày", "", false),
        ("không ngày nào", "", false),
        ("24 tiếng", "24 giờ", false),
        ("từ 3 ngày", "", false),
        ("3 đến 5 ngày làm việc", "3–5 ngày làm việc", false),
        ("3 ngày kể từ khi nhận đủ hồ sơ", "3 ngày", true),
        ("2 working days", "2 ngày làm việc", false),
        ("trong tuần", "", false),
        ("Trả ngay", "ngay", false),
        ("Ngay sau khi nhận đủ hồ sơ", "ngay", true),
        ("Ngay trong ngày làm việc, hoặc ngày làm việc tiếp theo", "trong ngày làm việc", true),
        ("Trong ngày tiếp nhận hồ sơ", "trong ngày", true),
        ("trong ngày nghỉ", "", false),
        ("Trả ngày 5", "", false),
        ("5 hôm", "", false),
        ("99999 ngày", "", false),
    ] {
        let found = time(text).map(|it| (it.value, it.is_less));
        let expected = (!expected.is_empty()).then(|| (expected.to_owned(), is_less));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_fee_in_everyday_words_was_told_what_is_no_fee_either() {
    for (text, expected, is_less) in [
        ("1tr5", "1.500.000 đ", false),
        ("1tr250", "1.250.000 đ", false),
        ("1,5 triệu đồng", "1.500.000 đ", false),
        ("1.5 triệu", "1.500.000 đ", false),
        ("550k", "550.000 đ", false),
        ("550 nghìn", "550.000 đ", false),
        ("550,000 đ", "550.000 đ", false),
        ("1,500,000 VNĐ", "1.500.000 đ", false),
        ("2 triệu đồng/lần", "2.000.000 đ", true),
        ("miễn phí nếu có sổ hộ nghèo", "miễn phí", true),
        ("Không thu phí", "miễn phí", false),
        ("0 đ", "miễn phí", false),
        ("0,5 triệu", "500.000 đ", false),
        ("1,55", "", false),
        ("100k-200k", "", false),
        ("1tr5 hoặc 2tr", "", false),
        ("k", "", false),
        ("theo quy định của EVN", "theo quy định", true),
        ("Theo quy định: 20.000 đ", "", false),
        ("Lệ phí: 20.000 đồng", "20.000 đ", false),
        ("Lệ phí 8.000đ/bản sao", "8.000 đ", true),
        ("Miễn lệ phí", "miễn phí", false),
        ("Không có", "miễn phí", false),
        ("Không quy định", "", false),
        ("99999999999999999999 triệu", "", false),
    ] {
        let found = fee(text).map(|it| (it.value, it.is_less));
        let expected = (!expected.is_empty()).then(|| (expected.to_owned(), is_less));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn numbers_and_days_with_words_around_them() {
    for (text, expected) in
        [("01 bản", Some(1)), ("hai", Some(2)), ("2.5", None), ("1-2", None), ("bản", None)]
    {
        assert_eq!(number(text), expected, "{text}");
    }
    for (text, expected) in [
        ("ngày 1 tháng 11 năm 2026", Some("2026-11-01")),
        ("11/23/2026", Some("2026-11-23")),
        ("2026-23-11", Some("2026-11-23")),
        ("2026-30-02", None),
        ("31/1/2026", Some("2026-01-31")),
        ("2026/1/31", Some("2026-01-31")),
        ("2026-1-5", Some("2026-01-05")),
        ("31/2/2026", None),
        ("tháng 11 năm 2026", None),
        ("1/1/26", None),
        ("23-Nov-26", Some("2026-11-23")),
        ("23 November 2026", Some("2026-11-23")),
        ("46349", Some("2026-11-23")),
        ("36525", None),
        ("73051", None),
        ("463x9", None),
        ("23-Xyz-26", None),
    ] {
        assert_eq!(date(text).map(|it| it.to_string()).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_key_or_a_word_in_vietnamese_is_known_where_it_stands() {
    let of = |text, known: &[&'static str]| word(text, &known.iter().copied());
    assert_eq!(of("Thời hạn", &["time", "fee"]), Some("time"));
    assert_eq!(of("tên", &["name", "note"]), Some("name"));
    assert_eq!(of("co_quan", &["agency"]), Some("agency"));
    assert_eq!(of("Toàn trình", &["full", "partial"]), Some("full"));
    assert_eq!(of("Toàn trình", &["true"]), None);
    let told: Vec<&str> = WORDS.iter().flat_map(|(it, _)| it.split(", ")).collect();
    let folded = told.iter().all(|it| fold(it) == **it);
    let unique = told.iter().collect::<std::collections::BTreeSet<_>>().len() == told.len();
    assert!(folded && unique);
}

#[test]
fn what_to_type_in_the_place_of_everyday_words_was_no_value_either() {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;
    let mut all = String::new();
    for (right, wrong) in [
        ("apply: https://dichvucong.gov.vn/nop", "apply: “https://dichvucong.gov.vn/nop”"),
        ("fee: miễn phí", "fee: 1tr5"),
        ("fee: miễn phí", "fee: miễn phí nếu là hộ nghèo"),
        ("time: 5 ngày làm việc", "time: không quá 05 (năm) ngày làm việc"),
        ("time: 5 ngày làm việc", "thời hạn: 5 ngày làm việc"),
        ("kind: counter", "kind: trực tiếp"),
        ("title: {vi: Cấp điện mới, en: New connection}", "tên: Cấp điện mới"),
        ("reviewed: 2026-11-01", "reviewed: ngày 1 tháng 11 năm 2026"),
        ("x_own: {any: thing}", "summary: “Lưu ý: gọi trước”"),
    ] {
        assert!(GOOD.contains(right), "{right}");
        let said = shown(&sources(&GOOD.replacen(right, wrong, 1)), Language::Vi);
        all.extend(said.lines().map(|it| format!("{}\n", it.trim_start_matches("procedures/cap-dien/"))));
    }
    expect_test::expect![[r#"
        moi.yaml:6:8 C107 [“https://dichvucong.gov.vn/nop”] `“https://dichvucong.gov.vn/nop”` không bắt đầu bằng https://
            Viết `https://dichvucong.gov.vn/nop`.
        moi.yaml:10:34 C104 [1tr5] `1tr5` thiếu đơn vị tiền
            Viết `1.500.000 đ`.
        moi.yaml:10:34 C104 [miễn phí nếu là hộ nghèo] `miễn phí nếu là hộ nghèo` không phải số tiền
            Viết `miễn phí`; những lời còn lại (mỗi bản, điều kiện…) ghi vào `fee_note`, hoặc thành một dòng riêng có `case`.
        moi.yaml:10:12 C103 [không quá 05 (năm) ngày làm việc] `không quá 05 (năm) ngày làm việc` không phải thời hạn
            Viết `5 ngày làm việc`.
        moi.yaml:10:6 C006 [thời hạn] Không có khoá `thời hạn` ở đây
            Viết `time`; khoá riêng của bạn thì đặt tên `x_thời hạn`.
        moi.yaml:8:35 C102 [trực tiếp] Ở đây không nhận `trực tiếp`
            Viết `counter`.
        moi.yaml:1:1 C006 [tên] Không có khoá `tên` ở đây
            Viết `title`; khoá riêng của bạn thì đặt tên `x_tên`.
        moi.yaml:20:11 C105 [ngày 1 tháng 11 năm 2026] `ngày 1 tháng 11 năm 2026` chưa viết theo năm-tháng-ngày
            Viết `2026-11-01`.
        moi.yaml:21:10 C001 [“Lưu ý: gọi trước”] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
            Viết `"Lưu ý: gọi trước"`.
    "#]].assert_eq(&all);
}

#[test]
fn a_title_in_the_place_of_an_id_was_told_to_become_an_id_that_is_not_there_either() {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;
    let mut all = String::new();
    for (right, wrong) in [
        ("agency: evn", "agency: Tập đoàn Điện lực"),
        ("agency: evn", "agency: EVN"),
        ("source: a", "source: https://www.evn.com.vn/a"),
        ("online: {level: full}", "online: full"),
        ("audiences: [ho-gia-dinh]", "audiences: ho-gia-dinh"),
        ("result: {name: Hợp đồng}", "result: \"Hợp đồng, hoá đơn\""),
    ] {
        assert!(GOOD.contains(right), "{right}");
        let said = shown(&sources(&GOOD.replacen(right, wrong, 1)), Language::En);
        all.extend(said.lines().map(|it| format!("{}\n", it.trim_start_matches("procedures/cap-dien/"))));
    }
    expect_test::expect![[r#"
        moi.yaml:3:9 C301 [Tập đoàn Điện lực] there is no agency `Tập đoàn Điện lực`
            Write an id that content/agencies has, or add one there first and write it here.
        moi.yaml:3:9 C101 [EVN] `EVN` is not an id
            Write `evn`: 1–64 small letters without marks, digits, single hyphens.
        moi.yaml:10:52 C301 [https://www.evn.com.vn/a] there is no source `https://www.evn.com.vn/a`
            Write an id that `sources` has, or add one there first and write it here.
        moi.yaml:5:9 C009 [full] this should be a map, not text
            Write `{level: full}`.
        moi.yaml:4:12 C009 [ho-gia-dinh] this should be a list, not text
            Write `[ho-gia-dinh]`.
        moi.yaml:16:9 C009 ["Hợp đồng, hoá đơn"] this should be a map, not text
            Write `{name: "Hợp đồng, hoá đơn"}`.
    "#]]
    .assert_eq(&all);
}

#[test]
fn an_amount_with_words_around_it_was_told_the_general_form() {
    for (text, expected) in [
        ("1.500.000 đ (chưa VAT)", Some(("1.500.000 đ", true))),
        ("1.500.000 đ/lần", Some(("1.500.000 đ", true))),
        ("8000 đồng/bản", Some(("8.000 đ", true))),
        ("8000/bản", None),
        ("8000 USD/bản", None),
        ("8 đồng/kWh", Some(("8 đ", true))),
        ("Khoảng 1.500.000 đồng", Some(("1.500.000 đ", true))),
        ("từ 1.500.000 đồng", None),
        ("1.500.000", None),
        ("1.50 đ một lần", None),
    ] {
        let found = fee(text);
        assert_eq!(found.as_ref().map(|it| (it.value.as_str(), it.is_less)), expected, "{text}");
    }
}

#[test]
fn a_range_in_words_is_a_limit_and_a_beginning_is_none() {
    assert_eq!(time("từ 3 đến 5 ngày").map(|it| it.value), Some("3–5 ngày".to_owned()));
    assert_eq!(time("từ 3 ngày"), None);
}

#[test]
fn a_day_that_its_month_lacks_was_told_the_general_form() {
    for (text, expected) in [
        ("31/02/2026", Some("2026-02-28")),
        ("2028-02-30", Some("2028-02-29")),
        ("31.4.2026", Some("2026-04-30")),
        ("32/1/2026", None),
        ("1/13/2026", None),
        ("28/2/2026", None),
    ] {
        assert_eq!(last_day(text).map(|it| it.to_string()).as_deref(), expected, "{text}");
    }
}

#[test]
fn an_address_of_mail_with_a_space_or_a_comma_was_told_the_general_form() {
    for (text, expected) in [
        ("ubnd @vi-du.vn", Some("ubnd@vi-du.vn")),
        ("ubnd@ vi-du.vn", Some("ubnd@vi-du.vn")),
        ("ubnd@vi-du,vn", Some("ubnd@vi-du.vn")),
        ("Thư: ubnd@vi-du.vn.", Some("ubnd@vi-du.vn")),
        ("thư ubnd @vi-du.vn", None),
        ("ubnd @vi-du.vn hoặc zalo", None),
        ("ubnd@vi-du", None),
        ("@", None),
        ("", None),
    ] {
        assert_eq!(email(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn the_number_among_words_is_found() {
    for (text, expected) in [
        ("1900 6769 hoặc 1900 1288", Some("1900 6769")),
        ("(024) 2222.2000 - máy lẻ 123", Some("(024) 2222.2000")),
        ("ĐT: +84 24 2222 2000.", Some("+84 24 2222 2000")),
        ("máy lẻ 123", None),
        ("", None),
    ] {
        assert_eq!(phone(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn what_was_told_to_type_was_a_mistake_as_well() {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;
    let mut all = String::new();
    for (right, wrong) in [
        ("online: {level: full}", "online: toàn trình"),
        ("online: {level: full}", "online: một phần"),
        ("online: {level: full}", "online: tuỳ nơi"),
        ("{kind: online}", "qua mạng"),
        ("reviewed: 2026-11-01", "reviewed: 1/11"),
        ("x_own: {any: thing}", "review_every: hàng năm"),
        ("x_own: {any: thing}", "review_every: sáu tháng một lần"),
        ("x_own: {any: thing}", "review_every: thỉnh thoảng"),
        ("audiences: [ho-gia-dinh]", "audiences: [ho-gia-dinh; ho-gia-dinh]"),
        ("audiences: [ho-gia-dinh]", "audiences: ho-gia-dinh; ho-gia-dinh"),
        ("x_own: {any: thing}", "also_called: [nối điện; mở điện]"),
    ] {
        assert!(GOOD.contains(right), "{right}");
        let said = shown(&sources(&GOOD.replacen(right, wrong, 1)), Language::Vi);
        all.extend(said.lines().map(|it| format!("{}\n", it.trim_start_matches("procedures/cap-dien/"))));
    }
    let calendar = "-- content/calendar/2027.yaml --\noff: [{date: 1/1, name: Tết}]\ncomplete: true";
    all += &shown(&sources(calendar), Language::Vi);
    expect_test::expect![[r#"
        moi.yaml:5:9 C009 [toàn trình] Ở đây cần nhóm khoá, không phải chữ
            Viết `{level: full}`.
        moi.yaml:5:9 C009 [một phần] Ở đây cần nhóm khoá, không phải chữ
            Viết `{level: partial, reason: "…"}`.
        moi.yaml:5:9 C009 [tuỳ nơi] Ở đây cần nhóm khoá, không phải chữ
            Viết `{level: …}` với một trong: full, partial, information.
        moi.yaml:8:12 C009 [qua mạng] Ở đây cần nhóm khoá, không phải chữ
            Viết `{kind: online}`.
        moi.yaml:20:11 C105 [1/11] `1/11` thiếu năm
            Viết `2026-11-01` nếu là năm 2026.
        moi.yaml:21:15 C103 [hàng năm] `hàng năm` chưa có số và đơn vị
            Viết `1 năm`.
        moi.yaml:21:15 C103 [sáu tháng một lần] `sáu tháng một lần` chưa có số và đơn vị
            Viết `6 tháng`.
        moi.yaml:21:15 C103 [thỉnh thoảng] `thỉnh thoảng` không phải thời hạn
            Viết như `5 ngày làm việc`, `3–7 ngày`, `24 giờ`, `ngay`, `trong ngày` hoặc `theo thoả thuận`.
        moi.yaml:4:13 C001 [ho-gia-dinh; ho-gia-dinh] Trong `[…]` các mục cách nhau bằng dấu phẩy, không phải dấu chấm phẩy
            Viết `ho-gia-dinh, ho-gia-dinh`; dấu chấm phẩy là của chữ thì đặt chữ trong ngoặc kép.
        moi.yaml:4:12 C009 [ho-gia-dinh; ho-gia-dinh] Ở đây cần danh sách, không phải chữ
            Viết `[ho-gia-dinh, ho-gia-dinh]`.
        moi.yaml:21:15 C001 [nối điện; mở điện] Trong `[…]` các mục cách nhau bằng dấu phẩy, không phải dấu chấm phẩy
            Viết `nối điện, mở điện`; dấu chấm phẩy là của chữ thì đặt chữ trong ngoặc kép.
        calendar/2027.yaml:1:14 C105 [1/1] `1/1` thiếu năm
            Viết `2027-01-01` nếu là năm 2027.
    "#]].assert_eq(&all);
}

#[test]
fn a_semicolon_of_a_text_in_quotes_is_its_own() {
    use crate::check::tests::{bare, reports};
    reports(&bare("x", "conditions: [\"Có cột; có dây.\"]"), &expect_test::expect![""]);
}

#[test]
fn a_value_that_stands_elsewhere_or_is_not_known_was_told_the_forms() {
    let terms = |it: &str| format!("steps: [{{by: agency, title: A, {it}}}]\n");
    let told = [
        terms("time: miễn phí, fee: 7 ngày làm việc"),
        terms("time: đang cập nhật, fee: không"),
        terms("time: \"0,5 ngày\", fee: N/A"),
        "related: {after: [../y.yaml, https://evn.com.vn/thu-tuc/y/, y.docx]}\n".to_owned(),
        "changes: [Bỏ một giấy tờ]\nowner: {vi: Phòng, en: Office}\n".to_owned(),
        "channels: [{kind: phone, phone: 2033831234}, {kind: phone, phone: 84 203 3831 234}]\n".to_owned(),
    ]
    .map(|it| shown(&sources(&format!("{}{}", bare("x", &it), bare("y", ""))), Language::Vi));
    expect![[r#"
        procedures/x.yaml:6:38 C103 [miễn phí] `miễn phí` là phí, không phải thời hạn
            Viết `fee: miễn phí`.
        procedures/x.yaml:6:53 C104 [7 ngày làm việc] `7 ngày làm việc` là thời hạn, không phải số tiền
            Viết `time: 7 ngày làm việc`.
        procedures/x.yaml:6:38 C103 [đang cập nhật] `đang cập nhật` không phải thời hạn
            Chưa biết thì xoá `time` ở đây, và ghi `time` vào `unconfirmed`.
        procedures/x.yaml:6:58 C104 [không] `không` không phải số tiền
            Viết `miễn phí`.
        procedures/x.yaml:6:38 C103 ["0,5 ngày"] `0,5 ngày` không phải thời hạn
            Thời hạn là số nguyên, viết bằng đơn vị nhỏ hơn: `12 giờ`.
        procedures/x.yaml:6:55 C104 [N/A] `N/A` không phải số tiền
            Chưa biết thì xoá `fee` ở đây, và ghi `fee` vào `unconfirmed`.
        procedures/x.yaml:6:19 C301 [../y.yaml] `../y.yaml` là đường dẫn hay tên tệp, ở đây cần mã của thủ tục
            Viết `y`.
        procedures/x.yaml:6:30 C301 [https://evn.com.vn/thu-tuc/y/] `https://evn.com.vn/thu-tuc/y/` là đường dẫn hay tên tệp, ở đây cần mã của thủ tục
            Viết `y`.
        procedures/x.yaml:6:61 C301 [y.docx] Không có thủ tục `y.docx`
            Viết một mã đã có trong content/procedures, hoặc thêm vào đó trước rồi viết mã của nó.
        procedures/x.yaml:6:11 C009 [Bỏ một giấy tờ] Ở đây cần nhóm khoá, không phải chữ
            Viết `{date: …, note: Bỏ một giấy tờ}`.
        procedures/x.yaml:7:8 C009 [{vi: Phòng, en: Office}] Ở đây cần chữ, không phải nhóm khoá
            Viết `Phòng`.
        procedures/x.yaml:6:33 C115 [2033831234] Không gọi được số `2033831234`: số này thiếu số 0 ở đầu
            Viết `02033831234`.
        procedures/x.yaml:6:67 C115 [84 203 3831 234] Không gọi được số `84 203 3831 234`: số này thiếu dấu `+` trước 84
            Viết `+84 203 3831 234`.
    "#]].assert_eq(&told.concat());
}

#[test]
fn a_value_that_nobody_knows_is_told_from_others() {
    for (text, expected) in [
        ("Chưa có thông tin", true),
        ("?", true),
        ("N/A", true),
        ("", true),
        ("x", true),
        ("theo biểu phí", false),
    ] {
        assert_eq!(is_unknown(text), expected, "{text}");
    }
}

#[test]
fn what_was_proposed_was_refused_then_or_was_not_how_it_is_written() {
    let said = [
        "terms: [{time: nửa ngày, fee: khoảng 10.000 đ}]",
        "terms: [{time: 5 ngày, fee: \"1000000\"}]",
        "terms: [{time: 5 ngày, fee: \"\"}]",
        "channels: [{kind: phone, phone: O203 3123 457}, {kind: online, url: https//vi-du.vn/a}]",
        "channels: [{kind: online, url: https:/vi-du.vn/a}, {kind: online, url: https://vi-du.vn/hon nhan}]",
        "channels: [{kind: online, url: https://…}, {kind: online, url: https://vi-du.vn xem}]",
        "conditions:\n  -Đủ tuổi.",
        "conditions: [-5 độ trở xuống]",
    ]
    .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
    expect![[r#"
        procedures/x.yaml:6:16 C103 [nửa ngày] `nửa ngày` không phải thời hạn
            Viết `4 giờ làm việc` nếu là nửa ngày làm việc, `12 giờ` nếu tính cả đêm.
        procedures/x.yaml:6:31 C104 [khoảng 10.000 đ] `khoảng 10.000 đ` không phải số tiền
            Viết `10.000 đ`; những lời còn lại (mỗi bản, điều kiện…) ghi vào `fee_note`, hoặc thành một dòng riêng có `case`.
        procedures/x.yaml:6:29 C104 ["1000000"] `1000000` thiếu đơn vị tiền
            Viết `1.000.000 đ` hoặc `1000000 USD`.
        procedures/x.yaml:6:29 C010 [""] Ở đây chưa có chữ nào
            Điền giá trị, hoặc xoá cả dòng.
        procedures/x.yaml:6:33 C115 [O203 3123 457] `O203 3123 457` không phải số điện thoại
            Ở đây chỉ viết một số: `0203 3123 457`; số và lời khác ghi vào `note` hay bài viết.
        procedures/x.yaml:6:69 C107 [https//vi-du.vn/a] `https//vi-du.vn/a` không bắt đầu bằng https://
            Viết `https://vi-du.vn/a`.
        procedures/x.yaml:6:32 C107 [https:/vi-du.vn/a] `https:/vi-du.vn/a` không bắt đầu bằng https://
            Viết `https://vi-du.vn/a`.
        procedures/x.yaml:6:72 C107 [https://vi-du.vn/hon nhan] Địa chỉ có ký tự ' '
            Viết `https://vi-du.vn/hon%20nhan`.
        procedures/x.yaml:6:32 C107 [https://…] `https://…` là địa chỉ mẫu, không dẫn đến đâu
            Chép địa chỉ của trang từ trình duyệt vào đây; chưa có thì xoá dòng này.
        procedures/x.yaml:6:64 C107 [https://vi-du.vn xem] Địa chỉ có ký tự ' '
            Xoá ký tự đó, hoặc viết dạng %.
        procedures/x.yaml:7:3 C421 [-] Trang sẽ hiện nguyên `-` ở đầu chữ này
            Xoá `-`: dấu và số của danh sách do trang đặt; nhiều ý thì mỗi ý một mục.
    "#]].assert_eq(&said.concat());
}

#[test]
fn an_hour_was_told_to_be_none_where_the_order_was_wrong() {
    let office = "-- content/offices/o.yaml --\ntitle: O\nkind: one-stop\nprovince: P\n\
                  hours: [{days: [mon], from: \"17:00\", until: \"13:30\"}]\n";
    expect![[r#"
        offices/o.yaml:4:45 C117 ["13:30"] Giờ đóng `13:30` không sau giờ mở `17:00`
            Viết giờ mở ở `from`, giờ đóng ở `until`, theo 24 giờ: 5 giờ chiều là `"17:00"`.
    "#]]
    .assert_eq(&shown(&sources(office), Language::Vi));
}
