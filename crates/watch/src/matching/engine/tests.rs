//! Stories about matching.

use nabat_crisis::id::TopicId;

use crate::matching::frequency::Frequencies;
use crate::matching::{Engine, Highlights, PostView, Query, Scratch, highlights};

fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn matches(text: &str, post: &PostView<'_>) -> bool {
    let query = query(text);
    let engine = Engine::new([(TopicId(1), &query)]);
    let mut found = Vec::new();
    engine.matches(post, &mut Scratch::default(), &mut found);
    !found.is_empty()
}

fn text(text: &str) -> PostView<'_> {
    PostView { text, network: "vk", ..PostView::default() }
}

/// Rows of a query, a post and whether they belong together.
fn check(rows: &[(&str, &str, bool)]) {
    for (query, post, expected) in rows {
        assert_eq!(matches(query, &text(post)), *expected, "{query} on {post}");
    }
}

#[test]
fn words_are_found_whatever_their_case_and_marks() {
    check(&[
        ("гречка", "ГРЕЧКА подорожала", true),
        ("ёлка", "Елка упала", true),
        ("zolw", "Żółw uciekł", true),
        ("гречка", "гречневая каша", false),
        ("греч*", "гречневая каша", true),
        ("греч*", "#ГречкаДня", true),
        ("греч*", "овсянка с гречкой", true),
        ("речк*", "гречка", false),
        ("сбер", "Cбер опять лежит", true),
        ("Cбер", "Сбер опять лежит", true),
        ("😡", "опять без света😡😡", true),
        ("🇵🇱", "🇵🇱🇺🇦", true),
        ("с++", "учу С++", true),
    ]);
}

#[test]
fn a_phrase_stands_in_a_row_and_a_compound_is_written_in_three_ways() {
    check(&[
        ("«горячая линия»", "Чашка горячая. Линия метро закрыта", true),
        ("«горячая линия»", "линия горячая", false),
        ("«горячая линия»", "горячая наша линия", false),
        ("\"a a\"", "a b a", false),
        ("\"a a a\"", "a a b a a a", true),
        ("coca-cola", "Coca-Cola", true),
        ("coca-cola", "coca cola", true),
        ("coca-cola", "#CocaCola", true),
        ("coca-cola", "cola, coca", false),
        ("coca-col*", "cocacolowy smak", true),
        ("\"nowa coca-cola zero\"", "Nowa CocaCola Zero", true),
        ("\"nowa coca-cola zero\"", "nowa coca cola zero", true),
        ("\"nowa coca-cola zero\"", "nowa coca zero", false),
        ("\"bank znowu leży\"", "#PKOBank znowu leży", true),
        ("\"pkobank znowu\"", "#PKOBank znowu leży", true),
        ("AT&T", "AT&T is down", true),
        ("AT&T", "ATT is down", false),
        ("«без света»", "без 😡 света", false),
    ]);
}

#[test]
fn tags_and_names_are_whole() {
    check(&[
        ("#бойкот", "#Бойкот!", true),
        ("#бойкот", "бойкот", false),
        ("#бойкот", "#БойкотМагазину", false),
        ("бойкот", "#БойкотМагазину", true),
        ("@zabka", "Hej @Zabka, co jest?", true),
        ("@zabka", "@zabka_polska", false),
        ("zabka", "@zabka", true),
        ("@zabka", "biuro@zabka.pl", false),
        ("zabka", "https://www.zabka.pl/promocje", false),
    ]);
}

#[test]
fn fields_look_at_the_author_the_network_and_the_language() {
    let post = PostView {
        text: "кефир скис",
        network: "telegram",
        lang: Some("ru"),
        author_id: Some("77"),
        author_handle: Some("Zawod_Kefir"),
        author_name: Some("Молочный Завод"),
        ..PostView::default()
    };
    for (query, expected) in [
        ("кефир network:(vk OR Telegram)", true),
        ("кефир source:vk", false),
        ("кефир lang:ru", true),
        ("кефир -lang:ru-RU", false),
        ("кефир lang:pl", false),
        ("author:zawod_kefir", true),
        ("author:@zawod_kefir", true),
        ("author:zawod", false),
        ("author:\"молочный завод\"", true),
        ("author:(77 OR 78)", true),
        ("завод", false),
    ] {
        assert_eq!(matches(query, &post), expected, "{query}");
    }
    assert!(!matches("кефир lang:ru", &text("кефир")), "an unknown language is no language");
}

#[test]
fn title_text_and_what_stands_beside_are_searched_but_no_phrase_crosses_them() {
    let tags = ["СвежийКефир".into(), "кефир".into()];
    let names = ["zavod.kefir".into()];
    let post = PostView {
        title: Some("Скандал: кефир"),
        text: "скис за день #кефир",
        hashtags: &tags,
        mentions: &names,
        network: "web",
        ..PostView::default()
    };
    for (query, expected) in [
        ("скандал AND скис", true),
        ("«кефир скис»", false),
        ("#свежийкефир", true),
        ("свежий", true),
        ("@zavod.kefir", true),
        ("«день кефир»", true),
        ("«кефир свежий»", false),
    ] {
        assert_eq!(matches(query, &post), expected, "{query}");
    }
}

#[test]
fn an_engine_names_the_topics_in_rising_order() {
    let queries = [(9, "кефир"), (2, "скис"), (5, "масло"), (7, "кефир -масло")]
        .map(|(id, text)| (TopicId(id), query(text)));
    let engine = Engine::new(queries.iter().map(|(id, query)| (*id, query)));
    let (mut scratch, mut found) = (Scratch::default(), vec![TopicId(1)]);
    engine.matches(&text("Кефир скис"), &mut scratch, &mut found);
    assert_eq!(found, [TopicId(2), TopicId(7), TopicId(9)]);
    engine.matches(&text(""), &mut scratch, &mut found);
    assert_eq!((found.len(), engine.n_topics()), (0, 4));
}

#[test]
fn highlights_show_what_made_a_post_match_and_nothing_else() {
    let marked = |q: &str, post: &str| -> Vec<String> {
        highlights(&query(q), &text(post)).text.into_iter().map(|range| post[range].to_owned()).collect()
    };
    assert_eq!(marked("кефир", "Ке\u{AD}фир и ещё #СвежийКефир, КЕФИР!"), ["Ке\u{AD}фир", "Кефир", "КЕФИР"]);
    assert_eq!(marked("#свежийкефир OR свежий", "ещё #СвежийКефир"), ["#СвежийКефир"]);
    assert_eq!(marked("«горячая линия» -бот", "Горячая, увы, линия: горячая — линия"), ["горячая — линия"]);
    assert_eq!(marked("(кефир масло) OR скис", "кефир скис"), ["скис"]);
    assert_eq!(marked("кефир NOT скис", "кефир скис"), [""; 0]);
    assert_eq!(
        marked("z\u{307}o\u{301}łw*", "Żółwie i z\u{307}o\u{301}łw"),
        ["Żółwie", "z\u{307}o\u{301}łw"]
    );
    let titled = PostView { title: Some("О кефире"), ..text("кефир") };
    let Highlights { title, text: in_text } = highlights(&query("кефир*"), &titled);
    assert_eq!((title.len(), &"О кефире"[title[0].clone()], in_text.len()), (1, "кефире", 1));
    let beside = ["кефир".into()];
    assert_eq!(
        highlights(&query("кефир"), &PostView { hashtags: &beside, ..text("масло") }),
        Highlights::default()
    );
}

#[test]
fn a_hostile_post_costs_no_more_than_its_length() {
    let engine_query = query("\"a a a a a a b\" OR aaa* OR #a OR coca-cola OR «a-a-a c»");
    let engine = Engine::new([(TopicId(1), &engine_query)]);
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    for (piece, expected) in [
        ("a ", false),
        ("#a ", true),
        ("aaa", true),
        ("https://a", false),
        ("a\u{301}\u{328}\u{308}", false),
        ("@a.", false),
        ("🇵", false),
        ("((", false),
        ("a-a-a c ", true),
    ] {
        let post = piece.repeat(100_000 / piece.chars().count());
        engine.matches(&text(&post), &mut scratch, &mut found);
        assert_eq!(!found.is_empty(), expected, "{piece}");
        assert_eq!(highlights(&engine_query, &text(&post)).text.is_empty(), !expected, "{piece}");
    }
}

/// Steps that an engine takes to answer a query about a post.
fn n_steps(asked: &str, post: &str) -> u64 {
    let query = Query::parse(asked).unwrap();
    let engine = Engine::new([(TopicId(1), &query)]);
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    engine.matches(&text(post), &mut scratch, &mut found);
    scratch.tally().n_steps
}

#[test]
fn a_post_of_one_letter_takes_steps_in_proportion_to_its_length() {
    let post = "а ".repeat(100_000);
    for (asked, steps_a_word) in [
        ("\"=а =а =а\"", 10),
        ("\"=а =а =б =а\"", 10),
        ("=а NEAR/100 =а", 10),
        ("(=а NEAR/100 =а) NEAR/100 =б", 10),
        ("=б OR (=а NEAR/100 =а) ONEAR/100 =а", 220),
        ("\"=а =а =а =а\"~100", 10),
        ("=а SENT =а", 10),
        ("*аааа* OR аб?в OR =а", 10),
    ] {
        let n_steps = n_steps(asked, &post);
        assert!(n_steps <= 100_000 * steps_a_word, "{asked}: {n_steps} steps");
    }
}

#[test]
fn a_giant_post_and_a_query_of_thousands_of_phrases_take_few_steps() {
    let words: Vec<String> = (0..100_000).map(|number| format!("слово{number}")).collect();
    let post = words.join(" ");
    assert!(post.len() > 1_000_000);
    assert!(n_steps("=слово7 NEAR/5 =слово9 -=сыр", &post) <= 20);
    let phrases: Vec<String> = (0..4_900).map(|number| format!("\"=о =а{number}\"")).collect();
    let asked = phrases.join(" OR ");
    // The rare word of each phrase is what it waits for, so the common one asks nothing.
    assert_eq!(n_steps(&asked, &"о слово ".repeat(50_000)), 0);
    let n_steps = n_steps(&asked, &("о слово ".repeat(5_000) + "о а4899"));
    assert!(n_steps <= 10_000 * 5_000, "{n_steps} steps");
}

#[test]
fn a_word_that_ten_thousand_queries_wait_for_is_looked_up_once_however_often_it_stands_in_a_post() {
    let queries: Vec<(TopicId, Query)> =
        (0..10_000).map(|number| (TopicId(number), query(&format!("=о -=а{number}")))).collect();
    let engine = Engine::new(queries.iter().map(|(id, query)| (*id, query)));
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    engine.matches(&text(&"о ".repeat(100_000)), &mut scratch, &mut found);
    assert_eq!(found.len(), 10_000);
    assert!(scratch.tally().n_steps <= 100_000, "{} steps", scratch.tally().n_steps);
}

#[test]
fn queries_wait_for_what_is_rare_once_the_stream_was_learned() {
    let mut known = Frequencies::default();
    for number in 0..2_000 {
        known.observe(&text(if number % 100 == 0 {
            "в хлебе болт"
        } else {
            "свежий хлеб каждый день"
        }));
    }
    let asked = query("=хлеб (=вода OR =болт) -=ночь");
    // Other queries use the rare words often, which makes them look common as long as nothing was learned.
    let others: Vec<Query> = (0..50).map(|number| query(&format!("=болт =вода =гайка{number}"))).collect();
    let topics = || std::iter::once((TopicId(1), &asked)).chain((2..).map(TopicId).zip(&others));
    let n_asked = |engine: &Engine, post: &str| {
        let (mut scratch, mut found) = (Scratch::default(), Vec::new());
        engine.matches(&text(post), &mut scratch, &mut found);
        (scratch.tally().n_queries, found)
    };
    let learned = Engine::knowing(topics(), &known);
    assert_eq!(n_asked(&learned, "свежий хлеб каждый день"), (0, vec![]), "it waits for the bolt");
    assert_eq!(n_asked(&learned, "болт и гайка"), (0, vec![]), "and needs the bread");
    assert_eq!(n_asked(&learned, "в хлебе болт, хлеб"), (1, vec![TopicId(1)]));
    assert_eq!(n_asked(&learned, "в хлебе болт, хлеб, ночь"), (1, vec![]));
    let plain = Engine::new(topics());
    assert_eq!(n_asked(&plain, "в хлебе болт, хлеб").1, [TopicId(1)]);
}

#[test]
fn what_a_query_waits_for_may_be_written_in_a_certain_way_at_one_place_only() {
    check(&[
        ("Магнит[^] AND (акция OR скидка)", "магнит на холодильник, Магнит и акция", true),
        ("Магнит[^] AND (акция OR скидка)", "магнит на холодильник и акция", false),
        ("{Гречка} AND цена", "гречка, гречка, Гречка: цена", true),
        ("{Гречка} AND цена", "гречка, ГРЕЧКА: цена", false),
    ]);
}
