//! `unconfirmed`: the parts of a record that no source says.

use std::ops::Range;

use super::map::Map;
use super::meant;
use super::reading::Reading;
use super::rules::{unknown_value, wrong_kind};
use crate::model::{OnlineLevel, Section};
use crate::shape::Shape;
use crate::source::tree::{Node, Value};
use crate::text::fold;

/// Folded: words for all parts, of which none has that name.
const ALL: [&str; 7] = ["all", "tat ca", "toan bo", "moi phan", "het", "true", "yes"];
/// Folded: words for no part.
const NONE: [&str; 7] = ["khong", "khong co", "khong con", "none", "false", "no", "0"];
/// What a record has besides its parts.
const NO_PART: [&str; 5] = ["id", "title", "kind", "sources", "unconfirmed"];

/// Of a procedure: what would be missing without them are its parts too.
pub(super) fn sections(reading: &mut Reading<'_>, map: &Map<'_>, online: OnlineLevel) -> Vec<Section> {
    let is_own = |section: Section| match section {
        Section::Time | Section::Fee => true,
        Section::Online => map.has("online"),
        Section::Apply => map.has("apply") || online != OnlineLevel::Information,
        _ => map.has(section.key()),
    };
    let own = Section::ALL.into_iter().filter(|it| is_own(*it)).map(Section::key);
    parts(reading, map, &Section::ALL.map(|it| (it.key(), it)), &own.collect::<Vec<_>>())
}

/// Of another record, whose parts are its keys.
pub(super) fn keys(reading: &mut Reading<'_>, map: &Map<'_>, shape: &Shape) -> Vec<String> {
    let known: Vec<(&str, &str)> = shape.names().map(|it| (it, it)).collect();
    let parts_of = |has: &dyn Fn(&str) -> bool| -> Vec<&str> {
        shape.names().filter(|it| !NO_PART.contains(it) && has(it)).collect()
    };
    let mut own = parts_of(&|it| map.has(it));
    if own.is_empty() {
        own = parts_of(&|_| true);
    }
    parts(reading, map, &known, &own).into_iter().map(str::to_owned).collect()
}

/// `own` are those of the `known` that the record has.
fn parts<T: Copy>(reading: &mut Reading<'_>, map: &Map<'_>, known: &[(&str, T)], own: &[&str]) -> Vec<T> {
    let Some(node) = map.get("unconfirmed") else { return Vec::new() };
    if let Some((_, span)) = only_word(&node.value, &NONE).or_else(|| word(node, &NONE)) {
        let words = wrong_kind::words_of_no_parts(wrong_kind::words("các phần", "parts", "chữ", "text"));
        reading.report(&wrong_kind::RULE, span, words);
        return Vec::new();
    }
    if let Value::Scalar(_) = node.value {
        let words = wrong_kind::words("danh sách", "a list", "chữ", "text");
        let words = match named(&reading.source.text[node.span.clone()], known) {
            Some(named) => wrong_kind::words_of_better(words, &format!("[{}]", named.join(", "))),
            None => wrong_kind::words_of_parts(words, &format!("[{}]", own.join(", "))),
        };
        reading.report(&wrong_kind::RULE, reading.first_line(node.span.clone()), words);
        return Vec::new();
    }
    if let Some((word, span)) = only_word(&node.value, &ALL) {
        let words = unknown_value::words_of_all(word, &own.join(", "));
        reading.report(&unknown_value::RULE, span, words);
        return Vec::new();
    }
    reading.items(node, map.item("unconfirmed"), |it, node| it.choice(node, known))
}

/// `[all]`
fn only_word<'n>(value: &'n Value<'n>, words: &[&str]) -> Option<(&'n str, Range<usize>)> {
    let Value::List(items) = value else { return None };
    let [only] = items.as_slice() else { return None };
    word(only, words)
}

fn word<'n>(node: &'n Node<'n>, words: &[&str]) -> Option<(&'n str, Range<usize>)> {
    let Value::Scalar(text) = &node.value else { return None };
    words.contains(&fold(text).trim()).then(|| (text.trim(), node.span.clone()))
}

/// The parts in such words as `time, fee` or `thời hạn; phí`, if they are nothing else.
fn named<'k, T>(written: &str, known: &[(&'k str, T)]) -> Option<Vec<&'k str>> {
    let names = known.iter().map(|it| it.0);
    let one = |it: &str| {
        let it = it.trim_matches([' ', '\r', '"', '\'']);
        names.clone().find(|name| *name == it).or_else(|| meant::word(it, &names))
    };
    written.split([',', ';', '\n']).map(one).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_word_for_all_parts_was_told_to_be_written_in_brackets() {
        let head = "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nagency: evn\n";
        let record = "terms: [{time: ngay, fee: miễn phí}]\ndocuments: [{name: Đơn}]\nunconfirmed:";
        let said = |rest: &str| shown(&sources(&format!("{head}{rest}\n")), Language::Vi);
        let mut all: String =
            [" all", " tất cả", " true", " [Tất cả]", " thời hạn; phí", " time", "\n  time\n  giấy tờ"]
                .map(|it| said(&format!("{record}{it}")))
                .concat();
        // What would be missing without them are its parts too.
        all += &said("online: {level: full}\nunconfirmed: all");
        let agency = "-- content/agencies/npc.yaml --\ntitle: NPC\nhotline: 19001234\nunconfirmed: all\n";
        all += &shown(&sources(&format!("{agency}{}", bare("x", ""))), Language::Vi);
        // All was told to be unconfirmed where nothing is.
        all += &[" không", " false", " [không có]", " no"].map(|it| said(&format!("{record}{it}"))).concat();
        expect![[r#"
            procedures/x.yaml:6:14 C009 [all] Ở đây cần danh sách, không phải chữ
                Viết `[time, fee, documents]`; phần nào đã có nguồn thì bỏ ra.
            procedures/x.yaml:6:14 C009 [tất cả] Ở đây cần danh sách, không phải chữ
                Viết `[time, fee, documents]`; phần nào đã có nguồn thì bỏ ra.
            procedures/x.yaml:6:14 C009 [true] Ở đây cần danh sách, không phải chữ
                Viết `[time, fee, documents]`; phần nào đã có nguồn thì bỏ ra.
            procedures/x.yaml:6:15 C102 [Tất cả] Ở đây không nhận `Tất cả`, phải kể tên từng phần
                Thay bằng `time, fee, documents`; phần nào đã có nguồn thì bỏ ra.
            procedures/x.yaml:6:14 C009 [thời hạn; phí] Ở đây cần danh sách, không phải chữ
                Viết `[time, fee]`.
            procedures/x.yaml:6:14 C009 [time] Ở đây cần danh sách, không phải chữ
                Viết `[time]`.
            procedures/x.yaml:7:3 C009 [time] Ở đây cần danh sách, không phải chữ
                Viết `[time, documents]`.
            procedures/x.yaml:5:14 C009 [all] Ở đây cần danh sách, không phải chữ
                Viết `[time, fee, online, apply]`; phần nào đã có nguồn thì bỏ ra.
            agencies/npc.yaml:3:14 C009 [all] Ở đây cần danh sách, không phải chữ
                Viết `[hotline]`; phần nào đã có nguồn thì bỏ ra.
            procedures/x.yaml:6:14 C009 [không] Ở đây cần các phần, không phải chữ
                Đã xác nhận hết thì xoá dòng này.
            procedures/x.yaml:6:14 C009 [false] Ở đây cần các phần, không phải chữ
                Đã xác nhận hết thì xoá dòng này.
            procedures/x.yaml:6:15 C009 [không có] Ở đây cần các phần, không phải chữ
                Đã xác nhận hết thì xoá dòng này.
            procedures/x.yaml:6:14 C009 [no] Ở đây cần các phần, không phải chữ
                Đã xác nhận hết thì xoá dòng này.
        "#]]
        .assert_eq(&all);
    }
}
