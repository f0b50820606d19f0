//! What people publish, as events about items.
//!
//! An *item* is one thing somebody published. What happens to it comes as events, which are kept for good:
//! a revision adds a version, a deletion keeps the fact. Connectors make these events from foreign data.

use jiff::Timestamp;

use crate::network::Network;

/// Longest text of an item, in characters. Longer texts are cut here and keep their whole raw bytes (limit from a guess: no
/// network lets people write more, articles of news sites stay below it).
pub const TEXT_CHARS_MAX: usize = 100_000;
/// Largest raw record, in bytes. A larger one is refused, counted and shown.
pub const RAW_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Earliest believable time of a post: the first web page was published in 1991.
pub const EARLIEST_YEAR: i16 = 1990;
/// How far a post may lie in the future before its date is not believed, in hours: clocks and zones err by up to a day.
pub const FUTURE_HOURS_MAX: i64 = 26;

/// Stable identity of an item: its network and the key the network itself uses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemUid {
    /// Where it was published.
    pub network: Network,
    /// The network's own key, unique within the network.
    pub key: Box<str>,
}

impl ItemUid {
    /// `network:key`, the form people and tables see.
    pub fn as_text(&self) -> String {
        format!("{}:{}", self.network, self.key)
    }
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A post of its own.
    Post,
    /// An answer to another item.
    Reply,
    /// Another item passed on without words.
    Repost,
    /// Another item passed on with words.
    Quote,
    /// A review with or without a rating.
    Review,
    /// An article of a site or a feed.
    Article,
    /// A message through a form.
    Form,
}

impl ItemKind {
    /// All kinds with their names in files and addresses.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Post, "post"),
        (Self::Reply, "reply"),
        (Self::Repost, "repost"),
        (Self::Quote, "quote"),
        (Self::Review, "review"),
        (Self::Article, "article"),
        (Self::Form, "form"),
    ];

    /// Name in files and addresses.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// Who published an item. Everything may be missing: some sources publish no author.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Author {
    /// The network's own id of the account.
    pub id: Option<Box<str>>,
    /// The name after `@`, without it.
    pub handle: Option<Box<str>>,
    /// The name people see.
    pub name: Option<Box<str>>,
    /// Followers at the time of the post.
    pub followers: Option<u64>,
    /// Whether it is one of our own accounts.
    pub ours: bool,
}

impl Author {
    /// What tells this author from others within a network: the id, else the handle, else the name. `None` for an unknown author:
    /// every such item counts as a different author.
    pub fn key(&self) -> Option<&str> {
        self.id.as_deref().or(self.handle.as_deref()).or(self.name.as_deref())
    }

    /// What to call the author: the name, else the handle, else the id.
    pub fn shown(&self) -> Option<&str> {
        self.name.as_deref().or(self.handle.as_deref()).or(self.id.as_deref())
    }
}

/// The group, channel, site or app an item was published in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container {
    /// The network's own id, or the site's host.
    pub id: Box<str>,
    /// The name people see.
    pub name: Option<Box<str>>,
}

/// A rating given with a review.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    /// What was given.
    pub value: f64,
    /// The best that can be given.
    pub best: f64,
}

/// A picture, film, sound or file attached to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// `image`, `video`, `audio`, `file` or the network's own word.
    pub kind: Box<str>,
    /// Where it lies.
    pub url: Option<Box<str>>,
    /// SHA-256 of its bytes, when somebody has read them.
    pub sha256: Option<[u8; 32]>,
    /// Alternative text or file name.
    pub name: Option<Box<str>>,
}

/// How long and for what an item's content may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Retention {
    /// Published to everybody.
    #[default]
    Public,
    /// Seen only by members of a group, or written to us: a message, a form.
    Private,
    /// The law or the platform asks to forget it soon.
    Short,
}

impl Retention {
    /// All classes with their names in files.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Public, "public"), (Self::Private, "private"), (Self::Short, "short")];

    /// Name in files.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The class of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// One thing somebody published, in its latest known version.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its stable identity.
    pub uid: ItemUid,
    /// What it is.
    pub kind: ItemKind,
    /// Who published it.
    pub author: Author,
    /// Where in the network.
    pub container: Option<Container>,
    /// Title of an article or review.
    pub title: Option<Box<str>>,
    /// The words, as plain text.
    pub text: String,
    /// Language as the source names it, ISO 639-1 in lower case.
    pub lang: Option<Box<str>>,
    /// Rating of a review.
    pub rating: Option<Rating>,
    /// Web addresses in it.
    pub links: Vec<Box<str>>,
    /// Hashtags without `#`.
    pub hashtags: Vec<Box<str>>,
    /// Handles named in it, without `@`.
    pub mentions: Vec<Box<str>>,
    /// What is attached.
    pub attachments: Vec<Attachment>,
    /// First item of its thread; the native key in the same network.
    pub root: Option<Box<str>>,
    /// The item it answers; the native key in the same network.
    pub parent: Option<Box<str>>,
    /// The item it passes on with or without words; the native key in the same network.
    pub quoted: Option<Box<str>>,
    /// When it was published.
    pub published_at: Timestamp,
    /// When its author last changed it.
    pub edited_at: Option<Timestamp>,
    /// Where people can read it.
    pub permalink: Option<Box<str>>,
    /// Engagement, when the source gives it with the item.
    pub engagement: Engagement,
    /// How long its content may be kept.
    pub retention: Retention,
}

/// What other people did with an item. Unknown is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Engagement {
    /// Likes and other approving reactions.
    pub likes: Option<u64>,
    /// Times passed on.
    pub reposts: Option<u64>,
    /// Answers.
    pub replies: Option<u64>,
    /// Times seen.
    pub views: Option<u64>,
}

impl Engagement {
    /// Likes, reposts and replies together: what "top posts" are sorted by. Views are left out, most networks hide them.
    pub fn total(&self) -> u64 {
        [self.likes, self.reposts, self.replies].into_iter().flatten().fold(0, u64::saturating_add)
    }
}

/// The bytes an event was read from, kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// The record as the source gave it.
    pub bytes: Vec<u8>,
    /// SHA-256 of these bytes.
    pub sha256: [u8; 32],
}

/// Something that happened to an item, an account or a source, as a source told it.
#[derive(Debug, Clone, PartialEq)]
pub struct PostEvent {
    /// When we, or whoever made the file, saw it.
    pub observed_at: Timestamp,
    /// What happened.
    pub change: Change,
    /// What it was read from.
    pub raw: Raw,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Somebody published an item.
    Created(Box<Item>),
    /// Its author changed it; the item in its new version.
    Revised(Box<Item>),
    /// It disappeared from the network.
    Deleted {
        /// Which item.
        uid: ItemUid,
        /// When.
        at: Timestamp,
    },
    /// It came back.
    Restored {
        /// Which item.
        uid: ItemUid,
        /// When.
        at: Timestamp,
    },
    /// Its engagement was counted anew.
    Metrics {
        /// Which item.
        uid: ItemUid,
        /// When.
        at: Timestamp,
        /// The counts.
        engagement: Engagement,
    },
    /// The followers of an account were counted.
    Audience {
        /// Where the account is.
        network: Network,
        /// The account's id or handle.
        account: Box<str>,
        /// When.
        at: Timestamp,
        /// How many follow it.
        followers: u64,
    },
    /// A span of time of which the source gave nothing, so silence there says nothing.
    Gap {
        /// Where.
        network: Network,
        /// First instant not covered.
        from: Timestamp,
        /// First instant covered again.
        until: Timestamp,
        /// Why, in the source's words.
        reason: Box<str>,
    },
}

impl Change {
    /// Name in files: `created`, `revised`, `deleted`, `restored`, `metrics`, `audience`, `gap`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created(_) => "created",
            Self::Revised(_) => "revised",
            Self::Deleted { .. } => "deleted",
            Self::Restored { .. } => "restored",
            Self::Metrics { .. } => "metrics",
            Self::Audience { .. } => "audience",
            Self::Gap { .. } => "gap",
        }
    }

    /// The item it is about, if it is about one.
    pub fn uid(&self) -> Option<&ItemUid> {
        match self {
            Self::Created(item) | Self::Revised(item) => Some(&item.uid),
            Self::Deleted { uid, .. } | Self::Restored { uid, .. } | Self::Metrics { uid, .. } => Some(uid),
            Self::Audience { .. } | Self::Gap { .. } => None,
        }
    }
}

/// Why a foreign record was not taken. Refused records are counted and shown with a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Place in the file or feed: line, row, record or entry, from 1.
    pub position: u64,
    /// Why.
    pub reason: RefusalReason,
    /// What precisely, for the technical reader: the parser's words, the bad value.
    pub detail: String,
    /// The record's beginning, at most [`REFUSAL_SAMPLE_CHARS_MAX`] characters.
    pub sample: String,
}

/// Longest sample of a refused record, in characters: enough to find it, too little to become a second store.
pub const REFUSAL_SAMPLE_CHARS_MAX: usize = 300;

/// Reasons to refuse a record; each has a message in every interface language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RefusalReason {
    /// Not the syntax of the format: broken JSON, an unclosed quote.
    Syntax,
    /// Bytes that are not text in the declared encoding.
    Encoding,
    /// A needed field is not there.
    MissingField,
    /// A field holds another type or an impossible value.
    WrongType,
    /// A date that cannot be read, or not believed.
    BadDate,
    /// The record is larger than [`RAW_BYTES_MAX`].
    TooLarge,
    /// A network name that cannot be used.
    BadNetwork,
    /// Something this format may hold and Nabat has no use for, such as a service message.
    NotAPost,
    /// The file or feed ended in the middle of a record.
    CutShort,
}

impl RefusalReason {
    /// All reasons with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Syntax, "syntax"),
        (Self::Encoding, "encoding"),
        (Self::MissingField, "missing-field"),
        (Self::WrongType, "wrong-type"),
        (Self::BadDate, "bad-date"),
        (Self::TooLarge, "too-large"),
        (Self::BadNetwork, "bad-network"),
        (Self::NotAPost, "not-a-post"),
        (Self::CutShort, "cut-short"),
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

/// Looks a value up in its list of names.
pub(crate) fn name_in<T: Copy + PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    all.iter().find(|(each, _)| *each == value).map_or("", |(_, name)| name)
}

/// Looks a name up in its list of values.
pub(crate) fn value_in<T: Copy>(all: &[(T, &'static str)], name: &str) -> Option<T> {
    all.iter().find(|(_, each)| *each == name).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reason_and_class_has_a_name_of_its_own_and_is_found_by_it() {
        for (kind, name) in ItemKind::ALL {
            assert_eq!((kind.name(), ItemKind::from_name(name)), (name, Some(kind)));
        }
        for (reason, name) in RefusalReason::ALL {
            assert_eq!((reason.name(), RefusalReason::from_name(name)), (name, Some(reason)));
        }
        for (class, name) in Retention::ALL {
            assert_eq!((class.name(), Retention::from_name(name)), (name, Some(class)));
        }
        assert_eq!(ItemKind::from_name("tweet"), None);
    }

    #[test]
    fn an_unknown_author_has_no_key() {
        assert_eq!(Author::default().key(), None);
        let named =
            Author { handle: Some("anna".into()), name: Some("Анна".into()), ..Author::default() };
        assert_eq!((named.key(), named.shown()), (Some("anna"), Some("Анна")));
    }
}
