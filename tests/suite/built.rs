//! The site of the real catalogue, built once by the real program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use thutuc::model::Address;

use crate::program::{TODAY, empty_folder, repository, run_to};

/// Path with `/`, to bytes.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

pub(crate) fn real_site() -> &'static Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    SITE.get_or_init(|| {
        let folder = empty_folder();
        let output = folder.path().join("public");
        let shown = output.to_str().expect("a path in UTF-8");
        run_to(0, repository(), &["build", "--quiet", "--as-of", TODAY, "--output", shown]);
        let mut tree = Tree::new();
        gather(&output, "", &mut tree);
        tree
    })
}

fn gather(folder: &Path, below: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{below}{}", entry.file_name().to_str().expect("a name in UTF-8"));
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{path}/"), tree);
        } else {
            tree.insert(path, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// The pages, and their HTML.
pub(crate) fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let html =
        real_site().iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// An earlier address that led to a file nobody had thought of was found by the build alone.
#[test]
fn whatever_is_no_page_is_known_to_be_taken() {
    let no_pages = real_site().keys().filter(|it| !it.ends_with("index.html"));
    let neutral: Vec<&str> = no_pages.map(|it| it.strip_prefix("en/").unwrap_or(it)).collect();
    assert!(neutral.contains(&"sw.js"));
    for path in neutral {
        assert!(Address::beside_pages(path).is_some(), "{path}");
    }
    // Where the site has a folder, an earlier address cannot be a file.
    for path in real_site().keys() {
        let folder = path.split('/').next().filter(|it| *it != path && *it != "en");
        let is_page = |it: &str| real_site().contains_key(&format!("{it}/index.html"));
        if let Some(folder) = folder.filter(|it| !is_page(it)) {
            let of_records = ["thu-tuc", "linh-vuc", "doi-tuong", "co-quan", "tinh-huong", "chon"];
            assert!(Address::is_folder(folder) || of_records.contains(&folder), "{folder}");
        }
    }
}
