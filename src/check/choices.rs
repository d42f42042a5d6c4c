//! Decision tables: read, and proved complete.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::files::Read;
use super::ground::Kind;
use super::map::Map;
use super::near::{as_id, near};
use super::parts;
use super::reading::Reading;
use super::rules::{
    choice_hole, choice_outcome, choice_overlap, choice_size, choice_unreachable, idle_key, missing_key,
    unknown_reference,
};
use super::scan::Scan;
use super::slips::several::parted;
use super::titles::{self, Named};
use super::{Placed, note};
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{Address, Answer, Choice, ChoiceOutcome, Id, Leads, Procedure, Question, Text};
use crate::shape;
use crate::source::tree::{Node, Value};

/// More questions nobody answers, and more combinations would be as many pages.
const MOST_QUESTIONS: usize = 6;
const MOST_COMBINATIONS: usize = 500;

pub(super) fn choice(reading: &mut Reading<'_>, node: &Node, id: &Id) -> Option<Choice> {
    let map = reading.map(node, &shape::CHOICE)?;
    parts::own_id(reading, &map, id);
    let before = reading.found.len();
    let mut ids = FxHashMap::default();
    let mut answers = Answers::default();
    let title = reading.required(&map, "title", Reading::title);
    let mut asked: Vec<Range<usize>> = Vec::new();
    let questions = reading.required(&map, "questions", |it, node| {
        Some(it.items(node, map.item("questions"), |it, node| {
            asked.push(node.span.clone());
            question(it, node, &mut ids, &mut answers)
        }))
    });
    // Answers that could not be read are told, and not of all who name them; too many are too.
    let is_told = answers.named.is_empty() && before != reading.found.len();
    if is_told || MOST_COMBINATIONS < answers.named.len() {
        answers.named.clear();
        reading.undeclared.push("answers");
    }
    let answers = answers.named;
    // Of more that is told, and each condition would be held against all of them.
    let asked_for = questions.as_deref().filter(|it| it.len() <= MOST_QUESTIONS).unwrap_or_default();
    let [mut places, mut unconditional]: [Vec<Range<usize>>; 2] = Default::default();
    let outcomes = reading.required(&map, "outcomes", |it, node| {
        Some(it.items(node, map.item("outcomes"), |it, node| {
            places.push(node.span.clone());
            outcome(it, node, asked_for, &answers, &mut unconditional)
        }))
    });
    let outcomes = outcomes.unwrap_or_default();
    // One alone may be for all answers; beside others it would leave them nothing.
    for span in unconditional.into_iter().filter(|_| 1 < places.len()) {
        reading.report(&missing_key::RULE, span, missing_key::words_of_when());
    }
    let choice = Choice {
        id: id.clone(),
        address: Address::choice(id, &[]),
        title: title.unwrap_or_default(),
        summary: reading.optional(&map, "summary", Reading::text),
        questions: questions.unwrap_or_default(),
        outcomes,
        sources: reading.list(&map, "sources", parts::source),
        unconfirmed: reading.optional(&map, "unconfirmed", Reading::boolean).unwrap_or(false),
    };
    // What could not be read would be missed everywhere else.
    if before == reading.found.len() {
        let spans = |key: &str| map.get(key).map_or(map.head.clone(), |it| it.span.clone());
        prove(reading, &choice, [spans("questions"), spans("outcomes")], [&asked, &places]);
    }
    Some(choice)
}

fn question(
    reading: &mut Reading<'_>,
    node: &Node,
    ids: &mut FxHashMap<Id, usize>,
    known: &mut Answers,
) -> Option<Question> {
    let map = reading.map(node, &shape::QUESTION)?;
    let id = parts::one_id(reading, &map, ids);
    let title = reading.required(&map, "title", Reading::text);
    let note = reading.optional(&map, "note", Reading::text);
    let item = map.item("answers");
    let answers = reading
        .required(&map, "answers", |it, node| Some(it.items(node, item, |it, node| answer(it, node, known))));
    Some(Question { id: id?, title: title?, note, answers: answers? })
}

/// Those of all questions.
#[derive(Default)]
struct Answers {
    taken: FxHashMap<Id, usize>,
    /// As outcomes may name them, also where something else of them cannot be read.
    named: Vec<Named>,
}

fn answer(reading: &mut Reading<'_>, node: &Node, known: &mut Answers) -> Option<Answer> {
    let Some(map) = reading.map(node, &shape::ANSWER) else {
        // All who name it know what it is called.
        let Value::Scalar(text) = &node.value else { return None };
        let title = Text::plain(&**text);
        known.named.extend(as_id(text).parse().ok().map(|id| Named { id, title }));
        return None;
    };
    let id = parts::one_id(reading, &map, &mut known.taken);
    let title = reading.required(&map, "title", Reading::text);
    let note = reading.optional(&map, "note", Reading::text);
    known.named.extend(id.clone().map(|id| Named { id, title: title.clone().unwrap_or_default() }));
    Some(Answer { id: id?, title: title?, note })
}

fn outcome(
    reading: &mut Reading<'_>,
    node: &Node,
    questions: &[Question],
    answers: &[Named],
    unconditional: &mut Vec<Range<usize>>,
) -> Option<ChoiceOutcome> {
    let map = reading.map(node, &shape::CHOICE_OUTCOME)?;
    if !map.has("when") {
        unconditional.push(map.head.clone());
    }
    if map.has("procedure") == map.has("call") {
        reading.report(&choice_outcome::RULE, map.head.clone(), choice_outcome::words());
    } else if let (true, Some(case)) = (map.has("call"), map.get("case")) {
        let words = idle_key::words("case", ["call", "…"], None);
        reading.report(&idle_key::RULE, case.span.clone(), words);
    }
    let when = when(reading, &map, questions, answers);
    let procedure = reading.optional(&map, "procedure", |it, node| it.reference(node, Kind::Procedure));
    let case = reading.optional(&map, "case", |it, node| case_of(it, node, procedure.as_ref()));
    let agency = reading.optional(&map, "agency", |it, node| it.reference(node, Kind::Agency));
    let call = reading.optional(&map, "call", Reading::text);
    let note = reading.optional(&map, "note", Reading::text);
    let leads = match (procedure, call) {
        (Some(id), _) => Leads::Procedure { id, case, agency },
        (None, Some(text)) => Leads::Call { text, agency },
        (None, None) => return None,
    };
    Some(ChoiceOutcome { when, leads, note })
}

/// All answers may be named on one line, as conditions are told.
fn when(reading: &mut Reading<'_>, map: &Map<'_>, questions: &[Question], answers: &[Named]) -> Vec<Id> {
    let Some(node) = map.get("when") else { return Vec::new() };
    if let Value::Scalar(text) = &node.value {
        let known = |it: &str| answers.iter().find(|own| own.id.as_str() == it).map(|own| &own.id);
        let known = |it: &str| known(it).or_else(|| titles::only_of(it, answers)).map(ToString::to_string);
        if let Some(ids) = parted(text, known) {
            reading.report_items(node, ids);
            return Vec::new();
        }
    }
    reading.items(node, map.item("when"), |it, node| {
        if let Some(words) = meant_answer(node, questions, answers) {
            it.report(&unknown_reference::RULE, node.span.clone(), words);
            return None;
        }
        it.local(node, answers, ["câu trả lời", "answer"], "answers")
    })
}

/// What to say of a question where one of its answers belongs.
fn meant_answer(node: &Node, questions: &[Question], answers: &[Named]) -> Option<[Words; 2]> {
    let Value::Scalar(text) = &node.value else { return None };
    if answers.is_empty() {
        return None;
    }
    let question = questions.iter().find(|it| it.id.as_str() == *text)?;
    let is_answer = answers.iter().any(|it| it.id == question.id);
    let own: Vec<&str> = question.answers.iter().map(|it| it.id.as_str()).collect();
    (!is_answer).then(|| unknown_reference::words_of_question(text, &own.join(", ")))
}

/// Whether the procedure has that case is known when all files are read.
fn case_of(reading: &mut Reading<'_>, node: &Node, procedure: Option<&Id>) -> Option<Id> {
    let text = reading.string(node)?;
    let case = text.parse().ok();
    reading.mentions.cases.extend(procedure.map(|it| (it.clone(), text, node.span.clone())));
    case
}

/// That every combination of answers fits exactly one outcome, and that nothing is in vain.
fn prove(
    reading: &mut Reading<'_>,
    choice: &Choice,
    [questions, outcomes]: [Range<usize>; 2],
    [asked, places]: [&[Range<usize>]; 2],
) {
    let sizes = choice.questions.iter().map(|it| it.answers.len());
    let combinations = sizes.clone().try_fold(1_usize, usize::checked_mul).unwrap_or(usize::MAX);
    let line = |reading: &Reading<'_>, span: &Range<usize>| {
        let text = &reading.source.text[span.clone()];
        span.start..span.start + text.find(['\n', '\r']).unwrap_or(text.len())
    };
    if choice.questions.is_empty()
        || MOST_QUESTIONS < choice.questions.len()
        || MOST_COMBINATIONS < combinations
    {
        let words = choice_size::words(choice.questions.len(), combinations);
        let span = line(reading, &questions);
        reading.report(&choice_size::RULE, span, words);
        return;
    }
    let mut holes: Vec<String> = Vec::new();
    // For each outcome: whether it is alone somewhere, and where it meets an earlier one.
    let mut first = vec![false; choice.outcomes.len()];
    let mut meets: Vec<Option<(usize, String)>> = vec![None; choice.outcomes.len()];
    for answers in choice.combinations() {
        let fitting = choice.possible(&answers);
        match fitting.as_slice() {
            [] => holes.push(named(choice, &answers)),
            [one, others @ ..] => {
                first[*one] = true;
                for it in others {
                    meets[*it].get_or_insert_with(|| (*one, named(choice, &answers)));
                }
            }
        }
    }
    if let Some(example) = holes.first() {
        let span = line(reading, &outcomes);
        reading.report(&choice_hole::RULE, span, choice_hole::words(holes.len(), example));
    }
    for (nth, span) in places.iter().enumerate() {
        let span = line(reading, span);
        match &meets[nth] {
            _ if !first[nth] => reading.report(&choice_unreachable::RULE, span, choice_unreachable::words()),
            Some((other, example)) => {
                let words = choice_overlap::words(other + 1, example);
                reading.report(&choice_overlap::RULE, span, words);
            }
            None => {}
        }
    }
    for (nth, question) in choice.questions.iter().enumerate() {
        if !choice.outcomes.iter().any(|it| choice.minds(it, nth)) {
            let span = line(reading, &asked[nth]);
            let words = choice_unreachable::question_words(question.id.as_str());
            reading.report(&choice_unreachable::RULE, span, words);
        }
    }
}

/// `sinh-hoat + ha-ap`
fn named(choice: &Choice, answers: &[Option<usize>]) -> String {
    let given = choice.questions.iter().zip(answers);
    let names: Vec<&str> =
        given.filter_map(|(question, it)| Some(question.answers.get((*it)?)?.id.as_str())).collect();
    names.join(" + ")
}

/// Cases that the procedure does not have.
pub(super) fn diagnostics(placed: &[Arc<Placed>], others: &[(&Scan, &Read)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (file, read) in others {
        for (id, text, span) in &read.mentions.cases {
            let Ok(nth) = placed.binary_search_by(|it| it.procedure.id.cmp(id)) else { continue };
            let words = words_of_case(&placed[nth].procedure, text);
            found
                .extend(words.map(|it| note(&file.source, &unknown_reference::RULE, Some(span.clone()), it)));
        }
    }
    found
}

fn words_of_case(procedure: &Procedure, text: &str) -> Option<[Words; 2]> {
    const CASE: [&str; 2] = ["trường hợp", "case"];
    let cases = &procedure.cases;
    let ids = || cases.iter().map(|it| it.id.as_str());
    if ids().any(|it| it == text) {
        return None;
    }
    let called = cases.iter().flat_map(|it| titles::all_of(&it.title).map(|title| (&it.id, title)));
    if let Some(id) = titles::only(text, called) {
        return Some(unknown_reference::words_of_title(text, CASE, id.as_str()));
    }
    if cases.is_empty() {
        return Some(unknown_reference::words_of_no_case(text, procedure.id.as_str()));
    }
    let listed = ids().collect::<Vec<_>>().join(", ");
    let (known, home) = (near(&as_id(text), ids()), format!("`cases` ({}: {listed})", procedure.id));
    Some(match text.parse::<Id>() {
        Ok(_) => unknown_reference::words(text, CASE[0], CASE[1], known, &home),
        Err(_) => unknown_reference::words_of_text(text, CASE, known, &home),
    })
}

#[cfg(test)]
mod tests;
