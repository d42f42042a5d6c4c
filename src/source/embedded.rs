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
    "static/finder.js",
    "static/icon-192.png",
    "static/icon-512.png",
    "static/icon.svg",
    "static/offline.js",
    "static/search-box.js",
    "static/search.css",
    "static/sheet.css",
    "static/style.css",
    "templates/accessibility.html",
    "templates/agency.html",
    "templates/alphabet.html",
    "templates/base.html",
    "templates/card.html",
    "templates/choice.html",
    "templates/collection.html",
    "templates/components/agencies.html",
    "templates/components/apply.html",
    "templates/components/brand.html",
    "templates/components/breadcrumb.html",
    "templates/components/cards.html",
    "templates/components/channels.html",
    "templates/components/choose.html",
    "templates/components/contacts.html",
    "templates/components/contents.html",
    "templates/components/differences.html",
    "templates/components/documents.html",
    "templates/components/dossier.html",
    "templates/components/due.html",
    "templates/components/entries.html",
    "templates/components/feedback.html",
    "templates/components/finder.html",
    "templates/components/legal.html",
    "templates/components/link.html",
    "templates/components/links.html",
    "templates/components/marks.html",
    "templates/components/notice.html",
    "templates/components/paging.html",
    "templates/components/place.html",
    "templates/components/prose.html",
    "templates/components/results.html",
    "templates/components/search.html",
    "templates/components/sheet.html",
    "templates/components/sources.html",
    "templates/components/steps.html",
    "templates/components/summary.html",
    "templates/components/terms.html",
    "templates/components/translation.html",
    "templates/home.html",
    "templates/journey.html",
    "templates/leaflet.html",
    "templates/not_found.html",
    "templates/notice.html",
    "templates/office.html",
    "templates/offices.html",
    "templates/offline.html",
    "templates/page.html",
    "templates/procedure.html",
    "templates/redirect.html",
    "templates/search.html",
    "templates/sheet.html",
    "templates/sheets.html",
    "words/en.yaml",
    "words/vi.yaml",
];

/// Does the default theme have a file there, whose place another one takes?
pub fn is_default(path: &str) -> bool {
    FILES.iter().any(|(it, _)| *it == path)
}
