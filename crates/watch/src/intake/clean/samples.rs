//! Items for the tests of this folder.

use nabat_crisis::network::Network;
use nabat_crisis::post::{Author, Engagement, Item, ItemKind, ItemUid, Retention};

/// A plain post with a text.
pub(crate) fn item(text: &str) -> Item {
    Item {
        uid: ItemUid { network: Network::parse("vk").unwrap(), key: "1_2".into() },
        kind: ItemKind::Post,
        author: Author::default(),
        container: None,
        title: None,
        text: text.to_owned(),
        lang: None,
        rating: None,
        links: Vec::new(),
        hashtags: Vec::new(),
        mentions: Vec::new(),
        attachments: Vec::new(),
        root: None,
        parent: None,
        quoted: None,
        published_at: "2026-03-01T10:00:00Z".parse().unwrap(),
        edited_at: None,
        permalink: None,
        engagement: Engagement::default(),
        retention: Retention::Public,
    }
}
