//! Processes of the product under measure: started, watched through `/proc`, stopped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::http::{Answer, ask};

/// How often a running process is looked at: often enough to see its last peak.
const LOOK_EVERY: Duration = Duration::from_millis(10);
/// Ticks a second in `/proc/*/stat`, fixed by the kernel's interface.
const TICKS_PER_SECOND: f64 = 100.0;
/// A start that takes longer has failed.
const START_SECONDS_MAX: u64 = 120;

/// Its log would stand between our lines.
const QUIET: [(&str, &str); 1] = [("NABAT_LOG", "warn")];

/// What a finished process took.
pub(crate) struct Taken {
    pub(crate) seconds: f64,
    pub(crate) cpu_seconds: f64,
    pub(crate) peak_bytes: f64,
}

/// Runs a command of the product to its end.
pub(crate) fn taken(program: &Path, arguments: &[&str]) -> Result<Taken> {
    let cpu_before = cpu_of_finished_children()?;
    let started = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .envs(QUIET)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("failed to start `{}`", program.display()))?;
    // Its progress would stand between our lines; its last line matters when it fails.
    let pipe = child.stderr.take().context("the process's standard error is not ours")?;
    let last_line = spawn(|| BufReader::new(pipe).lines().map_while(Result::ok).last());
    let mut peak_bytes = 0.0;
    let status = loop {
        peak_bytes = memory(child.id(), "VmHWM").unwrap_or(peak_bytes);
        match child.try_wait().context("failed to wait for the process")? {
            Some(status) => break status,
            None => sleep(LOOK_EVERY),
        }
    };
    let seconds = started.elapsed().as_secs_f64();
    if !status.success() {
        let last_line = last_line.join().ok().flatten().unwrap_or_default();
        bail!("`nabat {}` failed ({status}): {last_line}", arguments.join(" "));
    }
    Ok(Taken { seconds, cpu_seconds: cpu_of_finished_children()? - cpu_before, peak_bytes })
}

/// Runs a command of the product and gives what it printed.
pub(crate) fn printed(program: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .envs(QUIET)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("failed to start `{}`", program.display()))?;
    if !output.status.success() {
        bail!("`nabat {}` failed: {}", arguments.join(" "), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A running server. It is stopped when this is dropped.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
    token: String,
    /// Seconds from the start of the process to the first "ready".
    pub(crate) start_seconds: f64,
}

impl Server {
    /// Starts `nabat serve` on a free loopback port and waits until it says that it is ready.
    pub(crate) fn start(program: &Path, data: &Path, token: &str) -> Result<Self> {
        let started = Instant::now();
        let mut child = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .envs(QUIET)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("failed to start `{}`", program.display()))?;
        let pipe = child.stdout.take().context("the server's standard output is not ours")?;
        let mut lines = BufReader::new(pipe).lines();
        let found = lines.by_ref().map_while(Result::ok).find_map(|line| address_in(&line));
        // Somebody must go on reading, or the server would one day wait for us.
        spawn(move || lines.count());
        let Some(address) = found else {
            child.kill().ok();
            child.wait().ok();
            bail!("`nabat serve` ended without saying where it listens");
        };
        let mut server = Self { child, address, token: token.to_owned(), start_seconds: 0.0 };
        while !server.ask("GET", "/-/ready", None).is_ok_and(|answer| answer.status == 200) {
            if started.elapsed() > Duration::from_secs(START_SECONDS_MAX) {
                bail!("the server was not ready after {START_SECONDS_MAX} seconds");
            }
            sleep(Duration::from_millis(1));
        }
        server.start_seconds = started.elapsed().as_secs_f64();
        Ok(server)
    }

    /// Asks the API.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Answer> {
        ask(self.address, &self.token, method, path, body)
    }

    /// CPU time it has taken so far, in seconds.
    pub(crate) fn cpu_seconds(&self) -> Result<f64> {
        // User and system time are the 12th and 13th field after the name.
        cpu_in(&format!("/proc/{}/stat", self.child.id()), 11)
    }

    /// Memory it holds now, in bytes.
    pub(crate) fn memory(&self) -> Result<f64> {
        memory(self.child.id(), "VmRSS").context("failed to read the server's memory from /proc")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A graceful stop, as a person's: the store is closed well for the next measure.
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            self.child.kill().ok();
        }
        self.child.wait().ok();
    }
}

/// The loopback address in a line the server prints.
fn address_in(line: &str) -> Option<SocketAddr> {
    let rest = line.split("http://").nth(1)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':')).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// A memory figure of a process, in bytes.
fn memory(id: u32, name: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}

/// CPU time of all children that have ended, in seconds.
fn cpu_of_finished_children() -> Result<f64> {
    // Children's user and system time are the 14th and 15th field after the name.
    cpu_in("/proc/self/stat", 13)
}

/// The sum of two neighbouring fields of a `stat` file, in seconds; fields are counted from 0 after the name in brackets.
fn cpu_in(path: &str, first: usize) -> Result<f64> {
    let stat = fs::read_to_string(path).with_context(|| format!("failed to read {path}"))?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |idx: usize| fields.get(idx).and_then(|field| field.parse::<f64>().ok());
    let (one, other) =
        ticks(first).zip(ticks(first + 1)).with_context(|| format!("{path} has too few fields"))?;
    Ok((one + other) / TICKS_PER_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_the_server_prints() {
        let line = "Nabat listens on http://127.0.0.1:43117/ until Ctrl+C";
        assert_eq!(address_in(line), Some(([127, 0, 0, 1], 43_117).into()));
        assert_eq!(address_in("Starting"), None);
    }

    #[test]
    fn our_own_memory_can_be_read() {
        assert!(memory(std::process::id(), "VmRSS").unwrap() > 0.0);
        assert!(memory(std::process::id(), "VmHWM").unwrap() > 0.0);
    }
}
