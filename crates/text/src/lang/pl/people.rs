//! Who may be a man or a people, and so has a plural of men: Nowakowie, Polacy, klienci.

use super::first_names;
use super::lists::{Words, words};
use super::nouns::{Men, masculine};
use super::paradigm::Reading;
use super::sounds::Stem;
use super::word::{Word, ends_in};
use crate::forms::{Case, Number};

/// What a masculine noun in a consonant may name.
pub(super) fn in_consonant(word: &Word) -> Men {
    let lower = word.lower.as_str();
    if first_names::is_man(lower) {
        return Men::Person;
    }
    if PEOPLES.contains(lower) || (word.is_name && ends_in(lower, &["czyk"])) {
        return Men::People;
    }
    if word.is_name {
        return if may_be_family(word) { Men::Family } else { Men::No };
    }
    if ends_in(lower, PROFESSIONS) && !THINGS.contains(lower) { Men::Profession } else { Men::No }
}

/// What a noun in -a may name besides a woman or a thing.
pub(super) fn in_a(word: &Word) -> Men {
    let lower = word.lower.as_str();
    if first_names::is_woman(lower) {
        return Men::No;
    }
    if ends_in(lower, &["ista", "ysta", "owca", "awca", "jca", "dca"]) && !word.is_name {
        return Men::Profession;
    }
    let is_thing = ends_in(lower, &["ka", "ia", "ja", "ica", "yca", "ana", "ina", "yna", "ea", "oa"]);
    if may_be_family(word) && !is_thing { Men::Family } else { Men::No }
}

/// A surname is written with one capital, and without letters that Polish lacks.
fn may_be_family(word: &Word) -> bool {
    word.written.chars().next().is_some_and(char::is_uppercase)
        && word.written.chars().filter(|c| c.is_uppercase()).count() == 1
        && !word.lower.contains(['x', 'q', 'v'])
}

/// A member of a people or town in -anin: Rosjanin, Rosjanie, Rosjan.
pub(super) fn in_anin(lower: &str) -> Option<Reading> {
    let base = lower.strip_suffix("anin").map(|head| format!("{head}an"))?;
    let mut reading = masculine(lower, &Stem::of(lower), Men::People);
    reading.forms.retain(|(cell, _)| cell.number == Number::Singular);
    for case in [Case::Nominative, Case::Vocative] {
        reading.many(case, format!("{base}ie"));
    }
    for case in [Case::Genitive, Case::Accusative] {
        reading.many(case, base.clone());
        reading.many(case, format!("{base}ów"));
    }
    reading.many_oblique(|ending| format!("{base}{ending}"));
    Some(reading)
}

/// Endings of nouns that name people by what they do.
const PROFESSIONS: &[&str] = &[
    "ent", "ant", "tor", "sor", "nik", "ownik", "yk", "czyk", "log", "graf", "men", "owiec", "awiec", "spec",
    "oszust", "prezes", "dent", "at", "ef", "owicz", "er",
];

/// Things that end like professions.
static THINGS: Words = Words::new(|| {
    words(
        "\
    dokument moment element argument procent segment fragment incydent komputer numer router papier
    serwer folder transfer spacer rower plaster blender mikser laser monitor telewizor traktor kolor
    motor humor czynnik wynik silnik ręcznik dziennik cennik termometr plik język format klimat temat
    automat cytat mandat plakat dyktat katalog dialog blog wariant tygodnik obiekt",
    )
});

/// Peoples whose name no ending tells.
static PEOPLES: Words = Words::new(|| {
    words(
        "\
    polak słowak krzyżak ślązak anglik norweg szwed czech chorwat serb włoch turek grek fin żyd arab cygan rom
    czeczen francuz hiszpan szkot belg hindus niemiec ukrainiec białorusin litwin łotysz estończyk
    węgier rumun bułgar słoweniec bośniak albańczyk kozak tatar kurd murzyn buszmen gruzin ormianin
    kazach uzbek mongoł pers irakijczyk turkmen afgan kaszub góral mazur krakus warszawiak poznaniak
    bask katalończyk sas prusak moskal jankes szwajcar austriak kanadyjczyk peruwianin kubańczyk pigmej
    wietnamczyk koreańczyk japończyk chińczyk duńczyk",
    )
});
