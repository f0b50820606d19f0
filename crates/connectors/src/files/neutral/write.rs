//! An event to a line of the neutral format.

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nabat_crisis::Timestamp;
use nabat_crisis::post::{Author, Change, Engagement, Item, ItemKind, PostEvent, Raw};
use serde::Serialize;

use crate::record::{hex, sha256};

/// A line as it is written. The order of the fields is part of the promise: the same event is always the same bytes.
#[derive(Serialize, Default)]
struct Line<'a> {
    event: &'static str,
    network: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(flatten)]
    item: Option<ItemFields<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    engagement: Option<EngagementFields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    followers: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    observed_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw_base64: Option<String>,
    raw_sha256: String,
}

#[derive(Serialize)]
struct ItemFields<'a> {
    kind: &'static str,
    author: Option<AuthorFields<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container: Option<ContainerFields<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<RatingFields>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    links: &'a [Box<str>],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    hashtags: &'a [Box<str>],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    mentions: &'a [Box<str>],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<AttachmentFields<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    root: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_reply_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repost_of: Option<&'a str>,
    published_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    permalink: Option<&'a str>,
    retention: &'static str,
}

#[derive(Serialize)]
struct AuthorFields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handle: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    followers: Option<u64>,
    ours: bool,
}

#[derive(Serialize)]
struct ContainerFields<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct RatingFields {
    value: f64,
    best: f64,
}

#[derive(Serialize)]
struct AttachmentFields<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct EngagementFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    likes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reposts: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replies: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    views: Option<u64>,
}

/// Writes an event as one line, with its end.
///
/// # Errors
/// What writing gave.
pub fn write(event: &PostEvent, out: &mut impl Write) -> io::Result<()> {
    let mut line = Line { event: event.change.name(), observed_at: event.observed_at, ..Line::default() };
    line.set_raw(&event.raw);
    line.set_change(&event.change);
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

impl<'a> Line<'a> {
    fn set_raw(&mut self, raw: &'a Raw) {
        self.raw_sha256 = hex(&raw.sha256);
        // Bytes that were erased by duty leave their hash alone.
        if raw.bytes.is_empty() && raw.sha256 != sha256(&[]) {
            return;
        }
        match str::from_utf8(&raw.bytes) {
            Ok(text) => self.raw = Some(text),
            Err(_) => self.raw_base64 = Some(STANDARD.encode(&raw.bytes)),
        }
    }

    fn set_change(&mut self, change: &'a Change) {
        if let Some(uid) = change.uid() {
            self.network = uid.network.as_str();
            self.id = Some(&uid.key);
        }
        match change {
            Change::Created(item) | Change::Revised(item) => {
                self.item = Some(ItemFields::of(item));
                self.engagement =
                    (item.engagement != Engagement::default()).then(|| engagement(item.engagement));
            }
            Change::Deleted { uid: _, at } | Change::Restored { uid: _, at } => self.at = Some(*at),
            Change::Metrics { uid: _, at, engagement: counts } => {
                self.at = Some(*at);
                self.engagement = Some(engagement(*counts));
            }
            Change::Audience { network, account, at, followers } => {
                self.network = network.as_str();
                self.account = Some(account);
                self.at = Some(*at);
                self.followers = Some(*followers);
            }
            Change::Gap { network, from, until, reason } => {
                self.network = network.as_str();
                self.from = Some(*from);
                self.until = Some(*until);
                self.reason = Some(reason);
            }
        }
    }
}

impl<'a> ItemFields<'a> {
    fn of(item: &'a Item) -> Self {
        let (quote_of, repost_of) = match item.kind {
            ItemKind::Repost => (None, item.quoted.as_deref()),
            ItemKind::Post
            | ItemKind::Reply
            | ItemKind::Quote
            | ItemKind::Review
            | ItemKind::Article
            | ItemKind::Form => (item.quoted.as_deref(), None),
        };
        Self {
            kind: item.kind.name(),
            author: (item.author != Author::default()).then(|| author(&item.author)),
            container: item
                .container
                .as_ref()
                .map(|c| ContainerFields { id: &c.id, name: c.name.as_deref() }),
            title: item.title.as_deref(),
            text: &item.text,
            lang: item.lang.as_deref(),
            rating: item.rating.map(|rating| RatingFields { value: rating.value, best: rating.best }),
            links: &item.links,
            hashtags: &item.hashtags,
            mentions: &item.mentions,
            attachments: item
                .attachments
                .iter()
                .map(|a| AttachmentFields {
                    kind: &a.kind,
                    url: a.url.as_deref(),
                    sha256: a.sha256.as_ref().map(hex),
                    name: a.name.as_deref(),
                })
                .collect(),
            root: item.root.as_deref(),
            in_reply_to: item.parent.as_deref(),
            quote_of,
            repost_of,
            published_at: item.published_at,
            edited_at: item.edited_at,
            permalink: item.permalink.as_deref(),
            retention: item.retention.name(),
        }
    }
}

fn author(author: &Author) -> AuthorFields<'_> {
    AuthorFields {
        id: author.id.as_deref(),
        handle: author.handle.as_deref(),
        name: author.name.as_deref(),
        followers: author.followers,
        ours: author.ours,
    }
}

fn engagement(counts: Engagement) -> EngagementFields {
    EngagementFields {
        likes: counts.likes,
        reposts: counts.reposts,
        replies: counts.replies,
        views: counts.views,
    }
}
