//! Cleaning at one glance: the view of a post as it will be when it is clean, without making the clean post.
//!
//! Most posts are clean as they come: cleaning trims them, and lists the hashtags, names and links of the text beside it. Of such a
//! post the view is borrowed; of any other it is not known here, and the post is cleaned first. So every query answers of whatever
//! [`glance`] gives what it answers of [`PostView::from`] the item that [`super::clean()`] gives; a property test holds them together.
//! The lists are left out where that changes no answer: a query that looks at them looks at the text as well, where all they hold
//! stands. Reading them cost three times as much as all the rest.

use memchr::{memchr, memchr2, memrchr2};
use nabat_text::letters::is_invisible;

use super::clean::{ADDRESS_CHARS_MAX, NAME_CHARS_MAX, TITLE_CHARS_MAX};
use super::in_text::{Lists, read_lists};
use super::plain_text::is_address;
use crate::matching::{PostView, site_of};

/// The view of a post when it is clean, from a view of it as it came. `None` when cleaning would change more than the ends of its texts,
/// or when its source gives lists beside the text. `container` is the id of the group, channel or site. The caller has checked the dates and the key, and gives a language of two small letters.
pub fn glance<'a>(
    post: &PostView<'a>,
    container: Option<&'a str>,
    lists: &'a mut Lists,
) -> Option<PostView<'a>> {
    if !(post.hashtags.is_empty() && post.mentions.is_empty() && post.links.is_empty()) {
        return None;
    }
    let text = clean_lines(post.text)?;
    let title = optional(post.title, TITLE_CHARS_MAX)?;
    let author_id = optional(post.author_id, NAME_CHARS_MAX)?;
    let author_handle = optional(post.author_handle, NAME_CHARS_MAX)?;
    if author_handle.is_some_and(|handle| handle.starts_with('@')) {
        return None;
    }
    let author_name = optional(post.author_name, NAME_CHARS_MAX)?;
    let permalink = post.permalink.map(str::trim).filter(|link| is_address(link, ADDRESS_CHARS_MAX));
    let site = site_of(permalink, optional(container, NAME_CHARS_MAX)?);
    let view = PostView { title, text, author_id, author_handle, author_name, permalink, site, ..*post };
    if links_differ(text) {
        read_lists(text, lists);
        let Lists { hashtags, mentions, links, .. } = lists;
        return Some(PostView { hashtags, mentions, links, ..view });
    }
    Some(view)
}

/// Whether a link may be listed otherwise than it stands in the text: with a scheme it has not there, without invisible characters, or
/// with letters that compose.
fn links_differ(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = memchr(b'/', &bytes[from..]).map(|at| from + at) {
        let start = memrchr2(b' ', b'\n', &bytes[from..at]).map_or(from, |space| from + space + 1);
        let end = memchr2(b' ', b'\n', &bytes[at..]).map_or(bytes.len(), |space| at + space);
        if !bytes[start..end].is_ascii() {
            return true;
        }
        from = end;
    }
    // Without a branch, so that many bytes are looked at at once.
    let is_w = |byte: &u8| byte | 0x20 == b'w';
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let (w, ww) =
        pairs.fold((false, false), |(w, ww), (one, next)| (w | is_w(one), ww | (is_w(one) & is_w(next))));
    ww || (w && !text.is_ascii() && text.chars().any(is_invisible))
}

/// Bytes of which no text that stays as it is holds one without being looked at closer.
fn is_telling(byte: u8) -> bool {
    // Controls, and the first bytes of further controls, of signs of punctuation and of direction.
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xD8
}

/// A text of several lines, when cleaning would only trim it.
fn clean_lines(text: &str) -> Option<&str> {
    // Without a branch, so that many bytes are looked at at once.
    let telling = text.bytes().fold(false, |any, byte| any | is_telling(byte));
    let clean = !telling || stays(text.as_bytes(), |byte| byte == b'\n' || byte == b'\t', false);
    clean.then(|| text.trim())
}

/// A text of one line, when cleaning would only trim it; one that is blank is none.
fn optional(text: Option<&str>, chars_max: usize) -> Option<Option<&str>> {
    let Some(text) = text else { return Some(None) };
    // No text has more characters than bytes.
    let clean = text.len() <= chars_max && stays(text.as_bytes(), |_| false, true);
    clean.then(|| Some(text.trim()).filter(|text| !text.is_empty()))
}

/// Whether no character is one that cleaning drops or changes; marks of direction are dropped from lines only.
fn stays(text: &[u8], allowed: impl Fn(u8) -> bool, in_line: bool) -> bool {
    text.iter().enumerate().all(|(at, byte)| {
        let next = |n: usize| text.get(at + n).copied().unwrap_or(0);
        match byte {
            0..0x20 => allowed(*byte),
            0x7F => false,
            // C1 controls, among them the next line of mainframes.
            0xC2 => next(1) >= 0xA0,
            // The Arabic mark of direction.
            0xD8 => !in_line || next(1) != 0x9C,
            0xE2 => match (next(1), next(2)) {
                // Ends of lines and paragraphs, embeddings, overrides; marks of direction.
                (0x80, third) => {
                    !(0xA8..=0xAE).contains(&third) && !(in_line && (0x8E..=0x8F).contains(&third))
                }
                // Isolates.
                (0x81, third) => !(0xA6..=0xA9).contains(&third),
                _ => true,
            },
            _ => true,
        }
    })
}
