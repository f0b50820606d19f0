//! Before it burns: topics and their queries, sources, files.

pub mod add_source;
pub mod compare_queries;
mod derived;
pub mod import_file;
pub mod preview_query;
pub mod query;
pub mod sample_topic;
pub mod save_part;
pub mod save_topic;
pub mod translate_query;
pub mod try_query;
