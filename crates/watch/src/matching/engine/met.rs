//! What a post holds of the terms that queries ask for: each term's places, texts compared.

use nabat_text::letters::{composed, is_invisible};
use nabat_text::scan::{Scanner, Sighting, Starts, Via, slid};
use nabat_text::tokens::Kind;

use super::filter::{Filter, InfixFilter};
use super::keys::{shape_key, start_key};
use super::terms::{TermId, Terms, is_wildcard, of_key};
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

/// End of a chain.
const END: u32 = u32::MAX;

/// A term that the post holds.
#[derive(Debug, Clone, Copy)]
struct Met {
    term: TermId,
    head: u32,
    tail: u32,
}

/// The terms that a post holds.
#[derive(Debug, Default)]
pub(super) struct Terminology {
    met: Vec<Met>,
    /// Places, each with the next of its term.
    places: Vec<(Span, u32)>,
    /// Indexes of `met` plus one by term, open addressing; no more than a quarter full.
    slots: Vec<u32>,
    /// Names and hashtags that stand beside the text, one behind the other.
    pub(super) beside: String,
    word: String,
}

/// What is asked of a post, as far as terms go.
pub(super) struct Asked<'a> {
    pub(super) terms: &'a Terms,
    pub(super) filter: &'a Filter,
    pub(super) infixes: &'a InfixFilter,
}

impl Terminology {
    /// The terms, in the order they are met.
    pub(super) fn terms(&self) -> impl Iterator<Item = TermId> {
        self.met.iter().map(|met| met.term)
    }

    fn find(&self, term: TermId) -> Option<&Met> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = slot_of(term) & mask;
        loop {
            let met = &self.met[self.slots[at].checked_sub(1)? as usize];
            if met.term == term {
                return Some(met);
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether the post holds a term before a place.
    #[inline]
    pub(super) fn holds(&self, term: TermId, limit: u32) -> bool {
        self.find(term).is_some_and(|met| self.places[met.head as usize].0.first < limit)
    }

    /// The places of a term before a place, in rising order.
    pub(super) fn places(&self, term: TermId, limit: u32) -> impl Iterator<Item = Span> {
        let mut at = self.find(term).map_or(END, |met| met.head);
        std::iter::from_fn(move || {
            let (span, next) = *self.places.get(at as usize)?;
            at = next;
            (span.first < limit).then_some(span)
        })
    }

    /// Looks up all sightings of a post.
    pub(super) fn resolve(&mut self, asked: &Asked<'_>, scanner: &Scanner, post: &PostView<'_>) {
        self.met.clear();
        self.places.clear();
        let n_slots = (scanner.sightings().len() * 4).next_power_of_two().max(64);
        self.slots.clear();
        self.slots.resize(n_slots, 0);
        let wildcards = &asked.terms.wildcards;
        let any_wildcard =
            wildcards.prefix_lengths | wildcards.shape_ways != 0 || !wildcards.infixes.is_empty();
        let (beside, mut word) = (std::mem::take(&mut self.beside), std::mem::take(&mut self.word));
        for sighting in scanner.sightings() {
            let original = match sighting.part {
                TITLE => post.title.unwrap_or_default(),
                TEXT => post.text,
                _ => &beside,
            };
            let span = Span { first: sighting.first, next: sighting.next };
            for term in asked.terms.of_hash(sighting.hash) {
                if is_term(asked.terms, term, scanner, sighting, original) {
                    self.push(term, span);
                }
            }
            if any_wildcard && sighting.kind == Kind::Word {
                scanner.read(sighting, original, &mut word);
                self.resolve_wildcards(asked, &word, span);
            }
        }
        (self.beside, self.word) = (beside, word);
    }

    fn resolve_wildcards(&mut self, asked: &Asked<'_>, word: &str, span: Span) {
        let (terms, filter) = (asked.terms, asked.filter);
        let wildcards = &terms.wildcards;
        let mut starts = Starts::default();
        let (mut n_letters, mut window) = (0, 0);
        for letter in word.chars() {
            n_letters += 1;
            let start = starts.grow(letter);
            if n_letters < 8 && wildcards.prefix_lengths & 1 << n_letters != 0 {
                let key = start_key(start);
                if filter.may_hold(key) {
                    self.resolve_key(terms, &wildcards.prefixes, key, word, span);
                }
            }
            window = slid(window, letter);
            if n_letters >= 4 && !wildcards.infixes.is_empty() && asked.infixes.may_hold(window) {
                self.resolve_key(terms, &wildcards.infixes, window, word, span);
            }
        }
        if wildcards.shape_ways != 0 {
            let first = word.chars().next().map(u32::from);
            let last = word.chars().next_back().map(u32::from);
            for way in (0..4).filter(|way| wildcards.shape_ways & 1 << way != 0) {
                let key = shape_key(n_letters, first.filter(|_| way & 1 != 0), last.filter(|_| way & 2 != 0));
                if filter.may_hold(key) {
                    self.resolve_key(terms, &wildcards.shapes, key, word, span);
                }
            }
        }
    }

    fn resolve_key(&mut self, terms: &Terms, list: &[(u64, TermId)], key: u64, word: &str, span: Span) {
        for term in of_key(list, key) {
            let text = terms.text(term);
            let holds = match terms.kind(term) {
                LookKind::Prefix => word.starts_with(text),
                LookKind::Infix => word.contains(text),
                _ => fits(text, word),
            };
            if holds {
                self.push(term, span);
            }
        }
    }

    fn push(&mut self, term: TermId, span: Span) {
        let place = self.places.len() as u32;
        if (self.met.len() + 1) * 4 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = slot_of(term) & mask;
        while let Some(index) = self.slots[at].checked_sub(1) {
            let met = &mut self.met[index as usize];
            if met.term == term {
                let tail = met.tail as usize;
                // A word may hold an infix twice, and stands there once.
                if self.places[tail].0 != span {
                    met.tail = place;
                    self.places[tail].1 = place;
                    self.places.push((span, END));
                }
                return;
            }
            at = (at + 1) & mask;
        }
        self.met.push(Met { term, head: place, tail: place });
        self.places.push((span, END));
        self.slots[at] = self.met.len() as u32;
    }

    fn grow(&mut self) {
        let n_slots = self.slots.len() * 4;
        self.slots.clear();
        self.slots.resize(n_slots, 0);
        for (index, met) in (1..).zip(&self.met) {
            let mut at = slot_of(met.term) & (n_slots - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (n_slots - 1);
            }
            self.slots[at] = index;
        }
    }
}

fn slot_of(term: TermId) -> usize {
    (term.wrapping_mul(0x9E37_79B1) >> 8) as usize
}

/// Whether a sighting whose hash is a term's is that term: the texts are compared, and for some terms the original.
pub(super) fn is_term(
    terms: &Terms,
    term: TermId,
    scanner: &Scanner,
    sighting: &Sighting,
    original: &str,
) -> bool {
    let kind = terms.kind(term);
    if is_wildcard(kind) {
        return false;
    }
    let text = terms.text(term);
    match kind {
        LookKind::Cased => sighting.kind == Kind::Word && is_written(sighting, original, text),
        LookKind::Capitalised => {
            sighting.kind == Kind::Word
                && scanner.is(sighting, text, original)
                && first_letter(sighting, original).is_some_and(char::is_uppercase)
        }
        LookKind::Word => sighting.kind == Kind::Word && scanner.is(sighting, text, original),
        LookKind::Emoji => sighting.kind == Kind::Emoji && scanner.is(sighting, text, original),
        LookKind::Tag => sighting.kind == Kind::Tag && scanner.is(sighting, text, original),
        LookKind::Name => sighting.kind == Kind::Name && scanner.is(sighting, text, original),
        LookKind::Squeezed => sighting.kind == Kind::Squeezed && scanner.is(sighting, text, original),
        LookKind::Prefix | LookKind::Infix | LookKind::Pattern => false,
    }
}

/// Whether a word fits a pattern in which `?` is one letter or digit. A word holds nothing else.
pub(super) fn fits(pattern: &str, word: &str) -> bool {
    let mut letters = word.chars();
    pattern.chars().all(|wanted| letters.next().is_some_and(|letter| wanted == '?' || wanted == letter))
        && letters.next().is_none()
}

/// Whether the original of a word is written like that: with its capitals and marks, without invisible characters.
fn is_written(sighting: &Sighting, original: &str, text: &str) -> bool {
    let span = original.get(sighting.from as usize..sighting.until as usize).unwrap_or_default();
    sighting.via == Via::Folding && composed(span.strip_prefix(['#', '@']).unwrap_or(span)) == text
}

fn first_letter(sighting: &Sighting, original: &str) -> Option<char> {
    let span = original.get(sighting.from as usize..sighting.until as usize)?;
    span.strip_prefix(['#', '@']).unwrap_or(span).chars().find(|c| !is_invisible(*c))
}
