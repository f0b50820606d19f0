//! Measures the store: how fast batches are committed, how much disk a mention takes, how long a page takes.
//!
//! `cargo run --release -p nabat-store --example measure -- DIR [N_MENTIONS [fill]]`; DIR must not hold a store yet, or one made by an
//! earlier run, whose pages are then measured without filling it again. Figures are CPU time of this process, and wall time beside it.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::path::Path;
use std::time::Instant;

use nabat_crisis::Timestamp;
use nabat_crisis::bucket::Bucket;
use nabat_crisis::during::case::CaseState;
use nabat_crisis::id::TopicId;
use nabat_crisis::network::Network;
use nabat_crisis::person::Actor;
use nabat_crisis::post::{Author, Change, Engagement, Item, ItemKind, ItemUid, PostEvent, Raw, Retention};
use nabat_crisis::source::SourceKind;
use nabat_store::{
    Arrival, Batch, CaseFilter, CaseOrder, EventFilter, MentionFilter, SourceDraft, Span, Store, StoreError,
};
use sha2::{Digest, Sha256};

const BATCH: u64 = 5_000;
const N_TOPICS: u64 = 50;
/// 2026-01-01T00:00:00Z.
const START: i64 = 1_767_225_600;
const DAYS: i64 = 90;

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().ok_or("give a folder")?;
    let n: u64 = args.next().map_or(Ok(1_000_000), |n| n.parse())?;
    let begun = Instant::now();
    let store = Store::open(Path::new(&dir))?;
    println!("open: {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    if store.health().await?.n_mentions == 0 {
        fill(&store, n).await?;
    }
    if args.next().as_deref() != Some("fill") {
        pages(&store).await?;
    }
    println!("resident: {} kB", resident_kb());
    Ok(())
}

async fn fill(store: &Store, n: u64) -> Result<(), Failure> {
    let at = Timestamp::from_second(START)?;
    let draft = SourceDraft {
        kind: SourceKind::Files,
        name: "Archiwum".into(),
        url: None,
        poll_minutes: 5,
        silence_minutes: None,
    };
    let source = store.create_source(draft, Actor::Nabat, at).await?.id;
    let words = vocabulary();
    let mut random = Random(42);
    let cpu_before = cpu_seconds();
    let mut cpu = 0.0;
    let whole = Instant::now();
    let mut before: Option<tokio::task::JoinHandle<Result<u64, StoreError>>> = None;
    for first in (0..n).step_by(BATCH as usize) {
        // As in an import, the next batch is read and matched while the one before is stored.
        let cpu_begun = thread_cpu_seconds();
        let mut batch = Batch::new(source, at);
        batch.arrivals =
            (first..(first + BATCH).min(n)).map(|i| arrival(i, n, &words, &mut random)).collect();
        cpu -= thread_cpu_seconds() - cpu_begun;
        if let Some(before) = before.take()
            && before.await?? == 0
        {
            return Err("nothing was stored".into());
        }
        let store = store.clone();
        before = Some(tokio::spawn(async move { Ok(store.commit_batch(batch).await?.n_new) }));
    }
    if let Some(before) = before {
        before.await??;
    }
    store.checkpoint().await?;
    let wall = whole.elapsed().as_secs_f64();
    cpu += cpu_seconds() - cpu_before;
    let health = store.health().await?;
    let n = n as f64;
    println!(
        "commit: {:.0} mentions/s, invented meanwhile; {:.1} CPU s per million",
        n / wall,
        cpu / n * 1e6
    );
    println!("disk: {:.0} bytes per mention", health.db_bytes as f64 / n);
    Ok(())
}

/// A seeded row of numbers: splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
    /// Small numbers are common, as ranks of words are: the `k`th about `1/k` as often as the first.
    fn rank(&mut self, n: u64) -> u64 {
        let exponent = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((n as f64).powf(exponent) - 1.0) as u64
    }
}

/// Two hundred thousand words: twenty thousand stems of Cyrillic and Latin syllables with ten endings each. Neighbours in rank
/// have different stems, as in a real list of words.
fn vocabulary() -> Vec<String> {
    let cyrillic =
        ["мо", "ло", "ко", "ба", "ри", "сте", "на", "ву", "пе", "зи", "гра", "дом", "чай", "ют", "кси", "фе"];
    let latin = [
        "wo", "da", "kra", "ni", "sze", "po", "li", "mia", "ty", "ro", "be", "ku", "jaz", "fu", "gor", "hel",
    ];
    let endings = ["", "а", "ом", "у", "ы", "ie", "em", "ach", "owy", "s"];
    let mut random = Random(7);
    let stems: Vec<String> = (0..20_000_u64)
        .map(|i| {
            let syllables = if i % 2 == 0 { &cyrillic } else { &latin };
            (0..2 + random.below(3)).map(|_| syllables[random.below(16) as usize]).collect()
        })
        .collect();
    (0..200_000).map(|i| format!("{}{}", stems[i % stems.len()], endings[i / stems.len()])).collect()
}

fn arrival(i: u64, n: u64, words: &[String], random: &mut Random) -> Arrival {
    let mut text = String::new();
    while text.len() < 200 {
        text.push_str(&words[random.rank(words.len() as u64) as usize]);
        text.push(' ');
    }
    let network = ["vk", "telegram", "x", "web", "forum"][random.rank(32).min(4) as usize];
    let network = Network::parse(network).expect("a short lower-case word is a network");
    let span = DAYS * 86_400 * 1_000;
    let published = START * 1_000 + (i as f64 / n as f64 * span as f64) as i64 + random.below(60_000) as i64;
    let published_at = Timestamp::from_millisecond(published).expect("a time within the calendar");
    let key = format!("{}", 1_800_000_000_000_000 + i * 977);
    let author = random.rank(200_000);
    let item = Item {
        uid: ItemUid { network: network.clone(), key: key.as_str().into() },
        kind: ItemKind::Post,
        author: Author {
            id: Some(author.to_string().into()),
            handle: Some(format!("autor{author}").into()),
            name: None,
            followers: Some(author % 5_000),
            ours: false,
        },
        container: None,
        title: None,
        text: text.clone(),
        lang: Some(["ru", "pl", "en"][random.below(3) as usize].into()),
        rating: None,
        links: vec![],
        hashtags: vec![],
        mentions: vec![],
        attachments: vec![],
        root: i.is_multiple_of(3).then(|| format!("{}", i / 50).into()),
        parent: None,
        quoted: None,
        published_at,
        edited_at: None,
        permalink: Some(format!("https://{network}.example/post/{key}").into()),
        engagement: Engagement { likes: Some(random.below(100)), ..Engagement::default() },
        retention: Retention::Public,
    };
    let bytes = format!(
        r#"{{"event":"created","network":"{network}","id":"{key}","author":{{"id":"{author}","handle":"autor{author}"}},"published_at":"{published_at}","text":"{text}"}}"#
    )
    .into_bytes();
    let raw = Raw { sha256: Sha256::digest(&bytes).into(), bytes };
    let mut topics = vec![TopicId(1 + random.rank(N_TOPICS) as i64)];
    if random.below(2) == 0 {
        topics.push(TopicId(1 + random.rank(N_TOPICS) as i64));
    }
    Arrival {
        event: PostEvent { observed_at: published_at, change: Change::Created(Box::new(item)), raw },
        topics,
        search_text: text,
        answer_within_minutes: Some([30, 60, 240][random.below(3) as usize]),
    }
}

/// Runs one list a few dozen times with changing arguments, and prints its times.
macro_rules! timed {
    ($name:expr, $i:ident => $call:expr) => {{
        let (mut times, mut wall) = (Vec::new(), Vec::new());
        let mut n_items = 0;
        for $i in 0..40_u64 {
            let (begun, cpu_begun) = (Instant::now(), cpu_seconds());
            n_items += $call;
            times.push((cpu_seconds() - cpu_begun) * 1e3);
            wall.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        wall.sort_by(f64::total_cmp);
        println!(
            "{:<46} CPU p50 {:6.2} p95 {:6.2} ms, wall p95 {:6.2} ms  {n_items} items",
            $name, times[19], times[37], wall[37]
        );
    }};
}

async fn pages(store: &Store) -> Result<(), Failure> {
    let words = vocabulary();
    let topic = |i: u64| Some(TopicId(1 + (i * 7 % N_TOPICS) as i64));
    let network = |i: u64| Network::parse(["vk", "telegram", "x", "web", "forum"][i as usize % 5]).ok();
    let at = |i: u64| Timestamp::from_second(START + (i as i64 * 86_400 * 2)).ok();
    let some = MentionFilter::default;
    let list = async |filter: MentionFilter| -> Result<u64, Failure> {
        let first = store.mentions(filter.clone(), None, 50).await?;
        let Some(next) = first.next else { return Ok(first.items.len() as u64) };
        Ok(store.mentions(filter, Some(next), 50).await?.items.len() as u64)
    };
    timed!("mentions, two pages: all", i => list(MentionFilter { until: at(i + 1), ..some() }).await?);
    timed!("mentions: topic", i => list(MentionFilter { topic: topic(i), ..some() }).await?);
    timed!("mentions: network", i => list(MentionFilter { network: network(i), ..some() }).await?);
    timed!("mentions: topic, network, lang", i => list(MentionFilter { topic: topic(i), network: network(i / 2), lang: Some("pl".into()), ..some() }).await?);
    timed!("mentions: a common word", i => list(MentionFilter { words: vec![words[i as usize % 8].clone()], ..some() }).await?);
    timed!("mentions: a usual word", i => list(MentionFilter { words: vec![words[1_000 + i as usize].clone()], ..some() }).await?);
    timed!("mentions: a rare word", i => list(MentionFilter { words: vec![words[150_000 + i as usize].clone()], ..some() }).await?);
    timed!("mentions: two words and a topic", i => list(MentionFilter { topic: topic(i), words: vec![words[i as usize].clone(), words[100 + i as usize].clone()], ..some() }).await?);
    timed!("mentions: first three letters and a topic", i => list(MentionFilter { topic: topic(i), words: vec![words[i as usize].chars().take(3).collect()], ..some() }).await?);
    timed!("mentions: deleted", i => list(MentionFilter { deleted: Some(true), topic: topic(i), ..some() }).await?);
    let all = CaseFilter::default;
    let cases = async |filter: CaseFilter, order| -> Result<u64, Failure> {
        let first = store.cases(filter.clone(), order, None, 50).await?;
        let Some(next) = first.next else { return Ok(first.items.len() as u64) };
        Ok(store.cases(filter, order, Some(next), 50).await?.items.len() as u64)
    };
    let waiting = || vec![CaseState::New, CaseState::InWork];
    for (name, order) in [("due", CaseOrder::DueFirst), ("newest", CaseOrder::NewestFirst)] {
        timed!(format!("cases, two pages, {name}: all"), i => cases(CaseFilter { states: if i % 2 == 0 { waiting() } else { vec![] }, ..all() }, order).await?);
        timed!(format!("cases, {name}: topic"), i => cases(CaseFilter { topic: topic(i), states: waiting(), ..all() }, order).await?);
        timed!(format!("cases, {name}: network, lang"), i => cases(CaseFilter { network: network(i), lang: Some("ru".into()), states: waiting(), ..all() }, order).await?);
        timed!(format!("cases, {name}: a common word"), i => cases(CaseFilter { words: vec![words[i as usize % 8].clone()], states: waiting(), ..all() }, order).await?);
        timed!(format!("cases, {name}: a usual word"), i => cases(CaseFilter { words: vec![words[1_000 + i as usize].clone()], states: waiting(), ..all() }, order).await?);
        timed!(format!("cases, {name}: a rare word and a topic"), i => cases(CaseFilter { topic: topic(i), words: vec![words[150_000 + i as usize].clone()], ..all() }, order).await?);
        timed!(format!("cases, {name}: an incident"), i => cases(CaseFilter { span: Some(Span { topic: TopicId(1 + (i % 50) as i64), from: at(i).unwrap_or_default(), until: at(i + 1) }), ..all() }, order).await?);
        timed!(format!("cases, {name}: answered"), _i => cases(CaseFilter { states: vec![CaseState::Answered], ..all() }, order).await?);
    }
    timed!("case counts", i => store.case_counts(at(i).unwrap_or_default()).await?.n_unanswered.min(1));
    timed!("buckets of 50 topics, a week", i => {
        let until = Bucket::of(at(i + 4).unwrap_or_default());
        store.buckets_of((1..=50).map(TopicId).collect(), until.plus(-2016), until).await?.len() as u64
    });
    timed!("facts of an hour", i => store.window_facts(TopicId(1), at(i).unwrap_or_default(), Timestamp::from_second(START + i as i64 * 172_800 + 3_600)?).await?.n_mentions);
    timed!("events, 500", i => store.events_page(i as i64 * 20_000, 500, EventFilter::default()).await?.events.len() as u64);
    timed!("recent mentions, 2000", _i => store.recent_mentions(2_000, None).await?.items.len() as u64);
    Ok(())
}

/// CPU time of all threads of this process, from the kernel's count of nanoseconds: other people's work on the machine hardly
/// changes it.
fn cpu_seconds() -> f64 {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return 0.0 };
    let nanoseconds = threads.flatten().filter_map(|thread| {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

/// The same of this thread alone.
fn thread_cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0)
}
