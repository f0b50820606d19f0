//! Adjectives and the names that are declined like them: Kowalski, Łaciate, gorąca.

use super::lists::{Words, as_written, words};
use super::paradigm::{CASES, Gender, Reading};
use super::sounds::{Class, Stem};
use super::word::ends_in;
use crate::forms::Case::{self, Accusative, Dative, Genitive, Instrumental, Locative, Nominative, Vocative};
use crate::letters::fold;

/// Endings of the singular as they stand behind a hard consonant: nominative to vocative.
const MASCULINE: [&[&str]; 7] = [&["y"], &["ego"], &["emu"], &["ego", "y"], &["ym"], &["ym"], &["y"]];
const FEMININE: [&[&str]; 7] = [&["a"], &["ej"], &["ej"], &["ą"], &["ą"], &["ej"], &["a"]];
const NEUTER: [&[&str]; 7] = [&["e"], &["ego"], &["emu"], &["e"], &["ym"], &["ym"], &["e"]];

/// The adjective's stem, if a word of this ending can be one: behind -y, -i, -a, -e.
pub(super) fn stem_of(lower: &str) -> Option<Stem> {
    let (base, ending) = lower.char_indices().next_back().map(|(at, c)| (&lower[..at], c))?;
    match ending {
        'y' | 'a' | 'e' if base.is_empty() => None,
        // Typed without its mark: bialy.
        'y' if base.ends_with('l') => Some(Stem::of(&format!("{}ł", &base[..base.len() - 1]))),
        'y' => Some(Stem::of(base))
            .filter(|stem| matches!(stem.class, Class::Hard | Class::Hardened | Class::Hoarse)),
        'i' if base.ends_with(['k', 'g']) => Some(Stem::of(base)),
        'i' => Some(Stem::soft(base)),
        'a' | 'e' => match base.strip_suffix('i') {
            Some(velar) if velar.ends_with(['k', 'g']) && ending == 'e' => Some(Stem::of(velar)),
            Some(soft) => Some(Stem::soft(soft)),
            None => {
                let stem = Stem::of(base);
                let hard = matches!(stem.class, Class::Hard | Class::Hardened | Class::Hoarse);
                (hard || (stem.class == Class::Velar && ending == 'a')).then_some(stem)
            }
        },
        _ => None,
    }
}

/// The adjective in one gender and the plural that belongs to it.
pub(super) fn agreeing(stem: &Stem, gender: Gender, of_men: bool) -> Reading {
    let mut reading = Reading { is_adjective: true, ..Reading::new(gender) };
    match gender {
        Gender::Masculine => singular(&mut reading, stem, &MASCULINE),
        Gender::Feminine => singular(&mut reading, stem, &FEMININE),
        Gender::Neuter => singular(&mut reading, stem, &NEUTER),
        Gender::Plural => {}
    }
    plural(&mut reading, stem, of_men);
    reading
}

/// The adjective in all genders, as an ordinary word.
pub(super) fn all_genders(stem: &Stem) -> Reading {
    let mut reading = agreeing(stem, Gender::Masculine, true);
    for gender in [Gender::Feminine, Gender::Neuter] {
        for (cell, form) in agreeing(stem, gender, true).forms {
            reading.add(cell.number, cell.case, form);
        }
    }
    reading
}

fn singular(reading: &mut Reading, stem: &Stem, endings: &[&[&str]; 7]) {
    for (case, endings) in CASES.iter().zip(endings) {
        for ending in *endings {
            reading.one(*case, stem.with(ending));
        }
    }
}

fn plural(reading: &mut Reading, stem: &Stem, of_men: bool) {
    let same: [(Case, &str); 7] = [
        (Nominative, "e"),
        (Genitive, "ych"),
        (Dative, "ym"),
        (Accusative, "e"),
        (Accusative, "ych"),
        (Instrumental, "ymi"),
        (Locative, "ych"),
    ];
    for (case, ending) in same {
        reading.many(case, stem.with(ending));
    }
    reading.many(Vocative, stem.with("e"));
    if of_men {
        for form in nominative_of_men(stem) {
            for case in [Nominative, Vocative] {
                reading.many(case, form.clone());
            }
        }
    }
}

/// Kowalscy, dobrzy, zadowoleni, duzi.
fn nominative_of_men(stem: &Stem) -> Vec<String> {
    let mut forms: Vec<String> = stem.of_men().into_iter().collect();
    if let Some(head) = stem.base.strip_suffix("on") {
        forms.push(format!("{head}eni"));
    }
    if let Some(head) = stem.base.strip_suffix('ż') {
        forms.push(format!("{head}zi"));
    }
    forms
}

/// Whether the word is declined like an adjective only, by its ending: surnames and names of places in -ski, -cka, -owy, -icznej.
pub(super) fn is_sure(lower: &str) -> bool {
    let Some(stem) = stem_of(lower) else { return false };
    let base = stem.base.as_str();
    if NOUNS_IN_A.contains(lower)
        || matches!(lower, "droga" | "prawa" | "lewa" | "stała")
        || lower.ends_with("opolska")
    {
        return false;
    }
    BASES.contains(base)
        || ends_in(
            base,
            &[
                "ńsk", "wsk", "jsk", "rsk", "msk", "psk", "bsk", "lsk", "ck", "dzk", "czn", "aln", "iln",
                "jn", "ijn", "ąc",
            ],
        )
        || (!lower.ends_with('a')
            && ends_in(
                base,
                &[
                    "sk", "ow", "ln", "nn", "mn", "bn", "dn", "tn", "wn", "rn", "sn", "zn", "żn", "śn", "źn",
                    "iw", "ał", "ęt", "ist", "yst", "at", "it", "nicz",
                ],
            )
            && !lower.ends_with("aty"))
}

/// Whether the word may be an adjective as well as a noun: it is read both ways.
pub(super) fn is_possible(lower: &str) -> bool {
    let Some(stem) = stem_of(lower) else { return false };
    if NOUNS_IN_A.contains(lower) {
        return false;
    }
    is_sure(lower)
        || BASES_TYPED.contains(stem.base.as_str())
        || ends_in(
            &stem.base,
            &[
                "sk", "ow", "ov", "ln", "nn", "mn", "bn", "dn", "tn", "wn", "rn", "sn", "zn", "żn", "pn",
                "bn", "on", "an", "ęt", "iw", "yw", "it", "at", "ut", "st", "ał", "eł", "sz", "nicz", "owcz",
                "ąż",
            ],
        )
}

/// Nouns in -a whose ending looks like an adjective's.
static NOUNS_IN_A: Words = Words::new(|| {
    words(
        "\
    wojna polska alaska maska deska łaska wioska troska miska kaska kiełbaska mowa głowa krowa połowa rozmowa
    budowa umowa odmowa warszawa kawa sprawa dostawa zabawa wystawa naprawa poprawa potrawa wyprawa
    obawa sowa wdowa osnowa kanna anna hanna joanna zuzanna wanna panna sauna sosna wiosna cena scena
    zmiana ściana rana strona ochrona korona zasłona opona barcelona lizbona verona werona arizona
    chata herbata mata strata wpłata opłata data sałata armata wizyta kobieta poczta lista kwota minuta
    nuta reputacja planeta rakieta gazeta dieta moneta toaleta oferta karta marta warta szkoła skała
    chwała tafla kasza cisza tęcza prasa kasa klasa trasa usługa obsługa sukienka dorota beata renata
    małgorzata agata aneta danuta marzena helena irena milena magdalena bożena elena diana oksana ana
    bogdana sułtana banana hiszpana szyna maszyna dziewczyna rodzina godzina wina kina lina mina
    karolina martyna katarzyna grażyna justyna paulina sabina regina malina krystyna alina marina
    polana reklama księżna trumna kolumna kabina witryna studnia gwiazda jazda izba liczba prośba
    groźba służba",
    )
});

/// Stems of common adjectives that their ending does not tell.
static BASES: Words = Words::new(|| {
    as_written(
        "\
    dobr zł now star mał duż wielk młod czarn biał czerwon zielon żółt niebiesk szar złot srebrn czyst
    brudn zimn gorąc ciepł śwież drog tan wysok nisk szybk woln dług krótk szerok wąsk głębok pełn pust
    cał jasn ciemn mocn słab silny siln miękk tward ostr słodk gorzk kwaśn słon zdrow chor mądr głup
    mił piękn ładn brzydk bogat biedn wesoł smutn praw lew ważn główn trudn łatw prost krzyw równ stał
    ostatn pierwsz drug trzec czwart piąt ciężk lekk nasz wasz każd żadn inn sam obc cudz dzik such
    mokr cich głośn święt żyw martw bos łys gładk rzadk częst gęst łagodn pyszn smaczn modn narodow
    polsk wiejsk miejsk wspaniał doskonał okropn straszn fataln tragiczn kolorow letn zimow jesienn
    wiosenn ludow lepsz gorsz większ mniejsz starsz młodsz najlepsz najgorsz dawn pewn różn wszystk tak
    jak sprawn wspóln darmow nocn dzienn roczn białogłow bystr hard krwaw świętokrzysk łaciat kudłat
    skrzydlat chud grub płask śmiał okrągł nagł zwykł dojrzał trwał ospał",
    )
});

/// The same stems as typed without Polish letters.
static BASES_TYPED: Words = Words::new(|| BASES.iter().map(|base| fold(base).into()).collect());
