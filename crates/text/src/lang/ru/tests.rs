//! What a brand manager expects of Russian names: a table of words with forms that are theirs and words that are not.

use std::collections::BTreeSet;

use super::word::plain;
use super::{inflect, inflect_phrase, is_ordinary};
use crate::forms::{Case, Cell, Number};

/// A name: forms that are its own: words that are others.
const NAMES: &str = include_str!("tests_words.txt");
/// The same for names of several words, parted by commas.
const PHRASES: &str = include_str!("tests_phrases.txt");

fn fold(text: &str) -> String {
    plain(&text.to_lowercase())
}

/// All ways to write the name, folded.
fn written(name: &str) -> BTreeSet<String> {
    let words: Vec<&str> = name.split(' ').collect();
    if let [word] = words[..] {
        return inflect(word).iter().map(|form| fold(&form.shown)).collect();
    }
    let mut found = BTreeSet::new();
    for row in inflect_phrase(&words) {
        let mut texts = vec![String::new()];
        for place in row {
            let longer =
                texts.iter().flat_map(|text| place.iter().map(move |form| format!("{text} {}", form.shown)));
            texts = longer.collect();
        }
        found.extend(texts.iter().map(|text| fold(text.trim())));
    }
    found
}

/// What the table says and the rules do not.
fn disagreements(table: &'static str, separator: char) -> Vec<String> {
    let mut wrong = vec![];
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut columns = line.split(':').map(str::trim);
        let name = columns.next().unwrap();
        let forms = written(name);
        let has = |form: &&str| forms.contains(&fold(form));
        let mut cells = || {
            columns.next().unwrap_or_default().split(separator).map(str::trim).filter(|form| !form.is_empty())
        };
        let missing: Vec<&str> = cells().filter(|form| !has(form)).collect();
        let extra: Vec<&str> = cells().filter(has).collect();
        if !missing.is_empty() || !extra.is_empty() {
            wrong.push(format!("{name}: missing {missing:?}, extra {extra:?}"));
        }
    }
    wrong
}

#[test]
fn every_form_of_a_name_is_met_and_no_other_word() {
    assert_eq!(disagreements(NAMES, ' '), Vec::<String>::new());
}

#[test]
fn words_that_stand_together_agree() {
    assert_eq!(disagreements(PHRASES, ','), Vec::<String>::new());
}

#[test]
fn the_word_as_written_comes_first_and_keeps_its_capitals_and_dots() {
    let shown = |word: &str| -> Vec<String> { inflect(word).into_iter().map(|form| form.shown).collect() };
    assert_eq!(shown("ВкусДвор")[..2], ["ВкусДвор", "ВкусДвора"]);
    assert_eq!(shown("ЗАГС")[..2], ["ЗАГС", "ЗАГСа"]);
    assert_eq!(shown("РАССВЕТ")[..2], ["РАССВЕТ", "РАССВЕТА"]);
    assert_eq!(shown("Орёл")[..2], ["Орёл", "Орла"]);
    assert_eq!(shown("Синёва")[..2], ["Синёва", "Синёвой"]);
    // The same й, written as two characters.
    assert_eq!(shown("Чаи\u{306}ник")[..2], ["Чайник", "Чайника"]);
}

#[test]
fn a_form_knows_its_case_and_number() {
    let cell = |case, number| Cell { case, number };
    let forms = inflect("грядка");
    let of = |shown: &str| -> Vec<Cell> {
        forms.iter().filter(|form| form.shown == shown).map(|form| form.cell).collect()
    };
    assert_eq!(of("грядкам"), [cell(Case::Dative, Number::Plural)]);
    assert_eq!(of("грядок"), [cell(Case::Genitive, Number::Plural), cell(Case::Accusative, Number::Plural)]);
    assert_eq!(inflect("Черёмушки")[0].cell, cell(Case::Nominative, Number::Plural));
}

#[test]
fn what_is_no_russian_word_stays_alone() {
    let long = "о".repeat(10_000);
    for word in ["", "-", "Nestlé", "Tele2", "Сбeр", "24", "’", "-на-", "Кока-Cola", "ъ", "ь", &long]
    {
        let forms = inflect(word);
        assert_eq!(forms.len(), 1, "{word}");
    }
    assert_eq!(inflect_phrase(&[]).len(), 1);
    assert_eq!(inflect_phrase(&["", "и"]).len(), 1);
}

#[test]
fn a_brand_named_like_a_thing_is_told_from_it_by_the_capital_only() {
    for word in ["лента", "лентой", "магнитом", "победу", "озоне", "самокатов", "миру", "вкусно", "точке"]
    {
        assert!(is_ordinary(word), "{word}");
    }
    for word in ["ашан", "дикси", "камаз", "сочи", "жигули", "ростов", ""] {
        assert!(!is_ordinary(word), "{word}");
    }
}
