//! What the fuzz targets do with the bytes they are given, and what must hold of the outcome.

use nabat_crisis::id::TopicId;
use nabat_text::scan::{Scanner, hash};
use nabat_text::tokens::{Kind, Tokens};
use nabat_watch::matching::dialects::{Dialect, translate};
use nabat_watch::matching::{Engine, PostView, Query, Scratch, highlights, plainly_matches};

/// A printed query may spell out what its author left out: `AND`, brackets, quotes.
const PRINTED_BYTES_PER_BYTE: usize = 16;

/// A query is read or refused at a place in it; what is printed reads back as the same tree and stays about as long.
pub fn parser(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match Query::parse(&text) {
        Ok(query) => {
            assert!(text.get(query.root.span.clone()).is_some(), "{:?}", query.root.span);
            for warning in &query.warnings {
                assert!(text.get(warning.span()).is_some(), "{warning:?}");
            }
            let printed = query.to_string();
            assert!(printed.len() <= PRINTED_BYTES_PER_BYTE * (text.len() + 1), "printed as {printed}");
            assert_eq!(Query::parse(&printed).as_ref(), Ok(&query), "printed as {printed}");
        }
        Err(error) => assert!(text.get(error.span.clone()).is_some(), "{error:?}"),
    }
}

/// A query of another tool is translated into one of ours, or refused at a place in it.
pub fn dialects(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for (dialect, name, _) in Dialect::ALL {
        match translate(dialect, &text) {
            Ok(found) => {
                assert!(Query::parse(&found.query).is_ok(), "{name}: {found:?}");
                for note in &found.notes {
                    assert!(text.get(note.span.clone()).is_some(), "{name}: {note:?}");
                }
            }
            Err(fault) => assert!(text.get(fault.span.clone()).is_some(), "{name}: {fault:?}"),
        }
    }
}

/// The plain tokeniser's places are in order and on character borders, and the quick one sees the same tokens.
pub fn tokens(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut plain = Tokens::default();
    plain.add(0, &text);
    let mut first = 0;
    for term in plain.terms() {
        let place = text.get(term.from as usize..term.until as usize);
        assert!(place.is_some_and(|place| !place.is_empty()), "{term:?}");
        assert!(term.first >= first && term.next > term.first, "{term:?}");
        first = term.first;
    }
    let mut scanner = Scanner::default();
    scanner.add(0, &text);
    let seen = scanner.sightings().iter().map(|s| (s.hash, s.first, s.next, scanner.span(s)));
    let expected = plain
        .terms()
        .iter()
        .filter(|term| term.kind != Kind::Address)
        .map(|t| (hash(t.kind, plain.text(t)), t.first, t.next, t.from as usize..t.until as usize));
    assert!(seen.eq(expected), "{text:?}");
    let texts = plain.terms().iter().filter(|term| term.kind != Kind::Address).map(|term| plain.text(term));
    for (sighting, folded) in scanner.sightings().iter().zip(texts) {
        assert_eq!(scanner.text(sighting), folded);
    }
}

/// How many lines at the beginning are queries; then comes the title, and the rest is the post.
const QUERIES: usize = 3;

/// The engine answers as the plain evaluator does, also about a query that was added to it later, and only what matches is highlighted.
pub fn engine(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.splitn(QUERIES + 2, '\n');
    let queries: Vec<(TopicId, Query)> = (1..)
        .zip(lines.by_ref().take(QUERIES))
        .filter_map(|(id, line)| Query::parse(line).ok().map(|query| (TopicId(id), query)))
        .collect();
    let Some(((late, late_query), early)) = queries.split_last() else { return };
    let post = PostView {
        title: lines.next().filter(|title| !title.is_empty()),
        text: lines.next().unwrap_or_default(),
        network: "telegram",
        lang: Some("pl"),
        author_handle: Some("anna_k"),
        site: Some("www.forum.example"),
        followers: Some(1_000),
        ..PostView::default()
    };
    let engine = Engine::new(early.iter().map(|(id, query)| (*id, query))).with(*late, late_query);
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    engine.matches(&post, &mut scratch, &mut found);
    for (id, query) in &queries {
        let expected = plainly_matches(query, &post);
        assert_eq!(found.contains(id), expected, "{query}");
        let marked = highlights(query, &post);
        assert!(
            marked.text.iter().all(|place| post.text.get(place.clone()).is_some()),
            "{query}: {marked:?}"
        );
        assert!(expected || marked == Default::default(), "{query}: {marked:?}");
    }
}
