//! The words of a language, put into templates before they are parsed: `{{ w.fee }}` is the same on
//! every page, and a page would look it up a hundred times.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Templates with their words, unless one of them calls something else `w`.
pub(super) fn said<'t>(
    templates: &[(&'t str, &'t str)],
    words: &BTreeMap<&str, &str>,
) -> Vec<(&'t str, Cow<'t, str>)> {
    let is_free = templates.iter().all(|(_, text)| !tags(text).any(|it| takes_name(it.text)));
    let put = |text: &'t str| if is_free { put(text, words).into() } else { Cow::from(text) };
    templates.iter().map(|(name, text)| (*name, put(text))).collect()
}

/// `{{ … }}`, `{% … %}` or `{# … #}` and where it starts.
struct Tag<'t> {
    start: usize,
    text: &'t str,
}

fn tags(template: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut brackets = template[at..].match_indices('{').map(|it| at + it.0);
        let start =
            brackets.find(|it| matches!(template.as_bytes().get(it + 1), Some(b'{' | b'%' | b'#')))?;
        at = start + length(&template[start..]);
        Some(Tag { start, text: &template[start..at] })
    })
}

/// Of the tag that begins here; texts in it may hold brackets.
fn length(tag: &str) -> usize {
    let bytes = tag.as_bytes();
    if bytes[1] == b'#' {
        return tag.find("#}").map_or(tag.len(), |it| it + 2);
    }
    let close = if bytes[1] == b'{' { b"}}" } else { b"%}" };
    let (mut at, mut quote) = (2, None);
    while at < bytes.len() {
        match quote {
            Some(_) if bytes[at] == b'\\' => at += 1,
            Some(it) if it == bytes[at] => quote = None,
            None if matches!(bytes[at], b'"' | b'\'' | b'`') => quote = Some(bytes[at]),
            None if bytes[at..].starts_with(close) => return at + 2,
            _ => {}
        }
        at += 1;
    }
    tag.len()
}

/// Where `w` stands as a name of its own.
fn names(tag: &str) -> impl Iterator<Item = usize> {
    let is_name = |it: u8| it.is_ascii_alphanumeric() || it == b'_';
    let bytes = tag.as_bytes();
    tag.match_indices('w').map(|it| it.0).filter(move |at| {
        let before = at.checked_sub(1).map(|it| bytes[it]);
        !before.is_some_and(is_name) && !bytes.get(at + 1).copied().is_some_and(is_name)
    })
}

/// Does it give the name to something else, or show tags as they stand?
fn takes_name(tag: &str) -> bool {
    let other = |at: usize| !tag[..at].ends_with('@') && !tag[at + 1..].starts_with(['.', '[']);
    let is_raw = tag.trim_start_matches(['{', '%', '-', ' ']).starts_with("raw");
    !tag.starts_with("{#") && (names(tag).any(other) || is_raw)
}

fn put(template: &str, words: &BTreeMap<&str, &str>) -> String {
    let mut out = String::with_capacity(template.len());
    let mut copied = 0;
    // Where a component says that it wants the words, until it asks for one.
    let mut wanted: Option<Range<usize>> = None;
    for Tag { start, text } in tags(template) {
        let key = text.strip_prefix("{{ w.").and_then(|it| it.strip_suffix(" }}"));
        if let Some(word) = key.and_then(|it| words.get(it)).filter(|it| is_plain(it)) {
            out.push_str(&template[copied..start]);
            out.push_str(word);
            copied = start + text.len();
            continue;
        }
        let end = start + text.len();
        out.push_str(&template[copied..end]);
        copied = end;
        if text.starts_with("{% component ") {
            let at = out.len() - text.len();
            wanted = wish(text).map(|it| at + it.start..at + it.end);
        } else if text.starts_with("{% endcomponent") {
            if let Some(unused) = wanted.take() {
                out.replace_range(unused, "");
            }
        } else if names(text).next().is_some() {
            wanted = None;
        }
    }
    out.push_str(&template[copied..]);
    out
}

/// Where a component says that it wants the words, with the comma that goes with it.
fn wish(component: &str) -> Option<Range<usize>> {
    let at = names(component).find(|it| component[..*it].ends_with('@'))?;
    let start = component[..at - 1].strip_suffix(", ").map_or(at - 1, str::len);
    let is_first = start == at - 1 && component[at + 1..].starts_with(", ");
    Some(start..at + 1 + if is_first { 2 } else { 0 })
}

/// Is it written on a page as it is typed here, and in a template as well?
fn is_plain(word: &str) -> bool {
    !word.is_empty()
        && word.trim() == word
        && !word.contains(['&', '<', '>', '"', '\'', '/', '`', '=', '{', '}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put_into(templates: &[&str]) -> Vec<String> {
        let words =
            BTreeMap::from([("fee", "Phí"), ("law", "Luật & lệ"), ("odd", "{{ w.fee }}"), ("a", " b")]);
        let named: Vec<(&str, &str)> = templates.iter().map(|it| ("x.html", *it)).collect();
        said(&named, &words).into_iter().map(|it| it.1.into_owned()).collect()
    }

    #[test]
    fn words_are_put_where_they_are_shown_and_nowhere_else() {
        for (template, expected) in [
            ("<p>{{ w.fee }}: {{ w.fee }}</p>", "<p>Phí: Phí</p>"),
            ("{{ w.law }}{{ w.odd }}{{ w.a }}{{ w.none }}", "{{ w.law }}{{ w.odd }}{{ w.a }}{{ w.none }}"),
            ("{{- w.fee -}}{{w.fee}}{{ w.fee | upper }}", "{{- w.fee -}}{{w.fee}}{{ w.fee | upper }}"),
            ("{% if w.fee %}{{ x.w.fee }}{% endif %}", "{% if w.fee %}{{ x.w.fee }}{% endif %}"),
            ("{{ \"{{ w.fee }}\" }}{# {{ w.fee }} #}", "{{ \"{{ w.fee }}\" }}{# {{ w.fee }} #}"),
            ("{{ w.fee", "{{ w.fee"),
            ("", ""),
        ] {
            assert_eq!(put_into(&[template]), [expected], "{template}");
        }
    }

    #[test]
    fn a_component_asks_for_words_while_it_shows_one() {
        let of =
            |params: &str, body: &str| format!("{{% component a({params}) %}}{body}{{% endcomponent a %}}");
        for (params, body, expected) in [
            ("x, @w", "{{ w.fee }}", "x"),
            ("@w", "{{ w.fee }}", ""),
            ("@w, x", "{{ x }}", "x"),
            ("x, @root, @w", "{{ w.fee }}", "x, @root"),
            ("x, @w", "{{ w.law }}", "x, @w"),
            ("x, @w", "{{ w[x] }}", "x, @w"),
            ("x, @w", "{{ <b w={w} /> }}", "x, @w"),
            ("x, @words", "{{ x }}", "x, @words"),
        ] {
            let said = put_into(&[&of(params, body)]).remove(0);
            let head = said.split(" %}").next().unwrap_or_default();
            assert_eq!(head, format!("{{% component a({expected})"), "{params}: {body}");
        }
    }

    #[test]
    fn no_template_of_the_default_theme_calls_something_else_so() {
        let theme = crate::render::tests::theme();
        let asks = |text: &str| text.matches("{{ w.").count();
        let words = theme.words_in("vi", "vi");
        let all: Vec<(&str, &str)> =
            theme.templates.iter().map(|(name, text)| (name.as_str(), &**text)).collect();
        let before: usize = all.iter().map(|it| asks(it.1)).sum();
        let after: usize = said(&all, &words).iter().map(|it| asks(&it.1)).sum();
        assert!(after < before / 10, "{after} of {before} are left");
    }

    #[test]
    fn no_words_are_put_where_a_theme_calls_something_else_so() {
        for taking in ["{% for w in all %}", "{% set w = 1 %}", "{% component b(w) %}", "{% raw %}"] {
            assert_eq!(put_into(&["{{ w.fee }}", taking]), ["{{ w.fee }}", taking], "{taking}");
        }
    }

    const PIECES: &[&str] = &[
        "{{ w.fee }}",
        "{{ w.law }}",
        "{{- w.fee }}",
        "{{ w.fee -}}",
        "{{ w['fee'] }}",
        " a ",
        "\n",
        "{",
        "{# {{ w.fee }} #}",
        "{{ \"{{ w.fee }}\" }}",
        "{{ '%}' ~ w.fee }}",
        "{{ \"}} {{ w.fee }}\" }}",
        "{{ '\\'}} {{ w.fee }} {{ ' }}",
        "{% if a %}{{ w.fee }}{% endif %}",
        "{% if w.fee -%} {{ w.fee }} {%- endif %}",
        "{% for x in l %}{{ w.fee }}{{ x.fee }}{% endfor %}",
        "{% for w in l %}{{ w.fee }}{% endfor %}",
        "{% set w = b %}",
        "{% set y %}{{ w.fee }}{{ w.law }}{% endset %}{{ y }}",
        "{% raw %}{{ w.fee }}{% endraw %}",
        "{%- raw -%}{{ w.fee }}{%- endraw -%}",
        "{{ <c /> }}",
        "{{ <d x={1} /> }}",
    ];
    const COMPONENTS: &str = "{% component c(@w) %}{{ w.fee }}{{ <d x={2} /> }}{% endcomponent c %}\
        {% component d(x, @w) %}{{ x }}{{ w.law }}{{ w.fee }}{% endcomponent d %}";

    fn shown(templates: &[(&str, Cow<'_, str>)]) -> Option<String> {
        let mut tera = tera::Tera::new();
        tera.add_raw_templates(templates.iter().map(|it| (it.0, it.1.as_ref()))).ok()?;
        let mut context = tera::Context::new();
        context.insert("w", &BTreeMap::from([("fee", "Phí"), ("law", "Luật & lệ")]));
        context.insert("a", &true);
        context.insert("b", &BTreeMap::from([("fee", "khác")]));
        context.insert("l", &[BTreeMap::from([("fee", "một")]), BTreeMap::from([("fee", "hai")])]);
        tera.render("x.html", &context).ok()
    }

    proptest::proptest! {
        #[test]
        fn a_template_shows_the_same_with_its_words_in_it(
            pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..9)
        ) {
            let template = pieces.concat();
            let written = [("c.html", COMPONENTS), ("x.html", template.as_str())];
            let words = BTreeMap::from([("fee", "Phí"), ("law", "Luật & lệ")]);
            let expected = shown(&written.map(|(name, text)| (name, text.into())));
            // What does not work is rendered again as it was written.
            if expected.is_some() {
                proptest::prop_assert_eq!(shown(&said(&written, &words)), expected, "{}", template);
            }
        }
    }
}
