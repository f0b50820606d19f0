//! Names of several words: which of them inflect, and that they agree.

use unicode_normalization::UnicodeNormalization as _;

use crate::forms::{Case, Cell, Inflected, Number, Row};

use super::names::{self, Sex};
use super::nouns::{Gender, Kind, Reading};
use super::unchanging::{COORDINATING, PREPOSITIONS};
use super::word::{Word, ends_with_any, list};
use super::{nouns, read};

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that say what a name is the name of: they inflect and the name may stay (банк Открытие, банка Открытие).
const GENERIC: &str = "\
    банк магазин компания фирма сеть аптека ресторан завод группа фабрика супермаркет гипермаркет универсам авиакомпания оператор \
    сервис служба город село деревня поселок улица площадь проспект станция река озеро журнал газета фильм сериал телеканал канал \
    певец певица актер актриса блогер министр губернатор президент депутат мэр премьер доктор клиника больница школа гостиница отель \
    бар клуб театр концерн холдинг корпорация бренд марка пиво водка сок приложение сайт портал агентство издательство команда поезд \
    самолет машина автомобиль";

static COORDINATING_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(COORDINATING));
static PREPOSITION_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(PREPOSITIONS));
static GENERIC_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(GENERIC));

/// A word of the phrase.
struct Place {
    written: String,
    plain: String,
    word: Option<Word>,
    readings: Vec<Reading>,
}

/// What a place of the phrase does: `None` stays as written.
type Scheme = Vec<Option<Vec<(Cell, String)>>>;

/// The rows of a phrase, each of one case and number; the phrase as written comes first.
/// Where the words allow it in several ways (Лада Веста: Лады Весты, Лада Весты), there are rows for each.
pub fn inflect_phrase(words: &[&str]) -> Vec<Row> {
    let places: Vec<Place> = words.iter().map(|word| place(word)).collect();
    let schemes = person(&places).unwrap_or_else(|| by_roles(&places));
    let nominative = Cell { case: Case::Nominative, number: Number::Singular };
    let mut rows =
        vec![places.iter().map(|p| vec![Inflected { shown: p.written.clone(), cell: nominative }]).collect()];
    for scheme in &schemes {
        for row in rows_of(&places, scheme) {
            if !rows.iter().any(|known: &Row| shows_the_same(known, &row)) {
                rows.push(row);
            }
        }
    }
    rows
}

fn place(written: &str) -> Place {
    let written: String = written.nfc().collect();
    let word = Word::read(&written);
    let plain = super::word::plain(&written.to_lowercase());
    let readings = read(&written);
    Place { written, plain, word, readings }
}

fn shows_the_same(a: &Row, b: &Row) -> bool {
    let shown = |row: &Row| -> Vec<Vec<String>> {
        row.iter().map(|place| place.iter().map(|form| form.shown.clone()).collect()).collect()
    };
    shown(a) == shown(b)
}

fn rows_of(places: &[Place], scheme: &Scheme) -> Vec<Row> {
    let declining: Vec<&Vec<(Cell, String)>> = scheme.iter().flatten().collect();
    let mut cells: Vec<Cell> =
        declining.iter().flat_map(|forms| forms.iter().map(|(cell, _)| *cell)).collect();
    cells.sort_by_key(|cell| (cell.number, cell.case));
    cells.dedup();
    let agree = |cell: &Cell| declining.iter().all(|forms| forms.iter().any(|(of, _)| of == cell));
    // «Маша и медведи»: one of each number, then only the case is the same.
    let by_number = cells.iter().any(agree);
    let mut rows = vec![];
    for cell in cells.into_iter().filter(|cell| !by_number || agree(cell)) {
        // The accusative of what may be alive or not: «Детский мир» and «Детского мира», but not «Детский мира».
        let kinds: &[Option<bool>] =
            if cell.case == Case::Accusative { &[Some(true), Some(false)] } else { &[None] };
        for like_nominative in kinds {
            let row = places.iter().zip(scheme).map(|(place, forms)| {
                let shown = match forms {
                    Some(forms) => forms_at(forms, cell, by_number, *like_nominative),
                    None => vec![place.written.as_str()],
                };
                shown.into_iter().map(|form| Inflected { shown: form.to_owned(), cell }).collect()
            });
            let row: Row = row.collect();
            if row.iter().all(|place| !place.is_empty()) {
                rows.push(row);
            }
        }
    }
    rows
}

/// The forms of a place at a cell, each once; of an accusative those like the nominative, or the others, if it has both.
fn forms_at(
    forms: &[(Cell, String)],
    cell: Cell,
    by_number: bool,
    like_nominative: Option<bool>,
) -> Vec<&str> {
    let at = |case: Case| -> Vec<&str> {
        let fits = |of: &Cell| of.case == case && (!by_number || of.number == cell.number);
        let mut seen = HashSet::new();
        forms
            .iter()
            .filter(|(of, _)| fits(of))
            .map(|(_, form)| form.as_str())
            .filter(|form| seen.insert(*form))
            .collect()
    };
    let all = at(cell.case);
    let Some(like) = like_nominative else { return all };
    let nominative = at(Case::Nominative);
    let (same, other): (Vec<&str>, Vec<&str>) = all.iter().partition(|form| nominative.contains(*form));
    match (same.is_empty(), other.is_empty()) {
        (false, false) => {
            if like {
                same
            } else {
                other
            }
        }
        _ => all,
    }
}

/// A first name with a surname, a patronymic or both: the sex decides whether the surname inflects, and there is no plural.
fn person(places: &[Place]) -> Option<Vec<Scheme>> {
    if !(2..=3).contains(&places.len()) || places.iter().any(|p| p.word.is_none()) {
        return None;
    }
    let first = places.iter().position(|p| names::is_first_name(&p.plain))?;
    let others_are_names = places.iter().enumerate().all(|(i, p)| {
        let word = p.word.as_ref();
        let name_like = |word: &Word| {
            word.capital || nouns::is_surname_like(word) || names::of_patronymic(&p.plain).is_some()
        };
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

/// Any other phrase: adjectives agree with the head, what hangs on the head stays.
fn by_roles(places: &[Place]) -> Vec<Scheme> {
    let mut scheme: Scheme = places.iter().map(|_| None).collect();
    let mut at = 0;
    loop {
        let end = (at..places.len())
            .find(|i| COORDINATING_SET.contains(places[*i].plain.as_str()))
            .unwrap_or(places.len());
        let Some(head) = head_of(places, at, end) else {
            // Only adverbs and the like so far: «Вкусно и точка».
            let fixed = places[at..end].iter().any(|p| PREPOSITION_SET.contains(p.plain.as_str()));
            if fixed || end + 1 >= places.len() {
                return vec![scheme];
            }
            at = end + 1;
            continue;
        };
        agree(places, at, head, &mut scheme);
        if head + 1 < end {
            return after_head(places, head, end, scheme);
        }
        if end + 1 >= places.len() {
            return vec![scheme];
        }
        at = end + 1;
    }
}

/// The first noun, or the last adjective that no noun follows; none behind a preposition.
fn head_of(places: &[Place], from: usize, to: usize) -> Option<usize> {
    let mut adjective = None;
    for (i, place) in places.iter().enumerate().take(to).skip(from) {
        if PREPOSITION_SET.contains(place.plain.as_str()) {
            return adjective;
        }
        match place.readings.first().map(|r| r.kind) {
            Some(Kind::Noun | Kind::Surname) => return Some(i),
            Some(Kind::Adjective) => adjective = Some(i),
            None => {}
        }
    }
    adjective
}

/// Lets the adjectives before the head and the head agree in gender and number.
fn agree(places: &[Place], from: usize, head: usize, scheme: &mut Scheme) {
    let mut gender = None;
    for i in from..head {
        if let Some(adjective) = own_adjective(&places[i]) {
            gender = Some(adjective.gender);
            scheme[i] = Some(adjective.forms.clone());
        }
    }
    let of_gender = places[head].readings.iter().filter(|r| gender.is_none_or(|gender| r.gender == gender));
    let mut forms: Vec<_> = of_gender.flat_map(|r| r.forms.iter().cloned()).collect();
    if gender.is_none()
        && let Some(own) = own_adjective(&places[head])
    {
        forms = own.forms.clone();
    }
    if forms.is_empty() {
        forms = places[head].readings.iter().flat_map(|r| r.forms.iter().cloned()).collect();
    }
    scheme[head] = Some(forms);
}

/// The reading of an adjective in the gender it is written in.
fn own_adjective(place: &Place) -> Option<&Reading> {
    let adjectives = || place.readings.iter().filter(|r| r.kind == Kind::Adjective);
    let is_written = |r: &&Reading| {
        let nominative = Cell { case: Case::Nominative, number: Number::Singular };
        r.gender == Gender::Plural
            || r.forms.iter().any(|(cell, form)| *cell == nominative && *form == place.written)
    };
    adjectives().find(is_written).or_else(|| adjectives().next())
}

/// What follows the head directly: its adjective, a genitive that stays, or a name that inflects beside it or instead of it.
fn after_head(places: &[Place], head: usize, end: usize, scheme: Scheme) -> Vec<Scheme> {
    let next = &places[head + 1];
    let head_is_noun = places[head].readings.first().is_some_and(|r| r.kind != Kind::Adjective);
    let (Some(word), Some(reading)) = (&next.word, next.readings.first()) else { return vec![scheme] };
    if looks_genitive(word) || end != places.len() || !head_is_noun {
        return vec![scheme];
    }
    let with_next = |mut scheme: Scheme, keep_head: bool, numbers: &[Number]| -> Scheme {
        let readings: Vec<&Reading> = match own_adjective(next) {
            Some(own) if reading.kind == Kind::Adjective => vec![own],
            _ => next.readings.iter().collect(),
        };
        let forms = readings
            .into_iter()
            .flat_map(|r| r.forms.iter())
            .filter(|(cell, _)| numbers.contains(&cell.number));
        scheme[head + 1] = Some(forms.cloned().collect());
        if !keep_head {
            scheme.iter_mut().take(head + 1).for_each(|place| *place = None);
        }
        scheme
    };
    let same_gender =
        places[head].readings.iter().any(|of_head| next.readings.iter().any(|r| r.gender == of_head.gender));
    let is_generic = GENERIC_SET.contains(places[head].plain.as_str());
    if reading.kind == Kind::Adjective {
        // «Вода Минеральная» agrees, «Дом Горький» does not.
        return if same_gender {
            vec![with_next(scheme, true, &[Number::Singular, Number::Plural])]
        } else {
            vec![scheme]
        };
    }
    let mut schemes = vec![];
    if is_generic || word.plain.ends_with(['а', 'я']) {
        schemes.push(scheme.clone());
    }
    if word.capital || !word.plain.ends_with(['а', 'я']) {
        if !is_generic {
            schemes.push(with_next(scheme.clone(), false, &[Number::Singular, Number::Plural]));
        }
        if same_gender || is_generic {
            schemes.push(with_next(scheme, true, &[Number::Singular]));
        }
    }
    schemes
}

/// Whether a word behind the head is surely its genitive: «России», «данных», «танков».
fn looks_genitive(word: &Word) -> bool {
    ends_with_any(&word.plain, "и ы ого его ых их")
        || !word.capital && ends_with_any(&word.plain, "ов ев ей ой")
}
