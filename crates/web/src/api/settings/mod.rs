//! What people set: session, people, tokens, the house, channels; and the alerts that went out.

pub mod alerts;
pub mod channels;
pub mod house;
pub mod people;
pub mod session;
pub mod tokens;
