//! Stored posts as the engine takes them.

use nabat_store::Viewed;
use nabat_watch::matching::PostView;

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
    }
}
