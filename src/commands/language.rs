//! In which language the program speaks.

use std::ffi::OsString;

use crate::diagnostic::Language;

/// For clap.
pub(super) fn parse(text: &str) -> Result<Language, String> {
    text.parse().map_err(|()| "vi, en".to_owned())
}

/// What was asked for, found before the arguments are understood: help has a language too.
pub(super) fn typed(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().map(|it| it.to_string_lossy()).take_while(|it| it != "--");
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            return arguments.next()?.parse().ok();
        }
        if let Some(language) = argument.strip_prefix("--lang=") {
            return language.parse().ok();
        }
    }
    None
}

/// Vietnamese unless the machine is set to English.
pub(super) fn of_environment() -> Language {
    of_locales(["LC_ALL", "LC_MESSAGES", "LANG"].map(|it| std::env::var(it).unwrap_or_default()))
}

/// The first that is set decides, as in every program that follows POSIX.
fn of_locales(locales: [String; 3]) -> Language {
    let decisive = locales.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    let name = decisive.split(['_', '.', '@', '-']).next().unwrap_or("");
    if name.eq_ignore_ascii_case("en") { Language::En } else { Language::Vi }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_environment() {
        let cases = [
            (["", "", ""], Language::Vi),
            (["", "", "en_US.UTF-8"], Language::En),
            (["vi_VN.UTF-8", "", "en_US.UTF-8"], Language::Vi),
            (["", "en", "vi_VN"], Language::En),
            (["C.UTF-8", "", "en_US"], Language::Vi),
            (["", "", "C"], Language::Vi),
        ];
        for (locales, expected) in cases {
            assert_eq!(of_locales(locales.map(str::to_owned)), expected, "{locales:?}");
        }
    }

    #[test]
    fn sees_the_flag_before_anything_else_is_understood() {
        let cases = [
            ("thutuc --lang en --hepl", Some(Language::En)),
            ("thutuc build --lang=vi", Some(Language::Vi)),
            ("thutuc build --lang", None),
            ("thutuc -- --lang en", None),
        ];
        for (line, expected) in cases {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(typed(&arguments), expected, "{line}");
        }
    }
}
