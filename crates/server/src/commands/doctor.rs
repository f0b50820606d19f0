//! `nabat doctor`: everything that could keep Nabat from working here, looked at once, with what to do.

use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;
use nabat_store::{Store, StoreError};

use super::{Place, say};
use crate::config::Config;
use crate::serving;

/// Arguments of `nabat doctor`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

/// What one look found.
enum Finding {
    Good(String),
    Bad(String),
}

/// Looks, and says what it found; exit code 1 when something needs a hand.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    let folder = args.place.folder(config);
    let mut findings =
        vec![folder_writable(&folder), port_free(&config.listen).await, app_built(), zone_known()];
    findings.extend(store_state(&folder).await);
    let mut well = true;
    for finding in findings {
        match finding {
            Finding::Good(text) => say(&format!("ok    {text}")),
            Finding::Bad(text) => {
                well = false;
                say(&format!("look  {text}"));
            }
        }
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn folder_writable(folder: &Path) -> Finding {
    let tried = std::fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder).map(drop));
    match tried {
        Ok(()) => Finding::Good(format!("the data folder `{}` can be written", folder.display())),
        Err(error) => Finding::Bad(format!(
            "the data folder `{}` cannot be written ({error}): give this user the right, or another folder with --data",
            folder.display()
        )),
    }
}

async fn port_free(listen: &str) -> Finding {
    match serving::bind(listen).await {
        Ok(_) => Finding::Good(format!("the address {listen} is free")),
        Err(error) => Finding::Bad(format!("{error} (fine if that program is Nabat itself)")),
    }
}

fn app_built() -> Finding {
    if nabat_web::has_browser_app() {
        Finding::Good("the browser app is built in".into())
    } else {
        Finding::Bad(
            "this binary has no browser app, only the API: run `make build` where Node.js is installed"
                .into(),
        )
    }
}

fn zone_known() -> Finding {
    let zone = jiff::tz::TimeZone::system();
    Finding::Good(format!(
        "the clock shows {} ({})",
        Timestamp::now(),
        zone.iana_name().unwrap_or("zone without a name")
    ))
}

async fn store_state(folder: &Path) -> Vec<Finding> {
    let store = match Store::open_read_only(folder) {
        Ok(store) => store,
        Err(StoreError::NoStore { .. }) => {
            return vec![Finding::Good("there is no store yet: `nabat serve` makes one".into())];
        }
        Err(error) => return vec![Finding::Bad(error.to_string())],
    };
    let mut findings = Vec::new();
    match store.health().await {
        Ok(health) => findings.push(Finding::Good(format!(
            "the store has {} mentions in {} MB, version {}",
            health.n_mentions,
            health.db_bytes / 1_000_000,
            health.schema
        ))),
        Err(error) => findings.push(Finding::Bad(format!("the store does not answer: {error}"))),
    }
    let now = Timestamp::now();
    for source in store.sources().await.unwrap_or_default() {
        if let Some(trouble) = source.trouble(now) {
            let why = source.health.last_error.map(|error| format!(": {error}")).unwrap_or_default();
            findings.push(Finding::Bad(format!("the source `{}` is {}{why}", source.name, trouble.name())));
        }
    }
    findings
}
