//! Disk in, [`Sources`] out. The only reader of a site's folder.
//!
//! Nothing outside the root is read: symbolic links are refused, not followed.
//! What cannot be content is listed as [`Refused`](crate::source::Refused) and
//! the rest is still read; only a broken `site.toml`, a broken theme or a
//! folder that is no site at all ends the run.

mod content;
mod names;
mod theme;

use std::fs;
use std::path::{Path, PathBuf};

use crate::config::SiteConfig;
use crate::error::{Error, Result};
use crate::source::{Fault, FaultKind, ORIGINS, SourceFile, Sources, Theme, conflict};

pub use names::is_ignored;

/// Reads the site in `root`.
///
/// # Errors
/// If there is neither `site.toml` nor `content/`, or if `site.toml` or the theme cannot be used.
pub fn read(root: &Path) -> Result<Sources> {
    let (config, config_file) = config(root)?;
    let theme = || theme::theme(root, &config, &config_file);
    let (found, theme) = rayon::join(|| content::content(root), theme);
    let theme = theme?;
    let style_file = style(&theme, &config.theme);
    Ok(Sources {
        config,
        config_file,
        style_file,
        files: found.files,
        forms: found.forms,
        refused: found.refused,
        theme,
    })
}

/// Text that is no UTF-8 has no colours that could be told.
fn style(theme: &Theme, name: &str) -> SourceFile {
    let bytes = theme.assets.iter().find(|(path, _)| path == "style.css").map(|(_, bytes)| bytes);
    let text = bytes.and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
    SourceFile::new(format!("themes/{name}/static/style.css"), text)
}

/// Brings `sources` up to date, where only what lies at `changed` can be other than they say, and
/// tells whether anything is. The paths are relative to the root.
///
/// # Errors
/// As for [`read`]; `sources` are then good for nothing.
pub fn read_again(root: &Path, sources: &mut Sources, changed: &[PathBuf]) -> Result<bool> {
    let (mut differs, mut shell) = (false, false);
    for path in changed {
        let path = path.to_str().map(|it| it.replace(std::path::MAIN_SEPARATOR, "/"));
        if path.as_ref().is_some_and(|it| it == "site.toml" || it.starts_with("themes/")) {
            shell = true;
        } else if let Some(other) = path.and_then(|it| content::again(root, &it, sources)) {
            differs |= other;
        } else {
            let now = read(root)?;
            differs |= now != *sources;
            *sources = now;
            return Ok(differs);
        }
    }
    if shell {
        let (config, config_file) = config(root)?;
        let theme = theme::theme(root, &config, &config_file)?;
        differs |= config_file != sources.config_file || theme != sources.theme;
        sources.style_file = style(&theme, &config.theme);
        (sources.config, sources.config_file, sources.theme) = (config, config_file, theme);
    }
    Ok(differs)
}

/// What `site.toml` says, without the rest of the site.
///
/// # Errors
/// As for [`read`].
pub fn settings(root: &Path) -> Result<SiteConfig> {
    config(root).map(|it| it.0)
}

/// `site.toml`, as values and as text.
fn config(root: &Path) -> Result<(SiteConfig, SourceFile)> {
    let path = root.join("site.toml");
    refuse_link(&path, "site.toml")?;
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return if root.join("content").is_dir() {
                Ok((SiteConfig::default(), SourceFile::new("site.toml", "")))
            } else {
                Err(Error::NoSite { root: root.to_owned() })
            };
        }
        Err(error) => return Err(Error::reading(&path)(error)),
    };
    let text = String::from_utf8(bytes).map_err(|error| not_utf8("site.toml".to_owned(), &error))?;
    let file = SourceFile::new("site.toml", text);
    let bom = if file.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if let Some(span) = conflict::mark(&file.text).or_else(|| conflict::line_between(&file.text)) {
        return Err(Fault { file, span: Some(span), kind: FaultKind::Conflict }.into());
    }
    let config: SiteConfig =
        toml::from_str(&file.text[bom..]).map_err(|error| of_toml(&file, bom, &error))?;
    if !names::is_plain(&config.theme) {
        return Err(Fault::of_setting(&file, "theme", FaultKind::ThemeName).into());
    }
    if !names::is_below(&config.output) {
        return Err(Fault::of_setting(&file, "output", FaultKind::OutputName).into());
    }
    if let Some(origin) = ORIGINS.into_iter().find(|it| config.output.split('/').next() == Some(*it)) {
        return Err(Fault::of_setting(&file, "output", FaultKind::OutputOrigin(origin)).into());
    }
    Ok((config, file))
}

/// A link is no part of the site, wherever it leads; `name` is what messages call it.
fn refuse_link(path: &Path, name: &str) -> Result<()> {
    if fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()) {
        return Err(Fault { file: SourceFile::new(name, ""), span: None, kind: FaultKind::Link }.into());
    }
    Ok(())
}

/// What toml says in its own words, as far as we have better ones.
fn of_toml(file: &SourceFile, bom: usize, error: &toml::de::Error) -> Fault {
    let words = error.message();
    let kind = if words.starts_with("unknown field") {
        let mut quoted = words.split('`').skip(1).step_by(2).map(str::to_owned);
        FaultKind::UnknownKey { key: quoted.next().unwrap_or_default(), known: quoted.collect() }
    } else if let Some((_, expected)) = words
        .strip_prefix("invalid type")
        .or_else(|| words.strip_prefix("invalid value"))
        .and_then(|it| it.split_once(", expected "))
    {
        FaultKind::WrongType(expected.to_owned())
    } else if words == "duplicate key" {
        FaultKind::DuplicateKey
    } else {
        FaultKind::Toml(words.to_owned())
    };
    let span = error.span().map(|it| it.start + bom..it.end + bom);
    Fault { file: file.clone(), span, kind }
}

/// Editors count lines, not bytes.
fn not_utf8(path: String, error: &std::string::FromUtf8Error) -> Fault {
    let at = error.utf8_error().valid_up_to();
    let line = error.as_bytes()[..at].split(|it| *it == b'\n').count();
    let text = String::from_utf8_lossy(error.as_bytes());
    let span = Some(at..at + '\u{fffd}'.len_utf8());
    Fault { file: SourceFile::new(path, &*text), span, kind: FaultKind::NotUtf8 { line } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Refusal;

    fn site(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a folder");
        for (path, bytes) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        root
    }

    #[test]
    fn sorts_and_keeps_bytes() {
        let root = site(&[
            ("content/b.yaml", b"\xef\xbb\xbfa: 1\r\n"),
            ("content/a/x.md", b"x"),
            ("content/a.yaml", b""),
            ("content/files/don.pdf", b"%PDF"),
            ("content/.git/x.yaml", b"x"),
            ("content/b.yaml~", b"x"),
            ("content/.b.yaml.swp", b"x"),
        ]);
        let sources = read(root.path()).expect("a site");
        let paths: Vec<&str> = sources.files.iter().map(|it| &*it.path).collect();
        assert_eq!(paths, ["content/a.yaml", "content/a/x.md", "content/b.yaml"]);
        assert_eq!(&*sources.files[2].text, "\u{feff}a: 1\r\n");
        assert_eq!(sources.forms[0].path, "files/don.pdf");
        assert_eq!(sources.refused, []);
    }

    #[test]
    fn refuses_what_is_no_text() {
        let root = site(&[
            ("content/bad.yaml", b"a: \xff"),
            ("content/nul.md", b"x"),
            ("content/zero.yaml", b"a\0"),
            ("content/x.exe", b"MZ"),
            ("content/big.yaml", &vec![b'a'; (4 << 20) + 1]),
            ("content/folder.yaml/x", b""),
        ]);
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/passwd", root.path().join("content/link.yaml")).expect("a link");
        let sources = read(root.path()).expect("a site");
        let mut why: Vec<(&str, &Refusal)> =
            sources.refused.iter().map(|it| (it.path.as_str(), &it.why)).collect();
        why.retain(|(path, _)| *path != "content/link.yaml");
        assert_eq!(
            why,
            [
                ("content/bad.yaml", &Refusal::NotUtf8 { offset: 3 }),
                ("content/big.yaml", &Refusal::TooLarge { bytes: (4 << 20) + 1, limit: 4 << 20 }),
                ("content/folder.yaml", &Refusal::Folder),
                ("content/nul.md", &Refusal::Name { sign: None }),
                ("content/x.exe", &Refusal::UnknownKind),
                ("content/zero.yaml", &Refusal::NotUtf8 { offset: 1 }),
            ]
        );
        assert!(sources.files.is_empty());
        #[cfg(unix)]
        assert!(
            sources.refused.iter().any(|it| it.path == "content/link.yaml" && it.why == Refusal::NotAFile)
        );
    }

    #[test]
    fn a_folder_that_is_no_site_is_an_error() {
        let root = site(&[]);
        assert!(matches!(read(root.path()), Err(Error::NoSite { .. })));
        let root = site(&[("site.toml", b"titel = 'x'")]);
        assert!(matches!(read(root.path()), Err(Error::Fault(_))));
        let root = site(&[("site.toml", b"[owner]\n\nname = 'Vi\xea\xa4n'")]);
        let Err(Error::Fault(fault)) = read(root.path()) else { panic!("it is not UTF-8") };
        assert_eq!(fault.kind, FaultKind::NotUtf8 { line: 3 });
        let root = site(&[("site.toml", b"theme = '../x'")]);
        assert!(matches!(read(root.path()), Err(Error::Fault(_))));
        for output in ["", "..", "../x", "a/../..", "/tmp/x", "C:/x", "a\\\\b", "./x"] {
            let root = site(&[("site.toml", format!("output = \"{output}\"").as_bytes())]);
            assert!(matches!(read(root.path()), Err(Error::Fault(_))), "{output:?}");
        }
    }

    /// Paths, what happens to them, and whether the sources are other ones then.
    type Step<'a> = (&'a [&'a str], &'a dyn Fn(), bool);

    /// Each step is an editor's; what is read again must be what a first reader finds.
    #[test]
    fn reading_again_finds_what_reading_finds() {
        let site = site(&[
            ("site.toml", b"title = \"x\""),
            ("content/a.yaml", b"a"),
            ("content/b/c.yaml", b"c"),
            ("content/b/d.md", b"d"),
            ("content/files/don.pdf", b"%PDF"),
        ]);
        let root = site.path();
        let save = |path: &str, bytes: &[u8]| {
            fs::create_dir_all(root.join(path).parent().expect("a parent")).expect("a folder");
            fs::write(root.join(path), bytes).expect("a file");
        };
        let steps: [Step<'_>; 16] = [
            (&["content/a.yaml"], &|| save("content/a.yaml", b"b"), true),
            (&["content/a.yaml"], &|| save("content/a.yaml", b"b"), false),
            (&["content/b/e.yaml"], &|| save("content/b/e.yaml", b"e"), true),
            (&["content/b/e.yaml"], &|| fs::remove_file(root.join("content/b/e.yaml")).expect("gone"), true),
            (&["content/b/nothing"], &|| {}, false),
            (&["content/b/c.yaml"], &|| save("content/b/c.yaml", b"\xff"), true),
            (&["content/b/c.yaml"], &|| save("content/b/c.yaml", b"c"), true),
            (&["content/n/o/p.yaml"], &|| save("content/n/o/p.yaml", b"p"), true),
            (
                &["content/n"],
                &|| fs::rename(root.join("content/n"), root.join("content/m")).expect("moved"),
                true,
            ),
            (&["content/m"], &|| fs::remove_dir_all(root.join("content/m")).expect("gone"), true),
            (&["content/files/don.pdf"], &|| save("content/files/don.pdf", b"%PDF-"), true),
            (&["content/b/x.exe"], &|| save("content/b/x.exe", b"MZ"), true),
            (&["site.toml"], &|| save("site.toml", b"title = \"y\""), true),
            (&["themes/default/static/style.css"], &|| save("themes/default/static/style.css", b"p{}"), true),
            (&["content/b/d.md"], &|| fs::remove_file(root.join("content/b/d.md")).expect("gone"), true),
            (&["content/b/d.md", "content/a.yaml"], &|| save("content/b/d.md/f.md", b"f"), true),
        ];
        let mut sources = read(root).expect("a site");
        for (nth, (changed, step, differs)) in steps.into_iter().enumerate() {
            step();
            let changed: Vec<PathBuf> = changed.iter().map(PathBuf::from).collect();
            let told = read_again(root, &mut sources, &changed).expect("a site");
            assert_eq!(sources, read(root).expect("a site"), "step {nth}: {changed:?}");
            assert_eq!(told, differs, "step {nth}: {changed:?}");
        }
    }

    #[test]
    fn a_site_lays_its_theme_over_the_default_one() {
        let root = site(&[
            ("content/a.yaml", b""),
            ("themes/default/templates/own.html", b"own"),
            ("themes/default/words/vi.yaml", b"\xef\xbb\xbfown-words: xin"),
            ("themes/default/static/own.css", b"p{}"),
        ]);
        let theme = read(root.path()).expect("a site").theme;
        assert!(theme.templates.iter().any(|(name, text)| name == "own.html" && &**text == "own"));
        assert_eq!(theme.words["vi"]["own-words"], "xin");
        assert!(theme.assets.iter().any(|(path, _)| path == "own.css"));
    }

    #[test]
    fn words_of_a_language_that_the_site_does_not_speak_were_read_by_every_command() {
        for (languages, words_in_english) in
            [("[\"vi\"]", false), ("[\"en\"]", true), ("[\"vi\", \"en\"]", true)]
        {
            let settings = format!("languages = {languages}");
            let root = site(&[("site.toml", settings.as_bytes()), ("content/a.yaml", b"")]);
            let words = read(root.path()).expect("a site").theme.words;
            // It may be chosen, and Vietnamese stands in for it.
            assert_eq!(
                (words["en"].is_empty(), words["vi"].is_empty()),
                (!words_in_english, false),
                "{languages}"
            );
        }
    }
}
