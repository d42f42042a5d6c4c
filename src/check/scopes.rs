//! For whom a part of a record is: a case, a channel, an agency; and which of them a word was meant for.

use std::ops::Range;

use super::ground::Kind;
use super::map::Map;
use super::procedure::{Declared, channel_kind};
use super::reading::Reading;
use super::rules::unknown_reference;
use crate::model::{ChannelKind, Id, Rare, Scope};
use crate::source::tree::{Node, Value};
use crate::text::fold;

/// Folded: words for whatever a key may say.
const ALL: [&str; 6] = ["tat ca", "all", "any", "chung", "moi truong hop", "tat ca truong hop"];

enum Meant {
    Key(&'static str),
    /// The values of both keys have changed places.
    Swapped(&'static str),
    All,
}

pub(super) fn scope(reading: &mut Reading<'_>, map: &Map<'_>, declared: &Declared) -> Rare<Scope> {
    let scope = Scope {
        case: one(reading, map, declared, "case", |it, node| {
            it.local(node, &declared.cases, ["trường hợp", "case"], "cases")
        }),
        channel: one(reading, map, declared, "channel", channel_kind),
        agency: one(reading, map, declared, "agency", |it, node| it.reference(node, Kind::Agency)),
    };
    scope.into()
}

fn one<T>(
    reading: &mut Reading<'_>,
    map: &Map<'_>,
    declared: &Declared,
    key: &'static str,
    read: impl FnOnce(&mut Reading<'_>, &Node) -> Option<T>,
) -> Option<T> {
    let node = map.get(key)?;
    if let Value::Scalar(text) = &node.value
        && let Some(better) = meant(reading, map, declared, key, text.trim())
    {
        let better = match better {
            Meant::Key(it) => Some(it),
            Meant::All => None,
            Meant::Swapped(other) => {
                report_swapped(reading, map, [key, other]);
                return None;
            }
        };
        // Within `{…}` it would be left over.
        let comma = if reading.source.text[node.span.end..].starts_with(',') { "," } else { "" };
        let span = with_key(&reading.source.text, key, &node.span);
        let words = unknown_reference::words_of_scope(key, text, better, comma);
        reading.report(&unknown_reference::RULE, span, words);
        return None;
    }
    read(reading, node)
}

/// Told once, at the first.
fn report_swapped(reading: &mut Reading<'_>, map: &Map<'_>, [key, other]: [&str; 2]) {
    let (Some(own), Some(its)) = (map.get(key), map.get(other)) else { return };
    if let (Value::Scalar(text), Value::Scalar(meant)) = (&own.value, &its.value)
        && own.span.start < its.span.start
    {
        let words = unknown_reference::words_of_swapped([key, meant.trim()], [other, text.trim()]);
        let span = with_key(&reading.source.text, key, &own.span);
        reading.report(&unknown_reference::RULE, span, words);
    }
}

/// The source of a part of a record.
pub(super) fn source(reading: &mut Reading<'_>, map: &Map<'_>, declared: &Declared) -> Option<Id> {
    one(reading, map, declared, "source", |it, node| {
        it.local(node, &declared.sources, ["nguồn", "source"], "sources")
    })
}

/// What a value that is none of its key's was meant for: a key that stands nowhere else in the map,
/// or none.
fn meant(reading: &Reading<'_>, map: &Map<'_>, declared: &Declared, key: &str, text: &str) -> Option<Meant> {
    let ground = reading.ground;
    let is_of = |key: &str, text: &str| match key {
        "case" => declared.cases.iter().any(|it| it.id.as_str() == text),
        "channel" => ChannelKind::ALL.iter().any(|it| it.key() == text),
        "source" => declared.sources.iter().any(|it| it.id.as_str() == text),
        _ => ground.names.get(Kind::Agency, text).is_some(),
    };
    if is_of(key, text) {
        return None;
    }
    if key != "source" && ALL.contains(&fold(text).as_str()) {
        return Some(Meant::All);
    }
    let mut others = ["case", "channel", "agency", "source"].into_iter().filter(|it| *it != key);
    let other = others.find(|it| is_of(it, text) && map.shape.has(it))?;
    match map.get(other).map(|it| &it.value) {
        // Sources are often called after an agency, and one that is not declared is no agency.
        None if key == "source" && (other != "case" || declared.sources.is_empty()) => None,
        None => (!map.has(other)).then_some(Meant::Key(other)),
        Some(Value::Scalar(its)) => is_of(key, its.trim()).then_some(Meant::Swapped(other)),
        Some(_) => None,
    }
}

/// The value with its key, where that stands right before it.
pub(super) fn with_key(text: &str, key: &str, value: &Range<usize>) -> Range<usize> {
    let before = text[..value.start].trim_end_matches(' ');
    let start = before.strip_suffix(':').and_then(|it| it.strip_suffix(key)).map(str::len);
    start.unwrap_or(value.start)..value.end
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn the_agency_in_the_place_of_a_case_was_told_to_become_a_case() {
        let cases = "cases: [{id: nong-thon, title: A}]\n";
        let told = [
            (cases, "case: npc"),
            ("", "case: npc"),
            ("", "case: online"),
            (cases, "case: Tất cả"),
            (cases, "agency: nong-thon"),
            (cases, "channel: nong-thon"),
            ("", "channel: npc"),
            ("", "agency: all"),
            ("", "agency: counter"),
            (cases, "case: npc, agency: evn"),
            (cases, "case: thanh-pho"),
        ]
        .map(|(cases, it)| {
            let terms = format!("{cases}terms:\n  - {{{it}, time: 1 ngày, fee: miễn phí}}\n  - {{time: 2 ngày, fee: miễn phí}}");
            shown(&sources(&bare("x", &terms)), Language::Vi)
        });
        expect![[r#"
            procedures/x.yaml:8:6 C301 [case: npc] `npc` là cơ quan, không phải trường hợp
                Viết `agency: npc`.
            procedures/x.yaml:7:6 C301 [case: npc] `npc` là cơ quan, không phải trường hợp
                Viết `agency: npc`.
            procedures/x.yaml:7:6 C301 [case: online] `online` là cách nộp, không phải trường hợp
                Viết `channel: online`.
            procedures/x.yaml:8:6 C301 [case: Tất cả] Không có trường hợp `Tất cả`: không ghi `case` là cho tất cả
                Xoá `case: Tất cả,`.
            procedures/x.yaml:8:6 C301 [agency: nong-thon] `nong-thon` là trường hợp, không phải cơ quan
                Viết `case: nong-thon`.
            procedures/x.yaml:8:6 C301 [channel: nong-thon] `nong-thon` là trường hợp, không phải cách nộp
                Viết `case: nong-thon`.
            procedures/x.yaml:7:6 C301 [channel: npc] `npc` là cơ quan, không phải cách nộp
                Viết `agency: npc`.
            procedures/x.yaml:7:6 C301 [agency: all] Không có cơ quan `all`: không ghi `agency` là cho tất cả
                Xoá `agency: all,`.
            procedures/x.yaml:7:6 C301 [agency: counter] `counter` là cách nộp, không phải cơ quan
                Viết `channel: counter`.
            procedures/x.yaml:8:12 C301 [npc] Không có trường hợp `npc`
                Thêm `npc` vào `cases`.
            procedures/x.yaml:8:12 C301 [thanh-pho] Không có trường hợp `thanh-pho`
                Thêm `thanh-pho` vào `cases`.
        "#]].assert_eq(&told.concat());
    }

    #[test]
    fn values_below_the_keys_of_each_other_were_told_to_be_added_to_both_lists() {
        let more = "cases: [{id: nong-thon, title: A}]\nsources: {luat: {title: A}}\n";
        let told = [
            "case: luat, source: nong-thon",
            "source: nong-thon, time: 2 ngày, case: luat",
            "agency: nong-thon, case: npc",
            "case: luat",
            "source: nong-thon",
            "source: tat-ca",
            "case: luat, source: luat",
        ]
        .map(|it| {
            let time = if it.contains("time") { "" } else { ", time: 1 ngày" };
            let terms = format!(
                "{more}terms:\n  - {{{it}{time}, fee: miễn phí}}\n  - {{time: 2 ngày, fee: miễn phí}}"
            );
            shown(&sources(&bare("x", &terms)), Language::Vi)
        });
        expect![[r#"
            procedures/x.yaml:9:6 C301 [case: luat] Giá trị của `case` và `source` đổi chỗ cho nhau
                Viết `case: nong-thon` và `source: luat`.
            procedures/x.yaml:9:6 C301 [source: nong-thon] Giá trị của `source` và `case` đổi chỗ cho nhau
                Viết `source: luat` và `case: nong-thon`.
            procedures/x.yaml:9:6 C301 [agency: nong-thon] Giá trị của `agency` và `case` đổi chỗ cho nhau
                Viết `agency: npc` và `case: nong-thon`.
            procedures/x.yaml:9:6 C301 [case: luat] `luat` là nguồn, không phải trường hợp
                Viết `source: luat`.
            procedures/x.yaml:9:6 C301 [source: nong-thon] `nong-thon` là trường hợp, không phải nguồn
                Viết `case: nong-thon`.
            procedures/x.yaml:9:14 C301 [tat-ca] Không có nguồn `tat-ca`
                Thêm `tat-ca` vào `sources`.
            procedures/x.yaml:9:12 C301 [luat] Không có trường hợp `luat`
                Thêm `luat` vào `cases`.
        "#]]
        .assert_eq(&told.concat());
    }
}
