//! The values of a field: one right behind the colon, or several in brackets with OR between them.

use std::ops::Range;

use nabat_crisis::network::Network;
use nabat_text::letters::fold;

use super::{Lexer, closing_quotes, ends_chunk};
use crate::intake::language_code;
use crate::matching::error::{QueryError, QueryErrorKind};
use crate::matching::query::Field;

impl Lexer {
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
            _ => Err(self.value_missing(field, &name)),
        }
    }

    fn field_list(&mut self, field: Field, name: &Range<usize>) -> Result<Vec<Box<str>>, QueryError> {
        let open = self.at;
        self.at += 1;
        let mut values = Vec::new();
        let mut value_is_next = true;
        loop {
            let Some(c) = self.peek() else {
                return Err(QueryError::new(QueryErrorKind::BracketNotClosed, self.span(open..open + 1)));
            };
            let start = self.at;
            if c.is_whitespace() {
                self.at += c.len_utf8();
                continue;
            }
            if c == ')' {
                self.at += 1;
                if values.is_empty() && value_is_next {
                    return Err(QueryError::new(QueryErrorKind::EmptyBracket, self.span(open..self.at)));
                }
                if value_is_next {
                    return Err(self.broken_list(field, start..self.at));
                }
                return Ok(values);
            }
            let value = if closing_quotes(c).is_some() {
                self.quoted(c)?
            } else {
                let length = self.clean[start..].find(ends_chunk).unwrap_or(self.clean.len() - start);
                self.at = start + length.max(c.len_utf8());
                start..self.at
            };
            let text = &self.clean[value.clone()];
            let is_operator = value.start == start && matches!(text, "OR" | "AND" | "NOT");
            if value_is_next == is_operator
                || c == '('
                || c == '»'
                || text.starts_with('-')
                || (is_operator && text != "OR")
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
            return Err(self.value_missing(field, name));
        }
        let read = match field {
            Field::Author => Ok(fold(text).into_boxed_str()),
            Field::Network => Network::parse(text)
                .map(|network| network.as_str().into())
                .map_err(|_| QueryErrorKind::BadNetwork),
            Field::Lang => language_code(text).ok_or(QueryErrorKind::BadLanguage),
        };
        read.map_err(|kind| QueryError::new(kind, self.span(value)).text("text", text))
    }

    fn value_missing(&self, field: Field, name: &Range<usize>) -> QueryError {
        QueryError::new(QueryErrorKind::FieldValueMissing, self.span(name.clone()))
            .text("field", field.name())
    }

    fn broken_list(&self, field: Field, at: Range<usize>) -> QueryError {
        QueryError::new(QueryErrorKind::FieldList, self.span(at)).text("field", field.name())
    }
}
