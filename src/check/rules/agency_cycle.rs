#![doc = include_str!("agency_cycle.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C201",
    name: "agency-cycle",
    severity: Severity::Error,
    explanation: include_str!("agency_cycle.md"),
};

/// The message and the help.
pub(crate) fn words(chain: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Cơ quan trực thuộc vòng tròn: {chain}"),
            format!("agencies are each other's parents: {chain}"),
        ),
        Words::new("Xoá `parent` ở một cơ quan trong vòng.", "Remove `parent` from one of them."),
    ]
}
