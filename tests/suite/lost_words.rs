//! What the program says goes into files and pipes too, which end or fill up.

use std::fs::{File, OpenOptions};
use std::process::{Command, Stdio};

use crate::program::{TODAY, real_catalogue, run_to, thutuc};

#[cfg(target_os = "linux")]
#[test]
fn half_a_file_on_a_full_disk_does_not_pass_for_a_whole_one() {
    let site = real_catalogue();
    let printed: [&[&str]; 7] = [
        &["schema", "procedure"],
        &["check", "--format", "json"],
        &["stats"],
        &["explain"],
        &["--help"],
        &["help", "build"],
        &["--version"],
    ];
    for arguments in printed {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("a disk that is always full");
        refused(thutuc(site.path()).args(arguments).stdout(full), "stdout");
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
    let search = ["search", "--json-lines"];
    refused(thutuc(site.path()).args(search).stdin(folder).stdout(Stdio::null()), "stdin");
}

/// It ends as after an error, and names the stream that failed.
#[track_caller]
fn refused(command: &mut Command, stream: &str) {
    let ran = command.args(["--lang", "en"]).stderr(Stdio::piped()).output().expect("it runs");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(2), "{command:?}: {told}");
    assert!(told.contains(stream), "{command:?}: {told}");
}
