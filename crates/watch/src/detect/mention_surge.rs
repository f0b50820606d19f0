//! `mention_surge`: many more mentions than usual.
//!
//! The published rule of listening tools: the last hour against the hourly mean of the last seven days. A tick rings when
//!
//! ```text
//! observed = mentions in [t - 1 h, t)
//! baseline = mentions in [t - 1 h - 7 d, t - 1 h), or since the topic is known if that is shorter
//! expected = max(baseline / hours of the baseline, floor)
//! observed / expected >= ratio, observed >= least, distinct authors >= authors, and no signal of the topic in the cool-down
//! ```
//!
//! The floor is one mention an hour, and five while less than a day is known: a cautious prior, so that the first posts of a
//! new topic are not a surge. Within the cool-down only a doubling of the last signal rings again.
//! Accepted loss: the mean of a week knows neither night nor weekday, so a quiet topic may ring at its usual evening peak.

use jiff::Timestamp;
use nabat_crisis::bucket::{BUCKETS_PER_HOUR, Bucket};
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::signal::{Evidence, MentionSurge, NewSignal, Share};

use super::counts::Counts;

/// Hours of the baseline.
pub const BASELINE_HOURS: i64 = 168;
/// Least expected mentions an hour, once a day is known.
const FLOOR_PER_HOUR: f64 = 1.0;
/// Least expected mentions an hour while less than [`YOUNG_HOURS`] are known (guess: a cautious prior).
const FLOOR_YOUNG_PER_HOUR: f64 = 5.0;
/// Hours of history under which a topic is young.
pub const YOUNG_HOURS: i64 = 24;
/// Least mentions in the hour, whatever the ratio: fewer is talk, not a fire (guess).
const OBSERVED_MIN: u64 = 10;
/// Within the cool-down a signal rings again when the hour holds this many times the last signal's mentions.
const GROWTH: u64 = 2;
/// Names kept of the authors with the most mentions, and posts with the most engagement.
pub const TOP: usize = 5;

/// The rule's numbers that people may set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Least observed / expected.
    pub ratio: f64,
    /// Least distinct authors in the hour.
    pub n_authors_min: u64,
    /// Minutes after a signal in which only a doubling rings.
    pub cooldown_minutes: i64,
}

impl Default for Rule {
    /// Four times the usual, from at least five authors, once in six hours (guesses; the measured suite replaces them).
    fn default() -> Self {
        Self { ratio: 4.0, n_authors_min: 5, cooldown_minutes: 360 }
    }
}

/// A tick at which the counts alone would ring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Last bucket of the observed hour; the tick is its end.
    pub bucket: Bucket,
    /// Mentions in the observed hour.
    pub n_observed: u64,
    /// Mentions in the baseline.
    pub n_baseline: u64,
    /// Hours the baseline covers.
    pub baseline_hours: f64,
    /// Expected mentions an hour.
    pub expected_per_hour: f64,
}

/// What the posts of the observed hour say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WindowFacts {
    /// Distinct authors; each unknown author counts as one.
    pub n_authors: u64,
    /// Mentions by network, most first.
    pub networks: Vec<Share>,
    /// Authors with the most mentions, most first.
    pub top_authors: Vec<Share>,
    /// Posts with the most engagement, most first.
    pub top_posts: Vec<MentionId>,
}

/// A signal the topic has already, for the cool-down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenSignal {
    /// Its tick.
    pub at: Timestamp,
    /// Its observed mentions.
    pub n_observed: u64,
}

impl Candidate {
    /// First bucket of the observed hour.
    pub fn window_from(&self) -> Bucket {
        self.bucket.plus(1 - BUCKETS_PER_HOUR)
    }

    /// The tick: the end of the observed hour.
    pub fn at(&self) -> Timestamp {
        self.bucket.end()
    }
}

/// The expected mentions an hour, as a tick after `bucket` sees it: (mentions of the baseline, its hours, expected an hour).
pub fn expected(counts: &Counts, bucket: Bucket) -> (u64, f64, f64) {
    let until = bucket.plus(1 - BUCKETS_PER_HOUR);
    let since_week = until.plus(-BASELINE_HOURS * BUCKETS_PER_HOUR);
    let from = counts.known_since().map_or(until, |known| known.max(since_week)).min(until);
    let n_baseline = counts.between(from, until);
    let hours = (until.0 - from.0) as f64 / BUCKETS_PER_HOUR as f64;
    let floor = if hours < YOUNG_HOURS as f64 { FLOOR_YOUNG_PER_HOUR } else { FLOOR_PER_HOUR };
    let mean = if hours > 0.0 { n_baseline as f64 / hours } else { 0.0 };
    (n_baseline, hours, mean.max(floor))
}

/// Whether less than a day of the topic is known at the tick after `bucket`.
pub fn is_young(counts: &Counts, bucket: Bucket) -> bool {
    expected(counts, bucket).1 < YOUNG_HOURS as f64
}

/// The first tick in `[from, until]` (last buckets of the observed hours) at which the counts alone ring.
/// `given` are the topic's signals in rising order of time; each cools the ticks after it.
pub fn next_candidate(
    rule: &Rule,
    counts: &Counts,
    from: Bucket,
    until: Bucket,
    given: &[GivenSignal],
) -> Option<Candidate> {
    // Beyond the hour after the last mention nothing can ring, and years may lie there.
    let until = until.min(counts.last()?.plus(BUCKETS_PER_HOUR));
    let mut bucket = from.max(counts.first()?);
    while bucket <= until {
        let n_observed = counts.between(bucket.plus(1 - BUCKETS_PER_HOUR), bucket.plus(1));
        if n_observed >= OBSERVED_MIN && !cooling(rule, given, bucket.end(), n_observed) {
            let (n_baseline, baseline_hours, expected_per_hour) = expected(counts, bucket);
            if n_observed as f64 / expected_per_hour >= rule.ratio {
                return Some(Candidate { bucket, n_observed, n_baseline, baseline_hours, expected_per_hour });
            }
        }
        bucket = bucket.plus(1);
    }
    None
}

/// The signal of a candidate whose posts come from enough authors.
pub fn confirm(rule: &Rule, topic: TopicId, candidate: &Candidate, facts: WindowFacts) -> Option<NewSignal> {
    if facts.n_authors < rule.n_authors_min {
        return None;
    }
    let evidence = Evidence::MentionSurge(MentionSurge {
        window_from: candidate.window_from().start(),
        window_until: candidate.at(),
        n_observed: candidate.n_observed,
        n_baseline: candidate.n_baseline,
        baseline_hours: candidate.baseline_hours,
        expected_per_hour: candidate.expected_per_hour,
        ratio: candidate.n_observed as f64 / candidate.expected_per_hour,
        ratio_threshold: rule.ratio,
        n_authors: facts.n_authors,
        n_authors_min: rule.n_authors_min,
        networks: facts.networks,
        top_authors: facts.top_authors,
        top_posts: facts.top_posts,
    });
    Some(NewSignal { topic, at: candidate.at(), evidence })
}

fn cooling(rule: &Rule, given: &[GivenSignal], at: Timestamp, n_observed: u64) -> bool {
    let n_before = given.partition_point(|signal| signal.at <= at);
    let Some(last) = n_before.checked_sub(1).map(|idx| given[idx]) else { return false };
    let since = at.duration_since(last.at);
    since.is_zero()
        || (since < jiff::SignedDuration::from_mins(rule.cooldown_minutes)
            && n_observed < last.n_observed.saturating_mul(GROWTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A week with `per_hour` mentions spread evenly, then the given last hour in its first bucket.
    fn week_then(per_hour: u64, last_hour: u64) -> (Counts, Bucket) {
        let start = 5_900_000;
        // One hour more than the baseline, which then begins after the first.
        let hours = BASELINE_HOURS + 1;
        let mut counts: Vec<_> =
            (0..hours).map(|hour| (Bucket(start + hour * BUCKETS_PER_HOUR), per_hour)).collect();
        let first = Bucket(start + hours * BUCKETS_PER_HOUR);
        counts.push((first, last_hour));
        (Counts::new(Some(Bucket(start)), counts), first)
    }

    fn facts(n_authors: u64) -> WindowFacts {
        WindowFacts { n_authors, ..WindowFacts::default() }
    }

    fn rings(counts: &Counts, at: Bucket, last: Option<GivenSignal>) -> Option<Candidate> {
        next_candidate(&Rule::default(), counts, at, at, last.as_slice())
    }

    #[test]
    fn four_times_the_usual_hour_rings_and_a_little_less_does_not() {
        let (counts, bucket) = week_then(10, 40);
        let candidate = rings(&counts, bucket, None).unwrap();
        assert_eq!((candidate.n_observed, candidate.n_baseline), (40, 1680));
        let surge = confirm(&Rule::default(), TopicId(1), &candidate, facts(5)).unwrap();
        let Evidence::MentionSurge(surge) = surge.evidence;
        assert_eq!(surge.ratio, surge.n_observed as f64 / surge.expected_per_hour);
        assert_eq!(surge.window_until.duration_since(surge.window_from), jiff::SignedDuration::from_hours(1));
        let (counts, bucket) = week_then(10, 39);
        assert_eq!(rings(&counts, bucket, None), None);
    }

    #[test]
    fn one_person_posting_a_hundred_times_is_not_a_crisis() {
        let (counts, bucket) = week_then(1, 100);
        let candidate = rings(&counts, bucket, None).unwrap();
        assert_eq!(confirm(&Rule::default(), TopicId(1), &candidate, facts(4)), None);
    }

    #[test]
    fn a_silent_topic_does_not_ring_for_a_handful_of_posts() {
        let (counts, bucket) = week_then(0, 9);
        assert_eq!(rings(&counts, bucket, None), None);
        let (counts, bucket) = week_then(0, 10);
        assert!(rings(&counts, bucket, None).is_some());
    }

    #[test]
    fn a_new_topic_needs_twenty_posts_before_it_rings() {
        let fresh = |n| Counts::new(Some(Bucket(5_900_000)), [(Bucket(5_900_000), n)]);
        assert_eq!(rings(&fresh(19), Bucket(5_900_000), None), None);
        assert!(rings(&fresh(20), Bucket(5_900_000), None).is_some());
        assert!(is_young(&fresh(20), Bucket(5_900_000)));
    }

    #[test]
    fn the_cool_down_lets_only_a_doubling_through() {
        let (counts, bucket) = week_then(1, 60);
        let at = |minutes: i64, n_observed| GivenSignal {
            at: bucket.end().checked_sub(jiff::SignedDuration::from_mins(minutes)).unwrap(),
            n_observed,
        };
        assert_eq!(rings(&counts, bucket, Some(at(30, 31))), None);
        assert!(rings(&counts, bucket, Some(at(30, 30))).is_some());
        assert!(rings(&counts, bucket, Some(at(360, 60))).is_some());
        assert_eq!(rings(&counts, bucket, Some(at(0, 1))), None);
    }

    #[test]
    fn years_of_silence_cost_nothing() {
        let counts = Counts::new(Some(Bucket(0)), [(Bucket(0), 5)]);
        assert_eq!(
            next_candidate(&Rule::default(), &counts, Bucket(i64::MIN / 2), Bucket(i64::MAX / 2), &[]),
            None
        );
    }
}
