//! Bluesky's Jetstream as a file: one event a line.
//!
//! The key of a post is its at-address. The clock of the network (`time_us`) is when the event was observed; the time a post gives
//! itself is believed unless it lies behind that clock or is none, since any program may write it.

use nabat_crisis::Timestamp;
use nabat_crisis::post::{
    Attachment, Author, Change, Item, ItemKind, PostEvent, RAW_BYTES_MAX, RefusalReason,
};
use serde::Deserialize;

use super::Definition;
use super::json_shape::{first_keys, have};
use super::records::{Reader, open};
use crate::record::{Read, Refused, believable, date, item, language, network, raw, uid, word};

pub(super) const FORMAT: Definition = Definition {
    name: "bluesky",
    extensions: &["jsonl", "ndjson"],
    extension_suffices: false,
    sniff: |head| have(&first_keys(head), &["did", "time_us", "kind"]),
    help_key: "format-bluesky",
    open: |input, received_at| Ok(open(input, received_at, RAW_BYTES_MAX, Reader::One(event))),
};

/// The collection that holds posts.
const POSTS: &str = "app.bsky.feed.post";

#[derive(Deserialize)]
struct Entry {
    did: Option<String>,
    time_us: Option<i64>,
    kind: Option<String>,
    commit: Option<Commit>,
}

#[derive(Deserialize)]
struct Commit {
    operation: String,
    collection: String,
    rkey: String,
    record: Option<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Post {
    text: Option<String>,
    created_at: Option<String>,
    #[serde(default)]
    langs: Vec<String>,
    #[serde(default)]
    facets: Vec<Facet>,
    #[serde(default)]
    tags: Vec<String>,
    reply: Option<Reply>,
    embed: Option<Embed>,
}

#[derive(Deserialize)]
struct Reply {
    root: Reference,
    parent: Reference,
}

#[derive(Deserialize)]
struct Reference {
    uri: String,
}

#[derive(Deserialize)]
struct Facet {
    index: Span,
    #[serde(default)]
    features: Vec<Feature>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Span {
    byte_start: usize,
    byte_end: usize,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(rename = "$type")]
    kind: String,
    uri: Option<String>,
    tag: Option<String>,
}

#[derive(Deserialize)]
struct Embed {
    #[serde(default)]
    images: Vec<Image>,
    video: Option<serde::de::IgnoredAny>,
    alt: Option<String>,
    external: Option<External>,
    record: Option<Quoted>,
    media: Option<Box<Embed>>,
}

#[derive(Deserialize)]
struct Image {
    #[serde(default)]
    alt: String,
}

#[derive(Deserialize)]
struct External {
    uri: String,
}

/// The quoted record, which is wrapped once more when media stand beside it.
#[derive(Deserialize)]
struct Quoted {
    uri: Option<String>,
    record: Option<Reference>,
}

fn event(record: &str, received_at: Timestamp) -> Read<PostEvent> {
    let entry: Entry = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
    let commit = match (entry.commit, entry.kind.as_deref()) {
        (Some(commit), _) if commit.collection == POSTS => commit,
        (Some(commit), _) => return Err(not_a_post(&format!("a record of `{}`", commit.collection))),
        (None, Some("commit")) => return Err(Refused::missing("commit")),
        (None, Some(kind)) => return Err(not_a_post(&format!("an event of kind `{kind}`"))),
        (None, None) => return Err(Refused::missing("kind")),
    };
    let did = entry.did.ok_or_else(|| Refused::missing("did"))?;
    let time_us = entry.time_us.ok_or_else(|| Refused::missing("time_us"))?;
    let at = Timestamp::from_microsecond(time_us)
        .map_err(|_| Refused::new(RefusalReason::BadDate, format!("`time_us` is {time_us}")))
        .and_then(|at| believable(at, "time_us", received_at))?;
    let uid = uid(network("bluesky")?, &format!("at://{did}/{POSTS}/{}", commit.rkey))?;
    let change = match commit.operation.as_str() {
        "delete" => Change::Deleted { uid, at },
        "create" | "update" => {
            let post = commit.record.ok_or_else(|| Refused::missing("record"))?;
            let post = serde_json::from_value(post).map_err(|error| Refused::json(&error))?;
            let mut item = Box::new(read(uid, post, &did, &commit.rkey, at)?);
            if commit.operation == "update" {
                item.edited_at = Some(at);
                Change::Revised(item)
            } else {
                Change::Created(item)
            }
        }
        other => {
            return Err(Refused::new(RefusalReason::WrongType, format!("`operation` cannot be `{other}`")));
        }
    };
    Ok(PostEvent { observed_at: at, change, raw: raw(record.as_bytes().to_vec()) })
}

fn read(uid: nabat_crisis::post::ItemUid, post: Post, did: &str, rkey: &str, at: Timestamp) -> Read<Item> {
    let text = post.text.ok_or_else(|| Refused::missing("text"))?;
    let claimed = post.created_at.and_then(|claimed| date(&claimed, "createdAt", at).ok());
    let published_at = claimed.filter(|claimed| *claimed <= at).unwrap_or(at);
    let quoted = post.embed.as_ref().and_then(Embed::quoted);
    let kind = match (&post.reply, &quoted) {
        (Some(_), _) => ItemKind::Reply,
        (None, Some(_)) => ItemKind::Quote,
        (None, None) => ItemKind::Post,
    };
    let mut item = item(uid, kind, text, published_at);
    item.author = Author { id: word(did), ..Author::default() };
    item.permalink = Some(format!("https://bsky.app/profile/{did}/post/{rkey}").into());
    item.lang = post.langs.first().and_then(|tag| language(tag));
    item.quoted = quoted.and_then(word);
    if let Some(reply) = post.reply {
        item.root = word(reply.root.uri);
        item.parent = word(reply.parent.uri);
    }
    item.hashtags = post.tags.into_iter().filter_map(word).collect();
    for facet in &post.facets {
        facet.add_to(&mut item);
    }
    if let Some(embed) = &post.embed {
        embed.add_to(&mut item);
    }
    Ok(item)
}

fn not_a_post(what: &str) -> Refused {
    Refused::new(RefusalReason::NotAPost, format!("{what}, not a post"))
}

impl Facet {
    fn add_to(&self, item: &mut Item) {
        for feature in &self.features {
            match feature.kind.rsplit('#').next().unwrap_or_default() {
                "link" => item.links.extend(feature.uri.as_deref().and_then(word)),
                "tag" => item.hashtags.extend(feature.tag.as_deref().and_then(word)),
                "mention" => {
                    // The feature names the account's id; its handle is what the text shows there.
                    let shown = item.text.get(self.index.byte_start..self.index.byte_end);
                    let handle = shown.and_then(|shown| word(shown.trim_start_matches('@')));
                    item.mentions.extend(handle);
                }
                _ => {}
            }
        }
    }
}

impl Embed {
    fn quoted(&self) -> Option<String> {
        let quoted = self.record.as_ref()?;
        quoted.uri.clone().or_else(|| Some(quoted.record.as_ref()?.uri.clone()))
    }

    fn add_to(&self, item: &mut Item) {
        let attachment = |kind: &str, alt: &str| Attachment {
            kind: kind.into(),
            url: None,
            sha256: None,
            name: word(alt),
        };
        item.attachments.extend(self.images.iter().map(|image| attachment("image", &image.alt)));
        if self.video.is_some() {
            item.attachments.push(attachment("video", self.alt.as_deref().unwrap_or_default()));
        }
        let page = self.external.as_ref().and_then(|page| word(&page.uri));
        item.links.extend(page.filter(|page| !item.links.contains(page)));
        if let Some(media) = &self.media {
            media.add_to(item);
        }
    }
}
