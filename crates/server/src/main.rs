//! The binary `nabat`: reads the settings, wires the rooms together, and runs a command.

mod commands;
mod config;
mod log;
mod serving;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let line = commands::Line::parse();
    match run(line) {
        Ok(code) => code,
        Err(error) => {
            // People at a terminal get one sentence a line: what happened, why, and mostly what to do.
            eprintln!("nabat: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  because: {cause}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(line: commands::Line) -> anyhow::Result<ExitCode> {
    let config = config::Config::read(line.config.as_deref())?;
    log::start(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(commands::run(line.command, config))
}
