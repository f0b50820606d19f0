//! Signals: what a detector says, each with the numbers that raised it.
//!
//! The evidence is a promise: it is stored as JSON and read back years later, so it derives serde and has a golden test.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{MentionId, SignalId, TopicId};

/// A signal that is not stored yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewSignal {
    /// The topic it is about.
    pub topic: TopicId,
    /// The tick at which it was raised: the end of a five-minute bucket. Topic, detector and tick identify a signal.
    pub at: Timestamp,
    /// What was seen.
    pub evidence: Evidence,
}

/// A stored signal.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// Its number.
    pub id: SignalId,
    /// What the detector said.
    pub said: NewSignal,
}

/// The evidence of a signal, one variant per detector.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "detector", rename_all = "snake_case")]
pub enum Evidence {
    /// Many more mentions than usual.
    MentionSurge(MentionSurge),
}

impl Evidence {
    /// Name of the detector, as in files, addresses and locale keys.
    pub fn detector(&self) -> &'static str {
        match self {
            Self::MentionSurge(_) => "mention_surge",
        }
    }

    /// How many mentions were seen in the window.
    pub fn n_observed(&self) -> u64 {
        match self {
            Self::MentionSurge(surge) => surge.n_observed,
        }
    }
}

/// Evidence of `mention_surge`: the last hour against the hourly mean of the seven days before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MentionSurge {
    /// Start of the observed hour.
    pub window_from: Timestamp,
    /// End of the observed hour, exclusive.
    pub window_until: Timestamp,
    /// Mentions in the observed hour.
    pub n_observed: u64,
    /// Mentions in the baseline.
    pub n_baseline: u64,
    /// Hours the baseline covers: at most 168, fewer for a young topic.
    pub baseline_hours: f64,
    /// Hourly mean of the baseline, or the floor of the rule if that is higher.
    pub expected_per_hour: f64,
    /// `n_observed / expected_per_hour`.
    pub ratio: f64,
    /// The rule's threshold for `ratio`.
    pub ratio_threshold: f64,
    /// Distinct authors in the observed hour; each unknown author counts as one.
    pub n_authors: u64,
    /// The rule's minimum for `n_authors`.
    pub n_authors_min: u64,
    /// Mentions by network, most first.
    pub networks: Vec<Share>,
    /// Authors with the most mentions, most first.
    pub top_authors: Vec<Share>,
    /// Posts with the most engagement, most first.
    pub top_posts: Vec<MentionId>,
}

/// A name and its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// A network, an author.
    pub name: String,
    /// How many mentions.
    pub n_mentions: u64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn evidence_keeps_its_stored_form() {
        let signal = NewSignal {
            topic: TopicId(3),
            at: "2026-03-01T10:05:00Z".parse().unwrap(),
            evidence: Evidence::MentionSurge(MentionSurge {
                window_from: "2026-03-01T09:05:00Z".parse().unwrap(),
                window_until: "2026-03-01T10:05:00Z".parse().unwrap(),
                n_observed: 48,
                n_baseline: 672,
                baseline_hours: 168.0,
                expected_per_hour: 4.0,
                ratio: 12.0,
                ratio_threshold: 4.0,
                n_authors: 41,
                n_authors_min: 5,
                networks: vec![Share { name: "vk".into(), n_mentions: 40 }],
                top_authors: vec![Share { name: "anna".into(), n_mentions: 3 }],
                top_posts: vec![MentionId(17)],
            }),
        };
        let stored = serde_json::to_string(&signal).unwrap();
        expect![[r#"{"topic":3,"at":"2026-03-01T10:05:00Z","evidence":{"detector":"mention_surge","window_from":"2026-03-01T09:05:00Z","window_until":"2026-03-01T10:05:00Z","n_observed":48,"n_baseline":672,"baseline_hours":168.0,"expected_per_hour":4.0,"ratio":12.0,"ratio_threshold":4.0,"n_authors":41,"n_authors_min":5,"networks":[{"name":"vk","n_mentions":40}],"top_authors":[{"name":"anna","n_mentions":3}],"top_posts":[17]}}"#]]
        .assert_eq(&stored);
        assert_eq!(serde_json::from_str::<NewSignal>(&stored).unwrap(), signal);
    }
}
