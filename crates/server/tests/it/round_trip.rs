//! What was taken in comes out again, unchanged.

use crate::house::{BRAND, House, bad_day, long_ago};

#[test]
fn exported_posts_are_imported_again_unchanged() {
    let first = House::new().with_topics(&[BRAND]);
    let file = first.write("day.jsonl", bad_day(long_ago()));
    first.said(&["import", file.to_str().unwrap()]);
    let out = first.export();
    assert!(out.lines().count() > 100);
    for kind in ["revised", "deleted", "metrics"] {
        assert!(
            out.contains(&format!("\"event\":\"{kind}\"")),
            "the world has {kind} events about stored posts"
        );
    }
    let second = House::new().with_topics(&[BRAND]);
    let file = second.write("out.jsonl", &out);
    let said = second.said(&["import", file.to_str().unwrap()]);
    assert!(said.contains("refused             0"), "{said}");
    assert_eq!(second.export(), out);
    let again = second.said(&["import", file.to_str().unwrap()]);
    assert!(again.contains("stored              0"), "{again}");
    assert_eq!(second.export(), out);
    second.check();
}
