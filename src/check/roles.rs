//! What a file is, by where it lies.

use super::ground::Kind;
use crate::model::Lang;

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

impl Registry {
    /// Of its entries, if others may refer to them.
    pub(super) fn kind(self) -> Option<Kind> {
        match self {
            Registry::Fields => Some(Kind::Field),
            Registry::Audiences => Some(Kind::Audience),
            Registry::Papers => Some(Kind::Paper),
            Registry::Legal => Some(Kind::Legal),
            Registry::Glossary | Registry::Synonyms => None,
        }
    }
}

/// `None` for a file that is no kind of content.
pub(super) fn role(path: &str) -> Option<Role> {
    let path = path.strip_prefix("content/")?;
    let registry = match path {
        "fields.yaml" => Some(Registry::Fields),
        "audiences.yaml" => Some(Registry::Audiences),
        "papers.yaml" => Some(Registry::Papers),
        "legal.yaml" => Some(Registry::Legal),
        "glossary.yaml" => Some(Registry::Glossary),
        "synonyms.yaml" => Some(Registry::Synonyms),
        "search-golden.tsv" => return Some(Role::Golden),
        _ => None,
    };
    if let Some(registry) = registry {
        return Some(Role::Registry(registry));
    }
    let (folder, rest) = path.split_once('/')?;
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
