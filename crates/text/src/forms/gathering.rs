//! Forms, each once, in the order in which they came.

use std::collections::BTreeMap;

use super::languages::is_ordinary;
use super::{Form, Reason};
use crate::tokens::plain_words;

/// Gathers the forms of one word.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    forms: Vec<Form>,
    places: BTreeMap<Box<str>, usize>,
}

impl Gathering {
    /// Adds a form, or another reason to one that is there. What is no single word or emoji is left out, since no token of a post could
    /// be equal to it.
    pub(super) fn add(&mut self, shown: &str, reason: Reason) {
        let Some(text) = single(shown) else { return };
        let ordinary = is_ordinary(&text);
        self.merge(Form { text: text.into(), shown: shown.into(), reasons: vec![reason], ordinary });
    }

    /// Adds a form as it is, or its reasons to the form that is there.
    pub(super) fn merge(&mut self, form: Form) {
        match self.places.get(&form.text) {
            Some(place) => add_reasons(&mut self.forms[*place], form.reasons),
            None => {
                self.places.insert(form.text.clone(), self.forms.len());
                self.forms.push(form);
            }
        }
    }

    /// The forms, in the order in which they came.
    pub(super) fn forms(self) -> Vec<Form> {
        self.forms
    }
}

/// Adds the reasons that a form does not have yet.
pub(super) fn add_reasons(form: &mut Form, reasons: Vec<Reason>) {
    for reason in reasons {
        if !form.reasons.contains(&reason) {
            form.reasons.push(reason);
        }
    }
}

/// The folded word or emoji, if the text is a single one from its first to its last character.
fn single(shown: &str) -> Option<String> {
    let mut words = plain_words(shown);
    let word = words.pop()?;
    (words.is_empty() && word.span == (0..shown.len())).then_some(word.text)
}
