//! Before it burns: topics and their queries, sources, files.

pub mod add_source;
pub mod import_file;
pub mod query;
pub mod save_topic;
