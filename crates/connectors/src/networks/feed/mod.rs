//! Web feeds: RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom, JSON Feed.
//!
//! Feeds are written by many hands: encodings undeclared or declared wrong, dates in words, HTML entities in XML, items without an
//! id, documents that break off. What can be read is read; each item that cannot is refused by itself; a break is a refusal behind
//! the items before it.
//!
//! The key of an item is its id: an id that is an address stands for itself, another only within the feed's host. An item without
//! id has its link as key, one without either a hash of its words. The text may change under the same key: each poll gives every
//! item anew, and the store knows which are new or changed.

mod address;
mod entry;
mod json;
mod poll;
mod xml;
mod xml_item;

use nabat_crisis::Timestamp;
use nabat_crisis::post::{PostEvent, Refusal};

pub use self::poll::{
    FEED_BYTES_MAX, FeedCursor, POLL_MINUTES_MIN, Pace, PollError, PollOutcome, Polled, next_poll_at, poll,
};

use crate::encoding::decode;

/// A feed that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Feed {
    /// What the feed calls itself.
    pub title: Option<String>,
    /// Its items in the order of the document; the positions of refusals count them from 1.
    pub items: Vec<Result<PostEvent, Refusal>>,
    /// How long the feed asks to be left alone, in minutes.
    pub ttl_minutes: Option<u32>,
}

/// Why a document is no feed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// Nothing in it.
    #[error("the answer is empty")]
    Empty,
    /// A page for people.
    #[error("this is an HTML page, not a feed; look on the page for the address of its RSS or Atom feed")]
    HtmlPage,
    /// Something else.
    #[error("this is no RSS, Atom or JSON feed: it begins with `{start}`")]
    NotAFeed {
        /// Its beginning, at most 80 characters.
        start: String,
    },
}

/// Most items that are taken from one document; feeds have tens.
const ITEMS_MAX: usize = 10_000;

/// What is told of the items behind the last that is taken.
fn too_many_items() -> String {
    format!("the feed has more than {ITEMS_MAX} items; those behind are not read")
}

/// Reads a feed. `url` is where it was found: relative links and ids that are unique only within the site are understood by it.
/// Items without a date are taken as published at `received_at`.
///
/// # Errors
/// [`FeedError`] when the document is no feed at all.
pub fn parse(
    body: &[u8],
    content_type: Option<&str>,
    url: &str,
    received_at: Timestamp,
) -> Result<Feed, FeedError> {
    let charset = content_type.and_then(charset);
    let declared = declared_in_xml(body);
    let labels: Vec<&str> = [charset, declared.as_deref()].into_iter().flatten().collect();
    let (text, _) = decode(body, &labels);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    let site = address::Site::of(url);
    match text.chars().next() {
        None => Err(FeedError::Empty),
        Some('{') => json::parse(text, &site, received_at).ok_or_else(|| not_a_feed(text)),
        Some('<') => xml::parse(text, &site, received_at).ok_or_else(|| not_a_feed(text)),
        Some(_) => Err(not_a_feed(text)),
    }
}

fn not_a_feed(text: &str) -> FeedError {
    let start: String = text.chars().take(2_000).collect::<String>().to_lowercase();
    if start.contains("<html") || start.contains("<!doctype html") {
        return FeedError::HtmlPage;
    }
    FeedError::NotAFeed { start: text.chars().take(80).collect() }
}

/// `charset` of a content type.
fn charset(content_type: &str) -> Option<&str> {
    let parameter = content_type.split(';').find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    Some(parameter.trim().trim_matches(['"', '\'']))
}

/// `encoding` of an XML declaration, which is readable in all encodings but UTF-16.
fn declared_in_xml(body: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
    let declaration = start.split_once("<?xml")?.1.split_once("?>")?.0.to_owned();
    let value = declaration.split_once("encoding")?.1.split_once('=')?.1.trim_start().to_owned();
    let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'')?;
    Some(value[1..].split_once(quote)?.0.to_owned())
}
