//! The six facts that every procedure's first screen answers.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::parts::{ChannelView, OutcomeView, RequirementView};
use super::site::Link;
use super::terms::{TermRow, Value};
use super::words::Words;
use crate::model::ChannelKind;

/// The six facts of the first screen; `None` where no source says, or says it of some cases alone.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Of everybody the page is for.
    pub time: Option<Value>,
    /// Other times, by case or channel, exist.
    pub time_varies: bool,
    /// Of everybody the page is for.
    pub fee: Option<Value>,
    /// Other fees, by case or channel, exist.
    pub fee_varies: bool,
    /// Whom it is for, by name.
    pub audiences: Vec<Words>,
    /// Ways of applying, each once: `Trực tuyến`.
    pub channels: Vec<String>,
    /// What one gets, by name.
    pub results: Vec<Words>,
    /// Papers everybody brings.
    pub papers: usize,
    /// More papers in some cases.
    pub papers_more: usize,
}

/// What is said to all whom the rows are for, and whether that is not the whole of it. What holds for
/// one case of several alone is said to nobody else.
pub(super) fn stated(terms: &[TermRow], pick: impl Fn(&TermRow) -> Option<&Value>) -> (Option<&Value>, bool) {
    let Some(first) = terms.first() else { return (None, false) };
    let text = |it| pick(it).map(|it| &it.text);
    let varies = terms.iter().any(|it| text(it) != text(first));
    let of_one_case = first.case_id.is_some() && terms.iter().any(|it| it.case_id != first.case_id);
    (pick(first).filter(|_| !(varies && of_one_case)), varies)
}

pub(super) fn facts(
    terms: &[TermRow],
    audiences: &[Link],
    channels: &[ChannelView],
    results: &[OutcomeView],
    documents: &[RequirementView],
) -> Facts {
    let (time, time_varies) = stated(terms, |it| it.time.as_ref());
    let (fee, fee_varies) = stated(terms, |it| it.fee.as_ref());
    let mut names: Vec<String> = Vec::new();
    for kind in ChannelKind::ALL {
        let found = channels.iter().find(|it| it.kind == kind.key());
        names.extend(found.map(|it| it.name.clone()));
    }
    let papers = documents.iter().filter(|it| it.scope.is_none()).count();
    Facts {
        time: time.cloned(),
        time_varies,
        fee: fee.cloned(),
        fee_varies,
        audiences: audiences.iter().map(|it| it.title.clone()).collect(),
        channels: names,
        results: results.iter().map(|it| it.name.clone()).collect(),
        papers,
        papers_more: documents.len() - papers,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::derive::derive;
    use crate::derive::tests::{catalogue, config, first, id, procedures};
    use crate::model::{Case, Fee, Scope, Section, Term, Text};

    /// Of the general page: time, whether it varies, fee, whether it varies.
    fn told(change: impl FnOnce(&mut Vec<Term>)) -> (Option<String>, bool, Option<String>, bool) {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.cases.push(Case { id: id("no"), title: Text::plain("Ngừng vì nợ"), note: None });
        it.terms.truncate(2);
        change(&mut it.terms);
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let facts = procedures(&views, 0).swap_remove(0).facts;
        let text = |it: super::Value| it.text.replace('\u{a0}', " ");
        (facts.time.map(text), facts.time_varies, facts.fee.map(text), facts.fee_varies)
    }

    #[test]
    fn the_time_of_one_case_stood_first_for_everybody() {
        let free = || Some("Miễn phí".to_owned());
        let five = || Some("5 ngày làm việc".to_owned());
        assert_eq!(told(|_| {}), (five(), true, free(), false));
        assert_eq!(told(|it| it[0].time = None), (None, true, free(), false), "known of one case alone");
        assert_eq!(told(|it| it[0].fee = None), (five(), true, None, true), "not the fee of another row");
        assert_eq!(told(|it| drop(it.remove(0))), (None, true, None, true));
        let both = |terms: &mut Vec<Term>| {
            terms.remove(0);
            let mut other = terms[0].clone();
            other.scope = Scope { case: Some(id("no")), ..Scope::clone(&other.scope) }.into();
            other.fee = Some(Fee::Estimate);
            terms.push(other);
        };
        assert_eq!(told(both), (Some("7 ngày làm việc".to_owned()), false, None, true), "both cases say so");
    }

    /// On the pages of that case and of that agency they are what everybody brings.
    #[test]
    fn papers_of_the_case_that_a_page_is_for_were_called_more_in_some_cases() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        for (case, agency) in [(Some("cot"), None), (None, Some("cpc")), (Some("cot"), Some("cpc"))] {
            let mut more = it.documents[0].clone();
            more.scope = Scope { case: case.map(id), channel: None, agency: agency.map(id) }.into();
            it.documents.push(more);
        }
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let counted = procedures(&views, 0).into_iter().map(|it| {
            let scopes = it.documents.iter().filter_map(|it| Some(it.scope.as_ref()?.plain().into_owned()));
            let address = it.address.as_str().trim_start_matches("thu-tuc/an-dinh/").to_owned();
            (address, it.facts.papers, it.facts.papers_more, scopes.collect::<Vec<_>>().join(", "))
        });
        let cot = || "Phải dựng cột".to_owned();
        assert_eq!(
            counted.collect::<Vec<_>>(),
            [
                (String::new(), 1, 1, cot()),
                ("cot/".to_owned(), 2, 0, String::new()),
                ("cpc/".to_owned(), 2, 2, format!("{}, {}", cot(), cot())),
                ("cpc/cot/".to_owned(), 4, 0, String::new()),
            ]
        );
    }

    #[test]
    fn a_gap_in_one_case_made_the_sourced_time_of_another_unconfirmed() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.unconfirmed = vec![Section::Time, Section::Fee];
        it.terms.truncate(2);
        it.terms.remove(0);
        it.terms[0] = Term { source: Some(id("evn")), fee: None, ..it.terms[0].clone() };
        it.cases.push(Case { id: id("no"), title: Text::plain("Ngừng vì nợ"), note: None });
        let told = |catalogue: &crate::model::Catalogue| {
            let views = derive(catalogue, &config, date(2026, 11, 23));
            let page = procedures(&views, 0).swap_remove(0);
            let sure: Vec<_> =
                page.terms.iter().map(|it| it.time.as_ref().map(|it| !it.unconfirmed)).collect();
            (sure, page.doubted, page.untold)
        };
        assert_eq!(told(&catalogue), (vec![Some(true), None], vec![], vec!["fee"]));
        first(&mut catalogue).terms[0].source = None;
        assert_eq!(told(&catalogue), (vec![Some(false), None], vec!["time"], vec!["fee"]));
    }

    #[test]
    fn cases_that_are_all_there_are_stood_beside_a_usual_one_that_nobody_is_in() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.terms.truncate(2);
        let general = Term { time: None, ..it.terms[0].clone() };
        let other = Case {
            id: id("no"),
            title: Text::plain("Ngừng vì nợ"),
            note: Some(Text::plain("Trả hết nợ trước.")),
        };
        it.cases.push(other);
        let of_case = it.terms[1].clone();
        let scope = Scope { case: Some(id("no")), ..Scope::clone(&of_case.scope) };
        let of_other = Term { scope: scope.into(), time: "9 ngày".parse().ok(), ..of_case.clone() };
        it.terms = vec![general.clone(), of_case, of_other];
        let page = |catalogue: &crate::model::Catalogue| {
            let views = derive(catalogue, &config, date(2026, 11, 23));
            let card = views.sites[0].site.card(&catalogue.procedures[0]);
            let page = procedures(&views, 0).swap_remove(0);
            let names = page.terms.iter().map(|it| it.case.as_ref().map(|it| it.plain().into_owned()));
            (names.collect::<Vec<_>>(), page.facts.time.is_some(), page.facts.fee.is_some(), card.time)
        };
        let cases = vec![Some("Phải dựng cột".to_owned()), Some("Ngừng vì nợ".to_owned())];
        assert_eq!(page(&catalogue), (cases, false, true, None));
        // One of them without a time: there may be others.
        first(&mut catalogue).terms.pop();
        assert_eq!(page(&catalogue).0, [None, Some("Phải dựng cột".to_owned())]);
    }

    #[test]
    fn the_note_of_a_case_that_is_treated_as_usual_stood_on_no_page() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.terms.truncate(1);
        it.cases[0].note = Some(Text::plain("Hoặc kéo cáp ngầm."));
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let page = procedures(&views, 0).swap_remove(0);
        let also: Vec<_> = page.terms[0].also.iter().map(|it| it.plain().into_owned()).collect();
        assert_eq!(also, ["Phải dựng cột (Hoặc kéo cáp ngầm.)"]);
    }

    #[test]
    fn readers_were_warned_of_parts_that_the_page_does_not_have() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.unconfirmed = vec![Section::Time, Section::Steps, Section::Conditions, Section::Apply];
        it.apply.clear();
        it.steps.clear();
        it.terms.iter_mut().for_each(|it| it.source = None);
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let page = procedures(&views, 0).swap_remove(0);
        assert_eq!((page.doubted, page.untold), (vec!["time"], vec!["steps", "conditions"]));
    }
}
