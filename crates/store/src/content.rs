//! The stored form of an item: everything its author published, as JSON.
//!
//! Left out is what stands in columns of its own and changes without the author: the uid, engagement, followers.
//! So two readings of an unchanged post have the same content, whatever was liked in between.
//! The field names are a promise: stores out there hold them.

use std::borrow::Cow;

use nabat_crisis::post::{
    Attachment, Author, Container, Engagement, Item, ItemKind, ItemUid, Rating, Retention,
};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::stored::{broken, named, network, ns, ns_opt, time, time_opt};

#[derive(Serialize, Deserialize)]
struct StoredItem<'a> {
    kind: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    published: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edited: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author_id: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    handle: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "is_false")]
    ours: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    container: Option<(Cow<'a, str>, Option<Cow<'a, str>>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<Cow<'a, str>>,
    /// Value and best in Rust's own decimal form, which gives every number back to the last bit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rating: Option<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hashtags: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<StoredAttachment<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    root: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quoted: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    permalink: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retention: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct StoredAttachment<'a> {
    kind: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sha256: Option<[u8; 32]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
}

fn is_false(flag: &bool) -> bool {
    !*flag
}

/// The content of an item.
pub(crate) fn write(item: &Item) -> Result<String, StoreError> {
    let stored = StoredItem {
        kind: Cow::Borrowed(item.kind.name()),
        text: Cow::Borrowed(&item.text),
        published: ns(item.published_at),
        edited: ns_opt(item.edited_at),
        author_id: text(item.author.id.as_deref()),
        handle: text(item.author.handle.as_deref()),
        name: text(item.author.name.as_deref()),
        ours: item.author.ours,
        container: item.container.as_ref().map(|c| (Cow::Borrowed(&*c.id), text(c.name.as_deref()))),
        title: text(item.title.as_deref()),
        lang: text(item.lang.as_deref()),
        rating: item.rating.map(|rating| (rating.value.to_string(), rating.best.to_string())),
        links: texts(&item.links),
        hashtags: texts(&item.hashtags),
        mentions: texts(&item.mentions),
        attachments: item.attachments.iter().map(attachment).collect(),
        root: text(item.root.as_deref()),
        parent: text(item.parent.as_deref()),
        quoted: text(item.quoted.as_deref()),
        permalink: text(item.permalink.as_deref()),
        retention: (item.retention != Retention::Public).then(|| Cow::Borrowed(item.retention.name())),
    };
    serde_json::to_string(&stored).map_err(|_| broken("an item cannot be written as JSON"))
}

/// The item of a content, with what stands in columns.
pub(crate) fn read(
    uid: ItemUid,
    content: &str,
    engagement: Engagement,
    followers: Option<u64>,
) -> Result<Item, StoreError> {
    let stored: StoredItem<'_> =
        serde_json::from_str(content).map_err(|_| broken("the content of an item is not readable"))?;
    Ok(Item {
        uid,
        kind: named("kind of item", &stored.kind, ItemKind::from_name)?,
        author: Author {
            id: boxed(stored.author_id),
            handle: boxed(stored.handle),
            name: boxed(stored.name),
            followers,
            ours: stored.ours,
        },
        container: stored.container.map(|(id, name)| Container { id: id.into(), name: boxed(name) }),
        title: boxed(stored.title),
        text: stored.text.into_owned(),
        lang: boxed(stored.lang),
        rating: stored.rating.map(rating).transpose()?,
        links: boxes(stored.links),
        hashtags: boxes(stored.hashtags),
        mentions: boxes(stored.mentions),
        attachments: stored.attachments.into_iter().map(attached).collect(),
        root: boxed(stored.root),
        parent: boxed(stored.parent),
        quoted: boxed(stored.quoted),
        published_at: time(stored.published),
        edited_at: time_opt(stored.edited),
        permalink: boxed(stored.permalink),
        engagement,
        retention: stored
            .retention
            .map_or(Ok(Retention::Public), |name| named("retention class", &name, Retention::from_name))?,
    })
}

/// The uid that stands in a column as `network:key`.
pub(crate) fn read_uid(text: &str) -> Result<ItemUid, StoreError> {
    let (name, key) = text.split_once(':').ok_or_else(|| broken("an item's uid has no network"))?;
    Ok(ItemUid { network: network(name)?, key: key.into() })
}

fn text(value: Option<&str>) -> Option<Cow<'_, str>> {
    value.map(Cow::Borrowed)
}

fn texts(values: &[Box<str>]) -> Vec<Cow<'_, str>> {
    values.iter().map(|value| Cow::Borrowed(&**value)).collect()
}

fn boxed(value: Option<Cow<'_, str>>) -> Option<Box<str>> {
    value.map(Into::into)
}

fn boxes(values: Vec<Cow<'_, str>>) -> Vec<Box<str>> {
    values.into_iter().map(Into::into).collect()
}

fn attachment(attachment: &Attachment) -> StoredAttachment<'_> {
    StoredAttachment {
        kind: Cow::Borrowed(&attachment.kind),
        url: text(attachment.url.as_deref()),
        sha256: attachment.sha256,
        name: text(attachment.name.as_deref()),
    }
}

fn attached(stored: StoredAttachment<'_>) -> Attachment {
    Attachment {
        kind: stored.kind.into(),
        url: boxed(stored.url),
        sha256: stored.sha256,
        name: boxed(stored.name),
    }
}

fn rating((value, best): (String, String)) -> Result<Rating, StoreError> {
    match (value.parse(), best.parse()) {
        (Ok(value), Ok(best)) => Ok(Rating { value, best }),
        _ => Err(broken("a rating is not a number")),
    }
}
