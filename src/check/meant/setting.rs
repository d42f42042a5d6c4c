//! A line of `site.toml` as its author meant it: TOML wants quotes that nobody types by himself.

use super::bare;
use crate::shape::{SITE, Shape, Value};
use crate::source::line::line_start;
use crate::text::fold;

/// The whole line to type, where byte `at` is; `None` where nobody can tell.
pub(crate) fn meant(text: &str, at: usize) -> Option<String> {
    let start = line_start(text.get(..at)?, at);
    let line = text[start..].lines().next()?;
    let (key, written) = line.split_once(['=', ':'])?;
    let (key, written) = (key.trim(), written.trim());
    if written.is_empty() || written.contains(['#', '\\', '\'']) {
        return None;
    }
    let value = match kind(key)? {
        Value::Yes => yes(written)?.to_owned(),
        Value::Number => number(written)?,
        Value::List(_) | Value::OneOrMore(_) => {
            let inner = written.trim_start_matches('[').trim_end_matches(']');
            let parts = inner.split([',', ';']).map(quoted).collect::<Option<Vec<String>>>()?;
            format!("[{}]", parts.join(", "))
        }
        Value::Map(_) | Value::ById(_) | Value::ByLanguage => return None,
        _ => quoted(written)?,
    };
    let meant = format!("{key} = {value}");
    // What is written so already has something else that is wrong.
    (meant != line.trim()).then_some(meant)
}

/// Of a key at the top or below a heading; of two keys with one name the first.
fn kind(key: &str) -> Option<&'static Value> {
    let of = |shape: &'static Shape| shape.key(key).map(|it| &it.value);
    let tables =
        SITE.keys.iter().filter_map(|it| if let Value::Map(shape) = it.value { Some(shape) } else { None });
    of(&SITE).or_else(|| tables.into_iter().find_map(of))
}

fn quoted(written: &str) -> Option<String> {
    let inner = bare(written.trim()).trim_matches('"').trim();
    (!inner.is_empty() && !inner.contains(['"', '[', ']', '{', '}'])).then(|| format!("\"{inner}\""))
}

fn yes(written: &str) -> Option<&'static str> {
    match fold(bare(written).trim_matches('"')).as_str() {
        "true" | "yes" | "on" | "co" | "1" => Some("true"),
        "false" | "no" | "off" | "khong" | "0" => Some("false"),
        _ => None,
    }
}

/// The digits that a value begins with, as in `6 tháng`.
fn number(written: &str) -> Option<String> {
    let inner = bare(written).trim_matches('"');
    let end = inner.find(|it: char| !it.is_ascii_digit()).unwrap_or(inner.len());
    // `2,5` and `6-12` are other numbers.
    let is_alone = !inner[end..].contains(|it: char| it.is_ascii_digit());
    inner[..end].parse::<u16>().ok().filter(|_| is_alone).map(|it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn lines_as_people_type_them() {
        for (line, expected) in [
            ("title = Thủ tục điện", "title = \"Thủ tục điện\""),
            ("title = “Thủ tục điện”", "title = \"Thủ tục điện\""),
            ("title: \"Thủ tục\"", "title = \"Thủ tục\""),
            ("title = \"Thủ tục", "title = \"Thủ tục\""),
            ("hotline = 19006769", "hotline = \"19006769\""),
            ("sheets = True", "sheets = true"),
            ("sheets = có", "sheets = true"),
            ("sheets = \"không\"", "sheets = false"),
            ("languages = [vi, en]", "languages = [\"vi\", \"en\"]"),
            ("languages = \"vi, en\"", "languages = [\"vi\", \"en\"]"),
            ("review_months = \"6 tháng\"", "review_months = 6"),
            ("review_months = \"2,5\"", ""),
            ("review_months = 6-12", ""),
            ("title = \"Đúng\"", ""),
            ("title = Số 1 # ghi chú", ""),
            ("title =", ""),
            ("[owner", ""),
            ("lạ = x", ""),
            ("sheets = có lẽ", ""),
        ] {
            let text = format!("# đầu\n{line}\noutput = \"x\"\n");
            let at = "# đầu\n".len() + line.len();
            assert_eq!(meant(&text, at).unwrap_or_default(), expected, "{line}");
        }
    }
}
