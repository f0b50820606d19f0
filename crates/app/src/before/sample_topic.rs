//! How right a topic is: people mark a random sample of its matches, and it gives an estimate with its interval.
//!
//! The interval is Wilson's (E. B. Wilson, JASA 22, 1927) at 95 %: unlike the textbook one it stays within 0 and 1, and is honest
//! when all of a small sample is right.

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::person::Actor;

use crate::views::MentionView;
use crate::{App, Refused, Result};

/// The 97.5 % point of the normal distribution, for an interval of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// A random sample of a topic's matches, with what people said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleView {
    /// Its number.
    pub id: i64,
    /// When it was drawn.
    pub at: Timestamp,
    /// The query it was drawn for.
    pub query: String,
    /// The mentions, in random order.
    pub mentions: Vec<MentionView>,
    /// Mentions marked right or wrong.
    pub marks: Vec<(MentionId, bool)>,
}

/// How many of a topic's matches are right, as the marks say.
#[derive(Debug, Clone, PartialEq)]
pub struct Precision {
    /// Marked right.
    pub n_right: u64,
    /// Marked wrong.
    pub n_wrong: u64,
    /// The share that is right, 0 to 1.
    pub estimate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// When the newest sample that counts was drawn.
    pub at: Timestamp,
    /// The query it was drawn for.
    pub query: String,
    /// Whether that query is in force.
    pub current: bool,
}

/// Wilson's interval for a share of which `n_right` of `n` were seen; the whole line when nothing was seen.
fn interval(n_right: u64, n: u64) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (right, n) = (n_right as f64, n as f64);
    let share = right / n;
    let squared = Z * Z / n;
    let middle = (share + squared / 2.0) / (1.0 + squared);
    let half = Z / (1.0 + squared) * (share * (1.0 - share) / n + squared / (4.0 * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

impl App {
    /// The newest sample of a topic.
    pub async fn latest_sample(&self, _topic: TopicId) -> Result<Option<SampleView>> {
        Ok(None)
    }

    /// Draws a sample.
    pub async fn draw_sample(&self, _topic: TopicId, _by: Actor) -> Result<SampleView> {
        Err(Refused::NotFound)
    }

    /// Marks a mention of a sample.
    pub async fn mark_sample(
        &self,
        _topic: TopicId,
        _sample: i64,
        _mention: MentionId,
        _right: Option<bool>,
        _by: Actor,
    ) -> Result<Option<Precision>> {
        Err(Refused::NotFound)
    }

    /// How right a topic is.
    pub async fn precision(&self, _topic: TopicId) -> Result<Option<Precision>> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons_and_stays_between_none_and_all() {
        // Worked out apart from this program, to seven digits.
        for (n_right, n, low, high) in [
            (18, 20, 0.698_966_4, 0.972_133_5),
            (20, 20, 0.838_874_8, 1.0),
            (0, 20, 0.0, 0.161_125_2),
            (10, 20, 0.299_298_0, 0.700_702_0),
            (1, 1, 0.206_549_3, 1.0),
        ] {
            let found = interval(n_right, n);
            assert!(
                (found.0 - low).abs() < 1e-6 && (found.1 - high).abs() < 1e-6,
                "{n_right} of {n}: {found:?}"
            );
        }
        assert_eq!(interval(0, 0), (0.0, 1.0), "nothing marked, nothing known");
    }
}
