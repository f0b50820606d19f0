//! What arriving events do to what is kept.

use nabat_crisis::bucket::Bucket;
use nabat_crisis::id::MentionId;
use nabat_crisis::network::Network;
use nabat_crisis::post::{Change, Engagement, Rating};
use nabat_store::{Attach, Batch, EventFilter, MentionFilter, Store};
use tempfile::TempDir;

use crate::world::{BRAND, RIVAL, World, arrival, at, created, event, files, item, post, uid};

#[tokio::test]
async fn a_file_imported_twice_is_stored_once() {
    let world = World::new().await;
    let file = || {
        vec![
            post("1", 0, "Молоко «Зорька» скисло"),
            post("2", 7, "Зорька опять подорожала"),
            post("3", 8, "Люблю Зорьку"),
        ]
    };
    let first = world.commit(file()).await;
    assert_eq!((first.n_new, first.n_cases, first.n_repeated), (3, 3, 0));
    assert_eq!(first.new[1].topics, [BRAND]);
    let second = world.commit(file()).await;
    assert_eq!((second.n_new, second.n_cases, second.n_repeated), (0, 0, 3));
    assert_eq!(second.touched, []);
    let buckets = world.store.buckets(BRAND, Bucket::of(at(0)), Bucket::of(at(60))).await.unwrap();
    assert_eq!(buckets, [(Bucket::of(at(0)), 1), (Bucket::of(at(5)), 2)]);
    assert_eq!(world.store.first_bucket(BRAND).await.unwrap(), Some(Bucket::of(at(0))));
    assert_eq!(world.store.health().await.unwrap().n_events, 3);
    world.check().await;
}

#[tokio::test]
async fn an_edited_post_shows_its_last_words_and_keeps_the_first() {
    let world = World::new().await;
    let mut edited = item("1", 0, "Зорька: прошу прощения, молоко было другое");
    edited.edited_at = Some(at(30));
    let revised = arrival(event(Change::Revised(Box::new(edited)), 2_000));
    // An import sees everything "now": the edit counts by its own time, so the words shown are the edited ones in any order.
    let first = arrival(event(Change::Created(Box::new(item("1", 0, "Отравился молоком Зорька"))), 2_000));
    assert_eq!(world.commit(vec![first.clone(), revised.clone()]).await.n_revised, 1);
    let mention = world.store.mention_by_uid(uid("1")).await.unwrap().unwrap();
    assert_eq!(
        (mention.item.text.as_str(), mention.n_versions),
        ("Зорька: прошу прощения, молоко было другое", 2)
    );
    let words = |word: &str| MentionFilter { words: vec![word.into()], ..MentionFilter::default() };
    assert_eq!(world.store.mentions(words("прощен"), None, 10).await.unwrap().items.len(), 1);
    assert_eq!(world.store.mentions(words("отравил"), None, 10).await.unwrap().items.len(), 0);
    let kept = world.store.mention_events(mention.id).await.unwrap();
    assert_eq!(
        kept.iter().map(|kept| kept.event.clone()).collect::<Vec<_>>(),
        [first.event.clone(), revised.event.clone()]
    );
    let again = world.commit(vec![revised, first]).await;
    assert_eq!((again.n_repeated, again.n_revised), (2, 0));
    world.check().await;
}

#[tokio::test]
async fn a_post_read_again_with_other_words_is_a_revision() {
    let world = World::new().await;
    world.commit(vec![post("1", 0, "Зорька не отвечает")]).await;
    let second = arrival(event(Change::Created(Box::new(item("1", 0, "Зорька ответила, спасибо"))), 90));
    let committed = world.commit(vec![second]).await;
    assert_eq!((committed.n_new, committed.n_revised, committed.touched), (0, 1, vec![MentionId(1)]));
    assert_eq!(
        world.store.mention(MentionId(1)).await.unwrap().unwrap().item.text,
        "Зорька ответила, спасибо"
    );
}

#[tokio::test]
async fn a_deletion_keeps_the_post_and_a_restoration_brings_it_back() {
    let world = World::new().await;
    world.commit(vec![post("1", 0, "Зорька, верните деньги"), post("2", 1, "Зорька молодцы")]).await;
    let deleted = arrival(event(Change::Deleted { uid: uid("1"), at: at(20) }, 21));
    assert_eq!(world.commit(vec![deleted.clone(), deleted.clone()]).await.n_updated, 1);
    let gone = world.store.mention(MentionId(1)).await.unwrap().unwrap();
    assert_eq!((gone.deleted_at, gone.item.text.as_str()), (Some(at(20)), "Зорька, верните деньги"));
    let only =
        |deleted| MentionFilter { deleted: Some(deleted), topic: Some(BRAND), ..MentionFilter::default() };
    let ids = async |filter| -> Vec<i64> {
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
    assert_eq!((ids(only(true)).await, ids(only(false)).await), (vec![1], vec![2]));
    let restored = arrival(event(Change::Restored { uid: uid("1"), at: at(25) }, 26));
    assert_eq!(world.commit(vec![restored, deleted]).await.n_repeated, 1);
    assert_eq!(world.store.mention(MentionId(1)).await.unwrap().unwrap().deleted_at, None);
    let unknown = arrival(event(Change::Deleted { uid: uid("404"), at: at(20) }, 21));
    assert_eq!(world.commit(vec![unknown]).await.n_unmatched, 1);
    world.check().await;
}

#[tokio::test]
async fn the_latest_count_of_likes_is_shown_and_unknown_is_not_zero() {
    let world = World::new().await;
    let mut liked = item("1", 0, "Зорька удивила");
    liked.engagement = Engagement { likes: Some(5), views: Some(100), ..Engagement::default() };
    let first = arrival(created(liked.clone()));
    world.commit(vec![first.clone()]).await;
    let counted = |likes, minute| {
        let engagement = Engagement { likes: Some(likes), ..Engagement::default() };
        arrival(event(Change::Metrics { uid: uid("1"), at: at(minute), engagement }, minute))
    };
    let committed = world.commit(vec![counted(70, 60), counted(40, 30), counted(70, 60)]).await;
    assert_eq!((committed.n_updated, committed.n_repeated), (2, 1));
    let engagement = world.store.mention(MentionId(1)).await.unwrap().unwrap().engagement;
    assert_eq!((engagement.likes, engagement.views), (Some(70), Some(100)));
    // The same post read again with more likes is no other version, and the old file changes nothing.
    liked.engagement.likes = Some(90);
    let reread = arrival(event(Change::Created(Box::new(liked)), 120));
    let committed = world.commit(vec![reread.clone(), reread, first]).await;
    assert_eq!((committed.n_updated, committed.n_repeated, committed.n_revised), (1, 2, 0));
    let mention = world.store.mention(MentionId(1)).await.unwrap().unwrap();
    assert_eq!((mention.engagement.likes, mention.n_versions), (Some(90), 1));
    world.check().await;
}

#[tokio::test]
async fn an_edit_that_names_us_for_the_first_time_makes_a_mention_and_a_further_topic_joins_the_old_ones() {
    let world = World::new().await;
    let elsewhere = arrival(event(Change::Revised(Box::new(item("9", 3, "Оказалось, это Зорька"))), 40));
    let mut unmatched = elsewhere.clone();
    unmatched.topics.clear();
    assert_eq!(world.commit(vec![unmatched]).await.n_unmatched, 1);
    assert_eq!(world.commit(vec![elsewhere]).await.n_new, 1);
    let mut both = arrival(event(Change::Revised(Box::new(item("9", 3, "Зорька хуже, чем Łąka"))), 50));
    both.topics = vec![RIVAL];
    assert_eq!(world.commit(vec![both]).await.n_revised, 1);
    let mention = world.store.mention(MentionId(1)).await.unwrap().unwrap();
    assert_eq!(mention.topics, [BRAND, RIVAL]);
    let until = Bucket::of(at(60));
    for topic in [BRAND, RIVAL] {
        assert_eq!(world.store.buckets(topic, Bucket(0), until).await.unwrap(), [(Bucket::of(at(0)), 1)]);
    }
    assert_eq!(world.store.case_counts(at(0)).await.unwrap().topics.len(), 2);
    world.check().await;
}

#[tokio::test]
async fn old_posts_open_no_cases_and_ring_no_bell() {
    let world = World::new().await;
    let arrivals = vec![post("1", 0, "Зорька, десять лет назад было вкуснее")];
    let batch = Batch { arrivals, quiet: true, ..Batch::new(world.source, at(500)) };
    assert_eq!(world.store.commit_batch(batch).await.unwrap().n_cases, 0);
    assert_eq!(world.store.due().await.unwrap(), []);
    assert_eq!(world.store.case_counts(at(900)).await.unwrap().n_unanswered, 0);
    world.check().await;
}

#[tokio::test]
async fn followers_and_gaps_are_kept_though_no_topic_matches() {
    let world = World::new().await;
    let network = Network::parse("vk").unwrap();
    let audience =
        Change::Audience { network: network.clone(), account: "zorka".into(), at: at(5), followers: 12_000 };
    let gap = Change::Gap { network: network.clone(), from: at(10), until: at(20), reason: "limit".into() };
    let arrivals = || vec![arrival(event(audience.clone(), 6)), arrival(event(gap.clone(), 21))];
    assert_eq!(world.commit(arrivals()).await.n_other, 2);
    assert_eq!(world.commit(arrivals()).await.n_repeated, 2);
    let counted = world.store.audience(network, "zorka".into(), at(0), at(60)).await.unwrap();
    assert_eq!(counted, [(at(5), 12_000)]);
    let gaps = world.store.gaps(world.source, 10).await.unwrap();
    assert_eq!(
        (gaps.len(), gaps[0].from, gaps[0].until, gaps[0].reason.as_str()),
        (1, at(10), at(20), "limit")
    );
    world.check().await;
}

#[tokio::test]
async fn everything_exported_is_what_was_imported_and_can_be_imported_again() {
    let world = World::new().await;
    let mut review = item("7", 9, "Молоко \"Зорька\" \u{0} <script>alert(1)</script> \u{202e}");
    review.rating = Some(Rating { value: 0.1 + 0.2, best: 5.0 });
    review.author.followers = Some(u64::from(u32::MAX));
    review.links = vec!["https://zorka.example/".into()];
    review.root = Some("1".into());
    let arrivals = vec![
        post("1", 0, "Зорька"),
        arrival(created(review)),
        arrival(event(Change::Deleted { uid: uid("1"), at: at(20) }, 21)),
        arrival(event(
            Change::Gap {
                network: Network::parse("x").unwrap(),
                from: at(1),
                until: at(2),
                reason: "".into(),
            },
            3,
        )),
    ];
    world.commit(arrivals.clone()).await;
    let page = world.store.events_page(0, 3, EventFilter::default()).await.unwrap();
    let rest = world.store.events_page(page.next.unwrap(), 3, EventFilter::default()).await.unwrap();
    assert_eq!(rest.next, None);
    let exported: Vec<_> = page.events.into_iter().chain(rest.events).map(|kept| kept.event).collect();
    assert_eq!(exported, arrivals.iter().map(|arrival| arrival.event.clone()).collect::<Vec<_>>());
    let of_topic = EventFilter { topic: Some(BRAND), from: Some(at(5)), until: None };
    let events = world.store.events_page(0, 10, of_topic).await.unwrap().events;
    assert_eq!(events.iter().map(|kept| kept.mention).collect::<Vec<_>>(), [Some(MentionId(2))]);
    let elsewhere = TempDir::new().unwrap();
    let other = Store::open(elsewhere.path()).unwrap();
    let source = other.create_source(files(), nabat_crisis::person::Actor::Nabat, at(0)).await.unwrap().id;
    let arrivals = exported.iter().cloned().map(arrival).collect();
    other.commit_batch(Batch { arrivals, ..Batch::new(source, at(0)) }).await.unwrap();
    let again = other.events_page(0, 10, EventFilter::default()).await.unwrap().events;
    assert_eq!(again.into_iter().map(|kept| kept.event).collect::<Vec<_>>(), exported);
}

#[tokio::test]
async fn a_new_topic_finds_its_mentions_in_history_and_opens_no_cases_for_them() {
    let world = World::new().await;
    world
        .commit(vec![
            post("1", 0, "Зорька и Łąka"),
            post("2", 30, "Только Зорька"),
            post("3", 31, "Łąka лучше, Зорька"),
        ])
        .await;
    let history = world.store.scan(None, 2).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(world.store.scan(history.last().map(|mention| mention.id), 2).await.unwrap().len(), 1);
    let posts = vec![MentionId(1), MentionId(3)];
    let attach = Attach { topic: RIVAL, posts, mark_detection: false };
    assert_eq!(world.store.attach(attach.clone()).await.unwrap(), 2);
    assert_eq!(world.store.attach(attach).await.unwrap(), 0);
    let filter =
        MentionFilter { topic: Some(RIVAL), words: vec!["зор".into()], ..MentionFilter::default() };
    assert_eq!(world.store.mentions(filter, None, 10).await.unwrap().items.len(), 2);
    assert_eq!(world.store.due().await.unwrap().iter().map(|mark| mark.topic).collect::<Vec<_>>(), [BRAND]);
    let posts = vec![MentionId(2)];
    world.store.attach(Attach { topic: RIVAL, posts, mark_detection: true }).await.unwrap();
    assert_eq!(world.store.due().await.unwrap().len(), 2);
    assert_eq!(world.store.case_counts(at(0)).await.unwrap().n_unanswered, 3);
    world.check().await;
}

#[tokio::test]
async fn the_facts_of_an_hour_name_authors_networks_and_the_heaviest_posts() {
    let world = World::new().await;
    let mut arrivals = Vec::new();
    for (key, author, network, likes) in [
        ("1", Some("анна"), "vk", 3),
        ("2", Some("анна"), "vk", 50),
        ("3", None, "x", 7),
        ("4", None, "x", 0),
    ] {
        let mut item = item(key, 10, "Зорька");
        item.uid.network = Network::parse(network).unwrap();
        item.author.handle = author.map(Into::into);
        item.engagement.likes = Some(likes);
        arrivals.push(arrival(created(item)));
    }
    arrivals.push(post("5", 60, "Зорька, уже другой час"));
    world.commit(arrivals).await;
    let facts = world.store.window_facts(BRAND, at(0), at(60)).await.unwrap();
    assert_eq!((facts.n_mentions, facts.n_authors), (4, 3));
    let shares = |shares: &[nabat_crisis::signal::Share]| -> Vec<_> {
        shares.iter().map(|share| (share.name.clone(), share.n_mentions)).collect()
    };
    assert_eq!(shares(&facts.networks), [("vk".to_owned(), 2), ("x".to_owned(), 2)]);
    assert_eq!(shares(&facts.top_authors), [("анна".to_owned(), 2)]);
    assert_eq!(facts.top_posts, [2, 3, 1, 4].map(MentionId));
    let hours = world.store.hours_by_network(BRAND, at(0), at(120)).await.unwrap();
    assert_eq!(
        hours.iter().map(|hour| (hour.hour, hour.n_mentions)).collect::<Vec<_>>(),
        [(at(0), 2), (at(0), 2), (at(60), 1)]
    );
}
