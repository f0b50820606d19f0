//! Commands. To add one: a file here with its arguments and a `run`, and a line in [`Command`] and in [`run`].

mod check;
mod demo;
mod doctor;
mod export;
mod import;
mod incidents;
mod openapi;
mod query;
mod replay;
mod serve;
mod token;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use nabat_app::crisis::person::Language;

use crate::config::Config;

/// Nabat rings when a fire starts in social networks, and helps to put it out.
#[derive(Debug, Parser)]
#[command(name = "nabat", version)]
pub(crate) struct Line {
    /// Settings file [default: nabat.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// Where things lie; taken by every command that opens the store.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Place {
    /// Folder of the store [default: nabat-data]
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

impl Place {
    /// The folder, from the command line or the settings.
    pub(crate) fn folder(&self, config: &Config) -> PathBuf {
        self.data.clone().unwrap_or_else(|| config.data.clone())
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Watch, and serve the browser app and the API
    Serve(serve::Args),
    /// Show an invented company on an invented bad day; nothing of yours is touched
    Demo(demo::Args),
    /// Read files of posts; with --replay, play one in its own time
    Import(import::Args),
    /// Write all stored posts with their history as neutral JSONL
    Export(export::Args),
    /// Check that the store is whole
    Check(check::Args),
    /// Try queries on files: read them, explain them, test them
    Query(query::Args),
    /// Look at everything that could keep Nabat from working here
    Doctor(doctor::Args),
    /// Make, list and revoke keys for programs
    Token(token::Args),
    /// Print the description of the API as OpenAPI JSON
    #[command(hide = true)]
    Openapi(openapi::Args),
}

/// Runs a command; the exit code is for scripts.
pub(crate) async fn run(command: Command, config: Config) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve(args) => serve::run(args, &config).await,
        Command::Demo(args) => demo::run(args, &config).await,
        Command::Import(args) => import::run(args, &config).await,
        Command::Export(args) => export::run(args, &config).await,
        Command::Check(args) => check::run(args, &config).await,
        Command::Doctor(args) => doctor::run(args, &config).await,
        Command::Token(args) => token::run(args, &config).await,
        Command::Query(args) => query::run(&args),
        Command::Openapi(args) => openapi::run(&args),
    }
}

/// Posts about no topic are counted and not kept, so without topics a whole archive would be read for nothing.
pub(crate) fn ensure_topics(app: &nabat_app::App) -> anyhow::Result<()> {
    let watched = app.watched.load().topics().any(|topic| topic.archived_at.is_none());
    anyhow::ensure!(
        watched,
        "nothing is watched yet, so nothing would be kept: start `nabat serve`, add a topic in the browser, and import then"
    );
    Ok(())
}

/// The language of whoever sits at the terminal, as it tells.
pub(crate) fn spoken() -> Language {
    let told = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    told.and_then(|value| Language::from_name(value.get(..2)?)).unwrap_or_default()
}

/// Writes a line for people on standard output; a closed pipe is their wish, not our failure.
pub(crate) fn say(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}
