//! RSS, RDF and Atom as documents.
//!
//! Entities that a document declares itself are not expanded, so documents that try to swell stay as large as they came; what they
//! name remains as the sign `&name;`. Names of elements are compared in lower case, and an end tag closes the innermost element of
//! its name, so that unclosed HTML inside an item does not end the feed.

use nabat_crisis::Timestamp;
use nabat_crisis::post::RefusalReason;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::address::Site;
use super::entry::Channel;
use super::xml_item::OpenItem;
use super::{Feed, ITEMS_MAX, too_many_items};
use crate::record::{Refused, word};

/// Deepest nesting outside items that is followed; the real one is three.
const DEPTH_MAX: usize = 64;
/// Longest text kept of one element outside items, in bytes: titles and numbers.
const CHANNEL_TEXT_BYTES_MAX: usize = 4_096;

/// Reads a feed; `None` when the document is none.
pub(super) fn parse(text: &str, site: &Site, received_at: Timestamp) -> Option<Feed> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut document = Document::new(text, site, received_at);
    loop {
        let start = place(&reader);
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => document.take(event, start, place(&reader)),
            Err(error) => {
                document.broken = Some(error.to_string());
                break;
            }
        }
        if document.feed.items.len() > ITEMS_MAX {
            document.item = None;
            document.broken = Some(too_many_items());
            break;
        }
    }
    document.finish()
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A document that is being read.
struct Document<'a> {
    text: &'a str,
    site: &'a Site,
    received_at: Timestamp,
    /// Names of the open elements outside items.
    open: Vec<String>,
    /// Name of the outermost element, without its prefix; empty before it came.
    root: String,
    /// Prefix of all names, as in `<atom:feed>`.
    prefix: String,
    channel: Channel,
    channel_text: String,
    period_minutes: Option<u32>,
    updates_per_period: u32,
    feed: Feed,
    item: Option<OpenItem>,
    broken: Option<String>,
}

impl<'a> Document<'a> {
    fn new(text: &'a str, site: &'a Site, received_at: Timestamp) -> Self {
        Self {
            text,
            site,
            received_at,
            open: Vec::new(),
            root: String::new(),
            prefix: String::new(),
            channel: Channel::default(),
            channel_text: String::new(),
            period_minutes: None,
            updates_per_period: 1,
            feed: Feed::default(),
            item: None,
            broken: None,
        }
    }

    fn is_feed(&self) -> bool {
        matches!(self.root.as_str(), "rss" | "rdf" | "feed" | "channel")
    }

    fn take(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(tag) => drop(self.open(&tag, start, end)),
            Event::Empty(tag) => {
                let name = self.open(&tag, start, end);
                self.close(&name, end, end);
            }
            Event::End(tag) => {
                let name = self.name(tag.name().as_ref());
                self.close(&name, start, end);
            }
            Event::Text(words) => self.add(&words.into_inner()),
            Event::CData(words) => self.add(&words.into_inner()),
            Event::GeneralRef(reference) => self.add(&resolve(&reference)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
    }

    /// The name in lower case, without the prefix of the whole document.
    fn name(&self, name: &str) -> String {
        let lower = name.to_ascii_lowercase();
        match lower.strip_prefix(self.prefix.as_str()) {
            Some(bare) if !bare.is_empty() => bare.to_owned(),
            _ => lower,
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, start: usize, end: usize) -> String {
        if self.root.is_empty() {
            let lower = tag.name().as_ref().to_ascii_lowercase();
            self.root = lower.rsplit(':').next().unwrap_or_default().to_owned();
            self.prefix = lower[..lower.len() - self.root.len()].to_owned();
            self.channel.is_atom = self.root == "feed";
            self.channel.lang = attribute(tag, "xml:lang");
        }
        let name = self.name(tag.name().as_ref());
        let starts_item = self.is_feed() && matches!(name.as_str(), "item" | "entry");
        if starts_item {
            // A second item inside the first means that the first was not closed.
            self.close_item(start);
            self.item =
                Some(OpenItem::new(&name, attribute(tag, "rdf:about"), attribute(tag, "xml:lang"), start));
        } else if let Some(item) = &mut self.item {
            item.open(&name, tag, end);
        } else {
            self.channel_text.clear();
            if self.open.len() < DEPTH_MAX {
                self.open.push(name.clone());
            }
        }
        name
    }

    fn close(&mut self, name: &str, start: usize, end: usize) {
        if let Some(item) = &mut self.item {
            if item.close(name, start) {
                return;
            }
            if item.name == name {
                return self.close_item(end);
            }
            if name != self.root && name != "channel" {
                return;
            }
            // The feed ends, so the item that was not closed does.
            self.close_item(start);
        }
        let Some(depth) = self.open.iter().rposition(|open| open == name) else { return };
        if depth + 1 == self.open.len() {
            self.learn(name);
        }
        self.open.truncate(depth);
    }

    fn add(&mut self, words: &str) {
        match &mut self.item {
            Some(item) => item.add(words),
            None if self.channel_text.len() + words.len() <= CHANNEL_TEXT_BYTES_MAX => {
                self.channel_text.push_str(words)
            }
            None => {}
        }
    }

    /// Takes an element of the feed itself, which is the innermost open one.
    fn learn(&mut self, name: &str) {
        let words = self.channel_text.trim();
        let around = self.open.len().checked_sub(2).and_then(|at| self.open.get(at)).map(String::as_str);
        if words.is_empty() || !matches!(around, Some("rss" | "rdf" | "feed" | "channel")) {
            return;
        }
        match name {
            "title" if self.feed.title.is_none() => {
                self.feed.title = word(crate::html::words(words).text).map(String::from);
                self.channel.title.clone_from(&self.feed.title);
            }
            "language" | "dc:language" => self.channel.lang = Some(words.to_owned()),
            "ttl" => self.feed.ttl_minutes = words.parse().ok(),
            "sy:updateperiod" => {
                self.period_minutes = match words.to_ascii_lowercase().as_str() {
                    "hourly" => Some(60),
                    "daily" => Some(24 * 60),
                    "weekly" => Some(7 * 24 * 60),
                    _ => None,
                }
            }
            "sy:updatefrequency" => {
                self.updates_per_period = words.parse().ok().filter(|times| *times > 0).unwrap_or(1);
            }
            _ => {}
        }
    }

    /// Turns the open item, if there is one, into an event.
    fn close_item(&mut self, end: usize) {
        let Some(item) = self.item.take() else { return };
        let record = self.text.get(item.start..end).unwrap_or_default();
        let position = self.feed.items.len() as u64 + 1;
        let entry = item.entry(self.text, self.channel.is_atom);
        let read = entry.event(record, &self.channel, self.site, self.received_at);
        self.feed.items.push(read.map_err(|refused| refused.at(position, record.as_bytes())));
    }

    fn finish(mut self) -> Option<Feed> {
        if !self.is_feed() {
            return None;
        }
        let position = self.feed.items.len() as u64 + 1;
        let cut = match (&self.item, self.broken, self.open.is_empty()) {
            (Some(item), _, _) => {
                Some((self.text.get(item.start..), "the feed ends in the middle of an item".to_owned()))
            }
            (None, Some(error), _) => Some((None, error)),
            (None, None, false) => Some((None, "the feed ends before it is closed".to_owned())),
            (None, None, true) => None,
        };
        if let Some((rest, detail)) = cut {
            let refused = Refused::new(RefusalReason::CutShort, detail);
            self.feed.items.push(Err(refused.at(position, rest.unwrap_or_default().as_bytes())));
        }
        let by_period = self.period_minutes.map(|minutes| minutes / self.updates_per_period);
        self.feed.ttl_minutes = self.feed.ttl_minutes.or(by_period);
        Some(self.feed)
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.html_attributes();
    let wanted =
        attributes.with_checks(false).flatten().find(|each| each.key.as_ref().eq_ignore_ascii_case(name))?;
    Some(wanted.value.into_owned())
}

/// The sign a reference means; one that is unknown, or declared by the document itself, stays as it is written.
fn resolve(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(sign)) => sign.to_string(),
        Ok(None) | Err(_) => crate::html::unescape(&format!("&{};", &**reference)),
    }
}
