//! Invented people: names, handles, followers. A person of the same number is the same in every post.

use nabat_crisis::person::Language;
use nabat_crisis::post::Author;

use crate::cast;
use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::texts::Texts;

/// How many people of a language write on ordinary days.
pub(crate) const REGULARS: usize = 700;
/// How many people of a language may be drawn into a crisis; the regulars are among them.
pub(crate) const CROWD: usize = 5_000;
/// How many fresh accounts push a rumour, per language.
pub(crate) const NEW_ACCOUNTS: usize = 14;

/// Who writes a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Somebody of the crowd; even numbers are women.
    Person(u32),
    /// An account made for the occasion.
    NewAccount(u32),
    /// A medium's own account.
    Medium(u32),
    /// A journalist of a medium.
    Journalist(u32),
    /// A shop chain.
    Chain(u32),
    /// We ourselves.
    Us,
}

impl Who {
    /// Whether verbs about the author are feminine.
    pub(crate) fn woman(self) -> bool {
        match self {
            Self::Person(number) | Self::NewAccount(number) => number % 2 == 0,
            Self::Journalist(number) => number % 2 == 1,
            Self::Medium(_) | Self::Chain(_) | Self::Us => true,
        }
    }

    /// The medium or chain that speaks, as a row of its table.
    pub(crate) fn house(self) -> Option<usize> {
        match self {
            Self::Medium(number) | Self::Journalist(number) | Self::Chain(number) => Some(number as usize),
            Self::Person(_) | Self::NewAccount(_) | Self::Us => None,
        }
    }

    /// The author as a network shows them.
    pub(crate) fn author(self, seed: u64, language: Language, place: Place) -> Author {
        let texts = Texts::get().of(language);
        match self {
            Self::Person(number) => person(seed, language, place, number),
            Self::NewAccount(number) => new_account(seed, language, place, number),
            Self::Medium(number) => {
                let media = texts.names("media");
                let row = &media[number as usize % media.len()];
                let handle = row[1].trim_end_matches(".example").replace('-', "_");
                named(place, &row[0], &handle, 18_000 + 7_919 * u64::from(number))
            }
            Self::Journalist(number) => {
                let journalists = texts.names("journalists");
                let row = &journalists[number as usize % journalists.len()];
                let media = texts.names("media");
                let medium = &media[number as usize % media.len()][0];
                named(place, &format!("{} ({medium})", row[0]), &row[1], 2_400 + 1_301 * u64::from(number))
            }
            Self::Chain(number) => {
                let name = texts.word("chain", number as usize);
                let handle = format!("{}_shop_{}", language.name(), number % 3 + 1);
                named(place, &first_upper(name), &handle, 41_000 + 9_001 * u64::from(number))
            }
            Self::Us => {
                let account = cast::own(place, language);
                Author { ours: true, ..named(place, account.name, account.handle, account.followers) }
            }
        }
    }
}

fn named(place: Place, name: &str, handle: &str, followers: u64) -> Author {
    Author {
        id: Some(format!("{}-{handle}", place.name()).into()),
        handle: Some(handle.into()),
        name: Some(name.into()),
        followers: counted(place, followers),
        ours: false,
    }
}

/// Sites of news and reviews tell no followers.
fn counted(place: Place, followers: u64) -> Option<u64> {
    (!matches!(place, Place::Web | Place::Opinovo)).then_some(followers)
}

fn language_digit(language: Language) -> u32 {
    language as u32 + 1
}

fn person(seed: u64, language: Language, place: Place, number: u32) -> Author {
    let texts = Texts::get().of(language);
    let mut luck = Luck::new(seed, Purpose::Person, language as u64, u64::from(number));
    let woman = number.is_multiple_of(2);
    let first = luck.pick(texts.names(if woman { "women" } else { "men" }));
    let last = luck.pick(texts.names("surnames"));
    // The number stands in the handle, so that no two people share one.
    let (name, handle) = match luck.weighted(&[0.42, 0.2, 0.2, 0.18]) {
        0 => (
            format!("{} {}", first[0], last[usize::from(woman)]),
            format!("{}_{}{number}", first[1], last[2]),
        ),
        1 => (first[0].clone(), format!("{}{number}", first[1])),
        2 => (
            format!("{} {}.", first[0], initial(&last[0])),
            format!("{}.{}{number}", last[2], &first[1][..1]),
        ),
        _ => {
            let fits = |row: &&Vec<String>| row[2] == "any" || (row[2] == "woman") == woman;
            let nicks: Vec<&Vec<String>> = texts.names("nicks").iter().filter(fits).collect();
            let nick = luck.pick(&nicks);
            (nick[0].clone(), format!("{}_{number}", nick[1]))
        }
    };
    // A long tail: half of the people have below 120 followers, one in a hundred some ten thousand.
    let tail = luck.unit();
    let followers = (8.0 * 10_f64.powf(tail * 1.6 + 2.1 * tail.powi(8))) as u64 + luck.below(40) as u64;
    Author {
        id: Some(format!("{}{:06}", language_digit(language) * 10 + place as u32, number).into()),
        handle: Some(handle.into()),
        name: Some(name.into()),
        followers: counted(place, followers),
        ours: false,
    }
}

fn new_account(seed: u64, language: Language, place: Place, number: u32) -> Author {
    let texts = Texts::get().of(language);
    let mut luck = Luck::new(seed, Purpose::Person, 100 + language as u64, u64::from(number));
    let first = luck.pick(texts.names(if number.is_multiple_of(2) { "women" } else { "men" }));
    let handle = format!("{}{}{number}", first[1], luck.between(100_000, 999_999));
    Author {
        id: Some(format!("9{}{:06}", language_digit(language) * 10 + place as u32, number).into()),
        handle: Some(handle.into()),
        name: Some(first[0].as_str().into()),
        followers: counted(place, luck.below(12) as u64),
        ours: false,
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}

fn first_upper(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
