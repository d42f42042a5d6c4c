//! The real program, run on a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What the tests take for today.
pub(crate) const TODAY: &str = "2026-12-01";

/// How a run ended and what it said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program with an environment that has no say in anything.
pub(crate) fn thutuc(root: &Path) -> Command {
    own_environment(Command::new(env!("CARGO_BIN_EXE_thutuc")), root)
}

fn own_environment(mut command: Command, root: &Path) -> Command {
    command.current_dir(root).stdin(Stdio::null());
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "TZ", "RAYON_NUM_THREADS", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

/// Runs to the end; panics if it cannot start or was killed.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Ran {
    ran(thutuc(root).args(arguments))
}

/// [`run`], and kills it where it takes more than so many seconds of a core: of a clock they would
/// depend on what else the machine does.
pub(crate) fn run_within(seconds: u32, root: &Path, arguments: &[&str]) -> Ran {
    let limited = format!("ulimit -t {seconds} && exec \"$0\" \"$@\"");
    let mut shell = own_environment(Command::new("sh"), root);
    ran(shell.args(["-c", &limited, env!("CARGO_BIN_EXE_thutuc")]).args(arguments))
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    Ran {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// [`run`], and everything it said if it ended otherwise.
#[track_caller]
pub(crate) fn run_to(code: i32, root: &Path, arguments: &[&str]) -> Ran {
    let ran = run(root, arguments);
    assert_eq!(ran.code, code, "{arguments:?}\n{}\n{}", ran.out, ran.err);
    ran
}

pub(crate) fn empty_folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Path and text of every file.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let root = empty_folder();
    for (path, text) in files {
        put(root.path(), path, text);
    }
    root
}

pub(crate) fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The real catalogue in a folder of its own.
pub(crate) fn real_catalogue() -> TempDir {
    let root = empty_folder();
    fs::copy(repository().join("site.toml"), root.path().join("site.toml")).expect("a copy");
    for (path, bytes) in tree(&repository().join("content")) {
        let to = root.path().join("content").join(path);
        fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        fs::write(to, bytes).expect("a copy");
    }
    root
}

/// Every file below a folder: path with `/`, and bytes.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                left.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("it lies below");
                let bytes = fs::read(&path).expect("a file");
                found.insert(below.to_string_lossy().replace('\\', "/"), bytes);
            }
        }
    }
    found
}
