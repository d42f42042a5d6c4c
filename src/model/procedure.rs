//! One administrative procedure: the record that everything else serves.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{
    Address, Effect, HttpsUrl, Id, Lang, Phone, Rare, Section, Status, Term, Text, TimeLimit, TimeUnit, Usual,
};

/// A record with all that it says, in every language, for every agency and day.
#[derive(Debug, Clone)]
pub struct Procedure {
    pub id: Id,
    pub address: Address,
    /// Official code, never a number: `EVN-HA-01`, `1.004321`.
    pub code: Option<String>,
    /// Short, as people say it.
    pub title: Text,
    /// The legal name, where it differs.
    pub official_title: Option<Text>,
    pub summary: Option<Text>,
    /// What somebody wants who needs it, a verb first: `Sang tên hợp đồng điện`.
    pub task: Option<Text>,
    /// Words people use for it, to be searched; the first is an example where one searches.
    pub also_called: Vec<String>,
    pub field: Id,
    pub audiences: Vec<Id>,
    /// Decides.
    pub agency: Id,
    pub agencies: Agencies,
    pub decision: Option<Decision>,
    pub online: OnlineLevel,
    /// Why it is only partly online; owed by law.
    pub online_reason: Option<Text>,
    /// As written: of those that fit a page equally the first leads. None where nobody confirmed
    /// one, or nothing can be filed online.
    pub apply: Vec<Apply>,
    pub cases: Vec<Case>,
    pub channels: Vec<Channel>,
    pub terms: Vec<Term>,
    pub documents: Vec<Requirement>,
    pub steps: Vec<Step>,
    pub results: Vec<Outcome>,
    pub conditions: Vec<Condition>,
    pub legal: Vec<LegalRef>,
    pub related: Related,
    /// By key; what `Term::source` and the like name.
    pub sources: BTreeMap<Id, Source>,
    /// Sections nobody confirmed, shown as such. Of times and fees: what has no row, or one without a source.
    pub unconfirmed: Vec<Section>,
    /// In force since.
    pub effective: Option<Date>,
    /// When somebody last compared the facts with their sources.
    pub reviewed: Option<Date>,
    /// Reviewed again at the latest this long after `reviewed`.
    pub review_every: Option<TimeLimit>,
    /// When somebody last compared the translations with the main text.
    pub translated: Option<Date>,
    /// Who keeps the record; named on the page.
    pub owner: Option<String>,
    pub status: Status,
    /// Newest first.
    pub changes: Vec<Change>,
    /// Earlier addresses, which redirect here.
    pub aliases: Vec<Address>,
    /// The prose beside the record, by language.
    pub prose: BTreeMap<Lang, Prose>,
}

impl Procedure {
    /// How much is done online, where somebody confirmed it.
    pub fn confirmed_level(&self) -> Option<OnlineLevel> {
        Some(self.online).filter(|_| !self.unconfirmed.contains(&Section::Online))
    }

    /// The last day before the facts are too old to trust; `usual` months after `reviewed` where the
    /// record names no time of its own. `None` if nobody said when they were checked.
    pub fn review_due(&self, usual: u16) -> Option<Date> {
        let usual = i64::from(usual).months();
        let every = match self.review_every {
            Some(TimeLimit::Within { most, unit, .. }) => match unit {
                TimeUnit::Month => i64::from(most).months(),
                TimeUnit::Year => i64::from(most).years(),
                TimeUnit::Week => i64::from(most).weeks(),
                TimeUnit::Day | TimeUnit::WorkingDay => i64::from(most).days(),
                TimeUnit::Minute | TimeUnit::Hour | TimeUnit::WorkingHour => usual,
            },
            _ => usual,
        };
        self.reviewed?.checked_add(every).ok()
    }
}

/// What a row, paper, step or channel applies to; a dimension that is `None` applies to all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    pub case: Option<Id>,
    pub channel: Option<ChannelKind>,
    /// And every agency below it.
    pub agency: Option<Id>,
}

impl Usual for Scope {
    fn usual() -> &'static Scope {
        static ALL: Scope = Scope { case: None, channel: None, agency: None };
        &ALL
    }
}

/// Who has a part in it besides the agency that decides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agencies {
    /// Carry it out; each may have its own times and forms.
    pub executing: Vec<Id>,
    pub coordinating: Vec<Id>,
    pub delegated: Vec<Id>,
}

/// The decision that published the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub number: String,
    pub date: Option<Date>,
    pub issuer: Option<Text>,
}

/// How much of it is done online.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnlineLevel {
    /// `full`, toàn trình.
    Full,
    /// `partial`, một phần.
    Partial,
    /// `information`: one reads about it online and goes elsewhere.
    Information,
}

impl OnlineLevel {
    /// The most first.
    pub const ALL: [OnlineLevel; 3] = [OnlineLevel::Full, OnlineLevel::Partial, OnlineLevel::Information];

    /// As it stands in YAML, views and open data.
    pub fn key(self) -> &'static str {
        match self {
            OnlineLevel::Full => "full",
            OnlineLevel::Partial => "partial",
            OnlineLevel::Information => "information",
        }
    }
}

/// An address of the submission form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apply {
    pub scope: Rare<Scope>,
    pub url: HttpsUrl,
    /// What one needs to sign in.
    pub sign_in: Option<Text>,
    pub note: Option<Text>,
    pub down: Option<Down>,
}

/// An address that leads nowhere for now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Down {
    pub reason: Text,
    /// The last day of it; `None` until somebody takes it out.
    pub until: Option<Date>,
}

impl Apply {
    /// What is the matter with it on that day.
    pub fn down_on(&self, day: Date) -> Option<&Down> {
        self.down.as_ref().filter(|it| it.until.is_none_or(|until| day <= until))
    }
}

/// What changes the time, the fee or the papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: Id,
    pub title: Text,
    pub note: Option<Text>,
}

/// A way of applying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChannelKind {
    Online,
    Counter,
    Post,
    Phone,
    App,
    Email,
}

impl ChannelKind {
    /// In the order in which pages name them.
    pub const ALL: [ChannelKind; 6] = [
        ChannelKind::Online,
        ChannelKind::Counter,
        ChannelKind::Post,
        ChannelKind::Phone,
        ChannelKind::App,
        ChannelKind::Email,
    ];

    /// What it is called in Vietnamese, in English.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            ChannelKind::Online => ["Trực tuyến", "Online"],
            ChannelKind::Counter => ["Trực tiếp tại quầy", "In person"],
            ChannelKind::Post => ["Qua bưu chính", "By post"],
            ChannelKind::Phone => ["Qua điện thoại", "By phone"],
            ChannelKind::App => ["Ứng dụng di động", "Mobile app"],
            ChannelKind::Email => ["Thư điện tử", "By e-mail"],
        }
    }

    /// As it stands in YAML, views and open data.
    pub fn key(self) -> &'static str {
        match self {
            ChannelKind::Online => "online",
            ChannelKind::Counter => "counter",
            ChannelKind::Post => "post",
            ChannelKind::Phone => "phone",
            ChannelKind::App => "app",
            ChannelKind::Email => "email",
        }
    }
}

/// Where one applies, and how that place is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    pub kind: ChannelKind,
    pub agency: Option<Id>,
    pub case: Option<Id>,
    /// Patterns are resolved; in id order.
    pub offices: Vec<Id>,
    pub url: Option<HttpsUrl>,
    pub phone: Option<Phone>,
    pub email: Option<String>,
    pub note: Option<Text>,
    pub source: Option<Id>,
    pub effect: Rare<Effect>,
}

/// A paper one must bring, or one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// One, or the alternatives of `any_of` (at least two).
    pub documents: Vec<Document>,
    /// How many; `None` where no source says.
    pub originals: Option<u16>,
    pub copies: Option<u16>,
    pub certified_copies: Option<u16>,
    pub scope: Rare<Scope>,
    pub note: Option<Text>,
    pub source: Option<Id>,
    pub unconfirmed: bool,
    pub effect: Rare<Effect>,
}

/// A paper as one procedure asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub paper: Paper,
    pub note: Option<Text>,
    /// Path below `content/`: `files/bieu-do-phu-tai.docx`.
    pub form: Option<String>,
    pub form_url: Option<HttpsUrl>,
}

/// Which paper it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// An entry of `papers.yaml`.
    Registered(Id),
    /// Named here alone.
    Named(Text),
}

/// Who takes a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// `customer`: you.
    Customer,
    /// `agency`: the agency responsible.
    Agency,
    /// Somebody else, by name.
    Named(Text),
}

/// What somebody does; steps are in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub by: Actor,
    pub title: Text,
    pub text: Option<Text>,
    pub time: Option<TimeLimit>,
    pub fee: Option<super::Fee>,
    pub scope: Rare<Scope>,
    pub source: Option<Id>,
    pub effect: Rare<Effect>,
}

/// What one gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub name: Text,
    pub code: Option<String>,
    pub delivery: Vec<Text>,
    pub valid: Option<Text>,
    pub note: Option<Text>,
    pub source: Option<Id>,
}

/// What must be so for one to apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub text: Text,
    pub scope: Rare<Scope>,
    pub source: Option<Id>,
    pub effect: Rare<Effect>,
}

/// A legal text that the procedure rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalRef {
    pub text: Id,
    /// `Điều 66`
    pub article: Option<Text>,
    pub note: Option<Text>,
}

/// Other procedures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Related {
    pub before: Vec<Id>,
    pub after: Vec<Id>,
    pub together: Vec<Id>,
    /// For another case than this one: the one or the other is done, never both.
    pub instead: Vec<Id>,
}

/// Where a fact comes from, and when somebody last looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub title: Text,
    /// `None` when the address was not kept.
    pub url: Option<HttpsUrl>,
    pub checked: Option<Date>,
    pub note: Option<Text>,
}

/// What became different, or will, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub date: Date,
    pub note: Text,
    pub basis: Option<Text>,
}

/// Markdown that passed its checks: no raw HTML, every link leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The Markdown, without front matter, with `\n` line ends.
    pub markdown: Arc<str>,
}
