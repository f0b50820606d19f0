//! Names of several words: which of them inflect, and that they agree.

use unicode_normalization::UnicodeNormalization as _;

use crate::forms::{Case, Cell, Inflected, Number, Row};

use super::nouns::{Gender, Kind, Reading};
use super::rows::{rows_of, shows_the_same};
use super::unchanging::{COORDINATING, PREPOSITIONS};
use super::word::{Word, ends_with_any, list};
use super::{adjectives, person, read, unchanging};

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that say what a name is the name of: they inflect and the name may stay (банк Открытие, банка Открытие).
const GENERIC: &str = "\
    банк магазин компания фирма сеть аптека ресторан завод группа фабрика супермаркет гипермаркет универсам авиакомпания оператор \
    сервис служба город село деревня поселок улица площадь проспект станция река озеро журнал газета фильм сериал телеканал канал \
    певец певица актер актриса блогер министр губернатор президент депутат мэр премьер доктор клиника больница школа гостиница отель \
    бар клуб театр концерн холдинг корпорация бренд марка пиво водка сок приложение сайт портал агентство издательство команда поезд \
    самолет машина автомобиль";

pub(super) static COORDINATING_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(COORDINATING));
static PREPOSITION_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(PREPOSITIONS));
static GENERIC_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(GENERIC));

/// A word of the phrase.
pub(super) struct Place {
    pub(super) written: String,
    pub(super) plain: String,
    /// `None` when it is not of Russian letters only.
    pub(super) word: Option<Word>,
    pub(super) readings: Vec<Reading>,
}

/// What a place of the phrase does: `None` stays as written.
pub(super) type Scheme = Vec<Option<Vec<(Cell, String)>>>;

/// The rows of a phrase, each of one case and number; the phrase as written comes first.
/// Where the words allow it in several ways (Лада Веста: Лады Весты, Лада Весты), there are rows for each.
pub fn inflect_phrase(words: &[&str]) -> Vec<Row> {
    let mut places: Vec<Place> = words.iter().map(|word| place(word)).collect();
    read_plural_heads(&mut places);
    read_pronouns(&mut places);
    let schemes = person::schemes(&places).unwrap_or_else(|| by_roles(&places));
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

/// Behind a plural adjective a name in -и is a plural too, though alone it might be a foreign name: «Минеральные Ключи».
fn read_plural_heads(places: &mut [Place]) {
    for i in 1..places.len() {
        let behind_plural =
            places[i - 1].readings.iter().any(|r| r.kind == Kind::Adjective && r.gender == Gender::Plural);
        if !behind_plural || !places[i].readings.is_empty() || !places[i].plain.ends_with('и') {
            continue;
        }
        let Some(word) = places[i].word.clone() else { continue };
        let mut readings = read(&word.lower);
        readings.retain(|reading| reading.gender == Gender::Plural);
        for (_, form) in readings.iter_mut().flat_map(|reading| &mut reading.forms) {
            *form = word.dress(form);
        }
        places[i].readings = readings;
    }
}

/// «Наш», «моя» before a noun agree with it; alone they stay, since they stand in every second post.
fn read_pronouns(places: &mut [Place]) {
    for i in 1..places.len() {
        let (before, rest) = places.split_at_mut(i);
        let place = &mut before[i - 1];
        if rest[0].readings.is_empty() {
            continue;
        }
        let Some(word) = &place.word else { continue };
        let mut readings = adjectives::pronoun(word);
        for (_, form) in readings.iter_mut().flat_map(|reading| &mut reading.forms) {
            *form = word.dress(form);
        }
        place.readings.extend(readings);
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
    let verb = |place: &Place| place.word.as_ref().is_some_and(unchanging::is_finite_verb);
    if places[head + 1..end].iter().any(verb) {
        return vec![places.iter().map(|_| None).collect()];
    }
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
    if is_generic || !same_gender || word.plain.ends_with(['а', 'я']) {
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
