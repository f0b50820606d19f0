//! The languages that inflect, and which words are whose.

use super::{Inflected, Lang, Number, Reason, Row};
use crate::lang::{en, pl, ru};
use crate::look_alike::{is_cyrillic, is_latin};

/// The languages, in the order of their forms.
pub(super) const LANGUAGES: [Lang; 3] = [Lang::Ru, Lang::Pl, Lang::En];

/// Forms that may stand at one place.
pub(super) type Alternatives = Vec<(String, Reason)>;

impl Lang {
    /// Whether a word is written in the alphabet of the language from its first to its last letter. Words with digits in them are
    /// nobody's: people do not inflect them.
    pub(super) fn owns(self, word: &str) -> bool {
        let has = match self {
            Self::Ru => is_cyrillic,
            Self::Pl | Self::En => is_latin,
        };
        let foreign = self == Self::Pl && looks_english(word);
        !word.is_empty() && !foreign && word.chars().flat_map(char::to_lowercase).all(has)
    }

    /// The inflected forms of a word of the language, by number and case.
    pub(super) fn forms(self, word: &str) -> Alternatives {
        match self {
            Self::Ru => in_order(self, ru::inflect(word)),
            Self::Pl => in_order(self, pl::inflect(word)),
            Self::En => {
                en::forms(word).into_iter().map(|(shown, form)| (shown, Reason::English(form))).collect()
            }
        }
    }

    /// The rows of a phrase of the language, by number and case.
    pub(super) fn rows(self, words: &[&str]) -> Vec<Vec<Alternatives>> {
        let rows: Vec<Row> = match self {
            Self::Ru => ru::inflect_phrase(words),
            Self::Pl => pl::inflect_phrase(words),
            Self::En => return self.rows_of_last(words),
        };
        let mut rows: Vec<Vec<Alternatives>> = rows
            .into_iter()
            .filter(|row| row.len() == words.len())
            .map(|row| row.into_iter().map(|place| in_order(self, place)).collect())
            .collect();
        rows.sort_by_key(|row| row.iter().flatten().map(|(_, reason)| order(reason)).min());
        rows
    }

    /// English changes the last word of a name only: Burger Kings.
    fn rows_of_last(self, words: &[&str]) -> Vec<Vec<Alternatives>> {
        let Some((last, before)) = words.split_last() else { return Vec::new() };
        let forms = self.forms(last);
        if forms.is_empty() {
            return Vec::new();
        }
        let mut row: Vec<Alternatives> =
            before.iter().map(|word| vec![((*word).to_owned(), Reason::Written)]).collect();
        row.push(forms);
        vec![row]
    }
}

/// Letters in a row that English writes often and Polish does not, loans and names apart.
const ENGLISH_RUNS: [&str; 14] =
    ["q", "v", "x", "th", "sh", "ph", "gh", "wh", "oo", "ee", "ou", "ss", "tion", "dge"];

/// Whether a word in small letters is English rather than Polish by its spelling: nobody writes "glassowi". Names stay: people inflect
/// Rossmann and Google in Polish.
fn looks_english(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_lowercase()) && ENGLISH_RUNS.iter().any(|run| word.contains(run))
}

/// Whether a folded word is an ordinary word of a language of its alphabet.
pub(super) fn is_ordinary(folded: &str) -> bool {
    if Lang::Ru.owns(folded) {
        ru::is_ordinary(folded)
    } else {
        pl::is_ordinary(folded) || en::is_ordinary(folded)
    }
}

/// People read a paradigm by number first.
fn in_order(lang: Lang, mut forms: Vec<Inflected>) -> Alternatives {
    forms.sort_by_key(|form| (form.cell.number, form.cell.case));
    forms.into_iter().map(|form| (form.shown, Reason::Inflected(lang, form.cell))).collect()
}

fn order(reason: &Reason) -> (Number, super::Case) {
    match reason {
        Reason::Inflected(_, cell) => (cell.number, cell.case),
        Reason::Written
        | Reason::English(_)
        | Reason::Transliterated
        | Reason::Layout
        | Reason::LookAlike
        | Reason::Added => (Number::Singular, super::Case::Nominative),
    }
}
