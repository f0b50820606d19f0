//! Lucene's classic query parser, and `query_string` of Elasticsearch and OpenSearch, with their default operator OR.
//!
//! AND and OR have no precedence there. Each part is required, optional or forbidden: `+` and AND make a part required, AND also the
//! one before it; `-`, `!` and NOT forbid it; all others are optional, and matter only where nothing is required. So
//! `a AND b OR c` finds what has a and b, and c only moves a post up in the list. That reading is kept exactly.
//! `"…"~n` counts moves of words: n words between two in their order, and two fewer in the other order.

mod terms;

use std::ops::Range;

use self::terms::Field;
use super::operators::{operand_missing, too_deep};
use super::reader::Reader;
use super::tree::Said;
use super::{DialectFault, FaultKind, NoteKind};
use crate::matching::error::{QueryArg, QueryErrorKind};
use crate::matching::query::NESTING_MAX;

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Option<Said>, DialectFault> {
    group(reader, None, 0, None)
}

/// How a part counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Occur {
    Must,
    Should,
    Not,
}

/// A part of a group.
struct Clause {
    said: Said,
    occur: Occur,
    /// Whether no operator and no sign stands before it.
    bare: bool,
}

/// What stands between brackets, or the whole. `open` is the bracket.
fn group(
    reader: &mut Reader<'_>,
    field: Option<Field>,
    depth: usize,
    open: Option<Range<usize>>,
) -> Result<Option<Said>, DialectFault> {
    let mut clauses: Vec<Clause> = Vec::new();
    loop {
        reader.skip_space();
        let Some(c) = reader.peek() else {
            return match open {
                Some(open) => Err(DialectFault::query(QueryErrorKind::BracketNotClosed, open)),
                None => combined(reader, clauses),
            };
        };
        if c == ')' {
            let close = reader.take_one();
            let Some(open) = open else {
                return Err(DialectFault::query(QueryErrorKind::BracketNotOpened, close));
            };
            return closed(reader, clauses, open.start..close.end).map(Some);
        }
        let operator = conjunction(reader);
        if let (Some((_, span)), true) = (&operator, clauses.is_empty()) {
            return Err(operand_missing(QueryErrorKind::NothingBefore, reader.source, span.clone()));
        }
        reader.skip_space();
        let sign = modifier(reader);
        reader.skip_space();
        let before = operator.as_ref().map(|(_, span)| span.clone());
        let waiting = sign.as_ref().map(|(_, span)| span.clone()).or(before);
        if let Some(span) = &waiting
            && (modifier(reader).is_some() && sign.is_some() || conjunction(reader).is_some())
        {
            return Err(operand_missing(QueryErrorKind::NothingAfter, reader.source, span.clone()));
        }
        let Some(said) = clause(reader, field, depth, waiting)? else { continue };
        let is_and = operator.as_ref().is_some_and(|(is_and, _)| *is_and);
        add(&mut clauses, said, is_and, operator.is_some(), sign.map(|(occur, _)| occur));
    }
}

/// `true` for AND.
fn conjunction(reader: &mut Reader<'_>) -> Option<(bool, Range<usize>)> {
    for (text, is_and) in [("AND", true), ("&&", true), ("OR", false), ("||", false)] {
        if is_operator(reader, text) {
            return reader.take(text).map(|span| (is_and, span));
        }
    }
    None
}

fn modifier(reader: &mut Reader<'_>) -> Option<(Occur, Range<usize>)> {
    for (text, occur) in [("+", Occur::Must), ("-", Occur::Not), ("!", Occur::Not), ("NOT", Occur::Not)] {
        if is_operator(reader, text) {
            return reader.take(text).map(|span| (occur, span));
        }
    }
    None
}

/// Signs are operators wherever a part may begin, words only when nothing of a word follows.
fn is_operator(reader: &Reader<'_>, text: &str) -> bool {
    let Some(rest) = reader.rest().strip_prefix(text) else { return false };
    !text.starts_with(|c: char| c.is_ascii_alphabetic())
        || rest
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '+' | '-' | '!'))
}

/// A term, a phrase, a field or a bracket, with its weight. `None` where only punctuation stands.
fn clause(
    reader: &mut Reader<'_>,
    field: Option<Field>,
    depth: usize,
    waiting: Option<Range<usize>>,
) -> Result<Option<Said>, DialectFault> {
    let start = reader.at;
    let mut field = field;
    if let Some(name) = terms::field_name(reader)? {
        field = Some(name);
    }
    let said = match reader.peek() {
        None | Some(')') => {
            let operator = waiting.unwrap_or(start..reader.at);
            return Err(operand_missing(QueryErrorKind::NothingAfter, reader.source, operator));
        }
        Some('(') => {
            if depth >= NESTING_MAX {
                return Err(too_deep(reader.at..reader.at + 1));
            }
            let open = reader.take_one();
            group(reader, field, depth + 1, Some(open))?
        }
        Some('+' | '!') => {
            let span = reader.take_one();
            return Err(reader.fault(FaultKind::Sign, span));
        }
        Some(_) => terms::term(reader, field)?,
    };
    let weight = boost(reader)?;
    if said.is_none() && waiting.is_some() {
        let operator = waiting.unwrap_or_default();
        return Err(operand_missing(QueryErrorKind::NothingAfter, reader.source, operator));
    }
    Ok(said.map(|said| {
        let end = weight.map_or(said.span.end, |weight| weight.end);
        Said { span: start..end, ..said }
    }))
}

/// `^2`, which only moves a post up in the list; its place.
fn boost(reader: &mut Reader<'_>) -> Result<Option<Range<usize>>, DialectFault> {
    let Some(sign) = reader.take("^") else { return Ok(None) };
    let number = reader.take_while(|c| c.is_ascii_digit() || c == '.');
    let whole = sign.start..number.end;
    if number.is_empty() {
        return Err(reader.fault(FaultKind::Sign, whole));
    }
    let text = QueryArg::Text(reader.source[whole.clone()].to_owned());
    reader.note(NoteKind::Boost, whole.clone(), vec![("text", text)]);
    Ok(Some(whole))
}

/// Adds a part as the classic parser does.
fn add(clauses: &mut Vec<Clause>, said: Said, is_and: bool, has_operator: bool, sign: Option<Occur>) {
    if let (true, Some(last)) = (is_and, clauses.last_mut())
        && last.occur == Occur::Should
    {
        last.occur = Occur::Must;
    }
    let occur = match sign {
        Some(occur) => occur,
        None if is_and => Occur::Must,
        None => Occur::Should,
    };
    clauses.push(Clause { said, occur, bare: !has_operator && sign.is_none() });
}

fn closed(reader: &mut Reader<'_>, clauses: Vec<Clause>, whole: Range<usize>) -> Result<Said, DialectFault> {
    if reader.peek() == Some('~') {
        reader.take_one();
        reader.take_number();
        return Err(reader.fault(FaultKind::GroupDistance, whole.start..reader.at));
    }
    if !clauses.is_empty() && clauses.iter().all(|clause| clause.occur == Occur::Not) {
        return Err(DialectFault::new(FaultKind::OnlyNot, whole));
    }
    match combined(reader, clauses)? {
        Some(said) => Ok(Said { span: whole, ask: said.ask }),
        None => Err(DialectFault::query(QueryErrorKind::EmptyBracket, whole)),
    }
}

/// What the parts of a group ask together.
fn combined(reader: &mut Reader<'_>, clauses: Vec<Clause>) -> Result<Option<Said>, DialectFault> {
    let requires = clauses.iter().any(|clause| clause.occur == Occur::Must);
    if !requires && let Some(beside) = clauses.iter().skip(1).find(|clause| clause.bare) {
        reader.note_once(NoteKind::BesideOr, beside.said.span.clone());
    }
    let mut parts = Vec::new();
    let mut choices = Vec::new();
    let mut forbidden = Vec::new();
    for Clause { said, occur, .. } in clauses {
        match occur {
            Occur::Must => parts.push(said),
            Occur::Should if requires => {
                let text = QueryArg::Text(reader.source[said.span.clone()].to_owned());
                reader.forget(&said.span);
                reader.note(NoteKind::Optional, said.span, vec![("text", text)]);
            }
            Occur::Should => choices.push(said),
            Occur::Not => {
                let span = said.span.clone();
                forbidden.push(said.not(span));
            }
        }
    }
    parts.extend(Said::any(choices));
    parts.extend(forbidden);
    Ok(Said::all(parts))
}
