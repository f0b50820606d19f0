//! Words that are written in the plural, and plurals and other cells that the rules do not give.

use crate::forms::{Case, Cell, Number};

use super::fleeting::bare_hard;
use super::nouns::{Gender, Kind, Reading, noun, readings};
use super::word::{Word, cut, ends_with_any, is_consonant, is_husher, is_vowel};
use super::{irregular, tables};

/// The plural of words in -ник: Сокольники.
const OF_MEN: &str = "жники льники сники тники дники шники чники вники рники нники";

/// A plural in -ы: Озёры, отзывы.
pub(super) fn of_y(word: &Word) -> Vec<Reading> {
    let stem = word.cut(1);
    let surely_masculine =
        ends_with_any(&word.plain, OF_MEN) || !word.capital && ends_with_any(&word.plain, "торы еры сы зы");
    let table = if surely_masculine { &tables::PLURAL_HARD } else { &tables::PLURAL };
    let plural = tables::decline(table, &word.lower, stem, &bare_hard(stem));
    let mut found = vec![noun(Gender::Plural, plural)];
    if !word.capital {
        found.extend(bare_hard(stem).iter().flat_map(|nominative| singular(nominative)));
        found.extend(singular(&format!("{stem}а")));
    }
    found
}

/// A plural in -и, unless it looks like a foreign name: Химки, новости.
pub(super) fn of_i(word: &Word, before: char) -> Vec<Reading> {
    let stem = word.cut(1);
    let third = word.letter_back(2);
    let plural = |table| tables::decline(table, &word.lower, stem, &bare_hard(stem));
    let forms = match before {
        _ if !word.capital && ends_with_any(&word.plain, "ами ями ими ыми") => return vec![],
        'к' if third == Some('к') => return vec![],
        // Сузуки, Тануки; but Сокольники.
        'к' if third.is_some_and(|c| is_vowel(c) && c != 'и') && word.capital => return vec![],
        'к' | 'г' | 'х' => return of_y(word),
        'ч' if ends_with_any(&word.plain, "вичи ничи") => plural(&tables::PLURAL_SOFT),
        'щ' | 'ш' | 'ж' | 'ч' if !word.capital || before != 'ч' => {
            let mut forms = plural(&tables::PLURAL_SOFT);
            forms.extend(plural(&tables::PLURAL_KNOWN));
            forms
        }
        'и' if !word.capital => tables::decline(&tables::IYA, &format!("{stem}я"), cut(stem, 1), &[]),
        'а' | 'е' if word.capital => plural(&tables::PLURAL_I),
        _ if !word.capital => plural(&tables::PLURAL_SOFT),
        _ => return vec![],
    };
    let mut found = vec![noun(Gender::Plural, forms)];
    if !word.capital && is_husher(before) {
        for ending in ["", "а", "ь"] {
            found.extend(singular(&format!("{stem}{ending}")));
        }
    } else if !word.capital && is_consonant(before) {
        found.extend(singular(&format!("{stem}ь")));
    }
    found
}

/// The singular of a plural in lower case, from what its nominative may be: a user who writes «жалобы» means «жалобу» too.
pub(super) fn singular(nominative: &str) -> Vec<Reading> {
    let Some(word) = Word::read(nominative) else { return vec![] };
    let mut found = readings(&word);
    found.retain(|reading| reading.kind == Kind::Noun);
    for reading in &mut found {
        reading.forms.retain(|(cell, _)| cell.number == Number::Singular);
    }
    found
}

/// The plural of a word that is listed with its genitive.
pub(super) fn known(word: &Word) -> Option<Vec<(Cell, String)>> {
    Some(plural_of(&word.lower, irregular::genitive_plural(&word.plain)?))
}

/// A plural that its nominative and genitive determine.
fn plural_of(nominative: &str, genitive: &str) -> Vec<(Cell, String)> {
    let stem = cut(nominative, 1);
    let softly = nominative.ends_with('я') || nominative.ends_with('и') && genitive.ends_with("ей");
    let table = if softly { &tables::PLURAL_SOFT_KNOWN } else { &tables::PLURAL_KNOWN };
    let mut forms = tables::decline(table, nominative, stem, &[genitive.to_owned()]);
    if matches!(nominative, "люди" | "дети") {
        let cell = Cell { case: Case::Instrumental, number: Number::Plural };
        forms.retain(|(of, _)| *of != cell);
        forms.push((cell, format!("{stem}ьми")));
    }
    forms
}

/// Forms beside those of the rules: друзья, паспорта, в саду.
pub(super) fn second(word: &Word) -> Option<Reading> {
    let plain = word.plain.as_str();
    let listed = |list: &str| list.split_whitespace().any(|known| plain == known);
    let mut forms = irregular::plural(plain)
        .map(|(nominative, genitive)| plural_of(nominative, genitive))
        .unwrap_or_default();
    if listed(irregular::STRESSED_A) {
        let form = if plain.ends_with(['ь', 'й']) {
            format!("{}я", word.cut(1))
        } else {
            format!("{}а", word.lower)
        };
        let cases = [Case::Nominative, Case::Accusative];
        forms.extend(cases.map(|case| (Cell { case, number: Number::Plural }, form.clone())));
    }
    if listed(irregular::PLACE_IN_U) {
        let cell = Cell { case: Case::Locative, number: Number::Singular };
        let stem = irregular::stem(plain).unwrap_or_else(|| word.lower.clone());
        forms.push((
            cell,
            match stem.strip_suffix('й') {
                Some(stem) => format!("{stem}ю"),
                None => format!("{stem}у"),
            },
        ));
    }
    (!forms.is_empty()).then(|| noun(Gender::Masculine, forms))
}
