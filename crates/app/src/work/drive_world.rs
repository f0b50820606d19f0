//! A world played in its own time: a file replayed, or the demo. The clock moves in steps, each with its posts.
//!
//! Wanted: the same posts give the same signals and incidents each time, at any speed.
//! Design: in each step the clock is moved, the posts of the step go through the live path, then time is watched; only then is
//! real time waited for. Nothing in a step depends on how long it took.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use nabat_crisis::id::SourceId;
use nabat_crisis::post::{PostEvent, Refusal};
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use super::watch_time;
use crate::flow::{self, Load, numbered};
use crate::{App, Result};

/// Longest world time of one step, in seconds: a minute, so that nothing on the radar jumps.
const STEP_SECONDS_MAX: f64 = 60.0;
/// Real time of one step, in seconds, up to the speed at which a step is a minute long; beyond it steps follow faster.
const STEP_REAL_SECONDS: f64 = 0.25;

/// What a world gives for a step: events, and records that were refused.
pub type Step = Vec<std::result::Result<PostEvent, Refusal>>;

/// A world that tells what happened until an instant.
pub trait World: Send {
    /// Everything since the last call, up to `until` (exclusive); `None` when the world has ended.
    fn advance_to(&mut self, until: Timestamp) -> Option<Step>;
}

/// Plays a world on the app's driven clock until it ends; forever, when it does not.
///
/// # Errors
/// When the store fails.
pub async fn drive(app: &App, source: SourceId, mut world: impl World) -> Result<()> {
    let speed = app.clock.speed();
    let step_seconds = (speed * STEP_REAL_SECONDS).clamp(STEP_REAL_SECONDS, STEP_SECONDS_MAX);
    let real = Duration::from_secs_f64(step_seconds / speed);
    let mut ticks = interval_at(Instant::now() + real, real);
    // A slow step must not be followed by a burst of short ones.
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let step = SignedDuration::try_from_secs_f64(step_seconds).unwrap_or(SignedDuration::from_secs(1));
    loop {
        let now = app.clock.now().saturating_add(step).unwrap_or(Timestamp::MAX);
        app.clock.advance_to(now);
        let Some(records) = world.advance_to(now) else { return Ok(()) };
        if !records.is_empty() {
            flow::take(app, Load { records: numbered(records), ..Load::new(source, now) }).await?;
        }
        watch_time::round(app).await?;
        ticks.tick().await;
    }
}

/// A list of records in order of their time, as a world.
pub struct Recorded<I: Iterator<Item = std::result::Result<PostEvent, Refusal>>> {
    records: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = std::result::Result<PostEvent, Refusal>>> Recorded<I> {
    /// A world made of records in rising order of time.
    pub fn new(records: I) -> Self {
        Self { records: records.peekable() }
    }
}

impl<I: Iterator<Item = std::result::Result<PostEvent, Refusal>> + Send> World for Recorded<I> {
    fn advance_to(&mut self, until: Timestamp) -> Option<Step> {
        self.records.peek()?;
        let mut step = Step::new();
        // A refused record has no time of its own: it is told with the records before it.
        while let Some(record) =
            self.records.next_if(|record| record.as_ref().map_or(true, |event| event_time(event) < until))
        {
            step.push(record);
        }
        Some(step)
    }
}

/// When an event happened in its own time.
pub fn event_time(event: &PostEvent) -> Timestamp {
    use nabat_crisis::post::Change;
    match &event.change {
        Change::Created(item) => item.published_at,
        Change::Revised(item) => item.edited_at.unwrap_or(event.observed_at),
        Change::Deleted { at, .. }
        | Change::Restored { at, .. }
        | Change::Metrics { at, .. }
        | Change::Audience { at, .. } => *at,
        Change::Gap { until, .. } => *until,
    }
}
