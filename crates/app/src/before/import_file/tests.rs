//! A file that is skimmed gives what the same file gives when every line is read whole.

use std::io::Cursor;

use nabat_connectors::files::neutral::{read_line, sketch_line};
use nabat_crisis::post::Change;
use nabat_crisis::topic::{AnswerPolicy, Topic, TopicKind};
use nabat_watch::intake::clean;
use nabat_watch::matching::{Engine, PostView, Query};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;

fn now() -> Timestamp {
    "2026-03-02T10:00:00Z".parse().unwrap()
}

fn watched() -> Watched {
    let topic = |id, query: &str| Topic {
        id: TopicId(id),
        name: query.into(),
        kind: TopicKind::Brand,
        query: query.into(),
        answers: AnswerPolicy::Every,
        answer_within_minutes: 60,
        created_at: now(),
        archived_at: None,
    };
    Watched::new(vec![
        topic(1, "каша OR #kasza"),
        topic(2, "author:anna lang:pl"),
        topic(3, "\"опять камешек\" OR @zabka"),
    ])
}

/// Which of the queries that look at lists, and at what they stand in, a post answers.
fn answers(view: &PostView<'_>) -> Vec<TopicId> {
    let queries = [
        "has:hashtag каша",
        "has:mention каша",
        "has:link каша",
        "каша url:https",
        "каша url:\"https://www.\"",
        "каша url:b.example/x",
        "url:example wow",
        "#каша",
        "#каша_дня",
        "@zabka",
        "@zabka.pl",
        "zabka",
        "каша NEAR/2 дня",
        "каша -has:link -has:mention",
        "type:reply каша",
        "site:a.example каша",
        "каша SENT камешек",
        "каша followers:[5 TO *]",
    ];
    let queries = queries.map(|query| Query::parse(query).unwrap_or_else(|fault| panic!("{query}: {fault}")));
    let engine = Engine::new(queries.iter().zip(1..).map(|(query, id)| (TopicId(id), query)));
    let mut found = Vec::new();
    engine.matches(view, &mut Scratch::default(), &mut found);
    found
}

/// Words that match, words that do not, and everything cleaning has to do with.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "каша",
        "Каша ",
        "опять",
        " камешек",
        "kasza",
        "#kasza",
        "#каша_дня",
        "@zabka",
        "@zabka.pl ",
        "www.a.example",
        " https://b.example/x",
        "wow. ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\"",
        "\\",
        "é",
        "ё",
        "…",
        "—",
        "\u{ad}",
        "\u{200b}",
        "\u{202e}",
        "\u{2067}",
        "\u{200f}",
        "\u{61c}",
        "\u{2028}",
        "\u{85}",
        "\u{a0}",
        "\u{7f}",
        "\u{1}",
        "\u{0}",
        "RT @",
        "🥣",
        "😀",
        "с",
        "كاشا",
    ]);
    prop::collection::vec(word, 0..7).prop_map(|words| words.concat())
}

fn some_word() -> impl Strategy<Value = Value> {
    prop_oneof![6 => words().prop_map(Value::from), 1 => Just(Value::Null), 1 => prop::sample::select(vec![json!(7), json!(1.5), json!(-3), json!(true), json!([]), json!({})])]
}

fn date() -> impl Strategy<Value = Value> {
    let date = prop::sample::select(vec![
        "2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.125Z",
        "2026-02-28T23:59:59.999999999Z",
        "2026-03-01T13:00:00+03:00",
        "2026-02-30T10:00:00Z",
        "2026-03-01T10:00:60Z",
        "2026-03-01T24:00:00Z",
        "1989-12-31T23:59:59Z",
        "1990-01-01T00:00:00Z",
        "2026-03-03T12:00:00Z",
        "2026-03-03T12:00:00.1Z",
        "2026-03-03T13:00:00Z",
        "2024-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-03-01 10:00",
        "1772445600",
        "вчера",
        "",
        "2026-03-01T10:00:00z",
    ]);
    prop_oneof![8 => date.prop_map(Value::from), 1 => Just(Value::Null), 1 => Just(json!(1_772_445_600))]
}

fn id() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => "[a-z0-9/]{1,4}".prop_map(Value::from),
        2 => any::<i64>().prop_map(Value::from),
        1 => prop::sample::select(vec![json!(""), json!(" "), Value::Null, json!(1e3), json!("a\u{0}"), json!("ж".repeat(600)), json!(u64::MAX)]),
    ]
}

fn author() -> impl Strategy<Value = Value> {
    let object = (
        prop::option::of(id()),
        prop::option::of(some_word()),
        prop::option::of(some_word()),
        prop::option::of(prop_oneof![any::<u64>().prop_map(Value::from), some_word()]),
        prop::option::weighted(0.1, any::<bool>()),
    )
        .prop_map(|(id, handle, name, followers, ours)| {
            let ours = ours.map(Value::from);
            let fields =
                [("id", id), ("handle", handle), ("name", name), ("followers", followers), ("ours", ours)];
            Value::Object(
                fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect(),
            )
        });
    prop_oneof![2 => Just(json!("anna")), 2 => some_word(), 3 => object]
}

/// One field, mostly with a value that fits it.
#[expect(clippy::too_many_lines, reason = "a table of fields, read line by line")]
fn field() -> impl Strategy<Value = (String, Value)> {
    let named = |name: &'static str, value: BoxedStrategy<Value>| {
        value.prop_map(move |value| (name.to_owned(), value)).boxed()
    };
    let list = prop_oneof![Just(json!([])), Just(Value::Null), Just(json!(["каша"])), some_word()];
    prop_oneof![
        named("title", some_word().boxed()),
        named("author", author().boxed()),
        named(
            "lang",
            prop_oneof![prop::sample::select(vec![
                json!("ru"),
                json!("pl"),
                json!("PL"),
                json!("rus"),
                json!("in"),
                json!("und"),
                json!("en-US"),
                json!("7f"),
                Value::Null
            ])]
            .boxed()
        ),
        named(
            "kind",
            prop::sample::select(vec![json!("post"), json!("reply"), json!("tweet"), Value::Null]).boxed()
        ),
        named(
            "event",
            prop::sample::select(vec![json!("created"), json!("revised"), json!("deleted"), Value::Null])
                .boxed()
        ),
        named("observed_at", date().boxed()),
        named("edited_at", date().boxed()),
        named(
            "permalink",
            prop::sample::select(vec![
                json!("https://a.example/1"),
                json!(" HTTP://a.example "),
                json!("javascript:x"),
                json!("https://a b"),
                Value::Null
            ])
            .boxed()
        ),
        named(
            "container",
            prop::sample::select(vec![
                json!({"id": "club1", "name": "Клуб"}),
                json!({"id": 7}),
                json!({"name": "x"}),
                json!({}),
                Value::Null,
                json!({"id": "a", "x": 1})
            ])
            .boxed()
        ),
        named(
            "engagement",
            prop::sample::select(vec![
                json!({"likes": 3, "views": null}),
                json!({}),
                json!({"likes": -1}),
                json!({"likes": 1.5}),
                Value::Null
            ])
            .boxed()
        ),
        named("in_reply_to", id().boxed()),
        named("quote_of", id().boxed()),
        named("repost_of", id().boxed()),
        named("root", id().boxed()),
        named(
            "rating",
            prop::sample::select(vec![
                json!({"value": 1, "best": 5}),
                json!({"value": 9, "best": 5}),
                Value::Null
            ])
            .boxed()
        ),
        named(
            "retention",
            prop::sample::select(vec![json!("private"), json!("для своих"), Value::Null]).boxed()
        ),
        named("links", list.boxed()),
        named("hashtags", prop_oneof![Just(json!([])), Just(json!(["kasza", "#обед"]))].boxed()),
        named("unknown", some_word().boxed()),
        named("raw", some_word().boxed()),
        named("raw_sha256", prop::sample::select(vec![json!("ab"), json!("0".repeat(64))]).boxed()),
    ]
}

fn line() -> impl Strategy<Value = String> {
    let needed = (
        prop_oneof![9 => Just(json!("vk")), 1 => prop::sample::select(vec![json!("VK"), json!("в контакте"), Value::Null])],
        id(),
        prop_oneof![9 => words().prop_map(Value::from), 1 => some_word()],
        date(),
        prop::collection::vec(prop::bool::weighted(0.97), 4),
    );
    let damage = prop::option::weighted(
        0.15,
        (
            any::<prop::sample::Index>(),
            prop::sample::select(vec!["", "{", "}", "\"", ",", "\\", "0", " ", "\u{1}", "x"]),
        ),
    );
    (needed, prop::collection::vec(field(), 0..5), any::<bool>(), damage).prop_map(
        |((network, id, text, date, kept), fields, doubled, damage)| {
            let needed = [("network", network), ("id", id), ("text", text), ("published_at", date)];
            let mut object: Map<_, _> = needed
                .into_iter()
                .zip(kept)
                .filter_map(|((key, value), kept)| kept.then(|| (key.to_owned(), value)))
                .collect();
            let double = fields.first().cloned().filter(|_| doubled && fields.len() == 4);
            object.extend(fields);
            let mut line = Value::Object(object).to_string();
            if let Some((key, value)) = double {
                line = format!("{{{}:{value},{}", json!(key), &line[1..]);
            }
            if let Some((at, put)) = damage {
                let at = line.floor_char_boundary(at.index(line.len()));
                line.replace_range(at..line.ceil_char_boundary(at + 1), put);
            }
            line
        },
    )
}

/// Reads a file to its end, in one batch.
fn skimmed(file: &str) -> Batch {
    let mut reader =
        FileReader::open(Cursor::new(file.as_bytes().to_vec()), "x.jsonl", Format::from_name("nabat"), now())
            .unwrap();
    let (watched, mut skimmer) = (watched(), Skimmer::default());
    let mut load = Load::new(SourceId(1), now());
    let (passed, end) = skimmer.fill(&mut reader, &watched, &mut load);
    assert_eq!(end, Some(None));
    let mut batch = flow::sort(&watched, load, &mut skimmer.scratch);
    batch.n_unmatched += passed.n_posts;
    batch.newest_item_at = batch.newest_item_at.max(passed.newest_at);
    batch
}

/// The same, every line read whole.
fn read_whole(file: &str) -> Batch {
    let reader =
        FileReader::open(Cursor::new(file.as_bytes().to_vec()), "x.jsonl", Format::from_name("nabat"), now())
            .unwrap();
    let mut load = Load::new(SourceId(1), now());
    for record in reader {
        let record = record.unwrap();
        load.records.push(Record { position: record.position, outcome: record.outcome, topics: None });
    }
    flow::sort(&watched(), load, &mut Scratch::default())
}

#[test]
fn a_plain_post_is_told_at_a_glance() {
    for line in [
        r#"{"id":"d00001","network":"vk","author":"anna","text":"В каше опять камешек","lang":"ru","published_at":"2025-03-03T00:00:02.125Z"}"#,
        r#" { "network" : "vk", "id" : 7, "text" : "Каша «Утро»…\nвкусная \"очень\" 😀 #каша", "published_at" : "2026-03-01T10:00:00Z", "author" : {"id": 5, "handle": "anna", "name": "Анна", "followers": 12} } "#,
        r#"{"event":"created","network":"vk","id":"a/1","text":"","published_at":"2026-03-01T13:00:00+03:00","hashtags":[],"engagement":{"likes":1,"views":null},"in_reply_to":"a/0","title":null}"#,
    ] {
        let sketch = sketch_line(line, now()).unwrap_or_else(|| panic!("not at a glance: {line}"));
        assert!(sketch_view(&sketch, &mut Lists::default()).is_some(), "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_glance_shows_what_reading_and_cleaning_show(line in line()) {
        let mut lists = Lists::default();
        let Some(sketch) = sketch_line(&line, now()) else { return Ok(()) };
        let Some(view) = sketch_view(&sketch, &mut lists) else { return Ok(()) };
        let event = read_line(&line, now()).unwrap_or_else(|refused| panic!("refused {refused:?}: {line}"));
        let event = clean(event, now()).unwrap_or_else(|refused| panic!("not clean {refused:?}: {line}"));
        let Change::Created(item) = &event.change else { panic!("not a new post: {line}") };
        let full = PostView::from(&**item);
        prop_assert_eq!(answers(&view), answers(&full), "{}", line);
        // The lists may be left out where all they hold stands in the text.
        let [bare, full] = [view, full].map(|view| PostView { hashtags: &[], mentions: &[], links: &[], ..view });
        prop_assert_eq!(format!("{bare:?}"), format!("{full:?}"), "{}", line);
        prop_assert_eq!(sketch.published_at, item.published_at);
    }

    #[test]
    fn a_skimmed_file_gives_what_the_whole_file_gives(lines in prop::collection::vec(line(), 0..12)) {
        let file = lines.join("\n");
        prop_assert_eq!(skimmed(&file), read_whole(&file), "{}", file);
    }
}
