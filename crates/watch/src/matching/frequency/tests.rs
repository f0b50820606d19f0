//! Stories about how common words are.

use nabat_text::tokens::hash;
use proptest::prelude::*;

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
    assert_eq!(frequencies.share_of_field(CountedField::Network, "VK"), 1.0);
    assert_eq!(frequencies.share_of_field(CountedField::Lang, "pl"), 0.0);
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
    assert!(n_counted <= TERMS_MAX * (1 + PREFIX_LENGTHS.len()) * N_ROWS);
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
