//! `nabat import --replay`: a file played in its own time through the live path.

use std::fs::File;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use nabat_app::crisis::post::{PostEvent, Refusal};
use nabat_app::crisis::source::SourceKind;
use nabat_app::news::News;
use nabat_app::work::drive_world::{Recorded, drive, event_time};
use nabat_app::{App, Clock};
use nabat_connectors::files::{FileReader, Format};

use super::incidents::report_incidents;
use super::{ensure_topics, say};
use crate::serving;

/// Most records of a replay: they are sorted in memory, since files come in any order.
const RECORDS_MAX: usize = 2_000_000;
/// World time played after the last post, so that its hour is judged.
const TAIL_MINUTES: i64 = 65;

/// Plays a file; without an address it ends with the file, with one it goes on serving what it found.
pub(crate) async fn run(
    file: &Path,
    format: Option<Format>,
    speed: f64,
    listen: Option<&str>,
    folder: &Path,
) -> anyhow::Result<ExitCode> {
    let records = read(file, format)?;
    let Some(first) = records.iter().find_map(|record| record.as_ref().ok()).map(event_time) else {
        anyhow::bail!("`{}` holds no post that can be played", file.display());
    };
    let last =
        records.iter().filter_map(|record| record.as_ref().ok()).map(event_time).max().unwrap_or(first);
    let start = first.saturating_sub(SignedDuration::from_mins(1))?;
    let app = App::open(folder, Clock::driven(start, speed), false).await?;
    ensure_topics(&app)?;
    let source = app.built_in_source(SourceKind::Replay, "Replay").await?.id;
    say(&format!(
        "Playing {} records of {} from {first} to {last}, {speed} times faster than life.",
        records.len(),
        file.display()
    ));
    let told = tokio::spawn(tell(app.clone()));
    let playing = app.clone();
    let keeps_serving = listen.is_some();
    let played = async move {
        drive(&playing, source, Recorded::new(records.into_iter())).await?;
        let end = last.saturating_add(SignedDuration::from_mins(TAIL_MINUTES))?;
        playing.clock.advance_to(end);
        nabat_app::work::watch_time::round(&playing).await?;
        report_incidents(&playing).await?;
        if keeps_serving {
            say("The file is played. Ctrl+C stops.");
            std::future::pending::<()>().await;
        }
        anyhow::Ok(())
    };
    match listen {
        Some(listen) => {
            let door = serving::bind(listen).await?;
            say(&format!("Open http://{} in your browser; Ctrl+C stops.", door.address));
            serving::serve(app, door, played).await?;
        }
        None => {
            played.await?;
            app.store.checkpoint().await?;
        }
    }
    told.abort();
    Ok(ExitCode::SUCCESS)
}

/// All records, in order of their time.
fn read(path: &Path, format: Option<Format>) -> anyhow::Result<Vec<Result<PostEvent, Refusal>>> {
    let file = File::open(path).with_context(|| format!("failed to open `{}`", path.display()))?;
    let reader = FileReader::open(file, &path.display().to_string(), format, Timestamp::now())
        .with_context(|| format!("failed to read `{}`", path.display()))?;
    let mut records = Vec::new();
    for record in reader {
        let record = record.with_context(|| format!("failed to read `{}`", path.display()))?;
        records.push(record.outcome);
        anyhow::ensure!(
            records.len() <= RECORDS_MAX,
            "`{}` holds more than {RECORDS_MAX} records: split it to play it",
            path.display()
        );
    }
    // Refused records have no time; they come first, and are counted as such.
    records.sort_by_key(|record| record.as_ref().map_or(Timestamp::MIN, event_time));
    Ok(records)
}

/// Says on the terminal what rings, while the file is played.
async fn tell(app: App) {
    let mut heard = app.news.listen();
    while let Ok(news) = heard.recv().await {
        let News::Alert(id) = news else { continue };
        if let Ok(Some(view)) = app.alert_view(id).await {
            let about = view.incident.map(|incident| {
                format!(
                    "incident #{} {}: {} mentions in the hour",
                    incident.incident.id, incident.topic_name, incident.incident.n_told
                )
            });
            let about = about
                .or_else(|| view.source.map(|source| format!("source {}", source.name)))
                .unwrap_or_default();
            say(&format!("{}  {:<9} {about}", view.alert.said.at, view.alert.said.reason.name()));
        }
    }
}
