//! The list behind a word: `[-struck +added ^]`.

use std::ops::Range;

use super::Lexer;
use super::words::{joins, pieces};
use crate::matching::error::{QueryError, QueryErrorKind};
use crate::matching::query::Choices;

impl Lexer<'_> {
    /// First byte behind the list that opens here.
    pub(super) fn list_end(&self, open: usize, until: usize) -> Result<usize, QueryError> {
        match self.clean[open..until].find(']') {
            Some(length) => Ok(open + length + 1),
            None => Err(self.error_with_text(QueryErrorKind::WordList, open..open + 1)),
        }
    }

    /// What a list says. `list` holds its brackets.
    pub(super) fn choices(&self, list: &Range<usize>) -> Result<Choices, QueryError> {
        let mut choices = Choices::default();
        let (mut at, end) = (list.start + 1, list.end - 1);
        let mut is_empty = true;
        while at < end {
            let rest = &self.clean[at..end];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let item = at..at + length;
            at = item.end + rest[length..].chars().next().map_or(0, char::len_utf8);
            if item.is_empty() {
                continue;
            }
            is_empty = false;
            let text = &self.clean[item.clone()];
            let wrong = || self.error_with_text(QueryErrorKind::WordList, item.clone());
            if text == "^" {
                choices.capitalised = true;
            } else if let Some(form) = text.strip_prefix('-') {
                choices.struck.push(one_form(form).ok_or_else(wrong)?);
            } else if let Some(form) = text.strip_prefix('+') {
                choices.added.push(one_form(form).ok_or_else(wrong)?);
            } else {
                return Err(wrong());
            }
        }
        if is_empty {
            return Err(self.error_with_text(QueryErrorKind::WordList, list.clone()));
        }
        Ok(choices)
    }
}

/// Whether a `[` here opens a list: it stands right behind a word, or behind a sign at a word's end.
pub(super) fn opens_list(text: &str, at: usize) -> bool {
    let before = text.as_bytes()[..at].last();
    before.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii() || b"}*?".contains(byte))
}

/// A folded form, its parts joined by `-`; `None` when it is not one word.
fn one_form(text: &str) -> Option<Box<str>> {
    let words = pieces(text);
    let (first, last) = (words.first()?, words.last()?);
    let whole = first.span.start == 0 && last.span.end == text.len();
    let plain = words.iter().all(|word| !word.emoji && !word.text.contains('?'));
    let joined = words.windows(2).all(|pair| text[pair[0].span.end..pair[1].span.start].chars().all(joins));
    if !whole || !plain || !joined {
        return None;
    }
    let parts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    Some(parts.join("-").into())
}
