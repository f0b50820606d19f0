//! Stories of the flow, with a clock that is moved by hand.

#![expect(clippy::unwrap_used, reason = "these are tests: a surprise is a failure")]

mod history;

use jiff::{SignedDuration, Timestamp};
use nabat_app::before::save_topic::Draft;
use nabat_app::crisis::person::Actor;
use nabat_app::crisis::source::SourceKind;
use nabat_app::crisis::topic::TopicKind;
use nabat_app::flow::{self, Load, numbered};
use nabat_app::views::SignalFilter;
use nabat_app::{App, Clock};
use nabat_connectors::files::neutral;

/// Complaints of different people, one every few seconds from an instant on, as a source gives them.
fn complaints(from: Timestamp, n: usize, name: &str) -> Vec<flow::Record> {
    let lines = (0..n).map(|i| {
        let at = from + SignedDuration::from_secs(i as i64 * 5);
        format!(r#"{{"id":"{name}{i}","network":"vk","author":"{name}{i}","text":"В каше Лугозар нашли болт","published_at":"{at}"}}"#)
    });
    numbered(lines.map(|line| Ok(neutral::read_line(&line, from).unwrap())))
}

async fn n_signals(app: &App) -> usize {
    app.signals(SignalFilter::default(), None, 100).await.unwrap().items.len()
}

#[tokio::test]
async fn posts_of_the_running_bucket_are_judged_when_it_closes_though_nobody_writes_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let start: Timestamp = "2026-03-01T10:00:00Z".parse().unwrap();
    let app = App::open(folder.path(), Clock::driven(start, 1.0), false).await.unwrap();
    let draft = Draft {
        name: "Лугозар".into(),
        kind: TopicKind::Brand,
        query: "лугозар".into(),
        answers: None,
        answer_within_minutes: None,
        why: String::new(),
    };
    app.add_topic(draft, Actor::Nabat).await.unwrap();
    let source = app.built_in_source(SourceKind::Simulator, "Story").await.unwrap().id;

    // At 10:07 twelve complaints lie in the bucket that closed at 10:05, and twelve in the one that runs until 10:10.
    app.clock.advance_to(start + SignedDuration::from_mins(7));
    for (minute, name) in [(3, "early"), (6, "late")] {
        let records = complaints(start + SignedDuration::from_mins(minute), 12, name);
        flow::take(&app, Load { records, ..Load::new(source, app.clock.now()) }).await.unwrap();
    }
    flow::ring(&app).await.unwrap();
    assert_eq!(n_signals(&app).await, 0, "twelve are too few for a topic that is an hour old");

    // Nobody writes any more; the bucket closes, and the hour holds twenty-four.
    app.clock.advance_to(start + SignedDuration::from_mins(10));
    flow::ring(&app).await.unwrap();
    assert_eq!(n_signals(&app).await, 1);

    // The same look again gives nothing new.
    app.clock.advance_to(start + SignedDuration::from_mins(90));
    flow::ring(&app).await.unwrap();
    assert_eq!(n_signals(&app).await, 1);
    assert!(app.store.due().await.unwrap().is_empty(), "the hour is over, and so is the look");
}
