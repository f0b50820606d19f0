//! What people and the clock make the product do.
//!
//! [`flow`] is the path of a post from a source to the bell, on one screen.
//! [`before`], [`during`] and [`settings`] hold what people do, one use case per file; [`work`] holds what the clock does.
//! [`App`] is what they all share: the store, the clock, the watched topics, the news desk.

pub mod before;
pub mod clock;
pub mod during;
pub mod flow;
pub mod learned;
pub mod news;
pub mod refused;
pub mod settings;
pub mod viewed;
pub mod views;
pub mod watched;
pub mod words;
pub mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};

use arc_swap::ArcSwap;
use nabat_connectors::http::Http;
use nabat_store::Store;
use tokio::sync::{Mutex, Notify};

/// The nouns that use cases take and give, for whoever calls them.
pub use nabat_crisis as crisis;

pub use crate::clock::Clock;
pub use crate::refused::{Refused, Result};

use crate::learned::Learned;
use crate::news::NewsDesk;
use crate::settings::house::House;
use crate::watched::{Watched, of_store};

/// What every use case works with. Copies share everything.
#[derive(Debug, Clone)]
pub struct App(Arc<Shared>);

/// The shared parts of an [`App`].
#[derive(Debug)]
pub struct Shared {
    /// Everything kept.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Who is told what changed.
    pub news: NewsDesk,
    /// The topics with their compiled queries.
    pub watched: ArcSwap<Watched>,
    /// The house's settings.
    pub house: ArcSwap<House>,
    /// The only way out to other machines.
    pub http: Http,
    /// Where the store and uploaded files lie.
    pub data_dir: PathBuf,
    /// Whether this is the invented world.
    pub demo: bool,
    /// Wakes the workers that wait for something to do.
    pub wake: Notify,
    /// Imports under way that ring: detection waits for their last post, so that the order in a file does not matter.
    pub n_imports: AtomicUsize,
    /// Failed sign-ins of late.
    pub attempts: settings::sign_in::Attempts,
    /// Channels that are being delivered to.
    pub busy_channels: work::deliver_alerts::Busy,
    /// How often words stand in the posts of the stream.
    pub learned: Arc<Learned>,
    /// Held while a query or a named part is checked and stored, so that nothing changes in between.
    pub(crate) saving: Mutex<()>,
    /// Whether the engine is being built anew, which is done once at a time.
    pub(crate) rebuilding: AtomicBool,
    /// Re-runs of history under way.
    pub reruns: work::rerun_history::Reruns,
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl App {
    /// Opens the store in `data_dir` and reads settings and topics.
    ///
    /// # Errors
    /// When the store cannot be opened, is in use, or is from a newer version; the message says which and what to do.
    pub async fn open(data_dir: &Path, clock: Clock, demo: bool) -> anyhow::Result<Self> {
        let store = Store::open(data_dir)?;
        Self::with_store(store, data_dir, clock, demo).await
    }

    /// The same over a store that is open already.
    ///
    /// # Errors
    /// When settings or topics cannot be read.
    pub async fn with_store(store: Store, data_dir: &Path, clock: Clock, demo: bool) -> anyhow::Result<Self> {
        let house = House::read(&store).await?;
        let learned = Arc::new(Learned::from_kept(store.frequencies().await?.as_deref()));
        let parts = store.query_parts().await?;
        let watched = Watched::with_parts(store.topics().await?, of_store(&parts), Arc::clone(&learned));
        let http = Http::new(&house.contact)?;
        Ok(Self(Arc::new(Shared {
            store,
            clock,
            news: NewsDesk::default(),
            watched: ArcSwap::from_pointee(watched),
            house: ArcSwap::from_pointee(house),
            http,
            data_dir: data_dir.to_owned(),
            demo,
            wake: Notify::new(),
            n_imports: AtomicUsize::new(0),
            attempts: settings::sign_in::Attempts::default(),
            busy_channels: work::deliver_alerts::Busy::default(),
            learned,
            saving: Mutex::new(()),
            rebuilding: AtomicBool::new(false),
            reruns: work::rerun_history::Reruns::default(),
        })))
    }
}
