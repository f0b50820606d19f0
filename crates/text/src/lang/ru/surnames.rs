//! Surnames and places that are made like them, and which forms of a name would be met as another name.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::forms::{Cell, Number};

use super::nouns::{Gender, Kind, Reading};
use super::word::{Word, ends_with_any, list, n_vowels};
use super::{names, ordinary, tables, unchanging};

/// Common nouns in -ин, -ов, -ев that are nobody's surname.
const NOT_SURNAMES: &str = "\
    магазин бензин апельсин мандарин витамин термин камин аспирин инсулин господин гражданин хозяин блин клин джин пингвин кузин \
    карантин антибиотин пластилин жасмин парафин маргарин рубин дельфин кофеин никотин протеин вазелин берлин таллин кувшин глицерин \
    гемоглобин ботулин бассейн аршин притин трамплин хинин ров кров улов остров покров ростов псков киев гнев зев сев посев хлев \
    нагрев обогрев подогрев припев засов кишинев вызов";
/// Nouns in -ова, -ева.
const NOT_WOMEN: &str = "\
    молдова корова сова основа канова казанова вдова подкова голова обнова столова дева королева женева плева";
static NOT_SURNAME_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(NOT_SURNAMES));
static NOT_WOMEN_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(NOT_WOMEN));

/// Whether a plural form is surely met as another name: «Петров» of Пётр, «Иван» of Ивана, «Пушкин» of Пушкино.
pub(super) fn is_another_name(word: &Word, cell: Cell, form: &str) -> bool {
    if cell.number == Number::Singular {
        return false;
    }
    let form = super::word::plain(form);
    let from_man = names::is_male_first_name(&word.plain) && ends_with_any(&form, "ов ев");
    let from_place = is_place_in_o(word) && ends_with_any(&form, "ов ев ин ын");
    let from_woman = word.capital && is_like(word) && ends_with_any(&form, "ин ын");
    from_man || from_place || from_woman || names::is_male_first_name(&form) || form.chars().count() < 3
}

/// A reading as a surname of a man (with his family) or of a woman.
pub(super) fn reading(word: &Word) -> Option<Reading> {
    let plain = word.plain.as_str();
    if !is_like(word) {
        return None;
    }
    let feminine = plain.ends_with('а');
    let (gender, table, stem) = if feminine {
        (Gender::Feminine, &tables::SURNAME_FEMININE, word.cut(1))
    } else {
        (Gender::Masculine, &tables::SURNAME, word.cut(0))
    };
    Some(Reading { kind: Kind::Surname, gender, forms: tables::decline(table, &word.lower, stem, &[]) })
}

/// Whether the word has an ending of Russian surnames and is no noun we know.
pub(super) fn is_like(word: &Word) -> bool {
    let plain = word.plain.as_str();
    if word.n_letters() < 4 || NOT_SURNAME_SET.contains(plain) || NOT_WOMEN_SET.contains(plain) {
        return false;
    }
    if names::is_first_name(plain) {
        return false;
    }
    ends_with_any(plain, "ов ев ин ын ова ева ина ына") && n_vowels(plain) > 1 && !ordinary::is_common(plain)
}

/// Бородино, Иваново: they inflect or not, as the writer likes.
pub(super) fn is_place_in_o(word: &Word) -> bool {
    let plain = word.plain.as_str();
    let ends = ends_with_any(plain, "ово ево ино ыно") && word.n_letters() > 4;
    word.capital && ends && !unchanging::is_noun_in_o(plain)
}
