//! Tables of what each tool's queries become, and what holds for any text.

mod brandwatch;
mod lucene;
mod powertrack;
mod sentione;
mod youscan;

use super::*;

/// One line of a table: the source, our query, and the names of the notes with the words they stand at.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);
/// One line of a table: the source, the name of the fault, and the words it stands at.
type Refusal = (&'static str, &'static str, &'static str);

fn check(dialect: Dialect, cases: &[Case], refusals: &[Refusal]) {
    let mut wrong = Vec::new();
    for (source, ours, notes) in cases {
        match translate(dialect, source) {
            Ok(found) => {
                let named: Vec<_> =
                    found.notes.iter().map(|note| (note.kind.name(), &source[note.span.clone()])).collect();
                if found.query != *ours || named != *notes {
                    wrong.push(format!(
                        "{source}\n  expected {ours}  {notes:?}\n  got      {}  {named:?}",
                        found.query
                    ));
                }
            }
            Err(fault) => wrong.push(format!("{source}\n  expected {ours}\n  refused  {fault:?}")),
        }
    }
    for (source, kind, place) in refusals {
        match translate(dialect, source) {
            Ok(found) => {
                wrong.push(format!("{source}\n  expected {kind} at {place}\n  got      {}", found.query))
            }
            Err(fault) if (fault.kind.name(), &source[fault.span.clone()]) == (*kind, *place) => {}
            Err(fault) => {
                let at = &source[fault.span.clone()];
                wrong.push(format!(
                    "{source}\n  expected {kind} at {place}\n  got      {} at {at}",
                    fault.kind.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", dialect.title(), wrong.join("\n"));
}

#[test]
fn each_tool_and_each_kind_has_a_name_of_its_own() {
    for (number, (dialect, name, _)) in Dialect::ALL.into_iter().enumerate() {
        assert_eq!(
            (dialect as usize, dialect.name(), Dialect::from_name(name)),
            (number, name, Some(dialect))
        );
    }
    for (number, (kind, name, _)) in NoteKind::ALL.into_iter().enumerate() {
        assert_eq!((kind as usize, kind.name()), (number, name));
        assert_eq!(NoteKind::ALL.iter().filter(|(_, other, _)| *other == name).count(), 1);
    }
    for (kind, name, _) in FaultKind::ALL {
        assert_eq!(kind.name(), name);
        assert_eq!(FaultKind::ALL.iter().filter(|(_, other, _)| *other == name).count(), 1);
    }
    assert_eq!(Dialect::from_name("google"), None);
}

#[test]
fn a_query_of_brackets_or_of_minuses_alone_is_refused_before_it_fills_the_stack() {
    for (dialect, _, _) in Dialect::ALL {
        for piece in
            ["(", "NOT ", "-", "a NEAR/1 ", "a /1 ", "title:(", "+(", "!", "\"", "<<<", "{", "[1 TO "]
        {
            let source = piece.repeat(9_000);
            let fault = translate(dialect, &source);
            if let Err(fault) = &fault {
                assert!(source.get(fault.span.clone()).is_some(), "{piece}: {fault:?}");
            }
        }
    }
}
