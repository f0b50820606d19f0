//! Lists: every row once, whatever arrives in between, in every language.

use nabat_crisis::during::case::{CaseState, CaseStep};
use nabat_crisis::id::{MentionId, PersonId};
use nabat_crisis::network::Network;
use nabat_crisis::person::Actor;
use nabat_store::{Batch, CaseEntry, CaseFilter, CaseOrder, MentionFilter, StoreError};

use crate::world::{BRAND, RIVAL, World, arrival, at, created, item, post, uid};

const NONE: [i64; 0] = [];

#[tokio::test]
async fn paging_shows_each_post_once_while_new_ones_arrive() {
    let world = World::new().await;
    world.commit((0..7).map(|n| post(&n.to_string(), n, "Зорька")).collect()).await;
    let mut seen = Vec::new();
    let mut cursor = None;
    for round in 0.. {
        let page = world.store.mentions(MentionFilter::default(), cursor, 2).await.unwrap();
        seen.extend(page.items.iter().map(|mention| mention.id.0));
        // Some arrive at the top of the list, some in the part that was read, one in the part still to come.
        world
            .commit(vec![
                post(&format!("new{round}"), 100 + round, "Зорька"),
                post(&format!("mid{round}"), 6, "Зорька"),
            ])
            .await;
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, [7, 6, 5, 4, 3, 2, 1]);
    let broken = world.store.mentions(MentionFilter::default(), Some("завтра".into()), 2).await;
    assert!(matches!(broken, Err(StoreError::BadCursor)));
}

#[tokio::test]
async fn words_are_found_by_their_beginnings_in_russian_and_polish() {
    let world = World::new().await;
    let mut polish = item("2", 5, "Zażółć gęślą jaźń: mleko z Łąki skwaśniało");
    polish.lang = Some("pl".into());
    polish.uid.network = Network::parse("my-forum").unwrap();
    let mut polish = arrival(created(polish));
    polish.topics = vec![RIVAL];
    world.commit(vec![post("1", 0, "Ёжики пьют молоко «Зорька», молочная кухня"), polish]).await;
    let ids = async |filter: MentionFilter| -> Vec<i64> {
        world
            .store
            .mentions(filter, None, 10)
            .await
            .unwrap()
            .items
            .iter()
            .map(|mention| mention.id.0)
            .collect()
    };
    let words = |words: &[&str]| MentionFilter {
        words: words.iter().map(|&word| word.to_owned()).collect(),
        ..MentionFilter::default()
    };
    assert_eq!(ids(words(&["мол"])).await, [1]);
    assert_eq!(ids(words(&["молоч", "ёжик"])).await, [1]);
    assert_eq!(ids(words(&["молочн"])).await, [1]);
    assert_eq!(ids(words(&["моло", "зорь"])).await, [1]);
    assert_eq!(ids(words(&["skwaśn"])).await, [2]);
    assert_eq!(ids(words(&["zaż", "łąki"])).await, [2]);
    assert_eq!(ids(words(&["łąk", "молоко"])).await, NONE);
    assert_eq!(ids(words(&["\"* OR NEAR(", "--"])).await, NONE);
    assert_eq!(ids(words(&["--"])).await, [2, 1]);
    let forum = MentionFilter { network: Network::parse("my-forum").ok(), ..MentionFilter::default() };
    assert_eq!(ids(forum.clone()).await, [2]);
    assert_eq!(ids(MentionFilter { topic: Some(BRAND), ..forum.clone() }).await, NONE);
    assert_eq!(ids(MentionFilter { topic: Some(RIVAL), lang: Some("pl".into()), ..forum }).await, [2]);
    let hostile = MentionFilter { lang: Some("ru\" OR \"pl".into()), ..MentionFilter::default() };
    assert_eq!(ids(hostile).await, NONE);
    let time = MentionFilter { from: Some(at(1)), until: Some(at(6)), ..MentionFilter::default() };
    assert_eq!(ids(time).await, [2]);
}

#[tokio::test]
async fn a_thread_is_read_from_its_first_post_on() {
    let world = World::new().await;
    let reply = |key: &str, minute| {
        let mut reply = item(key, minute, "Зорька, и у меня");
        (reply.root, reply.parent) = (Some("1".into()), Some("1".into()));
        arrival(created(reply))
    };
    world
        .commit(vec![reply("3", 9), post("1", 0, "Зорька горчит"), reply("2", 4), post("4", 5, "Зорька")])
        .await;
    for start in ["1", "3"] {
        let thread = world.store.mentions_in_thread(uid(start), 10).await.unwrap();
        let keys: Vec<_> = thread.iter().map(|mention| &*mention.item.uid.key).collect();
        assert_eq!(keys, ["1", "2", "3"]);
    }
}

/// A crowd of cases, so that lists walk instead of sorting: each way of listing must agree with the obvious one.
#[tokio::test]
async fn a_large_inbox_shows_what_sorting_everything_would_show() {
    let world = World::new().await;
    let words = ["молоко", "сметана", "творог", "масло", "кефир"];
    let mut arrivals = Vec::new();
    for n in 0..6_000_i64 {
        let mut post = post(&n.to_string(), n * 7 % 5_000, &format!("Зорька {}", words[n as usize % 5]));
        post.answer_within_minutes = Some([5, 60, 1_440][n as usize % 3]);
        if n % 4 == 0 {
            post.topics = vec![RIVAL];
        }
        arrivals.push(post);
    }
    world.store.commit_batch(Batch { arrivals, ..Batch::new(world.source, at(0)) }).await.unwrap();
    for id in (1..6_000).step_by(97) {
        let before = world.store.case(MentionId(id)).await.unwrap().unwrap().case;
        let step = CaseStep::Assign(PersonId(1));
        let after = before.after(&step, PersonId(1), at(9)).unwrap();
        let entry = CaseEntry { at: at(9), by: Actor::Person(PersonId(1)), step };
        world.store.step_case(before, after, entry).await.unwrap();
    }
    let all = world.store.scan(None, 20_000).await.unwrap();
    let waiting = vec![CaseState::New, CaseState::InWork];
    for (words, topic, states) in [
        (vec!["моло"], None, waiting.clone()),
        (vec!["зорька"], Some(BRAND), vec![CaseState::New]),
        (vec!["кефир"], Some(RIVAL), vec![]),
        (vec![], Some(BRAND), waiting),
        (vec![], None, vec![]),
    ] {
        for order in [CaseOrder::DueFirst, CaseOrder::NewestFirst] {
            let filter = CaseFilter {
                topic,
                states: states.clone(),
                words: words.iter().map(|&word| word.to_owned()).collect(),
                ..CaseFilter::default()
            };
            let mut expected = Vec::new();
            for mention in &all {
                let case = world.store.case(mention.id).await.unwrap().unwrap().case;
                let fits = topic.is_none_or(|topic| mention.topics.contains(&topic))
                    && (states.is_empty() || states.contains(&case.state))
                    && words.iter().all(|word| mention.item.text.to_lowercase().contains(word));
                let key = match order {
                    CaseOrder::DueFirst => (case.due_at.as_second(), case.id.0),
                    CaseOrder::NewestFirst => (-case.opened_at.as_second(), -case.id.0),
                };
                expected.extend(fits.then_some((key, case.id)));
            }
            expected.sort_unstable();
            let mut found = Vec::new();
            let mut cursor = None;
            loop {
                let page = world.store.cases(filter.clone(), order, cursor, 1_000).await.unwrap();
                found.extend(page.items.iter().map(|view| view.case.id));
                cursor = page.next;
                if cursor.is_none() {
                    break;
                }
            }
            let expected: Vec<_> = expected.into_iter().map(|(_, id)| id).collect();
            assert_eq!(found, expected, "{filter:?} {order:?}");
        }
    }
    world.check().await;
}
