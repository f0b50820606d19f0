//! How soon a server serves, and what it holds while nothing happens.

use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;

use crate::bench::{Bench, Data};
use crate::sheet::{Goal, Sheet, percentile};

/// Starts of each kind; the slowest counts least, the middle one is told.
const N_STARTS: usize = 5;
/// After so long a start's own work is done.
const SETTLE: Duration = Duration::from_secs(3);

/// Starts on an empty store and on a full one.
pub(crate) fn measure(bench: &Bench, sheet: &mut Sheet) -> Result<()> {
    let empty = bench.empty("start")?;
    starts(bench, sheet, &empty, "an empty store", 0.5)?;
    let full = bench.full()?;
    starts(bench, sheet, &full, &format!("{} mentions", bench.n_mentions), 2.0)
}

fn starts(bench: &Bench, sheet: &mut Sheet, data: &Data, on: &str, seconds_max: f64) -> Result<()> {
    let mut seconds = Vec::new();
    for _ in 0..N_STARTS {
        seconds.push(bench.serve(data)?.start_seconds);
    }
    let name = format!("start to serving on {on}");
    sheet.note("start", &name, percentile(&mut seconds, 50), "s", Goal::AtMost(seconds_max));
    let server = bench.serve(data)?;
    sleep(SETTLE);
    let name = format!("idle memory on {on}");
    sheet.note("start", &name, server.memory()? / 1e6, "MB", Goal::AtMost(100.0));
    Ok(())
}
