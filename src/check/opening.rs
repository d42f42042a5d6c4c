//! When an office is open: rows as the content has them, and hours as people write them.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Time;

use super::map::Map;
use super::reading::Reading;
use super::rules::wrong_kind::Place;
use super::rules::{bad_hours, duplicate_key, hours_overlap};
use crate::model::Hours;
use crate::shape;
use crate::source::tree::{Node, Value};
use crate::text::fold;

const DAYS: [(&str, u8); 7] =
    [("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6), ("sun", 7)];
const KEYS: [&str; 3] = ["days", "from", "until"];
/// Rows that somebody types in words; more are something else.
const MOST: usize = 50;

/// Two rows that share a moment contradict each other: the page would say both.
pub(super) fn opening(reading: &mut Reading<'_>, map: &Map<'_>) -> Vec<Hours> {
    if let Some(node) = map.get("hours").filter(|it| is_in_words(it)) {
        report_words(reading, node, &Place::Below("hours".to_owned()));
        return Vec::new();
    }
    let rows = reading.list(map, "hours", |it, node| Some((hours(it, node)?, node.span.clone())));
    let days = rows.iter().flat_map(|(row, span)| row.days.iter().map(move |day| (*day, row, span)));
    let mut days: Vec<(u8, &Hours, &Range<usize>)> = days.collect();
    days.sort_by_key(|(day, row, _)| (*day, row.from));
    let mut told = BTreeSet::new();
    for pair in days.windows(2) {
        let [(day, row, a), (next_day, next, b)] = pair else { continue };
        let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
        if day == next_day && next.from < row.until && told.insert(second.start) {
            let line = reading.lines.line(first.start);
            let words = hours_overlap::words(DAYS[usize::from(*day) - 1].0, line);
            reading.report(&hours_overlap::RULE, (*second).clone(), words);
        }
    }
    rows.into_iter().map(|(it, _)| it).collect()
}

/// Is there no row with a key of rows?
fn is_in_words(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Scalar(_) => true,
        Value::Map(entries) => entries.iter().all(|it| !KEYS.contains(&&*it.key)),
        Value::List(items) => {
            !items.is_empty() && items.iter().all(|it| it.value != Value::Null && is_in_words(it))
        }
    }
}

fn report_words(reading: &mut Reading<'_>, node: &Node, place: &Place) {
    let text = &reading.source.text[node.span.clone()];
    let rows = rows(text).unwrap_or_else(|| vec![row("[…]", "…", "…")]);
    reading.report(&bad_hours::RULE, node.span.clone(), bad_hours::words_of_rows(text, &rows, place));
}

fn hours(reading: &mut Reading<'_>, node: &Node) -> Option<Hours> {
    if is_in_words(node) {
        report_words(reading, node, &Place::Lines);
        return None;
    }
    if let Some(rows) = twice(node, &reading.source.text) {
        let before = reading.source.text[..node.span.start].trim_end_matches(' ');
        let place = if before.ends_with('-') { Place::Lines } else { Place::Within };
        reading.report(&duplicate_key::RULE, node.span.clone(), duplicate_key::words_of_hours(&rows, &place));
        return None;
    }
    let map = reading.map(node, &shape::HOURS)?;
    let item = map.item("days");
    let days = reading.required(&map, "days", |it, node| {
        let text = &it.source.text[node.span.clone()];
        if let Some(meant) = (!are_days(node)).then(|| days(text)).flatten() {
            it.report(&bad_hours::RULE, node.span.clone(), bad_hours::words_of_days(text, &names(&meant)));
            return Some(meant);
        }
        Some(it.items(node, item, |it, node| it.choice(node, &DAYS)))
    });
    let from = reading.required(&map, "from", time_of_day);
    let until = reading.required(&map, "until", time_of_day);
    let (mut days, from, until) = (days?, from?, until?);
    days.sort_unstable();
    days.dedup();
    if until <= from {
        let span = map.get("until").map_or(node.span.clone(), |it| it.span.clone());
        let words = bad_hours::words(&until.strftime("%H:%M").to_string(), None);
        reading.report(&bad_hours::RULE, span, words);
    }
    Some(Hours { days, from, until })
}

/// The rows to type for one with two openings or more: `{days: …, from: …, until: …, from: …, until: …}`.
fn twice(node: &Node, text: &str) -> Option<Vec<String>> {
    let Value::Map(entries) = &node.value else { return None };
    if !(4..=MOST).contains(&entries.len()) {
        return None;
    }
    let all = |key: &str| {
        let own = entries.iter().filter(|it| it.key == key && matches!(it.value.value, Value::Scalar(_)));
        own.map(|it| text[it.value.span.clone()].trim_matches(['"', '\''])).collect::<Vec<_>>()
    };
    let (from, until) = (all("from"), all("until"));
    let days = entries.iter().find(|it| it.key == "days");
    let days = days.map_or("[…]", |it| &text[it.value.span.clone()]);
    let is_one = from.len() < 2 || from.len() != until.len() || days.contains('\n');
    (!is_one).then(|| from.iter().zip(until).map(|(from, until)| row(days, from, until)).collect())
}

fn are_days(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(it) => DAYS.iter().any(|day| day.0 == *it),
        Value::List(items) => items.iter().all(are_days),
        _ => false,
    }
}

fn time_of_day(reading: &mut Reading<'_>, node: &Node) -> Option<Time> {
    let text = reading.scalar(node)?;
    let time = text.split_once(':').and_then(|(hour, minute)| {
        let digits = |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || !digits(minute) {
            return None;
        }
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    });
    if time.is_none() {
        let meant = match tokens(text).as_deref() {
            Some([Token::Time(it)]) => Some(*it),
            _ => None,
        };
        let words = bad_hours::words(text, meant.map(|it| it.strftime("%H:%M").to_string()).as_deref());
        reading.report(&bad_hours::RULE, node.span.clone(), words);
    }
    time
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Day(u8),
    Time(Time),
    /// A number alone, which is a day where days are named: `thứ 2 – 6`.
    Number(u8),
    /// `đến`, `–`
    Range,
}

/// The rows to type for hours as people write them: `Thứ 2 – thứ 6, 7:30–11:30 và 13h30 đến 17h`.
/// `None` where something else stands among them.
fn rows(text: &str) -> Option<Vec<String>> {
    let mut days: Vec<u8> = Vec::new();
    let mut found: Vec<(Vec<u8>, Time, Time)> = Vec::new();
    let mut opens: Option<Time> = None;
    let mut before: Option<Token> = None;
    let mut are_used = true;
    for token in tokens(text)? {
        match token {
            Token::Day(_) | Token::Number(_) if opens.is_some() => return None,
            Token::Day(_) | Token::Number(_) => {
                if are_used {
                    days.clear();
                    are_used = false;
                }
                put(&mut days, token, before)?;
            }
            Token::Time(it) => match opens.take() {
                Some(from) if before == Some(Token::Range) && from < it => {
                    found.push((days.clone(), from, it));
                    are_used = true;
                }
                Some(_) => return None,
                None => opens = Some(it),
            },
            Token::Range => {}
        }
        before = Some(token);
    }
    let shown = |(days, from, until): &(Vec<u8>, Time, Time)| {
        let days = if days.is_empty() { "[…]".to_owned() } else { names(days) };
        row(&days, &from.strftime("%H:%M").to_string(), &until.strftime("%H:%M").to_string())
    };
    let is_whole = opens.is_none() && are_used && (1..=MOST).contains(&found.len());
    is_whole.then(|| found.iter().map(shown).collect())
}

fn row(days: &str, from: &str, until: &str) -> String {
    format!("{{days: {days}, from: \"{from}\", until: \"{until}\"}}")
}

/// Days as people write them: `T2–T6`, `thứ hai, thứ ba`, `[2, 3, CN]`.
fn days(text: &str) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    let mut before = None;
    for token in tokens(text)? {
        put(&mut found, token, before)?;
        before = Some(token);
    }
    (!found.is_empty()).then_some(found)
}

/// One day more, or all from the last one on.
fn put(days: &mut Vec<u8>, token: Token, before: Option<Token>) -> Option<()> {
    let day = match token {
        Token::Day(it) => it,
        // Monday is the second day of the week.
        Token::Number(it) => it.checked_sub(1).filter(|it| (1..=6).contains(it))?,
        Token::Range if !days.is_empty() => return Some(()),
        Token::Range | Token::Time(_) => return None,
    };
    let from = match (before, days.last()) {
        (Some(Token::Range), Some(last)) if *last < day => last + 1,
        (Some(Token::Range), Some(_)) => return None,
        _ => day,
    };
    // The last that was named stands last, for a range may begin with it; each is there once.
    days.retain(|it| !(from..=day).contains(it));
    days.extend(from..=day);
    Some(())
}

fn names(days: &[u8]) -> String {
    let names: Vec<&str> = DAYS.iter().filter(|it| days.contains(&it.1)).map(|it| it.0).collect();
    format!("[{}]", names.join(", "))
}

/// `None` where something stands among them that is of no opening hours.
fn tokens(text: &str) -> Option<Vec<Token>> {
    const NUMBERS: [(&str, u8); 6] = [("hai", 1), ("ba", 2), ("tu", 3), ("nam", 4), ("sau", 5), ("bay", 6)];
    const FILLERS: [&str; 17] = [
        "tu", "va", "sang", "chieu", "buoi", "cac", "ngay", "trong", "tuan", "lam", "viec", "gio", "mo",
        "cua", "luc", "and", "from",
    ];
    let folded = fold(text);
    let words = words(&folded);
    let named = |it: &str| NUMBERS.iter().find(|(name, _)| *name == it).map(|it| it.1);
    let numbered = |it: &str| it.parse().ok().filter(|it| (2..=7).contains(it)).map(|it: u8| it - 1);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at).copied() {
        at += 1;
        let next = words.get(at).copied().unwrap_or_default();
        if let Some(day) =
            Some(next).filter(|_| word == "thu").and_then(|it| named(it).or_else(|| numbered(it)))
        {
            at += 1;
            found.push(Token::Day(day));
        } else if (word, next) == ("chu", "nhat") {
            at += 1;
            found.push(Token::Day(7));
        } else if matches!((word, next), ("hang" | "moi", "ngay") | ("ca", "tuan")) {
            at += 1;
            found.extend((1..=7).map(Token::Day));
        } else if let Some(day) = word.strip_prefix('t').and_then(numbered) {
            found.push(Token::Day(day));
        } else if word == "cn" {
            found.push(Token::Day(7));
        } else if let Some((_, day)) = DAYS.iter().find(|it| it.0 == word) {
            found.push(Token::Day(*day));
        } else if matches!(word, "-" | "–" | "—" | "den" | "toi" | "to") {
            found.push(Token::Range);
        } else if let Ok(number) = word.parse::<u8>() {
            let time = clock(number, &words[at..]);
            at += time.map_or(0, |it| it.1);
            found.push(time.map_or(Token::Number(number), |it| Token::Time(it.0)));
        } else if !FILLERS.contains(&word) && word.contains(char::is_alphanumeric) {
            return None;
        }
    }
    Some(found)
}

/// The time that begins with this hour, and how many words more it takes: `7:30`, `7h30`, `7 giờ 30`, `17h`.
fn clock(hour: u8, rest: &[&str]) -> Option<(Time, usize)> {
    let minute = rest.get(1).filter(|it| it.len() == 2).and_then(|it| it.parse().ok()).filter(|it| *it < 60);
    let (minute, taken) = match (rest.first()?, minute) {
        (&(":" | "." | "h" | "g" | "gio"), Some(minute)) => (minute, 2),
        (&("h" | "g" | "gio"), _) => (0, 1),
        _ => return None,
    };
    Some((Time::new(i8::try_from(hour).ok()?, minute, 0, 0).ok()?, taken))
}

/// Words, numbers and signs, each by itself; `t2` is one word.
fn words(folded: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        _ if c.is_ascii_digit() => 0,
        _ if c.is_alphabetic() => 1,
        _ if c.is_whitespace() => 2,
        _ => 3,
    };
    let mut found = Vec::new();
    let mut left = folded.trim_start();
    while let Some(first) = left.chars().next() {
        let is_day = left.starts_with('t') && left[1..].starts_with(|c: char| c.is_ascii_digit());
        let end = match kind(first) {
            _ if is_day => left[1..].find(|c: char| !c.is_ascii_digit()).map(|it| it + 1),
            3 => Some(first.len_utf8()),
            own => left.find(|c| kind(c) != own),
        };
        let (word, rest) = left.split_at(end.unwrap_or(left.len()));
        found.push(word);
        left = rest.trim_start();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    /// They got one message for each key that a row lacks, or were told to type `until: Thứ 2 đến thứ 6`.
    #[test]
    fn hours_in_words_are_told_the_rows_to_type() {
        let rows = "hours:\n    - {days: [mon, tue, wed, thu, fri], from: \"07:30\", until: \"11:30\"}";
        for hours in [
            "hours: Thứ 2 đến thứ 6, 7:30–11:30",
            "hours: [Thứ 2 - thứ 6 7h30 - 11h30]",
            "hours:\n  - T2–T6: 7:30-11:30",
            "hours:\n  Thứ hai đến thứ sáu:\n    7:30-11:30",
        ] {
            let said = office(hours);
            assert!(said.contains(" C117 ") && said.contains(rows), "{hours}: {said}");
            assert_eq!(said.matches(" C").count(), 1, "{hours}: {said}");
        }
        let said = office("hours:\n  - {days: [mon], from: \"7:30\", until: \"9:00\"}\n  - T4: 7h-9h");
        assert!(
            said.contains("[T4: 7h-9h]")
                && said.contains("`- {days: [wed], from: \"07:00\", until: \"09:00\"}`"),
            "{said}"
        );
        let long = office(&format!("hours: {}", "7h-8h ".repeat(99_999)));
        let first = long.lines().next().and_then(|it| it.rsplit_once("] ")).map_or("", |it| it.1);
        assert!(first.len() < 200 && first.contains('…'), "{first}");
        let said = office("hours: Giờ hành chính");
        assert!(said.contains("- {days: […], from: \"…\", until: \"…\"}"), "{said}");
        let said = office("hours:\n  - {days: T2-T6, from: 7h30, until: 11.30}");
        for told in ["Write `[mon, tue, wed, thu, fri]`.", "Write `\"07:30\"`.", "Write `\"11:30\"`."] {
            assert!(said.contains(told), "{said}");
        }
        assert_eq!(office("hours:\n  - {days: [mon], from: 7:30, until: \"11:30\"}"), "");
    }

    fn office(hours: &str) -> String {
        let office = format!("title: Q\nkind: one-stop\nprovince: P\n{hours}\n");
        shown(&sources(&format!("{GOOD}\n-- content/offices/q.yaml --\n{office}")), Language::En)
    }

    #[test]
    fn two_openings_in_one_row_were_told_to_lose_one() {
        let hours = "{days: [mon, tue], from: \"07:30\", until: 11:30, from: \"13:30\", until: \"16:30\"}";
        let said = office(&format!("hours:\n  - {hours}"));
        expect_test::expect![[r#"
            offices/q.yaml:5:5 C008 [{days: [mon, tue], from: "07:30", until: 11:30, from: "13:30", until: "16:30"}] the keys `from` and `until` are written twice: each opening is an item
                Write this:
              - {days: [mon, tue], from: "07:30", until: "11:30"}
              - {days: [mon, tue], from: "13:30", until: "16:30"}
        "#]].assert_eq(&said);
        assert!(office(&format!("hours: [{hours}]")).contains("`{days: [mon, tue], from: \"07:30\""));
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let week = "[mon, tue, wed, thu, fri]";
        let two = [row(week, "07:30", "11:30"), row(week, "13:30", "17:00")];
        for text in [
            "Thứ 2 đến thứ 6, 7:30–11:30 và 13:30–17:00",
            "T2–T6: 7h30-11h30, 13h30 - 17h",
            "Sáng thứ hai tới thứ sáu từ 7 giờ 30 đến 11 giờ 30, chiều từ 13g30 đến 17g",
            "- 2 - 6: 7.30 – 11.30; 13.30 – 17.00",
            "[\"thứ 2, 3, 4, 5, 6\", 7h30 đến 11h30, 13:30-17:00]",
        ] {
            assert_eq!(rows(text).as_deref(), Some(&two[..]), "{text}");
        }
        let also = "thứ hai - thứ sáu: 7:30-11:30\n  - Thứ bảy, chủ nhật: 8h-10h";
        assert_eq!(rows(also), Some(vec![row(week, "07:30", "11:30"), row("[sat, sun]", "08:00", "10:00")]));
        let all = "[mon, tue, wed, thu, fri, sat, sun]";
        assert_eq!(rows("hằng ngày 0h00–23h59"), Some(vec![row(all, "00:00", "23:59")]));
        let many = format!("{} {}", "T2 T3 ".repeat(9_999), "7h-8h ".repeat(9));
        assert_eq!(rows(&many), Some(vec![row("[mon, tue]", "07:00", "08:00"); 9]));
        assert_eq!(rows(&"7h-8h ".repeat(99_999)), None);
        assert_eq!(rows("7h30-17h"), Some(vec![row("[…]", "07:30", "17:00")]));
    }

    #[test]
    fn what_is_not_sure_is_not_taken_for_hours() {
        for text in [
            "Giờ hành chính",
            "",
            "thứ 2",
            "7:30",
            "7:30 11:30",
            "17:00–7:30",
            "24:30–25:00",
            "thứ 6 – thứ 2: 7h–8h",
            "thứ 2: 7h–8h, trừ ngày lễ",
            "7h–8h thứ 3",
            "7:30–11:30–12:30",
            "9 – 10: 7h–8h",
            "7:30 – thứ 2 – 8:30",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
        assert_eq!(days("T2–T6").map(|it| names(&it)), Some("[mon, tue, wed, thu, fri]".to_owned()));
        for text in ["", "[]", "T8", "thứ 2 7:30", "[mon, ngày lễ]", "–"] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
