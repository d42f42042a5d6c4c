//! The site of the real catalogue, built once by the real program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

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
