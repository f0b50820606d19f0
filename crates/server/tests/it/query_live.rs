//! A saved query is live: the next post of the stream meets it.

use serde_json::{Value, json};

use crate::house::{House, Serving};

/// Posts in a stream: enough that it still runs when a topic is saved.
const N_STREAMED: usize = 20_000;

fn post(id: &str, text: &str) -> String {
    let now = jiff::Timestamp::now();
    format!(
        "{}\n",
        json!({ "id": id, "network": "vk", "author": id, "text": text, "lang": "ru", "published_at": now.to_string() })
    )
}

fn upload(serving: &Serving, name: &str, posts: &str) -> Value {
    let path = format!("/api/v1/imports?name={name}&format=nabat");
    let answer =
        serving.ask("POST", &path, &[("content-type", "application/octet-stream")], posts.as_bytes());
    assert_eq!(answer.status, 202, "{}", answer.body);
    answer.json()
}

#[test]
fn a_query_saved_while_posts_stream_in_meets_the_next_post() {
    let house = House::new().with_topics(&[("Каша", "каша")]);
    let serving = house.serve();
    let stream: String = (0..N_STREAMED).map(|i| post(&format!("s{i}"), "каша как каша")).collect();
    let import = upload(&serving, "stream.jsonl", &stream);

    // The stream runs. What the run over history finds opens no case; so a case tells that the post met the query on the stream.
    let saved = serving.post("/api/v1/topics", &json!({ "name": "Болт", "kind": "brand", "query": "болт" }));
    assert_eq!(saved.status, 201, "{}", saved.body);
    upload(&serving, "next.jsonl", &post("next", "В каше болт"));
    let cases = format!("/api/v1/cases?topic={}", saved.json()["id"]);
    let page = serving.wait_for(&cases, |page| !page["items"].as_array().unwrap().is_empty());
    assert_eq!(page["items"][0]["mention"]["uid"], "vk:next");

    // And a changed part of a query as well.
    let part = |query: &str| serving.put("/api/v1/query-parts/metal", &json!({ "query": query }));
    assert_eq!(part("гвоздь").status, 200);
    let topic = json!({ "name": "Металл", "kind": "brand", "query": "каша AND $metal" });
    let saved = serving.post("/api/v1/topics", &topic).json();
    assert_eq!(part("гвоздь OR гайка").status, 200);
    upload(&serving, "after.jsonl", &post("after", "Каша, а в ней гайка"));
    let cases = format!("/api/v1/cases?topic={}", saved["id"]);
    let page = serving.wait_for(&cases, |page| !page["items"].as_array().unwrap().is_empty());
    assert_eq!(page["items"][0]["mention"]["uid"], "vk:after");
    serving.wait_for(&format!("/api/v1/imports/{}", import["id"]), |import| import["state"] == "done");
}

#[test]
fn a_query_that_would_take_in_too_much_is_told_so_from_what_the_stream_taught() {
    let house = House::new().with_topics(&[("Болт", "болт")]);
    // Of a hundred posts fifty speak of porridge, and one of a bolt.
    let text = |i: usize| match i % 100 {
        0 => "нашли болт",
        1..=50 => "каша как каша",
        _ => "хорошая погода",
    };
    let posts: String = (0..N_STREAMED).map(|i| post(&format!("s{i}"), text(i))).collect();
    let file = house.write("stream.jsonl", posts);
    house.said(&["import", "--history", file.to_str().unwrap()]);

    // Another run of the program: what was learned was kept.
    let serving = house.serve();
    let preview = |query: &str| serving.post("/api/v1/topics/preview", &json!({ "query": query })).json();
    let much = preview("каша");
    let warning =
        much["warnings"].as_array().unwrap().iter().find(|warning| warning["code"] == "frequent").unwrap();
    let percent: u32 = warning["args"]["percent"].as_str().unwrap().parse().unwrap();
    assert!(
        (45..=55).contains(&percent),
        "about half of all posts, though none of them is stored: {warning}"
    );
    assert_eq!((&warning["start"], &warning["end"]), (&json!(0), &json!(4)));
    let little = preview("каша AND гайка");
    assert!(
        little["warnings"].as_array().unwrap().is_empty() && little["share"].as_f64().unwrap() < 0.01,
        "{little}"
    );
}
