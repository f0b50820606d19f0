//! Stories about the forms of words, phrases and compounds.

use super::*;

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
