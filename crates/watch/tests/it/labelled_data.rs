//! The language against data that others labelled: `matching/` in the folder that the environment variable `NABAT_LABELLED_DATA` names.
//!
//! The data is only read, and the test says how much of it was used. Without the variable it says that it was skipped.
//! Every row is judged: nothing is left out.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;

use nabat_crisis::id::TopicId;
use nabat_crisis::post::ItemKind;
use nabat_watch::matching::{Engine, PostView, Query, Scratch};

fn folder() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("NABAT_LABELLED_DATA") else {
        println!("skipped: NABAT_LABELLED_DATA does not name a folder with labelled data");
        return None;
    };
    Some(PathBuf::from(folder).join("matching"))
}

#[expect(clippy::disallowed_methods, reason = "a test may read its data")]
fn text(name: &str) -> Option<String> {
    let path = folder()?.join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    if name.ends_with(".gz") {
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
    } else {
        text = String::from_utf8(bytes).unwrap();
    }
    Some(text)
}

/// Reads the escapes of `cases.tsv`: `\n`, `\t`, `\\`, `\u{HEX}`.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let (c, length) = match rest.as_bytes()[at + 1] {
            b'n' => ('\n', 2),
            b't' => ('\t', 2),
            b'\\' => ('\\', 2),
            _ => {
                let end = rest[at..].find('}').unwrap();
                (char::from_u32(u32::from_str_radix(&rest[at + 3..at + end], 16).unwrap()).unwrap(), end + 1)
            }
        };
        plain.push(c);
        rest = &rest[at + length..];
    }
    plain + rest
}

fn engine_of(queries: &[(TopicId, Query)]) -> Engine {
    Engine::new(queries.iter().map(|(id, query)| (*id, query)))
}

#[test]
fn hand_made_cases_agree() {
    let Some(table) = text("cases.tsv") else { return };
    let (mut n_right, mut wrong) = (0, Vec::new());
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let (written, post, expected) = (unescaped(columns[0]), unescaped(columns[1]), columns[2]);
        let fields = columns.get(4).copied().unwrap_or_default();
        let field =
            |name: &str| fields.split(';').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        let kind = field("type").map_or("post", |kind| if kind == "comment" { "reply" } else { kind });
        let answer = match Query::parse(&written) {
            Ok(query) => {
                let view = PostView {
                    text: &post,
                    network: field("source").unwrap_or_default(),
                    lang: field("lang"),
                    author_handle: field("author"),
                    site: field("site"),
                    kind: ItemKind::from_name(kind).unwrap(),
                    ..PostView::default()
                };
                let mut found = Vec::new();
                engine_of(&[(TopicId(1), query)]).matches(&view, &mut Scratch::default(), &mut found);
                if found.is_empty() { "no" } else { "yes" }
            }
            Err(_) => "refused",
        };
        if answer == expected {
            n_right += 1;
        } else {
            wrong.push(format!("{written} on {post}: {answer} instead of {expected} ({})", columns[3]));
        }
    }
    println!("cases.tsv: {n_right} right, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(n_right > 0, "the table holds cases");
}

/// Compares all pairs of one set; with a debug build on every tenth post, since the plain evaluator asks every query of every post.
fn golden_pairs_agree(set: &str) {
    let Some(table) = text(&format!("queries-{set}.tsv.gz")) else { return };
    let queries: Vec<(TopicId, Query)> = table
        .lines()
        .map(|row| {
            let (id, written) = row.split_once('\t').unwrap();
            let query = Query::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
            (TopicId(id[1..].parse().unwrap()), query)
        })
        .collect();
    let engine = engine_of(&queries);
    let step = if cfg!(debug_assertions) { 10 } else { 1 };
    let number = |id: &str| id[1..].parse::<i64>().unwrap();
    let golden = text(&format!("golden-{set}.tsv.gz")).unwrap();
    let expected: BTreeSet<(i64, i64)> = golden
        .lines()
        .map(|row| row.split_once('\t').map(|(post, query)| (number(post), number(query))).unwrap())
        .filter(|(post, _)| post % step == 0)
        .collect();
    let mut got = BTreeSet::new();
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    for line in text("posts.jsonl.gz").unwrap().lines() {
        let post: serde_json::Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| post[name].as_str().unwrap_or_default();
        if number(field("id")) % step != 0 {
            continue;
        }
        let view = PostView {
            text: field("text"),
            network: field("network"),
            lang: post["lang"].as_str(),
            author_handle: post["author"].as_str(),
            ..PostView::default()
        };
        engine.matches(&view, &mut scratch, &mut found);
        got.extend(found.iter().map(|id| (number(field("id")), id.0)));
    }
    let missed: Vec<_> = expected.difference(&got).collect();
    let extra: Vec<_> = got.difference(&expected).collect();
    println!(
        "golden-{set}: {} queries, {} pairs expected, {} missed, {} extra",
        queries.len(),
        expected.len(),
        missed.len(),
        extra.len()
    );
    assert!(missed.is_empty() && extra.is_empty(), "missed {missed:?}, extra {extra:?}");
    assert!(!expected.is_empty(), "the set holds pairs");
}

#[test]
fn golden_pairs_of_a_thousand_queries_agree() {
    golden_pairs_agree("1k");
}

#[test]
fn golden_pairs_of_ten_thousand_queries_agree() {
    if cfg!(debug_assertions) {
        println!("skipped: ten thousand queries on every post take a release build");
        return;
    }
    golden_pairs_agree("10k");
}
