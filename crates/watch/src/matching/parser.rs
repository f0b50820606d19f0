//! Operators and brackets: pieces of a query → its tree. NOT binds before AND before OR; two operands beside each other are AND.
//!
//! Brackets are balanced and counted before anything descends, and NOTs count as well, so the descent is never deeper than
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
    let lexemes = lex(text)?;
    if lexemes.is_empty() {
        return Err(QueryError::new(QueryErrorKind::EmptyQuery, 0..text.len()));
    }
    check_brackets(&lexemes)?;
    let mut parser = Parser { text, lexemes: lexemes.into_iter().peekable(), warnings: Vec::new() };
    let root = parser.alternatives(0)?;
    if let Some(node) = not_required(&root) {
        return Err(QueryError::new(QueryErrorKind::NothingRequired, node.span.clone()));
    }
    Ok(Query { root, warnings: parser.warnings })
}

/// Finds brackets that are not balanced, empty, or too deep.
fn check_brackets(lexemes: &[Lexeme]) -> Result<(), QueryError> {
    let mut open: Vec<&Range<usize>> = Vec::new();
    for (index, lexeme) in lexemes.iter().enumerate() {
        match lexeme.what {
            Lex::Open => {
                open.push(&lexeme.span);
                if open.len() > NESTING_MAX {
                    return Err(too_deep(lexeme.span.clone()));
                }
            }
            Lex::Close => {
                let Some(start) = open.pop() else {
                    return Err(QueryError::new(QueryErrorKind::BracketNotOpened, lexeme.span.clone()));
                };
                if index > 0 && lexemes[index - 1].what == Lex::Open {
                    return Err(QueryError::new(QueryErrorKind::EmptyBracket, start.start..lexeme.span.end));
                }
            }
            Lex::And | Lex::Or | Lex::Not | Lex::Leaf(_) => {}
        }
    }
    match open.pop() {
        Some(start) => Err(QueryError::new(QueryErrorKind::BracketNotClosed, start.clone())),
        None => Ok(()),
    }
}

fn too_deep(span: Range<usize>) -> QueryError {
    QueryError::new(QueryErrorKind::TooDeep, span).number("max", NESTING_MAX)
}

/// The smallest part to blame when no positive term is required: the side of an OR, else the whole.
fn not_required(node: &Node) -> Option<&Node> {
    if node.is_required() {
        return None;
    }
    match &node.expr {
        Expr::Or(sides) => sides.iter().find_map(not_required),
        Expr::And(_)
        | Expr::Not(_)
        | Expr::Word(_)
        | Expr::Prefix(_)
        | Expr::Phrase(_)
        | Expr::Tag(_)
        | Expr::Name(_)
        | Expr::Field { .. } => Some(node),
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
                Lex::Not | Lex::Open | Lex::Leaf(_) => {
                    waiting = None;
                    factors.push(self.operand(depth)?);
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

    /// A leaf or a bracket, with the NOTs before it.
    fn operand(&mut self, depth: usize) -> Result<Node, QueryError> {
        let mut nots = Vec::new();
        while let Some(not) = self.lexemes.next_if(|next| next.what == Lex::Not) {
            if depth + nots.len() >= NESTING_MAX {
                return Err(too_deep(not.span));
            }
            nots.push(not.span);
        }
        let depth = depth + nots.len();
        let first = self.lexemes.next_if(|next| matches!(next.what, Lex::Open | Lex::Leaf(_)));
        let mut node = match first {
            Some(Lexeme { what: Lex::Leaf(expr), span }) => Node { span, expr },
            Some(open) => self.bracket(open.span, depth)?,
            None => {
                let operator = nots.pop().unwrap_or(0..self.text.len());
                return Err(self.operand_missing(QueryErrorKind::NothingAfter, operator));
            }
        };
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
