//! The bell reaches the team's own systems: signed, keyed, with its reason.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::house::{BRAND, House, bad_day, http, outside};

#[test]
fn a_surge_reaches_a_webhook_as_a_signed_cloud_event_and_the_log_tells_of_it() {
    let (receiver, heard) = outside(|_, _| http("204 No Content", "", ""));
    let house = House::new().with_topics(&[BRAND]);
    let serving = house.serve();
    let made = serving
        .post("/api/v1/channels", &json!({ "name": "Dyżur", "url": format!("http://{receiver}/hook") }));
    assert!(made.json()["secret"].as_str().unwrap().starts_with("whsec_"));
    serving.stop();
    let file = house.write("day.jsonl", bad_day(Timestamp::now()));
    house.said(&["import", file.to_str().unwrap()]);
    let serving = house.serve();
    let (head, body) = heard.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
    let head = head.to_lowercase();
    for header in [
        "webhook-id: alert-1",
        "webhook-timestamp: ",
        "webhook-signature: v1,",
        "content-type: application/cloudevents+json",
    ] {
        assert!(head.contains(header), "{header} in {head}");
    }
    let event: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (&event["specversion"], &event["type"], &event["data"]["reason"]),
        (&json!("1.0"), &json!("nabat.incident.first"), &json!("first"))
    );
    assert!(event["data"]["text"].as_str().unwrap().contains(BRAND.0), "{event}");
    assert_eq!(event["data"]["evidence"]["detector"], "mention_surge");
    let log = serving.wait_for("/api/v1/deliveries", |log| {
        log["items"].as_array().unwrap().iter().any(|delivery| delivery["state"] == "delivered")
    });
    let first = log["items"].as_array().unwrap().iter().find(|delivery| delivery["alert"] == 1).unwrap();
    assert_eq!((&first["reason"], &first["attempts"][0]["ok"]), (&json!("first"), &json!(true)));
}

#[test]
fn a_webhook_that_fails_is_tried_again_and_says_why() {
    let (receiver, _heard) = outside(|_, _| http("503 Service Unavailable", "", "gone fishing"));
    let house = House::new();
    let serving = house.serve();
    let id = serving
        .post("/api/v1/channels", &json!({ "name": "Дежурный", "url": format!("http://{receiver}/hook") }))
        .json()["channel"]["id"]
        .as_i64()
        .unwrap();
    assert_eq!(serving.post(&format!("/api/v1/channels/{id}/test"), &json!({})).status, 202);
    let log = serving
        .wait_for("/api/v1/deliveries", |log| log["items"][0]["n_attempts"].as_u64().is_some_and(|n| n >= 1));
    let delivery = &log["items"][0];
    assert_eq!((&delivery["state"], &delivery["reason"]), (&json!("waiting"), &json!("test")));
    assert!(delivery["attempts"][0]["detail"].as_str().unwrap().contains("503"), "{delivery}");
    assert!(!delivery["next_attempt_at"].is_null());
}

#[test]
fn a_webhook_that_hangs_holds_up_no_other() {
    // It takes the connection and never says a word.
    let hanging = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let (healthy, heard) = outside(|_, _| http("200 OK", "", ""));
    let house = House::new();
    let serving = house.serve();
    let add = |name: &str, address: &str| {
        let made = serving
            .post("/api/v1/channels", &json!({ "name": name, "url": format!("http://{address}/hook") }));
        made.json()["channel"]["id"].as_i64().unwrap()
    };
    let (first, second) =
        (add("Stary czat", &hanging.local_addr().unwrap().to_string()), add("Дежурный", &healthy));
    serving.post(&format!("/api/v1/channels/{first}/test"), &json!({}));
    let _stuck = hanging.accept().unwrap();
    serving.post(&format!("/api/v1/channels/{second}/test"), &json!({}));
    heard.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
    let log = serving.wait_for("/api/v1/deliveries", |log| {
        log["items"].as_array().unwrap().iter().any(|delivery| delivery["state"] == "delivered")
    });
    let stuck =
        log["items"].as_array().unwrap().iter().find(|delivery| delivery["channel"] == first).unwrap();
    assert_eq!(
        (&stuck["state"], &stuck["n_attempts"]),
        (&json!("waiting"), &json!(0)),
        "the other still hangs"
    );
}
