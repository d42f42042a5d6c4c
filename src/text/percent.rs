//! Text within addresses.

use std::fmt::Write as _;

/// Percent-encoded, for a value inside an address.
pub fn encoded(text: &str) -> String {
    escaped(text, b"-._~")
}

/// The same of a path: its slashes part it still.
pub fn encoded_path(path: &str) -> String {
    escaped(path, b"-._~/")
}

/// Every byte but ASCII letters, digits and those that `stay`.
fn escaped(text: &str, stay: &[u8]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || stay.contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_an_address_ends_nothing_and_begins_nothing() {
        assert_eq!(encoded("a-B._~9"), "a-B._~9");
        assert_eq!(encoded("Điện & nước? 1/2#"), "%C4%90i%E1%BB%87n%20%26%20n%C6%B0%E1%BB%9Bc%3F%201%2F2%23");
        assert_eq!(encoded_path("a/b c.md"), "a/b%20c.md");
    }
}
