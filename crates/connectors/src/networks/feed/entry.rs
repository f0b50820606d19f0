//! An item of a feed of any kind to an event.

use nabat_crisis::Timestamp;
use nabat_crisis::post::{
    Attachment, Author, Change, Container, Engagement, ItemKind, PostEvent, RAW_BYTES_MAX, RefusalReason,
};

use super::address::Site;
use crate::html;
use crate::record::{
    KEY_BYTES_MAX, Read, Refused, attachment_kind, date, item, key_of_content, language, network, raw, uid,
    word,
};

/// What every kind of feed says of an item, in its own words.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) id: Option<String>,
    pub(super) link: Option<String>,
    pub(super) title: Option<Words>,
    pub(super) content: Option<Words>,
    pub(super) summary: Option<Words>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) author: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) n_comments: Option<u64>,
    pub(super) enclosures: Vec<Enclosure>,
}

/// Words with or without markup.
#[derive(Debug)]
pub(super) enum Words {
    Plain(String),
    Html(String),
}

/// Something attached.
#[derive(Debug)]
pub(super) struct Enclosure {
    pub(super) url: String,
    pub(super) mime: Option<String>,
    pub(super) name: Option<String>,
}

/// What the feed says of itself.
#[derive(Debug, Default)]
pub(super) struct Channel {
    pub(super) title: Option<String>,
    pub(super) lang: Option<String>,
    /// Whether it is Atom, where words without a type are plain text.
    pub(super) is_atom: bool,
}

impl Words {
    fn read(self) -> html::Words {
        match self {
            Self::Plain(text) => html::Words { text: text.trim().to_owned(), links: Vec::new() },
            Self::Html(text) => html::words(&text),
        }
    }
}

impl Entry {
    /// The event of an item, whose bytes are `record`.
    pub(super) fn event(
        self,
        record: &str,
        channel: &Channel,
        site: &Site,
        received_at: Timestamp,
    ) -> Read<PostEvent> {
        if record.len() > RAW_BYTES_MAX {
            return Err(Refused::new(
                RefusalReason::TooLarge,
                format!("the item has more than {RAW_BYTES_MAX} bytes"),
            ));
        }
        let title = self.title.and_then(|title| word(title.read().text));
        // The whole text if the feed gives it, else its beginning; a few feeds have only titles.
        let words = self.content.map(Words::read).filter(|words| !words.text.is_empty());
        let words = words.or_else(|| self.summary.map(Words::read)).unwrap_or_default();
        if words.text.is_empty() && title.is_none() {
            return Err(Refused::missing("title or description"));
        }
        let updated = self.updated.as_deref().map(|at| date(at, "updated", received_at)).transpose()?;
        let published = self.published.as_deref().map(|at| date(at, "published", received_at)).transpose()?;
        let published_at = published.or(updated).unwrap_or(received_at);
        let link = self.link.as_deref().and_then(|link| site.link(link));
        let id = self.id.as_deref().map(str::trim).filter(|id| !id.is_empty()).map(|id| site.key(id));
        let hash = || {
            key_of_content(&[
                site.host().unwrap_or_default(),
                title.as_deref().unwrap_or_default(),
                &words.text,
            ])
        };
        let key = id.or_else(|| link.as_deref().map(str::to_owned)).unwrap_or_else(hash);
        let key = if key.len() > KEY_BYTES_MAX { key_of_content(&[&key]) } else { key };
        let mut item = item(uid(network("web")?, &key)?, ItemKind::Article, words.text, published_at);
        item.title = title;
        item.author = Author { name: self.author.as_deref().and_then(author_name), ..Author::default() };
        item.container = site
            .host()
            .map(|host| Container { id: host.into(), name: channel.title.as_deref().and_then(word) });
        item.lang = self.lang.as_deref().or(channel.lang.as_deref()).and_then(language);
        item.links = words.links;
        item.attachments =
            self.enclosures.into_iter().filter_map(|enclosure| enclosure.attachment(site)).collect();
        item.edited_at = updated.filter(|updated| *updated > published_at);
        item.permalink = link;
        item.engagement = Engagement { replies: self.n_comments, ..Engagement::default() };
        let change = Change::Created(Box::new(item));
        Ok(PostEvent { observed_at: received_at, change, raw: raw(record.as_bytes().to_vec()) })
    }
}

impl Enclosure {
    fn attachment(self, site: &Site) -> Option<Attachment> {
        let kind = attachment_kind(self.mime.as_deref().unwrap_or_default());
        Some(Attachment {
            kind: kind.into(),
            url: Some(site.link(&self.url)?),
            sha256: None,
            name: self.name.and_then(word),
        })
    }
}

/// RSS asks for `address (name)`; the name is what people see, and an address of mail is nobody's business.
fn author_name(author: &str) -> Option<Box<str>> {
    let inside = author
        .split_once('(')
        .and_then(|(before, rest)| before.contains('@').then(|| rest.trim_end_matches(')')));
    let name = inside.unwrap_or(author);
    word(name.split_once('<').map_or(name, |(name, _)| name))
}
