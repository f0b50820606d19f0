//! How many posts a query would match, told before it is saved.
//!
//! # Wanted
//! A figure that is rather too large than too small, so that a query which drowns its topic is noticed: "about 3 % of all posts".
//!
//! # How
//! - A word: the share of each of its forms, added. Posts that hold two of them count twice.
//! - OR: the sides added, at most all posts; so nothing is assumed about how they depend on each other.
//! - Words of a phrase or a window: the share of the rarest. People put words into quotes that belong together, so the rarest mostly stands
//!   with the others; as if they were independent, a name of two words would seem a hundred times rarer than it is.
//! - AND and NEAR: words that people ask for together stand together more often than chance has it, and less often than always. If
//!   p1 ≤ p2 ≤ p3 … are the shares, the answer is p1 · p2^½ · p3^¼ · p4^⅛, half way between chance (p1 · p2 · …) and always (p1).
//! - NOT: as if it were independent of the rest.
//! - A beginning of words: the share of its longest counted beginning. Fields and followers that are not counted: all posts.
//! - Inside of words nothing is counted; what is asked there is taken for [`INSIDE_FACTOR`] times as common as at the beginning of words,
//!   and for [`INSIDE_SHARE_MIN`] at least.

use nabat_text::scan;
use nabat_text::tokens::Kind;

use super::super::expand::{Asked, Look, LookKind, Step, expand};
use super::super::query::Query;
use super::{Frequencies, N_POSTS_MIN, mixed};

/// A guess.
const INSIDE_FACTOR: f64 = 2.0;
/// A guess.
const INSIDE_SHARE_MIN: f64 = 0.000_1;
/// Share of posts with a word that fits a pattern which starts with `?` or a single letter: a guess.
const PATTERN_SHARE: f64 = 0.005;
/// How often a word that was never met seems to be met is taken from so many words.
const N_PROBES: u64 = 256;

impl Frequencies {
    /// The share of all posts that a query is expected to match, from 0 to 1. `None` while fewer than [`N_POSTS_MIN`] posts were observed.
    pub fn estimate(&self, query: &Query) -> Option<f64> {
        self.estimate_asked(&expand(&query.root))
    }

    /// The same for an expanded query.
    pub(in super::super) fn estimate_asked(&self, asked: &Asked) -> Option<f64> {
        (self.n_posts >= N_POSTS_MIN).then(|| Estimate { known: self, noise: self.noise() }.of(asked))
    }

    /// The share that a word seems to have which was never met: some of its counters are raised by others.
    fn noise(&self) -> f64 {
        (0..N_PROBES).map(|probe| self.share(mixed(probe))).sum::<f64>() / N_PROBES as f64
    }
}

struct Estimate<'a> {
    known: &'a Frequencies,
    noise: f64,
}

impl Estimate<'_> {
    fn of(&self, asked: &Asked) -> f64 {
        match asked {
            Asked::And(all) => self.all(all),
            Asked::Or(any) => any_of(any.iter().map(|each| self.of(each))),
            Asked::Not(asked) => 1.0 - self.of(asked),
            Asked::Near { sides, .. } | Asked::Sentence(sides) => {
                together(sides.iter().map(|side| self.of(side)).collect())
            }
            Asked::Phrase(steps) | Asked::Window { steps, .. } => self.steps(steps),
            Asked::Field(field, values) => {
                any_of(values.iter().map(|value| self.known.share_of_field(*field, value)))
            }
            Asked::Followers { .. } => 1.0,
            Asked::Title(inside) => self.of(inside),
        }
    }

    /// What is asked for is there together, what is excluded is independent of it.
    fn all(&self, all: &[Asked]) -> f64 {
        let mut shares = Vec::new();
        let mut left = 1.0;
        for asked in all {
            match asked {
                Asked::Not(_) => left *= self.of(asked),
                Asked::And(_)
                | Asked::Or(_)
                | Asked::Near { .. }
                | Asked::Sentence(_)
                | Asked::Phrase(_)
                | Asked::Window { .. }
                | Asked::Field(..)
                | Asked::Followers { .. }
                | Asked::Title(_) => shares.push(self.of(asked)),
            }
        }
        together(shares) * left
    }

    fn steps(&self, steps: &[Step]) -> f64 {
        steps.iter().map(|step| self.step(step)).fold(1.0, f64::min)
    }

    fn step(&self, step: &Step) -> f64 {
        match step {
            Step::Any(looks) => any_of(looks.iter().map(|look| self.look(look))),
            Step::Compound(rows) => any_of(rows.iter().map(|row| self.steps(row))),
        }
    }

    fn look(&self, look: &Look) -> f64 {
        let term = |kind| (self.known.share(scan::hash(kind, &look.text)) - self.noise).max(0.0);
        match look.kind {
            LookKind::Word | LookKind::Capitalised => term(Kind::Word),
            LookKind::Cased => {
                let folded = nabat_text::letters::fold(&look.text);
                (self.known.share(scan::hash(Kind::Word, &folded)) - self.noise).max(0.0)
            }
            LookKind::Emoji => term(Kind::Emoji),
            LookKind::Tag => term(Kind::Tag),
            LookKind::Name => term(Kind::Name),
            LookKind::Squeezed => term(Kind::Squeezed),
            LookKind::Prefix => self.known.share_of_prefix(&look.text),
            LookKind::Infix => {
                (self.known.share_of_prefix(&look.text) * INSIDE_FACTOR).clamp(INSIDE_SHARE_MIN, 1.0)
            }
            LookKind::Pattern => {
                let start = look.text.split('?').next().unwrap_or_default();
                let share = self.known.share_of_prefix(start);
                if share < 1.0 { share } else { PATTERN_SHARE }
            }
        }
    }
}

fn any_of(shares: impl Iterator<Item = f64>) -> f64 {
    shares.sum::<f64>().min(1.0)
}

/// Half way between chance and always: each further share counts by half as much as the one before it.
fn together(mut shares: Vec<f64>) -> f64 {
    shares.sort_by(f64::total_cmp);
    let mut weight = 1.0;
    shares.into_iter().fold(1.0, |all, share| {
        let all = all * share.powf(weight);
        weight /= 2.0;
        all
    })
}
