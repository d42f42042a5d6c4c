#![doc = include_str!("idle_mark.md")]

use super::REPEATED;
use crate::diagnostic::{Rule, Severity, Words};
use crate::model::Id;

pub const RULE: Rule = Rule {
    code: "C423",
    name: "idle-mark",
    severity: Severity::Warning,
    explanation: include_str!("idle_mark.md"),
};

/// A mark as it stands, and what was meant by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    Item,
    Heading,
    Numbered,
    /// Lines that begin `a)` or `Bước 1:` and stand in one paragraph.
    Lettered,
    /// Code that does not end.
    OpenCode,
    Link,
    Bold,
    /// Bold words that do not end.
    OpenBold,
    Italic,
    /// Italic words that do not end.
    OpenItalic,
    /// A comment that does not end.
    Note,
    /// `[[cap-dien|Cấp điện]]`
    Wiki,
    /// `[^1]`
    Footnote,
    /// `- [ ]`
    Task,
    /// `> [!NOTE]`
    Callout,
    Table(Table),
}

/// A table that is none, by what it lacks; each with how many columns it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    /// The line of dashes is not right.
    Ruler(usize),
    /// There is no line of dashes.
    NoRuler(usize),
    /// There are no names above the line of dashes.
    Names(usize),
    /// An empty line parts the row from the others.
    Apart(usize),
}

/// The message and the help.
pub(crate) fn words(mark: &str, meant: Meant) -> [Words; 2] {
    let help = match meant {
        Meant::Table(table) => return words_of_table(table),
        Meant::Lettered => return words_of_lines(mark),
        Meant::OpenCode => return words_of_open_code(mark),
        Meant::Item => Words::new(
            "Viết `- ` ở đầu mỗi mục, và chừa một dòng trống phía trên mục đầu.",
            "Begin each item with `- `, and leave an empty line above the first.",
        ),
        Meant::Heading => Words::new(
            format!("Viết `{mark} `: sau dấu thăng gõ một dấu cách."),
            format!("Write `{mark} `, with a space."),
        ),
        Meant::Numbered => Words::new(
            format!("Viết `{mark} `: sau mỗi số thứ tự gõ một dấu cách."),
            format!("Write `{mark} `: each number has a space behind it."),
        ),
        Meant::Link => Words::new(
            "Viết liền `](`, như `[Tên trang](https://…)`, trong địa chỉ không có dấu cách.",
            "Write `](` without a space, like `[Name](https://…)`, and none within the address.",
        ),
        Meant::Bold => Words::new(
            "Viết dấu sát chữ bên trong và cách chữ bên ngoài, như `**Lưu ý:** gọi trước`.",
            "Write the marks right at the bold words and apart from the others, like `**Note:** call first`.",
        ),
        Meant::OpenBold => Words::new(
            "Thêm `**` vào cuối chữ đậm, như `**Lưu ý:** gọi trước`.",
            "Add `**` where the bold words end, like `**Note:** call first`.",
        ),
        Meant::Italic => Words::new(
            format!(
                "Viết dấu sát chữ nghiêng ở cả hai đầu, như `{mark}Lưu ý{mark}`; muốn hiện dấu này thì viết `\\{mark}`."
            ),
            format!(
                "Write the marks right at the italic words, like `{mark}Note{mark}`, or `\\{mark}` if it is to be shown."
            ),
        ),
        Meant::OpenItalic => Words::new(
            format!(
                "Thêm `{mark}` vào cuối chữ nghiêng, như `{mark}Lưu ý{mark}`; muốn hiện dấu này thì viết `\\{mark}`."
            ),
            format!(
                "Add `{mark}` where the italic words end, like `{mark}Note{mark}`, or write `\\{mark}` if it is to be shown."
            ),
        ),
        Meant::Wiki => words_of_wiki(mark),
        Meant::Footnote => Words::new(
            format!(
                "Ghi lời chú thích trong ngoặc đơn ngay tại đây, thay cho `{mark}`; xoá dòng `{mark}: …`."
            ),
            format!(
                "Write the note itself in brackets here in the place of `{mark}`, and delete the line `{mark}: …`."
            ),
        ),
        Meant::Task => Words::new(
            format!("Xoá `{mark}`, giữ `- ` ở đầu mục; muốn hiện ô để đánh dấu thì viết `☐`."),
            format!("Delete `{mark}` and keep `- `, or write `☐` if a box is to be shown."),
        ),
        Meant::Callout => Words::new(
            "Xoá dòng này, rồi viết `**Lưu ý:**` ở đầu dòng dưới.",
            "Delete this line, and begin the next with `**Note:**`.",
        ),
        Meant::Note => Words::new(
            "Xoá cả ghi chú: việc còn phải hỏi thì ghi ở nơi khác.",
            "Delete all of this note; keep what is still to be asked elsewhere.",
        ),
    };
    [
        Words::new(
            format!("Trang sẽ hiện nguyên `{mark}`: Markdown không hiểu dấu này ở đây"),
            format!("pages will show `{mark}` as it stands: here it is no mark of Markdown"),
        ),
        help,
    ]
}

fn words_of_lines(mark: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Các dòng từ `{mark}` sẽ dính thành một đoạn trên trang"),
            format!("the lines from `{mark}` on will run together on the page"),
        ),
        Words::new(
            format!("Thêm `- ` ở đầu mỗi dòng, như `- {mark} …`, và chừa một dòng trống phía trên dòng đầu."),
            format!("Begin each line with `- `, like `- {mark} …`, and leave an empty line above the first."),
        ),
    ]
}

fn words_of_open_code(mark: &str) -> [Words; 2] {
    let fence = if mark.starts_with('~') { "~~~" } else { "```" };
    [
        Words::new(
            "Khối mã mở ở dòng này không có dòng đóng: từ đây đến hết bài, chữ sẽ hiện nguyên như gõ",
            "no line closes the code that begins here: all that follows is shown as it was typed",
        ),
        Words::new(
            format!("Xoá dòng này; nếu cần khối mã thì thêm một dòng {fence} ở cuối khối."),
            format!("Delete this line, or add a line {fence} where the code ends."),
        ),
    ]
}

/// The link to type for `[[cap-dien]]` or `[[cap-dien|Cấp điện]]`.
fn words_of_wiki(mark: &str) -> Words {
    let inner = mark.trim_matches(['[', ']']);
    let (to, name) = inner.split_once('|').unwrap_or((inner, inner));
    if let Ok(id) = to.trim().parse::<Id>() {
        let link = format!("[{}]({id}.yaml)", name.trim());
        return Words::new(format!("Viết `{link}`."), format!("Write `{link}`."));
    }
    let link = format!("[{}](…)", name.trim());
    Words::new(
        format!("Viết `{link}`, trong ngoặc tròn là đường dẫn tới tệp hoặc địa chỉ `https://…`."),
        format!("Write `{link}` with the way to the file or an address `https://…` in the brackets."),
    )
}

fn words_of_table(table: Table) -> [Words; 2] {
    // Nobody types more of them by hand.
    let ruler = |columns: usize| format!("|{}", " --- |".repeat(columns.min(REPEATED / 6)));
    let (vi, en, help) = match table {
        Table::Ruler(columns) => {
            let ruler = ruler(columns);
            let help = Words::new(format!("Viết dòng này thành `{ruler}`."), format!("Write `{ruler}`."));
            ("Dòng gạch của bảng không đúng", "the table's line of dashes is not right", help)
        }
        Table::NoRuler(columns) => {
            let ruler = ruler(columns);
            let help = Words::new(
                format!("Thêm dòng `{ruler}` ngay dưới dòng này, là dòng tên cột."),
                format!("Add `{ruler}` right below this line, which has the names of columns."),
            );
            ("Bảng thiếu dòng gạch", "the table has no line of dashes", help)
        }
        Table::Names(columns) => {
            let names = |name: &str| format!("|{}", format!(" {name} |").repeat(columns.min(REPEATED / 12)));
            let help = Words::new(
                format!("Thêm ngay phía trên một dòng tên cột, như `{}`.", names("Tên cột")),
                format!("Add the names of columns right above, like `{}`.", names("Name")),
            );
            ("Bảng thiếu dòng tên cột", "the table has no names of columns", help)
        }
        Table::Apart(columns) => {
            let ruler = ruler(columns);
            let help = Words::new(
                format!(
                    "Xoá dòng trống phía trên; nếu là bảng khác thì thêm dòng `{ruler}` ngay dưới dòng tên cột của nó."
                ),
                format!(
                    "Delete the empty line above; of another table, add `{ruler}` right below its names of columns."
                ),
            );
            ("Hàng này bị dòng trống tách khỏi bảng", "an empty line parts this row from its table", help)
        }
    };
    [
        Words::new(
            format!("{vi}: trang sẽ hiện nguyên các dấu `|`"),
            format!("{en}: pages will show its `|` as they stand"),
        ),
        help,
    ]
}
