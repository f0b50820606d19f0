//! An invented company and its posts, for the stories.

use nabat_crisis::Timestamp;
use nabat_crisis::id::{SourceId, TopicId};
use nabat_crisis::network::Network;
use nabat_crisis::person::Actor;
use nabat_crisis::post::{Author, Change, Engagement, Item, ItemKind, ItemUid, PostEvent, Raw, Retention};
use nabat_crisis::source::SourceKind;
use nabat_crisis::topic::{AnswerPolicy, TopicKind};
use nabat_store::{Arrival, Batch, Committed, SourceDraft, Store, TopicDraft};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// The dairy "Зорька", its topic and a competitor's.
pub(crate) const BRAND: TopicId = TopicId(1);
pub(crate) const RIVAL: TopicId = TopicId(2);

/// A store in a folder of its own, with a source and two topics.
pub(crate) struct World {
    pub(crate) dir: TempDir,
    pub(crate) store: Store,
    pub(crate) source: SourceId,
}

impl World {
    pub(crate) async fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let source = store.create_source(files(), Actor::Nabat, at(0)).await.unwrap().id;
        for (name, kind) in [("Зорька", TopicKind::Brand), ("Łąka", TopicKind::Competitor)] {
            store.create_topic(topic(name, kind), Actor::Nabat, at(0)).await.unwrap();
        }
        Self { dir, store, source }
    }

    pub(crate) async fn commit(&self, arrivals: Vec<Arrival>) -> Committed {
        self.store.commit_batch(Batch { arrivals, ..Batch::new(self.source, at(500)) }).await.unwrap()
    }

    /// Everything is whole, counted anew.
    pub(crate) async fn check(&self) {
        assert_eq!(self.store.check().await.unwrap().findings, Vec::<String>::new());
    }
}

pub(crate) fn files() -> SourceDraft {
    SourceDraft {
        kind: SourceKind::Files,
        name: "Архив".into(),
        url: None,
        poll_minutes: 5,
        silence_minutes: None,
    }
}

pub(crate) fn topic(name: &str, kind: TopicKind) -> TopicDraft {
    TopicDraft {
        name: name.into(),
        kind,
        query: name.to_lowercase(),
        answers: AnswerPolicy::Every,
        answer_within_minutes: 60,
    }
}

/// So many minutes after the story begins.
pub(crate) fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_772_355_600 + minute * 60).unwrap()
}

pub(crate) fn uid(key: &str) -> ItemUid {
    ItemUid { network: Network::parse("vk").unwrap(), key: key.into() }
}

pub(crate) fn item(key: &str, minute: i64, text: &str) -> Item {
    Item {
        uid: uid(key),
        kind: ItemKind::Post,
        author: Author { handle: Some(format!("kto{key}").into()), ..Author::default() },
        container: None,
        title: None,
        text: text.into(),
        lang: Some("ru".into()),
        rating: None,
        links: vec![],
        hashtags: vec![],
        mentions: vec![],
        attachments: vec![],
        root: None,
        parent: None,
        quoted: None,
        published_at: at(minute),
        edited_at: None,
        permalink: None,
        engagement: Engagement::default(),
        retention: Retention::Public,
    }
}

/// An event as it was read from bytes, seen a minute after it happened.
pub(crate) fn event(change: Change, observed_minute: i64) -> PostEvent {
    let bytes = format!("{change:?} at {observed_minute}").into_bytes();
    PostEvent {
        observed_at: at(observed_minute),
        change,
        raw: Raw { sha256: Sha256::digest(&bytes).into(), bytes },
    }
}

pub(crate) fn created(item: Item) -> PostEvent {
    let minute = (item.published_at.as_second() - at(0).as_second()) / 60 + 1;
    event(Change::Created(Box::new(item)), minute)
}

/// An arrival that matches the brand and needs an answer within an hour.
pub(crate) fn arrival(event: PostEvent) -> Arrival {
    let text = match &event.change {
        Change::Created(item) | Change::Revised(item) => item.text.to_lowercase(),
        _ => String::new(),
    };
    let matches = !text.is_empty();
    Arrival {
        event,
        topics: if matches { vec![BRAND] } else { vec![] },
        search_text: text,
        answer_within_minutes: matches.then_some(60),
    }
}

/// The same for a post.
pub(crate) fn post(key: &str, minute: i64, text: &str) -> Arrival {
    arrival(created(item(key, minute, text)))
}
