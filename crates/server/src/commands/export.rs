//! `nabat export`: all stored posts with their history, as neutral JSONL.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use jiff::Timestamp;
use nabat_app::crisis::id::TopicId;
use nabat_connectors::files::neutral;
use nabat_store::{EventFilter, Store};

use super::Place;
use crate::config::Config;

/// Events read at once.
const CHUNK: usize = 1_000;

/// Arguments of `nabat export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// File to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Only posts of this topic's number
    #[arg(long, value_name = "NUMBER")]
    topic: Option<i64>,
    /// Only posts published from then on, such as 2026-03-01T00:00:00Z
    #[arg(long, value_name = "TIME")]
    from: Option<Timestamp>,
    /// Only posts published before
    #[arg(long, value_name = "TIME")]
    until: Option<Timestamp>,
    #[command(flatten)]
    place: Place,
}

/// Writes the posts; works beside a running server.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    let store = Store::open_read_only(&args.place.folder(config))?;
    let mut out: Box<dyn Write> = match &args.out {
        Some(path) => Box::new(BufWriter::new(
            File::create(path).with_context(|| format!("failed to create `{}`", path.display()))?,
        )),
        None => Box::new(BufWriter::new(std::io::stdout())),
    };
    let mut after = Some(0);
    while let Some(seq) = after {
        let filter = EventFilter { topic: args.topic.map(TopicId), from: args.from, until: args.until };
        let page = store.events_page(seq, CHUNK, filter).await?;
        for stored in &page.events {
            neutral::write(&stored.event, &mut out).context("failed to write the export")?;
        }
        after = page.next;
    }
    out.flush().context("failed to write the export")?;
    Ok(ExitCode::SUCCESS)
}
