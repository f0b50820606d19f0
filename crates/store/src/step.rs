//! The stored forms of steps and happenings: what people did with cases and incidents, as JSON in append-only rows.
//!
//! The names are a promise: stores out there hold them.

use nabat_crisis::alert::AlertReason;
use nabat_crisis::during::case::{CaseStep, CloseReason};
use nabat_crisis::during::incident::{ClosingReason, Happening, IncidentStep};
use nabat_crisis::id::{PersonId, SignalId};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::stored::{broken, named};

#[derive(Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
enum StoredCaseStep {
    Assign { person: PersonId },
    Release,
    Answer { link: Option<String>, words: String },
    Escalate { to: Option<PersonId>, words: String },
    Close { reason: String, words: String },
    Reopen { words: String },
    Note { words: String },
}

/// A case's step as JSON.
pub(crate) fn write_case_step(step: &CaseStep) -> Result<String, StoreError> {
    json(&match step.clone() {
        CaseStep::Assign(person) => StoredCaseStep::Assign { person },
        CaseStep::Release => StoredCaseStep::Release,
        CaseStep::Answer { link, words } => StoredCaseStep::Answer { link, words },
        CaseStep::Escalate { to, words } => StoredCaseStep::Escalate { to, words },
        CaseStep::Close { reason, words } => {
            StoredCaseStep::Close { reason: reason.name().to_owned(), words }
        }
        CaseStep::Reopen { words } => StoredCaseStep::Reopen { words },
        CaseStep::Note { words } => StoredCaseStep::Note { words },
    })
}

/// A case's step from JSON.
pub(crate) fn read_case_step(text: &str) -> Result<CaseStep, StoreError> {
    let stored = serde_json::from_str(text).map_err(|_| broken("a case's step is not readable"))?;
    Ok(match stored {
        StoredCaseStep::Assign { person } => CaseStep::Assign(person),
        StoredCaseStep::Release => CaseStep::Release,
        StoredCaseStep::Answer { link, words } => CaseStep::Answer { link, words },
        StoredCaseStep::Escalate { to, words } => CaseStep::Escalate { to, words },
        StoredCaseStep::Close { reason, words } => {
            CaseStep::Close { reason: named("reason to close", &reason, CloseReason::from_name)?, words }
        }
        StoredCaseStep::Reopen { words } => CaseStep::Reopen { words },
        StoredCaseStep::Note { words } => CaseStep::Note { words },
    })
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
enum StoredHappening {
    Opened { signal: SignalId },
    SignalJoined { signal: SignalId },
    Told { reason: String },
    Confirm { words: String },
    Contain { words: String },
    Close { reason: String, words: String },
    Reopen { words: String },
    Own { person: PersonId },
    Note { words: String },
}

/// An entry of an incident's timeline as JSON.
pub(crate) fn write_happening(what: &Happening) -> Result<String, StoreError> {
    json(&match what.clone() {
        Happening::Opened(signal) => StoredHappening::Opened { signal },
        Happening::SignalJoined(signal) => StoredHappening::SignalJoined { signal },
        Happening::Told(reason) => StoredHappening::Told { reason: reason.name().to_owned() },
        Happening::Step(step) => match step {
            IncidentStep::Confirm { words } => StoredHappening::Confirm { words },
            IncidentStep::Contain { words } => StoredHappening::Contain { words },
            IncidentStep::Close { reason, words } => {
                StoredHappening::Close { reason: reason.name().to_owned(), words }
            }
            IncidentStep::Reopen { words } => StoredHappening::Reopen { words },
            IncidentStep::Own(person) => StoredHappening::Own { person },
            IncidentStep::Note { words } => StoredHappening::Note { words },
        },
    })
}

/// An entry of an incident's timeline from JSON.
pub(crate) fn read_happening(text: &str) -> Result<Happening, StoreError> {
    let stored = serde_json::from_str(text).map_err(|_| broken("an entry of a timeline is not readable"))?;
    let step = match stored {
        StoredHappening::Opened { signal } => return Ok(Happening::Opened(signal)),
        StoredHappening::SignalJoined { signal } => return Ok(Happening::SignalJoined(signal)),
        StoredHappening::Told { reason } => {
            return Ok(Happening::Told(named("reason to tell", &reason, AlertReason::from_name)?));
        }
        StoredHappening::Confirm { words } => IncidentStep::Confirm { words },
        StoredHappening::Contain { words } => IncidentStep::Contain { words },
        StoredHappening::Close { reason, words } => IncidentStep::Close {
            reason: named("reason to close", &reason, ClosingReason::from_name)?,
            words,
        },
        StoredHappening::Reopen { words } => IncidentStep::Reopen { words },
        StoredHappening::Own { person } => IncidentStep::Own(person),
        StoredHappening::Note { words } => IncidentStep::Note { words },
    };
    Ok(Happening::Step(step))
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| broken("a step cannot be written as JSON"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_a_case_comes_back_as_it_was() {
        let words = || "Партию отозвали, покупателю вернули деньги.".to_owned();
        for step in [
            CaseStep::Assign(PersonId(3)),
            CaseStep::Release,
            CaseStep::Answer { link: Some("https://forum.example/7".to_owned()), words: words() },
            CaseStep::Escalate { to: None, words: words() },
            CaseStep::Close { reason: CloseReason::SettledElsewhere, words: words() },
            CaseStep::Reopen { words: words() },
            CaseStep::Note { words: words() },
        ] {
            assert_eq!(read_case_step(&write_case_step(&step).unwrap()).unwrap(), step);
        }
        assert_eq!(write_case_step(&CaseStep::Release).unwrap(), r#"{"step":"release"}"#);
        assert!(read_case_step(r#"{"step":"dance"}"#).is_err());
    }

    #[test]
    fn every_entry_of_a_timeline_comes_back_as_it_was() {
        let words = || "Nie rośnie od trzech godzin.".to_owned();
        let step = Happening::Step;
        for what in [
            Happening::Opened(SignalId(1)),
            Happening::SignalJoined(SignalId(2)),
            Happening::Told(AlertReason::Grew),
            step(IncidentStep::Confirm { words: words() }),
            step(IncidentStep::Contain { words: words() }),
            step(IncidentStep::Close { reason: ClosingReason::FalseAlarm, words: words() }),
            step(IncidentStep::Reopen { words: words() }),
            step(IncidentStep::Own(PersonId(4))),
            step(IncidentStep::Note { words: words() }),
        ] {
            assert_eq!(read_happening(&write_happening(&what).unwrap()).unwrap(), what);
        }
        let told = write_happening(&Happening::Told(AlertReason::First)).unwrap();
        assert_eq!(told, r#"{"what":"told","reason":"first"}"#);
    }
}
