//! The only place that knows what an address on the site looks like.

use super::{Id, Lang};

/// Where a page is: relative to the site's root, `/`-separated, with a
/// trailing slash for folders: `thu-tuc/cap-dien-moi/`. Empty for the home page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Address(String);

const PROCEDURES: &str = "thu-tuc/";

const SHORT: &str = "t/";

const NUMBERED: &str = "trang-";

/// What lies at the root besides pages: for hosts, browsers, readers of feeds.
const FILES: [&str; 13] = [
    "404.html",
    "_headers",
    "_nginx.conf",
    "_redirects",
    ".htaccess",
    ".thutuc-manifest",
    ".thutuc-manifest.part",
    "feed.xml",
    "manifest.webmanifest",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
    "web.config",
];

/// Where nothing but files lies.
const FOLDERS: [&str; 3] = ["api", "assets", "search"];

/// What is printed of a procedure besides its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// For the wall of an office, A4 or A3.
    Notice,
    /// To take home, A5.
    Leaflet,
    /// For those who answer the telephone.
    Card,
}

impl Sheet {
    /// In the order in which pages name them.
    pub const ALL: [Sheet; 3] = [Sheet::Notice, Sheet::Leaflet, Sheet::Card];

    fn folder(self) -> &'static str {
        match self {
            Sheet::Notice => "niem-yet/",
            Sheet::Leaflet => "to-roi/",
            Sheet::Card => "the-tong-dai/",
        }
    }
}

impl Address {
    /// The first page; of another language see [`Address::in_language`].
    pub fn home() -> Address {
        Address(String::new())
    }

    /// Its general page.
    pub fn procedure(id: &Id) -> Address {
        Address(format!("{PROCEDURES}{id}/"))
    }

    /// The procedure as one agency carries it out, or in one case, or both.
    pub fn procedure_for(id: &Id, agency: Option<&Id>, case: Option<&Id>) -> Address {
        let mut address = format!("{PROCEDURES}{id}/");
        for part in [agency, case].into_iter().flatten() {
            address.push_str(part.as_str());
            address.push('/');
        }
        Address(address)
    }

    /// The first page of its procedures.
    pub fn field(id: &Id) -> Address {
        Address(format!("linh-vuc/{id}/"))
    }

    /// The first page of its procedures.
    pub fn audience(id: &Id) -> Address {
        Address(format!("doi-tuong/{id}/"))
    }

    /// The first page of its procedures.
    pub fn agency(id: &Id) -> Address {
        Address(format!("co-quan/{id}/"))
    }

    /// How to use the site without a network.
    pub fn offline() -> Address {
        Address("ngoai-tuyen/".to_owned())
    }

    /// What is done, and not yet done, for everybody to be able to use the site.
    pub fn accessibility() -> Address {
        Address("tiep-can/".to_owned())
    }

    /// The list of all.
    pub fn offices() -> Address {
        Address("noi-nop/".to_owned())
    }

    /// The first page of its procedures.
    pub fn office(id: &Id) -> Address {
        Address(format!("noi-nop/{id}/"))
    }

    /// All its steps.
    pub fn journey(id: &Id) -> Address {
        Address(format!("tinh-huong/{id}/"))
    }

    /// A question page: the answers given so far, in order; none for the first page of the table.
    pub fn choice(id: &Id, answers: &[&Id]) -> Address {
        let mut address = format!("chon/{id}/");
        for answer in answers {
            address.push_str(answer.as_str());
            address.push('/');
        }
        Address(address)
    }

    /// The first page of all procedures, A–Z.
    pub fn alphabet() -> Address {
        Address("a-z/".to_owned())
    }

    /// Where one searches, and reads what was found.
    pub fn search() -> Address {
        Address("tim-kiem/".to_owned())
    }

    /// A sheet made from the page of a procedure; `page` is that page's address in the main language.
    pub fn sheet(sheet: Sheet, page: &Address) -> Address {
        Address(format!("{}{}", sheet.folder(), page.below_procedures()))
    }

    /// Printed, so it must lead to the page for ever.
    pub fn short(page: &Address) -> Address {
        Address(format!("{SHORT}{}", page.below_procedures()))
    }

    /// The page that a short address leads to, if this is one.
    pub fn page_of_short(&self) -> Option<Address> {
        self.0.strip_prefix(SHORT).map(|it| Address(format!("{PROCEDURES}{it}")))
    }

    /// Is it where a procedure is, or was, and not one of its pages below?
    pub fn is_of_procedure(&self) -> bool {
        let below = self.0.strip_prefix(PROCEDURES).and_then(|it| it.strip_suffix('/'));
        below.is_some_and(|it| !it.is_empty() && !it.contains('/'))
    }

    /// `path` in the folder that this is.
    #[must_use]
    pub fn below(&self, path: &str) -> Address {
        Address(format!("{}{path}", self.0))
    }

    /// This, and of a page below a procedure's what is above it, up to the general one.
    pub fn and_above(&self) -> Vec<Address> {
        let mut all = vec![self.clone()];
        while let Some(last) = all.last()
            && last.0.starts_with(PROCEDURES)
            && !last.is_of_procedure()
            && let Some((above, _)) = last.0.trim_end_matches('/').rsplit_once('/')
            && above.contains('/')
        {
            all.push(Address(format!("{above}/")));
        }
        all
    }

    /// All sheets and their versions.
    pub fn sheets() -> Address {
        Address("to-in/".to_owned())
    }

    /// The file, or the folder of files, that is here besides the pages; `neutral` is without a
    /// language.
    pub fn beside_pages(neutral: &str) -> Option<&str> {
        let (first, below) = neutral.split_once('/').unwrap_or((neutral, ""));
        let is_map = first.strip_prefix("sitemap-").is_some_and(|it| it.strip_suffix(".xml").is_some());
        let is_inside = FOLDERS.contains(&first) && !below.is_empty();
        (is_map || is_inside || FILES.contains(&first)).then_some(first)
    }

    /// Could the site have a folder of this name, of which no page tells?
    pub fn is_folder(neutral: &str) -> bool {
        FOLDERS.contains(&neutral) || neutral == "files" || Address::is_printed(&format!("{neutral}/"))
    }

    /// Could a sheet be here, or an address that is printed on one?
    pub fn is_printed(neutral: &str) -> bool {
        neutral.starts_with(SHORT) || Address::is_sheet(neutral)
    }

    /// Could a sheet be here?
    pub fn is_sheet(neutral: &str) -> bool {
        Sheet::ALL.iter().any(|it| neutral.starts_with(it.folder()))
    }

    fn below_procedures(&self) -> &str {
        self.0.strip_prefix(PROCEDURES).unwrap_or(&self.0)
    }

    /// The page of that number, counted from 1, of a list that begins at this address.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Address {
        if number == 1 { self.clone() } else { Address(format!("{}{NUMBERED}{number}/", self.0)) }
    }

    /// Could a page of the list that begins here be there?
    pub fn is_list_of(&self, address: &str) -> bool {
        address.strip_prefix(&self.0).is_some_and(|it| it.starts_with(NUMBERED))
    }

    /// A plain page; `name` is its path below `content/pages` without the ending.
    pub fn page(name: &str) -> Address {
        Address(format!("{name}/"))
    }

    /// A path that is given as it stands: an asset, an earlier address.
    pub fn verbatim(path: &str) -> Address {
        Address(path.trim_start_matches('/').to_owned())
    }

    /// The same page in a language other than the main one.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Address {
        Address(format!("{lang}/{}", self.0))
    }

    /// As content and messages have it: `/thu-tuc/cap-dien-moi/`.
    pub fn written(&self) -> String {
        format!("/{}", self.0)
    }

    /// From the root, as it stands in links.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that a host serves for it: `thu-tuc/cap-dien-moi/index.html`.
    pub fn file_path(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') {
            format!("{}index.html", self.0)
        } else {
            self.0.clone()
        }
    }

    /// From this page up to the root: `../../`, or `./` at the root. Links
    /// between pages are relative, so that a site works below any path and from a folder.
    pub fn to_root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }
}
