//! How fast ready posts become stored mentions, and in how much memory.

use anyhow::Result;

use crate::bench::Bench;
use crate::sheet::{Goal, Sheet};

/// Memory goals are in megabytes of a million bytes.
const MEGABYTE: f64 = 1_000_000.0;

/// Imports the full store's posts, and then one big file.
pub(crate) fn measure(bench: &Bench, sheet: &mut Sheet) -> Result<()> {
    let data = bench.with_topics("import")?;
    let posts = bench.posts("import.jsonl", bench.n_mentions)?;
    let taken = bench.import(&posts, &data)?;
    let n = posts.n_posts as f64;
    sheet.note("import", "mentions stored a second", n / taken.seconds, "1/s", Goal::AtLeast(20_000.0));
    sheet.note("import", "CPU for each mention", taken.cpu_seconds / n * 1e6, "us", Goal::None);
    sheet.note("import", "peak memory", taken.peak_bytes / MEGABYTE, "MB", Goal::AtMost(200.0));
    let kept = folder_bytes(&data.folder)?;
    sheet.note("import", "kept for each mention", kept / n, "bytes", Goal::None);
    std::fs::remove_file(&posts.path).ok();
    std::fs::remove_dir_all(&data.folder).ok();

    let data = bench.with_topics("import-big")?;
    let posts = bench.posts("import-big.jsonl", bench.n_posts_in_big_file()?)?;
    let taken = bench.import(&posts, &data)?;
    let name = format!("of a file of {:.0} MB", posts.n_bytes as f64 / MEGABYTE);
    sheet.note(
        "import",
        &format!("peak memory {name}"),
        taken.peak_bytes / MEGABYTE,
        "MB",
        Goal::AtMost(200.0),
    );
    let speed = posts.n_posts as f64 / taken.seconds;
    sheet.note("import", &format!("mentions stored a second {name}"), speed, "1/s", Goal::AtLeast(20_000.0));
    std::fs::remove_file(&posts.path).ok();
    std::fs::remove_dir_all(&data.folder).ok();
    Ok(())
}

/// Bytes of all files right in a folder.
fn folder_bytes(folder: &std::path::Path) -> Result<f64> {
    let mut n_bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        n_bytes += entry?.metadata()?.len();
    }
    Ok(n_bytes as f64)
}
