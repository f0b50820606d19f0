//! Which declensions a word may have, told from its ending. Where the ending leaves a doubt, the word is read in each way.

use super::adjectives::{agreeing, all_genders, is_possible, is_sure, stem_of};
use super::consonants::{feminine_with_mark, is_feminine, with_mark};
use super::nouns::{Men, feminine_consonant, fixed, foreign_man, in_a_singular, masculine, neuter, plural};
use super::paradigm::{Gender, Reading};
use super::sounds::{Class, Stem};
use super::unchanging::is_unchanging;
use super::word::{Word, ends_in, is_vowel};
use super::{first_names, fleeting, irregular, nouns, people};
use crate::forms::{Case, Number};

/// All ways to read a word; at least one.
pub(super) fn readings(word: &Word) -> Vec<Reading> {
    let lower = word.lower.as_str();
    if is_unchanging(word) || !is_latin(lower) || is_short_acronym(word) {
        return vec![fixed(lower, Gender::Neuter)];
    }
    if let Some(reading) = irregular::reading(lower) {
        return vec![reading];
    }
    let Some(last) = lower.chars().last() else { return Vec::new() };
    let base = &lower[..lower.len() - last.len_utf8()];
    let readings = match last {
        'a' => in_a(word, base),
        'o' => in_o(word, base),
        'e' => in_e(word, base),
        'y' => in_y(word, base),
        'i' => in_i(word, base),
        'ę' => vec![in_nasal(lower, base)],
        'u' if word.is_name && base.ends_with(['a', 'e']) => {
            vec![masculine(lower, &Stem::of(lower), Men::No)]
        }
        c if is_vowel(c) => Vec::new(),
        _ => in_consonant(word),
    };
    if readings.is_empty() { vec![fixed(lower, Gender::Neuter)] } else { readings }
}

/// Whether all letters are Latin: other alphabets have other grammars.
fn is_latin(lower: &str) -> bool {
    lower.chars().all(|c| c < '\u{250}')
}

/// Abbreviations in a vowel stay (PKO, CIA), but for those long enough to be said as a word: FIFA, IKEA.
fn is_short_acronym(word: &Word) -> bool {
    word.is_acronym
        && word.lower.ends_with(is_vowel)
        && !(word.lower.ends_with('a') && word.lower.chars().count() > 3)
}

/// The adjective as the word's capital asks for: a name in its own gender, an ordinary word in all.
fn adjective(word: &Word, gender: Gender) -> Option<Reading> {
    let stem = stem_of(&word.lower)?;
    if !word.is_name {
        return Some(all_genders(&stem));
    }
    let mut reading = agreeing(&stem, gender, gender == Gender::Masculine);
    if gender == Gender::Neuter {
        // Names of places keep an old ending: w Zakopanem.
        for case in [Case::Instrumental, Case::Locative] {
            reading.one(case, stem.with("em"));
        }
    }
    Some(reading)
}

fn in_a(word: &Word, base: &str) -> Vec<Reading> {
    let lower = word.lower.as_str();
    let mut readings = Vec::new();
    if is_possible(lower)
        && (!word.is_name
            || is_sure(lower)
            || ends_in(base, &["ow", "ov", "sk", "ln", "dn", "tn", "wn", "rn", "zn", "żn", "śn", "źn"]))
    {
        readings.extend(adjective(word, Gender::Feminine));
    }
    if is_sure(lower) {
        return readings;
    }
    let stem = base.strip_suffix('i').map_or_else(|| Stem::of(base), Stem::soft);
    let mut reading = nouns::in_a(lower, &stem, people::in_a(word));
    if word.is_plain && stem.class == Class::L {
        // Wisla stands for Wisła as well.
        for case in [Case::Dative, Case::Locative] {
            reading.one(case, format!("{base}e"));
        }
    }
    if word.is_name && matches!(stem.class, Class::Soft | Class::J) {
        // Hiszpania is no Hiszpan.
        let bare = crate::letters::fold(&stem.bare());
        reading.forms.retain(|(_, form)| crate::letters::fold(form) != bare);
    }
    if word.is_name && !readings.is_empty() {
        // Limanowa as a noun: towns and women have no plural, and it would be Limanów.
        reading.forms.retain(|(cell, _)| cell.number == Number::Singular);
    }
    readings.push(reading);
    readings
}

fn in_o(word: &Word, base: &str) -> Vec<Reading> {
    let lower = word.lower.as_str();
    let soft = base.strip_suffix('i');
    if soft.is_none() && base.ends_with(is_vowel) {
        return Vec::new();
    }
    let stem = soft.map_or_else(|| Stem::of(base), Stem::soft);
    let mut readings = vec![neuter(lower, &stem)];
    let is_town = ends_in(base, &["sk", "ck", "dzk", "ow", "ew", "zn", "dn", "mn", "st", "cz"]);
    if !word.is_name || is_town {
        return readings;
    }
    if soft.is_some() {
        readings.push(masculine(lower, &stem, Men::Person));
    } else {
        let mut reading = Reading::new(Gender::Masculine);
        if ends_in(base, &["k", "r", "ł"]) {
            in_a_singular(&mut reading, lower, &stem);
            reading.many(Case::Nominative, stem.with("owie"));
            reading.many(Case::Genitive, stem.with("ów"));
            reading.many(Case::Accusative, stem.with("ów"));
            reading.many_oblique(|ending| stem.with(ending));
        }
        reading.one(Case::Dative, stem.with("owi"));
        readings.push(reading);
    }
    readings
}

fn in_e(word: &Word, base: &str) -> Vec<Reading> {
    let lower = word.lower.as_str();
    if is_sure(lower) {
        return adjective(word, Gender::Neuter).into_iter().collect();
    }
    if let Some(soft) = base.strip_suffix('i') {
        let stem = Stem::soft(soft);
        if soft.ends_with(['k', 'g']) {
            return adjective(word, Gender::Neuter).into_iter().collect();
        }
        // Indie, Indii: foreign d, r, l before ie.
        if ends_in(soft, &["d", "r", "l", "t"]) && !soft.ends_with("dz") {
            let mut reading = plural(lower, &stem);
            reading.many(Case::Genitive, format!("{}i", stem.with("y")));
            return vec![reading];
        }
        // Zdjęcie, or the plural linie.
        let is_plural = soft.ends_with('n') && !ends_in(soft, &["an", "en"]) && !word.is_name;
        let mut readings = if is_plural { Vec::new() } else { vec![neuter(lower, &stem)] };
        let mut many = plural(lower, &stem);
        many.many(Case::Genitive, format!("{}i", stem.with("y")));
        readings.push(many);
        readings.extend(word.is_name.then(|| foreign_man(lower)));
        return readings;
    }
    let stem = Stem::of(base);
    match stem.class {
        Class::J => vec![plural(lower, &stem)],
        Class::Hardened if ends_in(base, &["ic", "yc", "owc"]) => vec![plural(lower, &stem)],
        Class::Hardened => vec![neuter(lower, &stem), plural(lower, &stem)],
        Class::L if base.len() > 2 && ends_in(base, &["gl", "pl", "bl", "cl", "dl", "tl"]) => {
            vec![masculine(lower, &stem, Men::No), plural(lower, &stem)]
        }
        Class::L => vec![neuter(lower, &stem), plural(lower, &stem)],
        Class::Hard | Class::Velar | Class::Hoarse => {
            let mut readings: Vec<Reading> = adjective(word, Gender::Neuter).into_iter().collect();
            if word.is_name {
                readings.push(foreign_man(lower));
                if ends_in(base, &["k", "g", "b", "p", "x", "v", "f", "on", "om"]) {
                    // The e is mute: Skype, Skypem.
                    readings.push(masculine(lower, &stem, Men::No));
                }
            }
            readings
        }
        Class::Soft | Class::Vowel => Vec::new(),
    }
}

fn in_y(word: &Word, base: &str) -> Vec<Reading> {
    let lower = word.lower.as_str();
    if base.ends_with(is_vowel) {
        return vec![masculine(lower, &Stem::of(lower), Men::No)];
    }
    let mut readings = Vec::new();
    let stem = Stem::of(base);
    let is_sure_plural = word.is_name
        && ends_in(base, &["in", "yn", "an", "on", "en", "ch", "ur", "ar", "od", "at", "aw"])
        && !is_sure(lower);
    if !is_sure_plural || first_names::is_man(lower) {
        readings.extend(adjective(word, Gender::Masculine));
    }
    if !is_sure(lower) && !first_names::is_man(lower) {
        readings.push(plural(lower, &stem));
    }
    readings
}

fn in_i(word: &Word, base: &str) -> Vec<Reading> {
    let lower = word.lower.as_str();
    let velar = base.ends_with(['k', 'g']);
    if is_sure(lower) || (velar && ends_in(base, &["sk", "ck", "dzk"])) {
        return adjective(word, Gender::Masculine).into_iter().collect();
    }
    if velar {
        return vec![plural(lower, &Stem::of(base))];
    }
    let native = base.strip_suffix('n').is_some_and(|head| !head.ends_with(is_vowel));
    if native && !word.is_name {
        return adjective(word, Gender::Masculine).into_iter().collect();
    }
    if word.is_name && !base.ends_with(is_vowel) { vec![foreign_man(lower)] } else { Vec::new() }
}

/// A neuter in -ę: ramię, ramienia; kurczę, kurczęcia.
fn in_nasal(lower: &str, base: &str) -> Reading {
    let (one, many, none) = if base.ends_with("mi") { ("eni", "on", "on") } else { ("ęci", "ęt", "ąt") };
    let mut reading = Reading::new(Gender::Neuter);
    for case in [Case::Nominative, Case::Accusative, Case::Vocative] {
        reading.one(case, lower);
        reading.many(case, format!("{base}{many}a"));
    }
    reading.one(Case::Genitive, format!("{base}{one}a"));
    reading.one(Case::Dative, format!("{base}{one}u"));
    reading.one(Case::Locative, format!("{base}{one}u"));
    reading.one(Case::Instrumental, format!("{base}{one}em"));
    reading.many(Case::Genitive, format!("{base}{none}"));
    reading.many_oblique(|ending| format!("{base}{many}{ending}"));
    reading
}

fn in_consonant(word: &Word) -> Vec<Reading> {
    let lower = word.lower.as_str();
    // Letters that are spelled out stay, unless the last one is called by a name that ends in a consonant: VRML-owi.
    if word.is_acronym && word.n_syllables() == 0 && !lower.ends_with(['f', 'l', 'm', 'n', 'r', 's', 'x']) {
        return Vec::new();
    }
    // Latin neuters stay in the singular: centrum, Millennium.
    if ends_in(lower, &["ium", "eum", "ntrum", "orum"]) {
        let mut reading = fixed(lower, Gender::Neuter);
        reading.forms.extend(plural(lower, &Stem::of(&lower[..lower.len() - 2])).forms);
        reading.many(Case::Nominative, format!("{}a", &lower[..lower.len() - 2]));
        return vec![reading];
    }
    let stems = fleeting::stems(word);
    if is_feminine(lower) {
        if let Some(soft) = feminine_with_mark(word).filter(|_| stems == [lower]) {
            return vec![feminine_consonant(lower, &Stem::of(&soft))];
        }
        return stems.iter().map(|stem| feminine_consonant(lower, &Stem::of(stem))).collect();
    }
    if let Some(people) = people::in_anin(lower) {
        return vec![people];
    }
    let men = people::in_consonant(word);
    let mut readings: Vec<Reading> =
        stems.iter().map(|stem| masculine(lower, &Stem::of(stem), men)).collect();
    if let Some(head) = lower.strip_suffix('c').filter(|head| word.is_name && head.ends_with(['a', 'i'])) {
        // The foreign c that sounds like k takes its endings: Cadillakiem.
        let mut reading = Reading::new(Gender::Masculine);
        reading.one(Case::Instrumental, format!("{head}kiem"));
        readings.push(reading);
    }
    if let Some(head) = lower.strip_suffix('x') {
        readings.push(masculine(lower, &Stem::of(&format!("{head}ks")), Men::No));
    }
    if word.is_name && ends_in(lower, &["sk", "ck", "ów"]) {
        // Towns have no plural, and Gdański, Krakowy would be adjectives.
        for reading in &mut readings {
            reading.forms.retain(|(_, form)| !ends_in(form, &["ski", "cki", "owy"]));
        }
    }
    if let Some(soft) = with_mark(word) {
        readings.push(masculine(lower, &Stem::of(&soft), Men::No));
    }
    readings
}
