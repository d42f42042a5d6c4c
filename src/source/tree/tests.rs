use proptest::prelude::*;

use super::*;

/// `path = bytes` for every key and scalar.
fn shown(text: &str) -> Vec<String> {
    fn walk(text: &str, node: &Node, path: &str, out: &mut Vec<String>) {
        match &node.value {
            Value::Map(entries) => {
                for it in entries {
                    assert_eq!(text[it.key_span.clone()].trim_matches(['"', '\'']), it.key);
                    walk(text, &it.value, &format!("{path}.{}", it.key), out);
                }
            }
            Value::List(list) => {
                for (nth, it) in list.iter().enumerate() {
                    walk(text, it, &format!("{path}[{nth}]"), out);
                }
            }
            _ => out.push(format!("{path} = {}", &text[node.span.clone()])),
        }
    }
    let node = parse(text, 0..text.len()).expect("a test's YAML");
    let mut out = Vec::new();
    walk(text, &node, "", &mut out);
    out
}

#[test]
fn every_value_has_its_bytes() {
    for (text, expected) in [
        ("a: 1\nb:\n  - x\n  - y: đ # c\n", vec![".a = 1", ".b[0] = x", ".b[1].y = đ"]),
        (
            "\u{feff}a: điện\r\nb: {c: [1, \"hai\"], d: e}\r\n",
            vec![".a = điện", ".b.c[0] = 1", ".b.c[1] = \"hai\"", ".b.d = e"],
        ),
        (
            "e\u{302}: [[a], [b, {c: d}]]\n",
            vec![".e\u{302}[0][0] = a", ".e\u{302}[1][0] = b", ".e\u{302}[1][1].c = d"],
        ),
        ("a:\t1\nb: 'x'\n", vec![".a = 1", ".b = 'x'"]),
        ("a: ~\n\n\nb: x\n", vec![".a = ~", ".b = x"]),
    ] {
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

#[test]
fn collections_end_where_their_last_value_ends() {
    let text = "a:\n  - {x: 1}\n  - y\n\n# later\nb: [1, 2] # c\n";
    let Value::Map(entries) = parse(text, 0..text.len()).expect("a test's YAML").value else { panic!() };
    assert_eq!(&text[entries[0].value.span.clone()], "- {x: 1}\n  - y");
    assert_eq!(&text[entries[1].value.span.clone()], "[1, 2]");
}

#[test]
fn refuses() {
    for (text, kind, at) in [
        ("a: &x 1\n", TreeErrorKind::Anchor, "&x"),
        ("a: &x\n  b: 1\n", TreeErrorKind::Anchor, "&x"),
        ("a: [&điện b, *điện]\n", TreeErrorKind::Anchor, "&điện"),
        ("a: !t 1\n", TreeErrorKind::Tag, "!t"),
        ("a: !!str &x 1\n", TreeErrorKind::Anchor, "&x"),
        ("a:\n\tb: 1\n", TreeErrorKind::Tab, "\t"),
        // Where the parser stumbled was the line above.
        ("a:\n  - b: c d\n\te: f\n", TreeErrorKind::Tab, "\t"),
        ("a:\n  - b: c d\n\n  \te: f g\n", TreeErrorKind::Tab, "\t"),
        ("a:\n  - b: \"c\"\n\te: f\n", TreeErrorKind::Tab, "\t"),
        ("a:\n  - b: [c]\n\te: f\n", TreeErrorKind::Tab, "\t"),
        ("a:\n  - b:\n      - c\n\t- d\n", TreeErrorKind::Tab, "\t"),
        ("a:\n  - c\n\t- d\n", TreeErrorKind::Tab, "\t"),
        ("a:\n  - c d\n\te f\n", TreeErrorKind::Tab, "\t"),
        ("a: b\n\tc: d\n", TreeErrorKind::Tab, "\t"),
        ("a:\n\u{a0} - {b: c}\n", TreeErrorKind::OddSpace, "\u{a0}"),
        ("a:\n  - b: c\n \u{a0}  d: e\n", TreeErrorKind::OddSpace, "\u{a0}"),
        ("a:\n\u{3000} - b\n", TreeErrorKind::OddSpace, "\u{3000}"),
        ("a: Cấp giấy\nđang độc thân.\nb: c\n", TreeErrorKind::Continued, "đang"),
        ("a: b\nđang độc thân\n", TreeErrorKind::Continued, "đang"),
        ("title Tên\nshort: x\n", TreeErrorKind::NoColon, "title"),
        ("\u{feff}title:Tên\r\n\r\nshort: x\r\n", TreeErrorKind::NoColon, "title"),
        ("a: 1\nb:\n  key x\n  c: d\n", TreeErrorKind::NoColon, "key"),
        ("a: 1\nshort B\narea: C\n", TreeErrorKind::NoColon, "short"),
        ("a: *Lưu ý*\n", TreeErrorKind::Unquoted, "*Lưu ý*"),
        ("a: & b # c\n", TreeErrorKind::Unquoted, "& b"),
        ("a:\n  - b: @c\n", TreeErrorKind::Unquoted, "@c"),
        ("a:\n  - `b`\n", TreeErrorKind::Unquoted, "`b`"),
        ("a: %b\r\nc: d\r\n", TreeErrorKind::Unquoted, "%b"),
        ("a: > 3 ngày\n", TreeErrorKind::Unquoted, "> 3 ngày"),
        ("a: |b\n", TreeErrorKind::Unquoted, "|b"),
        ("a: Lưu ý: b: c\n", TreeErrorKind::Unquoted, "Lưu ý: b: c"),
        ("a: \"b\" c\n", TreeErrorKind::Unquoted, "\"b\" c"),
        ("a: 'b' c\n", TreeErrorKind::Unquoted, "'b' c"),
        ("a: [Mới] b\n", TreeErrorKind::Unquoted, "[Mới] b"),
        ("a: {Mới} b\n", TreeErrorKind::Unquoted, "{Mới} b"),
        ("[a]: b\n", TreeErrorKind::Key, "[a]"),
    ] {
        let error = parse(text, 0..text.len()).expect_err(text);
        assert_eq!(error.kind, kind, "{text:?}");
        assert_eq!(&text[error.span], at, "{text:?}");
    }
    let deep = "[".repeat(100_000);
    assert!(parse(&deep, 0..deep.len()).is_err());
    let deep = "- ".repeat(100_000);
    assert!(parse(&deep, 0..deep.len()).is_err());
    let cut = "a: [1, 2\nb: {";
    assert!(matches!(parse(cut, 0..cut.len()).map_err(|it| it.kind), Err(TreeErrorKind::Unclosed)));
    assert!(parse("a: \0", 0..4).is_err());
    assert_eq!(parse("", 0..0).map(|it| it.value), Ok(Value::Null));
}

#[test]
fn all_of_a_tag_is_pointed_at_and_nothing_that_only_looks_like_one() {
    for (text, at) in [
        ("a: !\n", "!"),
        ("a: !!str 1\n", "!!str"),
        ("a: !!str\nb: c\n", "!!str"),
        ("a: !<tag:yaml.org,2002:str> b\n", "!<tag:yaml.org,2002:str>"),
        ("a: !t # oh! !no\n  b: 1\n", "!t"),
        ("a: b! # !c\nd: !t x\n", "!t"),
        ("a: [\"!b\", !t \"!c\"]\n", "!t"),
        ("a: {b: !!str, c: d}\n", "!!str"),
        ("!t a: b\n", "!t"),
        ("!t\na: b\n", "!t"),
        ("# !no\n!t [a]\n", "!t"),
        ("- !t\n", "!t"),
        ("%TAG !e! tag:e,2000:\n---\na: !e!t b\n", "!e!t"),
        ("a: !t &x 1\n", "&x"),
        ("a: | # &no\n  &no\nb: &x c\n", "&x"),
    ] {
        let error = parse(text, 0..text.len()).expect_err(text);
        assert!(matches!(error.kind, TreeErrorKind::Tag | TreeErrorKind::Anchor), "{text:?}");
        assert_eq!(&text[error.span], at, "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_tag_anywhere_is_found_where_it_stands(
        puts in prop::collection::vec((any::<prop::sample::Index>(), "(!|!!s|!<a,b>|&x|# &!|[-\\[,:{\n!&]) ?"), 1..5)
    ) {
        let mut text = "a: b # c!\nd:\n  - {e: \"f! &g\", h: [i, j]}\n  - k: |\n      &l !m\n    n: o\n".to_owned();
        for (place, put) in puts {
            text.insert_str(place.index(text.len()), &put);
        }
        if let Err(error) = parse(&text, 0..text.len()) {
            let sign = text[error.span.clone()].chars().next();
            match error.kind {
                TreeErrorKind::Tag => assert_eq!(sign, Some('!'), "{text}"),
                TreeErrorKind::Anchor => assert!(matches!(sign, Some('&' | '*')), "{text}"),
                _ => {}
            }
        }
    }
}
