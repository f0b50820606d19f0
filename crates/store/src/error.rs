//! What can go wrong with the store. Messages name files, things and numbers, never texts of posts and never secrets.

use std::io;
use std::path::PathBuf;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder or a file in it cannot be used.
    #[error("failed to open the data folder `{}`; check that it exists and that this user may write there", path.display())]
    Open {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Another process writes to this folder.
    #[error(
        "another nabat works in `{}`; stop it, or choose another folder with --data",
        path.display()
    )]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// There is nothing to read.
    #[error("there is no store in `{}`; check the folder given with --data", path.display())]
    NoStore {
        /// The folder.
        path: PathBuf,
    },
    /// The store was written by a newer Nabat.
    #[error(
        "the store has version {found}, this nabat knows versions up to {known}; use the newer nabat that wrote it, nothing was changed"
    )]
    Newer {
        /// Version of the store.
        found: u32,
        /// Newest version this build knows.
        known: u32,
    },
    /// The store is older and is opened only for reading, so it cannot be brought up to date.
    #[error(
        "the store has version {found}, this nabat reads version {known}; start `nabat serve` once to bring it up to date"
    )]
    Older {
        /// Version of the store.
        found: u32,
        /// Version this build reads.
        known: u32,
    },
    /// No room is left. Nothing of the failed call was kept, and the store works again as soon as there is room.
    #[error("the disk is full; nothing of this step was kept: free some space and it will be done again")]
    DiskFull,
    /// Somebody else changed it since it was read.
    #[error("the {what} was changed by somebody else in the meantime; read it again")]
    Conflict {
        /// What was changed.
        what: &'static str,
    },
    /// It exists already and may exist only once.
    #[error("this {what} is taken; choose another")]
    Taken {
        /// What must be unique.
        what: &'static str,
    },
    /// Something to be written on does not exist.
    #[error("there is no {what} {id}")]
    Missing {
        /// What.
        what: &'static str,
        /// Its number.
        id: i64,
    },
    /// A cursor that this store did not give.
    #[error("the cursor is not one that was given out; start from the first page")]
    BadCursor,
    /// The store is open only for reading.
    #[error("the store is open only for reading")]
    ReadOnly,
    /// The store's threads have ended: it is being closed, or one of them met a bug.
    #[error("the store has stopped; restart nabat, nothing that was confirmed is lost")]
    Stopped,
    /// A limit of the store.
    #[error("too many {what}: the limit is {max}")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        max: u64,
    },
    /// What we stored ourselves cannot be read.
    #[error("the store is damaged: {what}; run `nabat check` and restore a copy")]
    Broken {
        /// What cannot be read.
        what: String,
    },
    /// The engine refused.
    #[error("the store's engine failed: {what}")]
    Engine {
        /// The engine's words, without data.
        what: String,
    },
}
