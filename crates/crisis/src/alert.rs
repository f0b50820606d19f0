//! Alerts: what we tell our own people, and why each time.

use jiff::Timestamp;

use crate::id::{AlertId, IncidentId, SourceId};
use crate::post::{name_in, value_in};
use crate::source::SourceTrouble;

/// Why a message goes out. Every repeat has a named reason, kept with the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertReason {
    /// The first message about it.
    First,
    /// It has grown to a multiple of what was told last.
    Grew,
    /// A person raised it.
    Escalated,
    /// Nobody has taken it yet.
    Repeat,
    /// It is over.
    Resolved,
    /// Somebody asked for a test.
    Test,
}

impl AlertReason {
    /// All reasons with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::First, "first"),
        (Self::Grew, "grew"),
        (Self::Escalated, "escalated"),
        (Self::Repeat, "repeat"),
        (Self::Resolved, "resolved"),
        (Self::Test, "test"),
    ];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The reason of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertSubject {
    /// An incident.
    Incident(IncidentId),
    /// A source that is silent or cannot be read.
    Source(SourceId, SourceTrouble),
    /// The channel itself, when somebody tests it.
    Channel,
}

/// A message to our own people that is not in the outbox yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAlert {
    /// What it is about.
    pub subject: AlertSubject,
    /// Why it goes out.
    pub reason: AlertReason,
    /// When it was decided.
    pub at: Timestamp,
    /// What makes it unlike any other alert: the same key is put into the outbox once, however often it is decided.
    pub key: String,
}

/// A message in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Its number, rising with time.
    pub id: AlertId,
    /// What it says.
    pub said: NewAlert,
}

/// How a message to one channel is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryState {
    /// To be sent, or to be sent again.
    Waiting,
    /// The channel took it.
    Delivered,
    /// Given up after the last attempt.
    Failed,
}

impl DeliveryState {
    /// All states with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Waiting, "waiting"), (Self::Delivered, "delivered"), (Self::Failed, "failed")];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// Seconds to wait before each further attempt; after the last the delivery has failed. The schedule that Standard Webhooks
/// recommends, from five seconds to ten hours.
pub const RETRY_SECONDS: [i64; 8] = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000, 36_000];

/// When to try again after `n_attempts` failures, or `None` to give up.
pub fn next_attempt_at(n_attempts: u32, now: Timestamp) -> Option<Timestamp> {
    let wait = n_attempts.checked_sub(1).and_then(|index| RETRY_SECONDS.get(index as usize))?;
    now.checked_add(jiff::SignedDuration::from_secs(*wait)).ok()
}
