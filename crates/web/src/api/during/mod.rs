//! While it burns: radar, charts, mentions, cases, incidents, signals, export.

pub mod cases;
pub mod charts;
pub mod export;
pub mod incidents;
pub mod mentions;
pub mod radar;
pub mod signals;
