//! Stories about what the page of a topic shows.

use super::*;

fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn post(text: &str) -> PostView<'_> {
    PostView { text, network: "vk", ..PostView::default() }
}

/// Why a post matches: each leaf with the words it met and the forms they stand for, and the branches.
fn why(asked: &str, text: &str) -> String {
    let Some(explanation) = explain(&query(asked), &post(text)) else { return "no match".to_owned() };
    let mut lines = String::new();
    for leaf in explanation.leaves {
        let met: Vec<String> = leaf
            .met
            .iter()
            .map(|met| format!("{} as {} {:?}", &text[met.bytes.clone()], met.form, met.reasons))
            .collect();
        let met = if met.is_empty() { "nothing to show".to_owned() } else { met.join(", ") };
        lines.push_str(&format!("{}: {met}\n", &asked[leaf.span]));
    }
    let branches: Vec<&str> = explanation.branches.into_iter().map(|span| &asked[span]).collect();
    let branches = if branches.is_empty() { "none".to_owned() } else { branches.join(", ") };
    lines.push_str(&format!("branches: {branches}\n"));
    lines
}

#[test]
fn a_match_is_explained_by_the_words_that_made_it() {
    let text = "Кефииир скис, а горячая линия #Завод молчит, просто кефирище";
    assert_eq!(why("=масло", text), "no match");
    expect_test::expect![[r#"
        кефир: Кефииир as кефир [Written, Inflected(Ru, Cell { case: Nominative, number: Singular }), Inflected(Ru, Cell { case: Accusative, number: Singular })]
        =скис: скис as скис [Written]
        network:vk: nothing to show
        branches: =скис
    "#]]
    .assert_eq(&why("кефир (=скис OR =прогорк) network:vk -=сыр", text));
    expect_test::expect![[r#"
        "=горячая =линия": горячая as горячая [Written, Inflected(Ru, Cell { case: Nominative, number: Singular })], линия as линия [Written, Inflected(Ru, Cell { case: Nominative, number: Singular })]
        #завод: #Завод as завод [Written]
        кефири*: кефирище as кефири []
        branches: "=горячая =линия" NEAR/1 #завод, кефири*
    "#]]
    .assert_eq(&why("\"=горячая =линия\" NEAR/1 #завод OR кефири*", text));
    expect_test::expect![[r#"
        "=линия =скис"~4: скис as скис [Written, Inflected(Ru, Cell { case: Nominative, number: Singular }), Inflected(Ru, Cell { case: Genitive, number: Singular }), Inflected(Ru, Cell { case: Accusative, number: Singular }), Inflected(Ru, Cell { case: Instrumental, number: Singular }), Inflected(Ru, Cell { case: Genitive, number: Plural }), Inflected(Ru, Cell { case: Dative, number: Plural }), Inflected(Ru, Cell { case: Instrumental, number: Plural }), Inflected(Ru, Cell { case: Locative, number: Plural })], линия as линия [Written, Inflected(Ru, Cell { case: Nominative, number: Singular })]
        =завод: #Завод as завод [Written]
        branches: none
    "#]]
    .assert_eq(&why("\"=линия =скис\"~4 SENT =завод", text));
}

#[test]
fn each_branch_and_each_exclusion_is_a_query_of_its_own() {
    let text = "(кефир OR ряженка) AND (скис OR $беда) -сыр -(масло OR творог)";
    let asked = query(text);
    let shown = |span: Range<usize>, query: Query| format!("[{}] {query}", &text[span]);
    let branches: Vec<String> = branches(&asked).into_iter().map(|b| shown(b.span, b.query)).collect();
    assert_eq!(
        branches,
        [
            "[кефир] кефир AND (скис OR $беда) AND NOT сыр AND NOT (масло OR творог)",
            "[ряженка] ряженка AND (скис OR $беда) AND NOT сыр AND NOT (масло OR творог)",
            "[скис] (кефир OR ряженка) AND скис AND NOT сыр AND NOT (масло OR творог)",
            "[$беда] (кефир OR ряженка) AND $беда AND NOT сыр AND NOT (масло OR творог)",
        ]
    );
    let exclusions: Vec<String> = exclusions(&asked).into_iter().map(|e| shown(e.span, e.query)).collect();
    assert_eq!(
        exclusions,
        [
            "[-сыр] (кефир OR ряженка) AND (скис OR $беда) AND NOT (масло OR творог)",
            "[-(масло OR творог)] (кефир OR ряженка) AND (скис OR $беда) AND NOT сыр",
        ]
    );
    assert_eq!(super::branches(&query("кефир OR lang:ru сыр")).len(), 2);
    assert!(super::branches(&query("кефир сыр")).is_empty());
    assert_eq!(super::exclusions(&query("кефир -сыр"))[0].query.to_string(), "кефир");
}

#[test]
fn words_that_inflect_are_listed_with_their_places_and_choices() {
    let text = "Магнит[-магнитами +магазик ^] OR \"у М.Видео =дома\" -=спам";
    let words = words(&query(text));
    let shown: Vec<(&str, Option<&str>)> = words
        .iter()
        .map(|word| (&text[word.span.clone()], word.list.clone().map(|list| &text[list])))
        .collect();
    assert_eq!(
        shown,
        [("Магнит[-магнитами +магазик ^]", Some("[-магнитами +магазик ^]")), ("у", None), ("М.Видео", None),]
    );
    assert_eq!(&*words[0].written, "Магнит");
    assert_eq!(words[0].forms[0].reasons[0], Reason::Written);
    assert!(words[0].choices.capitalised && words[0].choices.added == ["магазик".into()]);
    let forms: Vec<&str> = words[2].forms.iter().map(|form| &*form.text).collect();
    assert!(forms.contains(&"м-видео") && forms.contains(&"мвидео"), "{forms:?}");
}

#[test]
fn a_word_is_explained_only_where_its_phrase_stands() {
    let text = "линия, горячая линия, линия";
    let explanation = explain(&query("\"=горячая =линия\""), &post(text)).unwrap();
    let met: Vec<usize> = explanation.leaves[0].met.iter().map(|met| met.bytes.start).collect();
    assert_eq!(met, [text.find("горячая").unwrap(), text.match_indices("линия").nth(1).unwrap().0]);
}

#[test]
fn a_hostile_post_is_explained_in_few_words() {
    let text = "a b a ".repeat(15_000);
    let explanation = explain(&query("\"=a =b\" =a NEAR/3 =b"), &post(&text)).unwrap();
    assert!(explanation.leaves.iter().all(|leaf| leaf.met.len() == MET_MAX));
}
