//! What is written is read back as it was.

use nabat_crisis::network::Network;
use nabat_crisis::post::{
    Attachment, Author, Change, Container, Engagement, Item, ItemKind, ItemUid, PostEvent, Rating, Raw,
    RefusalReason, Retention,
};
use proptest::prelude::*;

use super::*;
use crate::record::sha256;

fn now() -> Timestamp {
    "2026-03-02T10:00:00Z".parse().unwrap()
}

fn written(event: &PostEvent) -> String {
    let mut line = Vec::new();
    write(event, &mut line).unwrap();
    String::from_utf8(line).unwrap()
}

/// Words with quotes, line ends, control signs, emoji and letters that are no letters.
fn words() -> impl Strategy<Value = Box<str>> {
    "[a-zа-яё\"\\\\\n\r\t\u{0}-\u{3}<>&\u{202e}\u{2028}😀łż ]{0,20}"
        .prop_map(|text| format!("w{text}w").into())
}

fn time() -> impl Strategy<Value = Timestamp> {
    (631_152_000_i64..1_772_000_000, 0..1_000_000_000_i32).prop_map(|(s, ns)| Timestamp::new(s, ns).unwrap())
}

fn maybe<T: std::fmt::Debug>(some: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(some)
}

fn list<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(one, 0..3)
}

fn author() -> impl Strategy<Value = Author> {
    (maybe(words()), maybe(words()), maybe(words()), maybe(any::<u64>()), any::<bool>())
        .prop_map(|(id, handle, name, followers, ours)| Author { id, handle, name, followers, ours })
}

fn engagement() -> impl Strategy<Value = Engagement> {
    let count = || maybe(any::<u64>());
    (count(), count(), count(), count()).prop_map(|(likes, reposts, replies, views)| Engagement {
        likes,
        reposts,
        replies,
        views,
    })
}

fn attachment() -> impl Strategy<Value = Attachment> {
    (words(), maybe(words()), maybe(any::<[u8; 32]>()), maybe(words()))
        .prop_map(|(kind, url, sha256, name)| Attachment { kind, url, sha256, name })
}

fn uid() -> impl Strategy<Value = ItemUid> {
    ("[a-z0-9_-]{1,32}", words())
        .prop_map(|(network, key)| ItemUid { network: Network::parse(&network).unwrap(), key })
}

fn rating() -> impl Strategy<Value = Rating> {
    (1e-300..1e300_f64, 0.0..=1.0_f64).prop_map(|(best, part)| Rating { value: best * part, best })
}

fn item() -> impl Strategy<Value = Item> {
    let who =
        (uid(), 0..ItemKind::ALL.len(), author(), maybe((words(), maybe(words()))), maybe(words()), words());
    let what = (
        maybe("[a-z]{2,3}"),
        maybe(rating()),
        list(words()),
        list(words()),
        list(words()),
        list(attachment()),
    );
    let place = (maybe(words()), maybe(words()), maybe(words()), maybe(words()));
    let when = (time(), maybe(time()), engagement(), 0..Retention::ALL.len());
    (who, what, place, when).prop_map(|(who, what, place, when)| {
        let mut item = crate::record::item(who.0, ItemKind::ALL[who.1].0, who.5.into(), when.0);
        item.author = who.2;
        item.container = who.3.map(|(id, name)| Container { id, name });
        item.title = who.4;
        item.lang = what.0.and_then(|tag| crate::record::language(&tag));
        item.rating = what.1;
        (item.links, item.hashtags, item.mentions, item.attachments) = (what.2, what.3, what.4, what.5);
        (item.root, item.parent, item.quoted, item.permalink) = place;
        item.edited_at = when.1;
        item.engagement = when.2;
        item.retention = Retention::ALL[when.3].0;
        item
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        item().prop_map(|item| Change::Created(Box::new(item))),
        item().prop_map(|item| Change::Revised(Box::new(item))),
        (uid(), time()).prop_map(|(uid, at)| Change::Deleted { uid, at }),
        (uid(), time()).prop_map(|(uid, at)| Change::Restored { uid, at }),
        (uid(), time(), engagement()).prop_map(|(uid, at, engagement)| Change::Metrics {
            uid,
            at,
            engagement
        }),
        (uid(), words(), time(), any::<u64>()).prop_map(|(uid, account, at, followers)| Change::Audience {
            network: uid.network,
            account,
            at,
            followers
        }),
        (uid(), time(), time(), words()).prop_map(|(uid, from, until, reason)| Change::Gap {
            network: uid.network,
            from,
            until,
            reason
        }),
    ]
}

/// A record as it came, whatever its bytes are, or one whose bytes were erased by duty.
fn raw() -> impl Strategy<Value = Raw> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40).prop_map(crate::record::raw),
        words().prop_map(|text| crate::record::raw(text.as_bytes().to_vec())),
        any::<[u8; 32]>().prop_map(|sha256| Raw { bytes: Vec::new(), sha256 }),
    ]
}

fn event() -> impl Strategy<Value = PostEvent> {
    (time(), change(), raw()).prop_map(|(observed_at, change, raw)| PostEvent { observed_at, change, raw })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn an_exported_event_is_imported_unchanged_and_exported_to_the_same_bytes(event in event()) {
        let line = written(&event);
        prop_assert_eq!(line.matches('\n').count(), 1);
        let read = read_line(&line, now()).unwrap();
        prop_assert_eq!(&read, &event);
        prop_assert_eq!(written(&read), line);
    }

    #[test]
    fn no_line_whatever_panics(line in "\\PC*") {
        let _ = read_line(&line, now());
    }
}

#[test]
fn a_rumour_with_its_reply_and_reposts_is_read_as_such() {
    let read = |rest: &str| {
        let line = format!(r#"{{"id":"1","network":"X","published_at":"2026-03-01T09:00:00.500Z",{rest}}}"#);
        match read_line(&line, now()).unwrap().change {
            Change::Created(item) => *item,
            other => panic!("{other:?}"),
        }
    };
    let post = read(
        r#""author":"marta_k","text":"W serze była pleśń!","lang":"pl-PL","labels":{"stance":"comment"}"#,
    );
    assert_eq!(
        (post.kind, post.author.handle.as_deref(), post.lang.as_deref()),
        (ItemKind::Post, Some("marta_k"), Some("pl"))
    );
    assert_eq!(post.uid.as_text(), "x:1");
    let reply = read(r#""author":null,"text":"U nas też.","in_reply_to":7"#);
    assert_eq!((reply.kind, reply.parent.as_deref()), (ItemKind::Reply, Some("7")));
    let repost = read(r#""author":{"id":5,"name":"Marta"},"text":"","repost_of":"7""#);
    assert_eq!(
        (repost.kind, repost.quoted.as_deref(), repost.author.key()),
        (ItemKind::Repost, Some("7"), Some("5"))
    );
    let quote = read(r#""text":"Czy ktoś to sprawdził?","repost_of":"7""#);
    assert_eq!(quote.kind, ItemKind::Quote);
    let long = read(&format!(r#""text":"{}""#, "ё".repeat(100_001)));
    assert_eq!(long.text.chars().count(), 100_000);
}

#[test]
fn a_line_that_cannot_be_taken_says_why() {
    let refused = |line: &str| read_line(line, now()).unwrap_err();
    let post = |rest: &str| refused(&format!(r#"{{"id":"1","network":"x","text":"слух"{rest}}}"#));
    assert_eq!(refused("{\"id\":").0, RefusalReason::CutShort);
    assert_eq!(refused("не json").0, RefusalReason::Syntax);
    assert_eq!(refused("[1]").0, RefusalReason::WrongType);
    assert_eq!(refused(r#"{"id":1}"#), (RefusalReason::MissingField, "no field `network`".to_owned()));
    assert_eq!(refused(r#"{"id":1,"network":"в контакте"}"#).0, RefusalReason::BadNetwork);
    assert_eq!(post(""), (RefusalReason::MissingField, "no field `published_at`".to_owned()));
    assert_eq!(post(r#","published_at":"3000-01-01T00:00:00Z""#).0, RefusalReason::BadDate);
    assert_eq!(post(r#","published_at":"вчера""#).0, RefusalReason::BadDate);
    assert_eq!(post(r#","published_at":5"#).0, RefusalReason::WrongType);
    assert_eq!(post(r#","event":"gone""#).0, RefusalReason::WrongType);
    assert_eq!(
        post(r#","published_at":"2026-03-01","rating":{"value":6,"best":5}"#).0,
        RefusalReason::WrongType
    );
    assert_eq!(post(r#","published_at":"2026-03-01","engagement":{"likes":-1}"#).0, RefusalReason::WrongType);
}

#[test]
fn raw_bytes_that_do_not_fit_their_hash_are_no_evidence() {
    let hash = crate::record::hex(&sha256(b"other"));
    let line = format!(r#"{{"event":"deleted","id":"1","network":"x","raw":"mine","raw_sha256":"{hash}"}}"#);
    assert_eq!(read_line(&line, now()).unwrap_err().0, RefusalReason::WrongType);
}
