//! The search column of a stored post, and the words somebody types to search it.
//!
//! Both are folded in the same way, so «ЁЛКА» finds «елка» and `zolw` finds `żółw`. The column holds words with spaces between them and
//! nothing else; a store needs only a tokeniser that splits at spaces and compares bytes.

use memchr::memchr3;
use nabat_crisis::post::Item;
use nabat_text::letters::fold_plain;
use nabat_text::tokens::{Kind, Tokens, plain_words};

/// Most words of a search: further ones would narrow nothing, and each costs a look into the index.
pub const SEARCH_TERMS_MAX: usize = 20;

/// Longest search that is read, in bytes.
const SEARCH_BYTES_MAX: usize = 1_000;

/// The folded words of an item for its search column: title, text, hashtags as a whole and in parts, addresses in parts, the author's
/// name and handle.
pub fn search_text(item: &Item) -> String {
    let mut column = String::with_capacity(item.text.len() + 64);
    let mut tokens = Tokens::default();
    for text in item.title.as_deref().into_iter().chain([item.text.as_str()]) {
        // No token reaches over a space, so each stretch is read by itself, nearly always the short way.
        for stretch in text.split([' ', '\n']) {
            if !has_signs(stretch) && push_folded(&mut column, stretch, false) {
                continue;
            }
            push_tokens(&mut column, stretch, &mut tokens);
        }
    }
    let beside =
        item.hashtags.iter().map(|tag| ('#', tag)).chain(item.mentions.iter().map(|name| ('@', name)));
    for (sign, word) in beside {
        // Most of them stand in the text and were read there.
        let in_text = |at: usize| item.text.get(..at).is_some_and(|before| before.ends_with(sign));
        if !item.text.match_indices(&**word).any(|(at, _)| in_text(at)) {
            push_plain(&mut column, word);
        }
    }
    for name in [&item.author.name, &item.author.handle].into_iter().flatten() {
        push_plain(&mut column, name);
    }
    column
}

/// Adds what a text is found by, read by the tokeniser.
fn push_tokens(column: &mut String, text: &str, tokens: &mut Tokens) {
    tokens.clear();
    tokens.add(0, text);
    for term in tokens.terms() {
        let original = &text[term.from as usize..term.until as usize];
        match term.kind {
            Kind::Word | Kind::Emoji => push(column, tokens.text(term)),
            Kind::Name | Kind::Address => push_plain(column, original),
            // The tag's body and parts follow as words; the stretched word stands there as it was written.
            Kind::Tag | Kind::Squeezed => {}
        }
    }
}

/// Whether a stretch may hold a hashtag, a name or an address.
fn has_signs(stretch: &str) -> bool {
    let bytes = stretch.as_bytes();
    let is_w = |byte: &u8| byte | 0x20 == b'w';
    memchr3(b'#', b'@', b'/', bytes).is_some()
        || bytes.iter().zip(bytes.iter().skip(1)).any(|(one, next)| is_w(one) && is_w(next))
}

/// Adds the words of a text of plain letters and punctuation; false, and nothing is added, when it holds anything else. A word of Latin
/// and Cyrillic letters may be another one in disguise, so it is not plain unless `mixed` says that nobody minds.
fn push_folded(column: &mut String, text: &str, mixed: bool) -> bool {
    let before = column.len();
    let separates = |c: char| match c {
        '\0'..='\x7F' => !c.is_ascii_alphanumeric(),
        '«' | '»' | '\u{2010}'..='\u{2027}' => true,
        _ => false,
    };
    for word in text.split(separates).filter(|word| !word.is_empty()) {
        if !column.is_empty() {
            column.push(' ');
        }
        let start = column.len();
        if !fold_plain(word, column) || !(mixed || is_of_one_alphabet(&column.as_bytes()[start..])) {
            column.truncate(before);
            return false;
        }
    }
    true
}

/// Whether a folded word does not hold both Latin and other letters.
fn is_of_one_alphabet(word: &[u8]) -> bool {
    word.is_ascii() || !word.iter().any(u8::is_ascii_alphabetic)
}

/// What somebody typed, folded like the column: one entry per word, to be searched as the beginning of a word. Empty when nothing
/// was typed that can be searched.
pub fn search_terms(typed: &str) -> Vec<String> {
    let typed = &typed[..typed.floor_char_boundary(SEARCH_BYTES_MAX)];
    plain_words(typed).into_iter().map(|word| word.text).take(SEARCH_TERMS_MAX).collect()
}

fn push(column: &mut String, word: &str) {
    if !column.is_empty() {
        column.push(' ');
    }
    column.push_str(word);
}

fn push_plain(column: &mut String, text: &str) {
    if push_folded(column, text, true) {
        return;
    }
    for word in plain_words(text) {
        push(column, &word.text);
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::*;
    use crate::intake::clean::samples::item;

    proptest! {
        #[test]
        fn the_short_way_gives_the_words_of_the_long_one(
            text in "([#@/.:wWA-Ca-cłŻÓеЕСссОоЁёйЙ0-9_«»—…’ \n\u{a0}\u{301}\u{ad}\u{200b}😀🇵🇱]|www\\.|Сбер|C3){0,30}",
        ) {
            let (mut whole, mut tokens) = (String::new(), Tokens::default());
            push_tokens(&mut whole, &text, &mut tokens);
            let mut post = item("");
            post.author = Default::default();
            post.text.clone_from(&text);
            prop_assert_eq!(search_text(&post), whole);
            let (mut plain, mut long) = (String::new(), String::new());
            push_plain(&mut plain, &text);
            plain_words(&text).iter().for_each(|word| push(&mut long, &word.text));
            prop_assert_eq!(plain, long);
        }
    }

    #[test]
    fn a_post_is_found_whatever_the_letters_case_and_marks_of_what_was_typed() {
        let mut shown = item("ЁЛКА упала! #PKOBank @moja.zabka https://sklep.example/kasa Żółw Cбер");
        shown.title = Some("Гречка подорожала".into());
        shown.author.name = Some("Łukasz Wójcik".into());
        shown.hashtags = vec!["PKOBank".into(), "Beside".into()];
        let column = search_text(&shown);
        expect!["гречка подорожала елка упала pkobank pko bank moja zabka https sklep example kasa zolw cбер сбер beside lukasz wojcik"].assert_eq(&column);
        for typed in [
            "Гречка",
            "гречка",
            "елка",
            "ЁЛКА",
            "zolw",
            "ŻÓŁW",
            "wojcik",
            "#pkobank",
            "bank",
            "сбер",
            "beside",
            "sklep.example",
        ] {
            let found = search_terms(typed)
                .iter()
                .all(|term| column.split(' ').any(|word| word.starts_with(term.as_str())));
            assert!(found, "{typed} in {column}");
        }
    }

    #[test]
    fn what_cannot_be_searched_gives_no_words_and_giants_are_cut() {
        assert_eq!(search_terms(" \"*:^ - "), [""; 0]);
        assert_eq!(search_terms("кока-кола OR 1"), ["кока", "кола", "or", "1"]);
        assert_eq!(search_terms(&"ы ".repeat(10_000)).len(), SEARCH_TERMS_MAX);
    }
}
