//! Shapes that several pages share: mentions, authors, pages of a list.

use jiff::Timestamp;
use nabat_app::views::MentionView;
use nabat_crisis::mention::Mention;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Rows of a list in one answer, unless the request says otherwise.
const LIMIT_DEFAULT: u32 = 50;
/// Most rows of a list in one answer.
const LIMIT_MAX: u32 = 200;

/// A part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// What to pass as `cursor` for the rows after these; nothing after the last.
    pub next: Option<String>,
}

/// How many rows a request may have.
pub(crate) fn limit(asked: Option<u32>) -> u32 {
    asked.unwrap_or(LIMIT_DEFAULT).clamp(1, LIMIT_MAX)
}

/// Where to go on, and how many rows.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// `next` of the rows before.
    pub cursor: Option<String>,
    /// At most so many rows (200 at most).
    pub limit: Option<u32>,
}

/// Who published a post.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuthorBody {
    /// The network's id of the account.
    pub id: Option<String>,
    /// The name after `@`.
    pub handle: Option<String>,
    /// The name people see.
    pub name: Option<String>,
    /// Followers at the time of the post.
    pub followers: Option<u64>,
    /// Whether it is one of our accounts.
    pub ours: bool,
}

/// The group, channel or site of a post.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContainerBody {
    /// The network's id, or the site's host.
    pub id: String,
    /// The name people see.
    pub name: Option<String>,
}

/// The rating of a review.
#[derive(Debug, Serialize, ToSchema)]
pub struct RatingBody {
    /// What was given.
    pub value: f64,
    /// The best that can be given.
    pub best: f64,
}

/// Something attached to a post.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttachmentBody {
    /// What it is.
    pub kind: String,
    /// Where it lies.
    pub url: Option<String>,
    /// File name or alternative text.
    pub name: Option<String>,
}

/// What others did with a post. Unknown is not zero.
#[derive(Debug, Serialize, ToSchema)]
pub struct EngagementBody {
    /// Likes and other approval.
    pub likes: Option<u64>,
    /// Times passed on.
    pub reposts: Option<u64>,
    /// Answers.
    pub replies: Option<u64>,
    /// Times seen.
    pub views: Option<u64>,
}

/// A mention in its latest version.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mention)]
pub struct MentionBody {
    /// Its number.
    pub id: i64,
    /// Its identity in the network, as `network:key`.
    pub uid: String,
    /// Where it was published.
    pub network: String,
    /// `post`, `reply`, `repost`, `quote`, `review`, `article` or `form`.
    #[schema(value_type = ItemKindName)]
    pub kind: &'static str,
    /// Who published it.
    pub author: AuthorBody,
    /// Where in the network.
    pub container: Option<ContainerBody>,
    /// Title of an article or review.
    pub title: Option<String>,
    /// The words. Data, never markup.
    pub text: String,
    /// Its language, as the source names it.
    pub lang: Option<String>,
    /// Rating of a review.
    pub rating: Option<RatingBody>,
    /// Web addresses in it.
    pub links: Vec<String>,
    /// Hashtags without `#`.
    pub hashtags: Vec<String>,
    /// What is attached.
    pub attachments: Vec<AttachmentBody>,
    /// Native key of the item it answers.
    pub parent: Option<String>,
    /// Native key of the item it passes on.
    pub quoted: Option<String>,
    /// Native key of the first item of its thread.
    pub root: Option<String>,
    /// When it was published.
    pub published_at: Timestamp,
    /// When its author last changed it.
    pub edited_at: Option<Timestamp>,
    /// When we saw it first.
    pub observed_at: Timestamp,
    /// Since when it is gone from the network.
    pub deleted_at: Option<Timestamp>,
    /// Where people can read it; web addresses only.
    pub permalink: Option<String>,
    /// Latest engagement.
    pub engagement: EngagementBody,
    /// How many versions there are.
    pub n_versions: u32,
    /// The topics it matched.
    pub topics: Vec<i64>,
    /// What made it match: spans of `text` in UTF-16 units.
    pub spans: Vec<(u32, u32)>,
    /// What made it match: spans of `title` in UTF-16 units.
    pub title_spans: Vec<(u32, u32)>,
}

/// Names of what an item is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKindName {
    /// A post of its own.
    Post,
    /// An answer to another item.
    Reply,
    /// Another item passed on without words.
    Repost,
    /// Another item passed on with words.
    Quote,
    /// A review.
    Review,
    /// An article.
    Article,
    /// A message through a form.
    Form,
}

impl From<MentionView> for MentionBody {
    fn from(view: MentionView) -> Self {
        let spans = utf16_spans(&view.mention.item.text, &view.highlights.text);
        let title = view.mention.item.title.as_deref().unwrap_or_default();
        let title_spans = utf16_spans(title, &view.highlights.title);
        Self { spans, title_spans, ..Self::from(view.mention) }
    }
}

impl From<Mention> for MentionBody {
    fn from(mention: Mention) -> Self {
        let item = mention.item;
        let text = |value: Option<Box<str>>| value.map(String::from);
        let texts = |values: Vec<Box<str>>| values.into_iter().map(String::from).collect();
        Self {
            id: mention.id.0,
            uid: item.uid.as_text(),
            network: item.uid.network.as_str().to_owned(),
            kind: item.kind.name(),
            author: AuthorBody {
                id: text(item.author.id),
                handle: text(item.author.handle),
                name: text(item.author.name),
                followers: item.author.followers,
                ours: item.author.ours,
            },
            container: item.container.map(|c| ContainerBody { id: c.id.into(), name: text(c.name) }),
            title: text(item.title),
            text: item.text,
            lang: text(item.lang),
            rating: item.rating.map(|r| RatingBody { value: r.value, best: r.best }),
            links: texts(item.links),
            hashtags: texts(item.hashtags),
            attachments: item
                .attachments
                .into_iter()
                .map(|a| AttachmentBody { kind: a.kind.into(), url: web_only(a.url), name: text(a.name) })
                .collect(),
            parent: text(item.parent),
            quoted: text(item.quoted),
            root: text(item.root),
            published_at: item.published_at,
            edited_at: item.edited_at,
            observed_at: mention.observed_at,
            deleted_at: mention.deleted_at,
            permalink: web_only(item.permalink),
            engagement: EngagementBody {
                likes: mention.engagement.likes,
                reposts: mention.engagement.reposts,
                replies: mention.engagement.replies,
                views: mention.engagement.views,
            },
            n_versions: mention.n_versions,
            topics: mention.topics.into_iter().map(|topic| topic.0).collect(),
            spans: Vec::new(),
            title_spans: Vec::new(),
        }
    }
}

/// Keeps an address that a click may open, and drops `javascript:` and the like.
fn web_only(address: Option<Box<str>>) -> Option<String> {
    address.map(String::from).filter(|address| nabat_crisis::during::case::is_web_address(address))
}

/// Byte spans of a text as spans of UTF-16 units, which is how browsers count.
pub(crate) fn utf16_spans(text: &str, spans: &[std::ops::Range<usize>]) -> Vec<(u32, u32)> {
    let mut borders: Vec<usize> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    borders.sort_unstable();
    let (mut units, mut at) = (0_u32, 0_usize);
    let mut found = std::collections::BTreeMap::new();
    for border in borders {
        units += text.get(at..border).map_or(0, |part| part.encode_utf16().count() as u32);
        at = border;
        found.insert(border, units);
    }
    let place = |border: &usize| found.get(border).copied().unwrap_or(units);
    spans.iter().map(|span| (place(&span.start), place(&span.end))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn highlights_stand_where_the_browser_counts_them() {
        let text = "🔔 Гречка «Вельмира»";
        let start = text.find("Вельмира").unwrap();
        let matched = start..start + "Вельмира".len();
        let spans = utf16_spans(text, std::slice::from_ref(&matched));
        let units: Vec<u16> = text.encode_utf16().collect();
        let (from, until) = spans[0];
        assert_eq!(String::from_utf16(&units[from as usize..until as usize]).unwrap(), "Вельмира");
    }

    #[test]
    fn a_script_is_not_a_permalink() {
        assert_eq!(web_only(Some("javascript:alert(1)".into())), None);
        assert_eq!(
            web_only(Some("https://vk.example/wall1".into())).as_deref(),
            Some("https://vk.example/wall1")
        );
    }
}
