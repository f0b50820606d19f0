//! AND, OR, NOT and NEAR as the tools read them that have them all: NEAR before NOT before AND before OR.
//!
//! Brackets are balanced and counted before anything descends, so the descent is never deeper than [`NESTING_MAX`].

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use super::reader::Reader;
use super::tree::Said;
use super::{DialectFault, NoteKind};
use crate::matching::error::QueryErrorKind;
use crate::matching::query::NESTING_MAX;

/// A piece of a query and its bytes in the source.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) span: Range<usize>,
}

/// What a piece is.
#[derive(Debug, Clone)]
pub(super) enum What {
    Open,
    Close,
    And,
    Or,
    Not,
    Near { distance: u64, ordered: bool },
    Part(Said),
}

/// What a tool's help leaves open, with the note to give where it matters.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Unclear {
    /// What two parts beside each other without an operator mean; we read AND.
    pub(super) beside: Option<NoteKind>,
    /// What an AND beside an OR without brackets means; we read the AND first.
    pub(super) mixed: Option<NoteKind>,
}

/// The tree of the pieces.
pub(super) fn parse(
    reader: &mut Reader<'_>,
    tokens: Vec<Token>,
    unclear: Unclear,
) -> Result<Option<Said>, DialectFault> {
    check_brackets(&tokens)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let mut parser = Parser { tokens: tokens.into_iter().peekable(), reader, unclear };
    parser.any(0).map(Some)
}

/// Finds brackets that are not balanced, empty, or too deep.
pub(super) fn check_brackets(tokens: &[Token]) -> Result<(), DialectFault> {
    let mut open: Vec<&Token> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token.what {
            What::Open => {
                open.push(token);
                if open.len() > NESTING_MAX {
                    return Err(too_deep(token.span.clone()));
                }
            }
            What::Close => {
                let Some(start) = open.pop() else {
                    return Err(DialectFault::query(QueryErrorKind::BracketNotOpened, token.span.clone()));
                };
                if index > 0 && matches!(tokens[index - 1].what, What::Open) {
                    let span = start.span.start..token.span.end;
                    return Err(DialectFault::query(QueryErrorKind::EmptyBracket, span));
                }
            }
            What::And | What::Or | What::Not | What::Near { .. } | What::Part(_) => {}
        }
    }
    match open.pop() {
        Some(start) => Err(DialectFault::query(QueryErrorKind::BracketNotClosed, start.span.clone())),
        None => Ok(()),
    }
}

pub(super) fn too_deep(span: Range<usize>) -> DialectFault {
    DialectFault::query(QueryErrorKind::TooDeep, span).number("max", NESTING_MAX as u64)
}

/// An operator without what it should join.
pub(super) fn operand_missing(kind: QueryErrorKind, source: &str, operator: Range<usize>) -> DialectFault {
    let text = source.get(operator.clone()).unwrap_or_default();
    DialectFault::query(kind, operator).text("operator", text)
}

struct Parser<'a, 'b> {
    tokens: Peekable<IntoIter<Token>>,
    reader: &'a mut Reader<'b>,
    unclear: Unclear,
}

impl Parser<'_, '_> {
    fn next_if(&mut self, accept: impl Fn(&What) -> bool) -> Option<Token> {
        self.tokens.next_if(|token| accept(&token.what))
    }

    fn any(&mut self, depth: usize) -> Result<Said, DialectFault> {
        let (first, mut mixed) = self.all(depth, None)?;
        let mut sides = vec![first];
        while let Some(or) = self.next_if(|what| matches!(what, What::Or)) {
            let (side, several) = self.all(depth, Some(or.span))?;
            sides.push(side);
            mixed |= several;
        }
        let several = sides.len() > 1;
        let said = Said::any(sides).ok_or_else(|| DialectFault::query(QueryErrorKind::EmptyQuery, 0..0))?;
        if let (true, true, Some(kind)) = (several, mixed, self.unclear.mixed) {
            self.reader.note(kind, said.span.clone(), Vec::new());
        }
        Ok(said)
    }

    /// A side of OR, and whether several parts are in it.
    fn all(&mut self, depth: usize, or: Option<Range<usize>>) -> Result<(Said, bool), DialectFault> {
        let mut waiting = or;
        let mut parts: Vec<Said> = Vec::new();
        while let Some(next) = self.tokens.peek() {
            let span = next.span.clone();
            match next.what {
                What::Or | What::Close => break,
                What::And => {
                    self.tokens.next();
                    if parts.is_empty() {
                        return Err(self.missing(QueryErrorKind::NothingBefore, span));
                    }
                    if let Some(operator) = waiting.replace(span) {
                        return Err(self.missing(QueryErrorKind::NothingAfter, operator));
                    }
                }
                What::Near { .. } => return Err(self.missing(QueryErrorKind::NothingBefore, span)),
                What::Not | What::Open | What::Part(_) => {
                    let beside = !parts.is_empty() && waiting.take().is_none();
                    waiting = None;
                    let part = self.negated(depth)?;
                    if let (true, false, Some(kind)) = (beside, part.is_not(), self.unclear.beside) {
                        self.reader.note_once(kind, span);
                    }
                    parts.push(part);
                }
            }
        }
        if let Some(operator) = waiting {
            return Err(self.missing(QueryErrorKind::NothingAfter, operator));
        }
        let several = parts.len() > 1;
        match Said::all(parts) {
            Some(said) => Ok((said, several)),
            // Empty brackets were refused before, so an OR stands here, or nothing at all.
            None => {
                let span = self.tokens.peek().map_or(0..0, |next| next.span.clone());
                Err(self.missing(QueryErrorKind::NothingBefore, span))
            }
        }
    }

    fn negated(&mut self, depth: usize) -> Result<Said, DialectFault> {
        let mut nots = Vec::new();
        while let Some(not) = self.next_if(|what| matches!(what, What::Not)) {
            if depth + nots.len() >= NESTING_MAX {
                return Err(too_deep(not.span));
            }
            nots.push(not.span);
        }
        let mut said = self.near(depth + nots.len(), nots.last().cloned())?;
        for not in nots.into_iter().rev() {
            let span = not.start..said.span.end;
            said = said.not(span);
        }
        Ok(said)
    }

    /// Parts near each other, read from the left.
    fn near(&mut self, depth: usize, waiting: Option<Range<usize>>) -> Result<Said, DialectFault> {
        let mut said = self.unit(depth, waiting)?;
        let mut n_nears = 0;
        while let Some(near) = self.next_if(|what| matches!(what, What::Near { .. })) {
            let What::Near { distance, ordered } = near.what else { break };
            n_nears += 1;
            if depth + n_nears > NESTING_MAX {
                return Err(too_deep(near.span));
            }
            let second = self.unit(depth, Some(near.span))?;
            said = Said::near([said, second], distance, ordered);
        }
        Ok(said)
    }

    fn unit(&mut self, depth: usize, waiting: Option<Range<usize>>) -> Result<Said, DialectFault> {
        match self.next_if(|what| matches!(what, What::Open | What::Part(_))) {
            Some(Token { what: What::Part(said), .. }) => Ok(said),
            Some(open) => {
                if depth >= NESTING_MAX {
                    return Err(too_deep(open.span));
                }
                let inner = self.any(depth + 1)?;
                let close = self.next_if(|what| matches!(what, What::Close));
                let end = close.map_or(inner.span.end, |close| close.span.end);
                Ok(Said { span: open.span.start..end, ask: inner.ask })
            }
            None => {
                let operator = waiting.unwrap_or(0..0);
                Err(self.missing(QueryErrorKind::NothingAfter, operator))
            }
        }
    }

    fn missing(&self, kind: QueryErrorKind, operator: Range<usize>) -> DialectFault {
        operand_missing(kind, self.reader.source, operator)
    }
}
