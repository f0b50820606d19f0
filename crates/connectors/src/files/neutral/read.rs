//! A line of the neutral format to an event.

use std::borrow::Cow;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nabat_crisis::Timestamp;
use nabat_crisis::network::Network;
use nabat_crisis::post::{
    Attachment, Author, Change, Container, Engagement, Item, ItemKind, ItemUid, PostEvent, RAW_BYTES_MAX,
    Rating, Raw, RefusalReason, Retention,
};
use serde::de::{self, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::record::{
    Read, Refused, believable, date, item, language, network, raw, sha256, uid, unhex, word,
};

/// A line as it stands in the file. Unknown fields, such as labels, are passed over.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Line<'a> {
    #[serde(borrow)]
    event: Option<Word<'a>>,
    network: Option<Word<'a>>,
    id: Option<Key>,
    kind: Option<Word<'a>>,
    author: Option<AuthorField>,
    container: Option<ContainerField>,
    title: Option<Box<str>>,
    text: Option<String>,
    lang: Option<Word<'a>>,
    rating: Option<RatingField>,
    links: Option<Vec<Box<str>>>,
    hashtags: Option<Vec<Box<str>>>,
    mentions: Option<Vec<Box<str>>>,
    attachments: Option<Vec<AttachmentField>>,
    root: Option<Key>,
    in_reply_to: Option<Key>,
    quote_of: Option<Key>,
    repost_of: Option<Key>,
    published_at: Option<Word<'a>>,
    edited_at: Option<Word<'a>>,
    observed_at: Option<Word<'a>>,
    permalink: Option<Box<str>>,
    engagement: Option<EngagementField>,
    retention: Option<Word<'a>>,
    at: Option<Word<'a>>,
    account: Option<Box<str>>,
    followers: Option<u64>,
    from: Option<Word<'a>>,
    until: Option<Word<'a>>,
    reason: Option<Box<str>>,
    raw: Option<String>,
    raw_base64: Option<Word<'a>>,
    raw_sha256: Option<Word<'a>>,
}

/// A string that is borrowed from the line when it holds no escapes.
#[derive(Debug)]
struct Word<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Word<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Word<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Word(Cow::Borrowed(text)))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Word(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Words)
    }
}

/// An id: a string, or a whole number as some exports write it.
struct Key(Box<str>);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl Visitor<'_> for Keys {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id: a string or a whole number")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Key, E> {
                Ok(Key(text.into()))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Key, E> {
                Ok(Key(number.to_string().into()))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Key, E> {
                Ok(Key(number.to_string().into()))
            }
        }
        deserializer.deserialize_any(Keys)
    }
}

/// An author: a handle, or an object.
struct AuthorField(Author);

impl<'de> Deserialize<'de> for AuthorField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Authors;
        impl<'de> Visitor<'de> for Authors {
            type Value = AuthorField;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an author: a handle or an object")
            }
            fn visit_str<E: de::Error>(self, handle: &str) -> Result<Self::Value, E> {
                Ok(AuthorField(Author { handle: word(handle), ..Author::default() }))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut author = Author::default();
                while let Some(key) = map.next_key::<Cow<'de, str>>()? {
                    match key.as_ref() {
                        "id" => author.id = map.next_value::<Option<Key>>()?.map(|key| key.0),
                        "handle" => author.handle = map.next_value()?,
                        "name" => author.name = map.next_value()?,
                        "followers" => author.followers = map.next_value()?,
                        "ours" => author.ours = map.next_value::<Option<bool>>()?.unwrap_or(false),
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                for name in [&mut author.id, &mut author.handle, &mut author.name] {
                    *name = name.take().filter(|name| !name.trim().is_empty());
                }
                Ok(AuthorField(author))
            }
        }
        deserializer.deserialize_any(Authors)
    }
}

#[derive(Deserialize)]
struct ContainerField {
    id: Key,
    name: Option<Box<str>>,
}

#[derive(Deserialize)]
struct RatingField {
    value: f64,
    best: f64,
}

#[derive(Deserialize)]
struct AttachmentField {
    kind: Box<str>,
    url: Option<Box<str>>,
    sha256: Option<String>,
    name: Option<Box<str>>,
}

#[derive(Deserialize)]
struct EngagementField {
    likes: Option<u64>,
    reposts: Option<u64>,
    replies: Option<u64>,
    views: Option<u64>,
}

/// Reads a line.
pub(super) fn event(text: &str, received_at: Timestamp) -> Read<PostEvent> {
    let mut line: Line<'_> = serde_json::from_str(text).map_err(|error| Refused::json(&error))?;
    let observed_at = match &line.observed_at {
        Some(at) => date(&at.0, "observed_at", received_at)?,
        None => received_at,
    };
    let raw = line.raw(text)?;
    if raw.bytes.len() > RAW_BYTES_MAX {
        return Err(Refused::new(
            RefusalReason::TooLarge,
            format!("the record has more than {RAW_BYTES_MAX} bytes"),
        ));
    }
    let change = line.change(observed_at, received_at)?;
    Ok(PostEvent { observed_at, change, raw })
}

impl Line<'_> {
    fn change(mut self, observed_at: Timestamp, received_at: Timestamp) -> Read<Change> {
        let at = |at: &Option<Word<'_>>| match at {
            Some(at) => date(&at.0, "at", received_at),
            None => Ok(observed_at),
        };
        let network = network(&self.network.take().ok_or_else(|| Refused::missing("network"))?.0)?;
        match self.event.as_ref().map_or("created", |event| &event.0) {
            "created" => Ok(Change::Created(Box::new(self.item(network, received_at)?))),
            "revised" => Ok(Change::Revised(Box::new(self.item(network, received_at)?))),
            "deleted" => Ok(Change::Deleted { at: at(&self.at)?, uid: self.uid(network)? }),
            "restored" => Ok(Change::Restored { at: at(&self.at)?, uid: self.uid(network)? }),
            "metrics" => {
                let engagement = self.engagement.take().ok_or_else(|| Refused::missing("engagement"))?.read();
                Ok(Change::Metrics { at: at(&self.at)?, uid: self.uid(network)?, engagement })
            }
            "audience" => Ok(Change::Audience {
                network,
                at: at(&self.at)?,
                account: self.account.take().and_then(word).ok_or_else(|| Refused::missing("account"))?,
                followers: self.followers.ok_or_else(|| Refused::missing("followers"))?,
            }),
            "gap" => self.gap(network, received_at),
            other => Err(wrong("event", other)),
        }
    }

    fn gap(self, network: Network, received_at: Timestamp) -> Read<Change> {
        let needed = |at: Option<Word<'_>>, field| {
            date(&at.ok_or_else(|| Refused::missing(field))?.0, field, received_at)
        };
        let from = needed(self.from, "from")?;
        let until = needed(self.until, "until")?;
        Ok(Change::Gap { network, from, until, reason: self.reason.unwrap_or_default() })
    }

    fn uid(&mut self, network: Network) -> Read<ItemUid> {
        uid(network, &self.id.take().ok_or_else(|| Refused::missing("id"))?.0)
    }

    fn item(mut self, network: Network, received_at: Timestamp) -> Read<Item> {
        let uid = self.uid(network)?;
        let published_at = self.published_at.take().ok_or_else(|| Refused::missing("published_at"))?;
        let published_at = match published_at.0.parse() {
            Ok(at) => believable(at, "published_at", received_at)?,
            Err(_) => date(&published_at.0, "published_at", received_at)?,
        };
        let text = self.text.take().ok_or_else(|| Refused::missing("text"))?;
        let kind = self.kind(&text)?;
        let mut item = item(uid, kind, text, published_at);
        item.author = self.author.map(|author| author.0).unwrap_or_default();
        item.container =
            self.container.map(|container| Container { id: container.id.0, name: container.name });
        item.title = self.title;
        item.lang = self.lang.and_then(|tag| language(&tag.0));
        item.rating = self.rating.map(RatingField::read).transpose()?;
        item.links = self.links.unwrap_or_default();
        item.hashtags = self.hashtags.unwrap_or_default();
        item.mentions = self.mentions.unwrap_or_default();
        let attachments = self.attachments.unwrap_or_default().into_iter();
        item.attachments = attachments.map(AttachmentField::read).collect::<Read<_>>()?;
        item.root = self.root.map(|key| key.0);
        item.parent = self.in_reply_to.map(|key| key.0);
        item.quoted = self.quote_of.or(self.repost_of).map(|key| key.0);
        item.edited_at = self.edited_at.map(|at| date(&at.0, "edited_at", received_at)).transpose()?;
        item.permalink = self.permalink;
        item.engagement = self.engagement.map(EngagementField::read).unwrap_or_default();
        if let Some(name) = self.retention {
            item.retention = Retention::from_name(&name.0).ok_or_else(|| wrong("retention", &name.0))?;
        }
        Ok(item)
    }

    /// The kind that is given, else the one that the references show. A repost has no words of its own, though old tools put
    /// `RT @name:` with the words of the other before it.
    fn kind(&self, text: &str) -> Read<ItemKind> {
        if let Some(name) = &self.kind {
            return ItemKind::from_name(&name.0).ok_or_else(|| wrong("kind", &name.0));
        }
        let wordless = text.trim().is_empty() || text.starts_with("RT @");
        Ok(if self.repost_of.is_some() && wordless {
            ItemKind::Repost
        } else if self.quote_of.is_some() || self.repost_of.is_some() {
            ItemKind::Quote
        } else if self.in_reply_to.is_some() {
            ItemKind::Reply
        } else if self.rating.is_some() {
            ItemKind::Review
        } else {
            ItemKind::Post
        })
    }

    /// The bytes an export carries; of a line that carries none, the line itself. A hash without bytes says that the bytes were
    /// erased by duty.
    fn raw(&mut self, text: &str) -> Read<Raw> {
        let bytes = match (self.raw.take(), self.raw_base64.take()) {
            (Some(raw), _) => Some(raw.into_bytes()),
            (None, Some(encoded)) => Some(STANDARD.decode(encoded.0.as_bytes()).map_err(|error| {
                Refused::new(RefusalReason::WrongType, format!("`raw_base64` is not base64: {error}"))
            })?),
            (None, None) => None,
        };
        let Some(given) = self.raw_sha256.take() else {
            return Ok(raw(bytes.unwrap_or_else(|| text.as_bytes().to_vec())));
        };
        let given = unhex(&given.0).ok_or_else(|| wrong("raw_sha256", &given.0))?;
        match bytes {
            Some(bytes) if sha256(&bytes) == given => Ok(Raw { bytes, sha256: given }),
            Some(_) => {
                Err(Refused::new(RefusalReason::WrongType, "`raw_sha256` is not the hash of the raw record"))
            }
            None => Ok(Raw { bytes: Vec::new(), sha256: given }),
        }
    }
}

impl RatingField {
    fn read(self) -> Read<Rating> {
        let possible = self.best > 0.0 && (0.0..=self.best).contains(&self.value);
        possible
            .then_some(Rating { value: self.value, best: self.best })
            .ok_or_else(|| wrong("rating", &format!("{} of {}", self.value, self.best)))
    }
}

impl AttachmentField {
    fn read(self) -> Read<Attachment> {
        let hash = |text: String| unhex(&text).ok_or_else(|| wrong("attachments.sha256", &text));
        let sha256 = self.sha256.map(hash).transpose()?;
        Ok(Attachment { kind: self.kind, url: self.url, sha256, name: self.name })
    }
}

impl EngagementField {
    fn read(self) -> Engagement {
        Engagement { likes: self.likes, reposts: self.reposts, replies: self.replies, views: self.views }
    }
}

fn wrong(field: &str, value: &str) -> Refused {
    Refused::new(RefusalReason::WrongType, format!("`{field}` cannot be `{value}`"))
}
