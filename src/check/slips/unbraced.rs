//! Several keys on one line without brackets around them: to YAML a text with colons.

use std::ops::Range;

use super::pasted::value;
use crate::check::roles::Registry;
use crate::model::Id;
use crate::shape::{self, Shape, Value as Inner};
use crate::source::line::{indent_of, line_before};

/// Languages that a text may be in; of others nobody could tell them from `vd:` or `tp:`.
const LANGUAGES: [&str; 2] = ["vi", "en"];

/// What an item of a list may be.
const ITEMS: [&Shape; 9] = [
    &shape::APPLY,
    &shape::CASE,
    &shape::CHANGE,
    &shape::CHANNEL,
    &shape::CONDITION,
    &shape::DOCUMENT,
    &shape::OUTCOME,
    &shape::STEP,
    &shape::TERM,
];

/// `{vi: A, en: B}` of a value `A, en: B`, and `- {time: 5 ngày, fee: miễn phí}` of a whole item
/// `- time: 5 ngày, fee: miễn phí`; `None` of other text with a colon.
pub(super) fn meant(text: &str, at: &Range<usize>) -> Option<String> {
    let written = text[at.clone()].trim();
    let inner = written.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let written = inner.filter(|it| !it.contains(['(', ')'])).unwrap_or(written);
    // The bracket before was forgotten, and not the one behind.
    let written = written.strip_suffix('}').map_or(written, str::trim_end);
    let before = line_before(text, at.start);
    let mut keys: Vec<(&str, String)> = Vec::new();
    for part in written.split(", ") {
        match (keyed(part), keys.last_mut()) {
            (Some((key, text)), _) => keys.push((key, text.to_owned())),
            (None, Some((_, text))) => text.extend([", ", part]),
            (None, None) => keys.push(("", part.to_owned())),
        }
    }
    if let Some(map) = below_key(before, written) {
        return Some(map);
    }
    if keys.len() < 2 || written.contains(['{', '}', '[', ']', '"']) {
        return None;
    }
    let are_languages = keys[1..].iter().all(|it| LANGUAGES.contains(&it.0));
    let item = before.trim_start().strip_prefix("- ").and_then(|it| it.trim().strip_suffix(':'));
    let (own, dash) = match item {
        _ if are_languages => (if keys.iter().any(|it| it.0 == "vi") { "en" } else { "vi" }, ""),
        // What follows on lines of its own would not go with brackets.
        Some(own) if !goes_on(text, at.end, before.len()) => (own, "- "),
        _ => return None,
    };
    if keys[0].0.is_empty() {
        keys[0].0 = own;
    }
    let names: Vec<&str> = keys.iter().map(|it| it.0).collect();
    let known = |it: &&Shape| names.iter().all(|name| it.has(name));
    let is_known = if are_languages { LANGUAGES.contains(&names[0]) } else { ITEMS.iter().any(known) };
    let is_twice = (1..names.len()).any(|nth| names[..nth].contains(&names[nth]));
    if !is_known || is_twice {
        return None;
    }
    let keys: Vec<String> = keys.iter().map(|(key, text)| format!("{key}: {}", value(text))).collect();
    Some(format!("{dash}{{{}}}", keys.join(", ")))
}

/// The map below a key that stands on the line of that: `giay-x: title: Giấy X`.
fn below_key(before: &str, written: &str) -> Option<String> {
    let (key, text) = keyed(written)?;
    let own = before.trim_start().trim_start_matches("- ").trim_end().strip_suffix(':')?;
    let is_id = own.parse::<Id>().is_ok();
    let entries = Registry::ALL.into_iter().map(|it| it.facts().shape).chain([&shape::SOURCE]);
    let shapes = entries.filter(|_| is_id).chain(inner(own));
    let mut keys: Vec<(&str, &str)> = vec![(key, text)];
    let is_quoted = text.len() > 1 && text.starts_with(['"', '\'']) && text.ends_with(&text[..1]);
    if !is_quoted && text.contains(['{', '}', '[', ']', '"']) {
        return None;
    }
    for part in text.split(", ").filter(|_| !is_quoted).skip(1) {
        keys.push(keyed(part)?);
    }
    if let (false, Some(first)) = (is_quoted, keys.first_mut()) {
        first.1 = text.split(", ").next().unwrap_or(text);
    }
    let known = |it: &Shape| keys.iter().all(|(key, _)| it.has(key));
    if !shapes.into_iter().any(known) {
        return None;
    }
    let shown = |text: &str| if is_quoted { text.to_owned() } else { value(text) };
    let keys: Vec<String> = keys.iter().map(|(key, text)| format!("{key}: {}", shown(text))).collect();
    Some(format!("{own}: {{{}}}", keys.join(", ")))
}

/// The maps that stand below a key of a record.
fn inner(key: &str) -> impl Iterator<Item = &'static Shape> {
    let keys = [&shape::PROCEDURE, &shape::OFFICE].into_iter().filter_map(|it| it.key(key));
    keys.filter_map(|it| match &it.value {
        Inner::Map(shape) | Inner::OneOrMore(Inner::Map(shape)) => Some(*shape),
        _ => None,
    })
}

/// Is the line after byte `end` one of the same item, whose value begins in column `deep`?
fn goes_on(text: &str, end: usize, deep: usize) -> bool {
    let next = text[end..].lines().skip(1).find(|it| !it.trim().is_empty());
    let own = indent_of(line_before(text, end));
    next.is_some_and(|it| own < indent_of(it) && indent_of(it) <= deep)
}

/// A key and its value, as `en: New connection`.
fn keyed(part: &str) -> Option<(&str, &str)> {
    let (key, text) = part.split_once(": ")?;
    let is_key = !key.is_empty() && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
    is_key.then(|| (key, text.trim()))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn keys_without_brackets_were_put_in_quotes_and_published_as_they_stood() {
        let told = [
            "summary: Cấp điện mới, en: New connection",
            "summary: (vi: Cấp điện, kể cả tạm, en: New connection)",
            "summary: en: New, vi: Mới",
            "summary: Mới: cũ, khác",
            "summary: Giấy tờ tuỳ thân, vd: căn cước",
            "summary: (Miễn phí) Cấp điện, en: New (free)",
            "summary: A, en: B, vi: C",
            "terms:\n  - time: 5 ngày, fee: miễn phí\n    fee_note: abc",
            "steps:\n  - title: Nhận qua app, zalo: EVN",
            "terms:\n  - time: 5 ngày làm việc, fee: miễn phí",
            "steps:\n  - by: customer, title: Nộp hồ sơ, bản chính",
            "steps:\n  - {by: customer, title: Gửi}\n  - title: Nhận: có",
            "documents:\n  - name: Đơn, en: Form",
            "online: level: full",
            "sources:\n  evn: title: \"Trang: EVN\"",
            "sources:\n  evn: title: Trang EVN, url: https://evn.com.vn/a",
            "sources:\n  evn: Trang: EVN",
            "conditions:\n  - text: Đã trả hết nợ, source: evn}",
            "documents:\n  - name: Giấy đề nghị, originals: 1, source: evn}",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
        expect![[r#"
            procedures/x.yaml:6:10 C001 [Cấp điện mới, en: New connection] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `{vi: Cấp điện mới, en: New connection}`.
            procedures/x.yaml:6:10 C001 [(vi: Cấp điện, kể cả tạm, en: New connection)] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `{vi: "Cấp điện, kể cả tạm", en: New connection}`.
            procedures/x.yaml:6:10 C001 [en: New, vi: Mới] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `{en: New, vi: Mới}`.
            procedures/x.yaml:6:10 C001 [Mới: cũ, khác] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Mới: cũ, khác"`.
            procedures/x.yaml:6:10 C001 [Giấy tờ tuỳ thân, vd: căn cước] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Giấy tờ tuỳ thân, vd: căn cước"`.
            procedures/x.yaml:6:10 C001 [(Miễn phí) Cấp điện, en: New (free)] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `{vi: (Miễn phí) Cấp điện, en: New (free)}`.
            procedures/x.yaml:6:10 C001 [A, en: B, vi: C] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"A, en: B, vi: C"`.
            procedures/x.yaml:7:19 C001 [fee] Hai khoá trên một dòng: xuống dòng trước `fee`
                Viết như sau:
              - time: 5 ngày
                fee: miễn phí
            Nếu dấu hai chấm là của câu chữ thì đặt cả câu trong nháy kép.
            procedures/x.yaml:7:12 C001 [Nhận qua app, zalo: EVN] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Nhận qua app, zalo: EVN"`.
            procedures/x.yaml:7:11 C001 [5 ngày làm việc, fee: miễn phí] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `- {time: 5 ngày làm việc, fee: miễn phí}`.
            procedures/x.yaml:7:9 C001 [customer, title: Nộp hồ sơ, bản chính] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `- {by: customer, title: "Nộp hồ sơ, bản chính"}`.
            procedures/x.yaml:8:12 C001 [Nhận: có] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Nhận: có"`.
            procedures/x.yaml:7:11 C001 [Đơn, en: Form] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `{vi: Đơn, en: Form}`.
            procedures/x.yaml:6:9 C001 [level: full] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `online: {level: full}`.
            procedures/x.yaml:7:8 C001 [title: "Trang: EVN"] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `evn: {title: "Trang: EVN"}`.
            procedures/x.yaml:7:8 C001 [title: Trang EVN, url: https://evn.com.vn/a] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `evn: {title: Trang EVN, url: "https://evn.com.vn/a"}`.
            procedures/x.yaml:7:8 C001 [Trang: EVN] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"Trang: EVN"`.
            procedures/x.yaml:7:11 C001 [Đã trả hết nợ, source: evn}] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `- {text: Đã trả hết nợ, source: evn}`.
            procedures/x.yaml:7:11 C001 [Giấy đề nghị, originals: 1, source: evn}] Nhiều khoá trên một dòng thiếu ngoặc nhọn
                Viết `- {name: Giấy đề nghị, originals: 1, source: evn}`.
        "#]].assert_eq(&told.concat());
    }
}
