//! How far a build is, and what each of its stages took.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use crate::diagnostic::Language;
use crate::error::Result;
use crate::output::{OutputFile, Sink, Stage};

/// Who waits less need not be told.
const PATIENCE: Duration = Duration::from_secs(1);

/// Watches one build from its first stage on.
pub(super) struct Progress {
    language: Language,
    start: Instant,
    bar: ProgressBar,
    stages: Mutex<Vec<Running>>,
    files: AtomicU64,
    bytes: AtomicU64,
}

struct Running {
    stage: Stage,
    items: usize,
    start: Instant,
    cpu: Option<Duration>,
    files: u64,
    bytes: u64,
}

/// One line of `--timings`.
#[derive(Debug, Serialize)]
pub(super) struct Timing {
    stage: &'static str,
    seconds: f64,
    /// Of all cores together; `null` where the system does not say.
    cpu_seconds: Option<f64>,
    /// Files, pages or procedures it worked on.
    items: usize,
    files_written: u64,
    bytes_written: u64,
    #[serde(skip)]
    of: Stage,
}

/// A sink that hands on what it gets, and counts.
pub(super) struct Counted<'a> {
    progress: &'a Progress,
    sink: &'a dyn Sink,
}

impl Progress {
    /// Reading begins. A bar is drawn if `watched`, a terminal is there, and it takes long.
    pub(super) fn begin(language: Language, watched: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if watched {
            let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
            bar.set_style(style.expect("a template that indicatif knows"));
        } else {
            bar.finish();
        }
        let (files, bytes) = (AtomicU64::new(0), AtomicU64::new(0));
        let progress =
            Progress { language, start: Instant::now(), bar, stages: Mutex::default(), files, bytes };
        progress.enter(Stage::Read, 0);
        progress
    }

    pub(super) fn over<'a>(&'a self, sink: &'a dyn Sink) -> Counted<'a> {
        Counted { progress: self, sink }
    }

    pub(super) fn enter(&self, stage: Stage, items: usize) {
        let running = Running {
            stage,
            items,
            start: Instant::now(),
            cpu: cpu(),
            files: self.files.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
        };
        self.stages.lock().unwrap_or_else(PoisonError::into_inner).push(running);
        self.bar.set_length(items as u64);
        self.bar.set_position(0);
        self.bar.set_message(name(stage, self.language));
        self.show();
    }

    /// How many files reading found, known only when it is over.
    pub(super) fn found(&self, items: usize) {
        if let Some(first) = self.stages.lock().unwrap_or_else(PoisonError::into_inner).first_mut() {
            first.items = items;
        }
    }

    fn count(&self, files: &[OutputFile]) {
        let bytes: u64 = files.iter().map(|it| it.bytes.len() as u64).sum();
        self.files.fetch_add(files.len() as u64, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.bar.inc(1);
        self.show();
    }

    fn show(&self) {
        if self.bar.is_hidden() && !self.bar.is_finished() && PATIENCE < self.start.elapsed() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
    }

    /// Room for other words on the terminal; no bar is drawn after this.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// The last stage is over.
    pub(super) fn end(self) -> Vec<Timing> {
        self.enter(Stage::Publish, 0);
        self.clear();
        let stages = self.stages.into_inner().unwrap_or_else(PoisonError::into_inner);
        let between = stages.windows(2);
        between
            .map(|pair| {
                let (this, next) = (&pair[0], &pair[1]);
                let cpu = next.cpu.zip(this.cpu).map(|(until, from)| until.saturating_sub(from));
                Timing {
                    stage: name(this.stage, Language::En),
                    seconds: next.start.duration_since(this.start).as_secs_f64(),
                    cpu_seconds: cpu.map(|it| it.as_secs_f64()),
                    items: this.items,
                    files_written: next.files - this.files,
                    bytes_written: next.bytes - this.bytes,
                    of: this.stage,
                }
            })
            .collect()
    }
}

impl Sink for Counted<'_> {
    fn take(&self, files: Vec<OutputFile>) -> Result<()> {
        self.progress.count(&files);
        self.sink.take(files)
    }

    fn enter(&self, stage: Stage, items: usize) {
        self.progress.enter(stage, items);
        self.sink.enter(stage, items);
    }
}

fn name(stage: Stage, language: Language) -> &'static str {
    let (vi, en) = match stage {
        Stage::Read => ("đọc", "read"),
        Stage::Check => ("kiểm tra", "check"),
        Stage::Pages => ("dựng trang", "pages"),
        Stage::Index => ("chỉ mục", "index"),
        Stage::Report => ("báo cáo", "report"),
        Stage::Publish => ("xuất bản", "publish"),
    };
    if language == Language::Vi { vi } else { en }
}

/// A line for each stage.
pub(super) fn text(timings: &[Timing], language: Language) -> String {
    let (head, items, files) = match language {
        Language::Vi => (["bước", "giây", "CPU"], "mục", "tệp ghi ra"),
        Language::En => (["stage", "seconds", "CPU"], "items", "files written"),
    };
    let mut lines =
        vec![format!("{:<10} {:>8} {:>8} {items:>9} {files:>14} {:>10}\n", head[0], head[1], head[2], "kB")];
    lines.extend(timings.iter().map(|it| {
        let cpu = it.cpu_seconds.map_or_else(|| "–".to_owned(), |it| format!("{it:.2}"));
        let Timing { of, seconds, items, files_written, bytes_written, .. } = it;
        let kb = bytes_written / 1000;
        let stage = name(*of, language);
        format!("{stage:<10} {seconds:>8.2} {cpu:>8} {items:>9} {files_written:>14} {kb:>10}\n")
    }));
    lines.concat()
}

/// `{"timings": […]}` on one line.
pub(super) fn json(timings: &[Timing]) -> String {
    format!("{}\n", serde_json::json!({ "timings": timings }))
}

/// CPU time of the whole program so far, where Linux tells it.
fn cpu() -> Option<Duration> {
    /// Fixed by the kernel for programs.
    const TICK: Duration = Duration::from_millis(10);
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, in brackets, may hold spaces.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<u32>().ok();
    Some(TICK * (ticks(11)? + ticks(12)?))
}
