//! What happens between a save and the page: only what was saved is looked at again.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use rustc_hash::FxHashSet;

use super::listeners::Listeners;
use super::site::Site;
use super::watch::Woken;
use super::{Settings, complain, current, mistakes, say};
use crate::diagnostic::{Diagnostic, Language, Report, Severity, text};
use crate::error::{Error, Result};
use crate::pipeline::{self, Memo, Plan};
use crate::read::{read, read_again};
use crate::source::Sources;

/// The thread that watches, and what the last save has left for the next.
pub(super) struct Desk<'a> {
    settings: &'a Settings<'a>,
    root: PathBuf,
    site: &'a RwLock<Arc<Site>>,
    listeners: &'a Listeners,
    sources: Option<Sources>,
    memo: Memo,
    /// What the site did not keep of its promises when it was last asked.
    misses: Vec<Diagnostic>,
    /// It has not been asked since the last save.
    unasked: bool,
    /// Code, path and words of what the terminal shows already.
    told: FxHashSet<(&'static str, Arc<str>, Arc<str>)>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        settings: &'a Settings<'a>,
        root: PathBuf,
        site: &'a RwLock<Arc<Site>>,
        listeners: &'a Listeners,
    ) -> Desk<'a> {
        let (sources, memo, misses, told) = (None, Memo::default(), Vec::new(), FxHashSet::default());
        Desk { settings, root, site, listeners, sources, memo, misses, unasked: false, told }
    }

    /// Is there something that nobody waits for?
    pub(super) fn is_at_work(&self) -> bool {
        self.unasked
    }

    pub(super) fn take_up(&mut self, woken: &Woken) {
        if let Woken::Idle = woken {
            return self.ask();
        }
        let start = Instant::now();
        match self.read_again(woken) {
            Ok(None) => {}
            Ok(Some((sources, other_theme))) => {
                let (site, found) = self.site_of(&sources, other_theme);
                let time = (!site.has_mistakes()).then(|| start.elapsed());
                self.publish(site);
                self.tell(&found, &sources, time);
                self.sources = Some(sources);
            }
            Err(error) => {
                let site = self.in_trouble(&error);
                self.publish(site);
            }
        }
    }

    /// `None` if not a byte is other than before; else whether the theme or the settings are.
    fn read_again(&mut self, woken: &Woken) -> Result<Option<(Sources, bool)>> {
        let root = &self.root;
        let Some(mut sources) = self.sources.take() else {
            return read(root).map(|it| Some((it, true)));
        };
        let (theme, config) = (sources.theme.clone(), sources.config_file.clone());
        let differs = match woken {
            Woken::Paths(paths) => read_again(root, &mut sources, paths)?,
            Woken::Idle | Woken::Anything => {
                let now = read(root)?;
                let differs = now != sources;
                sources = now;
                differs
            }
        };
        if !differs {
            self.sources = Some(sources);
            return Ok(None);
        }
        let other = theme != sources.theme || config != sources.config_file;
        Ok(Some((sources, other)))
    }

    /// What to serve, and what was found on the way.
    fn site_of(&mut self, sources: &Sources, other_theme: bool) -> (Site, Report) {
        let planned = (self.settings.as_of)(sources).and_then(|day| {
            // A mistake of ours must not end the preview of somebody's work.
            let planned = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let (report, plan) = pipeline::plan(sources, day, &mut self.memo)?;
                if other_theme {
                    plan.as_ref().map_or(Ok(()), Plan::try_templates)?;
                }
                Ok((report, plan))
            }));
            planned.unwrap_or_else(|_| {
                self.memo = Memo::default();
                Ok((Report::default(), None))
            })
        });
        let language = self.settings.language;
        self.unasked = false;
        match planned {
            Ok((report, Some(plan))) => {
                self.unasked = plan.has_promises();
                let site = Site::of(plan);
                let site = if self.misses.is_empty() { site } else { site.with(self.missed(sources)) };
                (site, report)
            }
            Ok((report, None)) if report.has_errors() => {
                let errors = report.diagnostics.iter().filter(|it| it.rule.severity == Severity::Error);
                let errors: Vec<Diagnostic> = errors.cloned().collect();
                let above = mistakes::of_report(&errors, sources, language);
                (current(self.site).with(Some(above)), report)
            }
            Ok((report, None)) => (current(self.site).with(Some(mistakes::of_ours(language))), report),
            Err(error) => (self.in_trouble(&error), Report::default()),
        }
    }

    /// Whether the site keeps its promises takes an index, and nobody waits for that.
    fn ask(&mut self) {
        self.unasked = false;
        let site = current(self.site);
        let (Some(sources), Some(plan)) = (&self.sources, site.plan()) else { return };
        let mut report = Report::default();
        let asked = std::panic::AssertUnwindSafe(|| plan.ask(sources, &mut report));
        if std::panic::catch_unwind(asked).is_err() || report.diagnostics == self.misses {
            return;
        }
        say(&text(&report.diagnostics, sources, self.settings.language, self.settings.style));
        self.misses = report.diagnostics;
        let site = site.with(self.missed(sources));
        self.publish(site);
    }

    fn missed(&self, sources: &Sources) -> Option<String> {
        let errors = self.misses.iter().filter(|it| it.rule.severity == Severity::Error);
        let errors: Vec<Diagnostic> = errors.cloned().collect();
        (!errors.is_empty()).then(|| mistakes::of_report(&errors, sources, self.settings.language))
    }

    fn in_trouble(&self, error: &Error) -> Site {
        let words = (self.settings.tell)(error, self.settings.language);
        complain(&words);
        current(self.site).with(Some(mistakes::of_error(&words, self.settings.language)))
    }

    fn publish(&self, site: Site) {
        let site = Arc::new(site);
        let mut served = self.site.write().unwrap_or_else(PoisonError::into_inner);
        let last = std::mem::replace(&mut *served, Arc::clone(&site));
        drop(served);
        self.listeners.tell(site.build());
        // It is large, and nobody needs to wait until it is cleared away.
        drop(last);
    }

    /// `time` is what a site without mistakes took. Whoever waits for the page need not wait for the
    /// terminal, which thousands of warnings keep busy; and what it showed after an earlier save it
    /// does not show again.
    fn tell(&mut self, report: &Report, sources: &Sources, time: Option<Duration>) {
        let language = self.settings.language;
        let name = |it: &Diagnostic| (it.rule.code, Arc::clone(&it.path), Arc::clone(&it.message.vi));
        let (known, new): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            report.diagnostics.iter().partition(|it| self.told.contains(&name(it)));
        let is_quiet = self.settings.is_quiet;
        let is_heard = |it: &&Diagnostic| !is_quiet || it.rule.severity == Severity::Error;
        let heard: Vec<Diagnostic> = new.into_iter().filter(is_heard).cloned().collect();
        say(&text(&heard, sources, language, self.settings.style));
        self.told = report.diagnostics.iter().map(name).collect();
        let Some(time) = time.filter(|_| !is_quiet).map(|it| it.as_millis()) else { return };
        let known = known.len();
        say(&match language {
            Language::Vi if known == 0 => format!("Đã dựng trong {time} ms.\n"),
            Language::En if known == 0 => format!("Built in {time} ms.\n"),
            Language::Vi => format!("Đã dựng trong {time} ms; còn {known} điều đã nêu ở trên.\n"),
            Language::En => format!("Built in {time} ms; {known} remarks from above remain.\n"),
        });
    }
}
