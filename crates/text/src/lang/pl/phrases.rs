//! Phrases whose words agree: noun and adjective, a head with what stays behind it, first name and surname.
//!
//! A phrase is read in each way that its endings allow, as a word is: Media Expert is Media Expertu, and could be Mediów Expert. Rows
//! that nobody writes find nothing; what matters is that the words of a row stand in one case and number, so that Kropla Beskidu
//! never finds a drop beside some other Beskid.

use super::adjectives::{agreeing, is_possible, is_sure, stem_of};
use super::first_names::{is_man, is_woman};
use super::lists::{Words, words};
use super::paradigm::{CASES, Gender, Reading};
use super::readings::readings;
use super::unchanging::is_unchanging;
use super::word::{Word, ends_in};
use crate::forms::{Case, Cell, Inflected, Number, Row};

/// Most words of a phrase that may stand before its noun.
const BEFORE_NOUN_MAX: usize = 3;

/// All rows of a phrase, the words as written first; none for no words.
pub(super) fn rows(words: &[Word]) -> Vec<Row> {
    if words.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![fixed_row(words)];
    if let Some(people) = person(words) {
        add(&mut rows, words, &people, &[Number::Singular]);
        return rows;
    }
    // What stands behind a preposition, an adverb or a verb does not follow the noun before it.
    let n_open = words.iter().position(is_unchanging).unwrap_or(words.len());
    let mut phrases = noun_phrases(words, n_open);
    if phrases.iter().any(|phrase| phrase.has_noun) {
        phrases.retain(|phrase| phrase.has_noun);
    }
    let longest = phrases.iter().map(|phrase| phrase.n_agreeing).max().unwrap_or(0);
    // Where an adjective is sure to be one, the words before or behind it cannot stay.
    if phrases.iter().any(|phrase| phrase.n_agreeing == longest && phrase.is_sure) {
        phrases.retain(|phrase| phrase.n_agreeing == longest);
    }
    for phrase in &phrases {
        add(&mut rows, words, &phrase.places, &[Number::Singular, Number::Plural]);
    }
    if n_open == words.len() && longest < 2 {
        names_side_by_side(&mut rows, words);
    }
    rows
}

/// A noun at the beginning of a phrase with the adjectives that agree with it.
struct NounPhrase {
    /// Whether its head is no adjective.
    has_noun: bool,
    /// Whether each of its adjectives is one for sure.
    is_sure: bool,
    /// The noun and its adjectives, counted.
    n_agreeing: usize,
    /// How the words are inflected, from the first on; those behind stay.
    places: Vec<Option<Reading>>,
}

/// All ways to take the first `n_open` words as a noun with adjectives before and behind it.
fn noun_phrases(words: &[Word], n_open: usize) -> Vec<NounPhrase> {
    let mut phrases = Vec::new();
    for noun in 0..n_open.min(BEFORE_NOUN_MAX + 1) {
        for head in readings(&words[noun]) {
            let Some(before) = adjectives(&words[..noun], head.gender, true) else { continue };
            let n_behind =
                words[noun + 1..n_open].iter().take_while(|word| agrees(word, head.gender, false)).count();
            let behind =
                adjectives(&words[noun + 1..noun + 1 + n_behind], head.gender, false).unwrap_or_default();
            let has_noun = !head.is_adjective;
            let mut others = words[..noun].iter().chain(&words[noun + 1..noun + 1 + n_behind]);
            let is_sure = others.all(|word| is_sure(&word.lower) || word.lower == "polska");
            let places = before.into_iter().chain([head]).chain(behind).map(Some).collect();
            phrases.push(NounPhrase { has_noun, is_sure, n_agreeing: noun + 1 + n_behind, places });
        }
    }
    phrases
}

/// How each word of a person's name is inflected: a woman's surname in a consonant or -o stays. Nothing if it is no such name.
fn person(words: &[Word]) -> Option<Vec<Option<Reading>>> {
    let (first, surnames) = words.split_first()?;
    if surnames.is_empty() || !surnames.iter().all(|word| word.is_name && !word.is_acronym) {
        return None;
    }
    if surnames.iter().any(|word| TEAMS_TOWNS.contains(word.lower.as_str())) {
        return None;
    }
    let woman = is_woman(&first.lower) || first.lower == "pani";
    if !woman && !is_man(&first.lower) && first.lower != "pan" {
        return None;
    }
    let gender = if woman { Gender::Feminine } else { Gender::Masculine };
    Some(words.iter().map(|word| as_person(word, gender)).collect())
}

/// Towns that stand unchanged behind the name of a club: Lecha Poznań.
static TEAMS_TOWNS: Words = Words::new(|| {
    words(
        "\
    białystok bełchatów bydgoszcz gdańsk gdynia gliwice katowice kielce kraków legnica lublin łódź
    olsztyn opole płock poznań radom rzeszów szczecin tarnów toruń warszawa wrocław zabrze zamość",
    )
});

fn as_person(word: &Word, gender: Gender) -> Option<Reading> {
    if let Some((first, second)) = word.written.split_once('-').filter(|(_, second)| !second.contains('-')) {
        return of_two_parts(&Word::read(first), &Word::read(second), gender);
    }
    if gender == Gender::Feminine && !word.lower.ends_with('a') && word.lower != "pani" {
        return None;
    }
    let mut merged = Reading::new(gender);
    for reading in readings(word) {
        // A man may be called Duda, which is declined like a woman's name.
        let is_mans =
            gender == Gender::Masculine && (reading.gender == Gender::Masculine || word.lower.ends_with('a'));
        if reading.gender == gender || is_mans {
            for (cell, form) in reading.forms {
                merged.add(cell.number, cell.case, form);
            }
        }
    }
    (!merged.forms.is_empty()).then_some(merged)
}

/// A surname in two parts, each inflected as the person's gender asks: Nowak-Kowalskiej.
fn of_two_parts(first: &Word, second: &Word, gender: Gender) -> Option<Reading> {
    let parts = [first, second].map(|part| as_person(part, gender));
    let mut joined = Reading::new(gender);
    for case in CASES {
        let cell = Cell { case, number: Number::Singular };
        let forms = |part: &Option<Reading>, word: &Word| {
            part.as_ref().map_or_else(|| vec![word.lower.clone()], |reading| reading.in_cell(cell))
        };
        for head in forms(&parts[0], first) {
            for tail in forms(&parts[1], second) {
                joined.one(case, format!("{head}-{tail}"));
            }
        }
    }
    Some(joined)
}

/// Names that nothing tells the grammar of: the last word alone is inflected (Wizz Aira), or both as of a person (Jona Smitha).
fn names_side_by_side(rows: &mut Vec<Row>, words: &[Word]) {
    let Some((last, before)) = words.split_last() else { return };
    let is_genitive = ends_in(&last.lower, &["u", "ów", "y", "i", "ej", "ego", "ych", "ich"]);
    if before.is_empty() || !last.is_name || is_genitive {
        return;
    }
    for reading in readings(last) {
        let mut places = vec![None; before.len()];
        places.push(Some(reading.clone()));
        add(rows, words, &places, &[Number::Singular]);
        if let [first] = before
            && first.is_name
            && !first.is_acronym
        {
            for other in readings(first).into_iter().filter(|other| other.gender == reading.gender) {
                add(rows, words, &[Some(other), Some(reading.clone())], &[Number::Singular]);
            }
        }
    }
}

/// The readings of words as adjectives that agree with a noun, if all of them can.
fn adjectives(words: &[Word], gender: Gender, before: bool) -> Option<Vec<Reading>> {
    words
        .iter()
        .map(|word| {
            stem_of(&word.lower)
                .filter(|_| agrees(word, gender, before))
                .map(|stem| agreeing(&stem, gender, gender == Gender::Masculine))
        })
        .collect()
}

/// Whether a word can be the adjective of a noun of this gender. Before the noun the shape is enough where nouns seldom have it.
fn agrees(word: &Word, gender: Gender, before: bool) -> bool {
    let lower = word.lower.as_str();
    if stem_of(lower).is_none() || word.is_acronym {
        return false;
    }
    match gender {
        Gender::Masculine => lower.ends_with(['y', 'i']) && (before || is_possible(lower)),
        // Behind a noun Polska is the adjective; before one, so is Jelenia.
        Gender::Feminine => {
            let looks_so = if before { lower.ends_with("ia") } else { lower.ends_with("cza") };
            lower.ends_with('a') && (is_possible(lower) || lower == "polska" || looks_so)
        }
        Gender::Neuter => lower.ends_with('e') && (before || is_possible(lower)),
        Gender::Plural => lower.ends_with(['e', 'y', 'i']) && (before || is_possible(lower)),
    }
}

/// Adds the rows of the cells that all inflected places fill; places without a reading, and those behind the last, stay as written.
fn add(rows: &mut Vec<Row>, words: &[Word], places: &[Option<Reading>], numbers: &[Number]) {
    for number in numbers {
        for case in CASES {
            // The accusative is like the genitive or like the nominative, but not one word so and the next otherwise.
            let likes: &[Case] = if case == Case::Accusative {
                &[Case::Nominative, Case::Genitive]
            } else {
                std::slice::from_ref(&case)
            };
            for like in likes {
                let Some(row) = row(words, places, Cell { case, number: *number }, *like) else { continue };
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
    }
}

/// The forms of one cell, of each word those that are the same in the case `like`; nothing where a word has none, or has forms like
/// another case only.
fn row(words: &[Word], places: &[Option<Reading>], cell: Cell, like: Case) -> Option<Row> {
    let forms = |(place, word): (usize, &Word)| {
        let Some(Some(reading)) = places.get(place) else {
            return Some(shown(word, std::slice::from_ref(&word.lower), cell));
        };
        let forms = reading.in_cell(cell);
        let alike = |like: Case| {
            let of_case = reading.in_cell(Cell { case: like, ..cell });
            forms.iter().filter(|form| of_case.contains(form)).cloned().collect::<Vec<String>>()
        };
        let chosen = alike(like);
        if !chosen.is_empty() {
            return Some(shown(word, &chosen, cell));
        }
        // Kubę is like neither and goes with both; Tarasy is like the nominative and never goes with złotych.
        let is_other = CASES[..2].iter().any(|other| *other != like && !alike(*other).is_empty());
        (!forms.is_empty() && !is_other).then(|| shown(word, &forms, cell))
    };
    words.iter().enumerate().map(forms).collect()
}

fn fixed_row(words: &[Word]) -> Row {
    let cell = Cell { case: Case::Nominative, number: Number::Singular };
    words.iter().map(|word| vec![Inflected { shown: word.written.clone(), cell }]).collect()
}

fn shown(word: &Word, forms: &[String], cell: Cell) -> Vec<Inflected> {
    forms.iter().map(|form| Inflected { shown: word.show(form), cell }).collect()
}
