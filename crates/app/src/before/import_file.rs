//! Files: any size, streamed, with a report of what was refused and why.
//!
//! Wanted: a crash at any point loses nothing and doubles nothing; memory stays bounded; two cores work at once.
//! Design: one thread reads, parses and matches, the posts of plain files in the bytes of the file; batches go through a short queue to the store's writer. Posts, counters and
//! progress of a batch are one transaction, and every post is kept once however often its file is read, so that an
//! interrupted import is put right by importing the file again. Detection starts when the last post is in: the order of posts
//! in a file, and where it was interrupted, do not change what rings.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use anyhow::Context as _;
use jiff::Timestamp;
use nabat_connectors::files::{FileError, FileReader, Format};
use nabat_crisis::id::{ImportId, SourceId, TopicId};
use nabat_crisis::person::Actor;
use nabat_crisis::source::SourceKind;
use nabat_store::{Batch, Import, ImportProgress, ImportState, NewImport};
use nabat_watch::intake::Lists;
use nabat_watch::matching::Scratch;
use tokio::sync::mpsc;

use crate::flow::{self, Load, Record};
use crate::news::News;
use crate::settings::sign_in::Key;
use crate::viewed::sketch_view;
use crate::watched::Watched;
use crate::{App, Refused, Result};

/// Records in a batch, those that match nothing left out: large enough that a transaction's fixed cost is shared, small enough to
/// keep memory and locks short.
const BATCH_RECORDS: usize = 3_000;
/// Posts that match nothing in a batch: some tenths of a second, so that progress is seen.
const PASSED_MAX: u64 = 200_000;
/// Raw bytes in a batch.
const BATCH_BYTES: usize = 8 * 1024 * 1024;
/// Batches that wait for the writer.
const QUEUE: usize = 2;
/// Name of the source that files are counted under, in the list of sources; pages show its kind instead.
const SOURCE_NAME: &str = "Files";

/// A file to import.
#[derive(Debug, Clone)]
pub struct Order {
    /// Where it lies.
    pub path: PathBuf,
    /// What people call it.
    pub name: String,
    /// Its format, or `None` to find out.
    pub format: Option<Format>,
    /// History: it fills charts and baselines, opens no cases and rings nothing.
    pub quiet: bool,
}

/// Why an import ended early: a name with a message in every interface language, and the particulars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// `unreadable`, `gzip`, `gzip-bomb`, `unknown-format`, `no-text-column`, `interrupted`, `store-full` or `broken`.
    pub code: String,
    /// The particulars, for the technical reader.
    pub detail: String,
}

impl Failure {
    /// Reads back what [`Failure::as_stored`] wrote.
    pub fn from_stored(text: &str) -> Self {
        let (code, detail) = text.split_once(": ").unwrap_or((text, ""));
        Self { code: code.to_owned(), detail: detail.to_owned() }
    }

    fn as_stored(&self) -> String {
        format!("{}: {}", self.code, self.detail)
    }

    fn interrupted() -> Self {
        Self { code: "interrupted".into(), detail: "Nabat was stopped while it read this file".into() }
    }
}

impl From<&FileError> for Failure {
    fn from(error: &FileError) -> Self {
        let code = match error {
            FileError::Io(_) => "unreadable",
            FileError::Gzip(_) => "gzip",
            FileError::GzipBomb { .. } => "gzip-bomb",
            FileError::UnknownFormat { .. } => "unknown-format",
            FileError::NoTextColumn { .. } => "no-text-column",
        };
        let cause = std::error::Error::source(error).map(|cause| format!(" ({cause})")).unwrap_or_default();
        Self { code: code.into(), detail: format!("{error}{cause}") }
    }
}

impl From<&Refused> for Failure {
    fn from(error: &Refused) -> Self {
        let code = if matches!(error, Refused::StoreFull) { "store-full" } else { "broken" };
        Self { code: code.into(), detail: error.to_string() }
    }
}

impl App {
    /// Enters a file in the list of imports and reads it to its end. The entry tells how it went, also when the file is bad.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn import_file(&self, order: Order, by: Actor) -> Result<Import> {
        let import = self.enter_import(&order, by).await?;
        self.run_import(import.id, order).await?;
        self.store.import(import.id).await?.ok_or(Refused::NotFound)
    }

    /// Enters a file in the list of imports.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn enter_import(&self, order: &Order, by: Actor) -> Result<Import> {
        let source = self.built_in_source(SourceKind::Files, SOURCE_NAME).await?;
        let n_bytes = tokio::fs::metadata(&order.path).await.ok().map(|found| found.len());
        let format = order.format.map_or("", Format::name).to_owned();
        let new =
            NewImport { source: source.id, name: order.name.clone(), format, n_bytes, quiet: order.quiet };
        let import = self.store.start_import(new, by, self.clock.now()).await?;
        self.news.tell(News::Import(import.id));
        Ok(import)
    }

    /// Reads an entered file to its end, then lets the detectors look at what it brought.
    ///
    /// # Errors
    /// When the store cannot be written; a bad file is no error, its entry says what is wrong with it.
    pub async fn run_import(&self, id: ImportId, order: Order) -> Result<()> {
        let rings = !order.quiet;
        let held = Held::new(self, rings);
        let outcome = self.read_import(id, order).await;
        drop(held);
        let now = self.clock.now();
        match outcome {
            Ok(None) => self.store.finish_import(id, now).await?,
            Ok(Some(failure)) => self.store.fail_import(id, failure.as_stored(), now).await?,
            Err(error) => {
                self.store.fail_import(id, Failure::from(&error).as_stored(), now).await?;
                self.news.tell(News::Import(id));
                return Err(error);
            }
        }
        if rings {
            flow::ring(self).await?;
        }
        self.news.tell(News::Import(id));
        Ok(())
    }

    async fn read_import(&self, id: ImportId, order: Order) -> Result<Option<Failure>> {
        let source = self.store.import(id).await?.ok_or(Refused::NotFound)?.source;
        let (send, mut batches) = mpsc::channel(QUEUE);
        let app = self.clone();
        let reading = tokio::task::spawn_blocking(move || read(&app, source, id, &order, &send));
        while let Some(message) = batches.recv().await {
            match message {
                Message::Format(format) => {
                    self.store.note_import_format(id, format.name().to_owned()).await?
                }
                Message::Batch(batch, watched) => {
                    flow::commit(self, *batch).await?;
                    drop(watched);
                }
            }
        }
        Ok(reading.await.map_err(anyhow::Error::from)?)
    }

    /// Imports that were under way when Nabat was stopped: uploads are read again, others are marked as interrupted.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn resume_imports(&self) -> Result<()> {
        self.clear_broken_uploads().await;
        for import in self.store.imports(1_000).await? {
            if import.state != ImportState::Running {
                continue;
            }
            let order = Order {
                path: self.upload_path(import.id),
                name: import.name,
                format: Format::from_name(&import.format),
                quiet: import.quiet,
            };
            if order.path.exists() {
                self.spawn_upload(import.id, order);
            } else {
                self.store
                    .fail_import(import.id, Failure::interrupted().as_stored(), self.clock.now())
                    .await?;
            }
        }
        Ok(())
    }

    /// Receives an upload into a file that `write` fills.
    ///
    /// # Errors
    /// When the file cannot be written, or the connection breaks; nothing of it is kept then.
    pub async fn receive_upload<W>(
        &self,
        name: String,
        format: Option<Format>,
        quiet: bool,
        write: impl FnOnce(PathBuf) -> W,
    ) -> Result<Order>
    where
        W: Future<Output = anyhow::Result<()>>,
    {
        let folder = self.data_dir.join("uploads");
        tokio::fs::create_dir_all(&folder)
            .await
            .with_context(|| format!("failed to make `{}`", folder.display()))?;
        let path = folder.join(format!("{}.part", Key::new("")?.0));
        if let Err(error) = write(path.clone()).await {
            // What is left of a broken upload is of no use to anybody.
            let _ = tokio::fs::remove_file(&path).await;
            return Err(Refused::Broken(error.context("an upload was not received to its end")));
        }
        Ok(Order { path, name, format, quiet })
    }

    /// Moves a received upload to where it is found again after a crash.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub async fn place_upload(&self, id: ImportId, order: Order) -> Result<Order> {
        let path = self.upload_path(id);
        tokio::fs::rename(&order.path, &path)
            .await
            .with_context(|| format!("failed to move an upload to `{}`", path.display()))?;
        Ok(Order { path, ..order })
    }

    /// Removes what is left of uploads whose connection or whose Nabat broke off before they were received.
    async fn clear_broken_uploads(&self) {
        // Without the folder nothing was ever uploaded.
        let Ok(mut files) = tokio::fs::read_dir(self.data_dir.join("uploads")).await else { return };
        while let Ok(Some(file)) = files.next_entry().await {
            let path = file.path();
            if path.extension().is_some_and(|ending| ending == "part")
                && let Err(error) = tokio::fs::remove_file(&path).await
            {
                tracing::warn!(path = %path.display(), error = %error, "what is left of an upload could not be removed");
            }
        }
    }

    /// Reads an uploaded file in the background, then removes the upload.
    pub fn spawn_upload(&self, id: ImportId, order: Order) {
        let app = self.clone();
        tokio::spawn(async move {
            let path = order.path.clone();
            if let Err(error) = app.run_import(id, order).await {
                tracing::error!(import.id = id.0, error = %error, "an uploaded file could not be imported");
            }
            // Every record is in the store with its raw bytes; the copy has done its work.
            if let Err(error) = tokio::fs::remove_file(&path).await {
                tracing::warn!(import.id = id.0, error = %error, "an uploaded file could not be removed");
            }
        });
    }

    /// Where an upload lies until it is imported.
    pub fn upload_path(&self, id: ImportId) -> PathBuf {
        self.data_dir.join("uploads").join(format!("{id}.upload"))
    }
}

/// Holds detection while a file that rings is read.
struct Held<'a>(Option<&'a App>);

impl<'a> Held<'a> {
    fn new(app: &'a App, rings: bool) -> Self {
        if rings {
            app.n_imports.fetch_add(1, Ordering::SeqCst);
        }
        Self(rings.then_some(app))
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if let Some(app) = self.0 {
            app.n_imports.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

/// What the reading thread tells the committing one.
enum Message {
    /// The format that was found.
    Format(Format),
    /// Posts to store, and what they were matched with, held until they are stored: see [`crate::work::rerun_history`].
    Batch(Box<Batch>, Arc<Watched>),
}

/// Reads, parses and matches a whole file on one thread; gives what ended it early, if anything did.
fn read(
    app: &App,
    source: SourceId,
    id: ImportId,
    order: &Order,
    send: &mpsc::Sender<Message>,
) -> Option<Failure> {
    let received_at = app.clock.now();
    let opened = File::open(&order.path)
        .map_err(FileError::Io)
        .and_then(|file| FileReader::open(file, &order.name, order.format, received_at));
    let mut reader = match opened {
        Ok(reader) => reader,
        Err(error) => return Some(Failure::from(&error)),
    };
    if order.format.is_none() && send.blocking_send(Message::Format(reader.format())).is_err() {
        return None;
    }
    let mut skimmer = Skimmer::default();
    loop {
        let watched = app.watched.load_full();
        let mut load = Load { quiet: order.quiet, ..Load::new(source, received_at) };
        let (passed, end) = skimmer.fill(&mut reader, &watched, &mut load);
        let finished = matches!(end, Some(None));
        load.import = Some(ImportProgress { id, n_bytes_done: reader.bytes_read(), finished });
        let mut batch = flow::sort(&watched, load, &mut skimmer.scratch);
        batch.n_unmatched += passed.n_posts;
        batch.newest_item_at = batch.newest_item_at.max(passed.newest_at);
        if send.blocking_send(Message::Batch(Box::new(batch), watched)).is_err() {
            // The store refused a batch: the other side has the reason.
            return None;
        }
        if let Some(failure) = end {
            return failure;
        }
    }
}

/// Posts that matched nothing and were not read further.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Passed {
    n_posts: u64,
    newest_at: Option<Timestamp>,
}

/// Why a batch was the last: the file is over, or cannot be read further.
type End = Option<Failure>;

/// Looks at posts in the file's own bytes, so that one which matches nothing is never copied. Its memory serves all posts.
#[derive(Default)]
struct Skimmer {
    scratch: Scratch,
    lists: Lists,
    topics: Vec<TopicId>,
}

impl Skimmer {
    /// Fills a batch with the records that match something or must be read whole to tell; the others are counted.
    fn fill(&mut self, reader: &mut FileReader, watched: &Watched, load: &mut Load) -> (Passed, Option<End>) {
        let (mut passed, mut n_bytes) = (Passed::default(), 0);
        while load.records.len() < BATCH_RECORDS && n_bytes < BATCH_BYTES {
            let n_left = usize::try_from(PASSED_MAX.saturating_sub(passed.n_posts)).unwrap_or(0);
            if n_left == 0 {
                break;
            }
            let mut topics = None;
            let read = reader.next_wanted(n_left, &mut |sketch| {
                let Some(view) = sketch_view(sketch, &mut self.lists) else { return true };
                watched.matches(&view, &mut self.scratch, &mut self.topics);
                if self.topics.is_empty() {
                    passed.n_posts += 1;
                    passed.newest_at = passed.newest_at.max(Some(sketch.published_at));
                    return false;
                }
                topics = Some(self.topics.clone());
                true
            });
            match read {
                Some(Ok(None)) => {}
                Some(Ok(Some(record))) => {
                    n_bytes += record.outcome.as_ref().map_or(0, |event| event.raw.bytes.len());
                    load.records.push(Record { position: record.position, outcome: record.outcome, topics });
                }
                Some(Err(error)) => return (passed, Some(Some(Failure::from(&error)))),
                None => return (passed, Some(None)),
            }
        }
        (passed, None)
    }
}

#[cfg(test)]
mod tests;
