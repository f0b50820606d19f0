//! `nabat import`: files of posts, of any size, with a report of what was refused and why.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use nabat_app::before::import_file::{Failure, Order};
use nabat_app::crisis::person::Actor;
use nabat_app::news::News;
use nabat_app::{App, Clock};
use nabat_connectors::files::Format;
use nabat_store::{Import, ImportState};

use super::incidents::report_incidents;
use super::{Place, ensure_topics, replay, say};
use crate::config::Config;

/// How often progress is shown.
const PROGRESS_EVERY: Duration = Duration::from_secs(1);
/// Samples of refused records shown.
const SAMPLES: usize = 5;

/// Arguments of `nabat import`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files to read; gzip is fine
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Format of the files [default: found out from each file]
    #[arg(long, value_name = "NAME")]
    format: Option<String>,
    /// Take them as history: fill charts and baselines, open no cases, ring nothing
    #[arg(long, conflicts_with = "replay")]
    history: bool,
    /// Play one file in its own time, so many times faster than life
    #[arg(long, value_name = "SPEED")]
    replay: Option<f64>,
    /// With --replay: serve the browser app meanwhile, and go on serving after the end
    #[arg(long, value_name = "ADDRESS", requires = "replay")]
    listen: Option<String>,
    #[command(flatten)]
    place: Place,
}

/// Imports or replays.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    let format = args.format.as_deref().map(known_format).transpose()?;
    let folder = args.place.folder(config);
    if let Some(speed) = args.replay {
        anyhow::ensure!(speed > 0.0, "--replay wants a speed above zero, such as 60");
        let [file] = args.files.as_slice() else { anyhow::bail!("--replay plays one file: give one") };
        return replay::run(file, format, speed, args.listen.as_deref(), &folder).await;
    }
    let app = App::open(&folder, Clock::machine(), false).await.context(
        "nothing was imported (beside a running server, upload files in the browser, under Sources)",
    )?;
    ensure_topics(&app)?;
    let mut all_read = true;
    for path in &args.files {
        let import = import(&app, path, format, args.history).await?;
        all_read &= import.state == ImportState::Finished;
        report(&app, &import).await?;
    }
    report_incidents(&app).await?;
    app.keep_learned(true).await?;
    app.store.checkpoint().await?;
    Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The format of that name.
pub(super) fn known_format(name: &str) -> anyhow::Result<Format> {
    Format::from_name(name).ok_or_else(|| {
        let names: Vec<_> = Format::all().map(Format::name).collect();
        anyhow::anyhow!("`{name}` is not a format: give one of {}", names.join(", "))
    })
}

async fn import(app: &App, path: &Path, format: Option<Format>, quiet: bool) -> anyhow::Result<Import> {
    let name = path
        .file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let order = Order { path: path.to_owned(), name, format, quiet };
    let mut heard = app.news.listen();
    let watching = app.clone();
    let progress = tokio::spawn(async move {
        let mut shown = Instant::now();
        while let Ok(news) = heard.recv().await {
            let News::Import(id) = news else { continue };
            if shown.elapsed() < PROGRESS_EVERY {
                continue;
            }
            shown = Instant::now();
            if let Ok(Some(import)) = watching.store.import(id).await {
                eprintln!(
                    "{}: {} read, {} stored, {} refused{}",
                    import.name,
                    import.n_accepted,
                    import.n_matched,
                    import.n_refused.values().sum::<u64>(),
                    percent(&import)
                );
            }
        }
    });
    let import = app.import_file(order, Actor::Nabat).await?;
    progress.abort();
    Ok(import)
}

fn percent(import: &Import) -> String {
    match import.n_bytes {
        Some(total) if total > 0 => format!(" ({} %)", import.n_bytes_done.saturating_mul(100) / total),
        _ => String::new(),
    }
}

async fn report(app: &App, import: &Import) -> anyhow::Result<()> {
    let format = if import.format.is_empty() { "unknown format" } else { &import.format };
    say(&format!("{} ({format})", import.name));
    say(&format!("  accepted   {:>10}", import.n_accepted));
    say(&format!("  stored     {:>10}  about a topic, and new", import.n_matched));
    say(&format!("  repeated   {:>10}  stored already", import.n_repeated));
    say(&format!("  unmatched  {:>10}  about no topic: counted, not stored", import.n_unmatched));
    say(&format!("  refused    {:>10}", import.n_refused.values().sum::<u64>()));
    for (reason, n) in &import.n_refused {
        say(&format!("    {:<14} {n:>6}", reason.name()));
    }
    for kept in app.store.import_refusals(import.id).await?.into_iter().take(SAMPLES) {
        let refusal = kept.refusal;
        say(&format!(
            "    at {}: {} ({}): {}",
            refusal.position,
            refusal.reason.name(),
            refusal.detail,
            shown(&refusal.sample)
        ));
    }
    if let ImportState::Failed { why } = &import.state {
        let failure = Failure::from_stored(why);
        say(&format!("  ended early: {}: {}", failure.code, failure.detail));
    }
    Ok(())
}

/// A sample for a terminal: one line, without characters that could move the cursor or turn the text.
fn shown(sample: &str) -> String {
    let line: String = sample
        .chars()
        .map(|c| {
            if c.is_control()
                || ('\u{2028}'..='\u{202e}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
            {
                ' '
            } else {
                c
            }
        })
        .collect();
    line.chars().take(120).collect()
}
