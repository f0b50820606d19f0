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

impl From<Vec<Form>> for Gathering {
    fn from(forms: Vec<Form>) -> Self {
        let places = forms.iter().enumerate().map(|(place, form)| (form.text.clone(), place)).collect();
        Self { forms, places }
    }
}

impl Gathering {
    /// Adds a form, or another reason to one that is there. What is no single word or emoji is left out, since no token of a post could
    /// be equal to it.
    pub(super) fn add(&mut self, shown: &str, reason: Reason) {
        self.merge(Form::of(shown, vec![reason]));
    }

    /// Adds a slip, unless it is no slip: the word itself or one of its inflected forms.
    pub(super) fn add_slip(&mut self, shown: &str, reasons: Vec<Reason>) {
        let form = Form::of(shown, reasons)
            .filter(|form| self.places.get(&form.text).is_none_or(|place| self.forms[*place].is_slip()));
        self.merge(form);
    }

    /// Adds a form, or its reasons to the form that is there.
    pub(super) fn merge(&mut self, form: Option<Form>) {
        let Some(form) = form else { return };
        match self.places.get(&form.text) {
            Some(place) => self.forms[*place].add_reasons(form.reasons),
            None => {
                self.places.insert(form.text.clone(), self.forms.len());
                self.forms.push(form);
            }
        }
    }

    /// The forms so far, in the order in which they came.
    pub(super) fn so_far(&self) -> &[Form] {
        &self.forms
    }

    /// The forms, in the order in which they came.
    pub(super) fn forms(self) -> Vec<Form> {
        self.forms
    }
}

impl Form {
    /// A form as people write it. None if that is no single word or emoji from its first to its last character.
    pub(super) fn of(shown: &str, reasons: Vec<Reason>) -> Option<Self> {
        let mut words = plain_words(shown);
        let word = words.pop()?;
        if !words.is_empty() || word.span != (0..shown.len()) {
            return None;
        }
        let ordinary = is_ordinary(&word.text);
        Some(Self { text: word.text.into(), shown: shown.into(), reasons, ordinary })
    }

    /// Adds the reasons that the form does not have yet.
    pub(super) fn add_reasons(&mut self, reasons: Vec<Reason>) {
        for reason in reasons {
            if !self.reasons.contains(&reason) {
                self.reasons.push(reason);
            }
        }
    }

    /// Whether it is looked for only because people slip.
    pub(super) fn is_slip(&self) -> bool {
        match self.reasons.first() {
            Some(Reason::Transliterated | Reason::Layout | Reason::LookAlike) => true,
            Some(Reason::Written | Reason::Inflected(..) | Reason::English(_) | Reason::Added) | None => {
                false
            }
        }
    }

    /// The reasons of a slip of this form: the slip first, then which case it is a slip of.
    pub(super) fn slipped(&self, slip: Reason) -> Vec<Reason> {
        let cells = self.reasons.iter().filter(|reason| **reason != Reason::Written);
        std::iter::once(slip).chain(cells.copied()).collect()
    }
}
