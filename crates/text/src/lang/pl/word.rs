//! A word of a query as it was written: the letters that are inflected, and the capitals that its forms are shown with.

use unicode_normalization::UnicodeNormalization;

use crate::letters::is_invisible;

/// An abbreviation in capitals is at most this long; a longer word is a word somebody shouted.
const ACRONYM_LETTERS_MAX: usize = 5;

/// A word as written, and what its capitals tell.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// As written, composed, without characters that nobody sees.
    pub(super) written: String,
    /// In small letters: all rules work on these.
    pub(super) lower: String,
    /// Whether it begins with a capital or holds one inside (Wedel, mBank): a name.
    pub(super) is_name: bool,
    /// Whether it is a short word in capitals only (ZUS).
    pub(super) is_acronym: bool,
    /// Whether all of it is in capitals.
    pub(super) is_shouted: bool,
    /// Whether it has no Polish letter, so that somebody may have left the marks out (zamosc).
    pub(super) is_plain: bool,
}

impl Word {
    /// Reads a word.
    pub(super) fn read(written: &str) -> Self {
        let written: String = written.chars().filter(|c| !is_invisible(*c)).nfc().collect();
        let lower: String =
            written.chars().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}').collect();
        let n_letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let is_shouted = n_letters > 1 && !written.chars().any(char::is_lowercase);
        Self {
            is_name: written.chars().any(char::is_uppercase),
            is_acronym: is_shouted && n_letters <= ACRONYM_LETTERS_MAX,
            is_shouted,
            is_plain: !lower.contains(['ą', 'ć', 'ę', 'ł', 'ń', 'ó', 'ś', 'ź', 'ż']),
            written,
            lower,
        }
    }

    /// A form as people write it, with the capitals of the word: Żabka, żabce → Żabce; mBank, mbanku → mBanku; IKEA, ikei → IKEI.
    /// An abbreviation keeps its ending small, as in ZUSu, unless the ending took letters of it.
    pub(super) fn show(&self, form: &str) -> String {
        let whole = self.is_shouted && !(self.is_acronym && form.starts_with(&self.lower));
        let mut capitals = self.written.chars().map(char::is_uppercase);
        let mut shown = String::with_capacity(form.len());
        for c in form.chars() {
            if capitals.next().unwrap_or(false) || whole {
                shown.extend(c.to_uppercase());
            } else {
                shown.push(c);
            }
        }
        shown
    }

    /// Number of vowels, which is the number of syllables.
    pub(super) fn n_syllables(&self) -> usize {
        n_vowels(&self.lower)
    }
}

/// Whether a letter is a vowel of Polish or of the foreign names met in it.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'ą'
            | 'e'
            | 'ę'
            | 'i'
            | 'o'
            | 'ó'
            | 'u'
            | 'y'
            | 'é'
            | 'á'
            | 'è'
            | 'ö'
            | 'ü'
            | 'ä'
            | 'í'
            | 'à'
            | 'ê'
            | 'ô'
    )
}

/// Number of vowels in a text; i before a vowel only softens, and is none.
pub(super) fn n_vowels(text: &str) -> usize {
    let mut n = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_vowel(c) && !(c == 'i' && chars.peek().is_some_and(|next| is_vowel(*next))) {
            n += 1;
        }
    }
    n
}

/// Whether a word ends in one of these.
pub(super) fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}
