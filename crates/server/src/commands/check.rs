//! `nabat check`: is the store whole? Works beside a running server.

use std::process::ExitCode;

use nabat_store::Store;

use super::{Place, say};
use crate::config::Config;

/// Arguments of `nabat check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

/// Checks counters against posts, hashes against raw bytes, and the file itself; exit code 1 when something is found.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    let store = Store::open_read_only(&args.place.folder(config))?;
    let report = store.check().await?;
    say(&format!("mentions {}, events {}, cases {}", report.n_mentions, report.n_events, report.n_cases));
    for finding in &report.findings {
        say(&format!("  found: {finding}"));
    }
    say(if report.findings.is_empty() {
        "The store is whole."
    } else {
        "The store is damaged: restore a backup, and keep this copy for the people who build Nabat."
    });
    Ok(if report.findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
