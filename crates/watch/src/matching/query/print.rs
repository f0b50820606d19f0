//! Printing a query so that it reads back as the same tree: words in their folded form unless their capitals matter, fields by their
//! own names.

use std::fmt::{self, Display, Write};

use super::{Choices, CompoundHow, Expr, How, Node, PhraseWord, Query, Word};

/// Words that are operators when they stand in capitals outside quotes.
const OPERATORS: [&str; 6] = ["AND", "OR", "NOT", "NEAR", "ONEAR", "SENT"];

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.expr {
            Expr::And(nodes) => joined(f, nodes, " AND ", side_of_and),
            Expr::Or(nodes) => joined(f, nodes, " OR ", side_of_or),
            Expr::Not(node) => {
                f.write_str("NOT ")?;
                operand(f, node)
            }
            Expr::Near { sides, distance, ordered } => {
                near_sides(f, sides, if *ordered { "ONEAR/" } else { "NEAR/" }, Some(*distance))
            }
            Expr::Sentence(sides) => near_sides(f, sides, "SENT", None),
            Expr::Word(word) => single(f, word),
            Expr::Phrase(words) => quoted(f, words),
            Expr::Window { words, distance } => {
                quoted(f, words)?;
                write!(f, "~{distance}")
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
            Expr::Followers { min, max } => {
                f.write_str("followers:[")?;
                border(f, *min)?;
                f.write_str(" TO ")?;
                border(f, *max)?;
                f.write_char(']')
            }
            Expr::Title(inside) => {
                f.write_str("title:")?;
                operand(f, inside)
            }
            Expr::Part(name) => write!(f, "${name}"),
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.how {
            How::Forms { written, choices } => write!(f, "{written}{choices}"),
            How::Exact if is_emoji(&self.text) => f.write_str(&self.text),
            How::Exact => write!(f, "={}", self.text),
            How::Cased { written } => write!(f, "{{{written}}}"),
            How::Prefix => write!(f, "{}*", self.text),
            How::Infix => write!(f, "*{}*", self.text),
            How::Pattern => f.write_str(&self.text),
            How::Fuzzy => write!(f, "{}~1", self.text),
        }
    }
}

/// The list behind a word; nothing when nothing was chosen.
impl fmt::Display for Choices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut items: Vec<String> = self.struck.iter().map(|form| format!("-{form}")).collect();
        items.extend(self.added.iter().map(|form| format!("+{form}")));
        if self.capitalised {
            items.push("^".to_owned());
        }
        if items.is_empty() { Ok(()) } else { write!(f, "[{}]", items.join(" ")) }
    }
}

impl fmt::Display for PhraseWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => word.fmt(f),
            Self::Compound { parts, how } => match how {
                CompoundHow::Forms { written, choices } => write!(f, "{written}{choices}"),
                CompoundHow::Exact => write!(f, "={}", parts.join("-")),
                CompoundHow::Prefix => write!(f, "{}*", parts.join("-")),
            },
        }
    }
}

pub(super) fn is_emoji(text: &str) -> bool {
    text.chars().next().is_some_and(|c| !nabat_text::letters::Class::of(c).starts_word())
}

/// A word outside quotes: one that looks like an operator is put between them.
fn single(f: &mut fmt::Formatter<'_>, word: &Word) -> fmt::Result {
    match &word.how {
        How::Forms { written, .. } if OPERATORS.contains(&&**written) => write!(f, "\"{word}\""),
        _ => word.fmt(f),
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, words: &[PhraseWord]) -> fmt::Result {
    f.write_char('"')?;
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            f.write_char(' ')?;
        }
        word.fmt(f)?;
    }
    f.write_char('"')
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

/// The sides of NEAR: the first needs no brackets when it is a NEAR itself, as they are read from left to right.
fn near_sides(
    f: &mut fmt::Formatter<'_>,
    sides: &[Node; 2],
    operator: &str,
    distance: Option<u8>,
) -> fmt::Result {
    let [left, right] = sides;
    side_of_and(f, left)?;
    write!(f, " {operator}")?;
    if let Some(distance) = distance {
        distance.fmt(f)?;
    }
    f.write_char(' ')?;
    operand(f, right)
}

/// What stands in brackets depends on what binds there; no more of them are printed than were typed, so that printing never nests
/// deeper than reading allows.
fn side_of_or(f: &mut fmt::Formatter<'_>, node: &Node) -> fmt::Result {
    if matches!(node.expr, Expr::Or(_)) { write!(f, "({node})") } else { node.fmt(f) }
}

fn side_of_and(f: &mut fmt::Formatter<'_>, node: &Node) -> fmt::Result {
    if matches!(node.expr, Expr::Or(_) | Expr::And(_)) { write!(f, "({node})") } else { node.fmt(f) }
}

fn operand(f: &mut fmt::Formatter<'_>, node: &Node) -> fmt::Result {
    if needs_brackets(node) { write!(f, "({node})") } else { node.fmt(f) }
}

/// Whether it stands in brackets behind NOT, behind `title:` and as the second side of NEAR.
pub(super) fn needs_brackets(node: &Node) -> bool {
    matches!(node.expr, Expr::And(_) | Expr::Or(_) | Expr::Near { .. } | Expr::Sentence(_))
}

fn border(f: &mut fmt::Formatter<'_>, border: Option<u64>) -> fmt::Result {
    match border {
        Some(number) => number.fmt(f),
        None => f.write_char('*'),
    }
}

/// A field's value, in quotes unless it is a plain name. A value cannot hold both `"` and `»`, since it stood between one pair.
fn value(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let plain = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && !value.starts_with('-')
        && !value.ends_with('.')
        && !OPERATORS.contains(&value);
    if plain {
        f.write_str(value)
    } else if value.contains('"') {
        write!(f, "«{value}»")
    } else {
        write!(f, "\"{value}\"")
    }
}
