//! The plain evaluator: an expanded query and a post, compared as the rules say it and no faster.
//!
//! Every faster engine must agree with it on each post; so it stays as simple as the rules are.
//!
//! What has a place in a post is a set of [`Span`]s: the places from its first token to its last. NEAR joins a span of one side and a
//! span of the other that do not overlap and are not too far apart; the joined span reaches over both. So a phrase counts from its
//! edges, and one token never serves twice.

use std::collections::BTreeSet;

use nabat_text::tokens::Kind;

use super::expand::{Asked, Look, Step, expand};
use super::query::{Field, Node, Query};
use super::reading::{Occurrence, Reading, TITLE};
use super::view::{PostView, Sentiment};

/// What a query asks, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    asked: Asked,
}

/// Places of a post from the first one to before the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) first: u32,
    pub(super) next: u32,
}

/// A post that was read, or one part of it.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) post: &'a PostView<'a>,
    pub(super) reading: &'a Reading,
    pub(super) part: Option<u8>,
}

/// Whether a post answers a query, by the plain evaluator: slow, and what [`super::Engine`] must agree with. For tests and fuzzing.
pub fn plainly_matches(query: &Query, post: &PostView<'_>) -> bool {
    let mut reading = Reading::default();
    reading.read(post);
    Plan::of(&query.root).holds(post, &reading)
}

impl Plan {
    pub(super) fn of(node: &Node) -> Self {
        Self { asked: expand(node) }
    }

    /// Whether a post answers it.
    pub(super) fn holds(&self, post: &PostView<'_>, reading: &Reading) -> bool {
        Seen { post, reading, part: None }.holds(&self.asked)
    }
}

impl Seen<'_> {
    /// The same post, its title only.
    pub(super) fn title(self) -> Self {
        Self { part: Some(TITLE), ..self }
    }

    pub(super) fn holds(self, asked: &Asked) -> bool {
        match asked {
            Asked::And(all) => all.iter().all(|each| self.holds(each)),
            Asked::Or(any) => any.iter().any(|each| self.holds(each)),
            Asked::Not(asked) => !self.holds(asked),
            Asked::Phrase(steps) => match steps.as_slice() {
                [Step::Any(looks)] => looks.iter().any(|look| self.reading.holds(look, self.part)),
                steps => !self.phrase(steps).is_empty(),
            },
            Asked::Window { .. } | Asked::Near { .. } => !self.spans(asked).is_empty(),
            Asked::Sentence(sides) => !self.sentences(sides).is_empty(),
            Asked::Field(field, values) => values.iter().any(|value| self.has_value(*field, value)),
            Asked::Followers { min, max } => self
                .post
                .followers
                .is_some_and(|n| min.is_none_or(|min| n >= min) && max.is_none_or(|max| n <= max)),
            Asked::Title(inside) => self.title().holds(inside),
        }
    }

    fn has_value(self, field: Field, value: &str) -> bool {
        let post = self.post;
        match field {
            Field::Author => self.reading.is_author(value),
            Field::Network => post.network.eq_ignore_ascii_case(value),
            Field::Lang => post.lang.is_some_and(|lang| lang.eq_ignore_ascii_case(value)),
            Field::Site => post.site.is_some_and(|host| {
                let host = host.to_lowercase();
                host.strip_suffix(value).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
            }),
            Field::Url => {
                let links = post.links.iter().map(|link| &**link).chain(post.permalink);
                self.reading.holds_address(value)
                    || links.into_iter().any(|link| link.to_lowercase().contains(value))
            }
            Field::Type => post.kind.name() == value,
            Field::Has => self.has(value),
            Field::Sentiment => post.sentiment.map(Sentiment::name) == Some(value),
        }
    }

    fn has(self, what: &str) -> bool {
        let (post, reading) = (self.post, self.reading);
        match what {
            "link" => !post.links.is_empty() || reading.has_kind(Kind::Address),
            "hashtag" => !post.hashtags.is_empty() || reading.has_kind(Kind::Tag),
            "mention" => !post.mentions.is_empty() || reading.has_kind(Kind::Name),
            "emoji" => reading.has_kind(Kind::Emoji),
            "rating" => post.has_rating,
            kind => post.attachments.iter().any(|each| each.kind.eq_ignore_ascii_case(kind)),
        }
    }

    /// Where something with a place stands, in rising order.
    pub(super) fn spans(self, asked: &Asked) -> Vec<Span> {
        let mut spans = match asked {
            Asked::Phrase(steps) => self.phrase(steps).iter().map(Span::of).collect(),
            Asked::Window { steps, distance } => self.window(steps, *distance),
            Asked::Or(any) => any.iter().flat_map(|each| self.spans(each)).collect(),
            Asked::Near { sides, distance, ordered } => {
                let right = self.spans(&sides[1]);
                // Nothing is near nothing: the chains of NEARs on the other side need not be followed.
                let left = if right.is_empty() { Vec::new() } else { self.spans(&sides[0]) };
                let pairs = self.near(&[left, right], *distance, *ordered);
                pairs.into_iter().map(|(left, right)| left.over(right)).collect()
            }
            // None of these has a place; the reader of queries refuses them where a place is needed.
            Asked::And(_)
            | Asked::Not(_)
            | Asked::Sentence(_)
            | Asked::Field(..)
            | Asked::Followers { .. }
            | Asked::Title(_) => Vec::new(),
        };
        spans.sort_unstable();
        spans.dedup();
        spans
    }

    /// The pairs of spans, one of each side, that stand near each other.
    pub(super) fn near(self, sides: &[Vec<Span>; 2], distance: u32, ordered: bool) -> Vec<(Span, Span)> {
        let [left, right] = sides;
        let mut pairs = self.followed(left, right, distance);
        if !ordered {
            let other_way = self.followed(right, left, distance);
            pairs.extend(other_way.into_iter().map(|(right, left)| (left, right)));
        }
        pairs
    }

    /// The pairs of which the second starts behind the first, at most `distance` places away.
    fn followed(self, first: &[Span], second: &[Span], distance: u32) -> Vec<(Span, Span)> {
        let mut pairs = Vec::new();
        if second.is_empty() {
            return pairs;
        }
        for one in first {
            let from = second.partition_point(|other| other.first < one.next);
            let near = second[from..].iter().take_while(|other| other.first - one.next <= distance);
            for other in near {
                self.reading.step();
                pairs.push((*one, *other));
            }
        }
        pairs
    }

    /// The sentences that hold both sides, by different tokens. When the first side is a sentence itself, all three are in one.
    fn sentences(self, sides: &[Asked; 2]) -> Vec<usize> {
        let right = self.in_sentences(&sides[1]);
        if let Asked::Sentence(inner) = &sides[0] {
            let holding: BTreeSet<usize> = right.into_iter().map(|(sentence, _)| sentence).collect();
            return self.sentences(inner).into_iter().filter(|each| holding.contains(each)).collect();
        }
        let left = self.in_sentences(&sides[0]);
        let all: BTreeSet<usize> = left.iter().map(|(sentence, _)| *sentence).collect();
        let of = |spans: &[(usize, Span)], sentence: usize| -> Vec<Span> {
            let from = spans.partition_point(|(each, _)| *each < sentence);
            let of_it = spans[from..].iter().take_while(|(each, _)| *each == sentence);
            of_it.map(|(_, span)| *span).collect()
        };
        let apart = |one: &[Span], other: &[Span]| {
            let (ends, starts) = (one.iter().map(|s| s.next).min(), other.iter().map(|s| s.first).max());
            ends.zip(starts).is_some_and(|(end, start)| end <= start)
        };
        all.into_iter()
            .filter(|sentence| {
                let (left, right) = (of(&left, *sentence), of(&right, *sentence));
                apart(&left, &right) || apart(&right, &left)
            })
            .collect()
    }

    /// The spans that lie within one sentence, with its number, in rising order.
    fn in_sentences(self, asked: &Asked) -> Vec<(usize, Span)> {
        let spans = self.spans(asked).into_iter();
        let numbered = spans.map(|span| (self.reading.sentence(span.first), span));
        numbered.filter(|(sentence, span)| self.reading.sentence(span.next - 1) == *sentence).collect()
    }

    /// The spans of a side of SENT that stand in a sentence which holds both sides.
    pub(super) fn together(self, sides: &[Asked; 2]) -> [Vec<Span>; 2] {
        let sentences: BTreeSet<usize> = self.sentences(sides).into_iter().collect();
        let of = |side: &Asked| -> Vec<Span> {
            let spans = self.in_sentences(side).into_iter();
            spans.filter(|(sentence, _)| sentences.contains(sentence)).map(|(_, span)| span).collect()
        };
        [of(&sides[0]), of(&sides[1])]
    }

    /// All occurrences of steps on places in a row. Each step starts where the one before it ended, so no token serves twice.
    pub(super) fn phrase(self, steps: &[Step]) -> Vec<Occurrence> {
        let Some((first, rest)) = steps.split_first() else { return Vec::new() };
        let mut reached = self.occurrences(first);
        for step in rest {
            if reached.is_empty() {
                break;
            }
            let following = self.occurrences(step);
            let mut longer = Vec::new();
            for start in &reached {
                let from = following.partition_point(|each| each.first < start.next);
                for end in following[from..].iter().take_while(|each| each.first == start.next) {
                    self.reading.step();
                    longer.push(Occurrence { next: end.next, until: end.until, ..*start });
                }
            }
            longer.sort_unstable();
            longer.dedup();
            reached = longer;
        }
        reached
    }

    /// All occurrences of one step.
    pub(super) fn occurrences(self, step: &Step) -> Vec<Occurrence> {
        let mut found = Vec::new();
        match step {
            Step::Any(looks) => {
                looks.iter().for_each(|look: &Look| self.reading.find(look, self.part, &mut found))
            }
            Step::Compound(rows) => rows.iter().for_each(|row| found.extend(self.phrase(row))),
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The stretches that hold all steps, by different tokens, and at most `distance` other places.
    fn window(self, steps: &[Step], distance: u32) -> Vec<Span> {
        let spans: Vec<Vec<Span>> =
            steps.iter().map(|step| self.occurrences(step).iter().map(Span::of).collect()).collect();
        if spans.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let starts: BTreeSet<u32> = spans.iter().flatten().map(|span| span.first).collect();
        let mut found = Vec::new();
        for start in starts {
            let mut search =
                WindowSearch { steps, spans: &spans, distance, tried: BTreeSet::new(), ends: Vec::new() };
            search.go(self.reading, start, 0, 0);
            found.extend(search.ends.into_iter().map(|next| Span { first: start, next }));
        }
        found
    }
}

/// Tries all ways to serve the steps of a window from one place on: at each place a token serves a step, or counts as another one.
struct WindowSearch<'a> {
    steps: &'a [Step],
    spans: &'a [Vec<Span>],
    distance: u32,
    /// Place, steps served, other places so far: tried once.
    tried: BTreeSet<(u32, u32, u32)>,
    /// First places after the stretches that hold all steps.
    ends: Vec<u32>,
}

impl WindowSearch<'_> {
    fn go(&mut self, reading: &Reading, place: u32, served: u32, n_others: u32) {
        if !self.tried.insert((place, served, n_others)) {
            return;
        }
        reading.step();
        if served.count_ones() as usize == self.steps.len() {
            self.ends.push(place);
            return;
        }
        for (index, step) in self.steps.iter().enumerate() {
            let is_free = |at: usize| served & (1 << at) == 0;
            // Of equal steps the first that is free is served, so that their orders are not tried one by one.
            if !is_free(index) || (0..index).any(|at| is_free(at) && self.steps[at] == *step) {
                continue;
            }
            let spans = self.spans;
            let from = spans[index].partition_point(|span| span.first < place);
            for span in spans[index][from..].iter().take_while(|span| span.first == place) {
                self.go(reading, span.next, served | (1 << index), n_others);
            }
        }
        if served > 0 && n_others < self.distance {
            self.go(reading, place + 1, served, n_others + 1);
        }
    }
}

impl Span {
    pub(super) fn of(occurrence: &Occurrence) -> Self {
        Self { first: occurrence.first, next: occurrence.next }
    }

    /// The span over both.
    pub(super) fn over(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), next: self.next.max(other.next) }
    }
}

#[cfg(test)]
mod tests;
