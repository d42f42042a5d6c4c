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
    fn readers_were_warned_of_parts_that_the_page_does_not_have() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.unconfirmed = vec![Section::Time, Section::Steps, Section::Conditions, Section::Apply];
        it.apply.clear();
        it.steps.clear();
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let page = procedures(&views, 0).swap_remove(0);
        assert_eq!((page.doubted, page.untold), (vec!["time"], vec!["steps", "conditions"]));
    }
}
