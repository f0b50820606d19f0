//! Nouns and rules of crisis work.
//!
//! What people publish ([`post`]), what we watch ([`topic`]), what matched ([`mention`]), what a detector says ([`signal`]),
//! what the team works on ([`during`]), and who it tells ([`alert`]).
//! Everything here is pure: no input or output, no clock, no randomness. Time comes in as a value, so a crisis can be replayed.
//! Only formats that are promises derive serde: the evidence of a signal, each with a golden test.

pub mod alert;
pub mod bucket;
pub mod during;
pub mod id;
pub mod mention;
pub mod network;
pub mod person;
pub mod post;
pub mod signal;
pub mod source;
pub mod topic;

pub use jiff::Timestamp;
