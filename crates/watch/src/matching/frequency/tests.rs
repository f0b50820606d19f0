//! Stories about how common words are.

use nabat_text::scan::hash;
use nabat_text::tokens::Kind;
use proptest::prelude::*;

use crate::matching::Query;

use super::*;

fn learned(posts: &[&str]) -> Frequencies {
    let mut frequencies = Frequencies::default();
    for text in posts {
        frequencies.observe(&PostView { text, network: "vk", lang: Some("ru"), ..PostView::default() });
    }
    frequencies
}

fn share(frequencies: &Frequencies, word: &str) -> f64 {
    frequencies.share(hash(Kind::Word, word))
}

#[test]
fn a_word_is_as_common_as_the_posts_that_hold_it() {
    let frequencies = learned(&["Кефир скис, кефир!", "Кефир хороший", "Молоко скисло", "Сыр 😡 #сыр"]);
    assert_eq!(frequencies.n_posts(), 4);
    assert_eq!(share(&frequencies, "кефир"), 0.5);
    assert_eq!(share(&frequencies, "сыр"), 0.25);
    assert_eq!(share(&frequencies, "творог"), 0.0);
    assert_eq!(frequencies.share(hash(Kind::Emoji, "😡")), 0.25);
    assert_eq!(frequencies.share(hash(Kind::Tag, "сыр")), 0.25);
    assert_eq!(frequencies.share_of_field(Field::Network, "VK"), 1.0);
    assert_eq!(frequencies.share_of_field(Field::Lang, "pl"), 0.0);
}

#[test]
fn a_beginning_of_words_is_at_most_as_common_as_its_own_beginning() {
    let frequencies = learned(&["Отравился вчера", "Отравление!", "Отрава", "Отрок"]);
    assert_eq!(frequencies.share_of_prefix("отр"), 1.0);
    assert_eq!(frequencies.share_of_prefix("отра"), 0.75);
    assert_eq!(frequencies.share_of_prefix("отрав"), 0.75);
    assert_eq!(frequencies.share_of_prefix("отравл"), 0.25);
    assert_eq!(frequencies.share_of_prefix("отравлени"), 0.25);
    assert_eq!(frequencies.share_of_prefix("ро"), 1.0);
}

#[test]
fn fields_are_counted_as_queries_ask_for_them() {
    let mut frequencies = Frequencies::default();
    frequencies.observe(&PostView {
        author_handle: Some("Jan_K"),
        site: Some("sklep.przyklad.example"),
        network: "web",
        ..PostView::default()
    });
    for (field, value, share) in [
        (Field::Author, "jan_k", 1.0),
        (Field::Author, "jan", 0.0),
        (Field::Site, "przyklad.example", 1.0),
        (Field::Site, "klad.example", 0.0),
        (Field::Type, "post", 1.0),
        (Field::Sentiment, "negative", 0.0),
        (Field::Url, "przyklad", 1.0),
    ] {
        assert_eq!(frequencies.share_of_field(field, value), share, "{field:?} {value}");
    }
}

/// A stream of 2,000 posts: half tell of kefir, a tenth of sour milk, each hundredth of a refund.
fn stream() -> Frequencies {
    let texts: Vec<String> = (0..2_000)
        .map(|n| {
            let kefir = if n % 2 == 0 { "кефир" } else { "сыр" };
            let sour = if n % 10 == 0 { "прокисшее молоко" } else { "хлеб" };
            let refund = if n % 100 == 0 { "возврат" } else { "чек" };
            format!("{kefir} {sour} {refund}")
        })
        .collect();
    learned(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_query_tells_beforehand_which_share_of_posts_it_would_match() {
    let stream = stream();
    for (query, least, most) in [
        ("=кефир", 0.5, 0.5),
        ("=кефир OR =молоко", 0.6, 0.6),
        ("=кефир OR =сыр OR =хлеб", 1.0, 1.0),
        ("=кефир =возврат", 0.005, 0.01),
        ("\"=прокисшее =молоко\"", 0.1, 0.1),
        ("=хлеб -=кефир", 0.4, 0.5),
        ("возвр*", 0.01, 0.01),
        ("=кефир lang:pl", 0.0, 0.0),
        ("=кефир network:vk", 0.5, 0.5),
        ("=творог", 0.0, 0.001),
    ] {
        let share = stream.estimate(&Query::parse(query).unwrap()).unwrap();
        assert!((least - 1e-9..=most + 1e-9).contains(&share), "{query}: {share}");
    }
}

#[test]
fn with_few_posts_nothing_is_said() {
    let few = learned(&["кефир"; N_POSTS_MIN as usize - 1]);
    assert_eq!(few.estimate(&Query::parse("кефир").unwrap()), None);
}

#[test]
fn last_years_words_are_forgotten_and_shares_stay_shares() {
    let mut frequencies = Frequencies::default();
    for _ in 0..N_POSTS_MAX {
        frequencies.observe(&PostView { text: "новости", ..PostView::default() });
    }
    assert_eq!(share(&frequencies, "новости"), 1.0);
    frequencies.observe(&PostView { text: "тишина", ..PostView::default() });
    assert_eq!(frequencies.n_posts(), N_POSTS_MAX / 2 + 1);
    assert!(share(&frequencies, "новости") < 1.0);
    assert!(share(&frequencies, "тишина") > 0.0);
}

#[test]
fn a_post_without_end_is_counted_by_its_beginning() {
    let text: String = (0..100_000).map(|n| format!("слово{n} ")).collect();
    let frequencies = learned(&[&text]);
    let n_counted = frequencies.cells.iter().filter(|cell| **cell > 0).count();
    assert!(n_counted <= (ENTRIES_MAX + 100) * N_ROWS);
}

#[test]
fn what_was_learned_outlives_a_restart() {
    let frequencies = learned(&["Кефир скис", "Кефир", "Сыр"]);
    let bytes = frequencies.to_bytes();
    let read = Frequencies::from_bytes(&bytes).unwrap();
    assert_eq!((read.n_posts(), &read.cells), (3, &frequencies.cells));
    assert!(bytes.len() < 200, "{} bytes", bytes.len());
}

#[test]
fn damaged_or_foreign_bytes_are_refused_and_never_half_read() {
    let bytes = learned(&["Кефир скис"]).to_bytes();
    for length in 0..bytes.len() {
        assert!(Frequencies::from_bytes(&bytes[..length]).is_err(), "{length}");
    }
    let newer = [&[VERSION + 1], &bytes[1..]].concat();
    assert_eq!(Frequencies::from_bytes(&newer).unwrap_err(), BrokenFrequencies::Version(VERSION + 1));
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(Frequencies::from_bytes(&longer).unwrap_err(), BrokenFrequencies::Damaged(bytes.len()));
    let more_than_all = [VERSION, 1, 0, 2];
    assert_eq!(Frequencies::from_bytes(&more_than_all).unwrap_err(), BrokenFrequencies::Damaged(3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_share_is_never_too_small(posts in proptest::collection::vec("[a-d]{1,2}( [a-d]{1,2}){0,5}", 1..40)) {
        let texts: Vec<&str> = posts.iter().map(String::as_str).collect();
        let frequencies = learned(&texts);
        for word in posts.iter().flat_map(|post| post.split(' ')) {
            let n = posts.iter().filter(|post| post.split(' ').any(|each| each == word)).count();
            prop_assert!(share(&frequencies, word) >= n as f64 / posts.len() as f64);
            prop_assert!(share(&frequencies, word) <= 1.0);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        let _ = Frequencies::from_bytes(&[&[VERSION][..], &bytes].concat());
    }
}
