//! What is not the same at every agency: the rows that differ, and no others.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{PhoneView, Site, SourceMark, phone};
use super::terms::{TermRow, Value};
use super::variants::Family;
use super::words::Words;
use crate::model::{Agency, Id, Procedure};

/// One fact of which agencies say different things.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// `time`, `fee`, `hotline`, `area`.
    pub fact: &'static str,
    /// Absent where no case is named.
    pub case: Option<Words>,
    /// By which way of applying; absent for any.
    pub channel: Option<String>,
    /// At least two, in the order of who holds them.
    pub values: Vec<Held>,
}

/// A value, and by whom it is held.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Absent where these agencies say nothing of it.
    pub text: Option<Words>,
    /// Who pays; for fees.
    pub payer: Option<Words>,
    /// To be called; for hotlines.
    pub phone: Option<PhoneView>,
    /// Nobody confirmed it.
    pub unconfirmed: bool,
    /// Said of all cases, and of this one only with them; of an area: the general page is theirs too.
    pub of_all: bool,
    /// Short names, the deciding agency first.
    pub agencies: Vec<Words>,
    /// Where it comes from, each source once; for times and fees.
    pub sources: Vec<SourceMark>,
}

impl Site<'_> {
    pub(super) fn differences(&self, procedure: &Procedure, family: &Family<'_>) -> Vec<Difference> {
        if family.members.len() < 2 {
            return Vec::new();
        }
        let members: Vec<(Words, &[TermRow])> = family
            .members
            .iter()
            .map(|it| {
                let id = it.agency.map_or(&procedure.agency, |it| &it.id);
                (self.agency_name(id), it.rows.as_slice())
            })
            .collect();
        let mut found = of_terms(&members);
        let agencies =
            || family.members.iter().zip(&members).filter_map(|(it, (name, _))| Some((it.agency?, name)));
        let part = |agency: &Agency, key: &str| agency.unconfirmed.iter().any(|it| it == key);
        let hotlines = agencies().filter_map(|(agency, name)| {
            let phone = phone(agency.hotline.as_ref()?);
            let unconfirmed = part(agency, "hotline");
            Some(Held {
                unconfirmed,
                phone: Some(phone.clone()),
                ..Held::new(Some(phone.shown.into()), name)
            })
        });
        // Who looks for their own place must not miss the agency that has no page of its own.
        let has_page = |it: &Id| family.members.iter().any(|own| own.agency.is_some_and(|own| own.id == *it));
        let others =
            procedure.agencies.executing.iter().filter(|it| **it != procedure.agency && !has_page(it));
        let others = others.filter_map(|it| Some((self.catalogue.agencies.get(it)?, self.agency_name(it))));
        let area = |agency: &Agency, name: &Words, of_all| {
            let area = self.maybe(agency.area.as_ref())?;
            Some(Held { unconfirmed: part(agency, "area"), of_all, ..Held::new(Some(area), name) })
        };
        let areas = agencies().filter_map(|(agency, name)| area(agency, name, false));
        let areas = areas.chain(others.filter_map(|(agency, name)| area(agency, &name, true)));
        for (fact, values) in [("hotline", grouped(hotlines)), ("area", grouped(areas))] {
            if differ(&values) {
                found.push(Difference { fact, case: None, channel: None, values });
            }
        }
        found
    }
}

/// Of times and fees, case by case and, where one is treated in its own way, channel by channel.
///
/// What differs just as it does in general says nothing new.
fn of_terms(members: &[(Words, &[TermRow])]) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for (case, title) in each_case(members) {
        for channel in each_channel(members, case) {
            let values = |pick: fn(&TermRow) -> Option<&Value>| {
                grouped(members.iter().map(|(name, rows)| {
                    let value = row_of(rows, case, channel).and_then(pick);
                    let of_all = case.is_some() && value == row_of(rows, None, channel).and_then(pick);
                    let held = value.map_or_else(|| Held::new(None, name), |it| Held::of(it, name));
                    Held { of_all, ..held }
                }))
            };
            for (fact, values) in
                [("time", values(|it| it.time.as_ref())), ("fee", values(|it| it.fee.as_ref()))]
            {
                let wider = |it: &&Difference| {
                    let case = it.case.is_none() || it.case.as_ref() == title;
                    it.fact == fact && case && (it.channel.is_none() || it.channel.as_deref() == channel)
                };
                let said = found.iter().filter(wider).any(|it| same(&it.values, &values));
                if differ(&values) && !said {
                    let (case, channel) = (title.cloned(), channel.map(str::to_owned));
                    found.push(Difference { fact, case, channel, values });
                }
            }
        }
    }
    found
}

/// Without a case first, then each once, with its title.
fn each_case<'b>(members: &[(Words, &'b [TermRow])]) -> Vec<(Option<&'b Id>, Option<&'b Words>)> {
    let mut all = vec![(None, None)];
    for row in members.iter().flat_map(|(_, rows)| *rows) {
        let case = (row.case_id.as_ref(), row.case.as_ref());
        if !all.contains(&case) {
            all.push(case);
        }
    }
    all
}

/// Without a channel first, then each that any of the members treats in its own way.
fn each_channel<'b>(members: &[(Words, &'b [TermRow])], case: Option<&Id>) -> Vec<Option<&'b str>> {
    let mut all = vec![None];
    let rows = members.iter().flat_map(|(_, rows)| *rows);
    for row in rows.filter(|it| it.case_id.as_ref() == case) {
        if !all.contains(&row.channel.as_deref()) {
            all.push(row.channel.as_deref());
        }
    }
    all
}

/// A channel without a row of its own is treated like any other.
fn row_of<'b>(rows: &'b [TermRow], case: Option<&Id>, channel: Option<&str>) -> Option<&'b TermRow> {
    let of = |channel: Option<&str>| {
        rows.iter().find(|it| it.case_id.as_ref() == case && it.channel.as_deref() == channel)
    };
    of(channel).or_else(|| of(None))
}

impl Held {
    fn new(text: Option<Words>, agency: &Words) -> Held {
        Held {
            text,
            payer: None,
            phone: None,
            unconfirmed: false,
            of_all: false,
            agencies: vec![agency.clone()],
            sources: Vec::new(),
        }
    }

    fn of(value: &Value, agency: &Words) -> Held {
        Held {
            payer: value.payer.clone(),
            unconfirmed: value.unconfirmed,
            sources: value.source.iter().cloned().collect(),
            ..Held::new(Some(value.text.as_str().into()), agency)
        }
    }

    fn says_what(&self, other: &Held) -> bool {
        self.text == other.text && self.payer == other.payer
    }
}

/// Whether a value is confirmed makes it no other value.
fn differ(values: &[Held]) -> bool {
    values.iter().any(|it| !it.says_what(&values[0]))
}

/// Is each value held by the same agencies?
fn same(a: &[Held], b: &[Held]) -> bool {
    a.len() == b.len()
        && a.iter()
            .zip(b)
            .all(|(a, b)| a.says_what(b) && a.agencies == b.agencies && a.unconfirmed == b.unconfirmed)
}

/// Equal values together, in the order of their first holder.
fn grouped(held: impl Iterator<Item = Held>) -> Vec<Held> {
    let mut groups: Vec<Held> = Vec::new();
    for one in held {
        let is_alike = |it: &&mut Held| (it.unconfirmed, it.of_all) == (one.unconfirmed, one.of_all);
        match groups.iter_mut().find(|it| it.says_what(&one) && is_alike(it)) {
            Some(group) => {
                group.agencies.extend(one.agencies);
                let new = one.sources.into_iter().filter(|it| !group.sources.contains(it));
                let new: Vec<SourceMark> = new.collect();
                group.sources.extend(new);
            }
            None => groups.push(one),
        }
    }
    groups
}

#[cfg(test)]
mod tests;
