//! Words that differ by one slip of the finger.

use std::collections::BTreeSet;

use crate::look_alike::{is_cyrillic, is_latin};

/// Fewest letters of `word~1`: one edit of a shorter word meets ordinary words.
pub const FUZZY_LETTERS_MIN: usize = 5;
/// Most letters of `word~1`. No name is longer, and the words at one edit grow with the square of the letters.
pub const FUZZY_LETTERS_MAX: usize = 40;

const CYRILLIC: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const DIGITS: &str = "0123456789";

/// The word and all words at one edit from it: a letter or digit too many, too few or another one, or two neighbours swapped.
/// The letters are those of the word's own alphabet. `folded` is a folded word; the words come sorted.
/// A word shorter than [`FUZZY_LETTERS_MIN`] or longer than [`FUZZY_LETTERS_MAX`] has only itself.
pub fn within_one_edit(folded: &str) -> Vec<String> {
    let word: Vec<char> = folded.chars().collect();
    if !(FUZZY_LETTERS_MIN..=FUZZY_LETTERS_MAX).contains(&word.len()) {
        return vec![folded.to_owned()];
    }
    let alphabet = alphabet(&word);
    let mut words = BTreeSet::from([folded.to_owned()]);
    for at in 0..=word.len() {
        let (before, after) = word.split_at(at);
        let with =
            |middle: &[char], rest: &[char]| -> String { before.iter().chain(middle).chain(rest).collect() };
        words.extend(alphabet.iter().map(|letter| with(&[*letter], after)));
        if let [first, rest @ ..] = after {
            words.insert(with(&[], rest));
            words.extend(alphabet.iter().map(|letter| with(&[*letter], rest)));
            if let [second, rest @ ..] = rest {
                words.insert(with(&[*second, *first], rest));
            }
        }
    }
    words.into_iter().collect()
}

/// The letters that a slip in this word may bring: those of its alphabets, the digits, and its own.
fn alphabet(word: &[char]) -> Vec<char> {
    let mut letters: BTreeSet<char> = DIGITS.chars().collect();
    letters.extend(word.iter().copied());
    if word.iter().any(|c| is_cyrillic(*c)) {
        letters.extend(CYRILLIC.chars());
    }
    if word.iter().any(|c| is_latin(*c)) {
        letters.extend(LATIN.chars());
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_one_edit() {
        let words = within_one_edit("сбербанк");
        for slip in ["сбербанк", "сберанк", "сбенрбанк", "збербанк", "сбебранк", "сбербан", "сбербанк1"]
        {
            assert!(words.iter().any(|word| word == slip), "{slip}");
        }
        for other in ["сбербану1", "сбрбан", "sбербанк", "ребсбанк"] {
            assert!(!words.iter().any(|word| word == other), "{other}");
        }
    }

    #[test]
    fn too_short_and_endless_words_have_only_themselves() {
        assert_eq!(within_one_edit("сбер"), ["сбер"]);
        let endless = "а".repeat(FUZZY_LETTERS_MAX + 1);
        assert_eq!(within_one_edit(&endless), std::slice::from_ref(&endless));
    }

    #[test]
    fn letters_of_the_word_itself_count_as_its_alphabet() {
        assert!(within_one_edit("nestlé").iter().any(|word| word == "nestléé"));
    }

    /// The distance of two words in single edits, by the plain table.
    fn distance(one: &[char], other: &[char]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let change = usize::from(one[i - 1] != other[j - 1]);
                        let mut least =
                            (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + change);
                        let swapped =
                            i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                        if swapped {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        table[one.len()][other.len()]
    }

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    proptest! {
        #[test]
        fn each_word_given_is_within_one_edit_and_given_once(word in "[а-я]{5,9}|[a-z0-9]{5,9}|[a-zé]{5,7}") {
            let words = within_one_edit(&word);
            for other in &words {
                prop_assert!(distance(&letters(&word), &letters(other)) <= 1, "{other}");
            }
            prop_assert!(words.is_sorted_by(|one, other| one < other));
        }

        /// Two random words are rarely neighbours, so the other word is the first after one or two random changes.
        #[test]
        fn each_word_within_one_edit_is_given(
            word in "[а-я]{5,9}",
            changes in proptest::collection::vec((0..4_u8, any::<usize>(), 0..42_usize), 0..3),
        ) {
            let pool: Vec<char> = CYRILLIC.chars().chain(DIGITS.chars()).collect();
            let mut other = letters(&word);
            for (kind, place, letter) in changes {
                let at = place % other.len();
                match kind {
                    0 => other.insert(at, pool[letter]),
                    1 => { other.remove(at); }
                    2 => other[at] = pool[letter],
                    _ => other.swap(at, place % (at + 1)),
                }
            }
            let near = distance(&letters(&word), &other) <= 1;
            let other: String = other.into_iter().collect();
            prop_assert_eq!(within_one_edit(&word).contains(&other), near);
        }
    }
}
