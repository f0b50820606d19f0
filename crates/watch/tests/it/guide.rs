//! The guide about queries tells the truth: its queries parse, its examples find what it says, what it calls refused is refused.

use nabat_crisis::id::TopicId;
use nabat_watch::matching::{Engine, PostView, Query, Scratch};

const GUIDES: [(&str, &str); 3] = [
    ("en", include_str!("../../../../docs/guide/en/queries.md")),
    ("pl", include_str!("../../../../docs/guide/pl/queries.md")),
    ("ru", include_str!("../../../../docs/guide/ru/queries.md")),
];
/// Headers of the tables whose rows are run.
const FOUND: [&str; 3] = [
    "| query | finds | does not find |",
    "| zapytanie | znajduje | nie znajduje |",
    "| запрос | находит | не находит |",
];
/// Headers of the tables of refused queries.
const REFUSED: [&str; 3] = [
    "| you wrote | why it is refused |",
    "| wpisano | dlaczego jest odrzucane |",
    "| написано | почему не принимается |",
];

/// The blocks between "```query" and "```".
fn blocks(guide: &str) -> Vec<&str> {
    guide.split("```query\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The rows under each of these headers, as cells.
fn rows(guide: &str, headers: [&str; 3]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if headers.contains(&line) {
            let body = lines.by_ref().skip(1).take_while(|line| line.starts_with('|'));
            rows.extend(body.map(|line| {
                let cells = line.replace("\\|", "\u{1}");
                cells
                    .trim_matches('|')
                    .split('|')
                    .map(|cell| cell.replace('\u{1}', "|").trim().to_owned())
                    .collect()
            }));
        }
    }
    rows
}

/// What stands between backquotes.
fn spans(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn finds(query: &Query, text: &str) -> bool {
    let post = PostView { text, ..PostView::default() };
    let mut found = Vec::new();
    Engine::new([(TopicId(1), query)]).matches(&post, &mut Scratch::default(), &mut found);
    !found.is_empty()
}

#[test]
fn each_query_of_the_guides_can_be_saved() {
    for (language, guide) in GUIDES {
        let blocks = blocks(guide);
        assert_eq!(blocks.len(), 17, "{language}");
        for block in blocks {
            if let Err(error) = Query::parse(block) {
                panic!("{language}: {block}\n{error} at {:?}", &block[error.span.clone()]);
            }
        }
    }
}

#[test]
fn each_example_of_the_guides_finds_what_it_says_and_nothing_else() {
    let mut wrong = Vec::new();
    for (language, guide) in GUIDES {
        let rows = rows(guide, FOUND);
        assert_eq!(rows.len(), 18, "{language}");
        for row in rows {
            let [cell, hit, miss] = row.as_slice() else { panic!("{language}: {row:?}") };
            let text = spans(cell).next().unwrap();
            let query = Query::parse(text).unwrap_or_else(|error| panic!("{language}: {text}: {error}"));
            for (post, expected) in [(hit, true), (miss, false)] {
                if finds(&query, post) != expected {
                    wrong.push(format!("{language}: {text} and {post}: expected {expected}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_guides_call_refused_is_refused() {
    for (language, guide) in GUIDES {
        let rows = rows(guide, REFUSED);
        assert_eq!(rows.len(), 9, "{language}");
        for text in rows.iter().flat_map(|row| spans(&row[0])) {
            assert!(Query::parse(text).is_err(), "{language}: {text}");
        }
    }
}
