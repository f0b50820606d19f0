//! Queries of other tools: what holds for any text, and the messages in each language.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use nabat_watch::matching::dialects::{Dialect, FaultKind, NoteKind, translate};
use nabat_watch::matching::{Query, QueryArg};
use proptest::prelude::*;

const LOCALES: [(&str, &str); 3] = [
    ("en", include_str!("../../../../locales/en/dialect.ftl")),
    ("pl", include_str!("../../../../locales/pl/dialect.ftl")),
    ("ru", include_str!("../../../../locales/ru/dialect.ftl")),
];

fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{language}/dialect.ftl: {errors:?}"));
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{language}/dialect.ftl: {errors:?}"));
    bundle
}

/// The message, or why it cannot be shown: a key or a named argument that is not there.
fn message(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &[(&str, QueryArg)],
) -> Result<String, String> {
    let pattern = bundle.get_message(key).and_then(|m| m.value()).ok_or(format!("no message {key}"))?;
    let mut fluent_args = FluentArgs::new();
    for (name, value) in args {
        match value {
            QueryArg::Text(text) => fluent_args.set(*name, text.as_str()),
            QueryArg::Number(number) => fluent_args.set(*name, *number as f64),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(format!("{key}: {errors:?}")) }
}

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
