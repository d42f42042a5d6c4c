//! Questions that lead to a procedure: a decision table.

use super::{Address, Id, Source, Text};

/// A family of procedures that people mix up, and the questions that tell them apart.
///
/// Invariant: every combination of answers fits exactly one outcome, and every outcome is
/// reached by some combination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: Id,
    pub address: Address,
    pub title: Text,
    pub summary: Option<Text>,
    /// At least one; in the order in which they are asked.
    pub questions: Vec<Question>,
    pub outcomes: Vec<ChoiceOutcome>,
    pub sources: Vec<Source>,
    pub unconfirmed: bool,
}

/// What is asked on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: Id,
    pub title: Text,
    pub note: Option<Text>,
    /// At least two.
    pub answers: Vec<Answer>,
}

/// One of the answers to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// One of its kind in the whole table.
    pub id: Id,
    pub title: Text,
    pub note: Option<Text>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOutcome {
    /// Answers it is for; of a question of which none is named, any will do.
    pub when: Vec<Id>,
    pub leads: Leads,
    pub note: Option<Text>,
}

/// Where an outcome takes its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To a procedure, perhaps in one case or at one agency.
    Procedure { id: Id, case: Option<Id>, agency: Option<Id> },
    /// To the telephone: what to ask for, and whose.
    Call { text: Text, agency: Option<Id> },
}

impl Choice {
    /// Does the answer to one question keep that outcome possible?
    fn allows(&self, outcome: &ChoiceOutcome, question: usize, answer: usize) -> bool {
        let answers = &self.questions[question].answers;
        let free = !answers.iter().any(|it| outcome.when.contains(&it.id));
        free || outcome.when.contains(&answers[answer].id)
    }

    /// Does the outcome name an answer to that question, and not all of them?
    pub fn minds(&self, outcome: &ChoiceOutcome, question: usize) -> bool {
        (0..self.questions[question].answers.len()).any(|it| !self.allows(outcome, question, it))
    }

    /// Numbers of the outcomes that answers to the first questions leave possible; `None` for a
    /// question that was not asked.
    pub fn possible(&self, answers: &[Option<usize>]) -> Vec<usize> {
        let fits = |outcome: &ChoiceOutcome| {
            let given = answers.iter().enumerate();
            given.filter_map(|(nth, it)| Some((nth, (*it)?))).all(|(nth, it)| self.allows(outcome, nth, it))
        };
        (0..self.outcomes.len()).filter(|it| fits(&self.outcomes[*it])).collect()
    }

    /// The next question worth asking; `None` when one outcome is left.
    pub fn next_question(&self, answers: &[Option<usize>]) -> Option<usize> {
        let left = self.possible(answers);
        if left.len() < 2 {
            return None;
        }
        (answers.len()..self.questions.len())
            .find(|question| left.iter().any(|it| self.minds(&self.outcomes[*it], *question)))
    }

    /// Every combination of answers, the last question turning fastest.
    pub fn combinations(&self) -> impl Iterator<Item = Vec<Option<usize>>> + '_ {
        let all: usize = self.questions.iter().map(|it| it.answers.len()).product();
        (0..all).map(|mut number| {
            let mut answers: Vec<Option<usize>> = Vec::new();
            for question in self.questions.iter().rev() {
                answers.push(Some(number % question.answers.len()));
                number /= question.answers.len();
            }
            answers.reverse();
            answers
        })
    }
}
