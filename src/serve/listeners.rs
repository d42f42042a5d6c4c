//! Open pages that want to know when the site was built again (server-sent events).

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use tiny_http::Request;

#[derive(Default)]
pub(super) struct Listeners {
    open: Mutex<Vec<Box<dyn Write + Send>>>,
}

/// Written by hand: an answer through `respond` would be held back until it ends.
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n";

impl Listeners {
    /// Tells the new page at once which build is served: it may have been loaded before the last one.
    pub(super) fn add(&self, request: Request, build: &str) {
        let mut writer = request.into_writer();
        if writer.write_all(HEAD.as_bytes()).and_then(|()| event(&mut *writer, build)).is_err() {
            return;
        }
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        // Each page that was left costs a connection until something is written to it.
        open.retain_mut(|it| it.write_all(b":\n\n").and_then(|()| it.flush()).is_ok());
        open.push(writer);
    }

    pub(super) fn tell(&self, build: &str) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain_mut(|it| event(&mut **it, build).is_ok());
    }
}

fn event(writer: &mut (dyn Write + Send), build: &str) -> io::Result<()> {
    write!(writer, "data: {build}\n\n")?;
    writer.flush()
}
