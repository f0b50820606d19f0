//! Plans: who says what kind of thing, where and when, and what becomes of it. The words come later, when a plan is published.
//!
//! [`day`] plans an ordinary day, [`rumour`] and [`complaint`] plan crises.

pub(crate) mod complaint;
pub(crate) mod day;
pub(crate) mod rumour;

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::person::Language;
use nabat_crisis::post::ItemKind;

use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::people::{REGULARS, Who};
use crate::texts::{Role, Template, Texts};

/// Most posts one day or one crisis may have; serial numbers leave 14 bits for them.
pub(crate) const BATCH_MAX: usize = 1 << 14;
/// Most crises of a world; serial numbers leave 4 bits for the day itself and its crises.
pub(crate) const LANES_MAX: usize = 15;

/// Ages at which the engagement of a post is counted anew, in minutes, by how closely people watch it.
const COUNTED_AT_MINUTES: [&[i64]; 4] =
    [&[], &[45], &[15, 60, 240], &[5, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 600]];

/// Picture attached to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Photo {
    /// None.
    None,
    /// The author's own.
    Own,
    /// The one photo that goes around: the same bytes each time.
    Rumour,
}

/// One post to be, and its fate.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Unique in the world.
    pub(crate) serial: u64,
    pub(crate) at: Timestamp,
    pub(crate) place: Place,
    pub(crate) language: Language,
    pub(crate) role: Role,
    pub(crate) template: usize,
    pub(crate) kind: ItemKind,
    pub(crate) who: Who,
    /// Which of the language's chats or sites it stands in.
    pub(crate) folder: u32,
    /// Index of the post it answers, in the same batch.
    pub(crate) parent: Option<usize>,
    /// Index of the post it passes on, in the same batch.
    pub(crate) quoted: Option<usize>,
    pub(crate) photo: Photo,
    /// Likes it will have in the end.
    pub(crate) likes: u64,
    /// How often its engagement is counted: an index of [`COUNTED_AT_MINUTES`].
    pub(crate) watched: usize,
    pub(crate) edited_after: Option<SignedDuration>,
    pub(crate) deleted_after: Option<SignedDuration>,
    pub(crate) restored_after: Option<SignedDuration>,
}

/// Something that happens to a planned post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Moment {
    Created,
    Revised,
    Counted,
    Deleted,
    Restored,
}

impl Plan {
    /// All that happens to the post, with the instants at which the network tells of it.
    pub(crate) fn moments(&self) -> impl Iterator<Item = (Timestamp, Moment)> + '_ {
        let lag = SignedDuration::from_secs(2 + (self.serial % 37) as i64);
        let gone = self.deleted_after;
        let counted = COUNTED_AT_MINUTES[self.watched].iter().map(|age| SignedDuration::from_mins(*age));
        let counted = counted.filter(move |age| gone.is_none_or(|gone| *age < gone));
        let fate = [
            (self.edited_after, Moment::Revised),
            (self.deleted_after, Moment::Deleted),
            (self.restored_after, Moment::Restored),
        ];
        std::iter::once((SignedDuration::ZERO, Moment::Created))
            .chain(counted.map(|age| (age, Moment::Counted)))
            .chain(fate.into_iter().filter_map(|(after, moment)| Some((after?, moment))))
            .map(move |(age, moment)| (later(self.at, age + lag), moment))
    }

    /// Likes it has at an age: half of them come in the first 50 minutes.
    pub(crate) fn likes_at(&self, age: SignedDuration) -> u64 {
        let minutes = age.as_secs_f64().max(0.0) / 60.0;
        (self.likes as f64 * (1.0 - (-minutes / 72.0).exp())) as u64
    }
}

/// An instant later than another; the last instant of the calendar when there is none.
pub(crate) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// A day or a crisis being planned.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) plans: Vec<Plan>,
    seed: u64,
    day: i64,
    lane: usize,
    turns: Vec<usize>,
}

impl Batch {
    /// An empty batch. The day and the lane (0 for the day itself, then one per crisis) make its serial numbers unique.
    pub(crate) fn new(seed: u64, day: i64, lane: usize) -> Self {
        Self { plans: Vec::new(), seed, day, lane, turns: vec![0; Role::ALL.len() * 3] }
    }

    /// Adds a post and returns its index, or `None` when the batch is full.
    pub(crate) fn add(&mut self, post: Post, luck: &mut Luck) -> Option<usize> {
        let index = self.plans.len();
        if index >= BATCH_MAX {
            return None;
        }
        let Post { at, place, language, role, kind, who } = post;
        let serial = ((self.day as u64) << 18) | ((self.lane as u64) << 14) | index as u64;
        let edits = luck.chance(0.07) && afterthought(role, kind, serial).is_some();
        let n_folders = Texts::get().of(language).names("chats").len();
        let template = self.template(role, language, kind);
        self.plans.push(Plan {
            serial,
            at,
            place,
            language,
            role,
            template,
            kind,
            who,
            folder: who.house().map_or_else(|| luck.skewed(n_folders) as u32, |house| house as u32),
            parent: None,
            quoted: None,
            photo: if luck.chance(0.08) && kind == ItemKind::Post { Photo::Own } else { Photo::None },
            likes: (3.0 * 10_f64.powf(luck.unit().powi(3) * 2.2)) as u64,
            watched: usize::from(luck.chance(0.2)),
            edited_after: edits.then(|| minutes(luck, 4, 50)),
            deleted_after: None,
            restored_after: None,
        });
        Some(index)
    }

    /// Templates take turns in a shuffled order that goes on from day to day, so that a line comes back as late as it can.
    fn template(&mut self, role: Role, language: Language, kind: ItemKind) -> usize {
        let templates = Texts::get().of(language).templates(role);
        let fitting = fitting(templates, kind);
        let turn = &mut self.turns[role as usize * 3 + language as usize];
        let step = self.day.unsigned_abs() as usize * 3 + self.lane * 5 + *turn;
        *turn += 1;
        let round = (step / fitting.len()) as u64;
        let mut order = fitting;
        let mut luck = Luck::new(self.seed, Purpose::Turns, (role as u64) << 2 | language as u64, round);
        for last in (1..order.len()).rev() {
            order.swap(last, luck.below(last + 1));
        }
        order[step % order.len()]
    }
}

/// Templates that suit a kind: articles and reviews have titles, where the role has any with titles.
fn fitting(templates: &[Template], kind: ItemKind) -> Vec<usize> {
    let wants_title = matches!(kind, ItemKind::Article | ItemKind::Review);
    let some = |titled: bool| -> Vec<usize> {
        (0..templates.len()).filter(|index| templates[*index].titled == titled).collect()
    };
    let fitting = some(wants_title);
    if fitting.is_empty() { some(!wants_title) } else { fitting }
}

/// What an author may add to such a post later: the role and the template of the added line. `None` when nothing fits.
pub(crate) fn afterthought(role: Role, kind: ItemKind, serial: u64) -> Option<(Role, usize)> {
    let odd = serial as usize % 2;
    match (role, kind) {
        (_, ItemKind::Repost | ItemKind::Reply) => None,
        (Role::RumourHeadline, _) => Some((Role::RumourUpdate, 2)),
        (Role::PassOn, _) => Some((Role::RumourUpdate, 1 + 2 * odd)),
        (Role::Complaint | Role::Delivery | Role::ReviewBad | Role::Bolt, _) => Some((Role::Update, 0)),
        (Role::Question, _) => Some((Role::Update, 1)),
        (Role::Recipe | Role::Hashtag, _) => Some((Role::Update, 2)),
        (Role::Price, _) => Some((Role::Update, 3)),
        (Role::Seed, _) => Some((Role::RumourUpdate, 0)),
        _ => None,
    }
}

/// What is decided about a post when it is added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Post {
    pub(crate) at: Timestamp,
    pub(crate) place: Place,
    pub(crate) language: Language,
    pub(crate) role: Role,
    pub(crate) kind: ItemKind,
    pub(crate) who: Who,
}

/// One of the people who write on ordinary days; mothers' chats are written by mothers.
pub(crate) fn regular(role: Role, luck: &mut Luck) -> Who {
    let number = luck.skewed(REGULARS) as u32;
    Who::Person(if role == Role::Mothers { number & !1 } else { number })
}

/// A span between two numbers of minutes, where shorter spans are likelier.
pub(crate) fn minutes(luck: &mut Luck, low: i64, high: i64) -> SignedDuration {
    let share = luck.unit();
    let seconds = (low * 60) as f64 + share * share * ((high - low) * 60) as f64;
    SignedDuration::from_millis((seconds * 1000.0) as i64)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_authored_line_is_said_sooner_or_later() {
        for (language, name) in Language::ALL {
            for (role, section) in Role::ALL {
                let mut said = BTreeSet::new();
                for kind in [ItemKind::Post, ItemKind::Article, ItemKind::Review] {
                    let mut batch = Batch::new(7, 20_000, 0);
                    said.extend((0..90).map(|_| batch.template(role, language, kind)));
                }
                assert_eq!(said.len(), Texts::get().of(language).templates(role).len(), "{name} {section}");
            }
        }
        let kinds = [ItemKind::Post, ItemKind::Article, ItemKind::Review];
        let added: BTreeSet<_> = Role::ALL
            .iter()
            .flat_map(|(role, _)| {
                kinds.iter().flat_map(|kind| [0, 1].map(|serial| afterthought(*role, *kind, serial)))
            })
            .flatten()
            .collect();
        let n_updates = [Role::Update, Role::RumourUpdate]
            .map(|role| Texts::get().of(Language::Ru).templates(role).len());
        assert_eq!(added.len(), n_updates.iter().sum::<usize>());
    }

    #[test]
    fn a_line_does_not_come_back_before_the_others_had_their_turn() {
        let mut batch = Batch::new(7, 20_000, 0);
        let n = Texts::get().of(Language::Ru).templates(Role::Panic).len();
        // The first round may be entered in its middle, the second is whole.
        let said: Vec<usize> =
            (0..2 * n).map(|_| batch.template(Role::Panic, Language::Ru, ItemKind::Post)).collect();
        let whole = n - (20_000 * 3) % n;
        assert_eq!(said[whole..whole + n].iter().collect::<BTreeSet<_>>().len(), n);
    }

    #[test]
    fn likes_grow_with_age_and_a_deleted_post_is_no_longer_counted() {
        let mut batch = Batch::new(7, 20_000, 0);
        let mut luck = Luck::new(7, Purpose::Day, 0, 0);
        let at = "2026-03-01T10:00:00Z".parse().unwrap();
        let (place, language, role, kind) = (Place::Telegram, Language::Ru, Role::Seed, ItemKind::Post);
        let index =
            batch.add(Post { at, place, language, role, kind, who: Who::Person(2) }, &mut luck).unwrap();
        let plan = &mut batch.plans[index];
        (plan.likes, plan.watched, plan.deleted_after) = (1000, 3, Some(SignedDuration::from_mins(100)));
        let hour = SignedDuration::from_hours(1);
        assert!(plan.likes_at(hour) > 500 && plan.likes_at(hour * 9) > 990 && plan.likes_at(-hour) == 0);
        let n_counted = plan.moments().filter(|(_, moment)| *moment == Moment::Counted).count();
        assert_eq!(n_counted, 6);
    }
}
