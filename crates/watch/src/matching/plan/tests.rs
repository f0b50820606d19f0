//! Stories about what a post answers.

use nabat_crisis::post::{Attachment, ItemKind};

use super::*;
use crate::matching::query::Query;
use crate::matching::view::Sentiment;

fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn holds(text: &str, post: &PostView<'_>) -> bool {
    let mut reading = Reading::default();
    reading.read(post);
    Plan::of(&query(text).root).holds(post, &reading)
}

fn text(text: &str) -> PostView<'_> {
    PostView { text, network: "vk", ..PostView::default() }
}

/// Rows of a query, a post and whether they belong together.
fn check(rows: &[(&str, &str, bool)]) {
    for (query, post, expected) in rows {
        assert_eq!(holds(query, &text(post)), *expected, "{query} on {post}");
    }
}

#[test]
fn near_counts_the_tokens_between_and_no_token_serves_twice() {
    check(&[
        ("=курьер NEAR/0 =опоздал", "опоздал курьер", true),
        ("=курьер NEAR/0 =опоздал", "курьер снова опоздал", false),
        ("=курьер NEAR/1 =опоздал", "курьер снова опоздал", true),
        ("=курьер ONEAR/1 =опоздал", "опоздал курьер", false),
        ("=курьер NEAR/1 =опоздал", "курьер 😡 😡 опоздал", false),
        ("=bank NEAR/3 =bank", "the bank is shut", false),
        ("=bank NEAR/3 =bank", "from bank to bank", true),
        ("\"=call =centre\" NEAR/0 =rude", "rude call centre", true),
        ("\"=call =centre\" NEAR/2 =centre", "call centre", false),
        ("=a NEAR/1 =b NEAR/1 =c", "c x a b", true),
        ("=a NEAR/1 =b NEAR/1 =c", "a c b", false),
        ("=a NEAR/1 (=b NEAR/1 =c)", "a x c b", true),
        ("(=a OR \"=b =c\") NEAR/0 (=d OR #e)", "#e b c", true),
        ("скандал* NEAR/2 @bank", "@bank в центре скандала", true),
    ]);
}

#[test]
fn a_window_holds_its_words_in_any_order_and_few_others() {
    check(&[
        ("\"=курьер =опоздал\"~1", "опоздал вчера курьер", true),
        ("\"=курьер =опоздал\"~1", "опоздал вчера наш курьер", false),
        ("\"=a =b =c\"~1", "c x a b", true),
        ("\"=a =b =c\"~1", "c x a y b", false),
        ("\"=a =a =b\"~2", "a b c", false),
        ("\"=a =a =b\"~2", "a b c a", true),
        ("\"зла* =coca-cola\"~0", "coca cola злая", true),
        ("\"зла* =coca-cola\"~0", "злая #CocaCola", true),
        ("\"=a =b\"~0 NEAR/0 =c", "c b a", true),
    ]);
}

#[test]
fn sent_looks_into_one_sentence() {
    check(&[
        ("=кефир SENT =скис", "Купил кефир. Он скис!", false),
        ("=кефир SENT =скис", "Купил кефир, а он скис!", true),
        ("=кефир SENT =скис", "Скис наш кефир\nза день", true),
        ("=кефир SENT =скис", "Кефир\n\nскис", false),
        ("=кефир SENT =кефир", "Кефир как кефир", true),
        ("=кефир SENT =кефир", "Кефир. Кефир", false),
        ("=a SENT =b SENT =c", "a b. c", false),
        ("=a SENT =b SENT =c", "x. c, b, a", true),
        ("(=a NEAR/1 =b) SENT =c", "a b c. a", true),
        ("(=a NEAR/1 =b) SENT =c", "c a. b c", false),
        ("\"=a =b\" SENT (=c OR #d)", "#d a b", true),
    ]);
    let titled = PostView { title: Some("Кефир"), ..text("Скис") };
    assert!(!holds("=кефир SENT =скис", &titled));
    assert!(holds("=кефир =скис", &titled));
}

#[test]
fn wildcards_and_edits_look_at_one_word() {
    check(&[
        ("*банк*", "Мособлбанковский", true),
        ("*банк*", "бан кота", false),
        ("*банк*", "@сбербанк", true),
        ("*банк*", "@сбер_банк", false),
        ("Шмид?", "Шмидт", true),
        ("Шмид?", "Шмидта", false),
        ("Шмид?", "Шмид!", false),
        ("Kowalsk??", "Kowalski", false),
        ("Kowalsk??", "Kowalskiego", false),
        ("Kowalsk??", "Kowalskim", true),
        ("\"пан? Шмид?\"", "пани Шмидт", true),
        ("сбербанк~1", "Сбербнак лежит", true),
        ("сбербанк~1", "сбербанков", false),
        ("biedronka~1", "Biedrnka zamknięta", true),
        ("biedronka~1", "biedrąnka", true),
        ("biedronka~1", "бiedronka", false),
    ]);
}

#[test]
fn exact_cased_and_capitalised_words() {
    check(&[
        ("=банк", "БАНК", true),
        ("{Apple}", "Apple store", true),
        ("{Apple}", "an apple", false),
        ("{Apple}", "APPLE", false),
        ("{Apple}", "#Apple", true),
        ("{Żabka}", "Z\u{307}abka", true),
        ("{Żabka}", "Zabka", false),
        ("{ёлка}", "елка", false),
        ("{мо\u{AD}локо}", "мо\u{200B}локо", true),
        ("\"{Green} {Day}\"", "Green Day", true),
        ("\"{Green} {Day}\"", "green Day", false),
        ("Магнит[^]", "Магнит закрыт", true),
        ("Магнит[^]", "МАГНИТ ЗАКРЫТ", true),
        ("Магнит[^]", "магнит на холодильник", false),
        ("Магнит[^ +магазик]", "наш Магазик", true),
        ("Магнит[^ +магазик]", "наш магазик", false),
        ("Магнит[+магазик +маг-азин]", "наш магазик", true),
        ("Магнит[+маг-азин]", "наш маг азин", true),
        ("Магнит[+маг-азин]", "наш магазин", true),
        ("Магнит[-магнит +магазик]", "магнит", false),
        ("М.Видео[-м-видео +эмвидео]", "М.Видео", false),
        ("М.Видео[-м-видео +эмвидео]", "мвидео", false),
        ("М.Видео[-м-видео +эмвидео]", "эмвидео", true),
        ("\"наш Магнит[-магнит +магазик]\"", "наш магазик", true),
        ("\"наш Магнит[-магнит +магазик]\"", "наш магнит", false),
    ]);
}

#[test]
fn a_stretched_word_is_met_unless_it_is_exact() {
    check(&[
        ("сбербанк", "сбееербанк лежит", true),
        ("=сбербанк", "сбееербанк лежит", false),
        ("сбербанк", "сбеербанк лежит", false),
        ("Россия", "Рооооссия!", true),
        ("о", "ООО «Завод»", false),
        ("\"сбербанк лежит\"", "Сбербааанк лежиииит", true),
    ]);
}

#[test]
fn fields_look_at_what_stands_beside_the_words() {
    let links: [Box<str>; 1] = ["https://Shop.example/Kasa".into()];
    let image = [Attachment { kind: "Image".into(), url: None, sha256: None, name: None }];
    let post = PostView {
        site: Some("News.Example.com"),
        permalink: Some("https://news.example.com/2026/kefir"),
        links: &links,
        kind: ItemKind::Review,
        attachments: &image,
        has_rating: true,
        followers: Some(1000),
        sentiment: Some(Sentiment::Negative),
        ..text("кефир https://t.example/ABC 😡")
    };
    for (asked, expected) in [
        ("site:example.com", true),
        ("site:news.example.com", true),
        ("site:(s.example OR com)", true),
        ("site:ample.com", false),
        ("кефир url:shop.example/kasa", true),
        ("кефир url:2026/KEFIR", true),
        ("кефир url:t.example/abc", true),
        ("кефир url:ozon", false),
        ("кефир type:review", true),
        ("кефир type:(post OR comment)", false),
        ("кефир has:image has:link has:rating has:emoji", true),
        ("кефир has:(video OR hashtag OR mention OR audio OR file)", false),
        ("кефир followers:1000", true),
        ("кефир followers:[1000 TO *]", true),
        ("кефир followers:[* TO 999]", false),
        ("кефир sentiment:(negative OR neutral)", true),
        ("кефир -sentiment:positive", true),
    ] {
        assert_eq!(holds(asked, &post), expected, "{asked}");
    }
    let bare = text("кефир #тег @имя");
    for (asked, expected) in [
        ("кефир followers:[* TO 999]", false),
        ("кефир sentiment:neutral", false),
        ("кефир has:hashtag has:mention", true),
        ("кефир has:link", false),
        ("кефир OR site:example.com", true),
    ] {
        assert_eq!(holds(asked, &bare), expected, "{asked}");
    }
}

#[test]
fn title_looks_into_the_title_only() {
    let post = PostView {
        title: Some("Горячая линия молчит"), ..text("Кефир скис, #завод молчит")
    };
    for (asked, expected) in [
        ("title:молчит", true),
        ("title:кефир", false),
        ("title:\"горячая линия\"", true),
        ("title:(кефир OR горяч*)", true),
        ("кефир -title:скис", true),
        ("title:#завод", false),
    ] {
        assert_eq!(holds(asked, &post), expected, "{asked}");
    }
    assert!(!holds("title:кефир", &text("кефир")));
}

#[test]
fn an_unresolved_part_finds_nothing() {
    assert!(!holds("$часть", &text("часть")));
}

/// How many terms and places were looked at to answer a query.
fn n_steps(asked: &str, post: &str) -> u64 {
    let post = text(post);
    let mut reading = Reading::default();
    reading.read(&post);
    Plan::of(&query(asked).root).holds(&post, &reading);
    reading.n_steps()
}

#[test]
fn a_hostile_post_is_answered_in_steps_that_grow_with_its_length_only() {
    // What is asked for beside the letter stands far away, so that nothing is found early and nothing is missing at once.
    let one_letter = |n_tokens: usize| format!("{} {} b", "a ".repeat(n_tokens), "x ".repeat(200));
    for (asked, n_tokens) in [
        ("=a =c", 100_000),
        ("\"=a =a =a =a =b\"", 100_000),
        ("=a ONEAR/100 =b", 100_000),
        ("=a NEAR/2 =a NEAR/2 =b", 20_000),
        ("\"=a =a =b\"~20", 10_000),
        ("=a SENT =a SENT =c", 100_000),
        ("*aaaa* OR a?b OR aaa*", 100_000),
    ] {
        let (short, long) = (n_steps(asked, &one_letter(1_000)), n_steps(asked, &one_letter(n_tokens)));
        let growth = n_tokens as u64 / 1_000;
        assert!(long <= short * growth + 1_000, "{asked}: {short} steps grow to {long}");
        assert!(short <= 1_500 * 60, "{asked}: {short} steps");
    }
    let megabyte = "a ".repeat(500_000);
    assert!(n_steps("\"=a =b\" OR =a NEAR/5 =b OR =a SENT =b", &megabyte) < 5_000_000);
}

#[test]
fn ten_thousand_phrases_with_one_common_word_are_answered_in_bounded_steps() {
    let phrases: Vec<String> = (0..4_900).map(|n| format!("\"=a =w{n}\"")).collect();
    let post = "a ".repeat(1_000);
    let steps = n_steps(&phrases.join(" OR "), &post);
    assert!(steps <= 4_900 * 2_100, "{steps} steps");
}
