//! Which key was meant by one that is not known, told by what stands behind it too.

use jiff::civil::Date;

use crate::check::near::near;
use crate::check::reading::Reading;
use crate::check::rules::{REPEATED, unknown_key};
use crate::check::slips::pasted::value;
use crate::shape::{Key, Shape, Value as Inner};
use crate::source::tree::{Entry, Value};

/// The known key that looks most like it, unless that takes a day and something else is there.
pub(crate) fn meant_key(entry: &Entry<'_>, shape: &'static Shape) -> Option<&'static str> {
    let key = entry.key.as_ref();
    let found = super::word(key, &shape.names()).or_else(|| near(key, shape.names()))?;
    let Value::Scalar(text) = &entry.value.value else { return Some(found) };
    if !shape.key(found).is_some_and(|it| matches!(it.value, Inner::Date))
        || text.parse::<Date>().is_ok()
        || super::date(text).is_some()
    {
        return Some(found);
    }
    let is_time = |it: &&Key| matches!(it.value, Inner::Time) && it.name.starts_with(key);
    shape.keys.iter().find(is_time).map(|it| it.name)
}

/// The language in which a key has its text, by its name: `title_en`, `title.en`, `title-en`.
fn by_language<'k>(key: &'k str, shape: &Shape) -> Option<(&'static str, &'k str)> {
    let (base, lang) = key.rsplit_once(['_', '.', '-']).filter(|it| matches!(it.1, "vi" | "en"))?;
    let known = shape.key(base).filter(|it| matches!(it.value, Inner::Text))?;
    Some((known.name, lang))
}

impl Reading<'_> {
    /// Tells of a text whose language stands in its key, once for all of them; gives the key without it.
    pub(crate) fn report_by_language(
        &mut self,
        nth: usize,
        entries: &[Entry<'_>],
        shape: &Shape,
    ) -> Option<&'static str> {
        let (base, _) = by_language(&entries[nth].key, shape)?;
        let of_base = |it: &Entry<'_>| by_language(&it.key, shape).is_some_and(|it| it.0 == base);
        if entries[..nth].iter().any(of_base) {
            return Some(base);
        }
        let written = |it: &Entry<'_>| match &it.value.value {
            Value::Scalar(text) if text.len() <= REPEATED => value(text.trim()),
            _ => "…".to_owned(),
        };
        let plain = entries.iter().find(|it| it.key == base);
        let of = |lang: &str| {
            let own = entries.iter().find(|it| by_language(&it.key, shape) == Some((base, lang)));
            own.or_else(|| match &plain?.value.value {
                Value::Map(inner) => inner.iter().find(|it| it.key == lang),
                _ => plain.filter(|_| lang == self.ground.languages[0].as_str()),
            })
            .map(written)
        };
        let [vi, en] = ["vi", "en"].map(|it| of(it).unwrap_or_else(|| "…".to_owned()));
        let row = format!("{base}: {{vi: {vi}, en: {en}}}");
        let words = unknown_key::words_of_language(&entries[nth].key, &row);
        self.report(&unknown_key::RULE, entries[nth].key_span.clone(), words);
        Some(base)
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{GOOD, bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_text_with_its_language_in_the_key_was_told_to_be_a_key_of_ones_own() {
        let told = [
            "summary: Cấp điện\nsummary_en: Supply",
            "summary.en: Supply, new",
            "summary_vi: Cấp điện\nsummary_en: Supply",
            "summary: {vi: Cấp điện}\nsummary-en: Supply",
            "summary: {vn: Cấp điện, en: Supply}",
            "code_en: \"1\"",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
        expect![[r#"
            procedures/x.yaml:7:1 C006 [summary_en] Không có khoá `summary_en` ở đây
                Viết `summary: {vi: Cấp điện, en: Supply}`, thay cho các dòng riêng từng thứ tiếng.
            procedures/x.yaml:6:1 C006 [summary.en] Không có khoá `summary.en` ở đây
                Viết `summary: {vi: …, en: "Supply, new"}`, thay cho các dòng riêng từng thứ tiếng.
            procedures/x.yaml:6:1 C006 [summary_vi] Không có khoá `summary_vi` ở đây
                Viết `summary: {vi: Cấp điện, en: Supply}`, thay cho các dòng riêng từng thứ tiếng.
            procedures/x.yaml:7:1 C006 [summary-en] Không có khoá `summary-en` ở đây
                Viết `summary: {vi: Cấp điện, en: Supply}`, thay cho các dòng riêng từng thứ tiếng.
            procedures/x.yaml:6:11 C006 [vn] Không có khoá `vn` ở đây
                Viết `vi`; khoá riêng của bạn thì đặt tên `x_vn`.
            procedures/x.yaml:6:1 C006 [code_en] Không có khoá `code_en` ở đây
                Dùng một trong các khoá: id, code, title, official_title, summary, task, also_called, field, audiences, agency, agencies, decision, online, apply, cases, channels, terms, documents, steps, result, conditions, legal, related, sources, unconfirmed, effective, reviewed, review_every, translated, owner, status, changes, aliases; khoá riêng của bạn thì đặt tên `x_code_en`.
        "#]].assert_eq(&told.concat());
    }

    #[test]
    fn a_key_of_a_day_was_proposed_for_what_is_no_day() {
        let mut told = [
            "review: 6 tháng",
            "review: 2026-01-02",
            "aliases: [sang tên, đổi tên]",
            "documents: [{name: Đơn, form: \"https://evn.com.vn/don.docx\"}]",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi))
        .concat();
        let legal = "-- content/legal.yaml --\nluat: {number: 1/2024, title: Luật, issuer: Quốc hội}\n";
        let agency = "-- content/agencies/npc.yaml --\ntitle: NPC\nsources: [\"https://evn.com.vn/a\"]\n";
        told += &shown(&sources(&format!("{GOOD}{legal}{agency}")), Language::Vi);
        expect![[r#"
            procedures/x.yaml:6:1 C006 [review] Không có khoá `review` ở đây
                Viết `review_every`; khoá riêng của bạn thì đặt tên `x_review`.
            procedures/x.yaml:6:1 C006 [review] Không có khoá `review` ở đây
                Viết `reviewed`; khoá riêng của bạn thì đặt tên `x_review`.
            procedures/x.yaml:6:11 C121 [sang tên] `sang tên` không phải đường dẫn cũ hợp lệ
                `aliases` là địa chỉ cũ của trang; tên gọi khác thì chuyển sang `also_called`.
            procedures/x.yaml:6:21 C121 [đổi tên] `đổi tên` không phải đường dẫn cũ hợp lệ
                `aliases` là địa chỉ cũ của trang; tên gọi khác thì chuyển sang `also_called`.
            procedures/x.yaml:6:25 C303 [form: "https://evn.com.vn/don.docx"] `form` là tệp trong content/files; địa chỉ ở trang khác thì ghi ở `form_url`
                Viết `form_url: "https://evn.com.vn/don.docx"`.
            agencies/npc.yaml:2:11 C009 ["https://evn.com.vn/a"] Ở đây cần nhóm khoá, không phải chữ
                Viết `{title: …, url: "https://evn.com.vn/a"}`.
            legal.yaml:1:37 C006 [issuer] Không có khoá `issuer` ở đây
                Dùng một trong các khoá: number, title, name, url, issued, effective, until, replaced_by, note, unconfirmed; khoá riêng của bạn thì đặt tên `x_issuer`.
        "#]].assert_eq(&told);
    }
}
