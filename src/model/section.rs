//! The parts of a record, by the keys that its author types.

/// A part of a record that `unconfirmed` may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Time,
    Fee,
    Documents,
    Steps,
    Channels,
    Result,
    Conditions,
    Legal,
    Online,
    Apply,
}

impl Section {
    /// In the order in which forms for authors list them.
    pub const ALL: [Section; 10] = [
        Section::Time,
        Section::Fee,
        Section::Documents,
        Section::Steps,
        Section::Channels,
        Section::Result,
        Section::Conditions,
        Section::Legal,
        Section::Online,
        Section::Apply,
    ];

    /// As it stands in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Section::Time => "time",
            Section::Fee => "fee",
            Section::Documents => "documents",
            Section::Steps => "steps",
            Section::Channels => "channels",
            Section::Result => "result",
            Section::Conditions => "conditions",
            Section::Legal => "legal",
            Section::Online => "online",
            Section::Apply => "apply",
        }
    }

    /// Several of them, by what they are called.
    pub fn list(all: &[Section]) -> [String; 2] {
        let words = |nth: usize| all.iter().map(|it| it.words()[nth]).collect::<Vec<_>>();
        [words(0).join(", "), words(1).join(" and ")]
    }

    /// What it is called in Vietnamese, in English.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Section::Time => ["thời hạn", "time limit"],
            Section::Fee => ["chi phí", "fee"],
            Section::Documents => ["giấy tờ", "papers"],
            Section::Steps => ["các bước", "steps"],
            Section::Channels => ["nơi nộp", "places to apply"],
            Section::Result => ["kết quả", "result"],
            Section::Conditions => ["điều kiện", "conditions"],
            Section::Legal => ["căn cứ pháp lý", "legal basis"],
            Section::Online => ["mức độ trực tuyến", "online level"],
            Section::Apply => ["địa chỉ nộp trực tuyến", "address to apply"],
        }
    }
}
