//! Words in a language that the site does not speak. Mostly one line of `site.toml` is the cause of
//! them all.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::rules::unknown_language;
use super::settings::is_worded;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// So many of a language are told one by one: they may be slips of a hand.
const FEW: usize = 3;

/// Of many in the same language the first is told, with how many follow; none where `languages` names
/// one that the theme does not know, for that one may be meant. `found` is in order.
pub(super) fn tell_once(sources: &Sources, found: &mut Vec<Diagnostic>) {
    let is_unspoken = |it: &Diagnostic| it.rule.code == unknown_language::RULE.code;
    // Nearly no site has any.
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

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

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
        // The one that is meant may be the one that is written wrong.
        sources.config.languages.push("eng".to_owned());
        expect![[r#"
            site.toml:1:1 C128 [whole file] Giao diện không có lời của thứ tiếng `eng`
                Chọn trong: en, vi; thứ tiếng khác thì giao diện cần tệp lời của nó ở `words`.
        "#]]
        .assert_eq(&shown(&sources, Language::Vi));
    }
}
