//! Declensions of nouns, each from its stem.

use super::fleeting::without_ending;
use super::paradigm::{CASES, Gender, Reading};
use super::sounds::{Class, Stem};
use super::word::ends_in;
use crate::forms::Case::{Accusative, Dative, Genitive, Instrumental, Locative, Nominative, Vocative};
use crate::forms::{Cell, Number};

/// Whom a masculine noun may name; it decides the endings of the plural and the genitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Men {
    /// A thing, or nobody knows: Orlen, telefon.
    No,
    /// A name that a family may have: Nowakowie.
    Family,
    /// A first name: Janowie, and never Janu.
    Person,
    /// A profession or another kind of people, in small letters: klienci.
    Profession,
    /// A people: Polacy, and never Polaku of one.
    People,
}

/// A masculine noun: Wedel, Nowak, koń. `nominative` is the whole word, `stem` what endings are put to.
pub(super) fn masculine(nominative: &str, stem: &Stem, men: Men) -> Reading {
    let mut reading = Reading::new(Gender::Masculine);
    let with = |ending: &str| stem.with(ending);
    reading.one(Nominative, nominative);
    reading.one(Accusative, nominative);
    for case in [Genitive, Accusative] {
        reading.one(case, with("a"));
    }
    // People have only -a; of things nobody can tell.
    if !matches!(men, Men::Person | Men::People) {
        reading.one(Genitive, with("u"));
    }
    reading.one(Dative, with("owi"));
    reading.one(Instrumental, with("em"));
    for case in [Locative, Vocative] {
        match stem.class {
            Class::Hard => reading.one(case, stem.softened().unwrap_or_else(|| with("u"))),
            _ => reading.one(case, with("u")),
        }
    }
    masculine_plural(&mut reading, stem, men);
    reading
}

fn masculine_plural(reading: &mut Reading, stem: &Stem, men: Men) {
    let with = |ending: &str| stem.with(ending);
    let things = match stem.class {
        Class::Hard | Class::Velar | Class::Hoarse => with("y"),
        _ => with("e"),
    };
    for case in [Nominative, Accusative, Vocative] {
        reading.many(case, things.clone());
    }
    for case in [Nominative, Vocative] {
        match men {
            Men::No => {}
            Men::Family | Men::Person => reading.many(case, with("owie")),
            Men::Profession | Men::People => {
                reading.many(case, with("owie"));
                if let Some(form) = stem.of_men() {
                    reading.many(case, form);
                }
            }
        }
    }
    for case in [Genitive, Accusative] {
        reading.many(case, with("ów"));
        if matches!(stem.class, Class::Soft | Class::Hardened | Class::L | Class::J) {
            reading.many(case, with("y"));
        }
    }
    reading.many_oblique(with);
}

/// The genitives of a noun in -a, which serve as dative and locative too where the stem cannot soften: Zosi, Marii, Gdyni.
pub(super) fn genitives_in_a(stem: &Stem) -> Vec<String> {
    let plain = stem.with("y");
    if stem.class != Class::Soft || ends_in(&stem.base, &["c", "s", "z"]) {
        return vec![plain];
    }
    let foreign = format!("{plain}i");
    // Gdynia, Gdyni and Dania, Danii; ziemia, ziemi and chemia, chemii.
    if ends_in(&stem.base, &["n", "b", "p", "w", "m", "f"]) { vec![plain, foreign] } else { vec![foreign] }
}

/// A feminine noun in -a, or a man's name in -a: Żabka, Gdynia, Duda.
pub(super) fn in_a(nominative: &str, stem: &Stem, men: Men) -> Reading {
    let mut reading = Reading::new(Gender::Feminine);
    in_a_singular(&mut reading, nominative, stem);
    let with = |ending: &str| stem.with(ending);
    let many = match stem.class {
        Class::Hard | Class::Velar | Class::Hoarse => with("y"),
        _ => with("e"),
    };
    for case in [Nominative, Accusative, Vocative] {
        reading.many(case, many.clone());
    }
    for form in without_ending(stem) {
        reading.many(Genitive, form);
    }
    if !matches!(stem.class, Class::Hard | Class::Velar | Class::Hoarse) {
        for form in genitives_in_a(stem) {
            reading.many(Genitive, form);
        }
    }
    if men != Men::No {
        let of_men = if men == Men::Family { Some(with("owie")) } else { stem.of_men() };
        for case in [Nominative, Vocative] {
            reading.forms.extend(of_men.clone().map(|form| (Cell { case, number: Number::Plural }, form)));
        }
        for case in [Genitive, Accusative] {
            reading.many(case, with("ów"));
        }
    }
    reading.many_oblique(with);
    reading
}

/// The singular of the declension in -a, which men's names in -o share: Kościuszko, Kościuszki.
pub(super) fn in_a_singular(reading: &mut Reading, nominative: &str, stem: &Stem) {
    reading.one(Nominative, nominative);
    let genitives = genitives_in_a(stem);
    for form in &genitives {
        reading.one(Genitive, form.clone());
    }
    for case in [Dative, Locative] {
        match stem.softened() {
            Some(form) => reading.one(case, form),
            None => genitives.iter().for_each(|form| reading.one(case, form.clone())),
        }
    }
    reading.one(Accusative, stem.with("ę"));
    reading.one(Instrumental, stem.with("ą"));
    reading.one(Vocative, stem.with("o"));
    if matches!(stem.class, Class::Soft | Class::L) {
        // Kasiu, Olu.
        reading.one(Vocative, stem.with("u"));
    }
}

/// A feminine noun in a consonant: jakość, noc, Łódź.
pub(super) fn feminine_consonant(nominative: &str, stem: &Stem) -> Reading {
    let mut reading = Reading::new(Gender::Feminine);
    let genitive = stem.with("y");
    reading.one(Nominative, nominative);
    reading.one(Accusative, nominative);
    for case in [Genitive, Dative, Locative, Vocative] {
        reading.one(case, genitive.clone());
    }
    reading.one(Instrumental, stem.with("ą"));
    for case in [Nominative, Accusative, Vocative] {
        reading.many(case, genitive.clone());
        reading.many(case, stem.with("e"));
    }
    reading.many(Genitive, genitive);
    reading.many_oblique(|ending| stem.with(ending));
    reading
}

/// A neuter noun in -o, -e or -ie: miasto, morze, zdjęcie.
pub(super) fn neuter(nominative: &str, stem: &Stem) -> Reading {
    let mut reading = Reading::new(Gender::Neuter);
    for case in [Nominative, Accusative, Vocative] {
        reading.one(case, nominative);
        reading.many(case, stem.with("a"));
    }
    reading.one(Genitive, stem.with("a"));
    reading.one(Dative, stem.with("u"));
    reading.one(Instrumental, stem.with("em"));
    match stem.class {
        Class::Hard => reading.one(Locative, stem.softened().unwrap_or_else(|| stem.with("u"))),
        _ => reading.one(Locative, stem.with("u")),
    }
    for form in without_ending(stem) {
        reading.many(Genitive, form);
    }
    if matches!(stem.class, Class::Hardened | Class::Soft | Class::L | Class::J) {
        reading.many(Genitive, stem.with("y"));
    }
    reading.many_oblique(|ending| stem.with(ending));
    reading
}

/// A noun that has only a plural: Winiary, Katowice, Powązki. Its genitive has no ending or -ów, -i.
pub(super) fn plural(nominative: &str, stem: &Stem) -> Reading {
    let mut reading = Reading::new(Gender::Plural);
    for case in [Nominative, Accusative, Vocative] {
        reading.many(case, nominative);
    }
    for form in without_ending(stem) {
        reading.many(Genitive, form);
    }
    match stem.class {
        Class::Hard | Class::Velar | Class::Hoarse => reading.many(Genitive, stem.with("ów")),
        // Katowice and Kielce have no other genitive.
        Class::Hardened if nominative.ends_with("ce") => {}
        Class::Hardened if nominative.ends_with('y') => reading.many(Genitive, stem.with("ów")),
        _ => reading.many(Genitive, stem.with("y")),
    }
    reading.many_oblique(|ending| stem.with(ending));
    reading
}

/// A word that never changes, in every case of both numbers, so that it agrees with anything.
pub(super) fn fixed(word: &str, gender: Gender) -> Reading {
    let mut reading = Reading::new(gender);
    for case in CASES {
        reading.one(case, word);
    }
    reading
}

/// The forms of a foreign man's name in -i or -e: Morettiego, Linnego.
pub(super) fn foreign_man(nominative: &str) -> Reading {
    let mut reading = Reading::new(Gender::Masculine);
    let e = if nominative.ends_with('e') { "" } else { "e" };
    for case in [Nominative, Vocative] {
        reading.one(case, nominative);
    }
    for case in [Genitive, Accusative] {
        reading.one(case, format!("{nominative}{e}go"));
    }
    reading.one(Dative, format!("{nominative}{e}mu"));
    for case in [Instrumental, Locative] {
        reading.one(case, format!("{nominative}m"));
    }
    reading
}
