//! Incidents: what the team works on, from suspected to closed, with a timeline of everything that only grows.

use jiff::Timestamp;

use crate::alert::AlertReason;
use crate::id::{IncidentId, PersonId, SignalId, TopicId};
use crate::person::Actor;
use crate::post::{name_in, value_in};

/// Longest words in a timeline entry, in characters.
pub const WORDS_CHARS_MAX: usize = 4_000;

/// Something that may be, is or was a crisis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Its number.
    pub id: IncidentId,
    /// The topic that burns.
    pub topic: TopicId,
    /// Where it stands.
    pub status: IncidentStatus,
    /// Who leads.
    pub owner: Option<PersonId>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When its latest signal came.
    pub last_signal_at: Timestamp,
    /// Start of the time it covers: the window of its first signal.
    pub from: Timestamp,
    /// Mentions of the strongest hour that people were told of.
    pub n_told: u64,
    /// When people were told last.
    pub told_at: Timestamp,
    /// How many times people were told only because nobody had taken it.
    pub n_repeats: u32,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// Where an incident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IncidentStatus {
    /// A detector rang; no person has judged it.
    Suspected,
    /// A person says it is real.
    Confirmed,
    /// It no longer grows; work goes on.
    Contained,
    /// Over, for a reason.
    Closed,
}

impl IncidentStatus {
    /// All states with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Suspected, "suspected"),
        (Self::Confirmed, "confirmed"),
        (Self::Contained, "contained"),
        (Self::Closed, "closed"),
    ];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }

    /// Whether the team still works on it.
    pub fn is_open(self) -> bool {
        match self {
            Self::Suspected | Self::Confirmed | Self::Contained => true,
            Self::Closed => false,
        }
    }
}

/// Why an incident was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingReason {
    /// It is over.
    Resolved,
    /// There was no crisis: the bell was wrong.
    FalseAlarm,
    /// The growth was ours and wanted: a campaign, a launch.
    Expected,
    /// Part of another incident.
    Duplicate,
}

impl ClosingReason {
    /// All reasons with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Resolved, "resolved"),
        (Self::FalseAlarm, "false-alarm"),
        (Self::Expected, "expected"),
        (Self::Duplicate, "duplicate"),
    ];

    /// Name in files, addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The reason of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// What a person does with an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IncidentStep {
    /// It is real.
    Confirm {
        /// What makes one sure; may be empty.
        words: String,
    },
    /// It no longer grows.
    Contain {
        /// What was done; may be empty.
        words: String,
    },
    /// It is over.
    Close {
        /// Why.
        reason: ClosingReason,
        /// Why, in words.
        words: String,
    },
    /// It burns again.
    Reopen {
        /// Why.
        words: String,
    },
    /// Somebody leads from now on.
    Own(PersonId),
    /// A remark.
    Note {
        /// The remark.
        words: String,
    },
}

/// What happened in an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// It was opened by a signal.
    Opened(SignalId),
    /// A further signal joined it.
    SignalJoined(SignalId),
    /// A person took a step.
    Step(IncidentStep),
    /// People were told.
    Told(AlertReason),
}

/// An entry of an incident's timeline. Entries are only added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub what: Happening,
}

/// A step that cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IncidentError {
    /// The state does not allow the step.
    #[error("an incident that is {} cannot take this step", status.name())]
    WrongState {
        /// Where the incident stands.
        status: IncidentStatus,
    },
    /// Closing, reopening and remarks need words.
    #[error("this step needs words")]
    WordsMissing,
    /// The words are longer than [`WORDS_CHARS_MAX`].
    #[error("the words are longer than {WORDS_CHARS_MAX} characters")]
    WordsTooLong,
}

impl Incident {
    /// The incident after a person's step at an instant.
    ///
    /// # Errors
    /// [`IncidentError`] when the state does not allow the step, or needed words are missing or too long.
    pub fn after(&self, step: &IncidentStep, now: Timestamp) -> Result<Self, IncidentError> {
        use IncidentStatus::{Closed, Confirmed, Contained, Suspected};
        check_words(step)?;
        let mut next = self.clone();
        let wrong = Err(IncidentError::WrongState { status: self.status });
        match (step, self.status) {
            (IncidentStep::Confirm { .. }, Suspected | Contained) => next.status = Confirmed,
            (IncidentStep::Confirm { .. }, Confirmed | Closed) => return wrong,
            (IncidentStep::Contain { .. }, Suspected | Confirmed) => next.status = Contained,
            (IncidentStep::Contain { .. }, Contained | Closed) => return wrong,
            (IncidentStep::Close { .. }, Suspected | Confirmed | Contained) => {
                next.status = Closed;
                next.closed_at = Some(now);
            }
            (IncidentStep::Close { .. }, Closed) => return wrong,
            (IncidentStep::Reopen { .. }, Closed) => {
                next.status = Confirmed;
                next.closed_at = None;
            }
            (IncidentStep::Reopen { .. }, Suspected | Confirmed | Contained) => return wrong,
            (IncidentStep::Own(person), Suspected | Confirmed | Contained) => next.owner = Some(*person),
            (IncidentStep::Own(_), Closed) => return wrong,
            (IncidentStep::Note { .. }, Suspected | Confirmed | Contained | Closed) => {}
        }
        Ok(next)
    }
}

fn check_words(step: &IncidentStep) -> Result<(), IncidentError> {
    let (words, needed) = match step {
        IncidentStep::Own(_) => return Ok(()),
        IncidentStep::Confirm { words } | IncidentStep::Contain { words } => (words, false),
        IncidentStep::Close { words, .. } | IncidentStep::Reopen { words } | IncidentStep::Note { words } => {
            (words, true)
        }
    };
    if needed && words.trim().is_empty() {
        return Err(IncidentError::WordsMissing);
    }
    if words.chars().count() > WORDS_CHARS_MAX {
        return Err(IncidentError::WordsTooLong);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suspected() -> Incident {
        let at: Timestamp = "2026-03-01T10:05:00Z".parse().unwrap();
        Incident {
            id: IncidentId(1),
            topic: TopicId(1),
            status: IncidentStatus::Suspected,
            owner: None,
            opened_at: at,
            last_signal_at: at,
            from: at,
            n_told: 40,
            told_at: at,
            n_repeats: 0,
            closed_at: None,
        }
    }

    #[test]
    fn an_incident_is_confirmed_contained_closed_with_words_and_opened_again() {
        let now: Timestamp = "2026-03-01T12:00:00Z".parse().unwrap();
        let confirmed = suspected().after(&IncidentStep::Confirm { words: String::new() }, now).unwrap();
        let contained =
            confirmed.after(&IncidentStep::Contain { words: "Партия снята с полок.".into() }, now).unwrap();
        let close =
            |words: &str| IncidentStep::Close { reason: ClosingReason::Resolved, words: words.into() };
        assert_eq!(contained.after(&close(""), now), Err(IncidentError::WordsMissing));
        let closed = contained.after(&close("Вопросов больше нет."), now).unwrap();
        assert_eq!((closed.status, closed.closed_at), (IncidentStatus::Closed, Some(now)));
        let own = IncidentStep::Own(PersonId(1));
        assert_eq!(
            closed.after(&own, now),
            Err(IncidentError::WrongState { status: IncidentStatus::Closed })
        );
        let again = closed.after(&IncidentStep::Reopen { words: "Новая волна.".into() }, now).unwrap();
        assert_eq!((again.status, again.closed_at), (IncidentStatus::Confirmed, None));
    }
}
