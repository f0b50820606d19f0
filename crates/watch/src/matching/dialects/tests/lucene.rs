//! Lucene.

use super::{Case, Dialect, Refusal, check};

const EXACT: (&str, &str) = ("exact-words", "loan");

const CASES: &[Case] = &[
    ("loan", "=loan", &[EXACT]),
    ("loan fee scam", "=loan OR =fee OR =scam", &[EXACT, ("beside-or", "fee")]),
    ("loan AND fee", "=loan AND =fee", &[EXACT]),
    ("loan OR fee", "=loan OR =fee", &[EXACT]),
    ("loan && fee", "=loan AND =fee", &[EXACT]),
    ("loan || fee", "=loan OR =fee", &[EXACT]),
    ("+loan fee", "=loan", &[EXACT, ("optional", "fee")]),
    ("loan AND fee OR scam", "=loan AND =fee", &[EXACT, ("optional", "scam")]),
    ("loan OR fee AND scam", "=fee AND =scam", &[("optional", "loan"), ("exact-words", "fee")]),
    ("+loan boycot~2", "=loan", &[EXACT, ("optional", "boycot~2")]),
    ("+loan scam^2", "=loan", &[EXACT, ("optional", "scam^2")]),
    ("+loan (scam^2 boycot~2)", "=loan", &[EXACT, ("optional", "(scam^2 boycot~2)")]),
    ("loan OR (fee AND scam)", "=loan OR (=fee AND =scam)", &[EXACT]),
    ("+loan -ad", "=loan NOT =ad", &[EXACT]),
    ("loan NOT ad", "=loan NOT =ad", &[EXACT]),
    ("loan !ad", "=loan NOT =ad", &[EXACT]),
    ("loan AND -ad", "=loan NOT =ad", &[EXACT]),
    ("(loan fee) AND bank", "(=loan OR =fee) AND =bank", &[EXACT, ("beside-or", "fee")]),
    ("\"late fee\"", "\"=late =fee\"", &[("exact-words", "late")]),
    ("\"loan fee\"~3", "(=loan ONEAR/3 =fee) OR (=fee ONEAR/1 =loan)", &[EXACT]),
    ("\"loan late fee\"~2", "\"=loan =late =fee\"~2", &[("window-order", "\"loan late fee\"~2"), EXACT]),
    ("mortgage~1", "mortgage~1", &[]),
    (
        "mortgage~ OR mortgage~2",
        "mortgage~1 OR mortgage~1",
        &[("fuzzy", "mortgage~"), ("fuzzy", "mortgage~2")],
    ),
    ("loan^4 OR fee", "=loan OR =fee", &[EXACT, ("boost", "^4")]),
    ("bank* AND l?an", "bank* AND l?an", &[]),
    ("*bank", "*bank*", &[("suffix", "*bank")]),
    ("title:loan", "title:=loan", &[("field", "title:"), EXACT]),
    ("title:(loan fee)", "title:=loan OR title:=fee", &[("field", "title:"), EXACT, ("beside-or", "fee")]),
    ("text:(loan AND fee)", "=loan AND =fee", &[("field", "text:"), EXACT]),
    ("loan AND lang:en", "=loan AND lang:en", &[EXACT, ("field", "lang:")]),
    ("loan AND followers:[1000 TO *]", "=loan AND followers:[1000 TO *]", &[EXACT, ("field", "followers:")]),
    (
        "loan AND followers:{1000 TO 2000}",
        "=loan AND followers:[1001 TO 1999]",
        &[EXACT, ("field", "followers:")],
    ),
    ("loan AND followers:>=500", "=loan AND followers:[500 TO *]", &[EXACT, ("field", "followers:")]),
    ("\\(loan\\)", "=loan", &[("signs", "\\(loan\\)"), EXACT]),
    ("e-loan", "\"=e =loan\"", &[("exact-words", "e"), ("compound", "e-loan")]),
    ("loan and fee", "=loan OR =and OR =fee", &[EXACT, ("beside-or", "and")]),
];

const REFUSALS: &[Refusal] = &[
    ("loan AND (NOT ad)", "only-not", "(NOT ad)"),
    ("/lo[ao]n/", "regex", "/lo[ao]n/"),
    ("date:[2026-01-01 TO *]", "field", "date:"),
    ("_exists_:title", "field", "_exists_:"),
    ("price:>10", "field", "price:"),
    ("loan [a TO b]", "range", "[a TO b]"),
    ("(loan fee)~2", "group-distance", "(loan fee)~2"),
    ("first\\ name", "sign", "\\ "),
    ("*", "pattern", "*"),
    ("lo*n", "pattern", "lo*n"),
    ("loan AND", "nothing-after", "AND"),
    ("AND loan", "nothing-before", "AND"),
    ("loan AND OR fee", "nothing-after", "AND"),
    ("loan +-fee", "nothing-after", "+"),
    ("(loan", "bracket-not-closed", "("),
    ("loan)", "bracket-not-opened", ")"),
    ("()", "empty-bracket", "()"),
    ("loan AND followers:many", "range", "many"),
    ("loan AND followers:[9 TO 2]", "range", "[9 TO 2]"),
];

#[test]
fn what_lucene_users_wrote_is_asked_the_same_way_or_refused() {
    check(Dialect::Lucene, CASES, REFUSALS);
}
