//! Posts are found however people type: in any letter case, without ё, without Polish marks, by the beginning of a word.

use serde_json::{Value, json};

use crate::house::House;

#[test]
fn a_post_is_found_without_its_capitals_and_marks() {
    let house = House::new().with_topics(&[("Лугозар", "лугозар* OR lugozar*")]);
    let posts = [
        ("ru", "Лугозар: ёлка из гречки на витрине, ПОЗОР"),
        ("pl", "Żółw w kaszy Lugozar? Śmieszne, ale źle się skończyło"),
        ("en", "Lugozar again, the kettle is on"),
    ];
    let lines: String = posts
        .iter()
        .zip(1..)
        .map(|((lang, text), n)| {
            let post = json!({ "id": format!("p{n}"), "network": "vk", "author": format!("сосед{n}"), "text": text, "lang": lang, "published_at": "2026-02-01T10:00:00Z" });
            format!("{post}\n")
        })
        .collect();
    let file = house.write("posts.jsonl", lines);
    house.said(&["import", file.to_str().unwrap()]);
    let serving = house.serve();
    let found = |path: &str, typed: &str| -> Vec<String> {
        let typed: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let found = serving.get(&format!("{path}?q={typed}")).json();
        let text = |row: &Value| row["text"].as_str().or(row["mention"]["text"].as_str()).unwrap().to_owned();
        found["items"].as_array().unwrap().iter().map(text).collect()
    };
    for path in ["/api/v1/mentions", "/api/v1/cases"] {
        for typed in ["ЁЛКА", "елка", "позор греч", "лугозар ёлка"] {
            assert_eq!(found(path, typed), [posts[0].1], "{typed}");
        }
        for typed in ["zolw", "ŻÓŁW", "smieszne kaszy", "zle"] {
            assert_eq!(found(path, typed), [posts[1].1], "{typed}");
        }
        assert_eq!(found(path, "сосед3"), [posts[2].1]);
        assert!(found(path, "жираф").is_empty());
        assert_eq!(found(path, "  ").len(), 3);
    }
}
