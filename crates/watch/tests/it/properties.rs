//! Properties on random input.

use std::collections::BTreeSet;

use nabat_crisis::id::TopicId;
use nabat_text::tokens::plain_words;
use nabat_watch::matching::explain::Part;
use nabat_watch::matching::query::{Choices, CompoundHow, Expr, Field, How, Node, PhraseWord, Word};
use nabat_watch::matching::{Engine, PostView, Query, Scratch, explain, highlights};
use proptest::prelude::*;

fn node(expr: Expr) -> Node {
    Node { span: 0..0, expr }
}

fn plain() -> impl Strategy<Value = Box<str>> {
    "[a-eа-еzżё0-9]{1,6}".prop_map(|word| plain_words(&word)[0].text.as_str().into())
}

fn long_word() -> impl Strategy<Value = Box<str>> {
    "[a-eа-е0-9]{5,7}".prop_map(Into::into)
}

fn choices() -> impl Strategy<Value = Choices> {
    let forms = || prop::collection::vec("[a-eа-е]{1,4}(-[a-e]{1,2})?".prop_map(Box::<str>::from), 0..3);
    (forms(), forms(), any::<bool>()).prop_map(|(struck, added, capitalised)| Choices {
        struck,
        added,
        capitalised,
    })
}

fn written(word: &str, choices: Choices) -> Word {
    Word { how: How::Forms { written: word.into(), choices }, ..Word::forms(word) }
}

fn word() -> impl Strategy<Value = Word> {
    let of = |how: How| move |text: Box<str>| Word { text, how: how.clone() };
    prop_oneof![
        4 => plain().prop_map(of(How::Exact)),
        4 => "[A-Ea-eА-Еа-еżёŻ0-9]{1,6}".prop_map(|word| Word::forms(&word)),
        2 => ("[A-Ea-eА-Еа-еżёŻ]{1,6}", choices()).prop_map(|(word, choices)| written(&word, choices)),
        1 => prop::sample::select(vec!["AND", "OR", "NEAR", "SENT", "and"]).prop_map(Word::forms),
        1 => Just(Word::exact("😡")),
        1 => "[A-Ea-eżŻ]{1,6}".prop_map(|word| Word {
            how: How::Cased { written: word.as_str().into() },
            ..Word::forms(&word)
        }),
        1 => long_word().prop_map(of(How::Prefix)),
        1 => long_word().prop_map(of(How::Infix)),
        1 => "[a-e]{2}\\?[a-e?]{0,3}".prop_map(Box::<str>::from).prop_map(of(How::Pattern)),
        1 => long_word().prop_map(of(How::Fuzzy)),
    ]
}

fn phrase_word() -> impl Strategy<Value = PhraseWord> {
    prop_oneof![
        4 => word().prop_map(PhraseWord::Word),
        1 => compound(),
    ]
}

fn compound() -> impl Strategy<Value = PhraseWord> {
    let how = prop_oneof![Just(None), Just(Some(CompoundHow::Exact)), Just(Some(CompoundHow::Prefix)),];
    (prop::collection::vec(long_word(), 2..4), choices(), how).prop_map(|(parts, choices, how)| {
        let how = how.unwrap_or(CompoundHow::Forms { written: parts.join("’").into(), choices });
        PhraseWord::Compound { parts, how }
    })
}

/// A leaf that has a place in a post.
fn place() -> impl Strategy<Value = Expr> {
    prop_oneof![
        8 => word().prop_map(Expr::Word),
        2 => prop::collection::vec(phrase_word(), 2..4).prop_map(Expr::Phrase),
        1 => compound().prop_map(|compound| Expr::Phrase(vec![compound])),
        1 => (prop::collection::vec(phrase_word(), 2..4), 0..=100_u8)
            .prop_map(|(words, distance)| Expr::Window { words, distance }),
        1 => "[a-eа-е_]{1,5}".prop_map(|tag| Expr::Tag(tag.into())),
        1 => "[a-e0-9]{1,3}(\\.[a-e_]{1,3})?".prop_map(|name| Expr::Name(name.into())),
    ]
}

/// What may stand beside NEAR.
fn side() -> impl Strategy<Value = Node> {
    place().prop_map(node).prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|nodes| node(Expr::Or(nodes))),
            near(inner),
        ]
    })
}

fn near(side: impl Strategy<Value = Node> + Clone) -> impl Strategy<Value = Node> {
    (side.clone(), side, 0..=100_u8, any::<bool>()).prop_map(|(left, right, distance, ordered)| {
        node(Expr::Near { sides: Box::new([left, right]), distance, ordered })
    })
}

fn leaf() -> impl Strategy<Value = Expr> {
    prop_oneof![
        8 => place(),
        2 => side().prop_map(|side| side.expr),
        1 => (side(), side()).prop_map(|(left, right)| Expr::Sentence(Box::new([left, right]))),
        1 => field(),
        1 => (0..500_u64, prop::option::of(500..1000_u64))
            .prop_map(|(min, max)| Expr::Followers { min: Some(min), max }),
        1 => place().prop_map(|place| Expr::Title(Box::new(node(place)))),
        1 => prop::collection::vec(place().prop_map(node), 2..3)
            .prop_map(|places| Expr::Title(Box::new(node(Expr::Or(places))))),
        1 => "[a-e_0-9]{1,6}".prop_map(|name| Expr::Part(name.into())),
    ]
}

fn field() -> impl Strategy<Value = Expr> {
    let one = |field: Field, value: &str| Just(Expr::Field { field, values: vec![value.into()] });
    prop_oneof![
        prop::collection::vec("[a-eа-е][a-eа-е \"_.-]{0,6}[a-eа-е]".prop_map(Box::<str>::from), 1..3)
            .prop_map(|values| Expr::Field { field: Field::Author, values }),
        Just(Expr::Field { field: Field::Network, values: vec!["vk".into(), "x".into()] }),
        one(Field::Lang, "pl"),
        one(Field::Site, "sklep.example"),
        one(Field::Url, "https://sklep.example/kasa?a=1"),
        one(Field::Type, "review"),
        one(Field::Has, "image"),
        one(Field::Sentiment, "negative"),
    ]
}

/// Any tree of the language, whether it could be saved or not.
fn tree(leaf: impl Strategy<Value = Expr> + 'static) -> impl Strategy<Value = Node> {
    leaf.prop_map(node).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|nodes| node(Expr::And(nodes))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|nodes| node(Expr::Or(nodes))),
            inner.prop_map(|inner| node(Expr::Not(Box::new(inner)))),
        ]
    })
}

/// What a set of words answers to a tree of words: as slow and obvious as it can be.
fn holds(words: &BTreeSet<String>, node: &Node) -> bool {
    match &node.expr {
        Expr::And(nodes) => nodes.iter().all(|node| holds(words, node)),
        Expr::Or(nodes) => nodes.iter().any(|node| holds(words, node)),
        Expr::Not(node) => !holds(words, node),
        Expr::Word(word) => words.contains(&*word.text),
        other => panic!("words only: {other:?}"),
    }
}

fn matches(query: &Query, post: &PostView<'_>) -> bool {
    let mut found = Vec::new();
    Engine::new([(TopicId(1), query)]).matches(post, &mut Scratch::default(), &mut found);
    !found.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_string_is_a_query_or_is_refused_at_a_place_in_it(text in any::<String>()) {
        match Query::parse(&text) {
            Ok(query) => prop_assert!(text.get(query.root.span).is_some()),
            Err(error) => prop_assert!(text.get(error.span.clone()).is_some(), "{:?}", error),
        }
    }

    #[test]
    fn signs_of_the_language_in_any_order_are_read_or_refused(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "(", ")", "\"", "«", "»", "„", "”", "-", " ", "AND", "OR", "NOT", "NEAR/2", "ONEAR/0", "SENT", "~2", "~1", "*", "?",
                "#", "@", "=", "|", "{", "}", "[", "]", "[-a ^]", "+", "^", "$", "$b", "<<<", ">>>", "lang:", "author:", "site:", "title:",
                "followers:", "[1 TO *]", "has:", "image", "кефир", "сок", "pl", "żółw", "\u{200B}", "\u{301}", "😡", ".", "https://", "www.", "_", "1",
            ]),
            0..24,
        )
    ) {
        let text = pieces.concat();
        match Query::parse(&text) {
            Ok(query) => {
                let printed = query.to_string();
                prop_assert_eq!(Query::parse(&printed), Ok(query), "printed as {}", printed);
            }
            Err(error) => prop_assert!(text.get(error.span.clone()).is_some(), "{:?}", error),
        }
    }

    #[test]
    fn a_tree_that_is_printed_reads_back_as_the_same(tree in tree(leaf())) {
        // A query needs a required word; beside it any tree may stand.
        let root = node(Expr::And(vec![node(Expr::Word(Word::exact("кефир"))), tree]));
        let query = Query::of(root);
        let printed = query.to_string();
        prop_assert_eq!(Query::parse(&printed), Ok(query), "printed as {}", printed);
    }

    #[test]
    fn and_or_not_agree_with_sets_of_words(
        tree in tree("[a-e]".prop_map(|word| Expr::Word(Word::exact(&word)))),
        post in prop::collection::vec("[a-f]", 0..6),
    ) {
        let words: BTreeSet<String> = post.iter().cloned().collect();
        let text = post.join(", ");
        let view = PostView { text: &text, ..PostView::default() };
        let expected = holds(&words, &tree);
        let query = Query::of(tree);
        prop_assert_eq!(matches(&query, &view), expected);
    }

    #[test]
    fn highlights_lie_on_character_borders_apart_and_in_order(tree in tree(leaf()), text in "[a-eа-еżёЁ😡#@_. \u{301}\u{AD}-]{0,40}", title in any::<String>()) {
        let query = Query::of(tree);
        let view = PostView { text: &text, title: Some(&title), ..PostView::default() };
        let found = highlights(&query, &view);
        for (marked, original) in [(&found.text, text.as_str()), (&found.title, title.as_str())] {
            let mut before = 0;
            for (index, range) in marked.iter().enumerate() {
                prop_assert!(original.get(range.clone()).is_some_and(|part| !part.is_empty()));
                prop_assert!(index == 0 || range.start > before);
                before = range.end;
            }
        }
        let explained = explain(&query, &view);
        prop_assert_eq!(matches(&query, &view), explained.is_some());
        prop_assert!(explained.is_some() || found == Default::default());
        for met in explained.into_iter().flat_map(|why| why.leaves).flat_map(|leaf| leaf.met) {
            let original = if met.part == Part::Title { title.as_str() } else { text.as_str() };
            prop_assert!(original.get(met.bytes).is_some_and(|part| !part.is_empty()));
        }
    }
}
