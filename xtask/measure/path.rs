//! What a post costs on its whole way: JSONL in, parsed, matched, those that match stored durably.

use std::path::Path;

use anyhow::{Result, bail};

use crate::bench::{Bench, text};
use crate::process::taken;
use crate::sheet::{Goal, Sheet};
use crate::stream::{Posts, last_import, put_topics, queries};

/// Posts in the file: so many that starting the product and compiling its queries weighs little, and nothing is taken off for it.
const N_POSTS: u64 = 4_000_000;

/// The sets of queries, each with the share of posts that match and the goal, in microseconds of CPU for each post.
const SETS: [(&str, f64, f64); 2] = [("10k", 0.02, 1.6), ("100k", 0.05, 2.6)];

/// Imports a file of posts with each set of queries, by `nabat import` as people run it, and divides all CPU time of the process by the
/// number of posts. The file is taken as history, so that no detection is counted.
pub(crate) fn measure(dir: &Path, bench: &Bench, sheet: &mut Sheet) -> Result<()> {
    for (set, share, goal) in SETS {
        let data = bench.fresh(&format!("path-{set}"))?;
        put_topics(&data, queries(dir, set)?.iter().map(|query| query.text.as_str()))?;
        let file = bench.file(&format!("path-{set}.jsonl"));
        let posts = Posts::read(dir, set)?;
        let import = ["import", text(&file)?, "--format", "nabat", "--history", "--data", text(&data)?];
        posts.write(&file, 1, 0.0, None)?;
        let start = taken(bench.program(), &import)?;
        let n_matched = posts.write(&file, N_POSTS, share, None)?;
        let all = taken(bench.program(), &import)?;
        let report = last_import(&data)?;
        // The first post is the one of the short file.
        if report.n_accepted != N_POSTS || report.n_matched != n_matched {
            bail!(
                "{N_POSTS} posts were written of which {n_matched} match, {} were taken and {} stored",
                report.n_accepted,
                report.n_matched
            );
        }
        let per_post = |seconds: f64| seconds / N_POSTS as f64 * 1e6;
        sheet.note(
            "matching",
            &format!("path-us-{set}"),
            per_post(all.cpu_seconds),
            "us",
            Goal::AtMost(goal),
        );
        let name = format!("of path-us-{set}, to start and to compile the queries");
        sheet.note("matching", &name, per_post(start.cpu_seconds), "us", Goal::None);
        let name = format!("path-{set}, posts a second on this machine");
        sheet.note("matching", &name, N_POSTS as f64 / all.seconds, "1/s", Goal::None);
        std::fs::remove_file(&file).ok();
        std::fs::remove_dir_all(&data).ok();
    }
    Ok(())
}
