//! A build that is killed, at whatever moment: the old site, the new one, or the next run says what it mends.

use std::fs;
use std::path::Path;
use std::process::Child;

use crate::program::{TODAY, folder, put, run_to, thutuc, tree};

const PROCEDURES: usize = 40;

/// How often a moment is waited for.
const TRIES: usize = 40;

fn write_all(root: &Path, word: &str) {
    for nth in 0..PROCEDURES {
        let text = format!(
            "title: Thủ tục {word} số {nth}\nfield: a\nagency: b\nonline: {{level: information}}\nunconfirmed: [time, fee]\n"
        );
        put(root, &format!("content/procedures/p-{nth}.yaml"), &text);
    }
}

/// How many files wait beside the site, the list of them included.
fn staged(root: &Path) -> usize {
    let waiting = root.join(".public.new");
    if waiting.is_dir() { count(&waiting) } else { 0 }
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|it| if it.path().is_dir() { count(&it.path()) } else { 1 }).sum()
}

/// Does the list of a whole site stand there, so that it is being put in place?
fn is_complete(root: &Path) -> bool {
    fs::read(root.join(".public.new/.thutuc-manifest")).is_ok_and(|it| it.starts_with(b"thutuc 1\n"))
}

/// When a build is killed.
#[derive(Debug, Clone, Copy)]
enum At {
    /// So many files wait.
    Waiting(usize),
    /// So many of them are in place.
    Moving(usize),
    /// All are in place.
    Moved,
}

/// Kills a build at that moment or lets it end, whichever comes first.
fn kill(mut build: Child, at: At, root: &Path) {
    let (mut complete, mut begun) = (None, false);
    while build.try_wait().expect("a child").is_none() {
        let now = match at {
            At::Waiting(enough) => enough <= staged(root),
            At::Moving(_) if complete.is_none() => {
                complete = is_complete(root).then(|| staged(root));
                false
            }
            At::Moving(enough) => complete.is_some_and(|it| staged(root) + enough <= it),
            At::Moved => {
                let waits = root.join(".public.new").exists();
                begun |= waits;
                begun && !waits
            }
        };
        if now {
            build.kill().expect("a child");
            break;
        }
    }
    build.wait().expect("it ends");
}

#[test]
fn leaves_the_old_site_or_the_new_one_or_says_what_it_mends() {
    let site =
        folder(&[("content/fields.yaml", "a: {title: A}\n"), ("content/agencies/b.yaml", "title: B\n")]);
    let root = site.path();
    let out = root.join("public");
    let build = ["build", "--lang", "en", "--as-of", TODAY];
    write_all(root, "cũ");
    run_to(0, root, &build);
    let old = tree(&out);
    write_all(root, "mới");
    run_to(0, root, &build);
    let new = tree(&out);
    assert_ne!(old, new);

    let met = |at: At, round: usize| {
        write_all(root, "cũ");
        run_to(0, root, &build);
        assert_eq!(tree(&out), old, "{at:?}, round {round}");
        write_all(root, "mới");
        kill(thutuc(root).args(build).arg("--quiet").spawn().expect("the program starts"), at, root);
        let (left, complete, waiting) = (tree(&out), is_complete(root), staged(root));
        let is_of_one =
            |(path, bytes): (&String, &Vec<u8>)| old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
        assert!(left.iter().all(is_of_one), "{at:?}, round {round}: a file is of neither site");
        let next = run_to(0, root, &build);
        assert_eq!(tree(&out), new, "{at:?}, round {round}: the next run did not finish");
        assert_eq!(staged(root), 0, "{at:?}, round {round}: something still waits");
        let said = |words: &str| next.out.contains(words);
        assert_eq!(said("that is now done"), complete, "{at:?}, round {round}: {}", next.out);
        assert_eq!(said("cleared away"), 0 < waiting && !complete, "{at:?}, round {round}: {}", next.out);
        assert!(complete || left == old || left == new, "{at:?}, round {round}: neither site, and no list");
        match at {
            At::Waiting(_) => left == old && 0 < waiting && !complete,
            At::Moving(_) => left != old && left != new,
            At::Moved => left == new && waiting == 0,
        }
    };
    let some = |most: usize| (0..4).map(move |nth| 1 + nth * most / 4);
    let moments = some(PROCEDURES).map(At::Waiting).chain(some(PROCEDURES).map(At::Moving));
    for at in moments.chain([At::Moved]) {
        // Where the machine is slow to look, the build may be past that moment.
        assert!((0..TRIES).any(|round| met(at, round)), "{at:?} was never met");
    }
}
