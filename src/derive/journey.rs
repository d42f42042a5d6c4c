//! Pages of life events: several procedures in order.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::dossier::{DossierView, step_names};
use super::lists::Card;
use super::prose::ProseView;
use super::site::{Link, Site, SourceView, is_listed};
use super::words::Words;
use crate::model::{Address, Id, Journey};

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JourneyView {
    /// Of this page.
    pub address: Address,
    /// For the `h1`.
    pub title: Words,
    /// A sentence under the title.
    pub summary: Option<Words>,
    /// Whom it is for.
    pub audiences: Vec<Link>,
    /// What is said below the steps.
    pub prose: Option<ProseView>,
    /// In the order in which they are done.
    pub steps: Vec<JourneyStepView>,
    /// Everything to bring, and what it comes to.
    pub dossier: Option<DossierView>,
    /// Where the order of steps comes from.
    pub sources: Vec<SourceView>,
    /// Nobody confirmed the order of steps.
    pub unconfirmed: bool,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JourneyStepView {
    /// `1`; of steps that take each other's place `2a`, `2b`.
    pub number: String,
    /// What is done; the name of the procedure, unless the journey says it otherwise.
    pub title: Words,
    /// How it is done.
    pub text: Option<Words>,
    /// Absent where the step is no procedure that readers can see.
    pub card: Option<Card>,
    /// How long a step takes that is no procedure.
    pub time: Option<String>,
    /// One may leave it out.
    pub optional: bool,
    /// Instead of the step before it.
    pub or: bool,
}

impl Site<'_> {
    pub(super) fn journey(&self, it: &Journey) -> JourneyView {
        let audience = |id: &Id| self.catalogue.audiences.iter().find(|it| it.id == *id);
        JourneyView {
            address: self.address(&it.address),
            prose: self.prose(&it.prose, "journeys", &self.address(&it.address)),
            title: self.words(&it.title),
            summary: self.maybe(it.summary.as_ref()),
            audiences: it
                .audiences
                .iter()
                .filter_map(audience)
                .map(|it| self.link(&it.address, &it.title))
                .collect(),
            steps: it
                .steps
                .iter()
                .zip(step_names(it))
                .map(|(step, number)| {
                    let procedure = step.procedure.as_ref().and_then(|it| self.catalogue.procedure(it));
                    let card = procedure.filter(|it| is_listed(it)).map(|it| self.card(it));
                    let title = self.maybe(step.title.as_ref());
                    JourneyStepView {
                        number,
                        title: title
                            .or_else(|| procedure.map(|it| self.words(&it.title)))
                            .unwrap_or_default(),
                        text: self.maybe(step.text.as_ref()),
                        card,
                        time: step.time.map(|it| self.wording.time(it)),
                        optional: step.optional,
                        or: step.or,
                    }
                })
                .collect(),
            dossier: self.dossier(it),
            sources: self.sources(&it.sources),
            unconfirmed: it.unconfirmed,
        }
    }
}
