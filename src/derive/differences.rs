//! What is not the same at every agency: the rows that differ, and no others.

use serde::Serialize;

use super::site::{PhoneView, Site, phone};
use super::terms::{TermRow, Value};
use super::variants::{Family, Member};
use crate::model::{Id, Procedure};

/// One fact of which agencies say different things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// `time`, `fee`, `hotline`, `area`.
    pub fact: &'static str,
    /// `None` where no case is named.
    pub case: Option<String>,
    pub values: Vec<Held>,
}

/// A value, and by whom it is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    pub text: String,
    /// Who pays; for fees.
    pub payer: Option<String>,
    /// To be called; for hotlines.
    pub phone: Option<PhoneView>,
    /// Short names, the deciding agency first.
    pub agencies: Vec<String>,
}

impl Site<'_> {
    pub(super) fn differences(&self, procedure: &Procedure, family: &Family<'_>) -> Vec<Difference> {
        if family.members.len() < 2 {
            return Vec::new();
        }
        let names: Vec<String> = family
            .members
            .iter()
            .map(|it| self.agency_name(it.agency.map_or(&procedure.agency, |it| &it.id)))
            .collect();
        let mut found: Vec<Difference> = Vec::new();
        let cases = std::iter::once(None).chain(procedure.cases.iter().map(Some));
        for case in cases {
            let value_of = |pick: fn(&TermRow) -> Option<&Value>| {
                grouped(family.members.iter().zip(&names).filter_map(|(member, name)| {
                    let value = pick(plain_row(member, case.map(|it| &it.id))?)?;
                    Some(Held { payer: value.payer.clone(), ..Held::new(value.text.clone(), name) })
                }))
            };
            for (fact, values) in
                [("time", value_of(|it| it.time.as_ref())), ("fee", value_of(|it| it.fee.as_ref()))]
            {
                // A case that is treated like the plain one everywhere says nothing new.
                let known =
                    found.iter().any(|it| it.fact == fact && it.case.is_none() && it.values == values);
                if 1 < values.len() && !known {
                    found.push(Difference { fact, case: case.map(|it| self.text(&it.title)), values });
                }
            }
        }
        let agencies = || family.members.iter().zip(&names).filter_map(|(it, name)| Some((it.agency?, name)));
        let hotlines = agencies().filter_map(|(agency, name)| {
            let hotline = phone(agency.hotline.as_ref()?);
            Some(Held { phone: Some(hotline.clone()), ..Held::new(hotline.shown, name) })
        });
        let areas =
            agencies().filter_map(|(agency, name)| Some(Held::new(self.maybe(agency.area.as_ref())?, name)));
        for (fact, values) in [("hotline", grouped(hotlines)), ("area", grouped(areas))] {
            if 1 < values.len() {
                found.push(Difference { fact, case: None, values });
            }
        }
        found
    }
}

impl Held {
    fn new(text: String, agency: &str) -> Held {
        Held { text, payer: None, phone: None, agencies: vec![agency.to_owned()] }
    }
}

fn plain_row<'b>(member: &'b Member<'_>, case: Option<&Id>) -> Option<&'b TermRow> {
    member.rows.iter().find(|it| it.case_id.as_ref() == case && it.channel.is_none())
}

/// Equal values together, in the order of their first holder.
fn grouped(held: impl Iterator<Item = Held>) -> Vec<Held> {
    let mut groups: Vec<Held> = Vec::new();
    for one in held {
        match groups.iter_mut().find(|it| it.text == one.text && it.payer == one.payer) {
            Some(group) => group.agencies.extend(one.agencies),
            None => groups.push(one),
        }
    }
    groups
}
