//! Why we could not work, in the language of whoever asked.

use std::error::Error as _;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::process::ExitCode;

use super::terminal;
use crate::diagnostic::Language;
use crate::error::Error;

/// One line for what we were doing, one for each cause.
pub(super) fn text(error: &Error, language: Language) -> String {
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
        Error::Config { path, .. } => format!("`{}` có chỗ chưa đúng", path.display()),
        Error::Theme { template, .. } => format!("`{template}` của giao diện không dùng được"),
        Error::Output { path, why } => format!("không ghi vào `{}`: {why}", path.display()),
        Error::Busy { path } => format!("một lần dựng khác đang ghi vào `{}`", path.display()),
        Error::Listen { address, .. } => format!("không mở được cổng {address}"),
        Error::Watch { path, .. } => format!("không theo dõi được thay đổi trong `{}`", path.display()),
        Error::Usage(what) => what.clone(),
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

/// What clap says of the arguments: help and version are no mistakes.
pub(super) fn usage(error: &clap::Error, language: Language) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if language == Language::Vi {
        terminal::complain(
            "Lệnh gõ chưa đúng; `thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.\n",
        );
    }
    let _ = error.print();
    ExitCode::from(2)
}
