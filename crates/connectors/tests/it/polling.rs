//! Asking feeds over HTTP.

use nabat_connectors::http::{Http, HttpError};
use nabat_connectors::networks::feed::{FeedCursor, PollError, PollOutcome, Polled, poll};
use nabat_crisis::post::RefusalReason;

use super::server::{Reply, Server, http};
use super::{at, now};

const FEED: &str = "<rss><channel><title>Городские новости</title><item><guid>1</guid><title>Запах в Заречье</title></item></channel></rss>";

async fn ask(server: &Server, cursor: &FeedCursor) -> PollOutcome {
    poll(&http(), &server.url, cursor, 5, now()).await
}

fn n_items(outcome: &PollOutcome) -> usize {
    match &outcome.result {
        Ok(Polled::Items(feed)) => feed.items.iter().filter(|item| item.is_ok()).count(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_unchanged_feed_is_asked_with_its_version_and_costs_one_line() {
    let version =
        ["etag: \"v1\"", "last-modified: Mon, 02 Mar 2026 10:00:00 GMT", "content-type: application/rss+xml"];
    let server =
        Server::start(vec![Reply::of("200 OK", &version, FEED), Reply::of("304 Not Modified", &[], "")])
            .await;
    let first = ask(&server, &FeedCursor::default()).await;
    assert_eq!((n_items(&first), first.next_poll_at), (1, at("2026-03-10T12:05:00Z")));
    let stored = first.cursor.to_text();
    let second = ask(&server, &FeedCursor::from_text(&stored)).await;
    assert!(matches!(second.result, Ok(Polled::NotModified)));
    assert_eq!(second.cursor, first.cursor);
    let requests = server.requests();
    assert_eq!(requests[0].header("if-none-match"), None);
    assert_eq!(requests[0].header("user-agent"), Some("Nabat/0.1 (+pr@zavod.example)"));
    assert_eq!(requests[1].header("if-none-match"), Some("\"v1\""));
    assert_eq!(requests[1].header("if-modified-since"), Some("Mon, 02 Mar 2026 10:00:00 GMT"));
}

#[tokio::test]
async fn a_server_in_trouble_is_asked_ever_less_often_until_it_is_well() {
    let trouble = || Reply::of("503 Service Unavailable", &[], "");
    let server = Server::start(vec![trouble(), trouble(), Reply::of("200 OK", &[], FEED)]).await;
    let first = ask(&server, &FeedCursor::default()).await;
    assert_eq!((first.cursor.n_failures, first.next_poll_at), (1, at("2026-03-10T12:10:00Z")));
    let error = first.result.unwrap_err().to_string();
    assert!(error.ends_with("answered 503: the server is in trouble; we try again later"), "{error}");
    let second = ask(&server, &first.cursor).await;
    assert_eq!((second.cursor.n_failures, second.next_poll_at), (2, at("2026-03-10T12:20:00Z")));
    let third = ask(&server, &second.cursor).await;
    assert_eq!((third.cursor.n_failures, third.next_poll_at), (0, at("2026-03-10T12:05:00Z")));
}

#[tokio::test]
async fn what_the_server_asks_for_is_obeyed() {
    let later = |value: &str| Reply::of("429 Too Many Requests", &[&format!("retry-after: {value}")], "");
    let rests = Reply::of("200 OK", &["cache-control: public, max-age=1800"], FEED);
    let server = Server::start(vec![
        later("7200"),
        later("Tue, 10 Mar 2026 15:00:00 GMT"),
        rests,
        Reply::of("304 Not Modified", &[], ""),
    ])
    .await;
    let first = ask(&server, &FeedCursor::default()).await;
    assert_eq!(first.next_poll_at, at("2026-03-10T14:00:00Z"));
    let second = ask(&server, &first.cursor).await;
    assert_eq!(second.next_poll_at, at("2026-03-10T15:00:00Z"));
    let third = ask(&server, &second.cursor).await;
    assert_eq!(third.next_poll_at, at("2026-03-10T12:30:00Z"));
    let fourth = ask(&server, &third.cursor).await;
    assert_eq!(fourth.next_poll_at, at("2026-03-10T12:30:00Z"));
}

#[tokio::test]
async fn a_feed_that_never_ends_is_cut_off_with_a_clear_error() {
    let head = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n<rss><channel>".to_vec();
    let server =
        Server::start(vec![Reply::Endless(head, b"<item><title>x</title></item>".repeat(10_000))]).await;
    let outcome = ask(&server, &FeedCursor::default()).await;
    let error = outcome.result.unwrap_err();
    assert!(matches!(error, PollError::Http(HttpError::TooLarge { .. })), "{error}");
    assert_eq!(outcome.cursor.n_failures, 1);
}

#[tokio::test]
async fn a_zipped_feed_that_swells_is_cut_off_too() {
    let zipped = super::gzip(&b"<rss><channel><title>x</title>                        ".repeat(400_000));
    assert!(zipped.len() < 200_000);
    let server = Server::start(vec![Reply::of("200 OK", &["content-encoding: gzip"], zipped)]).await;
    let outcome = ask(&server, &FeedCursor::default()).await;
    assert!(matches!(outcome.result, Err(PollError::Http(HttpError::TooLarge { .. }))));
}

#[tokio::test]
async fn a_server_that_stalls_does_not_hold_us() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss>".to_vec();
    let server = Server::start(vec![Reply::Stalls(Vec::new()), Reply::Stalls(head)]).await;
    for _ in 0..2 {
        let outcome = ask(&server, &FeedCursor::default()).await;
        assert!(matches!(outcome.result, Err(PollError::Http(HttpError::TooSlow { .. }))), "{outcome:?}");
    }
}

#[tokio::test]
async fn redirects_are_followed_but_not_in_circles() {
    let to = |place: &str| Reply::of("302 Found", &[&format!("location: {place}")], "");
    let server =
        Server::start(vec![to("/rss/new.xml"), Reply::of("200 OK", &[], FEED), to("/feed.xml")]).await;
    assert_eq!(n_items(&ask(&server, &FeedCursor::default()).await), 1);
    let circle = ask(&server, &FeedCursor::default()).await;
    assert!(matches!(circle.result, Err(PollError::Http(HttpError::Redirects { .. }))));
    let away = Server::start(vec![to("file:///etc/passwd")]).await;
    assert!(ask(&away, &FeedCursor::default()).await.result.is_err());
}

#[tokio::test]
async fn an_answer_that_breaks_off_or_is_a_page_is_told_as_such() {
    let cut = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 1000\r\n\r\n<rss>".to_vec();
    let page =
        Reply::of("200 OK", &["content-type: text/html"], "<!doctype html><html><body>Новости</body></html>");
    let server = Server::start(vec![Reply::Bytes(cut), page]).await;
    let first = ask(&server, &FeedCursor::default()).await;
    assert!(matches!(first.result, Err(PollError::Http(HttpError::Broken { .. }))));
    let second = ask(&server, &first.cursor).await;
    assert_eq!(
        second.result.unwrap_err().to_string(),
        "this is an HTML page, not a feed; look on the page for the address of its RSS or Atom feed"
    );
}

#[tokio::test]
async fn a_feed_whose_document_breaks_off_is_asked_again_for_all_of_it() {
    let cut = FEED.replace("</channel></rss>", "<item><title>Про");
    let server = Server::start(vec![Reply::of("200 OK", &["etag: \"v1\""], cut)]).await;
    let outcome = ask(&server, &FeedCursor::default()).await;
    assert_eq!(n_items(&outcome), 1);
    let Ok(Polled::Items(feed)) = &outcome.result else { panic!("{outcome:?}") };
    assert_eq!(feed.items[1].as_ref().unwrap_err().reason, RefusalReason::CutShort);
    assert_eq!(outcome.cursor.etag, None);
}

#[tokio::test]
async fn errors_keep_the_secrets_of_an_address() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let url = format!("http://anna:tajne@127.0.0.1:{port}/feed?token=sekret");
    let outcome = poll(&Http::new("").unwrap(), &url, &FeedCursor::default(), 5, now()).await;
    let error = outcome.result.unwrap_err();
    let mut told = format!("{error} {error:?}");
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        told += &cause.to_string();
        source = cause.source();
    }
    assert!(told.contains(&format!("failed to connect to `http://127.0.0.1:{port}/feed`")), "{told}");
    assert!(!told.contains("tajne") && !told.contains("sekret"), "{told}");
}
