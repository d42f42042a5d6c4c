//! Same input, same bytes: whatever the machine, its clock, its language, its disk.

use std::fs;
use std::path::Path;

use crate::program::{TODAY, empty_folder, real_catalogue, repository, thutuc, tree};

/// Environment, threads and the folder's own name, as machines differ in them.
const MACHINES: [(&str, &str, &str, &str); 4] = [
    ("1", "UTC", "C", "public"),
    ("2", "Asia/Ho_Chi_Minh", "vi_VN.UTF-8", "another place"),
    ("5", "Pacific/Kiritimati", "en_US.UTF-8", "đẹp"),
    ("16", "America/Adak", "tr_TR.UTF-8", "x/y/z"),
];

#[test]
fn every_machine_builds_the_same_site() {
    let out = empty_folder();
    let mut sites = Vec::new();
    for (nth, (threads, zone, language, folder)) in MACHINES.into_iter().enumerate() {
        // Copied in another order each time, so that the disk lists the files in another order.
        let root = if nth % 2 == 0 { real_catalogue() } else { backwards() };
        let to = out.path().join(folder);
        let ran = thutuc(root.path())
            .args(["build", "--quiet", "--as-of", TODAY, "--output"])
            .arg(&to)
            .envs([("RAYON_NUM_THREADS", threads), ("TZ", zone), ("LANG", language), ("LC_ALL", language)])
            .output()
            .expect("the program starts");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
        sites.push(tree(&to));
    }
    let (first, others) = sites.split_first().expect("a site");
    assert!(first.len() > 100, "only {} files", first.len());
    for (other, machine) in others.iter().zip(&MACHINES[1..]) {
        let differ: Vec<&String> =
            first.keys().chain(other.keys()).filter(|path| first.get(*path) != other.get(*path)).collect();
        assert!(differ.is_empty(), "{machine:?}: {differ:?}");
    }
}

/// The real catalogue, its files made last first.
fn backwards() -> tempfile::TempDir {
    let root = empty_folder();
    let files = tree(&repository().join("content"));
    for (path, bytes) in files.iter().rev() {
        put(&root.path().join("content").join(path), bytes);
    }
    put(&root.path().join("site.toml"), &fs::read(repository().join("site.toml")).expect("settings"));
    root
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}
