//! Why we could not work, in the language of whoever asked.

use std::error::Error as _;
use std::fmt::Write as _;
use std::io::ErrorKind;

use super::context::Context;
use super::{Format, report, terminal};
use crate::check;
use crate::diagnostic::{self, Language, Report, Style, Words, system_in_vietnamese};
use crate::error::{Error, Refused};
use crate::source::{Fault, Sources};

/// A fault of a file is told as those of the content are, to programs too; and those learn in their
/// form of whatever else it was.
pub(super) fn tell(context: &Context, error: &Error) {
    if let Error::Fault(fault) = error
        && context.format() != Format::Text
    {
        let report = Report { diagnostics: vec![check::fault(fault)] };
        if report::print(context, &report, &of_fault(fault), 0).is_ok() {
            return;
        }
    }
    let said = text(error, context.language());
    let in_form = match (error, context.format()) {
        // The form may be what was typed wrong.
        (Error::Usage(_), _) | (_, Format::Text) => None,
        (_, Format::Json) => Some(diagnostic::json_trouble(&said)),
        (_, Format::Sarif) => Some(diagnostic::sarif_trouble(&said)),
        (_, Format::Github) => Some(diagnostic::github_trouble(&said)),
    };
    if let Some(it) = in_form {
        // Where nobody reads it, the words below are all that can be said.
        let _ = terminal::say(&it);
    }
    terminal::complain(&said);
}

fn of_fault(fault: &Fault) -> Sources {
    Sources { config_file: fault.file.clone(), ..Sources::default() }
}

/// One line for what we were doing, one for each cause.
pub(super) fn text(error: &Error, language: Language) -> String {
    if let Error::Fault(fault) = error {
        return diagnostic::text(&[check::fault(fault)], &of_fault(fault), language, Style::Plain);
    }
    let (head, because) = match language {
        Language::Vi => ("lỗi", "vì"),
        Language::En => ("error", "because"),
    };
    let mut out = match language {
        Language::Vi => format!("{head}: {}\n", in_vietnamese(error)),
        Language::En => format!("{head}: {error}\n"),
    };
    let mut cause = error.source();
    while let Some(it) = cause {
        writeln!(out, "  {because}: {}", shown(it, language)).expect("a string takes any text");
        cause = it.source();
    }
    if let Some(words) = help(error) {
        let head = Words::new("cách sửa", "help");
        writeln!(out, "  = {}: {}", head.get(language), words.get(language))
            .expect("a string takes any text");
    }
    out
}

fn in_vietnamese(error: &Error) -> String {
    match error {
        Error::NoSite { root } => format!(
            "thư mục `{}` không có `site.toml` và cũng không có thư mục `content`; hãy chạy lệnh trong thư mục của trang, hoặc thêm `--root THƯ_MỤC`",
            root.display()
        ),
        Error::ReadFile { path, .. } => format!("không đọc được `{}`", path.display()),
        Error::WriteFile { path, .. } => format!("không ghi được `{}`", path.display()),
        Error::Fault(fault) => format!("`{}` có chỗ chưa đúng", fault.file.path),
        Error::Output { path, why } => format!("không ghi vào `{}`: {}", path.display(), refused(why)),
        Error::Busy { path } => format!("một lần dựng khác đang ghi vào `{}`", path.display()),
        Error::Listen { address, .. } => format!("không mở được cổng {address}"),
        Error::Watch { path, .. } => format!("không theo dõi được thay đổi trong `{}`", path.display()),
        Error::Usage(what) => what.clone(),
    }
}

fn refused(why: &Refused) -> String {
    let words = match why {
        Refused::RootOfDisk => "đó là gốc của ổ đĩa",
        Refused::NoWay => "đường dẫn đi qua một thư mục không có",
        Refused::HoldsSite => "thư mục của chính trang sẽ bị mất",
        Refused::Source(name) => return format!("`{name}` là nơi trang được dựng từ đó"),
        Refused::Link => "đó là liên kết tới một thư mục khác",
        Refused::File => "đó là một tệp",
        Refused::Published => "trang xuất bản ở đó, bản mang đi sẽ đè lên",
        Refused::Foreign => "trong đó có tệp không do lần dựng nào tạo ra",
        Refused::Manifest => "danh sách các tệp đã dựng ở đó bị hỏng, hoặc là của chương trình khác",
        Refused::NotOurs => "đã có tệp ở đó, và tệp ấy không do chương trình này tạo ra",
        Refused::Outside => "đường dẫn không nằm trong thư mục của trang",
        Refused::Twice => "hai trang cùng muốn là tệp này",
        Refused::NoFolderOfSite => {
            "đó không phải một thư mục của trang nằm ngoài nơi chứa nội dung, giao diện và nơi xuất bản"
        }
    };
    words.to_owned()
}

/// What to do about it, where the words above do not say it.
fn help(error: &Error) -> Option<Words> {
    let (source, is_reading) = match error {
        Error::Output { why, .. } => return Some(help_of_refused(why)),
        Error::Busy { .. } => {
            return Some(Words::new(
                "Chờ lần đó xong rồi chạy lại.",
                "Wait until it is done, then run this again.",
            ));
        }
        Error::Listen { .. } => {
            return Some(Words::new("Chọn cổng khác: `--port 4500`.", "Choose another port: `--port 4500`."));
        }
        Error::ReadFile { source, .. } => (source, true),
        Error::WriteFile { source, .. } => (source, false),
        _ => return None,
    };
    Some(match source.kind() {
        ErrorKind::PermissionDenied if is_reading => Words::new(
            "Cho tài khoản đang dùng quyền đọc tệp và các thư mục chứa nó.",
            "Give your account the right to read it and the folders that hold it.",
        ),
        ErrorKind::PermissionDenied => Words::new(
            "Cho tài khoản đang dùng quyền ghi vào thư mục chứa nó, hoặc ghi vào thư mục khác.",
            "Give your account the right to write to the folder that holds it, or write to another.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Words::new(
            "Xoá bớt tệp trên ổ đĩa đó rồi chạy lại.",
            "Remove files from that disk, then run this again.",
        ),
        ErrorKind::ReadOnlyFilesystem => Words::new("Ghi vào một ổ đĩa khác.", "Write to another disk."),
        ErrorKind::ResourceBusy => Words::new(
            "Một ổ đĩa được gắn ở đó, hoặc chương trình khác đang giữ nó; ghi vào một thư mục nằm trong đó.",
            "A disk is mounted there, or another program holds it; write to a folder in it.",
        ),
        ErrorKind::NotADirectory => Words::new(
            "Một phần của đường dẫn là tệp; hãy ghi tên thư mục.",
            "A part of the path is a file; give the name of a folder.",
        ),
        ErrorKind::AlreadyExists => help_of_refused(&Refused::File),
        ErrorKind::InvalidFilename => Words::new("Chọn tên ngắn hơn.", "Choose a shorter name."),
        _ => return None,
    })
}

/// What to do where a place is not written to.
fn help_of_refused(why: &Refused) -> Words {
    match why {
        Refused::RootOfDisk | Refused::HoldsSite | Refused::Source(_) | Refused::Outside => Words::new(
            "Chọn thư mục khác: `--output THƯ_MỤC`, hoặc `output` trong site.toml.",
            "Choose another folder: `--output DIR`, or `output` in site.toml.",
        ),
        Refused::Published => Words::new(
            "Chọn thư mục khác, như `--output usb`.",
            "Choose another folder, such as `--output usb`.",
        ),
        Refused::NoWay => Words::new("Tạo thư mục còn thiếu.", "Make the folder that is missing."),
        Refused::Link => Words::new(
            "Xoá liên kết đó, hoặc chọn thư mục mà nó dẫn tới.",
            "Remove the link, or choose the folder that it leads to.",
        ),
        Refused::File | Refused::NotOurs => {
            Words::new("Chuyển tệp đó đi, hoặc chọn tên khác.", "Move the file away, or choose another name.")
        }
        Refused::Foreign => Words::new(
            "Chuyển các tệp đó đi, hoặc chọn thư mục khác: `--output THƯ_MỤC`.",
            "Move the files away, or choose another folder: `--output DIR`.",
        ),
        Refused::Manifest => {
            Words::new("Chuyển thư mục đó đi rồi dựng lại.", "Move the folder away and build again.")
        }
        Refused::Twice => Words::new(
            "Đổi mã, tên tệp hoặc địa chỉ cũ của một trong hai.",
            "Change the id, the name of the file or the earlier address of one of the two.",
        ),
        Refused::NoFolderOfSite => {
            Words::new("Chọn một thư mục như `schemas`.", "Choose a folder such as `schemas`.")
        }
    }
}

/// The system's words, except the few that everybody meets.
fn shown(cause: &(dyn std::error::Error + 'static), language: Language) -> String {
    let words = cause.to_string();
    let kind = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    let known = kind.and_then(system_in_vietnamese).filter(|_| language == Language::Vi);
    known.map_or(words.clone(), |it| format!("{it} ({words})"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn what_anybody_may_meet_on_a_disk_comes_with_a_way_out() {
        for kind in [
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::ResourceBusy,
        ] {
            let error = Error::writing(Path::new("public"))(kind.into());
            for (language, help) in [(Language::Vi, "  = cách sửa: "), (Language::En, "  = help: ")] {
                assert!(text(&error, language).contains(help), "{kind}");
            }
        }
        let address = "127.0.0.1:4400".to_owned();
        let taken = std::io::Error::from(ErrorKind::AddrInUse);
        for error in [Error::Busy { path: "public".into() }, Error::Listen { address, source: taken.into() }]
        {
            assert!(text(&error, Language::Vi).contains("  = cách sửa: "), "{error}");
        }
    }
}
