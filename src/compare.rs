//! Two states of a catalogue side by side: what readers are told now and were not before, and whether
//! somebody said why.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::derive::{Cited, Line, Record};
use crate::model::{Change, Lang};

/// Parts of a procedure that change with a line under `changes`: by these somebody plans a way, a day
/// off work, or what to bring.
const FACTS: [&str; 4] = ["time", "fee", "documents", "channels"];

/// A record that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordChange {
    /// `procedure`, `agency`, `office`.
    pub kind: &'static str,
    pub id: String,
    /// In the main language; of what is gone, its last one.
    pub title: String,
    pub how: How,
    /// The id it had before, where that is another.
    pub earlier_id: Option<String>,
    /// None of what is wholly new, or gone.
    pub lines: Vec<LineChange>,
    /// A time, a fee, a paper or a place changed, and `changes` has no new line.
    pub unexplained: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    Added,
    Removed,
    Changed,
}

/// A line that is other than it was; it is there before, after, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineChange {
    /// The key under which an author finds it; of a row of `terms`, `time` or `fee`.
    pub part: &'static str,
    /// `None` where it is the main one.
    pub lang: Option<String>,
    /// Which of several; `None` where there is one, and where that is among the words themselves.
    pub about: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Where that is from which stands there now, by its title.
    pub source: Option<String>,
    pub source_url: Option<String>,
    /// When somebody last looked at it: `2026-11-23`.
    pub source_checked: Option<String>,
    /// It was the source of what stood there before too, and nobody has looked at it since.
    pub not_read_again: bool,
}

/// What is other in `after`, in the order of its records, then what is gone. A source that was
/// checked `today` cannot have been checked since.
pub fn compare(before: &[Record], after: &[Record], today: Date) -> Vec<RecordChange> {
    let key = |it: &Record| (it.kind, it.id.clone());
    let by_id: FxHashMap<_, &Record> = before.iter().map(|it| (key(it), it)).collect();
    let by_address: FxHashMap<&str, &Record> = before.iter().map(|it| (it.address.as_str(), it)).collect();
    let mut gone: FxHashSet<_> = before.iter().map(key).collect();
    let mut found = Vec::new();
    for it in after {
        let moved = || it.aliases.iter().find_map(|it| by_address.get(it.as_str()));
        let was = by_id.get(&key(it)).or_else(moved).filter(|was| gone.remove(&key(was)));
        match was {
            Some(was) => found.extend(changed(was, it)),
            None => found.push(whole(it, How::Added)),
        }
    }
    found.extend(before.iter().filter(|it| gone.contains(&key(it))).map(|it| whole(it, How::Removed)));
    let today = today.to_string();
    for it in found.iter_mut().flat_map(|it| &mut it.lines) {
        it.not_read_again &= it.source_checked.as_ref() != Some(&today);
    }
    found
}

fn changed(was: &Record, it: &Record) -> Option<RecordChange> {
    let of = |it: &Record| it.lines.iter().map(|it| it.0).collect::<Vec<Lang>>();
    let (then, mut langs) = (of(was), of(it));
    langs.extend(then.into_iter().filter(|it| !langs.contains(it)).collect::<Vec<_>>());
    let mut langs = langs.into_iter();
    let mut lines = langs.next().map_or(Vec::new(), |main| in_language(was, it, main));
    let told = by_part(&lines);
    for lang in langs {
        let found = in_language(was, it, lang);
        let all = by_part(&found);
        // What changed in the main language too is told once.
        let more = found.into_iter().filter(|it| told.get(it.part) < all.get(it.part));
        lines.extend(more.map(|it| LineChange { lang: Some(lang.to_string()), ..it }));
    }
    let earlier_id = (was.id != it.id).then(|| was.id.clone());
    if lines.is_empty() && earlier_id.is_none() {
        return None;
    }
    let is_fact = |it: &LineChange| it.lang.is_none() && FACTS.contains(&it.part);
    let says_why = has_new(&was.changes, &it.changes);
    let unexplained = it.kind == "procedure" && !says_why && lines.iter().any(is_fact);
    Some(RecordChange { earlier_id, lines, unexplained, ..whole(it, How::Changed) })
}

/// Whether some line is there that was not; one whose words or whose day were corrected was.
fn has_new(before: &[Change], after: &[Change]) -> bool {
    let gone: Vec<&Change> = before.iter().filter(|it| !after.contains(it)).collect();
    let was = |it: &Change| gone.iter().any(|was| was.date == it.date || was.note == it.note);
    after.iter().any(|it| !before.contains(it) && !was(it))
}

/// Of a page that came or went with its language the name alone.
fn in_language(was: &Record, it: &Record, lang: Lang) -> Vec<LineChange> {
    let then = was.lines.iter().find(|it| it.0 == lang).map_or(&[][..], |it| &it.1);
    let now = it.lines.iter().find(|it| it.0 == lang).map_or(&[][..], |it| &it.1);
    if !then.is_empty() && !now.is_empty() {
        return between(then, now);
    }
    let name = |lines: &[Line]| lines.iter().filter(|it| it.part == "title").cloned().collect::<Vec<_>>();
    between(&name(then), &name(now))
}

fn by_part(lines: &[LineChange]) -> FxHashMap<&'static str, usize> {
    let mut counts = FxHashMap::default();
    for it in lines {
        *counts.entry(it.part).or_default() += 1;
    }
    counts
}

fn whole(it: &Record, how: How) -> RecordChange {
    RecordChange {
        kind: it.kind,
        id: it.id.clone(),
        title: it.title.clone(),
        how,
        earlier_id: None,
        lines: Vec::new(),
        unexplained: false,
    }
}

/// Part by part, in the order in which the record has them; then those that are wholly gone.
fn between(before: &[Line], after: &[Line]) -> Vec<LineChange> {
    let mut parts: Vec<(&'static str, [Vec<&Line>; 2])> = Vec::new();
    for (side, lines) in [(1, after), (0, before)] {
        for it in lines {
            let known = parts.iter().position(|(part, _)| *part == it.part);
            let at = known.unwrap_or(parts.len());
            if known.is_none() {
                parts.push((it.part, Default::default()));
            }
            parts[at].1[side].push(it);
        }
    }
    parts.into_iter().flat_map(|(part, [then, now])| of_part(part, &then, &now)).collect()
}

fn of_part(part: &'static str, before: &[&Line], after: &[&Line]) -> Vec<LineChange> {
    let change = |about: &str, before, after| {
        let about = (!about.is_empty()).then(|| about.to_owned());
        let (source, source_url, source_checked) = (None, None, None);
        let not_read_again = false;
        LineChange {
            part,
            lang: None,
            about,
            before,
            after,
            source,
            source_url,
            source_checked,
            not_read_again,
        }
    };
    let cited = |change: LineChange, was: Option<&Line>, it: &Line| match it.source.clone() {
        Some(Cited { title, url, checked }) => LineChange {
            source: Some(title),
            source_url: url,
            source_checked: checked,
            not_read_again: was.is_some_and(|was| was.source == it.source),
            ..change
        },
        None => change,
    };
    let (gone, new) = (without(before, after), without(after, before));
    if gone.is_empty() && new.is_empty() {
        // Steps are followed in their order; nothing else is.
        let is_same = |(was, it): (&&Line, &&Line)| (&was.about, &was.says) == (&it.about, &it.says);
        let is_other = part == "steps" && !before.iter().zip(after).all(is_same);
        let order = |lines: &[&Line]| {
            let numbered = (1..).zip(lines).map(|(nth, it)| format!("{nth}. {}", it.about));
            Some(numbered.collect::<Vec<_>>().join(", "))
        };
        return is_other.then(|| change("", order(before), order(after))).into_iter().collect();
    }
    // Lines of one name are the same line.
    let mut named: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, it) in gone.iter().enumerate().rev() {
        named.entry(&it.about).or_default().push(at);
    }
    let mut is_left = vec![true; gone.len()];
    let mut changes = Vec::new();
    let mut added: Vec<&Line> = Vec::new();
    for it in new {
        match named.get_mut(it.about.as_str()).and_then(Vec::pop) {
            Some(at) => {
                is_left[at] = false;
                let was = gone[at];
                let other = change(&it.about, Some(was.says.clone()), Some(it.says.clone()));
                changes.push(cited(other, Some(was), it));
            }
            None => added.push(it),
        }
    }
    let removed: Vec<&Line> = gone.iter().zip(is_left).filter(|it| it.1).map(|it| *it.0).collect();
    // One that took the other's place.
    if let ([was], [it]) = (removed.as_slice(), added.as_slice()) {
        changes.push(cited(change("", Some(told(was)), Some(told(it))), Some(was), it));
        return changes;
    }
    changes.extend(removed.into_iter().map(|it| change("", Some(told(it)), None)));
    changes.extend(added.into_iter().map(|it| cited(change("", None, Some(told(it))), None, it)));
    changes
}

/// Those of `lines` that the `others` lack, each as often as it is missing there.
fn without<'l>(lines: &[&'l Line], others: &[&Line]) -> Vec<&'l Line> {
    let mut there: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    for it in others {
        *there.entry((&it.about, &it.says)).or_default() += 1;
    }
    let mut missing = Vec::new();
    for it in lines {
        match there.get_mut(&(it.about.as_str(), it.says.as_str())) {
            Some(left) if 0 < *left => *left -= 1,
            _ => missing.push(*it),
        }
    }
    missing
}

fn told(it: &Line) -> String {
    match (it.about.as_str(), it.says.as_str()) {
        ("", says) => says.to_owned(),
        (about, "") => about.to_owned(),
        (about, says) => format!("{about}: {says}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(all: &[(&'static str, &str, &str)]) -> Vec<Line> {
        let line = |(part, about, says): &(&'static str, &str, &str)| Line {
            part,
            about: (*about).to_owned(),
            says: (*says).to_owned(),
            source: None,
        };
        all.iter().map(line).collect()
    }

    /// `part about: before → after` each.
    fn said(before: &[(&'static str, &str, &str)], after: &[(&'static str, &str, &str)]) -> Vec<String> {
        let found = between(&lines(before), &lines(after));
        let side = |it: Option<String>| it.unwrap_or_else(|| "–".to_owned());
        let one = |it: LineChange| {
            format!("{} {}: {} → {}", it.part, side(it.about), side(it.before), side(it.after))
        };
        found.into_iter().map(one).collect()
    }

    #[test]
    fn lines_are_held_against_lines_of_their_name_and_as_often_as_they_stand_there() {
        let paper = ("documents", "Đơn", "1 bản chính");
        let (one, other) = (("documents", "Sổ", "2 bản sao"), ("documents", "Thẻ", "2 bản sao"));
        let none: [String; 0] = [];
        assert_eq!(said(&[paper, one, paper], &[one, paper, paper]), none);
        assert_eq!(said(&[paper], &[paper, paper]), ["documents –: – → Đơn: 1 bản chính"]);
        assert_eq!(said(&[paper], &[("documents", "Đơn", "")]), ["documents Đơn: 1 bản chính → "]);
        assert_eq!(said(&[paper, one], &[paper, other]), ["documents –: Sổ: 2 bản sao → Thẻ: 2 bản sao"]);
        // Nobody can say which took whose place.
        assert_eq!(
            said(&[one, other], &[("documents", "Bằng", "")]),
            ["documents –: Sổ: 2 bản sao → –", "documents –: Thẻ: 2 bản sao → –", "documents –: – → Bằng"]
        );
    }

    #[test]
    fn parts_come_in_the_order_of_the_record_and_what_is_gone_comes_last() {
        let before = [("code", "", "1"), ("title", "", "A"), ("owner", "", "X")];
        let after = [("title", "", "B"), ("summary", "", "S"), ("owner", "", "Y")];
        let found = said(&before, &after);
        let parts: Vec<&str> = found.iter().filter_map(|it| it.split(' ').next()).collect();
        assert_eq!(parts, ["title", "summary", "owner", "code"]);
    }
}
