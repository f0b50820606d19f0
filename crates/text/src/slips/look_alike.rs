//! Digits and letters that look like others: N3stlé, 0zon.
//!
//! A word that mixes alphabets needs nothing here: the reader of posts already gives it as the word of each alphabet. So «C6ер» is found
//! as «с6ер».

use std::collections::BTreeSet;

use super::cased_like;
use crate::letters::fold;
use crate::look_alike::{all_cyrillic, all_latin, is_cyrillic, is_latin};

/// Letters and the digits that stand for them. The plainest digit of a letter first.
const DIGITS: [(char, char); 16] = [
    ('o', '0'),
    ('i', '1'),
    ('l', '1'),
    ('e', '3'),
    ('a', '4'),
    ('s', '5'),
    ('g', '9'),
    ('b', '8'),
    ('t', '7'),
    ('z', '2'),
    ('о', '0'),
    ('з', '3'),
    ('е', '3'),
    ('ч', '4'),
    ('б', '6'),
    ('в', '8'),
];

/// Fewest letters of a word all of whose letters are taken from the other alphabet: COK is an English word before it is «сок».
const TWIN_LETTERS_MIN: usize = 5;

/// The disguises of a word: one of its letters replaced by a digit, once or everywhere; all such letters at once; all letters taken from
/// the other alphabet. What keeps too few letters to be read as the word is left out.
pub fn disguised(word: &str) -> Vec<String> {
    let letters: Vec<char> = fold(word).chars().collect();
    let mut disguises = BTreeSet::new();
    let mut all = letters.clone();
    for (letter, digit) in DIGITS {
        let places: Vec<usize> = (0..letters.len()).filter(|at| letters[*at] == letter).collect();
        let mut everywhere = letters.clone();
        for at in places {
            let mut once = letters.clone();
            once[at] = digit;
            disguises.insert(once);
            everywhere[at] = digit;
            all[at] = digit;
        }
        disguises.insert(everywhere);
    }
    disguises.insert(all);
    disguises.remove(&letters);
    let mut words: Vec<String> = disguises
        .into_iter()
        .filter(|disguise| is_readable(disguise))
        .map(|disguise| disguise.into_iter().collect())
        .collect();
    words.extend(twin(&letters));
    words.iter().map(|each| cased_like(word, each)).collect()
}

/// Two of five letters are still there: 0r13n is read, 030н is a number.
fn is_readable(disguise: &[char]) -> bool {
    disguise.iter().filter(|c| c.is_alphabetic()).count() * 5 >= disguise.len() * 2
}

/// The word in look-alike letters of the other alphabet from first to last.
fn twin(letters: &[char]) -> Option<String> {
    let word: String = letters.iter().collect();
    if letters.len() < TWIN_LETTERS_MIN {
        None
    } else if letters.iter().all(|c| is_cyrillic(*c)) {
        all_latin(&word)
    } else if letters.iter().all(|c| is_latin(*c)) {
        all_cyrillic(&word)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_stands_for_a_letter() {
        for (word, disguise) in [
            ("Nestlé", "N3stlé"),
            ("Nestle", "Ne5tle"),
            ("Ozon", "0zon"),
            ("Озон", "0зон"),
            ("Сбер", "С6ер"),
            ("Orlen", "0r13n"),
            ("Мотор", "Motop"),
        ] {
            assert!(disguised(word).iter().any(|each| each == disguise), "{word}: {:?}", disguised(word));
        }
    }

    #[test]
    fn what_nobody_could_read_is_no_disguise() {
        assert!(!disguised("Озон").iter().any(|each| each == "030н"));
        assert_eq!(disguised("Сок"), ["С0к"]);
    }
}
