//! Killed at any point, Nabat loses nothing and doubles nothing.

use std::collections::BTreeSet;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::house::{House, Serving, address, http, outside};

/// Points in the store's writer, and on which passes to die there.
const POINTS: [&str; 4] = ["before-transaction", "mid-transaction", "before-commit", "after-commit"];

/// Posts of which two in three name the brand, and the keys of those that do, counted without Nabat's help.
fn posts(n: usize) -> (String, BTreeSet<String>) {
    let mut lines = String::new();
    let mut expected = BTreeSet::new();
    for i in 0..n {
        let text = match i % 3 {
            0 => format!("В каше «Лугозар» опять камешек, номер {i}"),
            1 => format!("Kasza Lugozar numer {i} jak zawsze dobra"),
            _ => format!("Just a walk in the park, number {i}"),
        };
        if i % 3 < 2 {
            expected.insert(format!("p{i}"));
        }
        let minute = i % 60;
        let hour = (i / 60) % 24;
        let day = 1 + (i / 1440) % 28;
        let post = json!({ "id": format!("p{i}"), "network": "vk", "author": format!("автор{}", i % 97), "text": text, "lang": "ru",
            "published_at": format!("2026-02-{day:02}T{hour:02}:{minute:02}:00Z") });
        lines.push_str(&post.to_string());
        lines.push('\n');
    }
    (lines, expected)
}

/// Keys of everything stored, each as often as it is there.
fn stored(house: &House) -> Vec<String> {
    let export = house.export();
    let lines = export.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines
        .filter(|event| event["event"].as_str().unwrap_or("created") == "created")
        .map(|event| event["id"].as_str().unwrap().to_owned())
        .collect()
}

fn lugozar() -> House {
    House::new().with_topics(&[("Лугозар", "лугозар OR lugozar")])
}

#[test]
fn an_import_killed_at_any_point_is_put_right_by_importing_again() {
    let (lines, expected) = posts(12_000);
    for point in POINTS {
        for pass in [1, 2, 4] {
            let house = lugozar();
            let file = house.write("posts.jsonl", &lines);
            let file = file.to_str().unwrap();
            let killed = house
                .command(&["import", file])
                .env("NABAT_CRASH_AT", format!("{point}:{pass}"))
                .output()
                .unwrap();
            let stderr = String::from_utf8_lossy(&killed.stderr);
            assert!(
                stderr.contains(&format!("crash point {point} fired")),
                "{point}:{pass} was not reached: {stderr}"
            );
            assert!(!killed.status.success());
            house.said(&["import", file]);
            let keys = stored(&house);
            assert_eq!(keys.len(), expected.len(), "{point}:{pass}: none lost, none doubled");
            assert_eq!(keys.into_iter().collect::<BTreeSet<_>>(), expected, "{point}:{pass}");
            house.check();
        }
    }
}

#[test]
fn a_store_killed_while_it_is_made_is_made_anew() {
    let house = House::new();
    let killed = house.command(&["token", "list"]).env("NABAT_CRASH_AT", "mid-migration").output().unwrap();
    assert!(String::from_utf8_lossy(&killed.stderr).contains("crash point mid-migration fired"));
    assert_eq!(house.said(&["token", "list"]), "");
    house.check();
}

#[test]
fn a_poll_killed_at_any_point_asks_again_and_keeps_each_item_once() {
    let items: String = (0..40).map(|i| format!("<item><guid>a{i}</guid><title>Лугозар, новость {i}</title><pubDate>Sun, 01 Mar 2026 10:{i:02}:00 GMT</pubDate></item>")).collect();
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Городские новости</title>{items}</channel></rss>"
    );
    for point in POINTS {
        let feed = feed.clone();
        let (site, _asked) = outside(move |_, _| {
            http("200 OK", "content-type: application/rss+xml\r\netag: \"one\"\r\n", &feed)
        });
        let house = lugozar();
        // The point is passed by other writes as well, so the server dies at its first one: adding the feed, or its first poll.
        for pass in 1..=3 {
            let dying = serve_dying(&house, &format!("{point}:{pass}"));
            add_feed(&dying, &site);
            let ended = dying.ended();
            assert!(ended.contains("signal"), "{point}:{pass} was not reached: {ended}");
        }
        let serving = house.serve();
        if serving.get("/api/v1/sources").json().as_array().unwrap().is_empty() {
            add_feed(&serving, &site);
        }
        serving
            .wait_for("/api/v1/mentions?limit=200", |found| found["items"].as_array().unwrap().len() >= 40);
        serving.stop();
        let keys = stored(&house);
        assert_eq!((keys.len(), keys.into_iter().collect::<BTreeSet<_>>().len()), (40, 40), "{point}");
        house.check();
    }
}

fn serve_dying(house: &House, at: &str) -> Serving {
    let token = house.said(&["token", "create", "story"]).trim().to_owned();
    let mut child = house
        .command(&["serve", "--listen", "127.0.0.1:0"])
        .env("NABAT_CRASH_AT", at)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let address = address(&mut child);
    Serving::of(child, address, token)
}

/// Adds the feed; the server may die before it answers.
fn add_feed(serving: &Serving, site: &str) {
    let body = json!({ "url": format!("http://{site}/rss"), "poll_minutes": 1 });
    let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| serving.post("/api/v1/sources", &body)));
}
