//! What few queries ask of a post: its fields, and where its sentences start. It is worked out when the first one asks.

use nabat_text::letters::{composed, fold};
use nabat_text::scan::Scanner;
use nabat_text::tokens::{Kind, Tokens};

use super::answer::Beside;
use super::program::FieldAsked;
use crate::matching::query::Field;
use crate::matching::reading::{TEXT, TITLE};
use crate::matching::view::{PostView, Sentiment};

/// The fields and sentences of one post.
pub(super) struct Fields<'a> {
    pub(super) post: &'a PostView<'a>,
    pub(super) scanner: &'a Scanner,
    authors: Option<Vec<String>>,
    sentences: Option<Tokens>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(post: &'a PostView<'a>, scanner: &'a Scanner) -> Self {
        Self { post, scanner, authors: None, sentences: None }
    }

    fn is_author(&mut self, name: &str) -> bool {
        let post = self.post;
        let authors = self.authors.get_or_insert_with(|| {
            let names = [post.author_handle, post.author_name, post.author_id];
            names.into_iter().flatten().map(|name| fold(name.trim())).collect()
        });
        authors.iter().any(|author| author == name)
    }

    fn has_value(&mut self, field: Field, value: &str) -> bool {
        let post = self.post;
        match field {
            Field::Author => self.is_author(value),
            Field::Network => post.network.eq_ignore_ascii_case(value),
            Field::Lang => post.lang.is_some_and(|lang| lang.eq_ignore_ascii_case(value)),
            Field::Site => post.site.is_some_and(|host| {
                let host = host.to_lowercase();
                host.strip_suffix(value).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
            }),
            Field::Url => self.holds_address(value),
            Field::Type => post.kind.name() == value,
            Field::Has => self.has(value),
            Field::Sentiment => post.sentiment.map(Sentiment::name) == Some(value),
        }
    }

    fn holds_address(&self, text: &str) -> bool {
        let post = self.post;
        let inside = self.scanner.addresses().iter().any(|address| {
            let original = if address.part == TITLE { post.title.unwrap_or_default() } else { post.text };
            let address = original.get(address.from as usize..address.until as usize).unwrap_or_default();
            composed(address).to_lowercase().contains(text)
        });
        let links = post.links.iter().map(|link| &**link).chain(post.permalink);
        inside || links.into_iter().any(|link| link.to_lowercase().contains(text))
    }

    fn has(&self, what: &str) -> bool {
        let post = self.post;
        let seen = |kind: Kind| self.scanner.sightings().iter().any(|sighting| sighting.kind == kind);
        match what {
            "link" => !post.links.is_empty() || !self.scanner.addresses().is_empty(),
            "hashtag" => !post.hashtags.is_empty() || seen(Kind::Tag),
            "mention" => !post.mentions.is_empty() || seen(Kind::Name),
            "emoji" => seen(Kind::Emoji),
            "rating" => post.has_rating,
            kind => post.attachments.iter().any(|each| each.kind.eq_ignore_ascii_case(kind)),
        }
    }
}

impl Beside for Fields<'_> {
    fn field(&mut self, asked: &FieldAsked) -> bool {
        match asked {
            FieldAsked::Values(field, values) => values.iter().any(|value| self.has_value(*field, value)),
            FieldAsked::Followers(min, max) => self
                .post
                .followers
                .is_some_and(|n| min.is_none_or(|min| n >= min) && max.is_none_or(|max| n <= max)),
        }
    }

    fn sentence(&mut self, place: u32) -> u32 {
        // What stands beside the text is no sentence of it: each such hashtag or name is one of its own.
        if let Some(number) = self.scanner.beside_number(place) {
            return u32::MAX - number;
        }
        let post = self.post;
        let tokens = self.sentences.get_or_insert_with(|| {
            let mut tokens = Tokens::default();
            if let Some(title) = post.title {
                tokens.add(TITLE, title);
            }
            tokens.add(TEXT, post.text);
            tokens
        });
        tokens.sentence_starts().partition_point(|start| *start <= place) as u32
    }
}
