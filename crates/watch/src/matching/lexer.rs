//! A query's text as operators and leaves, each with its place.
//!
//! Invisible characters are taken out first, so that they part nothing, and each place is led back to the text as it was typed.
//! The text is read once from left to right.

mod field;
mod words;

use std::ops::Range;

use nabat_text::letters::{Class, Letter, is_invisible, read_letters};

use super::error::{QueryError, QueryErrorKind};
use super::query::{Expr, Field, TERMS_MAX, Unsupported};

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) what: Lex,
    /// Bytes in the query as it was typed.
    pub(super) span: Range<usize>,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lex {
    Open,
    Close,
    And,
    Or,
    Not,
    Leaf(Expr),
}

/// Cuts a query into pieces. Punctuation that stands for nothing gives no piece.
pub(super) fn lex(query: &str) -> Result<Vec<Lexeme>, QueryError> {
    let mut lexer = Lexer::new(query);
    while let Some(c) = lexer.peek() {
        match c {
            _ if c.is_whitespace() => lexer.at += c.len_utf8(),
            '(' => lexer.push_sign(Lex::Open),
            ')' => lexer.push_sign(Lex::Close),
            '»' => {
                return Err(QueryError::new(
                    QueryErrorKind::QuoteNotOpened,
                    lexer.span(lexer.at..lexer.at + c.len_utf8()),
                ));
            }
            _ if closing_quotes(c).is_some() => lexer.phrase()?,
            _ => lexer.chunk()?,
        }
    }
    Ok(lexer.lexemes)
}

/// What closes a quote that opens with this character. „ and “ are closed by any of the marks that keyboards and word processors
/// put there; a straight quote only by itself.
fn closing_quotes(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '«' => Some(&['»']),
        '„' | '“' | '”' => Some(&['”', '“', '"']),
        _ => None,
    }
}

fn ends_chunk(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '»') || closing_quotes(c).is_some()
}

struct Lexer {
    /// The query without invisible characters.
    clean: String,
    /// For each byte of it, the byte of the query it came from.
    origin: Vec<usize>,
    at: usize,
    lexemes: Vec<Lexeme>,
    n_terms: usize,
}

impl Lexer {
    fn new(query: &str) -> Self {
        let mut clean = String::with_capacity(query.len());
        let mut origin = Vec::with_capacity(query.len());
        for (at, c) in query.char_indices().filter(|(_, c)| !is_invisible(*c)) {
            clean.push(c);
            origin.extend(at..at + c.len_utf8());
        }
        Self { clean, origin, at: 0, lexemes: Vec::new(), n_terms: 0 }
    }

    fn peek(&self) -> Option<char> {
        self.clean[self.at..].chars().next()
    }

    /// Bytes of the query as it was typed; the ends of an empty range fall together.
    fn span(&self, clean: Range<usize>) -> Range<usize> {
        let end = clean.end.checked_sub(1).and_then(|last| self.origin.get(last)).map_or(0, |last| last + 1);
        let start = if clean.is_empty() { end } else { self.origin[clean.start] };
        start..end
    }

    fn push(&mut self, what: Lex, clean: Range<usize>) {
        let span = self.span(clean);
        self.lexemes.push(Lexeme { what, span });
    }

    /// Pushes a sign of one byte.
    fn push_sign(&mut self, what: Lex) {
        self.push(what, self.at..self.at + 1);
        self.at += 1;
    }

    /// Counts terms against the limit.
    fn count(&mut self, n_terms: usize, clean: &Range<usize>) -> Result<(), QueryError> {
        self.n_terms += n_terms;
        if self.n_terms > TERMS_MAX {
            return Err(QueryError::new(QueryErrorKind::TooManyTerms, self.span(clean.clone()))
                .number("max", TERMS_MAX));
        }
        Ok(())
    }

    fn unsupported(&self, feature: Unsupported, clean: Range<usize>) -> QueryError {
        QueryError::new(QueryErrorKind::NotInLanguage, self.span(clean.clone()))
            .text("feature", feature.name())
            .text("text", &self.clean[clean])
    }

    /// The bytes between the quote that opens here and the one that closes it; the lexer goes on behind the latter.
    fn quoted(&mut self, open: char) -> Result<Range<usize>, QueryError> {
        let from = self.at + open.len_utf8();
        let closing = closing_quotes(open).unwrap_or_default();
        let Some(length) = self.clean[from..].find(closing) else {
            return Err(QueryError::new(QueryErrorKind::QuoteNotClosed, self.span(self.at..from)));
        };
        let until = from + length;
        self.at = until + self.clean[until..].chars().next().map_or(0, char::len_utf8);
        Ok(from..until)
    }

    fn phrase(&mut self) -> Result<(), QueryError> {
        let Some(open) = self.peek() else { return Ok(()) };
        let start = self.at;
        let inside = self.quoted(open)?;
        if let Some(rest) = self.clean[self.at..].strip_prefix('~') {
            let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            return Err(self.unsupported(Unsupported::Window, self.at..self.at + 1 + n_digits));
        }
        let whole = start..self.at;
        let Some(expr) = self.phrase_words(inside)? else {
            return Err(QueryError::new(QueryErrorKind::EmptyPhrase, self.span(whole)));
        };
        self.push(Lex::Leaf(expr), whole);
        Ok(())
    }

    /// Reads up to the next space, bracket or quote: an operator, a word, a tag, a name, a field, or punctuation.
    fn chunk(&mut self) -> Result<(), QueryError> {
        let start = self.at;
        let length = self.clean[start..].find(ends_chunk).unwrap_or(self.clean.len() - start);
        let chunk = start..start + length;
        self.at = chunk.end;
        if self.operator(&chunk)? {
            return Ok(());
        }
        let n_lexemes = self.lexemes.len();
        let body = self.minuses(&chunk);
        if body.is_empty() {
            let negates = self.peek().is_some_and(|c| c == '(' || closing_quotes(c).is_some());
            if !negates {
                self.lexemes.truncate(n_lexemes);
            }
            return Ok(());
        }
        if self.field(&body)? {
            return Ok(());
        }
        match self.leaf(&body)? {
            Some(expr) => self.push(Lex::Leaf(expr), body),
            None => self.lexemes.truncate(n_lexemes),
        }
        Ok(())
    }

    /// Pushes the operator that the chunk is, if it is one.
    fn operator(&mut self, chunk: &Range<usize>) -> Result<bool, QueryError> {
        let what = match &self.clean[chunk.clone()] {
            "AND" => Lex::And,
            "OR" => Lex::Or,
            "NOT" => Lex::Not,
            text if is_near(text) => return Err(self.unsupported(Unsupported::Near, chunk.clone())),
            _ => return Ok(false),
        };
        self.push(what, chunk.clone());
        Ok(true)
    }

    /// Pushes a NOT for each minus at the start of a word, and returns what is left of the chunk.
    fn minuses(&mut self, chunk: &Range<usize>) -> Range<usize> {
        let before = self.clean[..chunk.start].chars().next_back();
        let mut from = chunk.start;
        if before.is_none_or(|c| c.is_whitespace() || c == '(') {
            while self.clean[from..chunk.end].starts_with('-') {
                self.push(Lex::Not, from..from + 1);
                from += 1;
            }
        }
        from..chunk.end
    }

    /// The word, tag or name of a chunk; `None` for punctuation.
    fn leaf(&mut self, body: &Range<usize>) -> Result<Option<Expr>, QueryError> {
        let text = &self.clean[body.clone()];
        if let Some(at) = text.find('|') {
            return Err(self.unsupported(Unsupported::Pipe, body.start + at..body.start + at + 1));
        }
        for (sign, kind) in [('#', QueryErrorKind::BadTag), ('@', QueryErrorKind::BadName)] {
            if let Some(rest) = text.strip_prefix(sign)
                && rest.chars().next().is_some_and(|c| c == '_' || Class::of(c).starts_word())
            {
                let Some(name) = tag_or_name(sign, rest) else {
                    return Err(QueryError::new(kind, self.span(body.clone())).text("text", text));
                };
                self.count(1, body)?;
                return Ok(Some(if sign == '#' { Expr::Tag(name) } else { Expr::Name(name) }));
            }
        }
        if let Some(tilde) = text.rfind('~')
            && tilde > 0
            && text.len() > tilde + 1
            && text[tilde + 1..].bytes().all(|b| b.is_ascii_digit())
        {
            return Err(self.unsupported(Unsupported::Window, body.start + tilde..body.end));
        }
        self.single_word(body.clone())
    }

    /// Pushes the field that the chunk is, if it is one.
    fn field(&mut self, body: &Range<usize>) -> Result<bool, QueryError> {
        let text = &self.clean[body.clone()];
        let Some(colon) = text.find(':') else { return Ok(false) };
        let name = &text[..colon];
        for (other, feature) in [("site", Unsupported::Site), ("type", Unsupported::Type)] {
            if name.eq_ignore_ascii_case(other) {
                return Err(self.unsupported(feature, body.start..body.start + colon + 1));
            }
        }
        let Some(field) = Field::from_name(name) else { return Ok(false) };
        let values = self.field_values(field, body.start..body.start + colon + 1, body.end)?;
        let whole = body.start..self.at;
        self.count(values.len(), &whole)?;
        self.push(Lex::Leaf(Expr::Field { field, values }), whole);
        Ok(true)
    }
}

/// `NEAR`, `ONEAR/3`: operators elsewhere. Without capitals they are words.
fn is_near(text: &str) -> bool {
    let rest = text.strip_prefix("ONEAR").or_else(|| text.strip_prefix("NEAR"));
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix('/').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// The folded body of a tag or name that ends a chunk; punctuation behind it is dropped. `None` when other characters are in it.
fn tag_or_name(sign: char, text: &str) -> Option<Box<str>> {
    let mut letters = Vec::new();
    read_letters(text, &mut letters);
    let is_of_body = |l: &Letter| l.class.is_of_word() || l.folded == '_';
    let end = letters.iter().rposition(is_of_body).map_or(0, |last| last + 1);
    // A star is no punctuation: whoever types it wants a beginning, which a whole tag is not. Nor is an emoji.
    if letters[end..]
        .iter()
        .any(|l| matches!(l.folded, '*' | '?') || l.class == Class::Emoji || l.class == Class::FlagHalf)
    {
        return None;
    }
    let body = &letters[..end];
    let fits = body.iter().enumerate().all(|(at, l)| {
        let inner_dot = sign == '@' && l.folded == '.' && body.get(at + 1).is_some_and(is_of_body);
        is_of_body(l) || inner_dot
    });
    let is_tag = sign != '#' || body.iter().any(|l| l.class == Class::Letter || l.folded == '_');
    (fits && is_tag).then(|| body.iter().map(|l| l.folded).collect())
}
