//! Posts → signals. Folders in the order of the flow: [`intake`] cleans what came in, [`matching`] finds what a topic asks for, [`detect`]
//! sees when something is out of the ordinary.
//!
//! Everything here is pure: no input or output, no clock, no randomness. The same posts give the same signals, so a crisis can be
//! replayed, and a query finds the same among stored posts as on the stream.

pub mod detect;
pub mod intake;
pub mod matching;
