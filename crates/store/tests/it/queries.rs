//! Queries and what is known about them: versions, named parts, samples, frequencies.

use nabat_crisis::id::{MentionId, PersonId, TopicId};
use nabat_crisis::person::Actor;
use nabat_crisis::topic::TopicKind;
use nabat_store::{SampleId, TopicDraft};

use crate::world::{BRAND, RIVAL, World, at, post, topic};

const ANNA: Actor = Actor::Person(PersonId(1));
const JAN: Actor = Actor::Person(PersonId(2));

#[tokio::test]
async fn a_version_keeps_why_it_was_made_and_what_it_brings_and_loses() {
    let world = World::new().await;
    let draft =
        TopicDraft { query: "зорька -заря".into(), ..topic("Зорька", TopicKind::Brand) };
    let why = "находила рассветы";
    world.store.update_topic_because(BRAND, draft, why.into(), ANNA, at(5)).await.unwrap().unwrap();
    let versions = world.store.topic_versions(BRAND).await.unwrap();
    assert_eq!((versions[0].why.as_str(), versions[0].n_brings, versions[1].why.as_str()), (why, None, ""));

    let pending = world.store.pending_reruns().await.unwrap();
    let brand = pending.iter().find(|pending| pending.topic == BRAND).unwrap();
    assert_eq!((brand.query.as_str(), brand.before.as_deref()), ("зорька -заря", Some("зорька")));
    assert!(!world.store.settle_rerun(BRAND, versions[1].id, 1, 0).await.unwrap(), "a newer one is to run");
    assert!(world.store.settle_rerun(BRAND, versions[0].id, 212, 3).await.unwrap());
    let versions = world.store.topic_versions(BRAND).await.unwrap();
    assert_eq!((versions[0].n_brings, versions[0].n_loses), (Some(212), Some(3)));

    world.store.archive_topic(RIVAL, ANNA, at(6)).await.unwrap();
    assert_eq!(world.store.pending_reruns().await.unwrap(), [], "nobody waits for an archived topic");
    world.store.unarchive_topic(RIVAL, ANNA, at(7)).await.unwrap();
    world.store.request_reruns(vec![BRAND]).await.unwrap();
    let topics: Vec<_> =
        world.store.pending_reruns().await.unwrap().iter().map(|pending| pending.topic).collect();
    assert_eq!(topics, [BRAND, RIVAL]);
}

#[tokio::test]
async fn a_named_part_is_shared_changed_and_removed_and_keeps_every_text() {
    let world = World::new().await;
    let put = async |query: &str, why: &str, minute| {
        let (query, why) = (query.to_owned(), why.to_owned());
        world.store.put_query_part("crisis_words".into(), query, why, ANNA, at(minute)).await.unwrap()
    };
    put("отравление OR плесень", "", 1).await;
    put("отравление OR плесень OR «червяк»", "про червяка писали в мае", 2).await;
    put("отравление OR плесень OR «червяк»", "ещё раз", 3).await;
    let parts = world.store.query_parts().await.unwrap();
    assert_eq!((parts.len(), parts[0].name.as_str(), parts[0].at), (1, "crisis_words", at(2)));
    assert!(world.store.remove_query_part("crisis_words".into(), "".into(), JAN, at(4)).await.unwrap());
    assert!(!world.store.remove_query_part("crisis_words".into(), "".into(), JAN, at(5)).await.unwrap());
    assert_eq!(world.store.query_parts().await.unwrap(), []);
    let versions = world.store.query_part_versions("crisis_words".into()).await.unwrap();
    let seen: Vec<_> = versions.iter().map(|version| (version.query.as_deref(), version.by)).collect();
    assert_eq!(
        seen,
        [
            (None, JAN),
            (Some("отравление OR плесень OR «червяк»"), ANNA),
            (Some("отравление OR плесень"), ANNA)
        ]
    );
}

#[tokio::test]
async fn a_sample_of_random_matches_is_marked_and_the_last_word_counts() {
    let world = World::new().await;
    world.commit((0..300).map(|n| post(&n.to_string(), n % 40, "Зорька опять на прилавке")).collect()).await;
    let drawn = world.store.random_mentions(BRAND, 20, 7).await.unwrap();
    let ids: Vec<_> = drawn.iter().map(|mention| mention.id).collect();
    let mut distinct = ids.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 20);
    assert_eq!(world.store.random_mentions(BRAND, 20, 7).await.unwrap(), drawn, "the same seed");
    assert_ne!(world.store.random_mentions(BRAND, 20, 8).await.unwrap(), drawn);
    assert_eq!(world.store.random_mentions(BRAND, 1_000, 8).await.unwrap().len(), 300);
    assert_eq!(world.store.random_mentions(RIVAL, 20, 7).await.unwrap(), []);

    let version = world.store.topic_versions(BRAND).await.unwrap()[0].id;
    let sample = world.store.put_sample(BRAND, version, ids.clone(), ANNA, at(50)).await.unwrap();
    assert_eq!(world.store.precision(BRAND).await.unwrap(), None, "nobody has marked anything");
    for (mention, right, by) in [(ids[0], true, ANNA), (ids[1], true, ANNA), (ids[1], false, JAN)] {
        world.store.mark_sample(sample.id, mention, right, by, at(51)).await.unwrap().unwrap();
    }
    let foreign = world.store.mark_sample(sample.id, MentionId(301), true, ANNA, at(52)).await.unwrap();
    assert_eq!(foreign, None);
    assert_eq!(world.store.mark_sample(SampleId(9), ids[0], true, ANNA, at(52)).await.unwrap(), None);
    world.store.put_sample(BRAND, version, ids.clone(), ANNA, at(53)).await.unwrap();
    let precision = world.store.precision(BRAND).await.unwrap().unwrap();
    assert_eq!(
        (precision.sample, precision.version, precision.n_right, precision.n_wrong),
        (sample.id, version, 1, 1)
    );
    let kept = world.store.sample(sample.id).await.unwrap().unwrap();
    assert_eq!((kept.mentions, kept.marks.len(), kept.marks[2].by), (ids, 3, JAN));
    assert_eq!(world.store.precision(TopicId(9)).await.unwrap(), None);
}

#[tokio::test]
async fn learned_frequencies_are_replaced_whole() {
    let world = World::new().await;
    assert_eq!(world.store.frequencies().await.unwrap(), None);
    world.store.keep_frequencies(vec![1; 9], at(1)).await.unwrap();
    world.store.keep_frequencies(vec![2; 3], at(2)).await.unwrap();
    assert_eq!(world.store.frequencies().await.unwrap(), Some(vec![2; 3]));
    assert!(world.store.keep_frequencies(vec![0; 17 << 20], at(3)).await.is_err());
}
