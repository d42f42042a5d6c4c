//! The page of one procedure, whole or as one agency carries it out.

use std::sync::Arc;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::apply::{ApplyView, FormDown, Notice, forms};
use super::coming::{ComingParts, Upcoming};
use super::contacts::ContactView;
use super::differences::Difference;
use super::due::DueView;
use super::facts::{Facts, facts};
use super::parts::{Change, ChannelView, ConditionView, LegalView, OutcomeView, RequirementView, StepView};
use super::prose::ProseView;
use super::site::{Link, PhoneView, Site, SourceView};
use super::terms::{TermRow, Value, shown};
use super::translation::TranslationView;
use super::variants::{Family, Member, Speaks, Variant};
use super::words::Words;
use crate::model::{Address, Channel, Effect, Id, Journey, OnlineLevel, Procedure, Scope, Section, Status};

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProcedureView {
    /// Of this page.
    pub address: Address,
    /// `cap-dien-moi`, the same in every language.
    pub id: String,
    /// For the `h1`: short, as people say it.
    pub title: Words,
    /// The legal name, where it differs.
    pub official_title: Option<Words>,
    /// What its reader wants, where the title does not say it.
    pub task: Option<Words>,
    /// Official code: `1.004321`.
    pub code: Option<String>,
    /// A sentence or two under the title, for search engines too.
    pub summary: Option<Words>,
    /// Absent in the main language.
    pub translation: Option<TranslationView>,
    /// The field of work it belongs to.
    pub field: Option<Link>,
    /// Whom it is for.
    pub audiences: Vec<Link>,
    /// Who decides; on an agency's page, that agency.
    pub agency: Option<Link>,
    /// Named when this is one agency's page.
    pub at: Option<Words>,
    /// Who carries it out.
    pub executing: Vec<Link>,
    /// Who helps to.
    pub coordinating: Vec<Link>,
    /// Who does it in the place of another.
    pub delegated: Vec<Link>,
    /// Named when this is one case's page.
    pub case: Option<Words>,
    /// What tells this case from others.
    pub case_note: Option<Words>,
    /// The page for everybody, where this is not it.
    pub general: Option<Link>,
    /// Pages of agencies of which something is said, and the general one.
    pub variants: Vec<Variant>,
    /// Pages of cases of which something is said here, and the one of all cases.
    pub cases: Vec<Variant>,
    /// What agencies do differently; on pages of all cases.
    pub differences: Vec<Difference>,
    /// On pages of one case: where it is said whom each agency serves, from the root.
    pub areas_at: Option<String>,
    /// Why nobody should apply as usual; absent where one may.
    pub notice: Option<Notice>,
    /// The form that `apply` would lead to does not work.
    pub form_down: Option<FormDown>,
    /// `full`, `partial`, `information`.
    pub level: &'static str,
    /// `level` in words, and that nobody confirmed it: `Trực tuyến toàn trình`; absent where no form is
    /// handed in online.
    pub level_text: Option<String>,
    /// Why not all of it is done online.
    pub online_reason: Option<Words>,
    /// Nothing to hand in, to wait for or to pay: the answer is what to do.
    pub only_told: bool,
    /// What the first screen answers.
    pub facts: Facts,
    /// By which day an answer is due; absent where that cannot be said.
    pub due: Option<Arc<DueView>>,
    /// The form to lead to first; absent where there is none that works.
    pub apply: Option<ApplyView>,
    /// Other forms that work.
    pub other_apply: Vec<ApplyView>,
    /// Times and fees, the plain case first.
    pub terms: Vec<TermRow>,
    /// Changes that are near, day by day.
    pub upcoming: Vec<Upcoming>,
    /// Items that are not yet in force.
    pub coming: ComingParts,
    /// Those in force.
    pub conditions: Vec<ConditionView>,
    /// Papers to bring, of rules in force.
    pub documents: Vec<RequirementView>,
    /// In order, of rules in force.
    pub steps: Vec<StepView>,
    /// Ways of applying, of rules in force.
    pub channels: Vec<ChannelView>,
    /// What one gets.
    pub results: Vec<OutcomeView>,
    /// What is said beside the facts.
    pub prose: Option<ProseView>,
    /// To be done first.
    pub before: Vec<Link>,
    /// To be done next.
    pub after: Vec<Link>,
    /// Often done at the same time.
    pub together: Vec<Link>,
    /// For another case than this one: the one or the other is done, never both.
    pub instead: Vec<Link>,
    /// Situations in life of which it is a step.
    pub journeys: Vec<Link>,
    /// Questions that may end here.
    pub choices: Vec<Link>,
    /// What it rests on.
    pub legal: Vec<LegalView>,
    /// In the order of their numbers.
    pub sources: Vec<SourceView>,
    /// Keys of the parts nobody confirmed: `time`, `fee`, `documents` …
    pub unconfirmed: Vec<&'static str>,
    /// Those of them that the page shows.
    pub doubted: Vec<&'static str>,
    /// Those of them of which it has nothing to show; an address to apply at is told of where it would be.
    pub untold: Vec<&'static str>,
    /// Number, day and issuer of the decision that published it.
    pub decision: Option<Words>,
    /// First day in force: `05/01/2026`.
    pub effective: Option<String>,
    /// The day somebody last compared the facts with their sources.
    pub reviewed: Option<String>,
    /// Who keeps the record.
    pub owner: Option<Words>,
    /// Those that are in force, newest first.
    pub changes: Vec<Change>,
    /// Whether it stands in lists, the sitemap and the search.
    pub listed: bool,
    /// Of the agency, or the nearest one above it that has any.
    pub hotline: Option<PhoneView>,
    /// The agency in charge first, and whom to ask where nothing is known of it.
    pub contacts: Vec<ContactView>,
    /// There is no `hotline`, but numbers among the `contacts`, and few enough to choose from.
    pub has_numbers: bool,
    /// Those of `contacts` who serve readers, and have no number that anybody confirmed.
    pub without_number: Vec<ContactView>,
}

/// What of a record is in force for whom a page speaks.
struct Parts<'p> {
    conditions: Vec<ConditionView>,
    documents: Vec<RequirementView>,
    steps: Vec<StepView>,
    channels: Vec<ChannelView>,
    /// What `channels` are made of.
    open_channels: Vec<&'p Channel>,
}

impl ProcedureView {
    fn shows(&self, part: Section) -> bool {
        match part {
            Section::Time => self.terms.iter().any(|it| it.time.is_some()),
            Section::Fee => self.terms.iter().any(|it| it.fee.is_some()),
            Section::Documents => !self.documents.is_empty(),
            Section::Channels => !self.channels.is_empty(),
            Section::Result => !self.results.is_empty(),
            Section::Steps => !self.steps.is_empty(),
            Section::Conditions => !self.conditions.is_empty(),
            Section::Legal => !self.legal.is_empty(),
            Section::Online => true,
            Section::Apply => self.apply.is_some(),
        }
    }

    /// Of a part that nobody confirmed: whether the page says something of it all the same. Of times
    /// and fees those with a source are sure.
    fn doubts(&self, part: Section) -> bool {
        let is_unsure = |it: &Option<Value>| it.as_ref().is_some_and(|it| it.unconfirmed);
        match part {
            Section::Time => self.terms.iter().any(|it| is_unsure(&it.time)),
            Section::Fee => self.terms.iter().any(|it| is_unsure(&it.fee)),
            _ => self.shows(part),
        }
    }
}

impl Site<'_> {
    /// The general page first.
    pub(super) fn pages_of(&self, procedure: &Procedure) -> Vec<ProcedureView> {
        let family = self.family(procedure);
        let differences = self.differences(procedure, &family);
        let pages = family.members.iter().flat_map(|member| {
            let cases = std::iter::once(None).chain(member.cases.iter().copied().map(Some));
            cases.map(move |case| (member, Speaks { agency: member.agency, case }))
        });
        pages
            .map(|(member, speaks)| {
                if speaks.case.is_none() {
                    return self.procedure(procedure, &family, member, speaks, differences.clone());
                }
                let view = self.procedure(procedure, &family, member, speaks, Vec::new());
                let all_cases = view.cases.first().filter(|_| differences.iter().any(|it| it.fact == "area"));
                let areas_at = all_cases.map(|it| format!("{}#muc-khu-vuc", it.href));
                ProcedureView { areas_at, ..view }
            })
            .collect()
    }

    fn procedure(
        &self,
        procedure: &Procedure,
        family: &Family<'_>,
        member: &Member<'_>,
        speaks: Speaks<'_>,
        differences: Vec<Difference>,
    ) -> ProcedureView {
        let agency = speaks.agency.map_or(&procedure.agency, |it| &it.id);
        let lineage = self.lineage(agency);
        let terms = shown(&member.rows, speaks.case.map(|it| &it.id));
        let Parts { conditions, documents, steps, channels, open_channels } =
            self.parts(procedure, &lineage, speaks);
        let forms = forms(procedure, &lineage, speaks);
        let address = speaks.address(procedure);
        let audiences = self.audiences_of(procedure);
        let results: Vec<OutcomeView> =
            procedure.results.iter().map(|it| self.outcome(procedure, it)).collect();
        let facts = facts(&terms, &audiences, &channels, &results, &documents);
        let notice = self.notice(procedure);
        let open = notice.is_none();
        // A button that leads to a form nobody may use would be a dead one.
        let usable = forms.iter().filter(|it| open && it.down_on(self.as_of).is_none());
        let mut usable = usable.map(|it| self.apply_view(procedure, it));
        let apply = usable.next();
        let due = self.due(facts.time.as_ref().filter(|_| open), &open_channels);
        let links = |ids: &[Id]| ids.iter().filter_map(|it| self.procedure_link(it)).collect::<Vec<_>>();
        let agencies = |ids: &[Id]| ids.iter().filter_map(|it| self.agency_link(it)).collect::<Vec<_>>();
        let reached = self.reached(&lineage, &procedure.agencies.executing);
        let past = procedure.changes.iter().filter(|it| it.date <= self.as_of);
        let view = ProcedureView {
            translation: self.translation(procedure),
            address: self.address(&address),
            id: procedure.id.to_string(),
            title: self.words(&procedure.title),
            task: self.task(procedure),
            official_title: procedure.official_title.as_ref().map(|it| self.words(it)),
            code: procedure.code.clone(),
            summary: self.maybe(procedure.summary.as_ref()),
            field: self.field_of(procedure),
            audiences,
            agency: self.agency_link(agency),
            at: speaks.agency.map(|it| self.agency_name(&it.id)),
            case: speaks.case.map(|it| self.words(&it.title)),
            case_note: speaks.case.and_then(|it| self.maybe(it.note.as_ref())),
            executing: agencies(&procedure.agencies.executing),
            coordinating: agencies(&procedure.agencies.coordinating),
            delegated: agencies(&procedure.agencies.delegated),
            general: (address != procedure.address).then(|| self.link(&procedure.address, &procedure.title)),
            variants: self.agency_variants(procedure, family, speaks),
            cases: self.case_variants(procedure, family, speaks),
            differences,
            areas_at: None,
            // Of what one would be led to first; another form may take its place.
            form_down: forms.first().filter(|_| open).and_then(|it| self.form_down(it)),
            notice,
            level: procedure.online.key(),
            level_text: self.told_level(procedure),
            online_reason: self.maybe(procedure.online_reason.as_ref()),
            only_told: procedure.online == OnlineLevel::Information
                && apply.is_none()
                && (facts.time.is_none() && !facts.time_varies)
                && (facts.fee.is_none() && !facts.fee_varies),
            due,
            facts,
            apply,
            other_apply: usable.collect(),
            upcoming: self.upcoming(procedure, &lineage, speaks, &terms),
            coming: self.coming(procedure, &lineage, speaks),
            terms,
            conditions,
            documents,
            steps,
            channels,
            results,
            prose: self.prose(&procedure.prose, "procedures", &self.address(&address)),
            before: links(&procedure.related.before),
            after: links(&procedure.related.after),
            together: links(&procedure.related.together),
            instead: links(&procedure.related.instead),
            journeys: self.journeys_with(&procedure.id),
            choices: self.choices_to(|it| it.id == procedure.id),
            legal: self.legal(procedure),
            sources: (1..).zip(procedure.sources.values()).map(|(nth, it)| self.source(nth, it)).collect(),
            doubted: Vec::new(),
            untold: Vec::new(),
            unconfirmed: procedure.unconfirmed.iter().map(|it| it.key()).collect(),
            decision: procedure.decision.as_ref().map(|it| self.decision(it)),
            effective: procedure.effective.map(|it| self.wording.date(it)),
            reviewed: procedure.reviewed.map(|it| self.wording.date(it)),
            owner: procedure.owner.as_ref().map(|it| self.untranslated(it)),
            changes: past.map(|it| self.change(it)).collect(),
            listed: !matches!(procedure.status, Status::Withdrawn { .. }),
            hotline: reached.hotline,
            has_numbers: reached.has_numbers,
            without_number: reached.without_number,
            contacts: reached.contacts,
        };
        let unconfirmed = || procedure.unconfirmed.iter().copied();
        let untold = unconfirmed().filter(|it| !view.shows(*it) && *it != Section::Apply);
        ProcedureView {
            doubted: unconfirmed().filter(|it| view.doubts(*it)).map(Section::key).collect(),
            untold: untold.map(Section::key).collect(),
            ..view
        }
    }

    fn parts<'p>(&self, procedure: &'p Procedure, lineage: &[&Id], speaks: Speaks<'_>) -> Parts<'p> {
        let fits = |scope: &Scope| {
            scope.agency.as_ref().is_none_or(|it| lineage.contains(&it))
                && speaks.hears_case(scope.case.as_ref())
        };
        let holds = |scope: &Scope, effect: &Effect| fits(scope) && effect.holds_on(self.as_of);
        let conditions = procedure.conditions.iter().filter(|it| holds(&it.scope, &it.effect));
        let documents = procedure.documents.iter().filter(|it| holds(&it.scope, &it.effect));
        let steps = procedure.steps.iter().filter(|it| holds(&it.scope, &it.effect));
        let open_channels: Vec<&Channel> = procedure
            .channels
            .iter()
            .filter(|it| it.agency.as_ref().is_none_or(|it| lineage.contains(&it)))
            .filter(|it| speaks.hears_case(it.case.as_ref()) && it.effect.holds_on(self.as_of))
            .collect();
        let conditions = conditions.map(|it| self.condition(procedure, it, &speaks.beyond(&it.scope)));
        let documents = documents.map(|it| self.requirement(procedure, it, &speaks.beyond(&it.scope)));
        let steps = steps.map(|it| self.step(procedure, it, &speaks.beyond(&it.scope)));
        Parts {
            conditions: conditions.collect(),
            documents: documents.collect(),
            steps: steps.collect(),
            channels: open_channels.iter().map(|it| self.channel(procedure, it)).collect(),
            open_channels,
        }
    }

    fn field_of(&self, procedure: &Procedure) -> Option<Link> {
        let field = self.catalogue.fields.iter().find(|it| it.id == procedure.field);
        field.map(|it| self.link(&it.address, &it.title))
    }

    fn audiences_of(&self, procedure: &Procedure) -> Vec<Link> {
        let known = &self.catalogue.audiences;
        let audiences = procedure.audiences.iter().filter_map(|id| known.iter().find(|it| it.id == *id));
        audiences.map(|it| self.link(&it.address, &it.title)).collect()
    }

    fn journeys_with(&self, procedure: &Id) -> Vec<Link> {
        let is_in = |it: &&Journey| it.steps.iter().any(|step| step.procedure.as_ref() == Some(procedure));
        let journeys = self.catalogue.journeys.iter().filter(is_in);
        journeys.map(|it| self.link(&it.address, &it.title)).collect()
    }
}
