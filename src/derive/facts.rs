//! The six facts that every procedure's first screen answers.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::parts::{ChannelView, OutcomeView, RequirementView};
use super::site::Link;
use super::terms::{TermRow, Value};
use super::words::Words;
use crate::model::ChannelKind;

/// The six facts of the first screen; `None` where no source says.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    pub time: Option<Value>,
    /// Other times, by case or channel, exist.
    pub time_varies: bool,
    pub fee: Option<Value>,
    pub fee_varies: bool,
    pub audiences: Vec<Words>,
    pub channels: Vec<String>,
    pub results: Vec<Words>,
    /// Papers everybody brings.
    pub papers: usize,
    /// More papers in some cases.
    pub papers_more: usize,
}

pub(super) fn facts(
    terms: &[TermRow],
    audiences: &[Link],
    channels: &[ChannelView],
    results: &[OutcomeView],
    documents: &[RequirementView],
) -> Facts {
    let time = terms.iter().find_map(|it| it.time.clone());
    let fee = terms.iter().find_map(|it| it.fee.clone());
    let differs = |first: Option<&Value>, other: Option<&Value>| match (first, other) {
        (Some(first), Some(other)) => first.text != other.text,
        _ => false,
    };
    let mut names: Vec<String> = Vec::new();
    for kind in ChannelKind::ALL {
        let found = channels.iter().find(|it| it.kind == kind.key());
        names.extend(found.map(|it| it.name.clone()));
    }
    let papers = documents.iter().filter(|it| it.scope.is_none()).count();
    Facts {
        time_varies: terms.iter().any(|it| differs(time.as_ref(), it.time.as_ref())),
        fee_varies: terms.iter().any(|it| differs(fee.as_ref(), it.fee.as_ref())),
        time,
        fee,
        audiences: audiences.iter().map(|it| it.title.clone()).collect(),
        channels: names,
        results: results.iter().map(|it| it.name.clone()).collect(),
        papers,
        papers_more: documents.len() - papers,
    }
}
