//! The terms a post must hold one of, for a query to be asked at all.
//!
//! Of an AND any part will do, so the rarest is taken; an OR needs all its parts; NOT gives none. A term is taken to be the more common
//! the more queries use it, which tells crisis words from names.

use super::program::{Code, FieldAsked, NODE, Op, Reference};
use super::terms::{TermId, Terms};
use crate::matching::expand::LookKind;
use crate::matching::query::Field;

/// What a query waits for.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    pub(super) terms: Vec<TermId>,
    /// Numbers of questions about the author or the site.
    pub(super) fields: Vec<u32>,
    weight: f64,
}

pub(super) struct Covers<'a> {
    pub(super) terms: &'a Terms,
    pub(super) code: &'a Code,
}

impl Covers<'_> {
    /// The cheapest cover of a reference; none when posts without any of its terms may answer it.
    pub(super) fn of(&self, reference: Reference) -> Option<Cover> {
        if reference & NODE == 0 {
            return Some(self.term(reference));
        }
        let node = self.code.node(reference);
        match node.op {
            Op::AnyTerm => {
                let mut cover = Cover { terms: node.numbers.to_vec(), ..Cover::default() };
                cover.weight = node.numbers.iter().map(|term| self.weight(*term)).sum();
                Some(cover)
            }
            Op::All | Op::Phrase => self.cheapest(node.numbers),
            Op::Window | Op::Near | Op::OrderedNear => self.cheapest(&node.numbers[1..]),
            Op::Sentence => self.cheapest(node.numbers),
            Op::Any => {
                let mut together = Cover::default();
                for part in node.numbers {
                    let cover = self.of(*part)?;
                    together.weight += cover.weight;
                    together.terms.extend(cover.terms);
                    together.fields.extend(cover.fields);
                }
                Some(together)
            }
            Op::Not => None,
            Op::Title => self.of(node.numbers[0]),
            Op::Field => self.field(node.numbers[0]),
        }
    }

    fn cheapest(&self, parts: &[Reference]) -> Option<Cover> {
        parts.iter().filter_map(|part| self.of(*part)).min_by(|a, b| a.weight.total_cmp(&b.weight))
    }

    fn field(&self, number: u32) -> Option<Cover> {
        match &self.code.fields[number as usize] {
            // Only where nothing else will do: the author and the site of each post would have to be folded. An account writes seldom; a
            // site may be the whole of a network.
            FieldAsked::Values(Field::Author, _) => {
                Some(Cover { terms: Vec::new(), fields: vec![number], weight: 50_000.0 })
            }
            FieldAsked::Values(Field::Site, _) => {
                Some(Cover { terms: Vec::new(), fields: vec![number], weight: 100_000.0 })
            }
            FieldAsked::Values(..) | FieldAsked::Followers(..) => None,
        }
    }

    fn term(&self, term: TermId) -> Cover {
        Cover { terms: vec![term], fields: Vec::new(), weight: self.weight(term) }
    }

    /// How common a term is, in queries that use it.
    fn weight(&self, term: TermId) -> f64 {
        let (kind, text) = (self.terms.kind(term), self.terms.text(term));
        let n_letters = text.chars().filter(|c| *c != '?').count();
        // Guesses: beginnings of few letters are everywhere, and so are very short words.
        let guess = match kind {
            LookKind::Prefix | LookKind::Pattern => 8_000.0 / 3f64.powi(n_letters.min(9) as i32 - 3),
            LookKind::Infix => 16_000.0 / 3f64.powi(n_letters.min(9) as i32 - 3),
            LookKind::Emoji => 200.0,
            LookKind::Word | LookKind::Cased | LookKind::Capitalised if n_letters <= 3 => 200.0,
            LookKind::Word
            | LookKind::Cased
            | LookKind::Capitalised
            | LookKind::Tag
            | LookKind::Name
            | LookKind::Squeezed => 1.0,
        };
        guess + f64::from(self.terms.uses(term))
    }
}
