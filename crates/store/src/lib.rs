//! Everything kept: posts, cases, incidents, alerts, people, in one embedded database.
//!
//! Wanted: nothing that matched is lost, whatever breaks; each public method is one transaction; repeating a call is harmless.
//! Design: one writer connection on its own thread, to which jobs are sent as closures, and a few reader connections;
//! SQLite with a write-ahead log and `synchronous = FULL`, so a method that returned has reached the disk.
//! `engine.rs` alone knows which engine runs; the other files speak plain SQL.
//!
//! To add a thing that is kept: 1. a table in a new file of `migrations/` and a line in [`migration::ALL`];
//! 2. a file here with its types, its public methods on [`Store`] and its one-statement functions; 3. a story in `tests/it`.

mod alert;
mod attach;
mod audit;
mod case;
mod case_list;
mod case_queue;
mod channel;
mod check;
mod commit;
mod content;
mod counter;
mod decide;
mod engine;
mod error;
mod event;
mod export;
pub mod fault;
mod health;
mod import;
mod incident;
mod intake;
mod learned;
mod mention;
mod mention_list;
mod migration;
mod page;
mod part;
mod person;
mod place;
mod refusal;
mod sample;
mod scan;
mod search;
mod segment;
mod session;
mod setting;
mod signal;
mod source;
mod step;
mod stored;
mod token;
mod topic;
mod view;

pub use alert::{Attempt, Delivery, DeliveryId, DueDelivery};
pub use attach::Attach;
pub use audit::AuditEntry;
pub use case::{CaseCounts, CaseEntry, CaseView, TopicCases};
pub use case_list::{CaseFilter, CaseOrder, Span};
pub use channel::{Channel, ChannelDraft};
pub use check::CheckReport;
pub use commit::{Arrival, Batch, Committed, ImportProgress, NewMention};
pub use counter::{HourCount, WindowFacts};
pub use decide::{Decided, Decisions, Decisive, DueMark, OPENED_HERE, opened_here};
pub use engine::Store;
pub use error::StoreError;
pub use event::StoredEvent;
pub use export::{EventFilter, EventsPage};
pub use health::Health;
pub use import::{Import, ImportState, NewImport};
pub use incident::IncidentFilter;
pub use mention_list::MentionFilter;
pub use page::{PAGE_MAX, Page};
pub use part::{PartVersion, QueryPart};
pub use person::{Credentials, NewPerson, PersonChange};
pub use refusal::KeptRefusal;
pub use sample::{Precision, Sample, SampleId, SampleMark};
pub use scan::Scanned;
pub use session::Session;
pub use signal::{SignalFilter, StoredSignal};
pub use source::{Gap, Poll, SourceDraft};
pub use stored::Secret;
pub use token::{ApiToken, TokenId};
pub use topic::{PendingRerun, QueryVersion, QueryVersionId, TopicDraft};
pub use view::Viewed;
