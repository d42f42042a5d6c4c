//! What has one cause is told once, by the message that helps most; the others are left out.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::rules::{
    bad_date, bad_email, bad_fee, bad_id, bad_number, bad_phone, bad_time, bad_url, curly_quotes,
    duplicate_id, front_matter, hidden_character, lone_quote, missing_key, not_utf8, ruled_heading,
    said_twice, terms_hole, unknown_key, unknown_language, unknown_reference, unknown_value, yaml_syntax,
};
use super::settings::is_worded;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Sources;

/// What is said of values and keys that are none.
const OF_VALUES: [&Rule; 11] = [
    &bad_id::RULE,
    &bad_date::RULE,
    &bad_time::RULE,
    &bad_fee::RULE,
    &bad_phone::RULE,
    &bad_email::RULE,
    &bad_url::RULE,
    &bad_number::RULE,
    &unknown_key::RULE,
    &unknown_value::RULE,
    &unknown_reference::RULE,
];

/// So many of a language are told one by one: they may be slips of a hand.
const FEW: usize = 3;

/// Where quotes of a word processor make a value a wrong one, or a straight one is part of what is told
/// to be written in another way, that is told.
pub(super) fn quotes(found: &mut Vec<Diagnostic>) {
    let is_quote = |it: &Diagnostic| is(it, &curly_quotes::RULE) || is(it, &lone_quote::RULE);
    // Nearly no file has any.
    if !found.iter().any(is_quote) {
        return;
    }
    // Some have thousands, all of them wrong.
    let wrong = found.iter().filter(|it| !is_quote(it)).filter_map(|it| it.span.clone());
    let wrong: FxHashSet<Range<usize>> = wrong.collect();
    found.retain(|it| !is(it, &curly_quotes::RULE) || !it.span.as_ref().is_some_and(|it| wrong.contains(it)));
    leave_out(found, &lone_quote::RULE, |_, own, its| is_within(own, its));
}

/// Where a hidden character makes a value or a key a wrong one, its place is told, and not that the
/// value is wrong: it looks right.
pub(super) fn hidden(found: &mut Vec<Diagnostic>) {
    let mut places: FxHashMap<Arc<str>, Vec<usize>> = FxHashMap::default();
    for it in found.iter().filter(|it| is(it, &hidden_character::RULE)) {
        let starts = places.entry(Arc::clone(&it.path)).or_default();
        starts.extend(it.span.as_ref().map(|it| it.start));
    }
    for starts in places.values_mut() {
        starts.sort_unstable();
    }
    found.retain(|it| {
        let (Some(starts), Some(span)) = (places.get(&it.path), &it.span) else { return true };
        let next = starts.get(starts.partition_point(|it| *it < span.start));
        !OF_VALUES.iter().any(|rule| is(it, rule)) || next.is_none_or(|it| span.end <= *it)
    });
}

/// Where a repetition is a mistake of its own kind, that is told and not this.
pub(super) fn repetitions(found: &mut Vec<Diagnostic>) {
    leave_out(found, &said_twice::RULE, |_, own, its| is_within(its, own));
}

/// Where YAML stumbles at a hidden character, or at one in the place of a space it needs, that is
/// the one thing to tell; not where a site does not want to be told of such characters.
pub(super) fn stumbles(found: &mut Vec<Diagnostic>) {
    leave_out(found, &yaml_syntax::RULE, |other, own, its| {
        is(other, &hidden_character::RULE) && own.start <= its.end && its.start <= own.end + ":".len()
    });
}

/// Where letters were lost, what became of them is neither YAML nor hidden.
pub(super) fn lost(found: &mut Vec<Diagnostic>) {
    for rule in [&yaml_syntax::RULE, &hidden_character::RULE] {
        leave_out(found, rule, |other, _, _| is(other, &not_utf8::RULE));
    }
}

/// Of a second home of a record, which is to go or to get another name, it is not told what it lacks.
pub(super) fn second_homes(found: &mut Vec<Diagnostic>) {
    let homes = found.iter().filter(|it| is(it, &duplicate_id::RULE));
    let second: FxHashSet<Arc<str>> = homes.map(|it| Arc::clone(&it.path)).collect();
    if !second.is_empty() {
        let is_lack = |it: &Diagnostic| is(it, &missing_key::RULE) || is(it, &terms_hole::RULE);
        found.retain(|it| !(is_lack(it) && second.contains(&it.path)));
    }
}

/// Where the line that makes a heading is one of a page's front matter, that is told.
pub(super) fn rulers(found: &mut Vec<Diagnostic>) {
    leave_out(found, &ruled_heading::RULE, |other, _, _| is(other, &front_matter::RULE));
}

fn is(it: &Diagnostic, rule: &Rule) -> bool {
    it.rule.code == rule.code
}

fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Leaves out what breaks that rule where another message of its file tells it better: `is_told` gets
/// that one, the place of what may be left out, and its.
fn leave_out(
    found: &mut Vec<Diagnostic>,
    rule: &Rule,
    is_told: impl Fn(&Diagnostic, &Range<usize>, &Range<usize>) -> bool,
) {
    // Nearly no site has any.
    if !found.iter().any(|it| is(it, rule)) {
        return;
    }
    let mut others: FxHashMap<&str, Vec<&Diagnostic>> = FxHashMap::default();
    for it in found.iter().filter(|it| !is(it, rule)) {
        others.entry(&it.path).or_default().push(it);
    }
    let is_left = |it: &Diagnostic| {
        let (Some(own), Some(others)) = (&it.span, others.get(&*it.path)) else { return false };
        is(it, rule) && others.iter().any(|it| it.span.as_ref().is_some_and(|its| is_told(it, own, its)))
    };
    let left: Vec<bool> = found.iter().map(is_left).collect();
    let mut left = left.into_iter();
    found.retain(|_| left.next() == Some(false));
}

/// Of many words in the same language that the site does not speak, the first is told, with how many
/// follow: mostly one line of `site.toml` is the cause of them all. None where `languages` names one
/// that the theme does not know, for that one may be meant. `found` is in order.
pub(super) fn languages(sources: &Sources, found: &mut Vec<Diagnostic>) {
    let is_unspoken = |it: &Diagnostic| is(it, &unknown_language::RULE);
    if !found.iter().any(is_unspoken) {
        return;
    }
    if !sources.config.languages.iter().all(|it| is_worded(sources, it)) {
        found.retain(|it| !is_unspoken(it));
        return;
    }
    let mut counts: FxHashMap<Arc<str>, usize> = FxHashMap::default();
    for it in found.iter().filter(|it| is_unspoken(it)) {
        *counts.entry(it.message.vi.clone()).or_default() += 1;
    }
    counts.retain(|_, count| *count > FEW);
    found.retain_mut(|it| match counts.get_mut(&it.message.vi).filter(|_| is_unspoken(it)) {
        None => true,
        Some(0) => false,
        Some(count) => {
            it.help = unknown_language::words_of_more(&it.help, std::mem::take(count) - 1);
            true
        }
    });
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, run, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_value_that_looks_right_was_told_twice_for_a_hidden_character() {
        let told = |more: &str| {
            let found = run(&sources(&bare("x", more))).1.diagnostics;
            found.iter().map(|it| it.rule.code).collect::<Vec<_>>()
        };
        for line in [
            "legal: [lu_at]",
            "reviewed: 2026_-11-01",
            "reviewed: _2026-11-01",
            "reviewed: 2026-11-01_",
            "summ_ary: S",
            "review_every: 6_ tháng",
            "cases: [{id: co_t, title: Cột}]\nconditions: [{text: A, case: co_t}]",
            "steps: [{by: agency, title: A, fee: 50_.000 đ}]",
            "channels: [{kind: pho_ne}]",
            "channels: [{kind: phone, phone: 1900_ 6769}]",
            "channels: [{kind: email, email: a_@example.vn}]",
            "channels: [{kind: online, url: \"https://ex_ample.vn/\"}]",
            "documents: [{paper: can-cuoc, copies: 1_}]",
        ] {
            let line = line.replace('_', "\u{200b}").replace("review\u{200b}every", "review_every");
            let hidden = line.matches('\u{200b}').count();
            assert_eq!(told(&line), vec!["C403"; hidden], "{line:?}");
        }
        assert_eq!(told("reviewed: 2026-13-01\nsummary: S\u{200b}"), ["C105", "C403"]);
        assert_eq!(told("summary: S\u{200b}\nreviewed: 2026-13-01"), ["C403", "C105"]);
    }

    #[test]
    fn letters_that_were_lost_were_told_to_be_hidden_ones_and_wrong_yaml_too() {
        let told = |more: &str| {
            let found = run(&sources(&bare("x", more))).1.diagnostics;
            found.iter().map(|it| it.rule.code).collect::<Vec<_>>()
        };
        assert_eq!(told("summary: {vi: Di dá»\u{9d}i cÃ´ng tÆ¡, en: A}\n"), ["C011"]);
        assert_eq!(told("summary: Di d\u{200b}i\ntask: cÃ´ng tÆ¡\n"), ["C011"]);
        assert_eq!(told("summary: Di d\u{200b}i\n"), ["C403"]);
    }

    #[test]
    fn a_stumble_far_from_a_hidden_character_is_told_as_well() {
        for (lines, expected) in [
            ("summary: S\u{200b}\ntask: A\nconditions: [A\n", ["C403", "C001"]),
            ("conditions: A: B\ntask: A\nsummary: S\u{200b}\n", ["C001", "C403"]),
        ] {
            let found = run(&sources(&bare("x", lines))).1.diagnostics;
            assert_eq!(found.iter().map(|it| it.rule.code).collect::<Vec<_>>(), expected, "{lines:?}");
        }
    }

    #[test]
    fn a_language_left_out_of_the_site_was_told_at_each_of_its_words() {
        let text = |it: &str| format!("{{vi: {it}, en: {it}}}");
        let conditions = ["A", "B", "C", "D"].map(text).join(", ");
        let mut sources =
            sources(&bare("x", &format!("conditions: [{conditions}]\nsummary: {{vi: S, eng: S}}\n")));
        sources.config.languages = vec!["vi".to_owned()];
        expect![[r#"
            procedures/x.yaml:6:22 C021 [en] the site has no language `en`
                Use one of: vi; or add it to `languages` in site.toml. It is the same in 3 more places.
            procedures/x.yaml:7:18 C021 [eng] the site has no language `eng`
                Use one of: vi; or add it to `languages` in site.toml.
        "#]]
        .assert_eq(&shown(&sources, Language::En));
        // As many may be slips of a hand.
        let few = conditions.replace(", {vi: D, en: D}", "");
        let mut few = super::super::tests::sources(&bare("x", &format!("conditions: [{few}]\n")));
        few.config.languages = vec!["vi".to_owned()];
        assert_eq!(run(&few).1.diagnostics.len(), super::FEW);
        // The one that is meant may be the one that is written wrong.
        sources.config.languages.push("eng".to_owned());
        expect![[r#"
            site.toml:1:1 C128 [whole file] Giao diện không có lời của thứ tiếng `eng`
                Chọn trong: en, vi; thứ tiếng khác thì giao diện cần tệp lời của nó ở `words`.
        "#]]
        .assert_eq(&shown(&sources, Language::Vi));
    }
}
