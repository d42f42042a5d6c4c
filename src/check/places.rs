//! Agencies and offices.

use super::ground::Kind;
use super::opening::opening;
use super::parts;
use super::reading::Reading;
use super::rules::bad_position;
use super::unconfirmed;
use crate::model::{Address, Agency, Id, Office, OfficeKind};
use crate::shape;
use crate::source::tree::Node;

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
