//! Names of people: a first name with a surname, a patronymic or both.

use crate::forms::{Cell, Number};

use super::names::{self, Sex};
use super::nouns::{Gender, Kind, Reading};
use super::phrase::{COORDINATING_SET, Place, Scheme};
use super::surnames;
use super::word::{Word, ends_with_any};

/// The schemes of a phrase that names a person: the sex decides whether the surname inflects, and there is no plural.
pub(super) fn schemes(places: &[Place]) -> Option<Vec<Scheme>> {
    if !(2..=3).contains(&places.len()) || places.iter().any(|p| p.word.is_none()) {
        return None;
    }
    let first = places.iter().position(|p| names::is_first_name(&p.plain))?;
    let others_are_names = places.iter().enumerate().all(|(i, p)| {
        let word = p.word.as_ref();
        let name_like =
            |word: &Word| word.capital || surnames::is_like(word) || names::of_patronymic(&p.plain).is_some();
        i == first
            || word.is_some_and(name_like)
                && !COORDINATING_SET.contains(p.plain.as_str())
                && !p.plain.ends_with("ии")
    });
    if !others_are_names {
        return None;
    }
    let mut sex = names::of_first_name(&places[first].plain)?;
    if sex == Sex::Either {
        sex = sex_of_surname(places, first);
    }
    let sexes = if sex == Sex::Either { vec![Sex::Man, Sex::Woman] } else { vec![sex] };
    Some(sexes.into_iter().map(|sex| of_sex(places, first, sex)).collect())
}

fn sex_of_surname(places: &[Place], first: usize) -> Sex {
    for place in places.iter().enumerate().filter(|(i, _)| *i != first).map(|(_, place)| place) {
        if let Some(sex) = names::of_patronymic(&place.plain) {
            return sex;
        }
        if ends_with_any(&place.plain, "ова ева ина ына ая") {
            return Sex::Woman;
        }
        if ends_with_any(&place.plain, "ов ев ин ын ский цкий ый ой") {
            return Sex::Man;
        }
    }
    Sex::Either
}

fn of_sex(places: &[Place], first: usize, sex: Sex) -> Scheme {
    let of_place = |(i, place): (usize, &Place)| -> Option<Vec<(Cell, String)>> {
        let given = i == first || names::of_patronymic(&place.plain).is_some();
        let readings: Vec<&Reading> = if given {
            place.readings.iter().filter(|r| r.kind == Kind::Noun).collect()
        } else {
            surname_readings(place, sex)
        };
        let forms = readings.into_iter().flat_map(|r| r.forms.iter());
        let singular: Vec<_> = forms.filter(|(cell, _)| cell.number == Number::Singular).cloned().collect();
        (!singular.is_empty()).then_some(singular)
    };
    places.iter().enumerate().map(of_place).collect()
}

fn surname_readings(place: &Place, sex: Sex) -> Vec<&Reading> {
    let in_a = place.plain.ends_with(['а', 'я']);
    let gender = if sex == Sex::Woman { Gender::Feminine } else { Gender::Masculine };
    let of = |kind: Kind, gender: Gender| -> Vec<&Reading> {
        place.readings.iter().filter(|r| r.kind == kind && r.gender == gender).collect()
    };
    for kind in [Kind::Adjective, Kind::Surname] {
        let known = of(kind, gender);
        if !known.is_empty() {
            return known;
        }
    }
    match sex {
        // Окуджава, Берия: of either.
        _ if in_a => of(Kind::Noun, Gender::Feminine),
        Sex::Woman => vec![],
        Sex::Man | Sex::Either => of(Kind::Noun, Gender::Masculine),
    }
}
