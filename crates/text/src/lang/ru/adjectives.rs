//! Adjectives, and names that decline like them (Достоевский, Толстой, Столичная).

use crate::forms::{Case, Cell, Number};

use super::nouns::{Gender, Kind, Reading};
use super::tables::{ADJECTIVE, Declension, POSSESSIVE, PRONOUN, SOFT_ADJECTIVE, decline};
use super::word::{Word, ends_with_any, is_consonant, is_husher, is_vowel, list, n_vowels};

use std::collections::HashSet;
use std::sync::LazyLock;

/// Nouns in -ой; the shorter words in -ой (Цой, бой) are nouns without being listed.
const NOUNS_OY: &str = "\
    герой покой прибой застой устой забой отбой перебой разбой запой водопой изгой ковбой настой удой постой левкой гобой подвой \
    сбой пробой убой";
/// Adjectives on -ой of one syllable.
const ADJECTIVES_OY: &str = "злой";
/// Adjectives in -ний with a vowel before it; Евгений and гений are nouns.
const ADJECTIVES_NIY: &str = "синий";
/// Possessive adjectives: медвежий, медвежьего.
const POSSESSIVES: &str = "\
    третий медвежий волчий лисий рыбий божий птичий коровий козий овечий охотничий олений заячий кошачий собачий вражий";
/// Nouns in -гий, -хий, -кий, -жий.
const NOUNS_IY: &str = "сергий георгий елевферий акакий лукий";
/// Nouns in -ая, -яя.
const NOUNS_AYA: &str = "стая свая рая гая мая ая аглая фая тая хая";
/// Nouns in -ое, -ее, -ие, -ые that no rule below tells.
const NOUNS_IE: &str = "оружие";

/// Stems of the possessive pronouns.
const PRONOUNS: &str = "мо тво сво наш ваш";

static NOT_ADJECTIVES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    [NOUNS_OY, NOUNS_IY, NOUNS_AYA, NOUNS_IE].into_iter().flat_map(str::split_whitespace).collect()
});
static POSSESSIVE_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(POSSESSIVES));

/// The readings of a word as an adjective: of its own gender when it is a name, else of all.
pub(super) fn readings(word: &Word) -> Vec<Reading> {
    let Some((gender, tables)) = recognise(word) else { return vec![] };
    let stem = word.cut(2);
    let mut found = vec![];
    for (which, table) in [Gender::Masculine, Gender::Feminine, Gender::Neuter].into_iter().zip(tables) {
        let own = which == gender;
        if own || !word.capital || gender == Gender::Plural {
            found.push(reading(word, stem, which, table, own));
        }
    }
    if gender == Gender::Plural {
        let plural = found.iter().flat_map(|reading| reading.forms.iter());
        let forms = plural.filter(|(cell, _)| cell.number == Number::Plural).cloned().collect();
        let plural = Reading { kind: Kind::Adjective, gender: Gender::Plural, forms };
        if word.capital {
            return vec![plural];
        }
        found.insert(0, plural);
    }
    found
}

/// The readings of a possessive pronoun: мой, наша.
pub(super) fn pronoun(word: &Word) -> Vec<Reading> {
    let plain = word.plain.as_str();
    let Some(stem) = PRONOUNS
        .split_whitespace()
        .find(|stem| plain.strip_prefix(stem).is_some_and(|rest| rest.chars().count() < 2))
    else {
        return vec![];
    };
    let rest = &plain[stem.len()..];
    let (gender, number) = match rest {
        "" | "й" => (Gender::Masculine, Number::Singular),
        "я" | "а" => (Gender::Feminine, Number::Singular),
        "е" => (Gender::Neuter, Number::Singular),
        "и" => (Gender::Plural, Number::Plural),
        _ => return vec![],
    };
    let table = match gender {
        Gender::Masculine | Gender::Plural => &PRONOUN[0],
        Gender::Feminine => &PRONOUN[1],
        Gender::Neuter => &PRONOUN[2],
    };
    let mut forms = decline(table, &word.lower, stem, &[]);
    forms.retain(|(cell, _)| cell.number == Number::Plural || number == Number::Singular);
    vec![Reading { kind: Kind::Adjective, gender, forms }]
}

/// Whether a word in -ой, -ий and the like may also be a noun (Болой).
pub(super) fn is_surely_adjective(word: &Word) -> bool {
    let plain = word.plain.as_str();
    match word.letter_back(1) {
        Some('о') if plain.ends_with("ой") => {
            !word.capital || ends_with_any(plain, "ской ной вой той лой хой цкой")
        }
        _ => true,
    }
}

fn reading(word: &Word, stem: &str, gender: Gender, table: &Declension, own: bool) -> Reading {
    let last = stem.chars().next_back().unwrap_or('-');
    let nominative = if own {
        word.lower.clone()
    } else if is_husher(last) || matches!(last, 'к' | 'г' | 'х') || std::ptr::eq(table, &SOFT_ADJECTIVE[0])
    {
        format!("{stem}ий")
    } else {
        format!("{stem}ый")
    };
    let mut forms = decline(table, &nominative, stem, &[]);
    if gender == Gender::Masculine && !own && std::ptr::eq(table, &ADJECTIVE[0]) {
        // Which of новый and большой it is depends on the stress.
        for case in [Case::Nominative, Case::Accusative] {
            forms.push((Cell { case, number: Number::Singular }, format!("{stem}ой")));
        }
    }
    if gender == Gender::Feminine && is_surname(&word.plain) && word.capital {
        forms.retain(|(cell, _)| cell.number == Number::Singular);
    }
    Reading { kind: Kind::Adjective, gender, forms }
}

fn is_surname(plain: &str) -> bool {
    ends_with_any(plain, "ская цкая")
}

fn recognise(word: &Word) -> Option<(Gender, &'static [Declension; 3])> {
    let plain = word.plain.as_str();
    let stem = word.cut(2);
    if stem.is_empty() || NOT_ADJECTIVES.contains(plain) {
        return None;
    }
    if POSSESSIVE_SET.contains(plain) {
        return Some((Gender::Masculine, &POSSESSIVE));
    }
    let last = word.letter_back(2)?;
    let of_stem = if is_husher(last) { &SOFT_ADJECTIVE } else { &ADJECTIVE };
    match super::word::plain(&word.lower[stem.len()..]).as_str() {
        "ый" => Some((Gender::Masculine, &ADJECTIVE)),
        "ой" if n_vowels(plain) > 1 || ADJECTIVES_OY.contains(plain) => {
            Some((Gender::Masculine, &ADJECTIVE))
        }
        "ий" => masculine_iy(word, last).map(|tables| (Gender::Masculine, tables)),
        "ая" if is_consonant(last) => Some((Gender::Feminine, of_stem)),
        "яя" => Some((Gender::Feminine, &SOFT_ADJECTIVE)),
        "ое" if is_consonant(last) => Some((Gender::Neuter, of_stem)),
        "ее" if is_husher(last)
            || last == 'н' && word.letter_back(3).is_some_and(is_consonant) && word.capital =>
        {
            Some((Gender::Neuter, &SOFT_ADJECTIVE))
        }
        "ее" if ends_with_any(plain, "днее рхнее жнее шнее тнее ннее") => {
            Some((Gender::Neuter, &SOFT_ADJECTIVE))
        }
        "ые" => Some((Gender::Plural, &ADJECTIVE)),
        "ие" if matches!(last, 'к' | 'г' | 'х') => Some((Gender::Plural, &ADJECTIVE)),
        "ие" if matches!(last, 'ш' | 'щ') => Some((Gender::Plural, &SOFT_ADJECTIVE)),
        "ие" if ends_with_any(plain, "дние рхние жние шние чие жие") => {
            Some((Gender::Plural, &SOFT_ADJECTIVE))
        }
        _ => None,
    }
}

fn masculine_iy(word: &Word, last: char) -> Option<&'static [Declension; 3]> {
    match last {
        'к' | 'г' | 'х' => Some(&ADJECTIVE),
        _ if is_husher(last) => Some(&SOFT_ADJECTIVE),
        'н' if ADJECTIVES_NIY.contains(word.plain.as_str()) => Some(&SOFT_ADJECTIVE),
        'н' if word.letter_back(3).is_some_and(|c| !is_vowel(c)) => Some(&SOFT_ADJECTIVE),
        _ => None,
    }
}
