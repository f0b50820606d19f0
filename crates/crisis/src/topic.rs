//! What is watched.

use jiff::Timestamp;

use crate::id::TopicId;
use crate::post::{name_in, value_in};

/// Longest name of a topic, in characters: it stands in tables and titles.
pub const TOPIC_NAME_CHARS_MAX: usize = 120;
/// Longest query, in bytes.
pub const QUERY_BYTES_MAX: usize = 100_000;
/// Response clock of a topic that sets none, in minutes: the hour in which a spark becomes a fire.
pub const ANSWER_WITHIN_MINUTES_DEFAULT: u32 = 60;

/// What a topic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicKind {
    /// Our company or one of its brands.
    Brand,
    /// One of our products.
    Product,
    /// A person of ours.
    Person,
    /// An account, ours or one that matters to us.
    Account,
    /// A hashtag.
    Hashtag,
    /// A competitor.
    Competitor,
    /// Our industry as a whole.
    Industry,
}

impl TopicKind {
    /// All kinds with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Brand, "brand"),
        (Self::Product, "product"),
        (Self::Person, "person"),
        (Self::Account, "account"),
        (Self::Hashtag, "hashtag"),
        (Self::Competitor, "competitor"),
        (Self::Industry, "industry"),
    ];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }

    /// Which mentions need an answer unless the user says otherwise: those about us do, those about others do not.
    pub fn answers_default(self) -> AnswerPolicy {
        match self {
            Self::Brand | Self::Product | Self::Person | Self::Account | Self::Hashtag => AnswerPolicy::Every,
            Self::Competitor | Self::Industry => AnswerPolicy::None,
        }
    }
}

/// Which mentions of a topic need an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerPolicy {
    /// Every mention by others that is not a bare repost.
    Every,
    /// Only what is said to us: a reply, a review, a form, or a post that names a handle.
    Addressed,
    /// None: the topic is only counted.
    None,
}

impl AnswerPolicy {
    /// All policies with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Every, "every"), (Self::Addressed, "addressed"), (Self::None, "none")];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The policy of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// Something watched, with the query that finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its number.
    pub id: TopicId,
    /// What people call it.
    pub name: String,
    /// What it is about.
    pub kind: TopicKind,
    /// The query, as it was written.
    pub query: String,
    /// Which mentions need an answer.
    pub answers: AnswerPolicy,
    /// The response clock's limit, in minutes.
    pub answer_within_minutes: u32,
    /// Since when it is watched.
    pub created_at: Timestamp,
    /// Since when it is no longer watched; what it found stays.
    pub archived_at: Option<Timestamp>,
}
