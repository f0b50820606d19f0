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

/// A list of words and endings: `-ость` is an ending, other entries are words, which stand for their compounds as well (Стройкамень).
#[derive(Debug)]
pub(super) struct List {
    words: HashSet<&'static str>,
    endings: Vec<&'static str>,
}

impl List {
    /// Reads a list written with spaces.
    pub(super) fn of(text: &'static str) -> Self {
        let (endings, words): (Vec<&str>, Vec<&str>) =
            text.split_whitespace().partition(|entry| entry.starts_with('-'));
        let endings = endings.into_iter().map(|ending| ending.trim_start_matches('-')).collect();
        Self { words: words.into_iter().collect(), endings }
    }

    /// Whether it holds the plain word.
    pub(super) fn has(&self, plain: &str) -> bool {
        self.endings.iter().any(|ending| plain.ends_with(ending))
            || last_parts(plain).any(|part| self.words.contains(part))
    }
}

/// The word, and what may be the last part of a compound: its endings of five letters or more, since shorter ones occur by chance.
pub(super) fn last_parts(plain: &str) -> impl Iterator<Item = &str> {
    let n_letters = plain.chars().count();
    let starts = plain.char_indices().take(n_letters.saturating_sub(4)).map(|(start, _)| start);
    std::iter::once(plain).chain(starts.skip(1).map(|start| &plain[start..]))
}

/// Whether the word ends with one of these endings, written with spaces.
pub(super) fn ends_with_any(word: &str, endings: &str) -> bool {
    endings.split(' ').any(|ending| word.ends_with(ending))
}

fn is_russian(c: char) -> bool {
    matches!(c, 'А'..='я' | 'Ё' | 'ё')
}
