//! The check: whether what is kept is whole, by counting everything anew.
//!
//! It reads the whole store, so it is for `nabat check`, not for every start.

use nabat_crisis::bucket::{BUCKET_SECONDS, BUCKETS_PER_HOUR};
use sha2::{Digest, Sha256};

use crate::engine::{Store, Tx};
use crate::error::StoreError;
use crate::stored::count;
use crate::{event, mention, scan, search};

/// Findings named at most; more of the same say nothing new.
const FINDINGS_MAX: usize = 100;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// Mentions looked at.
    pub n_mentions: u64,
    /// Events looked at, each with the hash of its raw bytes.
    pub n_events: u64,
    /// Cases looked at.
    pub n_cases: u64,
    /// What is wrong; empty when the store is whole.
    pub findings: Vec<String>,
}

/// A count that is kept against the same count made anew: rows of either that the other does not have.
struct Recount {
    what: &'static str,
    kept: &'static str,
    anew: &'static str,
}

/// One mention and topic per row, with the bucket and network of the mention. Integer division rounds to zero, so what lies
/// before the epoch is shifted by one.
const MATCHES: &str = "SELECT x.topic AS topic, m.published_at AS at, \
     substr(m.uid, 1, instr(m.uid, ':') - 1) AS network FROM matched x JOIN mention m ON m.place = x.place";

impl Store {
    /// Reads everything and counts it anew.
    ///
    /// # Errors
    /// Engine failures; damage is a finding, not an error, as long as the file can be read at all.
    pub async fn check(&self) -> Result<CheckReport, StoreError> {
        self.read(|tx| {
            let mut report = CheckReport {
                n_mentions: count(mention::next_id(tx)? - 1),
                n_events: count(event::next_seq(tx)? - 1),
                n_cases: count(tx.one("SELECT count(*) FROM cases", [], |row| Ok(row.get(0)?))?.unwrap_or(0)),
                findings: tx.damage()?,
            };
            counts(tx, &mut report.findings)?;
            links(tx, &mut report.findings)?;
            events(tx, &mut report.findings)?;
            matches(tx, &mut report.findings)?;
            report.findings.extend(scan::damage(tx)?);
            report.findings.truncate(FINDINGS_MAX);
            Ok(report)
        })
        .await
    }
}

/// Roll-ups against what they roll up.
fn counts(tx: &Tx<'_>, findings: &mut Vec<String>) -> Result<(), StoreError> {
    let five = BUCKET_SECONDS * 1_000_000_000;
    let hour = five * BUCKETS_PER_HOUR;
    let step = |column: &str, length: i64| {
        format!("({column} / {length} - ({column} < 0 AND {column} % {length} <> 0))")
    };
    let replace = |sql: &str| {
        sql.replace("$matches", MATCHES)
            .replace("$bucket_at", &step("at", five))
            .replace("$hour_at", &step("at", hour))
            .replace("$hour_opened", &step("opened_at", hour))
            .replace("$hour_due", &step("due_at", hour))
    };
    for recount in RECOUNTS {
        let (kept, anew) = (recount.kept, replace(recount.anew));
        for (sql, wrong) in [
            (format!("SELECT count(*) FROM ({kept} EXCEPT {anew})"), "kept and not found anew"),
            (format!("SELECT count(*) FROM ({anew} EXCEPT {kept})"), "found anew and not kept"),
        ] {
            let n: i64 = tx.one(&sql, [], |row| Ok(row.get(0)?))?.unwrap_or(0);
            if n > 0 {
                findings.push(format!("{}: {n} counts {wrong}", recount.what));
            }
        }
    }
    Ok(())
}

const RECOUNTS: [Recount; 6] = [
    Recount {
        what: "mentions by five minutes",
        kept: "SELECT topic, bucket, n FROM bucket",
        anew: "SELECT topic, $bucket_at, count(*) FROM ($matches) GROUP BY 1, 2",
    },
    Recount {
        what: "mentions by hour and network",
        kept: "SELECT topic, hour, network, n FROM hour_network",
        anew: "SELECT topic, $hour_at, network, count(*) FROM ($matches) GROUP BY 1, 2, 3",
    },
    Recount {
        what: "cases by state",
        kept: "SELECT topic, state, n FROM queue_state WHERE n <> 0",
        anew: "SELECT topic, state, count(*) FROM queue GROUP BY 1, 2",
    },
    Recount {
        what: "waiting cases by opening",
        kept: "SELECT topic, hour, n FROM queue_opened",
        anew: "SELECT topic, $hour_opened, count(*) FROM queue WHERE state IN (0, 1) GROUP BY 1, 2",
    },
    Recount {
        what: "waiting cases by limit",
        kept: "SELECT hour, n FROM queue_due",
        anew: "SELECT $hour_due, count(*) FROM queue WHERE topic = 0 AND state IN (0, 1) GROUP BY 1",
    },
    Recount {
        what: "cases in the queue of all",
        kept: "SELECT id, state, due_at, opened_at FROM queue WHERE topic = 0",
        anew: "SELECT id, state, due_at, opened_at FROM cases",
    },
];

/// Rows that point to rows.
fn links(tx: &Tx<'_>, findings: &mut Vec<String>) -> Result<(), StoreError> {
    for (what, sql) in LINKS {
        let n: i64 = tx.one(sql, [], |row| Ok(row.get(0)?))?.unwrap_or(0);
        if n > 0 {
            findings.push(format!("{n} {what}"));
        }
    }
    let (indexed, stored) = (search::n_indexed(tx)?, mention::next_id(tx)? - 1);
    if indexed != stored {
        findings.push(format!("{indexed} mentions can be searched, {stored} are stored"));
    }
    Ok(())
}

const LINKS: [(&str, &str); 9] = [
    (
        "mentions without their shown version",
        "SELECT count(*) FROM mention m LEFT JOIN event e ON e.seq = m.version_seq WHERE e.content IS NULL",
    ),
    (
        "mentions without their first event",
        "SELECT count(*) FROM mention m LEFT JOIN event e ON e.seq = m.first_seq WHERE e.mention IS NOT m.id",
    ),
    ("mention numbers that are missing", "SELECT coalesce(max(id), 0) - count(*) FROM mention"),
    ("event numbers that are missing", "SELECT coalesce(max(seq), 0) - count(*) FROM event"),
    (
        "events of unknown mentions",
        "SELECT count(*) FROM event e LEFT JOIN mention m ON m.id = e.mention WHERE e.mention IS NOT NULL AND m.id IS NULL",
    ),
    ("events of unknown sources", "SELECT count(*) FROM event WHERE source NOT IN (SELECT id FROM source)"),
    (
        "cases without a mention",
        "SELECT count(*) FROM cases c LEFT JOIN mention m ON m.id = c.id WHERE m.id IS NULL",
    ),
    (
        "signals without an incident",
        "SELECT count(*) FROM signal s LEFT JOIN incident i ON i.id = s.incident WHERE i.id IS NULL",
    ),
    (
        "incidents with an empty timeline",
        "SELECT count(*) FROM incident WHERE id NOT IN (SELECT incident FROM timeline)",
    ),
];

/// Raw bytes against their hashes, and every row against its type.
fn events(tx: &Tx<'_>, findings: &mut Vec<String>) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT {} FROM event e LEFT JOIN mention m ON m.id = e.mention ORDER BY e.seq",
        event::COLUMNS
    );
    tx.each(&sql, [], |row| {
        match event::read(row) {
            Ok(kept) => {
                let raw = &kept.event.raw;
                if Sha256::digest(&raw.bytes).as_slice() != raw.sha256 {
                    findings.push(format!("event {}: its raw bytes are not those of its hash", kept.seq));
                }
            }
            Err(why) => findings.push(format!("event {}: {why}", row.get::<_, i64>(0)?)),
        }
        Ok(findings.len() < FINDINGS_MAX)
    })
}

/// The topics of each mention against its matches and its rows in the queue.
fn matches(tx: &Tx<'_>, findings: &mut Vec<String>) -> Result<(), StoreError> {
    let (mut n_matches, mut n_queued) = (0, 0);
    let sql =
        "SELECT m.id, m.place, m.topics, c.state, c.due_at FROM mention m LEFT JOIN cases c ON c.id = m.id";
    tx.each(sql, [], |row| {
        let (id, place): (i64, i64) = (row.get(0)?, row.get(1)?);
        let topics = mention::read_topics(&row.get::<_, String>(2)?)?;
        n_matches += topics.len() as i64;
        let state: Option<i64> = row.get(3)?;
        n_queued += if state.is_some() { topics.len() as i64 + 1 } else { 0 };
        for topic in topics {
            let matched = "SELECT 1 FROM matched WHERE topic = ?1 AND place = ?2";
            if tx.one(matched, [topic, place], |_| Ok(()))?.is_none() {
                findings.push(format!("mention {id}: its match with topic {topic} is missing"));
            }
            let queued = "SELECT 1 FROM queue WHERE topic = ?1 AND state = ?2 AND due_at = ?3 AND id = ?4";
            let Some(state) = state else { continue };
            if tx.one(queued, [topic, state, row.get(4)?, id], |_| Ok(()))?.is_none() {
                findings.push(format!("case {id}: it is missing in the queue of topic {topic}"));
            }
        }
        Ok(findings.len() < FINDINGS_MAX)
    })?;
    if findings.len() >= FINDINGS_MAX {
        return Ok(());
    }
    for (what, sql, expected) in [
        ("matches", "SELECT count(*) FROM matched", n_matches),
        ("rows of the queue", "SELECT count(*) FROM queue", n_queued),
    ] {
        let stored: i64 = tx.one(sql, [], |row| Ok(row.get(0)?))?.unwrap_or(0);
        if stored != expected {
            findings.push(format!("{stored} {what} are stored, {expected} belong to mentions"));
        }
    }
    Ok(())
}
