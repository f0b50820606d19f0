//! Mastodon: statuses as its API gives them, as a list or one a line, and `outbox.json` of an account's archive.
//!
//! The key is the status's address in the network (`uri`), the only one that all servers share. The API names the answered status
//! by its number on the server alone: for a thread of one's own it is turned into an address, else the number stays.

use nabat_crisis::Timestamp;
use nabat_crisis::post::{
    Attachment, Author, Change, Engagement, Item, ItemKind, PostEvent, RAW_BYTES_MAX, RefusalReason,
    Retention,
};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Definition;
use super::json_shape::{first_keys, have};
use super::records::{Reader, open, open_document};
use crate::html;
use crate::json_walk::{Step, Wish};
use crate::record::{Read, Refused, attachment_kind, date, item, language, network, raw, uid, word};

pub(super) const FORMAT: Definition = Definition {
    name: "mastodon",
    extensions: &["json", "jsonl"],
    extension_suffices: false,
    sniff: |head| {
        let keys = first_keys(head);
        have(&keys, &["uri", "created_at", "content"])
            || have(&keys, &["uri", "created_at", "account"])
            || is_outbox(&keys)
    },
    help_key: "format-mastodon",
    open: |input, received_at| {
        if !is_outbox(&first_keys(input.head())) {
            return Ok(open(input, received_at, RAW_BYTES_MAX, Reader::One(status_event)));
        }
        Ok(open_document(input, received_at, RAW_BYTES_MAX, Reader::One(outbox_event), |path| match path {
            [] => Wish::Enter,
            [Step::Key(key)] if key == "orderedItems" => Wish::Enter,
            [Step::Key(key), Step::Element] if key == "orderedItems" => Wish::Take,
            _ => Wish::Pass,
        }))
    },
};

fn is_outbox(keys: &[String]) -> bool {
    have(keys, &["orderedItems"])
}

#[derive(Deserialize)]
struct Status {
    id: Option<String>,
    uri: Option<String>,
    url: Option<String>,
    created_at: Option<String>,
    edited_at: Option<String>,
    content: Option<String>,
    spoiler_text: Option<String>,
    language: Option<String>,
    visibility: Option<String>,
    in_reply_to_id: Option<String>,
    in_reply_to_account_id: Option<String>,
    account: Option<Account>,
    reblog: Option<Box<Status>>,
    quote: Option<Quote>,
    #[serde(default)]
    media_attachments: Vec<Media>,
    #[serde(default)]
    mentions: Vec<Mentioned>,
    #[serde(default)]
    tags: Vec<Tag>,
    replies_count: Option<u64>,
    reblogs_count: Option<u64>,
    favourites_count: Option<u64>,
}

#[derive(Deserialize)]
struct Account {
    id: String,
    acct: String,
    display_name: Option<String>,
    url: Option<String>,
    followers_count: Option<u64>,
}

#[derive(Deserialize)]
struct Quote {
    quoted_status: Option<Box<Status>>,
}

#[derive(Deserialize)]
struct Media {
    #[serde(rename = "type")]
    kind: Option<String>,
    url: Option<String>,
    description: Option<String>,
    /// In archives, where `type` only says that it is a document.
    #[serde(rename = "mediaType")]
    media_type: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Mentioned {
    acct: String,
    url: Option<String>,
}

#[derive(Deserialize)]
struct Tag {
    name: String,
    url: Option<String>,
}

/// An entry of the archive: a status that was made, or one that was passed on.
#[derive(Deserialize)]
struct Activity<'a> {
    id: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    actor: Option<String>,
    published: Option<String>,
    #[serde(borrow)]
    object: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Note {
    id: Option<String>,
    content: Option<String>,
    content_map: Option<std::collections::BTreeMap<String, serde::de::IgnoredAny>>,
    summary: Option<String>,
    in_reply_to: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    url: Option<String>,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    cc: Vec<String>,
    #[serde(default)]
    attachment: Vec<Media>,
    #[serde(default)]
    tag: Vec<NoteTag>,
}

#[derive(Deserialize)]
struct NoteTag {
    #[serde(rename = "type")]
    kind: String,
    name: Option<String>,
    href: Option<String>,
}

/// Whom a public post is addressed to.
const EVERYBODY: &str = "https://www.w3.org/ns/activitystreams#Public";

fn status_event(record: &str, received_at: Timestamp) -> Read<PostEvent> {
    let status: Status = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
    let change = Change::Created(Box::new(status.item(received_at)?));
    Ok(PostEvent { observed_at: received_at, change, raw: raw(record.as_bytes().to_vec()) })
}

impl Status {
    fn item(self, received_at: Timestamp) -> Read<Item> {
        let uri = self.uri.as_deref().ok_or_else(|| Refused::missing("uri"))?;
        let created_at = self.created_at.as_deref().ok_or_else(|| Refused::missing("created_at"))?;
        let quoted = self.reblog.as_ref().or_else(|| self.quote.as_ref()?.quoted_status.as_ref());
        let kind = match (&self.reblog, &self.in_reply_to_id, quoted) {
            (Some(_), _, _) => ItemKind::Repost,
            (None, Some(_), _) => ItemKind::Reply,
            (None, None, Some(_)) => ItemKind::Quote,
            (None, None, None) => ItemKind::Post,
        };
        // A boost has no content: the words are those of the boosted status.
        let spoken = self.reblog.as_deref().unwrap_or(&self);
        let content = spoken.content.as_deref().ok_or_else(|| Refused::missing("content"))?;
        let words = html::words(content);
        let uid = uid(network("mastodon")?, uri)?;
        let mut item = item(uid, kind, words.text, date(created_at, "created_at", received_at)?);
        item.links = without_marks(words.links, spoken);
        item.title = spoken.spoiler_text.as_deref().and_then(word);
        item.lang = spoken.language.as_deref().and_then(language);
        item.hashtags = spoken.tags.iter().filter_map(|tag| word(&tag.name)).collect();
        item.mentions = spoken.mentions.iter().filter_map(|account| word(&account.acct)).collect();
        item.attachments = spoken.media_attachments.iter().map(Media::attachment).collect();
        item.author = self.account.as_ref().map(Account::author).unwrap_or_default();
        item.edited_at =
            self.edited_at.as_deref().map(|at| date(at, "edited_at", received_at)).transpose()?;
        item.permalink = word(self.url.as_deref().unwrap_or(uri));
        item.parent = self.parent(uri);
        item.quoted = quoted.and_then(|status| word(status.uri.as_deref()?));
        item.engagement = Engagement {
            likes: self.favourites_count,
            reposts: self.reblogs_count,
            replies: self.replies_count,
            views: None,
        };
        item.retention = match self.visibility.as_deref() {
            Some("private" | "direct") => Retention::Private,
            _ => Retention::Public,
        };
        Ok(item)
    }

    fn parent(&self, uri: &str) -> Option<Box<str>> {
        let parent = self.in_reply_to_id.as_deref()?;
        let own_thread = self.in_reply_to_account_id.as_deref()
            == self.account.as_ref().map(|account| account.id.as_str());
        let before_number =
            uri.strip_suffix(self.id.as_deref().unwrap_or_default()).filter(|start| start.ends_with('/'));
        match before_number {
            Some(start) if own_thread => word(format!("{start}{parent}")),
            _ => word(parent),
        }
    }
}

/// Links of the text but those of handles and hashtags, which Mastodon marks as links too.
fn without_marks(links: Vec<Box<str>>, status: &Status) -> Vec<Box<str>> {
    let marks: Vec<&str> = status
        .tags
        .iter()
        .filter_map(|tag| tag.url.as_deref())
        .chain(status.mentions.iter().filter_map(|account| account.url.as_deref()))
        .collect();
    links.into_iter().filter(|link| !marks.contains(&&**link) && !link.contains("/tags/")).collect()
}

impl Account {
    fn author(&self) -> Author {
        Author {
            id: self.url.as_deref().and_then(word).or_else(|| word(&self.id)),
            handle: word(&self.acct),
            name: self.display_name.as_deref().and_then(word),
            followers: self.followers_count,
            ours: false,
        }
    }
}

impl Media {
    fn attachment(&self) -> Attachment {
        let kind = match self.kind.as_deref().unwrap_or_default() {
            "image" => "image",
            "video" | "gifv" => "video",
            "audio" => "audio",
            _ => attachment_kind(self.media_type.as_deref().unwrap_or_default()),
        };
        let name = self.description.as_deref().or(self.name.as_deref()).and_then(word);
        Attachment { kind: kind.into(), url: self.url.as_deref().and_then(word), sha256: None, name }
    }
}

fn outbox_event(record: &str, received_at: Timestamp) -> Read<PostEvent> {
    let activity: Activity<'_> = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
    let object = activity.object.ok_or_else(|| Refused::missing("object"))?.get();
    let mut item = match activity.kind.as_str() {
        "Create" => {
            let note: Note = serde_json::from_str(object).map_err(|error| Refused::json(&error))?;
            note.item(received_at)?
        }
        "Announce" => {
            let id = activity.id.as_deref().ok_or_else(|| Refused::missing("id"))?;
            let published = activity.published.as_deref().ok_or_else(|| Refused::missing("published"))?;
            let at = date(published, "published", received_at)?;
            let mut item = item(uid(network("mastodon")?, id)?, ItemKind::Repost, String::new(), at);
            item.quoted = serde_json::from_str::<String>(object).ok().and_then(word);
            item
        }
        other => {
            return Err(Refused::new(
                RefusalReason::NotAPost,
                format!("an activity of type `{other}`, not a post"),
            ));
        }
    };
    // Only its holder gets the archive of an account.
    item.author = Author { id: activity.actor.and_then(word), ours: true, ..Author::default() };
    let change = Change::Created(Box::new(item));
    Ok(PostEvent { observed_at: received_at, change, raw: raw(record.as_bytes().to_vec()) })
}

impl Note {
    fn item(self, received_at: Timestamp) -> Read<Item> {
        let id = self.id.as_deref().ok_or_else(|| Refused::missing("id"))?;
        let published = self.published.as_deref().ok_or_else(|| Refused::missing("published"))?;
        let words = html::words(self.content.as_deref().ok_or_else(|| Refused::missing("content"))?);
        let kind = if self.in_reply_to.is_some() { ItemKind::Reply } else { ItemKind::Post };
        let mut item = item(
            uid(network("mastodon")?, id)?,
            kind,
            words.text,
            date(published, "published", received_at)?,
        );
        let is_mark = |link: &str| self.tag.iter().any(|tag| tag.href.as_deref() == Some(link));
        item.links = words.links.into_iter().filter(|link| !is_mark(link)).collect();
        let marked = |kind: &str| {
            let of_kind =
                self.tag.iter().filter(move |tag| tag.kind == kind).filter_map(|tag| tag.name.as_deref());
            of_kind.filter_map(|name| word(name.trim_start_matches(['#', '@']))).collect()
        };
        item.hashtags = marked("Hashtag");
        item.mentions = marked("Mention");
        item.title = self.summary.as_deref().and_then(word);
        item.lang = self.content_map.as_ref().and_then(|texts| language(texts.keys().next()?));
        item.attachments = self.attachment.iter().map(Media::attachment).collect();
        item.edited_at = self.updated.as_deref().map(|at| date(at, "updated", received_at)).transpose()?;
        item.permalink = word(self.url.as_deref().unwrap_or(id));
        item.parent = self.in_reply_to.and_then(word);
        let public = self.to.iter().chain(&self.cc).any(|reader| reader == EVERYBODY);
        item.retention = if public { Retention::Public } else { Retention::Private };
        Ok(item)
    }
}
