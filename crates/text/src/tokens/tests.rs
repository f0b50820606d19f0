//! Stories about tokens.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

/// The terms of a text, one place per line: kind sign, text, and the original in brackets if it differs.
fn check(text: &str, expected: Expect) {
    let mut tokens = Tokens::default();
    tokens.add(0, text);
    let mut lines = Vec::new();
    for term in tokens.terms() {
        let sign = match term.kind {
            Kind::Word => "",
            Kind::Emoji => "emoji ",
            Kind::Tag => "#",
            Kind::Name => "@",
            Kind::Address => "address ",
            Kind::Squeezed => "squeezed ",
        };
        let places = if term.next == term.first + 1 {
            term.first.to_string()
        } else {
            format!("{}-{}", term.first, term.next - 1)
        };
        let original = &text[term.from as usize..term.until as usize];
        lines.push(format!("{places} {sign}{} <{original}>\n", tokens.text(term)));
    }
    expected.assert_eq(&lines.concat());
}

#[test]
fn words_are_runs_of_letters_digits_and_marks() {
    check(
        "Купил iPhone15, а он — O'Reilly_x!",
        expect![[r#"
        0 купил <Купил>
        1 iphone15 <iPhone15>
        2 а <а>
        3 он <он>
        4 o <O>
        5 reilly <Reilly>
        6 x <x>
    "#]],
    );
}

#[test]
fn a_hashtag_is_found_as_a_tag_as_a_word_and_by_its_parts() {
    check(
        "#PKOBank znowu leży",
        expect![[r#"
        0-1 #pkobank <#PKOBank>
        0-1 pkobank <#PKOBank>
        0 pko <PKO>
        1 bank <Bank>
        2 znowu <znowu>
        3 lezy <leży>
    "#]],
    );
    check(
        "#covid_w_polsce #5G #Covid19News #iPhone15",
        expect![[r#"
        0-2 #covid_w_polsce <#covid_w_polsce>
        0 covid <covid>
        1 w <w>
        2 polsce <polsce>
        3 #5g <#5G>
        3 5g <#5G>
        4-5 #covid19news <#Covid19News>
        4-5 covid19news <#Covid19News>
        4 covid19 <Covid19>
        5 news <News>
        6-7 #iphone15 <#iPhone15>
        6-7 iphone15 <#iPhone15>
        6 i <i>
        7 phone15 <Phone15>
    "#]],
    );
    check(
        "a#b #123 # ##тег",
        expect![[r#"
        0 a <a>
        1 b <b>
        2 123 <123>
        3 #тег <#тег>
        3 тег <#тег>
    "#]],
    );
}

#[test]
fn a_name_is_never_split_and_an_address_of_mail_is_no_name() {
    check(
        "@Zabka, @moja.zabka. @_kot_! biuro@zabka.pl",
        expect![[r#"
        0 @zabka <@Zabka>
        0 zabka <@Zabka>
        1 @moja.zabka <@moja.zabka>
        2 @_kot_ <@_kot_>
        3 biuro <biuro>
        4 zabka <zabka>
        5 pl <pl>
    "#]],
    );
}

#[test]
fn a_web_address_takes_one_place_and_hides_its_words() {
    check(
        "смотриhttps://t.co/AbC <www.zabka.pl/promocje> HTTP://a.example/\"да\" www. ozon.ru",
        expect![[r#"
            0 смотри <смотри>
            1 address  <https://t.co/AbC>
            2 address  <www.zabka.pl/promocje>
            3 address  <HTTP://a.example/>
            4 да <да>
            5 www <www>
            5 squeezed w <www>
            6 ozon <ozon>
            7 ru <ru>
        "#]],
    );
}

#[test]
fn an_emoji_ends_a_word_and_a_flag_is_one_token() {
    check(
        "света😡😡 🇵🇱🇺🇦🇷 👍🏽 ©Acme™ ❤️",
        expect![[r#"
        0 света <света>
        1 emoji 😡 <😡>
        2 emoji 😡 <😡>
        3 emoji 🇵🇱 <🇵🇱>
        4 emoji 🇺🇦 <🇺🇦>
        5 emoji 🇷 <🇷>
        6 emoji 👍 <👍>
        7 acme <Acme>
        8 emoji ❤ <❤>
    "#]],
    );
}

#[test]
fn a_disguised_word_is_also_found_in_its_own_alphabet() {
    check(
        "Cбер оrlen Sбер COK #Cбер",
        expect![[r#"
        0 cбер <Cбер>
        0 сбер <Cбер>
        1 оrlen <оrlen>
        1 orlen <оrlen>
        2 sбер <Sбер>
        3 cok <COK>
        4 #cбер <#Cбер>
        4 cбер <#Cбер>
        4 сбер <#Cбер>
    "#]],
    );
}

#[test]
fn what_stands_beside_the_text_lies_far_from_it_and_broken_tags_are_left_out() {
    let mut tokens = Tokens::default();
    tokens.add(0, "Кефир скис");
    tokens.add_tag(1, "СвежийКефир");
    tokens.add_tag(1, "не тег");
    tokens.add_name(1, "moja.zabka");
    tokens.add_name(1, "a@b");
    let found: Vec<_> = tokens.terms().iter().map(|t| (t.kind, tokens.text(t), t.first)).collect();
    assert_eq!(found[2], (Kind::Tag, "свежийкефир", 1_002));
    assert_eq!(found.last(), Some(&(Kind::Name, "moja.zabka", 3_004)));
    assert_eq!(found.len(), 7);
}

#[test]
fn plain_words_are_what_a_person_types() {
    let words = |text: &str| plain_words(text).into_iter().map(|w| w.text).collect::<Vec<_>>();
    assert_eq!(words("T-Mobile, «ЁЛКА» 😡 @moja.zabka"), ["t", "mobile", "елка", "😡", "moja", "zabka"]);
    assert_eq!(words(" … "), [""; 0]);
}

#[test]
fn a_stretched_word_is_also_found_squeezed() {
    check(
        "сбееербанк soooo Россия 1000 ООО WWWow #Ураааа Cбееер",
        expect![[r#"
            0 сбееербанк <сбееербанк>
            0 squeezed сбербанк <сбееербанк>
            1 soooo <soooo>
            1 squeezed so <soooo>
            2 россия <Россия>
            3 1000 <1000>
            4 ооо <ООО>
            4 squeezed о <ООО>
            5 wwwow <WWWow>
            5 squeezed wow <WWWow>
            6 #ураааа <#Ураааа>
            6 ураааа <#Ураааа>
            6 squeezed ура <#Ураааа>
            7 cбееер <Cбееер>
            7 сбееер <Cбееер>
            7 squeezed cбер <Cбееер>
        "#]],
    );
}

/// The sentences of a text, as the words of each.
fn sentences(text: &str) -> Vec<String> {
    let mut tokens = Tokens::default();
    tokens.add(0, text);
    let mut found = vec![String::new()];
    for term in tokens.terms().iter().filter(|term| matches!(term.kind, Kind::Word | Kind::Emoji)) {
        let n_before = tokens.sentence_starts().partition_point(|start| *start <= term.first);
        found.resize(n_before + 1, String::new());
        found[n_before].push_str(tokens.text(term));
        found[n_before].push(' ');
    }
    found
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    for (text, expected) in [
        ("Кефир скис. Верните деньги!", vec!["кефир скис ", "верните деньги "]),
        ("А. Пушкин занял 5. место? Да…", vec!["а пушкин занял 5 место ", "да "]),
        ("Что?! Опять... Ужас", vec!["что ", "опять ", "ужас "]),
        ("сайт ozon.ru лежит.и всё", vec!["сайт ozon ru лежит и все "]),
        ("Заголовок\n \r\nТекст\nдальше", vec!["заголовок ", "текст дальше "]),
        ("Ура! 🎉 Żabka", vec!["ура ", "🎉 zabka "]),
        ("... Да", vec!["да "]),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
    let mut tokens = Tokens::default();
    tokens.add(0, "Заголовок без точки");
    tokens.add(1, "Текст");
    assert_eq!(tokens.sentence_starts(), [3 + PLACES_BETWEEN_PARTS]);
}

#[test]
fn a_term_knows_its_capital() {
    let mut tokens = Tokens::default();
    tokens.add(0, "Магнит магнит #Магнит ИКЕЯ");
    let capitals: Vec<_> = tokens.terms().iter().map(|t| (t.kind, t.capital)).collect();
    let (word, tag) = (Kind::Word, Kind::Tag);
    assert_eq!(capitals, [(word, true), (word, false), (tag, true), (word, true), (word, true)]);
}

proptest! {
    #[test]
    fn any_text_gives_terms_on_character_borders_in_rising_places(text in any::<String>()) {
        let mut tokens = Tokens::default();
        tokens.add(0, &text);
        let mut before = 0;
        for term in tokens.terms() {
            prop_assert!(text.get(term.from as usize..term.until as usize).is_some());
            prop_assert!(term.first >= before && term.next > term.first);
            prop_assert_eq!(term.hash, hash(term.kind, tokens.text(term)));
            before = term.first;
        }
    }

    #[test]
    fn signs_in_any_order_never_break_the_reader(text in "[#@_.aБWh:/p 😡🇵\u{301}\u{200d}1w]{0,40}") {
        let mut tokens = Tokens::default();
        tokens.add(0, &text);
        for term in tokens.terms() {
            prop_assert!(text.get(term.from as usize..term.until as usize).is_some());
        }
    }
}
