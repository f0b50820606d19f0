//! Searching against the slow obvious way: reading every post.

use nabat_crisis::id::TopicId;
use nabat_crisis::mention::Mention;
use nabat_crisis::network::Network;
use nabat_crisis::post::Change;
use nabat_store::{Attach, Batch, CaseFilter, CaseOrder, MentionFilter};
use proptest::prelude::*;

use crate::world::{BRAND, RIVAL, World, arrival, at, event, item};

const WORDS: [&str; 8] = ["молоко", "молочный", "мол", "mleko", "mleczny", "łąka", "a", "ab"];
const NETWORKS: [&str; 3] = ["vk", "x", "my-forum"];

/// A post, or a further version of one, with the numbers of its words.
#[derive(Debug, Clone)]
struct Written {
    key: u8,
    minute: i64,
    words: Vec<usize>,
    topics: u8,
}

fn written() -> impl Strategy<Value = Vec<Written>> {
    let one = (0..40_u8, 0..3_000_i64, prop::collection::vec(0..WORDS.len(), 1..4), 1..4_u8)
        .prop_map(|(key, minute, words, topics)| Written { key, minute, words, topics });
    prop::collection::vec(one, 1..120)
}

fn text(words: &[usize]) -> String {
    words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ")
}

/// Stores them, in batches of the given sizes: many small ones, so that segments of the index are merged.
async fn store(written: &[Written], sizes: &[usize]) -> World {
    let world = World::new().await;
    let mut rest = written;
    for size in sizes.iter().copied().cycle() {
        let (now, later) = rest.split_at(size.min(rest.len()));
        let arrivals = now.iter().map(|written| {
            let mut item = item(&written.key.to_string(), written.minute, &text(&written.words));
            item.uid.network = Network::parse(NETWORKS[usize::from(written.key) % 3]).unwrap();
            let mut arrival = arrival(event(Change::Created(Box::new(item)), written.minute + 1));
            arrival.topics = [(1, BRAND), (2, RIVAL)]
                .into_iter()
                .filter(|(bit, _)| written.topics & bit > 0)
                .map(|(_, topic)| topic)
                .collect();
            arrival
        });
        let arrivals = arrivals.collect();
        world.store.commit_batch(Batch { arrivals, ..Batch::new(world.source, at(9_000)) }).await.unwrap();
        rest = later;
        if rest.is_empty() {
            break;
        }
    }
    world
}

/// The obvious way.
fn fits(mention: &Mention, filter: &MentionFilter) -> bool {
    let words: Vec<_> = mention.item.text.split(' ').collect();
    filter.words.iter().all(|start| words.iter().any(|word| word.starts_with(start.as_str())))
        && filter.topic.is_none_or(|topic| mention.topics.contains(&topic))
        && filter.network.as_ref().is_none_or(|network| mention.item.uid.network == *network)
}

async fn search(world: &World, filter: &MentionFilter) -> (Vec<i64>, Vec<i64>) {
    let mut mentions = Vec::new();
    let mut cursor = None;
    loop {
        let page = world.store.mentions(filter.clone(), cursor, 3).await.unwrap();
        mentions.extend(page.items.iter().map(|mention| mention.id.0));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let MentionFilter { topic, network, words, .. } = filter.clone();
    let filter = CaseFilter { topic, network, words, ..CaseFilter::default() };
    let page = world.store.cases(filter, CaseOrder::NewestFirst, None, 1_000).await.unwrap();
    (mentions, page.items.iter().map(|view| view.case.id.0).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_reading_every_post_finds(
        written in written(),
        sizes in prop::collection::vec(1..5_usize, 1..4),
        starts in prop::collection::vec(prop::sample::select(vec!["мол", "молоч", "m", "mle", "łą", "a", "ab", "zima"]), 0..3),
        topic in prop::option::of(1..3_i64),
        network in prop::option::of(0..3_usize),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let filter = MentionFilter {
            topic: topic.map(TopicId),
            network: network.and_then(|network| Network::parse(NETWORKS[network]).ok()),
            words: starts.into_iter().map(str::to_owned).collect(),
            ..MentionFilter::default()
        };
        let (found, expected) = runtime.block_on(async {
            let world = store(&written, &sizes).await;
            // A topic that comes later is found with the words of before.
            let posts = world.store.scan(None, 5).await.unwrap().into_iter().map(|mention| mention.id);
            let attach = Attach { topic: RIVAL, posts: posts.collect(), mark_detection: false };
            world.store.attach(attach).await.unwrap();
            world.check().await;
            let mut all = world.store.recent_mentions(1_000, None).await.unwrap().items;
            all.retain(|mention| fits(mention, &filter));
            let expected: Vec<_> = all.iter().map(|mention| mention.id.0).collect();
            (search(&world, &filter).await, expected)
        });
        prop_assert_eq!(&found.0, &expected);
        prop_assert_eq!(&found.1, &expected);
    }
}
