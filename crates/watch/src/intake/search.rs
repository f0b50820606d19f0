//! The search column of a stored post, and the words somebody types to search it.
//!
//! Both are folded in the same way, so «ЁЛКА» finds «елка» and `zolw` finds `żółw`. The column holds words with spaces between them and
//! nothing else; a store needs only a tokeniser that splits at spaces and compares bytes.

use nabat_crisis::post::Item;
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
        tokens.clear();
        tokens.add(0, text);
        for term in tokens.terms() {
            let original = &text[term.from as usize..term.until as usize];
            match term.kind {
                Kind::Word | Kind::Emoji => push(&mut column, tokens.text(term)),
                Kind::Name | Kind::Address => push_plain(&mut column, original),
                // The tag's body and parts follow as words; the stretched word stands there as it was written.
                Kind::Tag | Kind::Squeezed => {}
            }
        }
    }
    let beside =
        item.hashtags.iter().map(|tag| ("#", tag)).chain(item.mentions.iter().map(|name| ("@", name)));
    for (sign, word) in beside {
        // Most of them stand in the text and were read there.
        if !item.text.contains(&format!("{sign}{word}")) {
            push_plain(&mut column, word);
        }
    }
    for name in [&item.author.name, &item.author.handle].into_iter().flatten() {
        push_plain(&mut column, name);
    }
    column
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
    for word in plain_words(text) {
        push(column, &word.text);
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::intake::clean::samples::item;

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
