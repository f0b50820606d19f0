//! Queries of other tools: what holds for any text, and the messages in each language.

use std::collections::BTreeSet;

use nabat_crisis::id::TopicId;
use nabat_watch::matching::dialects::{Dialect, FaultKind, NoteKind, translate};
use nabat_watch::matching::{Engine, PostView, Query, QueryArg, Scratch};
use proptest::prelude::*;

use crate::messages::{bundle, message};

const LOCALES: [(&str, &str); 3] = [
    ("en", include_str!("../../../../locales/en/dialect.ftl")),
    ("pl", include_str!("../../../../locales/pl/dialect.ftl")),
    ("ru", include_str!("../../../../locales/ru/dialect.ftl")),
];

#[test]
fn each_note_and_each_fault_has_a_message_in_each_language() {
    let faults = FaultKind::ALL.map(|(_, name, args)| (format!("dialect-error-{name}"), args));
    let notes = NoteKind::ALL.map(|(_, name, args)| (format!("dialect-note-{name}"), args));
    for (language, source) in LOCALES {
        let bundle = bundle(language, source);
        let mut keys = BTreeSet::new();
        for (key, arg_names) in faults.iter().chain(&notes) {
            for (dialect, _, _) in Dialect::ALL {
                let mut args = vec![("tool", QueryArg::Text(dialect.title().to_owned()))];
                args.extend(arg_names.iter().map(|name| match *name {
                    "n" => (*name, QueryArg::Number(3)),
                    _ => (*name, QueryArg::Text("слово".to_owned())),
                }));
                let text = message(&bundle, key, &args).unwrap_or_else(|why| panic!("{language}: {why}"));
                assert!(text.ends_with('.'), "{language}: {text}");
            }
            keys.insert(key.clone());
        }
        let written: BTreeSet<String> = source
            .lines()
            .filter(|line| line.starts_with("dialect-"))
            .filter_map(|line| line.split(" =").next())
            .map(str::to_owned)
            .collect();
        assert_eq!(written, keys, "{language}: no message is missing and none is left over");
    }
}

#[test]
fn who_moves_from_youscan_reads_in_their_language_what_becomes_of_the_query() {
    let found = translate(Dialect::YouScan, "\"Двор\" /2 скис").unwrap();
    assert_eq!(found.query, "=Двор NEAR/1 скис");
    let (language, source) = LOCALES[2];
    let bundle = bundle(language, source);
    let shown: Vec<String> =
        found.notes.iter().map(|note| message(&bundle, &note.key(), &note.args).unwrap()).collect();
    expect_test::expect![[r#"
        [
            "В кавычках YouScan ищет слова только в этой форме. У нас то же самое означает знак =; удалите его там, где нужны и другие формы.",
            "YouScan считает до следующего слова, а мы — слова между ними: /2 там — это NEAR/1 у нас. Найдутся те же посты.",
        ]
    "#]]
    .assert_debug_eq(&shown);
}

/// What is translated is a query, and all places lie on character borders.
fn check(text: &str) -> Result<(), TestCaseError> {
    for (dialect, _, _) in Dialect::ALL {
        match translate(dialect, text) {
            Ok(found) => {
                prop_assert!(Query::parse(&found.query).is_ok(), "{}: {:?}", dialect.title(), found);
                for note in &found.notes {
                    prop_assert!(text.get(note.span.clone()).is_some(), "{}: {:?}", dialect.title(), note);
                    let mut names: Vec<&str> = note.args.iter().map(|(name, _)| *name).collect();
                    prop_assert_eq!(names.pop(), Some("tool"));
                    prop_assert_eq!(names, note.kind.arg_names());
                }
            }
            Err(fault) => {
                prop_assert!(text.get(fault.span.clone()).is_some(), "{}: {:?}", dialect.title(), fault);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_translated_or_refused_at_a_place_in_it(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn signs_of_all_tools_in_any_order_are_translated_or_refused(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "(", ")", "\"", "«", "»", "„", "”", "-", "+", "!", " ", " ", " ", "AND ", " OR ", "NOT ", " NEAR/2 ", " NEAR/3f ", " /2 ",
                "~2", "~", "^2", "*", "?", "#", "@", "=", "|", "||", "&&", "{", "}", "[1 TO 5]", "{1 TO *}", "<", ">=5", "\\", "/",
                "lang:", "author:", "site:", "title:", "rawText:", "from:", "has:", "media", "followers_count:", "followers:", "1..5",
                "authorFollowers:", "contains:", "сок", "pl", "żółw", "kefir", "T-Mobilny", "\u{200B}", "\u{301}", "😡", ".", "https://",
                "www.", "_", "1", "$", "<<<", ">>>", "raw:", "url:", "loan",
            ]),
            0..16,
        )
    ) {
        check(&pieces.concat())?;
    }
}

fn finds(dialect: Dialect, source: &str, text: &str) -> bool {
    let query = Query::parse(&translate(dialect, source).unwrap().query).unwrap();
    let post = PostView { text, ..PostView::default() };
    let mut found = Vec::new();
    Engine::new([(TopicId(1), &query)]).matches(&post, &mut Scratch::default(), &mut found);
    !found.is_empty()
}

/// A tool, a query of it, a post it finds, and one it does not find, as its help says.
#[test]
fn distances_and_precedence_are_those_of_the_tool() {
    use Dialect::{Brandwatch, Lucene, PowerTrack, SentiOne, YouScan};
    let cases = [
        // n words between, in either order; `f` keeps the order.
        (Brandwatch, "summer NEAR/1 holiday", "holiday, our summer", "summer is a holiday"),
        (Brandwatch, "summer NEAR/1f holiday", "Summer beach holiday", "holiday of summer"),
        (Brandwatch, "{PIK} AND loan", "PIK sold my loan", "pik sold my loan"),
        (Brandwatch, "kiss*", "Kissing booth", "The kids"),
        // The n-th word, in either order; words in their forms, unless they are quoted.
        (YouScan, "hand /2 cream", "cream for hand", "hand and foot cream"),
        (YouScan, "ginger /1 cola", "Ginger-Cola", "ginger and cola"),
        (
            YouScan,
            "burger AND NOT mushroom /2 sauce",
            "burger with sauce and a mushroom",
            "burger, mushroom white sauce",
        ),
        (YouScan, "mask -movie", "a mask for the face", "The Mask is a movie"),
        (SentiOne, "\"mobile phone\"~1", "mobile new phone", "mobile and a phone"),
        (SentiOne, "rawText:(brightmere AND (late OR lost))", "brightmere got lost", "brightmere"),
        // AND before OR; n between, and two fewer when the words are turned round.
        (PowerTrack, "happy OR sad party", "happy", "sad"),
        (PowerTrack, "\"social media\"~2", "social or new media", "social or so called media"),
        (PowerTrack, "\"social media\"~2", "media social", "media are social"),
        (PowerTrack, "\"social media\"~1", "social new media", "media social"),
        (PowerTrack, "happy AND party", "happy and party", "happy party"),
        // OR between words; required parts make the others optional; the distance counts moves.
        (Lucene, "quick brown", "quick", "slow"),
        (Lucene, "quick brown +fox -news", "fox", "quick brown fox news"),
        (Lucene, "one AND two OR three", "one two", "three"),
        (Lucene, "\"quick fox\"~1", "quick brown fox", "fox quick"),
        (Lucene, "\"fox quick\"~2", "quick fox", "quick brown fox"),
        (Lucene, "\"fox quick\"~5", "quick and very brown fox", "quick but not so very brown fox"),
    ];
    for (dialect, source, hit, miss) in cases {
        assert!(finds(dialect, source, hit), "{}: {source} does not find {hit}", dialect.title());
        assert!(!finds(dialect, source, miss), "{}: {source} finds {miss}", dialect.title());
    }
}

/// Places of words in a text that Lucene's sloppy phrase takes: each word moved back by its place in the phrase, all within `slop`.
fn sloppily(words: [&str; 2], text: &[&str], slop: usize) -> bool {
    let places = |word: &str| -> Vec<usize> {
        text.iter().enumerate().filter(|(_, each)| **each == word).map(|(at, _)| at + 1).collect()
    };
    let (first, second) = (places(words[0]), places(words[1]));
    first.iter().any(|a| second.iter().any(|b| a.abs_diff(b - 1) <= slop))
}

proptest! {
    #[test]
    fn a_distance_of_lucene_finds_what_lucene_finds(
        text in prop::collection::vec(prop::sample::select(vec!["loan", "fee", "tax", "due"]), 0..9),
        slop in 1..6usize,
    ) {
        let expected = sloppily(["loan", "fee"], &text, slop);
        for dialect in [Dialect::Lucene, Dialect::PowerTrack] {
            prop_assert_eq!(finds(dialect, &format!("\"loan fee\"~{slop}"), &text.join(" ")), expected, "{:?}", text);
        }
    }
}
