//! The product's clock: the machine's, or one that is driven: by the demo, by a replay, by a test.
//!
//! Everything that asks for the time asks here, and passes it on as a value; the pure crates cannot ask at all.
//! A driven clock moves in steps, with the posts of each step, so that a replay gives the same signals each time.
//! Sign-in and sessions ask the machine, whatever world is played.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Fastest a world may run, in world seconds per real second: a year in half a minute.
pub const SPEED_MAX: f64 = 1_000_000.0;

/// A clock. Copies tell the same time.
#[derive(Debug, Clone)]
pub struct Clock(Arc<Hands>);

#[derive(Debug)]
enum Hands {
    Machine,
    Driven { at_ms: AtomicI64, speed: f64 },
}

impl Clock {
    /// The machine's clock.
    pub fn machine() -> Self {
        Self(Arc::new(Hands::Machine))
    }

    /// A clock that stands at `at` until it is moved, as a rule `speed` world seconds per real second.
    pub fn driven(at: Timestamp, speed: f64) -> Self {
        Self(Arc::new(Hands::Driven {
            at_ms: AtomicI64::new(at.as_millisecond()),
            speed: speed.clamp(0.01, SPEED_MAX),
        }))
    }

    /// Moves a driven clock forward; it never goes back. The machine's clock does not listen.
    pub fn advance_to(&self, at: Timestamp) {
        if let Hands::Driven { at_ms, .. } = &*self.0 {
            at_ms.fetch_max(at.as_millisecond(), Ordering::SeqCst);
        }
    }

    /// The time now, to the millisecond: what is stored and what is shown are then the same.
    pub fn now(&self) -> Timestamp {
        let millis = match &*self.0 {
            Hands::Machine => Timestamp::now().as_millisecond(),
            Hands::Driven { at_ms, .. } => at_ms.load(Ordering::SeqCst),
        };
        Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
    }

    /// World seconds per real second.
    pub fn speed(&self) -> f64 {
        match &*self.0 {
            Hands::Machine => 1.0,
            Hands::Driven { speed, .. } => *speed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driven_clock_stands_until_it_is_moved_and_never_goes_back() {
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        let clock = Clock::driven(at("2026-03-01T10:00:00Z"), 60.0);
        assert_eq!(clock.now(), at("2026-03-01T10:00:00Z"));
        clock.clone().advance_to(at("2026-03-01T11:00:00Z"));
        clock.advance_to(at("2026-03-01T10:30:00Z"));
        assert_eq!(clock.now(), at("2026-03-01T11:00:00Z"));
    }
}
