//! What the measures share: the release build, files that the simulator writes, a full store.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use jiff::{SignedDuration, Timestamp};
use nabat_connectors::files::neutral;
use nabat_simulator::{bulk, topics_many};
use serde_json::json;

use crate::process::{Server, Taken, printed, taken};

/// Topics in a full store: what the import's goal is stated for.
const N_TOPICS: usize = 50;
/// The same world each time.
const SEED: u64 = 7;
/// Days a full store covers, up to now, so that the radar's last hour and last week hold posts.
const DAYS: u32 = 30;

/// The bench.
pub(crate) struct Bench {
    /// The folder of data that some measures are made on.
    pub(crate) data: Option<PathBuf>,
    program: PathBuf,
    folder: PathBuf,
    /// Removes the folder at the end, unless it is to be kept.
    removed: Option<tempfile::TempDir>,
    pub(crate) n_mentions: u64,
    n_bytes: u64,
}

/// A data folder of the product, with a token for its API.
pub(crate) struct Data {
    pub(crate) folder: PathBuf,
    pub(crate) token: String,
}

/// A file of posts.
pub(crate) struct Posts {
    pub(crate) path: PathBuf,
    pub(crate) n_posts: u64,
    pub(crate) n_bytes: u64,
}

impl Bench {
    /// Finds the release binary beside this one and makes the folder for the data.
    pub(crate) fn set_up(
        n_mentions: u64,
        n_bytes: u64,
        keep: Option<PathBuf>,
        data: Option<PathBuf>,
    ) -> Result<Self> {
        let program = std::env::current_exe().context("failed to find this program")?.with_file_name("nabat");
        let removed = match &keep {
            Some(_) => None,
            None => Some(tempfile::tempdir().context("failed to make a folder for the data")?),
        };
        let folder = match (keep, &removed) {
            (Some(folder), _) => folder,
            (None, Some(removed)) => removed.path().to_path_buf(),
            (None, None) => bail!("there is no folder for the data"),
        };
        fs::create_dir_all(&folder).with_context(|| format!("failed to make `{}`", folder.display()))?;
        Ok(Self { data, program, folder, removed, n_mentions, n_bytes })
    }

    /// The folder of data, for a measure that needs one.
    pub(crate) fn data(&self) -> Result<&Path> {
        self.data.as_deref().context("this measure needs data: name their folder with --data")
    }

    /// The program under measure.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// Whether what is made stays for another run.
    pub(crate) fn keeps(&self) -> bool {
        self.removed.is_none()
    }

    /// A file or folder of that name among what is made.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The name of a data folder that is not there.
    pub(crate) fn fresh(&self, name: &str) -> Result<PathBuf> {
        let folder = self.file(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("failed to remove `{}`", folder.display()))?;
        }
        Ok(folder)
    }

    /// A new data folder without topics.
    pub(crate) fn empty(&self, name: &str) -> Result<Data> {
        let folder = self.fresh(name)?;
        let printed = printed(&self.program, &["token", "create", "measure", "--data", text(&folder)?])?;
        // The secret is the last word, whatever is said around it.
        let token =
            printed.split_whitespace().last().context("`nabat token create` printed no token")?.to_owned();
        Ok(Data { folder, token })
    }

    /// A new data folder with the simulator's topics.
    pub(crate) fn with_topics(&self, name: &str) -> Result<Data> {
        let data = self.empty(name)?;
        let server = self.serve(&data)?;
        for topic in topics_many(N_TOPICS) {
            let body = json!({
                "name": topic.name(Default::default()),
                "kind": topic.kind.name(),
                "query": topic.query,
                "answer_within_minutes": topic.answer_within_minutes,
            });
            server.ask("POST", "/api/v1/topics", Some(&body))?.json().context("a topic was refused")?;
        }
        Ok(data)
    }

    /// A data folder with all mentions. A kept one is used again.
    pub(crate) fn full(&self) -> Result<Data> {
        let name = format!("full-{}", self.n_mentions);
        let note = self.folder.join(format!("{name}.token"));
        if let Ok(token) = fs::read_to_string(&note) {
            return Ok(Data { folder: self.folder.join(name), token });
        }
        let data = self.with_topics(&name)?;
        let posts = self.posts("full.jsonl", self.n_mentions)?;
        self.import(&posts, &data)?;
        fs::remove_file(&posts.path).ok();
        // Written last: its presence says that the store is complete.
        fs::write(&note, &data.token).context("failed to note the token")?;
        Ok(data)
    }

    /// A file of so many posts, over [`DAYS`] days up to now.
    pub(crate) fn posts(&self, name: &str, n_posts: u64) -> Result<Posts> {
        let path = self.folder.join(name);
        let file = File::create(&path).with_context(|| format!("failed to make `{}`", path.display()))?;
        let mut out = BufWriter::new(file);
        for event in bulk(SEED, n_posts, first_day(), DAYS) {
            neutral::write(&event, &mut out).context("failed to write posts")?;
        }
        out.flush().context("failed to write posts")?;
        let n_bytes = fs::metadata(&path).context("failed to look at the posts")?.len();
        Ok(Posts { path, n_posts, n_bytes })
    }

    /// How many posts fill a file of the wanted size.
    pub(crate) fn n_posts_in_big_file(&self) -> Result<u64> {
        const N_WEIGHED: u64 = 1_000;
        let mut weighed = Vec::new();
        for event in bulk(SEED, N_WEIGHED, first_day(), DAYS) {
            neutral::write(&event, &mut weighed).context("failed to weigh posts")?;
        }
        Ok((self.n_bytes * N_WEIGHED).div_ceil(weighed.len().max(1) as u64))
    }

    /// Imports a file and checks that every post was stored.
    pub(crate) fn import(&self, posts: &Posts, data: &Data) -> Result<Taken> {
        let taken = taken(&self.program, &["import", text(&posts.path)?, "--data", text(&data.folder)?])?;
        let imports = self.serve(data)?.ask("GET", "/api/v1/imports", None)?.json()?;
        let n_matched = imports[0]["n_matched"].as_u64();
        if n_matched != Some(posts.n_posts) {
            bail!("{} posts were written and {n_matched:?} stored: {}", posts.n_posts, imports[0]);
        }
        Ok(taken)
    }

    /// Starts the server on a data folder.
    pub(crate) fn serve(&self, data: &Data) -> Result<Server> {
        Server::start(&self.program, &data.folder, &data.token)
    }
}

/// When the posts of a file begin.
fn first_day() -> Timestamp {
    Timestamp::now() - SignedDuration::from_hours(24 * i64::from(DAYS))
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("`{}` is not UTF-8", path.display()))
}
