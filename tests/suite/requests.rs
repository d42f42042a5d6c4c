//! Nothing of the output makes a browser ask anybody else.
//!
//! Looks at every way in which a file can send a browser somewhere unasked; links that a reader
//! follows are free.

use std::path::Path;

use crate::built::real_site;
use crate::html::pieces;

/// Attributes whose address is fetched, posted to or gone to without a reader's doing.
const FETCHED: &[(&str, &[&str])] = &[
    ("script", &["src", "href"]),
    ("link", &["href", "imagesrcset"]),
    ("img", &["src", "srcset"]),
    ("source", &["src", "srcset"]),
    ("video", &["src", "poster"]),
    ("audio", &["src"]),
    ("track", &["src"]),
    ("iframe", &["src", "srcdoc"]),
    ("frame", &["src"]),
    ("embed", &["src"]),
    ("object", &["data", "codebase"]),
    ("applet", &["codebase", "archive"]),
    ("input", &["src", "formaction"]),
    ("button", &["formaction"]),
    ("form", &["action"]),
    ("base", &["href"]),
    ("body", &["background"]),
    ("html", &["manifest"]),
    ("use", &["href", "xlink:href"]),
    ("image", &["href", "xlink:href"]),
    ("feImage", &["href", "xlink:href"]),
    ("a", &["ping"]),
    ("area", &["ping"]),
];

/// Links that name a page and fetch nothing.
const NAMES_ONLY: &[&str] = &["canonical", "alternate", "license", "help", "author", "next", "prev"];

/// Names that are no addresses.
const NAMESPACES: &[&str] = &["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];

fn is_elsewhere(address: &str) -> bool {
    let it = address.trim_start();
    let scheme = it.split_once(':').map(|(scheme, _)| scheme);
    it.starts_with("//")
        || it.starts_with("\\\\")
        || scheme.is_some_and(|it| {
            it.starts_with(|c: char| c.is_ascii_alphabetic())
                && it.bytes().all(|c| c.is_ascii_alphanumeric() || b"+-.".contains(&c))
                && it != "data"
        })
}

/// What the file would make a browser ask for elsewhere.
fn requests(path: &str, text: &str) -> Vec<String> {
    match Path::new(path).extension().and_then(|it| it.to_str()) {
        Some("html" | "svg") => of_page(text),
        Some("css") => of_style(text),
        Some("js") => of_script(text),
        Some("webmanifest") => of_strings(text),
        Some("xml") if text.contains("<?xml-stylesheet") => vec!["a style sheet of XML".to_owned()],
        _ => Vec::new(),
    }
}

fn of_page(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for it in pieces(html).iter().filter(|it| !it.closes) {
        let rel = it.value("rel").unwrap_or_default();
        if it.name == "link" && ["preconnect", "dns-prefetch"].iter().any(|kind| rel.contains(kind)) {
            found.push(format!("link rel={rel}"));
        }
        let names_only = it.name == "link" && rel.split(' ').all(|it| NAMES_ONLY.contains(&it));
        let keys = FETCHED.iter().find(|(name, _)| *name == it.name).map_or(&[][..], |(_, keys)| keys);
        for (key, value) in it.attributes() {
            let many: Vec<&str> =
                if key.ends_with("srcset") { value.split(',').collect() } else { vec![value] };
            if keys.contains(key) && !names_only && many.into_iter().any(is_elsewhere) {
                found.push(format!("{} {key}={value}", it.name));
            }
            if *key == "style" {
                found.push(format!("an inline style: {value}"));
            }
            if key.starts_with("on") {
                found.push(format!("an inline script: {key}={value}"));
            }
        }
        if it.name == "meta" && it.value("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh")) {
            let target =
                it.value("content").and_then(|it| it.split_once('=')).map_or("", |(_, target)| target);
            if is_elsewhere(target) {
                found.push(format!("refresh to {target}"));
            }
        }
        if it.name == "style" {
            found.push("an inline style sheet".to_owned());
        }
        if it.name == "script" && it.value("src").is_none() && it.value("type") != Some("application/ld+json")
        {
            found.push("an inline script".to_owned());
        }
    }
    found
}

fn of_style(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in css.split("url(").skip(1) {
        let address = rest.split(')').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
        if is_elsewhere(address) {
            found.push(format!("url({address})"));
        }
    }
    if css.contains("@import") {
        found.push("@import".to_owned());
    }
    found.extend(of_strings(css));
    found
}

/// Whatever a script fetches, imports or opens, it has the address from a string or from the page.
fn of_script(js: &str) -> Vec<String> {
    let mut found = of_strings(js);
    for way in [
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "RTCPeerConnection",
        "WebTransport",
        "XMLHttpRequest",
        "eval(",
    ] {
        if js.contains(way) {
            found.push(way.to_owned());
        }
    }
    found
}

/// Strings that are addresses elsewhere.
fn of_strings(text: &str) -> Vec<String> {
    let strings = ['"', '\'', '`'].into_iter().flat_map(|quote| text.split(quote).skip(1));
    let elsewhere = strings.filter(|it| {
        let address = it.split(['"', '\'', '`', '\n']).next().unwrap_or_default();
        let host = address.strip_prefix("//").or_else(|| address.split_once("://").map(|it| it.1));
        let scheme_only = address.split_once("://").is_some_and(|it| it.0.contains([' ', '\n']));
        host.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '$'))
            && !scheme_only
            && !NAMESPACES.contains(&address)
    });
    elsewhere.map(|it| format!("the string {}", it.chars().take(60).collect::<String>())).collect()
}

#[test]
fn no_file_makes_a_browser_ask_elsewhere() {
    let mut found = Vec::new();
    let mut seen = 0;
    for (path, bytes) in real_site() {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        seen += usize::from(["html", "css", "js", "svg"].iter().any(|it| path.ends_with(&format!(".{it}"))));
        found.extend(requests(path, text).into_iter().map(|it| format!("{path}: {it}")));
    }
    assert!(300 < seen, "only {seen} files");
    assert!(found.is_empty(), "{} requests\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}

#[test]
fn a_planted_request_is_found() {
    for (path, planted) in [
        ("a.html", "<script src=\"https://a.vn/a.js\"></script>"),
        ("a.html", "<script>1</script>"),
        ("a.html", "<link rel=\"stylesheet\" href=\"//a.vn/a.css\">"),
        ("a.html", "<link rel=\"icon\" href=\"https://a.vn/a.png\">"),
        ("a.html", "<link rel=\"preconnect\" href=\"/\">"),
        ("a.html", "<link rel=\"dns-prefetch\" href=\"//a.vn\">"),
        ("a.html", "<link rel=\"alternate stylesheet\" href=\"https://a.vn/a.css\">"),
        ("a.html", "<img src=\"a.png\" srcset=\"a.png 1x, https://a.vn/b.png 2x\" alt=\"\">"),
        ("a.html", "<img src=' HTTPS://a.vn/b.png' alt=\"\">"),
        ("a.html", "<iframe src=\"https://a.vn/\"></iframe>"),
        ("a.html", "<form action=\"https://a.vn/\"></form>"),
        ("a.html", "<button formaction=\"https://a.vn/\">X</button>"),
        ("a.html", "<meta http-equiv=\"Refresh\" content=\"0; url=https://a.vn/\">"),
        ("a.html", "<base href=\"https://a.vn/\">"),
        ("a.html", "<a href=\"b/\" ping=\"https://a.vn/\">X</a>"),
        ("a.html", "<svg><use href=\"https://a.vn/a.svg#a\"/></svg>"),
        ("a.html", "<p style=\"background: url(//a.vn/a.png)\">X</p>"),
        ("a.html", "<style>p { color: red }</style>"),
        ("a.html", "<p onclick=\"x()\">X</p>"),
        ("a.svg", "<svg><image href=\"http://a.vn/a.png\"/></svg>"),
        ("a.css", "p { background: url( 'https://a.vn/a.png' ) }"),
        ("a.css", "@import \"b.css\";"),
        ("a.css", "p { background: image-set(\"https://a.vn/a.png\" 1x) }"),
        ("a.js", "fetch('https://a.vn/')"),
        ("a.js", "import(`//a.vn/a.js`)"),
        ("a.js", "new Image().src = `https://${host}/a`"),
        ("a.js", "navigator.sendBeacon('/a')"),
        ("a.webmanifest", "{\"icons\": [{\"src\": \"https://a.vn/a.png\"}]}"),
        ("a.xml", "<?xml-stylesheet href=\"a.xsl\"?>"),
    ] {
        assert_ne!(requests(path, planted), [""; 0], "{planted}");
    }
    for (path, free) in [
        (
            "a.html",
            "<a href=\"https://a.vn/\">X</a><link rel=\"canonical\" href=\"https://a.vn/\"><img src=\"data:image/png;base64,AA\" alt=\"\">",
        ),
        (
            "a.html",
            "<meta http-equiv=\"refresh\" content=\"0; url=../a/\"><form action=\"../tim-kiem/\"></form>",
        ),
        ("a.html", "<script type=\"application/ld+json\">{\"url\": \"https://a.vn/\"}</script>"),
        ("a.css", "a { background: url(\"data:image/svg+xml,x\") } /* see https://a.vn */"),
        ("a.js", "// as https://a.vn says\nconst ns = 'http://www.w3.org/2000/svg'; fetch('search/a.json')"),
        ("a.xml", "<loc>https://a.vn/</loc>"),
    ] {
        assert_eq!(requests(path, free), [""; 0], "{free}");
    }
}
