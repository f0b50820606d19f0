//! Sources and imports: health, refusals, alarms, reports.

use std::collections::BTreeMap;

use nabat_crisis::alert::{AlertReason, AlertSubject, NewAlert};
use nabat_crisis::id::SourceId;
use nabat_crisis::person::Actor;
use nabat_crisis::post::{Refusal, RefusalReason};
use nabat_crisis::source::SourceTrouble;
use nabat_store::{Batch, ImportProgress, ImportState, NewImport, Poll, SourceDraft, StoreError};

use crate::world::{World, at, files, post};

fn refusal(position: u64) -> Refusal {
    Refusal {
        position,
        reason: RefusalReason::Syntax,
        detail: "expected `,`".into(),
        sample: "{\"text\": \"Зорька\"".into(),
    }
}

#[tokio::test]
async fn cursor_and_health_change_together_with_the_posts() {
    let world = World::new().await;
    let batch = Batch {
        cursor: Some("etag-1".into()),
        arrivals: vec![post("1", 0, "Зорька"), post("2", 30, "Зорька")],
        n_unmatched: 7,
        newest_item_at: Some(at(40)),
        next_poll_at: Some(at(70)),
        n_refused: BTreeMap::from([(RefusalReason::BadDate, 3)]),
        refusals: vec![refusal(4)],
        ..Batch::new(world.source, at(60))
    };
    world.store.commit_batch(batch.clone()).await.unwrap();
    let health = world.store.source(world.source).await.unwrap().unwrap().health;
    assert_eq!((health.n_accepted, health.n_matched, health.n_repeated, health.n_refused), (9, 2, 0, 3));
    assert_eq!(
        (health.last_item_at, health.last_new_at, health.lag_seconds),
        (Some(at(40)), Some(at(60)), Some(1_200))
    );
    assert_eq!((health.last_poll_at, health.next_poll_at), (Some(at(60)), Some(at(70))));
    assert_eq!(world.store.source_cursor(world.source).await.unwrap().as_deref(), Some("etag-1"));
    // The same again is nothing new, so the feed counts as silent since the first time.
    world.store.commit_batch(Batch { cursor: None, received_at: at(90), ..batch }).await.unwrap();
    let health = world.store.source(world.source).await.unwrap().unwrap().health;
    assert_eq!((health.last_new_at, health.n_repeated), (Some(at(60)), 2));
    assert_eq!(world.store.source_cursor(world.source).await.unwrap().as_deref(), Some("etag-1"));
    let nowhere = world.store.commit_batch(Batch::new(SourceId(404), at(0))).await;
    assert!(matches!(nowhere, Err(StoreError::Missing { what: "source", id: 404 })), "{nowhere:?}");
}

#[tokio::test]
async fn a_feed_that_fails_counts_its_failures_and_an_alarm_is_raised_once() {
    let world = World::new().await;
    let failed = |minute| Poll {
        at: at(minute),
        next_at: Some(at(minute + 5)),
        error: Some("the server answered 503".into()),
        cursor: None,
    };
    world.store.note_poll(world.source, failed(0)).await.unwrap();
    world.store.note_poll(world.source, failed(5)).await.unwrap();
    let health = world.store.source(world.source).await.unwrap().unwrap().health;
    assert_eq!((health.n_failures, health.last_error.as_deref()), (2, Some("the server answered 503")));
    let alert = |minute: i64, reason| NewAlert {
        subject: AlertSubject::Source(world.source, SourceTrouble::Failing),
        reason,
        at: at(minute),
        key: format!("source:1:{minute}"),
    };
    assert!(world.store.raise_alarm(world.source, alert(6, AlertReason::First)).await.unwrap().is_some());
    assert_eq!(world.store.raise_alarm(world.source, alert(7, AlertReason::First)).await.unwrap(), None);
    assert_eq!(world.store.source(world.source).await.unwrap().unwrap().health.alarm_since, Some(at(6)));
    let good = Poll { error: None, cursor: Some("etag-2".into()), ..failed(10) };
    world.store.note_poll(world.source, good).await.unwrap();
    assert!(world.store.clear_alarm(world.source, Some(alert(10, AlertReason::Resolved))).await.unwrap());
    assert!(!world.store.clear_alarm(world.source, Some(alert(11, AlertReason::Resolved))).await.unwrap());
    let source = world.store.source(world.source).await.unwrap().unwrap();
    assert_eq!(
        (source.health.n_failures, source.health.last_error, source.health.alarm_since),
        (0, None, None)
    );
    assert_eq!(world.store.alerts_after(None, 10).await.unwrap().len(), 2);
    let draft = SourceDraft { name: "Новости".into(), silence_minutes: Some(90), ..files() };
    let updated =
        world.store.update_source(world.source, draft, Actor::Nabat, at(12)).await.unwrap().unwrap();
    assert_eq!((updated.name.as_str(), updated.silence_minutes), ("Новости", Some(90)));
    let paused = world.store.pause_source(world.source, true, Actor::Nabat, at(13)).await.unwrap().unwrap();
    assert!(paused.paused && world.store.sources().await.unwrap() == [paused]);
}

#[tokio::test]
async fn of_a_source_the_newest_refusals_are_kept_and_of_an_import_the_first() {
    let world = World::new().await;
    for first in [1, 41] {
        let refusals = (first..first + 40).map(refusal).collect();
        world.store.commit_batch(Batch { refusals, ..Batch::new(world.source, at(0)) }).await.unwrap();
    }
    let kept = world.store.refusals(world.source).await.unwrap();
    let positions: Vec<_> = kept.iter().map(|kept| kept.refusal.position).collect();
    assert_eq!(positions, (31..=80).rev().collect::<Vec<_>>());
    let new = NewImport {
        source: world.source,
        name: "архив.jsonl".into(),
        format: "neutral".into(),
        n_bytes: Some(900),
        quiet: false,
    };
    let import = world.store.start_import(new, Actor::Nabat, at(0)).await.unwrap();
    assert_eq!(import.state, ImportState::Running);
    for (first, finished) in [(1, false), (81, true)] {
        let batch = Batch {
            refusals: (first..first + 80).map(refusal).collect(),
            n_refused: BTreeMap::from([(RefusalReason::Syntax, 80), (RefusalReason::TooLarge, 1)]),
            arrivals: vec![post("1", 0, "Зорька")],
            n_unmatched: 2,
            import: Some(ImportProgress { id: import.id, n_bytes_done: 450 + first, finished }),
            ..Batch::new(world.source, at(9))
        };
        world.store.commit_batch(batch).await.unwrap();
    }
    let report = world.store.import(import.id).await.unwrap().unwrap();
    assert_eq!(
        (report.state.clone(), report.ended_at, report.n_bytes_done),
        (ImportState::Finished, Some(at(9)), 531)
    );
    assert_eq!((report.n_accepted, report.n_matched, report.n_repeated, report.n_unmatched), (6, 1, 1, 4));
    assert_eq!(
        report.n_refused,
        BTreeMap::from([(RefusalReason::Syntax, 160), (RefusalReason::TooLarge, 2)])
    );
    let samples = world.store.import_refusals(import.id).await.unwrap();
    let positions: Vec<_> = samples.iter().map(|kept| kept.refusal.position).collect();
    assert_eq!(positions, (1..=100).collect::<Vec<_>>());
    assert_eq!(world.store.refusals(world.source).await.unwrap().len(), 50);
    world.store.fail_import(import.id, "the file is cut short".into(), at(10)).await.unwrap();
    let failed = ImportState::Failed { why: "the file is cut short".into() };
    assert_eq!(world.store.imports(10).await.unwrap()[0].state, failed);
}
