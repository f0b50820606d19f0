//! Stories about what a word is looked for as.

use super::*;

#[test]
fn one_edit_puts_in_takes_out_changes_or_swaps() {
    let all = edits("сбербанк");
    for near in ["сбербанк", "сбрбанк", "сбеербанк", "сбирбанк", "сбербакн", "сбербанк1"]
    {
        assert!(all.iter().any(|each| each == near), "{near}");
    }
    for far in ["сбребакн", "сбербанкир", "сбербaнк"] {
        assert!(!all.iter().any(|each| each == far), "{far}");
    }
}
