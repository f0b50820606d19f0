//! PowerTrack.

use super::{Case, Dialect, Refusal, check};

const EXACT: (&str, &str) = ("exact-words", "parcel");

const CASES: &[Case] = &[
    ("parcel late", "=parcel AND =late", &[EXACT]),
    ("parcel OR delivery late", "=parcel OR (=delivery AND =late)", &[EXACT]),
    ("parcel -ad", "=parcel NOT =ad", &[EXACT]),
    ("parcel -(ad OR promo)", "=parcel NOT (=ad OR =promo)", &[EXACT]),
    ("parcel AND late", "=parcel AND =and AND =late", &[EXACT, ("operator-word", "AND")]),
    ("parcel or late", "=parcel AND =or AND =late", &[EXACT]),
    ("\"lost parcel\"", "\"=lost =parcel\"", &[("exact-words", "lost")]),
    ("\"parcel lost\"~4", "(=parcel ONEAR/4 =lost) OR (=lost ONEAR/2 =parcel)", &[EXACT]),
    ("\"parcel lost\"~1", "=parcel ONEAR/1 =lost", &[EXACT]),
    (
        "\"parcel lost again\"~3 refund",
        "\"=parcel =lost =again\"~3 AND =refund",
        &[("window-order", "\"parcel lost again\"~3"), EXACT],
    ),
    ("from:@swift_parcel", "author:swift_parcel", &[]),
    ("@swift_parcel #lostparcel", "@swift_parcel AND #lostparcel", &[]),
    ("parcel lang:en", "=parcel AND lang:en", &[EXACT]),
    (
        "parcel has:links -has:media",
        "=parcel AND has:link NOT has:(image OR video)",
        &[EXACT, ("media", "media")],
    ),
    ("parcel -is:retweet", "=parcel NOT type:repost", &[EXACT]),
    ("parcel followers_count:1000", "=parcel AND followers:[1000 TO *]", &[EXACT]),
    ("parcel followers_count:10..500", "=parcel AND followers:[10 TO 500]", &[EXACT]),
    (
        "url:\"swift.example/lost\" parcel",
        "url:\"swift.example/lost\" AND =parcel",
        &[("url", "\"swift.example/lost\""), EXACT],
    ),
    ("contains:parcel", "*parcel*", &[("substring", "parcel")]),
    ("parcel-shop", "\"=parcel =shop\"", &[EXACT]),
    ("$SWFT parcel", "=SWFT AND =parcel", &[("signs", "$SWFT"), ("exact-words", "SWFT")]),
    ("(from:swift OR from:other) parcel?", "(author:swift OR author:other) AND =parcel", &[EXACT]),
];

const REFUSALS: &[Refusal] = &[
    ("to:swift parcel", "field", "to:"),
    ("parcel sample:10", "field", "sample:"),
    ("parcel has:geo", "value", "geo"),
    ("parcel is:verified", "value", "verified"),
    ("parc*", "sign", "*"),
    ("contains:\"lost parcel\"", "substring", "\"lost parcel\""),
    ("parcel followers_count:x", "range", "x"),
    ("OR parcel", "nothing-before", "OR"),
];

#[test]
fn what_powertrack_users_wrote_is_asked_the_same_way_or_refused() {
    check(Dialect::PowerTrack, CASES, REFUSALS);
}
