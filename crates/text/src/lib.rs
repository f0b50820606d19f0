//! Language analysis: what people write, as letters and words that can be compared.
//!
//! - [`letters`] makes letters comparable: one spelling for what looks the same (case, ё, Polish letters, invisible characters).
//! - [`forms`] gives the forms of a word that people write, [`slips`] how they miss it.
//! - [`scan`] gives the same tokens by their hashes, in one pass: what the stream is matched by.
//! - [`tokens`] cuts a text into words, hashtags, names, web addresses and emoji, each with its place.
//!
//! Everything here is pure: the same text gives the same words, on stored posts as on the stream.
//! A query goes through the same functions as a post, so both always agree.

pub mod forms;
pub mod lang;
pub mod letters;
mod look_alike;
pub mod scan;
pub mod slips;
pub mod tokens;
