//! The checks of the words for people, on made-up houses.

use super::super::shown;
use super::*;

/// A house with one file of words in each language, and one source.
fn house(en: &str, pl: &str, ru: &str, source: &str) -> Vec<String> {
    let tree = Tree::of(&[
        ("locales/en/inbox.ftl", en),
        ("locales/pl/inbox.ftl", pl),
        ("locales/ru/inbox.ftl", ru),
        ("ui/src/pages/during/inbox/Inbox.svelte", source),
    ]);
    shown(&check(&tree))
}

#[test]
fn three_complete_languages_are_fine() {
    let said = house(
        "-name = Nabat\ninbox-waiting =\n    { $n ->\n        [one] { $n } post waits for { -name }\n       *[other] { $n } posts wait for { -name }\n    }\n    .label = Waiting\n",
        "-name = Nabat\ninbox-waiting =\n    { $n ->\n        [one] { $n } wpis czeka na { -name }\n        [few] { $n } wpisy czekają na { -name }\n       *[many] { $n } wpisów czeka na { -name }\n    }\n    .label = Czeka\n",
        "-name = Набат\ninbox-waiting =\n    { $n ->\n        [one] { $n } пост ждёт { -name }\n        [few] { $n } поста ждут { -name }\n       *[many] { $n } постов ждут { -name }\n    }\n    .label = Ждёт\n",
        "<p>{t('inbox-waiting', { n })}</p>",
    );
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn a_key_that_a_language_lacks_is_found_from_the_languages_that_have_it() {
    let said = house("a = A\nb = B\n", "a = A\nb = B\n", "a = А\n", "t('a') t('b')");
    assert_eq!(
        said,
        [
            "locales/en/inbox.ftl:2: `b` is missing in locales/ru/inbox.ftl",
            "locales/pl/inbox.ftl:2: `b` is missing in locales/ru/inbox.ftl",
        ]
    );
}

#[test]
fn a_translation_that_forgets_a_value_is_found() {
    let said = house("a = { $name } waits\n", "a = { $name } czeka\n", "a = Кто-то ждёт\n", "t(\"a\")");
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(said[0], "locales/en/inbox.ftl:1: `a` says $name and locales/ru/inbox.ftl does not");
}

#[test]
fn russian_and_polish_without_few_are_found() {
    let two = "a =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n";
    let said = house(two, two, two, "t('a')");
    assert_eq!(
        said,
        [
            "locales/pl/inbox.ftl:1: `a` counts without [few], which this language needs",
            "locales/ru/inbox.ftl:1: `a` counts without [few], which this language needs",
        ]
    );
}

#[test]
fn a_selector_that_counts_nothing_needs_no_plurals() {
    let words = "a = { $state ->\n    [late] x\n   *[other] y\n }\n";
    assert_eq!(house(words, words, words, "t('a')"), Vec::<String>::new());
}

#[test]
fn a_key_that_stands_twice_and_one_that_nobody_uses_are_found() {
    let words = "a = A\na = B\nlonely = C\n";
    let said = house(words, words, words, "t('a'); // lonely words in a comment");
    assert_eq!(said.iter().filter(|fault| fault.contains(":2: `a` stands in")).count(), 3, "{said:?}");
    assert!(
        said.iter().any(|fault| fault.starts_with("locales/en/inbox.ftl:3: nothing uses `lonely`")),
        "{said:?}"
    );
}

#[test]
fn broken_fluent_is_found_with_its_line() {
    let said = house("a = A\nb = { $\n", "a = A\n", "a = А\n", "t('a')");
    assert!(said[0].starts_with("locales/en/inbox.ftl:2: is not Fluent"), "{said:?}");
}

#[test]
fn a_word_that_is_used_and_in_no_language_is_found() {
    let said = house("a = A\n", "a = A\n", "a = А\n", "<p>\n{t('a')} {t('b', { n })} {at('c')}</p>");
    assert_eq!(said, ["ui/src/pages/during/inbox/Inbox.svelte:2: uses `b`, which no language has"]);
}

#[test]
fn a_key_put_together_at_run_time_is_used_by_its_listed_prefix() {
    let words = "told-first = A\nrefusal-syntax = S\nrefusal-bad-date = D\n";
    let said = |list: &str| {
        shown(&check(&Tree::of(&[
            ("locales/en/a.ftl", words),
            ("locales/pl/a.ftl", words),
            ("locales/ru/a.ftl", words),
            (usage::PREFIXES, list),
            ("ui/src/a.ts", "t(`refusal-${reason}`)"),
            ("crates/app/src/words.rs", "format!(\"told-{reason}\")"),
        ])))
    };
    let good = "export const PREFIXES = {\n  // By the API.\n  'refusal-': ['syntax',\n    'bad-date'],\n  'told-': 'open',\n};\n";
    assert_eq!(said(good), Vec::<String>::new());
    assert_eq!(
        said("  'refusal-': ['syntax', 'bad-date', 'too-large'],\n  'told-': 'open',\n  'state-': 'open',\n"),
        [
            "ui/scripts/word-prefixes.mjs:1: lists `refusal-too-large`, which no language has",
            "ui/scripts/word-prefixes.mjs:3: no source puts a key together from `state-`: remove the line",
        ]
    );
    assert_eq!(
        said("  'refusal-': ['syntax'],\n  'told-': 'open',\n"),
        [
            "locales/en/a.ftl:3: nothing uses `refusal-bad-date`: remove it, or list its prefix in ui/scripts/word-prefixes.mjs"
        ]
    );
}
