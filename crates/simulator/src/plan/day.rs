//! An ordinary day: the round of the clock and the week, small talk about the company, its rival and everything else.

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::person::Language;
use nabat_crisis::post::ItemKind;

use super::{Batch, Photo, Post, complaint, later, minutes, regular};
use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::people::Who;
use crate::texts::Role;

/// Mentions of the brand that an ordinary day brings in the mean, replies included: what a crisis is measured against.
pub(crate) const BRAND_PER_HOUR: f64 = 2.3;

/// Posts of each role on an ordinary day in all languages together (guesses for a company known in its countries).
const PER_DAY: [(Role, f64); 18] = [
    (Role::Praise, 5.5),
    (Role::Question, 5.0),
    (Role::Complaint, 4.0),
    (Role::Delivery, 2.5),
    (Role::Price, 4.0),
    (Role::Quality, 2.5),
    (Role::Staff, 2.0),
    (Role::Recipe, 4.0),
    (Role::Mothers, 5.0),
    (Role::Joke, 2.5),
    (Role::Headline, 1.6),
    (Role::ReviewGood, 3.5),
    (Role::ReviewBad, 2.5),
    (Role::Hashtag, 3.0),
    (Role::Rival, 9.0),
    (Role::Industry, 8.0),
    (Role::Person, 1.4),
    (Role::Noise, 45.0),
];

/// Share of a day's posts in each hour of the local clock, in thousandths: asleep at 4, busy at lunch and after supper.
const HOURS: [f64; 24] = [
    16.0, 9.0, 6.0, 4.0, 4.0, 7.0, 17.0, 34.0, 49.0, 56.0, 57.0, 56.0, 58.0, 56.0, 51.0, 49.0, 50.0, 54.0,
    60.0, 68.0, 75.0, 74.0, 57.0, 33.0,
];

/// Activity by day of the week from Monday: weekends are a little quieter.
const WEEK: [f64; 7] = [1.02, 1.05, 1.06, 1.05, 1.02, 0.88, 0.9];

/// The languages with the hours of their people's clocks ahead of UTC.
const CLOCKS: [(Language, i64); 3] = [(Language::En, 0), (Language::Pl, 1), (Language::Ru, 3)];

/// Plans the day of that number since 1970. The same seed and day always give the same plan.
pub(crate) fn plan(seed: u64, day: i64) -> Batch {
    let mut batch = Batch::new(seed, day, 0);
    let mut luck = Luck::new(seed, Purpose::Day, day as u64, 0);
    let week = WEEK[(day + 3).rem_euclid(7) as usize];
    let weights: Vec<f64> = PER_DAY.iter().map(|(_, per_day)| *per_day).collect();
    let per_language = weights.iter().sum::<f64>() * week / CLOCKS.len() as f64;
    for (language, ahead) in CLOCKS {
        for hour in 0..24 {
            let local = (hour + ahead).rem_euclid(24) as usize;
            for _ in 0..luck.count(per_language * HOURS[local] / 1000.0) {
                let (role, _) = PER_DAY[luck.weighted(&weights)];
                let at = within_hour(day, hour, &mut luck);
                say(&mut batch, role, language, at, &mut luck);
            }
        }
        if luck.chance(0.7) {
            speak_ourselves(
                &mut batch,
                language,
                within_hour(day, luck.between(9, 17) - ahead, &mut luck),
                &mut luck,
            );
        }
    }
    if luck.chance(0.2) {
        let (language, _) = *luck.pick(&CLOCKS);
        let at = within_hour(day, luck.between(8, 16), &mut luck);
        complaint::unfold(&mut batch, language, at, &mut luck);
    }
    batch
}

/// A gap of a day, if it has one: where, and from when until when.
pub(crate) fn gap(seed: u64, day: i64) -> Option<(Place, Timestamp, Timestamp)> {
    let mut luck = Luck::new(seed, Purpose::Gaps, day as u64, 0);
    let place = *luck.pick(&[Place::Telegram, Place::Vk, Place::Instagram, Place::X]);
    let from = within_hour(day, luck.between(1, 21), &mut luck);
    let until = later(from, minutes(&mut luck, 12, 45));
    luck.chance(0.16).then_some((place, from, until))
}

fn within_hour(day: i64, hour: i64, luck: &mut Luck) -> Timestamp {
    let start = Timestamp::from_second(day.saturating_mul(86_400)).unwrap_or(Timestamp::MIN);
    later(start, SignedDuration::from_millis(hour * 3_600_000 + luck.below(3_600_000) as i64))
}

/// Where a role speaks and as what.
fn stage(role: Role, language: Language, luck: &mut Luck) -> (Place, ItemKind) {
    let talk: Vec<f64> = Place::ALL.iter().map(|place| place.talk_share(language)).collect();
    let talking = Place::ALL[luck.weighted(&talk)];
    let in_the_press = match role {
        Role::Headline => 0.65,
        Role::Industry => 0.45,
        Role::Person => 0.4,
        _ => 0.0,
    };
    if role.stars().is_some() {
        (Place::Opinovo, ItemKind::Review)
    } else if luck.chance(in_the_press) {
        (Place::Web, ItemKind::Article)
    } else {
        (talking, ItemKind::Post)
    }
}

fn say(batch: &mut Batch, role: Role, language: Language, at: Timestamp, luck: &mut Luck) {
    let (place, kind) = stage(role, language, luck);
    let who = if kind == ItemKind::Article || role == Role::Headline {
        Who::Medium(luck.below(6) as u32)
    } else {
        regular(role, luck)
    };
    let Some(post) = batch.add(Post { at, place, language, role, kind, who }, luck) else { return };
    if luck.chance(0.02) {
        let gone = minutes(luck, 20, 600);
        batch.plans[post].deleted_after = Some(gone);
        batch.plans[post].restored_after = luck.chance(0.15).then(|| gone + minutes(luck, 10, 120));
    }
    answer(batch, post, luck);
    if matches!(role, Role::Headline | Role::Recipe | Role::Joke | Role::Hashtag) && luck.chance(0.2) {
        pass_on(batch, post, luck);
    }
}

/// People answer each other, and we answer some of them.
fn answer(batch: &mut Batch, post: usize, luck: &mut Luck) {
    let (role, place) = (batch.plans[post].role, batch.plans[post].place);
    let talked_about = matches!(
        role,
        Role::Question
            | Role::Complaint
            | Role::Price
            | Role::Quality
            | Role::Mothers
            | Role::Praise
            | Role::Staff
    );
    if talked_about && place != Place::Web {
        for _ in 0..luck.count(0.35) {
            reply(batch, post, Role::Reply, minutes(luck, 2, 180), luck);
        }
    }
    let for_us =
        matches!(role, Role::Question | Role::Complaint | Role::Delivery | Role::ReviewBad | Role::Quality);
    if for_us && luck.chance(0.35) {
        reply(batch, post, Role::OwnReply, minutes(luck, 15, 300), luck);
    }
}

/// Adds a reply to a post after a while and returns its index.
pub(super) fn reply(
    batch: &mut Batch,
    post: usize,
    role: Role,
    after: SignedDuration,
    luck: &mut Luck,
) -> Option<usize> {
    let parent = &batch.plans[post];
    let who = if role.ours() { Who::Us } else { regular(role, luck) };
    let (at, place, language, folder) =
        (later(parent.at, after), parent.place, parent.language, parent.folder);
    let index = batch.add(Post { at, place, language, role, kind: ItemKind::Reply, who }, luck)?;
    batch.plans[index].parent = Some(post);
    batch.plans[index].folder = folder;
    Some(index)
}

fn pass_on(batch: &mut Batch, post: usize, luck: &mut Luck) {
    let original = &batch.plans[post];
    if matches!(original.place, Place::Web | Place::Opinovo) {
        return;
    }
    let (at, place, language) =
        (later(original.at, minutes(luck, 5, 240)), original.place, original.language);
    let who = regular(original.role, luck);
    let copy = Post { at, place, language, role: original.role, kind: ItemKind::Repost, who };
    if let Some(index) = batch.add(copy, luck) {
        batch.plans[index].quoted = Some(post);
    }
}

fn speak_ourselves(batch: &mut Batch, language: Language, at: Timestamp, luck: &mut Luck) {
    let (place, _) = stage(Role::Own, language, luck);
    let post = Post { at, place, language, role: Role::Own, kind: ItemKind::Post, who: Who::Us };
    if let Some(index) = batch.add(post, luck) {
        let plan = &mut batch.plans[index];
        (plan.photo, plan.watched, plan.likes) = (Photo::Own, 2, 60 + plan.likes * 2);
    }
}
