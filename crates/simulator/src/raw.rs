//! The record an event of the world is "read from": one line of JSON with its hash.

use nabat_crisis::Timestamp;
use nabat_crisis::post::{Change, Engagement, Item, PostEvent, Raw};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Gives a change its record.
pub(crate) fn event(observed_at: Timestamp, change: Change) -> PostEvent {
    let mut bytes = Vec::with_capacity(512);
    let record = Record::of(&change, observed_at);
    serde_json::to_writer(&mut bytes, &record).expect("a record of strings and numbers is always JSON");
    let sha256 = Sha256::digest(&bytes).into();
    PostEvent { observed_at, change, raw: Raw { bytes, sha256 } }
}

/// What the invented networks send. Only the simulator makes it and nobody parses it: it is evidence, not a format.
#[derive(Serialize)]
struct Record<'a> {
    event: &'static str,
    seen: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forwarded_from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    likes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reposts: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    views: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    followers: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
}

impl<'a> Record<'a> {
    fn of(change: &'a Change, seen: Timestamp) -> Self {
        let mut record = Self::empty(change.name(), seen);
        if let Some(uid) = change.uid() {
            record.network = Some(uid.network.as_str());
            record.id = Some(&uid.key);
        }
        match change {
            Change::Created(item) | Change::Revised(item) => record.tell(item),
            Change::Deleted { at, .. } | Change::Restored { at, .. } => record.created = Some(*at),
            Change::Metrics { at, engagement, .. } => {
                record.created = Some(*at);
                record.count(engagement);
            }
            Change::Audience { network, account, at, followers } => {
                record.network = Some(network.as_str());
                record.id = Some(account);
                record.created = Some(*at);
                record.followers = Some(*followers);
            }
            Change::Gap { network, from, until, reason } => {
                record.network = Some(network.as_str());
                record.text = Some(reason);
                record.created = Some(*from);
                record.until = Some(*until);
            }
        }
        record
    }

    fn empty(event: &'static str, seen: Timestamp) -> Self {
        Self {
            event,
            seen,
            network: None,
            id: None,
            author: None,
            title: None,
            text: None,
            created: None,
            reply_to: None,
            forwarded_from: None,
            likes: None,
            reposts: None,
            views: None,
            followers: None,
            until: None,
        }
    }

    fn tell(&mut self, item: &'a Item) {
        self.author = item.author.handle.as_deref();
        self.title = item.title.as_deref();
        self.text = Some(&item.text);
        self.created = Some(item.edited_at.unwrap_or(item.published_at));
        self.reply_to = item.parent.as_deref();
        self.forwarded_from = item.quoted.as_deref();
        self.followers = item.author.followers;
        self.count(&item.engagement);
    }

    fn count(&mut self, engagement: &Engagement) {
        self.likes = engagement.likes;
        self.reposts = engagement.reposts;
        self.views = engagement.views;
    }
}
