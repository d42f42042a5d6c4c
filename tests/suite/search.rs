//! The search through the real program: the command, and the queries a site says must be answered.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use thutuc::output::Kept;
use thutuc::pipeline::build;
use thutuc::read::read;

use crate::program::{TODAY, folder, real_catalogue, run, run_to, thutuc};

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
    let (sources, pages) = (read(site.path()).expect("a site"), Kept::default());
    let built = build(&sources, TODAY.parse().expect("a day"), &pages).expect("a report");
    assert!(built.report.has_errors() && pages.files().is_empty(), "pages were made to be thrown away");
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
    let json = run_to(0, site.path(), &["search", "cap dien", "--format", "json", "--limit", "1"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(json["results"][0]["url"], "thu-tuc/cap-dien/");
    let none = run_to(1, site.path(), &["search", "bitcoin", "--format", "json"]).out;
    let none: serde_json::Value = serde_json::from_str(&none).expect("JSON");
    let expected = serde_json::json!({
        "understood": "bitcoin", "total": 0, "results": [], "signposts": [], "first": false,
    });
    assert_eq!(none, expected);
    let page = run_to(0, site.path(), &["search", "evn", "--lang", "en"]).out;
    assert!(page.starts_with("No procedure found.\nOther pages of that name"), "{page}");
    let zero = run_to(2, site.path(), &["search", "cap dien", "--limit", "0"]).err;
    assert!(
        zero.contains("`0` không dùng được cho `--limit <SỐ>`\n  = cách sửa: Dùng: một số nguyên từ 1."),
        "{zero}"
    );
    let help = run_to(0, site.path(), &["search", "--help", "--lang", "en"]).out;
    assert!(help.contains("1 nothing found"), "{help}");
    for command in [&["search", "x"][..], &["next-change"]] {
        let refused = run_to(2, site.path(), &[command, &["--format", "sarif", "--lang", "en"]].concat());
        assert!(refused.err.contains("text and json only"), "{}", refused.err);
    }
}

#[test]
fn what_others_do_finds_nothing_unless_something_of_ours_stands_beside_it() {
    let settings =
        "[search]\nours = [\"Hợp đồng\", \"tơ\"]\nothers = [\"cấp\", \"sang\", \"công tơ\", \" \"]\n";
    let site = folder(&[&SITE[1..], &[("site.toml", settings)]].concat());
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    for (found, query) in [
        (true, "hợp đồng"),
        (true, "sang tên hợp đồng"),
        (false, "cấp điện mới"),
        (false, "CẤP cap dien moi"),
        // Theirs has a word of ours in it.
        (false, "lắp công tơ"),
    ] {
        let ran = run_to(i32::from(!found), site.path(), &["search", query, "--lang", "en"]);
        assert_eq!(ran.out == "No procedure found.\n", !found, "{query}: {}", ran.out);
    }
}

#[test]
fn a_word_of_ours_lets_a_query_pass_that_lacks_a_little_proof() {
    for (found, settings) in [
        (false, ""),
        (true, "[search]\nours = [\"tên\"]\n"),
        // What stands in both lists is of nobody, and takes the word within it along.
        (false, "[search]\nours = [\"tên\", \"tên hợp đồng\"]\nothers = [\"tên hợp đồng\"]\n"),
    ] {
        let site = folder(&[&SITE[1..], &[("site.toml", settings)]].concat());
        run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
        let ran = run_to(i32::from(!found), site.path(), &["search", "tên hợp đồng nhà", "--lang", "en"]);
        assert_eq!(ran.out.contains("Sang tên hợp đồng"), found, "{settings}: {}", ran.out);
    }
}

#[test]
fn lines_that_are_no_queries_are_named_and_those_after_them_answered() {
    let site = folder(SITE);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    let asked = b"{\"q\": \"cap dien\"}\r\n\n{\"q\": \"cap dien\", \"k\": -1}\n{\"q\": \"c\xe2p\"}\ncap dien\n{\"q\": \"sang ten\", \"k\": 1}";
    let file = site.path().join("queries.jsonl");
    std::fs::write(&file, asked).expect("a file");
    let ran = thutuc(site.path())
        .args(["search", "--json-lines", "--lang", "en"])
        .stdin(std::fs::File::open(file).expect("the file"))
        .output()
        .expect("it runs");
    let told = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    assert_eq!(told(&ran.stdout), "[\"cap-dien\"]\n[]\n[]\n[]\n[]\n[\"sang-ten\"]\n");
    let notes = told(&ran.stderr);
    let starts = [
        "warning: line 2 of the input is answered `[]`: it is empty",
        "warning: line 3 of the input is answered `[]`: column 25 is not as in `{\"q\": \"…\", \"k\": 10}` (invalid value",
        "warning: line 4 of the input is answered `[]`: it is not UTF-8",
        "warning: line 5 of the input is answered `[]`: column 1 is not as in",
    ];
    assert_eq!(notes.lines().count(), starts.len(), "{notes}");
    for (line, start) in notes.lines().zip(starts) {
        assert!(line.starts_with(start), "{line}, not {start}");
    }
    assert_eq!(ran.status.code(), Some(0), "each line has its answer");
}

#[test]
fn a_file_of_the_index_that_is_missing_is_told_with_the_answer() {
    let site = built(SITE);
    let search = site.path().join("public/search");
    let shard = std::fs::read_dir(&search)
        .expect("the index")
        .map(|it| it.expect("a file").path())
        .find(|it| {
            it.file_name().is_some_and(|it| it.to_string_lossy().starts_with('s') && it != "search.js")
        })
        .expect("a file with lists");
    for damage in [Some(b"\xff\xff".as_slice()), None] {
        match damage {
            Some(bytes) => std::fs::write(&shard, bytes).expect("written"),
            None => std::fs::remove_file(&shard).expect("removed"),
        }
        let ran = run_to(2, site.path(), &["search", "cap dien", "--lang", "en"]);
        let told =
            format!("{} is missing or damaged", shard.file_name().unwrap_or_default().to_string_lossy());
        assert!(ran.out.starts_with("No procedure found."), "{}", ran.out);
        assert!(ran.err.contains(&told), "{}", ran.err);
    }
}

/// Bytes that say there are four thousand million of something: neither a panic nor all of the
/// memory, nor an hour.
#[test]
fn a_damaged_index_ends_in_no_panic() {
    let site = built(SITE);
    let search = site.path().join("public/search");
    let files: Vec<PathBuf> = std::fs::read_dir(&search)
        .expect("the index")
        .map(|it| it.expect("a file").path())
        .filter(|it| it.extension().is_some_and(|it| it == "bin"))
        .collect();
    let queries = site.path().join("queries.jsonl");
    std::fs::write(&queries, "{\"q\": \"cap dien\"}\n{\"q\": \"sagn ten ho\"}\n").expect("a file");
    let (mut tried, mut chance) = (0, 1_u32);
    for file in files {
        let kept = std::fs::read(&file).expect("its bytes");
        // Core files begin with how many more there are, here none.
        let head = usize::from(file.ends_with("core.bin"));
        let mut plain = Vec::new();
        flate2::read::DeflateDecoder::new(&kept[head..]).read_to_end(&mut plain).expect("it was packed");
        for _ in 0..12 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let mut damaged = plain.clone();
            let at = chance as usize % damaged.len();
            let until = (at + 5).min(damaged.len());
            damaged[at..until].fill(if chance & 1 << 31 == 0 { 0xff } else { 0 });
            let mut packed =
                flate2::write::DeflateEncoder::new(kept[..head].to_vec(), flate2::Compression::fast());
            packed.write_all(&damaged).expect("packed");
            std::fs::write(&file, packed.finish().expect("packed")).expect("written");
            let ran = thutuc(site.path())
                .args(["search", "--json-lines"])
                .stdin(std::fs::File::open(&queries).expect("the file"))
                .output()
                .expect("it runs");
            let code = ran.status.code();
            assert!(
                matches!(code, Some(0 | 2)),
                "{} {at}: {code:?} {}",
                file.display(),
                String::from_utf8_lossy(&ran.stderr)
            );
            tried += 1;
        }
        std::fs::write(&file, kept).expect("written");
    }
    assert!(48 <= tried, "{tried}");
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

/// A built site with a procedure for each title.
fn site_of(titles: &[&str]) -> tempfile::TempDir {
    let records: Vec<(String, String)> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let record = format!("title: {title}\nfield: dien\nagency: evn\nonline: {{level: information}}\nunconfirmed: [time, fee, apply]\n");
            (format!("content/procedures/p{at}.yaml"), record)
        })
        .collect();
    let records = records.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    built(&SITE[..3].iter().copied().chain(records).collect::<Vec<_>>())
}

fn built(files: &[(&str, &str)]) -> tempfile::TempDir {
    let site = folder(files);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    site
}

#[test]
fn a_syllable_that_is_also_a_word_of_questions_counts_where_titles_have_it() {
    // `the`, `an` and `to` ask in English, and are half of "thẻ an toàn" and of "công tơ".
    let site = site_of(&[
        "Cấp thẻ an toàn điện",
        "Bảo đảm an toàn hành lang lưới điện, quyết toán dự án",
        "Thay công tơ điện",
        "Công bố thông tin điện",
    ]);
    assert_eq!(first(site.path(), "the an toan"), "Cấp thẻ an toàn điện");
    assert_eq!(first(site.path(), "cong to"), "Thay công tơ điện");
    assert_eq!(first(site.path(), "con to dien"), "Thay công tơ điện", "a typing error beside one");
    assert_eq!(first(site.path(), "how to get the meter"), "", "alone they say nothing");
}

#[test]
fn english_words_of_questions_are_others_in_vietnamese() {
    let site = site_of(&["Đổi giá bán", "Đo cường độ", "Trồng hoa", "Thêm số hộ"]);
    assert_eq!(
        first(site.path(), "them do ho"),
        "Thêm số hộ",
        "`do` is no word of questions to be left as it is"
    );
    assert_eq!(first(site.path(), "doi gia"), "Đổi giá bán");
    assert_eq!(first(site.path(), "gia do"), "", "`do` is `đô` here, and stands beside no `giá`");
}

#[test]
fn a_word_that_the_site_knows_is_not_repaired_lightly() {
    let site = site_of(&["Nước hạ lưu", "Trồng hoa", "Làng hương", "Đo cường độ"]);
    assert_eq!(first(site.path(), "nuoc ha luu"), "Nước hạ lưu");
    assert_eq!(first(site.path(), "nuoc hoa luu huong"), "", "`hoa` is no error for `hạ`");
}

/// Who had lost a contract was led to its end.
#[test]
fn a_word_typed_with_the_marks_that_it_has_here_was_read_as_another() {
    let site = site_of(&["Cắt hợp đồng điện", "Báo mất điện", "Xem hợp đồng điện"]);
    for (query, read) in
        [("mất hợp đồng điện", "mat hop dong dien"), ("mât hợp đồng điện", "cat hop dong dien")]
    {
        let ran = run(site.path(), &["search", query, "--format", "json"]);
        assert!(ran.out.contains(&format!("\"understood\": \"{read}\"")), "{query}: {}", ran.out);
    }
}

#[test]
fn a_short_word_that_lost_its_first_letter_is_put_right() {
    let site = site_of(&["Tăng định mức", "Chung cư cũ", "Hộ cận nghèo", "Cấp thẻ an toàn", "Hệ thống nước"]);
    assert_eq!(first(site.path(), "tang dinh uc"), "Tăng định mức", "`uc` is nearer to `cũ`");
    assert_eq!(first(site.path(), "ho an ngheo"), "Hộ cận nghèo", "though `an` is a word here");
    assert_eq!(first(site.path(), "cap he an toan"), "Cấp thẻ an toàn", "though `he` is a word here");
}

#[test]
fn of_two_words_that_an_error_may_stand_for_the_one_that_the_site_answers_is_taken() {
    let site = site_of(&["Xuất hóa đơn đỏ", "Chấm dứt hóa chất", "Chấm dứt hợp đồng"]);
    assert_eq!(first(site.path(), "xut hoa don do"), "Xuất hóa đơn đỏ", "`dứt hóa` is as near, and commoner");
    assert_eq!(first(site.path(), "xut hoa chat"), "Chấm dứt hóa chất");
}

#[test]
fn words_that_lie_about_in_a_summary_prove_less_than_those_of_a_title() {
    let record = "title: Thay công tơ điện\nsummary: Thử nhanh bằng máy ngay tại hiện trường, khi khách hàng nghi ngờ kết quả.\nfield: dien\nagency: evn\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n";
    let site = built(&[SITE, &[("content/procedures/thay.yaml", record)]].concat());
    assert_eq!(first(site.path(), "hien truong"), "Thay công tơ điện", "beside its neighbour a word does");
    assert_eq!(first(site.path(), "truong"), "Thay công tơ điện", "and so does the only one");
    assert_eq!(first(site.path(), "nhanh ngay truong"), "");
    let site = site_of(&["Thay công tơ điện", "Thử nhanh bằng máy ngay tại hiện trường"]);
    assert_eq!(first(site.path(), "nhanh ngay truong"), "Thử nhanh bằng máy ngay tại hiện trường");
}

/// Of several matters, so that words of one stand in others.
const SEVERAL: &[&str] = &[
    "Giải quyết bồi thường thiệt hại do sự cố điện",
    "Công chứng viên",
    "Giá cho sinh viên",
    "Cấp giấy phép hoạt động điện lực",
    "Thu hồi giấy hẹn trả kết quả",
    "Đăng ký thay đổi phương tiện",
];

#[test]
fn words_of_one_title_are_found_though_others_between_them_are_left_out() {
    let site = site_of(SEVERAL);
    // All letters stand there just as they were typed, and the title ends so.
    for query in ["giay hoat luc", "giấy hoạt lực"] {
        assert_eq!(first(site.path(), query), "Cấp giấy phép hoạt động điện lực", "{query}");
    }
    assert_eq!(first(site.path(), "boi hai dien"), "Giải quyết bồi thường thiệt hại do sự cố điện");
    assert_eq!(first(site.path(), "giay hai luc"), "", "words of two titles");
}

#[test]
fn a_pair_that_many_titles_have_proves_no_query_whose_other_words_stand_nowhere() {
    let changes = ["Thay đổi chủ thể hợp đồng", "Thay đổi công suất", "Thay đổi định mức"];
    let site = site_of(&[SEVERAL, &changes].concat());
    assert_eq!(first(site.path(), "thay doi phuong tien"), "Đăng ký thay đổi phương tiện");
    assert_eq!(first(site.path(), "thay doi gio"), "");
}

#[test]
fn a_name_is_found_in_the_middle_of_a_question() {
    let site = site_of(SEVERAL);
    let damage = "Giải quyết bồi thường thiệt hại do sự cố điện";
    for query in [
        "thủ tục bồi thường thiệt hại",
        "ho so boi thuong thiet hai gom nhung gi",
        "bồi thường thiệt hại mất bao lâu",
        "boi thuong thiet hai het bao nhieu tien",
        "muốn bồi thường thiệt hại thì phải làm gì",
        "lam sao de duoc boi thuong thiet hai",
        "bao giờ thì bồi thường thiệt hại xong",
    ] {
        assert_eq!(first(site.path(), query), damage, "{query}");
    }
    assert_eq!(first(site.path(), "bao giờ thì thường luc xong"), "", "words of two titles");
}

#[test]
fn a_long_story_about_another_matter_found_what_shares_a_few_words_with_it() {
    let site = site_of(SEVERAL);
    for query in [
        "chung thuc chu ky va sao y ban chinh o uy ban phuong may gio lam viec",
        "cấp giấy phép kinh doanh karaoke phải có những điều kiện nào",
        "anh chị cho em hỏi cách đăng ký tạm trú cho người thuê phòng",
        "hoc bong du hoc uc cho sinh vien ngheo nop ho so khi nao",
    ] {
        assert_eq!(first(site.path(), query), "", "{query}");
    }
    let told = "toi muon xin cap giay phep hoat dong dien luc cho cong ty cua minh thi lam o dau";
    assert_eq!(first(site.path(), told), "Cấp giấy phép hoạt động điện lực");
}

#[test]
fn a_phrase_of_questions_counts_where_titles_have_it_beside_another_word() {
    let site = site_of(&["Thu hồi hồ sơ", "Thu hồi đất", "Nộp hồ sơ", "Giao đất", "Nộp tiền sử dụng đất"]);
    assert_eq!(first(site.path(), "thu hoi ho so"), "Thu hồi hồ sơ");
    assert_eq!(first(site.path(), "ho so thu hoi dat"), "Thu hồi đất");
}

#[test]
fn where_one_word_says_something_the_others_tell_where_it_stands() {
    let site = site_of(SEVERAL);
    for query in ["cho vien", "cho viên"] {
        assert_eq!(first(site.path(), query), "Giá cho sinh viên", "{query}: `cho` is a word of questions");
    }
    assert_eq!(first(site.path(), "xin vien"), "Công chứng viên", "but need not stand there");
}

#[test]
fn of_many_that_answer_alike_the_one_of_its_kind_comes_first() {
    let site = site_of(&[
        "Hỗ trợ tiền chất lỏng",
        "Hỗ trợ tiền chất rắn",
        "Hỗ trợ tiền chất khí",
        "Hỗ trợ tiền điện cho hộ nghèo",
    ]);
    assert_eq!(first(site.path(), "ho tro tien"), "Hỗ trợ tiền điện cho hộ nghèo");
    assert_eq!(first(site.path(), "ho tro tien chat ran"), "Hỗ trợ tiền chất rắn");
}

#[test]
fn a_title_in_a_language_without_pages_is_found() {
    let record = "title: {vi: Di dời công tơ, en: Relocate an electricity meter}\nfield: dien\nagency: evn\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n";
    let site = built(&[SITE, &[("content/procedures/di-doi.yaml", record)]].concat());
    assert_eq!(first(site.path(), "relocate meter"), "Di dời công tơ");
}

#[test]
fn a_query_that_breaks_off_finds_the_phrase_that_begins_so() {
    let site = site_of(&[
        "Thông báo trạm phát trong trang thông tin",
        "Thông tin liên hệ của khách hàng",
        "Hàng hóa do bị mất",
        "Hóa đơn điện tử của khách hàng",
        "Văn hóa do bị mất",
    ]);
    assert_eq!(
        first(site.path(), "thong tin "),
        "Thông tin liên hệ của khách hàng",
        "the other begins with one word and has both elsewhere"
    );
    assert_eq!(
        first(site.path(), "hoa do"),
        "Hóa đơn điện tử của khách hàng",
        "`do` may go on, and that phrase begins so"
    );
    assert_eq!(first(site.path(), "van hoa do"), "Văn hóa do bị mất");
}

#[test]
fn a_space_at_the_end_tells_that_the_phrase_goes_on() {
    let ends = "Sửa đổi giấy phép hoạt động điện lực";
    let goes_on = "Phép hoạt động điện lực gió";
    let site = site_of(&[ends, goes_on]);
    assert_eq!(first(site.path(), "hoat dong dien luc"), ends);
    assert_eq!(first(site.path(), "hoat dong dien luc?"), ends);
    assert_eq!(first(site.path(), "hoat dong dien luc "), goes_on);
}

#[test]
fn of_two_phrases_that_go_on_alike_the_one_that_is_all_but_typed_comes_first() {
    let typed = "Xin đề nghị điều chỉnh giấy phép";
    let site =
        site_of(&[typed, "Sửa điều chỉnh giấy phép rượu", "Trồng hoa", "Thuê cột", "Thay dây", "Đo đếm"]);
    assert_eq!(first(site.path(), "dieu chinh giay ph"), typed);
}
