//! Telling our own people by webhook.

use nabat_connectors::channels::webhook::{Delivered, DeliveryError, new_secret, send, sign};
use nabat_connectors::http::HttpError;
use nabat_crisis::Timestamp;

use super::now;
use super::server::{Reply, Server, http};

const EVENT: &str =
    r#"{"specversion":"1.0","type":"nabat.incident.opened","data":{"topic":"Сыр «Заречье»"}}"#;

#[tokio::test]
async fn the_receiver_can_check_who_sent_it_when_and_that_nothing_was_changed() {
    let server = Server::start(vec![Reply::of("204 No Content", &[], "")]).await;
    let secret = new_secret().unwrap();
    let taken = send(&http(), &server.url, &secret, "alert-7", now(), EVENT.as_bytes()).await.unwrap();
    assert_eq!(taken, Delivered { status: 204 });
    let request = &server.requests()[0];
    assert!(request.head.starts_with("POST /feed.xml "));
    assert_eq!(request.header("content-type"), Some("application/cloudevents+json; charset=utf-8"));
    assert_eq!(request.header("webhook-id"), Some("alert-7"));
    let told: i64 = request.header("webhook-timestamp").unwrap().parse().unwrap();
    let expected = sign(&secret, "alert-7", Timestamp::from_second(told).unwrap(), &request.body).unwrap();
    assert_eq!(request.header("webhook-signature"), Some(expected.as_str()));
    let changed = sign(&secret, "alert-7", now(), b"{}").unwrap();
    assert_ne!(changed, expected);
}

#[tokio::test]
async fn a_receiver_that_refuses_redirects_or_stalls_is_told_apart() {
    let redirect = Reply::of("307 Temporary Redirect", &["location: http://127.0.0.1:9/"], "moved");
    let refuses = Reply::of("400 Bad Request", &[], format!("unknown\r\n topic {}", "я".repeat(1_000)));
    let server = Server::start(vec![redirect, refuses, Reply::Stalls(Vec::new())]).await;
    let secret = new_secret().unwrap();
    let deliver = async || send(&http(), &server.url, &secret, "a", now(), b"{}").await.unwrap_err();
    assert_eq!(deliver().await.to_string(), "the receiver answered 307: moved");
    let DeliveryError::Refused { status: 400, words } = deliver().await else { panic!("not refused") };
    assert!(words.starts_with("unknown topic яя") && words.chars().count() == 200);
    assert!(matches!(deliver().await, DeliveryError::NoAnswer(HttpError::TooSlow { .. })));
}

#[tokio::test]
async fn a_receiver_that_has_taken_the_message_may_say_as_much_as_it_likes() {
    let head = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n".to_vec();
    let server = Server::start(vec![Reply::Endless(head, b"thanks ".repeat(1_000))]).await;
    let taken = send(&http(), &server.url, &new_secret().unwrap(), "a", now(), b"{}").await;
    assert_eq!(taken.unwrap(), Delivered { status: 200 });
}

#[tokio::test]
async fn a_wrong_secret_or_address_is_told_before_anything_is_sent() {
    let server = Server::start(vec![Reply::of("200 OK", &[], "")]).await;
    let bad_secret = send(&http(), &server.url, "hunter2", "a", now(), b"{}").await.unwrap_err();
    assert_eq!(
        bad_secret.to_string(),
        "the webhook secret is not `whsec_` followed by base64; create a new one"
    );
    let bad_address = send(&http(), "mailto:anna@zavod.example", &new_secret().unwrap(), "a", now(), b"{}")
        .await
        .unwrap_err();
    assert!(matches!(bad_address, DeliveryError::NoAnswer(HttpError::NotWeb { .. })));
    assert!(server.requests().is_empty());
}
