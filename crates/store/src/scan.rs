//! Scans: stored posts as queries see them, handed one by one to the reader, for the re-run over history and for previews.
//!
//! Wanted: every stored post once, in the version that is shown, at the least cost; pages are not held up meanwhile.
//! Design: each batch packs its new posts into blocks (`view.rs`); a post that shows another version later is noted, and it and
//! what stands in no block are read from their events. So a block is never changed, and a store from before the blocks works.
//! A caller splits the numbers into ranges, each a job of some milliseconds, and may run as many at once as there are cores.

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::post::Item;

use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::page::BULK_MAX;
use crate::view::{self, Lists, Packer, Viewed};
use crate::{mention, place};

/// A block is closed when it is this long, in bytes: about two hundred posts.
const BLOCK_BYTES: usize = 60_000;
/// Posts that came in small batches are packed when there are so many.
const LOOSE_MAX: i64 = 256;
/// Most earlier posts that are packed with a batch: more of them are from before the blocks, and stay outside.
const PACKED_MAX: i64 = 1_024;

/// How far a scan of the newest posts came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    /// Posts looked at.
    pub n_scanned: u64,
    /// Whether these are all stored posts, or all since the wanted time.
    pub complete: bool,
}

impl Store {
    /// The number of the latest stored mention: all numbers from 1 to it are stored mentions.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn last_mention(&self) -> Result<Option<MentionId>, StoreError> {
        self.read(|tx| Ok(Some(MentionId(mention::next_id(tx)? - 1)).filter(|id| id.0 > 0))).await
    }

    /// Shows the stored posts numbered `from..until` one by one. `look` runs on a thread of the store, which serves nobody else
    /// meanwhile: keep ranges to some ten thousand. What `look` gathers in `gathered` is given back.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn scan_range<T: Send + 'static>(
        &self,
        (from, until): (MentionId, MentionId),
        mut gathered: T,
        mut look: impl FnMut(&mut T, &Viewed<'_>) + Send + 'static,
    ) -> Result<T, StoreError> {
        self.read(move |tx| {
            range(tx, (from.0, until.0), &mut |viewed| {
                look(&mut gathered, viewed);
                Ok(true)
            })?;
            Ok(gathered)
        })
        .await
    }

    /// Shows the newest stored posts one by one, at most `limit` (20,000) and a block more, and none that was published before
    /// `since`. Those stored last come first, then blocks of posts by the newest post in each: the order is not exactly that of
    /// publication.
    ///
    /// # Errors
    /// As [`Store::scan_range`].
    pub async fn scan_recent<T: Send + 'static>(
        &self,
        since: Option<Timestamp>,
        limit: usize,
        mut gathered: T,
        mut look: impl FnMut(&mut T, &Viewed<'_>) + Send + 'static,
    ) -> Result<(T, Scanned), StoreError> {
        let limit = limit.clamp(1, BULK_MAX) as u64;
        self.read(move |tx| {
            let mut scanned = Scanned::default();
            scanned.complete = recent(tx, since, &mut |viewed| {
                if since.is_none_or(|since| since <= viewed.published_at) {
                    scanned.n_scanned += 1;
                    look(&mut gathered, viewed);
                }
                Ok(scanned.n_scanned < limit)
            })?;
            Ok((gathered, scanned))
        })
        .await
    }

    /// Those of these mentions, each with its time of publication, that a topic does not have yet.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] for a number no mention has, engine failures.
    pub async fn lacking(
        &self,
        topic: TopicId,
        posts: Vec<(MentionId, Timestamp)>,
    ) -> Result<Vec<MentionId>, StoreError> {
        self.read(move |tx| {
            let mut lacking = Vec::new();
            for (id, published_at) in posts {
                let sql = "SELECT 1 FROM matched WHERE topic = ?1 AND place = ?2";
                let place = place::of(published_at, id)?;
                if tx.one(sql, [topic.0, place], |_| Ok(()))?.is_none() {
                    lacking.push(id);
                }
            }
            Ok(lacking)
        })
        .await
    }
}

type Look<'l> = dyn FnMut(&Viewed<'_>) -> Result<bool, StoreError> + 'l;

/// Shows posts by number; whether the reader answered `true` to the end.
fn range(tx: &Tx<'_>, (from, until): (i64, i64), look: &mut Look<'_>) -> Result<bool, StoreError> {
    let until = until.min(mention::next_id(tx)?);
    let mut next = from.max(1);
    let mut on = true;
    let mut lists = Lists::default();
    let sql = "SELECT first_id, n_posts, bytes FROM view_block WHERE first_id < ?2 AND first_id >= \
               coalesce((SELECT max(first_id) FROM view_block WHERE first_id <= ?1), ?1) ORDER BY first_id";
    tx.each(sql, [next, until], |row| {
        let (first, n_posts): (i64, i64) = (row.get(0)?, row.get(1)?);
        on = loose(tx, next..first, look)?;
        next = next.max(first);
        if on && next < first + n_posts {
            let bytes =
                row.get_ref(2)?.as_blob().map_err(|_| crate::stored::broken("a block holds no bytes"))?;
            let wanted = next..until.min(first + n_posts);
            on = block(tx, (first, n_posts, bytes), &mut lists, &mut |viewed| {
                Ok(!wanted.contains(&viewed.id.0) || look(viewed)?)
            })?;
            next = first + n_posts;
        }
        Ok(on)
    })?;
    Ok(on && loose(tx, next..until, look)?)
}

/// Shows the posts of a block, those with another version read anew.
fn block(
    tx: &Tx<'_>,
    (first, n_posts, bytes): (i64, i64, &[u8]),
    lists: &mut Lists,
    look: &mut Look<'_>,
) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM view_changed WHERE id >= ?1 AND id < ?2 ORDER BY id";
    let changed: Vec<i64> = tx.all(sql, [first, first + n_posts], |row| Ok(row.get(0)?))?;
    view::each(bytes, MentionId(first), lists, |viewed| {
        if changed.binary_search(&viewed.id.0).is_ok() {
            loose(tx, viewed.id.0..viewed.id.0 + 1, look)
        } else {
            look(viewed)
        }
    })
}

/// Shows posts from their events.
fn loose(tx: &Tx<'_>, ids: std::ops::Range<i64>, look: &mut Look<'_>) -> Result<bool, StoreError> {
    for id in ids {
        let Some(mention) = mention::find(tx, MentionId(id))? else { continue };
        if !look(&Viewed::from(&mention))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Shows the newest posts; whether the reader answered `true` to the end.
fn recent(tx: &Tx<'_>, since: Option<Timestamp>, look: &mut Look<'_>) -> Result<bool, StoreError> {
    let (tail, n_all) = (packed_until(tx)?, mention::next_id(tx)?);
    for id in (tail..n_all).rev() {
        if !loose(tx, id..id + 1, look)? {
            return Ok(false);
        }
    }
    let mut on = true;
    let mut lists = Lists::default();
    let sql = "SELECT first_id, n_posts, bytes FROM view_block WHERE newest >= ?1 ORDER BY newest DESC";
    tx.each(sql, [since.map_or(i64::MIN, place::from)], |row| {
        let bytes = row.get_ref(2)?.as_blob().map_err(|_| crate::stored::broken("a block holds no bytes"))?;
        on = block(tx, (row.get(0)?, row.get(1)?, bytes), &mut lists, look)?;
        Ok(on)
    })?;
    // What lies in no block before the last one is from before there were blocks.
    let mut gap_until = tail;
    while on && gap_until > 1 {
        let sql =
            "SELECT first_id, n_posts FROM view_block WHERE first_id < ?1 ORDER BY first_id DESC LIMIT 1";
        let before = tx.one(sql, [gap_until], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        let (first, n_posts) = before.unwrap_or((1, 0));
        for id in (first + n_posts..gap_until).rev() {
            on = on && loose(tx, id..id + 1, look)?;
        }
        gap_until = first;
    }
    Ok(on)
}

/// The first number that is in no block and after all of them.
fn packed_until(tx: &Tx<'_>) -> Result<i64, StoreError> {
    let sql = "SELECT first_id + n_posts FROM view_block ORDER BY first_id DESC LIMIT 1";
    Ok(tx.one(sql, [], |row| Ok(row.get(0)?))?.unwrap_or(1))
}

/// The posts of a batch, on their way into blocks.
#[derive(Debug, Default)]
pub(crate) struct Views {
    packer: Packer,
    /// Number of the first post in the packer, and the newest place of them all.
    first: i64,
    newest: i64,
    /// Closed blocks.
    blocks: Vec<Packed>,
    changed: Vec<i64>,
}

#[derive(Debug)]
struct Packed {
    first: i64,
    n_posts: u64,
    newest: i64,
    bytes: Vec<u8>,
}

impl Views {
    /// Takes a new post. Posts come with consecutive numbers.
    pub(crate) fn add(&mut self, id: MentionId, place: i64, item: &Item) {
        if self.packer.n_posts() == 0 {
            (self.first, self.newest) = (id.0, place);
        }
        self.newest = self.newest.max(place);
        self.packer.add(item);
        if self.packer.n_bytes() >= BLOCK_BYTES {
            self.close();
        }
    }

    /// Notes that a post shows another version.
    pub(crate) fn change(&mut self, id: MentionId) {
        self.changed.push(id.0);
    }

    fn close(&mut self) {
        let n_posts = self.packer.n_posts();
        if n_posts > 0 {
            let (first, newest, bytes) = (self.first, self.newest, self.packer.finish());
            self.blocks.push(Packed { first, n_posts, newest, bytes });
        }
    }

    /// Writes what there is enough of; the rest is packed with a later batch.
    pub(crate) fn flush(mut self, tx: &Tx<'_>, next_id: i64) -> Result<(), StoreError> {
        let packed_until = packed_until(tx)?;
        for id in &self.changed {
            // A post outside the blocks is read from its events anyway; one of this batch may be in a block soon.
            if *id < packed_until || *id >= self.first_of_batch(next_id) {
                tx.run("INSERT INTO view_changed (id) VALUES (?1) ON CONFLICT (id) DO NOTHING", [id])?;
            }
        }
        let from = packed_until.max(next_id - PACKED_MAX).min(self.first_of_batch(next_id));
        if next_id - from < LOOSE_MAX {
            return Ok(());
        }
        self.close();
        let mut earlier = Self::default();
        for id in from..self.first_of_batch(next_id) {
            if let Some(mention) = mention::find(tx, MentionId(id))? {
                earlier.add(mention.id, place::of(mention.item.published_at, mention.id)?, &mention.item);
            }
        }
        earlier.close();
        for block in earlier.blocks.iter().chain(&self.blocks) {
            let sql = "INSERT INTO view_block (first_id, n_posts, newest, bytes) VALUES (?1, ?2, ?3, ?4)";
            let n_posts = i64::try_from(block.n_posts).unwrap_or(i64::MAX);
            tx.run(sql, params![block.first, n_posts, block.newest, block.bytes])?;
        }
        Ok(())
    }

    /// The number of the batch's first new post; `next_id` when it has none.
    fn first_of_batch(&self, next_id: i64) -> i64 {
        match self.blocks.first() {
            Some(block) => block.first,
            None if self.packer.n_posts() > 0 => self.first,
            None => next_id,
        }
    }
}

/// Posts that look otherwise in their block than they are, for the check.
pub(crate) fn damage(tx: &Tx<'_>) -> Result<Vec<String>, StoreError> {
    let mut findings = Vec::new();
    let mut next = 1;
    let n_all = mention::next_id(tx)?;
    range(tx, (1, n_all), &mut |viewed| {
        let found = mention::find(tx, viewed.id)?;
        let same = found.as_ref().is_some_and(|mention| {
            let plain = Viewed { attachments: viewed.attachments, ..Viewed::from(mention) };
            plain == *viewed && mention.item.attachments.len() == viewed.attachments.len()
        });
        if !same || viewed.id.0 != next {
            findings.push(format!("mention {} is packed for queries otherwise than it is", viewed.id.0));
        }
        next = viewed.id.0 + 1;
        Ok(findings.len() < 10)
    })?;
    if findings.is_empty() && next != n_all {
        findings.push(format!("{} of {} mentions are shown to queries", next - 1, n_all - 1));
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use nabat_crisis::network::Network;
    use nabat_crisis::person::Actor;
    use nabat_crisis::post::{Author, Change, Engagement, ItemKind, ItemUid, PostEvent, Raw, Retention};
    use nabat_crisis::source::SourceKind;
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::{Arrival, Batch, SourceDraft};

    fn arrival(number: i64) -> Arrival {
        let published_at = Timestamp::from_second(1_772_355_600 + number).unwrap();
        let item = Item {
            uid: ItemUid { network: Network::parse("vk").unwrap(), key: number.to_string().into() },
            kind: ItemKind::Post,
            author: Author::default(),
            container: None,
            title: None,
            text: format!("Молоко скисло, номер {number}"),
            lang: None,
            rating: None,
            links: vec![],
            hashtags: vec![],
            mentions: vec![],
            attachments: vec![],
            root: None,
            parent: None,
            quoted: None,
            published_at,
            edited_at: None,
            permalink: None,
            engagement: Engagement::default(),
            retention: Retention::Public,
        };
        let bytes = number.to_string().into_bytes();
        let raw = Raw { sha256: Sha256::digest(&bytes).into(), bytes };
        Arrival {
            event: PostEvent { observed_at: published_at, change: Change::Created(Box::new(item)), raw },
            topics: vec![TopicId(1)],
            search_text: String::new(),
            answer_within_minutes: None,
        }
    }

    #[tokio::test]
    async fn posts_from_before_the_blocks_are_shown_as_well() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        let draft = SourceDraft {
            kind: SourceKind::Files,
            name: "Архив".into(),
            url: None,
            poll_minutes: 5,
            silence_minutes: None,
        };
        let at = Timestamp::from_second(1_772_355_600).unwrap();
        let source = store.create_source(draft, Actor::Nabat, at).await.unwrap().id;
        for numbers in [0..2_000, 2_000..2_010, 2_010..2_310] {
            let batch = Batch { arrivals: numbers.clone().map(arrival).collect(), ..Batch::new(source, at) };
            store.commit_batch(batch).await.unwrap();
            if numbers.end == 2_000 {
                store.write(|tx| tx.run("DELETE FROM view_block", [])).await.unwrap();
            }
        }
        let all = (MentionId(1), MentionId(9_000));
        let ids = store.scan_range(all, Vec::new(), |ids, viewed| ids.push(viewed.id.0)).await.unwrap();
        assert_eq!(ids, (1..=2_310).collect::<Vec<_>>());
        let scan = store.scan_recent(None, 20_000, Vec::new(), |ids, viewed| ids.push(viewed.id.0));
        let (mut ids, scanned) = scan.await.unwrap();
        ids.sort_unstable();
        assert_eq!((ids, scanned.complete), ((1..=2_310).collect::<Vec<_>>(), true));
        let packed = store
            .read(|tx| {
                tx.one("SELECT sum(n_posts), min(first_id) FROM view_block", [], |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
                })
            })
            .await
            .unwrap();
        assert_eq!(
            packed,
            Some((PACKED_MAX + 300, 2_011 - PACKED_MAX)),
            "a bounded number of earlier posts is packed"
        );
        assert_eq!(store.check().await.unwrap().findings, [""; 0]);
    }
}
