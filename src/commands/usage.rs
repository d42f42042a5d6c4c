//! What is wrong with what was typed, in the language of whoever typed it.

use std::error::Error as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};

use super::{terminal, trouble};
use crate::check::near;
use crate::diagnostic::Language;

/// What clap says of the arguments: help and version are no mistakes.
pub(super) fn usage(error: &clap::Error, language: Language) -> ExitCode {
    if !error.use_stderr() {
        return match terminal::said(error.print()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(lost) => {
                terminal::complain(&trouble::text(&lost, language));
                ExitCode::from(2)
            }
        };
    }
    match vietnamese(error).filter(|_| language == Language::Vi) {
        Some([message, help]) => {
            terminal::complain(&format!("lỗi: {message}\n  = cách sửa: {help}\n"));
        }
        // Clap's own words are all in one language; so is the help, which it prints without a command.
        None => drop(error.print()),
    }
    ExitCode::from(2)
}

/// What is wrong and what to type; `None` for what nobody meets who types a command.
fn vietnamese(error: &clap::Error) -> Option<[String; 2]> {
    let said = |kind| error.get(kind).map(ToString::to_string).filter(|it| !it.is_empty());
    let more = "`thutuc --help` liệt kê các lệnh, `thutuc LỆNH --help` có ví dụ.";
    let argument = || said(ContextKind::InvalidArg).map(|it| format!("`{it}`"));
    let value = said(ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let near = said(ContextKind::SuggestedSubcommand);
            let near = near.map_or(String::new(), |it| format!("Lệnh gần giống: {it}. "));
            [format!("không có lệnh `{}`", said(ContextKind::InvalidSubcommand)?), format!("{near}{more}")]
        }
        ErrorKind::UnknownArgument => {
            let near = said(ContextKind::SuggestedArg);
            let near = near.map_or(String::new(), |it| format!("Tham số gần giống: `{it}`. "));
            [format!("lệnh này không có tham số {}", argument()?), format!("{near}{more}")]
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let message = match &value {
                Some(value) => format!("`{value}` không dùng được cho {}", argument()?),
                None => format!("thiếu giá trị cho {}", argument()?),
            };
            let near = said(ContextKind::SuggestedValue);
            let near = near.map_or(String::new(), |it| format!("Giá trị gần giống: `{it}`. "));
            let known = said(ContextKind::ValidValue).or_else(|| example(error));
            [message, format!("{near}{}", known.map_or(more.to_owned(), |it| format!("Dùng: {it}.")))]
        }
        ErrorKind::MissingRequiredArgument => [
            format!("thiếu {}", argument()?),
            format!("{}; {more}", said(ContextKind::Usage)?.replace("Usage:", "Cách dùng:")),
        ],
        ErrorKind::ArgumentConflict => {
            let prior = said(ContextKind::PriorArg).map(|it| format!("`{it}`"));
            match prior.filter(|it| Some(it) != argument().as_ref()) {
                Some(prior) => {
                    [format!("{} không đi cùng {prior}", argument()?), format!("Bỏ một trong hai. {more}")]
                }
                None => [format!("{} ghi hai lần", argument()?), format!("Chỉ ghi một lần. {more}")],
            }
        }
        ErrorKind::MissingSubcommand => {
            ["thiếu tên lệnh".to_owned(), format!("Ví dụ: `thutuc check`. {more}")]
        }
        ErrorKind::TooManyValues => {
            [format!("{} không nhận giá trị `{}`", argument()?, value?), format!("Bỏ giá trị đó. {more}")]
        }
        ErrorKind::InvalidUtf8 => {
            ["có tham số không phải chữ UTF-8".to_owned(), format!("Gõ lại tham số đó. {more}")]
        }
        _ => return None,
    })
}

/// For the end of a sentence: which of the known words somebody who typed this may have meant.
pub(super) fn did_you_mean<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
    language: Language,
) -> String {
    match (near(typed, known), language) {
        (None, _) => String::new(),
        (Some(it), Language::Vi) => format!(" (gần giống: `{it}`)"),
        (Some(it), Language::En) => format!(" (did you mean `{it}`?)"),
    }
}

/// What the reader of the value gives as an example; of a number it has only English words.
fn example(error: &clap::Error) -> Option<String> {
    let words = error.source()?.to_string();
    Some(if words.contains("zero") {
        "một số nguyên từ 1".to_owned()
    } else if let Some((_, most)) = words.split_once("..=") {
        format!("một số nguyên từ 0 đến {most}")
    } else if words.contains("digit") || words.contains("number") {
        "một số nguyên không âm".to_owned()
    } else {
        words.trim_start_matches("such as ").to_owned()
    })
}
