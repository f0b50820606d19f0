//! Whole-product stories: the real binary, real files, real HTTP on loopback.

#![expect(clippy::unwrap_used, clippy::panic, reason = "these are tests: a surprise is a failure")]

mod alerts;
mod bad_input;
mod crash;
mod demo;
mod feeds;
mod history;
mod house;
mod people;
mod queries;
mod query_files;
mod query_live;
mod replay;
mod round_trip;
mod search;
