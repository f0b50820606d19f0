//! Words that mix Latin and Cyrillic letters which look the same: «Cбер» with a Latin C.
//!
//! People hide a name from searches that way, or forget to switch the keyboard. Such a word also counts as the all-Cyrillic and as
//! the all-Latin word, if every foreign letter has a twin; otherwise nobody would read it as a word of that alphabet.

/// Latin letters and their Cyrillic twins, in lower case.
const TWINS: [(char, char); 13] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('t', 'т'),
    ('m', 'м'),
    ('h', 'н'),
    ('b', 'в'),
    ('i', 'і'),
];

/// Whether a folded letter is Latin.
pub(crate) fn is_latin(c: char) -> bool {
    match c {
        'a'..='z' => true,
        '\u{DF}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => c.is_alphabetic(),
        _ => false,
    }
}

/// Whether a folded letter is Cyrillic.
pub(crate) fn is_cyrillic(c: char) -> bool {
    match c {
        '\u{430}'..='\u{44F}' => true,
        '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{A640}'..='\u{A69F}' => c.is_alphabetic(),
        _ => false,
    }
}

/// The word in Cyrillic letters only, if each of its Latin letters has a twin.
pub(crate) fn all_cyrillic(word: &str) -> Option<String> {
    word.chars()
        .map(
            |c| {
                if is_latin(c) { TWINS.iter().find(|(l, _)| *l == c).map(|(_, twin)| *twin) } else { Some(c) }
            },
        )
        .collect()
}

/// The word in Latin letters only, if each of its Cyrillic letters has a twin.
pub(crate) fn all_latin(word: &str) -> Option<String> {
    word.chars()
        .map(|c| {
            if is_cyrillic(c) { TWINS.iter().find(|(_, l)| *l == c).map(|(twin, _)| *twin) } else { Some(c) }
        })
        .collect()
}
