//! Ordinary words that brands are named after: of these only a capital tells the name.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::word::{Word, plain};
use super::{inflect, names, unchanging};

/// Common words, in the form of a dictionary.
const WORDS: &str = "магнит лента победа озон самокат мир";

static ORDINARY: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let nouns = WORDS.split_whitespace().chain(unchanging::nouns());
    let forms = nouns.flat_map(inflect).map(|form| plain(&form.shown));
    forms.chain(unchanging::ordinary().map(str::to_owned)).collect()
});

/// Whether a folded word (lower case, ё as е) is also an ordinary word of Russian, in any of its forms.
pub fn is_ordinary(folded: &str) -> bool {
    ORDINARY.contains(folded) && !names::is_first_name(folded)
        || Word::read(folded).is_some_and(|w| unchanging::stays(&w))
}
