//! Opening, closing, limits and damage.

use nabat_crisis::bucket::Bucket;
use nabat_crisis::id::MentionId;
use nabat_store::{Batch, MentionFilter, Store, StoreError};
use rusqlite::Connection;

use crate::world::{BRAND, World, at, post};

#[tokio::test]
async fn what_was_stored_is_there_after_a_restart_and_a_second_process_is_kept_out() {
    let world = World::new().await;
    world.commit(vec![post("1", 0, "Зорька")]).await;
    let second = Store::open(world.dir.path()).unwrap_err();
    assert!(matches!(second, StoreError::InUse { .. }));
    assert!(second.to_string().contains("stop it, or choose another folder"), "{second}");
    let reader = Store::open_read_only(world.dir.path()).unwrap();
    assert_eq!(reader.health().await.unwrap().n_mentions, 1);
    let refused = reader.commit_batch(Batch::new(world.source, at(0))).await;
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    drop(reader);
    world.store.checkpoint().await.unwrap();
    let World { dir, store, .. } = world;
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.mention(MentionId(1)).await.unwrap().unwrap().item.text, "Зорька");
    assert!(store.check().await.unwrap().findings.is_empty());
    let empty = tempfile::TempDir::new().unwrap();
    assert!(matches!(Store::open_read_only(empty.path()), Err(StoreError::NoStore { .. })));
}

#[tokio::test]
async fn a_store_from_a_newer_nabat_is_left_alone() {
    let World { dir, store, .. } = World::new().await;
    let known = store.health().await.unwrap().schema;
    drop(store);
    let raw = Connection::open(dir.path().join("nabat.db")).unwrap();
    raw.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(raw);
    for opened in [Store::open(dir.path()), Store::open_read_only(dir.path())] {
        let refused = opened.unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found: 99, known: k } if k == known));
        assert!(refused.to_string().contains("nothing was changed"), "{refused}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_store_of_ours_is_left_alone() {
    let dir = tempfile::TempDir::new().unwrap();
    let raw = Connection::open(dir.path().join("nabat.db")).unwrap();
    raw.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(raw);
    assert!(matches!(Store::open(dir.path()), Err(StoreError::Broken { .. })));
    std::fs::write(dir.path().join("nabat.db"), "to nie jest baza danych, tylko zwykły tekst").unwrap();
    assert!(matches!(Store::open(dir.path()), Err(StoreError::Broken { .. })));
}

#[tokio::test]
async fn a_full_disk_keeps_what_was_there_and_goes_on_when_there_is_room() {
    let world = World::new().await;
    world.commit(vec![post("0", 0, "Зорька")]).await;
    world.store.checkpoint().await.unwrap();
    let used = world.store.health().await.unwrap().db_bytes;
    world.store.limit_bytes(Some(used + 16_384)).await.unwrap();
    let many =
        || (1..500).map(|n| post(&n.to_string(), n, &"Зорька подорожала вдвое. ".repeat(20))).collect();
    let full = world.store.commit_batch(Batch { arrivals: many(), ..Batch::new(world.source, at(1)) }).await;
    assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
    assert_eq!(world.store.health().await.unwrap().n_mentions, 1);
    let buckets = world.store.buckets(BRAND, Bucket(0), Bucket(i64::MAX)).await.unwrap();
    assert_eq!(buckets, [(Bucket::of(at(0)), 1)]);
    world.check().await;
    world.store.limit_bytes(None).await.unwrap();
    assert_eq!(world.commit(many()).await.n_new, 499);
    // Words met in the failed batch are found too.
    let words = MentionFilter { words: vec!["подорожа".into()], ..MentionFilter::default() };
    assert_eq!(world.store.mentions(words, None, 1_000).await.unwrap().items.len(), 499);
    world.check().await;
}

#[tokio::test]
async fn the_check_names_what_does_not_add_up() {
    let world = World::new().await;
    world.commit((0..20).map(|n| post(&n.to_string(), n, "Зорька")).collect()).await;
    world.check().await;
    let World { dir, store, .. } = world;
    drop(store);
    let raw = Connection::open(dir.path().join("nabat.db")).unwrap();
    raw.execute_batch(
        "UPDATE bucket SET n = n + 1 WHERE bucket = (SELECT min(bucket) FROM bucket);
         UPDATE event SET raw = x'00' WHERE seq = 3;
         DELETE FROM matched WHERE place = (SELECT min(place) FROM matched);
         DELETE FROM queue WHERE topic = 0 AND id = 5;",
    )
    .unwrap();
    drop(raw);
    let store = Store::open(dir.path()).unwrap();
    let findings = store.check().await.unwrap().findings.join("\n");
    for expected in [
        "mentions by five minutes: 1 counts kept and not found anew",
        "event 3: its raw bytes are not those of its hash",
        "mention 1: its match with topic 1 is missing",
        "cases in the queue of all: 1 counts found anew and not kept",
    ] {
        assert!(findings.contains(expected), "{findings}");
    }
    assert!(!findings.contains("Зорька"));
}
