//! Signs as a keyboard for Chinese or Japanese types them.

/// Each with the one of YAML in whose place it stands.
const WIDE: [(char, &str); 10] = [
    ('：', ": "),
    ('，', ", "),
    ('、', ", "),
    ('；', ", "),
    ('｛', "{"),
    ('｝', "}"),
    ('［', "["),
    ('］', "]"),
    ('＂', "\""),
    ('\u{3000}', " "),
];

/// What is to be typed for such a sign; `None` of any other.
pub fn narrow(sign: char) -> Option<&'static str> {
    WIDE.iter().find(|it| it.0 == sign).map(|it| it.1)
}

/// Does such a sign part items, as a comma does?
pub fn parts_items(sign: char) -> bool {
    narrow(sign) == Some(", ")
}
