//! JSON Feed.

use nabat_crisis::Timestamp;
use nabat_crisis::post::{RAW_BYTES_MAX, RefusalReason};
use serde::Deserialize;

use super::address::Site;
use super::entry::{Channel, Enclosure, Entry, Words};
use super::{Feed, ITEMS_MAX, too_many_items};
use crate::json_walk::{Found, Step, Walk, Wish};
use crate::record::{Read, Refused};

#[derive(Deserialize)]
struct JsonItem {
    id: Option<serde_json::Value>,
    url: Option<String>,
    external_url: Option<String>,
    title: Option<String>,
    content_html: Option<String>,
    content_text: Option<String>,
    summary: Option<String>,
    image: Option<String>,
    date_published: Option<String>,
    date_modified: Option<String>,
    author: Option<JsonAuthor>,
    #[serde(default)]
    authors: Vec<JsonAuthor>,
    language: Option<String>,
    #[serde(default)]
    attachments: Vec<JsonAttachment>,
}

#[derive(Deserialize)]
struct JsonAuthor {
    name: Option<String>,
}

#[derive(Deserialize)]
struct JsonAttachment {
    url: String,
    mime_type: Option<String>,
    title: Option<String>,
}

fn wish(path: &[Step]) -> Wish {
    match path {
        [] => Wish::Enter,
        [Step::Key(key)] => match key.as_str() {
            "items" => Wish::Enter,
            "version" | "title" | "language" => Wish::Take,
            _ => Wish::Pass,
        },
        [Step::Key(_), Step::Element] => Wish::Take,
        _ => Wish::Pass,
    }
}

/// Reads a JSON Feed; `None` when the document is none.
pub(super) fn parse(text: &str, site: &Site, received_at: Timestamp) -> Option<Feed> {
    let mut walk = Walk::new(text.as_bytes(), RAW_BYTES_MAX, wish);
    let mut channel = Channel::default();
    let mut items = Vec::new();
    let mut is_feed = false;
    // Reading from memory gives no errors.
    while let Ok(Some(found)) = walk.next() {
        let position = items.len() as u64 + 1;
        let read = match found {
            Found::Entered => {
                is_feed |= walk.path().first() == Some(&Step::Key("items".to_owned()));
                continue;
            }
            Found::Value => {
                let value = std::str::from_utf8(walk.value()).unwrap_or_default();
                if let [Step::Key(key)] = walk.path() {
                    learn(key, value, &mut channel, &mut is_feed);
                    continue;
                }
                entry(value).and_then(|entry| entry.event(value, &channel, site, received_at))
            }
            Found::TooLarge => Err(Refused::new(
                RefusalReason::TooLarge,
                format!("the item has more than {RAW_BYTES_MAX} bytes"),
            )),
            Found::CutShort => Err(Refused::new(RefusalReason::CutShort, "the feed ends in the middle")),
        };
        items.push(read.map_err(|refused| refused.at(position, walk.value())));
        if items.len() > ITEMS_MAX {
            let refused = Refused::new(RefusalReason::CutShort, too_many_items());
            items.push(Err(refused.at(position + 1, b"")));
            break;
        }
    }
    is_feed.then_some(Feed { title: channel.title, items, ttl_minutes: None })
}

fn learn(key: &str, value: &str, channel: &mut Channel, is_feed: &mut bool) {
    let text: Option<String> = serde_json::from_str(value).ok();
    match key {
        "title" => channel.title = text,
        "language" => channel.lang = text,
        _ => *is_feed |= text.is_some_and(|version| version.contains("jsonfeed.org")),
    }
}

fn entry(record: &str) -> Read<Entry> {
    let item: JsonItem = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
    let author = item.authors.into_iter().next().or(item.author).and_then(|author| author.name);
    let image = item.image.map(|url| Enclosure { url, mime: Some("image/*".to_owned()), name: None });
    let attached =
        item.attachments.into_iter().map(|a| Enclosure { url: a.url, mime: a.mime_type, name: a.title });
    Ok(Entry {
        id: item.id.and_then(|id| match id {
            serde_json::Value::String(id) => Some(id),
            serde_json::Value::Number(id) => Some(id.to_string()),
            _ => None,
        }),
        link: item.url.or(item.external_url),
        title: item.title.map(Words::Plain),
        content: item.content_html.map(Words::Html).or(item.content_text.map(Words::Plain)),
        summary: item.summary.map(Words::Plain),
        published: item.date_published,
        updated: item.date_modified,
        author,
        lang: item.language,
        n_comments: None,
        enclosures: image.into_iter().chain(attached).collect(),
    })
}
