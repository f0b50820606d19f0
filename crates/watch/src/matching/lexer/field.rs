//! The values of a field: one right behind the colon, or several in brackets with OR between them.

use std::ops::Range;

use nabat_crisis::network::Network;
use nabat_crisis::post::ItemKind;
use nabat_text::letters::fold;

use super::{Lex, Lexer, closing_quotes, ends_chunk};
use crate::intake::language_code;
use crate::matching::error::{QueryError, QueryErrorKind};
use crate::matching::query::{Expr, Field, HAS};
use crate::matching::view::Sentiment;

impl Lexer<'_> {
    /// Pushes `title:` and reads the word, phrase or bracket that must stand right behind it.
    pub(super) fn title(&mut self, name: &Range<usize>) -> Result<(), QueryError> {
        self.at = name.end;
        self.push(Lex::Title, name.clone());
        let n_lexemes = self.lexemes.len();
        let starts = |c: &char| !c.is_whitespace() && !matches!(c, ')' | '|' | '-' | '<');
        let Some(next) = self.peek().filter(starts) else {
            return Err(self.value_missing("title", name));
        };
        // Another `title:` would be read by the same steps once more, and so on for as long as the query is.
        if self.rest().get(..name.len()).is_some_and(|text| text.eq_ignore_ascii_case("title:")) {
            let again = self.at..self.at + name.len();
            return Err(self.error(QueryErrorKind::FieldList, again).text("field", "title"));
        }
        self.step(next)?;
        match self.lexemes.get(n_lexemes).map(|lexeme| &lexeme.what) {
            Some(Lex::Leaf(_) | Lex::Open) => Ok(()),
            _ => Err(self.value_missing("title", name)),
        }
    }

    /// Reads `followers:1000` or `followers:[1000 TO *]`, in a chunk that ends at `chunk_end`.
    pub(super) fn followers(&mut self, name: &Range<usize>, chunk_end: usize) -> Result<Expr, QueryError> {
        let rest = &self.clean[name.end..];
        let end = match rest.strip_prefix('[').and_then(|_| rest.find(']')) {
            Some(close) => name.end + close + 1,
            None => chunk_end,
        };
        if end == name.end && !rest.starts_with(|c: char| c == '(' || closing_quotes(c).is_some()) {
            return Err(self.value_missing("followers", name));
        }
        let text = self.clean[name.end..end].trim_end_matches([',', ';', '.']);
        let Some((min, max)) = range(text) else {
            let end = end.max(name.end + rest.chars().next().map_or(0, char::len_utf8));
            return Err(self.bad_value("followers", name.end..end));
        };
        self.at = end;
        Ok(Expr::Followers { min, max })
    }

    /// Reads the values of a field whose name and colon stand at `name`, in a chunk that ends at `chunk_end`.
    pub(super) fn field_values(
        &mut self,
        field: Field,
        name: Range<usize>,
        chunk_end: usize,
    ) -> Result<Vec<Box<str>>, QueryError> {
        if name.end < chunk_end {
            return Ok(vec![self.field_value(field, &name, name.end..chunk_end)?]);
        }
        match self.peek() {
            Some('(') => self.field_list(field, &name),
            Some(open) if closing_quotes(open).is_some() => {
                let inside = self.quoted(open)?;
                Ok(vec![self.field_value(field, &name, inside)?])
            }
            _ => Err(self.value_missing(field.name(), &name)),
        }
    }

    fn field_list(&mut self, field: Field, name: &Range<usize>) -> Result<Vec<Box<str>>, QueryError> {
        let open = self.at;
        self.at += 1;
        let mut values = Vec::new();
        let mut value_is_next = true;
        loop {
            let Some(c) = self.peek() else {
                return Err(self.error(QueryErrorKind::BracketNotClosed, open..open + 1));
            };
            let start = self.at;
            if c.is_whitespace() {
                self.at += c.len_utf8();
                continue;
            }
            if self.rest().starts_with("<<<") {
                self.comment()?;
                continue;
            }
            if c == ')' {
                self.at += 1;
                if values.is_empty() && value_is_next {
                    return Err(self.error(QueryErrorKind::EmptyBracket, open..self.at));
                }
                if value_is_next {
                    return Err(self.broken_list(field, start..self.at));
                }
                return Ok(values);
            }
            let value = if closing_quotes(c).is_some() {
                self.quoted(c)?
            } else {
                let length = self.rest().find(ends_chunk).unwrap_or(self.clean.len() - start);
                self.at = start + length.max(c.len_utf8());
                start..self.at
            };
            let text = &self.clean[value.clone()];
            let is_operator = value.start == start && matches!(text, "OR" | "|" | "AND" | "NOT");
            if value_is_next == is_operator
                || c == '('
                || c == '»'
                || text.starts_with('-')
                || matches!(text, "AND" | "NOT") && is_operator
            {
                return Err(self.broken_list(field, start..self.at));
            }
            if value_is_next {
                values.push(self.field_value(field, name, value)?);
                self.count(0, &(start..self.at))?;
            }
            value_is_next = !value_is_next;
        }
    }

    fn field_value(
        &self,
        field: Field,
        name: &Range<usize>,
        value: Range<usize>,
    ) -> Result<Box<str>, QueryError> {
        let text = self.clean[value.clone()]
            .trim_start_matches(|c: char| c == '@' || c.is_whitespace())
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
        if text.is_empty() {
            return Err(self.value_missing(field.name(), name));
        }
        let lower = text.to_lowercase();
        let read = match field {
            Field::Author => Ok(fold(text).into_boxed_str()),
            Field::Network => Network::parse(text)
                .map(|network| network.as_str().into())
                .map_err(|_| QueryErrorKind::BadNetwork),
            Field::Lang => language_code(text).ok_or(QueryErrorKind::BadLanguage),
            Field::Site => is_host(&lower).then(|| lower.into()).ok_or(QueryErrorKind::BadValue),
            Field::Url => Ok(lower.into()),
            Field::Type => item_kind(&lower).map(|kind| kind.name().into()).ok_or(QueryErrorKind::BadValue),
            Field::Has => HAS.contains(&lower.as_str()).then(|| lower.into()).ok_or(QueryErrorKind::BadValue),
            Field::Sentiment => Sentiment::from_name(&lower)
                .map(|sentiment| sentiment.name().into())
                .ok_or(QueryErrorKind::BadValue),
        };
        read.map_err(|kind| match kind {
            QueryErrorKind::BadValue => self.bad_value(field.name(), value),
            kind => self.error(kind, value).text("text", text),
        })
    }

    fn bad_value(&self, field: &str, value: Range<usize>) -> QueryError {
        self.error(QueryErrorKind::BadValue, value.clone())
            .text("field", field)
            .text("text", &self.clean[value])
    }

    fn value_missing(&self, field: &str, name: &Range<usize>) -> QueryError {
        self.error(QueryErrorKind::FieldValueMissing, name.clone()).text("field", field)
    }

    fn broken_list(&self, field: Field, at: Range<usize>) -> QueryError {
        self.error(QueryErrorKind::FieldList, at).text("field", field.name())
    }
}

/// The kind of item of a name; people say *comment* for what files call a reply.
fn item_kind(name: &str) -> Option<ItemKind> {
    ItemKind::from_name(if name == "comment" { "reply" } else { name })
}

/// Whether it looks like a host: letters, digits, hyphens, and dots between them.
pub(in crate::matching) fn is_host(text: &str) -> bool {
    text.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

/// `1000`, `[1000 TO *]`; not `[* TO *]`, which asks nothing.
fn range(text: &str) -> Option<(Option<u64>, Option<u64>)> {
    let number = |digits: &str| -> Option<u64> {
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
    };
    let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        let exactly = number(text)?;
        return Some((Some(exactly), Some(exactly)));
    };
    let words: Vec<&str> = inside.split_whitespace().collect();
    let [min, "TO", max] = words[..] else { return None };
    let border = |text: &str| if text == "*" { Some(None) } else { number(text).map(Some) };
    match (border(min)?, border(max)?) {
        (None, None) => None,
        (Some(min), Some(max)) if min > max => None,
        range => Some(range),
    }
}
