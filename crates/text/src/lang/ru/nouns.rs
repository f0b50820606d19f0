//! Nouns, with all declensions their ending allows, and surnames.

use std::sync::LazyLock;

use crate::forms::{Case, Cell, Number};

use super::fleeting::{bare_hard, bare_soft, oblique};
use super::names::Sex;
use super::word::{List, Word, ends_with_any, is_husher, is_vowel, n_vowels};
use super::{irregular, names, plurals, surnames, tables};

/// What a reading takes a word for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Noun,
    Adjective,
    Surname,
}

/// Gender, or that there is no singular.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
    Neuter,
    Plural,
}

/// One way to decline a word: its forms, in lower case.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) kind: Kind,
    pub(super) gender: Gender,
    pub(super) forms: Vec<(Cell, String)>,
}

/// Soft nouns that are feminine, and masculine ones: of the others both are tried.
static FEMININE_SOFT: LazyLock<List> = LazyLock::new(|| {
    List::of(
        "\
    -сть -вь -чь -шь -щь -жь -знь -фть пермь -вязь грязь мазь слизь сибирь тверь обь русь осень лень тень степень ступень сирень мишень \
    тюмень скатерть смерть четверть дверь соль боль моль роль пыль ель цель мель щель модель мебель кровать сеть -печать мать \
    тетрадь площадь лошадь сталь даль шаль деталь медаль педаль вуаль магистраль спираль мораль печаль вертикаль тварь гарь постель \
    казань рязань сызрань астрахань",
    )
});
static MASCULINE_SOFT: LazyLock<List> = LazyLock::new(|| {
    List::of(
        "\
    -тель -поль -бль -вль -обиль день пень камень корень парень ремень кремень огонь уголь ноготь локоть коготь лапоть деготь ломоть \
    ливень уровень гребень перстень стержень щебень шершень плетень бредень путь гость гвоздь дождь вождь голубь лагерь зверь \
    словарь январь февраль апрель июнь июль сентябрь октябрь ноябрь декабрь король руль нуль ноль отель картель туннель тоннель \
    хмель кашель карась лосось конь кремль стиль профиль фитиль утиль ансамбль вексель портфель секретарь календарь инвентарь \
    вратарь фонарь сухарь янтарь якорь олень тюлень бюллетень ясень кисель дизель медведь лебедь израиль игорь лазарь цезарь",
    )
});

/// Surnames that are a genitive plural (Черных), and what adjectives have in the oblique cases of the plural.
const OF_ADJECTIVES: &str = "ых ских цких гих ких ших щих жих";

/// The neuters in -мя.
static IN_MYA: LazyLock<List> =
    LazyLock::new(|| List::of("время имя знамя племя семя пламя стремя темя бремя вымя"));

/// The readings of a word as a noun or a surname.
pub(super) fn readings(word: &Word) -> Vec<Reading> {
    let (Some(last), Some(before)) = (word.letter_back(0), word.letter_back(1)) else { return vec![] };
    if let Some(forms) = plurals::known(word) {
        let mut found = vec![noun(Gender::Plural, forms)];
        if !word.capital && ends_with_any(&word.plain, "сти сети") {
            found.extend(plurals::singular(&format!("{}ь", word.cut(1))));
        }
        return found;
    }
    let mut found = match last {
        'ь' => soft(word),
        'й' => short_i(word, before),
        'а' if is_vowel(before) => vec![],
        'а' => vec![of_a(word)],
        'я' => vec![of_ya(word, before)],
        'о' => of_o(word),
        'е' => of_e(word, before),
        'ы' => plurals::of_y(word),
        'и' => plurals::of_i(word, before),
        _ if is_vowel(last) => vec![],
        _ => masculine(word, last),
    };
    found.extend(surnames::reading(word));
    found.extend(plurals::second(word));
    for reading in &mut found {
        reading.forms.retain(|(cell, form)| !surnames::is_another_name(word, *cell, form));
    }
    found
}

/// A reading as a noun.
pub(super) fn noun(gender: Gender, forms: Vec<(Cell, String)>) -> Reading {
    Reading { kind: Kind::Noun, gender, forms }
}

fn masculine(word: &Word, last: char) -> Vec<Reading> {
    let plain = word.plain.as_str();
    if ends_with_any(plain, OF_ADJECTIVES) || !word.capital && plain.ends_with("ях") {
        return vec![];
    }
    let table = if is_husher(last) { &tables::HUSHER } else { &tables::HARD };
    let mut forms = vec![];
    for stem in oblique(word) {
        forms.extend(tables::decline(table, &word.lower, &stem, &[]));
    }
    if ends_with_any(plain, "ов ев") {
        // Towns and surnames: nobody says «Киевов».
        forms
            .retain(|(cell, form)| cell.number == Number::Singular || !ends_with_any(form, "овов евов ёвов"));
    }
    if let Some(stem) = plain.strip_suffix("енок").or_else(|| plain.strip_suffix("онок")) {
        let a = if plain.ends_with("енок") || !stem.ends_with(is_husher) { "ят" } else { "ат" };
        let young = format!("{stem}{a}");
        forms.extend(tables::decline(&tables::YOUNG, &word.lower, &young, std::slice::from_ref(&young)));
    }
    if ends_with_any(plain, "янин жданин ичанин") {
        let people = word.cut(2);
        forms.extend(tables::decline(&tables::PEOPLE, &word.lower, people, &[people.to_owned()]));
    }
    vec![noun(Gender::Masculine, forms)]
}

fn soft(word: &Word) -> Vec<Reading> {
    let plain = word.plain.as_str();
    let sex = names::of_first_name(plain);
    let masculine = sex == Some(Sex::Man) || MASCULINE_SOFT.has(plain);
    let feminine = !masculine && (sex == Some(Sex::Woman) || FEMININE_SOFT.has(plain));
    let regular = word.cut(1).to_owned();
    let irregular = irregular::stem(plain);
    let mut found = vec![];
    if plain == "господь" {
        return vec![noun(Gender::Masculine, tables::decline(&tables::HARD, &word.lower, &regular, &[]))];
    }
    if !feminine {
        let stem = irregular.clone().unwrap_or_else(|| regular.clone());
        found.push(noun(Gender::Masculine, tables::decline(&tables::SOFT, &word.lower, &stem, &[])));
    }
    if !masculine {
        let decline = |stem: &str| tables::decline(&tables::SOFT_FEMININE, &word.lower, stem, &[]);
        let forms = match irregular {
            // Мать, матерью.
            Some(stem) if stem.ends_with("ер") => decline(&stem),
            // Both любви and the name's Любови, but only любовью.
            Some(stem) => {
                let instrumental = Cell { case: Case::Instrumental, number: Number::Singular };
                let fleeting = decline(&stem).into_iter().filter(|(cell, _)| *cell != instrumental);
                fleeting.chain(decline(&regular)).collect()
            }
            None => decline(&regular),
        };
        found.push(noun(Gender::Feminine, forms));
    }
    found
}

fn short_i(word: &Word, before: char) -> Vec<Reading> {
    let stem = irregular::stem(&word.plain).unwrap_or_else(|| word.cut(1).to_owned());
    let mut forms = tables::decline(&tables::SHORT_I, &word.lower, &stem, &[]);
    if before == 'и' && n_vowels(&word.plain) > 1 {
        forms = tables::decline(&tables::IY, &word.lower, word.cut(2), &[]);
    }
    vec![noun(Gender::Masculine, forms)]
}

fn of_a(word: &Word) -> Reading {
    let stem = word.cut(1);
    let mut forms = tables::decline(&tables::A, &word.lower, stem, &bare_hard(stem));
    if names::is_first_name(&word.plain) || word.plain.ends_with("ица") {
        // Never stressed on the ending: Сашей, пятницей.
        forms.retain(|(_, form)| !ends_with_any(form, "шой жой чой цой шою жою чою цою"));
    }
    let is_woman = surnames::is_like(word) && ends_with_any(&word.plain, "ова ева");
    if is_woman && word.capital {
        // The family is «Зайцевы», «Зайцевых»; «Зайцеве» is a man.
        forms.clear();
    }
    noun(Gender::Feminine, forms)
}

fn of_ya(word: &Word, before: char) -> Reading {
    let (stem, table) = if before == 'и' { (word.cut(2), &tables::IYA) } else { (word.cut(1), &tables::YA) };
    let mut forms = if IN_MYA.has(&word.plain) {
        tables::decline(&tables::MYA, &word.lower, stem, &[])
    } else {
        tables::decline(table, &word.lower, stem, &bare_soft(stem))
    };
    if before == 'ь' {
        // Илья, семья are stressed on the ending.
        forms.push((Cell { case: Case::Instrumental, number: Number::Singular }, format!("{stem}ёй")));
    }
    noun(Gender::Feminine, forms)
}

fn of_o(word: &Word) -> Vec<Reading> {
    let plain = word.plain.as_str();
    if word.capital && !surnames::is_place_in_o(word) && !super::unchanging::is_noun_in_o(plain) {
        return vec![];
    }
    let stem = word.cut(1);
    vec![noun(Gender::Neuter, tables::decline(&tables::O, &word.lower, stem, &bare_hard(stem)))]
}

fn of_e(word: &Word, before: char) -> Vec<Reading> {
    let stem = word.cut(1);
    let forms = match before {
        'и' => tables::decline(&tables::IE, &word.lower, word.cut(2), &[]),
        'ь' => tables::decline(&tables::YE, &word.lower, word.cut(2), &[]),
        'щ' | 'ц' => tables::decline(&tables::E, &word.lower, stem, &bare_hard(stem)),
        _ if super::unchanging::is_noun_in_e(&word.plain) => {
            tables::decline(&tables::E, &word.lower, stem, &[format!("{stem}ей")])
        }
        _ => return vec![],
    };
    vec![noun(Gender::Neuter, forms)]
}
