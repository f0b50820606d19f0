//! Brandwatch.

use super::{Case, Dialect, Refusal, check};

const EXACT: (&str, &str) = ("exact-words", "kefir");

const CASES: &[Case] = &[
    ("kefir", "=kefir", &[EXACT]),
    ("kefir AND mleko", "=kefir AND =mleko", &[EXACT]),
    ("kefir OR (mleko AND ser)", "=kefir OR (=mleko AND =ser)", &[EXACT]),
    ("kefir NOT (reklama OR konkurs)", "=kefir NOT (=reklama OR =konkurs)", &[EXACT]),
    ("kefir AND NOT reklama", "=kefir NOT =reklama", &[EXACT]),
    ("kefir -reklama", "=kefir NOT =reklama", &[EXACT]),
    ("kefir mleko", "=kefir AND =mleko", &[EXACT, ("beside-and", "mleko")]),
    ("kefir OR mleko AND ser", "=kefir OR (=mleko AND =ser)", &[EXACT, ("mixed", "kefir OR mleko AND ser")]),
    ("\"Żuraw Mleczarnia\"", "\"=Żuraw =Mleczarnia\"", &[("exact-words", "Żuraw")]),
    ("kefir NEAR/3 zepsuty", "=kefir NEAR/3 =zepsuty", &[EXACT]),
    ("kefir NEAR/2f skisł", "=kefir ONEAR/2 =skisł", &[EXACT]),
    (
        "(kefir OR mleko) NEAR/5 (zepsuty OR skisł)",
        "(=kefir OR =mleko) NEAR/5 (=zepsuty OR =skisł)",
        &[EXACT],
    ),
    ("NOT kefir NEAR/3 ser AND mleko", "NOT (=kefir NEAR/3 =ser) AND =mleko", &[EXACT]),
    ("\"kefir skisł\"~3", "\"=kefir =skisł\"~3", &[("window-unclear", "\"kefir skisł\"~3"), EXACT]),
    ("kefir* AND customi?e", "kefir* AND customi?e", &[]),
    ("{PIK} OR {Bank Sowa}", "{PIK} OR \"{Bank} {Sowa}\"", &[]),
    ("raw:Sowa+", "{Sowa}", &[("signs", "Sowa+")]),
    ("C++", "=C", &[("exact-words", "C"), ("signs", "C++")]),
    ("T-Mobilny", "\"=T =Mobilny\"", &[("exact-words", "T")]),
    ("site:forum.example AND kefir", "site:forum.example AND =kefir", &[EXACT]),
    (
        "kefir AND url:(a.example OR b.example/news)",
        "=kefir AND (url:a.example OR url:\"b.example/news\")",
        &[EXACT, ("url", "a.example")],
    ),
    ("author:anna_k", "author:anna_k", &[("author", "anna_k")]),
    (
        "title:(skandal OR \"zatrucie kefirem\")",
        "title:=skandal OR title:\"=zatrucie =kefirem\"",
        &[("exact-words", "skandal")],
    ),
    ("language:pl AND kefir", "lang:pl AND =kefir", &[EXACT]),
    ("hashtags:kefirgate OR at_mentions:mleczarnia", "#kefirgate OR @mleczarnia", &[]),
    ("#kefirgate OR @mleczarnia", "#kefirgate OR @mleczarnia", &[]),
    ("kefir AND authorFollowers:[1000 TO 5000]", "=kefir AND followers:[1000 TO 5000]", &[EXACT]),
    ("kefir AND engagementType:REPLY", "=kefir AND type:reply", &[EXACT]),
    ("<<< nabiał >>> kefir <<< i więcej >>>", "<<< nabiał >>> =kefir <<< i więcej >>>", &[EXACT]),
    ("(((kefir)))", "=kefir", &[EXACT]),
    ("kefir — mleko", "=kefir AND =mleko", &[EXACT, ("beside-and", "mleko")]),
    ("kefir 😡", "=kefir AND 😡", &[EXACT, ("beside-and", "😡")]),
    ("near AND nearby", "=near AND =nearby", &[("exact-words", "near")]),
];

const REFUSALS: &[Refusal] = &[
    ("country:pl AND kefir", "field", "country:"),
    ("kefir NEAR zepsuty", "near-number", "NEAR"),
    ("kefir NEAR/x zepsuty", "near-number", "NEAR/x"),
    ("((kefir OR ser) AND mleko)~5", "group-distance", ")~5"),
    ("ke*ir", "pattern", "ke*ir"),
    ("kefir AND", "nothing-after", "AND"),
    ("AND kefir", "nothing-before", "AND"),
    ("kefir NEAR/3", "nothing-after", "NEAR/3"),
    ("(kefir", "bracket-not-closed", "("),
    ("kefir)", "bracket-not-opened", ")"),
    ("()", "empty-bracket", "()"),
    ("\"kefir", "quote-not-closed", "\""),
    ("\"  \"", "empty-phrase", "\"  \""),
    ("  ", "empty-query", "  "),
    ("{PIK", "bracket-not-closed", "{"),
    ("<<< kefir", "comment-not-closed", "<<<"),
    ("kefir | ser", "sign", "|"),
    ("site: AND kefir", "value-missing", "site:"),
    ("site:", "value-missing", "site:"),
    ("https://kefir.example", "web-address", "https://kefir.example"),
    ("authorFollowers:many AND kefir", "range", "m"),
    ("engagementType:LIKE AND kefir", "value", "LIKE"),
    ("#kefir-gate", "bad-tag", "#kefir-gate"),
];

#[test]
fn what_brandwatch_users_wrote_is_asked_the_same_way_or_refused() {
    check(Dialect::Brandwatch, CASES, REFUSALS);
}
