//! `new`: a starter file in its place.

use std::path::Path;

use clap::ValueEnum;

use super::context::Context;
use super::starter::{Wanted, is_prose, named, starters};
use super::usage::did_you_mean;
use super::{Outcome, terminal};
use crate::check::check;
use crate::diagnostic::{Diagnostic, Language, Severity, text};
use crate::error::{Error, Result};
use crate::model::Id;
use crate::source::{SourceFile, Sources};
use crate::text::nfc;
use crate::write::add_all;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to begin.
    #[arg(value_enum)]
    kind: Kind,
    /// Its title; the id is made from it. An id will do as well.
    name: String,
    /// The procedure's field; else the first in `content/fields.yaml`.
    #[arg(long, value_name = "ID")]
    field: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    Procedure,
    Agency,
    Office,
    Journey,
    Choice,
    Page,
}

const FIELDS: &str = "content/fields.yaml";

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    context.speaks_text("new")?;
    let sources = read(context)?;
    let language = context.language();
    // A title that was pasted may have line breaks in it.
    let words: Vec<&str> = args.name.split_whitespace().collect();
    let title = nfc(&words.join(" ")).into_owned();
    let Some(id) = Id::of_title(&title) else {
        return Err(Error::Usage(match language {
            Language::Vi => format!(
                "“{title}” không cho được mã nào; hãy viết một tên có chữ cái, khác các tên Windows giữ riêng (con, nul, aux…)"
            ),
            Language::En => format!(
                "“{title}” gives no id; write a title with letters in it that Windows does not keep for itself (con, nul, aux …)"
            ),
        }));
    };
    if let Some(path) = taken(args.kind, &id, &sources) {
        return Err(Error::Usage(match language {
            Language::Vi => format!("đã có `{id}` ở `{path}`; chọn tên khác, hoặc sửa tệp đó"),
            Language::En => format!("`{id}` exists in `{path}`; choose another title, or edit that file"),
        }));
    }
    let as_of = context.as_of(&sources)?;
    let (catalogue, before) = check(&sources, as_of);
    let field = match &args.field {
        Some(typed) => match catalogue.fields.iter().find(|it| it.id.as_str() == typed) {
            Some(field) => Some(&field.id),
            None => {
                return Err(Error::Usage(no_field(
                    typed,
                    catalogue.fields.iter().map(|it| &it.id),
                    language,
                )));
            }
        },
        None if args.kind == Kind::Procedure
            && catalogue.fields.is_empty()
            && sources.file(FIELDS).is_some() =>
        {
            return Err(Error::Usage(match language {
                Language::Vi => {
                    format!("{FIELDS} chưa có lĩnh vực nào dùng được; `thutuc check` chỉ ra chỗ cần sửa")
                }
                Language::En => format!("{FIELDS} has no field that can be used; `thutuc check` shows why"),
            }));
        }
        None => None,
    };
    // Only an id was typed: the title is for people to put in.
    let title = if title == id.as_str() { placeholder(args.kind, language) } else { &title };
    let wanted = Wanted { kind: args.kind, id: &id, title, field, language };
    let files = starters(&wanted, &catalogue, &sources);

    // A starter that the catalogue would not take is never written.
    let mut after = sources.clone();
    after.files.extend(files.iter().cloned());
    after.files.sort_by(|a, b| a.path.cmp(&b.path));
    let (_, report) = check(&after, as_of);
    let is_error = |it: &&Diagnostic| it.rule.severity == Severity::Error;
    let caused: Vec<Diagnostic> = (report.diagnostics.iter().filter(is_error))
        .filter(|it| !before.diagnostics.contains(it))
        .cloned()
        .collect();
    if !caused.is_empty() {
        // Of a file that is not there nobody is told a line, or to rename it.
        let is_made = |it: &&Diagnostic| files.iter().any(|file| file.path == it.path);
        let (own, elsewhere): (Vec<_>, Vec<_>) = caused.into_iter().partition(|it| is_made(&it));
        terminal::say(&text(&elsewhere, &after, language, terminal::style()))?;
        let why = own.first().map(|it| it.message.get(language));
        return Err(Error::Usage(refused(&files[0].path, why, language)));
    }
    add_all(context.root(), files.iter().map(|it| (&*it.path, &*it.text)))?;
    if !context.is_quiet() {
        terminal::say(&told(args.kind, context.root(), &files, language))?;
    }
    Ok(Outcome::Done)
}

/// The site so far; nothing yet is a site too, unless one stands somewhere inside another.
fn read(context: &Context) -> Result<Sources> {
    match context.read() {
        Err(Error::NoSite { root }) => {
            let above = root.canonicalize().map_err(Error::reading(&root))?;
            let site = above.ancestors().skip(1).find(|it| it.join("site.toml").is_file());
            match site {
                Some(site) => Err(Error::Usage(inside(site, context.language()))),
                None => Ok(Sources::default()),
            }
        }
        other => other,
    }
}

fn inside(site: &Path, language: Language) -> String {
    let site = site.display();
    match language {
        Language::Vi => {
            format!("thư mục này nằm trong trang `{site}`; hãy chạy lệnh ở đó, hoặc thêm `--root {site}`")
        }
        Language::En => {
            format!("this folder lies inside the site `{site}`; run it there, or add `--root {site}`")
        }
    }
}

/// `why` not in words if what is wrong stands in another file.
fn refused(path: &str, why: Option<&str>, language: Language) -> String {
    match language {
        Language::Vi => {
            let why = why.unwrap_or("có tệp đó thì danh mục có lỗi nêu trên");
            format!("không tạo `{path}`: {why}; đặt tên khác")
        }
        Language::En => {
            let why = why.unwrap_or("with it the catalogue would have the errors above");
            format!("`{path}` was not made: {why}; choose another title")
        }
    }
}

fn no_field<'a>(typed: &str, fields: impl Iterator<Item = &'a Id>, language: Language) -> String {
    let fields: Vec<&str> = fields.map(Id::as_str).collect();
    let (known, meant) = (fields.join(", "), did_you_mean(typed, fields, language));
    match language {
        Language::Vi => format!("không có lĩnh vực `{typed}`{meant}; content/fields.yaml có: {known}"),
        Language::En => format!("there is no field `{typed}`{meant}; content/fields.yaml has: {known}"),
    }
}

/// Where an entry of that kind and id is already: wherever a procedure lies, in either of its forms.
fn taken<'a>(kind: Kind, id: &Id, sources: &'a Sources) -> Option<&'a str> {
    let is_entry = |it: &&SourceFile| kind == Kind::Page || !is_prose(it);
    named(kind, id, sources).find(is_entry).map(|it| &*it.path)
}

fn placeholder(kind: Kind, language: Language) -> &'static str {
    let [vi, en] = match kind {
        Kind::Procedure => ["Chưa đặt tên thủ tục", "Procedure without a title"],
        Kind::Agency => ["Chưa đặt tên cơ quan", "Agency without a title"],
        Kind::Office => ["Chưa đặt tên nơi nộp", "Office without a title"],
        Kind::Journey => ["Chưa đặt tên tình huống", "Journey without a title"],
        Kind::Choice => ["Chưa đặt tên các câu hỏi", "Questions without a title"],
        Kind::Page => ["Chưa đặt tên trang", "Page without a title"],
    };
    if language == Language::Vi { vi } else { en }
}

fn told(kind: Kind, root: &Path, files: &[SourceFile], language: Language) -> String {
    let name = |it: &SourceFile| {
        let path = if root == Path::new(".") { (*it.path).into() } else { root.join(&*it.path) };
        path.display().to_string()
    };
    let names: Vec<String> = files.iter().map(name).collect();
    let names = names.join("\n       ");
    let show = kind == Kind::Procedure;
    match language {
        Language::Vi => format!(
            "Đã tạo {names}\n\n\
             Việc tiếp theo:\n  \
             1. Mở tệp bằng VS Code hoặc Notepad, điền theo lời giải thích trong tệp.\n  \
             2. thutuc serve   xem trước trong trình duyệt, lỗi hiện ngay trên trang\n  \
             3. {}\n",
            if show {
                "Xong thì xoá dòng `status: draft` để thủ tục hiện trên trang."
            } else {
                "thutuc check   phải không còn lỗi trước khi xuất bản"
            }
        ),
        Language::En => format!(
            "Made   {names}\n\n\
             What to do next:\n  \
             1. Open the file in an editor and fill it in; it explains itself.\n  \
             2. thutuc serve   preview in a browser, mistakes are shown on the page\n  \
             3. {}\n",
            if show {
                "Remove the line `status: draft` to show the procedure."
            } else {
                "thutuc check   must find no error before you publish"
            }
        ),
    }
}
