//! The engine: which database runs, how it is opened, and how jobs reach it. No other file knows.
//!
//! Wanted: a job that returned has reached the disk; one that failed left nothing; readers never wait for the writer.
//! Design: one writer thread with the only writing connection, [`N_READERS`] reader threads, jobs sent as closures.
//! A writing job is one transaction. A lock on `nabat.lock` keeps a second process from writing to the same folder.
//! Accepted loss: a panic in a job is a bug of ours and ends its thread; all later calls fail with [`StoreError::Stopped`].

use std::cell::RefCell;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use rusqlite::{CachedStatement, Connection, OpenFlags, OptionalExtension, Params};
use tokio::sync::{mpsc, oneshot};

pub(crate) use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::fault;
use crate::migration::{self, Migration};

/// Reading connections: two cores keep two busy, the third keeps a slow list from blocking a quick one.
const N_READERS: usize = 3;
/// Jobs that may wait for the writer, and for the readers: beyond it callers wait, so memory stays bounded.
const QUEUE_MAX: usize = 64;
/// Page cache of the writer, in KiB: it holds the inner pages of the indexes at a million mentions.
const WRITER_CACHE_KIB: i64 = 24_000;
/// Page cache of each reader, in KiB. The system's own file cache stands behind it.
const READER_CACHE_KIB: i64 = 4_000;
/// Pages in the write-ahead log that start a checkpoint: 32 MB, a few batches, so that pages written by each batch are copied once.
const CHECKPOINT_PAGES: i64 = 8_000;
/// What is left of the write-ahead log's file after a checkpoint, in bytes.
const WAL_BYTES_MAX: i64 = 64 * 1024 * 1024;
/// Prepared statements each connection keeps: more than the store has.
const STATEMENTS_MAX: usize = 256;
/// Marks the file as ours: "NABT".
const APPLICATION_ID: i64 = 0x4e41_4254;

/// Name of the database file in the data folder.
pub(crate) const FILE: &str = "nabat.db";
/// Name of its write-ahead log.
pub(crate) const WAL_FILE: &str = "nabat.db-wal";
const LOCK_FILE: &str = "nabat.lock";

type Job = Box<dyn FnOnce(&Connection) + Send>;

/// The store. Cloning it is cheap; dropping the last clone closes it.
#[derive(Clone)]
pub struct Store {
    engine: Arc<Engine>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("dir", &self.engine.dir).finish_non_exhaustive()
    }
}

struct Engine {
    dir: PathBuf,
    writer: Option<mpsc::Sender<Job>>,
    readers: Option<mpsc::Sender<Job>>,
    threads: Vec<JoinHandle<()>>,
    _lock: Option<File>,
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.writer = None;
        self.readers = None;
        for thread in self.threads.drain(..) {
            // A thread that panicked has told so; there is nothing left to do for it here.
            let _ = thread.join();
        }
    }
}

impl Store {
    /// Opens the store in a folder, creating the folder and bringing the tables up to date.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process has it, [`StoreError::Newer`] when a newer Nabat wrote it,
    /// [`StoreError::Open`] when the folder cannot be used.
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(dir).map_err(|source| StoreError::Open { path: dir.to_owned(), source })?;
        let lock = take_lock(dir)?;
        let writer = connect(dir, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        prepare_writer(&writer)?;
        migrate(&writer, migration::ALL)?;
        Self::start(dir, Some(writer), Some(lock))
    }

    /// Opens the store only for reading, also beside a process that writes.
    ///
    /// # Errors
    /// [`StoreError::NoStore`] when there is none, [`StoreError::Newer`] and [`StoreError::Older`] when its version is another.
    pub fn open_read_only(dir: &Path) -> Result<Self, StoreError> {
        if !dir.join(FILE).is_file() {
            return Err(StoreError::NoStore { path: dir.to_owned() });
        }
        let store = connect(dir, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let (found, known) = (version(&store)?, known_version(migration::ALL));
        if found < known {
            return Err(StoreError::Older { found, known });
        }
        Self::start(dir, None, None)
    }

    fn start(dir: &Path, writer: Option<Connection>, lock: Option<File>) -> Result<Self, StoreError> {
        let mut threads = Vec::with_capacity(N_READERS + 1);
        let writer = match writer {
            Some(connection) => {
                let (sender, mut jobs) = mpsc::channel::<Job>(QUEUE_MAX);
                threads.push(spawn(dir, "store-writer", move || {
                    while let Some(job) = jobs.blocking_recv() {
                        job(&connection);
                    }
                })?);
                Some(sender)
            }
            None => None,
        };
        let (sender, jobs) = mpsc::channel::<Job>(QUEUE_MAX);
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..N_READERS {
            let connection = connect(dir, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            connection.execute_batch(&format!("PRAGMA cache_size = -{READER_CACHE_KIB};"))?;
            let jobs = Arc::clone(&jobs);
            threads.push(spawn(dir, "store-reader", move || {
                while let Some(job) = next_job(&jobs) {
                    job(&connection);
                }
            })?);
        }
        let engine = Engine { dir: dir.to_owned(), writer, readers: Some(sender), threads, _lock: lock };
        Ok(Self { engine: Arc::new(engine) })
    }

    /// The folder of this store.
    pub(crate) fn dir(&self) -> &Path {
        &self.engine.dir
    }

    /// Runs a job in one writing transaction.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.send(self.engine.writer.as_ref().ok_or(StoreError::ReadOnly)?, |connection| {
            transact(connection, job)
        })
        .await
    }

    /// Runs a job on one state of the store, which later writes do not change.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.send(self.engine.readers.as_ref().ok_or(StoreError::Stopped)?, |connection| {
            look(connection, job)
        })
        .await
    }

    async fn send<T: Send + 'static>(
        &self,
        to: &mpsc::Sender<Job>,
        job: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // Nobody may wait for the answer any more; what was written stays written.
            let _ = answer.send(job(connection));
        });
        to.send(job).await.map_err(|_| StoreError::Stopped)?;
        answered.await.map_err(|_| StoreError::Stopped)?
    }

    /// Copies the write-ahead log into the database file, so that a copy of that file alone is whole: for a graceful stop.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] and engine failures.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        let writer = self.engine.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        self.send(writer, move |connection| Ok(connection.execute_batch(sql)?)).await
    }

    /// Limits the size of the database file; beyond it writes fail with [`StoreError::DiskFull`] and leave nothing behind.
    /// `None` takes the limit away. It keeps room for others on a shared disk, and holds until the store is closed.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn limit_bytes(&self, max: Option<u64>) -> Result<(), StoreError> {
        let writer = self.engine.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        self.send(writer, move |connection| {
            let page: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0))?;
            let unlimited = i64::from(u32::MAX) - 1;
            let pages = max.map_or(unlimited, |max| i64::try_from(max).unwrap_or(i64::MAX) / page);
            let sql = format!("PRAGMA max_page_count = {}", pages.clamp(1, unlimited));
            Ok(connection.query_row(&sql, [], |_| Ok(()))?)
        })
        .await
    }
}

/// An open transaction. Statements are written once, with numbered parameters, in the plain subset of SQL.
pub(crate) struct Tx<'c> {
    connection: &'c Connection,
    /// Statements this transaction has used: finding one here is quicker than in the connection's own cache.
    statements: RefCell<Vec<(Box<str>, CachedStatement<'c>)>>,
}

impl<'c> Tx<'c> {
    fn open(connection: &'c Connection) -> Self {
        Self { connection, statements: RefCell::default() }
    }

    /// Lends a statement to `work`; a statement may be in use more than once, as when rows are read for each row.
    fn with<T>(
        &self,
        sql: &str,
        work: impl FnOnce(&mut CachedStatement<'c>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let place = self.statements.borrow().iter().position(|(known, _)| **known == *sql);
        let (text, mut statement) = match place {
            Some(place) => self.statements.borrow_mut().swap_remove(place),
            None => (sql.into(), self.connection.prepare_cached(sql)?),
        };
        let done = work(&mut statement);
        self.statements.borrow_mut().push((text, statement));
        done
    }

    /// Runs one statement; how many rows it changed.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        self.with(sql, |statement| Ok(statement.execute(params)?))
    }

    /// Inserts one row; its number.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        self.with(sql, |statement| Ok(statement.insert(params)?))
    }

    /// Reads at most one row.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.with(sql, |statement| statement.query(params)?.next()?.map(read).transpose())
    }

    /// Reads all rows.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut items = Vec::new();
        self.each(sql, params, |row| {
            items.push(read(row)?);
            Ok(true)
        })?;
        Ok(items)
    }

    /// Reads rows one by one, as long as the reader answers `true`.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        self.with(sql, |statement| {
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                if !read(row)? {
                    break;
                }
            }
            Ok(())
        })
    }

    /// The version of the tables.
    pub(crate) fn version(&self) -> Result<u32, StoreError> {
        version(self.connection)
    }

    /// What the engine itself finds wrong with its file, at most ten lines.
    pub(crate) fn damage(&self) -> Result<Vec<String>, StoreError> {
        let found = self.all("PRAGMA integrity_check(10)", [], |row| Ok(row.get::<_, String>(0)?))?;
        Ok(found.into_iter().filter(|line| line != "ok").collect())
    }
}

fn transact<T>(
    connection: &Connection,
    job: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    fault::point(fault::BEFORE_TRANSACTION);
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let done = job(&Tx::open(connection)).and_then(|value| {
        fault::point(fault::BEFORE_COMMIT);
        connection.execute_batch("COMMIT")?;
        fault::point(fault::AFTER_COMMIT);
        Ok(value)
    });
    if done.is_err() {
        roll_back(connection)?;
    }
    done
}

fn look<T>(
    connection: &Connection,
    job: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    connection.execute_batch("BEGIN")?;
    let seen = job(&Tx::open(connection));
    roll_back(connection)?;
    seen
}

/// Ends a transaction without keeping anything. The engine may have ended it already, as when the disk is full.
fn roll_back(connection: &Connection) -> Result<(), StoreError> {
    if connection.is_autocommit() {
        return Ok(());
    }
    Ok(connection.execute_batch("ROLLBACK")?)
}

fn next_job(jobs: &Mutex<mpsc::Receiver<Job>>) -> Option<Job> {
    // The lock is poisoned only if a reader panicked while it waited, which it cannot; the queue itself is whole.
    jobs.lock().unwrap_or_else(std::sync::PoisonError::into_inner).blocking_recv()
}

fn spawn(dir: &Path, name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, StoreError> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(|source| StoreError::Open { path: dir.to_owned(), source })
}

fn take_lock(dir: &Path) -> Result<File, StoreError> {
    let path = dir.join(LOCK_FILE);
    let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let file = opened.map_err(|source| StoreError::Open { path: path.clone(), source })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse { path: dir.to_owned() }),
        Err(TryLockError::Error(source)) => Err(StoreError::Open { path, source }),
    }
}

fn connect(dir: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(dir.join(FILE), flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")?;
    let (found, known) = (version(&connection)?, known_version(migration::ALL));
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    Ok(connection)
}

fn prepare_writer(connection: &Connection) -> Result<(), StoreError> {
    let owner: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let n_tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if owner != APPLICATION_ID && n_tables > 0 {
        return Err(StoreError::Broken { what: format!("`{FILE}` was not written by nabat") });
    }
    connection.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION_ID};
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA cache_size = -{WRITER_CACHE_KIB};
         PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES};
         PRAGMA journal_size_limit = {WAL_BYTES_MAX};"
    ))?;
    Ok(())
}

fn version(connection: &Connection) -> Result<u32, StoreError> {
    let version: Option<u32> =
        connection.query_row("PRAGMA user_version", [], |row| row.get(0)).optional()?;
    Ok(version.unwrap_or(0))
}

fn known_version(all: &[Migration]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

/// Runs the migrations the store has not seen, each in its own transaction.
fn migrate(connection: &Connection, all: &[Migration]) -> Result<(), StoreError> {
    for (next, migration) in (1_u32..).zip(all).skip(version(connection)? as usize) {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        let done = connection.execute_batch(migration.sql).and_then(|()| {
            fault::point(fault::MID_MIGRATION);
            connection.execute_batch(&format!("PRAGMA user_version = {next}; COMMIT"))
        });
        if let Err(why) = done {
            roll_back(connection)?;
            return match StoreError::from(why) {
                StoreError::Engine { what } => {
                    Err(StoreError::Engine { what: format!("migration {}: {what}", migration.name) })
                }
                other => Err(other),
            };
        }
    }
    Ok(())
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps the kind of the failure and drops the engine's own message, which may repeat data.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        match error {
            rusqlite::Error::SqliteFailure(failure, _)
            | rusqlite::Error::SqlInputError { error: failure, .. } => match failure.extended_code {
                ffi::SQLITE_FULL | ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull,
                ffi::SQLITE_READONLY => Self::ReadOnly,
                ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => {
                    Self::Broken { what: ffi::code_to_str(failure.extended_code).to_owned() }
                }
                code => Self::Engine { what: format!("{} ({code})", ffi::code_to_str(code)) },
            },
            rusqlite::Error::InvalidColumnType(index, name, found) => {
                Self::Broken { what: format!("column {index} `{name}` holds {found}") }
            }
            rusqlite::Error::FromSqlConversionFailure(index, found, _) => {
                Self::Broken { what: format!("column {index} of type {found} holds an impossible value") }
            }
            rusqlite::Error::IntegralValueOutOfRange(index, value) => {
                Self::Broken { what: format!("column {index} holds {value}, which is out of range") }
            }
            rusqlite::Error::Utf8Error(index, _) => {
                Self::Broken { what: format!("column {index} is not text") }
            }
            other => Self::Engine { what: variant_name(&other) },
        }
    }
}

/// The kind of an engine error that carries nothing we may show.
fn variant_name(error: &rusqlite::Error) -> String {
    let debug = format!("{error:?}");
    debug.split(['(', ' ', '{']).next().unwrap_or("unknown failure").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_kept_by_the_first_version_have_no_reason_and_are_not_counted() {
        let connection = Connection::open_in_memory().unwrap();
        migrate(&connection, &migration::ALL[..1]).unwrap();
        let row = "INSERT INTO topic_version (topic, at, person, query) VALUES (1, 0, NULL, 'latarnia')";
        connection.execute_batch(row).unwrap();
        migrate(&connection, migration::ALL).unwrap();
        let read =
            "SELECT why, n_brings IS NULL AND n_loses IS NULL FROM topic_version WHERE query = 'latarnia'";
        let kept: (String, bool) =
            connection.query_row(read, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(kept, (String::new(), true));
    }

    #[test]
    fn a_migration_runs_over_the_rows_of_the_version_before_it_and_a_broken_one_changes_nothing() {
        let connection = Connection::open_in_memory().unwrap();
        let first = Migration { name: "0001", sql: "CREATE TABLE brand (name TEXT); " };
        let second = Migration {
            name: "0002",
            sql: "ALTER TABLE brand ADD COLUMN city TEXT NOT NULL DEFAULT 'Gdynia';",
        };
        let broken = Migration { name: "0003", sql: "DELETE FROM brand; SELECT * FROM nowhere;" };
        migrate(&connection, &[first]).unwrap();
        connection.execute_batch("INSERT INTO brand VALUES ('Latarnia')").unwrap();
        migrate(&connection, &[first, second]).unwrap();
        migrate(&connection, &[first, second]).unwrap();
        let failed = migrate(&connection, &[first, second, broken]).unwrap_err();
        assert!(failed.to_string().contains("migration 0003"), "{failed}");
        let row: (String, String) = connection
            .query_row("SELECT name, city FROM brand", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        assert_eq!(row, ("Latarnia".to_owned(), "Gdynia".to_owned()));
        assert_eq!(version(&connection).unwrap(), 2);
    }
}
