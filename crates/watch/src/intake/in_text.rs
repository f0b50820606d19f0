//! Hashtags, names and links that stand in a text, for sources that give none beside it.
//!
//! Only the words around their signs are read: nothing that is found reaches over a space. Reading the whole text for them cost a
//! microsecond a post.

use memchr::{memchr, memchr2, memchr3, memrchr2};
use nabat_text::letters::is_invisible;
use nabat_text::tokens::{Kind, Tokens};

use super::clean::{ADDRESS_CHARS_MAX, kept};
use super::plain_text::line;

/// What stands in a text. One value serves many posts: its memory is kept.
#[derive(Debug, Default)]
pub struct Lists {
    /// Hashtags without `#`.
    pub(super) hashtags: Vec<Box<str>>,
    /// Names without `@`.
    pub(super) mentions: Vec<Box<str>>,
    /// Web addresses, with a scheme.
    pub(super) links: Vec<Box<str>>,
    tokens: Tokens,
}

/// Reads what stands in a text, in its order, each once.
pub(super) fn read_lists(text: &str, lists: &mut Lists) {
    let Lists { hashtags, mentions, links, tokens } = lists;
    for list in [&mut *hashtags, mentions, links] {
        list.clear();
    }
    let mut from = 0;
    while let Some((start, end)) = telling_words(text, from) {
        from = end;
        let words = &text[start..end];
        tokens.clear();
        tokens.add(0, words);
        for term in tokens.terms() {
            let original = &words[term.from as usize..term.until as usize];
            match term.kind {
                Kind::Tag => hashtags.push(visible(original, '#')),
                Kind::Name => mentions.push(visible(original, '@')),
                Kind::Address => links.push(link(original)),
                Kind::Word | Kind::Emoji | Kind::Squeezed => {}
            }
        }
    }
    for list in [hashtags, mentions, links] {
        if !list.is_empty() {
            *list = kept(list, |entry| line(entry, ADDRESS_CHARS_MAX));
        }
    }
}

/// The next stretch between spaces that may hold a hashtag, a name or an address.
fn telling_words(text: &str, mut from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    loop {
        let rest = &bytes[from..];
        let sign = memchr3(b'#', b'@', b'/', rest);
        // An address without a scheme starts with `www.`.
        let dot = memchr(b'.', &rest[..sign.unwrap_or(rest.len())]);
        let at = from + dot.or(sign)?;
        let start = memrchr2(b' ', b'\n', &bytes[from..at]).map_or(from, |space| from + space + 1);
        let end = memchr2(b' ', b'\n', &bytes[at..]).map_or(bytes.len(), |space| at + space);
        let words = &bytes[start..end];
        if memchr3(b'#', b'@', b'/', words).is_some() || memchr2(b'w', b'W', words).is_some() {
            return Some((start, end));
        }
        from = end;
    }
}

/// A tag or name as it was written, without its sign and without invisible characters.
fn visible(original: &str, sign: char) -> Box<str> {
    original.trim_start_matches(sign).chars().filter(|c| !is_invisible(*c)).collect()
}

/// An address without the punctuation of the sentence around it; with a scheme if it was written without.
fn link(original: &str) -> Box<str> {
    let closing = |c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ']' | '}')
            || (c == ')' && !original.contains('('))
    };
    let written: String = original.chars().filter(|c| !is_invisible(*c)).collect();
    let written = written.trim_end_matches(closing);
    if written.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
        format!("https://{written}").into()
    } else {
        written.into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same, from all tokens of the text.
    fn plainly(text: &str) -> [Vec<Box<str>>; 3] {
        let mut tokens = Tokens::default();
        tokens.add(0, text);
        let of = |kind: Kind, read: &dyn Fn(&str) -> Box<str>| {
            let terms = tokens.terms().iter().filter(|term| term.kind == kind);
            let all: Vec<_> =
                terms.map(|term| read(&text[term.from as usize..term.until as usize])).collect();
            kept(&all, |entry| line(entry, ADDRESS_CHARS_MAX))
        };
        [
            of(Kind::Tag, &|tag| visible(tag, '#')),
            of(Kind::Name, &|name| visible(name, '@')),
            of(Kind::Address, &link),
        ]
    }

    fn read(text: &str) -> [Vec<Box<str>>; 3] {
        let mut lists = Lists::default();
        read_lists("#прежний @прежний https://прежний.example", &mut lists);
        read_lists(text, &mut lists);
        [lists.hashtags, lists.mentions, lists.links]
    }

    #[test]
    fn only_the_words_around_the_signs_are_read() {
        let text = "Купил кашу… #каша,#завтрак у @zabka.pl! Слово. wow. См. (www.a.example/x). И https://b.example/y?z=«1»\n#каша";
        let [tags, names, links] = read(text);
        assert_eq!(tags, ["каша", "завтрак"].map(Into::into));
        assert_eq!(names, ["zabka.pl"].map(Into::into));
        assert_eq!(links, ["https://www.a.example/x", "https://b.example/y?z="].map(Into::into));
    }

    proptest! {
        #[test]
        fn reading_around_the_signs_finds_what_reading_all_finds(
            text in "([#@/.:wWhtpsа-вa-c_0-9 \n\t\u{a0}\u{301}\u{ad}\u{200b}\u{2028}«»)]|www\\.|https?://){0,40}",
        ) {
            prop_assert_eq!(read(&text), plainly(&text));
        }
    }
}
