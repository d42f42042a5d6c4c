//! Question pages: one question a page, plain links as answers, one outcome at the end.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::lists::{Card, Entry};
use super::offices::HotlineView;
use super::site::{Link, PhoneView, Site, SourceView, is_listed};
use super::terms::{Value, shown};
use super::words::Words;
use crate::model::{Address, Choice, ChoiceOutcome, Id, Leads, Procedure, Text};

/// A question, or the outcome.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChoiceView {
    /// Of this page.
    pub address: Address,
    /// Of the whole table.
    pub title: Words,
    /// The table's first page.
    pub start: Link,
    /// On the first page.
    pub summary: Option<Words>,
    /// Nothing is answered yet.
    pub is_first: bool,
    /// What to ask next; absent where the outcome is known.
    pub question: Option<QuestionView>,
    /// Where the answers lead; absent while there is something to ask.
    pub outcome: Option<ChoiceOutcomeView>,
    /// What was answered, in order.
    pub given: Vec<Given>,
    /// Where the table comes from.
    pub sources: Vec<SourceView>,
    /// Nobody confirmed the table.
    pub unconfirmed: bool,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// Counted from 1.
    pub number: usize,
    /// The question itself.
    pub title: Words,
    /// What helps to answer it.
    pub note: Option<Words>,
    /// At least two, in the order of the table.
    pub answers: Vec<AnswerView>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerView {
    /// To the page this answer leads to; named by its words.
    pub link: Link,
    /// What helps to recognise it.
    pub note: Option<Words>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The question itself.
    pub question: Words,
    /// The words that were chosen.
    pub answer: Words,
    /// Where that question stands.
    pub change: String,
}

/// A procedure, or somebody to call.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChoiceOutcomeView {
    /// Absent where it leads to the telephone.
    pub card: Option<Card>,
    /// The case or agency whose page it is.
    pub variant: Option<Words>,
    /// Of the procedure.
    pub summary: Option<Words>,
    /// What to ask for on the telephone; absent where it leads to a procedure.
    pub call: Option<Words>,
    /// Whom to call.
    pub agency: Option<Link>,
    /// The agency's, or of the nearest one above it that has any.
    pub phone: Option<PhoneView>,
    /// Where the agency has no number: those of its parts.
    pub phones: Vec<HotlineView>,
    /// What else one should know.
    pub note: Option<Words>,
}

impl Site<'_> {
    /// Every page of a table, the first question first.
    pub(super) fn choice(&self, choice: &Choice) -> Vec<ChoiceView> {
        let mut pages = Vec::new();
        self.walk(choice, &mut Vec::new(), &mut pages);
        pages
    }

    /// Only a table worded whole has pages in a language.
    pub(super) fn worded(&self, choice: &Choice) -> bool {
        let answers = choice.questions.iter().flat_map(|it| &it.answers).map(|it| &it.title);
        let calls = choice.outcomes.iter().filter_map(|it| match &it.leads {
            Leads::Call { text, .. } => Some(text),
            Leads::Procedure { .. } => None,
        });
        let questions = choice.questions.iter().map(|it| &it.title);
        std::iter::once(&choice.title).chain(questions).chain(answers).chain(calls).all(|it| self.has(it))
    }

    fn choice_address(&self, choice: &Choice, answers: &[Option<usize>]) -> Address {
        let given = choice.questions.iter().zip(answers);
        let ids: Vec<&Id> = given.filter_map(|(it, nth)| Some(&it.answers[(*nth)?].id)).collect();
        self.address(&Address::choice(&choice.id, &ids))
    }

    fn walk(&self, choice: &Choice, answers: &mut Vec<Option<usize>>, pages: &mut Vec<ChoiceView>) {
        let next = choice.next_question(answers);
        let asked = answers.iter().flatten().count();
        let at = |answers: &[Option<usize>]| self.choice_address(choice, answers).as_str().to_owned();
        let question = next.map(|nth| {
            let it = &choice.questions[nth];
            let mut path = answers.clone();
            path.resize(nth, None);
            let answers = it.answers.iter().enumerate().map(|(answer, it)| {
                path.push(Some(answer));
                let href = at(&path);
                path.pop();
                let link = Link { href, title: self.words(&it.title), lang: None };
                AnswerView { link, note: self.maybe(it.note.as_ref()) }
            });
            QuestionView {
                number: asked + 1,
                title: self.words(&it.title),
                note: self.maybe(it.note.as_ref()),
                answers: answers.collect(),
            }
        });
        let outcome = match (next, choice.possible(answers).as_slice()) {
            (None, [only, ..]) => Some(self.choice_outcome(&choice.outcomes[*only])),
            _ => None,
        };
        let start = self.choice_address(choice, &[]);
        let is_first = answers.iter().all(Option::is_none);
        pages.push(ChoiceView {
            address: self.choice_address(choice, answers),
            title: self.words(&choice.title),
            start: Link { href: start.as_str().to_owned(), title: self.words(&choice.title), lang: None },
            summary: if is_first { self.maybe(choice.summary.as_ref()) } else { None },
            is_first,
            question,
            outcome,
            given: self.given(choice, answers),
            sources: self.sources(&choice.sources),
            unconfirmed: choice.unconfirmed,
        });
        let Some(nth) = next else { return };
        let before = answers.len();
        answers.resize(nth, None);
        for answer in 0..choice.questions[nth].answers.len() {
            answers.push(Some(answer));
            self.walk(choice, answers, pages);
            answers.pop();
        }
        answers.truncate(before);
    }

    fn given(&self, choice: &Choice, answers: &[Option<usize>]) -> Vec<Given> {
        let asked = answers.iter().enumerate().filter_map(|(nth, it)| Some((nth, (*it)?)));
        asked
            .map(|(nth, answer)| {
                let question = &choice.questions[nth];
                Given {
                    question: self.words(&question.title),
                    answer: self.words(&question.answers[answer].title),
                    change: self.choice_address(choice, &answers[..nth]).as_str().to_owned(),
                }
            })
            .collect()
    }

    fn choice_outcome(&self, outcome: &ChoiceOutcome) -> ChoiceOutcomeView {
        let note = self.maybe(outcome.note.as_ref());
        match &outcome.leads {
            Leads::Call { text, agency } => {
                let agency = agency.as_ref();
                let phone = agency.and_then(|it| self.hotline(&self.lineage(it)));
                let parts = agency.filter(|_| phone.is_none());
                ChoiceOutcomeView {
                    card: None,
                    variant: None,
                    summary: None,
                    call: Some(self.words(text)),
                    agency: agency.and_then(|it| self.agency_link(it)),
                    phone,
                    phones: parts.map_or_else(Vec::new, |it| self.hotlines_of_wholes(Some(it))),
                    note,
                }
            }
            Leads::Procedure { id, case, agency } => {
                let procedure = self.catalogue.procedure(id).filter(|it| is_listed(it));
                let (card, variant) = match procedure {
                    Some(it) => self.variant_card(it, case.as_ref(), agency.as_ref()),
                    None => (None, None),
                };
                ChoiceOutcomeView {
                    card,
                    variant,
                    summary: procedure.and_then(|it| self.maybe(it.summary.as_ref())),
                    call: None,
                    agency: None,
                    phone: None,
                    phones: Vec::new(),
                    note,
                }
            }
        }
    }

    /// Leads to the page of that case and agency, where there is one of its own.
    fn variant_card(
        &self,
        procedure: &Procedure,
        case: Option<&Id>,
        agency: Option<&Id>,
    ) -> (Option<Card>, Option<Words>) {
        let mut card = self.card(procedure);
        let family = self.family(procedure);
        let member =
            family.members.iter().find(|it| it.agency.map(|it| &it.id) == agency).or(family.members.first());
        let own_agency = member.and_then(|it| it.agency);
        let own_case = member.and_then(|it| it.cases.iter().copied().find(|own| Some(&own.id) == case));
        if let (Some(member), true) = (member, own_agency.is_some() || own_case.is_some()) {
            let rows = shown(&member.rows, own_case.map(|it| &it.id));
            let said = |it: &Value| self.wording.sure(it.text.clone(), !it.unconfirmed);
            card.time = rows.iter().find_map(|it| it.time.as_ref()).map(said);
            card.fee = rows.iter().find_map(|it| it.fee.as_ref()).map(said);
        }
        let address =
            Address::procedure_for(&procedure.id, own_agency.map(|it| &it.id), own_case.map(|it| &it.id));
        if self.has(&procedure.title) {
            self.address(&address).as_str().clone_into(&mut card.link.href);
        }
        let names: Vec<Words> =
            [own_case.map(|it| self.words(&it.title)), own_agency.map(|it| self.agency_name(&it.id))]
                .into_iter()
                .flatten()
                .collect();
        (Some(card), (!names.is_empty()).then(|| Words::join(&names, " · ")))
    }

    /// Tables that can end in a procedure of which this is true.
    pub(super) fn choices_to(&self, fits: impl Fn(&Procedure) -> bool) -> Vec<Link> {
        let leads = |it: &&Choice| {
            it.outcomes.iter().any(|it| match &it.leads {
                Leads::Procedure { id, .. } => self.catalogue.procedure(id).is_some_and(&fits),
                Leads::Call { .. } => false,
            })
        };
        let tables = self.catalogue.choices.iter().filter(|it| self.worded(it)).filter(leads);
        tables.map(|it| self.link(&it.address, &it.title)).collect()
    }

    pub(super) fn choice_entries(&self) -> Vec<Entry> {
        let tables = self.catalogue.choices.iter().filter(|it| self.worded(it));
        let summary = |it: Option<&Text>| self.maybe(it);
        tables
            .map(|it| Entry {
                link: self.link(&it.address, &it.title),
                summary: summary(it.summary.as_ref()),
                count: it.outcomes.len(),
            })
            .collect()
    }
}
