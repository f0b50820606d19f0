//! The demo: a newcomer opens a page, and a crisis breaks out before their eyes.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::house::{address, ask};

#[test]
fn the_demo_lets_a_newcomer_in_and_rings() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nabat"))
        .args(["demo", "--listen", "127.0.0.1:0", "--speed", "1200"])
        .env("NABAT_LOG", "warn")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let address = address(&mut child);
    let answer =
        ask(&address, "GET", "/api/v1/session", &[("accept-language", "pl-PL,pl;q=0.9,en;q=0.5")], b"");
    let session: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((&session["person"]["language"], &session["demo"]), (&Value::from("pl"), &Value::from(true)));
    let cookie = answer.headers["set-cookie"].split(';').next().unwrap().to_owned();
    assert!(answer.headers["set-cookie"].contains("HttpOnly; SameSite=Strict"));
    let radar = || -> Value {
        serde_json::from_str(&ask(&address, "GET", "/api/v1/radar", &[("cookie", &cookie)], b"").body)
            .unwrap()
    };
    assert!(radar()["topics"].as_array().unwrap().len() >= 6, "a living world at once");
    let began = Instant::now();
    while radar()["incidents"].as_array().unwrap().is_empty() {
        assert!(began.elapsed() < Duration::from_secs(60), "the crisis rings");
        std::thread::sleep(Duration::from_millis(100));
    }
    let incident = &radar()["incidents"][0];
    assert!(incident["latest"]["evidence"]["ratio"].as_f64().unwrap() >= 4.0);
    child.kill().unwrap();
    child.wait().unwrap();
}
