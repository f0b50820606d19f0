//! Networks: where people post, and how we listen there.
//!
//! How to add a network:
//! 1. Make a folder `networks/<name>/` with a `mod.rs` that says in its first lines what it listens to and which clock, key and
//!    limits the network has.
//! 2. Write the reading as a pure function from the bytes of an answer to events and refusals, so that it can be tested and fuzzed
//!    without a server. The key of an item must stay the same however often it comes.
//! 3. Write `poll` (or the receiving of a stream): it takes [`crate::http::Http`], a cursor and the time, and returns the events
//!    with the next cursor and the time of the next poll. It stores nothing: cursor and posts are committed together by others,
//!    and a poll that is repeated after a crash gives the same events again.
//! 4. Add the module here, a kind to `SourceKind` in `crisis`, and stories with a local server to `tests/it/`.

pub mod feed;
