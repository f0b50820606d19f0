//! How people type: lower case, dropped marks and full stops, stretched letters, slips of the finger.
//!
//! Names that topics look for are left whole, so that a slip never hides a post from its own topic.

use nabat_crisis::person::Language;

use crate::luck::Luck;

/// Beginnings of words that slips leave alone, in lower case: the names topics look for.
const KEPT: [&str; 12] =
    ["вель", "велм", "welm", "velm", "орлав", "orlav", "бубин", "bubin", "верес", "weres", "veres", "дет"];

/// The way one author types one post.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    formal: bool,
    lower: bool,
    bare_letters: bool,
    plain_ye: bool,
    no_stop: bool,
    stretch: bool,
    slip: bool,
}

impl Manner {
    /// Draws a manner; editors, press offices and shop chains write formally. A third of Polish posts come without marks, four fifths of Russian ones without ё.
    pub(super) fn draw(language: Language, formal: bool, luck: &mut Luck) -> Self {
        let casual = !formal;
        let mut also = |share: f64| luck.chance(share) && casual;
        Self {
            formal,
            lower: also(0.28),
            bare_letters: also(0.34) && language == Language::Pl,
            plain_ye: also(0.8) && language == Language::Ru,
            no_stop: also(0.6),
            stretch: also(0.05),
            slip: also(0.06),
        }
    }

    /// Types the words in this manner.
    pub(super) fn apply(self, words: &str, luck: &mut Luck) -> String {
        let mut text = tidy(words);
        if self.formal {
            return text;
        }
        if self.lower {
            text = lower_words(&text);
        }
        if self.bare_letters || self.plain_ye {
            text = text.chars().map(|letter| bare(letter, self.bare_letters)).collect();
        }
        if self.slip {
            swap_letters(&mut text, luck);
        }
        if self.stretch {
            stretch_vowel(&mut text, luck);
        }
        if self.no_stop && text.ends_with('.') && !text.ends_with("..") {
            text.pop();
        }
        text
    }
}

/// Empty slots leave double spaces and spaces before stops; nobody types those.
fn tidy(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.trim().chars() {
        if text.ends_with(' ') && matches!(letter, ' ' | ',' | '.' | '?') {
            text.pop();
        }
        text.push(letter);
    }
    text
}

/// Lower case but for addresses, which would lead elsewhere.
fn lower_words(text: &str) -> String {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| if word.starts_with("http") { word.to_owned() } else { word.to_lowercase() })
        .collect();
    words.join(" ")
}

fn bare(letter: char, polish: bool) -> char {
    match (letter, polish) {
        ('ё', false) => 'е',
        ('Ё', false) => 'Е',
        ('ą', true) => 'a',
        ('ć', true) => 'c',
        ('ę', true) => 'e',
        ('ł', true) => 'l',
        ('ń', true) => 'n',
        ('ó', true) => 'o',
        ('ś', true) => 's',
        ('ź' | 'ż', true) => 'z',
        ('Ą', true) => 'A',
        ('Ć', true) => 'C',
        ('Ę', true) => 'E',
        ('Ł', true) => 'L',
        ('Ó', true) => 'O',
        ('Ś', true) => 'S',
        ('Ź' | 'Ż', true) => 'Z',
        _ => letter,
    }
}

/// Byte ranges of lower-case words that a slip may hit.
fn loose_words(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let plain = word.chars().all(|letter| letter.is_alphabetic() && letter.is_lowercase());
        if plain && word.chars().count() >= 5 && !KEPT.iter().any(|kept| word.starts_with(kept)) {
            found.push((at, at + word.len()));
        }
        at += word.len() + 1;
    }
    found
}

/// Two neighbouring letters change places.
fn swap_letters(text: &mut String, luck: &mut Luck) {
    let words = loose_words(text);
    if words.is_empty() {
        return;
    }
    let (from, until) = *luck.pick(&words);
    let mut letters: Vec<char> = text[from..until].chars().collect();
    let first = 1 + luck.below(letters.len() - 2);
    letters.swap(first, first + 1);
    text.replace_range(from..until, &letters.into_iter().collect::<String>());
}

/// A vowel is held down: «ужааас», "soooo".
fn stretch_vowel(text: &mut String, luck: &mut Luck) {
    let words = loose_words(text);
    if words.is_empty() {
        return;
    }
    let (from, until) = *luck.pick(&words);
    let vowel = text[from..until].char_indices().rfind(|(_, letter)| "аоуэиыеяюaeiouyąęó".contains(*letter));
    let Some((offset, letter)) = vowel else { return };
    let more: String = std::iter::repeat_n(letter, luck.between(2, 4) as usize).collect();
    text.insert_str(from + offset, &more);
}
