//! SentiOne.

use super::{Case, Dialect, Refusal, check};

const EXACT: (&str, &str) = ("exact-words", "Żubrówek");

const CASES: &[Case] = &[
    ("Żubrówek AND sok", "=Żubrówek AND =sok", &[EXACT]),
    ("Żubrówek OR sok", "=Żubrówek OR =sok", &[EXACT]),
    ("Żubrówek NOT konkurs", "=Żubrówek NOT =konkurs", &[EXACT]),
    ("Żubrówek sok", "=Żubrówek AND =sok", &[EXACT, ("beside-and", "sok")]),
    ("Żubrówk* AND sok?", "Żubrówk* AND sok?", &[]),
    ("\"sok z Żubrówek\"", "\"=sok =z =Żubrówek\"", &[("exact-words", "sok")]),
    ("\"Żubrówek sok\"~4", "\"=Żubrówek =sok\"~4", &[("window-unclear", "\"Żubrówek sok\"~4"), EXACT]),
    ("Żubrówek NEAR/3 pleśń", "=Żubrówek NEAR/3 =pleśń", &[EXACT]),
    (
        "rawText:(Żubrówek AND (pleśń OR zatrucie))",
        "=Żubrówek AND (=pleśń OR =zatrucie)",
        &[EXACT, ("scope", "Żubrówek")],
    ),
    ("_all:(Żubrówek)", "=Żubrówek", &[EXACT, ("scope", "Żubrówek")]),
    ("title:(Żubrówek OR \"pleśń w soku\")", "title:=Żubrówek OR title:\"=pleśń =w =soku\"", &[EXACT]),
    (
        "rawText:(#zubrowek OR \"Żubrówek sok\"~2)",
        "#zubrowek OR \"=Żubrówek =sok\"~2",
        &[("scope", "#zubrowek"), ("window-unclear", "\"Żubrówek sok\"~2"), EXACT],
    ),
];

const REFUSALS: &[Refusal] = &[
    ("author:jan AND sok", "field", "author:"),
    ("Żubrówek NEAR pleśń", "near-number", "NEAR"),
    ("sok^2", "sign", "^"),
    ("title:\"sok pleśń\"~2", "value", "\"sok pleśń\"~2"),
    ("so*k", "pattern", "so*k"),
    ("sok NOT", "nothing-after", "NOT"),
];

#[test]
fn what_sentione_users_wrote_is_asked_the_same_way_or_refused() {
    check(Dialect::SentiOne, CASES, REFUSALS);
}
