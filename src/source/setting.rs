//! Where things stand in `site.toml`, by their keys: the one way to find them.

use std::ops::Range;

use toml::de::DeTable;

/// Bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub key: Range<usize>,
    /// Text without its quotes, unless there is none between them.
    pub value: Range<usize>,
    /// Of a list.
    pub items: Vec<Range<usize>>,
}

/// The setting at a path of keys, however its tables are written: `["owner", "email"]`.
pub fn setting(text: &str, path: &[&str]) -> Option<Setting> {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    // Of a file with a fault what can be read is looked at.
    let (root, _) = DeTable::parse_recoverable(&text[bom..]);
    let (last, tables) = path.split_last()?;
    let mut table = root.get_ref();
    for name in tables {
        table = table.get(*name)?.get_ref().as_table()?;
    }
    let (key, value) = table.get_key_value(*last)?;
    let place = |it: Range<usize>| within_quotes(text, it.start + bom..it.end + bom);
    let items = value.get_ref().as_array().into_iter().flat_map(|it| it.iter());
    Some(Setting {
        key: place(key.span()),
        value: place(value.span()),
        items: items.map(|it| place(it.span())).collect(),
    })
}

fn within_quotes(text: &str, span: Range<usize>) -> Range<usize> {
    let raw = &text[span.clone()];
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote =
        quotes.into_iter().find(|it| 2 * it.len() < raw.len() && raw.starts_with(*it) && raw.ends_with(*it));
    let length = quote.map_or(0, str::len);
    span.start + length..span.end - length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_found_however_its_table_is_written() {
        for (text, path, key, value) in [
            ("title = \"a\"\n", &["title"][..], "title", "a"),
            ("\u{feff}# title = \"b\"\n  title = 'a' # c\n", &["title"], "title", "a"),
            ("title = \"\"\n", &["title"], "title", "\"\""),
            ("[owner]\nname = \"vi\"\n[check]\nlang = \"vi\"\n", &["check", "lang"], "lang", "vi"),
            ("check.allow.C305 = \"x\"\n", &["check", "allow", "C305"], "C305", "x"),
            ("[check]\nallow = {\"C305\" = \"x\"}\n", &["check", "allow", "C305"], "C305", "x"),
            ("title = \"\"\"\na\n\"\"\"\n", &["title"], "title", "\na\n"),
            ("sheets = true\n", &["sheets"], "sheets", "true"),
        ] {
            let found = setting(text, path).unwrap_or_else(|| panic!("{text:?} has {path:?}"));
            assert_eq!((&text[found.key], &text[found.value]), (key, value), "{text:?}");
        }
        assert_eq!(setting("title = \"owner\"\n", &["owner", "name"]), None);
        assert_eq!(setting("title = \"a\"\n", &["title", "en"]), None);
        assert_eq!(setting("title = = \n", &["output"]), None);
        let text = "languages = [\"vi\", 'en',\n \"vi\"]\n";
        let found = setting(text, &["languages"]).expect("it is there");
        let items: Vec<&str> = found.items.into_iter().map(|it| &text[it]).collect();
        assert_eq!(items, ["vi", "en", "vi"]);
    }
}
