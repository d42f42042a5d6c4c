//! A page that is made when somebody asks for it is the page that a build makes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use thutuc::output::{Kept, OutputFile};
use thutuc::pipeline::{Memo, build, plan};
use thutuc::read::read;

use crate::long_lists::long_lists;
use crate::program::{folder, real_catalogue};

#[test]
fn every_file_of_a_site_can_be_had_by_itself() {
    // Theme, forms, earlier addresses and sheets are not all in one real catalogue.
    let site = real_catalogue();
    let with_all = folder(&[
        ("site.toml", "languages = ['vi', 'en']\nsheets = true\nbase_url = 'https://a.vn/kho'\n"),
        ("content/fields.yaml", "a: {title: Lĩnh vực}\nb: {title: Trống}\n"),
        ("content/agencies/b.yaml", "title: Cơ quan\n"),
        ("content/files/don.pdf", "%PDF-1.4"),
        (
            "content/procedures/mot.yaml",
            "title: {vi: Một, en: One}\nfield: a\nagency: b\nonline: {level: information}\naliases: [/cu/]\nunconfirmed: [time, fee]\n",
        ),
    ]);
    let long = long_lists();
    for root in [site.path(), with_all.path(), long.path()] {
        let sources = read(root).expect("a site");
        let day = date(2026, 11, 24);
        let kept = Kept::default();
        let report = build(&sources, day, &kept).expect("templates that work").report;
        assert!(!report.has_errors(), "{:?}", report.diagnostics);
        let files = kept.files();
        assert!(30 < files.len(), "only {} files", files.len());
        let (_, plan) = plan(&sources, day, &mut Memo::default()).expect("templates that work");
        let plan = plan.expect("no mistakes");
        plan.try_templates().expect("templates that work");
        let built: BTreeMap<&str, &Vec<u8>> = files.iter().map(|it| (it.path.as_str(), &*it.bytes)).collect();
        let mut seen = BTreeSet::new();
        for OutputFile { path, .. } in &files {
            // Large sites have many pages that are made together.
            if seen.contains(path) && 200 < files.len() {
                continue;
            }
            let made = plan.file(path).expect("templates that work");
            assert!(made.iter().any(|it| it.path == *path), "{path} cannot be had");
            for it in made {
                assert!(
                    built.get(it.path.as_str()) == Some(&&*it.bytes),
                    "{} is other than in a build",
                    it.path
                );
                seen.insert(it.path);
            }
        }
        for path in
            ["nothing.html", "thu-tuc/nothing/index.html", "search/nothing", "api/v1/procedures/x.json"]
        {
            let made = plan.file(path).expect("templates that work");
            assert!(!made.iter().any(|it| it.path == path), "{path}");
        }
    }
}
