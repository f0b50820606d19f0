//! Death at every crash point: nothing confirmed is lost, nothing is half there, nothing is doubled.

use std::path::Path;
use std::process::{Command, Output};

use nabat_crisis::id::TopicId;
use nabat_store::{Batch, MentionFilter, Store, fault};
use tempfile::TempDir;

use crate::world::{arrival, at, created, event, files, item};

/// Names the folder the child works in; without it the child's test does nothing.
const DIR: &str = "NABAT_STORE_TEST_DIR";
const N_BATCHES: i64 = 6;

/// Five posts and a deletion: what a batch of the child holds.
fn batch(number: i64, source: nabat_crisis::id::SourceId) -> Batch {
    let mut arrivals: Vec<_> = (0..5)
        .map(|n| {
            let text = format!("Зорька, партия {number}, жалоба {n}");
            arrival(created(item(&format!("{number}-{n}"), number * 10 + n, &text)))
        })
        .collect();
    let uid = crate::world::uid(&format!("{number}-0"));
    let deleted = nabat_crisis::post::Change::Deleted { uid, at: at(number * 10 + 9) };
    arrivals.push(arrival(event(deleted, number * 10 + 9)));
    Batch { arrivals, cursor: Some(number.to_string()), ..Batch::new(source, at(number)) }
}

/// Goes on from the stored cursor, as a connector does.
async fn work(dir: &Path) {
    let store = Store::open(dir).unwrap();
    let source = match store.sources().await.unwrap().first() {
        Some(source) => source.id,
        None => store.create_source(files(), nabat_crisis::person::Actor::Nabat, at(0)).await.unwrap().id,
    };
    let done = store.source_cursor(source).await.unwrap().map_or(0, |cursor| cursor.parse().unwrap());
    for number in done + 1..=N_BATCHES {
        store.commit_batch(batch(number, source)).await.unwrap();
        println!("confirmed {number}");
    }
}

#[tokio::test]
async fn child() {
    if let Some(dir) = std::env::var_os(DIR) {
        work(Path::new(&dir)).await;
    }
}

fn run(dir: &Path, crash_at: Option<&str>) -> Output {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "crash::child", "--nocapture"]).env(DIR, dir).env_remove(fault::VARIABLE);
    if let Some(point) = crash_at {
        child.env(fault::VARIABLE, point);
    }
    child.output().unwrap()
}

#[tokio::test]
async fn a_process_that_dies_anywhere_loses_nothing_and_doubles_nothing() {
    for point in fault::ALL {
        for pass in [1, 2, 5] {
            if point == fault::MID_MIGRATION && pass > 1 {
                continue;
            }
            let dir = TempDir::new().unwrap();
            let died = run(dir.path(), Some(&format!("{point}:{pass}")));
            let said = String::from_utf8_lossy(&died.stderr);
            assert!(!died.status.success(), "{point}:{pass} did not die");
            assert!(said.contains(&format!("crash point {point} fired")), "{point}:{pass}: {said}");
            let confirmed = String::from_utf8_lossy(&died.stdout).matches("confirmed").count() as u64;
            if point != fault::MID_MIGRATION {
                let store = Store::open(dir.path()).unwrap();
                let n = store.health().await.unwrap().n_mentions;
                assert!(n == confirmed * 5 || n == (confirmed + 1) * 5, "{point}:{pass}: {n} of {confirmed}");
                assert!(store.check().await.unwrap().findings.is_empty());
            }
            let again = run(dir.path(), None);
            assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
            let store = Store::open(dir.path()).unwrap();
            let health = store.health().await.unwrap();
            assert_eq!((health.n_mentions, health.n_events), (30, 36), "{point}:{pass}");
            let filter =
                MentionFilter {
                    topic: Some(TopicId(1)), words: vec!["жалоба".into()], ..Default::default()
                };
            assert_eq!(store.mentions(filter, None, 100).await.unwrap().items.len(), 30);
            assert_eq!(store.check().await.unwrap().findings, Vec::<String>::new());
        }
    }
}
