//! What a query would find, while it is typed: matches with highlights, days, branches, exclusions, forms.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use nabat_watch::matching::Query;

use super::derived::Counting;
use super::query::{Note, QueryFault, checked};
use super::translate_query::{Translated, in_our_words};
use crate::views::MentionView;
use crate::{App, Result};

/// Share of all posts above which people are warned: one of a hundred posts is about nobody in particular.
const SHARE_WARNED: f64 = 0.01;
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
    /// Whether it is met with a capital only, whatever the list says of the word.
    pub capital_only: bool,
    /// Why it is looked for.
    pub reasons: Vec<Note>,
    /// Posts that match and hold it.
    pub n: u64,
}

/// Stored posts a preview looks at, newest first: what is done while somebody types must end before the next letter.
const SCANNED_MAX: usize = 20_000;

impl App {
    /// What a query would find among the newest stored posts.
    ///
    /// # Errors
    /// When the store cannot be read. A query that cannot be read is not an error here: it is told in the preview.
    pub async fn preview_query(&self, ask: Ask) -> Result<Preview> {
        let (app, n_shown) = (self.clone(), ask.n_shown);
        // Reading and compiling a long query would hold up the threads that serve people.
        let begun = tokio::task::spawn_blocking(move || app.begin_preview(ask));
        let (begun, counting) = match begun.await.map_err(anyhow::Error::from)? {
            Ok(begun) => begun,
            Err(told) => return Ok(*told),
        };
        let (counting, scanned) = self.store.scan_recent(None, SCANNED_MAX, counting, Counting::look).await?;
        let (counted, found) = counting.done();
        Ok(Preview {
            warnings: begun.warnings,
            n_scanned: scanned.n_scanned,
            complete: scanned.complete,
            mentions: self.shown(&begun.query, found, n_shown).await?,
            share: begun.share,
            translated: begun.translated,
            ..counted
        })
    }

    /// Reads the query and derives what is asked of posts; a preview that tells what is wrong, when there is nothing to ask.
    fn begin_preview(&self, ask: Ask) -> std::result::Result<(Begun, Counting), Box<Preview>> {
        let failed =
            |fault, translated| Box::new(Preview { error: Some(fault), translated, ..Preview::default() });
        let (text, translated) = in_our_words(ask.query, ask.dialect).map_err(|fault| failed(fault, None))?;
        let (query, mut warnings) = match checked(&text, self.watched.load().parts()) {
            Ok(read) => read,
            Err(fault) => return Err(failed(fault, translated)),
        };
        let share = self.learned.share(&query);
        warnings.extend(share.and_then(|share| frequent(share, &text)));
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        let counting = Counting::new(&query, &text, days(today));
        Ok((Begun { query, warnings, share, translated }, counting))
    }
}

/// What is known of a query before any post is looked at.
struct Begun {
    query: Query,
    warnings: Vec<QueryFault>,
    share: Option<f64>,
    translated: Option<Translated>,
}

/// The last days, oldest first.
fn days(today: Date) -> Vec<DayCount> {
    let first = today.saturating_sub((DAYS - 1).days());
    let days = first.series(1.day()).take_while(|day| *day <= today);
    days.map(|day| DayCount { day, n: 0 }).collect()
}

/// What to know of a query that would take in a good part of all posts.
fn frequent(share: f64, text: &str) -> Option<QueryFault> {
    let percent = (share * 100.0).round();
    (share > SHARE_WARNED).then(|| QueryFault {
        key: "query-warning-frequent".to_owned(),
        code: "frequent",
        args: vec![("percent", format!("{percent}"))],
        span: (0, text.encode_utf16().count()),
    })
}
