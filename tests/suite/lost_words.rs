//! What the program says goes into files and pipes too, which end or fill up.

use std::fs::{File, OpenOptions};
use std::process::Stdio;

use crate::program::{TODAY, real_catalogue, run_to, thutuc};

#[cfg(target_os = "linux")]
#[test]
fn half_a_file_on_a_full_disk_does_not_pass_for_a_whole_one() {
    let site = real_catalogue();
    for arguments in [&["schema", "procedure"][..], &["check", "--format", "json"], &["stats"], &["explain"]]
    {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("a disk that is always full");
        let ran = thutuc(site.path())
            .args(arguments)
            .args(["--lang", "en"])
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .expect("it runs");
        let told = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {told}");
        assert!(told.contains("stdout"), "{arguments:?}: {told}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_changes_nothing() {
    let site = real_catalogue();
    let mut running = thutuc(site.path())
        .args(["check", "--as-of", TODAY, "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(running.stdout.take());
    let ran = running.wait_with_output().expect("it ends");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert_eq!((ran.status.code(), &*told), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn questions_that_cannot_be_read_are_not_answered_for_ever() {
    let site = real_catalogue();
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    let folder = File::open(site.path()).expect("a folder opens as a file does");
    let ran = thutuc(site.path())
        .args(["search", "--json-lines", "--lang", "en"])
        .stdin(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .expect("it ends");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(2), "{told}");
    assert!(told.contains("stdin"), "{told}");
}
