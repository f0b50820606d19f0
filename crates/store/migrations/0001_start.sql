-- Times are nanoseconds since the Unix epoch in UTC. A person column that is NULL means Nabat itself.

-- What is watched.
CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    query TEXT NOT NULL,
    answers TEXT NOT NULL,
    answer_within_minutes INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    archived_at INTEGER
);
-- Every query a topic ever had, with who put it in force and when.
CREATE TABLE topic_version (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER,
    query TEXT NOT NULL
);
CREATE INDEX topic_version_topic ON topic_version (topic, id);

-- Where posts come from.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    poll_minutes INTEGER NOT NULL,
    silence_minutes INTEGER,
    paused INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    cursor TEXT,
    last_item_at INTEGER,
    last_new_at INTEGER,
    lag_seconds INTEGER,
    n_accepted INTEGER NOT NULL DEFAULT 0,
    n_matched INTEGER NOT NULL DEFAULT 0,
    n_repeated INTEGER NOT NULL DEFAULT 0,
    n_refused INTEGER NOT NULL DEFAULT 0,
    last_poll_at INTEGER,
    next_poll_at INTEGER,
    n_failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    alarm_since INTEGER
);
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    n_bytes INTEGER,
    n_bytes_done INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    why_failed TEXT,
    n_accepted INTEGER NOT NULL DEFAULT 0,
    n_matched INTEGER NOT NULL DEFAULT 0,
    n_repeated INTEGER NOT NULL DEFAULT 0,
    n_unmatched INTEGER NOT NULL DEFAULT 0,
    quiet INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE import_refused (
    import INTEGER NOT NULL,
    reason TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (import, reason)
) WITHOUT ROWID;
-- Samples of refused records: few per source and per import.
CREATE TABLE refusal (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    import INTEGER,
    at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    sample TEXT NOT NULL
);
CREATE INDEX refusal_source ON refusal (source, id) WHERE import IS NULL;
CREATE INDEX refusal_import ON refusal (import, id) WHERE import IS NOT NULL;

-- Everything that was told about posts and accounts, in order of arrival. Rows are only added.
-- The content of an item stands here and nowhere else; `raw` is last, so that reading content does not read it.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    mention INTEGER,
    source INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    observed_at INTEGER NOT NULL,
    likes INTEGER,
    reposts INTEGER,
    replies INTEGER,
    views INTEGER,
    followers INTEGER,
    further INTEGER NOT NULL,
    mark BLOB NOT NULL,
    content TEXT,
    sha256 BLOB NOT NULL,
    raw BLOB NOT NULL
);
-- What makes an event of a mention unlike its others. The first event of a mention is not in it: it is reached by
-- `mention.first_seq`, and most mentions have no other.
CREATE UNIQUE INDEX event_further ON event (mention, mark) WHERE further = 1;
-- The same for events about accounts and sources.
CREATE UNIQUE INDEX event_other ON event (mark) WHERE mention IS NULL;

-- A post that matched. `place` is its place in time: second of publication, then order of arrival; see `place.rs`.
CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    uid TEXT NOT NULL,
    thread TEXT,
    topics TEXT NOT NULL,
    lang TEXT,
    author TEXT,
    followers INTEGER,
    published_at INTEGER NOT NULL,
    observed_at INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    version_seq INTEGER NOT NULL,
    version_at INTEGER NOT NULL,
    version_observed_at INTEGER NOT NULL,
    n_versions INTEGER NOT NULL DEFAULT 1,
    likes INTEGER,
    reposts INTEGER,
    replies INTEGER,
    views INTEGER,
    engaged_at INTEGER NOT NULL,
    deleted_at INTEGER,
    fate_at INTEGER
);
CREATE UNIQUE INDEX mention_uid ON mention (uid);
CREATE UNIQUE INDEX mention_place ON mention (place);
CREATE INDEX mention_thread ON mention (thread, place) WHERE thread IS NOT NULL;
CREATE INDEX mention_deleted ON mention (place) WHERE deleted_at IS NOT NULL;

-- Which topics a mention matched.
CREATE TABLE matched (
    topic INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (topic, place)
) WITHOUT ROWID;
-- Roll-ups of `matched`: by five minutes, and by hour and network.
CREATE TABLE bucket (
    topic INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (topic, bucket)
) WITHOUT ROWID;
CREATE TABLE hour_network (
    topic INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    network TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (topic, hour, network)
) WITHOUT ROWID;

-- The search index: segments of mentions with their words in blocks; see `search.rs` and `segment.rs`.
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    level INTEGER NOT NULL,
    first_place INTEGER NOT NULL,
    last_place INTEGER NOT NULL,
    n_mentions INTEGER NOT NULL,
    places BLOB NOT NULL
);
CREATE TABLE segment_words (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL,
    first_word BLOB NOT NULL,
    words BLOB NOT NULL
);
CREATE UNIQUE INDEX segment_words_first ON segment_words (segment, first_word);
-- Mentions that got other words: the segment that holds the last ones.
CREATE TABLE reworded (
    place INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL
);
CREATE INDEX reworded_segment ON reworded (segment);

-- Mentions that need an answer.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    state INTEGER NOT NULL,
    assignee INTEGER,
    opened_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    stopped_at INTEGER
);
CREATE INDEX cases_assignee ON cases (assignee, state) WHERE assignee IS NOT NULL;
CREATE TABLE case_entry (
    id INTEGER PRIMARY KEY,
    mention INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER,
    step TEXT NOT NULL
);
CREATE INDEX case_entry_mention ON case_entry (mention, id);
-- Cases in the order of their clocks: one row for each topic, and one for topic 0, which means all.
CREATE TABLE queue (
    topic INTEGER NOT NULL,
    state INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    id INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    network TEXT NOT NULL,
    lang TEXT,
    PRIMARY KEY (topic, state, due_at, id)
) WITHOUT ROWID;
-- Roll-ups of `queue`: by state; waiting ones by the hour of publication; waiting ones by the hour their clock runs out.
CREATE TABLE queue_state (
    topic INTEGER NOT NULL,
    state INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (topic, state)
) WITHOUT ROWID;
CREATE TABLE queue_opened (
    topic INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (topic, hour)
) WITHOUT ROWID;
CREATE TABLE queue_due (
    hour INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
);
-- The longest time between the publication of a mention and the end of its clock, in seconds: one row.
CREATE TABLE queue_reach (seconds INTEGER NOT NULL);
INSERT INTO queue_reach VALUES (0);

-- Topics that detection must look at, and from which bucket on.
CREATE TABLE due (
    topic INTEGER PRIMARY KEY,
    bucket INTEGER NOT NULL,
    n_touched INTEGER NOT NULL
);
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    status TEXT NOT NULL,
    owner INTEGER,
    opened_at INTEGER NOT NULL,
    last_signal_at INTEGER NOT NULL,
    covers_from INTEGER NOT NULL,
    n_told INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    n_repeats INTEGER NOT NULL,
    closed_at INTEGER
);
CREATE INDEX incident_topic ON incident (topic, id);
CREATE INDEX incident_open ON incident (topic, last_signal_at) WHERE closed_at IS NULL;
CREATE TABLE timeline (
    id INTEGER PRIMARY KEY,
    incident INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER,
    what TEXT NOT NULL
);
CREATE INDEX timeline_incident ON timeline (incident, id);
CREATE TABLE signal (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL,
    detector TEXT NOT NULL,
    at INTEGER NOT NULL,
    incident INTEGER NOT NULL,
    evidence TEXT NOT NULL
);
CREATE UNIQUE INDEX signal_once ON signal (topic, detector, at);
CREATE INDEX signal_at ON signal (at, id);
CREATE INDEX signal_incident ON signal (incident, at);

-- The outbox.
CREATE TABLE channel (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_id INTEGER,
    trouble TEXT,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE
);
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    alert INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    state TEXT NOT NULL,
    n_attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER
);
CREATE INDEX delivery_due ON delivery (next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX delivery_channel ON delivery (channel, id);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    delivery INTEGER NOT NULL,
    at INTEGER NOT NULL,
    delivered INTEGER NOT NULL,
    status INTEGER,
    detail TEXT NOT NULL
);
CREATE INDEX attempt_delivery ON attempt (delivery, id);

-- Accounts counted, and spans without coverage; both stand in `event` too.
CREATE TABLE audience (
    network TEXT NOT NULL,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    followers INTEGER NOT NULL,
    PRIMARY KEY (network, account, at)
) WITHOUT ROWID;
CREATE TABLE gap (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    network TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX gap_source ON gap (source, id);

-- People and keys.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL,
    login_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    active INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE TABLE session (
    token_sha256 BLOB PRIMARY KEY,
    person INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE api_token (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    token_sha256 BLOB NOT NULL UNIQUE,
    person INTEGER,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Who did what. Rows are only added.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person INTEGER,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
