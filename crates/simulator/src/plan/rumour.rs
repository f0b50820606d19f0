//! The rumour: glass in a jar of baby purée.
//!
//! It starts with one post and its photo in a parents' chat on Telegram, reaches the other networks one after another, 15 to 30
//! minutes apart, grows to about 45 times the ordinary rate in two to three hours, and decays over a day. In each network the same
//! people do what people do then: pass it on, panic, doubt, demand, joke, defend, sell their own. Fresh accounts push. Journalists
//! ask, shop chains stop selling, our official word comes late.
//!
//! Each network's rate: nothing before its entry, a rise over 80 minutes, a plateau, then half as much every three and a half hours.

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::person::Language;
use nabat_crisis::post::ItemKind;

use super::day::BRAND_PER_HOUR;
use super::{Batch, Photo, Post, later, minutes};
use crate::cast::{day_of, own_places};
use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::people::{CROWD, NEW_ACCOUNTS, Who};
use crate::texts::Role;

/// How many times the ordinary hourly rate of the brand the peak reaches, counting all posts of the crisis.
const PEAK_TIMES: f64 = 53.0;
/// Share of each network at the peak, in the order of [`Place::ALL`].
const PLACE_SHARES: [f64; 6] = [0.27, 0.19, 0.18, 0.25, 0.05, 0.06];
/// Minutes of one step of planning.
const STEP_MINUTES: i64 = 5;
/// How long the crisis goes on.
const LASTS_HOURS: i64 = 30;
/// Hours in which a network's rate rises to its plateau, and until which it stays there.
const RISE_HOURS: f64 = 1.3;
const PLATEAU_HOURS: f64 = 2.4;
/// Hours in which the rate falls by half.
const HALF_LIFE_HOURS: f64 = 3.5;
/// Minutes after which each language joins, and its share of the posts.
const LANGUAGES: [(Language, i64, f64); 3] =
    [(Language::Ru, 0, 0.46), (Language::Pl, 22, 0.31), (Language::En, 38, 0.23)];

/// What people do, and how much of it in the first hour, until 2½ hours, until 6, and later.
const MOODS: [(Role, [f64; 4]); 11] = [
    (Role::PassOn, [30.0, 20.0, 10.0, 4.0]),
    (Role::Panic, [22.0, 17.0, 10.0, 4.0]),
    (Role::Doubt, [12.0, 10.0, 8.0, 6.0]),
    (Role::Demand, [3.0, 13.0, 14.0, 8.0]),
    (Role::RumourJoke, [2.0, 8.0, 10.0, 12.0]),
    (Role::Insider, [1.0, 5.0, 6.0, 3.0]),
    (Role::RivalFan, [2.0, 5.0, 5.0, 5.0]),
    (Role::Defender, [2.0, 6.0, 9.0, 11.0]),
    (Role::Amplifier, [2.0, 7.0, 4.0, 1.0]),
    (Role::Comment, [8.0, 11.0, 10.0, 9.0]),
    (Role::RumourReply, [24.0, 30.0, 32.0, 28.0]),
];
/// How many people of each language cannot stop talking about it.
const CORE: usize = 120;
/// Share of bare reposts among the posts where people talk.
const REPOST_SHARE: f64 = 0.09;

/// Plans the rumour. The same seed, start and lane always give the same plan.
pub(crate) fn plan(seed: u64, starts_at: Timestamp, lane: usize) -> Batch {
    let mut luck = Luck::new(seed, Purpose::Crisis, starts_at.as_millisecond() as u64, lane as u64);
    let mut rumour = Rumour {
        batch: Batch::new(seed, day_of(starts_at), lane),
        starts_at,
        entries: entries(&mut luck),
        hubs: Vec::new(),
        asked: Vec::new(),
        luck,
    };
    rumour.break_out();
    rumour.institutions();
    rumour.official();
    for step in 0..LASTS_HOURS * 60 / STEP_MINUTES {
        rumour.advance(step * STEP_MINUTES);
    }
    rumour.batch
}

/// Minutes after the start at which each network catches fire.
fn entries(luck: &mut Luck) -> [i64; 6] {
    let mut entries = [0; 6];
    for index in 1..entries.len() {
        entries[index] = entries[index - 1] + luck.between(3, 6) * STEP_MINUTES;
    }
    entries
}

struct Rumour {
    batch: Batch,
    starts_at: Timestamp,
    entries: [i64; 6],
    /// Posts that others answer and pass on.
    hubs: Vec<usize>,
    /// Posts that ask us something.
    asked: Vec<usize>,
    luck: Luck,
}

impl Rumour {
    fn at(&self, minutes: i64) -> Timestamp {
        later(self.starts_at, SignedDuration::from_mins(minutes))
    }

    /// The first post in each language, on the network where it all begins.
    fn break_out(&mut self) {
        for (language, after, _) in LANGUAGES {
            let post = Post {
                at: self.at(after),
                place: Place::Telegram,
                language,
                role: Role::Seed,
                kind: ItemKind::Post,
                who: Who::Person(2 * (40 + self.luck.below(200) as u32)),
            };
            let Some(seed) = self.batch.add(post, &mut self.luck) else { return };
            let first = &mut self.batch.plans[seed];
            (first.photo, first.watched, first.folder) = (Photo::Rumour, 3, 0);
            first.likes = if language == Language::Ru { 3_900 } else { 1_700 };
            // The company gets in touch when it has spoken at last.
            first.edited_after = Some(SignedDuration::from_mins(190));
            if language == Language::Ru {
                first.deleted_after = Some(SignedDuration::from_mins(9 * 60 + 20));
            }
            self.hubs.push(seed);
        }
    }

    /// Journalists ask after two hours or so, shop chains stop selling soon after.
    fn institutions(&mut self) {
        for (n, (language, _, _)) in [LANGUAGES, LANGUAGES].concat().into_iter().enumerate() {
            let ask = self.luck.between(100, 190);
            let place = if n % 2 == 0 { Place::X } else { Place::Telegram };
            let who = Who::Journalist(self.luck.below(4) as u32);
            self.speak(ask, place, language, Role::Journalist, who);
            let stop = self.luck.between(110, 240);
            let place = if n % 2 == 0 { Place::Instagram } else { Place::X };
            let who = Who::Chain(self.luck.below(3) as u32);
            self.speak(stop, place, language, Role::Chain, who);
        }
    }

    /// Our word, late: first after 2 h 40 min on every network we have, then once more three hours later.
    fn official(&mut self) {
        for (place, language) in own_places() {
            for after in [160, 345] {
                let delay = self.luck.between(0, 14);
                self.speak(after + delay, place, language, Role::Official, Who::Us);
                // The first word tells of the laboratory, the second of the family.
                if let Some(plan) = self.batch.plans.last_mut() {
                    plan.template = usize::from(after > 160);
                }
            }
        }
    }

    fn speak(&mut self, after: i64, place: Place, language: Language, role: Role, who: Who) {
        let kind = if place == Place::Web { ItemKind::Article } else { ItemKind::Post };
        let at = self.at(after);
        if let Some(index) = self.batch.add(Post { at, place, language, role, kind, who }, &mut self.luck) {
            let plan = &mut self.batch.plans[index];
            (plan.watched, plan.likes, plan.edited_after) = (2, 180 + plan.likes, None);
        }
    }

    /// Five minutes of crisis on all networks.
    fn advance(&mut self, minute: i64) {
        for (index, place) in Place::ALL.into_iter().enumerate() {
            let hours = (minute - self.entries[index]) as f64 / 60.0;
            let peak = PEAK_TIMES * BRAND_PER_HOUR * PLACE_SHARES[index];
            let mean = peak * strength(hours) * STEP_MINUTES as f64 / 60.0;
            if index > 0 && minute == self.entries[index] {
                let jitter = SignedDuration::from_millis(self.luck.below(90_000) as i64);
                self.bring(later(self.at(minute), jitter), place);
            }
            for _ in 0..self.luck.count(mean) {
                let offset =
                    SignedDuration::from_millis(self.luck.below(STEP_MINUTES as usize * 60_000) as i64);
                let at = later(self.at(minute), offset);
                let language = self.language(place, minute);
                self.act(at, minute, place, language);
            }
        }
    }

    /// The first post about it on a network: plain news or a plain warning, in Russian, where it all began.
    fn bring(&mut self, at: Timestamp, place: Place) {
        let (role, kind) = match place {
            Place::Web => (Role::RumourHeadline, ItemKind::Article),
            Place::Opinovo => (Role::RumourReview, ItemKind::Review),
            Place::Telegram | Place::Vk | Place::Instagram | Place::X => (Role::PassOn, ItemKind::Post),
        };
        let who = if place == Place::Web { Who::Medium(0) } else { self.somebody() };
        let post = Post { at, place, language: Language::Ru, role, kind, who };
        let Some(index) = self.batch.add(post, &mut self.luck) else { return };
        let plan = &mut self.batch.plans[index];
        (plan.template, plan.photo) = (0, Photo::Rumour);
        (plan.watched, plan.likes, plan.edited_after) = (2, 240 + plan.likes, None);
        self.hubs.push(index);
    }

    fn language(&mut self, place: Place, minute: i64) -> Language {
        let weights = LANGUAGES.map(
            |(language, after, share)| {
                if place.speaks(language) && minute >= after + 5 { share } else { 0.0 }
            },
        );
        if weights.iter().sum::<f64>() > 0.0 {
            LANGUAGES[self.luck.weighted(&weights)].0
        } else {
            Language::Ru
        }
    }

    fn act(&mut self, at: Timestamp, minute: i64, place: Place, language: Language) {
        match place {
            Place::Web => self.write_article(at, minute, language),
            Place::Opinovo => self.review(at, language),
            Place::Telegram | Place::Vk | Place::Instagram | Place::X => {
                self.talk(at, minute, place, language)
            }
        }
    }

    fn write_article(&mut self, at: Timestamp, minute: i64, language: Language) {
        let role = if minute > 240 && self.luck.chance(0.35) { Role::Denial } else { Role::RumourHeadline };
        let who = Who::Medium(self.luck.below(6) as u32);
        let post = Post { at, place: Place::Web, language, role, kind: ItemKind::Article, who };
        let Some(index) = self.batch.add(post, &mut self.luck) else { return };
        if role == Role::RumourHeadline && self.luck.chance(0.25) {
            self.batch.plans[index].edited_after = Some(minutes(&mut self.luck, 10, 90));
        }
    }

    fn review(&mut self, at: Timestamp, language: Language) {
        let who = self.somebody();
        let role = Role::RumourReview;
        let _ = self.batch.add(
            Post { at, place: Place::Opinovo, language, role, kind: ItemKind::Review, who },
            &mut self.luck,
        );
    }

    fn talk(&mut self, at: Timestamp, minute: i64, place: Place, language: Language) {
        let hub = self.hub(place, language);
        let asked = self.asked_on(place, language);
        if let Some(asked) = asked.filter(|_| (165..900).contains(&minute) && self.luck.chance(0.09)) {
            self.follow(at, asked, Role::CrisisReply, ItemKind::Reply, Who::Us);
            return;
        }
        if let Some(hub) = hub.filter(|_| self.luck.chance(REPOST_SHARE)) {
            let (role, who) = (self.batch.plans[hub].role, self.somebody());
            self.follow(at, hub, role, ItemKind::Repost, who);
            return;
        }
        let role = self.mood(minute);
        let who = match role {
            Role::Amplifier => Who::NewAccount(self.luck.skewed(NEW_ACCOUNTS) as u32),
            _ => self.somebody(),
        };
        let bound = match role {
            Role::RumourReply => Some(ItemKind::Reply),
            Role::Comment => Some(ItemKind::Quote),
            Role::Panic | Role::Doubt | Role::Demand | Role::Defender if self.luck.chance(0.3) => {
                Some(ItemKind::Reply)
            }
            _ => None,
        };
        match (bound, hub) {
            (Some(kind), Some(hub)) => self.follow(at, hub, role, kind, who),
            // Nothing there to answer yet: this is the one who brings it.
            (Some(_), None) => self.open(at, place, language, Role::PassOn, who),
            (None, _) => self.open(at, place, language, role, who),
        }
    }

    fn mood(&mut self, minute: i64) -> Role {
        let phase = match minute {
            ..60 => 0,
            60..150 => 1,
            150..360 => 2,
            _ => 3,
        };
        let weights: Vec<f64> = MOODS.iter().map(|(_, by_phase)| by_phase[phase]).collect();
        MOODS[self.luck.weighted(&weights)].0
    }

    /// A post of its own.
    fn open(&mut self, at: Timestamp, place: Place, language: Language, role: Role, who: Who) {
        let post = Post { at, place, language, role, kind: ItemKind::Post, who };
        let Some(index) = self.batch.add(post, &mut self.luck) else { return };
        let spreads = matches!(role, Role::PassOn | Role::Amplifier);
        let plan = &mut self.batch.plans[index];
        if spreads {
            plan.photo = if self.luck.chance(0.45) { Photo::Rumour } else { Photo::None };
            plan.deleted_after = self.luck.chance(0.06).then(|| minutes(&mut self.luck, 60, 480));
        }
        if matches!(role, Role::PassOn | Role::Demand | Role::Insider | Role::Panic | Role::Amplifier) {
            plan.likes = plan.likes * 3 + self.luck.below(40) as u64;
            plan.watched = if self.luck.chance(0.3) { 2 } else { 1 };
            self.hubs.push(index);
        }
        if matches!(role, Role::Panic | Role::Doubt | Role::Demand) {
            self.asked.push(index);
        }
    }

    /// A reply, a quote or a repost of another post; it comes at least half a minute after it.
    fn follow(&mut self, at: Timestamp, other: usize, role: Role, kind: ItemKind, who: Who) {
        let original = &self.batch.plans[other];
        let (place, language, folder) = (original.place, original.language, original.folder);
        let earliest = later(original.at, SignedDuration::from_secs(30 + self.luck.below(200) as i64));
        let post = Post { at: at.max(earliest), place, language, role, kind, who };
        let Some(index) = self.batch.add(post, &mut self.luck) else { return };
        let plan = &mut self.batch.plans[index];
        if kind == ItemKind::Reply {
            (plan.parent, plan.folder) = (Some(other), folder);
        } else {
            plan.quoted = Some(other);
        }
        if matches!(role, Role::Panic | Role::Doubt | Role::Demand) && kind == ItemKind::Reply {
            self.asked.push(index);
        }
    }

    /// A post to answer or pass on; the first ones draw most.
    fn hub(&mut self, place: Place, language: Language) -> Option<usize> {
        let plans = &self.batch.plans;
        let fits = |index: &usize| plans[*index].place == place && plans[*index].language == language;
        let hubs: Vec<usize> = self.hubs.iter().copied().filter(fits).collect();
        (!hubs.is_empty()).then(|| hubs[self.luck.skewed(hubs.len())])
    }

    /// One of the last posts that ask us something.
    fn asked_on(&mut self, place: Place, language: Language) -> Option<usize> {
        let plans = &self.batch.plans;
        let fits = |index: &usize| plans[*index].place == place && plans[*index].language == language;
        let asked: Vec<usize> = self.asked.iter().rev().copied().filter(fits).take(12).collect();
        (!asked.is_empty()).then(|| *self.luck.pick(&asked))
    }

    fn somebody(&mut self) -> Who {
        let n = if self.luck.chance(0.3) { CORE } else { CROWD };
        Who::Person(self.luck.skewed(n) as u32)
    }
}

/// Share of the peak rate, hours after a network's entry.
fn strength(hours: f64) -> f64 {
    if hours < 0.0 {
        0.0
    } else if hours < RISE_HOURS {
        (hours / RISE_HOURS).powf(1.4).max(0.02)
    } else {
        0.5_f64.powf((hours - PLATEAU_HOURS).max(0.0) / HALF_LIFE_HOURS)
    }
}
