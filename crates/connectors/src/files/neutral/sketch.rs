//! A line of the neutral format at one glance: what queries look at, borrowed from the line.
//!
//! Wanted: a line that matches nothing costs a few hundred nanoseconds and no memory; whatever is read of a line is exactly what
//! reading it whole would give.
//! Design: this reader knows the plain majority of lines and gives up on everything else: another event than a new post, an
//! unknown or doubled field, a list, a raw record inside, a date in other words, any fault. Whoever asked then has the line read
//! whole, by `read.rs`, which alone refuses. So the two can differ only where this one is sure, and a property test holds them
//! together there. Tried: the derived reader of `read.rs` with borrowed strings takes three times as long.

mod cursor;

use std::borrow::Cow;

use cursor::Cursor;
use nabat_crisis::Timestamp;
use nabat_crisis::network::NETWORK_NAME_BYTES_MAX;
use nabat_crisis::post::{
    EARLIEST_YEAR, FUTURE_HOURS_MAX, ItemKind, RAW_BYTES_MAX, Retention, TEXT_CHARS_MAX,
};

/// A new post, as far as queries look at it, in the words of its source.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch<'a> {
    /// Where it was published.
    pub network: &'a str,
    /// Its language, ISO 639-1.
    pub lang: Option<&'a str>,
    /// What it is.
    pub kind: ItemKind,
    /// When it was published.
    pub published_at: Timestamp,
    /// Its title.
    pub title: Option<Cow<'a, str>>,
    /// The words.
    pub text: Cow<'a, str>,
    /// The author's id.
    pub author_id: Option<&'a str>,
    /// The author's handle.
    pub author_handle: Option<&'a str>,
    /// The author's name.
    pub author_name: Option<Cow<'a, str>>,
    /// The author's followers.
    pub author_followers: Option<u64>,
    /// Id of the group, channel or site.
    pub container: Option<&'a str>,
    /// Where people can read it.
    pub permalink: Option<Cow<'a, str>>,
}

/// Dates that are believed of lines received at one time.
#[derive(Debug, Clone, Copy)]
pub(in crate::files) struct Believed {
    from: Timestamp,
    until: Timestamp,
}

impl Believed {
    /// See [`crate::record::believable`].
    pub(in crate::files) fn of(received_at: Timestamp) -> Self {
        let until = received_at + jiff::SignedDuration::from_hours(FUTURE_HOURS_MAX);
        Self { from: start_of_year(EARLIEST_YEAR), until }
    }

    fn takes(&self, at: Timestamp) -> bool {
        self.from <= at && at <= self.until
    }
}

fn start_of_year(year: i16) -> Timestamp {
    Timestamp::from_second(days_from_civil(i64::from(year), 1, 1) * 86_400).unwrap_or(Timestamp::MIN)
}

/// The keys of the line before, in their order, each as it stands from behind the value before it to its colon: programs write all
/// lines alike, and comparing a key with the one expected is much cheaper than reading it.
#[derive(Debug, Default)]
pub(in crate::files) struct Order(Vec<(Box<str>, Field)>);

impl Order {
    /// Reads the key at a place in the order.
    fn read(&mut self, at: usize, cursor: &mut Cursor<'_>) -> Option<Field> {
        let rest = cursor.text.get(cursor.at..)?;
        if let Some((key, field)) = self.0.get(at).filter(|(key, _)| rest.starts_with(&**key)) {
            cursor.at += key.len();
            return Some(*field);
        }
        let start = cursor.at;
        let field = Field::of(cursor.key()?)?;
        self.0.truncate(at);
        self.0.push((cursor.text.get(start..cursor.at)?.into(), field));
        Some(field)
    }
}

/// What a line tells at one glance; `None` when it must be read whole. `order` is kept from line to line.
pub(in crate::files) fn sketch<'a>(
    line: &'a str,
    believed: &Believed,
    order: &mut Order,
) -> Option<Sketch<'a>> {
    if line.len() > RAW_BYTES_MAX {
        return None;
    }
    let mut cursor = Cursor { text: line, at: 0 };
    let mut fields = Fields::default();
    cursor.expect(b'{')?;
    let mut seen = 0_u32;
    for at in 0.. {
        let field = order.read(at, &mut cursor)?;
        let bit = 1 << field as u32;
        if seen & bit != 0 {
            return None;
        }
        seen |= bit;
        fields.read(field, &mut cursor, believed)?;
        match cursor.byte()? {
            b',' => {}
            b'}' => break,
            _ => return None,
        }
    }
    cursor.end()?;
    fields.finish()
}

/// Fields this reader knows.
#[derive(Debug, Clone, Copy)]
enum Field {
    Event,
    Network,
    Id,
    Kind,
    Author,
    Container,
    Title,
    Text,
    Lang,
    PublishedAt,
    ObservedAt,
    Permalink,
    Engagement,
    InReplyTo,
    QuoteOf,
    RepostOf,
    Root,
    Retention,
    Links,
    Hashtags,
    Mentions,
    Attachments,
}

impl Field {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "id" => Self::Id,
            "network" => Self::Network,
            "author" => Self::Author,
            "text" => Self::Text,
            "lang" => Self::Lang,
            "published_at" => Self::PublishedAt,
            "event" => Self::Event,
            "kind" => Self::Kind,
            "container" => Self::Container,
            "title" => Self::Title,
            "observed_at" => Self::ObservedAt,
            "permalink" => Self::Permalink,
            "engagement" => Self::Engagement,
            "in_reply_to" => Self::InReplyTo,
            "quote_of" => Self::QuoteOf,
            "repost_of" => Self::RepostOf,
            "root" => Self::Root,
            "retention" => Self::Retention,
            "links" => Self::Links,
            "hashtags" => Self::Hashtags,
            "mentions" => Self::Mentions,
            "attachments" => Self::Attachments,
            _ => return None,
        })
    }
}

/// What was read so far.
#[derive(Default)]
struct Fields<'a> {
    network: Option<&'a str>,
    has_id: bool,
    kind: Option<ItemKind>,
    author: AuthorFields<'a>,
    container: Option<&'a str>,
    title: Option<Cow<'a, str>>,
    text: Option<Cow<'a, str>>,
    lang: Option<&'a str>,
    published_at: Option<Timestamp>,
    permalink: Option<Cow<'a, str>>,
    replies: bool,
    quotes: bool,
    reposts: bool,
}

#[derive(Default)]
struct AuthorFields<'a> {
    id: Option<&'a str>,
    handle: Option<&'a str>,
    name: Option<Cow<'a, str>>,
    followers: Option<u64>,
}

impl<'a> Fields<'a> {
    fn read(&mut self, field: Field, cursor: &mut Cursor<'a>, believed: &Believed) -> Option<()> {
        match field {
            Field::Event => (cursor.plain()? == "created").then_some(()),
            Field::Network => {
                self.network = Some(network(cursor.plain()?)?);
                Some(())
            }
            Field::Id => {
                self.has_id = !cursor.id()?.is_empty();
                Some(())
            }
            Field::Kind => {
                self.kind = Some(ItemKind::from_name(cursor.plain()?)?);
                Some(())
            }
            Field::Author => self.author.read(cursor),
            Field::Container => {
                self.container = container(cursor)?;
                Some(())
            }
            Field::Title => {
                self.title = cursor.string_or_null()?;
                Some(())
            }
            Field::Text => {
                self.text = Some(cursor.string()?);
                Some(())
            }
            Field::Lang => {
                self.lang = lang(cursor)?;
                Some(())
            }
            Field::PublishedAt => {
                self.published_at = Some(date(cursor.plain()?, believed)?);
                Some(())
            }
            Field::ObservedAt => date(cursor.plain()?, believed).map(drop),
            Field::Permalink => {
                self.permalink = cursor.string_or_null()?;
                Some(())
            }
            Field::Engagement => engagement(cursor),
            Field::InReplyTo => cursor.id_or_null().map(|id| self.replies = id.is_some()),
            Field::QuoteOf => cursor.id_or_null().map(|id| self.quotes = id.is_some()),
            Field::RepostOf => cursor.id_or_null().map(|id| self.reposts = id.is_some()),
            Field::Root => cursor.id_or_null().map(drop),
            Field::Retention => Retention::from_name(cursor.plain()?).map(drop),
            Field::Links | Field::Hashtags | Field::Mentions | Field::Attachments => cursor.empty_list(),
        }
    }

    fn finish(self) -> Option<Sketch<'a>> {
        let text = self.text?;
        if !self.has_id || text.len() > TEXT_CHARS_MAX {
            return None;
        }
        let kind = self.kind.unwrap_or_else(|| {
            let wordless = text.trim().is_empty() || text.starts_with("RT @");
            if self.reposts && wordless {
                ItemKind::Repost
            } else if self.quotes || self.reposts {
                ItemKind::Quote
            } else if self.replies {
                ItemKind::Reply
            } else {
                ItemKind::Post
            }
        });
        Some(Sketch {
            network: self.network?,
            lang: self.lang,
            kind,
            published_at: self.published_at?,
            title: self.title,
            text,
            author_id: self.author.id,
            author_handle: self.author.handle,
            author_name: self.author.name,
            author_followers: self.author.followers,
            container: self.container,
            permalink: self.permalink,
        })
    }
}

impl<'a> AuthorFields<'a> {
    /// A handle, an object, or null.
    fn read(&mut self, cursor: &mut Cursor<'a>) -> Option<()> {
        match cursor.peek()? {
            b'"' => {
                self.handle = Some(cursor.plain()?.trim()).filter(|handle| !handle.is_empty());
                Some(())
            }
            b'n' => cursor.null(),
            b'{' => {
                let mut seen = 0_u32;
                cursor.object(|cursor, key| self.field(cursor, key, &mut seen))?;
                // A blank name is no name.
                self.id = self.id.filter(|id| !id.trim().is_empty());
                self.handle = self.handle.filter(|handle| !handle.trim().is_empty());
                self.name = self.name.take().filter(|name| !name.trim().is_empty());
                Some(())
            }
            _ => None,
        }
    }

    fn field(&mut self, cursor: &mut Cursor<'a>, key: &str, seen: &mut u32) -> Option<()> {
        let bit = match key {
            "id" => {
                self.id = cursor.id_or_null()?;
                1
            }
            "handle" => {
                self.handle = cursor.plain_or_null()?;
                2
            }
            "name" => {
                self.name = cursor.string_or_null()?;
                4
            }
            "followers" => {
                self.followers = cursor.count_or_null()?;
                8
            }
            _ => return None,
        };
        let first = *seen & bit == 0;
        *seen |= bit;
        first.then_some(())
    }
}

/// A network's name in the form in which it is kept.
fn network(name: &str) -> Option<&str> {
    let fits = (1..=NETWORK_NAME_BYTES_MAX).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
    fits.then_some(name)
}

/// A language of two letters that stands for itself; see [`crate::record::language`].
fn lang<'a>(cursor: &mut Cursor<'a>) -> Option<Option<&'a str>> {
    let Some(tag) = cursor.plain_or_null()? else { return Some(None) };
    let itself = tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_lowercase()) && !matches!(tag, "iw" | "in");
    itself.then_some(Some(tag))
}

fn container<'a>(cursor: &mut Cursor<'a>) -> Option<Option<&'a str>> {
    if cursor.peek()? == b'n' {
        return cursor.null().map(|()| None);
    }
    let (mut id, mut named) = (None, false);
    cursor.object(|cursor, key| match key {
        "id" if id.is_none() => {
            id = Some(cursor.id()?);
            Some(())
        }
        "name" if !named => {
            named = true;
            cursor.string_or_null().map(drop)
        }
        _ => None,
    })?;
    id.map(Some)
}

fn engagement(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.peek()? == b'n' {
        return cursor.null();
    }
    let mut seen = 0_u32;
    cursor.object(|cursor, key| {
        let bit = match key {
            "likes" => 1,
            "reposts" => 2,
            "replies" => 4,
            "views" => 8,
            _ => return None,
        };
        let first = seen & bit == 0;
        seen |= bit;
        cursor.count_or_null()?;
        first.then_some(())
    })
}

/// A believable time in the way of writing that programs use; others are left to the whole reader.
fn date(text: &str, believed: &Believed) -> Option<Timestamp> {
    let at = rfc_3339_utc(text.as_bytes()).or_else(|| text.parse().ok())?;
    believed.takes(at).then_some(at)
}

/// `2026-03-01T10:00:00Z`, with or without a fraction of up to nine digits.
fn rfc_3339_utc(text: &[u8]) -> Option<Timestamp> {
    let (head, tail) = text.split_first_chunk::<19>()?;
    let number = |from: usize, until: usize| {
        head.get(from..until)?.iter().try_fold(0_i64, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
        })
    };
    let signs = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if signs.iter().any(|(at, sign)| head[*at] != *sign) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=days).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let nanosecond = match tail {
        b"Z" => 0,
        [b'.', digits @ .., b'Z'] if (1..=9).contains(&digits.len()) => {
            let number = digits.iter().try_fold(0_i32, |number, digit| {
                digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0'))
            })?;
            number * 10_i32.pow(9 - u32::try_from(digits.len()).ok()?)
        }
        _ => return None,
    };
    let seconds = ((days_from_civil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    Timestamp::new(seconds, nanosecond).ok()
}

/// Days since 1970 of a date of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}
