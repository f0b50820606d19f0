//! Before it burns: topics, sources, files.

pub mod imports;
pub mod sources;
pub mod topics;
