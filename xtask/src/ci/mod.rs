//! All of CI: if it passes here, it passes there.
//!
//! To add a step: write its function and add one line to [`ALL`]. A step whose need has failed is not run and counts as failed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::run::{heard, shown};
use crate::tidy;

mod counts;
pub(crate) mod types;

use counts::Counts;

/// One step of CI.
struct Step {
    name: &'static str,
    /// Steps that must have passed before.
    needs: &'static [&'static str],
    run: fn(&Path) -> Result<Done>,
}

/// How a step ended.
struct Done {
    ok: bool,
    counts: Counts,
}

/// All steps, in the order they run: what fails fastest comes first, and the browser app before the server that embeds it.
const ALL: [Step; 10] = [
    Step { name: "format", needs: &[], run: |root| plain(root, "cargo", &["fmt", "--all", "--check"]) },
    Step { name: "tidy", needs: &[], run: |root| tidy::tell(root).map(Done::from) },
    Step { name: "browser packages", needs: &[], run: browser_packages },
    Step { name: "browser check", needs: &["browser packages"], run: |root| npm(root, "check") },
    Step { name: "browser build", needs: &["browser packages"], run: |root| npm(root, "build") },
    Step { name: "lints", needs: &[], run: lints },
    Step { name: "build", needs: &[], run: build },
    Step {
        name: "API types",
        needs: &["build", "browser packages"],
        run: |root| types::fresh(root).map(Done::from),
    },
    Step { name: "tests", needs: &[], run: tests },
    Step { name: "browser tests", needs: &["build", "browser build"], run: browser_tests },
];

/// Runs all steps, prints a table and the counts of tests. Returns whether everything passed.
pub(crate) fn all(root: &Path) -> Result<bool> {
    let mut table = Vec::new();
    let mut total = Counts::default();
    for step in ALL {
        let started = Instant::now();
        println!("\n── {}", step.name);
        let failed_need =
            step.needs.iter().find(|need| table.iter().any(|(name, ok, _, _)| name == *need && !ok));
        let (done, words) = match failed_need {
            Some(need) => (Done::from(false), format!("not run: `{need}` failed")),
            None => match (step.run)(root) {
                Ok(done) if done.ok => (done, "passed".to_owned()),
                Ok(done) => (done, "FAILED".to_owned()),
                Err(error) => (Done::from(false), format!("FAILED: {error:#}")),
            },
        };
        total = total.plus(done.counts);
        table.push((step.name, done.ok, started.elapsed(), words));
    }
    println!();
    for (name, _, time, words) in &table {
        println!("{name:<18} {:>7.1} s  {words}", time.as_secs_f64());
    }
    let ok = table.iter().all(|(_, ok, _, _)| *ok);
    println!("\n{} passed, {} failed", total.n_passed, total.n_failed);
    Ok(ok && total.n_failed == 0)
}

impl From<bool> for Done {
    fn from(ok: bool) -> Self {
        Self { ok, counts: Counts::default() }
    }
}

/// The folder that cargo builds into.
pub(crate) fn target_folder(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

fn plain(root: &Path, program: &str, arguments: &[&str]) -> Result<Done> {
    shown(root, program, arguments).map(Done::from)
}

fn npm(root: &Path, script: &str) -> Result<Done> {
    plain(&root.join("ui"), "npm", &["run", "--silent", script])
}

fn lints(root: &Path) -> Result<Done> {
    plain(root, "cargo", &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

/// With `--workspace`, so that the dependencies are built with the same features as for the tests, and only once.
fn build(root: &Path) -> Result<Done> {
    plain(root, "cargo", &["build", "--quiet", "--workspace", "--bin", "nabat"])
}

/// Installs what the lock file names, unless that has been done since the lock file changed.
fn browser_packages(root: &Path) -> Result<Done> {
    let changed =
        |path: &str| fs::metadata(root.join("ui").join(path)).and_then(|metadata| metadata.modified());
    let locked = changed("package-lock.json").context("failed to find `ui/package-lock.json`")?;
    if changed("node_modules/.package-lock.json").is_ok_and(|installed| installed >= locked) {
        println!("ui/node_modules is as the lock file wants it");
        return Ok(Done::from(true));
    }
    plain(&root.join("ui"), "npm", &["ci"])
}

fn tests(root: &Path) -> Result<Done> {
    let heard = heard(root, "cargo", &["test", "--workspace", "--no-fail-fast"])?;
    Ok(Done { ok: heard.ok, counts: counts::of_cargo(&heard.text).or_one_failed(heard.ok) })
}

fn browser_tests(root: &Path) -> Result<Done> {
    let heard = heard(&root.join("ui"), "npm", &["run", "--silent", "e2e"])?;
    Ok(Done { ok: heard.ok, counts: counts::of_playwright(&heard.text).or_one_failed(heard.ok) })
}
