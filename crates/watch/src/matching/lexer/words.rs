//! The words of a chunk or a phrase, with their wildcards and inner punctuation.

use std::ops::Range;

use nabat_text::tokens::{PlainWord, plain_words};

use super::Lexer;
use crate::matching::error::{QueryError, QueryErrorKind};
use crate::matching::query::{Expr, PREFIX_LETTERS_MIN, PhraseWord, Unsupported};

/// Punctuation that joins the parts of a word: people write it or leave it out.
fn joins(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '‘' | '.')
}

impl Lexer {
    /// What a chunk outside quotes asks; `None` when no word is in it.
    pub(super) fn single_word(&mut self, chunk: Range<usize>) -> Result<Option<Expr>, QueryError> {
        let words = self.words(chunk)?;
        Ok(expr_of(words))
    }

    /// What the words between quotes ask; `None` when there are none.
    pub(super) fn phrase_words(&mut self, inside: Range<usize>) -> Result<Option<Expr>, QueryError> {
        let mut words = Vec::new();
        let mut from = inside.start;
        while from < inside.end {
            let rest = &self.clean[from..inside.end];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let space = rest[length..].chars().next().map_or(0, char::len_utf8);
            words.extend(self.words(from..from + length)?);
            from += length + space;
        }
        Ok(expr_of(words))
    }

    fn words(&mut self, chunk: Range<usize>) -> Result<Vec<PhraseWord>, QueryError> {
        let text = &self.clean[chunk.clone()];
        let words = plain_words(text);
        let Some(last) = words.last() else { return Ok(Vec::new()) };
        if is_web_address(text) {
            return Err(QueryError::new(QueryErrorKind::WebAddress, self.span(chunk)));
        }
        if text.starts_with('=') && words[0].span.start == 1 {
            return Err(self.unsupported(Unsupported::Exact, chunk));
        }
        let prefix = text[last.span.end..].starts_with('*');
        self.check_wildcards(&chunk, &words)?;
        if prefix {
            self.check_prefix(&chunk, last)?;
        }
        let members = members_of(text, &words, prefix);
        self.count(words.len(), &chunk)?;
        Ok(members)
    }

    /// Refuses `?` that touches a word, and `*` that touches one anywhere but at the very end.
    fn check_wildcards(&self, chunk: &Range<usize>, words: &[PlainWord]) -> Result<(), QueryError> {
        let text = &self.clean[chunk.clone()];
        for (index, word) in words.iter().enumerate() {
            let before = text[..word.span.start].chars().next_back();
            let after = text[word.span.end..].chars().next();
            if before == Some('?') || after == Some('?') {
                return Err(self.unsupported(Unsupported::SingleLetter, chunk.clone()));
            }
            if before == Some('*') && index == 0 {
                return Err(self.unsupported(Unsupported::Infix, chunk.clone()));
            }
            if before == Some('*') || (after == Some('*') && index + 1 < words.len()) {
                return Err(QueryError::new(QueryErrorKind::WildcardMisplaced, self.span(chunk.clone()))
                    .text("text", text));
            }
        }
        Ok(())
    }

    fn check_prefix(&self, chunk: &Range<usize>, word: &PlainWord) -> Result<(), QueryError> {
        let n_letters = word.text.chars().filter(|c| c.is_alphanumeric()).count();
        if n_letters >= PREFIX_LETTERS_MIN && !word.emoji {
            return Ok(());
        }
        let text = &self.clean[chunk.clone()][..=word.span.end];
        Err(QueryError::new(
            QueryErrorKind::WildcardTooShort,
            self.span(chunk.start..chunk.start + text.len()),
        )
        .text("text", text)
        .number("min", PREFIX_LETTERS_MIN))
    }
}

/// One word asks for itself; several, or a compound, for a phrase.
fn expr_of(mut words: Vec<PhraseWord>) -> Option<Expr> {
    if words.len() > 1 {
        return Some(Expr::Phrase(words));
    }
    Some(match words.pop()? {
        PhraseWord::Word(word) => Expr::Word(word),
        PhraseWord::Prefix(word) => Expr::Prefix(word),
        compound @ PhraseWord::Compound { .. } => Expr::Phrase(vec![compound]),
    })
}

fn members_of(text: &str, words: &[PlainWord], prefix: bool) -> Vec<PhraseWord> {
    let joined = words.len() > 1
        && words.iter().all(|word| !word.emoji)
        && words.windows(2).all(|pair| {
            let between = &text[pair[0].span.end..pair[1].span.start];
            !between.is_empty() && between.chars().all(joins)
        });
    let texts = words.iter().map(|word| word.text.as_str().into());
    if joined {
        return vec![PhraseWord::Compound { parts: texts.collect(), prefix }];
    }
    let mut members: Vec<PhraseWord> = texts.map(PhraseWord::Word).collect();
    if prefix && let Some(PhraseWord::Word(last)) = members.pop() {
        members.push(PhraseWord::Prefix(last));
    }
    members
}

/// What the tokeniser reads as an address wherever it stands.
fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("http://")
        || lower.contains("https://")
        || lower.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("www.")
}
