//! The modules that search in a browser, as a browser gets them.

use std::sync::LazyLock;

/// Searches among procedures.
pub(super) static ENGINE: LazyLock<String> = LazyLock::new(|| code(include_str!("search.js")));

/// Finds the pages that are no procedures.
pub(super) static SIGNPOSTS: LazyLock<String> = LazyLock::new(|| code(include_str!("signposts.js")));

/// Without indentation, and the comments that have lines of their own. Those who search read a third
/// more for them, and they are written for those who work on it. No text goes on over several lines.
fn code(module: &str) -> String {
    let mut within = false;
    let mut code = String::with_capacity(module.len());
    for line in module.lines() {
        let begins = line.trim_start();
        let opens = begins.starts_with("/*") && begins.find("*/").is_none_or(|it| it + 2 == begins.len());
        let is_comment = within || opens || begins.starts_with("//");
        within = (within || opens) && !begins.ends_with("*/");
        if !is_comment && !begins.is_empty() {
            code.push_str(begins);
            code.push('\n');
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_stays() {
        let module = "\
// Of the file.
/**
 * @typedef {object} Token
 */
const url = 'https://'; // Behind code.

/** @param {string} it */
export const f = /** @type {Map<string, number>} */ (it) => {
  /* One
     of two lines */
  return it / 2; /* and behind code */
};
";
        assert_eq!(
            code(module),
            "\
const url = 'https://'; // Behind code.
export const f = /** @type {Map<string, number>} */ (it) => {
return it / 2; /* and behind code */
};
"
        );
        assert_eq!(code("/** @type {A} */ (it).b();\n"), "/** @type {A} */ (it).b();\n");
    }

    #[test]
    fn nothing_but_comments_is_left_out_of_the_modules() {
        for (module, shipped) in
            [(include_str!("search.js"), &*ENGINE), (include_str!("signposts.js"), &*SIGNPOSTS)]
        {
            let mut kept = shipped.lines().peekable();
            for line in module.lines().map(str::trim_start) {
                assert_eq!(line.matches('`').count() % 2, 0, "a text of several lines: {line}");
                if kept.next_if_eq(&line).is_none() {
                    assert!(line.is_empty() || line.starts_with(['/', '*']), "{line}");
                }
            }
            assert_eq!(kept.next(), None);
        }
    }
}
