//! What a post holds of the terms that queries ask for: each term's places, texts compared.

use std::cell::Cell;

use nabat_text::letters::{Class, composed, is_invisible};
use nabat_text::scan::{Scanner, Sighting};
use nabat_text::tokens::Kind;

use super::glance::{INFIX, Ignored, SHAPE, START, TERM, n_letters_of};
use super::index::Index;
use super::keys::{PREFIX_BYTES, first_byte, infix_key, prefix_key, shape_key};
use super::terms::{TermId, Terms, WILDCARD_PART, hash_part, is_wildcard, of_key};
use crate::matching::expand::LookKind;
use crate::matching::reading::{TEXT, TITLE};
use crate::matching::view::PostView;

/// A stretch of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    /// First place.
    pub(super) first: u32,
    /// First place after it.
    pub(super) next: u32,
}

impl Span {
    fn of(sighting: &Sighting) -> Self {
        Self { first: sighting.first, next: sighting.next }
    }
}

/// Memory about one post that is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Numbers of the tokens that are not ignored.
    others: Vec<u32>,
    /// What each of these may be wanted for.
    kinds: Vec<u8>,
    /// Lists of queries that may wait for a token, with its number.
    pub(super) awaited: Vec<(u32, u32)>,
    /// Wildcards met, with what they take in.
    wildcards: Vec<(TermId, Span)>,
    /// A name that is compared.
    pub(super) name: String,
    /// Names and hashtags that stand beside the text, one behind the other.
    pub(super) beside: String,
    /// First sighting plus one by hash; a slot holds the sightings whose hashes end alike.
    heads: Vec<u32>,
    /// The next sighting plus one of the same slot, per sighting.
    nexts: Vec<u32>,
    /// The number plus one of a term that a sighting was seen to be.
    seen_as: Vec<Cell<u32>>,
    /// Which parts of hashes are met.
    parts: Parts,
}

/// Parts of hashes, a bit for each beginning of so many that are told from one another.
#[derive(Debug)]
struct Parts([u64; N_PARTS / 64]);

impl Default for Parts {
    fn default() -> Self {
        Self([0; N_PARTS / 64])
    }
}

/// How many beginnings of parts of hashes are told from one another.
const N_PARTS: usize = 1 << 12;

/// The bit of a part of a hash.
#[inline(always)]
fn part_bit(part: u32) -> (usize, u32) {
    let bit = part >> (u32::BITS - N_PARTS.trailing_zeros());
    ((bit / 64) as usize, bit % 64)
}

impl Found {
    /// Forgets the post.
    pub(super) fn clear(&mut self) {
        self.awaited.clear();
        self.wildcards.clear();
    }

    /// Finds what queries may wait for, and all wildcards, and says whether there is something to wait for.
    pub(super) fn look(&mut self, index: &Index, scanner: &Scanner, ignored: &mut Ignored) -> bool {
        let mut others = std::mem::take(&mut self.others);
        ignored.others(scanner.sightings(), &mut others);
        let mut kinds = std::mem::take(&mut self.kinds);
        index.glance(scanner, &others, &mut kinds);
        for (number, kinds) in others.iter().zip(&kinds) {
            let token = &scanner.sightings()[*number as usize];
            if *kinds == 0 || !self.take(index, scanner, *number, *kinds) {
                ignored.keep(token);
            }
        }
        (self.others, self.kinds) = (others, kinds);
        !self.awaited.is_empty()
    }

    /// Notes what queries may wait for at a token, and the wildcards that take it in. Says whether there was anything.
    fn take(&mut self, index: &Index, scanner: &Scanner, number: u32, kinds: u8) -> bool {
        let (token, n_before) = (&scanner.sightings()[number as usize], self.wildcards.len());
        let wanted = kinds & TERM != 0 && index.awaited.find(token.hash, number, &mut self.awaited);
        if kinds & START != 0 {
            self.prefixes(index, scanner, token);
        }
        if kinds & INFIX != 0 {
            self.infixes(index, scanner, token);
        }
        if kinds & SHAPE != 0 {
            self.shapes(index, scanner, token);
        }
        for (term, _) in &self.wildcards[n_before..] {
            self.awaited.extend(index.awaited.of_wildcard(*term).map(|list| (list, number)));
        }
        wanted || self.wildcards.len() > n_before
    }

    fn prefixes(&mut self, index: &Index, scanner: &Scanner, word: &Sighting) {
        let (wildcards, text) = (&index.terms.wildcards, scanner.bytes(word));
        for n_bytes in PREFIX_BYTES {
            if wildcards.prefix_lengths & 1 << n_bytes != 0 && text.len() >= n_bytes {
                let key = prefix_key(word.start[0], n_bytes);
                self.fitting(index, &wildcards.prefixes, key, text, Span::of(word));
            }
        }
    }

    fn infixes(&mut self, index: &Index, scanner: &Scanner, word: &Sighting) {
        let (terms, text) = (&index.terms, scanner.bytes(word));
        let all_alike = index.glass.starts(text, |start| {
            let term = terms.text(start.term).as_bytes();
            let is_all = start.row.len() == term.len();
            let stands = text[start.at..].starts_with(&term[start.row]);
            if stands && (is_all || takes_in(terms, start.term, text)) {
                self.note_once(start.term, Span::of(word));
            }
        });
        if !all_alike {
            self.infixes_of_strange(index, text, Span::of(word));
        }
    }

    /// The same of a word with letters of several lengths.
    #[cold]
    fn infixes_of_strange(&mut self, index: &Index, word: &[u8], span: Span) {
        let lengths = index.terms.wildcards.infix_lengths;
        if lengths & 1 << 4 != 0 {
            for four in word.array_windows::<4>() {
                let key = infix_key(u64::from(u32::from_le_bytes(*four)), 4);
                self.fitting_infixes(&index.terms, key, word, span);
            }
        }
        if lengths & 1 << 8 != 0 {
            for eight in word.array_windows::<8>() {
                self.fitting_infixes(&index.terms, infix_key(u64::from_le_bytes(*eight), 8), word, span);
            }
        }
    }

    fn shapes(&mut self, index: &Index, scanner: &Scanner, word: &Sighting) {
        let (wildcards, text) = (&index.terms.wildcards, scanner.bytes(word));
        let (n_letters, first, last) = (n_letters_of(text), first_byte(text), text.last().copied());
        for way in (0..4).filter(|way| wildcards.shape_ways & 1 << way != 0) {
            let key =
                shape_key(n_letters, Some(first).filter(|_| way & 1 != 0), last.filter(|_| way & 2 != 0));
            self.fitting(index, &wildcards.shapes, key, text, Span::of(word));
        }
    }

    fn fitting(&mut self, index: &Index, list: &[(u64, TermId)], key: u64, word: &[u8], span: Span) {
        if index.filter.may_hold(key) {
            let fitting = of_key(list, key).filter(|term| takes_in(&index.terms, *term, word));
            self.wildcards.extend(fitting.map(|term| (term, span)));
        }
    }

    fn fitting_infixes(&mut self, terms: &Terms, key: u64, word: &[u8], span: Span) {
        for term in of_key(&terms.wildcards.infixes, key).filter(|term| takes_in(terms, *term, word)) {
            self.note_once(term, span);
        }
    }

    /// An infix may stand in a word more than once, and takes it in once.
    fn note_once(&mut self, term: TermId, span: Span) {
        // What was noted of this word stands last, so a post of one word again and again takes no longer than others.
        let mut of_word = self.wildcards.iter().rev().take_while(|(_, each)| *each == span);
        if !of_word.any(|(each, _)| *each == term) {
            self.wildcards.push((term, span));
        }
    }

    /// The tokens of a list, which are sorted by now.
    pub(super) fn tokens(&self, list: u32) -> impl Iterator<Item = u32> {
        let from = self.awaited.partition_point(|(each, _)| *each < list);
        self.awaited[from..].iter().take_while(move |(each, _)| *each == list).map(|(_, token)| *token)
    }

    /// Notes which parts of hashes are met.
    pub(super) fn note_parts(&mut self, sightings: &[Sighting]) {
        self.parts.0.fill(0);
        let wildcard = (!self.wildcards.is_empty()).then_some(WILDCARD_PART);
        for part in sightings.iter().map(|sighting| hash_part(sighting.hash)).chain(wildcard) {
            let (place, bit) = part_bit(part);
            self.parts.0[place] |= 1 << bit;
        }
    }

    /// Whether the post may hold a term of whose hash this is a part.
    #[inline(always)]
    pub(super) fn may_hold(&self, part: u32) -> bool {
        let (place, bit) = part_bit(part);
        self.parts.0[place] >> bit & 1 != 0
    }

    /// Makes the sightings of a post ready to be found by hash.
    pub(super) fn index(&mut self, sightings: &[Sighting]) {
        let n_slots = (sightings.len() * 2).next_power_of_two().max(32);
        self.heads.clear();
        self.heads.resize(n_slots, 0);
        self.nexts.clear();
        self.nexts.resize(sightings.len(), 0);
        // From the last to the first, so that each slot gives its sightings in rising order of places.
        for (number, sighting) in sightings.iter().enumerate().rev() {
            let head = &mut self.heads[sighting.hash as usize & (n_slots - 1)];
            self.nexts[number] = std::mem::replace(head, number as u32 + 1);
        }
        self.seen_as.clear();
        self.seen_as.resize(sightings.len(), Cell::new(0));
    }
}

/// The terms that a post holds.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    pub(super) terms: &'a Terms,
    pub(super) scanner: &'a Scanner,
    pub(super) found: &'a Found,
    pub(super) post: &'a PostView<'a>,
}

impl<'a> Held<'a> {
    /// Whether the post may hold a term of whose hash this is a part.
    #[inline(always)]
    pub(super) fn may_hold(self, part: u32) -> bool {
        self.found.may_hold(part)
    }

    /// Whether a token is a term, or is taken in by it if it is a wildcard.
    pub(super) fn is_at(self, term: TermId, number: u32) -> bool {
        // Wildcards are looked for in full before anything is noted of them.
        is_wildcard(self.terms.kind(term))
            || self.is_seen_as(term, number, &self.scanner.sightings()[number as usize])
    }

    /// Whether the post holds a term before a place.
    #[inline]
    pub(super) fn holds(self, term: TermId, limit: u32) -> bool {
        if is_wildcard(self.terms.kind(term)) {
            return self.places(term, limit).next().is_some();
        }
        let hash = self.terms.hash(term);
        let mut next = self.first_of(hash);
        while let Some(number) = next.checked_sub(1) {
            let sighting = &self.scanner.sightings()[number as usize];
            if sighting.hash == hash && sighting.first < limit && self.is_seen_as(term, number, sighting) {
                return true;
            }
            next = self.found.nexts[number as usize];
        }
        false
    }

    /// The first sighting plus one of a hash's slot; 0 when it is empty.
    #[inline]
    fn first_of(self, hash: u64) -> u32 {
        let mask = self.found.heads.len().wrapping_sub(1);
        self.found.heads.get(hash as usize & mask).copied().unwrap_or(0)
    }

    /// The places of a term before a place, in rising order.
    pub(super) fn places(self, term: TermId, limit: u32) -> impl Iterator<Item = Span> + 'a {
        let wildcard = is_wildcard(self.terms.kind(term));
        let hash = self.terms.hash(term);
        let mut next = if wildcard { 0 } else { self.first_of(hash) };
        let plain = std::iter::from_fn(move || {
            loop {
                let number = next.checked_sub(1)? as usize;
                next = self.found.nexts[number];
                let sighting = &self.scanner.sightings()[number];
                if sighting.hash == hash && self.is(term, sighting) {
                    return Some(Span { first: sighting.first, next: sighting.next });
                }
            }
        });
        let wildcards = if wildcard { self.found.wildcards.as_slice() } else { &[] };
        let taken_in = wildcards.iter().filter(move |(each, _)| *each == term).map(|(_, span)| *span);
        plain.chain(taken_in).take_while(move |span| span.first < limit)
    }

    /// The same as [`Self::is`], remembered: in a burst many queries ask for the same words.
    fn is_seen_as(self, term: TermId, number: u32, sighting: &Sighting) -> bool {
        let seen_as = &self.found.seen_as[number as usize];
        if seen_as.get() == term + 1 {
            return true;
        }
        let is = self.is(term, sighting);
        if is {
            seen_as.set(term + 1);
        }
        is
    }

    fn is(self, term: TermId, sighting: &Sighting) -> bool {
        let original = original(sighting, self.post, &self.found.beside);
        is_term(self.terms, term, self.scanner, sighting, original)
    }
}

/// The text a sighting stands in.
fn original<'a>(sighting: &Sighting, post: &PostView<'a>, beside: &'a str) -> &'a str {
    match sighting.part {
        TITLE => post.title.unwrap_or_default(),
        TEXT => post.text,
        _ => beside,
    }
}

/// Whether a wildcard takes in a word.
fn takes_in(terms: &Terms, term: TermId, word: &[u8]) -> bool {
    let text = terms.text(term);
    match terms.kind(term) {
        LookKind::Prefix => word.starts_with(text.as_bytes()),
        LookKind::Infix => word.windows(text.len()).any(|letters| letters == text.as_bytes()),
        LookKind::Pattern => fits(text, word),
        LookKind::Word
        | LookKind::Emoji
        | LookKind::Tag
        | LookKind::Name
        | LookKind::Squeezed
        | LookKind::Cased
        | LookKind::Capitalised => false,
    }
}

/// Whether a sighting whose hash is a term's is that term: the texts are compared, and for some terms the original.
fn is_term(terms: &Terms, term: TermId, scanner: &Scanner, sighting: &Sighting, original: &str) -> bool {
    let text = terms.text(term);
    let is = |kind: Kind| sighting.kind == kind && scanner.bytes(sighting) == text.as_bytes();
    match terms.kind(term) {
        LookKind::Word => is(Kind::Word),
        LookKind::Cased => sighting.kind == Kind::Word && is_written(scanner, sighting, original, text),
        LookKind::Capitalised => {
            is(Kind::Word) && first_letter(scanner, sighting, original).is_some_and(char::is_uppercase)
        }
        LookKind::Emoji => is(Kind::Emoji),
        LookKind::Tag => is(Kind::Tag),
        LookKind::Name => is(Kind::Name),
        LookKind::Squeezed => is(Kind::Squeezed),
        LookKind::Prefix | LookKind::Infix | LookKind::Pattern => false,
    }
}

/// Whether a word fits a pattern in which `?` is one letter or digit.
fn fits(pattern: &str, word: &[u8]) -> bool {
    // Most words are told by their lengths and their ends.
    let last = pattern.as_bytes().last().filter(|last| **last != b'?');
    if word.len() < pattern.len() || last.is_some_and(|last| word.last() != Some(last)) {
        return false;
    }
    let Ok(word) = std::str::from_utf8(word) else { return false };
    let mut letters = word.chars();
    let fits = pattern.chars().all(|wanted| {
        letters.next().is_some_and(|c| if wanted == '?' { Class::of(c).starts_word() } else { c == wanted })
    });
    fits && letters.next().is_none()
}

/// Whether the original of a word is written like that: with its capitals and marks, without invisible characters.
fn is_written(scanner: &Scanner, sighting: &Sighting, original: &str, text: &str) -> bool {
    let span = original.get(scanner.span(sighting)).unwrap_or_default();
    composed(span.strip_prefix(['#', '@']).unwrap_or(span)) == text
}

fn first_letter(scanner: &Scanner, sighting: &Sighting, original: &str) -> Option<char> {
    let span = original.get(scanner.span(sighting))?;
    span.strip_prefix(['#', '@']).unwrap_or(span).chars().find(|c| !is_invisible(*c))
}
