//! `build`: the site into its output folder, all of it or nothing.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::progress::{self, Progress};
use super::{Format, Outcome, report, terminal};
use crate::diagnostic::Language;
use crate::error::{Error, Refused, Result};
use crate::output::Stage;
use crate::pipeline;
use crate::write::{Repair, Staging, Written, place};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where the site is put; else as `site.toml` says.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// A copy that works from a folder or a memory stick, without a host or a network.
    #[arg(long, requires = "output")]
    portable: bool,
    /// Say what each stage took, on standard error.
    #[arg(long)]
    timings: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    let watched = context.format() == Format::Text && !context.is_quiet();
    let progress = Progress::begin(context.language(), watched);
    let mut sources = context.read()?;
    sources.config.portable = args.portable;
    progress.found(sources.files.len() + sources.forms.len());
    let out = match &args.output {
        // As typed, so from where one stands and not from the site.
        Some(typed) => place(context.root(), &std::path::absolute(typed).unwrap_or_else(|_| typed.clone()))?,
        None => place(context.root(), Path::new(&sources.config.output))?,
    };
    let published = place(context.root(), Path::new(&sources.config.output));
    if args.portable && published.is_ok_and(|it| it == out) {
        return Err(Error::Output { path: out, why: Refused::Published });
    }
    let as_of = context.as_of(&sources)?;
    let says = |words: &str| {
        if watched { terminal::say(words) } else { Ok(()) }
    };
    let staging = Staging::open(&out)?;
    if let Some(repair) = staging.repaired {
        says(repaired(repair, context.language()))?;
    }
    let built = pipeline::build(&sources, as_of, &progress.over(&staging))?;
    progress.clear();
    progress.enter(Stage::Report, built.report.diagnostics.len());
    report::print(context, &built.report, &sources, built.catalogue.procedures.len())?;
    if built.report.has_errors() {
        says(kept(staging.has_site(), context.language()))?;
        return Ok(Outcome::Found);
    }
    progress.enter(Stage::Publish, 1);
    let written = staging.publish()?;
    let timings = progress.end();
    says(&told(&written, &out, context.language()))?;
    // The program ends: the system takes back in one piece what would be freed bit by bit.
    std::mem::forget((built, sources));
    if args.timings {
        terminal::complain(&match context.format() {
            Format::Json => progress::json(&timings),
            _ => progress::text(&timings, context.language()),
        });
    }
    Ok(Outcome::Done)
}

fn kept(has_site: bool, language: Language) -> &'static str {
    match (has_site, language) {
        (true, Language::Vi) => {
            "Chưa ghi gì: trang đã xuất bản lần trước vẫn giữ nguyên cho đến khi hết lỗi.\n"
        }
        (true, Language::En) => {
            "Nothing was written: the site published before stays as it is until the errors are gone.\n"
        }
        (false, Language::Vi) => "Chưa ghi gì, và chưa có trang nào: trang được dựng khi hết lỗi.\n",
        (false, Language::En) => {
            "Nothing was written, and there is no site yet: it is built when the errors are gone.\n"
        }
    }
}

fn repaired(repair: Repair, language: Language) -> &'static str {
    match (repair, language) {
        (Repair::Finished, Language::Vi) => {
            "Lần dựng trước bị ngắt khi đang thay trang; đã thay nốt cho trọn.\n"
        }
        (Repair::Finished, Language::En) => {
            "An earlier build was cut off while it put its site in place; that is now done.\n"
        }
        (Repair::ClearedAway, Language::Vi) => "Lần dựng trước bị ngắt giữa chừng; đã dọn phần còn lại.\n",
        (Repair::ClearedAway, Language::En) => {
            "An earlier build was cut off; what it left is cleared away.\n"
        }
    }
}

fn told(written: &Written, out: &Path, language: Language) -> String {
    let Written { changed, unchanged, removed } = written;
    let out = out.display();
    match language {
        Language::Vi => format!(
            "Đã dựng trang vào {out}: {changed} tệp mới hoặc đổi, {unchanged} tệp giữ nguyên, {removed} tệp bỏ đi.\n"
        ),
        Language::En => format!(
            "Built the site in {out}: {changed} files new or changed, {unchanged} kept, {removed} removed.\n"
        ),
    }
}
