//! Before it burns: topics and their queries, sources, files.

pub mod imports;
pub mod parts;
pub mod precision;
pub mod queries;
pub mod sources;
pub mod topics;
