//! Lists where one value belongs: what to type so that none of their values is lost.

use std::ptr;

use crate::check::reading::Reading;
use crate::check::rules::REPEATED;
use crate::check::rules::{wrong_kind, yaml_syntax};
use crate::check::spoken;
use crate::shape::{self, Key, Shape, Value as Inner};
use crate::source::tree::{Entry, Node, Value};

/// Of these there may be several beside each other that differ in one value.
const ITEMS: [&Shape; 13] = [
    &shape::APPLY,
    &shape::CHANGE,
    &shape::CHANNEL,
    &shape::CHOICE_OUTCOME,
    &shape::CONDITION,
    &shape::DAY_OFF,
    &shape::DOCUMENT,
    &shape::JOURNEY_STEP,
    &shape::LEGAL_REF,
    &shape::OUTCOME,
    &shape::STEP,
    &shape::TERM,
    &shape::UNDECIDED,
];

impl Reading<'_> {
    /// Tells of values in a list of which `known` takes one alone; `false` of any other entry.
    pub(crate) fn report_values<'t>(&mut self, entry: &'t Entry<'_>, known: &Key, shape: &Shape) -> bool {
        use Inner::{Choice, Date, Id, Reference, Text, Yes};
        let Value::List(items) = &entry.value.value else { return false };
        // Nearly every list stands where one belongs.
        if !matches!(known.value, Choice(_) | Date | Id | Reference(_) | Text | Yes) {
            return false;
        }
        let text = |it: &'t Node<'_>| match &it.value {
            Value::Scalar(it) => Some(it.trim()),
            _ => None,
        };
        let values: Option<Vec<&str>> = items.iter().map(text).collect();
        let Some(values) = values.filter(|it| it.iter().all(|it| !it.is_empty())) else { return false };
        let is_of = |it: &Shape| ptr::eq(it, shape);
        let is_item = ITEMS.iter().any(|it| is_of(it));
        let words = match (&known.value, values.as_slice()) {
            (_, []) => return false,
            (Yes, [..]) if known.name == "unconfirmed" && values != ["false"] => {
                wrong_kind::words_of_single("true")
            }
            (Id | Reference(_) | Choice(_) | Date, [_]) => {
                wrong_kind::words_of_single(&self.source.text[items[0].span.clone()])
            }
            (Id | Reference(_) | Choice(_) | Date, [..]) if is_item && known.name != "id" => {
                wrong_kind::words_of_rows(known.name, &values)
            }
            (Reference(_), [first, others @ ..]) if known.name == "agency" && is_of(&shape::PROCEDURE) => {
                wrong_kind::words_of_agencies(first, &others.join(", "))
            }
            (Text, [..]) if known.name != "by" => {
                let whole = self.translated(&values).or_else(|| joined(&values));
                wrong_kind::words_of_text(whole.as_deref())
            }
            _ => return false,
        };
        self.report(&wrong_kind::RULE, self.first_line(entry.value.span.clone()), words);
        true
    }
}

impl Reading<'_> {
    /// Of a text in Vietnamese and one in English: both below their languages.
    fn translated(&self, values: &[&str]) -> Option<String> {
        let (Some(_), &[one, other]) = (self.ground.languages.get(1), values) else { return None };
        let is_pair = |vi: &str, en: &str| spoken::is_vietnamese(vi, 1) && en.is_ascii();
        let [vi, en] = if is_pair(one, other) {
            [one, other]
        } else if is_pair(other, one) {
            [other, one]
        } else {
            return None;
        };
        let whole = format!("{{vi: {}, en: {}}}", yaml_syntax::quoted(vi), yaml_syntax::quoted(en));
        (whole.len() <= REPEATED).then_some(whole)
    }
}

/// Sentences one after another, words with commas between them; `None` of much text.
fn joined(values: &[&str]) -> Option<String> {
    let sign = |it: &str| if it.ends_with(['.', ';', ':', '!', '?']) { " " } else { ", " };
    let (last, before) = values.split_last()?;
    let mut whole = String::new();
    for it in before {
        whole.extend([it.trim_end_matches(','), sign(it)]);
        if REPEATED < whole.len() {
            return None;
        }
    }
    whole += last;
    (whole.len() <= REPEATED).then(|| yaml_syntax::quoted(&whole))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{GOOD, bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn of_a_list_where_one_value_belongs_all_but_the_first_were_told_to_go() {
        let head = "cases: [{id: nong-thon, title: A}, {id: thanh-pho, title: B}]";
        let parts = [
            "terms:\n  - {case: [nong-thon, thanh-pho], time: 1 ngày, fee: miễn phí}",
            "terms:\n  - {channel: [online, counter, post], time: 1 ngày, fee: miễn phí}",
            "terms:\n  - {channel: [online], time: 1 ngày, fee: miễn phí}",
            "steps:\n  - {by: customer, title: [Nộp, Nhận]}",
            "legal: [{text: luat, article: [Điều 5, Điều 6]}]",
            "conditions:\n  - text: [Có nhà., Có điện.]",
            "summary:\n  - A \"b\"\n  - C",
            "reviewed: [2026-01-01]",
            "task: [Dời công tơ, Move the meter]",
            "task: [Move the meter, Dời công tơ]",
            "task: [Mẫu A, Mẫu B]",
        ]
        .map(|it| shown(&sources(&bare("x", &format!("{head}\n{it}"))), Language::Vi));
        let other = "\
-- content/agencies/npc.yaml --
title: NPC
area: [Quảng Ninh, Hà Nội]
-- content/calendar/2027.yaml --
complete: true
off: [{date: [2027-02-05, 2027-02-06], name: Tết}]
-- content/legal.yaml --
luat: {number: 1/2024, title: Luật, unconfirmed: [title]}
";
        let other = shown(&sources(&format!("{GOOD}{other}")), Language::En);
        expect![[r#"
            procedures/x.yaml:8:12 C009 [[nong-thon, thanh-pho]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `nong-thon`; mỗi giá trị còn lại thì chép thêm cả mục này một lần, với `case: thanh-pho`.
            procedures/x.yaml:8:15 C009 [[online, counter, post]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `online`; mỗi giá trị còn lại thì chép thêm cả mục này một lần, với `channel: counter`, `channel: post`.
            procedures/x.yaml:8:15 C009 [[online]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `online`.
            procedures/x.yaml:8:27 C009 [[Nộp, Nhận]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `"Nộp, Nhận"`.
            procedures/x.yaml:7:31 C009 [[Điều 5, Điều 6]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `"Điều 5, Điều 6"`.
            procedures/x.yaml:8:11 C009 [[Có nhà., Có điện.]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `"Có nhà. Có điện."`.
            procedures/x.yaml:8:3 C009 [- A "b"] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `'A "b", C'`.
            procedures/x.yaml:7:11 C009 [[2026-01-01]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `2026-01-01`.
            procedures/x.yaml:7:7 C009 [[Dời công tơ, Move the meter]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `{vi: "Dời công tơ", en: "Move the meter"}`.
            procedures/x.yaml:7:7 C009 [[Move the meter, Dời công tơ]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `{vi: "Dời công tơ", en: "Move the meter"}`.
            procedures/x.yaml:7:7 C009 [[Mẫu A, Mẫu B]] Ở đây chỉ ghi được một giá trị, không phải danh sách
                Viết `"Mẫu A, Mẫu B"`.
            agencies/npc.yaml:2:7 C009 [[Quảng Ninh, Hà Nội]] this takes one value, not a list
                Write `"Quảng Ninh, Hà Nội"`.
            calendar/2027.yaml:2:14 C009 [[2027-02-05, 2027-02-06]] this takes one value, not a list
                Write `2027-02-05`; for each other value copy the whole item once more, with `date: 2027-02-06`.
            legal.yaml:1:50 C009 [[title]] this takes one value, not a list
                Write `true`.
        "#]].assert_eq(&(parts.concat() + &other));
    }

    /// Of `[evn, npc]` it was told to write one, and the others were lost.
    #[test]
    fn agencies_beside_the_one_that_decides_are_told_their_key() {
        let content = bare("x", "").replace("agency: evn", "agency: [evn, npc, pc]");
        let told = shown(&sources(&content), Language::En);
        expect![[r#"
            procedures/x.yaml:3:9 C009 [[evn, npc, pc]] this takes one value, not a list
                Write `evn`, which decides; those that carry it out go to `agencies: {executing: [npc, pc]}`.
        "#]]
        .assert_eq(&told);
    }
}
