//! The site in a browser while it is edited: the same pipeline, kept in memory.
//!
//! One thread watches and checks, a few answer, and make each page when somebody looks at it.
//! What is wrong stands on top of the last good pages. Only this machine is listened to, and only
//! when it is called by its own name, so that no page elsewhere can read a draft.

mod answer;
mod desk;
mod listeners;
mod mistakes;
mod request;
mod site;
mod watch;

use std::io::{self, Write as _};
use std::net::{TcpListener, TcpStream};
#[cfg(unix)]
use std::os::fd::OwnedFd as Socket;
#[cfg(windows)]
use std::os::windows::io::OwnedSocket as Socket;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use jiff::civil::Date;
use tiny_http::Server;

use crate::diagnostic::{Language, Style};
use crate::error::{Error, Result};
use crate::source::Sources;
use desk::Desk;
use listeners::Listeners;
use site::Site;
use watch::{Changes, Woken};

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
    pub tell: fn(&Error, Language) -> String,
}

pub const FIRST_PORT: u16 = 4400;
const PORTS: u16 = 20;

/// A reader that takes nothing for so long has gone; each would keep one of those who answer.
const STALLED: Duration = Duration::from_secs(30);

/// Threads that answer; a preview has one reader, a browser some connections.
const ANSWERING: usize = 4;

/// What an editor does not wait for is done when nothing was saved for so long.
const IDLE: Duration = Duration::from_millis(300);

/// Serves until the process is ended.
///
/// # Errors
/// If no port can be listened to or the folder cannot be watched. Whatever is wrong with the site
/// itself is shown, and mended by the next change.
pub fn serve(settings: &Settings<'_>) -> Result<()> {
    let (listener, port) = listen(settings.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    // Before the first build, so that no change falls between the two.
    // By its real path, under which it is found again where it was taken away and put back.
    let root = settings.root.canonicalize().map_err(Error::reading(&settings.root))?;
    let mut changes = Changes::of(&root)?;
    let site = Arc::new(RwLock::new(Arc::new(Site::default())));
    let listeners = Arc::new(Listeners::default());
    let mut desk = Desk::new(settings, root, &site, &listeners);
    desk.take_up(&Woken::Anything);

    let server = Server::from_listener(listener, None)
        .map_err(|source| Error::Listen { address: address.clone(), source })?;
    let server = Arc::new(server);
    for _ in 0..ANSWERING {
        let (server, site, listeners) = (Arc::clone(&server), Arc::clone(&site), Arc::clone(&listeners));
        let (language, tell) = (settings.language, settings.tell);
        std::thread::spawn(move || {
            let told = |wrong: std::thread::Result<&Error>| match wrong {
                Ok(error) => mistakes::of_error(&tell(error, language), language),
                Err(_) => mistakes::of_ours(language),
            };
            for request in server.incoming_requests() {
                answer::answer(request, port, &|| current(&site), &listeners, &told);
            }
        });
    }
    say(&match settings.language {
        Language::Vi => format!("Xem trang tại {address} (Ctrl+C để dừng)\n"),
        Language::En => format!("Serving {address} (Ctrl+C to stop)\n"),
    });
    loop {
        let woken = changes.wait(desk.is_at_work().then_some(IDLE))?;
        desk.take_up(&woken);
    }
}

fn listen(port: Option<u16>) -> Result<(TcpListener, u16)> {
    let wanted = match port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + PORTS,
    };
    let mut trouble = io::Error::from(io::ErrorKind::AddrInUse);
    for port in wanted.clone() {
        match TcpListener::bind(("127.0.0.1", port)).and_then(|it| Ok((tuned(&it)?, it))) {
            Ok((port, listener)) => return Ok((listener, port)),
            Err(error) => trouble = error,
        }
    }
    Err(Error::Listen { address: format!("127.0.0.1:{}", wanted.start()), source: trouble.into() })
}

/// Gives the port. Connections take over what is set for who listens: an answer is written in parts,
/// and the last of them must not wait until the reader says that it has the first.
fn tuned(listener: &TcpListener) -> io::Result<u16> {
    let socket = TcpStream::from(Socket::from(listener.try_clone()?));
    // A system that refuses is slower, and serves.
    let _ = socket.set_nodelay(true).and_then(|()| socket.set_write_timeout(Some(STALLED)));
    Ok(listener.local_addr()?.port())
}

/// Who has closed the terminal still has the browser, so words that nobody reads end nothing.
fn say(words: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(words.as_bytes()).and_then(|()| out.flush());
}

/// As [`say`], to standard error.
fn complain(words: &str) {
    let _ = io::stderr().lock().write_all(words.as_bytes());
}

fn current(site: &RwLock<Arc<Site>>) -> Arc<Site> {
    Arc::clone(&site.read().unwrap_or_else(std::sync::PoisonError::into_inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_after_the_first_of_a_connection_came_a_twentieth_of_a_second_late() {
        let (listener, port) = listen(Some(0)).expect("a free port");
        let _reader = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
        let (accepted, _) = listener.accept().expect("a reader");
        assert!(accepted.nodelay().expect("a socket"));
    }

    #[test]
    fn readers_that_took_nothing_kept_all_others_waiting() {
        let (listener, port) = listen(Some(0)).expect("a free port");
        let _reader = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
        let (accepted, _) = listener.accept().expect("a reader");
        assert_eq!(accepted.write_timeout().expect("a socket"), Some(STALLED));
    }
}
