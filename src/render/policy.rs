//! What browsers are told about every page, and the forms in which hosts want to be told.
//!
//! The policy also stands in each page, so it holds on a host that reads none of these
//! files and from a folder. Only `frame-ancestors` works as a header alone.

use std::fmt::Write as _;

use crate::model::Address;
use crate::output::OutputFile;

/// Nothing but our own files; no inline script, no inline style.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'";

/// Names of assets change with their bytes, and so do those of the search's files: `s01-0c1d2e.bin`.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// How such a file of the search ends, as Apache and nginx have it.
const HASHED: &str = "-[0-9a-f]{6}\\.bin$";

/// Files of the search that keep their names, by folder: of every language, and of all.
const UNHASHED: [&str; 4] = ["core.bin", "all.js", "search.js", "signposts.js"];

/// Apache reads `.htaccess` anew for every request, so it must stay short; the pages that lead
/// on are there in any case.
const MOST_FOR_APACHE: usize = 500;

/// What hosts make smaller on its way; most do so to pages alone, if nobody tells them. Files of the
/// index are small already.
const TEXT: &str = "text/css text/javascript application/javascript application/json application/ld+json application/manifest+json image/svg+xml text/csv text/plain text/xml application/xml application/rss+xml";

/// Endings of files of a site, forms among them, that some IIS does not know; it hands out none of those.
const UNKNOWN_TO_IIS: [(&str, &str); 6] = [
    ("webmanifest", "application/manifest+json"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("webp", "image/webp"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
];

/// HTTPS for good (HSTS) is not among them: it binds the whole host, not only this site.
fn headers() -> [(&'static str, String); 6] {
    [
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

/// `root` is where the site lies on its host: `/`, `/kho/`; `homes` are those of its languages: empty,
/// `en/`.
pub(super) fn files(redirects: &[(&Address, &Address)], root: &str, homes: &[&str]) -> Vec<OutputFile> {
    vec![
        OutputFile::text("_headers", netlify_headers(root)),
        OutputFile::text("_redirects", netlify_redirects(redirects, root)),
        OutputFile::text(".htaccess", apache(redirects, root)),
        OutputFile::text(
            "assets/.htaccess",
            format!("<IfModule mod_headers.c>\nHeader set Cache-Control \"{FOR_EVER}\"\n</IfModule>\n"),
        ),
        OutputFile::text("_nginx.conf", nginx(redirects, root)),
        OutputFile::text("web.config", iis(root, homes)),
    ]
}

/// Netlify and Cloudflare Pages join the values of a header that two rules set, so
/// `Cache-Control` stands with assets and files of the search alone; everything else they revalidate
/// by themselves. A path has one `*`: what has a hash ends in one of its digits, which `core.bin` does not.
fn netlify_headers(root: &str) -> String {
    let mut text = format!("{root}*\n");
    for (name, value) in headers() {
        put(&mut text, &format!("  {name}: {value}\n"));
    }
    put(&mut text, &format!("{root}assets/*\n  Cache-Control: {FOR_EVER}\n"));
    for digit in "0123456789abcdef".chars() {
        put(&mut text, &format!("{root}*{digit}.bin\n  Cache-Control: {FOR_EVER}\n"));
    }
    text
}

/// Without the `!` of Netlify, which Cloudflare does not understand.
fn netlify_redirects(redirects: &[(&Address, &Address)], root: &str) -> String {
    let mut text = String::new();
    for (from, to) in redirects {
        put(&mut text, &format!("{root}{} {root}{} 301\n", from.as_str(), to.as_str()));
    }
    text
}

/// Directives of one class (`AllowOverride FileInfo`): one that is not allowed would stop Apache
/// from serving anything.
fn apache(redirects: &[(&Address, &Address)], root: &str) -> String {
    let mut text =
        format!("AddDefaultCharset UTF-8\nErrorDocument 404 {root}404.html\n<IfModule mod_headers.c>\n");
    for (name, value) in headers() {
        put(&mut text, &format!("Header always set {name} \"{value}\"\n"));
    }
    // Apache adds to the tag of what it makes smaller, and then knows it no more: each page that is
    // asked for again would be sent again.
    text.push_str("RequestHeader edit* If-None-Match \"-(gzip|br)\\\"\" \"\\\"\"\n");
    put(
        &mut text,
        &format!(
            "Header set Cache-Control \"no-cache\"\n\
             <FilesMatch \"{HASHED}\">\nHeader set Cache-Control \"{FOR_EVER}\"\n</FilesMatch>\n</IfModule>\n"
        ),
    );
    put(
        &mut text,
        &format!(
            "<IfModule mod_deflate.c>\n<IfModule mod_filter.c>\n\
             AddOutputFilterByType DEFLATE text/html {TEXT}\n</IfModule>\n</IfModule>\n"
        ),
    );
    if redirects.len() <= MOST_FOR_APACHE && !redirects.is_empty() {
        text.push_str("<IfModule mod_alias.c>\n");
        for (from, to) in redirects {
            let from = from.as_str().replace('.', "\\.");
            put(&mut text, &format!("RedirectMatch 301 \"^{root}{from}$\" \"{root}{}\"\n", to.as_str()));
        }
        text.push_str("</IfModule>\n");
    }
    text
}

/// For other hosts, and for the next build.
const HIDDEN: [&str; 7] = [
    ".htaccess",
    "assets/.htaccess",
    "_headers",
    "_redirects",
    "_nginx.conf",
    "web.config",
    ".thutuc-manifest",
];

/// For `include` in a `server` block. A `location` with a header of its own inherits none, so
/// assets and files of the search repeat them all. Of `gzip` only the kinds are said: a second
/// `gzip on` in one block would stop nginx, more kinds do not.
fn nginx(redirects: &[(&Address, &Address)], root: &str) -> String {
    let all = headers().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).concat();
    let mut text = format!(
        "{all}add_header Cache-Control \"no-cache\";\nerror_page 404 {root}404.html;\ngzip_types {TEXT};\n"
    );
    // In quotes: braces of an expression would begin a block.
    let searched = format!("~ \"^{}([a-z]+/)?search/[^/]+{HASHED}\"", root.replace('.', "\\."));
    for place in [format!("{root}assets/"), searched] {
        put(&mut text, &format!("location {place} {{\n{all}add_header Cache-Control \"{FOR_EVER}\";\n}}\n"));
    }
    for hidden in HIDDEN {
        put(&mut text, &format!("location = {root}{hidden} {{ return 404; }}\n"));
    }
    for (from, to) in redirects {
        let (from, to) = (from.as_str(), to.as_str());
        put(&mut text, &format!("location = {root}{from} {{ return 301 {root}{to}; }}\n"));
    }
    text
}

/// `remove` first: a header that the server sets too would stop IIS with an error. Redirects
/// need a module that many servers lack, and then nothing would be served at all.
fn iis(root: &str, homes: &[&str]) -> String {
    const FOR_EVER: &str = "cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\"";
    const NEVER: &str = "cacheControlMode=\"DisableCache\"";
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n<system.webServer>\n<httpProtocol><customHeaders>\n",
    );
    for (name, value) in headers() {
        put(&mut text, &format!("<remove name=\"{name}\" /><add name=\"{name}\" value=\"{value}\" />\n"));
    }
    let kind = |(ending, kind): &(&str, &str)| {
        format!(
            "<remove fileExtension=\".{ending}\" /><mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />"
        )
    };
    let kinds = UNKNOWN_TO_IIS.iter().map(kind).collect::<String>();
    put(
        &mut text,
        &format!(
            "</customHeaders></httpProtocol>\n\
             <httpErrors errorMode=\"Custom\"><remove statusCode=\"404\" /><error statusCode=\"404\" path=\"{root}404.html\" responseMode=\"ExecuteURL\" /></httpErrors>\n\
             <staticContent><clientCache {NEVER} />\
             {kinds}</staticContent>\n\
             </system.webServer>\n\
"
        ),
    );
    let mut place = |path: &str, how: &str| {
        put(
            &mut text,
            &format!(
                "<location path=\"{path}\"><system.webServer><staticContent><clientCache {how} /></staticContent></system.webServer></location>\n"
            ),
        );
    };
    place("assets", FOR_EVER);
    for home in homes {
        place(&format!("{home}search"), FOR_EVER);
        for name in UNHASHED {
            place(&format!("{home}search/{name}"), NEVER);
        }
    }
    text.push_str("</configuration>\n");
    text
}

fn put(text: &mut String, line: &str) {
    text.write_str(line).expect("writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_header() {
        let (from, to) = (Address::verbatim("cu/a.b/"), Address::verbatim("thu-tuc/a/"));
        let files = files(&[(&from, &to)], "/kho/", &["", "en/"]);
        for file in &files {
            let text = std::str::from_utf8(&file.bytes).expect("text");
            for (name, value) in headers() {
                assert!(
                    ["_redirects", "assets/.htaccess"].contains(&file.path.as_str())
                        || (text.contains(name) && text.contains(&value)),
                    "{name} is not in {}",
                    file.path
                );
            }
            let leads_on = match file.path.as_str() {
                "_redirects" => text.contains("/kho/cu/a.b/ /kho/thu-tuc/a/ 301\n"),
                ".htaccess" => text.contains("RedirectMatch 301 \"^/kho/cu/a\\.b/$\" \"/kho/thu-tuc/a/\"\n"),
                "_nginx.conf" => text.contains("location = /kho/cu/a.b/ { return 301 /kho/thu-tuc/a/; }\n"),
                _ => true,
            };
            assert!(leads_on, "{}:\n{text}", file.path);
        }
    }

    #[test]
    fn all_but_pages_was_sent_three_times_as_large_as_it_had_to_be() {
        for (path, line) in [
            ("_nginx.conf", format!("\ngzip_types {TEXT};\n")),
            (".htaccess", format!("\nAddOutputFilterByType DEFLATE text/html {TEXT}\n")),
        ] {
            let file = files(&[], "/", &[""]).into_iter().find(|it| it.path == path).expect(path);
            assert!(std::str::from_utf8(&file.bytes).expect("text").contains(&line), "{path}");
        }
    }

    #[test]
    fn a_form_of_a_kind_that_iis_does_not_know_was_handed_out_to_nobody() {
        let text = iis("/", &[""]);
        for ending in ["webmanifest", "json", "jsonld", "webp", "odt", "ods"] {
            let map = format!("<remove fileExtension=\".{ending}\" /><mimeMap fileExtension=\".{ending}\" ");
            assert_eq!(text.matches(&map).count(), 1, "{ending}");
        }
    }

    #[test]
    fn apache_sent_each_page_again_that_a_reader_had() {
        assert!(
            apache(&[], "/").contains("\nRequestHeader edit* If-None-Match \"-(gzip|br)\\\"\" \"\\\"\"\n")
        );
    }

    #[test]
    fn files_of_the_search_whose_names_change_with_them_were_asked_for_anew() {
        let files = files(&[], "/k.o/", &["", "en/"]);
        let text = |path: &str| {
            let file = files.iter().find(|it| it.path == path).expect("a file");
            String::from_utf8(file.bytes.to_vec()).expect("text")
        };
        assert!(text("_headers").ends_with(&format!("/k.o/*f.bin\n  Cache-Control: {FOR_EVER}\n")));
        assert!(text(".htaccess").contains(&format!(
            "<FilesMatch \"-[0-9a-f]{{6}}\\.bin$\">\nHeader set Cache-Control \"{FOR_EVER}\"\n</FilesMatch>"
        )));
        let nginx = text("_nginx.conf");
        assert!(nginx.contains("location = /k.o/.thutuc-manifest { return 404; }\n"));
        let (_, place) = nginx
            .split_once("location ~ \"^/k\\.o/([a-z]+/)?search/[^/]+-[0-9a-f]{6}\\.bin$\" {\n")
            .expect("a place");
        let place = place.split('}').next().expect("an end");
        assert!(
            place.contains(FOR_EVER) && headers().iter().all(|(name, _)| place.contains(name)),
            "{place}"
        );
        let iis = text("web.config");
        let kept = |path: &str| {
            let (_, place) = iis.split_once(&format!("<location path=\"{path}\">"))?;
            place.lines().next().map(|it| it.contains("365.00:00:00"))
        };
        for home in ["", "en/"] {
            assert_eq!(kept(&format!("{home}search")), Some(true));
            for name in UNHASHED {
                assert_eq!(kept(&format!("{home}search/{name}")), Some(false), "{home}{name}");
            }
        }
    }

    #[test]
    fn apache_is_not_given_thousands_of_lines() {
        let to = Address::verbatim("a/");
        let many: Vec<Address> =
            (0..=MOST_FOR_APACHE).map(|it| Address::verbatim(&format!("cu/{it}/"))).collect();
        let pairs: Vec<_> = many.iter().map(|it| (it, &to)).collect();
        assert!(!apache(&pairs, "/").contains("RedirectMatch"));
        assert!(apache(&pairs[1..], "/").contains("RedirectMatch"));
    }
}
