//! The other keyboard layout: «Vfuybn» for «Магнит».

use super::{LETTERS_MIN, cased_like};
use crate::letters::{Class, fold};

/// The keys of the Russian layout, and the same keys in the Latin one. Polish letters lie behind Alt on the keys of their plain letters.
const KEYS: [(char, char); 33] = [
    ('й', 'q'),
    ('ц', 'w'),
    ('у', 'e'),
    ('к', 'r'),
    ('е', 't'),
    ('н', 'y'),
    ('г', 'u'),
    ('ш', 'i'),
    ('щ', 'o'),
    ('з', 'p'),
    ('х', '['),
    ('ъ', ']'),
    ('ф', 'a'),
    ('ы', 's'),
    ('в', 'd'),
    ('а', 'f'),
    ('п', 'g'),
    ('р', 'h'),
    ('о', 'j'),
    ('л', 'k'),
    ('д', 'l'),
    ('ж', ';'),
    ('э', '\''),
    ('я', 'z'),
    ('ч', 'x'),
    ('с', 'c'),
    ('м', 'v'),
    ('и', 'b'),
    ('т', 'n'),
    ('ь', 'm'),
    ('б', ','),
    ('ю', '.'),
    ('ё', '`'),
];

/// A word typed with the other layout switched on. Some keys give punctuation there: at the edges it falls off, as «,bkfqy» for «Билайн»
/// is the word bkfqy to a reader of posts; inside it would cut the word into scraps, so such a word has no slip. Nor has one with a letter
/// that has no key, or of which too few letters are left.
pub fn in_other_layout(word: &str) -> Option<String> {
    let typed: String = fold(word).chars().map(other_key).collect::<Option<_>>()?;
    let typed = typed.trim_matches(|c| !Class::of(c).is_of_word());
    let is_word = typed.chars().all(|c| Class::of(c).is_of_word());
    (is_word && typed.chars().count() >= LETTERS_MIN).then(|| cased_like(word, typed))
}

fn other_key(c: char) -> Option<char> {
    if c.is_ascii_digit() {
        return Some(c);
    }
    KEYS.iter().find_map(|(russian, latin)| match c {
        _ if c == *russian => Some(*latin),
        _ if c == *latin => Some(*russian),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_typed_with_the_other_layout() {
        for (word, typed) in [
            ("Магнит", Some("Vfuybn")),
            ("ОЗОН", Some("JPJY")),
            ("Orlen", Some("Щкдут")),
            ("Żabka", Some("Яфилф")),
            ("Билайн", Some("Bkfqy")),
            ("Сбер", None),
            ("Nestlé", None),
        ] {
            assert_eq!(in_other_layout(word).as_deref(), typed, "{word}");
        }
    }
}
