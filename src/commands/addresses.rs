//! `addresses`: the addresses that must lead somewhere for ever, and the ledger in which they stand.

use rustc_hash::FxHashSet;

use super::asked::{Asked, asked};
use super::context::Context;
use super::{Outcome, terminal};
use crate::derive::derive;
use crate::diagnostic::Language;
use crate::error::Result;
use crate::model::Address;
use crate::pipeline::LEDGER;
use crate::write::renew;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Add those that are missing to `content/addresses.tsv`; nothing in it is changed or taken away.
    #[arg(long)]
    add: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    let Some(Asked { in_json, sources, as_of, catalogue }) = asked(context, "addresses")? else {
        return Ok(Outcome::Found);
    };
    let published = derive(&catalogue, &sources.config, as_of).published();
    let all: Vec<String> = published.iter().map(Address::written).collect();
    if !args.add {
        let lines = || all.iter().map(|it| format!("{it}\n")).collect();
        terminal::say(&if in_json { format!("{:#}\n", serde_json::json!(all)) } else { lines() })?;
        return Ok(Outcome::Done);
    }
    let noted: FxHashSet<String> = catalogue.noted.iter().map(|it| it.address.written()).collect();
    let new: Vec<&str> = all.iter().map(String::as_str).filter(|it| !noted.contains(*it)).collect();
    if !new.is_empty() {
        let text = match sources.file(LEDGER) {
            Some(file) => with(&file.text, &new),
            None => with(head(context.language()), &new),
        };
        renew(context.root(), LEDGER, &text, |_| true)?;
    }
    if in_json {
        terminal::say(&format!("{:#}\n", serde_json::json!({ "path": LEDGER, "added": new })))?;
    } else if !context.is_quiet() {
        terminal::say(&told(new.len(), context.language()))?;
    }
    Ok(Outcome::Done)
}

fn head(language: Language) -> &'static str {
    match language {
        Language::Vi => {
            "# Địa chỉ đã công bố: mỗi địa chỉ phải dẫn đến một trang mãi mãi (C330).\n\
             # Thêm địa chỉ của trang mới: thutuc addresses --add\n\
             # Trang đã dời: sau địa chỉ cũ viết một Tab và địa chỉ mới.\n"
        }
        Language::En => {
            "# Addresses that were published: each must lead to a page for ever (C330).\n\
             # To add those of new pages: thutuc addresses --add\n\
             # Of a page that moved: behind the earlier address a tab and the new one.\n"
        }
    }
}

/// `text` with the lines that are `new`, each before the first line of a later address: two people who
/// add pages at once change different places.
fn with(text: &str, new: &[&str]) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut left = new.iter().peekable();
    let mut out = String::with_capacity(text.len() + 64 * new.len());
    for line in text.lines() {
        let address = line.split_whitespace().next().unwrap_or_default();
        while let Some(it) = left.next_if(|it| address.starts_with('/') && **it < address) {
            out.extend([it, end]);
        }
        out.extend([line, end]);
    }
    left.for_each(|it| out.extend([it, end]));
    out
}

fn told(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Vi, 0) => format!("{LEDGER} đã có mọi địa chỉ.\n"),
        (Language::Vi, _) => format!("Đã ghi thêm {count} địa chỉ vào {LEDGER}.\n"),
        (Language::En, 0) => format!("{LEDGER} has every address already.\n"),
        (Language::En, 1) => format!("Added 1 address to {LEDGER}.\n"),
        (Language::En, _) => format!("Added {count} addresses to {LEDGER}.\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_addresses_stand_among_the_others_and_nothing_else_changes() {
        let cases = [
            ("", "/a/\n/c/\n"),
            ("# x\n\n/b/\t/d/\n", "# x\n\n/a/\n/b/\t/d/\n/c/\n"),
            ("/b/\r\n", "/a/\r\n/b/\r\n/c/\r\n"),
            ("/z/\n/b/", "/a/\n/c/\n/z/\n/b/\n"),
        ];
        for (text, expected) in cases {
            assert_eq!(with(text, &["/a/", "/c/"]), expected, "{text:?}");
        }
    }
}
