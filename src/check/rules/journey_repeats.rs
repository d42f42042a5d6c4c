#![doc = include_str!("journey_repeats.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C307",
    name: "journey-repeats",
    severity: Severity::Warning,
    explanation: include_str!("journey_repeats.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Tình huống đi qua `{id}` hai lần"),
            format!("the journey comes through `{id}` twice"),
        ),
        Words::new("Bỏ một bước.", "Remove one of the steps."),
    ]
}
