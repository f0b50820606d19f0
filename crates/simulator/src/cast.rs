//! The invented company's own accounts, and how many people follow each.

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::network::Network;
use nabat_crisis::person::Language;

use crate::network::Place;

/// An account of the invented company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAccount {
    /// Where it is.
    pub network: Network,
    /// The name after `@`.
    pub handle: &'static str,
    /// The name people see.
    pub name: &'static str,
    /// The language it writes.
    pub language: Language,
}

/// An account of ours with its followers on the first day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Own {
    pub(crate) handle: &'static str,
    pub(crate) name: &'static str,
    pub(crate) followers: u64,
}

/// Our account on a network in a language.
pub(crate) fn own(place: Place, language: Language) -> Own {
    let (handle, name) = match language {
        Language::En => ("velmira_foods", "Velmira"),
        Language::Pl => ("welmira_polska", "Welmira Polska"),
        Language::Ru => ("velmira_ru", "Вельмира"),
    };
    let followers = match place {
        Place::Telegram => 12_400,
        Place::Vk => 48_900,
        Place::Instagram => 31_200,
        Place::X => 9_700,
        Place::Web | Place::Opinovo => 0,
    };
    let share = match language {
        Language::Ru => 10,
        Language::Pl => 6,
        Language::En => 5,
    };
    Own { handle, name, followers: followers * share / 10 }
}

/// The networks on which we have accounts, and their languages.
pub(crate) fn own_places() -> impl Iterator<Item = (Place, Language)> {
    let places = Place::ALL.into_iter().filter(|place| *place != Place::Opinovo);
    places.flat_map(|place| {
        let languages = [Language::Ru, Language::Pl, Language::En].into_iter();
        languages.filter(move |language| place.speaks(*language)).map(move |language| (place, language))
    })
}

/// All accounts of the company.
pub(crate) fn own_accounts() -> Vec<OwnAccount> {
    own_places()
        .map(|(place, language)| {
            let account = own(place, language);
            OwnAccount { network: place.network(), handle: account.handle, name: account.name, language }
        })
        .collect()
}

/// Followers of our account at an instant: they grow by 0.06 % a day, and a rumour takes 1.8 % within a day (guesses).
pub(crate) fn followers(
    place: Place,
    language: Language,
    since: SignedDuration,
    rumours: impl Iterator<Item = SignedDuration>,
) -> u64 {
    let grown = 1.0 + 0.0006 * since.as_secs_f64() / 86_400.0;
    let kept = rumours.filter(SignedDuration::is_positive).fold(1.0, |kept, since| {
        let hours = since.as_secs_f64() / 3_600.0;
        kept * (1.0 - 0.018 * (1.0 - (-hours / 9.0).exp()))
    });
    (own(place, language).followers as f64 * grown * kept) as u64
}

/// Whole days since 1970 of an instant, in UTC.
pub(crate) fn day_of(at: Timestamp) -> i64 {
    at.as_second().div_euclid(86_400)
}
