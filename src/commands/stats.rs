//! `stats`: what the catalogue holds, what is unconfirmed or missing, what is due for review.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;

use super::asked::{Asked, asked};
use super::context::Context;
use super::{Outcome, terminal};
use crate::diagnostic::Language;
use crate::error::Result;
use crate::model::{Catalogue, Entries, Field, Lang, Procedure, Section, Status};

/// Counts of procedures unless a name says otherwise; drafts and withdrawn ones count in `status` alone.
#[derive(Debug, Default, Serialize)]
struct Stats {
    as_of: String,
    /// Kind of entry → how many.
    entries: BTreeMap<&'static str, usize>,
    status: BTreeMap<&'static str, usize>,
    level: BTreeMap<&'static str, usize>,
    /// Field → how many, in the order of the registry.
    fields: Vec<(String, usize)>,
    with_apply_link: usize,
    without_offices: usize,
    /// Part of a page → where the record says that nobody confirmed it.
    unconfirmed: BTreeMap<&'static str, usize>,
    /// Part of a page → where it says nothing.
    missing: BTreeMap<&'static str, usize>,
    /// Language other than the main one → titles in it.
    translated: BTreeMap<String, usize>,
    sources: usize,
    /// The day on which the longest unchecked source was read.
    oldest_source_check: Option<String>,
    review_overdue: usize,
    review_due_in_90_days: usize,
}

pub(super) fn run(context: &Context) -> Result<Outcome> {
    let Some(Asked { in_json, sources, as_of, catalogue }) = asked(context, "stats")? else {
        return Ok(Outcome::Found);
    };
    let languages = Lang::of_site(&sources.config.languages);
    let stats = Stats::of(&catalogue, &languages, sources.config.check.review_months, as_of);
    terminal::say(&if in_json {
        serde_json::to_string_pretty(&stats).expect("counts are JSON") + "\n"
    } else {
        stats.text(&catalogue.fields, context.language())
    })?;
    Ok(Outcome::Done)
}

impl Stats {
    fn of(catalogue: &Catalogue, languages: &[Lang], review_months: u16, as_of: Date) -> Stats {
        let mut stats = Stats { as_of: as_of.to_string(), ..Stats::default() };
        stats.entries = entries(&catalogue.entries);
        stats.entries.insert("procedures", catalogue.procedures.len());
        for procedure in catalogue.procedures.iter() {
            *stats.status.entry(status(procedure)).or_default() += 1;
        }
        let in_use: Vec<&Procedure> = catalogue
            .procedures
            .iter()
            .map(AsRef::as_ref)
            .filter(|it| !matches!(it.status, Status::Draft | Status::Withdrawn { .. }))
            .collect();
        stats.fields = catalogue
            .fields
            .iter()
            .map(|field| (field.id.to_string(), in_use.iter().filter(|it| it.field == field.id).count()))
            .collect();
        stats.unconfirmed = Section::ALL.map(|it| (it.key(), 0)).into();
        stats.missing = Section::ALL.map(|it| (it.key(), 0)).into();
        stats.translated = languages.iter().skip(1).map(|it| (it.to_string(), 0)).collect();
        for procedure in in_use {
            stats.count(procedure, languages, review_months, as_of);
        }
        stats
    }

    fn count(&mut self, procedure: &Procedure, languages: &[Lang], review_months: u16, as_of: Date) {
        *self.level.entry(procedure.online.key()).or_default() += 1;
        self.with_apply_link += usize::from(!procedure.apply.is_empty());
        self.without_offices += usize::from(procedure.channels.iter().all(|it| it.offices.is_empty()));
        for section in Section::ALL {
            let unconfirmed = procedure.unconfirmed.contains(&section);
            *self.unconfirmed.entry(section.key()).or_default() += usize::from(unconfirmed);
            *self.missing.entry(section.key()).or_default() += usize::from(is_missing(procedure, section));
        }
        for lang in languages.iter().skip(1).filter(|it| procedure.title.translated(**it).is_some()) {
            *self.translated.entry(lang.to_string()).or_default() += 1;
        }
        self.sources += procedure.sources.len();
        let oldest = procedure.sources.values().filter_map(|it| it.checked).min().map(|it| it.to_string());
        if oldest.is_some() && (self.oldest_source_check.is_none() || oldest < self.oldest_source_check) {
            self.oldest_source_check = oldest;
        }
        if let Some(due) = procedure.review_due(review_months) {
            let soon = as_of.checked_add(90.days()).unwrap_or(as_of);
            self.review_overdue += usize::from(due < as_of);
            self.review_due_in_90_days += usize::from(as_of <= due && due <= soon);
        }
    }

    /// `fields` are those counted; programs get their ids, people their titles.
    fn text(&self, fields: &[Field], language: Language) -> String {
        let vi = language == Language::Vi;
        let lang = if vi { Lang::VI } else { Lang::EN };
        let word = |vietnamese: &'static str, english: &'static str| if vi { vietnamese } else { english };
        let mut lines: Vec<(String, String)> = Vec::new();
        let mut line = |name: &str, value: String| lines.push((name.to_owned(), value));
        let list = |counts: &BTreeMap<&'static str, usize>| {
            let shown: Vec<String> = (counts.iter())
                .filter(|(_, n)| **n > 0)
                .map(|(it, n)| format!("{} {n}", if vi { vietnamese(it) } else { it }))
                .collect();
            if shown.is_empty() { "–".to_owned() } else { shown.join(", ") }
        };
        line(word("Tính đến ngày", "As of"), self.as_of.clone());
        line(word("Các mục", "Entries"), list(&self.entries));
        line(word("Tình trạng thủ tục", "Status of procedures"), list(&self.status));
        line(word("Mức trực tuyến", "Online level"), list(&self.level));
        let fields = fields.iter().zip(&self.fields);
        let fields: Vec<String> = fields.map(|(it, (_, n))| format!("{} {n}", it.title.get(lang))).collect();
        line(word("Lĩnh vực", "Fields"), fields.join(", "));
        line(word("Có nút nộp hồ sơ", "With an apply link"), self.with_apply_link.to_string());
        line(word("Không nêu nơi nộp", "Naming no office"), self.without_offices.to_string());
        line(word("Phần chưa xác nhận", "Parts unconfirmed"), list(&self.unconfirmed));
        line(word("Phần còn thiếu", "Parts missing"), list(&self.missing));
        let translated: Vec<String> = self.translated.iter().map(|(lang, n)| format!("{lang} {n}")).collect();
        if !translated.is_empty() {
            line(word("Đã dịch", "Translated"), translated.join(", "));
        }
        let oldest = self.oldest_source_check.as_deref().unwrap_or("–");
        line(
            word("Nguồn", "Sources"),
            format!("{} ({} {oldest})", self.sources, word("kiểm tra lâu nhất", "longest unchecked")),
        );
        line(word("Quá hạn rà soát", "Overdue for review"), self.review_overdue.to_string());
        line(
            word("Đến hạn rà soát trong 90 ngày", "Due for review within 90 days"),
            self.review_due_in_90_days.to_string(),
        );
        let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let lines: Vec<String> =
            lines.iter().map(|(name, value)| format!("{name:<width$}  {value}\n")).collect();
        lines.concat()
    }
}

/// Taken apart, so that a new kind is not forgotten.
fn entries(all: &Entries) -> BTreeMap<&'static str, usize> {
    let Entries {
        agencies,
        offices,
        fields,
        audiences,
        papers,
        legal,
        glossary,
        synonyms,
        calendars,
        journeys,
        choices,
        pages,
        noted: _,
    } = all;
    BTreeMap::from([
        ("agencies", agencies.len()),
        ("audiences", audiences.len()),
        ("calendars", calendars.len()),
        ("choices", choices.len()),
        ("fields", fields.len()),
        ("glossary", glossary.len()),
        ("journeys", journeys.len()),
        ("legal", legal.len()),
        ("offices", offices.len()),
        ("pages", pages.len()),
        ("papers", papers.len()),
        ("synonyms", synonyms.len()),
    ])
}

/// What the key of a count is called in the Vietnamese of pages and of the content guide.
fn vietnamese(key: &'static str) -> &'static str {
    match key {
        "agencies" => "đơn vị",
        "audiences" => "đối tượng",
        "calendars" => "lịch nghỉ",
        "choices" => "câu hỏi chọn thủ tục",
        "fields" => "lĩnh vực",
        "glossary" => "từ ngữ",
        "journeys" => "tình huống",
        "offices" => "nơi nộp hồ sơ",
        "pages" => "trang",
        "papers" => "giấy tờ dùng chung",
        "procedures" => "thủ tục",
        "synonyms" => "nhóm từ đồng nghĩa",
        "draft" => "bản nháp",
        "published" => "đã đăng",
        "suspended" => "tạm dừng",
        "withdrawn" => "đã bãi bỏ",
        "full" => "toàn trình",
        "partial" => "một phần",
        "information" => "chỉ cung cấp thông tin",
        other => Section::ALL.iter().find(|it| it.key() == other).map_or(other, |it| it.words()[0]),
    }
}

fn status(procedure: &Procedure) -> &'static str {
    match procedure.status {
        Status::Draft => "draft",
        Status::Published => "published",
        Status::Suspended { .. } => "suspended",
        Status::Withdrawn { .. } => "withdrawn",
    }
}

fn is_missing(procedure: &Procedure, section: Section) -> bool {
    match section {
        Section::Time => procedure.terms.iter().all(|it| it.time.is_none()),
        Section::Fee => procedure.terms.iter().all(|it| it.fee.is_none()),
        Section::Documents => procedure.documents.is_empty(),
        Section::Steps => procedure.steps.is_empty(),
        Section::Channels => procedure.channels.is_empty(),
        Section::Result => procedure.results.is_empty(),
        Section::Conditions => procedure.conditions.is_empty(),
        Section::Legal => procedure.legal.is_empty(),
        // Where none is named there is one all the same.
        Section::Online => false,
        Section::Apply => procedure.apply.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OnlineLevel;

    #[test]
    fn every_key_of_a_count_has_a_vietnamese_name() {
        let stats = Stats::of(&Catalogue::default(), &[], 12, jiff::civil::date(2026, 11, 24));
        let levels = OnlineLevel::ALL.map(OnlineLevel::key);
        let keys = stats.entries.into_keys().chain(stats.unconfirmed.into_keys()).chain(levels);
        let english: Vec<&str> = keys.filter(|it| vietnamese(it) == *it).collect();
        assert!(english.is_empty(), "{english:?}");
    }
}
