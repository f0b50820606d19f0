//! Why a post matched, what each part of a query brings, and which forms its words are looked for in: what the page of a topic shows.

use std::collections::BTreeMap;
use std::ops::Range;

use nabat_text::forms::{self, Form, Reason};
use nabat_text::tokens::{plain_words, squeezed, variants};

use super::expand::{Asked, LookKind, Step, expand};
use super::highlight::{Marked, mark};
use super::plan::Seen;
use super::query::{Choices, CompoundHow, Expr, How, Node, PhraseWord, Query, Word};
use super::reading::{Occurrence, Reading, TEXT, TITLE};
use super::view::PostView;

/// Most places of a post that are given for one leaf of a query: nobody reads more.
const MET_MAX: usize = 100;

/// Why a post matched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// The positive leaves of the query that held, in the order of the query.
    pub leaves: Vec<Leaf>,
    /// The sides of ORs that held, as bytes of the query, the outer before the inner.
    pub branches: Vec<Range<usize>>,
}

/// A word, phrase, tag, name or field of a query that held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its bytes in the query.
    pub span: Range<usize>,
    /// The tokens that answered it, at most a hundred. None for a field.
    pub met: Vec<Met>,
}

/// A token of a post that answered a word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Where it stands.
    pub part: Part,
    /// Its bytes there; for [`Part::Beside`] those of the hashtag or name.
    pub bytes: Range<usize>,
    /// The form that was looked for, folded.
    pub form: Box<str>,
    /// Why it was looked for; empty for wildcards.
    pub reasons: Vec<Reason>,
}

/// A part of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Its title.
    Title,
    /// Its text.
    Text,
    /// Hashtags and names that the source gives beside the text.
    Beside,
}

/// A side of an OR that every match has to pass, and the query with this side alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its bytes in the query.
    pub span: Range<usize>,
    /// The OR it is a side of, by number: sides of one OR have the same.
    pub group: usize,
    /// The query with the other sides of that OR taken out.
    pub query: Query,
}

/// A NOT of a query, and the query without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// Its bytes in the query, with the NOT.
    pub span: Range<usize>,
    /// The query without it.
    pub query: Query,
}

/// A word that inflects, with its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordForms {
    /// Its bytes in the query with the list behind it.
    pub span: Range<usize>,
    /// The bytes of its list with the brackets, if it has one.
    pub list: Option<Range<usize>>,
    /// As it was typed.
    pub written: Box<str>,
    /// The forms it is looked for in before any is struck. Forms of several words are joined by `-`, as a list writes them.
    pub forms: Vec<Form>,
    /// What its list says.
    pub choices: Choices,
}

/// Why a post matches a query; `None` when it does not.
pub fn explain(query: &Query, post: &PostView<'_>) -> Option<Explanation> {
    let mut reading = Reading::default();
    reading.read(post);
    let seen = Seen { post, reading: &reading, part: None };
    if !seen.holds(&expand(&query.root)) {
        return None;
    }
    let mut explanation = Explanation::default();
    add_branches(&query.root, seen, &mut explanation.branches);
    add_leaves(&query.root, seen, &mut explanation.leaves);
    Some(explanation)
}

fn add_branches(node: &Node, seen: Seen<'_>, branches: &mut Vec<Range<usize>>) {
    match &node.expr {
        Expr::And(nodes) => nodes.iter().for_each(|node| add_branches(node, seen, branches)),
        Expr::Or(nodes) => {
            for node in nodes.iter().filter(|node| seen.holds(&expand(node))) {
                branches.push(node.span.clone());
                add_branches(node, seen, branches);
            }
        }
        Expr::Title(inside) => add_branches(inside, seen.title(), branches),
        Expr::Not(_)
        | Expr::Near { .. }
        | Expr::Sentence(_)
        | Expr::Word(_)
        | Expr::Phrase(_)
        | Expr::Window { .. }
        | Expr::Tag(_)
        | Expr::Name(_)
        | Expr::Field { .. }
        | Expr::Followers { .. }
        | Expr::Part(_) => {}
    }
}

fn add_leaves(node: &Node, seen: Seen<'_>, leaves: &mut Vec<Leaf>) {
    match &node.expr {
        Expr::And(nodes) => nodes.iter().for_each(|node| add_leaves(node, seen, leaves)),
        Expr::Or(nodes) => {
            for node in nodes.iter().filter(|node| seen.holds(&expand(node))) {
                add_leaves(node, seen, leaves);
            }
        }
        Expr::Field { .. } | Expr::Followers { .. } => {
            leaves.push(Leaf { span: node.span.clone(), met: Vec::new() });
        }
        Expr::Not(_) | Expr::Part(_) => {}
        Expr::Near { .. }
        | Expr::Sentence(_)
        | Expr::Word(_)
        | Expr::Phrase(_)
        | Expr::Window { .. }
        | Expr::Tag(_)
        | Expr::Name(_)
        | Expr::Title(_) => add_places(node, seen, leaves),
    }
}

/// Adds the leaves of a part of a query that has a place in the post.
fn add_places(node: &Node, seen: Seen<'_>, leaves: &mut Vec<Leaf>) {
    let mut found: Vec<(&Node, Vec<Occurrence>)> = Vec::new();
    mark(node, seen, None, &mut |Marked { leaf, occurrence }| match found.last_mut() {
        Some((last, occurrences)) if std::ptr::eq(*last, leaf) => occurrences.push(occurrence),
        _ => found.push((leaf, vec![occurrence])),
    });
    for (leaf, mut occurrences) in found {
        occurrences.sort_unstable();
        let mut met = met_in(leaf, &occurrences, seen);
        met.sort_by_key(|met| (met.part, met.bytes.start, met.bytes.end));
        met.dedup();
        met.truncate(MET_MAX);
        leaves.push(Leaf { span: leaf.span.clone(), met });
    }
}

/// The tokens of a leaf within its occurrences, each with its form. A token of which several forms are met is given by the first.
fn met_in(leaf: &Node, occurrences: &[Occurrence], seen: Seen<'_>) -> Vec<Met> {
    let mut tokens: BTreeMap<Occurrence, (Box<str>, Vec<Reason>)> = BTreeMap::new();
    for (steps, known) in looked_for(leaf) {
        for (kind, text, occurrence) in steps.iter().flat_map(|step| tokens_of(step, seen)) {
            tokens.entry(occurrence).or_insert_with(|| named(kind, &text, &known));
        }
    }
    let mut met = Vec::new();
    for (token, (form, reasons)) in tokens {
        let behind = occurrences.partition_point(|each| each.first <= token.first);
        let serves = occurrences[..behind].iter().rev().any(|each| token.next <= each.next);
        if !serves {
            continue;
        }
        let part = match token.part {
            TITLE => Part::Title,
            TEXT => Part::Text,
            _ => Part::Beside,
        };
        met.push(Met { part, bytes: token.from as usize..token.until as usize, form, reasons });
        if met.len() == MET_MAX {
            break;
        }
    }
    met
}

/// The forms of a word with the reasons for each.
type Known = BTreeMap<Box<str>, Vec<Reason>>;

/// The steps of each word of a leaf, with the reasons of its forms.
fn looked_for(leaf: &Node) -> Vec<(Vec<Step>, Known)> {
    let words = match &leaf.expr {
        Expr::Word(word) => vec![PhraseWord::Word(word.clone())],
        Expr::Phrase(words) | Expr::Window { words, .. } => words.clone(),
        _ => return vec![(steps_of(&expand(leaf)), BTreeMap::new())],
    };
    let of_word = |(at, word): (usize, &PhraseWord)| {
        let node = match word {
            PhraseWord::Word(word) => Expr::Word(word.clone()),
            PhraseWord::Compound { .. } => Expr::Phrase(vec![word.clone()]),
        };
        let mut steps = steps_of(&expand(&Node { span: leaf.span.clone(), expr: node }));
        // In a phrase a word may have forms that it has only beside its neighbours.
        steps.extend(rows_of(leaf).into_iter().filter_map(|row| row.into_iter().nth(at)));
        (steps, reasons_of(&words, at))
    };
    words.iter().enumerate().map(of_word).collect()
}

fn rows_of(leaf: &Node) -> Vec<Vec<Step>> {
    match expand(leaf) {
        Asked::Phrase(steps) => vec![steps],
        Asked::Or(rows) => {
            let steps = |row| if let Asked::Phrase(steps) = row { Some(steps) } else { None };
            rows.into_iter().filter_map(steps).collect()
        }
        _ => Vec::new(),
    }
}

fn steps_of(asked: &Asked) -> Vec<Step> {
    match asked {
        Asked::Phrase(steps) | Asked::Window { steps, .. } => steps.clone(),
        Asked::Or(rows) => rows.iter().flat_map(steps_of).collect(),
        _ => Vec::new(),
    }
}

/// All tokens that some look of a step finds.
fn tokens_of(step: &Step, seen: Seen<'_>) -> Vec<(LookKind, Box<str>, Occurrence)> {
    match step {
        Step::Any(looks) => {
            let mut tokens = Vec::new();
            for look in looks {
                let mut found = Vec::new();
                seen.reading.find(look, seen.part, &mut found);
                tokens.extend(found.into_iter().map(|each| (look.kind, look.text.clone(), each)));
            }
            tokens
        }
        Step::Compound(rows) => rows.iter().flatten().flat_map(|step| tokens_of(step, seen)).collect(),
    }
}

/// The reasons of the forms of one word among others.
fn reasons_of(words: &[PhraseWord], at: usize) -> Known {
    let mut known = Known::new();
    let mut learn = |form: &Form| {
        known.entry(form.text.clone()).or_insert_with(|| form.reasons.clone());
    };
    let (forms, choices) = match &words[at] {
        PhraseWord::Word(Word { how: How::Forms { written, choices }, .. }) => {
            (forms::of_word(written), choices.clone())
        }
        PhraseWord::Compound { how: CompoundHow::Forms { written, choices }, .. } => {
            let parts: Vec<Form> = compound(written).into_iter().flatten().flatten().collect();
            (parts, choices.clone())
        }
        _ => (Vec::new(), Choices::default()),
    };
    forms.iter().for_each(&mut learn);
    let written: Vec<&str> = words
        .iter()
        .filter_map(|word| match word {
            PhraseWord::Word(Word { how: How::Forms { written, .. }, .. }) => Some(&**written),
            _ => None,
        })
        .collect();
    if words.len() > 1 && written.len() == words.len() {
        for row in forms::of_phrase(&written) {
            row.get(at).into_iter().flatten().for_each(&mut learn);
        }
    }
    for form in forms.iter().map(|form| form.text.clone()).collect::<Vec<_>>() {
        for variant in variants(&form).into_iter().skip(1) {
            known.entry(variant.into()).or_insert_with(|| vec![Reason::LookAlike]);
        }
    }
    for form in choices.added {
        for part in plain_words(&form) {
            known.entry(part.text.into()).or_insert_with(|| vec![Reason::Added]);
        }
    }
    known
}

/// The form that a look stands for, and why it is looked for.
fn named(kind: LookKind, text: &str, known: &Known) -> (Box<str>, Vec<Reason>) {
    match kind {
        LookKind::Squeezed => {
            let whole = known.iter().find(|(form, _)| squeezed(form) == text);
            whole.map_or((text.into(), vec![Reason::Written]), |(form, reasons)| {
                (form.clone(), reasons.clone())
            })
        }
        LookKind::Prefix | LookKind::Infix | LookKind::Pattern => (text.into(), Vec::new()),
        LookKind::Word
        | LookKind::Emoji
        | LookKind::Tag
        | LookKind::Name
        | LookKind::Cased
        | LookKind::Capitalised => {
            (text.into(), known.get(text).cloned().unwrap_or_else(|| vec![Reason::Written]))
        }
    }
}

fn compound(written: &str) -> Vec<Vec<Vec<Form>>> {
    let words = plain_words(written);
    let parts: Vec<&str> = words.iter().map(|word| &written[word.span.clone()]).collect();
    forms::of_compound(&parts, written)
}

/// The sides of the ORs that every match has to pass: of an OR that is the whole query, and of each required OR beside ANDs.
pub fn branches(query: &Query) -> Vec<Branch> {
    match &query.root.expr {
        Expr::Or(sides) => sides
            .iter()
            .map(|side| Branch { span: side.span.clone(), group: 0, query: Query::of(side.clone()) })
            .collect(),
        Expr::And(nodes) => {
            let mut branches = Vec::new();
            for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.is_required()) {
                let Expr::Or(sides) = &node.expr else { continue };
                for side in sides {
                    let mut with = nodes.clone();
                    with[at] = side.clone();
                    let root = Node { span: query.root.span.clone(), expr: Expr::And(with) };
                    branches.push(Branch { span: side.span.clone(), group: at, query: Query::of(root) });
                }
            }
            branches
        }
        _ => Vec::new(),
    }
}

/// Each NOT beside the ANDs of a query, with the query without it.
pub fn exclusions(query: &Query) -> Vec<Exclusion> {
    let Expr::And(nodes) = &query.root.expr else { return Vec::new() };
    let is_not = |(_, node): &(usize, &Node)| matches!(node.expr, Expr::Not(_));
    let without = |at: usize| {
        let mut others = nodes.clone();
        others.remove(at);
        match others.len() {
            1 => others.remove(0),
            _ => Node { span: query.root.span.clone(), expr: Expr::And(others) },
        }
    };
    nodes
        .iter()
        .enumerate()
        .filter(is_not)
        .map(|(at, node)| Exclusion { span: node.span.clone(), query: Query::of(without(at)) })
        .collect()
}

/// The words of a query that inflect, with their forms.
pub fn words(query: &Query) -> Vec<WordForms> {
    let of_place = |place: &super::query::WordPlace| WordForms {
        span: place.span.clone(),
        list: place.list.clone(),
        written: place.written.clone(),
        forms: if place.parts.is_empty() {
            forms::of_word(&place.written)
        } else {
            compound(&place.written).iter().flat_map(|places| joined_forms(places)).collect()
        },
        choices: place.choices.clone(),
    };
    query.places.iter().map(of_place).collect()
}

/// The forms of one way to write a compound, its parts joined by `-`: only the last part changes.
fn joined_forms(places: &[Vec<Form>]) -> Vec<Form> {
    let Some((last, before)) = places.split_last() else { return Vec::new() };
    let first = |pick: fn(&Form) -> &str| -> String {
        before.iter().filter_map(|forms| forms.first()).map(|form| format!("{}-", pick(form))).collect()
    };
    let (text, shown) = (first(|form| &form.text), first(|form| &form.shown));
    last.iter()
        .map(|form| Form {
            text: format!("{text}{}", form.text).into(),
            shown: format!("{shown}{}", form.shown).into(),
            reasons: form.reasons.clone(),
            ordinary: form.ordinary,
        })
        .collect()
}

#[cfg(test)]
mod tests;
