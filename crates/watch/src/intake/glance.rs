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
use super::plain_text::{is_address, unchanged_line, unchanged_lines};
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
    let text = unchanged_lines(post.text)?;
    let title = unchanged(post.title, TITLE_CHARS_MAX)?;
    let author_id = unchanged(post.author_id, NAME_CHARS_MAX)?;
    let author_handle = unchanged(post.author_handle, NAME_CHARS_MAX)?;
    if author_handle.is_some_and(|handle| handle.starts_with('@')) {
        return None;
    }
    let author_name = unchanged(post.author_name, NAME_CHARS_MAX)?;
    let permalink = post.permalink.map(str::trim).filter(|link| is_address(link, ADDRESS_CHARS_MAX));
    let site = site_of(permalink, unchanged(container, NAME_CHARS_MAX)?);
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
    let is_w = |byte: u8| byte | 0x20 == b'w';
    let next = bytes.get(1..).unwrap_or_default();
    let ww = bytes.iter().zip(next).fold(false, |any, (one, next)| any | (is_w(*one) & is_w(*next)));
    let w = bytes.iter().fold(false, |any, byte| any | is_w(*byte));
    ww || (w
        && bytes.iter().fold(false, |any, byte| any | begins_invisible(*byte))
        && text.chars().any(is_invisible))
}

/// Whether an invisible character can begin with this byte; a test holds it to all of them.
fn begins_invisible(byte: u8) -> bool {
    matches!(byte, 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xEF | 0xF0 | 0xF3)
}

/// A text of one line, when cleaning would only trim it; one that is blank is none.
fn unchanged(text: Option<&str>, chars_max: usize) -> Option<Option<&str>> {
    match text {
        None => Some(None),
        Some(text) => {
            let line = unchanged_line(text, chars_max)?;
            Some(Some(line).filter(|line| !line.is_empty()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_invisible_character_is_seen_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|c| is_invisible(*c)) {
            assert!(begins_invisible(c.to_string().as_bytes()[0]), "{c:?}");
        }
    }
}
