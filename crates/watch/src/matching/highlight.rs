//! Which bytes of a post made it match, so that the page can mark them.

use std::ops::Range;

use super::expand::{Asked, expand};
use super::plan::{Seen, Span};
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

/// What in a post made it answer a query: positive terms only, and of an OR only the sides that hold.
pub fn highlights(query: &Query, post: &PostView<'_>) -> Highlights {
    let mut reading = Reading::default();
    reading.read(post);
    let seen = Seen { post, reading: &reading, part: None };
    let mut found = Vec::new();
    if seen.holds(&expand(&query.root)) {
        mark(&query.root, seen, None, &mut |marked| found.push(marked.occurrence));
    }
    Highlights { title: merged(&found, TITLE), text: merged(&found, TEXT) }
}

/// A leaf of a query and a stretch of the post that answers it.
pub(super) struct Marked<'a> {
    pub(super) leaf: &'a Node,
    pub(super) occurrence: Occurrence,
}

/// Shows the stretches that made a node hold, which it does. `wanted` are the only spans that count, beneath a NEAR.
pub(super) fn mark<'a>(
    node: &'a Node,
    seen: Seen<'_>,
    wanted: Option<&[Span]>,
    show: &mut dyn FnMut(Marked<'a>),
) {
    let counts = |span: &Span| wanted.is_none_or(|wanted| wanted.binary_search(span).is_ok());
    match &node.expr {
        Expr::And(nodes) => nodes.iter().for_each(|node| mark(node, seen, wanted, show)),
        Expr::Or(nodes) => {
            for node in nodes.iter().filter(|node| seen.holds(&expand(node))) {
                mark(node, seen, wanted, show);
            }
        }
        Expr::Near { sides, distance, ordered } => {
            let asked = [expand(&sides[0]), expand(&sides[1])];
            let spans = [seen.spans(&asked[0]), seen.spans(&asked[1])];
            let mut pairs = seen.near(&spans, u32::from(*distance), *ordered);
            pairs.retain(|(left, right)| counts(&left.over(*right)));
            mark(&sides[0], seen, Some(&sorted(pairs.iter().map(|(left, _)| *left))), show);
            mark(&sides[1], seen, Some(&sorted(pairs.iter().map(|(_, right)| *right))), show);
        }
        Expr::Sentence(sides) => {
            let [left, right] = seen.together(&[expand(&sides[0]), expand(&sides[1])]);
            // A sentence within a sentence has no span of its own, and marks what it holds.
            let is_place = !matches!(sides[0].expr, Expr::Sentence(_));
            mark(&sides[0], seen, is_place.then_some(left.as_slice()), show);
            mark(&sides[1], seen, Some(&right), show);
        }
        Expr::Title(inside) => mark(inside, seen.title(), None, show),
        Expr::Word(_) | Expr::Phrase(_) | Expr::Window { .. } | Expr::Tag(_) | Expr::Name(_) => {
            for occurrence in leaf_occurrences(&expand(node), seen, &counts) {
                show(Marked { leaf: node, occurrence });
            }
        }
        Expr::Not(_) | Expr::Field { .. } | Expr::Followers { .. } | Expr::Part(_) => {}
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
            let windows: Vec<Span> = seen.spans(asked).into_iter().filter(|span| counts(span)).collect();
            let inside = |found: &Occurrence| {
                let behind = windows.partition_point(|window| window.first <= found.first);
                windows[..behind].iter().rev().any(|window| found.next <= window.next)
            };
            steps.iter().flat_map(|step| seen.occurrences(step)).filter(inside).collect()
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
