//! Channels: how we reach our own people.
//!
//! A channel carries a message that was decided and stored, and says what became of it. It decides nothing and keeps nothing: the
//! outbox repeats what failed.

pub mod webhook;
