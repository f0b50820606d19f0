//! The same posts give the same signals and incidents.

use serde_json::Value;

use crate::house::{BRAND, House, bad_day, long_ago};

/// Signals and incidents of a house, as the API tells them.
fn rung(house: &House) -> (Value, Value) {
    let serving = house.serve();
    let told =
        (serving.get("/api/v1/signals?limit=200").json(), serving.get("/api/v1/incidents?limit=200").json());
    serving.stop();
    told
}

fn imported(lines: &[u8]) -> (Value, Value) {
    let house = House::new().with_topics(&[BRAND]);
    let file = house.write("day.jsonl", lines);
    house.said(&["import", file.to_str().unwrap()]);
    rung(&house)
}

/// A signal without the numbers of posts, which depend on the order they came in.
fn without_post_numbers(signals: &Value) -> Vec<Value> {
    let mut signals = signals["items"].as_array().unwrap().clone();
    for signal in &mut signals {
        signal["evidence"].as_object_mut().unwrap().remove("top_posts");
        signal.as_object_mut().unwrap().remove("id");
    }
    signals
}

#[test]
fn importing_the_same_file_into_two_houses_rings_the_same_byte_for_byte() {
    let lines = bad_day(long_ago());
    let (signals, incidents) = imported(&lines);
    assert!(!signals["items"].as_array().unwrap().is_empty(), "the crisis rings");
    assert_eq!((signals.to_string(), incidents.to_string()), {
        let (signals, incidents) = imported(&lines);
        (signals.to_string(), incidents.to_string())
    });
}

#[test]
fn the_order_of_posts_in_a_file_does_not_change_what_rings() {
    let lines = bad_day(long_ago());
    let mut shuffled: Vec<&[u8]> = lines.split_inclusive(|byte| *byte == b'\n').collect();
    shuffled.reverse();
    let (there, _) = imported(&lines);
    let (back, _) = imported(&shuffled.concat());
    assert_eq!(without_post_numbers(&there), without_post_numbers(&back));
}

#[test]
fn a_file_played_in_its_own_time_rings_as_it_does_when_imported() {
    let lines = bad_day(long_ago());
    let (imported, _) = imported(&lines);
    let house = House::new().with_topics(&[BRAND]);
    let file = house.write("day.jsonl", &lines);
    let said = house.said(&["import", file.to_str().unwrap(), "--replay", "1000000"]);
    assert!(said.contains("first") && said.contains("incident #1"), "{said}");
    assert_eq!(without_post_numbers(&rung(&house).0), without_post_numbers(&imported));
}

#[test]
fn history_fills_the_charts_and_rings_nothing() {
    let house = House::new().with_topics(&[BRAND]);
    let file = house.write("day.jsonl", bad_day(long_ago()));
    house.said(&["import", file.to_str().unwrap(), "--history"]);
    let serving = house.serve();
    assert!(serving.get("/api/v1/signals").json()["items"].as_array().unwrap().is_empty());
    assert_eq!(serving.get("/api/v1/cases/summary").json()["unanswered"], 0);
    assert!(serving.get("/api/v1/mentions").json()["items"].as_array().unwrap().len() > 10);
}
