//! Nouns, with all declensions their ending allows, and surnames.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::forms::{Case, Cell, Number};

use super::fleeting::{bare_hard, bare_soft, oblique};
use super::word::{Word, cut, ends_with_any, is_consonant, is_husher, is_listed, is_vowel, list, n_vowels};
use super::{irregular, names, tables};

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

/// Common nouns in -ин, -ов, -ев that are nobody's surname.
const NOT_SURNAMES: &str = "\
    магазин бензин апельсин мандарин витамин термин камин аспирин инсулин господин гражданин хозяин блин клин джин пингвин кузин \
    карантин антибиотин пластилин жасмин парафин маргарин рубин дельфин кофеин никотин протеин вазелин берлин таллин кувшин глицерин \
    гемоглобин ботулин бассейн аршин притин трамплин хинин ров кров улов остров покров ростов псков киев гнев зев сев посев хлев \
    нагрев обогрев подогрев припев засов кишинев";
/// Nouns in -ова, -ева.
const NOT_WOMEN: &str = "\
    молдова корова сова основа канова казанова вдова подкова голова обнова столова дева королева женева плева";
/// Soft nouns that are feminine, and masculine ones: of the others both are tried.
const FEMININE_SOFT: &str = "\
    -сть -вь -чь -шь -щь -жь -знь -фть -вязь грязь мазь слизь сибирь тверь обь русь осень лень тень степень ступень сирень мишень \
    тюмень скатерть смерть четверть дверь соль боль моль роль пыль ель цель мель щель модель мебель кровать сеть -печать мать \
    тетрадь площадь лошадь сталь даль шаль деталь медаль педаль вуаль магистраль спираль мораль печаль вертикаль тварь гарь постель \
    казань рязань сызрань астрахань";
const MASCULINE_SOFT: &str = "\
    -тель -поль -бль -вль -обиль день пень камень корень парень ремень кремень огонь уголь ноготь локоть коготь лапоть деготь ломоть \
    ливень уровень гребень перстень стержень щебень шершень плетень бредень путь гость гвоздь дождь вождь голубь лагерь зверь \
    словарь январь февраль апрель июнь июль сентябрь октябрь ноябрь декабрь король руль нуль ноль отель картель туннель тоннель \
    хмель кашель карась лосось конь кремль стиль профиль фитиль утиль ансамбль вексель портфель секретарь календарь инвентарь \
    вратарь фонарь сухарь янтарь якорь олень тюлень бюллетень ясень кисель дизель медведь лебедь израиль игорь лазарь цезарь";

/// Surnames that are a genitive plural (Черных), and what adjectives have in the oblique cases of the plural.
const OF_ADJECTIVES: &str = "ых ских цких гих ких ших щих жих";

static NOT_SURNAME_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(NOT_SURNAMES));
static NOT_WOMEN_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| list(NOT_WOMEN));

/// The readings of a word as a noun or a surname.
pub(super) fn readings(word: &Word) -> Vec<Reading> {
    let (Some(last), Some(before)) = (word.letter_back(0), word.letter_back(1)) else { return vec![] };
    if let Some(forms) = known_plural(word) {
        return vec![noun(Gender::Plural, forms)];
    }
    let mut found = match last {
        'ь' => soft(word),
        'й' => short_i(word, before),
        'а' if is_vowel(before) => vec![],
        'а' => vec![of_a(word)],
        'я' => vec![of_ya(word, before)],
        'о' => of_o(word),
        'е' => of_e(word, before),
        'ы' => of_y(word),
        'и' => of_i(word, before),
        _ if is_vowel(last) => vec![],
        _ => masculine(word, last),
    };
    found.extend(surname(word));
    found.extend(other_plural(word));
    for reading in &mut found {
        reading.forms.retain(|(cell, form)| cell.number == Number::Singular || !is_another_name(word, form));
    }
    found
}

/// Whether a plural form is surely met as another name: «Петров» of Пётр, «Иван» of Ивана, «Пушкин» of Пушкино.
fn is_another_name(word: &Word, form: &str) -> bool {
    let form = super::word::plain(form);
    let from_man = names::is_male_first_name(&word.plain) && ends_with_any(&form, "ов ев");
    let from_place = word.capital && word.letter_back(0) == Some('о') && ends_with_any(&form, "ов ев ин ын");
    from_man || from_place || names::is_male_first_name(&form) || form.chars().count() < 3
}

/// A reading as a surname of a man (with his family) or of a woman.
fn surname(word: &Word) -> Option<Reading> {
    let plain = word.plain.as_str();
    if !is_surname_like(word) {
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
pub(super) fn is_surname_like(word: &Word) -> bool {
    let plain = word.plain.as_str();
    if word.n_letters() < 4 || NOT_SURNAME_SET.contains(plain) || NOT_WOMEN_SET.contains(plain) {
        return false;
    }
    if names::is_first_name(plain) {
        return false;
    }
    // In lower case only what is hardly anything else: «магазин» and «картина» are things.
    let endings = if word.capital {
        "ов ев ин ын ова ева ина ына"
    } else {
        "ов ев кин шкин анин ова ева кина"
    };
    ends_with_any(plain, endings) && n_vowels(plain) > 1
}

fn noun(gender: Gender, forms: Vec<(Cell, String)>) -> Reading {
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
        forms.retain(|(cell, form)| cell.number == Number::Singular || !ends_with_any(form, "овов евов"));
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
    let masculine = is_listed(plain, MASCULINE_SOFT);
    let feminine = !masculine && is_listed(plain, FEMININE_SOFT);
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
    let is_woman = is_surname_like(word) && ends_with_any(&word.plain, "ова ева");
    if is_woman && word.capital {
        // The family is «Зайцевы», «Зайцевых»; «Зайцеве» is a man.
        forms.clear();
    }
    noun(Gender::Feminine, forms)
}

fn of_ya(word: &Word, before: char) -> Reading {
    let (stem, table) = if before == 'и' { (word.cut(2), &tables::IYA) } else { (word.cut(1), &tables::YA) };
    let mut forms = if word.plain.ends_with("мя") && n_vowels(stem) == 1 && !word.capital {
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
    let place = ends_with_any(plain, "ово ево ино ыно") && word.n_letters() > 4;
    if word.capital && !place && !super::unchanging::is_noun_in_o(plain) {
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

fn of_y(word: &Word) -> Vec<Reading> {
    let stem = word.cut(1);
    let surely_masculine = !word.capital && ends_with_any(&word.plain, "торы еры сы зы");
    let table = if surely_masculine { &tables::PLURAL_HARD } else { &tables::PLURAL };
    let plural = tables::decline(table, &word.lower, stem, &bare_hard(stem));
    let mut found = vec![noun(Gender::Plural, plural)];
    if !word.capital {
        found.extend(bare_hard(stem).iter().flat_map(|nominative| singular(nominative)));
        found.extend(singular(&format!("{stem}а")));
    }
    found
}

fn of_i(word: &Word, before: char) -> Vec<Reading> {
    let stem = word.cut(1);
    let third = word.letter_back(2);
    let plural = |table| tables::decline(table, &word.lower, stem, &bare_hard(stem));
    let forms = match before {
        _ if !word.capital && ends_with_any(&word.plain, "ами ями ими ыми") => return vec![],
        'к' if third == Some('к') => return vec![],
        // Сузуки, Тануки; but Сокольники.
        'к' if third.is_some_and(|c| is_vowel(c) && c != 'и') && word.capital => return vec![],
        'к' | 'г' | 'х' => return of_y(word),
        'ч' if ends_with_any(&word.plain, "вичи ничи") => plural(&tables::PLURAL_SOFT),
        'щ' | 'ш' | 'ж' | 'ч' if !word.capital || before != 'ч' => {
            let mut forms = plural(&tables::PLURAL_SOFT);
            forms.extend(plural(&tables::PLURAL_KNOWN));
            forms
        }
        'и' if !word.capital => tables::decline(&tables::IYA, &format!("{stem}я"), cut(stem, 1), &[]),
        'а' | 'е' if word.capital => plural(&tables::PLURAL_I),
        _ if !word.capital => plural(&tables::PLURAL_SOFT),
        _ => return vec![],
    };
    let mut found = vec![noun(Gender::Plural, forms)];
    if !word.capital && is_husher(before) {
        found.extend(singular(stem));
        found.extend(singular(&format!("{stem}а")));
    } else if !word.capital && is_consonant(before) {
        found.extend(singular(&format!("{stem}ь")));
    }
    found
}

/// The singular of a plural in lower case, from what its nominative may be: a user who writes «жалобы» means «жалобу» too.
fn singular(nominative: &str) -> Vec<Reading> {
    let Some(word) = Word::read(nominative) else { return vec![] };
    let mut found = readings(&word);
    found.retain(|reading| reading.kind == Kind::Noun);
    for reading in &mut found {
        reading.forms.retain(|(cell, _)| cell.number == Number::Singular);
    }
    found
}

/// The plural of a word that is listed with its genitive.
fn known_plural(word: &Word) -> Option<Vec<(Cell, String)>> {
    Some(plural_of(&word.lower, irregular::genitive_plural(&word.plain)?))
}

/// A plural that its nominative and genitive determine.
fn plural_of(nominative: &str, genitive: &str) -> Vec<(Cell, String)> {
    let stem = cut(nominative, 1);
    let softly = nominative.ends_with('я') || nominative.ends_with('и') && genitive.ends_with("ей");
    let table = if softly { &tables::PLURAL_SOFT_KNOWN } else { &tables::PLURAL_KNOWN };
    tables::decline(table, nominative, stem, &[genitive.to_owned()])
}

/// A second plural that the rules do not give: друзья, паспорта.
fn other_plural(word: &Word) -> Option<Reading> {
    let plain = word.plain.as_str();
    if let Some((nominative, genitive)) = irregular::plural(plain) {
        return Some(noun(Gender::Masculine, plural_of(nominative, genitive)));
    }
    if !irregular::STRESSED_A.split_whitespace().any(|known| plain == known) {
        return None;
    }
    let form = if plain.ends_with('ь') { format!("{}я", word.cut(1)) } else { format!("{}а", word.lower) };
    let number = Number::Plural;
    let cases = [Case::Nominative, Case::Accusative];
    Some(noun(Gender::Masculine, cases.map(|case| (Cell { case, number }, form.clone())).to_vec()))
}
