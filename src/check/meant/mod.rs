//! What an author meant who wrote in everyday words what has a form of its own here. Whatever is
//! proposed can be typed as it stands: it was read as the value itself is.

mod contact;
pub(super) mod hours;
pub(super) mod key;
pub(super) mod map;
mod phrase;
pub(super) mod setting;

use jiff::civil::Date;

pub(super) use self::contact::{email, phone};
use crate::model::{Fee, TimeLimit, grouped};
use crate::text::fold;

/// A value to type instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) value: String,
    /// Not all that was written is in it.
    pub(super) is_less: bool,
}

/// Folded, as people write them, the longer first.
const UNITS: [(&str, &str); 17] = [
    ("ngay lam viec", "ngày làm việc"),
    ("ngay lv", "ngày làm việc"),
    ("gio lam viec", "giờ làm việc"),
    ("working days", "ngày làm việc"),
    ("phut", "phút"),
    ("gio", "giờ"),
    ("tieng", "giờ"),
    ("hours", "giờ"),
    ("ngay", "ngày"),
    ("days", "ngày"),
    ("tuan", "tuần"),
    ("weeks", "tuần"),
    ("thang", "tháng"),
    ("months", "tháng"),
    ("nam", "năm"),
    ("ph", "phút"),
    ("h", "giờ"),
];
/// Before an amount that is not sure.
const ABOUT: [&str; 5] = ["khoang", "tam", "toi da", "khong qua", "~"];
/// A limit says these anyway.
const WITHIN: [&str; 8] =
    ["khong qua", "toi da", "trong vong", "trong thoi han", "cham nhat", "khong vuot qua", "trong", "<="];

/// Behind a number of days or hours: they may be those of work alone.
const OF_WORK: [&str; 4] = ["lam viec", "hanh chinh", "ngay nghi", "chu nhat"];

/// `không quá 05 (năm) ngày làm việc`, `2h`.
pub(super) fn time(text: &str) -> Option<Meant> {
    let folded = fold(bare(text));
    let mut rest = folded.trim();
    if let Some((value, rest)) = phrase::time(rest) {
        return proposed(value.to_owned(), !rest.is_empty(), |it| it.parse::<TimeLimit>().is_ok());
    }
    while let Some(it) = WITHIN.iter().find_map(|it| rest.strip_prefix(it)) {
        rest = it.trim_start();
    }
    let from = rest.strip_prefix("tu ").map(str::trim_start);
    let (number, rest) = range(from.unwrap_or(rest)).or_else(|| named(rest))?;
    // From so many days on is no limit.
    if from.is_some() && !number.contains('–') {
        return None;
    }
    // `5 ngày (làm việc)` is no `5 ngày`.
    let rest = without_brackets(rest.trim_start()).replacen(" (lam viec)", " lam viec", 1);
    let (short, unit) = UNITS.iter().find(|(it, _)| {
        rest.strip_prefix(it).is_some_and(|it| !it.starts_with(|c: char| c.is_alphanumeric()))
    })?;
    let after = rest[short.len()..].trim_matches(['.', ';', ' ']);
    // Neither is what says further on which days count.
    if !unit.ends_with("làm việc") && OF_WORK.iter().any(|it| after.contains(it)) {
        return None;
    }
    // `1 tháng 15 ngày`, `1 năm rưỡi`: without the rest it would be another limit.
    let more = after.trim_start_matches([',', '+', ' ']);
    let more = more.strip_prefix("va ").unwrap_or(more);
    if more.starts_with(|it: char| it.is_ascii_digit()) || more.starts_with("ruoi") {
        return None;
    }
    proposed(format!("{number} {unit}"), !after.is_empty(), |it| it.parse::<TimeLimit>().is_ok())
}

/// Is this all that somebody knew of a value?
pub(super) fn is_unknown(text: &str) -> bool {
    const UNKNOWN: [&str; 10] = [
        "chua co",
        "chua ro",
        "chua biet",
        "chua xac dinh",
        "chua cap nhat",
        "dang cap nhat",
        "khong ro",
        "khong biet",
        "unknown",
        "todo",
    ];
    let folded = fold(bare(text));
    let folded = folded.trim_matches([' ', '.', '(', ')']);
    matches!(folded, "" | "?" | "-" | "–" | "n/a" | "na" | "tbd" | "x")
        || UNKNOWN.iter().any(|it| folded.starts_with(it))
}

/// How often: `hàng năm`, `mỗi quý`, `6 tháng một lần`.
pub(super) fn every(text: &str) -> Option<String> {
    const EACH: [&str; 6] = ["hang ", "moi ", "dinh ky ", "cu ", "every ", "tung "];
    let folded = fold(bare(text));
    let mut rest = folded.trim();
    while let Some(it) = EACH.iter().find_map(|it| rest.strip_prefix(it)) {
        rest = it.trim_start();
    }
    let once = ["mot lan", "1 lan", "/lan"].iter().find_map(|it| rest.strip_suffix(it));
    let rest = once.unwrap_or(rest).trim_end_matches([' ', ',', '/']);
    let alone = EVERY.iter().find(|(said, _)| said.split(", ").any(|it| it == rest));
    let is_whole = |it: &Meant| !it.is_less;
    alone.map(|it| it.1.to_owned()).or_else(|| time(rest).filter(is_whole).map(|it| it.value))
}

/// Folded.
const EVERY: [(&str, &str); 5] = [
    ("nam, mot nam, year, yearly, annually", "1 năm"),
    ("nua nam, sau thang", "6 tháng"),
    ("quy, mot quy, ba thang, quarter, quarterly", "3 tháng"),
    ("thang, mot thang, month, monthly", "1 tháng"),
    ("tuan, mot tuan, week, weekly", "1 tuần"),
];

/// `1tr5`, `550k`, `1,5 triệu đồng`, `550,000 đ`, `miễn phí nếu …`.
pub(super) fn fee(text: &str) -> Option<Meant> {
    let folded = fold(bare(text));
    let folded = phrase::without_name(folded.trim());
    let is_right = |it: &str| it.parse::<Fee>().is_ok();
    if let Some((value, rest)) = phrase::fee(folded) {
        return proposed(value.to_owned(), !rest.is_empty(), is_right);
    }
    if matches!(folded, "khong" | "khong co" | "khong co phi" | "khong phi" | "mien" | "free") {
        return proposed("miễn phí".to_owned(), false, is_right);
    }
    if let Some(rest) = phrase::free(folded) {
        return proposed("miễn phí".to_owned(), !rest.trim_matches(['.', ' ']).is_empty(), is_right);
    }
    let about = ABOUT.iter().find_map(|it| folded.strip_prefix(it));
    let (amount, after) = amount(about.map_or(folded, str::trim_start))?;
    // Another amount, or another currency.
    if after.starts_with(|c: char| c.is_alphanumeric()) || after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_less = about.is_some() || !after.trim_matches(['.', ' ']).is_empty();
    proposed(format!("{} đ", grouped(amount)), is_less, is_right)
}

/// How many đồng stand at the start, and what follows them.
fn amount(folded: &str) -> Option<(u64, &str)> {
    let digits =
        folded.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(folded.len());
    let (number, rest) = folded.split_at(digits);
    let times = [("trieu", 1_000_000), ("tr", 1_000_000), ("nghin", 1_000), ("ngan", 1_000), ("k", 1_000)];
    let rest = rest.trim_start();
    let thousands = times.iter().find_map(|(it, times)| Some((rest.strip_prefix(it)?, *times)));
    let (amount, rest) = match thousands {
        Some((rest, times)) => {
            let (half, rest) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
            (scaled(number, half, times)?, rest)
        }
        // Groups of three, also as they are parted elsewhere.
        None if !(number.contains(',') && number.contains('.')) => {
            let groups: Vec<&str> = number.split([',', '.']).collect();
            let is_first = groups.len() == 1 || groups[0].len() <= 3;
            let is_grouped = is_first && groups[1..].iter().all(|it| it.len() == 3);
            (is_grouped.then(|| groups.concat().parse().ok()).flatten()?, rest)
        }
        None => return None,
    };
    let rest = rest.trim_start();
    let currency = ["dong", "vnd", "d"].iter().find_map(|it| rest.strip_prefix(it));
    // A number alone may be of any money.
    if currency.is_none() && thousands.is_none() && !number.contains(',') {
        return None;
    }
    Some((amount, currency.unwrap_or(rest)))
}

/// Folded, from none to ten.
const NAMES: [&str; 11] = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

/// `01 bản`, `hai`.
pub(super) fn number(text: &str) -> Option<u16> {
    let folded = fold(bare(text));
    let word = folded.split_whitespace().next()?;
    let named = NAMES.iter().position(|it| *it == word).and_then(|it| u16::try_from(it).ok());
    let rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &folded[..folded.len() - rest.len()];
    let is_alone = !rest.contains(|c: char| c.is_ascii_digit());
    named.or_else(|| digits.parse().ok().filter(|it| is_alone && *it <= 9_999))
}

/// `31/1/2026`, `ngày 31 tháng 1 năm 2026`, `2026/1/31`; as spreadsheets show it or count it:
/// `31-Jan-26`, `46053`.
pub(super) fn date(text: &str) -> Option<Date> {
    if let Some(it) = date_of_spreadsheet(text) {
        return Some(it);
    }
    let (year, month, day) = numbers_of_date(text)?;
    // A month behind the 12th is the day of those who write that first.
    Date::new(year, month, day).or_else(|_| Date::new(year, day, month)).ok()
}

fn date_of_spreadsheet(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    // Of this century.
    const DAYS: std::ops::RangeInclusive<i32> = 36_526..=73_050;
    if text.len() == 5 && text.bytes().all(|it| it.is_ascii_digit()) {
        let days = text.parse().ok().filter(|it| DAYS.contains(it))?;
        return Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok();
    }
    let [day, month, year] = text.split(['-', '/', ' ', '.']).collect::<Vec<_>>()[..] else { return None };
    let named = |it: &str| MONTHS.iter().position(|name| it.to_lowercase().starts_with(name));
    // `1/1/26` may begin with the year.
    let month = named(month)? + 1;
    let is_short = year.len() == 2 && day.len() <= 2;
    let year: i16 = year.parse().ok().filter(|_| is_short || year.len() == 4)?;
    let year = if is_short { 2000 + year } else { year };
    Date::new(year, i8::try_from(month).ok()?, day.parse().ok()?).ok()
}

/// `1/1`, `ngày 2 tháng 9`: a day and a month, of that year.
pub(super) fn date_of_year(text: &str, year: i16) -> Option<Date> {
    match numbers_in(text)[..] {
        [day, month] => Date::new(year, month.parse().ok()?, day.parse().ok()?).ok(),
        _ => None,
    }
}

/// Of a day that its month does not have, the last that it has: `2026-02-28` of `31/2/2026`.
pub(super) fn last_day(text: &str) -> Option<Date> {
    let (year, month, day) = numbers_of_date(text)?;
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    (last.day() < day && day <= 31).then_some(last)
}

fn numbers_in(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).collect()
}

fn numbers_of_date(text: &str) -> Option<(i16, i8, i8)> {
    let (day, month, year) = match numbers_in(text)[..] {
        [day, month, year] if year.len() == 4 => (day, month, year),
        [year, month, day] if year.len() == 4 => (day, month, year),
        _ => return None,
    };
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// Without the quotes of a word processor around it.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(['“', '”', '‘', '’', ' '])
}

/// A word of this program for one of everyday life, among those `known` here.
pub(super) fn word<'a>(text: &str, known: &(impl Iterator<Item = &'a str> + Clone)) -> Option<&'a str> {
    let folded = fold(bare(text)).replace(['_', '-'], " ");
    let words = WORDS.iter().filter(|(said, _)| said.split(", ").any(|it| it == folded.trim()));
    words.flat_map(|(_, words)| words.split(' ')).find_map(|it| known.clone().find(|known| *known == it))
}

/// Folded, and what they may mean: the first that is known where they stand.
const WORDS: &[(&str, &str)] = &[
    ("ten, tieu de, ten thu tuc, name", "title name"),
    ("title", "name term"),
    ("ngay ban hanh, date", "issued"),
    ("procedures, cac thu tuc", "steps"),
    ("ten goi khac, ten khac, goi la", "also_called"),
    ("ten phap ly", "official_title"),
    ("tom tat, mo ta, gioi thieu", "summary"),
    ("ma, ma so, ma thu tuc", "code id"),
    ("so hieu", "number code"),
    ("linh vuc", "field"),
    ("doi tuong", "audiences"),
    ("co quan, don vi, co quan thuc hien", "agency issuer"),
    ("cap tren", "parent"),
    ("thoi han, thoi gian, thoi gian giai quyet", "time"),
    ("phi, le phi, chi phi, gia, muc phi", "fee"),
    ("ho so, giay to, thanh phan ho so", "documents paper papers"),
    ("ban chinh", "originals"),
    ("ban sao", "copies"),
    ("buoc, cac buoc, trinh tu", "steps"),
    ("ket qua", "result"),
    ("dieu kien, yeu cau", "conditions"),
    ("can cu, can cu phap ly, phap ly", "legal basis"),
    ("nguon", "sources source"),
    ("ghi chu, luu y", "note fee_note time_note"),
    ("truong hop", "cases case"),
    ("kenh, cach nop, hinh thuc nop", "channels channel kind"),
    ("truc tuyen, nop truc tuyen, qua mang", "online"),
    ("noi nop", "offices"),
    ("lien quan", "related"),
    ("tinh trang, trang thai", "status"),
    ("dien thoai, so dien thoai, phone", "phone hotline"),
    ("tong dai, hotline", "hotline phone"),
    ("thu dien tu, mail", "email"),
    ("dia chi, address", "street address url"),
    ("gio lam viec, gio mo cua, thoi gian lam viec, opening hours, office hours", "hours"),
    ("tinh, thanh pho, tinh thanh", "province"),
    ("ten cu, ten truoc day", "earlier_names"),
    ("toa do, vi tri, coordinates, gps", "position"),
    ("tiep nhan, nhan ho so", "accepts"),
    ("khu vuc, dia ban", "area"),
    ("trang web, website, web", "site url"),
    ("viet tat, ten viet tat, ten tat", "short"),
    ("trung tam hanh chinh cong, trung tam phuc vu hanh chinh cong, bo phan mot cua", "one-stop"),
    ("phong giao dich, diem giao dich", "transaction-room"),
    ("lien ket, duong dan, link", "url form_url"),
    ("ngay kiem tra, ngay xem", "checked"),
    ("muc, muc do", "level"),
    ("ly do", "reason"),
    ("truc tiep, tai quay, mot cua", "counter one-stop"),
    ("buu chinh, buu dien", "post"),
    ("goi dien", "phone"),
    ("ung dung, vneid", "app"),
    ("toan trinh, 4, muc 4, muc do 4", "full"),
    ("mot phan, 3, muc 3, muc do 3", "partial"),
    ("thong tin, chi xem thong tin", "information"),
    ("nhap, ban nhap", "draft"),
    ("cong bo, da cong bo", "published"),
    ("tam dung, tam ngung", "suspended"),
    ("bai bo, het hieu luc", "withdrawn"),
    ("co, dung, yes", "true"),
    ("khong, sai, no", "false"),
];

fn proposed(value: String, is_less: bool, is_right: impl Fn(&str) -> bool) -> Option<Meant> {
    is_right(&value).then_some(Meant { value, is_less })
}

/// One number or two at the start, without their zeros, and what follows.
fn range(text: &str) -> Option<(String, &str)> {
    let take = |text: &'_ str| -> Option<(u16, usize)> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        Some((text[..end].parse().ok()?, end))
    };
    let (first, end) = take(text)?;
    let rest = &text[end..];
    let joined = ["-", "–", "den"].iter().find_map(|it| rest.trim_start().strip_prefix(it));
    match joined.map(str::trim_start).and_then(|it| Some((it, take(it)?))) {
        Some((rest, (second, end))) => Some((format!("{first}–{second}"), &rest[end..])),
        None => Some((first.to_string(), rest)),
    }
}

/// A number in a word: `năm ngày`.
fn named(text: &str) -> Option<(String, &str)> {
    let (word, rest) = text.split_once(' ')?;
    let number = NAMES.iter().position(|it| *it == word)?;
    Some((number.to_string(), rest))
}

/// `(năm) ngày` says its number twice.
fn without_brackets(text: &str) -> &str {
    let inside = text.strip_prefix('(').and_then(|it| it.split_once(')'));
    inside.map_or(text, |(_, rest)| rest.trim_start())
}

/// `1` and `5` of `1tr5`, `1,5` of `1,5 triệu`.
fn scaled(number: &str, half: &str, times: u64) -> Option<u64> {
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, half));
    if part.len() > 6 || (part != half && !half.is_empty()) {
        return None;
    }
    let tenth = if part.is_empty() { 0 } else { part.parse::<u64>().ok()? };
    let scale = 10_u64.pow(u32::try_from(part.len()).ok()?);
    let rest = (tenth * times).checked_rem(scale)?;
    (rest == 0)
        .then(|| whole.parse::<u64>().ok()?.checked_mul(times)?.checked_add(tenth * times / scale))
        .flatten()
}

#[cfg(test)]
mod tests;
