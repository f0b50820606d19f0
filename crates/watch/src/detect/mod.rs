//! Detectors: what the counts of a topic say, each with the numbers that made it say so.
//!
//! A detector looks at ticks, the ends of five-minute buckets, and at nothing later than its tick.
//! So the same counts give the same signals however they arrived: live, in one file, or file after file.
//!
//! To add a detector:
//! 1. Add its evidence to `nabat_crisis::signal::Evidence`, with a golden test of its stored form.
//! 2. Write one file here with its rule, its tests and the source of its formula.
//! 3. Call it in `nabat-app`'s `flow::detect`, and write its sentence in `locales/*/signal.ftl`.

pub mod counts;
pub mod mention_surge;
