//! Bad input gets a clear answer, or is counted and shown. Nothing is lost, nothing panics, nothing runs.

use std::io::Write as _;

use serde_json::{Value, json};

use crate::house::{House, ask};

/// Text that tries everything: markup, a formula, a turn of the text, an escape of the terminal.
const HOSTILE: &str = "=HYPERLINK(\"javascript:alert(1)\") Лугозар <script>alert(1)</script> \u{202e}gnp.exe <img src=x onerror=alert(1)>";

fn lugozar() -> House {
    House::new().with_topics(&[("Лугозар", "лугозар")])
}

fn post(id: &str, text: &str, at: &str) -> Value {
    json!({ "id": id, "network": "vk", "author": { "handle": text, "name": text }, "text": text, "title": text, "lang": "ru", "published_at": at,
        "permalink": "javascript:alert(1)", "links": ["javascript:alert(1)"], "hashtags": [text], "container": { "id": text, "name": text } })
}

#[test]
fn a_file_full_of_mistakes_is_read_to_its_end_and_each_mistake_is_named() {
    let house = lugozar();
    let mut file = Vec::new();
    let good = "2026-02-01T10:00:00Z";
    let mut line = |bytes: &[u8]| {
        file.extend_from_slice(bytes);
        file.push(b'\n');
    };
    line(post("ok", "Лугозар, каша с камнем", good).to_string().as_bytes());
    line(b"{\"id\": \"broken\", ");
    line(b"[1, 2, 3]");
    line(
        json!({ "id": 7, "network": "vk", "author": ["a"], "text": 5, "published_at": good })
            .to_string()
            .as_bytes(),
    );
    line(b"{\"id\":\"latin\",\"network\":\"vk\",\"text\":\"\xff\xfe\",\"published_at\":\"2026-02-01T10:00:00Z\"}");
    line(post("year0", "Лугозар", "0000-01-01T00:00:00Z").to_string().as_bytes());
    line(post("year3000", "Лугозар", "3000-01-01T00:00:00Z").to_string().as_bytes());
    line(json!({ "id": "nodate", "network": "vk", "text": "Лугозар" }).to_string().as_bytes());
    line(json!({ "id": "long", "network": "vk", "text": format!("Лугозар {}", "ы".repeat(300_000)), "published_at": good }).to_string().as_bytes());
    line(format!("{{\"id\":\"huge\",\"text\":\"{}\"}}", "x".repeat(5_000_000)).as_bytes());
    line(post("ok", "Лугозар, каша с камнем", good).to_string().as_bytes());
    line(post("last", HOSTILE, good).to_string().as_bytes());
    let path = house.write("mistakes.jsonl", file);
    let said = house.said(&["import", path.to_str().unwrap()]);
    for reason in ["syntax", "encoding", "bad-date", "missing-field", "too-large"] {
        assert!(said.contains(reason), "{reason} in {said}");
    }
    assert!(said.contains("stored              3") && said.contains("repeated            1"), "{said}");
    assert!(!said.contains('\u{202e}'));
    house.check();
}

#[test]
fn hostile_posts_stay_data_in_the_api_and_in_a_spreadsheet() {
    let house = lugozar();
    let path = house.write("hostile.jsonl", format!("{}\n", post("evil", HOSTILE, "2026-02-01T10:00:00Z")));
    house.said(&["import", path.to_str().unwrap()]);
    let serving = house.serve();
    let mentions = serving.get("/api/v1/mentions");
    assert_eq!(mentions.headers["content-type"], "application/json");
    assert_eq!(mentions.headers["x-content-type-options"], "nosniff");
    assert!(mentions.headers["content-security-policy"].contains("default-src 'none'"));
    let mention = &mentions.json()["items"][0];
    assert!(mention["text"].as_str().unwrap().contains("<script>"), "kept as it was said");
    assert!(mention["permalink"].is_null(), "no script behind a link");
    let csv = serving.get("/api/v1/export/mentions.csv").body;
    assert!(csv.contains("'=HYPERLINK"), "{csv}");
}

#[test]
fn strangers_are_told_to_sign_in_and_unknown_addresses_are_not_found() {
    let house = House::new();
    let serving = house.serve();
    for path in
        ["/api/v1/radar", "/api/v1/cases", "/api/v1/live", "/metrics", "/api/v1/export/mentions.jsonl"]
    {
        let answer = ask(&serving.address, "GET", path, &[], b"");
        assert_eq!(
            (answer.status, &answer.json()["error"]["code"]),
            (401, &json!("not-signed-in")),
            "{path}"
        );
    }
    assert_eq!(serving.get("/api/v1/nothing").status, 404);
    assert_eq!(serving.get("/api/v1/topics/99").status, 404);
    assert_eq!(ask(&serving.address, "GET", "/-/healthy", &[], b"").status, 200);
    assert_eq!(ask(&serving.address, "GET", "/-/ready", &[], b"").status, 200);
    assert!(serving.get("/metrics").body.contains("nabat_cases_unanswered 0"));
}

#[test]
fn a_query_with_a_fault_is_refused_with_its_place() {
    let house = House::new();
    let serving = house.serve();
    let topic = |query: &str| {
        serving.post("/api/v1/topics", &json!({ "name": "Т", "kind": "brand", "query": query }))
    };
    let answer = topic("🔔 AND (лугозар");
    assert_eq!(
        (answer.status, &answer.json()["error"]["code"]),
        (422, &json!("bad-query")),
        "{}",
        answer.body
    );
    assert_eq!(answer.json()["fault"]["start"], 7, "in units the browser counts");
    for query in ["", "NOT лугозар", &"(".repeat(90_000), &"лугозар OR ".repeat(12_000)] {
        assert_eq!(topic(query).status, 422, "{}", &query[..query.len().min(20)]);
    }
    let preview = serving.post("/api/v1/topics/preview", &json!({ "query": "лугозар AND" }));
    assert_eq!(preview.status, 200);
    assert!(!preview.json()["error"].is_null());
    assert_eq!(
        serving.ask("POST", "/api/v1/topics", &[("content-type", "application/json")], b"{\"name\":").status,
        400
    );
    assert_eq!(
        serving
            .post("/api/v1/topics", &json!({ "name": "x".repeat(600_000), "kind": "brand", "query": "a" }))
            .status,
        413
    );
}

#[test]
fn a_gzip_bomb_and_a_cut_gzip_end_with_a_reason_and_keep_what_came_before() {
    let house = lugozar();
    let mut bomb = std::process::Command::new("gzip")
        .arg("-9")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = bomb.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let zeros = vec![b'0'; 1 << 20];
        for _ in 0..400 {
            stdin.write_all(&zeros).unwrap();
        }
    });
    let packed = bomb.wait_with_output().unwrap().stdout;
    writer.join().unwrap();
    let path = house.write("bomb.jsonl.gz", packed);
    let output = house.run(&["import", path.to_str().unwrap(), "--format", "nabat"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("gzip-bomb") || said.contains("too-large"), "{said}");
    house.check();
}

/// What a command that must fail says.
fn told(house: &House, args: &[&str]) -> String {
    let output = house.run(args);
    assert!(!output.status.success(), "{args:?}");
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}

#[test]
fn mistakes_at_the_terminal_are_told_in_a_sentence_with_what_to_do() {
    let house = House::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert!(told(&house, &["serve", "--listen", &address]).contains("another program uses the address"));
    house.write("nabat.toml", "lisen = \"127.0.0.1:1\"\n");
    assert!(told(&house, &["check"]).contains("lisen"));
    std::fs::remove_file(house.path("nabat.toml")).unwrap();
    let unwatched = told(&house, &["import", "nowhere.jsonl"]);
    assert!(unwatched.contains("nothing is watched yet"), "{unwatched}");
    let house = house.with_topics(&[("Лугозар", "лугозар")]);
    let missing = told(&house, &["import", "nowhere.jsonl"]);
    assert!(missing.contains("unreadable"), "{missing}");
    let serving = house.serve();
    assert!(told(&house, &["import", "nowhere.jsonl"]).contains("another nabat works in"));
    drop(serving);
    assert!(told(&house, &["import", "nowhere.jsonl", "--format", "word"]).contains("is not a format"));
}

#[test]
fn a_form_cannot_be_sent_from_another_site() {
    let house = House::new();
    let serving = house.serve();
    let body = json!({ "organisation": "Лугозар", "name": "Анна", "login": "anna", "password": "длинный пароль", "language": "ru" }).to_string();
    let json = ("content-type", "application/json");
    let foreign = ask(
        &serving.address,
        "POST",
        "/api/v1/setup",
        &[json, ("sec-fetch-site", "cross-site")],
        body.as_bytes(),
    );
    assert_eq!(foreign.status, 403);
    let ours = ask(
        &serving.address,
        "POST",
        "/api/v1/setup",
        &[json, ("sec-fetch-site", "same-origin")],
        body.as_bytes(),
    );
    assert_eq!(ours.status, 200, "{}", ours.body);
    let again = ask(
        &serving.address,
        "POST",
        "/api/v1/setup",
        &[json, ("sec-fetch-site", "same-origin")],
        body.as_bytes(),
    );
    assert_eq!(again.json()["error"]["code"], "setup-done");
    let cookie = ours.headers["set-cookie"].split(';').next().unwrap();
    let write = ask(
        &serving.address,
        "POST",
        "/api/v1/tokens",
        &[json, ("cookie", cookie), ("sec-fetch-site", "cross-site")],
        b"{\"name\":\"x\"}",
    );
    assert_eq!(write.status, 403);
    for attempt in 1..=6 {
        let wrong = ask(
            &serving.address,
            "POST",
            "/api/v1/session",
            &[json],
            json!({ "login": "anna", "password": "не тот пароль" }).to_string().as_bytes(),
        );
        let code = wrong.json()["error"]["code"].as_str().unwrap().to_owned();
        assert_eq!(code, if attempt <= 5 { "wrong-password" } else { "too-many-attempts" });
    }
}
