//! What a record may say: every map of the content with its keys, once.
//!
//! The checker takes the keys it knows from here, and `thutuc schema` makes of the same tables the
//! JSON Schemas by which an editor completes and explains. The words are for those who write
//! content, hence in Vietnamese.

mod choices;
mod places;
mod procedure;
mod registries;
mod schema;
mod site;

use std::ptr;

pub use choices::{ANSWER, CHOICE, CHOICE_OUTCOME, QUESTION};
pub use places::{AGENCY, HOURS, OFFICE, POSITION};
pub use procedure::{
    AGENCIES, ALTERNATIVE, APPLY, CASE, CHANGE, CHANNEL, CONDITION, DECISION, DOCUMENT, DOWN, LEGAL_REF,
    ONLINE, OUTCOME, PROCEDURE, RELATED, SOURCE, STATUS, STEP, TERM,
};
pub use registries::{
    AUDIENCE, CALENDAR, DAY_OFF, FIELD, GLOSSARY_ENTRY, JOURNEY, JOURNEY_STEP, LEGAL_TEXT, PAGE, PAPER,
    SYNONYM_GROUP, UNDECIDED,
};
pub use schema::{FILE_KINDS, FileContent, FileKind, schema};
pub use site::SITE;

/// A map: what it stands for, and its keys in the order in which one writes them.
pub struct Shape {
    pub about: &'static str,
    pub keys: &'static [Key],
    /// At least one of these is there; empty: none need be.
    pub one_of: &'static [&'static str],
}

pub struct Key {
    pub name: &'static str,
    /// One sentence or clause, with an example where the form is not plain.
    pub about: &'static str,
    pub need: Need,
    pub value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Always,
    /// May be left out, or depends on other keys.
    Optional,
}

/// What may stand behind a key.
pub enum Value {
    /// In the main language, or a map by language.
    Text,
    /// The same in every language.
    Words,
    /// Words of `site.toml`, which may be empty.
    Setting,
    /// Always in quotes, since it looks like a number.
    Code,
    Id,
    /// The id of an entry of that kind: `thủ tục`.
    Reference(&'static str),
    Choice(fn() -> Vec<&'static str>),
    Yes,
    /// Whole, 0 to 9,999.
    Number,
    /// From minus to plus so many, with decimals.
    Degrees(u8),
    Date,
    /// `07:30`
    Clock,
    /// `5 ngày làm việc`
    Time,
    /// `550.000 đ`
    Fee,
    Url,
    Phone,
    Email,
    /// `files/don.docx`
    Form,
    /// `/cu/duong-dan/`
    Alias,
    List(&'static Value),
    OneOrMore(&'static Value),
    Map(&'static Shape),
    /// A map whose keys the author chooses: ids.
    ById(&'static Shape),
    Either(&'static [Value]),
    /// A map from languages to texts: `site.toml` has those beside the text itself.
    ByLanguage,
    /// A map from words that the author chooses to texts.
    ByWord,
}

impl Shape {
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|it| it.name)
    }

    /// Of that name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|it| it.name == name)
    }

    pub fn has(&self, name: &str) -> bool {
        self.key(name).is_some()
    }

    /// The names of those that must be there.
    pub fn needed(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.keys.iter().filter(|it| it.need == Need::Always).map(|it| it.name)
    }

    /// The maps below its keys, at any depth, each once.
    pub fn within(&self) -> Vec<&'static Shape> {
        let mut met = Vec::new();
        self.keys.iter().for_each(|it| it.value.gather(&mut met));
        met
    }
}

/// Every map of the content, each once.
pub fn all() -> Vec<&'static Shape> {
    let mut met = Vec::new();
    for kind in &FILE_KINDS {
        match kind.content {
            FileContent::One(it) => Value::Map(it).gather(&mut met),
            FileContent::ById(it) => Value::ById(it).gather(&mut met),
        }
    }
    met
}

impl Value {
    /// What stands in the list that may stand here.
    pub fn item(&self) -> Option<&'static Value> {
        match self {
            Value::List(it) | Value::OneOrMore(it) => Some(it),
            _ => None,
        }
    }

    /// The map that may stand here.
    pub fn map(&self) -> Option<&'static Shape> {
        match self {
            Value::Map(it) => Some(it),
            Value::Either(all) => all.iter().find_map(Value::map),
            _ => None,
        }
    }

    /// Adds the maps that may stand here, and those below them.
    fn gather(&self, met: &mut Vec<&'static Shape>) {
        match self {
            Value::List(it) | Value::OneOrMore(it) => it.gather(met),
            Value::Either(all) => all.iter().for_each(|it| it.gather(met)),
            Value::Map(it) | Value::ById(it) if !met.iter().any(|own| ptr::eq(*own, *it)) => {
                met.push(it);
                it.keys.iter().for_each(|it| it.value.gather(met));
            }
            _ => {}
        }
    }
}

const fn key(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, about, need: Need::Optional, value }
}

const fn needed(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, about, need: Need::Always, value }
}
