//! What is different from language to language, one folder each.

pub mod en;
pub mod pl;
pub mod ru;
