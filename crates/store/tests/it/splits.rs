//! However the same events are cut into batches, the store ends the same.

use nabat_crisis::bucket::Bucket;
use nabat_crisis::mention::Mention;
use nabat_crisis::post::{Change, Engagement};
use nabat_store::{Arrival, Batch, CaseFilter, CaseOrder, CaseView, EventFilter, StoredEvent};
use proptest::prelude::*;

use crate::world::{BRAND, RIVAL, World, arrival, at, event, item, uid};

/// One thing that happens to one of four posts.
#[derive(Debug, Clone)]
struct Happening {
    key: u8,
    kind: u8,
    minute: i64,
    variant: u8,
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = (0..4_u8, 0..6_u8, 0..50_i64, 0..3_u8).prop_map(|(key, kind, minute, variant)| Happening {
        key,
        kind,
        minute,
        variant,
    });
    prop::collection::vec(one, 1..40)
}

fn arrive(happening: &Happening) -> Arrival {
    let Happening { key, kind, minute, variant } = happening;
    let key = key.to_string();
    let words = ["Зорька прокисла", "Зорька исправилась", "Зорька и Łąka"][usize::from(*variant)];
    let mut item = item(&key, 10, words);
    item.engagement.likes = (kind % 2 == 0).then_some(u64::from(*variant));
    item.edited_at = (*kind == 1).then(|| at(*minute));
    let change = match kind {
        0 => Change::Created(Box::new(item)),
        1 | 2 => Change::Revised(Box::new(item)),
        3 => Change::Deleted { uid: uid(&key), at: at(*minute) },
        4 => Change::Restored { uid: uid(&key), at: at(*minute) },
        _ => {
            let engagement = Engagement { likes: Some(u64::from(*variant)), ..Engagement::default() };
            Change::Metrics { uid: uid(&key), at: at(*minute), engagement }
        }
    };
    let mut arrival = arrival(event(change, *minute));
    if *kind < 3 && *variant == 2 {
        arrival.topics = vec![RIVAL];
        arrival.answer_within_minutes = None;
    }
    arrival
}

/// Everything a person could see.
#[derive(Debug, PartialEq)]
struct Seen {
    mentions: Vec<Mention>,
    events: Vec<StoredEvent>,
    cases: Vec<CaseView>,
    counts: Vec<Vec<(Bucket, u64)>>,
    unanswered: u64,
}

async fn see(arrivals: &[Arrival], cuts: &[usize]) -> Seen {
    let world = World::new().await;
    let mut rest = arrivals;
    for cut in cuts.iter().map(|cut| cut % 7 + 1).chain([arrivals.len()]) {
        let (now, later) = rest.split_at(cut.min(rest.len()));
        let batch = Batch { arrivals: now.to_vec(), ..Batch::new(world.source, at(500)) };
        world.store.commit_batch(batch).await.unwrap();
        rest = later;
    }
    world.check().await;
    let mut counts = Vec::new();
    for topic in [BRAND, RIVAL] {
        counts.push(world.store.buckets(topic, Bucket(0), Bucket(i64::MAX)).await.unwrap());
    }
    let cases = world.store.cases(CaseFilter::default(), CaseOrder::DueFirst, None, 100).await.unwrap();
    Seen {
        mentions: world.store.scan(None, 100).await.unwrap(),
        events: world.store.events_page(0, 1_000, EventFilter::default()).await.unwrap().events,
        cases: cases.items,
        counts,
        unanswered: world.store.case_counts(at(0)).await.unwrap().n_unanswered,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cut_of_the_same_events_into_batches_ends_the_same(
        happenings in happenings(),
        cuts in prop::collection::vec(0..7_usize, 0..12),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let arrivals: Vec<_> = happenings.iter().map(arrive).collect();
        let (whole, cut) = runtime.block_on(async { (see(&arrivals, &[]).await, see(&arrivals, &cuts).await) });
        prop_assert_eq!(&whole, &cut);
        // What came before its post was not kept the first time. Once everything is kept, the same file changes nothing.
        let times = |n| arrivals.iter().cycle().take(arrivals.len() * n).cloned().collect::<Vec<_>>();
        let (twice, thrice) =
            runtime.block_on(async { (see(&times(2), &[]).await, see(&times(3), &cuts).await) });
        prop_assert_eq!(&twice, &thrice);
        prop_assert_eq!(whole.mentions.len(), twice.mentions.len());
    }
}
