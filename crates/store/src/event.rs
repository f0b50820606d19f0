//! Events as they are kept: everything that was told about posts and accounts, with its raw bytes, once each.

use nabat_crisis::id::{MentionId, SourceId};
use nabat_crisis::post::{Change, Engagement, Item, PostEvent, Raw};

use crate::content;
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{broken, count, count_opt, network, ns, signed_opt, time};

/// A kept event.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvent {
    /// Its place in the order of arrival, from 1.
    pub seq: i64,
    /// The mention it is about; `None` for accounts and sources.
    pub mention: Option<MentionId>,
    /// Where it came from.
    pub source: SourceId,
    /// What was told, equal to what was committed.
    pub event: PostEvent,
}

/// Length of what makes an event unlike the others of its mention: a letter for its kind and sixteen bytes.
pub(crate) const MARK_BYTES: usize = 17;
/// See [`MARK_BYTES`].
pub(crate) type Mark = [u8; MARK_BYTES];

/// An event to be kept.
pub(crate) struct NewEvent<'a> {
    pub(crate) seq: i64,
    pub(crate) mention: Option<MentionId>,
    pub(crate) source: SourceId,
    /// Whether it is not the first of its mention.
    pub(crate) further: bool,
    pub(crate) mark: &'a Mark,
    /// See [`crate::content`]; the accounts and spans of other events.
    pub(crate) content: Option<&'a str>,
    pub(crate) event: &'a PostEvent,
}

impl Store {
    /// Everything kept about a mention, in order of arrival. Its versions are the events that carry an item.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn mention_events(&self, id: MentionId) -> Result<Vec<StoredEvent>, StoreError> {
        self.read(move |tx| of_mention(tx, id)).await
    }
}

/// The item an event carries.
pub(crate) fn item_of(change: &Change) -> Option<&Item> {
    match change {
        Change::Created(item) | Change::Revised(item) => Some(item),
        Change::Deleted { .. }
        | Change::Restored { .. }
        | Change::Metrics { .. }
        | Change::Audience { .. }
        | Change::Gap { .. } => None,
    }
}

/// The columns that [`read`] takes, of `event e LEFT JOIN mention m`.
pub(crate) const COLUMNS: &str = "e.seq, e.mention, e.source, e.kind, e.at, e.observed_at, e.likes, e.reposts, e.replies, \
     e.views, e.followers, e.content, e.sha256, e.raw, m.uid";

/// Keeps an event.
pub(crate) fn insert(tx: &Tx<'_>, new: &NewEvent<'_>) -> Result<(), StoreError> {
    let (at, engagement, followers) = columns_of(&new.event.change);
    let sql = "INSERT INTO event (seq, mention, source, kind, at, observed_at, likes, reposts, replies, views, followers, \
               further, mark, content, sha256, raw) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
    tx.run(
        sql,
        params![
            new.seq,
            new.mention.map(|id| id.0),
            new.source.0,
            new.event.change.name(),
            at,
            ns(new.event.observed_at),
            signed_opt(engagement.likes),
            signed_opt(engagement.reposts),
            signed_opt(engagement.replies),
            signed_opt(engagement.views),
            signed_opt(followers),
            new.further,
            new.mark.as_slice(),
            new.content,
            new.event.raw.sha256.as_slice(),
            new.event.raw.bytes,
        ],
    )?;
    Ok(())
}

/// The event's own time, engagement and followers.
fn columns_of(change: &Change) -> (i64, Engagement, Option<u64>) {
    let none = Engagement::default();
    match change {
        Change::Created(item) | Change::Revised(item) => {
            (ns(item.published_at), item.engagement, item.author.followers)
        }
        Change::Deleted { at, .. } | Change::Restored { at, .. } => (ns(*at), none, None),
        Change::Metrics { at, engagement, .. } => (ns(*at), *engagement, None),
        Change::Audience { at, followers, .. } => (ns(*at), none, Some(*followers)),
        Change::Gap { from, .. } => (ns(*from), none, None),
    }
}

/// What stands in `content` for events that are not about an item's content.
pub(crate) fn other_content(change: &Change) -> Result<Option<String>, StoreError> {
    let written = match change {
        Change::Audience { network, account, .. } => serde_json::to_string(&(network.as_str(), account)),
        Change::Gap { network, until, reason, .. } => {
            serde_json::to_string(&(network.as_str(), ns(*until), reason))
        }
        Change::Created(_)
        | Change::Revised(_)
        | Change::Deleted { .. }
        | Change::Restored { .. }
        | Change::Metrics { .. } => return Ok(None),
    };
    written.map(Some).map_err(|_| broken("an event cannot be written as JSON"))
}

/// Reads an event from [`COLUMNS`].
pub(crate) fn read(row: &Row<'_>) -> Result<StoredEvent, StoreError> {
    let kind: String = row.get(3)?;
    let at = time(row.get(4)?);
    let engagement = engagement(row, 6)?;
    let followers = count_opt(row.get(10)?);
    let text: Option<String> = row.get(11)?;
    let uid = || content::read_uid(&row.get::<_, String>(14)?);
    let item = || {
        let text = text.as_deref().ok_or_else(|| broken("an event has no content"))?;
        content::read(uid()?, text, engagement, followers).map(Box::new)
    };
    let change = match kind.as_str() {
        "created" => Change::Created(item()?),
        "revised" => Change::Revised(item()?),
        "deleted" => Change::Deleted { uid: uid()?, at },
        "restored" => Change::Restored { uid: uid()?, at },
        "metrics" => Change::Metrics { uid: uid()?, at, engagement },
        "audience" => {
            let (name, account): (String, Box<str>) = other(text.as_deref())?;
            Change::Audience { network: network(&name)?, account, at, followers: followers.unwrap_or(0) }
        }
        "gap" => {
            let (name, until, reason): (String, i64, Box<str>) = other(text.as_deref())?;
            Change::Gap { network: network(&name)?, from: at, until: time(until), reason }
        }
        _ => return Err(broken("an event is of unknown kind")),
    };
    let sha256: Vec<u8> = row.get(12)?;
    let sha256 = sha256.try_into().map_err(|_| broken("a hash has another length"))?;
    Ok(StoredEvent {
        seq: row.get(0)?,
        mention: row.get::<_, Option<i64>>(1)?.map(MentionId),
        source: SourceId(row.get(2)?),
        event: PostEvent { observed_at: time(row.get(5)?), change, raw: Raw { bytes: row.get(13)?, sha256 } },
    })
}

/// Likes, reposts, replies and views from four columns.
pub(crate) fn engagement(row: &Row<'_>, first: usize) -> Result<Engagement, StoreError> {
    Ok(Engagement {
        likes: row.get::<_, Option<i64>>(first)?.map(count),
        reposts: row.get::<_, Option<i64>>(first + 1)?.map(count),
        replies: row.get::<_, Option<i64>>(first + 2)?.map(count),
        views: row.get::<_, Option<i64>>(first + 3)?.map(count),
    })
}

fn other<'a, T: serde::Deserialize<'a>>(text: Option<&'a str>) -> Result<T, StoreError> {
    text.and_then(|text| serde_json::from_str(text).ok())
        .ok_or_else(|| broken("an event's content is not readable"))
}

/// The engagement an event of a mention was kept with, if an event of this mark is kept.
pub(crate) fn kept(
    tx: &Tx<'_>,
    id: MentionId,
    first_seq: i64,
    mark: &Mark,
) -> Result<Option<Engagement>, StoreError> {
    let first = "SELECT likes, reposts, replies, views FROM event WHERE seq = ?1 AND mark = ?2";
    let first = tx.one(first, params![first_seq, mark.as_slice()], |row| engagement(row, 0))?;
    if first.is_some() {
        return Ok(first);
    }
    let further =
        "SELECT likes, reposts, replies, views FROM event WHERE mention = ?1 AND mark = ?2 AND further = 1";
    tx.one(further, params![id.0, mark.as_slice()], |row| engagement(row, 0))
}

/// Whether an event about an account or a source is kept.
pub(crate) fn other_kept(tx: &Tx<'_>, mark: &Mark) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM event WHERE mark = ?1 AND mention IS NULL";
    Ok(tx.one(sql, [mark.as_slice()], |_| Ok(()))?.is_some())
}

/// The number the next event gets.
pub(crate) fn next_seq(tx: &Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx.one("SELECT coalesce(max(seq), 0) + 1 FROM event", [], |row| Ok(row.get(0)?))?.unwrap_or(1))
}

fn of_mention(tx: &Tx<'_>, id: MentionId) -> Result<Vec<StoredEvent>, StoreError> {
    let first =
        format!("SELECT {COLUMNS} FROM mention m JOIN event e ON e.seq = m.first_seq WHERE m.id = ?1");
    let further = format!(
        "SELECT {COLUMNS} FROM event e JOIN mention m ON m.id = e.mention WHERE e.mention = ?1 AND e.further = 1"
    );
    let mut events = tx.all(&first, [id.0], read)?;
    events.extend(tx.all(&further, [id.0], read)?);
    events.sort_by_key(|event| event.seq);
    Ok(events)
}
