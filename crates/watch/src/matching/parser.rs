//! Operators and brackets: pieces of a query → its tree. NOT binds before NEAR and SENT, these before AND, AND before OR; two operands
//! beside each other are AND.
//!
//! Brackets are balanced and counted before anything descends, and NOTs and NEARs count as well, so the descent is never deeper than
//! [`NESTING_MAX`] and a query of 100 kB of brackets is refused instead of exhausting the stack.

use std::ops::Range;

use nabat_crisis::topic::QUERY_BYTES_MAX;

use super::error::{QueryError, QueryErrorKind, QueryWarning};
use super::lexer::{Lex, Lexeme, lex};
use super::query::{Expr, NESTING_MAX, Node, Query};

/// Most warnings that are given: nobody reads more, and each repeats a piece of the query.
const WARNINGS_MAX: usize = 5;
/// Most sides of an OR that a warning repeats, and most characters of each.
const READING_SIDES_MAX: usize = 6;
const READING_SIDE_CHARS_MAX: usize = 60;

pub(super) fn parse(text: &str) -> Result<Query, QueryError> {
    if text.len() > QUERY_BYTES_MAX {
        let from = text.floor_char_boundary(QUERY_BYTES_MAX);
        return Err(QueryError::new(QueryErrorKind::TooLong, from..text.len()).number("max", QUERY_BYTES_MAX));
    }
    let lexed = lex(text)?;
    if lexed.lexemes.is_empty() {
        return Err(QueryError::new(QueryErrorKind::EmptyQuery, 0..text.len()));
    }
    let lexemes = lexed.lexemes.into_iter().peekable();
    let mut parser = Parser { text, lexemes, warnings: Vec::new() };
    let root = parser.alternatives(0)?;
    check_required(&root)?;
    Ok(Query { root, warnings: parser.warnings, places: lexed.places })
}

fn too_deep(span: Range<usize>) -> QueryError {
    QueryError::new(QueryErrorKind::TooDeep, span).number("max", NESTING_MAX)
}

/// Refuses a query without a required positive term.
pub(super) fn check_required(root: &Node) -> Result<(), QueryError> {
    match not_required(root) {
        Some(node) => Err(QueryError::new(QueryErrorKind::NothingRequired, node.span.clone())),
        None => Ok(()),
    }
}

/// The smallest part to blame when no positive term is required: the side of an OR, else the whole.
fn not_required(node: &Node) -> Option<&Node> {
    if node.is_required() {
        return None;
    }
    match &node.expr {
        Expr::Or(sides) => sides.iter().find_map(not_required),
        _ => Some(node),
    }
}

/// Refuses what cannot stand beside NEAR or SENT: it has no place in the text, or more than one at once.
pub(super) fn check_near_side(side: &Node, operator: &str, is_left: bool) -> Result<(), QueryError> {
    let what = match &side.expr {
        Expr::Word(_)
        | Expr::Phrase(_)
        | Expr::Window { .. }
        | Expr::Tag(_)
        | Expr::Name(_)
        | Expr::Part(_)
        | Expr::Near { .. } => return Ok(()),
        Expr::Or(sides) => {
            return sides.iter().try_for_each(|side| check_near_side(side, operator, false));
        }
        Expr::Sentence(_) if is_left && operator == "SENT" => return Ok(()),
        Expr::Sentence(_) => "sentence",
        Expr::And(_) => "and",
        Expr::Not(_) => "not",
        Expr::Field { .. } | Expr::Followers { .. } | Expr::Title(_) => "field",
    };
    Err(QueryError::new(QueryErrorKind::NearOperand, side.span.clone())
        .text("operator", operator)
        .text("what", what))
}

/// How many NEARs and SENTs stand in one another.
pub(super) fn near_depth(node: &Node) -> usize {
    match &node.expr {
        Expr::Near { sides, .. } | Expr::Sentence(sides) => {
            1 + near_depth(&sides[0]).max(near_depth(&sides[1]))
        }
        Expr::Or(nodes) => nodes.iter().map(near_depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// Refuses what a title cannot be asked for: anything but words, phrases, tags, names and OR of them.
pub(super) fn check_title(inside: &Node) -> Result<(), QueryError> {
    match &inside.expr {
        Expr::Word(_)
        | Expr::Phrase(_)
        | Expr::Window { .. }
        | Expr::Tag(_)
        | Expr::Name(_)
        | Expr::Part(_) => Ok(()),
        Expr::Or(sides) => sides.iter().try_for_each(check_title),
        _ => Err(QueryError::new(QueryErrorKind::FieldList, inside.span.clone()).text("field", "title")),
    }
}

struct Parser<'a> {
    text: &'a str,
    lexemes: std::iter::Peekable<std::vec::IntoIter<Lexeme>>,
    warnings: Vec<QueryWarning>,
}

impl Parser<'_> {
    /// What stands between brackets, or the whole: sides of OR. `depth` counts the brackets and NOTs around it.
    fn alternatives(&mut self, depth: usize) -> Result<Node, QueryError> {
        let mut sides = vec![self.factors(depth, None)?];
        while let Some(or) = self.lexemes.next_if(|next| next.what == Lex::Or) {
            sides.push(self.factors(depth, Some(or.span))?);
        }
        if sides.len() > 1 && sides.iter().any(|(_, mixed)| *mixed) {
            self.warn_mixed(&sides);
        }
        Ok(joined(sides.into_iter().map(|(node, _)| node).collect(), Expr::Or))
    }

    /// A side of OR: factors of AND. `waiting` is the OR before it. Also says whether there are several.
    fn factors(&mut self, depth: usize, waiting: Option<Range<usize>>) -> Result<(Node, bool), QueryError> {
        let mut waiting = waiting;
        let mut factors = Vec::new();
        while let Some(next) = self.lexemes.peek() {
            match next.what {
                Lex::Or | Lex::Close => break,
                Lex::And => {
                    let and = next.span.clone();
                    self.lexemes.next();
                    if let Some(operator) = waiting.replace(and.clone()) {
                        return Err(self.operand_missing(QueryErrorKind::NothingAfter, operator));
                    }
                    if factors.is_empty() {
                        return Err(self.operand_missing(QueryErrorKind::NothingBefore, and));
                    }
                }
                Lex::Near { .. } | Lex::Sentence => {
                    let near = next.span.clone();
                    return Err(match waiting.take() {
                        Some(operator) => self.operand_missing(QueryErrorKind::NothingAfter, operator),
                        None => self.operand_missing(QueryErrorKind::NothingBefore, near),
                    });
                }
                Lex::Not | Lex::Open | Lex::Title | Lex::Leaf(_) => {
                    waiting = None;
                    factors.push(self.nears(depth)?);
                }
            }
        }
        if let Some(operator) = waiting {
            return Err(self.operand_missing(QueryErrorKind::NothingAfter, operator));
        }
        if factors.is_empty() {
            // Empty brackets were refused before, so an OR stands here.
            let span = self.lexemes.peek().map_or(0..self.text.len(), |next| next.span.clone());
            return Err(self.operand_missing(QueryErrorKind::NothingBefore, span));
        }
        let several = factors.len() > 1;
        Ok((joined(factors, Expr::And), several))
    }

    /// Operands with NEAR or SENT between them, from left to right.
    fn nears(&mut self, depth: usize) -> Result<Node, QueryError> {
        let mut left = self.operand(depth)?;
        let is_near = |next: &Lexeme| matches!(next.what, Lex::Near { .. } | Lex::Sentence);
        while let Some(operator) = self.lexemes.next_if(is_near) {
            let starts =
                |next: &Lexeme| matches!(next.what, Lex::Not | Lex::Open | Lex::Title | Lex::Leaf(_));
            if !self.lexemes.peek().is_some_and(starts) {
                return Err(self.operand_missing(QueryErrorKind::NothingAfter, operator.span));
            }
            let right = self.operand(depth)?;
            let name = if operator.what == Lex::Sentence { "SENT" } else { "NEAR" };
            check_near_side(&left, name, true)?;
            check_near_side(&right, name, false)?;
            let span = left.span.start..right.span.end;
            let sides = Box::new([left, right]);
            let expr = match operator.what {
                Lex::Near { distance, ordered } => Expr::Near { sides, distance, ordered },
                _ => Expr::Sentence(sides),
            };
            left = Node { span, expr };
            if near_depth(&left) > NESTING_MAX {
                return Err(too_deep(operator.span));
            }
        }
        Ok(left)
    }

    /// A leaf or a bracket, with the NOTs or the `title:` before it.
    fn operand(&mut self, depth: usize) -> Result<Node, QueryError> {
        let mut nots = Vec::new();
        while let Some(not) = self.lexemes.next_if(|next| next.what == Lex::Not) {
            if depth + nots.len() >= NESTING_MAX {
                return Err(too_deep(not.span));
            }
            nots.push(not.span);
        }
        let depth = depth + nots.len();
        let title = self.lexemes.next_if(|next| next.what == Lex::Title);
        let first = self.lexemes.next_if(|next| matches!(next.what, Lex::Open | Lex::Leaf(_)));
        let mut node = match first {
            Some(Lexeme { what: Lex::Leaf(expr), span }) => Node { span, expr },
            Some(open) => self.bracket(open.span, depth)?,
            None => {
                let operator = nots.pop().unwrap_or(0..self.text.len());
                return Err(self.operand_missing(QueryErrorKind::NothingAfter, operator));
            }
        };
        if let Some(title) = title {
            check_title(&node)?;
            node = Node { span: title.span.start..node.span.end, expr: Expr::Title(Box::new(node)) };
        }
        for not in nots.into_iter().rev() {
            node = Node { span: not.start..node.span.end, expr: Expr::Not(Box::new(node)) };
        }
        Ok(node)
    }

    fn bracket(&mut self, open: Range<usize>, depth: usize) -> Result<Node, QueryError> {
        if depth >= NESTING_MAX {
            return Err(too_deep(open));
        }
        let inner = self.alternatives(depth + 1)?;
        match self.lexemes.next_if(|next| next.what == Lex::Close) {
            Some(close) => Ok(Node { span: open.start..close.span.end, expr: inner.expr }),
            None => Err(QueryError::new(QueryErrorKind::BracketNotClosed, open)),
        }
    }

    fn operand_missing(&self, kind: QueryErrorKind, operator: Range<usize>) -> QueryError {
        let text = &self.text[operator.clone()];
        QueryError::new(kind, operator).text("operator", text)
    }

    /// Says how AND and OR without brackets are read, in the user's own words.
    fn warn_mixed(&mut self, sides: &[(Node, bool)]) {
        if self.warnings.len() == WARNINGS_MAX {
            return;
        }
        let mut reading = Vec::new();
        for (side, several) in sides.iter().take(READING_SIDES_MAX) {
            let text = &self.text[side.span.clone()];
            let mut shown: String = text.chars().take(READING_SIDE_CHARS_MAX).collect();
            if shown.len() < text.len() {
                shown.push('…');
            }
            reading.push(if *several { format!("({shown})") } else { shown });
        }
        if sides.len() > READING_SIDES_MAX {
            reading.push("…".to_owned());
        }
        let span = sides[0].0.span.start..sides[sides.len() - 1].0.span.end;
        self.warnings.push(QueryWarning::Mixed { span, reading: reading.join(" OR ") });
    }
}

/// The only node, or all of them under an operator. There is at least one.
fn joined(mut nodes: Vec<Node>, operator: fn(Vec<Node>) -> Expr) -> Node {
    if nodes.len() == 1 {
        return nodes.remove(0);
    }
    let span = nodes[0].span.start..nodes[nodes.len() - 1].span.end;
    Node { span, expr: operator(nodes) }
}

#[cfg(test)]
mod tests;
