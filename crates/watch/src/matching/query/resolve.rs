//! Named parts in place of their `$names`.
//!
//! Parts are stored by other people than those who use them and change later, so whatever makes the whole unusable is told at the
//! `$name` in the query that is being read: that is the place its author can change.

use std::ops::Range;

use nabat_crisis::topic::QUERY_BYTES_MAX;

use super::{Expr, NESTING_MAX, Node, Query, TERMS_MAX};
use crate::matching::error::{QueryError, QueryErrorKind};
use crate::matching::parser::{check_near_side, check_required, check_title, near_depth};

pub(super) fn resolve(query: &Query, parts: &dyn Fn(&str) -> Option<Query>) -> Result<Query, QueryError> {
    if query.part_names().is_empty() {
        return Ok(query.clone());
    }
    let mut resolver = Resolver { parts, n_terms: query.root.n_terms(), n_bytes: query.root.span.len() };
    let root = resolver.node(&query.root, None, &mut Vec::new(), 0)?;
    check_required(&root)?;
    Ok(Query { root, warnings: query.warnings.clone(), places: query.places.clone() })
}

struct Resolver<'a> {
    parts: &'a dyn Fn(&str) -> Option<Query>,
    n_terms: usize,
    n_bytes: usize,
}

impl Resolver<'_> {
    /// A node with its parts in place. `outer` is the `$name` it stands for, when it is in a part; `names` are the parts around it;
    /// `depth` counts the brackets and NOTs around it.
    fn node(
        &mut self,
        node: &Node,
        outer: Option<&Range<usize>>,
        names: &mut Vec<Box<str>>,
        depth: usize,
    ) -> Result<Node, QueryError> {
        let span = outer.unwrap_or(&node.span).clone();
        if depth > NESTING_MAX {
            return Err(QueryError::new(QueryErrorKind::TooDeep, span).number("max", NESTING_MAX));
        }
        let expr = match &node.expr {
            Expr::And(nodes) => Expr::And(self.all(nodes, outer, names, depth)?),
            Expr::Or(nodes) => Expr::Or(self.all(nodes, outer, names, depth)?),
            Expr::Not(inside) => Expr::Not(Box::new(self.node(inside, outer, names, depth + 1)?)),
            Expr::Title(inside) => {
                let inside = self.node(inside, outer, names, depth + 1)?;
                check_title(&inside)?;
                Expr::Title(Box::new(inside))
            }
            Expr::Near { sides, distance, ordered } => {
                let sides = self.sides(sides, outer, names, depth, "NEAR")?;
                Expr::Near { sides, distance: *distance, ordered: *ordered }
            }
            Expr::Sentence(sides) => Expr::Sentence(self.sides(sides, outer, names, depth, "SENT")?),
            Expr::Part(name) => return self.part(name, span, names, depth),
            Expr::Word(_)
            | Expr::Phrase(_)
            | Expr::Window { .. }
            | Expr::Tag(_)
            | Expr::Name(_)
            | Expr::Field { .. }
            | Expr::Followers { .. } => node.expr.clone(),
        };
        Ok(Node { span, expr })
    }

    fn all(
        &mut self,
        nodes: &[Node],
        outer: Option<&Range<usize>>,
        names: &mut Vec<Box<str>>,
        depth: usize,
    ) -> Result<Vec<Node>, QueryError> {
        let deeper = |node: &Node| depth + usize::from(super::print::needs_brackets(node));
        nodes.iter().map(|node| self.node(node, outer, names, deeper(node))).collect()
    }

    fn sides(
        &mut self,
        sides: &[Node; 2],
        outer: Option<&Range<usize>>,
        names: &mut Vec<Box<str>>,
        depth: usize,
        operator: &str,
    ) -> Result<Box<[Node; 2]>, QueryError> {
        let [left, right] = sides;
        let left = self.node(left, outer, names, depth + 1)?;
        let right = self.node(right, outer, names, depth + 1)?;
        check_near_side(&left, operator, true)?;
        check_near_side(&right, operator, false)?;
        let deep = near_depth(&left).max(near_depth(&right)) >= NESTING_MAX;
        if deep {
            let span = outer.cloned().unwrap_or(left.span.start..right.span.end);
            return Err(QueryError::new(QueryErrorKind::TooDeep, span).number("max", NESTING_MAX));
        }
        Ok(Box::new([left, right]))
    }

    fn part(
        &mut self,
        name: &str,
        span: Range<usize>,
        names: &mut Vec<Box<str>>,
        depth: usize,
    ) -> Result<Node, QueryError> {
        if names.iter().any(|each| &**each == name) {
            return Err(QueryError::new(QueryErrorKind::PartCycle, span).text("name", name));
        }
        let Some(part) = (self.parts)(name) else {
            return Err(QueryError::new(QueryErrorKind::UnknownPart, span).text("name", name));
        };
        // Counted before it is inlined, so that parts which double each other never grow past the limits.
        self.n_terms += part.root.n_terms();
        self.n_bytes += part.root.span.len();
        if self.n_terms > TERMS_MAX {
            return Err(QueryError::new(QueryErrorKind::TooManyTerms, span).number("max", TERMS_MAX));
        }
        if self.n_bytes > QUERY_BYTES_MAX {
            return Err(QueryError::new(QueryErrorKind::TooLong, span).number("max", QUERY_BYTES_MAX));
        }
        names.push(name.into());
        let inlined = self.node(&part.root, Some(&span), names, depth + 1)?;
        names.pop();
        Ok(inlined)
    }
}
