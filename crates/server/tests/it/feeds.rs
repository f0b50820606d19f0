//! A feed as it really is: an old encoding nobody declared, and a server that is asked politely.

use std::sync::Mutex;

use serde_json::json;

use crate::house::{House, http, outside};

#[test]
fn a_feed_in_windows_1251_is_read_and_asked_politely_the_second_time() {
    let asked_before = Mutex::new(0);
    let (site, heard) = outside(move |head, _| {
        *asked_before.lock().unwrap() += 1;
        if head.to_lowercase().contains("if-none-match: \"one\"") {
            return http("304 Not Modified", "", "");
        }
        // «Лугозар отзывает крупу» in windows-1251, bytes as characters of Latin-1.
        http("200 OK", "content-type: text/xml\r\netag: \"one\"\r\n", FEED)
    });
    let house = House::new().with_topics(&[("Лугозар", "lugozar")]);
    let serving = house.serve();
    let contact = serving.ask("PUT", "/api/v1/settings", &[("content-type", "application/json")], json!({
        "organisation": "Лугозар", "language": "ru", "surge_ratio": 4.0, "surge_authors_min": 5, "surge_cooldown_minutes": 360, "contact": "smm@lugozar.example" }).to_string().as_bytes());
    assert_eq!(contact.status, 200, "{}", contact.body);
    let added = serving
        .post("/api/v1/sources", &json!({ "url": format!("http://{site}/rss.xml"), "name": "Новости" }));
    assert_eq!(added.status, 201, "{}", added.body);
    let found = serving.wait_for("/api/v1/mentions", |found| !found["items"].as_array().unwrap().is_empty());
    assert_eq!(found["items"][0]["network"], "web");
    let (head, _) = heard.recv().unwrap();
    assert!(head.to_lowercase().contains("user-agent: nabat/"), "{head}");
    let id = added.json()["id"].as_i64().unwrap();
    let polled = serving.post(&format!("/api/v1/sources/{id}/poll"), &json!({}));
    assert_eq!(polled.json()["n_failures"], 0, "{}", polled.body);
    let (head, _) = heard.recv().unwrap();
    assert!(head.to_lowercase().contains("if-none-match"), "{head}");
}

#[test]
fn an_article_that_is_rewritten_keeps_both_versions() {
    let asked_before = Mutex::new(0);
    let (site, _heard) = outside(move |_, _| {
        let mut n_asked = asked_before.lock().unwrap();
        *n_asked += 1;
        let text = if *n_asked == 1 {
            "Лугозар признал: в крупе был болт"
        } else {
            "Производитель ищет причину жалоб"
        };
        let item = format!(
            "<item><guid>a1</guid><title>Новость</title><description>{text}</description><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>"
        );
        http(
            "200 OK",
            "content-type: application/rss+xml\r\n",
            &format!("<rss version=\"2.0\"><channel><title>Город</title>{item}</channel></rss>"),
        )
    });
    let house = House::new().with_topics(&[("Лугозар", "лугозар*")]);
    let serving = house.serve();
    let id = serving.post("/api/v1/sources", &json!({ "url": format!("http://{site}/rss") })).json()["id"]
        .as_i64()
        .unwrap();
    let found = serving.wait_for("/api/v1/mentions", |found| !found["items"].as_array().unwrap().is_empty());
    let mention = found["items"][0]["id"].as_i64().unwrap();
    serving.post(&format!("/api/v1/sources/{id}/poll"), &json!({}));
    let full = serving.get(&format!("/api/v1/mentions/{mention}")).json();
    let kinds: Vec<_> = full["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| version["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["created", "revised"], "{full}");
    assert!(
        full["versions"][0]["text"].as_str().unwrap().contains("болт"),
        "the words that vanished are kept"
    );
    assert!(full["mention"]["text"].as_str().unwrap().contains("ищет причину"));
}

#[test]
fn a_site_that_is_down_is_named_with_what_to_expect() {
    let (site, _heard) = outside(|_, _| http("500 Internal Server Error", "", "no"));
    let house = House::new();
    let serving = house.serve();
    let id = serving
        .post("/api/v1/sources", &json!({ "url": format!("http://{site}/rss.xml?key=secret") }))
        .json()["id"]
        .as_i64()
        .unwrap();
    let source = serving.wait_for("/api/v1/sources", |sources| !sources[0]["last_error"].is_null());
    let error = source[0]["last_error"].as_str().unwrap();
    assert!(error.contains("500") && !error.contains("secret"), "{error}");
    for _ in 0..2 {
        serving.post(&format!("/api/v1/sources/{id}/poll"), &json!({}));
    }
    let alerts = serving.wait_for("/api/v1/alerts", |alerts| !alerts.as_array().unwrap().is_empty());
    assert_eq!(
        (&alerts[0]["subject"], &alerts[0]["reason"], &alerts[0]["source"]["trouble"]),
        (&json!("source"), &json!("first"), &json!("failing"))
    );
}

/// A feed without a version.
const FEED: &str = "<?xml version=\"1.0\"?><rss><channel><title>News</title><item><title>Lugozar recalls groats</title><link>http://news.example/1</link><pubDate>1 \u{43c}\u{430}\u{440}\u{442}\u{430} 2026 10:00</pubDate></item></channel></rss>";
