//! Addresses in prose of what is not on this site.

use super::meant;
use super::near::near;
use super::settings::is_email;
use crate::model::{HttpsUrl, Phone};

/// No file of content ends like them.
const DOMAINS: [&str; 8] = ["vn", "com", "net", "org", "gov", "edu", "info", "asia"];
/// Kinds of files that a browser shows as a picture.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];

/// A target that lacks its scheme, with it: `https://www.evn.com.vn` of `www.evn.com.vn`.
pub(super) fn with_scheme(target: &str) -> Option<String> {
    if is_email(target) {
        return Some(format!("mailto:{target}"));
    }
    if let (Ok(phone), None) = (target.parse::<Phone>(), meant::date(target)) {
        return meant::phone(target).map(|_| format!("tel:{}", phone.dialled()));
    }
    let (host, path) = target.split_at(target.find(['/', '?', '#']).unwrap_or(target.len()));
    let host = host.to_ascii_lowercase();
    let is_host = host.starts_with("www.") || host.rsplit_once('.').is_some_and(|it| DOMAINS.contains(&it.1));
    let whole = is_host.then(|| format!("https://{host}{path}"))?;
    whole.parse::<HttpsUrl>().is_ok().then_some(whole)
}

/// Of a target with the site's own address before it, the rest: `/thu-tuc/…`, without a question.
pub(super) fn on_site<'t>(target: &'t str, base_url: &str) -> Option<&'t str> {
    let base_url = base_url.trim_end_matches('/');
    let path = target.strip_prefix(base_url).filter(|it| !base_url.is_empty() && it.starts_with('/'))?;
    Some(&path[..path.find('?').unwrap_or(path.len())])
}

/// A target with another scheme that was to be `https`, with that: of `http://…`, `htps://…`, `//…`.
pub(super) fn with_https(target: &str) -> Option<HttpsUrl> {
    let (scheme, rest) = target.split_once(':').filter(|it| !it.0.contains('/')).unwrap_or(("http", target));
    near(&scheme.to_ascii_lowercase(), ["http", "https"])?;
    let rest = rest.trim_start_matches(['/', ':']);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    rest.parse().or_else(|_| format!("https://{}{path}", host.to_ascii_lowercase()).parse()).ok()
}

/// Where in content a picture at that address would be.
pub(super) fn picture(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_plain = name.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it));
    let is_kind = |kind: &str| PICTURES.iter().any(|it| it.eq_ignore_ascii_case(kind));
    let is_picture = name.rsplit_once('.').is_some_and(|(stem, kind)| !stem.is_empty() && is_kind(kind));
    let name = if is_plain && is_picture { name } else { "hinh.png" };
    format!("content/files/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_its_scheme_was_taken_for_a_file() {
        for (target, expected) in [
            ("www.evn.com.vn", Some("https://www.evn.com.vn")),
            ("EVN.com.vn/A?b=c#d", Some("https://evn.com.vn/A?b=c#d")),
            ("cskh@evn.com.vn", Some("mailto:cskh@evn.com.vn")),
            ("19006769", Some("tel:19006769")),
            ("(024)2222.2000", Some("tel:02422222000")),
            ("+84901234567", Some("tel:+84901234567")),
            ("2026", None),
            ("2026-01-05", None),
            ("05/01/2026", None),
            ("a.yaml", None),
            ("../files/evn.com.vn", None),
            ("evn.com.vn:8080", None),
            ("a..vn", None),
            (".vn", None),
        ] {
            assert_eq!(with_scheme(target).as_deref(), expected, "{target}");
        }
    }

    #[test]
    fn an_address_with_another_scheme_was_told_in_general() {
        for (target, expected) in [
            ("http://www.evn.com.vn/a?b=c", Some("https://www.evn.com.vn/a?b=c")),
            ("HTTP://EVN.com.vn/A", Some("https://evn.com.vn/A")),
            ("htps://evn.com.vn", Some("https://evn.com.vn")),
            ("https:/evn.com.vn/", Some("https://evn.com.vn/")),
            ("//evn.com.vn/", Some("https://evn.com.vn/")),
            ("http://https://evn.com.vn/", Some("https://evn.com.vn/")),
            ("http://evn.com.vn:8080/", None),
            ("ftp://evn.com.vn/", None),
            ("javascript:alert(1)", None),
            ("http://", None),
        ] {
            assert_eq!(with_https(target).as_ref().map(HttpsUrl::as_str), expected, "{target}");
        }
    }

    #[test]
    fn only_what_is_below_the_address_of_the_site_is_on_it() {
        for (target, base_url, expected) in [
            ("https://a.vn/x/?b=c", "https://a.vn", Some("/x/")),
            ("https://a.vn/x/#y", "https://a.vn/", Some("/x/#y")),
            ("https://a.vn/x/y/", "https://a.vn/x", Some("/y/")),
            ("https://a.vn/xy/", "https://a.vn/x", None),
            ("https://a.vn.example/x/", "https://a.vn", None),
            ("https://a.vn", "https://a.vn", None),
            ("/x/", "", None),
        ] {
            assert_eq!(on_site(target, base_url), expected, "{target}");
        }
    }

    #[test]
    fn a_picture_keeps_a_plain_name() {
        for (address, expected) in [
            ("https://a.vn/anh/so-do.png?v=2", "content/files/so-do.png"),
            ("https://a.vn/s%C6%A1.png", "content/files/hinh.png"),
            ("https://a.vn/IMG_1.PNG", "content/files/IMG_1.PNG"),
            ("https://a.vn/anh", "content/files/hinh.png"),
            ("https://a.vn/.png", "content/files/hinh.png"),
            ("data:image/png;base64,iVBO", "content/files/hinh.png"),
        ] {
            assert_eq!(picture(address), expected);
        }
    }
}
