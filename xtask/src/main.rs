//! The house's own tools: `cargo xtask ci | tidy | types | measure`.

#![expect(clippy::print_stdout, reason = "a command-line tool talks on its standard output")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

mod ci;
mod run;
mod tidy;
mod tree;

const HELP: &str =
    "cargo xtask ci        everything CI does: format, lints, tidy, types, words, tests, browser tests
cargo xtask tidy      the layout of the house: edges between crates, module docs, locale keys, text hygiene
cargo xtask types     writes ui/src/api/schema.d.ts from the server's description of its API
cargo xtask measure   speeds and sizes of the release build; `cargo xtask measure help` lists them";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command. Returns whether all is well.
fn command(arguments: &[String]) -> Result<bool> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["ci"] => ci::all(&root()?),
        ["tidy"] => tidy::tell(&root()?),
        ["types"] => ci::types::write(&root()?),
        ["measure", rest @ ..] => measure(&root()?, rest),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(true)
        }
        _ => {
            eprintln!("{HELP}");
            Ok(false)
        }
    }
}

/// Hands over to the measuring bench, which is a binary of its own because it compiles the simulator.
/// It and the product are built by one command, so that they share their dependencies.
fn measure(root: &Path, arguments: &[&str]) -> Result<bool> {
    const BUILD: [&str; 7] = ["build", "--quiet", "--release", "--bin", "measure", "--bin", "nabat"];
    if !run::shown(root, "cargo", &BUILD)? {
        return Ok(false);
    }
    let bench = ci::target_folder(root).join("release/measure");
    run::shown(root, &bench.to_string_lossy(), arguments)
}

/// The folder of the workspace: the parent of this package. Cargo says at run time where that is, and only then:
/// two checkouts that build into one folder share this program.
fn root() -> Result<PathBuf> {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").context("run this as `cargo xtask`")?;
    let parent = Path::new(&package).parent().map(Path::to_path_buf);
    parent.context("the folder of xtask has no parent: is it in a workspace?")
}
