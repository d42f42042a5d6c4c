//! What the steps of a journey cost together.

use super::merge::{Place, Range, sum};
use super::{Beside, besides, numbers};
use crate::derive::site::Site;
use crate::derive::words::Words;
use crate::model::{Amount, Currency, Fee, Procedure, Resolution, resolve_fee};

/// What is asked of one step, in some case or by some channel.
#[derive(PartialEq)]
struct StepFee {
    fee: Fee,
    payer: Option<Words>,
    /// Of an amount: what it is for, of which there may be several.
    note: Option<Words>,
}

impl Site<'_> {
    /// Amounts by payer and money, and everything that is no amount.
    pub(super) fn fees(
        &self,
        steps: &[Option<&Procedure>],
        places: &[Place],
        names: &[String],
    ) -> (Vec<Beside>, Vec<Beside>) {
        let mut rows: Vec<Vec<StepFee>> = Vec::new();
        for procedure in steps {
            let mut found: Vec<StepFee> = Vec::new();
            if let Some(procedure) = procedure {
                self.each_cell(procedure, |query| {
                    if let Resolution::Row(row) = resolve_fee(&procedure.terms, query)
                        && let Some(fee) = row.fee
                    {
                        let note = row.fee_note.as_ref().filter(|_| span(&fee).is_some());
                        let (payer, note) = (self.maybe(row.payer.as_ref()), self.maybe(note));
                        let one = StepFee { fee, payer, note };
                        if !found.contains(&one) {
                            found.push(one);
                        }
                    }
                });
            }
            rows.push(found);
        }
        let mut keys: Vec<(Option<Words>, Currency)> = Vec::new();
        let amounts = rows.iter().flatten().filter_map(|it| Some((it.payer.clone(), it.span()?.0)));
        for key in amounts {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut sums = Vec::new();
        for (payer, currency) in keys {
            let here = |it: &StepFee| {
                let of = it.span().filter(|(money, _)| it.payer == payer && *money == currency);
                of.map(|(_, range)| range)
            };
            let of = |step: usize| {
                let all = rows[step].iter().map(|it| here(it).unwrap_or_default());
                Range {
                    least: all.clone().map(|it| it.least).min().unwrap_or(0),
                    most: all.map(|it| it.most).max().unwrap_or(0),
                }
            };
            let range = sum(places, of);
            let amount = |minor| Amount { currency, minor };
            let fee = if range.least < range.most {
                Fee::Between(amount(range.least), amount(range.most))
            } else {
                Fee::Exactly(amount(range.most))
            };
            // What is free was added: as nothing.
            let adds = |it: &StepFee| here(it).is_some() || (it.fee == Fee::Free && it.payer == payer);
            let with: Vec<usize> = (0..rows.len()).filter(|it| rows[*it].iter().any(adds)).collect();
            let (steps, several) = numbers(&with, names);
            sums.push(Beside { steps, several, text: Some(self.wording.fee(&fee).into()), payer });
        }
        let adds_nothing = |it: &StepFee| it.fee == Fee::Free && sums.iter().any(|sum| sum.payer == it.payer);
        let is_added = |it: &StepFee| it.span().is_some() || adds_nothing(it);
        let beside = rows.iter().enumerate().flat_map(|(step, it)| {
            let unknown = it.is_empty() && steps[step].is_some();
            let words = it.iter().filter(|it| !is_added(it)).map(move |it| {
                let fee = Words::from(self.wording.fee(&it.fee));
                let text = it.note.iter().fold(fee, |fee, note| fee + " (" + note + ")");
                (step, Some(text), it.payer.clone())
            });
            words.chain(unknown.then_some((step, None, None)))
        });
        let beside = besides(beside, names);
        (sums, beside)
    }
}

impl StepFee {
    /// What can be added up: an amount that is the whole of it.
    fn span(&self) -> Option<(Currency, Range)> {
        span(&self.fee).filter(|_| self.note.is_none())
    }
}

fn span(fee: &Fee) -> Option<(Currency, Range)> {
    match fee {
        Fee::Exactly(it) => Some((it.currency, Range { least: it.minor, most: it.minor })),
        Fee::Between(least, most) => Some((least.currency, Range { least: least.minor, most: most.minor })),
        Fee::Free | Fee::Estimate | Fee::Agreement | Fee::Regulated => None,
    }
}
