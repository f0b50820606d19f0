//! A seeded world of invented people and posts.
//!
//! The demo plays it, drills and tests use it, and measurements take their millions of posts from it. A food maker called
//! «Вельмира» (Welmira, Velmira) sells groats, dairy and the baby purée line Bubino to people who write in Russian, Polish and
//! English. Most days are ordinary; a [`Crisis`] is planned into them. Every name here is invented.
//!
//! Design: a *plan* says who says what kind of thing, where and when, and what becomes of it ([`plan`]); publishing a plan
//! renders its words and everything around them. Each day and each crisis is planned from its own seed, and each post is
//! rendered from its own seed, so any span of time can be made alone and adjacent spans add up. There is no clock here.
//!
//! Accepted loss: two worlds of different seeds use the same native keys, so keep them in different stores.

mod bulk;
mod cast;
mod luck;
mod network;
mod people;
mod plan;
mod publish;
mod raw;
mod texts;
mod topics;
mod world;

pub use bulk::bulk;
pub use cast::OwnAccount;
pub use topics::{TopicSeed, topics, topics_many};
pub use world::{CRISES_MAX, Crisis, CrisisKind, World};
