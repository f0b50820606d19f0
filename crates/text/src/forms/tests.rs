//! Stories about the forms of words, phrases and compounds.

use proptest::prelude::*;

use super::*;
use crate::letters::{Class, fold};

fn shown(forms: &[Form]) -> Vec<&str> {
    forms.iter().map(|form| &*form.shown).collect()
}

#[test]
fn the_word_itself_comes_first_as_people_write_it() {
    let forms = of_word("Пятё\u{AD}рочка");
    assert_eq!((&*forms[0].text, &*forms[0].shown), ("пятерочка", "Пятёрочка"));
    assert_eq!(forms[0].reasons[0], Reason::Written);
}

#[test]
fn emoji_and_numbers_stay_as_they_are() {
    for word in ["😡", "2025", "🇵🇱"] {
        assert_eq!(shown(&of_word(word)), [word]);
        assert_eq!(of_word(word)[0].reasons, [Reason::Written]);
    }
}

#[test]
fn what_is_no_single_word_has_no_forms() {
    for word in ["", "-", "два слова", "хвост!"] {
        assert_eq!(of_word(word), [], "{word}");
    }
}

#[test]
fn a_compound_is_found_in_parts_and_in_one_word() {
    let alternatives = inflected_of_compound(&["альфа", "банк"], "Альфа-Банк");
    let [in_a_row, joined] = alternatives.as_slice() else { panic!("{alternatives:?}") };
    assert_eq!((&*in_a_row[0][0].shown, &*in_a_row[1][0].shown), ("Альфа", "Банк"));
    assert_eq!((joined.len(), &*joined[0][0].text), (1, "альфабанк"));
}

#[test]
fn a_phrase_as_written_is_its_first_row() {
    let rows = of_phrase(&["Poczta", "Polska"]);
    assert_eq!((&*rows[0][0][0].text, &*rows[0][1][0].text), ("poczta", "polska"));
}

fn reasons(word: &str, form: &str) -> Vec<Reason> {
    of_word(word).into_iter().find(|each| *each.text == *form).map_or_else(Vec::new, |form| form.reasons)
}

#[test]
fn a_name_is_met_in_the_other_alphabet_on_the_wrong_keyboard_and_in_disguise() {
    for (name, form, reason) in [
        ("Сбер", "sber", Reason::Transliterated),
        ("Пятёрочка", "pyaterochka", Reason::Transliterated),
        ("Пятёрочка", "piaterochka", Reason::Transliterated),
        ("Żabka", "жабка", Reason::Transliterated),
        ("Nestlé", "nestle", Reason::Transliterated),
        ("Müller", "mueller", Reason::Transliterated),
        ("Магнит", "vfuybn", Reason::Layout),
        ("Orlen", "щкдут", Reason::Layout),
        ("Nestlé", "n3stle", Reason::LookAlike),
        ("Ozon", "0zon", Reason::LookAlike),
        ("Сбер", "с6ер", Reason::LookAlike),
    ] {
        assert_eq!(reasons(name, form).first(), Some(&reason), "{name}: {form}");
    }
}

#[test]
fn words_in_small_letters_and_short_names_have_no_slips_but_missing_marks() {
    for word in ["магазин", "orlen", "МТС", "Bp", "2025"] {
        assert_eq!(of_word(word), inflected_of_word(word), "{word}");
    }
    assert!(shown(&of_word("café")).contains(&"cafe"));
}

#[test]
fn a_phrase_that_is_a_name_slips_as_a_whole() {
    let rows = of_phrase(&["Burger", "King"]);
    assert!(holds(&rows, &["бургер", "кинг"]), "{rows:?}");
    assert!(holds(&of_phrase(&["Детский", "мир"]), &["detskiy", "mir"]));
    assert!(holds(&of_phrase(&["Crédit", "Agricole"]), &["credit", "agricole"]));
    assert_eq!(of_phrase(&["горячая", "линия"]), inflected_of_phrase(&["горячая", "линия"]));
    let alternatives = of_compound(&["альфа", "банк"], "Альфа-Банк");
    assert!(holds(&alternatives, &["alfa", "bank"]) && holds(&alternatives, &["alfabank"]));
}

fn holds(rows: &[Places], words: &[&str]) -> bool {
    rows.iter().any(|row| {
        row.len() == words.len()
            && row.iter().zip(words).all(|(place, word)| place.iter().any(|form| *form.text == **word))
    })
}

proptest! {
    #[test]
    fn each_form_is_one_word_folded_and_given_once(
        word in "[A-ZŻa-ząęłóżü]{1,9}|[А-ЯЁ][а-яё]{0,9}|[A-Za-zА-Яа-я0-9]{1,8}|\\PC{0,6}",
    ) {
        let forms = of_word(&word);
        for form in &forms {
            prop_assert_eq!(&*form.text, fold(&form.shown));
            prop_assert!(!form.text.is_empty() && !form.reasons.is_empty());
            prop_assert!(!form.text.chars().any(|c| Class::of(c) == Class::Separator), "{}", form.text);
        }
        let mut texts: Vec<&str> = forms.iter().map(|form| &*form.text).collect();
        texts.sort_unstable();
        texts.dedup();
        prop_assert_eq!(texts.len(), forms.len());
    }

    #[test]
    fn each_row_of_a_phrase_has_a_form_at_each_place(
        words in proptest::collection::vec("[A-ZŻa-ząó]{2,5}|[А-Яа-я]{2,5}|[0-9]{2}", 2..4),
    ) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let rows = of_phrase(&words);
        let written: Vec<String> = words.iter().map(|word| fold(word)).collect();
        prop_assert!(holds(&rows, &written.iter().map(String::as_str).collect::<Vec<_>>()));
        for row in &rows {
            prop_assert_eq!(row.len(), words.len());
            prop_assert!(row.iter().all(|place| !place.is_empty()));
        }
    }
}

#[test]
fn a_name_typed_with_a_letter_of_the_other_alphabet_inflects_all_the_same() {
    let forms = inflected_of_word("\u{43}бер");
    assert!(forms.iter().any(|form| &*form.text == "сбером"), "{:?}", shown(&forms));
}

#[test]
fn a_compound_in_a_phrase_keeps_its_place() {
    let rows = inflected_of_phrase(&["новый", "Альфа-Банк"]);
    assert!(rows.iter().all(|row| row.len() == 2 && &*row[1][0].shown == "Альфа-Банк"), "{rows:?}");
}

#[test]
fn a_slip_that_is_an_ordinary_word_is_left_out() {
    assert!(shown(&of_word("Лада")).contains(&"Ладой"));
    assert!(!of_word("Лада").iter().any(|form| &*form.text == "lady"));
    assert!(!of_word("Лада").iter().any(|form| &*form.text == "ladakh"));
    let forms = of_word("Play");
    assert!(forms[0].ordinary, "a capital tells the name");
    assert!(forms.iter().all(|form| !form.is_slip() || !form.ordinary), "{:?}", shown(&forms));
}

#[test]
fn a_name_that_is_an_ordinary_word_in_the_other_alphabet_is_met_there_with_a_capital() {
    let capital = |name: &str, form: &str| {
        of_word(name).iter().find(|each| &*each.text == form).map(Form::needs_capital)
    };
    for (name, form) in
        [("Ozon", "озон"), ("Ozon", "озоне"), ("Magnit", "магнита"), ("Лента", "lenta"), ("Комета", "kometa")]
    {
        assert!(capital(name, form).is_some(), "{name}: {form}");
    }
    assert_eq!((capital("Ozon", "озон"), capital("Ozon", "озоном")), (Some(true), Some(true)));
    assert_eq!((capital("Ozon", "ozon"), capital("Сбер", "sber")), (Some(false), Some(false)));
    assert_eq!(capital("ozon", "озон"), None, "small letters are no name");
    assert_eq!(capital("Озон", "озон"), Some(false), "the author wrote it so, and may ask for a capital");
}

#[test]
fn an_english_word_in_small_letters_gets_no_polish_cases_and_a_name_does() {
    let texts = |written: &str| -> Vec<String> {
        of_word(written).iter().map(|form| form.text.to_string()).collect()
    };
    assert_eq!(texts("glass"), ["glass", "glasses"]);
    assert_eq!(texts("courier"), ["courier", "couriers"]);
    assert!(texts("Rossmann").contains(&"rossmanna".to_owned()));
    assert!(texts("kurier").contains(&"kuriera".to_owned()));
}
