//! Agencies and offices.

use super::ground::Kind;
use super::map::Map;
use super::opening::opening;
use super::parts;
use super::questions;
use super::reading::Reading;
use super::rules::bad_position;
use super::unconfirmed;
use super::unfilled;
use crate::model::{Address, Agency, Id, Office, OfficeKind};
use crate::shape;
use crate::source::tree::{Node, Value};

pub(super) fn agency(reading: &mut Reading<'_>, node: &Node, id: &Id) -> Option<Agency> {
    let map = reading.map(node, &shape::AGENCY)?;
    parts::own_id(reading, &map, id);
    Some(Agency {
        id: id.clone(),
        address: Address::agency(id),
        title: reading.required(&map, "title", Reading::title).unwrap_or_default(),
        short: reading.optional(&map, "short", Reading::text),
        also_called: reading.list(&map, "also_called", questions::name),
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
        title: reading.required(&map, "title", Reading::title).unwrap_or_default(),
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

fn position(reading: &mut Reading<'_>, node: &Node) -> Option<(f64, f64)> {
    if matches!(node.value, Value::Scalar(_) | Value::List(_)) {
        let pair = pair(&reading.source.text[node.span.clone()]);
        let words = pair.map_or_else(bad_position::words, |it| bad_position::words_of_better(&it));
        reading.report(&bad_position::RULE, node.span.clone(), words);
        return None;
    }
    let map = reading.map(node, &shape::POSITION)?;
    if let Some(better) = meant_degrees(&map) {
        reading.report(&bad_position::RULE, node.span.clone(), bad_position::words_of_better(&better));
        return None;
    }
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
    let position = (latitude?, longitude?);
    if position == unfilled::POSITION {
        let line = reading.first_line(node.span.clone());
        reading.starters.push(line);
    }
    Some(position)
}

/// The map to type for degrees that changed places, or have commas.
fn meant_degrees(map: &Map<'_>) -> Option<String> {
    let written = |key: &str| match &map.get(key)?.value {
        Value::Scalar(text) => Some(text.trim()),
        _ => None,
    };
    let (lat, lon) = (written("lat")?, written("lon")?);
    let has_comma = lat.contains(',') || lon.contains(',');
    let [lat, lon] = [lat, lon].map(|it| it.replace(',', "."));
    let numbers: [f64; 2] = [lat.parse().ok()?, lon.parse().ok()?];
    let is_swapped = 90.0 < numbers[0].abs() && numbers[0].abs() <= 180.0 && numbers[1].abs() <= 90.0;
    let [lat, lon] = if is_swapped { [lon, lat] } else { [lat, lon] };
    (is_swapped || has_comma).then(|| format!("{{lat: {lat}, lon: {lon}}}"))
}

/// The map to type for two numbers alone, as maps on the web show them: `20.95, 107.08`.
fn pair(text: &str) -> Option<String> {
    let inside = text.trim().trim_matches(['[', ']', '(', ')', '"', '\'']);
    let mut numbers = inside.split([',', ';', ' ']).map(str::trim).filter(|it| !it.is_empty());
    let is_degrees = |it: &str, most: f64| it.parse().is_ok_and(|it: f64| it.abs() <= most);
    match (numbers.next()?, numbers.next()?, numbers.next()) {
        (lat, lon, None) if is_degrees(lat, 90.0) && is_degrees(lon, 180.0) => {
            Some(format!("{{lat: {lat}, lon: {lon}}}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    /// What it tells of an office with this line more.
    fn office(line: &str) -> String {
        let office = format!("title: Q\nprovince: P\n{line}\n");
        let kind = if line.starts_with("kind") { "" } else { "kind: one-stop\n" };
        shown(&sources(&format!("{GOOD}\n-- content/offices/q.yaml --\n{kind}{office}")), Language::En)
    }

    #[test]
    fn a_position_as_maps_show_it_was_told_to_be_a_map() {
        let better = "`{lat: 20.95, lon: 107.08}`";
        for line in ["position: 20.95, 107.08", "position: [20.95, 107.08]", "position: \"20.95 107.08\""] {
            let said = office(line);
            assert!(said.contains(" C204 ") && said.contains(better), "{line}: {said}");
            assert_eq!(said.lines().count(), 2, "{said}");
        }
        for line in ["position: https://maps.example/abc", "position: 1, 2, 3", "position: 107.08, 20.95"] {
            let said = office(line);
            assert!(said.contains(" C204 ") && said.contains("`position: {lat: 20.95"), "{line}: {said}");
        }
        // The coordinates of the example were told to be typed.
        for degrees in ["lat: 107.0, lon: 21.0", "lat: \"21,0\", lon: 107.0", "lat: \"107,0\", lon: \"21,0\""]
        {
            let said = office(&format!("position: {{{degrees}}}"));
            assert!(said.contains("Write `{lat: 21.0, lon: 107.0}`."), "{said}");
        }
        let said = office("position: {lat: 20,5, lon: 107,08}");
        assert!(said.contains("Write `20.5`.") && said.contains("Write `107.08`."), "{said}");
    }

    #[test]
    fn everyday_names_of_an_agency_are_checked_as_those_of_a_procedure() {
        let told = |line: &str| {
            let agency = format!(
                "{GOOD}\n-- content/agencies/a.yaml --\ntitle: A\nunconfirmed: [hotline, site]\n{line}\n"
            );
            shown(&sources(&agency), Language::En)
        };
        for (line, code) in [
            ("also_called: [Sài Gòn, ở đâu]", " C420 "),
            ("also_called: [Sài Gòn, Chợ Lớn, Sài Gòn]", " C133 "),
            ("also_called: \"Sài Gòn, Chợ Lớn\"", " C009 "),
            ("also_called: [\"\"]", " C010 "),
            ("tên gọi khác: [Sài Gòn]", "`also_called`"),
        ] {
            let said = told(line);
            assert!(said.contains(code), "{line}: {said}");
        }
        assert_eq!(told("also_called: [Sài Gòn]"), "");
    }

    #[test]
    fn parts_of_an_office_in_everyday_words_are_told_their_keys() {
        for (line, told) in [
            ("địa chỉ: 12 Đường A", "`street`"),
            ("address: 12 Đường A", "`street`"),
            ("hotline: 1900 6769", "`phone`"),
            ("giờ làm việc: 7h-9h", "`hours`"),
            ("opening_hours: 7h-9h", "`hours`"),
            ("tọa độ: 20.95, 107.08", "`position`"),
            ("kind: Trung tâm phục vụ hành chính công", "`one-stop`"),
            ("kind: phòng giao dịch", "`transaction-room`"),
        ] {
            let said = office(line);
            assert!(said.contains(told), "{line}: {said}");
        }
    }
}
