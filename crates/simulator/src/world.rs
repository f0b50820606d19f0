//! The world: ordinary days with crises planned into them, told as post events of any span of time.

use std::sync::Arc;

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::post::{Change, PostEvent};

use crate::cast::{self, OwnAccount, day_of};
use crate::network::Place;
use crate::plan::{LANES_MAX, Moment, Plan, complaint, day, later, rumour};
use crate::publish;
use crate::raw;
use crate::topics::{TopicSeed, topics};

/// Most crises one world may have: serial numbers of posts leave room for no more.
pub const CRISES_MAX: usize = LANES_MAX - 1;
/// How many days the consequences of a post may last: answers within half a day, counts and deletions within another.
const CONSEQUENCES_DAYS: i64 = 2;
/// Hours between two counts of our followers, in ordinary times and during a rumour.
const FOLLOWERS_HOURS: i64 = 6;
const FOLLOWERS_HOURS_IN_CRISIS: i64 = 1;
/// How long after its start a rumour still counts as going on.
const RUMOUR_HOURS: i64 = 30;

/// What kind of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrisisKind {
    /// Glass in baby purée: a rumour that starts on Telegram, spreads to all networks and reaches some 45 times the ordinary rate.
    Rumour,
    /// A bolt in buckwheat: one customer's complaint that stays small.
    Complaint,
}

/// A crisis planned into the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crisis {
    /// When its first post is published.
    pub starts_at: Timestamp,
    /// What it is.
    pub kind: CrisisKind,
}

/// A seeded world of invented people and posts.
#[derive(Debug, Clone)]
pub struct World {
    seed: u64,
    start: Timestamp,
    crises: Vec<(Crisis, Arc<[Plan]>)>,
}

/// Something to be told: when, by whom, what. Its order is the order of the events.
type Told<'a> = (Timestamp, u64, Moment, &'a Plan, &'a [Plan]);

impl World {
    /// A world of ordinary days that begins at `start`.
    pub fn new(seed: u64, start: Timestamp) -> Self {
        Self { seed, start, crises: Vec::new() }
    }

    /// Plans one more crisis. A world takes [`CRISES_MAX`]; further ones are not planned and not listed by [`World::crises`].
    #[must_use]
    pub fn with_crisis(mut self, crisis: Crisis) -> Self {
        let lane = self.crises.len() + 1;
        if lane <= CRISES_MAX {
            let batch = match crisis.kind {
                CrisisKind::Rumour => rumour::plan(self.seed, crisis.starts_at, lane),
                CrisisKind::Complaint => complaint::plan(self.seed, crisis.starts_at, lane),
            };
            self.crises.push((crisis, batch.plans.into()));
        }
        self
    }

    /// The seed it was made from.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// When it begins; nothing is told of earlier times.
    pub fn start(&self) -> Timestamp {
        self.start
    }

    /// The crises planned into it.
    pub fn crises(&self) -> impl Iterator<Item = Crisis> + '_ {
        self.crises.iter().map(|(crisis, _)| *crisis)
    }

    /// What the invented company watches.
    pub fn topics(&self) -> Vec<TopicSeed> {
        topics()
    }

    /// The invented company's own accounts.
    pub fn own_accounts(&self) -> Vec<OwnAccount> {
        cast::own_accounts()
    }

    /// Everything the networks tell in `[from, until)`, by the time it is seen.
    ///
    /// A pure function of the world and the span: what adjacent spans give, one after the other, is what the whole span gives.
    /// It costs about 0.1 ms for a short span and 1 ms for each further day, so ask for days or weeks, not for centuries.
    pub fn events_between(&self, from: Timestamp, until: Timestamp) -> Vec<PostEvent> {
        let from = from.max(self.start);
        if from >= until {
            return Vec::new();
        }
        let first = (day_of(from) - CONSEQUENCES_DAYS).max(day_of(self.start));
        let days: Vec<_> = (first..=day_of(until)).map(|number| day::plan(self.seed, number)).collect();
        let mut told: Vec<Told<'_>> = Vec::new();
        for batch in &days {
            let heard = |plan: &Plan| plan.at >= self.start && !self.lost_in_a_gap(plan);
            tell(&batch.plans, from, until, heard, &mut told);
        }
        for (_, plans) in &self.crises {
            tell(plans, from, until, |plan| plan.at >= self.start, &mut told);
        }
        told.sort_by_key(|(at, serial, moment, ..)| (*at, *serial, *moment));
        let mut events: Vec<PostEvent> = told
            .into_iter()
            .map(|(at, _, moment, plan, batch)| publish::event(self.seed, plan, batch, at, moment))
            .collect();
        events.extend(self.gaps(from, until));
        events.extend(self.audiences(from, until));
        // Stable, and gaps and audiences come in one order for one instant, so spans still add up.
        events.sort_by_key(|event| event.observed_at);
        events
    }

    /// A gap of a day, unless a rumour is going on: its planned posts could not honour it.
    fn gap(&self, day: i64) -> Option<(Place, Timestamp, Timestamp)> {
        let gap = day::gap(self.seed, day)?;
        (!self.rumour_within(gap.1, gap.2)).then_some(gap)
    }

    fn lost_in_a_gap(&self, plan: &Plan) -> bool {
        let day = day_of(plan.at);
        [day - 1, day]
            .into_iter()
            .filter_map(|day| self.gap(day))
            .any(|(place, from, until)| place == plan.place && (from..until).contains(&plan.at))
    }

    fn gaps(&self, from: Timestamp, until: Timestamp) -> impl Iterator<Item = PostEvent> + '_ {
        (day_of(from) - 1..=day_of(until))
            .filter_map(|day| self.gap(day))
            .filter(move |(_, gap_from, gap_until)| {
                *gap_from >= self.start && (from..until).contains(gap_until)
            })
            .map(|(place, gap_from, gap_until)| {
                let reason = "connection reset by the network".into();
                raw::event(
                    gap_until,
                    Change::Gap { network: place.network(), from: gap_from, until: gap_until, reason },
                )
            })
    }

    /// Counts of our followers: four times a day, every hour while a rumour goes on.
    fn audiences(&self, from: Timestamp, until: Timestamp) -> Vec<PostEvent> {
        let mut events = Vec::new();
        let first_hour = from.as_second().div_euclid(3600);
        for hour in first_hour..=until.as_second().div_euclid(3600) {
            let Ok(at) = Timestamp::from_second(hour * 3600) else { continue };
            let every = if self.rumour_within(at, at) { FOLLOWERS_HOURS_IN_CRISIS } else { FOLLOWERS_HOURS };
            if !(from..until).contains(&at) || hour.rem_euclid(every) != 0 {
                continue;
            }
            for (place, language) in cast::own_places().filter(|(place, _)| *place != Place::Web) {
                let rumours = self.rumours().map(|starts_at| at.duration_since(starts_at));
                let change = Change::Audience {
                    network: place.network(),
                    account: cast::own(place, language).handle.into(),
                    at,
                    followers: cast::followers(place, language, at.duration_since(self.start), rumours),
                };
                events.push(raw::event(at, change));
            }
        }
        events
    }

    fn rumours(&self) -> impl Iterator<Item = Timestamp> + '_ {
        self.crises().filter(|crisis| crisis.kind == CrisisKind::Rumour).map(|crisis| crisis.starts_at)
    }

    /// Whether a rumour goes on at some instant of the span, both ends included.
    fn rumour_within(&self, from: Timestamp, until: Timestamp) -> bool {
        self.rumours().any(|starts_at| {
            starts_at <= until && from <= later(starts_at, SignedDuration::from_hours(RUMOUR_HOURS))
        })
    }
}

/// Collects what is told of a batch in a span.
fn tell<'a>(
    plans: &'a [Plan],
    from: Timestamp,
    until: Timestamp,
    heard: impl Fn(&Plan) -> bool,
    told: &mut Vec<Told<'a>>,
) {
    for plan in plans {
        let before = told.len();
        for (at, moment) in plan.moments() {
            if (from..until).contains(&at) {
                told.push((at, plan.serial, moment, plan, plans));
            }
        }
        // Asking for the gap costs more than asking for the time, so it is asked last.
        if told.len() > before && !heard(plan) {
            told.truncate(before);
        }
    }
}
