//! `"a b c"~n`: several words in any order within a few places, each served by a place of its own.

use std::collections::BTreeSet;

use crate::matching::engine::met::Span;

/// Whether somewhere each side has a place of its own with at most `distance` other places among them. Words of one place each are shared
/// out in time that grows with the square of their number; others are searched as [`all`] does.
pub(super) fn any(sides: &[Vec<Span>], distance: u32, n_steps: &mut u64) -> bool {
    let single = sides.iter().flatten().all(|span| span.next - span.first == 1);
    if !single {
        let mut found = Vec::new();
        all(sides, distance, n_steps, &mut found);
        return !found.is_empty();
    }
    let reach = distance.saturating_add(sides.len() as u32);
    let mut nearby: Vec<&[Span]> = Vec::with_capacity(sides.len());
    starts(sides).into_iter().any(|start| {
        *n_steps += sides.len() as u64;
        nearby.clear();
        nearby.extend(sides.iter().map(|side| {
            let from = side.partition_point(|span| span.first < start);
            let until = side.partition_point(|span| span.first < start.saturating_add(reach));
            &side[from..until]
        }));
        nearby.iter().all(|side| !side.is_empty()) && shared_out(&nearby, n_steps)
    })
}

/// Where such a stretch may start.
fn starts(sides: &[Vec<Span>]) -> Vec<u32> {
    let mut starts: Vec<u32> = sides.iter().flatten().map(|span| span.first).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Whether each side can have a place of its own: a matching of sides with places, grown by augmenting paths (Kuhn 1955).
fn shared_out(sides: &[&[Span]], n_steps: &mut u64) -> bool {
    let mut places: Vec<u32> = sides.iter().copied().flatten().map(|span| span.first).collect();
    places.sort_unstable();
    places.dedup();
    let mut holders = Holders { places: &places, sides, of: vec![None; places.len()] };
    (0..sides.len()).all(|side| holders.find_place(side, &mut vec![false; places.len()], n_steps))
}

/// Which side holds which place.
struct Holders<'a> {
    places: &'a [u32],
    sides: &'a [&'a [Span]],
    of: Vec<Option<usize>>,
}

impl Holders<'_> {
    /// Finds a place for a side, moving others if that makes room.
    fn find_place(&mut self, side: usize, tried: &mut [bool], n_steps: &mut u64) -> bool {
        for span in self.sides[side] {
            *n_steps += 1;
            let Ok(place) = self.places.binary_search(&span.first) else { continue };
            if std::mem::replace(&mut tried[place], true) {
                continue;
            }
            if self.of[place].is_none_or(|other| self.find_place(other, tried, n_steps)) {
                self.of[place] = Some(side);
                return true;
            }
        }
        false
    }
}

/// Most steps of one search for all stretches: a guess far above what people's queries take, and an end for hostile ones.
const STEPS_MAX: u64 = 100_000;

/// Adds all stretches. Needed where a window stands beside something else, which may be near one stretch and far from another.
pub(super) fn all(sides: &[Vec<Span>], distance: u32, n_steps: &mut u64, into: &mut Vec<Span>) {
    let mut n_left = STEPS_MAX;
    for start in starts(sides) {
        let mut search =
            Search { sides, distance, tried: BTreeSet::new(), n_left: &mut n_left, ends: Vec::new() };
        search.go(start, 0, 0);
        into.extend(search.ends.into_iter().map(|next| Span { first: start, next }));
    }
    *n_steps += STEPS_MAX - n_left;
}

/// From one place on: at each place a token serves a side, or counts as another one.
struct Search<'a> {
    sides: &'a [Vec<Span>],
    distance: u32,
    /// Place, sides served, other places so far: tried once.
    tried: BTreeSet<(u32, u32, u32)>,
    n_left: &'a mut u64,
    ends: Vec<u32>,
}

impl Search<'_> {
    fn go(&mut self, place: u32, served: u32, n_others: u32) {
        if *self.n_left == 0 || !self.tried.insert((place, served, n_others)) {
            return;
        }
        *self.n_left -= 1;
        if served.count_ones() as usize == self.sides.len() {
            self.ends.push(place);
            return;
        }
        for (index, side) in self.sides.iter().enumerate() {
            if served & 1 << index != 0 {
                continue;
            }
            let from = side.partition_point(|span| span.first < place);
            for span in side[from..].iter().take_while(|span| span.first == place) {
                self.go(span.next, served | 1 << index, n_others);
            }
        }
        if served > 0 && n_others < self.distance {
            self.go(place + 1, served, n_others + 1);
        }
    }
}
