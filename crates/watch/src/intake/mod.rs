//! Foreign event → one we keep: believable dates, bounded and harmless text, and what the source left out filled in from the text.
//!
//! [`clean()`] is the only door: connectors give it what they read, and what it lets through may be stored and matched. What it changes is
//! still in the raw bytes of the event.

mod clean;
mod glance;
mod in_text;
mod language;
mod plain_text;
mod search;

pub use clean::{Refused, clean};
pub use glance::glance;
pub use in_text::Lists;
pub use language::language_code;
pub use search::{SEARCH_TERMS_MAX, search_terms, search_text};
