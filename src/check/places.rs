//! Agencies and offices.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Time;

use super::ground::Kind;
use super::map::Map;
use super::parts;
use super::reading::Reading;
use super::rules::{bad_hours, bad_position, hours_overlap};
use super::unconfirmed;
use crate::model::{Address, Agency, Hours, Id, Office, OfficeKind};
use crate::shape;
use crate::source::tree::Node;

const DAYS: [(&str, u8); 7] =
    [("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6), ("sun", 7)];

pub(super) fn agency(reading: &mut Reading<'_>, node: &Node, id: &Id) -> Option<Agency> {
    let map = reading.map(node, &shape::AGENCY)?;
    parts::own_id(reading, &map, id);
    Some(Agency {
        id: id.clone(),
        address: Address::agency(id),
        title: reading.required(&map, "title", Reading::text).unwrap_or_default(),
        short: reading.optional(&map, "short", Reading::text),
        summary: reading.optional(&map, "summary", Reading::text),
        parent: reading.optional(&map, "parent", |it, node| it.reference(node, Kind::Agency)),
        hotline: reading.optional(&map, "hotline", Reading::phone),
        email: reading.optional(&map, "email", Reading::email),
        site: reading.optional(&map, "site", Reading::url),
        area: reading.optional(&map, "area", Reading::text),
        sources: reading.list(&map, "sources", parts::source),
        unconfirmed: unconfirmed::keys(reading, &map, &shape::AGENCY),
    })
}

pub(super) fn office(reading: &mut Reading<'_>, node: &Node, id: &Id) -> Option<Office> {
    let map = reading.map(node, &shape::OFFICE)?;
    parts::own_id(reading, &map, id);
    let kinds = [("one-stop", OfficeKind::OneStop), ("transaction-room", OfficeKind::TransactionRoom)];
    Some(Office {
        id: id.clone(),
        address: Address::office(id),
        title: reading.required(&map, "title", Reading::text).unwrap_or_default(),
        kind: reading
            .required(&map, "kind", |it, node| it.choice(node, &kinds))
            .unwrap_or(OfficeKind::TransactionRoom),
        agency: reading.optional(&map, "agency", |it, node| it.reference(node, Kind::Agency)),
        street: reading.optional(&map, "street", Reading::text),
        province: reading.required(&map, "province", Reading::string).unwrap_or_default(),
        earlier_names: reading.list(&map, "earlier_names", Reading::string),
        phone: reading.optional(&map, "phone", Reading::phone),
        hours: opening(reading, &map),
        accepts: reading.optional(&map, "accepts", Reading::text),
        position: reading.optional(&map, "position", position),
        note: reading.optional(&map, "note", Reading::text),
        sources: reading.list(&map, "sources", parts::source),
        unconfirmed: unconfirmed::keys(reading, &map, &shape::OFFICE),
    })
}

/// Two rows that share a moment contradict each other: the page would say both.
fn opening(reading: &mut Reading<'_>, map: &Map<'_>) -> Vec<Hours> {
    let rows = reading.list(map, "hours", |it, node| Some((hours(it, node)?, node.span.clone())));
    let days = rows.iter().flat_map(|(row, span)| row.days.iter().map(move |day| (*day, row, span)));
    let mut days: Vec<(u8, &Hours, &Range<usize>)> = days.collect();
    days.sort_by_key(|(day, row, _)| (*day, row.from));
    let mut told = BTreeSet::new();
    for pair in days.windows(2) {
        let [(day, row, a), (next_day, next, b)] = pair else { continue };
        let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
        if day == next_day && next.from < row.until && told.insert(second.start) {
            let line = reading.source.line_column(first.start).line;
            let words = hours_overlap::words(DAYS[usize::from(*day) - 1].0, line);
            reading.report(&hours_overlap::RULE, (*second).clone(), words);
        }
    }
    rows.into_iter().map(|(it, _)| it).collect()
}

fn hours(reading: &mut Reading<'_>, node: &Node) -> Option<Hours> {
    let map = reading.map(node, &shape::HOURS)?;
    let item = map.item("days");
    let days = reading
        .required(&map, "days", |it, node| Some(it.items(node, item, |it, node| it.choice(node, &DAYS))));
    let from = reading.required(&map, "from", time_of_day);
    let until = reading.required(&map, "until", time_of_day);
    let (mut days, from, until) = (days?, from?, until?);
    days.sort_unstable();
    days.dedup();
    if until <= from {
        let span = map.get("until").map_or(node.span.clone(), |it| it.span.clone());
        reading.report(&bad_hours::RULE, span, bad_hours::words(&until.strftime("%H:%M").to_string()));
    }
    Some(Hours { days, from, until })
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
        reading.report(&bad_hours::RULE, node.span.clone(), bad_hours::words(text));
    }
    time
}

fn position(reading: &mut Reading<'_>, node: &Node) -> Option<(f64, f64)> {
    let map = reading.map(node, &shape::POSITION)?;
    let mut degrees = |key: &str, most: f64| {
        let node = map.get(key);
        let value = reading.required(&map, key, |it, node| Some(it.scalar(node)?.to_owned()))?;
        let value: Option<f64> = value.parse().ok().filter(|it: &f64| it.abs() <= most);
        if let (None, Some(node)) = (value, node) {
            reading.report(&bad_position::RULE, node.span.clone(), bad_position::words());
        }
        value
    };
    let latitude = degrees("lat", 90.0);
    let longitude = degrees("lon", 180.0);
    Some((latitude?, longitude?))
}
