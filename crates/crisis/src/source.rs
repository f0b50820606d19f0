//! Sources: where posts come from, and how well each is doing.

use jiff::{SignedDuration, Timestamp};

use crate::id::SourceId;
use crate::post::{name_in, value_in};

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// A web feed that Nabat polls: RSS, Atom, RDF, JSON Feed.
    Feed,
    /// Files, by upload or from the command line.
    Files,
    /// A file played in its own time.
    Replay,
    /// The invented world of the demo.
    Simulator,
}

impl SourceKind {
    /// All kinds with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Feed, "feed"),
        (Self::Files, "files"),
        (Self::Replay, "replay"),
        (Self::Simulator, "simulator"),
    ];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// A place posts come from, with what is known of its health.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its number.
    pub id: SourceId,
    /// What it is.
    pub kind: SourceKind,
    /// What people call it.
    pub name: String,
    /// Address of a feed.
    pub url: Option<String>,
    /// Shortest time between two polls, in minutes.
    pub poll_minutes: u32,
    /// Silence longer than this raises an alarm, in minutes. `None` for sources that may be silent, such as files.
    pub silence_minutes: Option<u32>,
    /// Whether it is switched off by a person.
    pub paused: bool,
    /// When it was added.
    pub created_at: Timestamp,
    /// How it is doing.
    pub health: SourceHealth,
}

/// Counts and times of a source since it was added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceHealth {
    /// When its newest item was published.
    pub last_item_at: Option<Timestamp>,
    /// When it last gave a new item.
    pub last_new_at: Option<Timestamp>,
    /// Seconds between publication and our seeing it, for the newest item.
    pub lag_seconds: Option<i64>,
    /// Records taken.
    pub n_accepted: u64,
    /// Of these, records that matched a topic and were stored.
    pub n_matched: u64,
    /// Of these, records we had already.
    pub n_repeated: u64,
    /// Records refused.
    pub n_refused: u64,
    /// Last time it was asked.
    pub last_poll_at: Option<Timestamp>,
    /// When it will be asked next.
    pub next_poll_at: Option<Timestamp>,
    /// Failed polls in a row.
    pub n_failures: u32,
    /// The last failure, for people: what happened and what they can do.
    pub last_error: Option<String>,
    /// Since when an alarm stands.
    pub alarm_since: Option<Timestamp>,
}

/// Failed polls in a row that raise an alarm: one or two are weather, three are an outage (guess).
pub const FAILURES_BEFORE_ALARM: u32 = 3;

/// Why a source is in alarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceTrouble {
    /// It answers, and gives nothing new for longer than it may.
    Silent,
    /// It cannot be read.
    Failing,
}

impl SourceTrouble {
    /// All troubles with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Silent, "silent"), (Self::Failing, "failing")];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The trouble of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

impl Source {
    /// What is wrong with the source at an instant, if anything. A drop to zero is an outage of ours first, never good news.
    pub fn trouble(&self, now: Timestamp) -> Option<SourceTrouble> {
        if self.paused {
            return None;
        }
        if self.health.n_failures >= FAILURES_BEFORE_ALARM {
            return Some(SourceTrouble::Failing);
        }
        let limit = SignedDuration::from_mins(i64::from(self.silence_minutes?));
        let since = self.health.last_new_at.unwrap_or(self.created_at);
        (now.duration_since(since) > limit).then_some(SourceTrouble::Silent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed() -> Source {
        Source {
            id: SourceId(1),
            kind: SourceKind::Feed,
            name: "Городские новости".into(),
            url: None,
            poll_minutes: 5,
            silence_minutes: Some(60),
            paused: false,
            created_at: "2026-03-01T08:00:00Z".parse().unwrap(),
            health: SourceHealth::default(),
        }
    }

    #[test]
    fn a_feed_that_falls_silent_raises_an_alarm_and_a_paused_one_does_not() {
        let mut feed = feed();
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        assert_eq!(feed.trouble(at("2026-03-01T09:00:00Z")), None);
        assert_eq!(feed.trouble(at("2026-03-01T09:00:01Z")), Some(SourceTrouble::Silent));
        feed.health.last_new_at = Some(at("2026-03-01T08:30:00Z"));
        assert_eq!(feed.trouble(at("2026-03-01T09:00:01Z")), None);
        feed.health.n_failures = 3;
        assert_eq!(feed.trouble(at("2026-03-01T09:00:01Z")), Some(SourceTrouble::Failing));
        feed.paused = true;
        assert_eq!(feed.trouble(at("2026-03-05T09:00:00Z")), None);
    }
}
