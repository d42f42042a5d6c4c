//! Hours as people write them: `Thứ 2 – thứ 6, 7:30–11:30 và 13h30 đến 17h`.

use jiff::civil::Time;

use crate::text::fold;

/// As rows have them; Monday is the first.
pub(crate) const DAYS: [(&str, u8); 7] =
    [("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6), ("sun", 7)];
/// Rows that somebody types in words; more are something else.
pub(crate) const MOST: usize = 50;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Day(u8),
    Time(Time),
    /// A number alone, which is a day where days are named: `thứ 2 – 6`.
    Number(u8),
    /// `đến`, `–`
    Range,
}

/// The rows to type; `None` where something else stands among the hours.
pub(crate) fn rows(text: &str) -> Option<Vec<String>> {
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

pub(crate) fn row(days: &str, from: &str, until: &str) -> String {
    format!("{{days: {days}, from: \"{from}\", until: \"{until}\"}}")
}

/// Days as people write them: `T2–T6`, `thứ hai, thứ ba`, `[2, 3, CN]`.
pub(crate) fn days(text: &str) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    let mut before = None;
    for token in tokens(text)? {
        put(&mut found, token, before)?;
        before = Some(token);
    }
    (!found.is_empty()).then_some(found)
}

/// One time alone: `7h30`.
pub(crate) fn time(text: &str) -> Option<Time> {
    match tokens(text)?[..] {
        [Token::Time(it)] => Some(it),
        _ => None,
    }
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

pub(crate) fn names(days: &[u8]) -> String {
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
