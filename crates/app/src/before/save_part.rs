//! Named parts of queries, `$name`: written once, used by many topics.

use jiff::Timestamp;
use nabat_crisis::id::TopicId;
use nabat_crisis::person::Actor;

use crate::{App, Refused, Result};

/// A named part with who uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartView {
    /// Its name, without `$`.
    pub name: String,
    /// Its query.
    pub query: String,
    /// When it was last changed.
    pub at: Timestamp,
    /// Who changed it.
    pub by: Actor,
    /// That person's name.
    pub by_name: Option<String>,
    /// Why it was last changed.
    pub why: String,
    /// Topics that use it, also through other parts.
    pub used_by: Vec<TopicId>,
    /// Parts that name it themselves.
    pub used_by_parts: Vec<String>,
}

impl App {
    /// All named parts.
    pub async fn query_parts(&self) -> Result<Vec<PartView>> {
        Ok(Vec::new())
    }

    /// Makes or changes a part.
    pub async fn save_part(
        &self,
        _name: String,
        _query: String,
        _why: String,
        _by: Actor,
    ) -> Result<PartView> {
        Err(Refused::NotFound)
    }

    /// Deletes a part that nothing uses.
    pub async fn delete_part(&self, _name: String, _by: Actor) -> Result<()> {
        Err(Refused::NotFound)
    }
}
