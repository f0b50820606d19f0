//! Cases: each mention that needs an answer, from new to answered, escalated or closed with a reason.
//!
//! A case is never deleted and never hidden. Each step is an entry with who did it and when.

use jiff::{SignedDuration, Timestamp};

use crate::id::{MentionId, PersonId};
use crate::post::{name_in, value_in};

/// Longest words with an answer, an escalation or a closing, in characters.
pub const WORDS_CHARS_MAX: usize = 4_000;

/// A case. It has the number of its mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its mention, and its number.
    pub id: MentionId,
    /// Where it stands.
    pub state: CaseState,
    /// Who works on it, or did last.
    pub assignee: Option<PersonId>,
    /// When the response clock started: when the post was published.
    pub opened_at: Timestamp,
    /// When the response clock runs out.
    pub due_at: Timestamp,
    /// When it was answered, escalated or closed first: what stopped the clock.
    pub stopped_at: Option<Timestamp>,
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseState {
    /// Nobody has taken it.
    New,
    /// Somebody works on it.
    InWork,
    /// It was answered.
    Answered,
    /// It was handed to somebody who must decide.
    Escalated,
    /// It ended without an answer, for a reason.
    Closed,
}

impl CaseState {
    /// All states with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::New, "new"),
        (Self::InWork, "in-work"),
        (Self::Answered, "answered"),
        (Self::Escalated, "escalated"),
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

    /// Whether people outside still wait for us.
    pub fn waits(self) -> bool {
        match self {
            Self::New | Self::InWork => true,
            Self::Answered | Self::Escalated | Self::Closed => false,
        }
    }
}

/// Why a case was closed without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CloseReason {
    /// It asks for nothing: praise, a mere mention.
    NoAnswerNeeded,
    /// It is about something else.
    NotAboutUs,
    /// Advertising or nonsense.
    Spam,
    /// The same words by the same author, answered elsewhere.
    Duplicate,
    /// Answered on another network, by telephone, in private.
    SettledElsewhere,
    /// A provocation that an answer would feed.
    Provocation,
}

impl CloseReason {
    /// All reasons with their names in files, addresses and locale keys.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::NoAnswerNeeded, "no-answer-needed"),
        (Self::NotAboutUs, "not-about-us"),
        (Self::Spam, "spam"),
        (Self::Duplicate, "duplicate"),
        (Self::SettledElsewhere, "settled-elsewhere"),
        (Self::Provocation, "provocation"),
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

/// What a person does with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseStep {
    /// Give it to somebody, often oneself.
    Assign(PersonId),
    /// Put it back for anybody.
    Release,
    /// It was answered: a link to the answer or its words, confirmed by hand.
    Answer {
        /// Where the answer can be read.
        link: Option<String>,
        /// What was said.
        words: String,
    },
    /// Hand it to somebody who must decide, and say why.
    Escalate {
        /// To whom, if to one of us.
        to: Option<PersonId>,
        /// Why.
        words: String,
    },
    /// End it without an answer.
    Close {
        /// Why.
        reason: CloseReason,
        /// Why, in words.
        words: String,
    },
    /// Take it up again.
    Reopen {
        /// Why.
        words: String,
    },
    /// Remark something; the state stays.
    Note {
        /// The remark.
        words: String,
    },
}

/// A step that cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// The state does not allow the step.
    #[error("a case that is {} cannot take this step", state.name())]
    WrongState {
        /// Where the case stands.
        state: CaseState,
    },
    /// Words, or words or a link, are needed.
    #[error("this step needs words")]
    WordsMissing,
    /// The words are longer than [`WORDS_CHARS_MAX`].
    #[error("the words are longer than {WORDS_CHARS_MAX} characters")]
    WordsTooLong,
    /// The link is not an http or https address.
    #[error("the link is not a web address")]
    BadLink,
}

impl Case {
    /// The case after a step at an instant.
    ///
    /// # Errors
    /// [`CaseError`] when the state does not allow the step, or needed words are missing, too long, or a link is no web address.
    pub fn after(&self, step: &CaseStep, by: PersonId, now: Timestamp) -> Result<Self, CaseError> {
        let mut next = self.clone();
        check_words(step)?;
        let wrong = Err(CaseError::WrongState { state: self.state });
        match step {
            CaseStep::Assign(person) => match self.state {
                CaseState::New | CaseState::InWork => {
                    next.state = CaseState::InWork;
                    next.assignee = Some(*person);
                }
                CaseState::Escalated => next.assignee = Some(*person),
                CaseState::Answered | CaseState::Closed => return wrong,
            },
            CaseStep::Release => match self.state {
                CaseState::InWork => {
                    next.state = CaseState::New;
                    next.assignee = None;
                }
                CaseState::New | CaseState::Answered | CaseState::Escalated | CaseState::Closed => {
                    return wrong;
                }
            },
            CaseStep::Answer { .. } => match self.state {
                CaseState::New | CaseState::InWork | CaseState::Escalated => {
                    next.state = CaseState::Answered;
                    next.assignee = self.assignee.or(Some(by));
                }
                CaseState::Answered | CaseState::Closed => return wrong,
            },
            CaseStep::Escalate { to, .. } => match self.state {
                CaseState::New | CaseState::InWork => {
                    next.state = CaseState::Escalated;
                    next.assignee = to.or(self.assignee);
                }
                CaseState::Answered | CaseState::Escalated | CaseState::Closed => return wrong,
            },
            CaseStep::Close { .. } => match self.state {
                CaseState::New | CaseState::InWork | CaseState::Escalated => next.state = CaseState::Closed,
                CaseState::Answered | CaseState::Closed => return wrong,
            },
            CaseStep::Reopen { .. } => match self.state {
                CaseState::Answered | CaseState::Escalated | CaseState::Closed => {
                    next.state = if self.assignee.is_some() { CaseState::InWork } else { CaseState::New };
                    next.stopped_at = None;
                }
                CaseState::New | CaseState::InWork => return wrong,
            },
            CaseStep::Note { .. } => {}
        }
        if !next.state.waits() && self.state.waits() {
            next.stopped_at = Some(now);
        }
        Ok(next)
    }

    /// Colour of the response clock at an instant.
    pub fn clock(&self, now: Timestamp) -> ClockColour {
        let at = self.stopped_at.unwrap_or(now);
        let limit = self.due_at.duration_since(self.opened_at);
        let left = self.due_at.duration_since(at);
        if left < SignedDuration::ZERO {
            ClockColour::Late
        } else if left * 2 < limit {
            ClockColour::Soon
        } else {
            ClockColour::Calm
        }
    }
}

/// Colour of a response clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockColour {
    /// More than half of the time is left.
    Calm,
    /// Less than half is left.
    Soon,
    /// The limit has passed.
    Late,
}

impl ClockColour {
    /// All colours with their names in addresses and locale keys.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Calm, "calm"), (Self::Soon, "soon"), (Self::Late, "late")];

    /// Name in addresses and locale keys.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }
}

fn check_words(step: &CaseStep) -> Result<(), CaseError> {
    let (words, needed) = match step {
        CaseStep::Assign(_) | CaseStep::Release => return Ok(()),
        CaseStep::Answer { link, words } => (words, link.is_none()),
        CaseStep::Escalate { words, .. }
        | CaseStep::Close { words, .. }
        | CaseStep::Reopen { words }
        | CaseStep::Note { words } => (words, true),
    };
    if needed && words.trim().is_empty() {
        return Err(CaseError::WordsMissing);
    }
    if words.chars().count() > WORDS_CHARS_MAX {
        return Err(CaseError::WordsTooLong);
    }
    match step {
        CaseStep::Answer { link: Some(link), .. } if !is_web_address(link) => Err(CaseError::BadLink),
        _ => Ok(()),
    }
}

/// Whether people may be sent to this address with a click: http and https only, so that no script runs.
pub fn is_web_address(link: &str) -> bool {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && link.len() <= 2_048 && !link.chars().any(|c| c.is_whitespace() || c.is_control())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: PersonId = PersonId(1);
    const PIOTR: PersonId = PersonId(2);

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + minute * 60).unwrap()
    }

    fn case() -> Case {
        Case {
            id: MentionId(7),
            state: CaseState::New,
            assignee: None,
            opened_at: at(0),
            due_at: at(60),
            stopped_at: None,
        }
    }

    #[test]
    fn a_case_is_taken_answered_by_hand_and_its_clock_stops() {
        let taken = case().after(&CaseStep::Assign(ANNA), ANNA, at(5)).unwrap();
        assert_eq!((taken.state, taken.assignee), (CaseState::InWork, Some(ANNA)));
        let answer = CaseStep::Answer {
            link: Some("https://vk.example/wall-1_2?reply=3".into()),
            words: String::new(),
        };
        let answered = taken.after(&answer, ANNA, at(20)).unwrap();
        assert_eq!((answered.state, answered.stopped_at), (CaseState::Answered, Some(at(20))));
        assert_eq!(answered.clock(at(500)), ClockColour::Calm);
    }

    #[test]
    fn nothing_ends_without_words() {
        let silent = |words: &str| CaseStep::Close { reason: CloseReason::Spam, words: words.into() };
        assert_eq!(case().after(&silent("  "), ANNA, at(1)), Err(CaseError::WordsMissing));
        let answer = CaseStep::Answer { link: None, words: String::new() };
        assert_eq!(case().after(&answer, ANNA, at(1)), Err(CaseError::WordsMissing));
        let long = silent(&"ж".repeat(WORDS_CHARS_MAX + 1));
        assert_eq!(case().after(&long, ANNA, at(1)), Err(CaseError::WordsTooLong));
        assert_eq!(case().after(&silent("Реклама казино."), ANNA, at(1)).unwrap().state, CaseState::Closed);
    }

    #[test]
    fn a_script_is_not_a_link() {
        for link in ["javascript:alert(1)", "https://", "data:text/html,x", "https://a b"] {
            let answer = CaseStep::Answer { link: Some(link.into()), words: "Odpisaliśmy.".into() };
            assert_eq!(case().after(&answer, ANNA, at(1)), Err(CaseError::BadLink), "{link}");
        }
    }

    #[test]
    fn a_closed_case_can_be_taken_up_again_and_its_clock_runs_on() {
        let close = CaseStep::Close { reason: CloseReason::NotAboutUs, words: "O innej firmie.".into() };
        let closed = case().after(&close, ANNA, at(10)).unwrap();
        assert_eq!(
            closed.after(&CaseStep::Assign(PIOTR), ANNA, at(11)),
            Err(CaseError::WrongState { state: CaseState::Closed })
        );
        let open = closed.after(&CaseStep::Reopen { words: "Jednak o nas.".into() }, PIOTR, at(90)).unwrap();
        assert_eq!(
            (open.state, open.stopped_at, open.clock(at(90))),
            (CaseState::New, None, ClockColour::Late)
        );
    }

    #[test]
    fn the_clock_turns_at_half_time_and_at_the_limit() {
        let colours: Vec<_> = [0, 30, 31, 60, 61].map(|minute| case().clock(at(minute))).into();
        use ClockColour::{Calm, Late, Soon};
        assert_eq!(colours, [Calm, Calm, Soon, Soon, Late]);
    }
}
