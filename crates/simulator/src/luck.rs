//! Seeded chance: the same purpose and numbers give the same luck on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What a stream of luck is for, so that two uses of the same numbers stay independent.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Purpose {
    /// The posts of an ordinary day.
    Day,
    /// The gaps of a day.
    Gaps,
    /// The course of a crisis.
    Crisis,
    /// The words of a post.
    Words,
    /// An invented person.
    Person,
    /// The order in which templates take their turn.
    Turns,
    /// Posts for measurements.
    Bulk,
}

/// A stream of chance.
#[derive(Debug, Clone)]
pub(crate) struct Luck(ChaCha8Rng);

impl Luck {
    /// The stream of a purpose; `a` and `b` tell its uses apart.
    pub(crate) fn new(seed: u64, purpose: Purpose, a: u64, b: u64) -> Self {
        let mut key = [0; 32];
        for (slot, value) in key.chunks_exact_mut(8).zip([seed, purpose as u64 + 1, a, b]) {
            slot.copy_from_slice(&value.to_le_bytes());
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A whole number below `n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        // Multiply and shift: the bias is far below anything a world of millions of posts could show.
        ((u128::from(self.0.next_u64()) * n as u128) >> 64) as usize
    }

    /// A whole number in `low..=high`.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low).max(0) as usize + 1) as i64
    }

    /// A number in `[0, 1)`.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True in the given share of cases.
    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// One of several; the list must not be empty.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// An index, each as likely as its weight; 0 when all weights are 0.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut rest = self.unit() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            if rest < *weight {
                return index;
            }
            rest -= weight;
        }
        0
    }

    /// How many happen when `mean` are expected (Poisson, Knuth's method: means here stay below a few dozen).
    pub(crate) fn count(&mut self, mean: f64) -> usize {
        let limit = (-mean).exp();
        let mut product = self.unit();
        let mut n = 0;
        while product > limit {
            n += 1;
            product *= self.unit();
        }
        n
    }

    /// An index below `n` that favours the first ones: few people write much, most write little.
    pub(crate) fn skewed(&mut self, n: usize) -> usize {
        let share = self.unit();
        ((share * share * n as f64) as usize).min(n.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_has_the_same_luck_and_another_purpose_has_another() {
        let draw = |purpose| {
            let mut luck = Luck::new(7, purpose, 1, 2);
            (0..20).map(|_| luck.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(Purpose::Day), draw(Purpose::Day));
        assert_ne!(draw(Purpose::Day), draw(Purpose::Crisis));
    }

    #[test]
    fn counts_come_out_near_their_mean() {
        let mut luck = Luck::new(1, Purpose::Day, 0, 0);
        let total: usize = (0..10_000).map(|_| luck.count(3.0)).sum();
        assert!((29_000..31_000).contains(&total), "{total}");
    }
}
