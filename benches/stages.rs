//! Each stage by itself, and all of them: `cargo bench --bench stages`.

// The program itself knows small letters only.
#![allow(clippy::case_sensitive_file_extension_comparisons)]

mod catalogue;

use std::fs;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::civil::{Date, date};
use thutuc::check::check;
use thutuc::derive::derive;
use thutuc::output::Kept;
use thutuc::pipeline::build;
use thutuc::read::read;
use thutuc::render::Renderer;
use thutuc::source::front_matter;
use thutuc::{markdown, source::tree};

const DAY: Date = date(2026, 11, 24);

fn stages(criterion: &mut Criterion) {
    for count in [100, 1_000] {
        let folder = tempfile::tempdir().expect("a folder for the catalogue");
        for (path, text) in catalogue::catalogue(count, 1) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("below the folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let sources = read(folder.path()).expect("a catalogue that can be read");
        let (checked, report) = check(&sources, DAY);
        assert!(!report.has_errors(), "the made-up catalogue is right: {:?}", report.diagnostics.first());
        let views = derive(&checked, &sources.config, DAY);

        let mut group = criterion.benchmark_group(count.to_string());
        group.sample_size(10).throughput(Throughput::Elements(count as u64));
        group.bench_function("read", |it| it.iter(|| read(folder.path())));
        group.bench_function("yaml", |it| {
            it.iter(|| {
                let files = sources.files.iter().filter(|it| it.path.ends_with(".yaml"));
                files.filter(|it| tree::parse(&it.text, 0..it.text.len()).is_ok()).count()
            });
        });
        group.bench_function("markdown", |it| {
            it.iter(|| {
                let files = sources.files.iter().filter(|it| it.path.ends_with(".md"));
                let body = |text: &str| front_matter::split(text).map_or(0, |it| it.body.start);
                files
                    .map(|it| markdown::html(&it.text[body(&it.text)..], 1, str::to_owned).text.len())
                    .sum::<usize>()
            });
        });
        group.bench_function("check", |it| it.iter(|| check(&sources, DAY)));
        group.bench_function("derive", |it| {
            it.iter(|| checked.procedures.iter().map(|it| views.sites[0].procedure(it).len()).sum::<usize>());
        });
        group.bench_function("render", |it| {
            let renderer = Renderer::new(&views, &sources.theme, &sources.config).expect("the default theme");
            let subjects = views.sites[0].subjects();
            it.iter(|| subjects.iter().filter(|it| renderer.pages(&views, 0, it).is_ok()).count());
        });
        group.bench_function("whole", |it| it.iter(|| build(&sources, DAY, &Kept::default())));
        group.finish();
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
