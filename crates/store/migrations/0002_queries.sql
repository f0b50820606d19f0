-- Why a query was changed, and what the change did to the stored posts: NULL until it is counted.
ALTER TABLE topic_version ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE topic_version ADD COLUMN n_brings INTEGER;
ALTER TABLE topic_version ADD COLUMN n_loses INTEGER;
-- Topics whose query has not run over all stored posts yet, and the version that is to run.
CREATE TABLE rerun (
    topic INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
);

-- Every text a named part of queries ever had; NULL says that it was removed. The latest is in force.
CREATE TABLE query_part (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER,
    query TEXT,
    why TEXT NOT NULL
);
CREATE INDEX query_part_name ON query_part (name, id);

-- Random matches of a topic that people look at, and what they said of each: an estimate of the query's precision.
CREATE TABLE sample (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER,
    mentions TEXT NOT NULL
);
CREATE INDEX sample_topic ON sample (topic, id);
CREATE TABLE sample_mark (
    id INTEGER PRIMARY KEY,
    sample INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER,
    is_right INTEGER NOT NULL
);
CREATE INDEX sample_mark_sample ON sample_mark (sample, id);

-- What was learned from the stream, each thing as bytes that are replaced whole.
CREATE TABLE learned (
    name TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL
) WITHOUT ROWID;

-- What queries look at of the stored posts, packed in blocks of posts with consecutive numbers, so that a new query runs over
-- history without reading the posts themselves; see `view.rs`. Posts that are in no block are read from their events.
CREATE TABLE view_block (
    first_id INTEGER PRIMARY KEY,
    n_posts INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    bytes BLOB NOT NULL
);
CREATE INDEX view_block_newest ON view_block (newest);
-- Posts that show another version than the one in their block.
CREATE TABLE view_changed (id INTEGER PRIMARY KEY);
