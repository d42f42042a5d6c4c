//! Words to the terminal.

use std::io::{IsTerminal, Write};

use crate::diagnostic::Style;

/// To standard output. A reader who has seen enough (`| head`) is no trouble of ours.
pub(super) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// To standard error.
pub(super) fn complain(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Colours for eyes, none for files and pipes; `NO_COLOR` is respected.
pub(super) fn style() -> Style {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty());
    if wanted && std::io::stdout().is_terminal() { Style::Coloured } else { Style::Plain }
}
