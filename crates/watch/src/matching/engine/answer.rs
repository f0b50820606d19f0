//! Whether a post that may match does: the code of a query, answered from the places of its terms.

mod window;

use super::index::NO_PART;
use super::met::{Held, Span};
use super::program::{Code, FieldAsked, NODE, NodeView, Op, Reference};

/// Before any place.
const ANYWHERE: u32 = u32::MAX;

/// Answers that are remembered while one post is asked, and memory that is used again.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Per shared node: the post it was asked of, and the answer in the lowest bit.
    answers: Vec<u64>,
    post: u64,
    spare: Vec<Vec<Span>>,
    /// Steps taken, over all posts: the tests that bound the work count these.
    pub(super) n_steps: u64,
}

impl Memory {
    /// Forgets the answers of the last post.
    pub(super) fn next_post(&mut self, n_memos: u32) {
        self.post += 1;
        if self.answers.len() < n_memos as usize {
            self.answers.resize(n_memos as usize, 0);
        }
    }

    fn spans(&mut self) -> Vec<Span> {
        self.spare.pop().unwrap_or_default()
    }

    fn give_back(&mut self, mut spans: Vec<Span>) {
        spans.clear();
        self.spare.push(spans);
    }
}

/// What only few queries ask of a post, worked out when one does.
pub(super) trait Beside {
    /// Whether a field has what is asked.
    fn field(&mut self, asked: &FieldAsked) -> bool;
    /// The sentence of a place, counted from the start of the post.
    fn sentence(&mut self, place: u32) -> u32;
}

/// A post that is asked.
pub(super) struct Asking<'a> {
    pub(super) code: &'a Code,
    pub(super) met: Held<'a>,
    pub(super) memory: &'a mut Memory,
    /// First place behind the title.
    pub(super) title_end: u32,
    /// What only few queries ask of a post.
    pub(super) beside: &'a mut dyn Beside,
}

impl Asking<'_> {
    /// Whether the post answers a reference. If it is an AND, a part of it may be known to hold.
    pub(super) fn holds(&mut self, reference: Reference, answered: u8) -> bool {
        if answered == NO_PART {
            return self.holds_before(reference, ANYWHERE);
        }
        self.memory.n_steps += 1;
        let parts = (0..).zip(self.code.node(reference).numbers);
        parts.filter(|(number, _)| *number != answered).all(|(_, part)| self.holds_before(*part, ANYWHERE))
    }

    fn holds_before(&mut self, reference: Reference, limit: u32) -> bool {
        self.memory.n_steps += 1;
        if reference & NODE == 0 {
            return self.met.holds(reference, limit);
        }
        let code = self.code;
        let node = code.node(reference);
        let Some(memo) = node.memo.filter(|_| limit == ANYWHERE) else { return self.node_holds(node, limit) };
        let known = self.memory.answers[memo as usize];
        if known >> 1 == self.memory.post {
            return known & 1 != 0;
        }
        let answer = self.node_holds(node, limit);
        self.memory.answers[memo as usize] = self.memory.post << 1 | u64::from(answer);
        answer
    }

    fn node_holds(&mut self, node: NodeView<'_>, limit: u32) -> bool {
        match node.op {
            Op::AnyTerm => {
                let (terms, parts) = node.terms();
                self.memory.n_steps += terms.len() as u64;
                let mut both = terms.iter().zip(parts);
                both.any(|(term, part)| self.met.may_hold(*part) && self.met.holds(*term, limit))
            }
            Op::All => node.numbers.iter().all(|part| self.holds_before(*part, limit)),
            Op::Any => node.numbers.iter().any(|part| self.holds_before(*part, limit)),
            Op::Not => !self.holds_before(node.numbers[0], limit),
            Op::Field => self.beside.field(&self.code.fields[node.numbers[0] as usize]),
            Op::Title => self.holds_before(node.numbers[0], self.title_end.min(limit)),
            Op::Sentence => !self.sentences(node.numbers, limit).is_empty(),
            Op::Window => self.window(node.numbers, limit, None),
            Op::Phrase | Op::Near | Op::OrderedNear => {
                let mut spans = self.memory.spans();
                self.node_spans(node, limit, true, &mut spans);
                let any = !spans.is_empty();
                self.memory.give_back(spans);
                any
            }
        }
    }

    /// Adds the stretches of places that answer a reference, sorted, each once. Of those that start or end together only the shortest
    /// matter to what stands around them. With `one_is_enough` the first ends the search.
    fn spans(&mut self, reference: Reference, limit: u32, into: &mut Vec<Span>) {
        self.memory.n_steps += 1;
        if reference & NODE == 0 {
            into.extend(self.met.places(reference, limit));
            self.memory.n_steps += into.len() as u64;
            return;
        }
        let code = self.code;
        self.node_spans(code.node(reference), limit, false, into);
    }

    fn node_spans(&mut self, node: NodeView<'_>, limit: u32, one_is_enough: bool, into: &mut Vec<Span>) {
        match node.op {
            Op::AnyTerm => {
                let (terms, parts) = node.terms();
                for (term, _) in terms.iter().zip(parts).filter(|(_, part)| self.met.may_hold(**part)) {
                    into.extend(self.met.places(*term, limit));
                }
            }
            Op::Any => {
                for part in node.numbers {
                    let mut spans = self.memory.spans();
                    self.spans(*part, limit, &mut spans);
                    into.extend_from_slice(&spans);
                    self.memory.give_back(spans);
                }
            }
            Op::Phrase => self.phrase(node.numbers, limit, into),
            Op::Window => drop(self.window(node.numbers, limit, Some(into))),
            Op::Near | Op::OrderedNear => self.near(node, limit, one_is_enough, into),
            // The language has none of these beside a word.
            Op::All | Op::Not | Op::Field | Op::Title | Op::Sentence => {}
        }
        self.memory.n_steps += into.len() as u64;
        if !into.is_sorted() {
            into.sort_unstable();
        }
        into.dedup();
    }

    /// Steps on places in a row: each starts where the one before it ended.
    fn phrase(&mut self, steps: &[Reference], limit: u32, into: &mut Vec<Span>) {
        let Some((first, rest)) = steps.split_first() else { return };
        self.spans(*first, limit, into);
        let (mut following, mut longer) = (self.memory.spans(), self.memory.spans());
        for step in rest {
            if into.is_empty() {
                break;
            }
            following.clear();
            self.spans(*step, limit, &mut following);
            longer.clear();
            for start in into.iter() {
                let from = following.partition_point(|each| each.first < start.next);
                for end in following[from..].iter().take_while(|each| each.first == start.next) {
                    longer.push(Span { first: start.first, next: end.next });
                }
            }
            longer.sort_unstable();
            longer.dedup();
            self.memory.n_steps += longer.len() as u64;
            std::mem::swap(into, &mut longer);
        }
        self.memory.give_back(following);
        self.memory.give_back(longer);
    }

    /// Two sides near each other, without a common place.
    fn near(&mut self, node: NodeView<'_>, limit: u32, one_is_enough: bool, into: &mut Vec<Span>) {
        let (distance, sides) = (node.numbers[0], &node.numbers[1..]);
        let (mut left, mut right) = (self.memory.spans(), self.memory.spans());
        self.spans(sides[0], limit, &mut left);
        if !left.is_empty() {
            self.spans(sides[1], limit, &mut right);
        }
        self.nearby(&left, &right, distance, one_is_enough, into);
        if node.op == Op::Near && (!one_is_enough || into.is_empty()) {
            self.nearby(&right, &left, distance, one_is_enough, into);
        }
        tightest(into);
        self.memory.give_back(left);
        self.memory.give_back(right);
    }

    /// Pairs of which the first ends at most so many places before the second starts: for each first the shortest pair, and for each
    /// second. Others change nothing for what stands around them, and would fill the memory.
    fn nearby(&mut self, left: &[Span], right: &[Span], distance: u32, one: bool, into: &mut Vec<Span>) {
        let mut latest: Vec<Option<u32>> = if one { Vec::new() } else { vec![None; right.len()] };
        for before in left {
            let from = right.partition_point(|each| each.first < before.next);
            let mut nearest: Option<u32> = None;
            for (number, after) in right.iter().enumerate().skip(from) {
                self.memory.n_steps += 1;
                if after.first - before.next > distance {
                    break;
                }
                nearest = Some(nearest.map_or(after.next, |next| next.min(after.next)));
                if one {
                    break;
                }
                latest[number] = latest[number].max(Some(before.first));
            }
            into.extend(nearest.map(|next| Span { first: before.first, next }));
            if one && nearest.is_some() {
                return;
            }
        }
        let pairs =
            latest.iter().zip(right).filter_map(|(first, after)| Some((*first)?).zip(Some(after.next)));
        into.extend(pairs.map(|(first, next)| Span { first, next }));
    }

    /// The sentences that hold both sides, by different places. When the first side is such a question itself, all its sides are in one.
    fn sentences(&mut self, sides: &[Reference], limit: u32) -> Vec<u32> {
        let right = self.in_sentences(sides[1], limit);
        let inner =
            (sides[0] & NODE != 0).then(|| self.code.node(sides[0])).filter(|node| node.op == Op::Sentence);
        if let Some(inner) = inner {
            let mut together = self.sentences(inner.numbers, limit);
            together.retain(|sentence| right.iter().any(|each| each.sentence == *sentence));
            return together;
        }
        let left = self.in_sentences(sides[0], limit);
        let mut together = Vec::new();
        for one in &left {
            let from = right.partition_point(|other| other.sentence < one.sentence);
            let Some(other) = right.get(from).filter(|other| other.sentence == one.sentence) else {
                continue;
            };
            self.memory.n_steps += 1;
            if one.nearest_end <= other.farthest_start || other.nearest_end <= one.farthest_start {
                together.push(one.sentence);
            }
        }
        together
    }

    /// The sentences that hold a reference, in rising order.
    fn in_sentences(&mut self, reference: Reference, limit: u32) -> Vec<InSentence> {
        let mut spans = self.memory.spans();
        self.spans(reference, limit, &mut spans);
        let mut held: Vec<InSentence> = Vec::new();
        for span in &spans {
            let sentence = self.beside.sentence(span.first);
            if self.beside.sentence(span.next - 1) != sentence {
                continue;
            }
            match held.last_mut().filter(|last| last.sentence == sentence) {
                Some(last) => {
                    last.nearest_end = last.nearest_end.min(span.next);
                    last.farthest_start = last.farthest_start.max(span.first);
                }
                None => {
                    held.push(InSentence { sentence, nearest_end: span.next, farthest_start: span.first })
                }
            }
        }
        self.memory.give_back(spans);
        held
    }

    /// Whether the steps stand in any order, each on places of its own, with at most so many other places among them. All stretches where
    /// they do are added, if they are wanted.
    fn window(&mut self, numbers: &[u32], limit: u32, into: Option<&mut Vec<Span>>) -> bool {
        let (distance, steps) = (numbers[0], &numbers[1..]);
        let mut sides: Vec<Vec<Span>> = Vec::with_capacity(steps.len());
        for step in steps {
            let mut spans = self.memory.spans();
            self.spans(*step, limit, &mut spans);
            sides.push(spans);
        }
        let mut holds = sides.iter().all(|side| !side.is_empty());
        if holds {
            match into {
                Some(into) => window::all(&sides, distance, &mut self.memory.n_steps, into),
                None => holds = window::any(&sides, distance, &mut self.memory.n_steps),
            }
        }
        for side in sides {
            self.memory.give_back(side);
        }
        holds
    }
}

/// What a sentence holds of a side: where the first of its stretches ends, and where the last starts.
struct InSentence {
    sentence: u32,
    nearest_end: u32,
    farthest_start: u32,
}

/// Keeps of the stretches that start together the shortest, and of those that end together the shortest: whatever stands near a longer
/// one stands near one of these as well.
fn tightest(spans: &mut Vec<Span>) {
    if spans.len() < 3 {
        return;
    }
    spans.sort_unstable();
    spans.dedup();
    let mut kept: Vec<Span> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        if index == 0 || spans[index - 1].first != span.first {
            kept.push(*span);
        }
    }
    spans.sort_unstable_by_key(|span| (span.next, std::cmp::Reverse(span.first)));
    for (index, span) in spans.iter().enumerate() {
        if index == 0 || spans[index - 1].next != span.next {
            kept.push(*span);
        }
    }
    kept.sort_unstable();
    kept.dedup();
    *spans = kept;
}
