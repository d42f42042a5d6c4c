#![doc = include_str!("bad_setting.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C128",
    name: "bad-setting",
    severity: Severity::Error,
    explanation: include_str!("bad_setting.md"),
};

/// The message and the help for an address of the site that is none.
pub(crate) fn words_of_address(address: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{address}` không phải địa chỉ của một trang"),
            format!("`{address}` is not the address of a site"),
        ),
        Words::new(
            "Viết dạng `https://thutuc.ten-mien.vn`, có thể kèm thư mục: chỉ chữ, chữ số, `-`, `_`, `.`, `~`, không có `//` hay `..`.",
            "Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.",
        ),
    ]
}

/// The same of the address of a page of it; `folder` is where that page lies.
pub(crate) fn words_of_page(page: &str, folder: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{page}` là một trang, không phải nơi đặt cả trang web"),
            format!("`{page}` is a page, not where the whole site lies"),
        ),
        Words::new(format!("Viết `{folder}`."), format!("Write `{folder}`.")),
    ]
}

/// The message and the help for a host, with its port, that no browser could ask for.
pub(crate) fn words_of_host(host: &str) -> [Words; 2] {
    [
        Words::new(format!("Không có tên miền nào như `{host}`"), format!("no host is called `{host}`")),
        Words::new(
            "Viết dạng `thutuc.ten-mien.vn`: mỗi phần giữa hai dấu chấm có 1–63 chữ, số hay gạch nối, không bắt đầu hay kết thúc bằng gạch nối; không có dấu cách, không có `ten@`; cổng, nếu có, là `:1` đến `:65535`.",
            "Write it like `thutuc.domain.vn`: between dots 1–63 letters, digits or hyphens, no hyphen first or last; no space, no `name@`; the port, if any, is `:1` to `:65535`.",
        ),
    ]
}

/// The message and the help for an address, and what follows its `http://`, by which anybody between
/// the site and its reader may read and change the pages.
pub(crate) fn words_of_open_address(address: &str, rest: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{address}` không bắt đầu bằng https://"),
            format!("`{address}` does not begin with https://"),
        ),
        Words::new(
            format!("Viết `https://{rest}`; http:// chỉ để chạy thử ở localhost."),
            format!("Write `https://{rest}`; http:// is for trying it out on localhost alone."),
        ),
    ]
}

/// The message and the help for a value that is none of the few that `key` takes.
pub(crate) fn words_of_choice(key: &str, value: &str, known: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{key}` không nhận `{value}`"),
            format!("`{value}` is nothing that `{key}` takes"),
        ),
        Words::new(
            format!("Dùng một trong: {known}; hoặc bỏ dòng này."),
            format!("Use one of: {known}; or leave it out."),
        ),
    ]
}

/// The message and the help for what no host of an address can be.
pub(crate) fn words_of_pattern(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` trong `apply_hosts` không phải tên máy chủ"),
            format!("`{text}` in `apply_hosts` is not the name of a host"),
        ),
        Words::new(
            "Viết như `cskh.npc.com.vn`, hoặc `*.gov.vn` cho mọi máy chủ bên dưới: chữ thường, không có `https://`, cổng hay đường dẫn.",
            "Write it like `cskh.npc.com.vn`, or `*.gov.vn` for every host below: small letters, without `https://`, port or path.",
        ),
    ]
}

/// The message and the help for a rule that is silenced and nobody knows why.
pub(crate) fn words_of_reason(name: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không báo `{name}` mà không nêu lý do"),
            format!("`{name}` is allowed without a reason"),
        ),
        Words::new(format!("Viết lý do: `{name} = \"…\"`."), format!("Write the reason: `{name} = \"…\"`.")),
    ]
}

/// The message and the help for an error that nobody may overlook.
pub(crate) fn words_of_error(name: &str, code: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{name}` là lỗi không bỏ qua được: nội dung sẽ mất khỏi trang mà không ai hay"),
            format!("`{name}` is an error that cannot be allowed: content would be lost without a word"),
        ),
        Words::new(
            format!("Xoá `{name}` khỏi `allow`, rồi sửa mỗi chỗ mà {code} báo."),
            format!("Take `{name}` out of `allow`, then correct each place that {code} names."),
        ),
    ]
}

/// The message and the help for a site without a name.
pub(crate) fn words_of_title() -> [Words; 2] {
    [
        Words::new("Trang không có tên", "the site has no name"),
        Words::new("Viết tên trang vào `title`, hoặc bỏ dòng này.", "Write its name, or leave out `title`."),
    ]
}

/// The message and the help for a site that speaks no language.
pub(crate) fn words_of_no_language() -> [Words; 2] {
    [
        Words::new("`languages` không có thứ tiếng nào", "`languages` names no language"),
        Words::new("Viết `[\"vi\"]`, hoặc bỏ dòng này.", "Write `[\"vi\"]`, or leave it out."),
    ]
}

/// The message and the help for a language that the theme has no words of.
pub(crate) fn words_of_language(name: &str, known: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Giao diện không có lời của thứ tiếng `{name}`"),
            format!("the theme has no words of the language `{name}`"),
        ),
        Words::new(
            format!("Chọn trong: {known}; thứ tiếng khác thì giao diện cần tệp lời của nó ở `words`."),
            format!("Use one of: {known}; for any other the theme needs a file in `words`."),
        ),
    ]
}

/// The message and the help for a language that is named twice.
pub(crate) fn words_of_twice(name: &str) -> [Words; 2] {
    [
        Words::new(format!("`languages` ghi `{name}` hai lần"), format!("`languages` names `{name}` twice")),
        Words::new("Bỏ một.", "Leave out one."),
    ]
}

/// The message and the help for a file that is not UTF-8, of the theme too.
pub(crate) fn words_of_bytes(line: usize) -> [Words; 2] {
    [
        Words::new(format!("Dòng {line} không phải chữ UTF-8"), format!("line {line} is not UTF-8 text")),
        Words::new("Lưu lại tệp với bảng mã UTF-8.", "Save the file as UTF-8."),
    ]
}

/// The message and the help for what is no TOML; `detail` are the parser's own words.
pub(crate) fn words_of_toml(detail: &str) -> [Words; 2] {
    [
        Words::new("TOML sai cú pháp ở đây", format!("this is not TOML: {detail}")),
        Words::new(
            format!(
                "Mỗi dòng là `khoá = \"giá trị\"`: chữ nằm trong nháy kép đã đóng, danh sách trong `[…]`. Bộ đọc báo: {detail}."
            ),
            "Each line is `key = \"value\"`: text in double quotes that are closed, lists in `[…]`.",
        ),
    ]
}

/// Where it is known what the line should be.
pub(crate) fn help_of_line(line: &str) -> Words {
    Words::new(format!("Viết `{line}`."), format!("Write `{line}`."))
}

/// The message for a key that is not known where it stands.
pub(crate) fn words_of_key(key: &str, help: &Words) -> [Words; 2] {
    [
        Words::new(format!("Không có khoá `{key}` ở đây"), format!("there is no key `{key}` here")),
        help.clone(),
    ]
}

pub(crate) fn help_at_top(key: &str) -> Words {
    Words::new(
        format!("Chuyển `{key}` lên đầu tệp, trước mọi dòng `[…]`."),
        format!("Move `{key}` to the top of the file, before any line `[…]`."),
    )
}

pub(crate) fn help_in_table(key: &str, table: &str) -> Words {
    Words::new(
        format!("Chuyển `{key}` xuống dưới dòng `[{table}]`."),
        format!("Move `{key}` below `[{table}]`."),
    )
}

pub(crate) fn help_of_key(near: Option<&str>, known: &str) -> Words {
    match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(format!("Dùng một trong các khoá: {known}."), format!("Use one of: {known}.")),
    }
}

/// The message and the help for a key, or a table, that is there twice.
pub(crate) fn words_of_second_key() -> [Words; 2] {
    [
        Words::new("Khoá này đã có ở trên", "this key is there already"),
        Words::new("Gộp hai chỗ làm một.", "Make one of the two."),
    ]
}

/// The message and the help for a value of another kind; `expected` are the library's words.
pub(crate) fn words_of_type(expected: &str) -> [Words; 2] {
    let (vi, en) = match expected {
        "a boolean" => ("`true` hoặc `false`, không có nháy", "`true` or `false`, without quotes"),
        "a sequence" => ("danh sách: `[\"một\", \"hai\"]`", "a list: `[\"one\", \"two\"]`"),
        "a string" => ("chữ trong nháy kép", "text in double quotes"),
        it if it.starts_with('u') || it.starts_with('i') => {
            ("số nguyên từ 0, không có nháy", "a whole number, without quotes")
        }
        _ => ("các khoá dưới một dòng `[…]`", "keys below a line `[…]`"),
    };
    [
        Words::new("Giá trị này không đúng loại", "this value is of the wrong kind"),
        Words::new(format!("Ở đây cần {vi}."), format!("Write {en}.")),
    ]
}

/// The message and the help for a time zone that nobody knows.
pub(crate) fn words_of_zone(name: &str) -> [Words; 2] {
    [
        Words::new(format!("Không có múi giờ `{name}`"), format!("there is no time zone `{name}`")),
        Words::new(
            "Viết `Asia/Ho_Chi_Minh`, hoặc bỏ dòng này.",
            "Write `Asia/Ho_Chi_Minh`, or leave out `time_zone`.",
        ),
    ]
}

/// The message and the help for a theme that is no name.
pub(crate) fn words_of_theme_name() -> [Words; 2] {
    [
        Words::new("`theme` không phải tên một thư mục", "`theme` is not the name of a folder"),
        Words::new(
            "Viết tên một thư mục nằm trong `themes`, không có `/`; hoặc bỏ dòng này để dùng giao diện có sẵn.",
            "Write the name of one folder below `themes`, without `/`, or leave it out.",
        ),
    ]
}

/// The message and the help for a theme that is not there.
pub(crate) fn words_of_no_theme(name: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không có thư mục `themes/{name}`"),
            format!("there is no folder `themes/{name}`"),
        ),
        Words::new(
            "Sửa tên, tạo thư mục đó, hoặc bỏ dòng này để dùng giao diện có sẵn.",
            "Correct the name, make the folder, or leave out `theme` to have the default one.",
        ),
    ]
}

/// The message and the help for an output that is elsewhere.
pub(crate) fn words_of_output() -> [Words; 2] {
    [
        Words::new(
            "`output` không phải thư mục nằm trong thư mục của trang",
            "`output` is not a folder below the site's own",
        ),
        Words::new(
            "Viết tên như `public`, không có `..`; dựng ra nơi khác thì dùng `thutuc build --output`.",
            "Write a name such as `public`, without `..`; for another place use `thutuc build --output`.",
        ),
    ]
}

/// The message and the help for an output that would be put among what the site is made from.
pub(crate) fn words_of_origin(folder: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`output` nằm trong `{folder}`, nơi trang được dựng từ đó"),
            format!("`output` lies in `{folder}`, from which the site is made"),
        ),
        Words::new(
            "Viết tên một thư mục khác, như `public`; hoặc bỏ dòng này.",
            "Write the name of another folder, such as `public`, or leave it out.",
        ),
    ]
}
