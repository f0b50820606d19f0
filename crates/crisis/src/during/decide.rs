//! The decision: what new signals and the passing of time mean for the incidents.
//!
//! Wanted: the same signals in the same order give the same incidents and the same messages, however they were batched;
//! a signal is never without an incident; every message has a named reason.
//! Design: one call per signal and one per tick, each a function of the topic's open incident.
//! Accepted loss: one topic has at most one open incident, so two fires of one topic at once are one incident until people say otherwise.

use jiff::{SignedDuration, Timestamp};

use crate::alert::AlertReason;
use crate::during::incident::{Happening, Incident, IncidentStatus};
use crate::id::SignalId;
use crate::signal::NewSignal;

/// A message "it has grown" goes out when the hour holds this many times what people were told last. Doubling is what people
/// feel as growth (guess).
pub const GROWTH_TOLD: u64 = 2;
/// A suspected incident that nobody took is told again after so many minutes (guess: a coffee break).
pub const REPEAT_AFTER_MINUTES: i64 = 15;
/// How many times it is told again before we stop: the list on the radar stays red anyhow.
pub const REPEATS_MAX: u32 = 4;
/// An incident whose last signal is older than so many hours is not told again: it was found in old posts, or has burnt out.
pub const REPEAT_WITHIN_HOURS: i64 = 24;
/// A closed incident whose topic rings again within so many hours is still a new incident, but an open one whose last signal is
/// older than this no longer takes signals: it is another fire.
pub const JOIN_WITHIN_HOURS: i64 = 72;

/// What a signal means for the incidents of its topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Open a new incident.
    Open(Opening),
    /// Join the open one, which changes to this.
    Join {
        /// The incident after it.
        incident: Incident,
        /// What to tell people, if anything.
        tell: Option<AlertReason>,
    },
}

/// What a new incident starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// When it opens.
    pub at: Timestamp,
    /// Start of the time it covers.
    pub from: Timestamp,
    /// Mentions of the hour that rang.
    pub n_told: u64,
}

/// Joins a signal to the open incident of its topic, or opens one.
pub fn on_signal(signal: &NewSignal, open: Option<&Incident>) -> Decision {
    let n_observed = signal.evidence.n_observed();
    match open {
        Some(incident) if takes(incident, signal.at) => {
            let mut next = incident.clone();
            next.last_signal_at = incident.last_signal_at.max(signal.at);
            let grew = n_observed >= incident.n_told.saturating_mul(GROWTH_TOLD);
            if grew {
                next.n_told = n_observed;
                next.told_at = signal.at;
            }
            Decision::Join { incident: next, tell: grew.then_some(AlertReason::Grew) }
        }
        _ => Decision::Open(Opening { at: signal.at, from: window_from(signal), n_told: n_observed }),
    }
}

/// The entries a decision adds to the timeline, in order.
pub fn happenings(decision: &Decision, signal: SignalId) -> Vec<Happening> {
    match decision {
        Decision::Open(_) => vec![Happening::Opened(signal), Happening::Told(AlertReason::First)],
        Decision::Join { tell, .. } => {
            let mut entries = vec![Happening::SignalJoined(signal)];
            entries.extend(tell.map(Happening::Told));
            entries
        }
    }
}

/// Whether an open incident that nobody took must be told again at an instant; the incident after it.
pub fn on_time(incident: &Incident, now: Timestamp) -> Option<Incident> {
    let waits = incident.status == IncidentStatus::Suspected
        && incident.owner.is_none()
        && incident.n_repeats < REPEATS_MAX;
    let due = now.duration_since(incident.told_at) >= SignedDuration::from_mins(REPEAT_AFTER_MINUTES);
    let fresh =
        now.duration_since(incident.last_signal_at) <= SignedDuration::from_hours(REPEAT_WITHIN_HOURS);
    (waits && due && fresh).then(|| Incident {
        told_at: now,
        n_repeats: incident.n_repeats + 1,
        ..incident.clone()
    })
}

fn takes(incident: &Incident, at: Timestamp) -> bool {
    incident.status.is_open()
        && at.duration_since(incident.last_signal_at) <= SignedDuration::from_hours(JOIN_WITHIN_HOURS)
}

fn window_from(signal: &NewSignal) -> Timestamp {
    match &signal.evidence {
        crate::signal::Evidence::MentionSurge(surge) => surge.window_from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{IncidentId, PersonId, TopicId};
    use crate::signal::{Evidence, MentionSurge};

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + minute * 60).unwrap()
    }

    fn signal(minute: i64, n_observed: u64) -> NewSignal {
        let evidence = Evidence::MentionSurge(MentionSurge {
            window_from: at(minute - 60),
            window_until: at(minute),
            n_observed,
            n_baseline: 168,
            baseline_hours: 168.0,
            expected_per_hour: 1.0,
            ratio: n_observed as f64,
            ratio_threshold: 4.0,
            n_authors: n_observed,
            n_authors_min: 5,
            networks: vec![],
            top_authors: vec![],
            top_posts: vec![],
        });
        NewSignal { topic: TopicId(1), at: at(minute), evidence }
    }

    fn opened(minute: i64, n_told: u64) -> Incident {
        Incident {
            id: IncidentId(1),
            topic: TopicId(1),
            status: IncidentStatus::Suspected,
            owner: None,
            opened_at: at(minute),
            last_signal_at: at(minute),
            from: at(minute - 60),
            n_told,
            told_at: at(minute),
            n_repeats: 0,
            closed_at: None,
        }
    }

    #[test]
    fn the_first_signal_opens_an_incident_that_covers_its_window() {
        let decision = on_signal(&signal(100, 20), None);
        assert_eq!(decision, Decision::Open(Opening { at: at(100), from: at(40), n_told: 20 }));
        let told = vec![Happening::Opened(SignalId(9)), Happening::Told(AlertReason::First)];
        assert_eq!(happenings(&decision, SignalId(9)), told);
    }

    #[test]
    fn a_further_signal_joins_in_silence_until_the_hour_has_doubled() {
        let open = opened(100, 20);
        let Decision::Join { incident, tell } = on_signal(&signal(110, 39), Some(&open)) else {
            panic!("joins")
        };
        assert_eq!((incident.last_signal_at, tell), (at(110), None));
        let Decision::Join { incident, tell } = on_signal(&signal(115, 40), Some(&incident)) else {
            panic!("joins")
        };
        assert_eq!((incident.n_told, tell), (40, Some(AlertReason::Grew)));
    }

    #[test]
    fn a_fire_after_three_quiet_days_is_another_incident() {
        let open = opened(0, 20);
        let later = 72 * 60;
        assert!(matches!(on_signal(&signal(later, 20), Some(&open)), Decision::Join { .. }));
        assert!(matches!(on_signal(&signal(later + 1, 20), Some(&open)), Decision::Open(_)));
    }

    #[test]
    fn an_incident_nobody_takes_is_told_again_four_times_and_then_no_more() {
        let mut incident = opened(0, 20);
        assert_eq!(on_time(&incident, at(14)), None);
        for n in 1..=i64::from(REPEATS_MAX) {
            incident = on_time(&incident, at(15 * n)).unwrap();
        }
        assert_eq!(on_time(&incident, at(600)), None);
        assert_eq!(on_time(&opened(0, 20), at(24 * 60 + 1)), None, "found in an import of old posts");
        let owned = Incident { owner: Some(PersonId(1)), ..opened(0, 20) };
        assert_eq!(on_time(&owned, at(600)), None);
    }
}
