//! What a file is, by where it lies.

use super::ground::Kind;
use super::near::near;
use crate::model::Lang;
use crate::shape::{self, Shape};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// A record of a procedure, agency, office, journey or choice.
    Record(Kind),
    /// Prose beside a record, or prose with the record as front matter.
    Prose(Kind, Option<Lang>),
    Registry(Registry),
    Calendar(i16),
    /// The name is the path below `content/pages` without endings.
    Page(String, Option<Lang>),
    /// `search-golden.tsv`
    Golden,
    /// `addresses.tsv`
    Ledger,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Registry {
    Fields,
    Audiences,
    Papers,
    Legal,
    Glossary,
    Synonyms,
}

/// What is to be known of a registry.
pub(super) struct Facts {
    pub(super) path: &'static str,
    /// Of its entries, if others may refer to them.
    pub(super) kind: Option<Kind>,
    /// Of each entry.
    pub(super) shape: &'static Shape,
}

impl Registry {
    pub(super) const ALL: [Registry; 6] = [
        Registry::Fields,
        Registry::Audiences,
        Registry::Papers,
        Registry::Legal,
        Registry::Glossary,
        Registry::Synonyms,
    ];

    pub(super) fn facts(self) -> Facts {
        let (path, kind, shape) = match self {
            Registry::Fields => ("content/fields.yaml", Some(Kind::Field), &shape::FIELD),
            Registry::Audiences => ("content/audiences.yaml", Some(Kind::Audience), &shape::AUDIENCE),
            Registry::Papers => ("content/papers.yaml", Some(Kind::Paper), &shape::PAPER),
            Registry::Legal => ("content/legal.yaml", Some(Kind::Legal), &shape::LEGAL_TEXT),
            Registry::Glossary => ("content/glossary.yaml", None, &shape::GLOSSARY_ENTRY),
            Registry::Synonyms => ("content/synonyms.yaml", None, &shape::SYNONYM_GROUP),
        };
        Facts { path, kind, shape }
    }

    /// Is a title all that an entry needs?
    pub(super) fn is_of_titles(self) -> bool {
        self.facts().shape.needed().eq(["title"])
    }
}

impl Role {
    /// Of the map that the file is, or has as front matter; `None` where there need be none.
    pub(super) fn shape(&self) -> Option<&'static Shape> {
        Some(match self {
            Role::Record(kind) | Role::Prose(kind, None) => match kind {
                Kind::Agency => &shape::AGENCY,
                Kind::Office => &shape::OFFICE,
                Kind::Journey => &shape::JOURNEY,
                Kind::Choice => &shape::CHOICE,
                _ => &shape::PROCEDURE,
            },
            Role::Calendar(_) => &shape::CALENDAR,
            Role::Page(..) => &shape::PAGE,
            Role::Registry(_) | Role::Prose(_, Some(_)) | Role::Golden | Role::Ledger => return None,
        })
    }
}

/// What `role` knows.
const FOLDERS: [&str; 7] = ["procedures", "agencies", "offices", "choices", "journeys", "calendar", "pages"];
const GOLDEN: &str = "content/search-golden.tsv";
const LEDGER: &str = "content/addresses.tsv";

/// `None` for a file that is no kind of content.
pub(super) fn role(path: &str) -> Option<Role> {
    let Some((folder, rest)) = path.strip_prefix("content/")?.split_once('/') else {
        let registry = Registry::ALL.into_iter().find(|it| it.facts().path == path);
        return registry.map(Role::Registry).or(match path {
            GOLDEN => Some(Role::Golden),
            LEDGER => Some(Role::Ledger),
            _ => None,
        });
    };
    let name = rest.rsplit('/').next().unwrap_or(rest);
    let mut endings = name.split('.').skip(1);
    let (first, second, more) = (endings.next()?, endings.next(), endings.next());
    if more.is_some() {
        return None;
    }
    let lang = match second {
        Some(_) => Some(first.parse::<Lang>().ok()?),
        None => None,
    };
    let ending = second.unwrap_or(first);
    if folder == "pages" && ending == "md" {
        let stem = &rest[..rest.len() - name.len() + name.find('.').unwrap_or(name.len())];
        return Some(Role::Page(stem.to_owned(), lang));
    }
    if folder == "calendar" {
        let year = rest.strip_suffix(".yaml")?;
        return year.parse().ok().filter(|it| year.len() == 4 && 1900 < *it).map(Role::Calendar);
    }
    let (kind, prose, deep) = match folder {
        "procedures" => (Kind::Procedure, true, true),
        "agencies" => (Kind::Agency, false, false),
        "offices" => (Kind::Office, false, false),
        "choices" => (Kind::Choice, false, false),
        "journeys" => (Kind::Journey, true, false),
        _ => return None,
    };
    if !deep && rest.contains('/') {
        return None;
    }
    match ending {
        "yaml" if lang.is_none() => Some(Role::Record(kind)),
        "md" if prose => Some(Role::Prose(kind, lang)),
        _ => None,
    }
}

/// Of a file of records that should be a file each: where those belong.
pub(super) fn of_each(path: &str) -> Option<String> {
    const ONE: [&str; 7] = ["procedure", "agency", "office", "choice", "journey", "calendar", "page"];
    let name = path.strip_prefix("content/")?.to_ascii_lowercase();
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"))?;
    let nth = FOLDERS.iter().position(|it| *it == stem).or_else(|| ONE.iter().position(|it| *it == stem))?;
    let (name, ending) = match FOLDERS[nth] {
        "calendar" => ("<năm>", "yaml"),
        "pages" => ("<tên>", "md"),
        _ => ("<mã>", "yaml"),
    };
    Some(format!("content/{}/{name}.{ending}", FOLDERS[nth]))
}

/// Of files that lie in no folder below `content/`.
fn alone() -> impl Iterator<Item = &'static str> {
    Registry::ALL.into_iter().map(|it| it.facts().path).chain([GOLDEN, LEDGER])
}

/// Of a file that is no kind of content: what it would be called if its name were spelt right.
pub(super) fn meant(path: &str) -> Option<String> {
    let below = path.strip_prefix("content/")?;
    let (folders, name) = below.rsplit_once('/').map_or((None, below), |(above, name)| (Some(above), name));
    let (stem, endings) = name.split_once('.')?;
    let endings = endings.to_ascii_lowercase();
    // Notepad puts it behind whatever one types.
    let endings = endings.strip_suffix(".txt").unwrap_or(&endings);
    let endings = endings.strip_suffix("yml").map_or(endings.to_owned(), |it| format!("{it}yaml"));
    let name = format!("{stem}.{endings}");
    let spelt = match folders {
        None => {
            let names = alone().filter_map(|it| it.strip_prefix("content/"));
            format!("content/{}", near(&name, names)?)
        }
        Some(folders) => {
            let (first, deeper) = folders.find('/').map_or((folders, ""), |at| folders.split_at(at));
            format!("content/{}{deeper}/{name}", near(first, FOLDERS)?)
        }
    };
    role(&spelt).is_some().then_some(spelt)
}

#[cfg(test)]
mod tests {
    use std::ptr;

    use super::*;
    use crate::shape::FileContent;

    #[test]
    fn by_path() {
        let cases = [
            ("content/procedures/a/b.yaml", Some(Role::Record(Kind::Procedure))),
            ("content/procedures/b.en.md", Some(Role::Prose(Kind::Procedure, Some(Lang::EN)))),
            ("content/agencies/evn.yaml", Some(Role::Record(Kind::Agency))),
            ("content/agencies/evn.md", None),
            ("content/choices/a.yaml", Some(Role::Record(Kind::Choice))),
            ("content/choices/a.md", None),
            ("content/agencies/a/evn.yaml", None),
            ("content/calendar/2026.yaml", Some(Role::Calendar(2026))),
            ("content/calendar/tet.yaml", None),
            ("content/pages/hoi-dap/a.en.md", Some(Role::Page("hoi-dap/a".to_owned(), Some(Lang::EN)))),
            ("content/fields.yaml", Some(Role::Registry(Registry::Fields))),
            ("content/other.yaml", None),
            ("content/thu-tuc/x.yaml", None),
            ("content/procedures/x.yaml.bak.md", None),
        ];
        for (path, expected) in cases {
            assert_eq!(role(path), expected, "{path}");
        }
    }

    #[test]
    fn what_was_meant_by_a_name() {
        let cases = [
            ("content/procedures/a/b.yml", Some("content/procedures/a/b.yaml")),
            ("content/procedures/b.YAML", Some("content/procedures/b.yaml")),
            ("content/procedures/b.yaml.txt", Some("content/procedures/b.yaml")),
            ("content/procedures/b.en.md.txt", Some("content/procedures/b.en.md")),
            ("content/procedure/a/b.yaml", Some("content/procedures/a/b.yaml")),
            ("content/Agencies/evn.yaml", Some("content/agencies/evn.yaml")),
            ("content/field.yaml", Some("content/fields.yaml")),
            ("content/fields.yml", Some("content/fields.yaml")),
            ("content/Search_golden.tsv", Some("content/search-golden.tsv")),
            ("content/procedures/b.docx", None),
            ("content/thu-tuc/b.yaml", None),
            ("content/b.yaml", None),
            ("content/procedures/b", None),
            ("content/agencies/evn.md", None),
        ];
        for (path, expected) in cases {
            assert_eq!(meant(path).as_deref(), expected, "{path}");
        }
        for folder in FOLDERS {
            let name = match folder {
                "calendar" => "2026.yaml",
                "pages" => "a.md",
                _ => "a.yaml",
            };
            assert!(role(&format!("content/{folder}/{name}")).is_some(), "{folder}");
        }
        for path in alone() {
            assert!(role(path).is_some(), "{path}");
        }
    }

    #[test]
    fn editors_get_the_same_keys_of_registries() {
        let maps = shape::FILE_KINDS.iter().filter_map(|it| match it.content {
            FileContent::ById(shape) => Some((it.files, ptr::from_ref(shape))),
            FileContent::One(_) => None,
        });
        let own = Registry::ALL.map(Registry::facts).map(|it| (it.path, ptr::from_ref(it.shape)));
        assert_eq!(maps.collect::<Vec<_>>(), own);
    }
}
