//! Signs of YAML as a keyboard for Chinese or Japanese types them.

use crate::check::reading::Reading;
use crate::check::rules::yaml_syntax;
use crate::diagnostic::Words;
use crate::shape::Shape;
use crate::source::narrow;
use crate::source::tree::{Node, Value};

/// The message and the help of a line at which YAML stumbles because of them.
pub(super) fn words(line: &str) -> [Words; 2] {
    yaml_syntax::words_of_wide(sign(line), &usual(line))
}

fn sign(text: &str) -> char {
    text.chars().find(|it| narrow(*it).is_some()).unwrap_or('：')
}

/// With those of the usual keyboard.
fn usual(text: &str) -> String {
    let usual = |it: char| narrow(it).map_or_else(|| it.to_string(), str::to_owned);
    let text: String = text.chars().map(usual).collect();
    text.replace(":  ", ": ").replace(",  ", ", ")
}

impl Reading<'_> {
    /// A map that is none to YAML, or another, because of such signs.
    pub(super) fn is_wide(&mut self, node: &Node, shape: &'static Shape) -> bool {
        let is_one = match &node.value {
            Value::Scalar(text) => text.contains('：'),
            Value::Map(entries) => {
                entries.first().is_some_and(|it| !it.key.is_ascii() && it.key.contains(['：', '｛']))
            }
            _ => false,
        };
        let written = &self.source.text[node.span.clone()];
        let usual = if is_one && !written.starts_with(['"', '\'']) { usual(written) } else { return false };
        let key = usual.trim_start_matches('{').split(':').next().unwrap_or_default().to_owned();
        let is_known = shape.has(&key);
        if is_known {
            let words = yaml_syntax::words_of_wide(sign(written), &usual);
            self.report(&yaml_syntax::RULE, self.first_line(node.span.clone()), words);
        }
        is_known
    }
}
