//! History and live agree: a query finds the same posts whether it was there before them or came after.

use serde_json::{Value, json};

use crate::house::House;

const ALL: (&str, &str) = ("Каша", "каша");
const LATE: (&str, &str) = ("Лугозар", "(лугозар* OR #kaszalugozar OR \"луга и зори\") -реклама");

/// Posts in which every one speaks of porridge and some of our brand, by name, by tag, by phrase, or with the word that rules it out.
fn posts() -> String {
    let texts = [
        "каша Лугозар сегодня опять с камешком",
        "каша как каша, ничего особенного",
        "#KaszaLugozar każdego ranka каша",
        "каша «Луга и зори» вкуснее",
        "реклама: каша Лугозар со скидкой",
        "ЛУГОЗАРОВСКАЯ каша — это что вообще",
    ];
    let lines = (0..240).map(|i| {
        let text = format!("{} ({i})", texts[i % texts.len()]);
        json!({ "id": format!("p{i}"), "network": "vk", "author": format!("сосед{i}"), "text": text, "lang": "ru", "published_at": format!("2026-02-{:02}T10:00:00Z", 1 + i % 28) }).to_string()
    });
    lines.map(|line| line + "\n").collect()
}

fn found(house: &House, topic: &str) -> Vec<String> {
    let serving = house.serve();
    let topics = serving.get("/api/v1/topics").json();
    let id = topics.as_array().unwrap().iter().find(|each| each["name"] == topic).unwrap()["id"].clone();
    serving.wait_for(&format!("/api/v1/topics/{id}"), |topic| topic["history"].is_null());
    let page = serving.get(&format!("/api/v1/mentions?topic={id}&limit=200")).json();
    assert_eq!(page["next"], Value::Null);
    let mut uids: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mention| mention["uid"].as_str().unwrap().to_owned())
        .collect();
    uids.sort();
    uids
}

#[test]
fn a_query_written_later_finds_what_it_would_have_found_live() {
    let live = House::new().with_topics(&[ALL, LATE]);
    let file = live.write("posts.jsonl", posts());
    live.said(&["import", file.to_str().unwrap()]);

    let later = House::new().with_topics(&[ALL]);
    later.said(&["import", file.to_str().unwrap()]);
    let serving = later.serve();
    let added =
        serving.post("/api/v1/topics", &json!({ "name": LATE.0, "kind": "brand", "query": LATE.1 })).json();
    serving.wait_for(&format!("/api/v1/mentions?topic={}&limit=200", added["id"]), |page| {
        page["items"].as_array().unwrap().len() >= 160
    });
    serving.wait_for(&format!("/api/v1/topics/{}", added["id"]), |topic| topic["history"].is_null());
    serving.stop();

    let there = found(&live, LATE.0);
    assert_eq!(there.len(), 160, "four of six");
    assert_eq!(found(&later, LATE.0), there);
    later.check();
}
