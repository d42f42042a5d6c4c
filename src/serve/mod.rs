//! The site in a browser while it is edited: the same pipeline, kept in memory.
//!
//! One thread watches and builds, a few answer. What is wrong stands on top of
//! the last good pages. Only this machine is listened to, and only when it is
//! called by its own name, so that no page elsewhere can read a draft.

mod answer;
mod listeners;
mod mistakes;
mod request;
mod site;
mod watch;

use std::io;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::Instant;

use jiff::civil::Date;
use tiny_http::Server;

use crate::diagnostic::{Diagnostic, Language, Severity, Style, text};
use crate::error::{Error, Result};
use crate::output::Kept;
use crate::pipeline;
use crate::read::read;
use crate::source::Sources;
use listeners::Listeners;
use site::Site;
use watch::Changes;

/// What the preview depends on besides the site itself.
pub struct Settings<'a> {
    pub root: PathBuf,
    /// `None`: the first free one from [`FIRST_PORT`] on; zero: any free one.
    pub port: Option<u16>,
    pub language: Language,
    pub style: Style,
    pub is_quiet: bool,
    /// The day that stands for today.
    pub as_of: &'a dyn Fn(&Sources) -> Result<Date>,
    /// An error in words.
    pub tell: &'a dyn Fn(&Error) -> String,
}

pub const FIRST_PORT: u16 = 4400;
const PORTS: u16 = 20;

/// Threads that answer; a preview has one reader, a browser some connections.
const ANSWERING: usize = 4;

/// Serves until the process is ended.
///
/// # Errors
/// If no port can be listened to or the folder cannot be watched. Whatever is wrong with the site
/// itself is shown, and mended by the next change.
pub fn serve(settings: &Settings<'_>) -> Result<()> {
    let (listener, port) = listen(settings.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    // Before the first build, so that no change falls between the two.
    let mut changes = Changes::of(&settings.root)?;
    let site = Arc::new(RwLock::new(Arc::new(Site::default())));
    let listeners = Arc::new(Listeners::default());
    let mut before = None;
    rebuild(settings, &mut before, &site, &listeners);

    let server = Server::from_listener(listener, None)
        .map_err(|source| Error::Listen { address: address.clone(), source })?;
    let server = Arc::new(server);
    for _ in 0..ANSWERING {
        let (server, site, listeners) = (Arc::clone(&server), Arc::clone(&site), Arc::clone(&listeners));
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                answer::answer(request, port, &current(&site), &listeners);
            }
        });
    }
    match settings.language {
        Language::Vi => println!("Xem trang tại {address} (Ctrl+C để dừng)"),
        Language::En => println!("Serving {address} (Ctrl+C to stop)"),
    }
    loop {
        changes.wait()?;
        rebuild(settings, &mut before, &site, &listeners);
    }
}

fn listen(port: Option<u16>) -> Result<(TcpListener, u16)> {
    let wanted = match port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + PORTS,
    };
    let mut trouble = io::Error::from(io::ErrorKind::AddrInUse);
    for port in wanted.clone() {
        match TcpListener::bind(("127.0.0.1", port)).and_then(|it| Ok((it.local_addr()?.port(), it))) {
            Ok((port, listener)) => return Ok((listener, port)),
            Err(error) => trouble = error,
        }
    }
    Err(Error::Listen { address: format!("127.0.0.1:{}", wanted.start()), source: trouble.into() })
}

fn current(site: &RwLock<Arc<Site>>) -> Arc<Site> {
    Arc::clone(&site.read().unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// Reads and builds, unless not a byte of the sources is other than before; then tells who listens.
fn rebuild(
    settings: &Settings<'_>,
    before: &mut Option<Sources>,
    site: &RwLock<Arc<Site>>,
    listeners: &Listeners,
) {
    let start = Instant::now();
    let last = current(site);
    let (next, found) = match read(&settings.root) {
        Ok(sources) => {
            if before.as_ref() == Some(&sources) {
                return;
            }
            let (next, found) = from_sources(settings, &sources, &last);
            *before = Some(sources);
            (next, found)
        }
        Err(error) => {
            *before = None;
            (in_trouble(settings, &error, &last), Vec::new())
        }
    };
    let (has_mistakes, pages, time) = (next.has_mistakes(), next.pages(), start.elapsed().as_millis());
    // Whoever waits for the page need not wait for the terminal, which thousands of warnings keep busy.
    *site.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(next);
    listeners.tell(current(site).build());
    if let Some(sources) = before {
        print!("{}", text(&found, sources, settings.language, settings.style));
    }
    if !settings.is_quiet && !has_mistakes {
        match settings.language {
            Language::Vi => println!("Đã dựng {pages} tệp trong {time} ms."),
            Language::En => println!("Built {pages} files in {time} ms."),
        }
    }
}

/// What to serve, and what was found on the way.
fn from_sources(settings: &Settings<'_>, sources: &Sources, last: &Site) -> (Site, Vec<Diagnostic>) {
    let day = match (settings.as_of)(sources) {
        Ok(day) => day,
        Err(error) => return (in_trouble(settings, &error, last), Vec::new()),
    };
    // A mistake of ours must not end the preview of somebody's work.
    let kept = Kept::default();
    let built =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| pipeline::build(sources, day, &kept)));
    let built = match built {
        Ok(Ok(built)) => built,
        Ok(Err(error)) => return (in_trouble(settings, &error, last), Vec::new()),
        Err(_) => return (last.with_mistakes(mistakes::of_ours(settings.language)), Vec::new()),
    };
    let has_errors = built.report.has_errors();
    let found = built.report.diagnostics;
    if !has_errors {
        return (Site::of(kept.files()), found);
    }
    let errors: Vec<_> = found.iter().filter(|it| it.rule.severity == Severity::Error).cloned().collect();
    (last.with_mistakes(mistakes::of_report(&errors, sources, settings.language)), found)
}

fn in_trouble(settings: &Settings<'_>, error: &Error, last: &Site) -> Site {
    let words = (settings.tell)(error);
    eprint!("{words}");
    last.with_mistakes(mistakes::of_error(&words, settings.language))
}
