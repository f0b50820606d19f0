//! Which words have slips, and with which reasons.
//!
//! Slips are for names: words with a capital, of [`LETTERS_MIN`] letters or more. An ordinary word in small letters has none, since its
//! slips would bring in strangers and nobody disguises it; only its marks may be missing, as in cafe.
//!
//! A slip that is an ordinary word of its own alphabet is left out (Лады, but not lady), unless it is the name itself as the other
//! alphabet spells and inflects it: whoever watches Ozon means «Озон» and «на Озоне» as well. Such a form wants a capital, for with a
//! small letter it is the ordinary word: see [`Form::needs_capital`].

use super::gathering::Gathering;
use super::phrase::{Agreement, rows_in};
use super::{Form, Lang, Number, Places, Reason, written_only};
use crate::slips::{
    LETTERS_MAX, LETTERS_MIN, disguised, in_other_layout, to_cyrillic, to_latin, without_marks,
};

/// Fewest letters of a phrase that has slips.
const PHRASE_LETTERS_MIN: usize = 6;
/// So many spellings of a name are inflected; the rest is looked for in its first form only.
const INFLECTED_SPELLINGS_MAX: usize = 2;

/// Fewest letters of an inflected form in Latin letters: a shorter one is a foreign name of its own (Барр, but not Barry).
const LATIN_FORM_LETTERS_MIN: usize = 6;

/// Adds the slips of a word to its inflected forms.
pub(super) fn add_slips(written: &str, gathering: &mut Gathering) {
    let plain = gathering.so_far().to_vec();
    for form in &plain {
        for bare in without_marks(&form.shown) {
            gathering.add_slip(&bare, form.slipped(Reason::Transliterated));
        }
    }
    if !is_name(written) {
        return;
    }
    for slip in slips_of_name(written, &plain) {
        if (!slip.ordinary || is_name_abroad(&slip)) && slip.text.chars().count() >= LETTERS_MIN {
            gathering.add_slip(&slip.shown, slip.reasons);
        }
    }
}

/// Whether a slip is the name in the other alphabet: itself, or in a case of the language that reads it. A Russian case in Latin letters
/// (Лады as Lady) is none.
fn is_name_abroad(slip: &Form) -> bool {
    match slip.reasons.as_slice() {
        [Reason::Transliterated] => true,
        [Reason::Transliterated, ..] => Lang::Ru.owns(&slip.shown),
        _ => false,
    }
}

fn slips_of_name(written: &str, plain: &[Form]) -> Vec<Form> {
    let mut slips = Vec::new();
    let mut add = |shown: &str, reasons: Vec<Reason>| slips.extend(Form::of(shown, reasons));
    let spellings = in_other_alphabet(written);
    for spelling in &spellings {
        add(spelling, vec![Reason::Transliterated]);
    }
    for form in plain.iter().filter(|form| Lang::Ru.owns(written) && is_of_one(form)) {
        for spelling in commonest(&in_other_alphabet(&form.shown)).filter(|each| is_long_form(each)) {
            add(spelling, form.slipped(Reason::Transliterated));
        }
    }
    for spelling in commonest(&spellings) {
        for (shown, cell) in inflected_abroad(spelling) {
            add(&shown, vec![Reason::Transliterated, cell]);
        }
    }
    for form in plain.iter().filter(|form| is_mistyped(written, form)) {
        if let Some(typed) = in_other_layout(&form.shown) {
            add(&typed, form.slipped(Reason::Layout));
        }
    }
    for name in std::iter::once(written.to_owned()).chain(without_marks(written)) {
        for disguise in disguised(&name) {
            add(&disguise, vec![Reason::LookAlike]);
        }
    }
    slips
}

/// The spellings that are inflected: the first Cyrillic ones, and the first Latin one, with and without the x of a brand.
fn commonest(spellings: &[String]) -> impl Iterator<Item = &String> {
    let is_common = |(nth, spelling): &(usize, &String)| {
        *nth == 0 || Lang::Ru.owns(spelling) || spelling.to_lowercase().contains('x')
    };
    spellings.iter().enumerate().filter(is_common).map(|(_, spelling)| spelling).take(INFLECTED_SPELLINGS_MAX)
}

fn is_long_form(latin: &str) -> bool {
    latin.chars().count() >= LATIN_FORM_LETTERS_MIN
}

/// A spelling in the cases of the language that reads it. A Pole speaks of one Sber only.
fn inflected_abroad(spelling: &str) -> Vec<(String, Reason)> {
    if Lang::Ru.owns(spelling) {
        return Lang::Ru.forms(spelling);
    }
    let mut forms = Lang::Pl.forms(spelling);
    forms.retain(|(shown, reason)| !is_plural(reason) && is_long_form(shown));
    forms
}

/// Whether a form speaks of one. In Latin letters nobody writes of several Ladas, and Ladakh is a place in India.
fn is_of_one(form: &Form) -> bool {
    form.reasons.iter().any(|reason| !is_plural(reason))
}

fn is_plural(reason: &Reason) -> bool {
    match reason {
        Reason::Inflected(_, cell) => cell.number == Number::Plural,
        Reason::Written
        | Reason::English(_)
        | Reason::Transliterated
        | Reason::Layout
        | Reason::LookAlike
        | Reason::Added => false,
    }
}

/// Adds the rows in which a phrase or compound is slipped.
pub(super) fn add_slips_to_rows(words: &[String], agreement: Agreement, rows: &mut Vec<Places>) {
    for place in rows.iter_mut().flatten() {
        add_without_marks(place);
    }
    let n_letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let is_name = words.iter().any(|word| has_capital(word));
    if !is_name || !(PHRASE_LETTERS_MIN..=LETTERS_MAX * 2).contains(&n_letters) {
        return;
    }
    let mut slipped = vec![words.iter().map(|word| disguises_of_place(word)).collect()];
    slipped.extend(rows_in_other_alphabet(words, agreement, rows));
    let russian = words.iter().any(|word| Lang::Ru.owns(word));
    let n_mistyped = if russian { rows.len() } else { 1 };
    for row in rows.iter().take(n_mistyped) {
        slipped.push(row.iter().map(|place| typed_place(place)).collect());
    }
    slipped.retain(|row: &Places| row.iter().all(|place| !place.is_empty()));
    rows.extend(slipped);
}

fn add_without_marks(place: &mut Vec<Form>) {
    let mut gathering = Gathering::default();
    for form in place.iter() {
        for bare in without_marks(&form.shown) {
            gathering.add_slip(&bare, form.slipped(Reason::Transliterated));
        }
    }
    for slip in gathering.forms() {
        if place.iter().all(|form| form.text != slip.text) {
            place.push(slip);
        }
    }
}

/// The word itself or a disguise of it.
fn disguises_of_place(word: &str) -> Vec<Form> {
    let mut forms = written_only(word);
    if is_name(word) {
        forms.extend(disguised(word).iter().filter_map(|each| Form::of(each, vec![Reason::LookAlike])));
    }
    forms
}

/// A place typed with the other layout.
fn typed_place(place: &[Form]) -> Vec<Form> {
    let mut gathering = Gathering::default();
    for form in place.iter().filter(|form| !form.is_slip()) {
        if let Some(typed) = in_other_layout(&form.shown) {
            gathering.add_slip(&typed, form.slipped(Reason::Layout));
        }
    }
    gathering.forms()
}

/// The phrase in the other alphabet: as written in all spellings; a Russian one with all its rows in Latin letters, a Latin one with the
/// rows that it has in Russian.
fn rows_in_other_alphabet(words: &[String], agreement: Agreement, rows: &[Places]) -> Vec<Places> {
    let mut slipped = Vec::new();
    for from in [Lang::Ru, Lang::Pl] {
        let spell = |word: &String| {
            if from.owns(word) { in_other_alphabet(word) } else { vec![word.clone()] }
        };
        let spelt: Vec<Vec<String>> = words.iter().map(spell).collect();
        if !words.iter().any(|word| from.owns(word)) || spelt.iter().any(Vec::is_empty) {
            continue;
        }
        slipped.push(
            words.iter().zip(&spelt).map(|(word, spellings)| spelt_place(word, spellings, from)).collect(),
        );
        if from == Lang::Ru {
            slipped.extend(rows.iter().map(|row| row.iter().map(|place| place_in_latin(place)).collect()));
            continue;
        }
        for nth in 0..INFLECTED_SPELLINGS_MAX {
            let spelling: Vec<String> =
                spelt.iter().filter_map(|all| all.get(nth).or(all.last())).cloned().collect();
            for mut row in rows_in(Lang::Ru, &spelling, agreement) {
                for form in row.iter_mut().flatten() {
                    form.reasons = form.slipped(Reason::Transliterated);
                }
                slipped.push(row);
            }
        }
    }
    slipped
}

fn spelt_place(word: &str, spellings: &[String], from: Lang) -> Vec<Form> {
    if !from.owns(word) {
        return written_only(word);
    }
    spellings.iter().filter_map(|each| Form::of(each, vec![Reason::Transliterated])).collect()
}

/// The forms of a place in Latin letters; those that are in Latin letters already stay.
fn place_in_latin(place: &[Form]) -> Vec<Form> {
    let mut gathering = Gathering::default();
    for form in place.iter().filter(|form| is_of_one(form)) {
        if !Lang::Ru.owns(&form.shown) {
            gathering.add_slip(&form.shown, form.reasons.clone());
            continue;
        }
        for spelling in commonest(&to_latin(&form.shown)) {
            gathering.add_slip(spelling, form.slipped(Reason::Transliterated));
        }
    }
    gathering.forms()
}

fn in_other_alphabet(word: &str) -> Vec<String> {
    if Lang::Ru.owns(word) {
        to_latin(word)
    } else if Lang::Pl.owns(word) {
        to_cyrillic(word)
    } else {
        Vec::new()
    }
}

/// Russians type all forms with the wrong layout. Only Russians have the other one, so of a Latin name they type the name.
fn is_mistyped(written: &str, form: &Form) -> bool {
    Lang::Ru.owns(written) || form.reasons.contains(&Reason::Written)
}

/// A word with a capital that is long enough to be told from its slips.
fn is_name(word: &str) -> bool {
    has_capital(word) && (LETTERS_MIN..=LETTERS_MAX).contains(&word.chars().count())
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}
