//! Forms that were written out of late, so that nobody waits for them twice.
//!
//! A query is asked in many ways while it is typed: as a whole, each side of its ORs by itself, without each of its exclusions, and all
//! of that again at the next letter. Writing out the forms of a name takes a tenth of a millisecond, so a hundred names would take longer
//! than people bear. What is remembered is what would be written out anew: the same input still gives the same output.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Form, Places};

/// Most forms that are kept: some 1,500 names, or 6 MB. When there are more, all are forgotten: whoever compiles that many queries asks
/// few words twice.
const FORMS_MAX: usize = 40_000;

static WORDS: Mutex<Remembered<Vec<Form>>> = Mutex::new(Remembered::new());
static PHRASES: Mutex<Remembered<Vec<Places>>> = Mutex::new(Remembered::new());

/// Results by the words they were made of.
#[derive(Debug)]
struct Remembered<T> {
    known: BTreeMap<Vec<Box<str>>, T>,
    n_forms: usize,
}

impl<T: Clone> Remembered<T> {
    const fn new() -> Self {
        Self { known: BTreeMap::new(), n_forms: 0 }
    }

    fn keep(&mut self, words: Vec<Box<str>>, made: T, n_forms: usize) {
        if self.n_forms + n_forms > FORMS_MAX {
            *self = Self::new();
        }
        if n_forms <= FORMS_MAX && self.known.insert(words, made).is_none() {
            self.n_forms += n_forms;
        }
    }
}

/// The forms of a word, remembered or made.
pub(super) fn of_word(written: &str, make: impl FnOnce() -> Vec<Form>) -> Vec<Form> {
    of(&WORDS, &[written], make, Vec::len)
}

/// The forms of a phrase, remembered or made.
pub(super) fn of_phrase(words: &[&str], make: impl FnOnce() -> Vec<Places>) -> Vec<Places> {
    of(&PHRASES, words, make, |rows| rows.iter().flatten().map(Vec::len).sum())
}

/// Others are not kept waiting while something is made.
fn of<T: Clone>(
    remembered: &Mutex<Remembered<T>>,
    words: &[&str],
    make: impl FnOnce() -> T,
    n_forms: fn(&T) -> usize,
) -> T {
    let words: Vec<Box<str>> = words.iter().copied().map(Box::from).collect();
    let known = remembered.lock().unwrap_or_else(PoisonError::into_inner).known.get(&words).cloned();
    known.unwrap_or_else(|| {
        let made = make();
        let n_forms = n_forms(&made);
        remembered.lock().unwrap_or_else(PoisonError::into_inner).keep(words, made.clone(), n_forms);
        made
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded_and_never_another_words() {
        let remembered = Mutex::new(Remembered::new());
        let ask = |word: &str, n: usize| of(&remembered, &[word], || vec![word.to_owned(); n], Vec::len);
        assert_eq!(ask("банк", 2), ["банк"; 2]);
        assert_eq!(ask("банк", 3), ["банк"; 2], "it is not made again");
        assert_eq!(ask("банка", 1), ["банка"]);
        for word in 0..100 {
            assert_eq!(ask(&word.to_string(), FORMS_MAX / 10).len(), FORMS_MAX / 10);
            assert!(remembered.lock().unwrap().n_forms <= FORMS_MAX);
        }
        assert_eq!(ask("банк", 3), ["банк"; 3], "it was forgotten");
        assert_eq!(ask("много", FORMS_MAX + 1).len(), FORMS_MAX + 1);
        assert_eq!(remembered.lock().unwrap().n_forms, 0);
    }
}
