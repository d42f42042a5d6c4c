//! What is served: the last good site, and what has gone wrong since.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::error::Result;
use crate::output::OutputFile;
use crate::pipeline::Plan;

#[derive(Default)]
pub(super) struct Site {
    files: Arc<Files>,
    /// HTML to stand above every page.
    mistakes: Option<String>,
    build: String,
}

/// Files are made when they are asked for, and kept. What is asked for in vain is forgotten: there is no
/// end to that.
#[derive(Default)]
struct Files {
    plan: Option<Plan>,
    made: Mutex<FxHashMap<String, Arc<Vec<u8>>>>,
}

impl Files {
    fn get(&self, path: &str) -> Result<Option<Arc<Vec<u8>>>> {
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(path) {
            return Ok(Some(Arc::clone(known)));
        }
        let Some(plan) = &self.plan else { return Ok(None) };
        // Not under the lock: other pages need not wait for this one.
        let files = plan.file(path)?;
        let mut made = made();
        made.extend(files.into_iter().map(|OutputFile { path, bytes }| (path, bytes)));
        Ok(made.get(path).cloned())
    }
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    File {
        path: String,
        bytes: Arc<Vec<u8>>,
    },
    /// A folder asked for without its last slash.
    Folder,
    Nothing {
        page: Option<Arc<Vec<u8>>>,
    },
}

impl Site {
    pub(super) fn of(plan: Plan) -> Site {
        let files = Files { plan: Some(plan), made: Mutex::default() };
        Site { files: Arc::new(files), mistakes: None, build: next_build() }
    }

    /// The same files with mistakes above them, or without.
    pub(super) fn with(&self, mistakes: Option<String>) -> Site {
        Site { files: Arc::clone(&self.files), mistakes, build: next_build() }
    }

    /// Names this state, unlike any other of this process or another.
    pub(super) fn build(&self) -> &str {
        &self.build
    }

    pub(super) fn has_mistakes(&self) -> bool {
        self.mistakes.is_some()
    }

    /// `None` until there has been a site without mistakes.
    pub(super) fn plan(&self) -> Option<&Plan> {
        self.files.plan.as_ref()
    }

    /// `path` is decoded and has no slash in front: `thu-tuc/x/`.
    ///
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template does not work.
    pub(super) fn find(&self, path: &str) -> Result<Found> {
        let is_folder = path.is_empty() || path.ends_with('/');
        let wanted = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        // Pages have no dot in their names, and are known without making what is about nothing.
        let leads_on = !is_folder && !path.rsplit('/').next().is_some_and(|it| it.contains('.'));
        if leads_on && self.files.get(&format!("{path}/index.html"))?.is_some() {
            return Ok(Found::Folder);
        }
        if let Some(bytes) = self.files.get(&wanted)? {
            return Ok(Found::File { path: wanted, bytes });
        }
        Ok(Found::Nothing { page: self.files.get("404.html")? })
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
    use crate::pipeline::{Memo, plan};
    use crate::read::read;

    fn site(paths: &[&str]) -> Site {
        let made = paths.iter().map(|it| ((*it).to_owned(), it.as_bytes().to_vec().into())).collect();
        let files = Arc::new(Files { plan: None, made: Mutex::new(made) });
        Site { files, mistakes: None, build: next_build() }
    }

    #[test]
    fn finds() {
        let site = site(&["index.html", "a/index.html", "a.css", "404.html"]);
        let path = |path: &str| match site.find(path).expect("nothing to make") {
            Found::File { path, .. } => path,
            Found::Folder => "folder".to_owned(),
            Found::Nothing { page } => {
                format!("nothing, {}", String::from_utf8_lossy(&page.expect("a page")))
            }
        };
        let cases = [
            ("", "index.html"),
            ("a/", "a/index.html"),
            ("a", "folder"),
            ("a.css", "a.css"),
            ("b", "nothing, 404.html"),
            ("../a.css", "nothing, 404.html"),
        ];
        for (asked, expected) in cases {
            assert_eq!(path(asked), expected, "{asked:?}");
        }
    }

    #[test]
    fn each_address_that_led_nowhere_was_remembered_until_the_next_save() {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(root.path().join("content/pages")).expect("a folder");
        std::fs::write(root.path().join("content/pages/a.md"), "---\ntitle: A\n---\nMột trang.\n")
            .expect("a page");
        let sources = read(root.path()).expect("a site");
        let (_, plan) =
            plan(&sources, jiff::civil::date(2026, 11, 24), &mut Memo::default()).expect("a plan");
        let site = Site::of(plan.expect("no mistakes"));
        let kept = || site.files.made.lock().expect("no panic").len();
        let nowhere = |path: &str| matches!(site.find(path), Ok(Found::Nothing { .. }));
        assert!(nowhere("x0") && nowhere("x0.html"));
        let before = kept();
        assert!((1..100).all(|it| nowhere(&format!("x{it}")) && nowhere(&format!("x{it}/y.html"))));
        assert_eq!(kept(), before);
    }

    #[test]
    fn mistakes_stand_above_the_last_good_page() {
        let bad = site(&["index.html"]).with(Some("<section>".to_owned()));
        let page = String::from_utf8(bad.dressed(b"<html><body class=\"x\">text</body>")).expect("text");
        assert!(page.starts_with("<html><body class=\"x\"><script "), "{page}");
        assert!(page.ends_with("</script><section>text</body>"), "{page}");
        assert!(matches!(bad.find(""), Ok(Found::File { .. })));
        assert!(String::from_utf8(bad.bare()).expect("text").contains("<section>"));
    }
}
