//! Everything out again: posts with their whole history as neutral JSONL, and lists as CSV.

use jiff::Timestamp;
use nabat_connectors::files::neutral;
use nabat_crisis::id::TopicId;
use nabat_store::EventFilter;

use super::read_mentions::Filter;
use crate::{App, Result};

/// Events read at once.
const CHUNK: usize = 1_000;
/// Rows of a CSV read at once.
const ROWS: usize = 500;

/// Which posts to take out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span {
    /// Of one topic.
    pub topic: Option<TopicId>,
    /// Published from then on.
    pub from: Option<Timestamp>,
    /// Published before.
    pub until: Option<Timestamp>,
}

impl App {
    /// The next part of an export as neutral JSONL, and where to go on; `None` after the last.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn export_jsonl(&self, span: Span, after: i64) -> Result<(Vec<u8>, Option<i64>)> {
        let filter = EventFilter { topic: span.topic, from: span.from, until: span.until };
        let page = self.store.events_page(after, CHUNK, filter).await?;
        let mut lines = Vec::new();
        for stored in &page.events {
            neutral::write(&stored.event, &mut lines).map_err(anyhow::Error::from)?;
        }
        Ok((lines, page.next))
    }

    /// The next part of a list as CSV rows, and where to go on. The first part begins with the header.
    ///
    /// # Errors
    /// As [`App::mentions`].
    pub async fn export_csv(
        &self,
        filter: Filter,
        cursor: Option<String>,
    ) -> Result<(String, Option<String>)> {
        let mut rows = String::new();
        if cursor.is_none() {
            // The byte order mark makes spreadsheets read UTF-8; columns have the names that our own CSV import knows.
            rows.push_str("\u{feff}id,network,kind,published_at,author,text,url,lang,rating,likes,reposts,replies,views\r\n");
        }
        let page = self.mentions(filter, cursor, ROWS).await?;
        for view in &page.items {
            let item = &view.mention.item;
            let counted = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
            let engagement = view.mention.engagement;
            let cells = [
                item.uid.key.to_string(),
                item.uid.network.to_string(),
                item.kind.name().to_owned(),
                item.published_at.to_string(),
                item.author.shown().unwrap_or_default().to_owned(),
                item.text.clone(),
                item.permalink.as_deref().unwrap_or_default().to_owned(),
                item.lang.as_deref().unwrap_or_default().to_owned(),
                item.rating.map(|rating| rating.value.to_string()).unwrap_or_default(),
                counted(engagement.likes),
                counted(engagement.reposts),
                counted(engagement.replies),
                counted(engagement.views),
            ];
            rows.push_str(&cells.map(|cell| csv_cell(&cell)).join(","));
            rows.push_str("\r\n");
        }
        Ok((rows, page.next))
    }
}

/// A cell that a spreadsheet shows and never runs: text that begins like a formula gets an apostrophe (OWASP, CSV injection).
fn csv_cell(text: &str) -> String {
    let risky = text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']);
    let text = if risky { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_in_a_post_stays_text_in_a_spreadsheet() {
        assert_eq!(
            csv_cell("=HYPERLINK(\"https://zly.example\")"),
            "\"'=HYPERLINK(\"\"https://zly.example\"\")\""
        );
        for start in ["=1+1", "+7 900", "-1", "@SUM(A1)", "\t=1", "  =1"] {
            assert!(csv_cell(start).trim_matches('"').starts_with('\''), "{start}");
        }
        assert_eq!(csv_cell("Гречка, как всегда, «с сюрпризом»"), "\"Гречка, как всегда, «с сюрпризом»\"");
    }
}
