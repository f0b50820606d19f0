//! Pages of lists, by key and not by number: a row that arrives while somebody pages moves nothing.

use crate::error::StoreError;

/// Most items on a page of an ordinary list: more than a screen shows, little enough to answer at once.
pub const PAGE_MAX: usize = 1_000;
/// Most items on a page that is read by a program: the preview of a query, the re-run over history.
pub(crate) const BULK_MAX: usize = 20_000;

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page starts; `None` on the last one. Opaque: hand it back as it is.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts what was read to `limit`. One item more than `limit` must have been asked for: it tells whether a next page exists.
    pub(crate) fn cut(mut items: Vec<T>, limit: usize, key: impl Fn(&T) -> String) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(key);
        Self { items, next }
    }

    /// The same page with other items in the same order.
    pub(crate) fn with<U>(&self, items: Vec<U>) -> Page<U> {
        Page { items, next: self.next.clone() }
    }
}

/// At least one and at most `max`.
pub(crate) fn bounded(limit: usize, max: usize) -> usize {
    limit.clamp(1, max)
}

/// Reads a cursor of one number.
pub(crate) fn read_one(cursor: Option<&str>) -> Result<Option<i64>, StoreError> {
    cursor.map(|text| text.parse().map_err(|_| StoreError::BadCursor)).transpose()
}

/// Reads a cursor of two numbers, `first.second`.
pub(crate) fn read_two(cursor: Option<&str>) -> Result<Option<(i64, i64)>, StoreError> {
    let Some(text) = cursor else { return Ok(None) };
    let (first, second) = text.split_once('.').ok_or(StoreError::BadCursor)?;
    match (first.parse(), second.parse()) {
        (Ok(first), Ok(second)) => Ok(Some((first, second))),
        _ => Err(StoreError::BadCursor),
    }
}

/// A limit as the engine takes it.
pub(crate) fn rows(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
