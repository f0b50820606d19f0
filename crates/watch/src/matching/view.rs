//! What a query sees of a post: borrowed, so that a post which matches nothing is never copied.

use nabat_crisis::post::Item;

/// A post as queries see it.
#[derive(Debug, Clone, Copy, Default)]
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
}

impl<'a> From<&'a Item> for PostView<'a> {
    fn from(item: &'a Item) -> Self {
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
        }
    }
}
