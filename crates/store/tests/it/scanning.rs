//! Scans show queries exactly what is stored: every post once, in the version that people see.

use nabat_crisis::id::MentionId;
use nabat_crisis::mention::Mention;
use nabat_crisis::post::{Author, Change};
use nabat_store::{Attach, Store, Viewed};
use proptest::prelude::*;

use crate::world::{BRAND, RIVAL, World, arrival, at, event, item, post};

/// What a scan shows of a post.
type Shown = (MentionId, String, Option<String>, Option<u64>);

fn shown(viewed: &Viewed<'_>) -> Shown {
    (viewed.id, viewed.text.to_owned(), viewed.author_handle.map(str::to_owned), viewed.followers)
}

async fn range(store: &Store, from: i64, until: i64) -> Vec<Shown> {
    let ids = (MentionId(from), MentionId(until));
    store.scan_range(ids, Vec::new(), |all, viewed| all.push(shown(viewed))).await.unwrap()
}

fn plainly(mentions: &[Mention]) -> Vec<Shown> {
    mentions.iter().map(|mention| shown(&Viewed::from(mention))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scan_shows_every_post_as_it_is_however_it_came(
        batches in prop::collection::vec((1..700_usize, prop::collection::vec((any::<prop::sample::Index>(), 0..60_i64), 0..6)), 1..5),
        cut in any::<prop::sample::Index>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let world = World::new().await;
            let mut n_posts = 0;
            for (n_new, edits) in batches {
                let mut arrivals: Vec<_> =
                    (n_posts..n_posts + n_new).map(|n| post(&n.to_string(), (n % 50) as i64, &format!("Зорька, номер {n}"))).collect();
                n_posts += n_new;
                for (index, minute) in edits {
                    let n = index.index(n_posts);
                    let author = Author { handle: Some("новое_имя".into()), followers: Some(7), ..Author::default() };
                    let edited = nabat_crisis::post::Item { author, edited_at: Some(at(minute)), ..item(&n.to_string(), (n % 50) as i64, "исправлено") };
                    arrivals.push(arrival(event(Change::Revised(Box::new(edited)), 100)));
                }
                world.commit(arrivals).await;
            }
            let all = plainly(&world.store.scan(None, 20_000).await.unwrap());
            assert_eq!(all.len(), n_posts);
            let last = world.store.last_mention().await.unwrap().unwrap().0;
            let cut = cut.index(n_posts) as i64 + 1;
            let mut halves = range(&world.store, 1, cut).await;
            halves.extend(range(&world.store, cut, last + 1).await);
            assert_eq!(halves, all);
            let (mut recent, scanned) = world.store.scan_recent(None, 20_000, Vec::new(), |all, viewed| all.push(shown(viewed))).await.unwrap();
            recent.sort();
            assert_eq!((recent, scanned.n_scanned, scanned.complete), (all, n_posts as u64, true));
            world.check().await;
        });
    }
}

#[tokio::test]
async fn a_preview_looks_at_the_newest_posts_and_says_whether_there_are_more() {
    let world = World::new().await;
    for day in 0..3 {
        let posts = (0..1_000).map(|n| post(&format!("{day}-{n}"), day * 1_440 + n % 60, "Зорька")).collect();
        world.commit(posts).await;
    }
    let days = async |since, limit| {
        let (mut days, scanned) = world
            .store
            .scan_recent(since, limit, Vec::new(), |days: &mut Vec<i64>, viewed| {
                days.push((viewed.published_at.as_second() - at(0).as_second()) / 86_400);
            })
            .await
            .unwrap();
        days.dedup();
        (days, scanned.n_scanned, scanned.complete)
    };
    assert_eq!(days(None, 500).await, (vec![2], 500, false));
    assert_eq!(days(Some(at(2 * 1_440)), 5_000).await, (vec![2], 1_000, true));
    assert_eq!(days(Some(at(1_440)), 5_000).await.1, 2_000);
    assert_eq!(days(None, 5_000).await.1, 3_000);
}

#[tokio::test]
async fn only_what_a_topic_lacks_is_attached() {
    let world = World::new().await;
    world.commit(vec![post("1", 0, "Зорька"), post("2", 5, "Зорька и Łąka")]).await;
    let posts = vec![(MentionId(1), at(0)), (MentionId(2), at(5))];
    world
        .store
        .attach(Attach { topic: RIVAL, posts: vec![MentionId(2)], mark_detection: false })
        .await
        .unwrap();
    assert_eq!(world.store.lacking(RIVAL, posts.clone()).await.unwrap(), [MentionId(1)]);
    assert_eq!(world.store.lacking(BRAND, posts).await.unwrap(), []);
    assert_eq!(range(&world.store, 3, 900).await, []);
}
