//! What is different from language to language, one folder each.

pub mod ru;
