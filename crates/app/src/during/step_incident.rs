//! A person takes a step with an incident.

use nabat_crisis::alert::{AlertReason, AlertSubject, NewAlert};
use nabat_crisis::during::incident::{Happening, Incident, IncidentStatus, IncidentStep, TimelineEntry};
use nabat_crisis::id::{IncidentId, PersonId};
use nabat_crisis::person::Actor;

use crate::news::News;
use crate::{App, Refused, Result};

impl App {
    /// Takes a step with an incident. `seen` is the status the person saw when they decided.
    /// Confirming and closing are told to everybody who was told of it.
    ///
    /// # Errors
    /// [`Refused::Conflict`] when somebody else was faster, [`Refused::WrongState`], [`Refused::WordsMissing`],
    /// [`Refused::WordsTooLong`], [`Refused::NotFound`].
    pub async fn step_incident(
        &self,
        id: IncidentId,
        step: IncidentStep,
        seen: IncidentStatus,
        by: PersonId,
    ) -> Result<Incident> {
        let before = self.store.incident(id).await?.ok_or(Refused::NotFound)?;
        if before.status != seen {
            return Err(Refused::Conflict);
        }
        if let IncidentStep::Own(person) = &step {
            self.active_person(*person).await?;
        }
        let now = self.clock.now();
        let after = before.after(&step, now)?;
        let alerts = told(&step).map(|reason| NewAlert {
            subject: AlertSubject::Incident(id),
            reason,
            at: now,
            key: format!("incident:{id}:{}:{now}", reason.name()),
        });
        let entry = TimelineEntry { at: now, by: Actor::Person(by), what: Happening::Step(step) };
        let alerts =
            self.store.step_incident(before, after.clone(), entry, alerts.into_iter().collect()).await?;
        self.news.tell(News::Incident(id));
        for alert in alerts {
            self.news.tell(News::Alert(alert));
        }
        self.wake.notify_waiters();
        Ok(after)
    }
}

fn told(step: &IncidentStep) -> Option<AlertReason> {
    match step {
        IncidentStep::Confirm { .. } => Some(AlertReason::Escalated),
        IncidentStep::Close { .. } => Some(AlertReason::Resolved),
        IncidentStep::Contain { .. }
        | IncidentStep::Reopen { .. }
        | IncidentStep::Own(_)
        | IncidentStep::Note { .. } => None,
    }
}
