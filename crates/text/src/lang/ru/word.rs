//! A word as the rules look at it, and the way back to how people write it.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;

/// Longer "words" are not inflected: nobody writes them, and every form of them would be kept.
const WORD_LETTERS_MAX: usize = 40;

/// A Russian word, or a part of one between hyphens.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// As written, composed (й is one letter).
    pub(super) written: String,
    /// In lower case, with its ё.
    pub(super) lower: String,
    /// In lower case, ё as е: what the lists are searched for. As many bytes as `lower`.
    pub(super) plain: String,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
    /// Whether all its letters (two or more) are capitals.
    pub(super) capitals: bool,
}

impl Word {
    /// `None` unless it is made of Russian letters only.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written: String = written.nfc().take(WORD_LETTERS_MAX + 1).collect();
        let n_letters = written.chars().count();
        if n_letters == 0 || n_letters > WORD_LETTERS_MAX || !written.chars().all(is_russian) {
            return None;
        }
        let lower = written.to_lowercase();
        Some(Self {
            plain: plain(&lower),
            capital: written.chars().next().is_some_and(char::is_uppercase),
            capitals: n_letters > 1 && written.chars().all(char::is_uppercase),
            lower,
            written,
        })
    }

    /// How many letters it has.
    pub(super) fn n_letters(&self) -> usize {
        self.plain.chars().count()
    }

    /// Its letter counted from the end, 0 being the last.
    pub(super) fn letter_back(&self, back: usize) -> Option<char> {
        self.plain.chars().rev().nth(back)
    }

    /// The word without its last `n` letters, in lower case with ё.
    pub(super) fn cut(&self, n: usize) -> &str {
        cut(&self.lower, n)
    }

    /// A form in lower case, with the capitals of this word where they have the same letters.
    pub(super) fn dress(&self, form: &str) -> String {
        // Endings of an abbreviation stay small (ГАЗа), those of a shouted word do not (ПЯТЁРОЧКУ).
        let shouted = self.capitals && (self.n_letters() > 5 || self.letter_back(0).is_some_and(is_vowel));
        let mut shown = String::with_capacity(form.len());
        let mut same = true;
        let mut written = self.written.chars();
        for (i, c) in form.chars().enumerate() {
            let of_word = written.next();
            same = same && of_word.is_some_and(|w| w.to_lowercase().eq([c]));
            match of_word {
                Some(w) if same => shown.push(w),
                _ if shouted || i == 0 && self.capital => shown.extend(c.to_uppercase()),
                _ => shown.push(c),
            }
        }
        shown
    }
}

/// Lower case without ё.
pub(super) fn plain(lower: &str) -> String {
    lower.replace('ё', "е")
}

/// A text without its last `n` letters.
pub(super) fn cut(text: &str, n: usize) -> &str {
    let mut rest = text.chars();
    for _ in 0..n {
        rest.next_back();
    }
    rest.as_str()
}

/// Whether this small letter is a vowel.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// Whether this small letter is a consonant (й counts, the signs do not).
pub(super) fn is_consonant(c: char) -> bool {
    !is_vowel(c) && !matches!(c, 'ь' | 'ъ')
}

/// ж ч ш щ: never followed by ы, я, ю.
pub(super) fn is_husher(c: char) -> bool {
    matches!(c, 'ж' | 'ч' | 'ш' | 'щ')
}

/// How many vowels, that is syllables.
pub(super) fn n_vowels(text: &str) -> usize {
    text.chars().filter(|c| is_vowel(*c)).count()
}

/// The words of a list that is written with spaces.
pub(super) fn list(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// Whether a list of words and endings, written with spaces, holds the word: `-ость` is an ending, other entries are words.
/// A word of five letters or more stands for its compounds as well (Стройкамень).
pub(super) fn is_listed(plain: &str, list: &str) -> bool {
    list.split_whitespace().any(|known| match known.strip_prefix('-') {
        Some(ending) => plain.ends_with(ending),
        None => plain == known || known.len() >= 10 && plain.ends_with(known),
    })
}

/// Whether the word ends with one of these endings, written with spaces.
pub(super) fn ends_with_any(word: &str, endings: &str) -> bool {
    endings.split_whitespace().any(|ending| word.ends_with(ending))
}

fn is_russian(c: char) -> bool {
    matches!(c, 'А'..='я' | 'Ё' | 'ё')
}
