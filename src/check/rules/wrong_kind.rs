#![doc = include_str!("wrong_kind.md")]

use super::yaml_syntax;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C009",
    name: "wrong-kind",
    severity: Severity::Error,
    explanation: include_str!("wrong_kind.md"),
};

/// The same, where it is known what it would be.
pub(crate) fn words_of_better([message, _]: [Words; 2], better: &str) -> [Words; 2] {
    let [who_vi, who_en] = who(better);
    [message, Words::new(format!("Viết `{better}`.{who_vi}"), format!("Write `{better}`.{who_en}"))]
}

/// The same of procedures that are only listed.
pub(crate) fn words_of_related([message, _]: [Words; 2], better: &str) -> [Words; 2] {
    let help = Words::new(
        format!("Viết `{better}`; làm trước thì `before`, làm sau thì `after`, thay cho thì `instead`."),
        format!(
            "Write `{better}`; or `before`, `after`, `instead` for what is done earlier, later, or in its place."
        ),
    );
    [message, help]
}

/// What to write for the `…` of those who take a step.
fn who(better: &str) -> [&'static str; 2] {
    if better.contains("by: …") {
        [
            " `by` là `customer` (người nộp), `agency` (cơ quan giải quyết) hoặc tên người khác.",
            " `by` is `customer`, `agency` or the name of somebody else.",
        ]
    } else {
        [""; 2]
    }
}

/// Where the items of a list are to be typed.
#[derive(Debug)]
pub(crate) enum Place {
    /// Each on a line of its own.
    Lines,
    /// Within `[…]` behind the key.
    Brackets,
    /// Within brackets that are there.
    Within,
    /// On lines below this key, which is typed anew.
    Below(String),
}

/// Of a list that is none, `items` as they are to be typed.
pub(crate) fn words_of_items(message: &Words, items: &[String], place: &Place) -> [Words; 2] {
    let words = [message.clone(), Words::new("", "")];
    let (head, indent) = match (place, items) {
        (Place::Brackets, _) => return words_of_better(words, &format!("[{}]", items.join(", "))),
        (Place::Within, _) => return words_of_better(words, &items.join(", ")),
        (Place::Lines, [only]) if !only.contains('\n') => {
            return words_of_better(words, &format!("- {only}"));
        }
        (Place::Lines, _) => (String::new(), "\n  "),
        (Place::Below(key), _) => (format!("\n  {key}:"), "\n    "),
    };
    let item = |it: &String| format!("{indent}- {}", it.replace('\n', &format!("{indent}  ")));
    let lines: String = std::iter::once(head).chain(items.iter().map(item)).collect();
    let [who_vi, who_en] = who(&lines).map(|it| it.replacen(' ', "\n", 1));
    let help = Words::new(format!("Viết như sau:{lines}{who_vi}"), format!("Write this:{lines}{who_en}"));
    [message.clone(), help]
}

/// Of a map that is none, its entries as they are to be typed, below its key if it has one.
pub(crate) fn words_of_entries(
    [message, _]: [Words; 2],
    key: Option<&str>,
    entries: &[String],
) -> [Words; 2] {
    let (head, indent) = key.map_or((String::new(), "  "), |key| (format!("\n  {key}:"), "    "));
    let lines: String = entries.iter().map(|it| format!("\n{indent}{it}")).collect();
    let help = |say: &str| format!("{say}:{head}{lines}");
    [message, Words::new(help("Viết như sau"), help("Write this"))]
}

/// Of one with its first dash on the line of its key.
pub(crate) fn message_behind(key: &str) -> Words {
    Words::new(
        format!("Danh sách có dấu `-` phải bắt đầu ở dòng dưới `{key}:`"),
        format!("a list with dashes begins on the line below `{key}:`"),
    )
}

/// Of one item with so many ids.
pub(crate) fn message_of_several(count: usize) -> Words {
    Words::new(
        format!("{count} mã trong một mục; mỗi mục chỉ ghi một mã"),
        format!("{count} ids in one item, which takes one"),
    )
}

pub(crate) fn message_of_days() -> Words {
    Words::new(
        "Mỗi ngày nghỉ là một mục có `date` và `name`",
        "each day off is an item with `date` and `name`",
    )
}

/// Of a change that stands behind its day.
pub(crate) fn message_of_change() -> Words {
    Words::new("Mỗi thay đổi là một mục có `date` và `note`", "each change is an item with `date` and `note`")
}

pub(crate) fn message_of_inner() -> Words {
    Words::new(
        "Danh sách nằm trong danh sách; ở đây chỉ cần một lớp",
        "a list within a list, where one is enough",
    )
}

/// Of texts in quotes with commas between them.
pub(crate) fn message_of_quotes() -> Words {
    Words::new(
        "Nhiều giá trị trong nháy đứng liền nhau chưa phải là danh sách",
        "texts in quotes beside each other are not a list yet",
    )
}

/// Of so many lines with `sign` for a dash, or without any; `None` of one that may be no item at all.
pub(crate) fn message_of_lines(sign: &str, count: usize) -> Option<Words> {
    match sign {
        "" if count < 2 => None,
        "" => Some(Words::new(
            "Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu",
            "this should be a list: its lines have no `-` before them",
        )),
        _ => Some(yaml_syntax::words_of_dash(sign)[0].clone()),
    }
}

/// The same where a list of parts of the record belongs; `own` are those it has.
pub(crate) fn words_of_parts([message, _]: [Words; 2], own: &str) -> [Words; 2] {
    [
        message,
        Words::new(
            format!("Viết `{own}`; phần nào đã có nguồn thì bỏ ra."),
            format!("Write `{own}`, without those parts that have a source."),
        ),
    ]
}

/// The same where it is said that there are none.
pub(crate) fn words_of_no_parts([message, _]: [Words; 2]) -> [Words; 2] {
    [message, Words::new("Đã xác nhận hết thì xoá dòng này.", "If all is confirmed, delete this line.")]
}

/// The same where its `key` takes one of some words.
pub(crate) fn words_of_choice([message, _]: [Words; 2], key: &str, known: &str) -> [Words; 2] {
    [
        message,
        Words::new(
            format!("Viết `{{{key}: …}}` với một trong: {known}."),
            format!("Write `{{{key}: …}}` with one of: {known}."),
        ),
    ]
}

/// The same of a list of values where one belongs.
pub(crate) fn words_of_one(first: &str) -> [Words; 2] {
    [
        message_of_one(),
        Words::new(format!("Chỉ viết một giá trị, như `{first}`."), format!("Write one, like `{first}`.")),
    ]
}

/// Of agencies beside the one that decides.
pub(crate) fn words_of_agencies(first: &str, others: &str) -> [Words; 2] {
    let list = format!("agencies: {{executing: [{others}]}}");
    let help = Words::new(
        format!("Viết `{first}` là cơ quan quyết định; cơ quan thực hiện thì ghi `{list}`."),
        format!("Write `{first}`, which decides; those that carry it out go to `{list}`."),
    );
    [message_of_one(), help]
}

fn message_of_one() -> Words {
    Words::new("Ở đây chỉ ghi được một giá trị, không phải danh sách", "this takes one value, not a list")
}

/// The same of a list with one value that counts.
pub(crate) fn words_of_single(value: &str) -> [Words; 2] {
    words_of_better([message_of_one(), message_of_one()], value)
}

/// The same of values each of which is of an item of its own.
pub(crate) fn words_of_rows(key: &str, values: &[&str]) -> [Words; 2] {
    let first = values[0];
    let others: String = values.iter().skip(1).take(9).map(|it| format!(", `{key}: {it}`")).collect();
    let others = others.trim_start_matches(", ");
    let help = Words::new(
        format!("Viết `{first}`; mỗi giá trị còn lại thì chép thêm cả mục này một lần, với {others}."),
        format!("Write `{first}`; for each other value copy the whole item once more, with {others}."),
    );
    [message_of_one(), help]
}

/// The same of parts of a text; `whole` has them all.
pub(crate) fn words_of_text(whole: Option<&str>) -> [Words; 2] {
    match whole {
        Some(whole) => words_of_single(whole),
        None => [
            message_of_one(),
            Words::new(
                "Nối các mục thành một đoạn chữ trong nháy kép.",
                "Join all of them to one text in quotes.",
            ),
        ],
    }
}

/// The message and the help.
pub(crate) fn words(expected_vi: &str, expected_en: &str, found_vi: &str, found_en: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Ở đây cần {expected_vi}, không phải {found_vi}"),
            format!("this should be {expected_en}, not {found_en}"),
        ),
        Words::new(format!("Viết lại thành {expected_vi}."), format!("Write {expected_en} here.")),
    ]
}
