//! The archive that X gives to the holder of an account: `data/tweets.js`, a script that assigns a list.
//!
//! The file does not name the account, and only its holder gets it: the author is unknown by name and is ours.

use nabat_crisis::Timestamp;
use nabat_crisis::post::{Attachment, Author, Change, Engagement, Item, ItemKind, PostEvent, RAW_BYTES_MAX};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Definition;
use super::records::{Reader, open_document};
use crate::html::unescape;
use crate::json_walk::{Step, Wish};
use crate::record::{Read, Refused, date, item, language, network, raw, uid, word};

pub(super) const FORMAT: Definition = Definition {
    name: "x-archive",
    extensions: &["js"],
    extension_suffices: true,
    sniff: |head| head.trim_ascii_start().starts_with(b"window.YTD.tweet"),
    help_key: "format-x-archive",
    open: |input, received_at| {
        // The script's beginning, `window.YTD.tweets.part0 =`, is a stray word before the list, which the walk passes over.
        Ok(open_document(input, received_at, RAW_BYTES_MAX, Reader::One(event), |path| match path {
            [] => Wish::Enter,
            [Step::Element] => Wish::Take,
            _ => Wish::Pass,
        }))
    },
};

/// Newer archives wrap each post in an object of one key.
#[derive(Deserialize)]
struct Wrapper<'a> {
    #[serde(borrow)]
    tweet: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Tweet {
    id_str: Option<String>,
    id: Option<String>,
    full_text: Option<String>,
    text: Option<String>,
    created_at: Option<String>,
    lang: Option<String>,
    in_reply_to_status_id_str: Option<String>,
    favorite_count: Option<Count>,
    retweet_count: Option<Count>,
    #[serde(default)]
    entities: Entities,
    #[serde(default)]
    extended_entities: Entities,
}

/// Numbers stand in quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Count {
    Number(u64),
    Text(String),
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Entities {
    hashtags: Vec<Hashtag>,
    user_mentions: Vec<UserMention>,
    urls: Vec<Url>,
    media: Vec<Media>,
}

#[derive(Deserialize)]
struct Hashtag {
    text: String,
}

#[derive(Deserialize)]
struct UserMention {
    screen_name: String,
}

#[derive(Deserialize)]
struct Url {
    url: Option<String>,
    expanded_url: Option<String>,
}

#[derive(Deserialize)]
struct Media {
    #[serde(rename = "type")]
    kind: Option<String>,
    media_url_https: Option<String>,
}

fn event(record: &str, received_at: Timestamp) -> Read<PostEvent> {
    let wrapper: Wrapper<'_> = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
    let tweet = wrapper.tweet.map_or(record, RawValue::get);
    let tweet = serde_json::from_str(tweet).map_err(|error| Refused::json(&error))?;
    let change = Change::Created(Box::new(post(tweet, received_at)?));
    Ok(PostEvent { observed_at: received_at, change, raw: raw(record.as_bytes().to_vec()) })
}

fn post(tweet: Tweet, received_at: Timestamp) -> Read<Item> {
    let id = tweet.id_str.or(tweet.id).ok_or_else(|| Refused::missing("id_str"))?;
    let text = unescape(&tweet.full_text.or(tweet.text).ok_or_else(|| Refused::missing("full_text"))?);
    let published_at = date(
        tweet.created_at.as_deref().ok_or_else(|| Refused::missing("created_at"))?,
        "created_at",
        received_at,
    )?;
    let kind = if text.starts_with("RT @") {
        ItemKind::Repost
    } else if tweet.in_reply_to_status_id_str.is_some() {
        ItemKind::Reply
    } else {
        ItemKind::Post
    };
    let mut item = item(uid(network("x")?, &id)?, kind, text, published_at);
    item.author = Author { ours: true, ..Author::default() };
    item.lang = tweet.lang.as_deref().and_then(language);
    item.links =
        tweet.entities.urls.into_iter().filter_map(|url| word(url.expanded_url.or(url.url)?)).collect();
    item.hashtags = tweet.entities.hashtags.into_iter().filter_map(|tag| word(tag.text)).collect();
    item.mentions =
        tweet.entities.user_mentions.into_iter().filter_map(|user| word(user.screen_name)).collect();
    let media = if tweet.extended_entities.media.is_empty() {
        tweet.entities.media
    } else {
        tweet.extended_entities.media
    };
    item.attachments = media.into_iter().map(Media::attachment).collect();
    item.parent = tweet.in_reply_to_status_id_str.and_then(word);
    item.permalink = Some(format!("https://x.com/i/status/{id}").into());
    item.engagement = Engagement {
        likes: tweet.favorite_count.and_then(Count::number),
        reposts: tweet.retweet_count.and_then(Count::number),
        ..Engagement::default()
    };
    Ok(item)
}

impl Count {
    fn number(self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Text(digits) => digits.parse().ok(),
        }
    }
}

impl Media {
    fn attachment(self) -> Attachment {
        let kind = match self.kind.as_deref() {
            Some("photo") | None => "image",
            Some(_) => "video",
        };
        Attachment { kind: kind.into(), url: self.media_url_https.and_then(word), sha256: None, name: None }
    }
}
