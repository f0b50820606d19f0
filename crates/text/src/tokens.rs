//! A text as tokens: words, hashtags, names, web addresses and emoji, each with its place.
//!
//! - A *word* is a run of letters, digits and combining marks. Everything else separates, also `_`, sentence ends and line breaks.
//! - An *emoji* takes one place, a flag is one.
//! - A *hashtag* (`#` not inside a word, at least one non-digit; letters, digits, `_`) is found as the tag, as the word of its whole
//!   body, and as its parts cut at `_` and CamelCase (`#PKOBank`: pko, bank), which stand on places in a row. The body stretches over
//!   all of them.
//! - A *name* (`@` not inside a word; letters, digits, `_`, inner dots) is found as the name and, if it has neither `_` nor a dot, as a
//!   word. It is never split.
//! - A *web address* (`http://`, `https://` anywhere, `www.` at the start of a word) up to the next space, quote or angle bracket takes
//!   one place; no word is found inside it.
//! - A word of mixed Latin and Cyrillic look-alikes is also found as the all-Cyrillic and the all-Latin word.
//! - A word in which a letter stands three times in a row or more ("sooooo") is also found *squeezed*: each run cut to one letter.
//!   Stretched words have no end, so this is done on the post; only such words pay.
//! - A *sentence* ends at `.`, `!`, `?` or `…` before white space or the end, but not at a dot behind a single capital letter
//!   ("А. Пушкин") or behind digits ("5. место"); at a blank line; and at the end of a part. Sentences part no phrase and no nearness.
//!
//! To add a kind of token: add a [`Kind`], teach `Reader::step` to see its first letter, push its terms with their places, and add a
//! line to the rules above and a row to the table in the tests.

use std::ops::Range;

use crate::letters::{Class, Letter, read_letters};
use crate::look_alike::{all_cyrillic, all_latin, is_cyrillic, is_latin};
use crate::scan::ends_address;

/// Places left free between two parts of a post, so that no phrase and no nearness reaches from one into the other.
pub const PLACES_BETWEEN_PARTS: u32 = 1_000;

/// What a token is found as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A word.
    Word,
    /// An emoji or a flag.
    Emoji,
    /// A whole hashtag, without `#`.
    Tag,
    /// A whole name, without `@`.
    Name,
    /// A web address. It has no text to be found by.
    Address,
    /// A word in which a letter stands three times or more in a row, with each run of a letter cut to one: people stretch words.
    Squeezed,
}

/// One way to find one token. A hashtag gives several terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// What it is found as.
    pub kind: Kind,
    /// Hash of kind and text, as [`hash`] gives it.
    pub hash: u64,
    /// The part of the post it stands in, as the caller numbered it.
    pub part: u8,
    /// First place it takes.
    pub first: u32,
    /// First place after it.
    pub next: u32,
    /// First byte in the original text of its part.
    pub from: u32,
    /// First byte after it in the original text of its part.
    pub until: u32,
    /// Whether its first letter is a capital.
    pub capital: bool,
    text_from: u32,
    text_until: u32,
}

/// Hash of a term: the same on each machine and in each version, so that it may be stored. Not made to resist an attacker; compare
/// the texts as well.
pub fn hash(kind: Kind, text: &str) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let seed = 0xCBF2_9CE4_8422_2325 ^ (kind as u64);
    text.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// The tokens of a post. One value serves many posts: its memory is kept.
#[derive(Debug, Default)]
pub struct Tokens {
    terms: Vec<Term>,
    text: String,
    letters: Vec<Letter>,
    next_place: u32,
    sentence_starts: Vec<u32>,
}

impl Tokens {
    /// Forgets the post.
    pub fn clear(&mut self) {
        self.terms.clear();
        self.text.clear();
        self.next_place = 0;
        self.sentence_starts.clear();
    }

    /// The terms, in rising order of their first places.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// How many places they take, those left free included.
    pub fn n_places(&self) -> u32 {
        self.next_place
    }

    /// The folded text of a term.
    pub fn text(&self, term: &Term) -> &str {
        &self.text[term.text_from as usize..term.text_until as usize]
    }

    /// The places at which a sentence starts, in rising order; the first sentence of the post is not among them.
    pub fn sentence_starts(&self) -> &[u32] {
        &self.sentence_starts
    }

    /// Adds a part of the post. Parts lie [`PLACES_BETWEEN_PARTS`] apart.
    pub fn add(&mut self, part: u8, text: &str) {
        let mut letters = std::mem::take(&mut self.letters);
        read_letters(text, &mut letters);
        self.leave_room();
        Reader { letters: &letters, part, tokens: self }.read();
        self.letters = letters;
    }

    /// Adds a hashtag that stands beside the text, given without `#`. Nothing happens when it holds other characters.
    pub fn add_tag(&mut self, part: u8, tag: &str) {
        self.add_beside(part, tag, |reader| {
            (reader.tag_end(0) == Some(reader.letters.len()))
                .then(|| reader.push_tag(0, 0, reader.letters.len()))
        });
    }

    /// Adds a name that stands beside the text, given without `@`. Nothing happens when it holds other characters.
    pub fn add_name(&mut self, part: u8, name: &str) {
        self.add_beside(part, name, |reader| {
            (reader.name_end(0) == Some(reader.letters.len()))
                .then(|| reader.push_name(0, 0, reader.letters.len()))
        });
    }

    fn add_beside(&mut self, part: u8, text: &str, push: impl FnOnce(&mut Reader<'_>) -> Option<()>) {
        let mut letters = std::mem::take(&mut self.letters);
        read_letters(text, &mut letters);
        self.leave_room();
        let _ = push(&mut Reader { letters: &letters, part, tokens: self });
        self.letters = letters;
    }

    fn leave_room(&mut self) {
        if self.next_place > 0 {
            self.next_place = self.next_place.saturating_add(PLACES_BETWEEN_PARTS);
            self.start_sentence();
        }
    }

    fn start_sentence(&mut self) {
        if self.next_place > 0 && self.sentence_starts.last() != Some(&self.next_place) {
            self.sentence_starts.push(self.next_place);
        }
    }
}

/// A plain word or emoji of a text, without regard to hashtags, names and addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainWord {
    /// The folded word.
    pub text: String,
    /// Its bytes in the original text.
    pub span: Range<usize>,
    /// Whether it is an emoji.
    pub emoji: bool,
}

/// A folded word, and what it looks like in one alphabet if it mixes two.
pub fn variants(word: &str) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    if !word.is_ascii() && word.chars().any(is_latin) && word.chars().any(is_cyrillic) {
        all.extend(all_cyrillic(word));
        all.extend(all_latin(word));
    }
    all
}

/// A folded word with each run of one letter cut to one.
pub fn squeezed(word: &str) -> String {
    let mut last = None;
    word.chars().filter(|c| last.replace(*c) != Some(*c)).collect()
}

/// Whether a letter stands three times or more in a row. Digits do in any price.
pub(crate) fn is_stretched(word: &str) -> bool {
    let mut run = (None, 0);
    word.chars().any(|c| {
        run = if run.0 == Some(c) { (run.0, run.1 + 1) } else { (Some(c), 1) };
        run.1 >= 3 && c.is_alphabetic()
    })
}

/// The plain words and emoji of a text, as a person who types them means them.
pub fn plain_words(text: &str) -> Vec<PlainWord> {
    let mut letters = Vec::new();
    read_letters(text, &mut letters);
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = plain_end(&letters, at);
        if end > at {
            let run = &letters[at..end];
            words.push(PlainWord {
                text: run.iter().map(|letter| letter.folded).collect(),
                span: run[0].start as usize..run[run.len() - 1].end as usize,
                emoji: !run[0].class.is_of_word(),
            });
        }
        at = end.max(at + 1);
    }
    words
}

/// End of the word or emoji that starts at a letter; the letter itself if none starts there.
fn plain_end(letters: &[Letter], at: usize) -> usize {
    match letters[at].class {
        Class::Letter | Class::Digit => word_end(letters, at),
        Class::Emoji => at + 1,
        Class::FlagHalf => {
            at + 1 + usize::from(letters.get(at + 1).is_some_and(|l| l.class == Class::FlagHalf))
        }
        Class::Mark | Class::Separator => at,
    }
}

fn word_end(letters: &[Letter], from: usize) -> usize {
    letters[from..].iter().position(|l| !l.class.is_of_word()).map_or(letters.len(), |n| from + n)
}

/// Reads the letters of one part.
struct Reader<'a> {
    letters: &'a [Letter],
    part: u8,
    tokens: &'a mut Tokens,
}

impl Reader<'_> {
    fn read(&mut self) {
        let (mut at, mut line_ended) = (0, false);
        while at < self.letters.len() {
            let next = self.step(at);
            let letter = self.letters[at];
            if letter.class != Class::Separator || next > at + 1 {
                line_ended = false;
            } else if letter.folded == '\n' {
                if line_ended {
                    self.tokens.start_sentence();
                }
                line_ended = true;
            } else if !letter.folded.is_whitespace() {
                line_ended = false;
                if self.ends_sentence(at) {
                    self.tokens.start_sentence();
                }
            }
            at = next;
        }
    }

    /// Whether a sentence ends with this mark.
    fn ends_sentence(&self, at: usize) -> bool {
        let mark = self.letters[at].folded;
        let at_end = self.letters.get(at + 1).is_none_or(|next| next.folded.is_whitespace());
        if !at_end || !matches!(mark, '.' | '!' | '?' | '…') {
            return false;
        }
        if mark != '.' {
            return true;
        }
        let before = &self.letters[..at];
        let from = before.iter().rposition(|l| !l.class.is_of_word()).map_or(0, |last| last + 1);
        let word = &before[from..];
        let is_initial = matches!(word, [only] if only.upper && only.class == Class::Letter);
        let is_number = !word.is_empty() && word.iter().all(|l| l.class == Class::Digit);
        !is_initial && !is_number
    }

    /// Reads what starts at a letter, and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let letter = self.letters[at];
        let inside_word = at > 0 && self.letters[at - 1].class.is_of_word();
        match letter.folded {
            '#' if !inside_word => {
                if let Some(end) = self.tag_end(at + 1) {
                    self.push_tag(at, at + 1, end);
                    return end;
                }
            }
            '@' if !inside_word => {
                if let Some(end) = self.name_end(at + 1) {
                    self.push_name(at, at + 1, end);
                    return end;
                }
            }
            'h' | 'w' => {
                if let Some(end) = self.address_end(at, inside_word) {
                    self.push(Kind::Address, at..at, at..end, 1);
                    return end;
                }
            }
            _ => {}
        }
        match letter.class {
            Class::Letter | Class::Digit => {
                let end = self.word_end_before_address(at);
                self.push_word(at..end, 1);
                end
            }
            Class::Emoji | Class::FlagHalf => {
                let end = plain_end(self.letters, at);
                self.push(Kind::Emoji, at..end, at..end, 1);
                end
            }
            Class::Mark | Class::Separator => at + 1,
        }
    }

    /// People glue an address to the word before it; the word ends where the address starts.
    fn word_end_before_address(&self, from: usize) -> usize {
        let end = word_end(self.letters, from);
        (from + 1..end)
            .find(|at| self.letters[*at].folded == 'h' && self.address_end(*at, true).is_some())
            .unwrap_or(end)
    }

    /// End of the hashtag whose body starts at a letter.
    fn tag_end(&self, from: usize) -> Option<usize> {
        let starts = self.letters.get(from).is_some_and(|l| l.class.starts_word() || l.folded == '_');
        if !starts {
            return None;
        }
        let rest = &self.letters[from..];
        let length = rest.iter().position(|l| !l.class.is_of_word() && l.folded != '_').unwrap_or(rest.len());
        rest[..length].iter().any(|l| l.class == Class::Letter || l.folded == '_').then_some(from + length)
    }

    /// End of the name that starts at a letter. A dot belongs to it only between two of its letters.
    fn name_end(&self, from: usize) -> Option<usize> {
        let is_of_name = |at: usize| {
            self.letters.get(at).is_some_and(|l: &Letter| l.class.is_of_word() || l.folded == '_')
        };
        let starts = self.letters.get(from).is_some_and(|l| l.class.starts_word() || l.folded == '_');
        if !starts {
            return None;
        }
        let mut end = from + 1;
        loop {
            if is_of_name(end) {
                end += 1;
            } else if self.letters.get(end).is_some_and(|l| l.folded == '.') && is_of_name(end + 1) {
                end += 2;
            } else {
                return Some(end);
            }
        }
    }

    /// End of the web address that starts at a letter.
    fn address_end(&self, at: usize, inside_word: bool) -> Option<usize> {
        let starts_with = |prefix: &str| {
            let mut letters = self.letters[at..].iter();
            prefix.chars().all(|c| letters.next().is_some_and(|l| l.folded == c))
        };
        let body = if starts_with("https://") {
            at + 8
        } else if starts_with("http://") {
            at + 7
        } else if !inside_word && starts_with("www.") {
            at + 4
        } else {
            return None;
        };
        let rest = &self.letters[body..];
        let length = rest.iter().position(|l| ends_address(l.folded)).unwrap_or(rest.len());
        (length > 0).then_some(body + length)
    }

    fn push_tag(&mut self, sign: usize, body: usize, end: usize) {
        let parts = tag_parts(&self.letters[body..end]);
        let n_places = parts.len().max(1) as u32;
        let first_place = self.tokens.next_place;
        self.push_at(Kind::Tag, body..end, sign..end, first_place, n_places);
        let one_word = self.letters[body..end].iter().all(|l| l.folded != '_');
        if one_word {
            self.push_word_at(body..end, sign..end, first_place, n_places);
        }
        if parts.len() > 1 || !one_word {
            for (index, part) in parts.iter().enumerate() {
                let letters = body + part.start..body + part.end;
                self.push_word_at(letters.clone(), letters, first_place + index as u32, 1);
            }
        }
        self.tokens.next_place = first_place + n_places;
    }

    fn push_name(&mut self, sign: usize, body: usize, end: usize) {
        let place = self.tokens.next_place;
        self.push_at(Kind::Name, body..end, sign..end, place, 1);
        if self.letters[body..end].iter().all(|l| l.class.is_of_word()) {
            self.push_word_at(body..end, sign..end, place, 1);
        }
        self.tokens.next_place = place + 1;
    }

    fn push_word(&mut self, letters: Range<usize>, n_places: u32) {
        let place = self.tokens.next_place;
        self.push_word_at(letters.clone(), letters, place, n_places);
        self.tokens.next_place = place + n_places;
    }

    fn push(&mut self, kind: Kind, text: Range<usize>, span: Range<usize>, n_places: u32) {
        let place = self.tokens.next_place;
        self.push_at(kind, text, span, place, n_places);
        self.tokens.next_place = place + n_places;
    }

    /// Pushes a word, and what it looks like if it mixes alphabets.
    fn push_word_at(&mut self, text: Range<usize>, span: Range<usize>, place: u32, n_places: u32) {
        let letters = &self.letters[text.clone()];
        let capital = letters.first().is_some_and(|l| l.upper);
        let mixed =
            letters.iter().any(|l| is_latin(l.folded)) && letters.iter().any(|l| is_cyrillic(l.folded));
        self.push_at(Kind::Word, text.clone(), span.clone(), place, n_places);
        if mixed {
            let word: String = self.letters[text.clone()].iter().map(|l| l.folded).collect();
            for variant in [all_cyrillic(&word), all_latin(&word)].into_iter().flatten() {
                self.push_text(Kind::Word, variant.chars(), capital, span.clone(), place, n_places);
            }
        }
        if letters.windows(3).any(|three| three.iter().all(|l| l.folded == three[0].folded)) {
            let word: String = self.letters[text].iter().map(|l| l.folded).collect();
            if !is_stretched(&word) {
                return;
            }
            self.push_text(Kind::Squeezed, squeezed(&word).chars(), capital, span, place, n_places);
        }
    }

    fn push_at(&mut self, kind: Kind, text: Range<usize>, span: Range<usize>, place: u32, n_places: u32) {
        let letters = self.letters;
        let capital = letters.get(text.start).is_some_and(|l| l.upper);
        self.push_text(kind, letters[text].iter().map(|l| l.folded), capital, span, place, n_places);
    }

    fn push_text(
        &mut self,
        kind: Kind,
        text: impl Iterator<Item = char>,
        capital: bool,
        span: Range<usize>,
        place: u32,
        n_places: u32,
    ) {
        let text_from = self.tokens.text.len();
        self.tokens.text.extend(text);
        let text_until = self.tokens.text.len();
        self.tokens.terms.push(Term {
            kind,
            hash: hash(kind, &self.tokens.text[text_from..]),
            part: self.part,
            first: place,
            next: place + n_places,
            from: self.letters.get(span.start).map_or(0, |l| l.start),
            until: self.letters[span.start..span.end].last().map_or(0, |l| l.end),
            capital,
            text_from: text_from as u32,
            text_until: text_until as u32,
        });
    }
}

/// The parts of a hashtag's body: cut at `_`, between a small letter and a capital, and before the last of several capitals or
/// behind digits when a small letter follows (`PKOBank`, `Covid19News`). Letters and digits are not cut apart.
pub(crate) fn tag_parts(body: &[Letter]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 0..body.len() {
        if body[at].folded == '_' {
            if at > start {
                parts.push(start..at);
            }
            start = at + 1;
        } else if at > start && body[at].upper && is_cut_before(body, at) {
            parts.push(start..at);
            start = at;
        }
    }
    if body.len() > start {
        parts.push(start..body.len());
    }
    parts
}

fn is_cut_before(body: &[Letter], at: usize) -> bool {
    let before = body[..at].iter().rev().find(|l| l.class != Class::Mark);
    let after = body[at + 1..].iter().find(|l| l.class != Class::Mark);
    let small = |letter: Option<&Letter>| letter.is_some_and(|l| l.class == Class::Letter && !l.upper);
    small(before) || small(after)
}

#[cfg(test)]
mod tests;
