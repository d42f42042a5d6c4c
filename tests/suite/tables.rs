//! Decision tables of every shape: the check lets through those alone that send each reader to one
//! place, and then the pages do send everybody there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use thutuc::check::check;
use thutuc::derive::{ChoiceView, derive};
use thutuc::source::{SourceFile, Sources, Theme};

/// How many answers each question has, and for each outcome the answers it names, as (question, answer).
#[derive(Debug, Clone)]
struct Table {
    questions: Vec<usize>,
    outcomes: Vec<BTreeSet<(usize, usize)>>,
}

impl Table {
    /// Splits what is left again and again: complete, and nothing twice.
    fn grown(questions: &[usize], splits: &[(bool, u8)]) -> Table {
        let mut table = Table { questions: questions.to_vec(), outcomes: Vec::new() };
        let everything: Vec<Vec<usize>> = questions.iter().map(|it| (0..*it).collect()).collect();
        table.split(everything, 0, &mut splits.iter().copied());
        table
    }

    fn split(&mut self, left: Vec<Vec<usize>>, at: usize, splits: &mut dyn Iterator<Item = (bool, u8)>) {
        if at == left.len() {
            let named = left.iter().enumerate().filter(|(nth, it)| it.len() < self.questions[*nth]);
            self.outcomes.push(named.flat_map(|(nth, it)| it.iter().map(move |it| (nth, *it))).collect());
            return;
        }
        let (split, mask) = splits.next().unwrap_or((false, 0));
        let (some, others): (Vec<usize>, Vec<usize>) = left[at].iter().partition(|it| mask >> **it & 1 == 1);
        if !split || some.is_empty() || others.is_empty() {
            return self.split(left, at + 1, splits);
        }
        for part in [some, others] {
            let mut left = left.clone();
            left[at] = part;
            self.split(left, at + 1, splits);
        }
    }

    fn yaml(&self) -> String {
        let mut text = "title: T\nquestions:\n".to_owned();
        for (nth, answers) in self.questions.iter().enumerate() {
            let all: Vec<String> = (0..*answers).map(|it| format!("{{id: q{nth}-{it}, title: A}}")).collect();
            writeln!(text, "  - {{id: q{nth}, title: Q, answers: [{}]}}", all.join(", ")).expect("a string");
        }
        text.push_str("outcomes:\n");
        for (nth, when) in self.outcomes.iter().enumerate() {
            let when: Vec<String> = when.iter().map(|(question, it)| format!("q{question}-{it}")).collect();
            writeln!(text, "  - {{when: [{}], call: \"x{nth}\"}}", when.join(", ")).expect("a string");
        }
        text
    }

    fn combinations(&self) -> Vec<Vec<usize>> {
        self.questions.iter().fold(vec![Vec::new()], |all, answers| {
            all.iter()
                .flat_map(|it| (0..*answers).map(move |answer| [it.as_slice(), &[answer]].concat()))
                .collect()
        })
    }

    /// Numbers of the outcomes that these answers lead to.
    fn fitting(&self, given: &[usize]) -> Vec<usize> {
        let fits = |when: &BTreeSet<(usize, usize)>| {
            given.iter().enumerate().all(|(question, answer)| {
                let named: Vec<usize> =
                    when.iter().filter(|it| it.0 == question).map(|(_, answer)| *answer).collect();
                named.is_empty() || named.contains(answer)
            })
        };
        (0..self.outcomes.len()).filter(|it| fits(&self.outcomes[*it])).collect()
    }

    fn is_right(&self) -> bool {
        let all: Vec<Vec<usize>> = self.combinations().iter().map(|it| self.fitting(it)).collect();
        let reached: BTreeSet<usize> = all.iter().flatten().copied().collect();
        // A question all of whose answers are named, or none, is asked in vain.
        let minds = |question: usize| {
            self.outcomes.iter().any(|when| {
                let named = when.iter().filter(|it| it.0 == question).count();
                0 < named && named < self.questions[question]
            })
        };
        all.iter().all(|it| it.len() == 1)
            && reached.len() == self.outcomes.len()
            && (0..self.questions.len()).all(minds)
    }
}

/// Most are right; some have one answer too many or too few in one outcome.
fn a_table() -> impl Strategy<Value = Table> {
    let grown = (vec(2..4_usize, 1..4), vec((any::<bool>(), any::<u8>()), 24))
        .prop_map(|(questions, splits)| Table::grown(&questions, &splits));
    (grown, proptest::option::weighted(0.4, (0..100_usize, 0..100_usize, 0..100_usize))).prop_map(
        |(mut table, wrong)| {
            if let Some((outcome, question, answer)) = wrong {
                let outcome = outcome % table.outcomes.len();
                let question = question % table.questions.len();
                let it = (question, answer % table.questions[question]);
                if !table.outcomes[outcome].remove(&it) {
                    table.outcomes[outcome].insert(it);
                }
            }
            table
        },
    )
}

/// Where the pages of a table end for one who gives these answers, and the pages on the way.
fn walked(pages: &BTreeMap<&str, &ChoiceView>, given: &[usize]) -> (Option<String>, Vec<String>) {
    let mut at = "chon/t/".to_owned();
    let mut seen = vec![at.clone()];
    loop {
        let page = pages[at.as_str()];
        let Some(question) = &page.question else {
            let call = page.outcome.as_ref().and_then(|it| it.call.as_ref());
            return (call.map(|it| it.plain().into_owned()), seen);
        };
        let next = question.answers.iter().find(|it| {
            let last = it.link.href.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            let (number, answer) = last.trim_start_matches('q').split_once('-').expect("an answer");
            let question: usize = number.parse().expect("a number");
            given[question].to_string() == answer
        });
        at.clone_from(&next.expect("the answer is offered").link.href);
        seen.push(at.clone());
    }
}

proptest! {
    #[test]
    fn a_table_is_complete_or_refused(table in a_table()) {
        let sources = Sources {
            files: vec![SourceFile::new("content/choices/t.yaml", table.yaml())],
            theme: Theme { words: [("vi".to_owned(), BTreeMap::new())].into(), ..Theme::default() },
            ..Sources::default()
        };
        let day = date(2026, 11, 24);
        let (catalogue, report) = check(&sources, day);
        let complains = report.diagnostics.iter().any(|it| ["C324", "C325", "C326"].contains(&it.rule.code));
        prop_assert_eq!(!complains, table.is_right(), "{}\n{:#?}", table.yaml(), report.diagnostics);
        if complains {
            return Ok(());
        }
        prop_assert!(!report.has_errors(), "{:#?}", report.diagnostics);
        let views = derive(&catalogue, &sources.config, day);
        let pages = views.sites[0].choice(&catalogue.choices[0]);
        let by_address: BTreeMap<&str, &ChoiceView> = pages.iter().map(|it| (it.address.as_str(), it)).collect();
        prop_assert_eq!(by_address.len(), pages.len());
        let mut seen = BTreeSet::new();
        for given in table.combinations() {
            let (end, way) = walked(&by_address, &given);
            let wanted = format!("x{}", table.fitting(&given)[0]);
            prop_assert_eq!(end.as_deref(), Some(wanted.as_str()), "{:?} in {}", given, table.yaml());
            prop_assert!(way.len() <= table.questions.len() + 1);
            seen.extend(way);
        }
        prop_assert_eq!(seen.len(), pages.len(), "pages that nobody reaches");
    }
}
