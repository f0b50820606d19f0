//! Mentions: stored posts that matched, each in the version to be shown.

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::mention::Mention;
use nabat_crisis::post::{Engagement, Item, ItemUid};

use crate::content;
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::event;
use crate::page::{PAGE_MAX, bounded, rows};
use crate::place;
use crate::stored::{broken, count_opt, ns, signed_opt, small, time, time_opt};

impl Store {
    /// A mention by its number.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn mention(&self, id: MentionId) -> Result<Option<Mention>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// The mention of an item, if the item is stored.
    ///
    /// # Errors
    /// As [`Store::mention`].
    pub async fn mention_by_uid(&self, uid: ItemUid) -> Result<Option<Mention>, StoreError> {
        self.read(move |tx| match known(tx, &uid.as_text())? {
            Some(known) => find(tx, known.id),
            None => Ok(None),
        })
        .await
    }

    /// Mentions by their numbers, in the given order; unknown numbers are left out.
    ///
    /// # Errors
    /// As [`Store::mention`].
    pub async fn mentions_by_id(&self, mut ids: Vec<MentionId>) -> Result<Vec<Mention>, StoreError> {
        ids.truncate(PAGE_MAX);
        self.read(move |tx| find_all(tx, &ids)).await
    }

    /// The stored mentions of the thread an item belongs to, oldest first, its first item included.
    ///
    /// # Errors
    /// As [`Store::mention`].
    pub async fn mentions_in_thread(&self, uid: ItemUid, limit: usize) -> Result<Vec<Mention>, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        self.read(move |tx| {
            let uid = uid.as_text();
            let root = thread_of(tx, &uid)?.unwrap_or(uid);
            let mut ids: Vec<_> = known(tx, &root)?.map(|known| known.id).into_iter().collect();
            ids.extend(thread_members(tx, &root, limit)?);
            ids.truncate(limit);
            find_all(tx, &ids)
        })
        .await
    }
}

/// What the intake needs to know of a stored mention.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) id: MentionId,
    pub(crate) place: i64,
    /// In rising order.
    pub(crate) topics: Vec<i64>,
    pub(crate) lang: Option<String>,
    pub(crate) published_at: Timestamp,
    pub(crate) first_seq: i64,
    /// What the shown version is chosen by: time of the version, then when it was observed.
    pub(crate) version: (i64, i64),
    pub(crate) engagement: Engagement,
    pub(crate) engaged_at: i64,
    pub(crate) fate_at: Option<i64>,
}

/// A stored mention by `network:key`.
pub(crate) fn known(tx: &Tx<'_>, uid: &str) -> Result<Option<Known>, StoreError> {
    let sql = "SELECT id, place, topics, lang, published_at, first_seq, version_at, version_observed_at, engaged_at, fate_at, \
               likes, reposts, replies, views FROM mention WHERE uid = ?1";
    tx.one(sql, [uid], read_known)
}

/// A stored mention by its number, with its uid.
pub(crate) fn known_by_id(tx: &Tx<'_>, id: MentionId) -> Result<Option<(Known, String)>, StoreError> {
    let sql = "SELECT id, place, topics, lang, published_at, first_seq, version_at, version_observed_at, engaged_at, fate_at, \
               likes, reposts, replies, views, uid FROM mention WHERE id = ?1";
    tx.one(sql, [id.0], |row| Ok((read_known(row)?, row.get(14)?)))
}

fn read_known(row: &Row<'_>) -> Result<Known, StoreError> {
    Ok(Known {
        id: MentionId(row.get(0)?),
        place: row.get(1)?,
        topics: read_topics(&row.get::<_, String>(2)?)?,
        lang: row.get(3)?,
        published_at: time(row.get(4)?),
        first_seq: row.get(5)?,
        version: (row.get(6)?, row.get(7)?),
        engaged_at: row.get(8)?,
        fate_at: row.get(9)?,
        engagement: event::engagement(row, 10)?,
    })
}

/// Topics in their column: numbers with commas between them.
pub(crate) fn write_topics(topics: &[i64]) -> String {
    topics.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

/// See [`write_topics`].
pub(crate) fn read_topics(column: &str) -> Result<Vec<i64>, StoreError> {
    let numbers: Result<_, _> = column.split(',').filter(|part| !part.is_empty()).map(str::parse).collect();
    numbers.map_err(|_| broken("a mention's topics are not numbers"))
}

/// The number the next mention gets. Mentions are never removed, so it also says how many there are.
pub(crate) fn next_id(tx: &Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx.one("SELECT coalesce(max(id), 0) + 1 FROM mention", [], |row| Ok(row.get(0)?))?.unwrap_or(1))
}

/// A mention seen for the first time.
pub(crate) struct NewMention<'a> {
    pub(crate) id: MentionId,
    pub(crate) place: i64,
    pub(crate) uid: &'a str,
    pub(crate) topics: &'a [i64],
    pub(crate) seq: i64,
    pub(crate) observed_at: Timestamp,
    pub(crate) item: &'a Item,
}

/// Stores a mention.
pub(crate) fn insert(tx: &Tx<'_>, new: &NewMention<'_>) -> Result<(), StoreError> {
    let item = new.item;
    let observed_at = ns(new.observed_at);
    let sql = "INSERT INTO mention (id, place, uid, thread, topics, lang, author, followers, published_at, observed_at, \
               first_seq, version_seq, version_at, version_observed_at, likes, reposts, replies, views, engaged_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, ?10, ?13, ?14, ?15, ?16, ?10)";
    tx.run(
        sql,
        params![
            new.id.0,
            new.place,
            new.uid,
            thread(item),
            write_topics(new.topics),
            item.lang,
            item.author.key(),
            signed_opt(item.author.followers),
            ns(item.published_at),
            observed_at,
            new.seq,
            ns(item.edited_at.unwrap_or(item.published_at)),
            signed_opt(item.engagement.likes),
            signed_opt(item.engagement.reposts),
            signed_opt(item.engagement.replies),
            signed_opt(item.engagement.views),
        ],
    )?;
    Ok(())
}

/// The first item of the thread an item belongs to, unless it is the item itself.
fn thread(item: &Item) -> Option<String> {
    let first = item.root.as_deref().or(item.parent.as_deref())?;
    (first != &*item.uid.key).then(|| format!("{}:{first}", item.uid.network))
}

/// Counts one more version.
pub(crate) fn count_version(tx: &Tx<'_>, id: MentionId) -> Result<(), StoreError> {
    tx.run("UPDATE mention SET n_versions = n_versions + 1 WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Shows another version from now on.
pub(crate) fn show_version(
    tx: &Tx<'_>,
    id: MentionId,
    seq: i64,
    version: (i64, i64),
    item: &Item,
) -> Result<(), StoreError> {
    let sql = "UPDATE mention SET version_seq = ?2, version_at = ?3, version_observed_at = ?4, thread = ?5, lang = ?6, \
               author = ?7, followers = ?8 WHERE id = ?1";
    let followers = signed_opt(item.author.followers);
    tx.run(
        sql,
        params![id.0, seq, version.0, version.1, thread(item), item.lang, item.author.key(), followers],
    )?;
    Ok(())
}

/// Takes a newer count of engagement; what it does not tell stays as it was.
pub(crate) fn engage(tx: &Tx<'_>, known: &Known, at: i64, new: Engagement) -> Result<(), StoreError> {
    if at < known.engaged_at || new == Engagement::default() {
        return Ok(());
    }
    let old = known.engagement;
    let sql = "UPDATE mention SET likes = ?2, reposts = ?3, replies = ?4, views = ?5, engaged_at = ?6 WHERE id = ?1";
    tx.run(
        sql,
        params![
            known.id.0,
            signed_opt(new.likes.or(old.likes)),
            signed_opt(new.reposts.or(old.reposts)),
            signed_opt(new.replies.or(old.replies)),
            signed_opt(new.views.or(old.views)),
            at,
        ],
    )?;
    Ok(())
}

/// Notes that an item is gone, or back, unless something later is known.
pub(crate) fn set_fate(tx: &Tx<'_>, known: &Known, at: i64, gone: bool) -> Result<(), StoreError> {
    if known.fate_at.is_some_and(|latest| at < latest) {
        return Ok(());
    }
    let sql = "UPDATE mention SET deleted_at = ?2, fate_at = ?3 WHERE id = ?1";
    tx.run(sql, params![known.id.0, gone.then_some(at), at])?;
    Ok(())
}

/// Writes the topics of a mention.
pub(crate) fn set_topics(tx: &Tx<'_>, id: MentionId, topics: &[i64]) -> Result<(), StoreError> {
    tx.run("UPDATE mention SET topics = ?2 WHERE id = ?1", params![id.0, write_topics(topics)])?;
    Ok(())
}

/// Notes that a mention matched a topic.
pub(crate) fn insert_match(tx: &Tx<'_>, topic: i64, place: i64) -> Result<(), StoreError> {
    tx.run("INSERT INTO matched (topic, place) VALUES (?1, ?2)", [topic, place])?;
    Ok(())
}

/// A mention as it is shown.
pub(crate) fn find(tx: &Tx<'_>, id: MentionId) -> Result<Option<Mention>, StoreError> {
    let sql = "SELECT m.id, m.uid, m.topics, m.observed_at, m.n_versions, m.deleted_at, m.likes, m.reposts, m.replies, \
               m.views, e.likes, e.reposts, e.replies, e.views, e.followers, e.content \
               FROM mention m JOIN event e ON e.seq = m.version_seq WHERE m.id = ?1";
    tx.one(sql, [id.0], |row| {
        let uid = content::read_uid(&row.get::<_, String>(1)?)?;
        let text: String = row.get(15)?;
        let item = content::read(uid, &text, event::engagement(row, 10)?, count_opt(row.get(14)?))?;
        Ok(Mention {
            id: MentionId(row.get(0)?),
            item,
            topics: read_topics(&row.get::<_, String>(2)?)?.into_iter().map(TopicId).collect(),
            observed_at: time(row.get(3)?),
            engagement: event::engagement(row, 6)?,
            n_versions: small(row.get(4)?),
            deleted_at: time_opt(row.get(5)?),
        })
    })
}

/// Mentions as they are shown, in the given order; unknown numbers are left out.
pub(crate) fn find_all(tx: &Tx<'_>, ids: &[MentionId]) -> Result<Vec<Mention>, StoreError> {
    ids.iter().filter_map(|id| find(tx, *id).transpose()).collect()
}

fn thread_of(tx: &Tx<'_>, uid: &str) -> Result<Option<String>, StoreError> {
    Ok(tx.one("SELECT thread FROM mention WHERE uid = ?1", [uid], |row| Ok(row.get(0)?))?.flatten())
}

fn thread_members(tx: &Tx<'_>, root: &str, limit: usize) -> Result<Vec<MentionId>, StoreError> {
    let sql = "SELECT place FROM mention WHERE thread = ?1 ORDER BY place LIMIT ?2";
    tx.all(sql, params![root, rows(limit)], |row| Ok(place::mention(row.get(0)?)))
}
