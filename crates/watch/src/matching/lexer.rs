//! A query's text as operators and leaves, each with its place.
//!
//! Invisible characters are taken out first, so that they part nothing, and each place is led back to the text as it was typed.
//! The text is read once from left to right. Nearly all queries are long lists of plain words, so these go a short way: no copy of the
//! text when nothing invisible is in it, and no reading letter by letter of words in Latin, Russian or Polish letters.

mod field;
mod list;
mod words;

pub(super) use field::is_host;

use std::ops::Range;

use nabat_text::letters::{Class, Letter, fold_plain, is_invisible, read_letters};

use super::error::{QueryError, QueryErrorKind};
use super::query::{DISTANCE_MAX, Expr, Field, NESTING_MAX, TERMS_MAX, WordPlace};

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
    Near {
        distance: u8,
        ordered: bool,
    },
    Sentence,
    /// `title:`; a leaf or an opening bracket follows.
    Title,
    Leaf(Expr),
}

/// A query as pieces: its brackets are balanced, not empty and not too deep.
#[derive(Debug, Default)]
pub(super) struct Lexed {
    pub(super) lexemes: Vec<Lexeme>,
    pub(super) places: Vec<WordPlace>,
}

/// Cuts a query into pieces. Punctuation that stands for nothing gives no piece.
pub(super) fn lex(query: &str) -> Result<Lexed, QueryError> {
    let Some((clean, origin)) = without_invisible(query) else {
        return Lexer::new(query, None).lex();
    };
    Lexer::new(&clean, Some(&origin)).lex()
}

/// The query without invisible characters, and for each byte of it the byte it came from; `None` when there are none.
fn without_invisible(query: &str) -> Option<(String, Vec<usize>)> {
    // The first bytes of all invisible characters; Cyrillic and Polish letters start with none of them.
    let suspicious = |byte: u8| matches!(byte, 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xEF..);
    if !query.bytes().any(suspicious) || !query.chars().any(is_invisible) {
        return None;
    }
    let (mut clean, mut origin) = (String::with_capacity(query.len()), Vec::with_capacity(query.len()));
    for (at, c) in query.char_indices().filter(|(_, c)| !is_invisible(*c)) {
        clean.push(c);
        origin.extend(at..at + c.len_utf8());
    }
    Some((clean, origin))
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
    c.is_whitespace() || matches!(c, '(' | ')' | '»' | '|') || closing_quotes(c).is_some()
}

struct Lexer<'a> {
    /// The query without invisible characters.
    clean: &'a str,
    /// For each byte of it, the byte of the query it came from, unless it is the query.
    origin: Option<&'a [usize]>,
    at: usize,
    lexemes: Vec<Lexeme>,
    places: Vec<WordPlace>,
    n_terms: usize,
    /// The brackets that are open.
    open: Vec<Range<usize>>,
    /// Memory for folding.
    folded: String,
}

impl<'a> Lexer<'a> {
    fn new(clean: &'a str, origin: Option<&'a [usize]>) -> Self {
        Self {
            clean,
            origin,
            at: 0,
            lexemes: Vec::new(),
            places: Vec::new(),
            n_terms: 0,
            open: Vec::new(),
            folded: String::new(),
        }
    }

    fn lex(mut self) -> Result<Lexed, QueryError> {
        while let Some(c) = self.peek() {
            self.step(c)?;
        }
        match self.open.pop() {
            Some(open) => Err(QueryError::new(QueryErrorKind::BracketNotClosed, open)),
            None => Ok(Lexed { lexemes: self.lexemes, places: self.places }),
        }
    }

    /// Reads what starts with a character.
    fn step(&mut self, c: char) -> Result<(), QueryError> {
        match c {
            _ if c.is_whitespace() => self.at += c.len_utf8(),
            '(' => self.open()?,
            ')' => self.close()?,
            '|' => self.push_sign(Lex::Or),
            '<' if self.rest().starts_with("<<<") => self.comment()?,
            '>' if self.rest().starts_with(">>>") => {
                return Err(self.error(QueryErrorKind::CommentNotOpened, self.at..self.at + 3));
            }
            '»' => {
                return Err(self.error(QueryErrorKind::QuoteNotOpened, self.at..self.at + c.len_utf8()));
            }
            _ if closing_quotes(c).is_some() => self.phrase(self.at, false)?,
            _ => self.chunk()?,
        }
        Ok(())
    }

    fn rest(&self) -> &'a str {
        &self.clean[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Bytes of the query as it was typed; the ends of an empty range fall together.
    fn span(&self, clean: Range<usize>) -> Range<usize> {
        let Some(origin) = self.origin else { return clean };
        let end = clean.end.checked_sub(1).and_then(|last| origin.get(last)).map_or(0, |last| last + 1);
        let start = if clean.is_empty() { end } else { origin[clean.start] };
        start..end
    }

    fn error(&self, kind: QueryErrorKind, clean: Range<usize>) -> QueryError {
        QueryError::new(kind, self.span(clean))
    }

    /// An error that repeats the place it is about.
    fn error_with_text(&self, kind: QueryErrorKind, clean: Range<usize>) -> QueryError {
        self.error(kind, clean.clone()).text("text", &self.clean[clean])
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
            return Err(self.error(QueryErrorKind::TooManyTerms, clean.clone()).number("max", TERMS_MAX));
        }
        Ok(())
    }

    fn open(&mut self) -> Result<(), QueryError> {
        let span = self.span(self.at..self.at + 1);
        self.open.push(span.clone());
        if self.open.len() > NESTING_MAX {
            return Err(QueryError::new(QueryErrorKind::TooDeep, span).number("max", NESTING_MAX));
        }
        self.push_sign(Lex::Open);
        Ok(())
    }

    fn close(&mut self) -> Result<(), QueryError> {
        let span = self.span(self.at..self.at + 1);
        let Some(open) = self.open.pop() else {
            return Err(QueryError::new(QueryErrorKind::BracketNotOpened, span));
        };
        if self.lexemes.last().is_some_and(|last| last.what == Lex::Open) {
            return Err(QueryError::new(QueryErrorKind::EmptyBracket, open.start..span.end));
        }
        self.push_sign(Lex::Close);
        Ok(())
    }

    /// Skips a comment.
    fn comment(&mut self) -> Result<(), QueryError> {
        let Some(length) = self.rest().find(">>>") else {
            return Err(self.error(QueryErrorKind::CommentNotClosed, self.at..self.at + 3));
        };
        self.at += length + 3;
        Ok(())
    }

    /// The bytes between the quote that opens here and the one that closes it; the lexer goes on behind the latter.
    fn quoted(&mut self, open: char) -> Result<Range<usize>, QueryError> {
        let from = self.at + open.len_utf8();
        let closing = closing_quotes(open).unwrap_or_default();
        let Some(length) = self.clean[from..].find(closing) else {
            return Err(self.error(QueryErrorKind::QuoteNotClosed, self.at..from));
        };
        let until = from + length;
        self.at = until + self.clean[until..].chars().next().map_or(0, char::len_utf8);
        Ok(from..until)
    }

    /// A phrase or a window whose quote opens here. `start` is where its `=` stands, if all its words are exact.
    fn phrase(&mut self, start: usize, exact: bool) -> Result<(), QueryError> {
        let Some(open) = self.peek() else { return Ok(()) };
        let inside = self.quoted(open)?;
        let whole = start..self.at;
        let words = self.phrase_words(inside, exact)?;
        if words.is_empty() {
            return Err(self.error(QueryErrorKind::EmptyPhrase, whole));
        }
        if self.rest().starts_with('[') {
            return Err(self.error(QueryErrorKind::WordListMisplaced, self.at..self.at + 1));
        }
        let distance = self.window_distance()?;
        let whole = start..self.at;
        let expr = match distance {
            Some(distance) => self.window(words, distance, &whole)?,
            None => words::expr_of(words),
        };
        self.push(Lex::Leaf(expr), whole);
        Ok(())
    }

    /// The distance of a window, `~3`, if one stands here.
    fn window_distance(&mut self) -> Result<Option<u8>, QueryError> {
        let Some(rest) = self.rest().strip_prefix('~') else { return Ok(None) };
        let end = self.chunk_end(self.at)?;
        let digits = &rest[..end - self.at - 1];
        let Some(distance) = distance(digits) else {
            return Err(self
                .error_with_text(QueryErrorKind::WindowDistance, self.at..end)
                .number("max", DISTANCE_MAX));
        };
        self.at = end;
        Ok(Some(distance))
    }

    /// End of what starts here, up to the next space, bracket, quote, bar or comment. The list behind a word belongs to it.
    fn chunk_end(&self, from: usize) -> Result<usize, QueryError> {
        let bytes = self.clean.as_bytes();
        let mut at = from;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b' ' | b'\t'..=b'\r' | b'(' | b')' | b'"' | b'|' => break,
                b'[' if at > from && list::opens_list(self.clean, at) => {
                    at = self.list_end(at, bytes.len())?
                }
                b'<' if self.clean[at..].starts_with("<<<") => break,
                b'>' if self.clean[at..].starts_with(">>>") => break,
                // The first bytes of the quotes and spaces outside ASCII.
                0xC2 | 0xE1 | 0xE2 | 0xE3 => {
                    let c = self.clean[at..].chars().next().unwrap_or_default();
                    if ends_chunk(c) {
                        break;
                    }
                    at += c.len_utf8();
                }
                _ => at += 1,
            }
        }
        Ok(at)
    }

    /// Reads up to the next space, bracket or quote: an operator, a word, a tag, a name, a field, a part, or punctuation.
    fn chunk(&mut self) -> Result<(), QueryError> {
        let start = self.at;
        let chunk = start..self.chunk_end(start)?;
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
        if let Some(expr) = self.plain_word(&body)? {
            self.push(Lex::Leaf(expr), body);
            return Ok(());
        }
        if &self.clean[body.clone()] == "=" {
            match self.peek() {
                Some('(') => return Err(self.error(QueryErrorKind::ExactMisplaced, body)),
                Some(open) if closing_quotes(open).is_some() => return self.phrase(body.start, true),
                _ => {}
            }
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
        let text = &self.clean[chunk.clone()];
        let what = match text {
            "AND" => Lex::And,
            "OR" => Lex::Or,
            "NOT" => Lex::Not,
            "SENT" => Lex::Sentence,
            _ if text.starts_with("NEAR") || text.starts_with("ONEAR") => match near(text) {
                Some(Ok(near)) => near,
                Some(Err(())) => {
                    return Err(self
                        .error_with_text(QueryErrorKind::NearDistance, chunk.clone())
                        .number("max", DISTANCE_MAX));
                }
                None => return Ok(false),
            },
            _ => return Ok(false),
        };
        self.push(what, chunk.clone());
        Ok(true)
    }

    /// Pushes a NOT for each minus at the start of a word, and returns what is left of the chunk.
    fn minuses(&mut self, chunk: &Range<usize>) -> Range<usize> {
        let mut from = chunk.start;
        if !self.clean[from..].starts_with('-') {
            return chunk.clone();
        }
        let before = &self.clean[..chunk.start];
        let starts_word = before.ends_with(|c: char| c.is_whitespace() || c == '(' || c == '|');
        if before.is_empty() || starts_word || before.ends_with(">>>") {
            while self.clean[from..chunk.end].starts_with('-') {
                self.push(Lex::Not, from..from + 1);
                from += 1;
            }
        }
        from..chunk.end
    }

    /// The tag, name, part or word of a chunk; `None` for punctuation.
    fn leaf(&mut self, body: &Range<usize>) -> Result<Option<Expr>, QueryError> {
        let text = &self.clean[body.clone()];
        for (sign, kind) in [('#', QueryErrorKind::BadTag), ('@', QueryErrorKind::BadName)] {
            let unsigned = text.strip_prefix('=').unwrap_or(text);
            if let Some(rest) = unsigned.strip_prefix(sign)
                && rest.starts_with(|c| c == '_' || Class::of(c).starts_word())
            {
                let Some(name) = self.tag_or_name(sign, rest) else {
                    return Err(self.error_with_text(kind, body.clone()));
                };
                self.count(1, body)?;
                return Ok(Some(if sign == '#' { Expr::Tag(name) } else { Expr::Name(name) }));
            }
        }
        if let Some(rest) = text.strip_prefix('$')
            && rest.starts_with(|c: char| c == '_' || c.is_alphanumeric())
        {
            let is_of_name = |c: char| c == '_' || c.is_alphanumeric();
            let name = rest.trim_end_matches(['.', ',', ';', ':', '!']);
            if !name.chars().all(is_of_name) {
                return Err(self.error_with_text(QueryErrorKind::BadPart, body.clone()));
            }
            self.count(1, body)?;
            return Ok(Some(Expr::Part(name.into())));
        }
        let words = self.words(body.clone(), false)?;
        Ok((!words.is_empty()).then(|| words::expr_of(words)))
    }

    /// Pushes the field that the chunk is, if it is one.
    fn field(&mut self, body: &Range<usize>) -> Result<bool, QueryError> {
        let text = &self.clean[body.clone()];
        let Some(colon) = text.find(':') else { return Ok(false) };
        let name = body.start..body.start + colon + 1;
        let field = &text[..colon];
        if field.eq_ignore_ascii_case("title") {
            self.title(&name)?;
            return Ok(true);
        }
        let (expr, n_values) = if field.eq_ignore_ascii_case("followers") {
            (self.followers(&name, body.end)?, 1)
        } else if let Some(field) = Field::from_name(field) {
            let values = self.field_values(field, name, body.end)?;
            let n_values = values.len();
            (Expr::Field { field, values }, n_values)
        } else {
            return Ok(false);
        };
        let whole = body.start..self.at;
        self.count(n_values, &whole)?;
        self.push(Lex::Leaf(expr), whole);
        Ok(true)
    }

    /// The folded body of a tag or name that ends a chunk; punctuation behind it is dropped. `None` when other characters are in it.
    fn tag_or_name(&mut self, sign: char, text: &str) -> Option<Box<str>> {
        self.folded.clear();
        if fold_plain(text, &mut self.folded) && self.folded.bytes().any(|b| !b.is_ascii_digit()) {
            return Some(self.folded.as_str().into());
        }
        let mut letters = Vec::new();
        read_letters(text, &mut letters);
        let is_of_body = |l: &Letter| l.class.is_of_word() || l.folded == '_';
        let end = letters.iter().rposition(is_of_body).map_or(0, |last| last + 1);
        // A star is no punctuation: whoever types it wants a beginning, which a whole tag is not. Nor is an emoji, nor a list.
        if letters[end..].iter().any(|l| {
            matches!(l.folded, '*' | '?' | '[' | ']') || matches!(l.class, Class::Emoji | Class::FlagHalf)
        }) {
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
}

/// `NEAR/3`, `ONEAR/3`, `NEAR/3f`; an error when the number is missing or too large, `None` for another word.
fn near(text: &str) -> Option<Result<Lex, ()>> {
    let (ordered, rest) = match text.strip_prefix("ONEAR") {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix("NEAR")?),
    };
    if rest.is_empty() {
        return Some(Err(()));
    }
    let number = rest.strip_prefix('/')?;
    let (digits, forward) = match number.strip_suffix('f') {
        Some(digits) if !ordered => (digits, true),
        _ => (number, false),
    };
    Some(match distance(digits) {
        Some(distance) => Ok(Lex::Near { distance, ordered: ordered || forward }),
        None => Err(()),
    })
}

/// A distance within its limit.
fn distance(digits: &str) -> Option<u8> {
    let in_range = |number: &u8| usize::from(*number) <= DISTANCE_MAX;
    let all_digits = digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|number| all_digits && in_range(number))
}
