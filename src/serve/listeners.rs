//! Open pages that want to know when the site was built again (server-sent events).

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

#[derive(Default)]
pub(super) struct Listeners {
    open: Mutex<Vec<Box<dyn Write + Send>>>,
}

/// Written by hand: an answer through `respond` would be held back until it ends.
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n";

impl Listeners {
    /// Tells the new page at once which build is served: it may have been loaded before the last one.
    /// `build` is asked where nobody can tell of another: one that came between would be lost.
    pub(super) fn add(&self, mut writer: Box<dyn Write + Send>, build: impl FnOnce() -> String) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        // Each page that was left costs a connection until something is written to it.
        open.retain_mut(|it| it.write_all(b":\n\n").and_then(|()| it.flush()).is_ok());
        if writer.write_all(HEAD.as_bytes()).and_then(|()| event(&mut *writer, &build())).is_ok() {
            open.push(writer);
        }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use super::*;

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panic").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_build_that_came_while_a_page_asked_for_the_last_one_was_lost() {
        let (listeners, page) = (Arc::new(Listeners::default()), Page::default());
        let (done, told) = channel();
        let mut telling = None;
        listeners.add(Box::new(page.clone()), || {
            let listeners = Arc::clone(&listeners);
            telling = Some(std::thread::spawn(move || {
                listeners.tell("second");
                done.send(()).expect("somebody waits");
            }));
            // Nobody is told of a build that no page hears of.
            assert!(told.recv_timeout(std::time::Duration::from_millis(50)).is_err());
            "first".to_owned()
        });
        telling.expect("it was asked").join().expect("no panic");
        let heard = String::from_utf8(page.0.lock().expect("no panic").clone()).expect("UTF-8");
        assert!(heard.ends_with("data: first\n\ndata: second\n\n"), "{heard}");
    }

    #[test]
    fn each_page_that_was_left_kept_its_connection_until_the_next_build() {
        struct Left {
            _connection: Arc<()>,
        }
        impl Write for Left {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                // Alone after it has heard what is said to a new one.
                if bytes == b":\n\n" { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(bytes.len()) }
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let (listeners, left) = (Listeners::default(), Arc::new(()));
        for _ in 0..3 {
            listeners.add(Box::new(Left { _connection: Arc::clone(&left) }), || "a build".to_owned());
        }
        assert_eq!(Arc::strong_count(&left), 2, "the last one, and this");
    }
}
