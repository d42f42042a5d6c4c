//! A build that is killed, at whatever moment: the old site, the new one, or the next run says what it mends.

use std::fs;
use std::path::Path;

use crate::program::{TODAY, folder, put, run_to, thutuc, tree};

const PROCEDURES: usize = 40;

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

    let (mut as_before, mut as_after, mut mended) = (0, 0, 0);
    for nth in 0..20 {
        write_all(root, "cũ");
        run_to(0, root, &build);
        assert_eq!(tree(&out), old, "round {nth}");
        write_all(root, "mới");
        let mut killed = thutuc(root).args(build).arg("--quiet").spawn().expect("the program starts");
        // From the first file that waits to the moment when they are all put in place.
        let enough = 1 + nth * (PROCEDURES + 20) / 18;
        let mut most = 0;
        while killed.try_wait().expect("a child").is_none() {
            let now = staged(root);
            // They are growing fewer: it is putting them in place.
            if enough <= now || (now < most && 18 <= nth) {
                killed.kill().expect("a child");
                break;
            }
            most = most.max(now);
        }
        killed.wait().expect("it ends");
        let left = tree(&out);
        let whole = left == old || left == new;
        as_before += usize::from(left == old);
        as_after += usize::from(left == new);
        let next = run_to(0, root, &build);
        assert_eq!(tree(&out), new, "round {nth}: the next run did not finish");
        assert_eq!(staged(root), 0, "round {nth}: something still waits");
        if !whole {
            mended += 1;
            assert!(next.out.contains("cut off"), "round {nth}: it does not say that it mends: {}", next.out);
        }
    }
    assert!(0 < as_before, "never killed in time: {as_before} old, {as_after} new, {mended} mended");
    assert_eq!(as_before + as_after + mended, 20);
}
