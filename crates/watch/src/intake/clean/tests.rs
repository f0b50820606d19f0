//! Stories about cleaning.

use nabat_crisis::network::Network;
use nabat_crisis::post::{Container, ItemUid, Rating, Raw};
use proptest::prelude::*;

use super::samples::item;
use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn event(change: Change) -> PostEvent {
    PostEvent {
        observed_at: at("2026-03-01T10:00:05Z"),
        change,
        raw: Raw { bytes: b"{}".to_vec(), sha256: [7; 32] },
    }
}

fn cleaned(item: Item) -> Result<Item, Refused> {
    match clean(event(Change::Created(Box::new(item))), at("2026-03-01T10:01:00Z"))?.change {
        Change::Created(item) => Ok(*item),
        other => panic!("{other:?}"),
    }
}

#[test]
fn hashtags_names_and_links_are_read_from_the_text_when_the_source_gives_none() {
    let item = cleaned(item(
        "Опять скисло! #СвежийКефир #свежий\u{200B}кефир, спросим @zavod.kefir: (https://kefir.example/a?b=1). и www.kefir.example!",
    ))
    .unwrap();
    assert_eq!(item.hashtags, ["СвежийКефир".into(), "свежийкефир".into()] as [Box<str>; 2]);
    assert_eq!(item.mentions, ["zavod.kefir".into()] as [Box<str>; 1]);
    assert_eq!(
        item.links,
        ["https://kefir.example/a?b=1".into(), "https://www.kefir.example".into()] as [Box<str>; 2]
    );
}

#[test]
fn what_the_source_gives_is_kept_and_cleaned() {
    let mut given = item("Смотрите #другой тег");
    given.hashtags = vec!["#Кефир".into(), "Кефир".into(), " \u{202E}".into()];
    given.links = vec!["javascript:alert(1)".into(), "https://a.example".into()];
    given.author.handle = Some("@anna\u{202E}".into());
    given.author.name = Some("  \0 ".into());
    given.title = Some("Скидка\n<script>".into());
    given.container = Some(Container { id: "\u{2067}".into(), name: None });
    given.lang = Some("RU-ru".into());
    given.permalink = Some("data:text/html,hi".into());
    given.rating = Some(Rating { value: f64::NAN, best: 5.0 });
    let item = cleaned(given).unwrap();
    assert_eq!(item.hashtags, ["Кефир".into()] as [Box<str>; 1]);
    assert_eq!(item.links, ["https://a.example".into()] as [Box<str>; 1]);
    assert_eq!((item.author.handle.as_deref(), item.author.name), (Some("anna"), None));
    assert_eq!(item.title.as_deref(), Some("Скидка <script>"));
    assert_eq!((item.container, item.permalink, item.rating), (None, None, None));
    assert_eq!(item.lang.as_deref(), Some("ru"));
}

#[test]
fn a_date_nobody_can_believe_is_refused_and_named() {
    for (published, detail) in [
        ("0001-01-01T00:00:00Z", "published at 0001-01-01T00:00:00Z: before the year 1990"),
        ("1989-12-31T23:59:59Z", "published at 1989-12-31T23:59:59Z: before the year 1990"),
        (
            "3000-01-01T00:00:00Z",
            "published at 3000-01-01T00:00:00Z: more than 26 hours after it was received at 2026-03-01T10:01:00Z",
        ),
    ] {
        let mut item = item("Привет");
        item.published_at = at(published);
        assert_eq!(cleaned(item), Err(Refused { reason: RefusalReason::BadDate, detail: detail.to_owned() }));
    }
    let mut tomorrow = item("Привет");
    tomorrow.published_at = at("2026-03-02T12:01:00Z");
    assert!(cleaned(tomorrow.clone()).is_ok(), "clocks and zones may err by a day");
    tomorrow.edited_at = Some(at("2026-03-02T12:01:01Z"));
    assert!(cleaned(tomorrow).unwrap_err().detail.starts_with("edited at 2026-03-02T12:01:01Z"));
}

#[test]
fn other_changes_have_believable_dates_and_keys_as_well() {
    let received_at = at("2026-03-01T10:01:00Z");
    let uid = |key: &str| ItemUid { network: Network::parse("vk").unwrap(), key: key.into() };
    let refused = |change: Change| clean(event(change), received_at).unwrap_err().reason;
    let late = at("2027-01-01T00:00:00Z");
    assert_eq!(refused(Change::Deleted { uid: uid("1"), at: late }), RefusalReason::BadDate);
    assert_eq!(refused(Change::Restored { uid: uid(" "), at: received_at }), RefusalReason::MissingField);
    assert_eq!(
        refused(Change::Deleted { uid: uid(&"1".repeat(5_000)), at: received_at }),
        RefusalReason::WrongType
    );
    let network = Network::parse("vk").unwrap();
    let gap = |from: &str, until: &str| Change::Gap {
        network: network.clone(),
        from: at(from),
        until: at(until),
        reason: "сбой\0".into(),
    };
    assert_eq!(refused(gap("2026-03-01T09:00:00Z", "2026-03-01T08:00:00Z")), RefusalReason::BadDate);
    let kept = clean(event(gap("2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z")), received_at).unwrap();
    assert!(matches!(kept.change, Change::Gap { reason, .. } if &*reason == "сбой"));
    let nobody = Change::Audience { network, account: "\u{202E}".into(), at: received_at, followers: 1 };
    assert_eq!(refused(nobody), RefusalReason::MissingField);
}

#[test]
fn a_giant_text_is_cut_and_its_raw_bytes_stay() {
    let kept =
        clean(event(Change::Revised(Box::new(item(&"ы".repeat(200_000))))), at("2026-03-01T10:01:00Z"))
            .unwrap();
    assert_eq!(kept.raw, event(Change::Created(Box::new(item("")))).raw);
    let Change::Revised(item) = kept.change else { panic!("still a revision") };
    assert_eq!(item.text.chars().count(), TEXT_CHARS_MAX);
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in any::<String>(), name in any::<String>(), tag in any::<String>()) {
        let mut given = item(&text);
        given.author.name = Some(name.into());
        given.hashtags = vec![tag.into()];
        let once = cleaned(given).unwrap();
        let harmless = !once.text.contains(['\0', '\r', '\u{202E}']);
        prop_assert!(harmless);
        let twice = cleaned(once.clone()).unwrap();
        prop_assert_eq!(once, twice);
    }
}
