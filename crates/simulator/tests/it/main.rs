//! Stories of the invented world, as its users see it.

mod query;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::person::Language;
use nabat_crisis::post::{Change, Item, ItemKind, PostEvent};
use nabat_simulator::{Crisis, CrisisKind, World, bulk, topics, topics_many};
use proptest::prelude::*;
use query::finds;

fn at(text: &str) -> Timestamp {
    text.parse().expect("the stories' instants are valid")
}

fn hours(n: i64) -> SignedDuration {
    SignedDuration::from_hours(n)
}

fn start() -> Timestamp {
    at("2026-03-02T00:00:00Z")
}

/// The rumour breaks out after eight ordinary days.
fn rumour_starts() -> Timestamp {
    at("2026-03-10T07:12:00Z")
}

fn world(seed: u64) -> World {
    World::new(seed, start()).with_crisis(Crisis { starts_at: rumour_starts(), kind: CrisisKind::Rumour })
}

fn created(events: &[PostEvent]) -> impl Iterator<Item = &Item> {
    events.iter().filter_map(|event| match &event.change {
        Change::Created(item) => Some(&**item),
        _ => None,
    })
}

fn brand() -> String {
    topics()[0].query.clone()
}

/// New mentions of the brand in each whole hour from an instant on.
fn brand_by_hour(events: &[PostEvent], from: Timestamp, n_hours: usize) -> Vec<usize> {
    let mut counts = vec![0; n_hours];
    for item in created(events).filter(|item| finds(&brand(), item)) {
        let hour = item.published_at.duration_since(from).as_hours();
        if item.published_at >= from && (hour as usize) < n_hours {
            counts[hour as usize] += 1;
        }
    }
    counts
}

#[test]
fn the_same_seed_tells_the_same_story_byte_for_byte_and_another_seed_another() {
    let (from, until) = (rumour_starts(), rumour_starts() + hours(3));
    let story = world(7).events_between(from, until);
    assert_eq!(story, world(7).events_between(from, until));
    let texts = |events: &[PostEvent]| created(events).map(|item| item.text.clone()).collect::<Vec<_>>();
    assert_ne!(texts(&story), texts(&world(8).events_between(from, until)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn adjacent_spans_add_up_to_the_whole(seed in 0_u64..50, cuts in prop::collection::vec(0_i64..260_000_000, 1..5)) {
        let world = World::new(seed, start())
            .with_crisis(Crisis { starts_at: start() + hours(30), kind: CrisisKind::Rumour })
            .with_crisis(Crisis { starts_at: start() + hours(31), kind: CrisisKind::Complaint });
        let (from, until) = (start() + hours(1), start() + hours(74));
        let mut edges: Vec<Timestamp> = cuts.iter().map(|ms| from + SignedDuration::from_millis(*ms)).collect();
        edges.extend([from, until]);
        edges.sort();
        let parts: Vec<PostEvent> =
            edges.windows(2).flat_map(|pair| world.events_between(pair[0], pair[1])).collect();
        prop_assert_eq!(parts, world.events_between(from, until));
    }
}

#[test]
fn the_rumour_starts_on_telegram_and_reaches_the_other_networks_one_after_another() {
    for seed in 0..5 {
        let events = world(seed).events_between(rumour_starts(), rumour_starts() + hours(4));
        let quiet = World::new(seed, start()).events_between(rumour_starts(), rumour_starts() + hours(4));
        let quiet: HashSet<_> = created(&quiet).map(|item| &item.uid).collect();
        let mut first: BTreeMap<String, Timestamp> = BTreeMap::new();
        for item in created(&events).filter(|item| !quiet.contains(&item.uid)) {
            let network = item.uid.network.to_string();
            let earliest = first.entry(network).or_insert(item.published_at);
            *earliest = item.published_at.min(*earliest);
        }
        let order = ["telegram", "vk", "instagram", "x", "web"].map(|network| first[network]);
        assert_eq!(order[0], rumour_starts());
        assert!(order.is_sorted(), "seed {seed}: {first:?}");
        println!("seed {seed}: {first:?}");
        for step in order.windows(2) {
            let minutes = step[1].duration_since(step[0]).as_mins();
            assert!((10..=60).contains(&minutes), "seed {seed}: {minutes} minutes, {first:?}");
        }
    }
}

#[test]
fn at_its_peak_the_rumour_is_thirty_to_sixty_times_the_week_before_and_a_day_later_it_has_faded() {
    for seed in 0..5 {
        let world = world(seed);
        let week_before = rumour_starts() - hours(7 * 24);
        let before = world.events_between(week_before, rumour_starts());
        let mean = brand_by_hour(&before, week_before, 7 * 24).iter().sum::<usize>() as f64 / (7.0 * 24.0);
        let after = world.events_between(rumour_starts(), rumour_starts() + hours(28));
        let by_hour = brand_by_hour(&after, rumour_starts(), 26);
        let peak = *by_hour.iter().max().unwrap();
        let times = peak as f64 / mean;
        println!("seed {seed}: mean {mean:.2}/h, peak {peak}/h, {times:.1} times; {by_hour:?}");
        assert!((1.0..4.0).contains(&mean), "seed {seed}: {mean} an hour");
        assert!((30.0..60.0).contains(&times), "seed {seed}: {times} times, {by_hour:?}");
        assert!(by_hour[2] as f64 / mean >= 20.0, "seed {seed}: slow growth {by_hour:?}");
        assert!(by_hour[24] * 8 < peak, "seed {seed}: no decay {by_hour:?}");
    }
}

#[test]
fn people_do_not_sound_canned_even_at_the_height_of_the_rumour() {
    let events = world(7).events_between(rumour_starts(), rumour_starts() + hours(24));
    let mut by_hour: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for item in created(&events) {
        let hour = item.published_at.duration_since(rumour_starts()).as_hours();
        by_hour.entry(hour).or_default().push(&item.text);
    }
    for (hour, texts) in by_hour {
        let distinct = texts.iter().collect::<HashSet<_>>().len();
        println!("hour {hour}: {distinct} distinct of {}", texts.len());
        assert!(distinct * 10 >= texts.len() * 7, "hour {hour}: {distinct} of {}", texts.len());
    }
}

#[test]
fn all_three_languages_are_spoken_on_all_networks_but_vk() {
    let events = world(3).events_between(start(), rumour_starts() + hours(24));
    let spoken: BTreeSet<(String, String)> = created(&events)
        .map(|item| (item.uid.network.to_string(), item.lang.as_deref().unwrap_or_default().to_owned()))
        .collect();
    for network in ["telegram", "instagram", "x", "web", "opinovo"] {
        for (_, language) in Language::ALL {
            assert!(spoken.contains(&(network.to_owned(), language.to_owned())), "{network} {language}");
        }
    }
    assert_eq!(spoken.iter().filter(|(network, _)| network == "vk").count(), 1);
}

#[test]
fn every_item_is_created_once_and_everything_else_happens_to_an_item_that_exists() {
    let world = world(11).with_crisis(Crisis { starts_at: start() + hours(50), kind: CrisisKind::Complaint });
    let events = world.events_between(start(), start() + hours(24 * 20));
    assert!(events.is_sorted_by_key(|event| event.observed_at));
    let mut known = HashSet::new();
    let mut kinds = BTreeSet::new();
    for event in &events {
        kinds.insert(event.change.name());
        match (&event.change, event.change.uid()) {
            (Change::Created(item), _) => {
                assert!(known.insert(item.uid.clone()), "twice: {}", item.uid.as_text());
                assert!(item.published_at >= start() && item.published_at <= event.observed_at);
            }
            (_, Some(uid)) => {
                assert!(known.contains(uid), "{} of unknown {}", event.change.name(), uid.as_text())
            }
            (_, None) => {}
        }
    }
    let all = ["audience", "created", "deleted", "gap", "metrics", "restored", "revised"];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), all);
}

#[test]
fn the_record_of_an_event_is_one_line_of_json_with_its_hash() {
    use sha2::{Digest, Sha256};
    for event in world(5).events_between(rumour_starts(), rumour_starts() + hours(2)) {
        let record: serde_json::Value = serde_json::from_slice(&event.raw.bytes).unwrap();
        assert_eq!(record["event"], event.change.name());
        assert!(!event.raw.bytes.contains(&b'\n'));
        assert_eq!(event.raw.sha256, <[u8; 32]>::from(Sha256::digest(&event.raw.bytes)));
    }
}

#[test]
fn replies_quotes_and_reposts_point_at_posts_of_the_same_network() {
    let events = world(2).events_between(rumour_starts(), rumour_starts() + hours(12));
    let items: BTreeMap<&str, &Item> = created(&events).map(|item| (&*item.uid.key, item)).collect();
    let mut n_by_kind: BTreeMap<&str, usize> = BTreeMap::new();
    let mut authors: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items.values() {
        *n_by_kind.entry(item.kind.name()).or_default() += 1;
        *authors.entry(item.author.key().unwrap()).or_default() += 1;
        if item.kind == ItemKind::Repost {
            let Some(original) = items.get(item.quoted.as_deref().unwrap()) else { continue };
            assert_eq!((&original.text, &original.uid.network), (&item.text, &item.uid.network));
        }
        if let Some(parent) = item.parent.as_deref().and_then(|parent| items.get(parent)) {
            assert!(parent.published_at < item.published_at && item.root.is_some());
        }
    }
    println!("{n_by_kind:?}");
    for kind in ["post", "reply", "quote", "repost", "article", "review"] {
        assert!(n_by_kind[kind] >= 10, "{n_by_kind:?}");
    }
    let n_again = authors.values().filter(|n| **n > 1).count();
    println!("{} authors, {n_again} of them more than once", authors.len());
    assert!(n_again >= 50, "{n_again} people take part more than once");
}

#[test]
fn our_official_word_comes_late_and_on_every_network_we_have() {
    let world = world(9);
    let events = world.events_between(rumour_starts(), rumour_starts() + hours(4));
    let lab = "лабораторию OR laboratorium OR laboratory";
    let said: Vec<&Item> = created(&events)
        .filter(|item| item.author.ours && item.parent.is_none() && finds(lab, item))
        .collect();
    let places: BTreeSet<_> = said.iter().map(|item| &item.uid.network).collect();
    assert_eq!(places.len(), 5);
    for item in said {
        assert!(item.published_at.duration_since(rumour_starts()) >= SignedDuration::from_mins(160));
    }
    let handles: BTreeSet<&str> = world.own_accounts().iter().map(|account| account.handle).collect();
    assert_eq!(handles.len(), 3);
}

#[test]
fn an_ordinary_fortnight_has_a_rhythm_and_a_complaint_in_it_stays_small() {
    let world = World::new(4, start())
        .with_crisis(Crisis { starts_at: start() + hours(24 * 8 + 10), kind: CrisisKind::Complaint });
    let events = world.events_between(start(), start() + hours(24 * 14));
    let by_hour = brand_by_hour(&events, start(), 24 * 14);
    let total: usize = by_hour.iter().sum();
    println!("ordinary fortnight: {total} mentions, busiest hour {}", by_hour.iter().max().unwrap());
    assert!(*by_hour.iter().max().unwrap() <= 12, "{by_hour:?}");
    let at_hour = |hour: usize| by_hour.iter().skip(hour).step_by(24).sum::<usize>();
    assert!((0..4).map(at_hour).sum::<usize>() * 3 < (15..19).map(at_hour).sum::<usize>());
    assert!(created(&events).any(|item| !finds(&brand(), item)), "some posts match nothing");
    let bolt = created(&events)
        .filter(|item| finds("болт OR śruba OR sruba OR bolt OR śrubę OR srube", item))
        .count();
    assert!(bolt >= 2, "{bolt}");
}

#[test]
fn every_topic_of_the_company_finds_posts_on_ordinary_days_and_noise_matches_none() {
    let events = World::new(6, start()).events_between(start(), start() + hours(24 * 10));
    for topic in topics() {
        let n_found = created(&events).filter(|item| finds(&topic.query, item)).count();
        println!("{}: {:.1} a day", topic.name(Language::En), n_found as f64 / 10.0);
        assert!((6..700).contains(&n_found), "{}: {n_found}", topic.name(Language::En));
    }
    let n_all = created(&events).count();
    let all: Vec<_> = topics();
    let none = created(&events).filter(|item| all.iter().all(|topic| !finds(&topic.query, item))).count();
    println!("{none} of {n_all} posts match nothing");
    assert!(none * 4 > n_all && none * 2 < n_all, "{none} of {n_all}");
}

#[test]
fn posts_for_measurements_all_match_the_brand_and_fifty_topics_all_find_some() {
    let events: Vec<PostEvent> = bulk(1, 20_000, start(), 30).collect();
    assert_eq!(events.len(), 20_000);
    let brand = brand();
    assert!(created(&events).all(|item| finds(&brand, item)));
    assert!(events.is_sorted_by_key(|event| event.observed_at));
    let uids: HashSet<_> = created(&events).map(|item| &item.uid).collect();
    assert_eq!(uids.len(), 20_000);
    assert!(created(&events).last().unwrap().published_at > start() + hours(29 * 24));
    let many = topics_many(50);
    assert_eq!(many.len(), 50);
    let names: HashSet<&str> = many.iter().map(|topic| topic.name(Language::En)).collect();
    assert_eq!(names.len(), 50);
    for topic in &many {
        let sample = created(&events).take(4_000);
        assert!(sample.filter(|item| finds(&topic.query, item)).count() > 0, "{}", topic.query);
    }
    assert_eq!(topics_many(300).len(), 300);
}
