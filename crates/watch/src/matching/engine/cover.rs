//! The terms a post must hold one of, for a query to be asked at all.
//!
//! Of an AND any part will do, so the rarest is taken; an OR needs all its parts; NOT gives none. How common a term is was learned on the
//! stream. As long as little was learned, a term is taken to be the more common the more queries use it, which tells crisis words from
//! names.

use nabat_text::letters::fold;
use nabat_text::scan::hash;
use nabat_text::tokens::Kind;

use super::program::{Code, FieldAsked, NODE, Op, Reference};
use super::terms::{TermId, Terms};
use crate::matching::expand::LookKind;
use crate::matching::frequency::{Frequencies, N_POSTS_MIN};
use crate::matching::query::Field;

/// What a query waits for.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    /// Each with whether it alone, wherever it stands, answers what this is the cover of, or the part of it that is [`Self::answered`].
    pub(super) terms: Vec<(TermId, bool)>,
    /// Numbers of questions about the author or the site.
    pub(super) fields: Vec<u32>,
    /// The part that the terms are the cover of, of a question whose parts must all hold.
    pub(super) answered: Option<u32>,
    weight: f64,
}

pub(super) struct Covers<'a> {
    pub(super) terms: &'a Terms,
    pub(super) code: &'a Code,
    /// How common words are, once enough was learned.
    pub(super) known: Option<&'a Frequencies>,
}

impl<'a> Covers<'a> {
    pub(super) fn new(terms: &'a Terms, code: &'a Code, known: Option<&'a Frequencies>) -> Self {
        Self { terms, code, known: known.filter(|known| known.n_posts() >= N_POSTS_MIN) }
    }

    /// The cheapest cover of a reference; none when posts without any of its terms may answer it.
    pub(super) fn of(&self, reference: Reference) -> Option<Cover> {
        if reference & NODE == 0 {
            return Some(self.term(reference));
        }
        let node = self.code.node(reference);
        match node.op {
            Op::AnyTerm => {
                let terms = node.terms().0;
                let weight = terms.iter().map(|term| self.weight(*term)).sum();
                let terms = terms.iter().map(|term| (*term, true)).collect();
                Some(Cover { terms, weight, ..Cover::default() })
            }
            Op::All | Op::Phrase | Op::Window | Op::Near | Op::OrderedNear | Op::Sentence => {
                self.cheapest(node.parts())
            }
            Op::Any => {
                let mut together = Cover::default();
                for part in node.numbers {
                    let cover = self.of(*part)?;
                    let answers =
                        part & NODE == 0 || matches!(self.code.node(*part).op, Op::AnyTerm | Op::Any);
                    together.weight += cover.weight;
                    together.terms.extend(cover.terms.iter().map(|(term, alone)| (*term, *alone && answers)));
                    together.fields.extend(cover.fields);
                }
                Some(together)
            }
            Op::Not => None,
            Op::Title => self.of(node.numbers[0]).map(|mut cover| {
                cover.terms.iter_mut().for_each(|(_, alone)| *alone = false);
                Cover { answered: None, ..cover }
            }),
            Op::Field => self.field(node.numbers[0]),
        }
    }

    fn cheapest(&self, parts: &[Reference]) -> Option<Cover> {
        let covers = (0..).zip(parts).filter_map(|(number, part)| Some((number, *part, self.of(*part)?)));
        let (number, part, mut cover) =
            covers.min_by(|(_, _, a), (_, _, b)| a.weight.total_cmp(&b.weight))?;
        let answers = part & NODE == 0 || matches!(self.code.node(part).op, Op::AnyTerm | Op::Any);
        cover.terms.iter_mut().for_each(|(_, alone)| *alone &= answers);
        Some(Cover { answered: Some(number), ..cover })
    }

    fn field(&self, number: u32) -> Option<Cover> {
        match &self.code.fields[number as usize] {
            // An account writes seldom; a site may be the whole of a network.
            FieldAsked::Values(field @ (Field::Author | Field::Site), values) => {
                let guess = if *field == Field::Author { 3.0 } else { 100_000.0 };
                let share = |value: &str| match self.known {
                    Some(known) => 1e6 * known.share_of_field(*field, value) + 1.0,
                    None => guess,
                };
                let weight = values.iter().map(|value| share(value)).sum();
                Some(Cover { fields: vec![number], weight, ..Cover::default() })
            }
            FieldAsked::Values(..) | FieldAsked::Followers(..) => None,
        }
    }

    /// Of the other parts of a question than the one that is answered, the rarest that is a term or any of some: these terms.
    pub(super) fn need(&self, reference: Reference, answered: u32) -> Vec<TermId> {
        if reference & NODE == 0 {
            return Vec::new();
        }
        let others = (0..).zip(self.code.node(reference).parts()).filter(|(number, _)| *number != answered);
        let weight = |terms: &Vec<TermId>| terms.iter().map(|term| self.weight(*term)).sum::<f64>();
        let terms = others.filter_map(|(_, part)| self.any_of(*part));
        terms.min_by(|a, b| weight(a).total_cmp(&weight(b))).unwrap_or_default()
    }

    /// The terms that a reference is any of.
    fn any_of(&self, reference: Reference) -> Option<Vec<TermId>> {
        if reference & NODE == 0 {
            return Some(vec![reference]);
        }
        let node = self.code.node(reference);
        (node.op == Op::AnyTerm).then(|| node.terms().0.to_vec())
    }

    fn term(&self, term: TermId) -> Cover {
        Cover { terms: vec![(term, true)], weight: self.weight(term), ..Cover::default() }
    }

    /// How common a term is: in posts of a million, or, before that was learned, in queries that use it.
    fn weight(&self, term: TermId) -> f64 {
        match self.known {
            // Each term more is a little more to look for, and of two that were never met the less used one is rarer.
            Some(known) => 1e6 * self.share(known, term) + 0.1 + 1e-3 * f64::from(self.terms.uses(term)),
            None => self.guess(term) + f64::from(self.terms.uses(term)),
        }
    }

    /// In which share of posts a term stands.
    fn share(&self, known: &Frequencies, term: TermId) -> f64 {
        let text = self.terms.text(term);
        match self.terms.kind(term) {
            LookKind::Word | LookKind::Capitalised => known.share(hash(Kind::Word, text)),
            LookKind::Cased => known.share(hash(Kind::Word, &fold(text))),
            LookKind::Emoji => known.share(hash(Kind::Emoji, text)),
            LookKind::Tag => known.share(hash(Kind::Tag, text)),
            LookKind::Name => known.share(hash(Kind::Name, text)),
            LookKind::Squeezed => known.share(hash(Kind::Squeezed, text)),
            LookKind::Prefix => known.share_of_prefix(text),
            LookKind::Infix | LookKind::Pattern => {
                let beginning = text.split('?').next().unwrap_or_default();
                let by_beginning = match self.terms.kind(term) {
                    LookKind::Pattern => known.share_of_prefix(beginning),
                    _ => 1.0,
                };
                by_beginning.min(self.guess(term) / 1e6)
            }
        }
    }

    /// Guesses: beginnings of few letters are everywhere, and so are very short words.
    fn guess(&self, term: TermId) -> f64 {
        let (kind, text) = (self.terms.kind(term), self.terms.text(term));
        let n_letters = text.chars().filter(|c| *c != '?').count();
        match kind {
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
        }
    }
}
