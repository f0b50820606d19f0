//! The place of a mention in time, as one whole number: second of publication first, then order of arrival.
//!
//! Wanted: lists newest first, time windows of a topic and search results all come out of an index in their order, so that a page
//! costs the same at a thousand and at a million mentions.
//! Design: `place = seconds since 1990 · 2²⁸ + number of the mention`. It is unique, it sorts by time, and the number of the
//! mention can be read from it, so indexes need no second column.
//! Accepted losses: mentions of the same second stand in the order of arrival; one embedded store holds at most 2²⁸ mentions
//! (half a terabyte, beyond what one machine should hold); times outside 1990 to 3078 sort as its ends.

use jiff::Timestamp;
use nabat_crisis::id::MentionId;

use crate::error::StoreError;

const ID_BITS: u32 = 28;
/// Most mentions in one embedded store.
pub(crate) const MENTIONS_MAX: i64 = 1 << ID_BITS;
const ID_MASK: i64 = MENTIONS_MAX - 1;
const SECONDS_MAX: i64 = (1 << 35) - 1;
/// 1990-01-01T00:00:00Z: no believable post is older.
const EPOCH: i64 = 631_152_000;

/// The place of a mention.
pub(crate) fn of(published_at: Timestamp, id: MentionId) -> Result<i64, StoreError> {
    if id.0 >= MENTIONS_MAX {
        return Err(StoreError::TooLarge {
            what: "mentions in one embedded store",
            max: MENTIONS_MAX.unsigned_abs(),
        });
    }
    Ok(from(published_at) | id.0)
}

/// The first place a mention published at this instant, or later in the same second, can have.
pub(crate) fn from(at: Timestamp) -> i64 {
    (at.as_second() - EPOCH).clamp(0, SECONDS_MAX) << ID_BITS
}

/// The first place that no mention published before this instant can have.
pub(crate) fn until(at: Timestamp) -> i64 {
    let partial = i64::from(at.subsec_nanosecond() > 0);
    ((at.as_second() - EPOCH).saturating_add(partial)).clamp(0, SECONDS_MAX) << ID_BITS
}

/// The first place at or after so many seconds since the Unix epoch.
pub(crate) fn from_seconds(seconds: i64) -> i64 {
    seconds.saturating_sub(EPOCH).clamp(0, SECONDS_MAX) << ID_BITS
}

/// The number of the mention at a place.
pub(crate) fn mention(place: i64) -> MentionId {
    MentionId(place & ID_MASK)
}

/// The second of publication at a place, since the Unix epoch.
pub(crate) fn seconds(place: i64) -> i64 {
    (place >> ID_BITS) + EPOCH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_sorts_by_time_and_gives_the_number_back() {
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        let early = of(at("2026-03-01T10:00:00Z"), MentionId(9)).unwrap();
        let late = of(at("2026-03-01T10:00:01Z"), MentionId(2)).unwrap();
        assert!(early < late);
        assert_eq!((mention(early), mention(late)), (MentionId(9), MentionId(2)));
        assert!(from(at("2026-03-01T10:00:00.5Z")) <= early && early < until(at("2026-03-01T10:00:00.5Z")));
        assert!(early >= until(at("2026-03-01T10:00:00Z")));
        assert_eq!(seconds(early), at("2026-03-01T10:00:00Z").as_second());
        assert!(of(at("2026-03-01T10:00:00Z"), MentionId(MENTIONS_MAX)).is_err());
        assert_eq!(mention(of(Timestamp::MIN, MentionId(5)).unwrap()), MentionId(5));
        assert_eq!(mention(of(Timestamp::MAX, MentionId(5)).unwrap()), MentionId(5));
    }
}
