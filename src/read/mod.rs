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
use std::path::Path;

use crate::config::SiteConfig;
use crate::error::{Error, Result};
use crate::source::{SourceFile, Sources, Theme};

pub use names::is_ignored;

/// Reads the site in `root`.
///
/// # Errors
/// If there is neither `site.toml` nor `content/`, or if `site.toml` or the theme cannot be used.
pub fn read(root: &Path) -> Result<Sources> {
    let (config, config_file) = config(root)?;
    let found = content::content(root);
    let theme = theme::theme(root, &config.theme)?;
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

/// `site.toml`, as values and as text.
fn config(root: &Path) -> Result<(SiteConfig, SourceFile)> {
    let path = root.join("site.toml");
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
    let wrong =
        |source: Box<dyn std::error::Error + Send + Sync>| Error::Config { path: path.clone(), source };
    let text = String::from_utf8(bytes).map_err(|error| wrong(error.into()))?;
    let values = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let config: SiteConfig = toml::from_str(values).map_err(|error| wrong(error.into()))?;
    if !names::is_plain(&config.theme) {
        return Err(wrong("`theme` is the name of one folder below `themes`".into()));
    }
    if !names::is_below(&config.output) {
        return Err(wrong("`output` is a folder below the site's own, such as `public`".into()));
    }
    Ok((config, SourceFile::new("site.toml", text)))
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
        let paths: Vec<&str> = sources.files.iter().map(|it| it.path.as_str()).collect();
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
                ("content/nul.md", &Refusal::Name),
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
        assert!(matches!(read(root.path()), Err(Error::Config { .. })));
        let root = site(&[("site.toml", b"theme = '../x'")]);
        assert!(matches!(read(root.path()), Err(Error::Config { .. })));
        for output in ["", "..", "../x", "a/../..", "/tmp/x", "C:/x", "a\\\\b", "./x"] {
            let root = site(&[("site.toml", format!("output = \"{output}\"").as_bytes())]);
            assert!(matches!(read(root.path()), Err(Error::Config { .. })), "{output:?}");
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
}
