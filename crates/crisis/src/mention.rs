//! A mention: a post that matched a topic.

use jiff::Timestamp;

use crate::id::{MentionId, TopicId};
use crate::post::{Engagement, Item, ItemKind};
use crate::topic::{AnswerPolicy, Topic};

/// A stored mention in its latest version.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its number.
    pub id: MentionId,
    /// What was published, latest version.
    pub item: Item,
    /// The topics it matched, in rising order.
    pub topics: Vec<TopicId>,
    /// When we saw it first.
    pub observed_at: Timestamp,
    /// Latest engagement.
    pub engagement: Engagement,
    /// How many versions there are, from 1.
    pub n_versions: u32,
    /// Since when it is gone from the network.
    pub deleted_at: Option<Timestamp>,
}

/// Whether a mention of these topics needs an answer, and until when.
///
/// Our own posts and bare reposts need none. Of several topics the strictest clock counts.
/// Returns the limit in minutes, or `None` when no topic asks for an answer.
pub fn answer_within_minutes<'a>(item: &Item, topics: impl IntoIterator<Item = &'a Topic>) -> Option<u32> {
    if item.author.ours || item.kind == ItemKind::Repost {
        return None;
    }
    topics
        .into_iter()
        .filter(|topic| asks_for_answer(item, topic.answers))
        .map(|topic| topic.answer_within_minutes)
        .min()
}

fn asks_for_answer(item: &Item, policy: AnswerPolicy) -> bool {
    match policy {
        AnswerPolicy::Every => true,
        AnswerPolicy::Addressed => match item.kind {
            ItemKind::Reply | ItemKind::Review | ItemKind::Form => true,
            ItemKind::Post | ItemKind::Quote | ItemKind::Article | ItemKind::Repost => {
                !item.mentions.is_empty()
            }
        },
        AnswerPolicy::None => false,
    }
}
