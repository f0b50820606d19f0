//! Answers of the X API v2: one answer as a document, or one a line, or posts one a line with their author inside.
//!
//! An answer holds posts in `data` and, apart from them, the users, media and posts they refer to in `includes`. So an answer is
//! read whole, and each of its posts becomes an event with its own bytes.

use std::collections::HashMap;

use nabat_crisis::Timestamp;
use nabat_crisis::post::{
    Attachment, Author, Change, Engagement, Item, ItemKind, PostEvent, RAW_BYTES_MAX, RefusalReason,
};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Definition;
use super::json_shape::{first_keys, have};
use super::records::{Reader, Sink, open, too_large};
use crate::html::unescape;
use crate::record::{Read, Refused, date, item, language, network, raw, uid, word};

/// Largest answer. The API gives at most 500 posts at once, which stay far below it.
const ANSWER_BYTES_MAX: usize = 32 * 1024 * 1024;

pub(super) const FORMAT: Definition = Definition {
    name: "x-api",
    extensions: &["json", "jsonl"],
    extension_suffices: false,
    sniff: |head| {
        let keys = first_keys(head);
        have(&keys, &["data"])
            || have(&keys, &["author_id", "text"])
            || have(&keys, &["edit_history_tweet_ids"])
    },
    help_key: "format-x-api",
    open: |input, received_at| Ok(open(input, received_at, ANSWER_BYTES_MAX, Reader::Many(answer))),
};

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    #[serde(default)]
    includes: Includes,
    #[serde(borrow)]
    errors: Option<&'a RawValue>,
    #[serde(borrow)]
    id: Option<&'a RawValue>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Includes {
    users: Vec<User>,
    tweets: Vec<IncludedPost>,
    media: Vec<Media>,
}

#[derive(Deserialize, Clone)]
struct User {
    id: String,
    username: Option<String>,
    name: Option<String>,
    public_metrics: Option<UserMetrics>,
}

#[derive(Deserialize, Clone)]
struct UserMetrics {
    followers_count: Option<u64>,
}

#[derive(Deserialize)]
struct IncludedPost {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct Media {
    media_key: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    url: Option<String>,
    preview_image_url: Option<String>,
    alt_text: Option<String>,
}

#[derive(Deserialize)]
struct Post {
    id: Option<String>,
    text: Option<String>,
    note_tweet: Option<Note>,
    author_id: Option<String>,
    author: Option<User>,
    created_at: Option<String>,
    lang: Option<String>,
    conversation_id: Option<String>,
    #[serde(default)]
    referenced_tweets: Vec<Reference>,
    public_metrics: Option<Metrics>,
    #[serde(default)]
    entities: Entities,
    attachments: Option<Attached>,
}

/// The whole text of a post that is longer than `text` shows.
#[derive(Deserialize)]
struct Note {
    text: String,
}

#[derive(Deserialize)]
struct Reference {
    #[serde(rename = "type")]
    kind: String,
    id: String,
}

#[derive(Deserialize)]
struct Metrics {
    like_count: Option<u64>,
    retweet_count: Option<u64>,
    quote_count: Option<u64>,
    reply_count: Option<u64>,
    impression_count: Option<u64>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Entities {
    urls: Vec<Url>,
    hashtags: Vec<Tag>,
    mentions: Vec<Mentioned>,
}

#[derive(Deserialize)]
struct Url {
    url: Option<String>,
    expanded_url: Option<String>,
    unwound_url: Option<String>,
}

#[derive(Deserialize)]
struct Tag {
    tag: String,
}

#[derive(Deserialize)]
struct Mentioned {
    username: String,
}

#[derive(Deserialize)]
struct Attached {
    #[serde(default)]
    media_keys: Vec<String>,
}

/// `includes`, found by id.
struct Known<'a> {
    users: HashMap<&'a str, &'a User>,
    texts: HashMap<&'a str, &'a str>,
    media: HashMap<&'a str, &'a Media>,
}

fn answer(record: &str, received_at: Timestamp, sink: &mut Sink<'_>) {
    let answer: Answer<'_> = match serde_json::from_str(record) {
        Ok(answer) => answer,
        Err(error) => return sink(record, Err(Refused::json(&error))),
    };
    let known = Known::of(&answer.includes);
    let mut give = |piece: &str| sink(piece, event(piece, &known, received_at));
    match (answer.data.map(RawValue::get), answer.id, answer.errors) {
        (Some(list), _, _) if list.starts_with('[') => match serde_json::from_str::<Vec<&RawValue>>(list) {
            Ok(posts) => posts.into_iter().for_each(|post| give(post.get())),
            Err(error) => sink(record, Err(Refused::json(&error))),
        },
        (Some(post), _, _) => give(post),
        (None, Some(_), _) => give(record),
        (None, None, Some(errors)) => {
            sink(
                record,
                Err(Refused::new(
                    RefusalReason::NotAPost,
                    format!("the API answered with errors: {}", errors.get()),
                )),
            );
        }
        // An answer that found nothing has `meta` alone, and nothing in it to be counted.
        (None, None, None) => {}
    }
}

impl<'a> Known<'a> {
    fn of(includes: &'a Includes) -> Self {
        Self {
            users: includes.users.iter().map(|user| (user.id.as_str(), user)).collect(),
            texts: includes.tweets.iter().map(|post| (post.id.as_str(), post.text.as_str())).collect(),
            media: includes.media.iter().map(|media| (media.media_key.as_str(), media)).collect(),
        }
    }
}

fn event(record: &str, known: &Known<'_>, received_at: Timestamp) -> Read<PostEvent> {
    if record.len() > RAW_BYTES_MAX {
        return Err(too_large(RAW_BYTES_MAX));
    }
    let post: Post = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
    let change = Change::Created(Box::new(read(post, known, received_at)?));
    Ok(PostEvent { observed_at: received_at, change, raw: raw(record.as_bytes().to_vec()) })
}

fn read(post: Post, known: &Known<'_>, received_at: Timestamp) -> Read<Item> {
    let id = post.id.as_deref().ok_or_else(|| Refused::missing("id"))?;
    let created_at = post.created_at.as_deref().ok_or_else(|| {
        Refused::new(
            RefusalReason::MissingField,
            "no field `created_at`; ask the API for it with `tweet.fields=created_at`",
        )
    })?;
    let referred = |kind: &str| {
        post.referenced_tweets.iter().find(|other| other.kind == kind).map(|other| other.id.as_str())
    };
    let (reposted, quoted, parent) = (referred("retweeted"), referred("quoted"), referred("replied_to"));
    let kind = match (reposted, parent, quoted) {
        (Some(_), _, _) => ItemKind::Repost,
        (None, Some(_), _) => ItemKind::Reply,
        (None, None, Some(_)) => ItemKind::Quote,
        (None, None, None) => ItemKind::Post,
    };
    let text = text(&post, reposted, known).ok_or_else(|| Refused::missing("text"))?;
    let mut item = item(uid(network("x")?, id)?, kind, text, date(created_at, "created_at", received_at)?);
    item.author = author(&post, known);
    item.permalink = Some(match &item.author.handle {
        Some(handle) => format!("https://x.com/{handle}/status/{id}").into(),
        None => format!("https://x.com/i/status/{id}").into(),
    });
    item.lang = post.lang.as_deref().and_then(language);
    item.root = post.conversation_id.as_deref().filter(|root| *root != id).and_then(word);
    item.parent = parent.and_then(word);
    item.quoted = reposted.or(quoted).and_then(word);
    item.engagement = post.public_metrics.as_ref().map(Metrics::engagement).unwrap_or_default();
    let address =
        |url: &Url| word(url.unwound_url.as_ref().or(url.expanded_url.as_ref()).or(url.url.as_ref())?);
    item.links = post.entities.urls.iter().filter_map(address).collect();
    item.hashtags = post.entities.hashtags.iter().filter_map(|tag| word(&tag.tag)).collect();
    item.mentions = post.entities.mentions.iter().filter_map(|user| word(&user.username)).collect();
    let media_keys = post.attachments.map(|attached| attached.media_keys).unwrap_or_default();
    item.attachments = media_keys
        .iter()
        .filter_map(|key| known.media.get(key.as_str()))
        .map(|media| media.attachment())
        .collect();
    Ok(item)
}

/// The whole text: `text` shows only the beginning of a long post, and of a repost.
fn text(post: &Post, reposted: Option<&str>, known: &Known<'_>) -> Option<String> {
    if let Some(note) = &post.note_tweet {
        return Some(unescape(&note.text));
    }
    let text = post.text.as_deref()?;
    let whole = reposted.and_then(|id| known.texts.get(id));
    Some(match (whole, text.split_once(": ")) {
        (Some(whole), Some((start, _))) if start.starts_with("RT @") => {
            unescape(&format!("{start}: {whole}"))
        }
        _ => unescape(text),
    })
}

fn author(post: &Post, known: &Known<'_>) -> Author {
    let id = post.author_id.as_deref().or(post.author.as_ref().map(|author| author.id.as_str()));
    let user = post.author.as_ref().or_else(|| known.users.get(id?).copied());
    Author {
        id: id.and_then(word),
        handle: user.and_then(|user| word(user.username.as_deref()?)),
        name: user.and_then(|user| word(user.name.as_deref()?)),
        followers: user.and_then(|user| user.public_metrics.as_ref()?.followers_count),
        ours: false,
    }
}

impl Metrics {
    fn engagement(&self) -> Engagement {
        // A quote passes the post on as well.
        let reposts = match (self.retweet_count, self.quote_count) {
            (Some(reposts), quotes) => Some(reposts.saturating_add(quotes.unwrap_or(0))),
            (None, quotes) => quotes,
        };
        Engagement {
            likes: self.like_count,
            reposts,
            replies: self.reply_count,
            views: self.impression_count,
        }
    }
}

impl Media {
    fn attachment(&self) -> Attachment {
        let kind = match self.kind.as_deref() {
            Some("photo") | None => "image",
            Some(_) => "video",
        };
        let url = self.url.as_deref().or(self.preview_image_url.as_deref()).and_then(word);
        Attachment { kind: kind.into(), url, sha256: None, name: self.alt_text.as_deref().and_then(word) }
    }
}
