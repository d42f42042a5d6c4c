//! `thutuc serve` as an editor has it beside him: it shows each save, also a wrong one, and goes on.

use std::fs;
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::time::Duration;

use crate::program::{TODAY, folder, thutuc};

/// Long before this a preview that works has answered.
const PATIENCE: Duration = Duration::from_secs(30);

const SITE: &[(&str, &str)] = &[
    ("content/fields.yaml", "a: {title: Lĩnh vực}\n"),
    ("content/agencies/b.yaml", "title: Cơ quan\n"),
    ("content/procedures/mot.yaml", GOOD),
];
const GOOD: &str =
    "title: Thủ tục một\nfield: a\nagency: b\nonline: {level: information}\nunconfirmed: [time, fee]\n";
const PAGE: &str = "/thu-tuc/mot/";

struct Preview {
    program: Child,
    host: String,
    /// What it says of each build.
    events: BufReader<TcpStream>,
}

impl Preview {
    fn of(root: &Path) -> Preview {
        let (preview, said) = Preview::with_its_words(root, Stdio::inherit());
        // Whatever it says later must not fill the pipe.
        std::thread::spawn(move || said.for_each(drop));
        preview
    }

    fn with_its_words(root: &Path, stderr: Stdio) -> (Preview, Lines<BufReader<ChildStdout>>) {
        let mut program = thutuc(root)
            .args(["serve", "--port", "0", "--lang", "en", "--as-of", TODAY])
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(program.stdout.take().expect("its words")).lines();
        let host = said
            .find_map(|it| it.ok()?.strip_prefix("Serving http://")?.split('/').next().map(str::to_owned))
            .expect("it says where");
        let mut stream = connect(&host);
        write!(stream, "GET /_thutuc/events HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("a request");
        let mut preview = Preview { program, host, events: BufReader::new(stream) };
        preview.next_build();
        (preview, said)
    }

    /// Waits until it has built again.
    fn next_build(&mut self) {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            let read = self.events.read_line(&mut line).expect("it tells of each build in time");
            assert_ne!(read, 0, "the preview has ended");
        }
    }

    /// The page once it is as it should be; a save may be built half way through, and then again.
    fn until(&mut self, right: impl Fn(&str) -> bool) -> String {
        loop {
            let page = self.get(PAGE);
            if right(&page) {
                return page;
            }
            self.next_build();
        }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = connect(&self.host);
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host)
            .expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.program.kill().expect("it still runs");
        self.program.wait().expect("it ends");
    }
}

fn connect(host: &str) -> TcpStream {
    let stream = TcpStream::connect(host).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    stream
}

#[test]
fn a_save_is_shown_and_so_is_a_mistake_above_the_last_good_page() {
    let site = folder(SITE);
    let record = site.path().join("content/procedures/mot.yaml");
    let mut preview = Preview::of(site.path());
    assert!(preview.get(PAGE).contains("Thủ tục một"));

    fs::write(&record, GOOD.replace("một", "hai")).expect("a save");
    preview.until(|page| page.contains("Thủ tục hai") && !page.contains("Thủ tục một"));

    fs::write(&record, GOOD.replace("title", "titel")).expect("a save");
    let page = preview.until(|page| page.contains("titel"));
    assert!(page.contains("Thủ tục hai"), "the last good page is gone: {page}");

    // As editors save that write a new file and put it in the place of the old one.
    let aside = site.path().join("aside");
    fs::write(&aside, GOOD.replace("một", "ba")).expect("a file");
    fs::rename(&aside, &record).expect("a save by renaming");
    preview.until(|page| page.contains("Thủ tục ba") && !page.contains("titel"));
}

#[test]
fn whatever_is_saved_the_preview_goes_on() {
    let site = folder(SITE);
    let record = site.path().join("content/procedures/mot.yaml");
    let mut preview = Preview::of(site.path());
    for (nth, harm) in
        [&b"\xff\xfe\0"[..], b"", b"- - - [", b"a: &a *a", "title: 'Đ".as_bytes()].into_iter().enumerate()
    {
        fs::write(&record, harm).expect("a save");
        let page = preview.until(|page| page.contains("_thutuc/mistakes.css"));
        assert!(page.starts_with("HTTP/1.1 200"), "after {harm:?}: {page}");
        fs::write(&record, GOOD.replace("một", &format!("sau {nth}"))).expect("a save");
        preview.until(|page| page.contains(&format!("Thủ tục sau {nth}")) && !page.contains("mistakes.css"));
    }
    fs::remove_file(&record).expect("a deletion");
    preview.until(|page| page.starts_with("HTTP/1.1 404"));
}

/// Started by a script or from a window that was closed: words nobody reads must not end it.
#[test]
fn a_terminal_that_is_gone_ends_no_preview() {
    let site = folder(SITE);
    let record = site.path().join("content/procedures/mot.yaml");
    let (mut preview, said) = Preview::with_its_words(site.path(), Stdio::piped());
    drop(said);
    drop(preview.program.stderr.take());
    fs::write(&record, GOOD.replace("title", "titel")).expect("a save");
    preview.until(|page| page.contains("titel"));
    fs::write(site.path().join("site.toml"), "titel = 1\n").expect("a save");
    preview.until(|page| page.contains("site.toml"));
    fs::remove_file(site.path().join("site.toml")).expect("a deletion");
    fs::write(&record, GOOD.replace("một", "hai")).expect("a save");
    preview.until(|page| page.contains("Thủ tục hai") && !page.contains("mistakes.css"));
}

#[test]
fn a_template_that_does_not_work_was_told_of_where_its_page_was_looked_at_alone() {
    let site = folder(SITE);
    let template = site.path().join("themes/default/templates/alphabet.html");
    let mut preview = Preview::of(site.path());
    fs::create_dir_all(template.parent().expect("a parent")).expect("a folder");
    fs::write(&template, "{{ nothing.of_the_kind }}").expect("a save");
    let page = preview.until(|page| page.contains("_thutuc/mistakes.css"));
    assert!(page.contains("alphabet.html:1:4"), "{page}");
    fs::remove_file(&template).expect("a deletion");
    preview.until(|page| !page.contains("_thutuc/mistakes.css"));
}

/// A copy that was thrown away and made anew at the same place.
#[test]
fn a_site_that_was_deleted_and_put_back_was_never_looked_at_again() {
    let parent = tempfile::tempdir().expect("a folder");
    let root = parent.path().join("site");
    let put_back = |word: &str| {
        for (path, text) in SITE {
            let place = root.join(path);
            fs::create_dir_all(place.parent().expect("a parent")).expect("a folder");
            fs::write(place, text.replace("một", word)).expect("a file");
        }
    };
    put_back("một");
    let mut preview = Preview::of(&root);
    for word in ["hai", "ba"] {
        fs::remove_dir_all(&root).expect("gone");
        preview.until(|page| page.contains("_thutuc/mistakes.css"));
        put_back(word);
        let is_back =
            |page: &str| page.contains(&format!("Thủ tục {word}")) && !page.contains("mistakes.css");
        preview.until(is_back);
    }
    fs::write(root.join("content/procedures/mot.yaml"), GOOD.replace("một", "bốn")).expect("a save");
    preview.until(|page| page.contains("Thủ tục bốn"));
}

#[test]
fn nobody_else_is_answered() {
    let site = folder(SITE);
    let preview = Preview::of(site.path());
    for (host, status) in [("elsewhere.example", "403"), (preview.host.as_str(), "200")] {
        let mut stream = connect(&preview.host);
        write!(stream, "GET {PAGE} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{host}: {answer}");
    }
    for path in ["/../site.toml", "/%2e%2e/site.toml", "/..%2fcontent/fields.yaml", "/content/fields.yaml"] {
        let answer = preview.get(path);
        assert!(!answer.contains("Lĩnh vực}"), "{path}: {answer}");
        assert!(!answer.starts_with("HTTP/1.1 200"), "{path}");
    }
}

#[test]
fn a_query_that_is_not_answered_is_told_after_the_page() {
    let site = folder(SITE);
    let record = site.path().join("content/procedures/mot.yaml");
    let golden = site.path().join("content/search-golden.tsv");
    let mut preview = Preview::of(site.path());
    fs::write(&golden, "thủ tục một\tmot\nbánh mì\tmot\n").expect("a save");
    let page = preview.until(|page| page.contains("_thutuc/mistakes.css"));
    assert!(page.contains("bánh mì") && page.contains("Thủ tục một</h1>"), "{page}");
    fs::write(&record, format!("{GOOD}also_called: [bánh mì]\n")).expect("a save");
    preview.until(|page| !page.contains("_thutuc/mistakes.css"));
}
