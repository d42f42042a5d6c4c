//! Words to the terminal.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use crate::diagnostic::Style;
use crate::error::{Error, Result};

/// To standard output. A reader who has seen enough (`| head`) is no trouble of ours.
///
/// # Errors
/// [`Error::WriteFile`] where the words are lost: on a full disk half a file would pass for a whole one.
pub(super) fn say(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    said(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// The same of what a library printed.
pub(super) fn said(printed: std::io::Result<()>) -> Result<()> {
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Error::writing(Path::new("stdout"))(error))
        }
        _ => Ok(()),
    }
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
