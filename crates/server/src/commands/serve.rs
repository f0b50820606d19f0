//! `nabat serve`: watch, and serve the browser app and the API.

use std::process::ExitCode;

use nabat_app::{App, Clock};

use super::{Place, say};
use crate::config::Config;
use crate::serving;

/// Arguments of `nabat serve`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Address and port [default: 127.0.0.1:8800]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    #[command(flatten)]
    place: Place,
}

/// Serves until it is told to stop.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    let folder = args.place.folder(config);
    let door = serving::bind(args.listen.as_deref().unwrap_or(&config.listen)).await?;
    let app = App::open(&folder, Clock::machine(), false).await?;
    app.resume_imports().await?;
    tracing::info!(data = %folder.display(), listen = %door.address, "Nabat watches");
    say(&format!("Nabat watches. Open http://{} in your browser; Ctrl+C stops.", door.address));
    serving::serve(app, door, std::future::pending()).await?;
    Ok(ExitCode::SUCCESS)
}
