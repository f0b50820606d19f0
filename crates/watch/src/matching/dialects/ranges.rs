//! Ranges of numbers: how many followers an author has.

use std::ops::Range;

use super::reader::Reader;
use super::tree::Said;
use super::{DialectFault, FaultKind};

/// `[1000 TO 5000]`, `{1000 TO *}` without its ends, `>1000`, `<=5000` or `1000`, at the reader's place.
pub(super) fn followers(reader: &mut Reader<'_>) -> Result<Said, DialectFault> {
    let start = reader.at;
    let read = match reader.peek() {
        Some('[' | '{') => bracketed(reader),
        Some('<' | '>') => compared(reader),
        _ => reader.take_number().map(|n| (Some(n), Some(n))),
    };
    let whole = start..reader.at.max(start + reader.source[start..].chars().next().map_or(0, char::len_utf8));
    match read {
        Some(bounds) => of_bounds(reader, bounds, whole),
        None => Err(reader.fault(FaultKind::Range, whole)),
    }
}

/// The field with these bounds, both included.
pub(super) fn of_bounds(
    reader: &Reader<'_>,
    (min, max): (Option<u64>, Option<u64>),
    whole: Range<usize>,
) -> Result<Said, DialectFault> {
    let shown = |bound: Option<u64>| bound.map_or_else(|| "*".to_owned(), |n| n.to_string());
    let text = match (min, max) {
        (None, None) => return Err(reader.fault(FaultKind::Range, whole)),
        (Some(min), Some(max)) if min > max => return Err(reader.fault(FaultKind::Range, whole)),
        (Some(min), Some(max)) if min == max => format!("followers:{min}"),
        (min, max) => format!("followers:[{} TO {}]", shown(min), shown(max)),
    };
    Ok(Said::leaf(text, whole))
}

type Bounds = (Option<u64>, Option<u64>);

fn bracketed(reader: &mut Reader<'_>) -> Option<Bounds> {
    let excludes_min = reader.take("[").is_none();
    if excludes_min {
        reader.take("{")?;
    }
    let min = bound(reader)?;
    reader.skip_space();
    reader.take("TO")?;
    let max = bound(reader)?;
    reader.skip_space();
    let excludes_max = reader.take("]").is_none();
    if excludes_max {
        reader.take("}")?;
    }
    let min = if excludes_min { raised(min)? } else { min };
    let max = if excludes_max { lowered(max)? } else { max };
    Some((min, max))
}

fn raised(bound: Option<u64>) -> Option<Option<u64>> {
    bound.map_or(Some(None), |n| n.checked_add(1).map(Some))
}

fn lowered(bound: Option<u64>) -> Option<Option<u64>> {
    bound.map_or(Some(None), |n| n.checked_sub(1).map(Some))
}

fn bound(reader: &mut Reader<'_>) -> Option<Option<u64>> {
    reader.skip_space();
    if reader.take("*").is_some() {
        return Some(None);
    }
    reader.take_number().map(Some)
}

fn compared(reader: &mut Reader<'_>) -> Option<Bounds> {
    let is_more = reader.take(">").is_some();
    if !is_more {
        reader.take("<")?;
    }
    let is_included = reader.take("=").is_some();
    let n = reader.take_number()?;
    Some(match (is_more, is_included) {
        (true, true) => (Some(n), None),
        (true, false) => (Some(n.checked_add(1)?), None),
        (false, true) => (None, Some(n)),
        (false, false) => (None, Some(n.checked_sub(1)?)),
    })
}
