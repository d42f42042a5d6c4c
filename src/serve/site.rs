//! What is served: the last good files, and what has gone wrong since.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustc_hash::FxHashMap;

use crate::output::OutputFile;

#[derive(Default)]
pub(super) struct Site {
    files: Arc<FxHashMap<String, Arc<[u8]>>>,
    /// HTML to stand above every page.
    mistakes: Option<String>,
    build: String,
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'a> {
    File {
        path: &'a str,
        bytes: &'a Arc<[u8]>,
    },
    /// A folder asked for without its last slash.
    Folder,
    Nothing {
        page: Option<&'a Arc<[u8]>>,
    },
}

impl Site {
    pub(super) fn of(files: Vec<OutputFile>) -> Site {
        let files = files.into_iter().map(|it| (it.path, it.bytes)).collect();
        Site { files: Arc::new(files), mistakes: None, build: next_build() }
    }

    /// The same files with mistakes above them.
    pub(super) fn with_mistakes(&self, mistakes: String) -> Site {
        Site { files: Arc::clone(&self.files), mistakes: Some(mistakes), build: next_build() }
    }

    /// Names this state, unlike any other of this process or another.
    pub(super) fn build(&self) -> &str {
        &self.build
    }

    pub(super) fn pages(&self) -> usize {
        self.files.len()
    }

    pub(super) fn has_mistakes(&self) -> bool {
        self.mistakes.is_some()
    }

    /// `path` is decoded and has no slash in front: `thu-tuc/x/`.
    pub(super) fn find<'a>(&'a self, path: &str) -> Found<'a> {
        let wanted = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if let Some((path, bytes)) = self.files.get_key_value(&wanted) {
            return Found::File { path, bytes };
        }
        if self.files.contains_key(&format!("{path}/index.html")) {
            return Found::Folder;
        }
        // The page of the part of the site one is in, `en/404.html` before `404.html`.
        let own = path.split_once('/').and_then(|(first, _)| self.files.get(&format!("{first}/404.html")));
        Found::Nothing { page: own.or_else(|| self.files.get("404.html")) }
    }

    /// A page as served: it reloads itself, and mistakes stand above its content.
    pub(super) fn dressed(&self, page: &[u8]) -> Vec<u8> {
        let at = after_body_tag(page);
        let script =
            format!("<script src=\"/_thutuc/reload.js\" data-build=\"{}\" defer></script>", self.build);
        let mistakes = self.mistakes.as_deref().unwrap_or("");
        [&page[..at], script.as_bytes(), mistakes.as_bytes(), &page[at..]].concat()
    }

    /// For an address where there is no page, not even one that says so.
    pub(super) fn bare(&self) -> Vec<u8> {
        self.dressed(b"<!doctype html><meta charset=\"utf-8\"><title>thutuc</title><body>")
    }
}

fn next_build() -> String {
    static BUILDS: AtomicUsize = AtomicUsize::new(1);
    format!("{}-{}", std::process::id(), BUILDS.fetch_add(1, Ordering::Relaxed))
}

/// Where the content of a page begins; its start if there is no `<body>`.
fn after_body_tag(page: &[u8]) -> usize {
    let tag = page.windows(5).position(|it| it.eq_ignore_ascii_case(b"<body"));
    let end = tag.and_then(|at| page[at..].iter().position(|it| *it == b'>').map(|end| at + end + 1));
    end.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(paths: &[&str]) -> Site {
        let files = paths.iter().map(|it| OutputFile::text(*it, (*it).to_owned())).collect();
        Site::of(files)
    }

    #[test]
    fn finds() {
        let site = site(&["index.html", "a/index.html", "a.css", "404.html", "en/404.html"]);
        let path = |path: &str| match site.find(path) {
            Found::File { path, .. } => path.to_owned(),
            Found::Folder => "folder".to_owned(),
            Found::Nothing { page } => format!("nothing, {}", String::from_utf8_lossy(page.expect("a page"))),
        };
        let cases = [
            ("", "index.html"),
            ("a/", "a/index.html"),
            ("a", "folder"),
            ("a.css", "a.css"),
            ("b", "nothing, 404.html"),
            ("en/b/", "nothing, en/404.html"),
            ("../a.css", "nothing, 404.html"),
        ];
        for (asked, expected) in cases {
            assert_eq!(path(asked), expected, "{asked:?}");
        }
    }

    #[test]
    fn mistakes_stand_above_the_last_good_page() {
        let bad = site(&["index.html"]).with_mistakes("<section>".to_owned());
        let page = String::from_utf8(bad.dressed(b"<html><body class=\"x\">text</body>")).expect("text");
        assert!(page.starts_with("<html><body class=\"x\"><script "), "{page}");
        assert!(page.ends_with("</script><section>text</body>"), "{page}");
        assert!(matches!(bad.find(""), Found::File { .. }));
        assert!(String::from_utf8(bad.bare()).expect("text").contains("<section>"));
    }
}
