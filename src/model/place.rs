//! Who is responsible, and where one can go.

use jiff::civil::Time;

use super::{Address, HttpsUrl, Id, Shared, Source, Text};

/// EVN, a power corporation, a people's committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    pub id: Id,
    pub address: Address,
    pub title: Text,
    /// `EVNNPC`
    pub short: Option<Text>,
    /// Names by which people look for it, on no page.
    pub also_called: Vec<String>,
    pub summary: Option<Text>,
    pub parent: Option<Id>,
    pub hotline: Option<Phone>,
    pub email: Option<String>,
    pub site: Option<HttpsUrl>,
    /// In words: "27 tỉnh phía Bắc, trừ Hà Nội".
    pub area: Option<Text>,
    pub sources: Vec<Source>,
    /// Names of parts nobody confirmed: `hotline`.
    pub unconfirmed: Vec<String>,
}

impl Agency {
    /// What whoever knows it calls it, in the main language.
    pub fn called(&self) -> &Shared {
        &self.short.as_ref().unwrap_or(&self.title).main
    }
}

/// A one-stop centre or transaction room.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    pub id: Id,
    pub address: Address,
    pub title: Text,
    pub kind: OfficeKind,
    pub agency: Option<Id>,
    pub street: Option<Text>,
    pub province: String,
    /// Names people still use for the place, from before mergers.
    pub earlier_names: Vec<String>,
    pub phone: Option<Phone>,
    pub hours: Vec<Hours>,
    /// What is handed in here, in words.
    pub accepts: Option<Text>,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
    pub note: Option<Text>,
    pub sources: Vec<Source>,
    pub unconfirmed: Vec<String>,
}

/// What sort of counter an office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeKind {
    OneStop,
    TransactionRoom,
}

/// When an office is open: on these weekdays (1 Monday … 7 Sunday), from–to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Sorted, 1 to 7 of them.
    pub days: Vec<u8>,
    pub from: Time,
    /// After `from`.
    pub until: Time,
}

/// As people read it, `1900 6769`; dialled without its spaces.
///
/// Invariant: 3 to 15 digits, perhaps a leading `+`; spaces, dots, hyphens and brackets between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(pub(super) Box<str>);

impl Phone {
    /// As people read it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For `tel:` links: digits and a leading `+` only.
    pub fn dialled(&self) -> String {
        self.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
}

impl std::str::FromStr for Phone {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let inner = text.strip_prefix('+').unwrap_or(text);
        let shaped = inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '(' | ')'));
        // Of one that is cut off at a second number the bracket stays open.
        let closed = text.matches('(').count() == text.matches(')').count();
        if (3..=15).contains(&digits) && shaped && closed { Ok(Phone(text.into())) } else { Err(()) }
    }
}
