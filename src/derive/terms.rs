//! The table of times and fees, as rows a reader can follow.

use jiff::civil::Date;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::coming::{Next, turns};
use super::parts::Dated;
use super::site::{Site, SourceMark};
use super::words::Words;
use crate::model::{
    ChannelKind, Id, OnlineLevel, Procedure, Query, Resolution, Section, Term, TimeLimit, resolve_fee,
    resolve_time,
};

/// A time or a fee with what belongs to it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Value {
    /// `5 ngày làm việc`, `Miễn phí`, `550.000 đ`.
    pub text: String,
    /// To count with; for times.
    #[serde(skip)]
    pub limit: Option<TimeLimit>,
    /// What else is said of it.
    pub note: Option<Words>,
    /// Who pays; for fees.
    pub payer: Option<Words>,
    /// Where it comes from.
    pub source: Option<SourceMark>,
    /// Nobody confirmed it.
    pub unconfirmed: bool,
    /// Absent where it holds at any time.
    pub dated: Option<Dated>,
    /// What comes in its place, where that is known.
    pub next: Option<Next>,
}

/// One case, perhaps by one channel.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermRow {
    #[serde(skip)]
    pub case_id: Option<Id>,
    /// Absent where no case is named.
    pub case: Option<Words>,
    /// What tells this case from others.
    pub case_note: Option<Words>,
    /// Cases that are treated in the same way, on the plain row, with what tells them from others.
    pub also: Vec<Words>,
    /// `Trực tuyến`; absent where the row is for any.
    pub channel: Option<String>,
    /// Absent where no source says.
    pub time: Option<Value>,
    /// Absent where no source says.
    pub fee: Option<Value>,
}

impl Site<'_> {
    /// Rows for an agency, the plain case first, then every case; a channel gets a row of its own
    /// only where it differs.
    pub(super) fn term_rows(&self, procedure: &Procedure, agency: &Id) -> Vec<TermRow> {
        let lineage = self.lineage(agency);
        let turns = turns(procedure, self.as_of);
        let mut rows: Vec<TermRow> = Vec::new();
        let has = |case: Option<&Id>, channel: Option<ChannelKind>| {
            let query = Query { case, channel, agency: &lineage, day: self.as_of };
            [resolve_time(&procedure.terms, &query), resolve_fee(&procedure.terms, &query)]
                .map(|it| row(&it).is_some())
        };
        let cases = std::iter::once(None).chain(procedure.cases.iter().map(Some));
        for case in cases {
            let value = |channel: Option<ChannelKind>| {
                let on = |day: Date| Query { case: case.map(|it| &it.id), channel, agency: &lineage, day };
                let time =
                    |day: Date| self.time_value(procedure, row(&resolve_time(&procedure.terms, &on(day)))?);
                let fee =
                    |day: Date| self.fee_value(procedure, row(&resolve_fee(&procedure.terms, &on(day)))?);
                let with_next = |now: Value, then: &dyn Fn(Date) -> Option<Value>| Value {
                    next: self.next(&turns, &now, then),
                    ..now
                };
                (
                    time(self.as_of).map(|it| with_next(it, &time)),
                    fee(self.as_of).map(|it| with_next(it, &fee)),
                )
            };
            let is_nobody = |channel: Option<ChannelKind>| {
                case.is_none() && are_told_apart(procedure, |case| has(case, channel))
            };
            let plain = value(None);
            let named = |channel: Option<ChannelKind>, (time, fee): (Option<Value>, Option<Value>)| TermRow {
                case_id: case.map(|it| it.id.clone()),
                case: case.map(|it| self.words(&it.title)),
                case_note: case.and_then(|it| self.maybe(it.note.as_ref())),
                also: Vec::new(),
                channel: channel.map(|it| self.wording.channel(it).to_owned()),
                time,
                fee,
            };
            if (plain.0.is_some() || plain.1.is_some() || case.is_some()) && !is_nobody(None) {
                rows.push(named(None, plain.clone()));
            }
            let mut seen = Vec::new();
            for kind in procedure.channels.iter().map(|it| it.kind) {
                if seen.contains(&kind) {
                    continue;
                }
                seen.push(kind);
                let here = value(Some(kind));
                if here != plain && !is_nobody(Some(kind)) {
                    rows.push(named(Some(kind), here));
                }
            }
        }
        rows
    }

    /// What [`stated`](super::facts::stated) says of the time and the fee of [`Site::term_rows`], in words,
    /// and whether somebody confirmed it: what lists say of it.
    fn stated_terms(&self, procedure: &Procedure) -> [Option<(String, bool)>; 2] {
        let lineage = self.lineage(&procedure.agency);
        let day = self.as_of;
        let channels = || std::iter::once(None).chain(procedure.channels.iter().map(|it| Some(it.kind)));
        let cell = |case: Option<&Id>, channel: Option<ChannelKind>| {
            let query = Query { case, channel, agency: &lineage, day };
            let confirmed = |it: &Term, part| !is_unsure(procedure, it, part);
            let time = row(&resolve_time(&procedure.terms, &query));
            let time = time.and_then(|it| Some((it.time?, confirmed(it, Section::Time))));
            let fee = row(&resolve_fee(&procedure.terms, &query));
            (time, fee.and_then(|it| Some((it.fee.as_ref()?, confirmed(it, Section::Fee)))))
        };
        let has = |it: (Option<_>, Option<_>)| [it.0.is_some(), it.1.is_some()];
        let general = channels().find_map(|channel| {
            let said = cell(None, channel);
            let is_said = has(said).contains(&true);
            (is_said && !are_told_apart(procedure, |case| has(cell(case, channel)))).then_some(said)
        });
        let (time, fee) = general.unwrap_or_else(|| {
            let in_case = |case| channels().map(move |it| (case, it));
            let mut cells =
                procedure.cases.iter().flat_map(in_case).map(|(case, it)| cell(Some(&case.id), it));
            let first = cells.next().unwrap_or_default();
            let others = if 1 < procedure.cases.len() { usize::MAX } else { 0 };
            cells.take(others).fold(first, |(time, fee), it| {
                let (same_time, same_fee) = (same(it.0, first.0), same(it.1, first.1));
                (time.filter(|_| same_time), fee.filter(|_| same_fee))
            })
        });
        [
            time.map(|(it, sure)| (self.wording.time(it), sure)),
            fee.map(|(it, sure)| (self.wording.fee_alone(it), sure)),
        ]
    }

    /// The same for a line in which nothing before a value says what it is; where a fee is to be
    /// expected, that none is known is told.
    pub(super) fn told_terms(&self, procedure: &Procedure) -> [Option<String>; 2] {
        let told = |it: Option<(String, bool)>| it.map(|(words, sure)| self.wording.sure(words, sure));
        let [time, fee] = self.stated_terms(procedure).map(told);
        let expected =
            procedure.online != OnlineLevel::Information && procedure.terms.iter().all(|it| it.fee.is_none());
        [time, fee.or_else(|| expected.then(|| self.wording.fee_unknown().to_owned()))]
    }

    pub(super) fn time_value(&self, procedure: &Procedure, term: &Term) -> Option<Value> {
        let text = self.wording.time(term.time?);
        let note = self.maybe(term.time_note.as_ref());
        let value = self.value(procedure, term, Section::Time, text, note, None);
        Some(Value { limit: term.time, ..value })
    }

    pub(super) fn fee_value(&self, procedure: &Procedure, term: &Term) -> Option<Value> {
        let text = self.wording.fee(term.fee.as_ref()?);
        let note = self.maybe(term.fee_note.as_ref());
        let payer = self.maybe(term.payer.as_ref());
        Some(self.value(procedure, term, Section::Fee, text, note, payer))
    }

    fn value(
        &self,
        procedure: &Procedure,
        term: &Term,
        section: Section,
        text: String,
        note: Option<Words>,
        payer: Option<Words>,
    ) -> Value {
        Value {
            text,
            limit: None,
            note,
            payer,
            source: self.source_mark(procedure, term.source.as_ref()),
            unconfirmed: is_unsure(procedure, term, section),
            dated: self.dated(&term.effect),
            next: None,
        }
    }
}

/// The rows of a page that speaks of one case, or of all.
///
/// Of all: a case that is treated like any other is only named with the plain one, and a value
/// that is the plain one again does not repeat what was said of it.
pub(super) fn shown(rows: &[TermRow], case: Option<&Id>) -> Vec<TermRow> {
    if let Some(case) = case {
        return rows.iter().filter(|it| it.case_id.as_ref() == Some(case)).cloned().collect();
    }
    let Some(plain) = rows.iter().find(|it| it.case_id.is_none() && it.channel.is_none()) else {
        return rows.to_vec();
    };
    let same = |it: &TermRow| it.case_id.is_some() && it.time == plain.time && it.fee == plain.fee;
    let called = |it: &TermRow| match (&it.case, &it.case_note) {
        (Some(case), Some(note)) => Some(case.clone() + " (" + note + ")"),
        (case, _) => case.clone(),
    };
    let also = rows.iter().filter(|it| same(it) && it.channel.is_none()).filter_map(called);
    let also: Vec<Words> = also.collect();
    let brief = |value: &Option<Value>, said: &Option<Value>| match value {
        Some(value) if Some(value) == said.as_ref() => {
            Some(Value { note: None, payer: None, dated: None, next: None, ..value.clone() })
        }
        other => other.clone(),
    };
    let kept = rows.iter().filter(|it| !same(it));
    kept.map(|it| {
        if it == plain {
            return TermRow { also: also.clone(), ..it.clone() };
        }
        TermRow { time: brief(&it.time, &plain.time), fee: brief(&it.fee, &plain.fee), ..it.clone() }
    })
    .collect()
}

/// What the record says to be unconfirmed as a whole is what has no source, where rows leave gaps.
fn is_unsure(procedure: &Procedure, term: &Term, part: Section) -> bool {
    term.unconfirmed || term.source.is_none() && procedure.unconfirmed.contains(&part)
}

/// Whether each of several cases has its own time, or its own fee, and nothing is said of others:
/// then these are all the cases there are.
fn are_told_apart(procedure: &Procedure, cell: impl Fn(Option<&Id>) -> [bool; 2]) -> bool {
    let cases = &procedure.cases;
    if cases.len() < 2 {
        return false;
    }
    let general = cell(None);
    [0, 1].into_iter().any(|nth| !general[nth] && cases.iter().all(|it| cell(Some(&it.id))[nth]))
}

/// Whoever confirmed them.
fn same<T: PartialEq>(one: Option<(T, bool)>, other: Option<(T, bool)>) -> bool {
    one.map(|it| it.0) == other.map(|it| it.0)
}

fn row<'a>(resolution: &Resolution<'a>) -> Option<&'a Term> {
    match resolution {
        Resolution::Row(term) => Some(term),
        Resolution::Hole | Resolution::Tie(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::config::SiteConfig;
    use crate::derive::facts::stated;
    use crate::derive::terms::Value;
    use crate::derive::tests::{catalogue, first};
    use crate::derive::{Facet, derive};
    use crate::model::{Case, Channel, ChannelKind, OnlineLevel, Procedure, Scope, Section, Term, Text};

    /// Rows that speak of nothing, of a case, of a channel, of both, of another agency.
    fn scopes() -> [Scope; 5] {
        let case = || "cot".parse().ok();
        let agency = || "npc".parse().ok();
        let online = Some(ChannelKind::Online);
        [
            Scope::default(),
            Scope { case: case(), ..Scope::default() },
            Scope { channel: online, ..Scope::default() },
            Scope { case: case(), channel: online, agency: None },
            Scope { agency: agency(), ..Scope::default() },
        ]
    }

    #[test]
    fn lists_say_what_the_first_screen_says() {
        let mut catalogue = catalogue();
        let mut procedure: Procedure = (**catalogue.procedures.iter().next().expect("a procedure")).clone();
        let (usual, channel) = (procedure.terms[0].clone(), procedure.channels[0].clone());
        procedure.cases =
            vec![Case { id: "cot".parse().expect("an id"), title: Text::plain("Cột"), note: None }];
        procedure.channels = vec![channel.clone(), Channel { kind: ChannelKind::Online, ..channel }];
        let scopes = scopes();
        let mut told = 0;
        // Each scope has a row with a time, a fee, both or none: 4 to the power of 5 tables.
        for table in 0..1024_usize {
            let rows = scopes.iter().zip(0_u16..).filter_map(|(scope, nth)| {
                let has = table >> (2 * nth) & 3;
                let time = (has & 1 == 1).then(|| format!("{} ngày", nth + 1).parse().expect("a time"));
                let fee = (has & 2 == 2).then(|| format!("{}.000 đ", nth + 1).parse().expect("a fee"));
                (has != 0).then(|| Term {
                    scope: scope.clone().into(),
                    time,
                    fee,
                    unconfirmed: nth % 2 == 1,
                    ..usual.clone()
                })
            });
            procedure.terms = rows.collect();
            catalogue.procedures = [procedure.clone()].map(std::sync::Arc::new).into_iter().collect();
            let config = SiteConfig::default();
            let views = derive(&catalogue, &config, date(2026, 1, 5));
            let site = &views.sites[0].site;
            let procedure = catalogue.procedures.iter().next().expect("a procedure");
            let rows = site.term_rows(procedure, &procedure.agency);
            let said = |it: &Value| (it.text.clone(), !it.unconfirmed);
            let time = stated(&rows, |it| it.time.as_ref()).0.map(said);
            let fee = stated(&rows, |it| it.fee.as_ref()).0.map(said);
            told += usize::from(time.is_some()) + usize::from(fee.is_some());
            assert_eq!(site.stated_terms(procedure), [time, fee], "{:?}", procedure.terms);
        }
        assert!(1300 < told, "most tables say something: {told}");
    }

    #[test]
    fn in_lists_a_rule_passed_for_a_time_limit_and_a_fee_that_nobody_knows_for_none() {
        let mut catalogue = catalogue();
        let mut told = |fee: Option<&str>, online: OnlineLevel| {
            let record = first(&mut catalogue);
            record.online = online;
            for term in &mut record.terms {
                term.fee = fee.map(|it| it.parse().expect("a fee"));
            }
            let config = SiteConfig::default();
            let views = derive(&catalogue, &config, date(2026, 1, 5));
            let [_, fee] = views.sites[0].site.told_terms(&catalogue.procedures[0]);
            fee
        };
        let (full, information) = (OnlineLevel::Full, OnlineLevel::Information);
        assert_eq!(told(Some("theo quy định"), full).as_deref(), Some("Chi phí theo quy định"));
        assert_eq!(told(Some("miễn phí"), full).as_deref(), Some("Miễn phí"));
        assert_eq!(told(None, full).as_deref(), Some("Chi phí chưa rõ"));
        assert_eq!(told(None, information), None);
    }

    #[test]
    fn lists_and_the_search_told_as_certain_what_nobody_had_confirmed() {
        let mut catalogue = catalogue();
        let record = first(&mut catalogue);
        record.online = OnlineLevel::Full;
        record.unconfirmed = vec![Section::Fee, Section::Online];
        record.terms.iter_mut().for_each(|it| it.source = None);
        let config = SiteConfig::default();
        let views = derive(&catalogue, &config, date(2026, 1, 5));
        let site = &views.sites[0].site;
        let card = site.card(&catalogue.procedures[0]);
        assert_eq!(card.time.as_deref(), Some("5\u{a0}ngày làm\u{a0}việc"));
        assert_eq!(card.fee.as_deref(), Some("Miễn phí (chưa xác nhận)"));
        assert_eq!(card.level, None);
        let page = site.pages_of(&catalogue.procedures[0]).remove(0);
        assert_eq!(page.level_text.as_deref(), Some("Trực tuyến toàn trình (chưa xác nhận)"));
        // Nor is it among those that a reader finds who asks for what is fully online.
        let found = site.searched(&catalogue.procedures[0]).found;
        assert_eq!((found.fee.as_str(), found.level), ("Miễn phí (chưa xác nhận)", ""));
        assert!(found.facets[Facet::Level as usize].is_empty());
    }
}
