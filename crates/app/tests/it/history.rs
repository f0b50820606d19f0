//! History and live agree, also when posts arrive and change while a new query runs over those that are stored.

use std::collections::BTreeSet;

use jiff::Timestamp;
use nabat_app::before::save_topic::Draft;
use nabat_app::crisis::id::{SourceId, TopicId};
use nabat_app::crisis::person::Actor;
use nabat_app::crisis::source::SourceKind;
use nabat_app::crisis::topic::TopicKind;
use nabat_app::flow::{self, Load, numbered};
use nabat_app::{App, Clock};
use nabat_connectors::files::neutral;
use nabat_store::MentionFilter;

fn start() -> Timestamp {
    "2026-03-01T10:00:00Z".parse().unwrap()
}

fn draft(query: &str) -> Draft {
    Draft {
        name: query.into(),
        kind: TopicKind::Brand,
        query: query.into(),
        answers: None,
        answer_within_minutes: None,
        why: String::new(),
    }
}

/// What queries look at, in all its kinds.
fn lines(batch: usize) -> Vec<String> {
    let line = |n: usize| {
        let (key, text) = (
            batch * 300 + n,
            [
                "каша Лугозар с камешком",
                "каша как каша",
                "#КашаЛугозар @sosed",
                "каша https://lugozar.example/x",
            ][n % 4],
        );
        let more = [
            "",
            r#","title":"О каше","kind":"review","rating":{"value":1,"best":5}"#,
            r#","hashtags":["лугозар"],"author":{"handle":"sosed","followers":5000}"#,
            r#","permalink":"https://news.example/1","attachments":[{"kind":"image"}],"lang":"ru""#,
        ][n / 4 % 4];
        format!(
            r#"{{"id":"p{key}","network":"vk","text":"{text}, номер {key}","published_at":"2026-02-{:02}T10:00:00Z"{more}}}"#,
            1 + key % 28
        )
    };
    let mut lines: Vec<_> = (0..300).map(line).collect();
    // A few posts of earlier batches get other words.
    lines.extend((0..batch).map(|earlier| {
        let key = earlier * 300 + batch;
        format!(r#"{{"event":"revised","id":"p{key}","network":"vk","text":"каша исправлена, Лугозар тут ни при чём","published_at":"2026-02-01T10:00:00Z","edited_at":"2026-02-27T10:00:00Z"}}"#)
    }));
    lines
}

async fn take(app: &App, source: SourceId, batch: usize) {
    let lines = lines(batch).into_iter().map(|line| Ok(neutral::read_line(&line, start()).unwrap()));
    let load = Load { records: numbered(lines), quiet: true, ..Load::new(source, start()) };
    flow::take(app, load).await.unwrap();
}

async fn house(folder: &std::path::Path) -> (App, SourceId) {
    let app = App::open(folder, Clock::driven(start(), 1.0), false).await.unwrap();
    app.add_topic(draft("каша"), Actor::Nabat).await.unwrap();
    app.add_topic(draft("КашаЛугозар"), Actor::Nabat).await.unwrap();
    let source = app.built_in_source(SourceKind::Simulator, "Story").await.unwrap().id;
    (app, source)
}

async fn found(app: &App, topic: TopicId) -> BTreeSet<String> {
    while app.reruns.progress(topic).is_some() {
        tokio::task::yield_now().await;
    }
    let (mut uids, mut cursor) = (BTreeSet::new(), None);
    loop {
        let filter = MentionFilter { topic: Some(topic), ..MentionFilter::default() };
        let page = app.store.mentions(filter, cursor, 1_000).await.unwrap();
        uids.extend(page.items.iter().map(|mention| mention.item.uid.as_text()));
        cursor = page.next;
        if cursor.is_none() {
            return uids;
        }
    }
}

const QUERIES: [&str; 7] = [
    "лугозар",
    "#лугозар OR (каша AND has:rating)",
    "каша url:lugozar.example",
    "author:sosed followers:[1000 TO *]",
    "каша site:news.example has:image lang:ru",
    "title:каша sentiment:negative каша",
    "исправлена -лугозар*",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_query_saved_while_posts_arrive_finds_what_it_would_have_found_from_the_start() {
    const N_BATCHES: usize = 8;
    let (early, late) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (live, source) = house(early.path()).await;
    let mut expected = Vec::new();
    for query in QUERIES {
        expected.push(live.add_topic(draft(query), Actor::Nabat).await.unwrap().id);
    }
    for batch in 0..N_BATCHES {
        take(&live, source, batch).await;
    }

    let (app, source) = house(late.path()).await;
    for batch in 0..N_BATCHES / 2 {
        take(&app, source, batch).await;
    }
    let stream = tokio::spawn({
        let app = app.clone();
        async move {
            for batch in N_BATCHES / 2..N_BATCHES {
                take(&app, source, batch).await;
            }
        }
    });
    let mut saved = Vec::new();
    for query in QUERIES {
        saved.push(app.add_topic(draft(query), Actor::Nabat).await.unwrap().id);
    }
    stream.await.unwrap();

    for ((query, early), late) in QUERIES.iter().zip(expected).zip(saved) {
        let (mut then, now) = (found(&live, early).await, found(&app, late).await);
        // A post keeps the topics of every version that was on the stream; the stored version alone is what history can match.
        let shown: BTreeSet<_> = edited();
        then.retain(|uid| now.contains(uid) || !shown.contains(uid));
        assert_eq!(now, then, "{query}");
        assert!(query.starts_with("исправлена") || !now.is_empty(), "{query} finds nothing");
        let versions = app.topic_versions(late).await.unwrap();
        assert_eq!(versions.len(), 1);
    }
    assert_eq!(app.store.pending_reruns().await.unwrap(), []);
    assert_eq!(app.store.check().await.unwrap().findings, [""; 0]);
}

/// Posts that were changed later.
fn edited() -> BTreeSet<String> {
    (1..8).flat_map(|batch| (0..batch).map(move |earlier| format!("vk:p{}", earlier * 300 + batch))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_that_was_cut_off_is_done_at_the_next_start_and_counts_what_a_change_brings_and_loses() {
    let folder = tempfile::tempdir().unwrap();
    let (app, source) = house(folder.path()).await;
    take(&app, source, 0).await;
    // Nabat is stopped right after the query was stored.
    let by = Actor::Nabat;
    let query = |query: &str| nabat_store::TopicDraft {
        name: "Новая".into(),
        kind: TopicKind::Brand,
        query: query.into(),
        answers: nabat_app::crisis::topic::AnswerPolicy::None,
        answer_within_minutes: 60,
    };
    let topic = app.store.create_topic(query("лугозар"), by, start()).await.unwrap().id;
    drop(app);
    let app = App::open(folder.path(), Clock::driven(start(), 1.0), false).await.unwrap();
    app.resume_reruns().await.unwrap();
    assert!(!found(&app, topic).await.is_empty());
    assert_eq!(app.store.pending_reruns().await.unwrap(), []);

    app.store.update_topic(topic, query("каша -лугозар -#лугозар"), by, start()).await.unwrap();
    drop(app);
    let app = App::open(folder.path(), Clock::driven(start(), 1.0), false).await.unwrap();
    app.resume_reruns().await.unwrap();
    let versions = app.store.topic_versions(topic).await.unwrap();
    let counts: Vec<_> =
        versions.iter().map(|version| (version.n_brings.unwrap(), version.n_loses.unwrap())).collect();
    let (n_before, n_now) = (counts[1].0, counts[0].0);
    assert_eq!(counts[0].1, n_before, "no post matches both");
    assert_eq!((counts[1].1, n_before > 0, n_now > 0), (0, true, true));
    assert_eq!(found(&app, topic).await.len() as u64, n_before + n_now, "what it found stays");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_of_saves_of_one_topic_in_a_row_wait_as_one_run_with_the_newest_query() {
    const N_SAVES: usize = 300;
    let folder = tempfile::tempdir().unwrap();
    let (app, source) = house(folder.path()).await;
    take(&app, source, 0).await;
    // Somebody still matches a batch with the topics as they were, so every run has to wait.
    let batch = app.watched.load_full();
    let topic = app.add_topic(draft("лугозар"), Actor::Nabat).await.unwrap().id;
    let n_tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let n_waiting = n_tasks();
    for save in 0..N_SAVES {
        app.change_topic(topic, draft(&format!("лугозар -номер{save}")), Actor::Nabat).await.unwrap();
        assert!(app.reruns.progress(topic).is_some());
    }
    app.change_topic(topic, draft("каша -лугозар -#лугозар"), Actor::Nabat).await.unwrap();
    assert!(n_tasks() <= n_waiting, "{N_SAVES} saves wait as {} tasks", n_tasks());
    drop(batch);

    let newest = found(&app, topic).await;
    assert!(!newest.is_empty());
    let versions = app.topic_versions(topic).await.unwrap();
    assert_eq!(versions.len(), N_SAVES + 2);
    let n_counted = versions.iter().filter(|version| version.n_brings.is_some()).count();
    assert_eq!((n_counted, versions[0].n_brings), (1, Some(newest.len() as u64)), "only the newest has run");
    assert_eq!(app.store.pending_reruns().await.unwrap(), []);
}
