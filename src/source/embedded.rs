//! The default theme, inside the program, so that a folder with only `content/` builds.

/// A file of `themes/default`, by its path below that folder.
macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),*]
    };
}

/// Path below `themes/default` and bytes, by path.
pub const FILES: &[(&str, &[u8])] = files![
    "static/due.js",
    "static/icon.svg",
    "static/search-box.js",
    "static/search.css",
    "static/style.css",
    "templates/agency.html",
    "templates/alphabet.html",
    "templates/base.html",
    "templates/choice.html",
    "templates/collection.html",
    "templates/components/agencies.html",
    "templates/components/apply.html",
    "templates/components/brand.html",
    "templates/components/breadcrumb.html",
    "templates/components/cards.html",
    "templates/components/channels.html",
    "templates/components/choose.html",
    "templates/components/contents.html",
    "templates/components/differences.html",
    "templates/components/documents.html",
    "templates/components/dossier.html",
    "templates/components/due.html",
    "templates/components/entries.html",
    "templates/components/legal.html",
    "templates/components/link.html",
    "templates/components/links.html",
    "templates/components/marks.html",
    "templates/components/notice.html",
    "templates/components/prose.html",
    "templates/components/results.html",
    "templates/components/search.html",
    "templates/components/sources.html",
    "templates/components/steps.html",
    "templates/components/summary.html",
    "templates/components/terms.html",
    "templates/components/translation.html",
    "templates/home.html",
    "templates/journey.html",
    "templates/not_found.html",
    "templates/office.html",
    "templates/offices.html",
    "templates/page.html",
    "templates/procedure.html",
    "templates/redirect.html",
    "templates/search.html",
    "words/en.yaml",
    "words/vi.yaml",
];
