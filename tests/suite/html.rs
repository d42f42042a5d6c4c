//! Tags of a page, for tests that look at finished pages. Reads what our own templates write:
//! quoted attributes, nothing left out.

/// A tag and the text behind it.
#[derive(Debug)]
pub(crate) struct Piece<'h> {
    /// In small letters, as our templates write it.
    pub(crate) name: &'h str,
    pub(crate) closes: bool,
    attributes: Vec<(&'h str, &'h str)>,
    /// Up to the next tag.
    pub(crate) text: &'h str,
}

impl<'h> Piece<'h> {
    /// Opens an element of that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        !self.closes && self.name == name
    }

    pub(crate) fn value(&self, key: &str) -> Option<&'h str> {
        self.attributes.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    }

    pub(crate) fn attributes(&self) -> &[(&'h str, &'h str)] {
        &self.attributes
    }
}

pub(crate) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|it| at + it) {
        if html[start..].starts_with("<!--") {
            at = html[start..].find("-->").map_or(html.len(), |it| start + it + 3);
            continue;
        }
        let (name, attributes, end) = tag(html, start + 1);
        // What stands in a script or a style is no tag.
        let text_end = if matches!(name, "script" | "style") {
            html[end..].find("</").map_or(html.len(), |it| end + it)
        } else {
            html[end..].find('<').map_or(html.len(), |it| end + it)
        };
        let closes = name.starts_with('/');
        found.push(Piece {
            name: name.trim_start_matches('/'),
            closes,
            attributes,
            text: &html[end..text_end],
        });
        at = text_end;
    }
    found
}

/// Name, attributes, and where the text behind the tag begins.
fn tag(html: &str, start: usize) -> (&str, Vec<(&str, &str)>, usize) {
    let is_end = |c: char| c.is_whitespace() || c == '>';
    let mut at = html[start..].find(is_end).map_or(html.len(), |it| start + it);
    let name = html[start..at].trim_end_matches('/');
    let mut attributes = Vec::new();
    loop {
        at += html[at..].len() - html[at..].trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
        if at == html.len() || html[at..].starts_with('>') {
            return (name, attributes, (at + 1).min(html.len()));
        }
        let key_end = html[at..].find(|c: char| is_end(c) || c == '=').map_or(html.len(), |it| at + it);
        let key = &html[at..key_end];
        at = key_end;
        if let Some(quote) = ["=\"", "='"].into_iter().find(|it| html[at..].starts_with(it)) {
            let from = at + 2;
            let to = html[from..].find(&quote[1..]).map_or(html.len(), |it| from + it);
            attributes.push((key, &html[from..to]));
            at = (to + 1).min(html.len());
        } else if html[at..].starts_with('=') {
            let to = html[at..].find(is_end).map_or(html.len(), |it| at + it);
            attributes.push((key, &html[at + 1..to]));
            at = to;
        } else {
            attributes.push((key, ""));
        }
    }
}

#[test]
fn tags_are_taken_apart() {
    let html =
        "<!doctype html><p class=\"a > b\" hidden id=x>Chữ<br/><!-- <i> --><script>\"<b>\"</script></p>";
    let found: Vec<String> = pieces(html)
        .iter()
        .map(|it| {
            format!("{}{} {:?} {}", if it.closes { "/" } else { "" }, it.name, it.attributes(), it.text)
        })
        .collect();
    assert_eq!(
        found,
        [
            "!doctype [(\"html\", \"\")] ",
            "p [(\"class\", \"a > b\"), (\"hidden\", \"\"), (\"id\", \"x\")] Chữ",
            "br [] ",
            "script [] \"<b>\"",
            "/script [] ",
            "/p [] ",
        ]
    );
}

/// The path a link leads to, from the page at `path`.
pub(crate) fn resolved(path: &str, target: &str) -> String {
    let mut steps: Vec<&str> = path.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            name => steps.push(name),
        }
    }
    steps.join("/")
}
