//! Logs: readable sentences with their values as fields, on standard error. Never secrets, never the words of posts.

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogFormat};

/// Starts logging as the settings say.
pub(crate) fn start(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::builder().parse(&config.log).with_context(|| {
        format!("the log setting `{}` cannot be used: give error, warn, info or debug", config.log)
    })?;
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match config.log_format {
        LogFormat::Text => logs.with_target(false).try_init(),
        LogFormat::Json => logs.json().try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("logging cannot start: {error}"))
}
