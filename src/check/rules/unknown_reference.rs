#![doc = include_str!("unknown_reference.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C301",
    name: "unknown-reference",
    severity: Severity::Error,
    explanation: include_str!("unknown_reference.md"),
};

/// The message and the help; `home` is the file or folder where such ids live.
pub(crate) fn words(id: &str, kind_vi: &str, kind_en: &str, near: Option<&str>, home: &str) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(
            format!("Viết `{near}`, hoặc thêm `{id}` vào {home}."),
            format!("Write `{near}`, or add `{id}` to {home}."),
        ),
        None => Words::new(format!("Thêm `{id}` vào {home}."), format!("Add `{id}` to {home}.")),
    };
    [Words::new(format!("Không có {kind_vi} `{id}`"), format!("there is no {kind_en} `{id}`")), help]
}

/// The same of text that is no id; `near` is one that looks like it.
pub(crate) fn words_of_text(
    text: &str,
    [kind_vi, kind_en]: [&str; 2],
    near: Option<&str>,
    home: &str,
) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(
            format!("Viết một mã đã có trong {home}, hoặc thêm vào đó trước rồi viết mã của nó."),
            format!("Write an id that {home} has, or add one there first and write it here."),
        ),
    };
    [Words::new(format!("Không có {kind_vi} `{text}`"), format!("there is no {kind_en} `{text}`")), help]
}

/// The same where the record has nothing below `key`, which is told where the first is named.
pub(crate) fn words_of_no_key(text: &str, [kind_vi, kind_en]: [&str; 2], key: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không có {kind_vi} `{text}`: bản ghi chưa có `{key}`"),
            format!("there is no {kind_en} `{text}`: the record has no `{key}`"),
        ),
        Words::new(
            format!("Thêm `{key}` có `{text}`, hoặc xoá chỗ này; bị xoá nhầm thì lấy lại bản trước."),
            format!("Add `{key}` with `{text}`, or delete this; if it was lost, bring back what it was."),
        ),
    ]
}

/// The same of a case of a procedure that has none.
pub(crate) fn words_of_no_case(text: &str, procedure: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không có trường hợp `{text}`: thủ tục `{procedure}` không chia trường hợp nào"),
            format!("there is no case `{text}`: the procedure `{procedure}` has no cases"),
        ),
        Words::new(
            format!("Xoá `case` ở đây, hoặc thêm `cases` vào `{procedure}` trước."),
            format!("Delete `case` here, or add `cases` to `{procedure}` first."),
        ),
    ]
}

/// The same of what an entry is called, in the place of its id.
pub(crate) fn words_of_title(text: &str, [kind_vi, kind_en]: [&str; 2], id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` là tên, ở đây cần mã của {kind_vi}"),
            format!("`{text}` is what the {kind_en} is called; here belongs its id"),
        ),
        Words::new(format!("Viết `{id}`."), format!("Write `{id}`.")),
    ]
}

/// The same of the file or the page of an entry, in the place of its id.
pub(crate) fn words_of_path(text: &str, [kind_vi, kind_en]: [&str; 2], id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` là đường dẫn hay tên tệp, ở đây cần mã của {kind_vi}"),
            format!("`{text}` is where the {kind_en} is; here belongs its id"),
        ),
        Words::new(format!("Viết `{id}`."), format!("Write `{id}`.")),
    ]
}

/// The same of an id that a record had before; `aliases` of that say so.
pub(crate) fn words_of_renamed(text: &str, [kind_vi, kind_en]: [&str; 2], id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không còn {kind_vi} `{text}`: nay là `{id}`, theo `aliases` của nó"),
            format!("there is no {kind_en} `{text}` any more: by its `aliases` it is `{id}` now"),
        ),
        Words::new(format!("Viết `{id}`."), format!("Write `{id}`.")),
    ]
}

/// The same of a kind of which there is no entry at all: told once, with the first `place` that
/// names one and how many `others` do.
pub(crate) fn words_of_none(
    id: &str,
    [kind_vi, kind_en]: [&str; 2],
    place: &str,
    others: usize,
    home: &str,
) -> [Words; 2] {
    let (more_vi, more_en) = match others {
        0 => (String::new(), String::new()),
        _ => (format!(", và {others} chỗ nữa cũng vậy"), format!(", and {others} more do so")),
    };
    [
        Words::new(
            format!("Chưa có {kind_vi} nào, mà {place} nhắc đến `{id}`{more_vi}"),
            format!("there is no {kind_en} at all, and {place} names `{id}`{more_en}"),
        ),
        Words::new(
            format!("Thêm `{id}` vào {home}; nếu chỗ đó bị mất hoặc bị xoá trắng thì lấy lại bản trước."),
            format!("Add `{id}` to {home}; if that was lost or emptied, bring back what it was."),
        ),
    ]
}

/// Of a word that says for whom something is, below another `key` than where it belongs; that is
/// `better`, or none where it is for all: it goes with the `comma` behind it.
pub(crate) fn words_of_scope(key: &str, text: &str, better: Option<&str>, comma: &str) -> [Words; 2] {
    let called = |key: &str| match key {
        "case" => ["trường hợp", "case"],
        "channel" => ["cách nộp", "channel"],
        "source" => ["nguồn", "source"],
        _ => ["cơ quan", "agency"],
    };
    let [vi, en] = called(key);
    let Some(better) = better else {
        return [
            Words::new(
                format!("Không có {vi} `{text}`: không ghi `{key}` là cho tất cả"),
                format!("there is no {en} `{text}`: without `{key}` it is for all"),
            ),
            Words::new(format!("Xoá `{key}: {text}{comma}`."), format!("Delete `{key}: {text}{comma}`.")),
        ];
    };
    let [meant_vi, meant_en] = called(better);
    [
        Words::new(
            format!("`{text}` là {meant_vi}, không phải {vi}"),
            format!("`{text}` is a {meant_en} and no {en}").replace("a agency", "an agency"),
        ),
        Words::new(format!("Viết `{better}: {text}`."), format!("Write `{better}: {text}`.")),
    ]
}

/// Of two values that stand below the keys of each other: each key with the value that belongs there.
pub(crate) fn words_of_swapped([key, text]: [&str; 2], [other, its]: [&str; 2]) -> [Words; 2] {
    [
        Words::new(
            format!("Giá trị của `{key}` và `{other}` đổi chỗ cho nhau"),
            format!("the values of `{key}` and `{other}` have changed places"),
        ),
        Words::new(
            format!("Viết `{key}: {text}` và `{other}: {its}`."),
            format!("Write `{key}: {text}` and `{other}: {its}`."),
        ),
    ]
}

/// Of a question in the place of its `answers`.
pub(crate) fn words_of_question(text: &str, answers: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` là câu hỏi; ở đây cần mã câu trả lời"),
            format!("`{text}` is a question; here belongs the id of an answer"),
        ),
        Words::new(format!("Viết một trong: {answers}."), format!("Write one of: {answers}.")),
    ]
}

/// Of a way of applying for which there is a row and that the record does not have, or no way at all.
pub(crate) fn words_of_channel(kind: &str, is_first: bool) -> [Words; 2] {
    let add = if is_first { format!("channels: [{{kind: {kind}}}]") } else { format!("- {{kind: {kind}}}") };
    let (below_vi, below_en) = if is_first { ("", "") } else { (" vào `channels`", " to `channels`") };
    [
        Words::new(
            format!("Không trang nào hiện dòng này: bản ghi không có cách nộp `{kind}`"),
            format!("no page shows this row: the record has no channel `{kind}`"),
        ),
        Words::new(
            format!("Thêm `{add}`{below_vi}, hoặc xoá dòng này."),
            format!("Add `{add}`{below_en}, or delete this row."),
        ),
    ]
}
