//! All stages between reading and writing, on one screen.
//!
//! Never touches the disk or the clock, so `build`, `serve` and the tests share
//! it, and the same input gives the same files.

mod golden;
mod ledger;

pub(crate) use ledger::PATH as LEDGER;

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::{self, check, check_again};
use crate::derive::{Subject, Views, Worked, derive, derive_again, derive_anew};
use crate::diagnostic::Report;
use crate::error::{Error, Refused, Result};
use crate::index;
use crate::model::{Catalogue, Field, LastTurns};
use crate::output::{OutputFile, Sink, Stage, joint_hash};
use crate::render::{Renderer, Templates};
use crate::source::{FoundForm, Sources, Theme};

/// Pages that one core makes before it looks for others to share with.
const SHARE: usize = 8;

/// What one plan leaves for the next.
#[derive(Default)]
pub struct Memo {
    check: check::Memo,
    turns: LastTurns,
    renderer: Option<Arc<Renderer>>,
}

pub struct Build {
    pub report: Report,
    /// Without the entries that have mistakes.
    pub catalogue: Arc<Catalogue>,
    /// What the site was made of, for who ends after this: it need not be freed bit by bit.
    pub plan: Option<Plan>,
}

/// A site without mistakes, of which any file can be made. Holds everything it needs.
pub struct Plan {
    catalogue: Arc<Catalogue>,
    worked: Worked,
    renderer: Arc<Renderer>,
    forms: Vec<FoundForm>,
    /// What the pages are made of, besides the day.
    texts: Vec<Arc<str>>,
    theme: String,
    has_promises: bool,
    search: OnceLock<Vec<OutputFile>>,
    rest: OnceLock<Vec<OutputFile>>,
}

/// Makes the site as it is on the day `as_of`. `sink` gets each file as soon as it is made; none
/// at all if the report has errors.
///
/// # Errors
/// [`Error::Fault`] if a template does not work, [`Error::Output`] if two pages want the same
/// file, and what `sink` says. The sink then holds a part of a site, which is good for nothing.
pub fn build(sources: &Sources, as_of: Date, sink: &dyn Sink) -> Result<Build> {
    sink.enter(Stage::Check, sources.files.len());
    let ((catalogue, mut report), templates) =
        rayon::join(|| check(sources, as_of), || Templates::read(&sources.theme, &sources.config));
    let catalogue = Arc::new(catalogue);
    let mut plan = None;
    if !report.has_errors() {
        let plan = plan.insert(Plan::new(&catalogue, sources, || templates, as_of, &mut Memo::default())?);
        sink.enter(Stage::Index, catalogue.procedures.len());
        plan.ask(sources, &mut report);
        if !report.has_errors() {
            plan.make(sink)?;
        }
    }
    Ok(Build { report, catalogue, plan })
}

/// [`check()`], and whether the site keeps what it promises: addresses that lead somewhere for ever,
/// and what the search must find. That takes an index, which is made only where the site says so.
pub fn judge(sources: &Sources, as_of: Date) -> (Catalogue, Report) {
    let (catalogue, mut report) = check(sources, as_of);
    // Those of the default theme are known to be right, and those with marks of a conflict to be wrong.
    if !sources.theme.files.is_empty()
        && sources.torn_theme().next().is_none()
        && let Err(Error::Fault(fault)) = Templates::read(&sources.theme, &sources.config)
    {
        report.diagnostics.push(check::fault(&fault));
    }
    if report.has_errors() {
        return (catalogue, report);
    }
    if ledger::is_kept(sources) {
        ledger::hold(sources, &catalogue, &derive(&catalogue, &sources.config, as_of), &mut report);
    }
    if golden::has_queries(sources) {
        let indexed = |it: &Catalogue| indexed(&derive(it, &sources.config, as_of), &sources.theme);
        golden::ask(sources, &catalogue, &indexed(&catalogue), |it| indexed(&it), &mut report);
    }
    (catalogue, report)
}

/// Checks, for one who does it often and remembers, and plans the site unless the report has
/// errors. Whether the site keeps what it promises is left to [`Plan::ask`].
///
/// # Errors
/// [`Error::Fault`] if the templates cannot be read.
pub fn plan(sources: &Sources, as_of: Date, memo: &mut Memo) -> Result<(Report, Option<Plan>)> {
    let (catalogue, report) = check_again(sources, as_of, &mut memo.check);
    if report.has_errors() {
        return Ok((report, None));
    }
    let plan = Plan::new(
        &Arc::new(catalogue),
        sources,
        || Templates::read(&sources.theme, &sources.config),
        as_of,
        memo,
    )?;
    Ok((report, Some(plan)))
}

impl Plan {
    fn new(
        catalogue: &Arc<Catalogue>,
        sources: &Sources,
        templates: impl FnOnce() -> Result<Templates>,
        as_of: Date,
        memo: &mut Memo,
    ) -> Result<Plan> {
        let views = derive_anew(catalogue, &sources.config, as_of, &mut memo.turns);
        let last = memo.renderer.as_deref();
        let renderer = Arc::new(Renderer::again(last, templates, &views, &sources.theme, &sources.config)?);
        memo.renderer = Some(Arc::clone(&renderer));
        Ok(Plan {
            worked: views.worked(),
            renderer,
            forms: sources.forms.clone(),
            texts: sources
                .files
                .iter()
                .chain([&sources.config_file])
                .map(|it| Arc::clone(&it.text))
                .collect(),
            theme: theme_version(&sources.theme),
            has_promises: golden::has_queries(sources) || ledger::is_kept(sources),
            search: OnceLock::new(),
            rest: OnceLock::new(),
            catalogue: Arc::clone(catalogue),
        })
    }

    /// Does the site say what the search must find, or which addresses must lead somewhere?
    pub fn has_promises(&self) -> bool {
        self.has_promises
    }

    /// Puts into the report what it does not keep of that.
    pub fn ask(&self, sources: &Sources, report: &mut Report) {
        ledger::hold(sources, &self.catalogue, &self.views(), report);
        if golden::has_queries(sources) {
            let again =
                |it: Catalogue| indexed(&derive(&it, &sources.config, self.views().as_of), &sources.theme);
            golden::ask(sources, &self.catalogue, self.search(), again, report);
        }
    }

    /// Makes the whole site on all cores; `sink` gets each file as soon as it is made.
    fn make(&self, sink: &dyn Sink) -> Result<()> {
        let views = self.views();
        // Beside each other: both end with what one core does while the others wait.
        let (search, ()) = rayon::join(|| self.search(), || views.put_in_order());
        let hand_over = |files: Vec<OutputFile>| {
            let paths: Vec<String> = files.iter().map(|it| it.path.clone()).collect();
            sink.take(files).map(|()| paths)
        };
        let subjects = subjects(&views);
        sink.enter(Stage::Pages, subjects.len());
        let pages = || {
            // In small shares, or one core makes the last pages while the others wait.
            let pages = subjects.par_iter().with_max_len(SHARE);
            let pages = pages.map(|(site, subject)| self.whole(&views, *site, subject).and_then(hand_over));
            pages.collect::<Result<Vec<_>>>()
        };
        // Beside the pages, or one core would do it while the others wait.
        let rest = || -> Result<Vec<String>> {
            let mut paths = hand_over(self.renderer.rest(&views, &self.version(&views))?)?;
            paths.extend(hand_over(search.to_vec())?);
            paths.extend(hand_over(self.forms().collect())?);
            Ok(paths)
        };
        let (pages, rest) = rayon::join(pages, rest);
        let mut paths: Vec<String> = pages?.into_iter().flatten().collect();
        paths.extend(rest?);
        each_once(paths)
    }

    /// The file at `path` with those that are made together with it; without it if there is none.
    ///
    /// # Errors
    /// [`Error::Fault`] if a template does not work.
    pub fn file(&self, path: &str) -> Result<Vec<OutputFile>> {
        let views = self.views();
        if let Some(address) = path.strip_suffix("index.html") {
            let subject = (views.sites.iter().enumerate())
                .find_map(|(site, it)| it.subject_at(address).map(|subject| (site, subject)));
            if let Some((site, subject)) = subject {
                return self.pages(&views, site, &subject);
            }
        }
        let asset = self.renderer.asset(path).cloned();
        if let Some(file) = asset.or_else(|| self.forms().find(|it| it.path == path)) {
            return Ok(vec![file]);
        }
        match path {
            "404.html" => Ok(vec![self.renderer.not_found()?]),
            _ if path.split('/').any(|it| it == index::FOLDER) => Ok(self.search().to_vec()),
            _ => match self.field_of_data(path) {
                Some(field) => self.renderer.pages(&views, 0, &Subject::Field(field)),
                None => self.rest(&views),
            },
        }
    }

    /// As [`Plan::pages`], where everything is made: sheets with their procedure.
    fn whole(&self, views: &Views<'_>, site: usize, subject: &Subject<'_>) -> Result<Vec<OutputFile>> {
        match subject {
            Subject::Procedure(it) => self.renderer.with_sheets(views, site, it),
            Subject::Sheets(_) => Ok(Vec::new()),
            _ => self.pages(views, site, subject),
        }
    }

    fn pages(&self, views: &Views<'_>, site: usize, subject: &Subject<'_>) -> Result<Vec<OutputFile>> {
        match subject {
            Subject::Offline => self.renderer.offline(views, site, self.search()),
            _ => self.renderer.pages(views, site, subject),
        }
    }

    /// Data of a field are made with its page.
    fn field_of_data(&self, path: &str) -> Option<&Field> {
        let name = path.strip_prefix("api/v1/procedures/")?.split('.').next()?;
        self.catalogue.fields.iter().find(|it| it.id.as_str() == name)
    }

    /// Makes one page of each kind, to see whether the templates work.
    ///
    /// # Errors
    /// [`Error::Fault`] if one does not.
    pub fn try_templates(&self) -> Result<()> {
        let views = self.views();
        let mut seen = Vec::new();
        for (site, subject) in subjects(&views) {
            let kind = std::mem::discriminant(&subject);
            if !seen.contains(&kind) {
                seen.push(kind);
                self.renderer.pages(&views, site, &subject)?;
            }
        }
        self.renderer.not_found().map(drop)
    }

    fn search(&self) -> &[OutputFile] {
        self.search.get_or_init(|| indexed(&self.views(), self.renderer.theme()))
    }

    fn rest(&self, views: &Views<'_>) -> Result<Vec<OutputFile>> {
        if let Some(files) = self.rest.get() {
            return Ok(files.clone());
        }
        let files = self.renderer.rest(views, &self.version(views))?;
        Ok(self.rest.get_or_init(|| files).clone())
    }

    /// Another for another site; the same until something changes on it.
    fn version(&self, views: &Views<'_>) -> String {
        let day = views.as_of.to_string();
        let rest = [day.as_bytes(), self.theme.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()];
        joint_hash(self.texts.iter().map(|it| it.as_bytes()).chain(rest))
    }

    fn views(&self) -> Views<'_> {
        derive_again(&self.catalogue, self.renderer.config(), &self.worked)
    }

    fn forms(&self) -> impl Iterator<Item = OutputFile> {
        self.forms.iter().map(|it| OutputFile::new(it.path.clone(), it.bytes.clone()))
    }
}

/// The files of the search; its words come from the theme, as those of the pages do.
fn indexed(views: &Views<'_>, theme: &Theme) -> Vec<OutputFile> {
    let main = views.sites.first().map_or("vi", |it| it.lang.as_str());
    let words: Vec<_> = views.sites.iter().map(|it| theme.words_in(main, it.lang.as_str())).collect();
    index::index(views, &words)
}

fn theme_version(theme: &Theme) -> String {
    let templates = theme.templates.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
    let assets = theme.assets.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_ref()]);
    let words = theme.words.values().flatten().flat_map(|(key, word)| [key.as_bytes(), word.as_bytes()]);
    joint_hash(templates.chain(assets).chain(words))
}

fn subjects<'a>(views: &Views<'a>) -> Vec<(usize, Subject<'a>)> {
    let sites = views.sites.iter().enumerate();
    sites.flat_map(|(site, it)| it.subjects().into_iter().map(move |subject| (site, subject))).collect()
}

fn each_once(mut paths: Vec<String>) -> Result<()> {
    paths.sort_unstable();
    match paths.windows(2).find(|it| it[0] == it[1]) {
        Some(twice) => Err(Error::Output { path: twice[0].as_str().into(), why: Refused::Twice }),
        None => Ok(()),
    }
}
