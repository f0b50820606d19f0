//! Queries as flat code: what must hold in a post, in numbers one behind the other.
//!
//! A *reference* is a term's number, or, with [`NODE`] set, the place of a node in the code. A node is a head (what it is, and how many
//! numbers follow that belong to it) and these numbers. Nodes that ask the same are stored once, however many queries ask it, so a post
//! that hits a thousand queries answers their common parts once.

use std::collections::BTreeMap;

use super::terms::{TermId, Terms};
use crate::matching::expand::{Asked, Step};
use crate::matching::query::Field;

/// A term or a node.
pub(super) type Reference = u32;
/// Set in a reference to a node.
pub(super) const NODE: Reference = 1 << 31;
/// No place in the memory of answers.
const NOT_SHARED: u32 = u32::MAX;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Op {
    /// Any of the terms in the first half of the numbers that follow; the second half are parts of their hashes, so that most terms are
    /// told to be missing without a look elsewhere in memory.
    AnyTerm,
    /// All of the references that follow.
    All,
    /// Any of the references that follow.
    Any,
    /// Not the reference that follows.
    Not,
    /// The references that follow, on places in a row.
    Phrase,
    /// Distance, then references: all in any order, with at most so many other places between.
    Window,
    /// Distance, two references: at most so many places between, either order.
    Near,
    /// The same, in order.
    OrderedNear,
    /// Two references in one sentence.
    Sentence,
    /// Number of the field question.
    Field,
    /// A reference, in the title only.
    Title,
}

impl Op {
    /// How dear an answer is, roughly: to order questions by.
    fn cost(self) -> u8 {
        match self {
            Self::AnyTerm => 1,
            Self::Not => 2,
            Self::All | Self::Any => 3,
            Self::Field | Self::Title => 4,
            Self::Phrase => 5,
            Self::Window | Self::Near | Self::OrderedNear | Self::Sentence => 6,
        }
    }

    const ALL: [Self; 11] = [
        Self::AnyTerm,
        Self::All,
        Self::Any,
        Self::Not,
        Self::Phrase,
        Self::Window,
        Self::Near,
        Self::OrderedNear,
        Self::Sentence,
        Self::Field,
        Self::Title,
    ];
}

/// A question about a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FieldAsked {
    /// One of these values.
    Values(Field, Box<[Box<str>]>),
    /// Followers from one number to another.
    Followers(Option<u64>, Option<u64>),
}

/// A node as it is read from the code.
#[derive(Debug, Clone, Copy)]
pub(super) struct NodeView<'a> {
    pub(super) op: Op,
    /// Where its answer is remembered, when several queries ask it.
    pub(super) memo: Option<u32>,
    pub(super) numbers: &'a [u32],
}

impl<'a> NodeView<'a> {
    /// Of what must hold in all its parts: the parts.
    pub(super) fn parts(self) -> &'a [Reference] {
        match self.op {
            Op::Window | Op::Near | Op::OrderedNear => &self.numbers[1..],
            Op::All | Op::Phrase | Op::Sentence => self.numbers,
            Op::AnyTerm | Op::Any | Op::Not | Op::Field | Op::Title => &[],
        }
    }

    /// Of [`Op::AnyTerm`]: the terms, and parts of their hashes.
    #[inline(always)]
    pub(super) fn terms(self) -> (&'a [TermId], &'a [u32]) {
        self.numbers.split_at(self.numbers.len() / 2)
    }
}

/// The code of all queries.
#[derive(Debug, Default)]
pub(super) struct Code {
    numbers: Vec<u32>,
    pub(super) fields: Vec<FieldAsked>,
    /// How many nodes have a place in the memory of answers.
    pub(super) n_memos: u32,
}

impl Code {
    #[inline]
    pub(super) fn node(&self, reference: Reference) -> NodeView<'_> {
        let at = (reference & !NODE) as usize;
        let head = self.numbers[at];
        let n = (head & 0x00FF_FFFF) as usize;
        let memo = self.numbers[at + 1];
        NodeView {
            op: Op::ALL[usize::from((head >> 24) as u8)],
            memo: (memo < MEMOS_MAX).then_some(memo),
            numbers: &self.numbers[at + 2..at + 2 + n],
        }
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.numbers.capacity() * 4 + self.fields.capacity() * size_of::<FieldAsked>()
    }
}

/// Memory numbers above this are counts of uses while the code is built.
const MEMOS_MAX: u32 = 1 << 30;

/// Writes code.
#[derive(Debug, Default)]
pub(super) struct Coder {
    pub(super) terms: Terms,
    pub(super) code: Code,
    /// Places of nodes plus one by their content, open addressing; no more than half full.
    known: Vec<u32>,
    n_known: usize,
    known_fields: BTreeMap<FieldAsked, u32>,
    /// Memory that is used again from node to node.
    spare: Vec<Vec<u32>>,
}

impl Coder {
    /// The reference of a question.
    pub(super) fn asked(&mut self, asked: &Asked) -> Reference {
        match asked {
            Asked::And(all) => self.several(Op::All, all),
            Asked::Or(any) => self.any(any),
            Asked::Not(inner) => {
                let inner = self.asked(inner);
                self.node(Op::Not, &[inner])
            }
            Asked::Near { sides, distance, ordered } => {
                let op = if *ordered { Op::OrderedNear } else { Op::Near };
                let numbers = [*distance, self.asked(&sides[0]), self.asked(&sides[1])];
                self.node(op, &numbers)
            }
            Asked::Sentence(sides) => {
                let numbers = [self.asked(&sides[0]), self.asked(&sides[1])];
                self.node(Op::Sentence, &numbers)
            }
            Asked::Phrase(steps) => self.phrase(steps),
            Asked::Window { steps, distance } => {
                let mut numbers = self.spare.pop().unwrap_or_default();
                numbers.push(*distance);
                for step in steps {
                    let reference = self.step(step);
                    numbers.push(reference);
                }
                self.node_of(Op::Window, numbers)
            }
            Asked::Field(field, values) => {
                self.field(FieldAsked::Values(*field, values.clone().into_boxed_slice()))
            }
            Asked::Followers { min, max } => self.field(FieldAsked::Followers(*min, *max)),
            Asked::Title(inner) => {
                let inner = self.asked(inner);
                self.node(Op::Title, &[inner])
            }
        }
    }

    fn several(&mut self, op: Op, parts: &[Asked]) -> Reference {
        let mut numbers = self.spare.pop().unwrap_or_default();
        for part in parts {
            let reference = self.asked(part);
            numbers.push(reference);
        }
        // What is cheap to answer first.
        numbers.sort_by_key(|reference| match *reference & NODE {
            0 => 0,
            _ => self.code.node(*reference).op.cost(),
        });
        self.node_of(op, numbers)
    }

    /// An OR: its plain words stand together, since most alternatives are words.
    fn any(&mut self, parts: &[Asked]) -> Reference {
        let mut words = self.spare.pop().unwrap_or_default();
        let mut others = self.spare.pop().unwrap_or_default();
        for part in parts {
            match part {
                Asked::Phrase(steps) if matches!(steps.as_slice(), [Step::Any(_)]) => {
                    let [Step::Any(looks)] = steps.as_slice() else { continue };
                    words.extend(looks.iter().map(|look| self.terms.number(look)));
                }
                other => {
                    let reference = self.asked(other);
                    others.push(reference);
                }
            }
        }
        if others.is_empty() {
            self.spare.push(others);
            return self.any_term(words);
        }
        if words.is_empty() {
            self.spare.push(words);
        } else {
            // First, since it is the cheapest question.
            let words = self.any_term(words);
            others.insert(0, words);
        }
        self.node_of(Op::Any, others)
    }

    fn any_term(&mut self, mut terms: Vec<TermId>) -> Reference {
        terms.sort_unstable();
        terms.dedup();
        if let [only] = terms.as_slice() {
            let only = *only;
            terms.clear();
            self.spare.push(terms);
            return only;
        }
        for place in 0..terms.len() {
            let part = self.terms.hash_part(terms[place]);
            terms.push(part);
        }
        self.node_of(Op::AnyTerm, terms)
    }

    fn phrase(&mut self, steps: &[Step]) -> Reference {
        if let [only] = steps {
            return self.step(only);
        }
        let mut numbers = self.spare.pop().unwrap_or_default();
        for step in steps {
            let reference = self.step(step);
            numbers.push(reference);
        }
        self.node_of(Op::Phrase, numbers)
    }

    fn step(&mut self, step: &Step) -> Reference {
        match step {
            Step::Any(looks) => {
                let mut terms = self.spare.pop().unwrap_or_default();
                terms.extend(looks.iter().map(|look| self.terms.number(look)));
                self.any_term(terms)
            }
            Step::Compound(rows) => {
                let mut numbers = self.spare.pop().unwrap_or_default();
                for row in rows {
                    let reference = self.phrase(row);
                    numbers.push(reference);
                }
                self.node_of(Op::Any, numbers)
            }
        }
    }

    fn field(&mut self, asked: FieldAsked) -> Reference {
        let next = self.code.fields.len() as u32;
        let number = *self.known_fields.entry(asked.clone()).or_insert(next);
        if number == next {
            self.code.fields.push(asked);
        }
        self.node(Op::Field, &[number])
    }

    fn node_of(&mut self, op: Op, mut numbers: Vec<u32>) -> Reference {
        let reference = self.node(op, &numbers);
        numbers.clear();
        self.spare.push(numbers);
        reference
    }

    /// The reference of a node; the one that is there already when it asks the same.
    fn node(&mut self, op: Op, numbers: &[u32]) -> Reference {
        if self.known.len() < 2 * (self.n_known + 1) {
            self.grow();
        }
        let head = (op as u32) << 24 | numbers.len() as u32;
        let mask = self.known.len() - 1;
        let mut slot = content_hash(head, numbers) as usize & mask;
        while let Some(at) = self.known[slot].checked_sub(1) {
            let start = at as usize;
            let there = self.code.numbers[start] == head
                && self.code.numbers[start + 2..start + 2 + numbers.len()] == *numbers;
            if there {
                // Asked again: its answer is worth a place in memory.
                self.code.numbers[start + 1] -= 1;
                return at | NODE;
            }
            slot = (slot + 1) & mask;
        }
        let at = self.code.numbers.len() as u32;
        self.known[slot] = at + 1;
        self.n_known += 1;
        self.code.numbers.extend([head, NOT_SHARED]);
        self.code.numbers.extend_from_slice(numbers);
        at | NODE
    }

    fn grow(&mut self) {
        let n_slots = (self.known.len() * 2).max(64);
        let old = std::mem::replace(&mut self.known, vec![0; n_slots]);
        for at in old.into_iter().filter_map(|known| known.checked_sub(1)) {
            let start = at as usize;
            let head = self.code.numbers[start];
            let n = (head & 0x00FF_FFFF) as usize;
            let mut slot =
                content_hash(head, &self.code.numbers[start + 2..start + 2 + n]) as usize & (n_slots - 1);
            while self.known[slot] != 0 {
                slot = (slot + 1) & (n_slots - 1);
            }
            self.known[slot] = at + 1;
        }
    }

    /// Ends the writing: nodes that are asked more than once get a place in the memory of answers.
    pub(super) fn finish(mut self) -> (Terms, Code) {
        let (mut at, mut n_memos) = (0, 0);
        while at < self.code.numbers.len() {
            let n = (self.code.numbers[at] & 0x00FF_FFFF) as usize;
            if self.code.numbers[at + 1] != NOT_SHARED {
                self.code.numbers[at + 1] = n_memos;
                n_memos += 1;
            }
            at += 2 + n;
        }
        self.code.n_memos = n_memos;
        self.code.numbers.shrink_to_fit();
        self.terms.finish();
        (self.terms, self.code)
    }
}

fn content_hash(head: u32, numbers: &[u32]) -> u64 {
    let mix = |hash: u64, number: u32| {
        (hash ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
    };
    numbers.iter().fold(mix(0, head), |hash, number| mix(hash, *number))
}
