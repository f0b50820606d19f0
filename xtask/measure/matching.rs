//! How right and how fast matching is, on a folder of posts, stored queries and the pairs that belong together.
//!
//! Speeds are CPU time of one thread per post, tokenising included, in the best of several rounds over all posts: other programs on the
//! machine only ever make a round slower. The posts lie one behind the other in memory, as a batch that was just read does, and are seen
//! through a view that is made for each. As in the product, the engine knows how common words are: from the first posts of the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use nabat_crisis::id::TopicId;
use nabat_watch::matching::frequency::Frequencies;
use nabat_watch::matching::{Engine, PostView, Query, QueryError, Scratch};
use serde_json::Value;

use crate::bench::Bench;
use crate::sheet::{Goal, Sheet};
use crate::{history, morphology, path};

/// Sets of queries, with the goal of a match in µs.
const SETS: [(&str, f64); 3] = [("1k", 0.40), ("10k", 0.45), ("100k", 0.60)];
/// Rounds over all posts, of which the best counts.
const ROUNDS: usize = 12;
/// Queries that each post of the burst hits.
const BURST: i64 = 1_000;
/// Posts of the burst.
const BURST_POSTS: usize = 5_000;
/// Posts that are learned from.
const LEARNED_FROM: usize = 10_000;
/// The function whose instructions are counted.
const COUNTED: &str = "count_me";

pub(crate) fn measure(bench: &Bench, sheet: &mut Sheet) -> Result<()> {
    let folder = bench.data()?;
    right(folder, sheet)?;
    morphology::measure(folder, sheet)?;
    fast(folder, sheet)?;
    path::measure(folder, bench, sheet)?;
    history::measure(folder, bench, sheet)
}

/// Golden pairs and hand-made cases.
pub(crate) fn right(folder: &Path, sheet: &mut Sheet) -> Result<()> {
    let posts = Posts::read(folder)?;
    let known = posts.known();
    for (set, _) in SETS {
        let queries = queries(folder, set)?;
        let engine = engine(&queries, &known);
        let (mut scratch, mut found, mut got) = (Scratch::default(), Vec::new(), BTreeSet::new());
        for (id, view) in posts.views() {
            engine.matches(&view, &mut scratch, &mut found);
            got.extend(found.iter().map(|topic| (id, topic.0)));
        }
        let golden = pairs(folder, set)?;
        let n_wrong = golden.symmetric_difference(&got).count();
        let goal = if set == "100k" { Goal::None } else { Goal::AtMost(0.0) };
        sheet.note("matching", &format!("golden-wrong-pairs-{set}"), n_wrong as f64, "pairs", goal);
    }
    sheet.note("matching", "cases-wrong", n_cases_wrong(folder)? as f64, "cases", Goal::AtMost(0.0));
    Ok(())
}

/// Speeds and sizes.
pub(crate) fn fast(folder: &Path, sheet: &mut Sheet) -> Result<()> {
    let posts = Posts::read(folder)?;
    let known = posts.known();
    for (set, goal) in SETS {
        let texts = text(folder, &format!("queries-{set}.tsv.gz"))?;
        let start = cpu_seconds()?;
        let queries = parsed(&texts)?;
        let engine = engine(&queries, &known);
        let built = cpu_seconds()? - start;
        if set == "100k" {
            sheet.note("matching", "build-s-100k", built, "s", Goal::AtMost(1.0));
            let memory = engine.memory() as f64 / 1e6;
            sheet.note("matching", "memory-mb-100k", memory, "MB", Goal::AtMost(40.0));
            sheet.note("matching", "live-ms-100k", live_ms(&engine)?, "ms", Goal::AtMost(50.0));
        }
        let us = us_per_post(&engine, &posts, posts.len())?;
        sheet.note("matching", &format!("match-us-{set}"), us, "us", Goal::AtMost(goal));
        if set == "10k" {
            match instructions(folder, set, posts.len())? {
                Some(n) => {
                    sheet.note("matching", "match-instructions-10k", n, "instructions", Goal::AtMost(4_500.0))
                }
                None => eprintln!("match-instructions-10k: not measured, since valgrind is not installed"),
            }
        }
    }
    burst(&posts, sheet)
}

/// Where the time goes.
pub(crate) fn profile(folder: &Path, sheet: &mut Sheet) -> Result<()> {
    let posts = Posts::read(folder)?;
    let (known, n_posts) = (posts.known(), posts.len());
    let nothing = Engine::new([(TopicId(1), &query("=ъъъъъъъъъъъъ")?)]);
    let scan = us_per_post(&nothing, &posts, n_posts)?;
    sheet.note("profile", "scan a post, one query that never matches", scan, "us", Goal::None);
    for (set, _) in SETS {
        let queries = queries(folder, set)?;
        let engine = engine(&queries, &known);
        let whole = us_per_post(&engine, &posts, n_posts)?;
        let (mut scratch, mut found) = (Scratch::default(), Vec::new());
        posts.views().for_each(|(_, view)| engine.matches(&view, &mut scratch, &mut found));
        let tally = scratch.tally();
        let share = |n: u64| n as f64 * 100.0 / n_posts as f64;
        sheet.note("profile", &format!("{set}: filter, look up and answer"), whole - scan, "us", Goal::None);
        sheet.note(
            "profile",
            &format!("{set}: posts of which a query is asked"),
            share(tally.n_asked),
            "%",
            Goal::None,
        );
        sheet.note(
            "profile",
            &format!("{set}: queries asked, of 100 posts"),
            share(tally.n_queries),
            "",
            Goal::None,
        );
        sheet.note(
            "profile",
            &format!("{set}: steps of answering, a post"),
            share(tally.n_steps) / 100.0,
            "",
            Goal::None,
        );
    }
    Ok(())
}

/// Matches all posts once while another program counts the instructions.
pub(crate) fn count(folder: &Path, set: &str) -> Result<()> {
    let posts = Posts::read(folder)?;
    let queries = queries(folder, set)?;
    let engine = engine(&queries, &posts.known());
    let mut scratch = Scratch::default();
    // The first posts fill tables that are filled once.
    count_nothing(&engine, &posts, posts.len().min(100), &mut scratch);
    count_me(&engine, &posts, &mut scratch);
    Ok(())
}

fn count_nothing(engine: &Engine, posts: &Posts, n_posts: usize, scratch: &mut Scratch) {
    let mut found = Vec::new();
    for (_, view) in posts.first(n_posts) {
        engine.matches(&view, scratch, &mut found);
    }
    black_box(found);
}

#[inline(never)]
fn count_me(engine: &Engine, posts: &Posts, scratch: &mut Scratch) {
    count_nothing(engine, posts, posts.len(), scratch);
}

/// Instructions per post; nothing when there is no valgrind.
fn instructions(folder: &Path, set: &str, n_posts: usize) -> Result<Option<f64>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        return Ok(None);
    }
    let out = tempfile::NamedTempFile::new().context("failed to make a file for the count")?;
    let this = std::env::current_exe().context("failed to find this program")?;
    let done = Command::new("valgrind")
        .args(["--tool=callgrind", "--collect-atstart=no", &format!("--toggle-collect=*{COUNTED}*")])
        .arg(format!("--callgrind-out-file={}", out.path().display()))
        .arg(this)
        .args(["count-matching", set, "--data"])
        .arg(folder)
        .output()
        .context("failed to start valgrind")?;
    if !done.status.success() {
        bail!("counting instructions failed: {}", String::from_utf8_lossy(&done.stderr));
    }
    let counted = fs::read_to_string(out.path()).context("failed to read the count")?;
    let total =
        counted.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    let total: f64 =
        total.context("the count has no total")?.trim().parse().context("the total is no number")?;
    Ok(Some(total / n_posts as f64))
}

fn burst(posts: &Posts, sheet: &mut Sheet) -> Result<()> {
    let mut texts = String::new();
    for number in 0..BURST {
        texts += &format!(
            "q{number}\t(=бренд OR =brend) AND (=жалоба OR =слово{number} OR \"=другое{number} =слово\")\n"
        );
    }
    let queries = parsed(&texts)?;
    let engine = engine(&queries, &Frequencies::default());
    let posts = posts.ending_in(BURST_POSTS, " бренд жалоба");
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    for (_, view) in posts.views() {
        engine.matches(&view, &mut scratch, &mut found);
        if found.len() != BURST as usize {
            bail!("a post of the burst hits {} queries instead of {BURST}", found.len());
        }
    }
    sheet.note(
        "matching",
        "burst-us-1000",
        us_per_post(&engine, &posts, posts.len())?,
        "us",
        Goal::AtMost(15.0),
    );
    Ok(())
}

/// CPU milliseconds until an engine with one query more is there.
fn live_ms(engine: &Engine) -> Result<f64> {
    let query = query("Гречка AND (брак OR плесень OR жук)")?;
    let mut worst: f64 = 0.0;
    for number in 0..20 {
        let start = cpu_seconds()?;
        black_box(engine.with(TopicId(1_000_000 + number), &query));
        worst = worst.max((cpu_seconds()? - start) * 1e3);
    }
    Ok(worst)
}

fn us_per_post(engine: &Engine, posts: &Posts, n_posts: usize) -> Result<f64> {
    let (mut scratch, mut found, mut best) = (Scratch::default(), Vec::new(), f64::INFINITY);
    for _ in 0..ROUNDS {
        let start = cpu_seconds()?;
        for (_, view) in posts.first(n_posts) {
            engine.matches(&view, &mut scratch, &mut found);
            black_box(&found);
        }
        best = best.min((cpu_seconds()? - start) * 1e6 / n_posts as f64);
    }
    Ok(best)
}

/// CPU time of this thread.
fn cpu_seconds() -> Result<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat")
        .context("failed to read the CPU time of this thread")?;
    let nanoseconds = told.split(' ').next().unwrap_or_default();
    Ok(nanoseconds.parse::<f64>().with_context(|| format!("`{told}` is no CPU time"))? / 1e9)
}

/// The posts of a folder, one behind the other.
pub(crate) struct Posts {
    texts: String,
    records: Vec<Record>,
}

/// Where the fields of a post end in the texts.
#[derive(Clone, Copy)]
struct Record {
    id: i64,
    from: usize,
    ends: [usize; 4],
}

impl Posts {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let (mut texts, mut records) = (String::new(), Vec::new());
        for line in text(folder, "posts.jsonl.gz")?.lines() {
            let post: Value = serde_json::from_str(line).with_context(|| format!("`{line}` is no post"))?;
            let from = texts.len();
            let ends = ["text", "network", "lang", "author"].map(|name| {
                texts.push_str(field(&post, name));
                texts.len()
            });
            records.push(Record { id: number(field(&post, "id")), from, ends });
        }
        Ok(Self { texts, records })
    }

    fn len(&self) -> usize {
        self.records.len()
    }

    /// The first posts.
    fn first(&self, n: usize) -> impl Iterator<Item = (i64, PostView<'_>)> {
        self.views().take(n)
    }

    pub(crate) fn views(&self) -> impl Iterator<Item = (i64, PostView<'_>)> {
        self.records.iter().map(|record| (record.id, self.view(record)))
    }

    fn view(&self, record: &Record) -> PostView<'_> {
        let [text, network, lang, author] = record.ends;
        let texts = self.texts.as_str();
        PostView {
            text: &texts[record.from..text],
            network: &texts[text..network],
            lang: Some(&texts[network..lang]),
            author_handle: Some(&texts[lang..author]),
            ..PostView::default()
        }
    }

    /// The first posts, with something behind their texts.
    fn ending_in(&self, n: usize, end: &str) -> Self {
        let (mut texts, mut records) = (String::new(), Vec::new());
        for (id, view) in self.first(n) {
            let from = texts.len();
            texts.extend([view.text, end]);
            records.push(Record { id, from, ends: [texts.len(); 4] });
        }
        Self { texts, records }
    }

    /// How common words are in the first of these posts.
    fn known(&self) -> Frequencies {
        let mut known = Frequencies::default();
        self.first(LEARNED_FROM).for_each(|(_, view)| known.observe(&view));
        known
    }
}

fn field<'a>(post: &'a Value, name: &str) -> &'a str {
    post[name].as_str().unwrap_or_default()
}

fn number(id: &str) -> i64 {
    id.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap_or(-1)
}

fn query(text: &str) -> Result<Query> {
    Query::parse(text).map_err(|error: QueryError| anyhow::anyhow!("`{text}`: {error}"))
}

pub(crate) fn queries(folder: &Path, set: &str) -> Result<Vec<(TopicId, Query)>> {
    parsed(&text(folder, &format!("queries-{set}.tsv.gz"))?)
}

fn parsed(texts: &str) -> Result<Vec<(TopicId, Query)>> {
    let rows = texts.lines().map(|row| row.split_once('\t').with_context(|| format!("`{row}` is no query")));
    rows.map(|row| row.and_then(|(id, text)| Ok((TopicId(number(id)), query(text)?)))).collect()
}

fn engine(queries: &[(TopicId, Query)], known: &Frequencies) -> Engine {
    Engine::knowing(queries.iter().map(|(topic, query)| (*topic, query)), known)
}

fn pairs(folder: &Path, set: &str) -> Result<BTreeSet<(i64, i64)>> {
    let rows = text(folder, &format!("golden-{set}.tsv.gz"))?;
    let pair = |row: &str| row.split_once('\t').map(|(post, query)| (number(post), number(query)));
    rows.lines().map(|row| pair(row).with_context(|| format!("`{row}` is no pair"))).collect()
}

fn n_cases_wrong(folder: &Path) -> Result<usize> {
    let table = fs::read_to_string(folder.join("cases.tsv")).context("failed to read `cases.tsv`")?;
    let mut n_wrong = 0;
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [written, post, expected, ..] = columns.as_slice() else { bail!("`{row}` is no case") };
        let fields: BTreeMap<&str, &str> =
            columns.get(4).unwrap_or(&"").split(';').filter_map(|pair| pair.split_once('=')).collect();
        let (written, post) = (unescaped(written), unescaped(post));
        let answer = match Query::parse(&written) {
            Err(_) => "refused",
            Ok(query) if matches(&query, &post, &fields) => "yes",
            Ok(_) => "no",
        };
        if answer != *expected {
            eprintln!("cases: `{written}` on `{post}`: {answer} instead of {expected}");
            n_wrong += 1;
        }
    }
    Ok(n_wrong)
}

fn matches(query: &Query, post: &str, fields: &BTreeMap<&str, &str>) -> bool {
    let kind = match fields.get("type").copied() {
        Some("comment") => nabat_crisis::post::ItemKind::Reply,
        other => other
            .and_then(nabat_crisis::post::ItemKind::from_name)
            .unwrap_or(nabat_crisis::post::ItemKind::Post),
    };
    let view = PostView {
        text: post,
        network: fields.get("source").copied().unwrap_or_default(),
        lang: fields.get("lang").copied(),
        author_handle: fields.get("author").copied(),
        site: fields.get("site").copied(),
        kind,
        ..PostView::default()
    };
    let mut found = Vec::new();
    Engine::new([(TopicId(1), query)]).matches(&view, &mut Scratch::default(), &mut found);
    !found.is_empty()
}

/// Reads the escapes of `cases.tsv`: `\n`, `\t`, `\\`, `\u{HEX}`.
fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = match escape.as_bytes().first() {
            Some(b'u') => match escape.split_once('}') {
                Some((code, rest)) => {
                    let code = u32::from_str_radix(code.trim_start_matches("u{"), 16).ok();
                    plain.extend(code.and_then(char::from_u32));
                    rest
                }
                None => escape,
            },
            Some(b'n') => {
                plain.push('\n');
                &escape[1..]
            }
            Some(b't') => {
                plain.push('\t');
                &escape[1..]
            }
            _ => {
                plain.push('\\');
                escape.strip_prefix('\\').unwrap_or(escape)
            }
        };
    }
    plain + rest
}

/// The text of a file of a folder.
pub(crate) fn text(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    let bytes = fs::read(&path).with_context(|| format!("failed to read `{}`", path.display()))?;
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(bytes.as_slice())
        .read_to_string(&mut text)
        .with_context(|| format!("failed to unpack `{}`", path.display()))?;
    Ok(text)
}
