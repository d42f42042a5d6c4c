//! The table of times and fees: many rows, one answer.

use jiff::civil::Date;

use super::{ChannelKind, Effect, Fee, Id, Rare, Scope, Section, Text, TimeLimit};

/// A row: what holds for a case × channel × agency, and from when until when.
/// It says a time, a fee, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub scope: Rare<Scope>,
    pub time: Option<TimeLimit>,
    pub time_note: Option<Text>,
    pub fee: Option<Fee>,
    pub fee_note: Option<Text>,
    /// Who pays, in words.
    pub payer: Option<Text>,
    pub source: Option<Id>,
    pub unconfirmed: bool,
    pub effect: Rare<Effect>,
}

/// One cell of the table: `agency` is the agency and those above it, nearest first.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    pub case: Option<&'a Id>,
    pub channel: Option<ChannelKind>,
    pub agency: &'a [&'a Id],
    pub day: Date,
}

/// What the table says of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// No row covers the cell.
    Hole,
    /// The row that speaks for the cell: no other is more specific, and
    /// those as specific say the same.
    Row(&'a Term),
    /// Rows of which none is more specific than the others say different things.
    Tie(&'a Term, &'a Term),
}

/// Which row gives the time of a cell.
pub fn resolve_time<'a>(terms: impl IntoIterator<Item = &'a Term>, query: &Query<'_>) -> Resolution<'a> {
    resolve(terms, query, Section::Time)
}

/// Which row gives the fee of a cell.
pub fn resolve_fee<'a>(terms: impl IntoIterator<Item = &'a Term>, query: &Query<'_>) -> Resolution<'a> {
    resolve(terms, query, Section::Fee)
}

fn resolve<'a>(terms: impl IntoIterator<Item = &'a Term>, query: &Query<'_>, of: Section) -> Resolution<'a> {
    let says = |row: &Term| if of == Section::Time { row.time.is_some() } else { row.fee.is_some() };
    let same = |a: &Term, b: &Term| {
        if of == Section::Time {
            (a.time, &a.time_note) == (b.time, &b.time_note)
        } else {
            (a.fee, &a.fee_note, &a.payer) == (b.fee, &b.fee_note, &b.payer)
        }
    };
    let fitting: Vec<(&Term, [usize; 3])> =
        terms.into_iter().filter(|row| says(row)).filter_map(|row| Some((row, fit(row, query)?))).collect();
    // A row wins when nothing that fits is at least as narrow in every dimension and narrower in one.
    let is_as_narrow = |a: &[usize; 3], b: &[usize; 3]| a.iter().zip(b).all(|(a, b)| a >= b);
    let mut narrowest: Vec<[usize; 3]> = Vec::new();
    for (_, rank) in &fitting {
        if !narrowest.iter().any(|it| is_as_narrow(it, rank)) {
            narrowest.retain(|it| !is_as_narrow(rank, it));
            narrowest.push(*rank);
        }
    }
    let mut best = fitting.iter().filter(|(_, rank)| narrowest.contains(rank)).map(|(row, _)| *row);
    let Some(first) = best.next() else { return Resolution::Hole };
    match best.find(|other| !same(first, other)) {
        Some(other) => Resolution::Tie(first, other),
        None => Resolution::Row(first),
    }
}

/// How narrowly a row fits a cell, dimension by dimension: 0 where it speaks
/// for all, more the narrower. `None` if it does not fit.
fn fit(row: &Term, query: &Query<'_>) -> Option<[usize; 3]> {
    if !row.effect.holds_on(query.day) {
        return None;
    }
    let case = match &row.scope.case {
        None => 0,
        Some(case) if query.case == Some(case) => 1,
        Some(_) => return None,
    };
    let channel = match row.scope.channel {
        None => 0,
        Some(channel) if query.channel == Some(channel) => 1,
        Some(_) => return None,
    };
    let agency = match &row.scope.agency {
        None => 0,
        Some(agency) => query.agency.len() - query.agency.iter().position(|it| *it == agency)?,
    };
    Some([case, channel, agency])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        text.parse().expect("a test's id")
    }

    fn row(case: Option<&str>, channel: Option<ChannelKind>, agency: Option<&str>, days: &str) -> Term {
        Term {
            scope: Scope { case: case.map(id), channel, agency: agency.map(id) }.into(),
            time: Some(days.parse().expect("a test's time")),
            time_note: None,
            fee: None,
            fee_note: None,
            payer: None,
            source: None,
            unconfirmed: false,
            effect: Rare::default(),
        }
    }

    #[test]
    fn the_most_specific_row_wins_and_ties_are_seen() {
        let five = row(None, None, None, "5 ngày");
        let seven = row(Some("cot"), None, None, "7 ngày");
        let npc = row(None, None, Some("npc"), "4 ngày");
        let qn = row(None, None, Some("qn"), "3 ngày");
        let both = row(Some("cot"), None, Some("npc"), "6 ngày");
        let (cot, npc_id, qn_id, evn) = (id("cot"), id("npc"), id("qn"), id("evn"));
        let lineage = [&qn_id, &npc_id, &evn];
        let day = jiff::civil::date(2026, 11, 23);
        let ask = |terms: &[Term], case: Option<&Id>, agency: &[&Id]| match resolve_time(
            terms,
            &Query { case, channel: None, agency, day },
        ) {
            Resolution::Hole => "hole".to_owned(),
            Resolution::Tie(..) => "tie".to_owned(),
            Resolution::Row(row) => format!("{:?}", row.time),
        };
        let days = |n: &str| format!("{:?}", Some(format!("{n} ngày").parse::<TimeLimit>().expect("a time")));
        assert_eq!(ask(&[five.clone(), seven.clone()], None, &[&evn]), days("5"));
        assert_eq!(ask(&[five.clone(), seven.clone()], Some(&cot), &[&evn]), days("7"));
        assert_eq!(
            ask(&[five.clone(), npc.clone(), qn.clone()], None, &lineage),
            days("3"),
            "the nearer agency"
        );
        assert_eq!(
            ask(&[five.clone(), npc.clone()], None, &lineage),
            days("4"),
            "an agency above speaks for those below"
        );
        assert_eq!(ask(&[five.clone(), seven.clone(), npc.clone()], Some(&cot), &lineage), "tie");
        assert_eq!(
            ask(&[five.clone(), seven.clone(), npc.clone(), both], Some(&cot), &[&npc_id, &evn]),
            days("6")
        );
        assert_eq!(ask(&[seven], None, &[&evn]), "hole");
        assert_eq!(ask(&[five.clone(), five], None, &[&evn]), days("5"), "the same said twice is no tie");
    }

    #[test]
    fn a_row_of_one_way_of_applying_holds_for_that_way_alone() {
        let (any, online) =
            (row(None, None, None, "5 ngày"), row(None, Some(ChannelKind::Online), None, "3 ngày"));
        let terms = [any.clone(), online.clone()];
        for (channel, expected) in
            [(None, &any), (Some(ChannelKind::Counter), &any), (Some(ChannelKind::Online), &online)]
        {
            let query = Query { case: None, channel, agency: &[], day: jiff::civil::date(2026, 11, 23) };
            assert_eq!(resolve_time(&terms, &query), Resolution::Row(expected), "{channel:?}");
        }
    }

    #[test]
    fn a_row_without_a_fee_says_nothing_of_fees_and_who_pays_makes_two_fees() {
        let time_only = row(Some("cot"), None, None, "5 ngày");
        let fee = |payer: Option<&str>| Term {
            fee: Some(Fee::Free),
            time: None,
            payer: payer.map(Text::plain),
            ..row(None, None, None, "5 ngày")
        };
        let cot = id("cot");
        let query =
            Query { case: Some(&cot), channel: None, agency: &[], day: jiff::civil::date(2026, 11, 23) };
        let (nobody, customer) = (fee(None), fee(Some("Khách hàng")));
        let terms = [time_only.clone(), nobody.clone()];
        assert_eq!(resolve_fee(&terms, &query), Resolution::Row(&nobody));
        assert_eq!(resolve_time(&terms, &query), Resolution::Row(&time_only));
        assert_eq!(resolve_time(std::slice::from_ref(&nobody), &query), Resolution::Hole);
        assert_eq!(
            resolve_fee(&[nobody.clone(), customer.clone()], &query),
            Resolution::Tie(&nobody, &customer)
        );
    }
}
