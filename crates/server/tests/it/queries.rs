//! Queries, from the first letter typed to the tenth version: what a person sees of them.

use serde_json::{Value, json};

use crate::house::{House, Serving};

/// Posts of the last days about an invented bread factory, newest last.
const POSTS: [(&str, &str); 8] = [
    ("p1", "Пекарня Зарянка снова печёт вкусный хлеб"),
    ("p2", "В булке от Зарянки нашли болт"),
    ("p3", "Zaryanka, где ваш ответ? Болт в хлебе!"),
    ("p4", "Зарянку оштрафовали за просроченный хлеб"),
    ("p5", "Зарянка: вакансия пекаря, хлеб за счёт фирмы"),
    ("p6", "Птица зарянка поёт по утрам"),
    ("p7", "Хлеб подорожал"),
    ("p8", "Болт и гайка в одной коробке"),
];

/// A house with a topic that takes in all these posts, and the posts, one a day until yesterday.
fn bakery() -> House {
    let house = House::new().with_topics(&[("Всё", "зарянк* OR zaryank* OR хлеб* OR болт*")]);
    let today = jiff::Timestamp::now();
    let lines: String = POSTS
        .iter()
        .zip((1..=POSTS.len()).rev())
        .map(|((id, text), days_ago)| {
            let at = today - jiff::SignedDuration::from_hours(24 * days_ago as i64);
            let post = json!({ "id": id, "network": "vk", "author": id, "text": text, "lang": "ru", "published_at": at.to_string() });
            format!("{post}\n")
        })
        .collect();
    let file = house.write("posts.jsonl", lines);
    house.said(&["import", "--history", file.to_str().unwrap()]);
    house
}

fn preview(serving: &Serving, query: &str) -> Value {
    let answer = serving.post("/api/v1/topics/preview", &json!({ "query": query }));
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

fn keys(mentions: &Value) -> Vec<&str> {
    mentions
        .as_array()
        .unwrap()
        .iter()
        .map(|mention| mention["uid"].as_str().unwrap().trim_start_matches("vk:"))
        .collect()
}

/// The piece of a query that a place of an answer means.
fn piece(query: &str, place: &Value) -> String {
    let units: Vec<u16> = query.encode_utf16().collect();
    let at = |name: &str| place[name].as_u64().unwrap() as usize;
    String::from_utf16(&units[at("start")..at("end")]).unwrap()
}

#[test]
fn while_a_query_is_typed_its_author_sees_what_each_part_of_it_does() {
    let house = bakery();
    let serving = house.serve();
    let query = "🔔 OR (Зарянка OR болт) AND хлеб -вакансия";
    let seen = preview(&serving, "(Зарянка OR болт) AND хлеб -вакансия");
    assert_eq!(
        keys(&seen["mentions"]),
        ["p4", "p3", "p1"],
        "newest first, and Zaryanka is Зарянка in other letters"
    );
    assert_eq!(
        (&seen["n_scanned"], &seen["n_matched"], &seen["complete"]),
        (&json!(8), &json!(3), &json!(true))
    );
    let days = seen["days"].as_array().unwrap();
    assert_eq!(days.len(), 30);
    let n: Vec<_> = days.iter().map(|day| day["n"].as_u64().unwrap()).collect();
    assert_eq!(n.iter().sum::<u64>(), 3);

    let seen = preview(&serving, query);
    let parts: Vec<_> = seen["branches"]
        .as_array()
        .unwrap()
        .iter()
        .map(|branch| {
            (piece(query, branch), branch["n"].as_u64().unwrap(), branch["n_only"].as_u64().unwrap())
        })
        .collect();
    assert!(parts.contains(&("🔔".to_owned(), 0, 0)), "{parts:?}");

    let query = "(Зарянка OR болт) AND хлеб -вакансия";
    let seen = preview(&serving, query);
    let branch = |piece_of: &str| {
        let branches = seen["branches"].as_array().unwrap();
        let found = branches.iter().find(|branch| piece(query, branch) == piece_of).unwrap();
        (found["n"].as_u64().unwrap(), found["n_only"].as_u64().unwrap())
    };
    assert_eq!(
        (branch("Зарянка"), branch("болт")),
        ((3, 2), (1, 0)),
        "the bolt brings nothing that the name does not bring"
    );
    assert_eq!(seen["exclusions"][0]["n_removed"], 1, "the vacancy");

    let word = seen["words"].as_array().unwrap().iter().find(|word| word["written"] == "Зарянка").unwrap();
    let forms = word["forms"].as_array().unwrap();
    let form = |text: &str| {
        forms.iter().find(|form| form["form"] == text).unwrap_or_else(|| panic!("{text} in {forms:?}"))
    };
    assert_eq!(form("зарянку")["n"], 1);
    assert_eq!(form("зарянку")["reasons"][0]["code"], "inflected");
    assert_eq!(form("зарянку")["reasons"][0]["args"]["case"], "accusative");
    assert_eq!(form("zaryanka")["reasons"][0]["code"], "transliterated");
    assert_eq!(form("зарянками")["n"], 0);
}

#[test]
fn a_form_that_is_struck_is_not_looked_for_and_one_that_is_added_is() {
    let house = bakery();
    let serving = house.serve();
    let all = preview(&serving, "Зарянка");
    assert_eq!(all["n_matched"], 6);
    let query = "Зарянка[-зарянку +болт]";
    let chosen = preview(&serving, query);
    let mut found = keys(&chosen["mentions"]);
    found.sort_unstable();
    assert_eq!(found, ["p1", "p2", "p3", "p5", "p6", "p8"], "without the fine, with the box of bolts");
    let word = &chosen["words"][0];
    assert_eq!(piece(query, word), query, "the place holds the word with its list");
    let struck: Vec<_> =
        word["forms"].as_array().unwrap().iter().filter(|form| form["struck"] == true).collect();
    assert_eq!(struck.len(), 1);
    assert!(
        word["forms"].as_array().unwrap().iter().any(|form| form["added"] == true && form["form"] == "болт")
    );
    // Птица is an ordinary word with a small letter; the name stands with a capital.
    let capitalised = preview(&serving, "Зарянка[^]");
    assert!(!keys(&capitalised["mentions"]).contains(&"p6"));
}

#[test]
fn a_query_of_another_tool_is_translated_and_tried() {
    let house = bakery();
    let serving = house.serve();
    let ask = |query: &str, dialect: &str| {
        serving.post("/api/v1/topics/preview", &json!({ "query": query, "dialect": dialect })).json()
    };
    let seen = ask("Зарянка AND хлеб NOT вакансия", "brandwatch");
    assert!(seen["error"].is_null(), "{seen}");
    assert_eq!(seen["n_matched"], 1, "that tool looks for words as they are written");
    assert!(seen["translated"]["query"].as_str().unwrap().contains("Зарянка"));
    let seen = ask("Зарянка AND", "lucene");
    assert!(!seen["error"].is_null() && seen["n_scanned"] == 0, "{seen}");
    assert_eq!(
        serving.post("/api/v1/topics/preview", &json!({ "query": "а", "dialect": "klingon" })).status,
        422
    );
}

#[test]
fn a_change_of_a_query_shows_what_it_brings_and_loses_and_who_made_it_and_why() {
    let house = bakery();
    let serving = house.serve();
    let (before, after) = ("Зарянка", "Зарянка -вакансия OR болт");
    let compared =
        serving.post("/api/v1/topics/compare", &json!({ "before": before, "after": after })).json();
    assert_eq!((&compared["n_brings"], &compared["n_loses"]), (&json!(1), &json!(1)));
    assert_eq!((keys(&compared["brings"]), keys(&compared["loses"])), (vec!["p8"], vec!["p5"]));
    let broken =
        serving.post("/api/v1/topics/compare", &json!({ "before": before, "after": "Зарянка AND" })).json();
    assert_eq!(broken["error"]["args"]["of"], "after");

    let draft =
        |query: &str, why: &str| json!({ "name": "Зарянка", "kind": "brand", "query": query, "why": why });
    let topic = serving.post("/api/v1/topics", &draft(before, "")).json();
    let path = format!("/api/v1/topics/{}", topic["id"]);
    serving.wait_for(&path, |topic| topic["history"].is_null());
    assert_eq!(serving.put(&path, &draft(after, "вакансии — не о хлебе")).status, 200);
    let versions =
        serving.wait_for(&format!("{path}/versions"), |versions| !versions[0]["n_brings"].is_null());
    assert_eq!(versions.as_array().unwrap().len(), 2);
    assert_eq!((&versions[0]["n_brings"], &versions[0]["n_loses"]), (&json!(1), &json!(1)));
    assert_eq!(
        (&versions[0]["why"], &versions[0]["query"]),
        (&json!("вакансии — не о хлебе"), &json!(after))
    );
}

#[test]
fn a_part_is_written_once_and_changes_all_topics_that_use_it() {
    let house = bakery();
    let serving = house.serve();
    let part = |name: &str, query: &str| {
        serving.put(&format!("/api/v1/query-parts/{name}"), &json!({ "query": query }))
    };
    assert_eq!(part("trouble", "болт OR гайка").status, 200);
    assert_eq!(part("ours", "Зарянка AND $trouble").status, 200, "a part may use a part");
    let add = |query: &str| {
        serving.post("/api/v1/topics", &json!({ "name": "Беда", "kind": "brand", "query": query }))
    };
    let topic = add("$ours").json();
    let found = format!("/api/v1/mentions?topic={}", topic["id"]);
    serving.wait_for(&found, |page| page["items"].as_array().unwrap().len() == 2);

    assert_eq!(part("trouble", "болт OR гайка OR штраф OR оштрафовать OR оштрафовали").status, 200);
    serving.wait_for(&found, |page| page["items"].as_array().unwrap().len() == 3);
    let parts = serving.get("/api/v1/query-parts").json();
    assert_eq!(
        (&parts[1]["name"], &parts[1]["used_by"], &parts[1]["used_by_parts"]),
        (&json!("trouble"), &json!([topic["id"]]), &json!(["ours"]))
    );

    let unknown = add("Зарянка AND $nothing");
    assert_eq!((unknown.status, &unknown.json()["fault"]["code"]), (422, &json!("unknown-part")));
    let circle = part("trouble", "болт OR $ours");
    assert_eq!((circle.status, &circle.json()["fault"]["code"]), (422, &json!("part-cycle")));
    let broken = part("trouble", "болт AND");
    assert_eq!((broken.status, &broken.json()["error"]["code"]), (422, &json!("bad-query")));
    assert_eq!(part("so-not", "болт").status, 422);

    let delete = |name: &str| serving.ask("DELETE", &format!("/api/v1/query-parts/{name}"), &[], b"").status;
    assert_eq!((delete("trouble"), delete("ours"), delete("nobody")), (409, 409, 404));
    assert_eq!(
        serving
            .put(
                &format!("/api/v1/topics/{}", topic["id"]),
                &json!({ "name": "Беда", "kind": "brand", "query": "болт" })
            )
            .status,
        200
    );
    assert_eq!((delete("ours"), delete("trouble")), (204, 204), "nothing uses them any more");
}

#[test]
fn a_change_of_a_part_that_would_silence_a_topic_is_refused_with_the_topics_name() {
    let house = bakery();
    let serving = house.serve();
    let part = |query: &str| serving.put("/api/v1/query-parts/near", &json!({ "query": query }));
    assert_eq!(part("болт OR гайка").status, 200);
    let draft = json!({ "name": "Болт рядом", "kind": "brand", "query": "Зарянка NEAR/5 $near" });
    assert_eq!(serving.post("/api/v1/topics", &draft).status, 201);
    let refused = part("болт AND гайка");
    assert_eq!(refused.status, 422, "NEAR cannot stand beside AND: {}", refused.body);
    assert_eq!(refused.json()["fault"]["args"]["used_by"], "Болт рядом");
}

#[test]
fn twenty_random_matches_marked_by_a_person_tell_how_right_a_topic_is() {
    let house = bakery();
    let serving = house.serve();
    let topic = serving
        .post("/api/v1/topics", &json!({ "name": "Зарянка", "kind": "brand", "query": "Зарянка" }))
        .json();
    let path = format!("/api/v1/topics/{}", topic["id"]);
    serving.wait_for(&format!("/api/v1/mentions?topic={}", topic["id"]), |page| {
        page["items"].as_array().unwrap().len() == 6
    });
    assert!(serving.get(&format!("{path}/precision")).json().is_null());

    let sample = serving.post(&format!("{path}/sample"), &json!({}));
    assert_eq!(sample.status, 201, "{}", sample.body);
    let sample = sample.json();
    let mentions = sample["mentions"].as_array().unwrap();
    assert_eq!(mentions.len(), 6, "there are no more");
    let mark = |mention: &Value, right: bool| {
        let body = json!({ "mention": mention["id"], "right": right });
        serving.post(&format!("{path}/sample/{}/mark", sample["id"]), &body)
    };
    for mention in mentions {
        assert_eq!(mark(mention, mention["uid"] != "vk:p6").status, 200);
    }
    let precision = serving.get(&format!("{path}/precision")).json();
    assert_eq!(
        (&precision["n_right"], &precision["n_wrong"], &precision["current"]),
        (&json!(5), &json!(1), &json!(true))
    );
    let share = |name: &str| precision[name].as_f64().unwrap();
    assert!(
        (share("estimate") - 0.8333).abs() < 1e-3
            && (share("low") - 0.4365).abs() < 1e-3
            && (share("high") - 0.9699).abs() < 1e-3,
        "{precision}"
    );
    assert_eq!(
        serving.get(&format!("{path}/sample")).json()["marks"].as_array().unwrap().len(),
        6,
        "kept for the next visit"
    );

    let bird = mentions.iter().find(|mention| mention["uid"] == "vk:p6").unwrap();
    assert_eq!(mark(bird, true).json()["n_right"], 6, "a slip of the hand is put right");
    assert_eq!(mark(&json!({ "id": 99 }), true).status, 404);
    serving.put(&path, &json!({ "name": "Зарянка", "kind": "brand", "query": "Зарянка[^]" }));
    assert_eq!(
        serving.get(&format!("{path}/precision")).json()["current"],
        false,
        "it was for the query before"
    );
    assert_eq!(serving.post("/api/v1/topics/99/sample", &json!({})).status, 404);
}
