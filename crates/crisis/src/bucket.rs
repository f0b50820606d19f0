//! Five-minute buckets: the grid on which mentions are counted and detectors look.

use jiff::Timestamp;

/// Length of a bucket, in seconds.
pub const BUCKET_SECONDS: i64 = 300;
/// Buckets in an hour.
pub const BUCKETS_PER_HOUR: i64 = 12;

/// Number of a five-minute bucket, counted from the Unix epoch in UTC. Bucket `n` holds the instants `[n·300 s, (n+1)·300 s)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bucket(pub i64);

impl Bucket {
    /// The bucket that holds an instant.
    pub fn of(at: Timestamp) -> Self {
        Self(at.as_millisecond().div_euclid(BUCKET_SECONDS * 1000))
    }

    /// First instant of the bucket.
    pub fn start(self) -> Timestamp {
        clamped(self.0.saturating_mul(BUCKET_SECONDS))
    }

    /// First instant after the bucket.
    pub fn end(self) -> Timestamp {
        self.plus(1).start()
    }

    /// The bucket `n` later (earlier when negative).
    #[must_use]
    pub fn plus(self, n: i64) -> Self {
        Self(self.0.saturating_add(n))
    }
}

/// An instant from seconds; instants beyond the calendar become its first or last.
fn clamped(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_falls_into_exactly_one_bucket() {
        let at: Timestamp = "2026-03-01T09:59:59.999Z".parse().unwrap();
        let bucket = Bucket::of(at);
        assert_eq!(bucket.start().to_string(), "2026-03-01T09:55:00Z");
        assert_eq!(bucket.end().to_string(), "2026-03-01T10:00:00Z");
        assert_eq!(Bucket::of(bucket.end()), bucket.plus(1));
        let before_epoch: Timestamp = "1969-12-31T23:59:59Z".parse().unwrap();
        assert_eq!(Bucket::of(before_epoch), Bucket(-1));
    }
}
