//! What a query would find, while it is typed: matches with highlights, days, branches, exclusions, forms.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use nabat_crisis::id::TopicId;
use nabat_crisis::mention::Mention;
use nabat_watch::matching::{Engine, PostView, Query, Scratch, highlights};

use super::query::{Note, QueryFault, checked};
use crate::views::MentionView;
use crate::{App, Result};

/// Days that are counted.
const DAYS: i64 = 30;

/// A query to try.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The query.
    pub query: String,
    /// The tool it was written for, when it is not Nabat.
    pub dialect: Option<&'static str>,
    /// Mentions to show.
    pub n_shown: usize,
}

/// What a query finds among the newest stored posts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Why it cannot be read.
    pub error: Option<QueryFault>,
    /// What to know about it.
    pub warnings: Vec<QueryFault>,
    /// Posts looked at.
    pub n_scanned: u64,
    /// Of these, posts that match.
    pub n_matched: u64,
    /// Whether all stored posts were looked at.
    pub complete: bool,
    /// When the oldest post looked at was published.
    pub scanned_from: Option<Timestamp>,
    /// The newest of those that match, with highlights.
    pub mentions: Vec<MentionView>,
    /// Posts that match, on each of the last days in UTC, oldest first.
    pub days: Vec<DayCount>,
    /// Posts that match and are negative.
    pub n_negative: u64,
    /// Posts that match and whose sentiment is known.
    pub n_with_sentiment: u64,
    /// Share of all posts of the stream that is expected to match, 0 to 1.
    pub share: Option<f64>,
    /// What each branch of an OR brings.
    pub branches: Vec<BranchCount>,
    /// What each NOT removes.
    pub exclusions: Vec<ExclusionCount>,
    /// Words that inflect.
    pub words: Vec<WordCount>,
    /// The query in our language, when it was written in another.
    pub translated: Option<Translated>,
}

/// Posts of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// The day, in UTC.
    pub day: Date,
    /// Posts that match.
    pub n: u64,
}

/// What a branch of an OR brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BranchCount {
    /// Its place, in UTF-16 units of the query.
    pub span: (usize, usize),
    /// Posts it finds.
    pub n: u64,
    /// Posts that none of its neighbours finds.
    pub n_only: u64,
}

/// What a NOT removes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExclusionCount {
    /// Its place, in UTF-16 units of the query.
    pub span: (usize, usize),
    /// Posts the query would find without it.
    pub n_removed: u64,
}

/// A word that inflects, with its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordCount {
    /// Its place with its list, in UTF-16 units of the query.
    pub span: (usize, usize),
    /// The place of the list `[…]` right behind it.
    pub list: Option<(usize, usize)>,
    /// The word as written.
    pub written: String,
    /// Whether only capitalised words count.
    pub capitalised: bool,
    /// Whether some form is also an ordinary word.
    pub may_be_ordinary: bool,
    /// Its forms: generated, struck and added.
    pub forms: Vec<FormCount>,
}

/// A form of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCount {
    /// Folded, as posts are compared and as a list `[…]` names it.
    pub form: String,
    /// As people write it.
    pub shown: String,
    /// Whether the list strikes it.
    pub struck: bool,
    /// Whether the list adds it.
    pub added: bool,
    /// Whether it is also an ordinary word.
    pub ordinary: bool,
    /// Why it is looked for.
    pub reasons: Vec<Note>,
    /// Posts that match and hold it.
    pub n: u64,
}

/// A query of another tool in our language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// The query in our language.
    pub query: String,
    /// What reads differently there; places are those of the original.
    pub notes: Vec<QueryFault>,
}

/// Stored posts a preview looks at, newest first: what is done while somebody types must end before the next letter.
const SCANNED_MAX: usize = 6_000;

/// Asks a query and all that is derived from it of each post.
struct Previewing {
    query: Query,
    engine: Engine,
    scratch: Scratch,
    found: Vec<TopicId>,
    n_shown: usize,
    today: Date,
    preview: Preview,
}

impl Previewing {
    fn new(query: Query, n_shown: usize, today: Date) -> Self {
        let engine = Engine::new([(TopicId(0), &query)]);
        let first = today.saturating_sub((DAYS - 1).days());
        let days = first.series(1.day()).take_while(|day| *day <= today);
        let preview =
            Preview { days: days.map(|day| DayCount { day, n: 0 }).collect(), ..Preview::default() };
        let (scratch, found) = Default::default();
        Self { query, engine, scratch, found, n_shown, today, preview }
    }

    fn look(&mut self, mention: Mention) {
        let view = PostView::from(&mention.item);
        self.engine.matches(&view, &mut self.scratch, &mut self.found);
        if self.found.is_empty() {
            return;
        }
        self.preview.n_matched += 1;
        self.count_day(mention.item.published_at);
        if self.preview.mentions.len() < self.n_shown {
            let highlights = highlights(&self.query, &view);
            self.preview.mentions.push(MentionView { mention, highlights });
        }
    }

    fn count_day(&mut self, published_at: Timestamp) {
        let day = published_at.to_zoned(TimeZone::UTC).date();
        let n_days_ago = self.today.duration_since(day).as_hours() / 24;
        let place = (self.preview.days.len() as i64 - 1).checked_sub(n_days_ago);
        let counted = place.and_then(|place| self.preview.days.get_mut(usize::try_from(place).ok()?));
        if let Some(counted) = counted {
            counted.n += 1;
        }
    }
}

impl App {
    /// What a query would find among the newest stored posts.
    ///
    /// # Errors
    /// When the store cannot be read. A query that cannot be read is not an error here: it is told in the preview.
    pub async fn preview_query(&self, ask: Ask) -> Result<Preview> {
        let (query, warnings) = match checked(&ask.query, self.watched.load().parts()) {
            Ok(read) => read,
            Err(fault) => return Ok(Preview { error: Some(fault), ..Preview::default() }),
        };
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        let previewing = Previewing::new(query, ask.n_shown, today);
        let (done, looked) = self.look_at_newest(SCANNED_MAX, previewing, Previewing::look).await?;
        Ok(Preview {
            warnings,
            n_scanned: looked.n_scanned,
            complete: looked.complete,
            scanned_from: looked.from,
            ..done.preview
        })
    }
}
