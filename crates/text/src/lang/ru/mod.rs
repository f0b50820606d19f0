//! Russian: all forms of the words that people put into queries, from their endings.
//!
//! Wanted: a name is met in every case and number it is written in, and nothing else is met: no derived adjective, no other name.
//! There is no dictionary, since names are what no dictionary has. The ending of a word allows some declensions; where it allows several
//! (Громов is a man, Ростов a town) the forms of all are taken together, because a form that nobody writes costs nothing.
//! A form that is another word costs something, and is left out where a rule can tell: «Петров» is no Пётр.
//! Accepted losses: homonyms (Иванова is a woman, and of Иванов), nouns that look like verbs and stand in no list.
//!
//! - `word`: a word as the rules see it; `tables`: the declensions; `fleeting`: vowels that come and go; `irregular`: what no rule gives;
//! - `nouns`, `plurals`, `adjectives`, `surnames`, `names`: which declensions an ending allows; `unchanging`: what has one form;
//! - `phrase`, `person`: which words of a name inflect; `rows`: that they agree; `ordinary`: names that are ordinary words.

mod adjectives;
mod fleeting;
mod irregular;
mod names;
mod nouns;
mod ordinary;
mod person;
mod phrase;
mod plurals;
mod rows;
mod surnames;
mod tables;
mod unchanging;
mod word;

#[cfg(test)]
mod tests;

use unicode_normalization::UnicodeNormalization as _;

use crate::forms::{Case, Cell, Inflected, Number};
use nouns::{Gender, Kind, Reading};
use word::Word;

pub use ordinary::is_ordinary;
pub use phrase::inflect_phrase;

/// The nominative singular: the cell of a word as written.
const AS_WRITTEN: Cell = Cell { case: Case::Nominative, number: Number::Singular };
/// Where a word is cut; only its last part inflects (Альфа-Банк, О'Коннор, Яндекс.Маркет).
const INNER: &[char] = &['-', '\u{2010}', '\u{2011}', '–', '\'', '’', '.'];
/// Small words inside of a hyphenated name: what stands before them inflects (Ростов-на-Дону).
const INNER_PREPOSITIONS: [&str; 5] = ["-на-", "-над-", "-под-", "-при-", "-ам-"];

/// All plausible forms of a Russian word, over all declensions its ending allows; the word itself comes first.
/// A word of one form, and one that is not of Russian letters only, has just itself.
pub fn inflect(written: &str) -> Vec<Inflected> {
    let readings = read(written);
    let cell = match readings.first() {
        Some(reading) if reading.gender == Gender::Plural => Cell { number: Number::Plural, ..AS_WRITTEN },
        _ => AS_WRITTEN,
    };
    let mut forms = vec![Inflected { shown: written.nfc().collect(), cell }];
    for (cell, shown) in readings.into_iter().flat_map(|reading| reading.forms) {
        let form = Inflected { shown, cell };
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// The ways to decline a word, its forms as people write them; none for a word of one form.
fn read(written: &str) -> Vec<Reading> {
    let written: String = written.nfc().collect();
    let lower = written.to_lowercase();
    if let Some(at) = INNER_PREPOSITIONS.iter().find_map(|inner| lower.find(inner)) {
        // Lower case may take more bytes than capitals outside of Russian; those words are nobody's here.
        let Some((first, rest)) = written.split_at_checked(at) else { return vec![] };
        return mapped(read_part(first), |form| format!("{form}{rest}"));
    }
    let Some(at) = written.rfind(INNER) else { return read_part(&written) };
    let (first, rest) = written.split_at(at);
    let mut rest_chars = rest.chars();
    let Some(mark) = rest_chars.next() else { return vec![] };
    let last = rest_chars.as_str();
    let parts = (read_part(first), read_part(last));
    if let Some(both) = both_parts(&parts.0, &parts.1, mark) {
        return vec![both];
    }
    mapped(parts.1, |form| format!("{first}{mark}{form}"))
}

/// Two surnames, or a noun with its adjective, both inflect: Салтыков-Щедрин, Римский-Корсаков, Гусь-Хрустальный.
fn both_parts(first: &[Reading], last: &[Reading], mark: char) -> Option<Reading> {
    let masculine = |reading: &&Reading| reading.gender == Gender::Masculine;
    let of_kind = |readings: &'_ [Reading], kinds: &[Kind]| -> Option<Reading> {
        readings.iter().filter(masculine).find(|reading| kinds.contains(&reading.kind)).cloned()
    };
    let (first, last) = match of_kind(last, &[Kind::Adjective]) {
        Some(last) => (of_kind(first, &[Kind::Noun, Kind::Adjective])?, last),
        None => (of_kind(first, &[Kind::Surname, Kind::Adjective])?, of_kind(last, &[Kind::Surname])?),
    };
    let forms = first.forms.iter().flat_map(|(cell, form)| {
        // Where a cell has several forms, the first belongs to the first and so on.
        let nth = first.forms.iter().filter(|(of, _)| of == cell).position(|(_, of)| of == form).unwrap_or(0);
        let same = last.forms.iter().filter(move |(of, _)| of == cell).skip(nth).take(1);
        same.map(move |(_, last)| (*cell, format!("{form}{mark}{last}")))
    });
    Some(Reading { kind: last.kind, gender: Gender::Masculine, forms: forms.collect() })
}

/// The ways to decline a word without inner marks.
fn read_part(written: &str) -> Vec<Reading> {
    let Some(word) = Word::read(written) else { return vec![] };
    if unchanging::stays(&word) || unchanging::is_indeclinable(&word) {
        return vec![];
    }
    let mut readings = adjectives::readings(&word);
    if readings.is_empty() || !adjectives::is_surely_adjective(&word) {
        readings.extend(nouns::readings(&word));
    }
    mapped(readings, |form| word.dress(form))
}

fn mapped(mut readings: Vec<Reading>, shown: impl Fn(&str) -> String) -> Vec<Reading> {
    for (_, form) in readings.iter_mut().flat_map(|reading| &mut reading.forms) {
        *form = shown(form);
    }
    readings
}
