//! Named crash points: places where a test lets the process die, to prove that nothing is lost there.
//!
//! They are compiled in always, so that what is tested is what runs, and do nothing unless the environment variable
//! `NABAT_CRASH_AT` names one: `name`, or `name:N` for its Nth pass. A point that fires says so on standard error, so that a
//! test can prove that it was reached, and aborts the process.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// Before a writing transaction begins.
pub const BEFORE_TRANSACTION: &str = "before-transaction";
/// In the middle of a batch, an attachment of history, or a decision: some rows are written, others not.
pub const MID_TRANSACTION: &str = "mid-transaction";
/// Everything is written, nothing is confirmed.
pub const BEFORE_COMMIT: &str = "before-commit";
/// Everything is confirmed, the caller does not know it yet.
pub const AFTER_COMMIT: &str = "after-commit";
/// A migration has changed tables and is not confirmed.
pub const MID_MIGRATION: &str = "mid-migration";

/// All points of the store.
pub const ALL: [&str; 5] = [BEFORE_TRANSACTION, MID_TRANSACTION, BEFORE_COMMIT, AFTER_COMMIT, MID_MIGRATION];

/// The environment variable that arms a point.
pub const VARIABLE: &str = "NABAT_CRASH_AT";

struct Armed {
    name: String,
    pass: u64,
    n_passed: AtomicU64,
}

static ARMED: OnceLock<Option<Armed>> = OnceLock::new();

/// Passes the point of that name: nothing happens, or the process dies here.
pub fn point(name: &'static str) {
    let Some(armed) = ARMED.get_or_init(|| std::env::var(VARIABLE).ok().as_deref().and_then(read)) else {
        return;
    };
    if armed.name == name && armed.n_passed.fetch_add(1, Ordering::Relaxed) + 1 == armed.pass {
        eprintln!("crash point {name} fired");
        std::process::abort();
    }
}

/// `name` or `name:N`; anything else arms nothing.
fn read(text: &str) -> Option<Armed> {
    let (name, pass) = text.split_once(':').unwrap_or((text, "1"));
    let pass = pass.parse().ok().filter(|pass| *pass > 0)?;
    (!name.is_empty()).then(|| Armed { name: name.to_owned(), pass, n_passed: AtomicU64::new(0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_armed_by_its_name_and_the_pass_it_fires_at() {
        let armed = |text| read(text).map(|armed| (armed.name, armed.pass));
        assert_eq!(armed("before-commit"), Some(("before-commit".to_owned(), 1)));
        assert_eq!(armed("mid-transaction:3"), Some(("mid-transaction".to_owned(), 3)));
        assert_eq!((armed(""), armed("before-commit:0"), armed("before-commit:x")), (None, None, None));
        point(BEFORE_COMMIT);
    }
}
