//! Which bytes of a post made it match, so that the page can mark them.

use std::ops::Range;

use super::expand::{Asked, expand};
use super::plan::{Cover, Seen, Span};
use super::query::{Expr, Node, Query};
use super::reading::{Occurrence, Reading, TEXT, TITLE};
use super::view::PostView;

/// Bytes of the original title and text: merged, in rising order, on character borders. Empty when the post does not match, and when it
/// matches by its author or by what stands beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Highlights {
    /// In the title.
    pub title: Vec<Range<usize>>,
    /// In the text.
    pub text: Vec<Range<usize>>,
}

/// A query made ready to show why posts match it: its forms are written out once, for as many posts as are shown.
#[derive(Debug, Clone)]
pub struct Marker {
    pub(super) query: Query,
    /// The expanded query. Down to the leaves it has the shape of the tree.
    pub(super) asked: Asked,
}

impl Marker {
    /// Writes out the forms of a query.
    pub fn new(query: &Query) -> Self {
        Self { asked: expand(&query.root), query: query.clone() }
    }

    /// What in a post made it answer: positive terms only, and of an OR only the sides that hold.
    pub fn highlights(&self, post: &PostView<'_>) -> Highlights {
        let mut reading = Reading::default();
        reading.read(post);
        let seen = Seen { post, reading: &reading, part: None };
        let mut found = Vec::new();
        if seen.holds(&self.asked) {
            mark(&self.query.root, &self.asked, seen, None, &mut |marked| found.push(marked.occurrence));
        }
        Highlights { title: merged(&found, TITLE), text: merged(&found, TEXT) }
    }
}

/// [`Marker::highlights`] for one post.
pub fn highlights(query: &Query, post: &PostView<'_>) -> Highlights {
    Marker::new(query).highlights(post)
}

/// A leaf of a query and a stretch of the post that answers it.
pub(super) struct Marked<'a> {
    pub(super) leaf: &'a Node,
    pub(super) occurrence: Occurrence,
}

/// Shows the stretches that made a node hold, which it does. `asked` is the node, expanded; `wanted` are the only spans that count,
/// beneath a NEAR.
pub(super) fn mark<'a>(
    node: &'a Node,
    asked: &Asked,
    seen: Seen<'_>,
    wanted: Option<&[Span]>,
    show: &mut dyn FnMut(Marked<'a>),
) {
    let counts = |span: &Span| wanted.is_none_or(|wanted| wanted.binary_search(span).is_ok());
    match (&node.expr, asked) {
        (Expr::And(nodes), Asked::And(all)) => {
            nodes.iter().zip(all).for_each(|(node, asked)| mark(node, asked, seen, wanted, show));
        }
        (Expr::Or(nodes), Asked::Or(any)) => {
            for (node, asked) in nodes.iter().zip(any).filter(|(_, asked)| seen.holds(asked)) {
                mark(node, asked, seen, wanted, show);
            }
        }
        (Expr::Near { sides, .. }, Asked::Near { sides: asked, distance, ordered }) => {
            let spans = [seen.spans(&asked[0]), seen.spans(&asked[1])];
            let mut pairs = seen.near(&spans, *distance, *ordered);
            pairs.retain(|(left, right)| counts(&left.over(*right)));
            let (left, right) = (pairs.iter().map(|(left, _)| *left), pairs.iter().map(|(_, right)| *right));
            mark(&sides[0], &asked[0], seen, Some(&sorted(left)), show);
            mark(&sides[1], &asked[1], seen, Some(&sorted(right)), show);
        }
        (Expr::Sentence(sides), Asked::Sentence(asked)) => {
            let [left, right] = seen.together(asked);
            // A sentence within a sentence has no span of its own, and marks what it holds.
            let is_place = !matches!(sides[0].expr, Expr::Sentence(_));
            mark(&sides[0], &asked[0], seen, is_place.then_some(left.as_slice()), show);
            mark(&sides[1], &asked[1], seen, Some(&right), show);
        }
        (Expr::Title(inside), Asked::Title(asked)) => mark(inside, asked, seen.title(), None, show),
        (
            Expr::Word(_) | Expr::Phrase(_) | Expr::Window { .. } | Expr::Tag(_) | Expr::Name(_),
            Asked::Phrase(_) | Asked::Window { .. } | Asked::Or(_),
        ) => {
            for occurrence in leaf_occurrences(asked, seen, &counts) {
                show(Marked { leaf: node, occurrence });
            }
        }
        // Exclusions and fields mark nothing.
        _ => {}
    }
}

fn sorted(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// The tokens that serve a leaf: those of its phrases, and of its windows the tokens of its words within them.
fn leaf_occurrences(asked: &Asked, seen: Seen<'_>, counts: &dyn Fn(&Span) -> bool) -> Vec<Occurrence> {
    match asked {
        Asked::Phrase(steps) => {
            seen.phrase(steps).into_iter().filter(|found| counts(&Span::of(found))).collect()
        }
        Asked::Window { steps, .. } => {
            let windows = Cover::new(seen.spans(asked).into_iter().filter(|span| counts(span)));
            steps
                .iter()
                .flat_map(|step| seen.occurrences(step))
                .filter(|token| windows.holds(token))
                .collect()
        }
        Asked::Or(rows) => rows.iter().flat_map(|row| leaf_occurrences(row, seen, counts)).collect(),
        _ => Vec::new(),
    }
}

fn merged(found: &[Occurrence], part: u8) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = found
        .iter()
        .filter(|each| each.part == part)
        .map(|each| each.from as usize..each.until as usize)
        .collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
