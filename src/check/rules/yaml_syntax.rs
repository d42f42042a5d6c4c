#![doc = include_str!("yaml_syntax.md")]

use super::REPEATED;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C001",
    name: "yaml-syntax",
    severity: Severity::Error,
    explanation: include_str!("yaml_syntax.md"),
};

/// The message and the help.
pub(crate) fn words(info: &str) -> [Words; 2] {
    [
        Words::new("YAML sai cú pháp ở đây", format!("this is not YAML: {info}")),
        Words::new(
            format!(
                "Kiểm tra thụt lề, dấu hai chấm có dấu cách theo sau, ngoặc và nháy đã đóng chưa; chữ có dấu hai chấm thì đặt trong nháy kép. Bộ đọc báo: {info}."
            ),
            "Check indentation, the space after each colon, and that brackets and quotes are closed; put text with a colon in double quotes.",
        ),
    ]
}

/// The same of a key that has no colon with a space behind it, and the `value` that is meant to.
pub(crate) fn words_of_colon(key: &str, value: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Sau `{key}` thiếu dấu hai chấm và dấu cách"),
            format!("there is no colon with a space after `{key}`"),
        ),
        Words::new(format!("Viết `{key}: {value}`."), format!("Write `{key}: {value}`.")),
    ]
}

/// The same within `{…}`; `whole` is the value before with all that may be words of it.
pub(crate) fn words_of_colon_in_braces(key: &str, value: &str, whole: Option<&str>) -> [Words; 2] {
    let [message, help] = words_of_colon(key, value);
    let Some(whole) = whole.map(quoted) else { return [message, help] };
    let help = Words::new(
        format!("Viết `{key}: {value}`; nếu là chữ của giá trị trước thì đặt cả trong nháy: `{whole}`."),
        format!("Write `{key}: {value}`; if it is text of the value before, put all in quotes: `{whole}`."),
    );
    [message, help]
}

/// The same of a bracket or a quote that nobody closed.
pub(crate) fn words_of_unclosed(sign: &str) -> [Words; 2] {
    let close = match sign {
        "[" => "]",
        "{" => "}",
        quote => quote,
    };
    [
        Words::new(format!("`{sign}` mở ở đây mà không đóng"), format!("this `{sign}` is never closed")),
        Words::new(
            format!("Thêm `{close}` ở chỗ hết, thường là cuối dòng này."),
            format!("Add `{close}` where it ends, mostly at the end of this line."),
        ),
    ]
}

/// The same in the last line of a file, in which the rest of it may be lost.
pub(crate) fn words_of_cut([message, help]: [Words; 2]) -> [Words; 2] {
    let help = Words::new(
        format!("{} Tệp dừng ở đây: phần sau bị mất thì lấy lại bản trước của tệp.", help.vi),
        format!("{} The file ends here: if more of it was lost, bring back what it was.", help.en),
    );
    [message, help]
}

/// The same of a text, with its first quote, before which others begin.
pub(crate) fn words_of_open_quote(text: &str) -> [Words; 2] {
    let [message, _] = words_of_unclosed("\"");
    let help = if text.len() <= REPEATED {
        Words::new(format!("Viết `{text}\"`."), format!("Write `{text}\"`."))
    } else {
        Words::new("Thêm `\"` ở cuối phần được đánh dấu.", "Add `\"` at the end of what is marked.")
    };
    [message, help]
}

/// The same of rows from a spreadsheet; `better` is the first as it would be written.
pub(crate) fn words_of_rows(better: &str) -> [Words; 2] {
    let [more_vi, more_en] = if better.contains('…') {
        [", thay `…` bằng tên khoá", ", with the name of a key for each `…`"]
    } else {
        ["", ""]
    };
    [
        Words::new(
            "Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được",
            "rows from a spreadsheet with tabs between their cells are no YAML",
        ),
        Words::new(
            format!("Viết mỗi hàng thành một mục: `{better}`{more_vi}."),
            format!("Write an item for each row: `{better}`{more_en}."),
        ),
    ]
}

/// The same of a list's item that begins with another sign than a dash and a space.
pub(crate) fn words_of_dash(sign: &str) -> [Words; 2] {
    let help = Words::new(
        "Viết `- ` ở đầu mục: gạch ngang thường của bàn phím, rồi một dấu cách.",
        "Begin the item with `- `: the plain dash of the keyboard, then a space.",
    );
    let message = if sign == "{" {
        Words::new("Mục này của danh sách thiếu dấu `-` ở đầu", "this item of a list has no `-` before it")
    } else if sign == "-" {
        Words::new("Sau dấu `-` đầu mục thiếu dấu cách", "there is no space after the `-` of this item")
    } else {
        Words::new(
            format!("Mục của danh sách không bắt đầu bằng `{sign}`"),
            format!("an item of a list does not begin with `{sign}`"),
        )
    };
    [message, help]
}

/// The same of an entry beside the map to which it belongs.
pub(crate) fn words_of_outside(key: &str, map: &str, by: usize) -> [Words; 2] {
    [
        Words::new(
            format!("`{key}` nằm ngoài `{map}`, vì không thụt vào"),
            format!("`{key}` stands beside `{map}` and not in it: it is not indented"),
        ),
        Words::new(
            format!("Thụt dòng `{key}` vào {by} dấu cách; mọi dòng thuộc `{map}` đều thụt vào như vậy."),
            format!("Indent `{key}` by {by} spaces, and so all that belongs to `{map}`."),
        ),
    ]
}

/// The same of an entry that is `by` spaces deeper than the one beside which it belongs.
pub(crate) fn words_of_swallowed(key: &str, within: &str, by: usize) -> [Words; 2] {
    [
        Words::new(
            format!("`{key}` thụt quá sâu, nên nằm trong `{within}`"),
            format!("`{key}` is indented too far, and so stands within `{within}`"),
        ),
        Words::new(
            format!("Bớt {by} dấu cách trước `{key}`, để nó thẳng hàng với `{within}`."),
            format!("Take {by} spaces away before `{key}`, so that it is in line with `{within}`."),
        ),
    ]
}

/// The same of a key or a value between brackets without a comma before it.
pub(crate) fn words_of_comma(next: &str) -> [Words; 2] {
    let message =
        Words::new(format!("Thiếu dấu phẩy trước `{next}`"), format!("there is no comma before `{next}`"));
    let help = if next.starts_with(['"', '\'', '{', '[']) {
        Words::new(format!("Viết `, {next}`."), format!("Write `, {next}`."))
    } else {
        Words::new(
            format!("Viết `, {next}: …`; nếu dấu hai chấm là của câu chữ thì đặt cả câu trong ngoặc kép."),
            format!(
                "Write `, {next}: …`; if the colon is one of the text, put all of the text in double quotes."
            ),
        )
    };
    [message, help]
}

/// The same of an entry below another whose line with its id was lost, before its first `key`; `id` is
/// the one that it must have had.
pub(crate) fn words_of_headless(key: &str, id: Option<&str>) -> [Words; 2] {
    let message = Words::new(
        format!("Từ `{key}` này là một mục, mà thiếu dòng mã ở trên"),
        format!("an entry begins with this `{key}`, and the line with its id is missing"),
    );
    let help = match id {
        Some(id) => {
            Words::new(format!("Thêm dòng `{id}:` ngay trên."), format!("Add the line `{id}:` right above."))
        }
        None => Words::new(
            "Thêm một dòng ngay trên: mã của mục, rồi dấu hai chấm.",
            "Add a line right above: the id of the entry, then a colon.",
        ),
    };
    [message, help]
}

/// The same of a list's item with which the list of another `key` begins, whose line was lost.
pub(crate) fn words_of_lost_key(key: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Từ mục này là `{key}`, mà thiếu dòng `{key}:` ở trên"),
            format!("`{key}` begins with this item, and the line `{key}:` is missing"),
        ),
        Words::new(format!("Thêm dòng `{key}:` ngay trên."), format!("Add the line `{key}:` right above.")),
    ]
}

/// The same of what belongs to `key` and stands right above it.
pub(crate) fn words_of_above(key: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Chỗ này thuộc `{key}` mà nằm trên dòng `{key}:`"),
            format!("this belongs to `{key}`, and stands above the line `{key}:`"),
        ),
        Words::new(
            format!("Đưa dòng `{key}:` lên ngay trên chỗ này."),
            format!("Move the line `{key}:` right above this."),
        ),
    ]
}

/// The same of an item of the list `above` that stands below the next `key`.
pub(crate) fn words_of_below(above: &str, key: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Mục này thuộc `{above}` mà nằm dưới dòng `{key}:`"),
            format!("this item belongs to `{above}`, and stands below the line `{key}:`"),
        ),
        Words::new(
            format!("Đưa dòng `{key}:` xuống ngay dưới mục này."),
            format!("Move the line `{key}:` right below this."),
        ),
    ]
}

/// The same of a semicolon between keys.
pub(crate) fn words_of_semicolon() -> [Words; 2] {
    [
        Words::new(
            "Trong `{…}` các khoá cách nhau bằng dấu phẩy, không phải dấu chấm phẩy",
            "keys within `{…}` are parted by commas, not by semicolons",
        ),
        Words::new("Thay `;` bằng `,`.", "Write `,` for `;`."),
    ]
}

/// The same of a sign that only looks like one of YAML.
pub(crate) fn words_of_wide(sign: char, better: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{sign}` là dấu của bàn phím tiếng Trung, tiếng Nhật; YAML coi nó là chữ"),
            format!("`{sign}` is a full-width sign, which is text to YAML"),
        ),
        Words::new(format!("Viết `{better}`."), format!("Write `{better}`.")),
    ]
}

/// The same between the items of a list in one line.
pub(crate) fn words_of_semicolons(better: &str) -> [Words; 2] {
    [
        Words::new(
            "Trong `[…]` các mục cách nhau bằng dấu phẩy, không phải dấu chấm phẩy",
            "items within `[…]` are parted by commas, not by semicolons",
        ),
        Words::new(
            format!("Viết `{better}`; dấu chấm phẩy là của chữ thì đặt chữ trong ngoặc kép."),
            format!("Write `{better}`; if the text has the semicolon, put it in double quotes."),
        ),
    ]
}

/// The same of a line that is in line with no other; `line` is the one it was to be in line with.
pub(crate) fn words_of_indent(own: usize, right: usize, line: usize) -> [Words; 2] {
    let by = own.abs_diff(right);
    let [vi, en] = if right < own { ["Bớt", "Take away"] } else { ["Thêm", "Add"] };
    let spaces = if by == 1 { "space" } else { "spaces" };
    [
        Words::new(
            format!("Dòng này thụt {own} dấu cách, không thẳng với các dòng cùng cấp"),
            format!("this line is indented by {own}, and not in line with those beside it"),
        ),
        Words::new(
            format!("{vi} {by} dấu cách ở đầu dòng, cho thẳng với dòng {line}."),
            format!("{en} {by} {spaces} at its start, to be in line with line {line}."),
        ),
    ]
}

/// What stands between the outer of its quotes, where the next of them opens again.
fn within(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let next = inner.find('"')?;
    (next == 0 || inner[..next].ends_with([' ', '('])).then_some(inner)
}

/// In such quotes as change the least of what is between them.
pub(crate) fn quoted(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("'{}'", text.replace('\'', "''")),
    }
}

/// Several keys on one line without the brackets around them; `meant` is how they are to be typed.
pub(crate) fn words_of_braces(meant: &str) -> [Words; 2] {
    [
        Words::new(
            "Nhiều khoá trên một dòng thiếu ngoặc nhọn",
            "several keys on one line lack their brackets",
        ),
        Words::new(format!("Viết `{meant}`."), format!("Write `{meant}`.")),
    ]
}

/// Two keys on one line, the second of which is `key`; `lines` are those to type.
pub(crate) fn words_of_two(key: &str, is_item: bool, lines: Option<&[String]>) -> [Words; 2] {
    let message = Words::new(
        format!("Hai khoá trên một dòng: xuống dòng trước `{key}`"),
        format!("two keys on one line: begin another before `{key}`"),
    );
    let indent = |nth: usize| match (is_item, nth) {
        (true, 0) => "- ",
        (true, _) => "  ",
        _ => "",
    };
    let text = [
        "Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.",
        "If the colon is one of the text, put all of the text in double quotes.",
    ];
    let Some(lines) = lines else { return [message, Words::new(text[0], text[1])] };
    let lines: String =
        lines.iter().enumerate().map(|(nth, it)| format!("\n  {}{it}", indent(nth))).collect();
    let help =
        Words::new(format!("Viết như sau:{lines}\n{}", text[0]), format!("Write this:{lines}\n{}", text[1]));
    [message, help]
}

/// A bracket that nobody opened; `better` is the value without it.
pub(crate) fn words_of_stray(sign: char, better: Option<&str>) -> [Words; 2] {
    let message = Words::new(format!("Thừa một `{sign}`"), format!("there is one `{sign}` too many"));
    let help = match better {
        Some(better) => Words::new(format!("Viết `{better}`."), format!("Write `{better}`.")),
        None => Words::new(format!("Xoá `{sign}` này."), format!("Delete this `{sign}`.")),
    };
    [message, help]
}

/// The same of a text that goes on where keys begin.
pub(crate) fn words_of_continued() -> [Words; 2] {
    [
        Words::new(
            "Dòng này viết tiếp chữ của dòng trên mà không thụt vào",
            "this line goes on with the text of the line above and is not indented",
        ),
        Words::new(
            "Nối vào cuối dòng trên, hoặc thụt vào 2 dấu cách so với dòng trên.",
            "Put it at the end of the line above, or indent it by 2 spaces more than that.",
        ),
    ]
}

/// The same of text without quotes that is something else to YAML.
pub(crate) fn words_of_quotes(text: &str) -> [Words; 2] {
    // Those of a word processor were meant as quotes.
    let inner = text.strip_prefix('“').and_then(|it| it.strip_suffix('”')).filter(|it| !it.contains('“'));
    let text = inner.or_else(|| within(text)).unwrap_or(text);
    let quoted = quoted(text);
    [
        Words::new(
            "Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác",
            "this text needs quotes, or it is something else to YAML",
        ),
        if text.len() <= REPEATED {
            Words::new(format!("Viết `{quoted}`."), format!("Write `{quoted}`."))
        } else {
            Words::new("Đặt cả chữ này trong nháy kép.", "Put all of it in double quotes.")
        },
    ]
}
