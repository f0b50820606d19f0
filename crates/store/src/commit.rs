//! The commit of a batch: posts, matches, counters, cases, the source's health and cursor, import progress and detection marks,
//! in one transaction. Only after it is a batch acknowledged.
//!
//! Wanted: a crash repeats work and never loses it; a repeated batch changes nothing but counts of repeats.
//! Design: the batch is made ready on the caller's thread (JSON, hashes, words); the writer only stores.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::id::{ImportId, MentionId, SourceId, TopicId};
use nabat_crisis::post::{PostEvent, Refusal, RefusalReason};

use crate::engine::{Store, Tx};
use crate::error::StoreError;
use crate::intake::{Intake, Ready};
use crate::segment::Words;
use crate::{event, fault, import, refusal, source};

/// What a source gave, to be stored at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// Where it came from.
    pub source: SourceId,
    /// When.
    pub received_at: Timestamp,
    /// Where to go on reading; `None` keeps what is stored.
    pub cursor: Option<String>,
    /// What matched, and everything told about items that may be stored.
    pub arrivals: Vec<Arrival>,
    /// How many further posts matched nothing.
    pub n_unmatched: u64,
    /// When the newest item of the whole batch was published, the unmatched ones included; it tells whether the source gives anything new.
    pub newest_item_at: Option<Timestamp>,
    /// Samples of refused records.
    pub refusals: Vec<Refusal>,
    /// All refused records, by reason.
    pub n_refused: BTreeMap<RefusalReason, u64>,
    /// How far an import has come with this batch.
    pub import: Option<ImportProgress>,
    /// When the source is asked next. `Some` says that this was a successful poll at `received_at`.
    pub next_poll_at: Option<Timestamp>,
    /// Old posts: they open no cases and start no detection.
    pub quiet: bool,
}

impl Batch {
    /// A batch with nothing in it.
    pub fn new(source: SourceId, received_at: Timestamp) -> Self {
        Self {
            source,
            received_at,
            cursor: None,
            arrivals: Vec::new(),
            n_unmatched: 0,
            newest_item_at: None,
            refusals: Vec::new(),
            n_refused: BTreeMap::new(),
            import: None,
            next_poll_at: None,
            quiet: false,
        }
    }
}

/// An event with what matching and the topics say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// What happened.
    pub event: PostEvent,
    /// The topics that match the item; empty for events that carry none.
    pub topics: Vec<TopicId>,
    /// The folded words of the item with spaces between them; empty for events that carry none.
    pub search_text: String,
    /// The response clock's limit, if the item needs an answer.
    pub answer_within_minutes: Option<u32>,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportProgress {
    /// Which import.
    pub id: ImportId,
    /// Bytes of the file that are read and stored.
    pub n_bytes_done: u64,
    /// Whether the file is read to its end.
    pub finished: bool,
}

/// What came of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Committed {
    /// Mentions stored for the first time, in order.
    pub new: Vec<NewMention>,
    /// How many mentions are new.
    pub n_new: u64,
    /// How many further versions were kept.
    pub n_revised: u64,
    /// How many deletions, restorations and counts of engagement were kept.
    pub n_updated: u64,
    /// How many events we had already.
    pub n_repeated: u64,
    /// How many posts matched nothing and are not stored, those counted by the caller included.
    pub n_unmatched: u64,
    /// How many events about accounts and sources were kept.
    pub n_other: u64,
    /// How many cases were opened.
    pub n_cases: u64,
    /// Mentions stored earlier that changed, in rising order.
    pub touched: Vec<MentionId>,
}

/// A mention stored for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMention {
    /// Its number.
    pub id: MentionId,
    /// Its topics, in rising order.
    pub topics: Vec<TopicId>,
    /// When it was published.
    pub published_at: Timestamp,
    /// Whether it opened a case.
    pub case: bool,
}

impl Store {
    /// Stores a batch with all that follows from it, or nothing.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::Missing`] for an unknown source or import, engine failures. Nothing is kept then.
    pub async fn commit_batch(&self, batch: Batch) -> Result<Committed, StoreError> {
        let Batch { arrivals, .. } = batch;
        let ready: Vec<Ready> = arrivals.into_iter().map(Ready::of).collect::<Result<_, _>>()?;
        let batch = Batch { arrivals: Vec::new(), ..batch };
        let words = Words::gather(ready.iter().map(|arrival| arrival.document.as_str()));
        self.write(move |tx| commit(tx, &batch, &ready, &words)).await
    }
}

fn commit(tx: &Tx<'_>, batch: &Batch, ready: &[Ready], words: &Words) -> Result<Committed, StoreError> {
    let mut intake = Intake::begin(tx, batch.source, batch.quiet)?;
    for (index, arrival) in ready.iter().enumerate() {
        intake.take(arrival)?;
        if index == ready.len() / 2 {
            fault::point(fault::MID_TRANSACTION);
        }
    }
    let mut committed = intake.finish(words)?;
    committed.n_unmatched += batch.n_unmatched;
    let n_accepted = ready.len() as u64 + batch.n_unmatched;
    source::note_batch(tx, batch, newest(batch, ready), n_accepted, &committed)?;
    if let Some(progress) = batch.import {
        import::note_batch(tx, batch, progress, n_accepted, &committed)?;
    }
    refusal::keep(tx, batch)?;
    Ok(committed)
}

/// When the newest item was published.
fn newest(batch: &Batch, ready: &[Ready]) -> Option<Timestamp> {
    let items = ready.iter().filter_map(|arrival| event::item_of(&arrival.event.change));
    let items = items.map(|item| item.published_at);
    items.chain(batch.newest_item_at).max()
}
