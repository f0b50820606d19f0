//! Printing a query so that it reads back as the same tree: words in their folded form, fields by their own names.

use std::fmt::{self, Display, Write};

use super::{Expr, Node, PhraseWord, Query};

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.expr {
            Expr::And(nodes) => joined(f, nodes, " AND ", bracketed),
            Expr::Or(nodes) => joined(f, nodes, " OR ", side_of_or),
            Expr::Not(node) => {
                f.write_str("NOT ")?;
                bracketed(f, node)
            }
            Expr::Word(word) => f.write_str(word),
            Expr::Prefix(word) => write!(f, "{word}*"),
            Expr::Phrase(words) => {
                f.write_char('"')?;
                for (index, word) in words.iter().enumerate() {
                    if index > 0 {
                        f.write_char(' ')?;
                    }
                    word.fmt(f)?;
                }
                f.write_char('"')
            }
            Expr::Tag(tag) => write!(f, "#{tag}"),
            Expr::Name(name) => write!(f, "@{name}"),
            Expr::Field { field, values } => {
                write!(f, "{}:", field.name())?;
                if let [only] = values.as_slice() {
                    return value(f, only);
                }
                f.write_char('(')?;
                for (index, each) in values.iter().enumerate() {
                    if index > 0 {
                        f.write_str(" OR ")?;
                    }
                    value(f, each)?;
                }
                f.write_char(')')
            }
        }
    }
}

impl fmt::Display for PhraseWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Prefix(word) => write!(f, "{word}*"),
            Self::Compound { parts, prefix } => {
                f.write_str(&parts.join("-"))?;
                if *prefix { f.write_char('*') } else { Ok(()) }
            }
        }
    }
}

fn joined(
    f: &mut fmt::Formatter<'_>,
    nodes: &[Node],
    operator: &str,
    print: fn(&mut fmt::Formatter<'_>, &Node) -> fmt::Result,
) -> fmt::Result {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            f.write_str(operator)?;
        }
        print(f, node)?;
    }
    Ok(())
}

/// A side of OR: an AND needs no brackets there, and gets none, so that printing never nests deeper than what was typed.
fn side_of_or(f: &mut fmt::Formatter<'_>, node: &Node) -> fmt::Result {
    if matches!(node.expr, Expr::And(_)) { node.fmt(f) } else { bracketed(f, node) }
}

fn bracketed(f: &mut fmt::Formatter<'_>, node: &Node) -> fmt::Result {
    match &node.expr {
        Expr::And(_) | Expr::Or(_) => write!(f, "({node})"),
        Expr::Not(_)
        | Expr::Word(_)
        | Expr::Prefix(_)
        | Expr::Phrase(_)
        | Expr::Tag(_)
        | Expr::Name(_)
        | Expr::Field { .. } => node.fmt(f),
    }
}

/// A field's value, in quotes unless it is a plain name. A value cannot hold both `"` and `»`, since it stood between one pair.
fn value(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let plain = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && !value.starts_with('-')
        && !value.ends_with('.');
    if plain {
        f.write_str(value)
    } else if value.contains('"') {
        write!(f, "«{value}»")
    } else {
        write!(f, "\"{value}\"")
    }
}
