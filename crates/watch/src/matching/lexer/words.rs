//! The words of a chunk or a phrase, with their wildcards, lists and inner punctuation.

use std::ops::Range;

use nabat_text::letters::{Class, Letter, composed, fold_plain, read_letters};

use super::Lexer;
use super::list::opens_list;
use crate::matching::error::{QueryError, QueryErrorKind};
use crate::matching::query::{
    Choices, CompoundHow, Expr, FUZZY_LETTERS_MIN, How, INFIX_LETTERS_MIN, PATTERN_LETTERS_MIN,
    PREFIX_LETTERS_MIN, PhraseWord, WINDOW_WORDS_MAX, Word, WordPlace,
};

/// Punctuation that joins the parts of a word: people write it or leave it out.
pub(super) fn joins(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '‘' | '.')
}

/// A word of a query as it was typed.
pub(super) struct Piece {
    /// Folded; it may hold `?`.
    pub(super) text: String,
    /// Its bytes.
    pub(super) span: Range<usize>,
    pub(super) emoji: bool,
}

/// The words and emoji of a text; a `?` that touches a word belongs to it.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut letters = Vec::new();
    read_letters(text, &mut letters);
    let is_of_word = |l: &Letter| l.class.is_of_word() || l.folded == '?';
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let length = match rest[0].class {
            Class::Emoji => 1,
            Class::FlagHalf => 1 + usize::from(rest.get(1).is_some_and(|l| l.class == Class::FlagHalf)),
            Class::Letter | Class::Digit => rest.iter().position(|l| !is_of_word(l)).unwrap_or(rest.len()),
            Class::Separator if rest[0].folded == '?' => {
                rest.iter().position(|l| !is_of_word(l)).unwrap_or(rest.len())
            }
            Class::Mark | Class::Separator => 0,
        };
        let run = &rest[..length];
        let emoji = matches!(rest[0].class, Class::Emoji | Class::FlagHalf);
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && (emoji || run.iter().any(|l| l.class.starts_word()))
        {
            words.push(Piece {
                text: run.iter().map(|letter| letter.folded).collect(),
                span: first.start as usize..last.end as usize,
                emoji,
            });
        }
        at += length.max(1);
    }
    words
}

/// One word asks for itself; several, or a compound, for a phrase. There is at least one.
pub(super) fn expr_of(mut words: Vec<PhraseWord>) -> Expr {
    match (words.len(), words.pop()) {
        (1, Some(PhraseWord::Word(word))) => Expr::Word(word),
        (_, last) => {
            words.extend(last);
            Expr::Phrase(words)
        }
    }
}

/// The signs around the words of a chunk.
struct Signs {
    exact: bool,
    prefix: bool,
    infix: bool,
    fuzzy: bool,
}

impl Lexer<'_> {
    /// The word of a chunk that is nothing but a plain word, with or without `=`.
    pub(super) fn plain_word(&mut self, chunk: &Range<usize>) -> Result<Option<Expr>, QueryError> {
        let text = &self.clean[chunk.clone()];
        let (word, exact) = text.strip_prefix('=').map_or((text, false), |word| (word, true));
        self.folded.clear();
        if !fold_plain(word, &mut self.folded) {
            return Ok(None);
        }
        self.count(1, chunk)?;
        let folded: Box<str> = self.folded.as_str().into();
        if exact {
            return Ok(Some(Expr::Word(Word { text: folded, how: How::Exact })));
        }
        let word: Box<str> = word.into();
        self.place(chunk, None, &word, &[], &Choices::default());
        let how = How::Forms { written: word, choices: Choices::default() };
        Ok(Some(Expr::Word(Word { text: folded, how })))
    }

    /// The words between quotes. `exact` when a `=` stands before the quotes.
    pub(super) fn phrase_words(
        &mut self,
        inside: Range<usize>,
        exact: bool,
    ) -> Result<Vec<PhraseWord>, QueryError> {
        let mut words = Vec::new();
        let mut from = inside.start;
        while from < inside.end {
            let until = self.piece_end(from, inside.end)?;
            words.extend(self.words(from..until, exact)?);
            from = until + self.clean[until..inside.end].chars().next().map_or(0, char::len_utf8);
        }
        Ok(words)
    }

    /// End of what stands up to the next space between quotes. The list behind a word belongs to it.
    fn piece_end(&self, from: usize, until: usize) -> Result<usize, QueryError> {
        let mut at = from;
        while let Some(c) = self.clean[at..until].chars().next().filter(|c| !c.is_whitespace()) {
            let is_list = c == '[' && at > from && opens_list(self.clean, at);
            at = if is_list { self.list_end(at, until)? } else { at + c.len_utf8() };
        }
        Ok(at)
    }

    /// What words in a window ask; one word asks for itself.
    pub(super) fn window(
        &self,
        words: Vec<PhraseWord>,
        distance: u8,
        whole: &Range<usize>,
    ) -> Result<Expr, QueryError> {
        if words.len() > WINDOW_WORDS_MAX {
            return Err(self
                .error(QueryErrorKind::WindowWords, whole.clone())
                .number("max", WINDOW_WORDS_MAX));
        }
        Ok(if words.len() == 1 { expr_of(words) } else { Expr::Window { words, distance } })
    }

    /// The words of a chunk without spaces; none when it is punctuation.
    pub(super) fn words(&mut self, chunk: Range<usize>, exact: bool) -> Result<Vec<PhraseWord>, QueryError> {
        let text = &self.clean[chunk.clone()];
        if text.starts_with('{') || text.starts_with("={") {
            return self.cased(&chunk, exact || text.starts_with('='));
        }
        let (body, list) = self.without_list(&chunk)?;
        let (body, fuzzy) = self.without_tilde(body)?;
        let words = pieces(&self.clean[body.clone()]);
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return Ok(Vec::new());
        };
        let text = &self.clean[body.clone()];
        if is_web_address(text) {
            return Err(self.error(QueryErrorKind::WebAddress, chunk));
        }
        let (before, after) = (&text[..first.span.start], &text[last.span.end..]);
        let signs = Signs {
            exact: exact || before.starts_with('='),
            prefix: after.starts_with('*') && !before.ends_with('*'),
            infix: before.ends_with('*') && after.starts_with('*'),
            fuzzy,
        };
        self.check_stars(&body, &words)?;
        self.check_signs(&body, &words, &signs)?;
        let inflects = !signs.exact && !signs.prefix && !signs.infix && !fuzzy;
        let compound = is_compound(text, &words);
        let choices = match &list {
            Some(list) if inflects && (compound || words.len() == 1) && !first.emoji => self.choices(list)?,
            Some(list) => return Err(self.error(QueryErrorKind::WordListMisplaced, list.clone())),
            None => Choices::default(),
        };
        self.count(words.len() + choices.struck.len() + choices.added.len(), &chunk)?;
        Ok(self.members(&body, words, &signs, list, choices))
    }

    /// The chunk without its list, and the list.
    fn without_list(&self, chunk: &Range<usize>) -> Result<(Range<usize>, Option<Range<usize>>), QueryError> {
        let text = &self.clean[chunk.clone()];
        let mut lists = text.match_indices('[').filter(|(at, _)| opens_list(text, *at));
        let Some((open, _)) = lists.next() else {
            return Ok((chunk.clone(), None));
        };
        let open = chunk.start + open;
        let end = self.list_end(open, chunk.end)?;
        if !pieces(&self.clean[end..chunk.end]).is_empty() || self.clean[end..chunk.end].contains(['[', '*'])
        {
            return Err(self.error(QueryErrorKind::WordListMisplaced, open..end));
        }
        Ok((chunk.start..open, Some(open..end)))
    }

    /// The chunk without `~1`, and whether it had it.
    fn without_tilde(&self, chunk: Range<usize>) -> Result<(Range<usize>, bool), QueryError> {
        let text = &self.clean[chunk.clone()];
        let Some(tilde) = text.rfind('~').filter(|at| *at > 0) else { return Ok((chunk, false)) };
        let number = &text[tilde + 1..];
        let behind_word = pieces(&text[..tilde]).last().is_some_and(|word| word.span.end == tilde);
        if !behind_word || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Ok((chunk, false));
        }
        if number != "1" {
            return Err(self.error_with_text(QueryErrorKind::FuzzyDistance, chunk));
        }
        Ok((chunk.start..chunk.start + tilde, true))
    }

    /// Refuses a `*` that touches a word anywhere but before the first and behind the last.
    fn check_stars(&self, body: &Range<usize>, words: &[Piece]) -> Result<(), QueryError> {
        let text = &self.clean[body.clone()];
        for (index, word) in words.iter().enumerate() {
            let before = index > 0 && text[..word.span.start].ends_with('*');
            let after = index + 1 < words.len() && text[word.span.end..].starts_with('*');
            if before || after {
                return Err(self.error_with_text(QueryErrorKind::WildcardMisplaced, body.clone()));
            }
        }
        Ok(())
    }

    fn check_signs(&self, body: &Range<usize>, words: &[Piece], signs: &Signs) -> Result<(), QueryError> {
        let text = &self.clean[body.clone()];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return Ok(()) };
        let leading = !signs.infix && text[..first.span.start].ends_with('*');
        let starred = signs.prefix || signs.infix || leading;
        let pattern = words.iter().any(|word| word.text.contains('?'));
        // The words with the signs that touch them, without other punctuation.
        let n_before = usize::from(signs.infix || leading || text[..first.span.start].ends_with('='));
        let n_after = if signs.fuzzy { "~1".len() } else { usize::from(signs.prefix || signs.infix) };
        let core = body.start + first.span.start - n_before..body.start + last.span.end + n_after;
        let wrong = |kind| Err(self.error_with_text(kind, core.clone()));
        if signs.exact && (starred || pattern || signs.fuzzy) {
            return wrong(QueryErrorKind::ExactWildcard);
        }
        if leading {
            let suggestion = format!("*{}*", &text[first.span.clone()]);
            return wrong(QueryErrorKind::WildcardLeading).map_err(|e| e.text("suggestion", &suggestion));
        }
        if signs.fuzzy {
            if words.len() > 1 || starred || pattern || first.emoji {
                return wrong(QueryErrorKind::FuzzyDistance);
            }
            return self.check_letters(QueryErrorKind::FuzzyTooShort, None, core, first, FUZZY_LETTERS_MIN);
        }
        let split = (signs.infix && words.len() > 1) || (pattern && is_compound(text, words));
        if split || (starred && pattern) {
            return wrong(QueryErrorKind::WildcardMisplaced);
        }
        let short = QueryErrorKind::WildcardTooShort;
        if signs.prefix {
            self.check_letters(short, Some("prefix"), core.clone(), last, PREFIX_LETTERS_MIN)?;
        }
        if signs.infix {
            self.check_letters(short, Some("infix"), core.clone(), first, INFIX_LETTERS_MIN)?;
        }
        for word in words.iter().filter(|word| word.text.contains('?')) {
            self.check_letters(short, Some("pattern"), core.clone(), word, PATTERN_LETTERS_MIN)?;
        }
        Ok(())
    }

    /// Refuses a word with too few letters and digits for its wildcard.
    fn check_letters(
        &self,
        kind: QueryErrorKind,
        wildcard: Option<&str>,
        core: Range<usize>,
        word: &Piece,
        min: usize,
    ) -> Result<(), QueryError> {
        let n_letters = word.text.chars().filter(|c| Class::of(*c).starts_word()).count();
        if n_letters >= min && !word.emoji {
            return Ok(());
        }
        let mut error = self.error(kind, core.clone());
        if let Some(wildcard) = wildcard {
            error = error.text("wildcard", wildcard);
        }
        Err(error.text("text", &self.clean[core]).number("min", min))
    }

    fn members(
        &mut self,
        body: &Range<usize>,
        words: Vec<Piece>,
        signs: &Signs,
        list: Option<Range<usize>>,
        choices: Choices,
    ) -> Vec<PhraseWord> {
        let text = &self.clean[body.clone()];
        let origin = body.start;
        if is_compound(text, &words) {
            let span = words[0].span.start..words[words.len() - 1].span.end;
            let parts: Vec<Box<str>> = words.into_iter().map(|word| word.text.into()).collect();
            let how = if signs.exact {
                CompoundHow::Exact
            } else if signs.prefix {
                CompoundHow::Prefix
            } else {
                let written: Box<str> = composed(&text[span.clone()]).into();
                let from = origin + span.start..list.as_ref().map_or(origin + span.end, |list| list.end);
                self.place(&from, list, &written, &parts, &choices);
                CompoundHow::Forms { written, choices }
            };
            return vec![PhraseWord::Compound { parts, how }];
        }
        let n_words = words.len();
        let mut members = Vec::with_capacity(n_words);
        for (index, word) in words.into_iter().enumerate() {
            let is_last = index + 1 == n_words;
            let how = if word.emoji {
                How::Exact
            } else if word.text.contains('?') {
                How::Pattern
            } else if signs.exact {
                How::Exact
            } else if signs.infix {
                How::Infix
            } else if signs.prefix && is_last {
                How::Prefix
            } else if signs.fuzzy {
                How::Fuzzy
            } else {
                let written: Box<str> = composed(&text[word.span.clone()]).into();
                let end = list.as_ref().map_or(origin + word.span.end, |list| list.end);
                self.place(&(origin + word.span.start..end), list.clone(), &written, &[], &choices);
                How::Forms { written, choices: choices.clone() }
            };
            members.push(PhraseWord::Word(Word { text: word.text.into(), how }));
        }
        members
    }

    /// `{Word}`: the words between the braces with their capitals and marks; of a compound its parts in a row.
    fn cased(&mut self, chunk: &Range<usize>, exact: bool) -> Result<Vec<PhraseWord>, QueryError> {
        let text = &self.clean[chunk.clone()];
        let wrong = || self.error_with_text(QueryErrorKind::CasedWord, chunk.clone());
        let (open, close) = text.find('{').zip(text.find('}')).ok_or_else(wrong)?;
        let inside = text.get(open + 1..close).ok_or_else(wrong)?;
        let behind = &text[close + 1..];
        if behind.starts_with('[') {
            let list = chunk.start + close + 1..chunk.end;
            return Err(self.error(QueryErrorKind::WordListMisplaced, list));
        }
        let words = pieces(inside);
        let plain = words.iter().all(|word| !word.emoji && !word.text.contains('?'));
        let one = words.len() == 1 || is_compound(inside, &words);
        let rest_is_empty = pieces(behind).is_empty() && !behind.contains(['*', '{']);
        if exact || !plain || !one || !rest_is_empty || inside.contains(['*', '=', '[', '~']) {
            return Err(wrong());
        }
        self.count(words.len(), chunk)?;
        let word = |word: Piece| {
            let written = composed(&inside[word.span]).into();
            PhraseWord::Word(Word { text: word.text.into(), how: How::Cased { written } })
        };
        Ok(words.into_iter().map(word).collect())
    }

    /// Notes where a word that inflects stands.
    fn place(
        &mut self,
        word: &Range<usize>,
        list: Option<Range<usize>>,
        written: &str,
        parts: &[Box<str>],
        choices: &Choices,
    ) {
        let place = WordPlace {
            span: self.span(word.clone()),
            list: list.map(|list| self.span(list)),
            written: written.into(),
            parts: parts.to_vec(),
            choices: choices.clone(),
        };
        self.places.push(place);
    }
}

/// Whether the words are parts of one word.
fn is_compound(text: &str, words: &[Piece]) -> bool {
    words.len() > 1
        && words.iter().all(|word| !word.emoji)
        && words.windows(2).all(|pair| {
            let between = &text[pair[0].span.end..pair[1].span.start];
            !between.is_empty() && between.chars().all(joins)
        })
}

/// What the tokeniser reads as an address wherever it stands.
fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("http://")
        || lower.contains("https://")
        || lower.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("www.")
}
