//! Values in words: times, fees, dates, weekdays, as each language prints them.

use jiff::civil::{Date, Time};

use crate::model::{ChannelKind, Fee, Lang, OfficeKind, OnlineLevel, Sheet, TimeLimit, TimeUnit};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes values for readers of one language. Languages without words of
/// their own get English, and Vietnamese gets Vietnamese.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording {
    vietnamese: bool,
}

impl Wording {
    pub(super) fn of(lang: Lang) -> Wording {
        Wording { vietnamese: lang == Lang::VI }
    }

    pub(super) fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        if self.vietnamese { vi } else { en }
    }

    pub(super) fn time(self, time: TimeLimit) -> String {
        match time {
            TimeLimit::Within { least, most, unit } => {
                let unit = self.unit(unit, most);
                let number = least.map_or_else(|| most.to_string(), |least| format!("{least}–{most}"));
                format!("{number}\u{a0}{unit}")
            }
            TimeLimit::AtOnce => self.pick("Giải quyết ngay", "While you wait").to_owned(),
            TimeLimit::SameDay => self.pick("Trong ngày", "The same day").to_owned(),
            TimeLimit::Agreement => self.pick("Theo thoả thuận", "As agreed").to_owned(),
        }
    }

    /// It may break after its first word: in letters grown large a time is wider than a phone.
    fn unit(self, unit: TimeUnit, most: u16) -> &'static str {
        let (vi, one, many) = match unit {
            TimeUnit::Minute => ("phút", "minute", "minutes"),
            TimeUnit::Hour => ("giờ", "hour", "hours"),
            TimeUnit::WorkingHour => ("giờ làm\u{a0}việc", "working hour", "working hours"),
            TimeUnit::Day => ("ngày", "day", "days"),
            TimeUnit::WorkingDay => ("ngày làm\u{a0}việc", "working day", "working days"),
            TimeUnit::Week => ("tuần", "week", "weeks"),
            TimeUnit::Month => ("tháng", "month", "months"),
            TimeUnit::Year => ("năm", "year", "years"),
        };
        self.pick(vi, if most == 1 { one } else { many })
    }

    pub(super) fn fee(self, fee: &Fee) -> String {
        match fee {
            Fee::Free => self.pick("Miễn phí", "Free").to_owned(),
            Fee::Exactly(amount) => amount.to_string(),
            Fee::Between(least, most) => format!("{least} – {most}"),
            Fee::Estimate => self.pick("Theo dự toán", "By estimate").to_owned(),
            Fee::Agreement => self.pick("Theo thoả thuận", "As agreed").to_owned(),
            Fee::Regulated => self.pick("Theo quy định", "As regulated").to_owned(),
        }
    }

    /// Where no word before it says that it is a fee.
    pub(super) fn fee_alone(self, fee: &Fee) -> String {
        match fee {
            Fee::Free | Fee::Exactly(_) | Fee::Between(..) => self.fee(fee),
            Fee::Estimate => self.pick("Chi phí theo dự toán", "Cost by estimate").to_owned(),
            Fee::Agreement => self.pick("Chi phí theo thoả thuận", "Cost as agreed").to_owned(),
            Fee::Regulated => self.pick("Chi phí theo quy định", "Cost as regulated").to_owned(),
        }
    }

    pub(super) fn fee_unknown(self) -> &'static str {
        self.pick("Chi phí chưa rõ", "Cost not known")
    }

    /// `05/01/2026`, or `5 January 2026` where the order of numbers would be in doubt.
    pub(super) fn date(self, date: Date) -> String {
        if self.vietnamese {
            return format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year());
        }
        let month = usize::try_from(date.month() - 1).map_or("", |it| MONTHS[it]);
        format!("{}\u{a0}{month} {}", date.day(), date.year())
    }

    /// Monday first, as they stand within a sentence.
    pub(super) fn weekdays(self) -> [&'static str; 7] {
        if self.vietnamese {
            ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
        } else {
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        }
    }

    /// None where dates are written in numbers.
    pub(super) fn months(self) -> &'static [&'static str] {
        if self.vietnamese { &[] } else { &MONTHS }
    }

    /// `Thứ Hai – Thứ Sáu` for days in a row, else a list.
    pub(super) fn days(self, days: &[u8]) -> String {
        const VI: [&str; 7] = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
        const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let names = if self.vietnamese { VI } else { EN };
        let name = |day: u8| names[usize::from(day.clamp(1, 7)) - 1].replace(' ', "\u{a0}");
        let in_a_row = days.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        match days {
            [first, .., last] if in_a_row && 2 < days.len() => format!("{} – {}", name(*first), name(*last)),
            _ => days.iter().map(|day| name(*day)).collect::<Vec<_>>().join(", "),
        }
    }

    pub(super) fn channel(self, kind: ChannelKind) -> &'static str {
        let [vi, en] = kind.words();
        self.pick(vi, en)
    }

    pub(super) fn sheet(self, sheet: Sheet) -> &'static str {
        match sheet {
            Sheet::Notice => self.pick("Tờ niêm yết", "Wall notice"),
            Sheet::Leaflet => self.pick("Tờ rơi", "Leaflet"),
            Sheet::Card => self.pick("Thẻ tổng đài", "Call-centre card"),
        }
    }

    pub(super) fn level(self, level: OnlineLevel) -> &'static str {
        match level {
            OnlineLevel::Full => self.pick("Trực tuyến toàn trình", "Fully online"),
            OnlineLevel::Partial => self.pick("Trực tuyến một phần", "Partly online"),
            OnlineLevel::Information => self.pick("Chỉ cung cấp thông tin trực tuyến", "Information only"),
        }
    }

    /// Words where no template puts a mark beside them.
    pub(super) fn sure(self, words: String, is_confirmed: bool) -> String {
        if is_confirmed { words } else { words + self.pick(" (chưa xác nhận)", " (not confirmed)") }
    }

    pub(super) fn office(self, kind: OfficeKind) -> &'static str {
        match kind {
            OfficeKind::OneStop => self.pick("Bộ phận một cửa", "One-stop office"),
            OfficeKind::TransactionRoom => self.pick("Phòng giao dịch", "Transaction room"),
        }
    }

    pub(super) fn count(self, what: Count, number: u16) -> String {
        let (vi, one, many) = match what {
            Count::Original => ("bản chính", "original", "originals"),
            Count::Copy => ("bản sao", "copy", "copies"),
            Count::CertifiedCopy => ("bản sao chứng thực", "certified copy", "certified copies"),
        };
        format!("{number}\u{a0}{}", self.pick(vi, if number == 1 { one } else { many }))
    }

    /// `98 nơi nộp`
    pub(super) fn places(self, number: usize) -> String {
        let en = if number == 1 { "place to apply" } else { "places to apply" };
        format!("{number}\u{a0}{}", self.pick("nơi nộp", en))
    }

    /// `2–3 bản sao`, `tối đa 3 bản sao`
    pub(super) fn counts(self, what: Count, least: u64, most: u64) -> String {
        let number = self.count(what, u16::try_from(most).unwrap_or(u16::MAX));
        match least {
            0 => format!("{}\u{a0}{number}", self.pick("tối\u{a0}đa", "up\u{a0}to")),
            _ if least == most => number,
            _ => format!("{least}–{number}"),
        }
    }

    /// `10–24 ngày làm việc`
    pub(super) fn working_days(self, least: u64, most: u64) -> String {
        let short = |it| u16::try_from(it).unwrap_or(u16::MAX);
        let least = (least < most).then(|| short(least));
        self.time(TimeLimit::Within { least, most: short(most), unit: TimeUnit::WorkingDay })
    }

    /// `120 kB`: decimal units, rounded up so that nobody is surprised.
    pub(super) fn size(self, bytes: u64) -> String {
        if bytes < 1_000_000 {
            format!("{}\u{a0}kB", bytes.div_ceil(1000).max(1))
        } else {
            let tenths = bytes.div_ceil(100_000);
            let mark = self.pick(",", ".");
            format!("{}{mark}{}\u{a0}MB", tenths / 10, tenths % 10)
        }
    }
}

/// `07:30`
pub(super) fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Count {
    Original,
    Copy,
    CertifiedCopy,
}

const UNITS: [&str; 16] = [
    "ngày", "giờ", "phút", "tháng", "năm", "tuần", "kV", "kW", "kWh", "kVA", "kWp", "MW", "A", "m", "đ",
    "đồng",
];
const HEADS: [&str; 6] = ["Điều", "điều", "Khoản", "khoản", "Mục", "mục"];

/// Keeps a number and its unit (`22 kV`), and `Điều 12`, on one line.
pub(super) fn glued(text: &str) -> String {
    let bytes = text.as_bytes();
    // Most texts have no number; many bytes are looked at at a time.
    if !bytes.iter().fold(false, |seen, b| seen | b.is_ascii_digit()) {
        return text.to_owned();
    }
    let word_at =
        |start: usize| &text[start..start + bytes[start..].iter().take_while(|b| **b != b' ').count()];
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    // Only a space with a digit on one side can be one that glues.
    for at in 1..bytes.len().saturating_sub(1) {
        if bytes[at] != b' ' {
            continue;
        }
        let unit = bytes[at - 1].is_ascii_digit() && {
            let bare = word_at(at + 1).trim_end_matches(|c: char| c.is_ascii_punctuation());
            UNITS.contains(&bare)
        };
        let article = || {
            let before = &text[..at];
            let word = &before[before.rfind(' ').map_or(0, |it| it + 1)..];
            HEADS.contains(&word)
        };
        if unit || bytes[at + 1].is_ascii_digit() && article() {
            out.push_str(&text[done..at]);
            out.push('\u{a0}');
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_words() {
        let (vi, en) = (Wording::of(Lang::VI), Wording::of(Lang::EN));
        let five: TimeLimit = "3–5 ngày làm việc".parse().expect("a time");
        assert_eq!(vi.time(five), "3–5\u{a0}ngày làm\u{a0}việc");
        assert_eq!(en.time(five), "3–5\u{a0}working days");
        let fee: Fee = "1.250.000 đ".parse().expect("a fee");
        assert_eq!(vi.fee(&fee), "1.250.000\u{a0}đ");
        assert_eq!(vi.days(&[1, 2, 3, 4, 5]), "Thứ\u{a0}Hai – Thứ\u{a0}Sáu");
        assert_eq!(en.days(&[1, 3]), "Monday, Wednesday");
        assert_eq!(vi.date(jiff::civil::date(2026, 1, 5)), "05/01/2026");
        assert_eq!(en.date(jiff::civil::date(2026, 1, 5)), "5\u{a0}January 2026");
        assert_eq!(vi.size(1_240_000), "1,3\u{a0}MB");
        assert_eq!(clock(jiff::civil::time(7, 5, 0, 0)), "07:05");
    }

    #[test]
    fn one_of_a_thing_and_the_ends_of_what_is_counted() {
        let (vi, en) = (Wording::of(Lang::VI), Wording::of(Lang::EN));
        let plain = |it: String| it.replace('\u{a0}', " ");
        for (said, expected) in [
            (vi.counts(Count::Copy, 0, 3), "tối đa 3 bản sao"),
            (vi.counts(Count::Copy, 2, 3), "2–3 bản sao"),
            (vi.counts(Count::CertifiedCopy, 2, 2), "2 bản sao chứng thực"),
            (en.counts(Count::Copy, 0, 1), "up to 1 copy"),
            (en.counts(Count::Original, 1, 2), "1–2 originals"),
            (vi.working_days(10, 24), "10–24 ngày làm việc"),
            (vi.working_days(5, 5), "5 ngày làm việc"),
            (en.working_days(1, 1), "1 working day"),
            (en.working_days(1, 2), "1–2 working days"),
            (vi.days(&[1, 2]), "Thứ Hai, Thứ Ba"),
            (vi.days(&[5, 6, 7]), "Thứ Sáu – Chủ nhật"),
            (en.days(&[1, 2, 4]), "Monday, Tuesday, Thursday"),
            (vi.days(&[2, 4, 6]), "Thứ Ba, Thứ Năm, Thứ Bảy"),
            (vi.size(0), "1 kB"),
            (vi.size(999_001), "1000 kB"),
            (vi.size(1_000_000), "1,0 MB"),
            (en.size(1_000_001), "1.1 MB"),
        ] {
            assert_eq!(plain(said), expected);
        }
    }

    #[test]
    fn numbers_keep_their_units() {
        assert_eq!(
            glued("Lưới 22 kV, Điều 12 trong 5 ngày."),
            "Lưới 22\u{a0}kV, Điều\u{a0}12 trong 5\u{a0}ngày."
        );
        assert_eq!(glued("không có số"), "không có số");
    }

    /// The same, word by word.
    fn glued_by_words(text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut out = words[0].to_owned();
        for pair in words.windows(2) {
            let digit = |c: char| c.is_ascii_digit();
            let unit = pair[0].ends_with(digit)
                && UNITS.contains(&pair[1].trim_end_matches(|c: char| c.is_ascii_punctuation()));
            let article = HEADS.contains(&pair[0]) && pair[1].starts_with(digit);
            out.push(if unit || article { '\u{a0}' } else { ' ' });
            out.push_str(pair[1]);
        }
        out
    }

    proptest::proptest! {
        #[test]
        fn glues_what_a_look_at_each_word_would_glue(text in "( |1|22|kV|ngày|Điều|mục|m|đ|A|[.,]|\\PC){0,12}") {
            proptest::prop_assert_eq!(glued(&text), glued_by_words(&text));
        }
    }
}
