//! A person takes a step with a case.

use nabat_crisis::during::case::{CaseState, CaseStep};
use nabat_crisis::id::{MentionId, PersonId};
use nabat_crisis::person::Actor;
use nabat_store::CaseEntry;

use crate::news::News;
use crate::views::CaseView;
use crate::{App, Refused, Result};

impl App {
    /// Takes a step with a case. `seen` is the state the person saw when they decided.
    ///
    /// # Errors
    /// [`Refused::Conflict`] when somebody else was faster, [`Refused::WrongState`], [`Refused::WordsMissing`],
    /// [`Refused::WordsTooLong`], [`Refused::BadLink`], [`Refused::NotFound`].
    pub async fn step_case(
        &self,
        id: MentionId,
        step: CaseStep,
        seen: CaseState,
        by: PersonId,
    ) -> Result<CaseView> {
        let before = self.store.case(id).await?.ok_or(Refused::NotFound)?.case;
        if before.state != seen {
            return Err(Refused::Conflict);
        }
        if let CaseStep::Assign(person) | CaseStep::Escalate { to: Some(person), .. } = &step {
            self.active_person(*person).await?;
        }
        let now = self.clock.now();
        let after = before.after(&step, by, now)?;
        self.store.step_case(before, after, CaseEntry { at: now, by: Actor::Person(by), step }).await?;
        self.news.tell(News::Case(id));
        let view = self.store.case(id).await?.ok_or(Refused::NotFound)?;
        Ok(self.case_view(view))
    }

    /// Work is given only to people who can sign in and do it.
    pub(crate) async fn active_person(&self, id: PersonId) -> Result<()> {
        let person = self.store.person(id).await?.ok_or(Refused::BadValue("to"))?;
        if person.active { Ok(()) } else { Err(Refused::BadValue("to")) }
    }
}
