//! What the search finds besides procedures: pages of places, situations and lists, under the
//! names that people know them by.

use std::collections::{BTreeMap, BTreeSet};

use super::offices::{DETAILED, anchor};
use super::site::Site;
use super::subject::Subject;
use super::words::Words;
use crate::markdown;
use crate::model::{Address, Agency, Id, Office, Page, Text};
use crate::text::{Order, fold};

/// Agencies that are found by themselves: those at the top, and below them whole levels up to so
/// many. All of a country's communes would be more than a phone should read for each query.
const AGENCIES: usize = 400;

/// Parts of a host that say nothing of whose it is.
const USUAL: &[&str] = &["www", "com", "net", "org", "gov", "vn"];

const CITY: &str = "Thành phố";
/// What people leave out before the name of a place.
const PLACES: &[&str] = &["Tỉnh", CITY];

/// What kind of page it is. Of two that answer alike the one whose kind stands first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignpostKind {
    /// One that every site has, or that somebody wrote.
    Page,
    Journey,
    Agency,
    Office,
    /// Below a heading of a page.
    Part,
    Field,
    Audience,
    Choice,
}

impl SignpostKind {
    pub const ALL: [SignpostKind; 8] = [
        SignpostKind::Page,
        SignpostKind::Journey,
        SignpostKind::Agency,
        SignpostKind::Office,
        SignpostKind::Part,
        SignpostKind::Field,
        SignpostKind::Audience,
        SignpostKind::Choice,
    ];

    pub fn key(self) -> &'static str {
        match self {
            SignpostKind::Page => "page",
            SignpostKind::Journey => "journey",
            SignpostKind::Agency => "agency",
            SignpostKind::Office => "office",
            SignpostKind::Part => "part",
            SignpostKind::Field => "field",
            SignpostKind::Audience => "audience",
            SignpostKind::Choice => "choice",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signpost {
    pub kind: SignpostKind,
    pub title: Words,
    /// From the home page of its language.
    pub url: String,
    /// What is worth knowing before one goes there: a hotline, the page that a part is of.
    pub note: Words,
    /// What else it is called; a number to call and the host of a site are names too.
    pub names: Vec<String>,
    /// Words that people add to a name, and that name nothing by themselves: a street.
    pub around: Vec<String>,
}

/// Folded words that stand before the names of offices which no record has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// After which a name follows: the last two words that stand before what is each agency's own,
    /// `dien luc` of `Công ty Điện lực Quảng Ninh`, and what those are called that have others below.
    pub leads: Vec<String>,
    /// All that tell of agencies, and none from another.
    pub words: Vec<String>,
}

/// The theme's word with this key.
pub type Word<'w> = dyn Fn(&str) -> &'w str + 'w;

impl Site<'_> {
    /// By kind, then in the order of the alphabet.
    pub(super) fn signposts(&self, word: &Word<'_>) -> Vec<Signpost> {
        let lowest = self.lowest_level();
        let wanted = |it: &Subject<'_>| match it {
            Subject::Agency(it) => self.level(&it.id) <= lowest,
            Subject::Office(_) => self.names_each_office(),
            _ => true,
        };
        let subjects = self.lists().filter(|it| self.has_subject(it) && wanted(it));
        let mut found: Vec<Signpost> = subjects.flat_map(|it| self.signposts_of(&it, word)).collect();
        found.extend(self.lists_of_home(word));
        found.extend(self.phones(word));
        found.extend(self.provinces());
        let order = Order::vietnamese();
        found.sort_by_cached_key(|it| (it.kind, order.key(&it.title.plain()), it.url.clone()));
        found
    }

    fn signposts_of(&self, subject: &Subject<'_>, word: &Word<'_>) -> Vec<Signpost> {
        vec![match subject {
            Subject::Alphabet => self.fixed(subject, word, "alphabet"),
            Subject::Offices => {
                Signpost { around: self.said_of_agencies(), ..self.fixed(subject, word, "offices") }
            }
            Subject::AllSheets => self.fixed(subject, word, "sheets"),
            Subject::Offline => self.fixed(subject, word, "offline"),
            Subject::Accessibility => self.fixed(subject, word, "access"),
            Subject::Agency(it) => self.agency_signpost(it),
            Subject::Office(it) => self.office_signpost(it),
            Subject::Journey(it) => self.signpost(SignpostKind::Journey, &it.title, &it.address),
            Subject::Field(it) => self.signpost(SignpostKind::Field, &it.title, &it.address),
            Subject::Audience(it) => self.signpost(SignpostKind::Audience, &it.title, &it.address),
            Subject::Choice(it) => self.signpost(SignpostKind::Choice, &it.title, &it.address),
            Subject::Plain(it) => return self.page_signposts(it),
            Subject::Home | Subject::Search | Subject::Procedure(_) | Subject::Sheets(_) => {
                return Vec::new();
            }
        }]
    }

    /// From the home page of its language.
    fn below_home(&self, address: &Address) -> String {
        let (here, home) = (self.address(address), self.address(&Address::home()));
        here.as_str().strip_prefix(home.as_str()).unwrap_or(here.as_str()).to_owned()
    }

    /// A page that is no record: the theme's words say what it is called.
    fn fixed(&self, subject: &Subject<'_>, word: &Word<'_>, key: &str) -> Signpost {
        Signpost {
            kind: SignpostKind::Page,
            title: word(key).into(),
            url: self.below_home(&subject.address()),
            note: Words::default(),
            names: several(word(&format!("signpost_{key}_names"))),
            around: Vec::new(),
        }
    }

    /// Titles in other languages name it too, as they do a procedure.
    fn signpost(&self, kind: SignpostKind, title: &Text, address: &Address) -> Signpost {
        let shown = title.get(self.lang);
        let titles = std::iter::once(&title.main).chain(title.translations().iter().map(|(_, it)| it));
        Signpost {
            kind,
            title: self.words(title),
            url: self.below_home(address),
            note: Words::default(),
            names: titles.map(ToString::to_string).filter(|it| *it != shown).collect(),
            around: Vec::new(),
        }
    }

    fn agency_signpost(&self, it: &Agency) -> Signpost {
        let mut found = self.signpost(SignpostKind::Agency, &it.title, &it.address);
        found.note = it.hotline.as_ref().map(|it| it.as_str().into()).unwrap_or_default();
        found.names.extend(it.short.as_ref().map(|it| self.text(it)));
        found.names.extend(it.also_called.iter().cloned());
        let area = it.area.as_ref().map(|it| place(&self.text(it)).to_owned()).unwrap_or_default();
        found.names.extend(initials(&area));
        let bare = PLACES.iter().find_map(|it| area.strip_prefix(it));
        found.names.extend(bare.map(|it| it.trim_start().to_owned()));
        found.names.extend(Some(area).filter(|it| !it.is_empty()));
        found.names.extend(it.hotline.as_ref().map(|it| it.as_str().to_owned()));
        let above = self.catalogue.lineage(&it.id).skip(1);
        found.around = above.map(|it| self.agency_name(it).plain().into_owned()).collect();
        if let Some(site) = &it.site {
            let (usual, own): (Vec<&str>, Vec<&str>) =
                site.host().split('.').partition(|it| USUAL.contains(it));
            found.names.push(own.join("."));
            found.around.push(usual.join("."));
        }
        found
    }

    fn office_signpost(&self, it: &Office) -> Signpost {
        let mut found = self.signpost(SignpostKind::Office, &it.title, &it.address);
        found.note = self.maybe(it.street.as_ref()).unwrap_or_else(|| self.untranslated(&it.province));
        found.names.extend(it.earlier_names.iter().cloned());
        found.names.extend(it.phone.as_ref().map(|it| it.as_str().to_owned()));
        let agencies = it.agency.iter().flat_map(|it| self.catalogue.lineage(it));
        let agencies = agencies.filter_map(|it| self.catalogue.agencies.get(it));
        let names = agencies.flat_map(|it| std::iter::once(&it.title).chain(&it.short));
        let around = it.street.iter().chain(names).map(|it| self.text(it));
        found.around = around.chain([it.province.clone()]).collect();
        found
    }

    fn names_each_office(&self) -> bool {
        self.catalogue.offices.len() <= DETAILED
    }

    /// Parts of the list of offices. Where those are too many to be found one by one, what is each
    /// one's own in its name leads here.
    fn provinces(&self) -> Vec<Signpost> {
        let mut provinces: BTreeMap<String, (&str, Vec<&Office>)> = BTreeMap::new();
        for it in self.catalogue.offices.values() {
            provinces.entry(anchor(it)).or_insert((&it.province, Vec::new())).1.push(it);
        }
        let list = self.below_home(&Address::offices());
        let many = !self.names_each_office();
        let titles = self.catalogue.offices.values().map(|it| self.text(&it.title));
        let usual = if many { usual_words(titles) } else { BTreeSet::new() };
        let own = |title: &str| {
            let words: Vec<&str> = title.split(' ').filter(|it| !usual.contains(*it)).collect();
            words.join(" ")
        };
        let signpost = |(anchor, (name, offices)): (String, (&str, Vec<&Office>))| {
            let mut names = vec![name.to_owned()];
            for it in offices.iter().filter(|_| many) {
                names.push(own(&self.text(&it.title)));
                names.extend(it.earlier_names.iter().cloned());
            }
            Signpost {
                kind: SignpostKind::Office,
                title: self.untranslated(name) + ": " + self.wording.places(offices.len()),
                url: format!("{list}#{anchor}"),
                note: Words::default(),
                names,
                around: usual.iter().cloned().collect(),
            }
        };
        provinces.into_iter().map(signpost).collect()
    }

    /// "Số điện thoại điện lực" asks for no agency that is one of many by that name.
    fn said_of_agencies(&self) -> Vec<String> {
        let usual = usual_words(self.catalogue.agencies.values().map(|it| self.text(&it.title)));
        usual.into_iter().chain(self.short_names_above()).chain(self.leads_of_short_names()).collect()
    }

    /// `PC` of `PC Quảng Ninh`, which `Công ty Điện lực Quảng Ninh` is called.
    fn leads_of_short_names(&self) -> Vec<String> {
        let lead = |it: &Agency| lead_of(&self.text(it.short.as_ref()?), &self.text(&it.title));
        self.catalogue.agencies.values().filter_map(lead).collect()
    }

    /// What agencies are called that have others below them.
    fn short_names_above(&self) -> Vec<String> {
        let all = &self.catalogue.agencies;
        let parents: BTreeSet<&Id> = all.values().filter_map(|it| it.parent.as_ref()).collect();
        parents.into_iter().filter_map(|it| Some(self.text(all.get(it)?.short.as_ref()?))).collect()
    }

    /// One word of titles is too little for a lead: `Sở` is typed as `số` is.
    pub(super) fn heads(&self) -> Heads {
        let usual: BTreeSet<String> = self.said_of_agencies().into_iter().collect();
        let is_usual = |it: &&str| usual.contains(*it);
        let shorts = self.short_names_above().into_iter().chain(self.leads_of_short_names());
        let mut leads: BTreeSet<String> = shorts.map(|it| fold(&it)).collect();
        for title in self.catalogue.agencies.values().map(|it| self.text(&it.title)) {
            let words: Vec<&str> = title.split(' ').collect();
            let lead = words.windows(3).find(|it| is_usual(&it[0]) && is_usual(&it[1]) && !is_usual(&it[2]));
            leads.extend(lead.map(|it| fold(&it[..2].join(" "))));
        }
        let words: BTreeSet<String> = usual.iter().flat_map(|it| it.split(' ')).map(fold).collect();
        Heads { leads: leads.into_iter().collect(), words: words.into_iter().collect() }
    }

    /// Lists that have no page of their own.
    fn lists_of_home(&self, word: &Word<'_>) -> Vec<Signpost> {
        let catalogue = self.catalogue;
        let lists = [
            (catalogue.journeys.is_empty(), "journeys", "tinh-huong"),
            (catalogue.fields.is_empty(), "fields", "linh-vuc"),
            (catalogue.audiences.is_empty(), "audiences", "doi-tuong"),
            (catalogue.agencies.is_empty(), "agencies", "co-quan"),
        ];
        let found = lists.into_iter().filter(|(is_empty, ..)| !is_empty);
        let signpost = |(_, title, anchor)| Signpost {
            kind: SignpostKind::Page,
            title: word(title).into(),
            url: format!("#{anchor}"),
            note: word("home").into(),
            names: Vec::new(),
            around: Vec::new(),
        };
        found.map(signpost).collect()
    }

    /// Where all numbers to call stand together.
    fn phones(&self, word: &Word<'_>) -> Option<Signpost> {
        let is_called = |it: &Agency| it.hotline.is_some();
        self.catalogue.agencies.values().any(is_called).then(|| {
            let (page, anchor) = if self.catalogue.offices.is_empty() {
                (Address::search(), "hoi")
            } else {
                (Address::offices(), "khong-thay")
            };
            Signpost {
                kind: SignpostKind::Page,
                title: word("signpost_phones").into(),
                url: format!("{}#{anchor}", self.below_home(&page)),
                note: Words::default(),
                names: several(word("signpost_phones_names")),
                around: self.said_of_agencies(),
            }
        })
    }

    /// The page, and each of its parts.
    fn page_signposts(&self, it: &Page) -> Vec<Signpost> {
        let whole = self.signpost(SignpostKind::Page, &it.title, &it.address);
        let prose = it.prose.get(&self.lang).map_or("", |it| &it.markdown);
        let parts = markdown::html(prose, 1, str::to_owned).parts.into_iter().map(|part| Signpost {
            kind: SignpostKind::Part,
            title: part.title.into(),
            url: format!("{}#{}", whole.url, part.id),
            note: whole.title.clone(),
            names: Vec::new(),
            ..whole.clone()
        });
        let parts: Vec<Signpost> = parts.collect();
        std::iter::once(whole).chain(parts).collect()
    }

    /// How far below the top, from 1.
    fn level(&self, agency: &Id) -> usize {
        self.catalogue.lineage(agency).count()
    }

    /// See [`AGENCIES`].
    fn lowest_level(&self) -> usize {
        let mut levels: BTreeMap<usize, usize> = BTreeMap::new();
        for it in self.catalogue.agencies.keys() {
            *levels.entry(self.level(it)).or_default() += 1;
        }
        let mut sum = 0;
        let fits = |(level, count): &(usize, usize)| {
            sum += count;
            *level == 1 || sum <= AGENCIES
        };
        levels.into_iter().take_while(fits).last().map_or(0, |(level, _)| level)
    }
}

/// Those that stand in most names, and tell none from another.
fn usual_words(names: impl ExactSizeIterator<Item = String>) -> BTreeSet<String> {
    let most = names.len() / 2;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        let words: BTreeSet<&str> = name.split(' ').collect();
        for word in words {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| most < *count).map(|(word, _)| word).collect()
}

/// A word or two of a short name before what the title has too. Words of the title are none: they may
/// be typed for others.
fn lead_of(short: &str, title: &str) -> Option<String> {
    let (folded, title) = (fold(short), fold(title));
    let own = title.rsplit(' ').zip(folded.rsplit(' ')).take_while(|(a, b)| a == b).count();
    let words = folded.split(' ').count() - own;
    let is_new = |it: &str| title.split(' ').all(|word| word != it);
    let is_lead = 0 < own && (1..=2).contains(&words) && folded.split(' ').take(words).all(is_new);
    is_lead.then(|| short.split(' ').take(words).collect::<Vec<_>>().join(" "))
}

/// A theme's words that are a list.
fn several(words: &str) -> Vec<String> {
    words.split('|').map(str::to_owned).collect()
}

/// A city of a long name as people write it: "TPHCM" and "HCM".
fn initials(area: &str) -> Vec<String> {
    let first = |text: &str| text.split(' ').filter_map(|it| it.chars().next()).collect::<String>();
    let Some(own) = area.strip_prefix(CITY).map(str::trim_start) else { return Vec::new() };
    match own.split(' ').count() {
        0..=2 => Vec::new(),
        _ => vec![first(area).to_uppercase(), first(own), format!("{} {own}", first(CITY).to_uppercase())],
    }
}

/// An area without what is said behind it, which may take a part away: "27 tỉnh phía Bắc, trừ Hà Nội".
fn place(area: &str) -> &str {
    area.split([',', ';', '(']).next().unwrap_or(area).trim_end()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::derive::derive;
    use crate::derive::tests::{catalogue, config};

    #[test]
    fn what_an_area_leaves_out_names_no_agency() {
        for (area, expected) in [
            ("27 tỉnh phía Bắc, trừ Hà Nội (số tỉnh trước năm 2025)", "27 tỉnh phía Bắc"),
            ("13 tỉnh miền Trung (số tỉnh trước năm 2025)", "13 tỉnh miền Trung"),
            ("Hà Nội", "Hà Nội"),
        ] {
            assert_eq!(place(area), expected);
        }
    }

    #[test]
    fn what_stands_before_a_name_in_its_short_form_is_known() {
        for (short, title, expected) in [
            ("PC Quảng Ninh", "Công ty Điện lực Quảng Ninh", Some("PC")),
            ("ĐL Ba Đình", "Điện lực Ba Đình", Some("ĐL")),
            ("UBND phường Ba Đình", "Uỷ ban nhân dân phường Ba Đình", Some("UBND")),
            ("Phường Ba Đình", "Uỷ ban nhân dân phường Ba Đình", None),
            ("Sở Hà Nội", "Sở Công Thương Hà Nội", None),
            ("Trung tâm một cửa Hà Nội", "Nơi nộp Hà Nội", None),
            ("EVN", "Tập đoàn Điện lực Việt Nam", None),
            ("EVN", "EVN", None),
        ] {
            assert_eq!(lead_of(short, title).as_deref(), expected, "{short}");
        }
    }

    fn titles(catalogue: &crate::model::Catalogue) -> Vec<String> {
        let config = config();
        let views = derive(catalogue, &config, date(2026, 11, 23));
        let all = views.sites[0].signposts(&|_| "Trang");
        all.iter().map(|it| format!("{} {}", it.kind.key(), it.title.plain())).collect()
    }

    #[test]
    fn levels_of_agencies_are_named_whole_or_not_at_all() {
        let mut catalogue = catalogue();
        let agencies = |catalogue: &_| {
            let titles = titles(catalogue);
            titles.iter().filter(|it| it.starts_with("agency ")).count()
        };
        let before = catalogue.agencies.len();
        assert_eq!(agencies(&catalogue), before);
        let lowest = catalogue.agencies.values().find(|it| it.parent.is_some()).expect("one below").clone();
        for nth in 0..=AGENCIES {
            let id: Id = format!("xa-{nth}").parse().expect("an id");
            let parent = Some(lowest.id.clone());
            catalogue.agencies.insert(id.clone(), Agency { id, parent, ..lowest.clone() });
        }
        assert_eq!(agencies(&catalogue), before);
    }
}
