//! Random and damaged bytes: nothing panics, and what is taken keeps the promises of an event.

use std::io::Cursor;

use nabat_connectors::files::{FileReader, Format};
use nabat_connectors::networks::feed::parse;
use nabat_crisis::post::{PostEvent, REFUSAL_SAMPLE_CHARS_MAX, Refusal, TEXT_CHARS_MAX};
use proptest::prelude::*;

use super::{item, now};

/// Pieces of all formats, so that random strings of them reach deep.
const PIECES: [&str; 46] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\n",
    " ",
    "null",
    "1",
    "-1",
    "1e999",
    "true",
    "\"id\":",
    "\"network\":\"x\",",
    "\"text\":\"слух\",",
    "\"published_at\":\"2026-03-02T10:00:00Z\",",
    "\"event\":\"gap\",",
    "\"messages\":[",
    "\"type\":\"message\",",
    "\"chats\":{\"list\":[",
    "window.YTD.tweets.part0 = ",
    "{\"tweet\":{",
    "\"created_at\":",
    "\"data\":[",
    "\"kind\":\"commit\",",
    "\"content\":\"<p>",
    "\"orderedItems\":[",
    "text;date\n",
    "text,date,author\n",
    "\"a;\"\"b",
    "2026-03-02",
    "<rss>",
    "<item>",
    "</item>",
    "<title>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#x110000;",
    "<a href='",
    "\u{feff}",
    "😀",
    "\u{0}",
];

const SAMPLES: [&str; 8] = [
    r#"{"id":"1","network":"vk","author":{"id":5,"name":"Ольга"},"text":"В сыре \u043d\n плесень","published_at":"2026-03-02T10:00:00Z","in_reply_to":"7","rating":{"value":1,"best":5},"attachments":[{"kind":"image","sha256":null}]}"#,
    r#"{"name":"Двор","type":"private_group","id":7,"messages":[{"id":1,"type":"message","date_unixtime":"1772445600","text":["а",{"type":"link","text":"б"}],"reactions":[{"count":1,"emoji":"👍"}]}]}"#,
    r#"window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"a &amp; b","created_at":"Mon Mar 02 10:00:00 +0000 2026","favorite_count":"3"}}]"#,
    r#"{"data":[{"id":"1","text":"a","created_at":"2026-03-02T10:00:00Z","author_id":"1"}],"includes":{"users":[{"id":"1","username":"ann"}]}}"#,
    r#"{"did":"did:plc:a","time_us":1772445601500000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k","record":{"text":"a @b","facets":[{"index":{"byteStart":2,"byteEnd":99},"features":[{"$type":"x#mention"}]}]}}}"#,
    r#"[{"id":"1","uri":"https://s.example/1","created_at":"2026-03-02T10:00:00Z","content":"<p>a <a href='https://b.example'>b</a></p>","account":{"id":"1","acct":"a"}}]"#,
    "Дата;Автор;Текст;Оценка\n02.03.2026 10:00;Ольга;\"сыр; с \"\"плесенью\"\"\";4/5\n",
    "<?xml version='1.0'?><rss><channel><title>T</title><item><title>a &amp; b</title><guid>1</guid><pubDate>Пн, 2 марта 2026 10:00</pubDate><description><![CDATA[<p>x</p>]]></description></item></channel></rss>",
];

fn check(outcome: &Result<PostEvent, Refusal>) {
    match outcome {
        Ok(event) => {
            assert!(!event.raw.bytes.is_empty() || event.raw.sha256 != [0; 32]);
            if event.change.uid().is_some() && matches!(event.change.name(), "created" | "revised") {
                assert!(item(event).text.chars().count() <= TEXT_CHARS_MAX);
                assert!(!item(event).uid.key.is_empty());
            }
        }
        Err(refusal) => {
            assert!(refusal.position > 0 && refusal.sample.chars().count() <= REFUSAL_SAMPLE_CHARS_MAX);
        }
    }
}

/// Reads bytes as every format, as a file that is recognised, and as a feed.
fn read_everything(bytes: &[u8]) {
    for format in Format::all().map(Some).chain([None]) {
        let Ok(file) = FileReader::open(Cursor::new(bytes.to_vec()), "a.json", format, now()) else {
            continue;
        };
        file.take(10_000).filter_map(Result::ok).for_each(|record| check(&record.outcome));
    }
    if let Ok(feed) = parse(bytes, None, "https://novosti.example/rss", now()) {
        feed.items.iter().for_each(check);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn random_bytes_are_only_data(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read_everything(&bytes);
    }

    #[test]
    fn random_pieces_of_formats_are_only_data(pieces in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let document: String = pieces.into_iter().map(|at| PIECES[at]).collect();
        read_everything(document.as_bytes());
    }

    #[test]
    fn damaged_files_are_only_data(
        sample in 0..SAMPLES.len(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        zipped in any::<bool>(),
    ) {
        let mut bytes = SAMPLES[sample].as_bytes().to_vec();
        if zipped {
            bytes = super::gzip(&bytes);
        }
        for (place, byte) in damage {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        read_everything(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        read_everything(&bytes);
    }
}

#[test]
fn the_samples_that_are_damaged_are_good_while_whole() {
    for sample in &SAMPLES[..7] {
        let file = FileReader::open(Cursor::new(sample.as_bytes()), "a.json", None, now()).unwrap();
        assert_eq!(file.filter(|record| record.as_ref().unwrap().outcome.is_ok()).count(), 1, "{sample}");
    }
    assert!(
        parse(SAMPLES[7].as_bytes(), None, "https://novosti.example/rss", now()).unwrap().items[0].is_ok()
    );
}
