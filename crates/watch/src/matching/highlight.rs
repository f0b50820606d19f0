//! Which bytes of a post made it match, so that the page can mark them.

use std::ops::Range;

use super::plan::Plan;
use super::query::Query;
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
    let plan = Plan::of(&query.root);
    let mut reading = Reading::default();
    reading.read(post, plan.asks_author());
    let mut found = Vec::new();
    if plan.holds(post, &reading) {
        plan.find(post, &reading, &mut found);
    }
    Highlights { title: merged(&found, TITLE), text: merged(&found, TEXT) }
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
