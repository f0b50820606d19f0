//! Letters that can be compared, each with its place in the original text.
//!
//! The rules, for posts and queries alike:
//! 1. Soft hyphens, zero-width characters, direction marks, variation selectors and skin tones are dropped, so the letters
//!    around them join.
//! 2. Canonical composition (NFC).
//! 3. Lower case letter by letter: ß stays ß, İ becomes i.
//! 4. ё becomes е; ą ć ę ł ń ó ś ź ż become a c e l n o s z z. No other letter changes: й is not и, é is not e.
//!
//! Composition joins a letter with the marks behind it, so a letter's place may hold several characters of the original.
//! The way back is therefore kept per letter and always lies on character borders.

use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_canonical, is_combining_mark,
};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_properties::UnicodeEmoji;

/// Longest text that is read, in bytes. Posts are cut far below this; it keeps places within 32 bits for any caller.
pub const READ_BYTES_MAX: usize = 64 * 1024 * 1024;

/// A comparable letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// The letter after all the rules.
    pub folded: char,
    /// First byte in the original text.
    pub start: u32,
    /// First byte after it in the original text.
    pub end: u32,
    /// What it is.
    pub class: Class,
    /// Whether it was a capital.
    pub upper: bool,
}

/// What a character is to the tokeniser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A letter.
    Letter,
    /// A digit or another number sign.
    Digit,
    /// A combining mark: it belongs to the character before it and starts no word.
    Mark,
    /// An emoji.
    Emoji,
    /// Half of a flag.
    FlagHalf,
    /// Everything else separates words.
    Separator,
}

impl Class {
    /// Whether a word goes on with it.
    pub fn is_of_word(self) -> bool {
        match self {
            Self::Letter | Self::Digit | Self::Mark => true,
            Self::Emoji | Self::FlagHalf | Self::Separator => false,
        }
    }

    /// Whether a word can start with it.
    pub fn starts_word(self) -> bool {
        match self {
            Self::Letter | Self::Digit => true,
            Self::Mark | Self::Emoji | Self::FlagHalf | Self::Separator => false,
        }
    }

    /// The class of a character.
    pub fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{410}'..='\u{44F}' => Self::Letter,
            '0'..='9' => Self::Digit,
            '\0'..='\u{7F}' => Self::Separator,
            '\u{1F1E6}'..='\u{1F1FF}' => Self::FlagHalf,
            _ if is_emoji(c) => Self::Emoji,
            _ if is_combining_mark(c) => Self::Mark,
            _ if c.is_alphabetic() => Self::Letter,
            _ if c.is_numeric() => Self::Digit,
            _ => Self::Separator,
        }
    }
}

/// A character that Unicode counts as an emoji and that people read as one. The signs ©, ®, ™, ‼, ⁉ and 〰 are on Unicode's list
/// too, but stand in ordinary text as punctuation: as tokens they would break phrases such as a brand's name.
fn is_emoji(c: char) -> bool {
    match c {
        '\0'..='\u{203B}' | '‼' | '⁉' | '™' | 'ℹ' | '〰' => false,
        _ => c.is_emoji_char(),
    }
}

/// Whether a character is dropped before anything else, because nobody sees it.
pub fn is_invisible(c: char) -> bool {
    if c < '\u{AD}' {
        return false;
    }
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0001}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// The comparable form of a text, for columns and values that are compared as a whole.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut letters = Vec::with_capacity(text.len());
    read_letters(text, &mut letters);
    letters.iter().map(|letter| letter.folded).collect()
}

/// A text as it was written, without what nobody sees, in canonical composition: what `{Word}` of a query is compared with.
pub fn composed(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).nfc().collect()
}

/// Appends the folded letters of a word to `folded` and says so, if it has only Latin, Russian and Polish letters and the digits 0 to 9,
/// each one character. Such words are nearly all words; others go the whole way of [`read_letters`]. `folded` then holds rubbish.
pub fn fold_plain(word: &str, folded: &mut String) -> bool {
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' | '\u{430}'..='\u{44F}' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            '\u{410}'..='\u{42F}' | 'Ё' | 'ё' => folded.push(fold_char(c)),
            'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ó' | 'ś' | 'ź' | 'ż' => folded.push(fold_char(c)),
            'Ą' | 'Ć' | 'Ę' | 'Ł' | 'Ń' | 'Ó' | 'Ś' | 'Ź' | 'Ż' => folded.push(fold_char(c)),
            _ => return false,
        }
    }
    !word.is_empty()
}

/// Reads a text into comparable letters. `letters` is emptied first, so that one buffer serves many posts.
/// Of a text longer than [`READ_BYTES_MAX`] only the beginning is read.
pub fn read_letters(text: &str, letters: &mut Vec<Letter>) {
    letters.clear();
    let text = &text[..text.floor_char_boundary(READ_BYTES_MAX)];
    let mut chars = text.char_indices().filter(|(_, c)| !is_invisible(*c)).peekable();
    let mut cluster = Vec::new();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if stands_alone(c) && chars.peek().is_none_or(|(_, next)| !joins(*next)) {
            letters.push(letter(fold_char(c), start, end, c.is_uppercase()));
            continue;
        }
        cluster.clear();
        cluster.push(c);
        while let Some((at, next)) = chars.next_if(|(_, next)| joins(*next)) {
            cluster.push(next);
            end = at + next.len_utf8();
        }
        push_cluster(&cluster, start, end, letters);
    }
}

/// Whether composition never joins this character with what is before it, nor changes it. The first arms are the alphabets of
/// nearly all posts, spared the search in Unicode's tables.
pub(crate) fn stands_alone(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}' | '\u{400}'..='\u{482}' | '\u{2010}'..='\u{2027}' => true,
        _ => canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes,
    }
}

/// Whether composition may join this character with what is before it. One that is only changed by itself, such as a compatibility
/// character, leaves the character before it alone: a word would else begin with the separator in front of it.
fn joins(c: char) -> bool {
    !stands_alone(c)
        && (canonical_combining_class(c) != 0 || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe)
}

/// Rounds of composing one letter. Real writing needs two; a letter under a heap of marks loses those that are left after these,
/// since otherwise each round would take one mark off the heap and a hostile post would cost its length squared.
const ROUNDS_MAX: usize = 4;

/// Composes and folds characters that belong together. Folding may bare a letter (ą̈ becomes a and a mark) that composes anew, so
/// this goes on until nothing changes.
fn push_cluster(cluster: &[char], start: usize, end: usize, letters: &mut Vec<Letter>) {
    let mut composed: Vec<char> = cluster.iter().copied().nfc().collect();
    let upper = composed.first().is_some_and(|c| c.is_uppercase());
    for round in 0.. {
        let again: Vec<char> = composed.iter().map(|c| fold_char(*c)).nfc().collect();
        if again == composed {
            break;
        }
        composed = again;
        if round == ROUNDS_MAX {
            composed.retain(|c| !is_combining_mark(*c));
        }
    }
    for (index, c) in composed.into_iter().enumerate() {
        letters.push(letter(c, start, end, upper && index == 0));
    }
}

/// The folded letters of a letter and one mark behind it, when that is as plain as in real writing: one joined letter, or both. Nothing
/// when only [`read_letters`] can tell.
pub(crate) fn join(base: char, mark: char) -> Option<(char, Option<char>)> {
    let settled = |c: char| {
        let folded = fold_char(c);
        (stands_alone(folded) && fold_char(folded) == folded).then_some((folded, None))
    };
    let is_common = matches!(mark, '\u{300}'..='\u{36F}');
    if !is_common || is_nfc_quick(std::iter::once(mark)) == IsNormalized::No {
        return None;
    }
    if let Some(joined) = compose(base, mark) {
        return settled(joined);
    }
    // A mark that a letter holds already may change places with the new one, and folding may bare a letter that joins after all.
    let folded = fold_char(base);
    let apart = is_whole(base) && compose(folded, mark).is_none() && fold_char(mark) == mark;
    apart.then_some((folded, Some(mark)))
}

/// Whether a character is not a letter with a mark.
fn is_whole(c: char) -> bool {
    let mut n_parts = 0;
    decompose_canonical(c, |_| n_parts += 1);
    n_parts == 1
}

fn letter(folded: char, start: usize, end: usize, upper: bool) -> Letter {
    // READ_BYTES_MAX keeps places far below 32 bits.
    Letter { folded, start: start as u32, end: end as u32, class: Class::of(folded), upper }
}

/// Lower case, ё and the Polish letters of one character.
pub(crate) fn fold_char(c: char) -> char {
    let lower = match c {
        'a'..='z' | '\u{430}'..='\u{44F}' => return c,
        '\0'..='\u{7F}' => return c.to_ascii_lowercase(),
        // Lower case of İ is two characters; the first is the letter.
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    match lower {
        'ё' => 'е',
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_read_as_the_same_folds_to_the_same() {
        for (one, other) in [
            ("ЁЛКА", "елка"),
            ("Żółw", "zolw"),
            ("z\u{307}o\u{301}łty", "żółty"),
            ("мо\u{AD}ло\u{200B}ко\u{FEFF}", "молоко"),
            ("е\u{200B}\u{308}лка", "елка"),
            ("İstanbul", "istanbul"),
            ("👍\u{1F3FD}", "👍"),
            ("❤\u{FE0F}", "❤"),
            ("\u{202E}mleko\u{202C}", "mleko"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_is_another_letter_stays_another_letter() {
        for (one, other) in
            [("йогурт", "иогурт"), ("café", "cafe"), ("Müller", "Muller"), ("straße", "STRASSE")]
        {
            assert_ne!(fold(one), fold(other), "{one} and {other}");
        }
        assert_eq!(fold("и\u{306}огурт"), "йогурт");
    }

    #[test]
    fn a_letter_knows_the_bytes_it_came_from() {
        let text = "Z\u{307}uk";
        let mut letters = Vec::new();
        read_letters(text, &mut letters);
        let places: Vec<_> =
            letters.iter().map(|l| (l.folded, &text[l.start as usize..l.end as usize])).collect();
        assert_eq!(places, [('z', "Z\u{307}"), ('u', "u"), ('k', "k")]);
        assert!(letters[0].upper && !letters[1].upper);
        read_letters("!\u{F924}", &mut letters);
        assert_eq!((letters[1].start, letters[1].end), (1, 4), "the sign before it is no part of it");
    }

    #[test]
    fn marks_laid_bare_by_folding_compose_again() {
        assert_eq!(fold("ą\u{308}"), fold("a\u{308}"));
        assert_eq!(fold("ё\u{306}"), fold("е\u{306}"));
    }

    #[test]
    fn plain_words_fold_the_short_way_to_the_same() {
        let mut folded = String::new();
        for word in ["Żółw", "ЁЛКА", "iPhone15", "Щёлково", "ŹDŹBŁO"] {
            folded.clear();
            assert!(fold_plain(word, &mut folded), "{word}");
            assert_eq!(folded, fold(word));
        }
        for word in ["", "café", "z\u{307}olw", "мо\u{AD}локо", "о-о", "ґанок", "😡"] {
            assert!(!fold_plain(word, &mut folded), "{word}");
        }
        assert_eq!(composed("Z\u{307}o\u{301}\u{AD}łw"), "Żółw");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
        }

        #[test]
        fn letters_lie_on_character_borders_in_rising_order(text in any::<String>()) {
            let mut letters = Vec::new();
            read_letters(&text, &mut letters);
            let mut before = 0;
            for letter in letters {
                prop_assert!(text.get(letter.start as usize..letter.end as usize).is_some());
                prop_assert!(letter.start >= before && letter.end > letter.start);
                before = letter.start;
            }
        }
    }
}
