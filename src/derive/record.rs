//! What a record says, line by line, so that two copies of it can be held side by side.
//!
//! Unlike a page it speaks for nobody in particular: every row of every case, agency and date is there.

mod lines;

use super::Views;
use super::parts::Dated;
use super::site::{Site, is_shown, url};
use super::words::Words;
use crate::model::{
    Address, Agency, Apply, Change, Channel, Id, Lang, Office, Procedure, Related, Requirement, Section,
    Source, Status, Step, Term, Text,
};

pub use lines::{Cited, Line};
use lines::{Lines, joined, plain};

/// A procedure, agency or office, in every language of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// `procedure`, `agency`, `office`.
    pub kind: &'static str,
    pub id: String,
    /// In the main language.
    pub title: String,
    pub address: Address,
    /// Those it had before.
    pub aliases: Vec<Address>,
    /// The main language first, then those in which it has a title.
    pub lines: Vec<(Lang, Vec<Line>)>,
    /// What its author says was changed in it; of a procedure.
    pub changes: Vec<Change>,
}

impl Views<'_> {
    /// What procedures, agencies and offices tell their readers, in that order and each by its id.
    pub fn records(&self) -> Vec<Record> {
        let catalogue = self.catalogue;
        let shown = catalogue.procedures.iter().map(AsRef::as_ref).filter(|it| is_shown(it));
        let procedures = shown.map(|it| Record {
            aliases: it.aliases.clone(),
            changes: it.changes.clone(),
            ..self.record("procedure", it.id.as_str(), &it.title, &it.address, |site| site.lines(it))
        });
        let agencies = catalogue.agencies.values().map(|it| {
            self.record("agency", it.id.as_str(), &it.title, &it.address, |site| site.lines_of_agency(it))
        });
        let offices = catalogue.offices.values().map(|it| {
            self.record("office", it.id.as_str(), &it.title, &it.address, |site| site.lines_of_office(it))
        });
        let mut kinds: [Vec<Record>; 3] = [procedures.collect(), agencies.collect(), offices.collect()];
        for it in &mut kinds {
            it.sort_by(|a, b| a.id.cmp(&b.id));
        }
        kinds.into_iter().flatten().collect()
    }

    fn record(
        &self,
        kind: &'static str,
        id: &str,
        title: &Text,
        address: &Address,
        lines: impl Fn(&Site<'_>) -> Vec<Line>,
    ) -> Record {
        let sites = self.sites.iter().map(|it| &it.site).filter(|it| it.has(title));
        Record {
            kind,
            id: id.to_owned(),
            title: title.main.to_string(),
            address: address.clone(),
            aliases: Vec::new(),
            lines: sites.map(|it| (it.lang, lines(it))).collect(),
            changes: Vec::new(),
        }
    }
}

impl Site<'_> {
    /// Every part is named, so that nobody adds one and forgets it here.
    fn lines(&self, procedure: &Procedure) -> Vec<Line> {
        let Procedure {
            title,
            official_title,
            task,
            code,
            status,
            summary,
            field,
            audiences,
            agency,
            agencies,
            decision,
            online,
            online_reason,
            apply,
            cases,
            terms,
            documents,
            steps,
            channels,
            results,
            conditions,
            related,
            sources,
            unconfirmed,
            effective,
            reviewed,
            owner,
            prose,
            // Asked for as a whole, below.
            legal: _,
            // Told beside the lines.
            id: _,
            address: _,
            changes: _,
            aliases: _,
            // Not told to readers.
            also_called: _,
            review_every: _,
            translated: _,
        } = procedure;
        let mut lines = Lines::default();
        lines.one("title", Some(self.words(title)));
        lines.one("official_title", self.maybe(official_title.as_ref()));
        lines.one("task", self.maybe(task.as_ref()));
        lines.one("code", code.as_deref().map(Words::from));
        lines.one("status", self.status(status));
        lines.one("summary", self.maybe(summary.as_ref()));
        let fields = self.catalogue.fields.iter().filter(|it| it.id == *field);
        lines.named("field", fields.map(|it| self.words(&it.title)));
        let served = self.catalogue.audiences.iter().filter(|it| audiences.contains(&it.id));
        lines.named("audiences", served.map(|it| self.words(&it.title)));
        lines.one("agency", Some(self.agency_name(agency)));
        let others = [&agencies.executing, &agencies.coordinating, &agencies.delegated];
        lines.named("agencies", others.into_iter().flatten().map(|it| self.agency_name(it)));
        lines.one("decision", decision.as_ref().map(|it| self.decision(it)));
        lines.one("online", Some(self.wording.level(*online).into()));
        lines.one("online_reason", self.maybe(online_reason.as_ref()));
        for it in apply {
            self.add_apply(&mut lines, procedure, it);
        }
        for it in cases {
            lines.add("cases", self.words(&it.title), joined([self.maybe(it.note.as_ref())]));
        }
        for it in terms {
            self.add_term(&mut lines, procedure, it);
        }
        for it in conditions {
            let source = self.cited(procedure, it.source.as_ref());
            let it = self.condition(procedure, it, &it.scope);
            lines.cited("conditions", joined([Some(it.text), it.scope, self.when(it.dated)]), "", source);
        }
        for it in documents {
            self.add_requirement(&mut lines, procedure, it);
        }
        for it in steps {
            self.add_step(&mut lines, procedure, it);
        }
        for it in channels {
            self.add_channel(&mut lines, procedure, it);
        }
        for it in results {
            let source = self.cited(procedure, it.source.as_ref());
            let it = self.outcome(procedure, it);
            let delivery = it.delivery.into_iter().map(Some);
            let says = [it.code.map(Words::from)].into_iter().chain(delivery).chain([it.valid, it.note]);
            lines.cited("result", it.name, joined(says), source);
        }
        for it in self.legal(procedure) {
            let article = [it.article].into_iter().chain(it.notes.into_iter().map(Some));
            lines.add("legal", it.number, joined(article));
        }
        self.add_related(&mut lines, related);
        self.add_sources(&mut lines, sources.values());
        lines.named("unconfirmed", unconfirmed.iter().map(|it| Words::from(self.part(*it))));
        lines.one("effective", effective.map(|it| self.wording.date(it).into()));
        lines.one("reviewed", reviewed.map(|it| self.wording.date(it).into()));
        lines.one("owner", owner.as_deref().map(|it| self.untranslated(it)));
        let prose = prose.get(&self.lang).into_iter().flat_map(|it| it.markdown.split("\n\n"));
        let paragraphs = prose.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.named("prose", paragraphs.filter(|it| !it.is_empty()).map(Words::from));
        lines.0
    }

    fn lines_of_agency(&self, it: &Agency) -> Vec<Line> {
        let mut lines = Lines::default();
        lines.one("title", Some(self.words(&it.title)));
        lines.one("short", self.maybe(it.short.as_ref()));
        lines.one("summary", self.maybe(it.summary.as_ref()));
        lines.one("parent", it.parent.as_ref().map(|it| self.agency_name(it)));
        lines.one("hotline", it.hotline.as_ref().map(|it| it.as_str().into()));
        lines.one("email", it.email.as_deref().map(Words::from));
        lines.one("site", it.site.as_ref().map(|it| url(it).into()));
        lines.one("area", self.maybe(it.area.as_ref()));
        self.add_sources(&mut lines, &it.sources);
        lines.named("unconfirmed", it.unconfirmed.iter().map(|it| Words::from(it.as_str())));
        lines.0
    }

    fn lines_of_office(&self, office: &Office) -> Vec<Line> {
        let mut lines = Lines::default();
        let it = self.place(office);
        lines.one("title", Some(self.words(&office.title)));
        lines.one("kind", Some(it.kind_name.into()));
        lines.one("agency", it.agency.map(|it| it.title));
        lines.one("street", it.street);
        lines.one("province", Some(office.province.as_str().into()));
        lines.named("earlier_names", it.earlier_names);
        lines.one("phone", it.phone.map(|it| it.shown.into()));
        for (days, times) in it.hours {
            lines.add("hours", days, times);
        }
        lines.one("accepts", it.accepts);
        lines.one("position", it.position.map(Words::from));
        lines.one("note", it.note);
        self.add_sources(&mut lines, &office.sources);
        lines.named("unconfirmed", it.unconfirmed.into_iter().map(Words::from));
        lines.0
    }

    fn add_apply(&self, lines: &mut Lines, procedure: &Procedure, it: &Apply) {
        let down = it.down.as_ref().map(|it| self.words(&it.reason));
        let says = [Some(url(&it.url).into()), self.maybe(it.sign_in.as_ref()), self.maybe(it.note.as_ref())];
        let says = says
            .into_iter()
            .chain([down.map(|it| Words::from(self.wording.pick("đang lỗi: ", "down: ")) + &it)]);
        lines.add("apply", joined([self.scope(procedure, &it.scope)]), joined(says));
    }

    fn add_term(&self, lines: &mut Lines, procedure: &Procedure, it: &Term) {
        let about = joined([self.scope(procedure, &it.scope), self.when(self.dated(&it.effect))]);
        let (unsure, source) = (self.unsure(it.unconfirmed), self.cited(procedure, it.source.as_ref()));
        if let Some(time) = it.time {
            let note = self.maybe(it.time_note.as_ref());
            let says = joined([Some(self.wording.time(time).into()), note, unsure.clone()]);
            lines.cited("time", about.clone(), says, source.clone());
        }
        if let Some(fee) = it.fee.as_ref() {
            let (note, payer) = (self.maybe(it.fee_note.as_ref()), self.maybe(it.payer.as_ref()));
            let says = joined([Some(self.wording.fee(fee).into()), note, payer, unsure]);
            lines.cited("fee", about, says, source);
        }
    }

    fn add_requirement(&self, lines: &mut Lines, procedure: &Procedure, it: &Requirement) {
        let (unsure, source) = (self.unsure(it.unconfirmed), self.cited(procedure, it.source.as_ref()));
        let it = self.requirement(procedure, it, &it.scope);
        let names: Vec<Words> = it.documents.iter().map(|it| it.name.clone()).collect();
        let name = Words::join(&names, self.wording.pick(" hoặc ", " or "));
        let told = it.documents.into_iter().filter_map(|it| it.about).flat_map(|it| {
            let form = it.form.or(it.form_url).map(Words::from);
            it.notes.into_iter().chain(form).map(Some)
        });
        let says = [it.counts.map(Words::from), it.note].into_iter().chain(told).chain([unsure]);
        let about = joined([Some(name), it.scope, self.when(it.dated)]);
        lines.cited("documents", about, joined(says), source);
    }

    fn add_step(&self, lines: &mut Lines, procedure: &Procedure, it: &Step) {
        let source = self.cited(procedure, it.source.as_ref());
        let it = self.step(procedure, it, &it.scope);
        let about = joined([Some(it.title), it.scope, self.when(it.dated)]);
        let by = match it.by {
            "customer" => Some(self.wording.pick("người dân làm", "done by you").into()),
            "agency" => Some(self.wording.pick("đơn vị làm", "done by the office").into()),
            _ => it.actor,
        };
        let says = joined([by, it.time.map(Words::from), it.fee.map(Words::from), it.text]);
        lines.cited("steps", about, says, source);
    }

    fn add_channel(&self, lines: &mut Lines, procedure: &Procedure, it: &Channel) {
        let source = self.cited(procedure, it.source.as_ref());
        let it = self.channel(procedure, it);
        let about = joined([Some(it.name.into()), it.scope, self.when(it.dated)]);
        let offices = it.offices.into_iter().map(|it| Some(it.title));
        let reached =
            [it.url.map(Words::from), it.phone.map(|it| it.shown.into()), it.email.map(Words::from)];
        let says = joined(reached.into_iter().chain(offices).chain([it.note]));
        lines.cited("channels", about, says, source);
    }

    fn add_related(&self, lines: &mut Lines, related: &Related) {
        let Related { before, after, together, instead } = related;
        let kinds = [
            (before, self.wording.pick("làm trước", "before")),
            (after, self.wording.pick("làm sau", "after")),
            (together, self.wording.pick("làm cùng", "together")),
            (instead, self.wording.pick("làm thay", "instead")),
        ];
        for (ids, how) in kinds {
            let links = ids.iter().filter_map(|it| self.procedure_link(it));
            lines.named("related", links.map(|it| Words::from(how) + ": " + &it.title));
        }
    }

    fn add_sources<'s>(&self, lines: &mut Lines, sources: impl IntoIterator<Item = &'s Source>) {
        for (number, it) in (1..).zip(sources) {
            let it = self.source(number, it);
            let checked = it.checked.map(|it| Words::from(self.wording.pick("kiểm tra ", "checked ")) + &it);
            lines.add("sources", it.title, joined([it.url.map(Words::from), checked, it.note]));
        }
    }

    fn cited(&self, procedure: &Procedure, key: Option<&Id>) -> Option<Cited> {
        let Source { title, url, checked, .. } = procedure.sources.get(key?)?;
        Some(Cited {
            title: plain(&self.words(title)),
            url: url.as_ref().map(|it| it.as_str().to_owned()),
            checked: checked.map(|it| it.to_string()),
        })
    }

    /// Absent where all is as it should be.
    fn status(&self, it: &Status) -> Option<Words> {
        match it {
            Status::Draft | Status::Published => None,
            Status::Suspended { reason, until } => {
                let until = until
                    .map(|it| format!("{} {}", self.wording.pick("đến", "until"), self.wording.date(it)));
                let suspended = self.wording.pick("tạm ngừng", "suspended").into();
                Some(joined([Some(suspended), until.map(Words::from), Some(self.words(reason))]))
            }
            Status::Withdrawn { reason, replaced_by } => {
                let withdrawn = self.wording.pick("đã bãi bỏ", "withdrawn").into();
                let successor = replaced_by.as_ref().and_then(|it| self.procedure_link(it));
                Some(joined([Some(withdrawn), self.maybe(reason.as_ref()), successor.map(|it| it.title)]))
            }
        }
    }

    fn part(&self, it: Section) -> &'static str {
        let [vi, en] = it.words();
        self.wording.pick(vi, en)
    }

    fn unsure(&self, unconfirmed: bool) -> Option<Words> {
        unconfirmed.then(|| self.wording.pick("chưa xác nhận", "not confirmed").into())
    }

    fn when(&self, dated: Option<Dated>) -> Option<Words> {
        let Dated { since, until, basis } = dated?;
        let said = |(vi, en): (&'static str, &'static str), what: Option<String>| {
            what.map(|it| Words::from(self.wording.pick(vi, en)) + &it)
        };
        let (since, until) = (said(("từ ", "from "), since), said(("đến ", "until "), until));
        Some(joined([since, until, said(("theo ", "by "), basis)]))
    }
}
