//! A bolt in a bag of buckwheat: one customer, a small thread, our answer. It stays small.

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::person::Language;
use nabat_crisis::post::ItemKind;

use super::{Batch, Photo, Post, day, minutes, regular};
use crate::cast::day_of;
use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::texts::Role;

/// Plans the complaint as a crisis of its own.
pub(crate) fn plan(seed: u64, starts_at: Timestamp, lane: usize) -> Batch {
    let mut luck = Luck::new(seed, Purpose::Crisis, starts_at.as_millisecond() as u64, lane as u64);
    let mut batch = Batch::new(seed, day_of(starts_at), lane);
    let language = *luck.pick(&[Language::Ru, Language::Pl, Language::En]);
    unfold(&mut batch, language, starts_at, &mut luck);
    batch
}

/// Adds the complaint and its thread to a batch.
pub(super) fn unfold(batch: &mut Batch, language: Language, at: Timestamp, luck: &mut Luck) {
    let place = *luck.pick(&[Place::Telegram, Place::X, Place::Instagram]);
    let who = regular(Role::Bolt, luck);
    let post = Post { at, place, language, role: Role::Bolt, kind: ItemKind::Post, who };
    let Some(bolt) = batch.add(post, luck) else { return };
    batch.plans[bolt].photo = Photo::Own;
    batch.plans[bolt].likes = 40 + luck.below(60) as u64;
    batch.plans[bolt].watched = 2;
    for _ in 0..luck.between(4, 7) {
        day::reply(batch, bolt, Role::BoltReply, minutes(luck, 6, 420), luck);
    }
    day::reply(batch, bolt, Role::OwnReply, SignedDuration::from_mins(luck.between(35, 90)), luck);
}
