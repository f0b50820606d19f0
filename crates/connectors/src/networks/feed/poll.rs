//! Asking a feed for news, politely.
//!
//! A feed is asked no faster than every [`POLL_MINUTES_MIN`], less often when it asks for that, and ever less often while it fails.
//! What it said about its version (`ETag`, `Last-Modified`) is kept in the cursor and sent back, so an unchanged feed costs a line.
//! The cursor is stored in the same transaction as the items: after a crash the feed is asked with the old cursor and gives the
//! same items again.

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::post::{Refusal, RefusalReason};
use reqwest::header::{ACCEPT, ETAG, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED};
use serde::{Deserialize, Serialize};

use super::{Feed, FeedError, parse};
use crate::dates;
use crate::http::{Answer, Http, HttpError, shown_url};

/// Largest feed that is read. The largest real ones, with whole articles, stay below 10 MB.
pub const FEED_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Shortest time between two polls whatever a person sets: what publishers bear from one reader (guess; many ban below one minute).
pub const POLL_MINUTES_MIN: u32 = 2;
/// Longest time a feed that works may ask to be left alone: a bell that is late by more is none.
const ASKED_MINUTES_MAX: u32 = 60;
/// Longest time between two polls of a feed that fails.
const FAILING_MINUTES_MAX: u32 = 120;
/// Longest time a server may ask us to wait by `Retry-After`.
const RETRY_AFTER_MINUTES_MAX: u32 = 24 * 60;
/// Longest header of a version that is kept and sent back, in bytes.
const VERSION_BYTES_MAX: usize = 1_024;

const ACCEPTED: &str = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, \
                        application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

/// What is known of a feed from the last polls.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedCursor {
    /// The version the server gave.
    pub etag: Option<String>,
    /// The time of change the server gave, in its own writing.
    pub last_modified: Option<String>,
    /// How long the feed asked to be left alone, in minutes. An answer that nothing changed does not repeat it.
    pub asked_minutes: Option<u32>,
    /// Failed polls in a row.
    pub n_failures: u32,
}

impl FeedCursor {
    /// The cursor as text, to be stored.
    pub fn to_text(&self) -> String {
        // Strings and numbers always have a form in JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The cursor that was stored. Text that is none starts afresh, which costs one full answer and loses nothing.
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// What a poll gave.
#[derive(Debug)]
pub struct PollOutcome {
    /// The cursor to be stored with the items.
    pub cursor: FeedCursor,
    /// When to ask again.
    pub next_poll_at: Timestamp,
    /// News, none, or why not.
    pub result: Result<Polled, PollError>,
}

/// What a feed answered.
#[derive(Debug)]
pub enum Polled {
    /// Nothing changed since the last time.
    NotModified,
    /// All items the feed has now, also those it gave before.
    Items(Feed),
}

/// Why a poll gave nothing, for people.
#[derive(Debug, thiserror::Error)]
pub enum PollError {
    /// There was no whole answer.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// The server refused.
    #[error("`{url}` answered {status}: {}", advice(*.status))]
    Status {
        /// The address.
        url: String,
        /// Status code.
        status: u16,
    },
    /// The answer is no feed.
    #[error(transparent)]
    NotAFeed(#[from] FeedError),
}

fn advice(status: u16) -> &'static str {
    match status {
        401 | 403 => "it does not let us read it; ask the publisher, or check the address",
        404 | 410 => "there is no feed any more; look for its new address on the site",
        429 => "we ask too often; we wait as long as it says",
        500..=599 => "the server is in trouble; we try again later",
        _ => "this is no answer a feed gives; check the address",
    }
}

/// What decides about the time of the next poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pace {
    /// What a person set for this feed, in minutes.
    pub poll_minutes: u32,
    /// What the feed or its server asks for, in minutes.
    pub asked_minutes: Option<u32>,
    /// Failed polls in a row, this one included.
    pub n_failures: u32,
    /// What a refusing server asks for, in seconds.
    pub retry_after_seconds: Option<u32>,
}

/// When to poll again.
pub fn next_poll_at(now: Timestamp, pace: &Pace) -> Timestamp {
    let usual = pace.poll_minutes.max(POLL_MINUTES_MIN);
    let minutes = if pace.n_failures == 0 {
        usual.max(pace.asked_minutes.unwrap_or(0).min(ASKED_MINUTES_MAX))
    } else {
        // Twice as long after each failure; a feed that is asked rarely anyway is not asked more often for failing.
        let doubled = usual.saturating_mul(1u32.checked_shl(pace.n_failures.min(16)).unwrap_or(u32::MAX));
        doubled.min(FAILING_MINUTES_MAX).max(usual)
    };
    let asked_seconds = pace.retry_after_seconds.unwrap_or(0).min(RETRY_AFTER_MINUTES_MAX * 60);
    let seconds = (i64::from(minutes) * 60).max(i64::from(asked_seconds));
    // Only a clock at the end of time has nothing behind it.
    now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

/// Asks a feed once. `poll_minutes` is what a person set as the shortest time between two polls.
pub async fn poll(
    http: &Http,
    url: &str,
    cursor: &FeedCursor,
    poll_minutes: u32,
    now: Timestamp,
) -> PollOutcome {
    let mut next = cursor.clone();
    let mut retry_after_seconds = None;
    let result = match ask(http, url, cursor).await {
        Ok(answer) => {
            retry_after_seconds = retry_after(&answer, now);
            understand(&answer, url, now, &mut next)
        }
        Err(error) => Err(error.into()),
    };
    next.n_failures = if result.is_ok() { 0 } else { cursor.n_failures.saturating_add(1) };
    let pace = Pace {
        poll_minutes,
        asked_minutes: next.asked_minutes,
        n_failures: next.n_failures,
        retry_after_seconds,
    };
    PollOutcome { cursor: next, next_poll_at: next_poll_at(now, &pace), result }
}

async fn ask(http: &Http, url: &str, cursor: &FeedCursor) -> Result<Answer, HttpError> {
    let mut headers: Vec<(HeaderName, &str)> = vec![(ACCEPT, ACCEPTED)];
    headers.extend(cursor.etag.as_deref().map(|etag| (IF_NONE_MATCH, etag)));
    headers.extend(cursor.last_modified.as_deref().map(|at| (IF_MODIFIED_SINCE, at)));
    http.get(url, &headers, FEED_BYTES_MAX).await
}

fn understand(
    answer: &Answer,
    url: &str,
    now: Timestamp,
    next: &mut FeedCursor,
) -> Result<Polled, PollError> {
    match answer.status {
        304 => Ok(Polled::NotModified),
        200..=299 => {
            let feed = parse(&answer.body, answer.header("content-type"), url, now)?;
            let version = |name: HeaderName| {
                answer
                    .header(name.as_str())
                    .filter(|value| value.len() <= VERSION_BYTES_MAX)
                    .map(str::to_owned)
            };
            // The rest of a feed that broke off would never come if we said that we have this version.
            let broke_off = |item: &Result<_, Refusal>| matches!(item, Err(refusal) if refusal.reason == RefusalReason::CutShort);
            let whole = !feed.items.iter().any(broke_off);
            next.etag = version(ETAG).filter(|_| whole);
            next.last_modified = version(LAST_MODIFIED).filter(|_| whole);
            next.asked_minutes = feed.ttl_minutes.max(max_age_minutes(answer));
            Ok(Polled::Items(feed))
        }
        status => Err(PollError::Status { url: shown_url(url), status }),
    }
}

/// `Cache-Control: max-age`, in minutes.
fn max_age_minutes(answer: &Answer) -> Option<u32> {
    let directives = answer.header("cache-control")?.split(',');
    let seconds = directives.filter_map(|directive| directive.trim().strip_prefix("max-age=")).next()?;
    Some(seconds.trim_matches('"').parse::<u32>().ok()? / 60)
}

/// `Retry-After` of a refusal, in seconds from now: a number or a date.
fn retry_after(answer: &Answer, now: Timestamp) -> Option<u32> {
    let value = answer.header("retry-after").filter(|_| answer.status >= 400)?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(seconds);
    }
    u32::try_from(dates::parse(value)?.duration_since(now).as_secs()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(pace: Pace) -> i64 {
        let now: Timestamp = "2026-03-02T10:00:00Z".parse().unwrap();
        next_poll_at(now, &pace).duration_since(now).as_mins()
    }

    #[test]
    fn a_feed_is_asked_as_set_but_never_faster_than_is_polite() {
        assert_eq!(wait(Pace { poll_minutes: 5, ..Pace::default() }), 5);
        assert_eq!(wait(Pace { poll_minutes: 0, ..Pace::default() }), i64::from(POLL_MINUTES_MIN));
    }

    #[test]
    fn a_feed_that_asks_for_rest_gets_it_for_an_hour_at_most() {
        assert_eq!(wait(Pace { poll_minutes: 5, asked_minutes: Some(30), ..Pace::default() }), 30);
        assert_eq!(wait(Pace { poll_minutes: 5, asked_minutes: Some(1), ..Pace::default() }), 5);
        assert_eq!(wait(Pace { poll_minutes: 5, asked_minutes: Some(1_440), ..Pace::default() }), 60);
    }

    #[test]
    fn a_failing_feed_is_asked_ever_less_often() {
        let failing = |n_failures| wait(Pace { poll_minutes: 5, n_failures, ..Pace::default() });
        assert_eq!([1, 2, 3, 4, 5, 40, u32::MAX].map(failing), [10, 20, 40, 80, 120, 120, 120]);
        assert_eq!(wait(Pace { poll_minutes: 600, n_failures: 3, ..Pace::default() }), 600);
    }

    #[test]
    fn a_server_that_says_when_to_come_back_is_obeyed_for_a_day_at_most() {
        let told = |seconds| {
            wait(Pace {
                poll_minutes: 5,
                n_failures: 1,
                retry_after_seconds: Some(seconds),
                ..Pace::default()
            })
        };
        assert_eq!([60, 3_600, u32::MAX].map(told), [10, 60, 24 * 60]);
    }

    #[test]
    fn a_cursor_is_stored_as_text_and_an_unreadable_one_starts_afresh() {
        let cursor = FeedCursor {
            etag: Some("\"а1\"".into()),
            last_modified: None,
            asked_minutes: Some(15),
            n_failures: 2,
        };
        assert_eq!(FeedCursor::from_text(&cursor.to_text()), cursor);
        assert_eq!(FeedCursor::from_text("?"), FeedCursor::default());
    }
}
