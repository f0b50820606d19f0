//! How small values stand in columns: times, people, names from closed lists, counts.

use jiff::Timestamp;
use nabat_crisis::id::PersonId;
use nabat_crisis::network::Network;
use nabat_crisis::person::Actor;

use crate::error::StoreError;

/// A secret at rest: a password hash, a signing key. It is never written to a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(value: String) -> Self {
        Self(value)
    }

    /// The secret itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Nanoseconds since the Unix epoch. They reach from 1677 to 2262; a time beyond becomes the end, connectors believe none of them.
pub(crate) fn ns(at: Timestamp) -> i64 {
    let nanoseconds = at.as_nanosecond();
    i64::try_from(nanoseconds).unwrap_or(if nanoseconds < 0 { i64::MIN } else { i64::MAX })
}

/// The same for a time that may be unknown.
pub(crate) fn ns_opt(at: Option<Timestamp>) -> Option<i64> {
    at.map(ns)
}

/// The time of so many nanoseconds.
pub(crate) fn time(nanoseconds: i64) -> Timestamp {
    // Every i64 of nanoseconds lies within the calendar, which reaches from -9999 to 9999.
    Timestamp::from_nanosecond(i128::from(nanoseconds)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The same for a time that may be unknown.
pub(crate) fn time_opt(nanoseconds: Option<i64>) -> Option<Timestamp> {
    nanoseconds.map(time)
}

/// Who did it, as a column.
pub(crate) fn person(by: Actor) -> Option<i64> {
    match by {
        Actor::Nabat => None,
        Actor::Person(PersonId(id)) => Some(id),
    }
}

/// Who did it, from a column.
pub(crate) fn actor(person: Option<i64>) -> Actor {
    person.map_or(Actor::Nabat, |id| Actor::Person(PersonId(id)))
}

/// A count as a column. Columns are signed; no real count comes near the end.
pub(crate) fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The same for a count that may be unknown.
pub(crate) fn signed_opt(count: Option<u64>) -> Option<i64> {
    count.map(signed)
}

/// A count from a column.
pub(crate) fn count(column: i64) -> u64 {
    u64::try_from(column).unwrap_or(0)
}

/// The same for a count that may be unknown.
pub(crate) fn count_opt(column: Option<i64>) -> Option<u64> {
    column.map(count)
}

/// A small count from a column.
pub(crate) fn small(column: i64) -> u32 {
    u32::try_from(column).unwrap_or(u32::MAX)
}

/// A value from a closed list by its stored name.
pub(crate) fn named<T>(
    what: &str,
    name: &str,
    from_name: impl FnOnce(&str) -> Option<T>,
) -> Result<T, StoreError> {
    from_name(name).ok_or_else(|| broken(format!("unknown {what} `{name}`")))
}

/// A network by its stored name.
pub(crate) fn network(name: &str) -> Result<Network, StoreError> {
    Network::parse(name).map_err(|_| broken("a network's name cannot be used"))
}

/// Our own data cannot be read.
pub(crate) fn broken(what: impl Into<String>) -> StoreError {
    StoreError::Broken { what: what.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_comes_back_to_the_nanosecond_and_an_impossible_one_stays_at_the_end() {
        let at: Timestamp = "2026-03-01T10:00:00.123456789Z".parse().unwrap();
        assert_eq!(time(ns(at)), at);
        assert_eq!(ns(Timestamp::MAX), i64::MAX);
        assert!(time(i64::MAX) < Timestamp::MAX);
        assert_eq!(format!("{:?}", Secret::new("klucz".to_owned())), "Secret(…)");
    }
}
