//! `next-change`: when the site will next say something else, so that a timer can build it then.

use serde_json::json;

use super::as_of::zone;
use super::asked::{Asked, asked};
use super::context::Context;
use super::{Outcome, terminal};
use crate::diagnostic::Language;
use crate::error::Result;
use crate::model::{ANNOUNCED, Catalogue, Id, Section, Turn};

pub(super) fn run(context: &Context) -> Result<Outcome> {
    let Some(Asked { in_json, sources, as_of, catalogue }) = asked(context, "next-change")? else {
        return Ok(Outcome::Found);
    };
    let language = context.language();
    let next = catalogue.next_change(as_of);
    let instant = match &next {
        None => None,
        Some((day, _)) => {
            // Only the last day that a calendar knows is not one everywhere.
            let instant = day.to_zoned_datetime(zone(&sources)?).ok();
            instant.map(|it| it.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
        }
    };
    let turns = next.map(|(_, turns)| turns).unwrap_or_default();
    if in_json {
        let what: Vec<_> = turns
            .iter()
            .map(|it| json!({ "what": key(it), "procedure": procedure(it).map(Id::as_str), "part": part(it).map(Section::key), "text": words(&catalogue, it, language) }))
            .collect();
        terminal::say(&format!(
            "{:#}\n",
            json!({ "as_of": as_of.to_string(), "next": instant, "changes": what })
        ))?;
        return Ok(Outcome::Done);
    }
    let mut said = instant.map(|it| it + "\n").unwrap_or_default();
    if !context.is_quiet() {
        if said.is_empty() {
            said.push_str(match language {
                Language::Vi => "Không có thay đổi nào được định trước.\n",
                Language::En => "No change is set for a later day.\n",
            });
        }
        said.extend(turns.iter().map(|it| format!("  {}\n", words(&catalogue, it, language))));
    }
    terminal::say(&said)?;
    Ok(Outcome::Done)
}

/// For programs.
fn key(turn: &Turn<'_>) -> &'static str {
    match turn {
        Turn::Starts(..) => "starts",
        Turn::Ends(..) => "ends",
        Turn::Announced(..) => "announced",
        Turn::InForce(_) => "in-force",
        Turn::Resumes(_) => "resumes",
        Turn::Works(_) => "works",
        Turn::Changed(_) => "changed",
        Turn::ChangeAnnounced(_) => "change-announced",
        Turn::LegalEnds(_) => "legal-ends",
        Turn::Week => "week",
        Turn::Recorded => "recorded",
        Turn::Year => "year",
    }
}

fn procedure<'a>(turn: &Turn<'a>) -> Option<&'a Id> {
    match turn {
        Turn::Starts(id, _)
        | Turn::Ends(id, _)
        | Turn::Announced(id, _)
        | Turn::InForce(id)
        | Turn::Resumes(id)
        | Turn::Works(id)
        | Turn::Changed(id)
        | Turn::ChangeAnnounced(id) => Some(id),
        Turn::LegalEnds(_) | Turn::Week | Turn::Recorded | Turn::Year => None,
    }
}

fn part(turn: &Turn<'_>) -> Option<Section> {
    match turn {
        Turn::Starts(_, part) | Turn::Ends(_, part) | Turn::Announced(_, part) => Some(*part),
        _ => None,
    }
}

fn words(catalogue: &Catalogue, turn: &Turn<'_>, language: Language) -> String {
    let title = procedure(turn)
        .and_then(|id| Some(format!("{} ({id})", catalogue.procedure(id)?.title.main)))
        .unwrap_or_default();
    let [vi, en] = part(turn).map(Section::words).unwrap_or_default();
    match language {
        Language::Vi => match turn {
            Turn::Starts(..) => format!("{title}: {vi} mới bắt đầu áp dụng"),
            Turn::Ends(..) => format!("{title}: {vi} cũ hết áp dụng"),
            Turn::Announced(..) => format!("{title}: báo trước {ANNOUNCED} ngày thay đổi về {vi}"),
            Turn::InForce(_) => format!("{title}: thủ tục có hiệu lực"),
            Turn::Resumes(_) => format!("{title}: hết tạm dừng"),
            Turn::Works(_) => format!("{title}: biểu mẫu trực tuyến hết lỗi"),
            Turn::Changed(_) => format!("{title}: thay đổi đã ghi trong `changes` có hiệu lực"),
            Turn::ChangeAnnounced(_) => {
                format!("{title}: báo trước {ANNOUNCED} ngày thay đổi đã ghi trong `changes`")
            }
            Turn::LegalEnds(id) => format!("Văn bản `{id}` hết hiệu lực"),
            Turn::Week => "Bảng ngày trả kết quả sang tuần mới".to_owned(),
            Turn::Recorded => "Đến ngày rà soát hoặc xem nguồn ghi trong bản ghi".to_owned(),
            Turn::Year => "Sang năm mới (danh mục không ghi ngày nào)".to_owned(),
        },
        Language::En => match turn {
            Turn::Starts(..) => format!("{title}: new {en} in force"),
            Turn::Ends(..) => format!("{title}: old {en} no longer in force"),
            Turn::Announced(..) => format!("{title}: a change of {en} is {ANNOUNCED} days away"),
            Turn::InForce(_) => format!("{title}: the procedure comes into force"),
            Turn::Resumes(_) => format!("{title}: no longer suspended"),
            Turn::Works(_) => format!("{title}: the online form works again"),
            Turn::Changed(_) => format!("{title}: a change noted in `changes` takes effect"),
            Turn::ChangeAnnounced(_) => {
                format!("{title}: a change noted in `changes` is {ANNOUNCED} days away")
            }
            Turn::LegalEnds(id) => format!("The legal text `{id}` is no longer in force"),
            Turn::Week => "The tables of due dates begin with another week".to_owned(),
            Turn::Recorded => "A day of review or of reading a source that a record names".to_owned(),
            Turn::Year => "Another year (nothing in the catalogue has a date)".to_owned(),
        },
    }
}
