//! Topics and their queries, settings, and who changed what.

use std::collections::BTreeMap;

use nabat_crisis::id::{PersonId, TopicId};
use nabat_crisis::person::Actor;
use nabat_crisis::topic::TopicKind;
use nabat_store::{AuditEntry, TopicDraft};

use crate::world::{BRAND, World, at, topic};

#[tokio::test]
async fn a_topic_keeps_every_query_it_had_with_who_changed_it() {
    let world = World::new().await;
    let anna = Actor::Person(PersonId(1));
    let draft =
        TopicDraft { query: "зорька OR zorka".into(), ..topic("Зорька", TopicKind::Brand) };
    let changed = world.store.update_topic(BRAND, draft.clone(), anna, at(5)).await.unwrap().unwrap();
    assert_eq!(changed.query, "зорька OR zorka");
    let renamed = TopicDraft { name: "Молочный завод «Зорька»".into(), ..draft };
    world.store.update_topic(BRAND, renamed, anna, at(6)).await.unwrap().unwrap();
    let versions = world.store.topic_versions(BRAND).await.unwrap();
    let queries: Vec<_> =
        versions.iter().map(|version| (version.query.as_str(), version.by, version.at)).collect();
    assert_eq!(queries, [("зорька OR zorka", anna, at(5)), ("зорька", Actor::Nabat, at(0))]);
    let archived = world.store.archive_topic(BRAND, anna, at(7)).await.unwrap().unwrap();
    assert_eq!(archived.archived_at, Some(at(7)));
    assert_eq!(world.store.topics().await.unwrap().len(), 2);
    assert_eq!(world.store.unarchive_topic(BRAND, anna, at(8)).await.unwrap().unwrap().archived_at, None);
    assert_eq!(world.store.topic(TopicId(404)).await.unwrap(), None);
}

#[tokio::test]
async fn settings_are_audited_by_key_and_never_by_value() {
    let world = World::new().await;
    let values = BTreeMap::from([("contact".to_owned(), "press@zorka.example".to_owned())]);
    world.store.set_settings(values.clone(), Actor::Person(PersonId(1)), at(1)).await.unwrap();
    assert_eq!(world.store.settings().await.unwrap(), values);
    assert_eq!(world.store.setting("contact".into()).await.unwrap().as_deref(), Some("press@zorka.example"));
    assert_eq!(world.store.setting("colour".into()).await.unwrap(), None);
    let signed_in = AuditEntry {
        at: at(2),
        by: Actor::Person(PersonId(1)),
        what: "person.sign-in".into(),
        subject: "person:1".into(),
        detail: String::new(),
    };
    world.store.note_audit(signed_in.clone()).await.unwrap();
    let page = world.store.audit(None, 2).await.unwrap();
    assert_eq!((&page.items[0], page.items[1].subject.as_str()), (&signed_in, "setting:contact"));
    assert!(page.items.iter().all(|entry| !entry.detail.contains("zorka")));
    let rest = world.store.audit(page.next, 10).await.unwrap();
    let what: Vec<_> = rest.items.iter().map(|entry| entry.what.as_str()).collect();
    assert_eq!((what, rest.next), (vec!["topic.create", "topic.create", "source.create"], None));
}
