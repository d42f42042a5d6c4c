//! One request, one answer.

use std::io::Cursor;
use std::sync::Arc;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::listeners::Listeners;
use super::request::{content_type, is_local, path};
use super::site::{Found, Site};
use crate::error::Error;

/// Files of the preview itself; no site has a folder of that name.
const RELOAD_SCRIPT: &str = include_str!("reload.js");
const MISTAKES_STYLE: &str = include_str!("mistakes.css");

/// `now` gives the site that is served, `told` makes HTML of what went wrong while a page was made; `Err` is a fault of the program.
pub(super) fn answer(
    request: Request,
    port: u16,
    now: &dyn Fn() -> Arc<Site>,
    listeners: &Listeners,
    told: &dyn Fn(std::thread::Result<&Error>) -> String,
) {
    let host = request.headers().iter().find(|it| it.field.equiv("Host")).map(|it| it.value.as_str());
    if !is_local(host, port) {
        return send(request, 403, "text/plain; charset=utf-8", b"localhost only\n".to_vec());
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, 405, "text/plain; charset=utf-8", b"GET, HEAD\n".to_vec());
    }
    let Some(path) = path(request.url()) else {
        return send(request, 400, "text/plain; charset=utf-8", b"not an address of this site\n".to_vec());
    };
    let site = &now();
    match path.as_str() {
        "_thutuc/events" => return listeners.add(request.into_writer(), || now().build().to_owned()),
        "_thutuc/reload.js" => return send(request, 200, content_type(&path), RELOAD_SCRIPT.into()),
        "_thutuc/mistakes.css" => return send(request, 200, content_type(&path), MISTAKES_STYLE.into()),
        _ => {}
    }
    // A mistake of ours must not end the preview of somebody's work.
    let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| site.find(&path)));
    let wrong = match found {
        Ok(Ok(found)) => return send_found(request, site, found),
        Ok(Err(error)) => told(Ok(&error)),
        Err(fault) => told(Err(fault)),
    };
    send(request, 500, content_type("500.html"), site.with(Some(wrong)).bare());
}

fn send_found(request: Request, site: &Site, found: Found) {
    match found {
        Found::File { path, bytes } if content_type(&path).starts_with("text/html") => {
            send(request, 200, content_type(&path), site.dressed(&bytes));
        }
        Found::File { path, bytes } => send_shared(request, 200, content_type(&path), bytes),
        Found::Folder => {
            let to = format!("{}/", request.url().split(['?', '#']).next().unwrap_or(""));
            let location = Header::from_bytes("Location", to);
            match location {
                // Not for ever: the next edit may put a file there.
                Ok(location) => drop(request.respond(Response::empty(302).with_header(location))),
                Err(()) => send(request, 400, "text/plain; charset=utf-8", Vec::new()),
            }
        }
        Found::Nothing { page: Some(page) } => {
            send(request, 404, content_type("404.html"), site.dressed(&page));
        }
        Found::Nothing { page: None } => send(request, 404, content_type("404.html"), site.bare()),
    }
}

fn send(request: Request, status: u16, kind: &str, bytes: Vec<u8>) {
    send_shared(request, status, kind, bytes.into());
}

/// Bytes that others hold too, as a reader takes them.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A browser that has gone away is no trouble of ours.
fn send_shared(request: Request, status: u16, kind: &str, bytes: Arc<Vec<u8>>) {
    let headers = [
        ("Content-Type", kind),
        // What was saved a moment ago must be what is seen.
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let headers = headers.map(|(name, value)| Header::from_bytes(name, value).expect("plain ASCII"));
    let length = bytes.len();
    let response =
        Response::new(StatusCode(status), headers.into(), Cursor::new(Shared(bytes)), Some(length), None);
    let _ = request.respond(response);
}
