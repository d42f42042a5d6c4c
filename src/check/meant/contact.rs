//! Numbers and addresses among other words.

use std::borrow::Cow;

use crate::check::settings::is_email;
use crate::model::Phone;

/// Of a number that is surely one to call.
const FEWEST_DIGITS: usize = 8;

/// The first number of `1900 6769 hoặc 1900 1288`, `(024) 2222.2000 - máy lẻ 123`.
pub(in crate::check) fn phone(text: &str) -> Option<Cow<'_, str>> {
    // A letter in the place of the first zero: without it nobody could call.
    if let Some(rest) = text.trim_start_matches('(').strip_prefix(['O', 'o'])
        && rest.starts_with(|it: char| it.is_ascii_digit())
    {
        let number = format!("0{rest}");
        return (number.parse::<Phone>().is_ok()).then_some(Cow::Owned(number));
    }
    let start = text.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('))?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && !" .-()+".contains(c)).unwrap_or(rest.len());
    let mut number = rest[..end].trim_end_matches([' ', '.', '-', '(']);
    // Of several the first.
    for sign in [" (", " - "] {
        if number.parse::<Phone>().is_err() {
            number = number.split_once(sign).map_or(number, |(first, _)| first.trim_end());
        }
    }
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (FEWEST_DIGITS <= digits && number.parse::<Phone>().is_ok()).then_some(Cow::Borrowed(number))
}

/// The one mail address among other words, or of which a space or a comma parted the pieces.
pub(in crate::check) fn email(text: &str) -> Option<String> {
    let parts = text.split(|it: char| it.is_whitespace() || ",;:<>()\"“”".contains(it));
    let whole = parts.map(|it| it.trim_end_matches('.')).find(|it| is_email(it));
    whole.map(str::to_owned).or_else(|| {
        // Words before or behind it would become a part of it.
        let (before, behind) = text.split_once('@')?;
        let is_one = |it: &str| !it.contains(char::is_whitespace);
        let is_parted = is_one(before.trim_end()) && is_one(behind.trim_start());
        let joined = text.replace(char::is_whitespace, "").replace(',', ".");
        (is_parted && is_email(&joined)).then_some(joined)
    })
}
