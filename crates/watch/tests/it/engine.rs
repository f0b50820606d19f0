//! The engine against the plain evaluator: the same answer, on any query and post.

use nabat_crisis::id::TopicId;
use nabat_crisis::post::ItemKind;
use nabat_watch::matching::frequency::{Frequencies, N_POSTS_MIN};
use nabat_watch::matching::view::Sentiment;
use nabat_watch::matching::{Engine, PostView, Query, Scratch, plainly_matches};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Words that look alike, in few letters, so that random posts hit random queries.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        24 => "[абв]{1,3}",
        12 => "[ab]{1,3}",
        6 => "[абaё]{3,6}",
        3 => "[аб]{2}в{3,4}",
        1 => "а{4,6}б{4,6}",
        1 => "a{7}b{4,12}",
        3 => prop::sample::select(vec!["Żabka", "żabki", "zabka", "Сбер", "Cбер", "сбера", "банк", "банка", "бббанк", "Орбита", "орбите", "Orbita"]).prop_map(str::to_owned),
    ]
}

fn operand() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => word().prop_map(|word| format!("={word}")),
        3 => word(),
        1 => word().prop_map(|word| format!("{{{word}}}")),
        1 => word().prop_map(|word| format!("{word}[^]")),
        1 => (word(), word()).prop_map(|(word, other)| format!("{word}[-{other} +{other}]")),
        1 => "[абв]{3,4}\\*",
        1 => "\\*[абв]{4}\\*",
        1 => "[аб]\\?[ав]\\??",
        1 => "\\?[ав]{2}",
        1 => "[аб]{5}~1",
        1 => (word(), word()).prop_map(|(a, b)| format!("{a}-{b}")),
        2 => phrase(),
        1 => (phrase(), 0..4u8).prop_map(|(phrase, n)| format!("{phrase}~{n}")),
        1 => Just("😡".to_owned()),
    ]
}

fn phrase() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![3 => word().prop_map(|w| format!("={w}")), 1 => word(), 1 => Just("абв*".to_owned())],
        2..4,
    )
    .prop_map(|words| format!("\"{}\"", words.join(" ")))
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => operand(),
        1 => word().prop_map(|word| format!("#{word}")),
        1 => word().prop_map(|word| format!("@{word}")),
        1 => prop::sample::select(vec![
            "author:абв", "site:сайт.example", "site:example", "network:vk", "lang:(pl OR ru)", "type:reply", "has:link", "has:emoji",
            "has:hashtag", "has:mention", "has:rating", "followers:[10 TO *]", "sentiment:negative", "url:kasa", "title:(=аб OR =ба)", "title:\"аб ба\"",
        ]).prop_map(str::to_owned),
    ]
}

fn query() -> impl Strategy<Value = String> {
    leaf().prop_recursive(4, 20, 3, |inner| {
        let side = prop_oneof![3 => operand(), 1 => (operand(), operand()).prop_map(|(a, b)| format!("({a} OR {b})"))];
        let near = (side.clone(), side, prop::sample::select(vec!["NEAR/0", "NEAR/2", "ONEAR/1", "NEAR/3f", "SENT"]))
            .prop_map(|(a, b, near)| format!("{a} {near} {b}"));
        prop_oneof![
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} AND {b})")),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} OR {b})")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} -({b}))")),
            1 => (inner.clone(), inner).prop_map(|(a, b)| format!("({a} | {b})")),
            2 => near.clone(),
            1 => (near, operand()).prop_map(|(a, b)| format!("{a} NEAR/1 {b}")),
        ]
    })
}

fn post_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => word(),
        1 => word().prop_map(|word| word.to_uppercase()),
        1 => (word(), word()).prop_map(|(a, b)| format!("#{a}{}", b.to_uppercase())),
        1 => word().prop_map(|word| format!("#{word}")),
        1 => word().prop_map(|word| format!("@{word}")),
        1 => prop::sample::select(vec!["😡", "https://kasa.example/аб", "www.абв.example", ".", "!", "\n\n", "а\u{301}б", "б\u{AD}а"]).prop_map(str::to_owned),
    ];
    (prop::collection::vec(piece, 0..14), prop::sample::select(vec![" ", " ", ". ", "-", ""]))
        .prop_map(|(pieces, glue)| pieces.join(glue))
}

#[derive(Debug, Clone)]
struct Post {
    title: Option<String>,
    text: String,
    tags: Vec<Box<str>>,
    names: Vec<Box<str>>,
    fields: (bool, bool, bool, u64),
}

impl Post {
    fn view(&self) -> PostView<'_> {
        let (here, there, rated, followers) = self.fields;
        PostView {
            title: self.title.as_deref(),
            text: &self.text,
            hashtags: &self.tags,
            mentions: &self.names,
            network: if here { "vk" } else { "x" },
            lang: Some(if there { "pl" } else { "en" }),
            author_handle: here.then_some("Абв"),
            author_name: there.then_some("абв"),
            site: there.then_some("news.Сайт.example"),
            permalink: here.then_some("https://сайт.example/kasa"),
            kind: if rated { ItemKind::Reply } else { ItemKind::Post },
            has_rating: rated,
            followers: rated.then_some(followers),
            sentiment: rated.then_some(Sentiment::Negative),
            ..PostView::default()
        }
    }
}

fn post() -> impl Strategy<Value = Post> {
    let beside = || prop::collection::vec(word().prop_map(|word| word.into_boxed_str()), 0..2);
    let fields = (any::<bool>(), any::<bool>(), any::<bool>(), 0..20u64);
    (prop::option::weighted(0.3, post_text()), post_text(), beside(), beside(), fields)
        .prop_map(|(title, text, tags, names, fields)| Post { title, text, tags, names, fields })
}

/// Checks queries on posts; how many pairs matched.
fn check(written: &[String], posts: &[Post]) -> usize {
    let queries: Vec<(TopicId, Query)> =
        (0..).map(TopicId).zip(written.iter().filter_map(|text| Query::parse(text).ok())).collect();
    let engine = Engine::new(queries.iter().map(|(topic, query)| (*topic, query)));
    // The same queries, the second half of them added one by one, and the first ones there changed.
    let mut grown = Engine::new(
        queries
            .iter()
            .enumerate()
            .filter(|(at, _)| at % 2 == 0)
            .map(|(at, (topic, _))| (*topic, &queries[queries.len() - 1 - at].1)),
    );
    for (topic, query) in &queries {
        grown = grown.with(*topic, query);
    }
    let learned =
        LEARNED.with(|known| Engine::knowing(queries.iter().map(|(topic, query)| (*topic, query)), known));
    let (mut scratch, mut found, mut n_matched) = (Scratch::default(), Vec::new(), 0);
    for post in posts {
        let view = post.view();
        let expected: Vec<TopicId> = queries
            .iter()
            .filter(|(_, query)| plainly_matches(query, &view))
            .map(|(topic, _)| *topic)
            .collect();
        engine.matches(&view, &mut scratch, &mut found);
        let shown =
            || queries.iter().map(|(topic, query)| format!("{}: {query}", topic.0)).collect::<Vec<_>>();
        assert_eq!(found, expected, "{:?} on {post:?}", shown());
        grown.matches(&view, &mut scratch, &mut found);
        assert_eq!(found, expected, "changed one by one: {:?} on {post:?}", shown());
        learned.matches(&view, &mut scratch, &mut found);
        assert_eq!(found, expected, "knowing how common words are: {:?} on {post:?}", shown());
        n_matched += found.len();
    }
    n_matched
}

thread_local! {
    /// Learned from posts like those that are checked.
    static LEARNED: Frequencies = {
        let mut known = Frequencies::default();
        let mut runner = TestRunner::deterministic();
        for _ in 0..2 * N_POSTS_MIN {
            let post = post().new_tree(&mut runner).expect("the strategy refuses no post").current();
            known.observe(&post.view());
        }
        known
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 20_000 }))]

    #[test]
    fn the_engine_answers_as_the_plain_evaluator_does(
        queries in prop::collection::vec(query(), 1..8),
        posts in prop::collection::vec(post(), 1..8),
    ) {
        check(&queries, &posts);
    }
}

#[test]
fn random_posts_do_match_random_queries() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let n_matched: usize = (0..200)
        .map(|_| {
            let queries = prop::collection::vec(query(), 5).new_tree(&mut runner).unwrap().current();
            let posts = prop::collection::vec(post(), 5).new_tree(&mut runner).unwrap().current();
            check(&queries, &posts)
        })
        .sum();
    assert!(n_matched > 200, "only {n_matched} pairs matched: the test asks nothing");
}
