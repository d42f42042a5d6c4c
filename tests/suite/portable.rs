//! A copy that is handed out on a memory stick: opened from its folder, no host answers for it.

use std::path::Path;

use crate::html::resolved;
use crate::program::{TODAY, empty_folder, repository, run, run_to, tree};

#[test]
fn every_link_names_a_file_that_is_there() {
    let folder = empty_folder();
    let out = folder.path().join("usb");
    let shown = out.to_str().expect("a path in UTF-8");
    run_to(0, repository(), &["build", "--quiet", "--as-of", TODAY, "--portable", "--output", shown]);

    let files = tree(&out);
    let (mut seen, mut odd) = (0, Vec::new());
    for (path, bytes) in &files {
        // A host shows that page at any address, so its links start at the host's root.
        if Path::new(path).extension().is_none_or(|it| it != "html") || path == "404.html" {
            continue;
        }
        let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
        for holder in [" href=\"", " src=\"", " action=\"", "content=\"0; url="] {
            for rest in html.split(holder).skip(1) {
                let address = rest.split('"').next().unwrap_or_default();
                let target = address.split(['?', '#']).next().unwrap_or_default();
                if target.is_empty() || target.contains(':') {
                    continue;
                }
                seen += 1;
                if !files.contains_key(&resolved(path, target)) {
                    odd.push(format!("{path}: {address}"));
                }
            }
        }
    }
    assert!(1000 < seen, "only {seen} links");
    assert_eq!(odd, [""; 0]);
}

/// It would take the place of the site that hosts publish.
#[test]
fn a_copy_to_hand_out_needs_a_folder_of_its_own() {
    let ran = run(repository(), &["build", "--portable"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--output"), "{}", ran.err);
}

#[test]
fn a_copy_does_not_take_the_place_of_the_published_site() {
    let site = empty_folder();
    run_to(0, site.path(), &["new", "procedure", "Cấp điện"]);
    run_to(0, site.path(), &["build"]);
    let before = tree(&site.path().join("public"));
    for typed in ["public", "./public/", "content/../public"] {
        let ran = run_to(2, site.path(), &["build", "--portable", "--output", typed]);
        assert!(ran.err.contains("bản mang đi"), "{typed}: {}", ran.err);
    }
    assert!(before == tree(&site.path().join("public")));
    run_to(0, site.path(), &["build", "--portable", "--output", "usb"]);
}
