//! `nabat openapi`: the description of the API, from which the browser's types are made.

use std::process::ExitCode;

use super::say;

/// Arguments of `nabat openapi`: none.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Prints it.
pub(crate) fn run(_args: &Args) -> anyhow::Result<ExitCode> {
    say(nabat_web::openapi()?.trim_end());
    Ok(ExitCode::SUCCESS)
}
