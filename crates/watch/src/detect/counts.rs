//! Counts of a topic in five-minute buckets, made for asking "how many between then and then".

use nabat_crisis::bucket::Bucket;

/// Mentions per bucket, sparse, with running sums.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Buckets in rising order, each with the sum of all mentions up to and with it.
    sums: Vec<(Bucket, u64)>,
    /// The topic's first bucket ever, which may lie before those counted here.
    known_since: Option<Bucket>,
}

impl Counts {
    /// Builds from (bucket, mentions) pairs in rising order of buckets; pairs of one bucket add up.
    /// `known_since` is the first bucket the topic ever had a mention in: silence after it is silence, before it is ignorance.
    pub fn new(known_since: Option<Bucket>, counts: impl IntoIterator<Item = (Bucket, u64)>) -> Self {
        let mut sums: Vec<(Bucket, u64)> = Vec::new();
        let mut total = 0_u64;
        for (bucket, n) in counts {
            total = total.saturating_add(n);
            match sums.last_mut() {
                Some(last) if last.0 == bucket => last.1 = total,
                _ => sums.push((bucket, total)),
            }
        }
        debug_assert!(sums.is_sorted_by_key(|(bucket, _)| *bucket), "buckets come in rising order");
        Self { sums, known_since }
    }

    /// Mentions in the buckets `[from, until)`.
    pub fn between(&self, from: Bucket, until: Bucket) -> u64 {
        self.before(until).saturating_sub(self.before(from))
    }

    /// The first bucket the topic ever had a mention in.
    pub fn known_since(&self) -> Option<Bucket> {
        self.known_since
    }

    /// The first bucket with mentions, of those counted here.
    pub fn first(&self) -> Option<Bucket> {
        self.sums.first().map(|(bucket, _)| *bucket)
    }

    /// The last bucket with mentions.
    pub fn last(&self) -> Option<Bucket> {
        self.sums.last().map(|(bucket, _)| *bucket)
    }

    fn before(&self, until: Bucket) -> u64 {
        let idx = self.sums.partition_point(|(bucket, _)| *bucket < until);
        idx.checked_sub(1).map_or(0, |last| self.sums[last].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_span_holds_what_counting_one_by_one_gives(
            counts in proptest::collection::btree_map(-50_i64..50, 0_u64..9, 0..40),
            from in -60_i64..60,
            length in 0_i64..60,
        ) {
            let slow: u64 = counts.range(from..from + length).map(|(_, n)| n).sum();
            let fast = Counts::new(None, counts.into_iter().map(|(bucket, n)| (Bucket(bucket), n)));
            prop_assert_eq!(fast.between(Bucket(from), Bucket(from + length)), slow);
        }
    }
}
