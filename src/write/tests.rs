use super::*;

fn site(files: &[(&str, &str)]) -> Vec<OutputFile> {
    files.iter().map(|(path, text)| OutputFile::text(*path, (*text).to_owned())).collect()
}

fn write(files: &[OutputFile], out: &Path) -> Result<Written> {
    let staging = Staging::open(out)?;
    staging.take(files.to_vec())?;
    staging.publish()
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
    assert_eq!(written, Written { changed: 1, unchanged: 1, removed: 1 });
    assert!(!out.join("x").exists());
    assert_eq!(time(), first, "a file that stays keeps its time");
    assert!(!beside(&out, "new").exists());
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
fn a_page_of_which_one_digit_changes_is_written_anew() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    write(&site(&[("index.html", "5 ngày")]), &out).expect("written");
    // As after a while: until the disk's clock has gone on, files are read and not believed.
    #[cfg(unix)]
    while !Moment::of(&out, SystemTime::now())
        .is_some_and(|it| it.is_later_than(&out, "index.html", "5 ngày".len() as u64))
    {
        let mark = out.join(manifest::NAME);
        fs::write(&mark, read(mark.clone())).expect("the manifest");
    }
    let written = write(&site(&[("index.html", "7 ngày")]), &out).expect("written");
    assert_eq!(written, Written { changed: 1, ..Written::default() });
    assert_eq!(read(out.join("index.html")), "7 ngày");
}

#[test]
fn a_folder_takes_the_place_of_a_file_and_a_file_that_of_a_folder() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    write(&site(&[("a", "1"), ("b/c/d", "2"), ("b/e", "3"), ("b2", "4")]), &out).expect("written");
    write(&site(&[("a/f/g", "5"), ("b", "6"), ("b2", "4")]), &out).expect("written");
    assert_eq!(["a/f/g", "b", "b2"].map(|it| read(out.join(it))), ["5", "6", "4"]);
}

#[test]
fn a_file_with_spaces_in_its_name_goes_with_its_record() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    write(&site(&[("a", "1"), ("files/đơn xin cấp  điện.pdf", "2")]), &out).expect("written");
    write(&site(&[("a", "1")]), &out).expect("written");
    assert!(!out.join("files").exists());
}

#[test]
fn an_output_that_is_a_file_or_a_link_is_refused() {
    let root = tempfile::tempdir().expect("a folder");
    let file = root.path().join("file");
    fs::write(&file, "mine").expect("a file");
    let refused = |out: &Path| match write(&site(&[("a", "1")]), out) {
        Err(Error::Output { why, .. }) => why,
        other => panic!("{other:?}"),
    };
    assert!(matches!(refused(&file), Refused::File));
    assert_eq!(read(file), "mine");
    #[cfg(unix)]
    {
        let (place, link) = (root.path().join("place"), root.path().join("link"));
        fs::create_dir(&place).expect("a folder");
        std::os::unix::fs::symlink(&place, &link).expect("a link");
        assert!(matches!(refused(&link), Refused::Link));
        assert_eq!(fs::read_dir(place).expect("a folder").count(), 0);
    }
}

#[test]
fn repairs_a_file_of_the_same_length_and_an_old_time() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let files = site(&[("index.html", "abc"), ("b.html", "abc")]);
    write(&files, &out).expect("written");
    let old = fs::metadata(out.join("index.html")).and_then(|it| it.modified()).expect("a time");
    fs::write(out.join("index.html"), "xyz").expect("a file");
    let file = fs::File::options().write(true).open(out.join("index.html")).expect("a file");
    file.set_modified(old).expect("a time");
    assert_eq!(write(&files, &out).expect("written"), Written { changed: 1, unchanged: 1, removed: 0 });
    assert_eq!(read(out.join("index.html")), "abc");
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
fn finishes_what_a_killed_run_began_to_put_in_place() {
    let old = site(&[("a.html", "old"), ("b/index.html", "old"), ("c", "stays"), ("d", "goes")]);
    let new = site(&[("a.html", "new"), ("b/index.html", "new"), ("c", "stays"), ("d/index.html", "new")]);
    // Killed after that many of the steps.
    for steps in 0..4 {
        let root = tempfile::tempdir().expect("a folder");
        let out = root.path().join("public");
        write(&old, &out).expect("written");
        let staging = Staging::open(&out).expect("open");
        staging.take(new.clone()).expect("taken");
        let entries = new.iter().map(|it| (it.path.clone(), Entry::of(&it.bytes))).collect();
        Manifest { entries }.save(&staging.new).expect("saved");
        let (from, lock) = (staging.new.clone(), staging);
        if 0 < steps {
            fs::remove_file(out.join("d")).expect("removed");
        }
        for path in ["a.html", "b/index.html"].into_iter().take(steps.max(1) - 1) {
            fs::rename(from.join(path), out.join(path)).expect("a rename");
        }
        drop(lock);
        let next = Staging::open(&out).expect("open");
        assert_eq!(next.repaired, Some(Repair::Finished), "{steps}");
        next.take(new.clone()).expect("taken");
        assert_eq!(next.publish().expect("published"), Written { unchanged: 4, ..Written::default() });
        assert_eq!(read(out.join("d/index.html")), "new");
        assert!(!from.exists());
    }
}

#[test]
fn a_first_site_is_finished_too() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let files = site(&[("index.html", "a")]);
    write(&files, &out).expect("written");
    fs::rename(&out, beside(&out, "new")).expect("a rename");
    let staging = Staging::open(&out).expect("open");
    assert_eq!(staging.repaired, Some(Repair::Finished));
    assert_eq!(read(out.join("index.html")), "a");
}

#[test]
fn a_site_that_is_not_published_leaves_no_trace() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    write(&site(&[("index.html", "a")]), &out).expect("written");
    let staging = Staging::open(&out).expect("open");
    staging.take(site(&[("index.html", "b")])).expect("taken");
    drop(staging);
    assert_eq!(read(out.join("index.html")), "a");
    assert!(!beside(&out, "new").exists());
}

#[test]
fn clears_away_only_what_a_build_left() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let new = beside(&out, "new");
    fs::create_dir(&new).expect("a folder");
    fs::write(new.join("photo.jpg"), "ours").expect("a file");
    assert!(matches!(write(&[], &out), Err(Error::Output { .. })));
    assert_eq!(read(new.join("photo.jpg")), "ours");
    fs::remove_dir_all(&new).expect("removed");
    fs::create_dir_all(new.join("x")).expect("a folder");
    manifest::mark(&new).expect("a mark");
    fs::write(new.join("x/y.html"), "half").expect("a file");
    assert_eq!(Staging::open(&out).expect("open").repaired, Some(Repair::ClearedAway));
    assert!(!new.exists());
}

#[test]
fn files_of_others_stay_and_links_are_not_followed() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    write(&site(&[("a/index.html", "a"), ("b/index.html", "b")]), &out).expect("written");
    fs::write(out.join("CNAME"), "example.vn").expect("a file");
    write(&site(&[("a/index.html", "c")]), &out).expect("written");
    assert_eq!(read(out.join("CNAME")), "example.vn");
    #[cfg(unix)]
    {
        let elsewhere = root.path().join("elsewhere");
        fs::rename(out.join("a"), &elsewhere).expect("a rename");
        std::os::unix::fs::symlink(&elsewhere, out.join("a")).expect("a link");
        for next in [site(&[("a/index.html", "d")]), Vec::new()] {
            assert!(matches!(write(&next, &out), Err(Error::Output { .. })));
        }
        assert_eq!(read(elsewhere.join("index.html")), "c");
    }
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

/// What a manifest names goes when the next site lacks it, and its empty folders with it.
#[test]
fn a_manifest_that_names_what_lies_outside_deleted_it() {
    for path in ["../x", "/x", "a/../../x", "..", "a/.."] {
        for folder in ["public", ".public.new"] {
            let root = tempfile::tempdir().expect("a folder");
            let out = root.path().join("public");
            write(&site(&[("index.html", "a")]), &out).expect("written");
            fs::write(root.path().join("x"), "mine").expect("a file");
            let manifest = root.path().join(folder).join(manifest::NAME);
            fs::create_dir_all(root.path().join(folder)).expect("a folder");
            let line = format!("0123456789abcdef 4 {path}\n");
            fs::write(manifest, format!("{}{line}", read(out.join(manifest::NAME)))).expect("a manifest");
            match write(&site(&[("index.html", "b")]), &out) {
                Err(Error::Output { path: told, why: Refused::Manifest }) => {
                    assert_eq!(told, root.path().join(folder), "{path}");
                }
                other => panic!("{folder}, {path}: {other:?}"),
            }
            assert_eq!(read(root.path().join("x")), "mine", "{folder}, {path}");
            assert_eq!(read(out.join("index.html")), "a", "{folder}, {path}");
        }
    }
}

/// A run that ends what another began was told of no link.
#[cfg(unix)]
#[test]
fn a_killed_run_is_not_finished_through_a_link() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    write(&site(&[("a/index.html", "a"), ("b/index.html", "b")]), &out).expect("written");
    let new = beside(&out, "new");
    fs::create_dir(&new).expect("a folder");
    let entries = [("b/index.html".to_owned(), Entry::of(b"b"))].into();
    Manifest { entries }.save(&new).expect("saved");
    let elsewhere = root.path().join("elsewhere");
    fs::rename(out.join("a"), &elsewhere).expect("a rename");
    std::os::unix::fs::symlink(&elsewhere, out.join("a")).expect("a link");
    assert!(matches!(Staging::open(&out), Err(Error::Output { why: Refused::Link, .. })));
    assert_eq!(read(elsewhere.join("index.html")), "a");
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

#[test]
fn a_run_killed_before_its_mark_was_written_is_cleared_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    let new = folder.path().join(".public.new");
    fs::create_dir(&new).expect("a folder");
    fs::write(new.join(manifest::NAME), "").expect("a mark without a word");
    assert_eq!(Staging::open(&out).expect("open").repaired, Some(Repair::ClearedAway));
}

#[cfg(unix)]
#[test]
fn a_first_site_that_is_not_published_leaves_no_lock_file() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("public");
    let staging = Staging::open(&out).expect("open");
    staging.take(site(&[("index.html", "a")])).expect("taken");
    drop(staging);
    assert_eq!(fs::read_dir(root.path()).expect("a folder").count(), 0);
}

/// And a pipe at the place of a page was waited for for ever.
#[cfg(unix)]
#[test]
fn a_page_that_somebody_made_a_link_to_its_like_stayed_a_link() {
    let root = tempfile::tempdir().expect("a folder");
    let (out, aside) = (root.path().join("public"), root.path().join("aside"));
    let files = site(&[("index.html", "5 ngày")]);
    write(&files, &out).expect("a site");
    fs::rename(out.join("index.html"), &aside).expect("moved");
    std::os::unix::fs::symlink(&aside, out.join("index.html")).expect("a link");
    assert_eq!(write(&files, &out).expect("a site").changed, 1);
    assert!(fs::symlink_metadata(out.join("index.html")).expect("a file").is_file());
    assert_eq!(fs::read_to_string(aside).expect("a file"), "5 ngày");
}

#[cfg(unix)]
#[test]
fn a_lock_that_was_a_link_made_a_file_elsewhere() {
    let root = tempfile::tempdir().expect("a folder");
    let (out, elsewhere) = (root.path().join("public"), root.path().join("elsewhere"));
    std::os::unix::fs::symlink(&elsewhere, beside(&out, "lock")).expect("a link");
    let refused = write(&site(&[("index.html", "a")]), &out);
    assert!(matches!(refused, Err(Error::Output { why: Refused::Link, .. })));
    assert!(!elsewhere.exists() && !out.exists());
}
