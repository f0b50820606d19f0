//! Running other programs: shown as they go, heard where their words count.

use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow};

/// Longest text of a program that is kept, in bytes: the summaries we look for are short and stand among the last lines.
const HEARD_BYTES_MAX: usize = 32 * 1024 * 1024;

/// What a program did.
pub(crate) struct Heard {
    /// Whether it ended well.
    pub(crate) ok: bool,
    /// What it wrote on its standard output.
    pub(crate) text: String,
}

/// Runs a program whose words go straight to the screen. Returns whether it ended well.
pub(crate) fn shown(folder: &Path, program: &str, arguments: &[&str]) -> Result<bool> {
    let status = prepared(folder, program, arguments).status().map_err(|error| missing(program, error))?;
    Ok(status.success())
}

/// Runs a program, shows its standard output line by line and keeps it too.
pub(crate) fn heard(folder: &Path, program: &str, arguments: &[&str]) -> Result<Heard> {
    let mut child = prepared(folder, program, arguments)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| missing(program, error))?;
    let pipe = child.stdout.take().context("the program's standard output is not ours")?;
    let mut text = String::new();
    let mut reader = BufReader::new(pipe);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).with_context(|| format!("failed to read from `{program}`"))? > 0
    {
        let shown = String::from_utf8_lossy(&line);
        print!("{shown}");
        if text.len() + shown.len() <= HEARD_BYTES_MAX {
            text.push_str(&shown);
        }
        line.clear();
    }
    let status = child.wait().with_context(|| format!("failed to wait for `{program}`"))?;
    Ok(Heard { ok: status.success(), text })
}

/// Runs a program and keeps its standard output without showing it. A program that ends badly is an error.
pub(crate) fn kept(folder: &Path, program: &str, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = prepared(folder, program, arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .map_err(|error| missing(program, error))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        let words = String::from_utf8_lossy(&output.stderr);
        Err(anyhow!("`{program} {}` failed: {}", arguments.join(" "), words.trim()))
    }
}

/// Nothing may wait for a person here, so there is no standard input; colours would hide the summaries from us.
fn prepared(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).env("NO_COLOR", "1");
    command.env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
    command
}

fn missing(program: &str, error: std::io::Error) -> anyhow::Error {
    match (program, error.kind()) {
        ("npm" | "npx" | "node", ErrorKind::NotFound) => {
            anyhow!("`{program}` is not installed: install Node.js 20.19 or newer")
        }
        (_, ErrorKind::NotFound) => anyhow!("`{program}` is not installed or not in PATH"),
        _ => anyhow!("failed to start `{program}`: {error}"),
    }
}
