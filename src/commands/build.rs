//! `build`: the site into its output folder, all of it or nothing.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::{Format, Outcome, report, terminal};
use crate::diagnostic::Language;
use crate::error::Result;
use crate::pipeline;
use crate::write::{Repair, Written, place, write};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where the site is put; else as `site.toml` says.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    let sources = context.read()?;
    let out = match &args.output {
        // As typed, so from where one stands and not from the site.
        Some(typed) => place(context.root(), &std::path::absolute(typed).unwrap_or_else(|_| typed.clone()))?,
        None => place(context.root(), Path::new(&sources.config.output))?,
    };
    let built = pipeline::build(&sources, context.as_of(&sources.config)?)?;
    report::print(context, &built.report, &sources, built.catalogue.procedures.len());
    if built.report.has_errors() {
        if context.format() == Format::Text && !context.is_quiet() {
            terminal::say(kept(context.language()));
        }
        return Ok(Outcome::Found);
    }
    let written = write(&built.files, &out)?;
    if context.format() == Format::Text && !context.is_quiet() {
        terminal::say(&told(&written, &out, context.language()));
    }
    Ok(Outcome::Done)
}

fn kept(language: Language) -> &'static str {
    match language {
        Language::Vi => "Chưa ghi gì: trang đã xuất bản lần trước vẫn giữ nguyên cho đến khi hết lỗi.\n",
        Language::En => {
            "Nothing was written: the site published before stays as it is until the errors are gone.\n"
        }
    }
}

fn told(written: &Written, out: &Path, language: Language) -> String {
    let Written { changed, unchanged, removed, repaired } = written;
    let out = out.display();
    let before = match (repaired, language) {
        (None, _) => "",
        (Some(Repair::PutBack), Language::Vi) => {
            "Lần dựng trước bị ngắt giữa chừng; đã đặt lại trang cũ rồi mới dựng tiếp.\n"
        }
        (Some(Repair::PutBack), Language::En) => {
            "An earlier build was cut off; the old site was put back before this one.\n"
        }
        (Some(Repair::ClearedAway), Language::Vi) => {
            "Lần dựng trước bị ngắt giữa chừng; đã dọn phần còn lại.\n"
        }
        (Some(Repair::ClearedAway), Language::En) => {
            "An earlier build was cut off; what it left is cleared away.\n"
        }
    };
    match language {
        Language::Vi => format!(
            "{before}Đã dựng trang vào {out}: {changed} tệp mới hoặc đổi, {unchanged} tệp giữ nguyên, {removed} tệp bỏ đi.\n"
        ),
        Language::En => format!(
            "{before}Built the site in {out}: {changed} files new or changed, {unchanged} kept, {removed} removed.\n"
        ),
    }
}
