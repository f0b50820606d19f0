//! What a query sees of a post: borrowed, so that a post which matches nothing is never copied.

use nabat_crisis::post::{Attachment, Item, ItemKind, Rating};

use super::lexer::is_host;

/// Greatest share of the best rating that counts as negative (two stars of five).
const NEGATIVE_SHARE_MAX: f64 = 0.4;
/// Least share of the best rating that counts as positive (four stars of five).
const POSITIVE_SHARE_MIN: f64 = 0.8;

/// What a post feels about what it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sentiment {
    /// Complaint, anger, disappointment.
    Negative,
    /// Neither.
    Neutral,
    /// Praise.
    Positive,
}

impl Sentiment {
    /// All of them with their names in queries.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Negative, "negative"), (Self::Neutral, "neutral"), (Self::Positive, "positive")];

    /// Name in queries.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, each)| *each == name).map(|(sentiment, _)| sentiment)
    }

    /// What a rating says: two stars of five are negative, four are positive. `None` when the rating makes no sense.
    pub fn of_rating(rating: Rating) -> Option<Self> {
        let share = rating.value / rating.best;
        if !share.is_finite() {
            None
        } else if share <= NEGATIVE_SHARE_MAX {
            Some(Self::Negative)
        } else if share >= POSITIVE_SHARE_MIN {
            Some(Self::Positive)
        } else {
            Some(Self::Neutral)
        }
    }
}

const _: () = assert!(Sentiment::ALL.len() == Sentiment::Positive as usize + 1);

/// A post as queries see it.
#[derive(Debug, Clone, Copy)]
pub struct PostView<'a> {
    /// Title of an article or review. It is searched like the text; no phrase reaches from one into the other.
    pub title: Option<&'a str>,
    /// The words.
    pub text: &'a str,
    /// Hashtags without `#`, as the source names them: some networks keep them beside the text.
    pub hashtags: &'a [Box<str>],
    /// Names without `@`, as the source names them.
    pub mentions: &'a [Box<str>],
    /// Where it was published.
    pub network: &'a str,
    /// Its language, ISO 639-1.
    pub lang: Option<&'a str>,
    /// The author's id in the network.
    pub author_id: Option<&'a str>,
    /// The author's handle, without `@`.
    pub author_handle: Option<&'a str>,
    /// The author's name.
    pub author_name: Option<&'a str>,
    /// The host of the site it was published on.
    pub site: Option<&'a str>,
    /// Where people can read it.
    pub permalink: Option<&'a str>,
    /// Web addresses in it, as the source names them.
    pub links: &'a [Box<str>],
    /// What it is.
    pub kind: ItemKind,
    /// What is attached.
    pub attachments: &'a [Attachment],
    /// Whether it comes with a rating.
    pub has_rating: bool,
    /// The author's followers at the time of the post, if known.
    pub followers: Option<u64>,
    /// What it feels, if known.
    pub sentiment: Option<Sentiment>,
}

impl Default for PostView<'_> {
    fn default() -> Self {
        Self {
            title: None,
            text: "",
            hashtags: &[],
            mentions: &[],
            network: "",
            lang: None,
            author_id: None,
            author_handle: None,
            author_name: None,
            site: None,
            permalink: None,
            links: &[],
            kind: ItemKind::Post,
            attachments: &[],
            has_rating: false,
            followers: None,
            sentiment: None,
        }
    }
}

impl<'a> From<&'a Item> for PostView<'a> {
    fn from(item: &'a Item) -> Self {
        let container = item.container.as_ref().map(|container| &*container.id);
        Self {
            title: item.title.as_deref(),
            text: &item.text,
            hashtags: &item.hashtags,
            mentions: &item.mentions,
            network: item.uid.network.as_str(),
            lang: item.lang.as_deref(),
            author_id: item.author.id.as_deref(),
            author_handle: item.author.handle.as_deref(),
            author_name: item.author.name.as_deref(),
            site: site_of(item.permalink.as_deref(), container),
            permalink: item.permalink.as_deref(),
            links: &item.links,
            kind: item.kind,
            attachments: &item.attachments,
            has_rating: item.rating.is_some(),
            followers: item.author.followers,
            // Until posts are understood, a rating is all that tells.
            sentiment: item.rating.and_then(Sentiment::of_rating),
        }
    }
}

/// The host of the site a post was published on: that of its own address, else the id of its container when that is one.
pub fn site_of<'a>(permalink: Option<&'a str>, container: Option<&'a str>) -> Option<&'a str> {
    permalink.and_then(host_of).or(container.filter(|id| id.contains('.') && is_host(id)))
}

/// The host of a web address, as it is written there.
pub fn host_of(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches('.');
    is_host(host).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_the_host_of_the_permalink() {
        for (address, host) in [
            ("https://News.Example.com/a?b#c", Some("News.Example.com")),
            ("http://jan:pass@sklep.example:8080", Some("sklep.example")),
            ("https://пример.рф/статья", Some("пример.рф")),
            ("sklep.example/kasa", None),
            ("https:///kasa", None),
            ("tg://resolve", Some("resolve")),
        ] {
            assert_eq!(host_of(address), host, "{address}");
        }
    }

    #[test]
    fn two_stars_of_five_are_negative_and_four_are_positive() {
        let sentiment = |value, best| Sentiment::of_rating(Rating { value, best });
        assert_eq!(sentiment(2.0, 5.0), Some(Sentiment::Negative));
        assert_eq!(sentiment(3.0, 5.0), Some(Sentiment::Neutral));
        assert_eq!(sentiment(8.0, 10.0), Some(Sentiment::Positive));
        assert_eq!(sentiment(1.0, 0.0), None);
        for (each, name) in Sentiment::ALL {
            assert_eq!((each.name(), Sentiment::from_name(name)), (name, Some(each)));
        }
    }
}
