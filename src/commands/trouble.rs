//! Why we could not work, in the language of whoever asked.

use std::error::Error as _;
use std::fmt::Write as _;
use std::io::ErrorKind;

use super::context::Context;
use super::{Format, report, terminal};
use crate::check;
use crate::diagnostic::{self, Language, Report, Style, Words};
use crate::error::{Error, Refused};
use crate::source::{Fault, Sources};

/// A fault of a file is told as those of the content are, to programs too.
pub(super) fn tell(context: &Context, error: &Error) {
    if let Error::Fault(fault) = error
        && context.format() != Format::Text
    {
        let report = Report { diagnostics: vec![check::fault(fault)] };
        if report::print(context, &report, &of_fault(fault), 0).is_ok() {
            return;
        }
    }
    terminal::complain(&text(error, context.language()));
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
    if let Error::Output { why, .. } = error {
        let words = help(why);
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
        Refused::Foreign => "trong đó có tệp không do lần dựng nào tạo ra",
        Refused::Manifest => "danh sách các tệp đã dựng ở đó bị hỏng, hoặc là của chương trình khác",
        Refused::NotOurs => "đã có tệp ở đó, và tệp ấy không do chương trình này tạo ra",
        Refused::Outside => "đường dẫn không nằm trong thư mục của trang",
        Refused::Twice => "hai trang cùng muốn là tệp này",
        Refused::NoFolderOfSite => "đó không phải thư mục của trang ở ngoài `content`",
    };
    words.to_owned()
}

/// What to do where a place is not written to.
fn help(why: &Refused) -> Words {
    match why {
        Refused::RootOfDisk | Refused::HoldsSite | Refused::Source(_) | Refused::Outside => Words::new(
            "Chọn thư mục khác: `--output THƯ_MỤC`, hoặc `output` trong site.toml.",
            "Choose another folder: `--output DIR`, or `output` in site.toml.",
        ),
        Refused::NoWay => Words::new("Tạo thư mục còn thiếu.", "Make the folder that is missing."),
        Refused::Link => Words::new(
            "Xóa liên kết đó, hoặc chọn thư mục mà nó dẫn tới.",
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
    let known = match (kind, language) {
        (Some(ErrorKind::NotFound), Language::Vi) => "không có tệp hoặc thư mục này",
        (Some(ErrorKind::PermissionDenied), Language::Vi) => "không có quyền",
        (Some(ErrorKind::AddrInUse), Language::Vi) => "cổng này đang có chương trình khác dùng",
        (Some(ErrorKind::StorageFull), Language::Vi) => "ổ đĩa đã đầy",
        (Some(ErrorKind::ReadOnlyFilesystem), Language::Vi) => "ổ đĩa chỉ cho đọc",
        (Some(ErrorKind::IsADirectory), Language::Vi) => "đó là một thư mục, không phải tệp",
        _ => return words,
    };
    format!("{known} ({words})")
}
