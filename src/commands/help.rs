//! Help in both languages, with an example for each command.
//!
//! English stands at the arguments as their documentation; here are the
//! Vietnamese words for the same, and the examples.

use clap::CommandFactory;

use super::Cli;
use crate::diagnostic::{Language, Words};

/// Name, what it does in Vietnamese, example lines: command, what it does.
struct Help {
    command: &'static str,
    about: &'static str,
    examples: &'static [(&'static str, &'static str, &'static str)],
}

const COMMANDS: &[Help] = &[
    Help {
        command: "build",
        about: "Dựng trang vào thư mục xuất bản: toàn bộ, hoặc không gì cả nếu còn lỗi.",
        examples: &[
            (
                "thutuc build",
                "dựng vào thư mục `output` ghi trong site.toml",
                "into the folder that site.toml names",
            ),
            ("thutuc build --output /srv/www", "dựng vào một thư mục khác", "into another folder"),
            (
                "thutuc build --portable --output usb",
                "bản mang đi: mở index.html là dùng được, không cần mạng",
                "a copy to hand out: open index.html, no network needed",
            ),
        ],
    },
    Help {
        command: "check",
        about: "Báo các lỗi trong danh mục, không ghi gì.",
        examples: &[
            (
                "thutuc check",
                "mọi lỗi của mọi tệp, kèm cách sửa",
                "every mistake of every file, with its fix",
            ),
            ("thutuc check --format github", "ghi chú vào từng dòng trên GitHub", "annotations on GitHub"),
        ],
    },
    Help {
        command: "serve",
        about: "Xem trước trang trong trình duyệt trong lúc sửa.",
        examples: &[
            ("thutuc serve", "mở địa chỉ hiện ra bằng trình duyệt", "open the address it prints"),
            ("thutuc serve --port 8080", "chọn cổng khác", "choose another port"),
        ],
    },
    Help {
        command: "new",
        about: "Tạo tệp mẫu có lời giải thích cho thủ tục, cơ quan, nơi nộp, tình huống, câu hỏi chọn thủ tục hoặc trang.",
        examples: &[
            (
                "thutuc new procedure \"Cấp điện sinh hoạt\"",
                "mã tệp lấy từ tên: cap-dien-sinh-hoat",
                "the id comes from the title: cap-dien-sinh-hoat",
            ),
            (
                "thutuc new office \"Bộ phận một cửa\"",
                "một nơi nộp hồ sơ; cũng có agency, journey, choice, page",
                "a place to apply; agency, journey, choice and page likewise",
            ),
        ],
    },
    Help {
        command: "schema",
        about: "In lược đồ JSON của các tệp, để trình soạn văn bản gợi ý và giải thích từng khoá.",
        examples: &[
            (
                "thutuc schema --write schemas",
                "ghi mọi lược đồ và thiết lập cho VS Code",
                "all schemas, and settings for VS Code",
            ),
            ("thutuc schema procedure", "lược đồ của tệp thủ tục", "the schema of a procedure"),
        ],
    },
    Help {
        command: "search",
        about: "Hỏi bộ tìm kiếm của trang đã dựng.",
        examples: &[
            (
                "thutuc search \"lap cong to moi\"",
                "như người dân gõ trên trang",
                "as a reader types it on the site",
            ),
            (
                "thutuc search \"lap cong to moi\" --format json",
                "cho chương trình khác",
                "for other programs",
            ),
            (
                "thutuc search --site public --json-lines < queries.jsonl",
                "mỗi dòng một câu hỏi, trả lời bằng một dòng mã",
                "a query a line, answered by a line of ids",
            ),
        ],
    },
    Help {
        command: "stats",
        about: "Đếm danh mục có gì, phần nào chưa xác nhận hoặc còn thiếu, gì sắp đến hạn rà soát.",
        examples: &[
            ("thutuc stats", "bảng cho người đọc", "a table for people"),
            ("thutuc stats --format json", "cho chương trình khác", "for other programs"),
        ],
    },
    Help {
        command: "next-change",
        about: "Cho biết khi nào trang sẽ nói khác đi, để hẹn giờ dựng lại.",
        examples: &[
            ("thutuc next-change", "thời điểm và những gì thay đổi", "the instant, and what changes"),
            (
                "at -t \"$(date -d \"$(thutuc next-change --quiet)\" +%Y%m%d%H%M)\" -f build.sh",
                "hẹn giờ dựng lại",
                "build again then",
            ),
        ],
    },
    Help {
        command: "addresses",
        about: "Liệt kê các địa chỉ phải dẫn đến một trang mãi mãi, hoặc ghi thêm địa chỉ mới.",
        examples: &[
            (
                "thutuc addresses --add",
                "ghi địa chỉ của trang mới vào content/addresses.tsv",
                "note those of new pages in content/addresses.tsv",
            ),
            ("thutuc addresses", "liệt kê, không ghi gì", "list them, write nothing"),
        ],
    },
    Help {
        command: "diff",
        about: "Cho biết người đọc thấy gì khác trước, và điều gì đổi mà chưa nói vì sao.",
        examples: &[
            (
                "git worktree add ../cu main && thutuc diff ../cu",
                "nhánh này khác bản đã công bố chỗ nào",
                "what this branch changes for readers",
            ),
            ("thutuc diff ../cu --format json", "cho chương trình khác", "for other programs"),
        ],
    },
    Help {
        command: "explain",
        about: "Giải thích một quy tắc: kiểm gì, vì sao, ví dụ, cách sửa.",
        examples: &[
            ("thutuc explain C104", "theo mã", "by its code"),
            ("thutuc explain", "mọi quy tắc", "all rules"),
        ],
    },
];

const ABOUT: &str = "Dựng trang web từ các bản ghi về thủ tục hành chính.";

/// Arguments by their name, whatever the command.
const ARGUMENTS: &[(&str, &str)] = &[
    ("root", "Thư mục của trang, có `site.toml` và `content`."),
    ("lang", "Ngôn ngữ của thông báo; nếu không ghi: theo `site.toml`, rồi theo máy."),
    ("format", "Cách ghi các lỗi: text (cho người đọc), json, sarif, github."),
    ("as_of", "Ngày hoặc thời điểm được coi là hiện tại: 2026-11-23, 2026-11-23T10:00:00+07:00."),
    ("quiet", "Chỉ nói các lỗi: không cảnh báo, không số đếm, không tiến độ."),
    ("timings", "Ghi ra lỗi chuẩn (stderr) mỗi bước mất bao lâu."),
    ("output", "Nơi đặt trang; nếu không ghi: theo `site.toml`."),
    ("portable", "Bản mang đi: chạy từ thư mục hoặc USB, không cần máy chủ hay mạng; cần cả --output."),
    ("fail_on", "Điều gì làm lệnh kết thúc với mã 1: errors (lỗi), warnings (cả cảnh báo)."),
    ("port", "Cổng trên máy này; nếu không ghi: cổng trống đầu tiên từ 4400."),
    (
        "kind",
        "Loại: procedure (thủ tục), agency (cơ quan), office (nơi nộp), journey (tình huống), choice (câu hỏi chọn thủ tục), page (trang).",
    ),
    ("name", "Tên; mã được tạo từ tên. Ghi thẳng mã cũng được."),
    ("field", "Lĩnh vực của thủ tục; nếu không ghi: mục đầu trong content/fields.yaml."),
    ("of", "Loại tệp; bỏ trống thì liệt kê tất cả."),
    ("write", "Ghi mọi lược đồ vào thư mục này của trang, kèm thiết lập `.vscode` để dùng chúng."),
    ("query", "Điều người dân gõ."),
    ("site", "Trang đã dựng, hoặc thư mục một ngôn ngữ của nó; nếu không ghi: theo `site.toml`."),
    ("limit", "Số kết quả."),
    (
        "json_lines",
        "Đọc mỗi dòng một câu hỏi JSON `{\"q\": \"…\", \"k\": 10}`, trả lời mỗi dòng một danh sách mã.",
    ),
    (
        "add",
        "Ghi thêm những địa chỉ còn thiếu vào content/addresses.tsv; không đổi, không xoá dòng nào ở đó.",
    ),
    ("before", "Thư mục của trang như lúc trước."),
    ("rule", "Mã hoặc tên; bỏ trống thì liệt kê tất cả."),
    ("help", "Hiện phần trợ giúp này."),
    ("version", "Hiện phiên bản."),
];

/// The command line as clap knows it, in one language.
pub(super) fn command(language: Language) -> clap::Command {
    let mut whole = Cli::command().after_help(exit_codes().get(language).to_owned());
    whole.build();
    if language == Language::Vi {
        whole = translated(whole.about(ABOUT));
    }
    for Help { command, about, examples } in COMMANDS {
        whole = whole.mut_subcommand(command, |it| {
            let codes = codes_of(command);
            let codes = codes.as_ref().map_or("", |it| it.get(language));
            let it = it.after_help(format!("{codes}{}", examples_text(examples, language)));
            if language == Language::Vi { translated(it.about(*about)) } else { it }
        });
    }
    whole
}

/// What stands in the place of a value.
const NAMES: &[(&str, &str)] = &[
    ("DIR", "THƯ_MỤC"),
    ("FORMAT", "DẠNG"),
    ("DATE", "NGÀY"),
    ("FAIL_ON", "MỨC"),
    ("PORT", "CỔNG"),
    ("KIND", "LOẠI"),
    ("NAME", "TÊN"),
    ("ID", "MÃ"),
    ("QUERY", "CÂU_HỎI"),
    ("N", "SỐ"),
    ("RULE", "QUY_TẮC"),
];

fn named(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(english, _)| *english == name).map(|it| it.1)
}

fn translated(command: clap::Command) -> clap::Command {
    let mut command = command.subcommand_help_heading("Lệnh").mut_args(translated_argument);
    // Written out: a usage that is set would also be told where arguments are missing.
    let usage = command.render_usage().to_string();
    let usage = usage.replace("[OPTIONS]", "[TUỲ CHỌN]").replace("<COMMAND>", "<LỆNH>");
    let usage = usage.trim_start_matches("Usage: ");
    let template = format!("{{about-with-newline}}\nCách dùng: {usage}\n\n{{all-args}}{{after-help}}");
    command.help_template(template)
}

fn translated_argument(argument: clap::Arg) -> clap::Arg {
    let words = ARGUMENTS.iter().find(|(name, _)| argument.get_id() == name);
    let heading = if argument.is_positional() { "Tham số" } else { "Tuỳ chọn" };
    let name = argument.get_value_names().and_then(|it| named(it.first()?));
    let takes_value = argument.get_action().takes_values();
    let argument = match name.filter(|_| takes_value) {
        Some(name) => argument.value_name(name),
        None => argument,
    };
    let argument = argument.help_heading(heading);
    let Some((_, words)) = words else { return argument };
    let default = argument.get_default_values().first().map(|it| it.to_string_lossy().into_owned());
    let words = match default.filter(|_| takes_value) {
        Some(default) => format!("{words} Nếu không ghi: `{default}`."),
        None => (*words).to_owned(),
    };
    // The values stand in the words, where they are in Vietnamese too.
    argument.help(words.clone()).long_help(words).hide_possible_values(true).hide_default_value(true)
}

fn examples_text(examples: &[(&str, &str, &str)], language: Language) -> String {
    let head = Words::new("Ví dụ", "Examples");
    let width = examples.iter().map(|(line, ..)| line.chars().count()).max().unwrap_or(0);
    let lines = examples.iter().map(|(line, vi, en)| {
        let what = if language == Language::Vi { vi } else { en };
        format!("\n  {line:<width$}  {what}")
    });
    format!("{}:{}", head.get(language), lines.collect::<String>())
}

/// Where they are other than those of the rest.
fn codes_of(command: &str) -> Option<Words> {
    match command {
        "search" => Some(Words::new(
            "Mã kết thúc: 0 tìm thấy; 1 không tìm thấy gì; 2 không làm được việc.\n",
            "Exit codes: 0 found; 1 nothing found; 2 could not work.\n",
        )),
        "diff" => Some(Words::new(
            "Mã kết thúc: 0 xong; 1 thời hạn, chi phí, giấy tờ hay nơi nộp đổi mà `changes` không thêm dòng nào, hoặc có lỗi; 2 không làm được việc.\n",
            "Exit codes: 0 done; 1 a time, fee, paper or place changed and `changes` has no new line, or there are errors; 2 could not work.\n",
        )),
        _ => None,
    }
}

fn exit_codes() -> Words {
    Words::new(
        "Mã kết thúc: 0 xong; 1 nội dung, site.toml hoặc giao diện có lỗi; 2 không làm được việc.\nVí dụ:\n  thutuc serve",
        "Exit codes: 0 done; 1 content, site.toml or theme have errors; 2 could not work.\nExample:\n  thutuc serve",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_speaks_both_languages_and_has_an_example() {
        let mut whole = Cli::command();
        whole.build();
        for command in whole.get_subcommands().filter(|it| it.get_name() != "help") {
            let name = command.get_name();
            let help = COMMANDS.iter().find(|it| it.command == name);
            assert!(help.is_some_and(|it| !it.examples.is_empty()), "{name} has no help in Vietnamese");
            for argument in command.get_arguments() {
                let id = argument.get_id();
                assert!(ARGUMENTS.iter().any(|(name, _)| id == name), "{name} --{id} has no Vietnamese");
                assert!(argument.get_help().is_some(), "{name} --{id} has no English");
            }
        }
        command(Language::Vi).debug_assert();
        command(Language::En).debug_assert();
    }
}
