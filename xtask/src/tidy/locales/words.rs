//! One Fluent file as the checks see it: keys, the variables each says, the plurals each makes, the texts each refers to.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::Fault;

/// Plural categories of Unicode. A selector whose variants are among these counts something.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What one key says.
pub(super) struct Words<'a> {
    /// The file it stands in.
    pub(super) path: &'a str,
    /// Its line, from 0.
    pub(super) line_idx: usize,
    /// The variables it says, without `$`.
    pub(super) variables: BTreeSet<&'a str>,
    /// For each plural, the categories it has.
    pub(super) plurals: Vec<BTreeSet<&'a str>>,
    /// Keys of the texts it refers to; terms with their `-`.
    pub(super) references: BTreeSet<&'a str>,
}

/// All keys of a file. A message's attribute has the key `message.attribute`; a term's key begins with `-`.
/// Text that is no Fluent is a fault.
pub(super) fn read<'a>(path: &'a str, text: &'a str, faults: &mut Vec<Fault>) -> Vec<(String, Words<'a>)> {
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line_idx = text[..error.pos.start.min(text.len())].matches('\n').count();
                faults.push(Fault::at(path, line_idx, format!("is not Fluent: {}", error.kind)));
            }
            resource
        }
    };
    let mut found = Vec::new();
    for entry in &resource.body {
        let (sign, name, value, attributes) = match entry {
            Entry::Message(message) => ("", message.id.name, message.value.as_ref(), &message.attributes),
            Entry::Term(term) => ("-", term.id.name, Some(&term.value), &term.attributes),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {
                continue;
            }
        };
        let line_idx = line_of(text, name);
        if let Some(pattern) = value {
            found.push((format!("{sign}{name}"), words(path, line_idx, text, pattern)));
        }
        for attribute in attributes {
            let key = format!("{sign}{name}.{}", attribute.id.name);
            found.push((key, words(path, line_of(text, attribute.id.name), text, &attribute.value)));
        }
    }
    found
}

/// The line, from 0, that a part of the text begins in.
fn line_of(text: &str, part: &str) -> usize {
    let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    text.get(..at).map_or(0, |before| before.matches('\n').count())
}

fn words<'a>(path: &'a str, line_idx: usize, text: &'a str, pattern: &Pattern<&'a str>) -> Words<'a> {
    let mut found = Words {
        path,
        line_idx,
        variables: BTreeSet::new(),
        plurals: Vec::new(),
        references: BTreeSet::new(),
    };
    gather_pattern(&mut found, text, pattern);
    found
}

fn gather_pattern<'a>(found: &mut Words<'a>, text: &'a str, pattern: &Pattern<&'a str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => gather_expression(found, text, expression),
        }
    }
}

fn gather_expression<'a>(found: &mut Words<'a>, text: &'a str, expression: &Expression<&'a str>) {
    match expression {
        Expression::Inline(inline) => gather_inline(found, text, inline),
        Expression::Select { selector, variants } => {
            gather_inline(found, text, selector);
            let named = variants.iter().filter_map(|variant| match variant.key {
                VariantKey::Identifier { name } => Some(name),
                VariantKey::NumberLiteral { .. } => None,
            });
            let names: BTreeSet<_> = named.collect();
            if names.iter().any(|name| *name != "other") && names.iter().all(|name| CATEGORIES.contains(name))
            {
                found.plurals.push(names);
            }
            for variant in variants {
                gather_pattern(found, text, &variant.value);
            }
        }
    }
}

fn gather_inline<'a>(found: &mut Words<'a>, text: &'a str, inline: &InlineExpression<&'a str>) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => {
            found.variables.insert(id.name);
        }
        InlineExpression::MessageReference { id, .. } => {
            found.references.insert(id.name);
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            // The name with the `-` before it, as its key has it.
            let at = (id.name.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).saturating_sub(1);
            found.references.insert(text.get(at..at + 1 + id.name.len()).unwrap_or(id.name));
            for argument in arguments.iter().flat_map(|arguments| &arguments.positional) {
                gather_inline(found, text, argument);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                gather_inline(found, text, argument);
            }
        }
        InlineExpression::Placeable { expression } => gather_expression(found, text, expression),
    }
}
