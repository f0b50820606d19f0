//! The versions of the tables, oldest first. A version is only ever added: stores out there have run the older ones.
//!
//! A migration adds before it removes, gives defaults, and comes with a test that runs it over rows.

/// One step from a version of the tables to the next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// What it does, for the log.
    pub(crate) name: &'static str,
    /// Its statements, run in one transaction.
    pub(crate) sql: &'static str,
}

/// All of them; the version of the store is how many have run.
pub(crate) const ALL: &[Migration] = &[
    Migration { name: "0001_start", sql: include_str!("../migrations/0001_start.sql") },
    Migration { name: "0002_queries", sql: include_str!("../migrations/0002_queries.sql") },
];
