use super::*;

fn site(files: &[(&str, &str)]) -> Vec<OutputFile> {
    files.iter().map(|(path, text)| OutputFile::text(*path, (*text).to_owned())).collect()
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(path).expect("a file")
}

#[test]
fn writes_once_and_removes_what_is_gone() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let files = site(&[("index.html", "a"), ("x/index.html", "b")]);
    assert_eq!(write(&files, &out).expect("written"), Written { changed: 2, ..Written::default() });
    let time = || fs::metadata(out.join("index.html")).expect("a file").modified().expect("a time");
    let first = time();
    assert_eq!(write(&files, &out).expect("written"), Written { unchanged: 2, ..Written::default() });

    let fewer = site(&[("index.html", "a"), ("y.html", "c")]);
    let written = write(&fewer, &out).expect("written");
    assert_eq!(written, Written { changed: 1, unchanged: 1, removed: 1, repaired: None });
    assert!(!out.join("x").exists());
    assert_eq!(time(), first, "a file that stays keeps its time");
    assert!(!beside(&out, "new").exists() && !beside(&out, "old").exists());
}

#[test]
fn repairs_a_file_that_somebody_changed() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let files = site(&[("index.html", "a")]);
    write(&files, &out).expect("written");
    fs::write(out.join("index.html"), "changed").expect("a file");
    assert_eq!(write(&files, &out).expect("written").changed, 1);
    assert_eq!(read(out.join("index.html")), "a");
}

#[test]
fn leaves_alone_what_is_not_ours() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    fs::create_dir(&out).expect("a folder");
    write(&[], &out).expect("an empty folder is free to take");
    let other = root.path().join("thesis");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("chapter.txt"), "years of work").expect("a file");
    let files = site(&[("index.html", "a")]);
    assert!(matches!(write(&files, &other), Err(Error::Output { .. })));
    assert_eq!(read(other.join("chapter.txt")), "years of work");
    #[cfg(unix)]
    {
        let link = root.path().join("link");
        std::os::unix::fs::symlink(&out, &link).expect("a link");
        assert!(matches!(write(&files, &link), Err(Error::Output { .. })));
    }
}

#[test]
fn puts_the_old_site_back_after_a_kill_between_the_renames() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let files = site(&[("index.html", "a")]);
    write(&files, &out).expect("written");
    fs::rename(&out, beside(&out, "old")).expect("a rename");
    fs::create_dir(beside(&out, "new")).expect("a folder");
    let written = write(&files, &out).expect("written");
    assert_eq!(written, Written { unchanged: 1, repaired: Some(Repair::PutBack), ..Written::default() });
}

#[test]
fn clears_away_only_what_a_build_left() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let files = site(&[("index.html", "a"), ("x/y.html", "b")]);
    for what in ["new", "old"] {
        let aside = beside(&out, what);
        fs::create_dir(&aside).expect("a folder");
        fs::write(aside.join("photo.jpg"), "ours").expect("a file");
        assert!(matches!(write(&files, &out), Err(Error::Output { .. })), "{what}");
        assert_eq!(read(aside.join("photo.jpg")), "ours");
        fs::remove_dir_all(&aside).expect("removed");
    }
    write(&files, &out).expect("written");
    let half = beside(&out, "new");
    fs::create_dir_all(half.join("x")).expect("a folder");
    Manifest::of(&files).expect("a manifest").save(&half).expect("saved");
    fs::write(half.join("x/y.html"), "half").expect("a file");
    assert_eq!(write(&files, &out).expect("written").repaired, Some(Repair::ClearedAway));
    assert!(!half.exists());
}

#[test]
fn a_second_run_at_once_is_turned_away() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let held = lock(&out).expect("the lock");
    assert!(matches!(write(&[], &out), Err(Error::Busy { .. })));
    drop(held);
    write(&[], &out).expect("written");
}

#[test]
fn a_path_that_leads_out_of_the_site_is_refused() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    for path in ["../x", "/x", "a/../../x", "a\\b", "c:x", "", "a//b", "a/./b"] {
        assert!(matches!(write(&site(&[(path, "x")]), &out), Err(Error::Output { .. })), "{path:?}");
    }
    assert!(!out.exists());
}

#[test]
fn output_never_lies_in_or_over_the_sources() {
    let root = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(root.path().join("content/a")).expect("a folder");
    for out in [".", "..", "content", "content/a/b", "public/../content", "/", "themes/x"] {
        assert!(matches!(place(root.path(), Path::new(out)), Err(Error::Output { .. })), "{out:?}");
    }
    let root = root.path().canonicalize().expect("a folder");
    assert_eq!(place(&root, Path::new("a/public")).expect("a place"), root.join("a/public"));
}
