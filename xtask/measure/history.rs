//! How soon a new query has run over all stored posts.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::bench::{Bench, Data, text};
use crate::process::{printed, taken};
use crate::sheet::{Goal, Sheet};
use crate::stream::{Posts, put_topics, queries};

/// Posts the goal is stated for.
const N_GOAL: u64 = 10_000_000;
/// The goal, in seconds on two cores.
const SECONDS_MAX: f64 = 60.0;
/// Every post holds it, and the one topic that the store begins with asks for it.
const WORD: &str = "nabat";
/// How often the progress is asked for.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// A run that takes longer has failed.
const SECONDS_FAILED: u64 = 3_600;

/// Fills a store with posts, adds the query of the smallest set that finds most, and waits until it has run over all of them. With fewer
/// posts than the goal is stated for, the figure is scaled up, and its unit says so.
pub(crate) fn measure(dir: &Path, bench: &Bench, sheet: &mut Sheet) -> Result<()> {
    let n_posts = bench.n_mentions;
    let data = full(dir, bench, n_posts)?;
    let found = queries(dir, "1k")?.into_iter().max_by_key(|query| query.n_posts);
    let query = found.context("there are no queries")?.text;
    let server = bench.serve(&data)?;
    let (cpu_before, started) = (server.cpu_seconds()?, Instant::now());
    let body = json!({ "name": "New", "kind": "brand", "query": query });
    let topic = server.ask("POST", "/api/v1/topics", Some(&body))?.json().context("the query was refused")?;
    let page = format!("/api/v1/topics/{}", topic["id"]);
    while !server.ask("GET", &page, None)?.json()?["history"].is_null() {
        if started.elapsed() > Duration::from_secs(SECONDS_FAILED) {
            bail!("the query has not run over {n_posts} posts in {SECONDS_FAILED} seconds");
        }
        sleep(LOOK_EVERY);
    }
    let (seconds, cpu_seconds) = (started.elapsed().as_secs_f64(), server.cpu_seconds()? - cpu_before);
    let scaled = seconds * N_GOAL as f64 / n_posts as f64;
    let unit = if n_posts == N_GOAL { "s".to_owned() } else { format!("s (scaled from {n_posts} posts)") };
    sheet.note("matching", "history-s-10m", scaled, &unit, Goal::AtMost(SECONDS_MAX));
    let cpu_us = cpu_seconds / n_posts as f64 * 1e6;
    sheet.note("matching", "history, CPU for each stored post", cpu_us, "us", Goal::None);
    drop(server);
    if !bench.keeps() {
        std::fs::remove_dir_all(&data.folder).ok();
    }
    Ok(())
}

/// A data folder with so many posts. A kept one is used again.
fn full(dir: &Path, bench: &Bench, n_posts: u64) -> Result<Data> {
    let name = format!("history-{n_posts}");
    let note = bench.file(&format!("{name}.token"));
    if let Ok(token) = std::fs::read_to_string(&note) {
        return Ok(Data { folder: bench.file(&name), token });
    }
    let folder = bench.fresh(&name)?;
    put_topics(&folder, std::iter::once(WORD))?;
    let file = bench.file("history.jsonl");
    Posts::read(dir, "1k")?.write(&file, n_posts, 0.02, Some(WORD))?;
    taken(
        bench.program(),
        &["import", text(&file)?, "--format", "nabat", "--history", "--data", text(&folder)?],
    )?;
    std::fs::remove_file(&file).ok();
    let said = printed(bench.program(), &["token", "create", "measure", "--data", text(&folder)?])?;
    let token = said.split_whitespace().last().context("`nabat token create` printed no token")?.to_owned();
    if bench.keeps() {
        std::fs::write(&note, &token).context("failed to note the token")?;
    }
    Ok(Data { folder, token })
}
