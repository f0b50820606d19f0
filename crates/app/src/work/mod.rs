//! What the clock makes the product do: loops that run beside the people.
//!
//! To add a job: one file with a function that does one round and returns, and one line in [`start`].

pub mod deliver_alerts;
pub mod drive_world;
pub mod poll_feeds;
pub mod rerun_history;
pub mod watch_time;

use std::time::Duration;

use tokio::task::JoinSet;

use crate::App;

/// Pause between two rounds of the loops when nothing wakes them.
const ROUND: Duration = Duration::from_secs(1);

/// The jobs that run while the product serves. Dropping the set stops them; each round is made of whole transactions.
pub fn start(app: &App) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    jobs.spawn(rounds(app.clone(), "watch the time", async |app| watch_time::round(app).await));
    jobs.spawn(rounds(app.clone(), "poll feeds", async |app| poll_feeds::round(app).await));
    jobs.spawn(rounds(app.clone(), "deliver alerts", async |app| deliver_alerts::round(app).await));
    jobs.spawn(rounds(app.clone(), "keep what was learned", async |app| app.keep_learned(false).await));
    let resumed = app.clone();
    jobs.spawn(async move {
        if let Err(error) = resumed.resume_reruns().await {
            tracing::error!(error = %chain(&error), "queries that have not run over all stored posts could not be read: they run at the next start");
        }
    });
    jobs
}

async fn rounds<F>(app: App, what: &'static str, round: F)
where
    F: AsyncFn(&App) -> crate::Result<()>,
{
    let mut failing = false;
    loop {
        match round(&app).await {
            Ok(()) => failing = false,
            // Said once per outage: a full disk at night must not fill the log as well.
            Err(error) if !failing => {
                failing = true;
                tracing::error!(job = what, error = %chain(&error), "a job failed and is tried again every second");
            }
            Err(_) => {}
        }
        let _ = tokio::time::timeout(ROUND, app.wake.notified()).await;
    }
}

/// An error with its causes, on one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |said, cause| format!("{said}: {cause}"))
}
