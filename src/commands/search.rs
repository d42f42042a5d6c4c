//! `search`: asks the index of a built site, as a reader would in a browser.

use std::fmt::Write as _;
use std::fs;
use std::io::BufRead as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::json;

use super::context::Context;
use super::{Outcome, terminal};
use crate::diagnostic::{Language, Words};
use crate::error::{Error, Result};
use crate::search::{Answer, Card, Named, Searcher, Signpost};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What a reader types.
    #[arg(required_unless_present = "json_lines")]
    query: Option<String>,
    /// The built site, or the folder of one of its languages; else as `site.toml` says.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// How many results.
    #[arg(long, value_name = "N", default_value = "8")]
    limit: NonZeroUsize,
    /// Read queries as JSON, one a line: `{"q": "…", "k": 10}`; answer each with a line of ids.
    #[arg(long, conflicts_with = "query")]
    json_lines: bool,
}

#[derive(Deserialize)]
struct Line {
    q: String,
    k: Option<usize>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    let in_json = context.answers_in_json("search")?;
    let folder = match &args.site {
        Some(typed) => typed.clone(),
        None => context.root().join(&context.read()?.config.output),
    };
    let load = |name: &str| fs::read(folder.join("search").join(name)).ok();
    let Some(searcher) = Searcher::open(&load) else {
        return Err(Error::Usage(no_index(&folder, context.language())));
    };
    let outcome = if args.json_lines {
        answer_lines(&searcher, args.limit.get(), context.language())?
    } else {
        let query = args.query.as_deref().unwrap_or_default();
        let answer = searcher.search(query, args.limit.get());
        let named = searcher.named(query, answer.results.first());
        terminal::say(&if in_json {
            json(&answer, &named)
        } else {
            told(&answer, &named, context.language())
        })?;
        if answer.results.is_empty() && named.signposts.is_empty() { Outcome::Missed } else { Outcome::Done }
    };
    match searcher.lost() {
        Some(name) => Err(Error::Usage(broken_index(&folder.join("search").join(name), context.language()))),
        None => Ok(outcome),
    }
}

/// One line of ids for each line that was read, also for one that is no query: whoever asks counts
/// lines.
fn answer_lines(searcher: &Searcher<'_>, limit: usize, language: Language) -> Result<Outcome> {
    for (nth, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line.map_err(Error::reading(Path::new("stdin")))?;
        let ids = match asked(&line) {
            Ok(Line { q, k }) => {
                searcher.search(&q, k.unwrap_or(limit)).results.into_iter().map(|it| it.id).collect()
            }
            Err(why) => {
                terminal::complain(&no_query(nth + 1, &why, language));
                Vec::new()
            }
        };
        terminal::say(&format!("{}\n", serde_json::Value::from(ids)))?;
    }
    Ok(Outcome::Done)
}

/// What a line asks, or why it asks nothing.
fn asked(line: &[u8]) -> std::result::Result<Line, Words> {
    let text = str::from_utf8(line).map_err(|_| Words::new("dòng không phải UTF-8", "it is not UTF-8"))?;
    if text.trim().is_empty() {
        return Err(Words::new("dòng trống", "it is empty"));
    }
    serde_json::from_str(text).map_err(|error| {
        // It was given one line, which is line 1 to it.
        let told = error.to_string();
        let told = told.split(" at line ").next().unwrap_or_default();
        let (column, form) = (error.column(), r#"{"q": "…", "k": 10}"#);
        Words::new(
            format!("cột {column} không đúng dạng `{form}` ({told})"),
            format!("column {column} is not as in `{form}` ({told})"),
        )
    })
}

fn no_query(line: usize, why: &Words, language: Language) -> String {
    let why = why.get(language);
    match language {
        Language::Vi => format!("cảnh báo: dòng {line} của đầu vào được trả lời `[]`: {why}\n"),
        Language::En => format!("warning: line {line} of the input is answered `[]`: {why}\n"),
    }
}

fn no_index(folder: &Path, language: Language) -> String {
    let folder = folder.display();
    match language {
        Language::Vi => format!("{folder} không có chỉ mục tìm kiếm; chạy `thutuc build` trước"),
        Language::En => format!("{folder} has no search index; run `thutuc build` first"),
    }
}

fn broken_index(file: &Path, language: Language) -> String {
    let file = file.display();
    match language {
        Language::Vi => format!("{file} thiếu hoặc hỏng, câu trả lời có thể thiếu; chạy lại `thutuc build`"),
        Language::En => {
            format!("{file} is missing or damaged, and answers may lack something; run `thutuc build` again")
        }
    }
}

/// With the names that the modules in the browser give them.
fn json(answer: &Answer, named: &Named) -> String {
    let result = |it: &Card| {
        json!({
            "id": it.id, "url": it.url, "title": it.title, "task": it.task,
            "time": it.time, "fee": it.fee, "level": it.level, "field": it.field,
        })
    };
    let signpost = |it: &Signpost| {
        json!({
            "kind": it.kind, "label": it.label, "title": it.title,
            "url": it.url, "note": it.note, "share": it.share,
        })
    };
    let results: Vec<_> = answer.results.iter().map(result).collect();
    let signposts: Vec<_> = named.signposts.iter().map(signpost).collect();
    let said = json!({
        "understood": answer.understood, "total": answer.total, "results": results,
        "signposts": signposts, "first": named.first,
    });
    format!("{said:#}\n")
}

fn told(answer: &Answer, named: &Named, language: Language) -> String {
    let Answer { understood, total, results } = answer;
    let mut text = match language {
        Language::Vi if *total == 0 => "Không tìm thấy thủ tục nào.\n".to_owned(),
        Language::En if *total == 0 => "No procedure found.\n".to_owned(),
        Language::Vi => format!("Đã hiểu là: {understood}. Tìm thấy {total}.\n"),
        Language::En => format!("Understood as: {understood}. {total} found.\n"),
    };
    for (at, it) in results.iter().enumerate() {
        let facts: Vec<&str> = [&it.task, &it.time, &it.fee, &it.field]
            .into_iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        let _ = writeln!(text, "{:>2}. {}\n    {} ({})", at + 1, it.title, it.url, facts.join(" · "));
    }
    if !named.signposts.is_empty() {
        text.push_str(match (language, named.first) {
            (Language::Vi, true) => "Trang khác có tên như vậy, đứng trước thủ tục:\n",
            (Language::Vi, false) => "Trang khác có tên như vậy:\n",
            (Language::En, true) => "Other pages of that name, which come before the procedures:\n",
            (Language::En, false) => "Other pages of that name:\n",
        });
    }
    for it in &named.signposts {
        let facts: Vec<&str> = [&*it.label, &*it.note].into_iter().filter(|it| !it.is_empty()).collect();
        let _ = writeln!(text, "  - {}\n    {} ({})", it.title, it.url, facts.join(" · "));
    }
    text
}
