//! The plain evaluator: a query expanded into what is compared with a post, and the comparing, as the rules say it and no faster.
//!
//! Every faster engine must agree with it on each post; so it stays as simple as the rules are.
//! Expansion happens here, once per query and never per post: today the look-alikes of a mixed word, later its inflected forms.

use nabat_text::letters::Class;
use nabat_text::tokens::{Kind, variants};

use super::query::{Expr, Field, Node, PhraseWord};
use super::reading::{Key, Occurrence, Reading};
use super::view::PostView;

/// What a query asks, expanded.
#[derive(Debug, Clone)]
pub(super) enum Plan {
    And(Vec<Plan>),
    Or(Vec<Plan>),
    Not(Box<Plan>),
    /// Words on places in a row; a single word is a phrase of one step.
    Phrase(Vec<Step>),
    Author(Vec<Box<str>>),
    Network(Vec<Box<str>>),
    Lang(Vec<Box<str>>),
}

/// A member of a phrase.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// One of several spellings.
    Terms(Vec<Key>),
    /// A word that starts with one of several spellings.
    Starts(Vec<String>),
    /// The parts on places in a row, or the joined word.
    Compound { parts: Vec<Step>, joined: Box<Step> },
}

impl Plan {
    pub(super) fn of(node: &Node) -> Self {
        match &node.expr {
            Expr::And(nodes) => Self::And(nodes.iter().map(Self::of).collect()),
            Expr::Or(nodes) => Self::Or(nodes.iter().map(Self::of).collect()),
            Expr::Not(node) => Self::Not(Box::new(Self::of(node))),
            Expr::Word(word) => Self::Phrase(vec![Step::word(word)]),
            Expr::Prefix(word) => Self::Phrase(vec![Step::Starts(variants(word))]),
            Expr::Phrase(words) => Self::Phrase(words.iter().map(Step::of).collect()),
            Expr::Tag(tag) => Self::Phrase(vec![Step::Terms(vec![Key::new(Kind::Tag, tag)])]),
            Expr::Name(name) => Self::Phrase(vec![Step::Terms(vec![Key::new(Kind::Name, name)])]),
            Expr::Field { field, values } => match field {
                Field::Author => Self::Author(values.clone()),
                Field::Network => Self::Network(values.clone()),
                Field::Lang => Self::Lang(values.clone()),
            },
        }
    }

    /// Whether some part of it looks at the author.
    pub(super) fn asks_author(&self) -> bool {
        match self {
            Self::And(plans) | Self::Or(plans) => plans.iter().any(Self::asks_author),
            Self::Not(plan) => plan.asks_author(),
            Self::Author(_) => true,
            Self::Phrase(_) | Self::Network(_) | Self::Lang(_) => false,
        }
    }

    /// Whether a post answers it.
    pub(super) fn holds(&self, post: &PostView<'_>, reading: &Reading) -> bool {
        match self {
            Self::And(plans) => plans.iter().all(|plan| plan.holds(post, reading)),
            Self::Or(plans) => plans.iter().any(|plan| plan.holds(post, reading)),
            Self::Not(plan) => !plan.holds(post, reading),
            Self::Phrase(steps) => match steps.as_slice() {
                [Step::Terms(keys)] => keys.iter().any(|key| reading.holds(key)),
                [Step::Starts(starts)] => starts.iter().any(|start| reading.holds_start(start)),
                steps => !phrase(steps, reading).is_empty(),
            },
            Self::Author(names) => names.iter().any(|name| reading.is_author(name)),
            Self::Network(names) => names.iter().any(|name| post.network.eq_ignore_ascii_case(name)),
            Self::Lang(codes) => {
                post.lang.is_some_and(|lang| codes.iter().any(|code| lang.eq_ignore_ascii_case(code)))
            }
        }
    }

    /// Adds the stretches of a post that made it answer. A side of OR that does not hold adds nothing, nor does what is under NOT.
    pub(super) fn find(&self, post: &PostView<'_>, reading: &Reading, found: &mut Vec<Occurrence>) {
        match self {
            Self::And(plans) => plans.iter().for_each(|plan| plan.find(post, reading, found)),
            Self::Or(plans) => {
                for plan in plans.iter().filter(|plan| plan.holds(post, reading)) {
                    plan.find(post, reading, found);
                }
            }
            Self::Phrase(steps) => found.extend(phrase(steps, reading)),
            Self::Not(_) | Self::Author(_) | Self::Network(_) | Self::Lang(_) => {}
        }
    }
}

impl Step {
    fn word(word: &str) -> Self {
        let is_word = word.chars().next().is_some_and(|c| Class::of(c).starts_word());
        let kind = if is_word { Kind::Word } else { Kind::Emoji };
        Self::Terms(variants(word).iter().map(|each| Key::new(kind, each)).collect())
    }

    fn of(word: &PhraseWord) -> Self {
        match word {
            PhraseWord::Word(word) => Self::word(word),
            PhraseWord::Prefix(word) => Self::Starts(variants(word)),
            PhraseWord::Compound { parts, prefix } => {
                let last = |word: &str| if *prefix { Self::Starts(variants(word)) } else { Self::word(word) };
                let mut steps: Vec<Self> = parts.iter().map(|part| Self::word(part)).collect();
                if let (Some(step), Some(part)) = (steps.last_mut(), parts.last()) {
                    *step = last(part);
                }
                Self::Compound { parts: steps, joined: Box::new(last(&parts.concat())) }
            }
        }
    }

    /// All its occurrences.
    fn find(&self, reading: &Reading) -> Vec<Occurrence> {
        let mut found = Vec::new();
        match self {
            Self::Terms(keys) => keys.iter().for_each(|key| reading.find(key, &mut found)),
            Self::Starts(starts) => starts.iter().for_each(|start| reading.find_start(start, &mut found)),
            Self::Compound { parts, joined } => {
                found = phrase(parts, reading);
                found.extend(joined.find(reading));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// All occurrences of steps on places in a row. Each step starts where the one before it ended, so no token serves twice.
fn phrase(steps: &[Step], reading: &Reading) -> Vec<Occurrence> {
    let Some((first, rest)) = steps.split_first() else { return Vec::new() };
    let mut reached = first.find(reading);
    for step in rest {
        if reached.is_empty() {
            break;
        }
        let following = step.find(reading);
        let mut longer = Vec::new();
        for start in &reached {
            let from = following.partition_point(|each| each.first < start.next);
            for end in following[from..].iter().take_while(|each| each.first == start.next) {
                longer.push(Occurrence { next: end.next, until: end.until, ..*start });
            }
        }
        longer.sort_unstable();
        longer.dedup();
        reached = longer;
    }
    reached
}
