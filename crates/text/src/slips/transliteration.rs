//! Names in the other alphabet, as people type them.
//!
//! No standard is followed: a Russian types «Пятёрочка» as Pyaterochka, Piaterochka, Pjaterochka or Pyatyorochka, a Pole as Piatioroczka.
//! Each system gives one spelling, the commonest first, and what two systems spell alike is given once.

mod cyrillic;
mod latin;

pub use cyrillic::to_cyrillic;
pub use latin::to_latin;

/// Whether a lower-case letter is a vowel of Russian, Polish or English.
fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'а' | 'е'
            | 'ё'
            | 'и'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'і'
            | 'ї'
            | 'є'
            | 'a'
            | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'ą'
            | 'ę'
            | 'ó'
            | 'é'
            | 'ä'
            | 'ö'
            | 'ü'
    )
}

/// Adds a spelling that is not there yet.
fn add(spellings: &mut Vec<String>, spelling: String) {
    if !spelling.is_empty() && !spellings.contains(&spelling) {
        spellings.push(spelling);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_russian_word_has_a_latin_spelling_and_none_twice(word in "[А-ЯЁ][а-яё]{3,9}") {
            let spellings = to_latin(&word);
            // A word of signs only, such as «Ьъьъ», has no sound to write.
            prop_assert_eq!(spellings.is_empty(), word.chars().all(|c| matches!(c, 'Ь' | 'Ъ' | 'ь' | 'ъ')));
            prop_assert!(spellings.iter().all(|each| each.chars().all(char::is_alphabetic)));
            let mut once = spellings.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), spellings.len());
        }

        #[test]
        fn each_polish_word_has_a_cyrillic_spelling_and_none_twice(word in "[A-ZŻŁŚ][a-pr-ząćęłńóśźż]{3,9}") {
            let spellings = to_cyrillic(&word);
            prop_assert!(!spellings.is_empty());
            prop_assert!(spellings.iter().all(|each| each.chars().all(char::is_alphabetic)));
            let mut once = spellings.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), spellings.len());
        }
    }
}
