//! What `--help` and `help` say.

use expect_test::expect;

use crate::program::{folder, run_to};

#[test]
fn help_was_no_word_for_help() {
    let root = folder(&[]);
    let said = |arguments: &[&str]| run_to(0, root.path(), arguments).out;
    assert_eq!(said(&["help"]), said(&["--help"]));
    assert_eq!(said(&["help", "search", "--lang", "en"]), said(&["search", "--lang", "en", "--help"]));
}
#[test]
fn help_in_vietnamese_had_words_of_the_library_in_english() {
    let root = folder(&[]);
    let commands = [
        "build",
        "check",
        "serve",
        "new",
        "schema",
        "search",
        "stats",
        "next-change",
        "addresses",
        "explain",
    ];
    let whole = run_to(0, root.path(), &["--help"]).out;
    let all: Vec<String> = std::iter::once(whole.clone())
        .chain(commands.map(|it| run_to(0, root.path(), &[it, "--help"]).out))
        .collect();
    for odd in ["Usage", "OPTIONS", "default", "Arguments", "Possible", "Print", "DIR", "KIND", "<COMMAND>"] {
        assert!(all.iter().all(|it| !it.contains(odd)), "{odd}");
    }
    expect![[r#"
        Tạo tệp mẫu có lời giải thích cho thủ tục, cơ quan, nơi nộp, tình huống, câu hỏi chọn thủ tục hoặc trang.

        Cách dùng: thutuc new [TUỲ CHỌN] <LOẠI> <TÊN>

        Tham số:
          <LOẠI>
                  Loại: procedure (thủ tục), agency (cơ quan), office (nơi nộp), journey (tình huống), choice (câu hỏi chọn thủ tục), page (trang).

          <TÊN>
                  Tên; mã được tạo từ tên. Ghi thẳng mã cũng được.

        Tuỳ chọn:
              --field <MÃ>
                  Lĩnh vực của thủ tục; nếu không ghi: mục đầu trong content/fields.yaml.

              --root <THƯ_MỤC>
                  Thư mục của trang, có `site.toml` và `content`. Nếu không ghi: `.`.

              --lang <vi|en>
                  Ngôn ngữ của thông báo; nếu không ghi: theo `site.toml`, rồi theo máy.

              --format <DẠNG>
                  Cách ghi các lỗi: text (cho người đọc), json, sarif, github. Nếu không ghi: `text`.

              --as-of <NGÀY>
                  Ngày hoặc thời điểm được coi là hiện tại: 2026-11-23, 2026-11-23T10:00:00+07:00.

          -q, --quiet
                  Chỉ nói các lỗi: không cảnh báo, không số đếm, không tiến độ.

          -h, --help
                  Hiện phần trợ giúp này.

          -V, --version
                  Hiện phiên bản.

        Ví dụ:
          thutuc new procedure "Cấp điện sinh hoạt"  mã tệp lấy từ tên: cap-dien-sinh-hoat
          thutuc new office "Bộ phận một cửa"        một nơi nộp hồ sơ; cũng có agency, journey, choice, page
    "#]].assert_eq(&all[4]);
    let english = run_to(0, root.path(), &["new", "--help", "--lang", "en"]).out;
    assert!(english.contains("Usage: thutuc new [OPTIONS] <KIND> <NAME>"), "{english}");
}
