//! Who may come in, and who no longer.

use serde_json::{Value, json};

use crate::house::{Answer, House, Serving, ask};

const JSON: (&str, &str) = ("content-type", "application/json");

fn set_up(serving: &Serving, organisation: &str) -> Answer {
    let body = json!({ "organisation": organisation, "name": "Анна", "login": "anna", "password": "длинный пароль", "language": "ru" });
    ask(&serving.address, "POST", "/api/v1/setup", &[JSON], body.to_string().as_bytes())
}

/// What a person with this cookie does.
fn does(serving: &Serving, cookie: &str, method: &str, path: &str, body: &Value) -> Answer {
    ask(&serving.address, method, path, &[JSON, ("cookie", cookie)], body.to_string().as_bytes())
}

fn cookie_of(answer: &Answer) -> String {
    answer.headers["set-cookie"].split(';').next().unwrap().to_owned()
}

#[test]
fn a_colleague_who_left_loses_the_session_and_every_token_they_made() {
    let house = House::new();
    let serving = house.serve();
    let anna = cookie_of(&set_up(&serving, "Лугозар"));
    let piotr =
        json!({ "name": "Piotr", "login": "piotr", "password": "bardzo długie hasło", "language": "pl" });
    let id = does(&serving, &anna, "POST", "/api/v1/people", &piotr).json()["id"].clone();
    let signed_in = ask(&serving.address, "POST", "/api/v1/session", &[JSON], piotr.to_string().as_bytes());
    let his = cookie_of(&signed_in);
    let secret =
        does(&serving, &his, "POST", "/api/v1/tokens", &json!({ "name": "skrypt" })).json()["secret"]
            .as_str()
            .unwrap()
            .to_owned();
    let by_token = || {
        ask(&serving.address, "GET", "/api/v1/cases", &[("authorization", &format!("Bearer {secret}"))], b"")
            .status
    };
    assert_eq!((by_token(), does(&serving, &his, "GET", "/api/v1/cases", &Value::Null).status), (200, 200));
    let off = does(&serving, &anna, "PATCH", &format!("/api/v1/people/{id}"), &json!({ "active": false }));
    assert_eq!(off.status, 200, "{}", off.body);
    assert_eq!((by_token(), does(&serving, &his, "GET", "/api/v1/cases", &Value::Null).status), (401, 401));
}

#[test]
fn a_set_up_that_is_refused_leaves_nobody_behind() {
    let house = House::new();
    let serving = house.serve();
    let refused = set_up(&serving, &"Л".repeat(500));
    assert_eq!(
        (refused.status, &refused.json()["error"]["args"]["field"]),
        (422, &json!("organisation")),
        "{}",
        refused.body
    );
    assert_eq!(set_up(&serving, "Лугозар").status, 200);
}

#[test]
fn what_is_left_of_an_upload_that_broke_off_is_cleared_at_the_next_start() {
    let house = House::new();
    house.serve().stop();
    let left = house.data().join("uploads").join("broken.part");
    std::fs::create_dir_all(left.parent().unwrap()).unwrap();
    std::fs::write(&left, b"half a file").unwrap();
    house.serve().stop();
    assert!(!left.exists());
}
