//! The cleaning of one event.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use nabat_crisis::post::{
    Attachment, Change, EARLIEST_YEAR, FUTURE_HOURS_MAX, Item, PostEvent, RefusalReason, TEXT_CHARS_MAX,
};

use super::in_text::{Lists, read_lists};
use super::language::language_code;
use super::plain_text::{address, line, lines};

/// Longest native key, in bytes: it is part of a table's key. The longest we know, of feeds, are addresses.
const KEY_BYTES_MAX: usize = 2_000;
/// Longest title, in characters (guess: headlines stay below 300).
pub(super) const TITLE_CHARS_MAX: usize = 1_000;
/// Longest name of a person, handle, group, hashtag or file, in characters (guess).
pub(super) const NAME_CHARS_MAX: usize = 300;
/// Longest web address, in characters: what browsers and servers take.
pub(super) const ADDRESS_CHARS_MAX: usize = 4_000;
/// Most links, hashtags, names or attachments of one post that are kept beside its text (guess: networks allow 30 hashtags at most).
const LIST_MAX: usize = 100;

/// Why an event is not taken. The caller adds the place in its file or feed and a sample.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", reason.name())]
pub struct Refused {
    /// The reason.
    pub reason: RefusalReason,
    /// What precisely, for the technical reader.
    pub detail: String,
}

/// Makes an event fit to be stored and matched.
///
/// Dates before [`EARLIEST_YEAR`] or more than [`FUTURE_HOURS_MAX`] after `received_at` are not believed. Texts are cut and freed of
/// control characters, addresses other than web addresses are dropped, and hashtags, names and links are read from the text where
/// the source gave none. The raw bytes stay as they are.
///
/// # Errors
/// [`Refused`] when a date is not believed, or the item has no usable key.
pub fn clean(event: PostEvent, received_at: Timestamp) -> Result<PostEvent, Refused> {
    let PostEvent { observed_at, change, raw } = event;
    check_date("observed", observed_at, received_at)?;
    let date = |name, at| check_date(name, at, received_at);
    if let Some(uid) = change.uid() {
        check_key(&uid.key)?;
    }
    let change = match change {
        Change::Created(item) => Change::Created(Box::new(clean_item(*item, received_at)?)),
        Change::Revised(item) => Change::Revised(Box::new(clean_item(*item, received_at)?)),
        Change::Deleted { uid, at } => {
            date("deleted", at)?;
            Change::Deleted { uid, at }
        }
        Change::Restored { uid, at } => {
            date("restored", at)?;
            Change::Restored { uid, at }
        }
        Change::Metrics { uid, at, engagement } => {
            date("counted", at)?;
            Change::Metrics { uid, at, engagement }
        }
        Change::Audience { network, account, at, followers } => {
            date("counted", at)?;
            let account = line(&account, NAME_CHARS_MAX).ok_or_else(|| missing("the account has no name"))?;
            Change::Audience { network, account, at, followers }
        }
        Change::Gap { network, from, until, reason } => {
            date("gap from", from)?;
            date("gap until", until)?;
            if until < from {
                return Err(Refused {
                    reason: RefusalReason::BadDate,
                    detail: format!("gap until {until} ends before it starts at {from}"),
                });
            }
            Change::Gap { network, from, until, reason: line(&reason, NAME_CHARS_MAX).unwrap_or_default() }
        }
    };
    Ok(PostEvent { observed_at, change, raw })
}

fn missing(detail: &str) -> Refused {
    Refused { reason: RefusalReason::MissingField, detail: detail.to_owned() }
}

fn check_key(key: &str) -> Result<(), Refused> {
    if key.trim().is_empty() {
        return Err(missing("the item has no key"));
    }
    if key.len() > KEY_BYTES_MAX || key.contains('\0') {
        let detail = format!("the item's key is longer than {KEY_BYTES_MAX} bytes or holds a zero byte");
        return Err(Refused { reason: RefusalReason::WrongType, detail });
    }
    Ok(())
}

fn check_date(name: &str, at: Timestamp, received_at: Timestamp) -> Result<(), Refused> {
    let refused =
        |why: String| Refused { reason: RefusalReason::BadDate, detail: format!("{name} at {at}: {why}") };
    if at.to_zoned(TimeZone::UTC).year() < EARLIEST_YEAR {
        return Err(refused(format!("before the year {EARLIEST_YEAR}")));
    }
    if at.duration_since(received_at) > SignedDuration::from_hours(FUTURE_HOURS_MAX) {
        return Err(refused(format!(
            "more than {FUTURE_HOURS_MAX} hours after it was received at {received_at}"
        )));
    }
    Ok(())
}

fn clean_item(mut item: Item, received_at: Timestamp) -> Result<Item, Refused> {
    check_date("published", item.published_at, received_at)?;
    if let Some(edited_at) = item.edited_at {
        check_date("edited", edited_at, received_at)?;
    }
    item.text = lines(&item.text, TEXT_CHARS_MAX);
    item.title = item.title.and_then(|title| line(&title, TITLE_CHARS_MAX));
    item.author.id = name(item.author.id);
    item.author.handle = name(item.author.handle).and_then(|handle| without_sign(&handle, '@'));
    item.author.name = name(item.author.name);
    item.container = item.container.and_then(|mut container| {
        container.id = line(&container.id, NAME_CHARS_MAX)?;
        container.name = name(container.name);
        Some(container)
    });
    item.lang = item.lang.and_then(|tag| language_code(&tag));
    item.rating = item.rating.filter(|rating| rating.value.is_finite() && rating.best.is_finite());
    item.permalink = item.permalink.and_then(|link| address(&link, ADDRESS_CHARS_MAX));
    for thread_key in [&mut item.root, &mut item.parent, &mut item.quoted] {
        *thread_key = thread_key.take().filter(|key| check_key(key).is_ok());
    }
    item.attachments = item.attachments.into_iter().take(LIST_MAX).map(clean_attachment).collect();
    item.links = kept(&item.links, |link| address(link, ADDRESS_CHARS_MAX));
    item.hashtags = kept(&item.hashtags, |tag| without_sign(&line(tag, NAME_CHARS_MAX)?, '#'));
    item.mentions = kept(&item.mentions, |name| without_sign(&line(name, NAME_CHARS_MAX)?, '@'));
    fill_from_text(&mut item);
    Ok(item)
}

fn name(name: Option<Box<str>>) -> Option<Box<str>> {
    name.and_then(|name| line(&name, NAME_CHARS_MAX))
}

fn without_sign(text: &str, sign: char) -> Option<Box<str>> {
    let text = text.trim_start_matches(sign).trim();
    (!text.is_empty()).then(|| text.into())
}

fn clean_attachment(attachment: Attachment) -> Attachment {
    Attachment {
        kind: line(&attachment.kind, NAME_CHARS_MAX).unwrap_or_else(|| "file".into()),
        url: attachment.url.and_then(|url| address(&url, ADDRESS_CHARS_MAX)),
        sha256: attachment.sha256,
        name: name(attachment.name),
    }
}

/// What is left of a list after cleaning each entry: in its order, each once, at most [`LIST_MAX`].
pub(super) fn kept(list: &[Box<str>], clean: impl Fn(&str) -> Option<Box<str>>) -> Vec<Box<str>> {
    let mut kept: Vec<Box<str>> = Vec::new();
    for entry in list.iter().filter_map(|entry| clean(entry)) {
        if kept.len() == LIST_MAX {
            break;
        }
        if !kept.contains(&entry) {
            kept.push(entry);
        }
    }
    kept
}

/// Reads hashtags, names and links from the text where the source gave none.
fn fill_from_text(item: &mut Item) {
    let mut lists = Lists::default();
    read_lists(&item.text, &mut lists);
    for (list, read) in [
        (&mut item.hashtags, lists.hashtags),
        (&mut item.mentions, lists.mentions),
        (&mut item.links, lists.links),
    ] {
        if list.is_empty() {
            *list = read;
        }
    }
}

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;
