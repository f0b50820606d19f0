//! Stories of the store: what a team keeps, finds again, and never loses.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "all of this is test code, its helpers too; the child of the crash test tells its parent by standard output"
)]

mod cases;
mod crash;
mod decisions;
mod intake;
mod lists;
mod operations;
mod people;
mod queries;
mod scanning;
mod searching;
mod sources;
mod splits;
mod topics;
mod world;
