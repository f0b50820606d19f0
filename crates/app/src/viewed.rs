//! Posts as the engine takes them: stored ones, and those of a file at a glance.

use nabat_connectors::files::Sketch;
use nabat_store::Viewed;
use nabat_watch::intake::{Lists, glance};
use nabat_watch::matching::{PostView, Sentiment, site_of};

/// What a query sees of a stored post: the same as it saw on the stream, when the post was an item.
pub fn post_view<'a>(viewed: &Viewed<'a>) -> PostView<'a> {
    PostView {
        title: viewed.title,
        text: viewed.text,
        hashtags: viewed.hashtags,
        mentions: viewed.mentions,
        network: viewed.network,
        lang: viewed.lang,
        author_id: viewed.author_id,
        author_handle: viewed.author_handle,
        author_name: viewed.author_name,
        site: site_of(viewed.permalink, viewed.container),
        permalink: viewed.permalink,
        links: viewed.links,
        kind: viewed.kind,
        attachments: viewed.attachments,
        has_rating: viewed.rating.is_some(),
        followers: viewed.followers,
        sentiment: viewed.rating.and_then(Sentiment::of_rating),
    }
}

/// What a query sees of a post that was told at a glance, when cleaning leaves it as it is; `None` when it must be read whole.
pub fn sketch_view<'a>(sketch: &'a Sketch<'_>, lists: &'a mut Lists) -> Option<PostView<'a>> {
    let view = PostView {
        title: sketch.title.as_deref(),
        text: &sketch.text,
        network: sketch.network,
        lang: sketch.lang,
        author_id: sketch.author_id,
        author_handle: sketch.author_handle,
        author_name: sketch.author_name.as_deref(),
        permalink: sketch.permalink.as_deref(),
        kind: sketch.kind,
        followers: sketch.author_followers,
        ..PostView::default()
    };
    glance(&view, sketch.container, lists)
}
