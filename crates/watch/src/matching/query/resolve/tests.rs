//! Stories about named parts.

use crate::matching::{Query, QueryErrorKind};

/// A query with these parts, printed, or refused.
fn resolved(text: &str, parts: &[(&str, &str)]) -> String {
    let part = |name: &str| {
        let found = parts.iter().find(|(each, _)| *each == name)?;
        Some(Query::parse(found.1).unwrap())
    };
    match Query::parse(text).unwrap().resolve(&part) {
        Ok(query) => {
            assert_eq!(Query::parse(&query.to_string()).as_ref(), Ok(&query), "{query}");
            query.to_string()
        }
        Err(error) => {
            let args: Vec<String> =
                error.args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            format!("{} at [{}]{}", error.kind.name(), &text[error.span], args.concat())
        }
    }
}

#[test]
fn named_parts_stand_as_if_in_brackets() {
    let parts = [
        ("crisis", "скандал OR бойкот"),
        ("all", "$crisis OR $fraud"),
        ("fraud", "обман -кино"),
        ("a", "x $b"),
        ("b", "y $a"),
        ("noise", "lang:ru OR -спам слово"),
    ];
    for (text, expected) in [
        ("банк $crisis", "банк AND (скандал OR бойкот)"),
        ("банк NEAR/3 $crisis", "банк NEAR/3 (скандал OR бойкот)"),
        ("банк -$all", "банк AND NOT ((скандал OR бойкот) OR обман AND NOT кино)"),
        ("title:$crisis", "title:(скандал OR бойкот)"),
        ("банк NEAR/3 $fraud", "near-operand at [$fraud] operator=NEAR what=and"),
        ("банк SENT $all", "near-operand at [$all] operator=SENT what=and"),
        ("title:$fraud", "field-list at [$fraud] field=title"),
        ("банк OR $none", "unknown-part at [$none] name=none"),
        ("банк $a", "part-cycle at [$a] name=a"),
    ] {
        assert_eq!(resolved(text, &parts), expected, "{text}");
    }
    let query = Query::parse("банк $crisis -$all NEAR/1 $crisis");
    assert!(query.is_err());
    let query = Query::parse("банк $crisis -$all ($crisis OR x)").unwrap();
    assert_eq!(query.part_names(), ["all", "crisis"]);
}

#[test]
fn parts_that_double_each_other_are_refused_before_they_grow() {
    let doubling = |name: &str| {
        let level: usize = name.strip_prefix('p')?.parse().ok()?;
        let text = if level == 0 { "x y".to_owned() } else { format!("$p{} OR $p{}", level - 1, level - 1) };
        Query::parse(&text).ok()
    };
    let kind = |text: &str| Query::parse(text).unwrap().resolve(&doubling).map_err(|error| error.kind);
    assert!(kind("$p5").is_ok());
    assert_eq!(kind("$p40"), Err(QueryErrorKind::TooManyTerms));
    let deep = |name: &str| {
        let level: usize = name.strip_prefix('p')?.parse().ok()?;
        Query::parse(&format!("-(a OR -$p{})  x", level + 1)).ok()
    };
    let error = Query::parse("y $p0").unwrap().resolve(&deep).unwrap_err();
    assert_eq!((error.kind, error.span), (QueryErrorKind::TooDeep, 2..5));
}
