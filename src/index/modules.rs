//! The modules that search in a browser, as a browser gets them.

use std::sync::LazyLock;

use crate::output::code;

/// Searches among procedures.
pub(super) static ENGINE: LazyLock<String> = LazyLock::new(|| code(include_str!("search.js")));

/// Finds the pages that are no procedures.
pub(super) static SIGNPOSTS: LazyLock<String> = LazyLock::new(|| code(include_str!("signposts.js")));

#[cfg(test)]
mod tests {
    use crate::output::tests::loses_nothing_but_comments;

    #[test]
    fn nothing_but_comments_is_left_out_of_the_modules() {
        loses_nothing_but_comments(include_str!("search.js"));
        loses_nothing_but_comments(include_str!("signposts.js"));
    }
}
