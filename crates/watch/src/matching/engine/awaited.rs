//! What queries wait for: from the hash of a token to the queries, in few looks at memory.
//!
//! With many queries each look at a place of memory costs more than a hundred steps of work. So what is read one after the other lies
//! one behind the other: of each term the queries that wait for it, and of each of these what the post must hold besides, in short. Most
//! of them are let go by that, and nothing else of them is read.

use super::terms::{TermId, WILDCARD_PART};

/// Set in a number of a query behind which its need stands.
const WITH_NEED: u32 = 1 << 31;
/// Set in a number of a query when the term alone answers the part of the query that waits for it.
const ANSWERS: u32 = 1 << 30;

/// Terms by hash, each with the queries that wait for it.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    /// Upper half of a hash, and where its list starts; 0 when the slot is free. Open addressing, no more than half full.
    slots: Vec<[u32; 2]>,
    /// Per term: its number, how many numbers follow, and these: queries, each with what it needs.
    lists: Vec<u32>,
    /// Where the lists of wildcards start, by term: sorted.
    wildcards: Vec<(TermId, u32)>,
}

/// A query that waits for a term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waiting {
    pub(super) query: u32,
    pub(super) term: TermId,
    /// Whether the term alone answers the part of the query that waits for it.
    pub(super) answers: bool,
}

/// Of what a post must hold one of besides, if a query may match: parts of the hashes of terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Need(Vec<u32>);

impl Need {
    /// Most terms of a need: more take as long as asking the query.
    const TERMS_MAX: usize = 64;

    /// A need of one of these terms; none when there are so many that it would not help, or one is a wildcard.
    pub(super) fn of(parts: Vec<u32>) -> Self {
        let helps = parts.len() <= Self::TERMS_MAX && !parts.contains(&WILDCARD_PART);
        Self(if helps { parts } else { Vec::new() })
    }
}

impl Awaited {
    /// `waiting` in rising order of terms; `needs` by query. Hashes of wildcards are `None`.
    pub(super) fn new(waiting: &[Waiting], needs: &[Need], hash_of: impl Fn(TermId) -> Option<u64>) -> Self {
        let mut lists = vec![0];
        let (mut hashes, mut wildcards) = (Vec::new(), Vec::new());
        for group in waiting.chunk_by(|a, b| a.term == b.term) {
            // The texts of all queries stay below four gigabytes, and so do these numbers.
            let start = lists.len() as u32;
            let term = group[0].term;
            lists.extend([term, 0]);
            for Waiting { query, answers, .. } in group {
                let Need(parts) = &needs[*query as usize];
                let query = query | if *answers { ANSWERS } else { 0 };
                if parts.is_empty() {
                    lists.push(query);
                } else {
                    lists.extend([query | WITH_NEED, parts.len() as u32]);
                    lists.extend_from_slice(parts);
                }
            }
            lists[start as usize + 1] = lists.len() as u32 - start - 2;
            match hash_of(term) {
                Some(hash) => hashes.push((hash, start)),
                None => wildcards.push((term, start)),
            }
        }
        lists.shrink_to_fit();
        let mut awaited = Self { slots: Vec::new(), lists, wildcards };
        awaited.fill(&hashes);
        awaited
    }

    fn fill(&mut self, hashes: &[(u64, u32)]) {
        self.slots = vec![[0; 2]; (2 * hashes.len()).next_power_of_two().max(2)];
        for (hash, start) in hashes {
            let mut at = self.slot(*hash);
            while self.slots[at][1] != 0 {
                at = (at + 1) & (self.slots.len() - 1);
            }
            self.slots[at] = [(hash >> 32) as u32, *start];
        }
    }

    #[inline(always)]
    fn slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// Adds the lists of the terms that may have this hash; says whether there is any.
    #[inline]
    pub(super) fn find(&self, hash: u64, token: u32, lists: &mut Vec<(u32, u32)>) -> bool {
        let n_before = lists.len();
        let mut at = self.slot(hash);
        while let Some([upper, start]) = self.slots.get(at).filter(|[_, start]| *start != 0) {
            if *upper == (hash >> 32) as u32 {
                lists.push((*start, token));
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        lists.len() > n_before
    }

    /// The list of a wildcard.
    pub(super) fn of_wildcard(&self, term: TermId) -> Option<u32> {
        let place = self.wildcards.binary_search_by_key(&term, |(term, _)| *term).ok()?;
        Some(self.wildcards[place].1)
    }

    /// The term of a list.
    pub(super) fn term(&self, list: u32) -> TermId {
        self.lists[list as usize]
    }

    /// How many numbers a list has: what reading it costs.
    pub(super) fn n_numbers(&self, list: u32) -> u64 {
        u64::from(self.lists[list as usize + 1])
    }

    /// The queries of a list that a post may match, which holds the parts of hashes that `holds` says it does; each with whether the term
    /// of the list alone answers the part that waits for it.
    pub(super) fn queries<'a>(
        &'a self,
        list: u32,
        holds: impl Fn(u32) -> bool + 'a,
    ) -> impl Iterator<Item = (u32, bool)> + 'a {
        let asked = |query: u32| (query & !(WITH_NEED | ANSWERS), query & ANSWERS != 0);
        let start = list as usize + 2;
        let mut rest = &self.lists[start..start + self.lists[start - 1] as usize];
        std::iter::from_fn(move || {
            loop {
                let (query, behind) = rest.split_first()?;
                rest = behind;
                if query & WITH_NEED == 0 {
                    return Some(asked(*query));
                }
                let (n_parts, behind) = rest.split_first()?;
                let (parts, behind) = behind.split_at_checked(*n_parts as usize)?;
                rest = behind;
                if parts.iter().any(|part| holds(*part)) {
                    return Some(asked(*query));
                }
            }
        })
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.slots.capacity() * 8 + self.lists.capacity() * 4 + self.wildcards.capacity() * 8
    }
}

/// Most terms of a cover behind which needs are written: each term's list holds them anew.
pub(super) const NEED_COVER_MAX: usize = 2;
