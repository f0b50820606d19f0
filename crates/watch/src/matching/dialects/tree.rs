//! What another tool's query asks, said in our language, and its printing with brackets that leave no doubt.
//!
//! Printing remembers which bytes of the source each printed piece came from, so that a fault found in the printed query can be
//! shown where its author wrote it.

use std::ops::Range;

/// A part of the query and the bytes of the source it was written in.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) span: Range<usize>,
    pub(super) ask: Ask,
}

/// What a part asks.
#[derive(Debug, Clone)]
pub(super) enum Ask {
    All(Vec<Said>),
    Any(Vec<Said>),
    Not(Box<Said>),
    Near {
        sides: Box<[Said; 2]>,
        distance: u64,
        ordered: bool,
    },
    /// A word, a phrase, a tag, a name or a field in our language.
    Leaf(String),
    /// A comment, with the part it stands before.
    Commented(String, Box<Said>),
}

impl Said {
    pub(super) fn leaf(text: impl Into<String>, span: Range<usize>) -> Self {
        Self { span, ask: Ask::Leaf(text.into()) }
    }

    /// The only part, or all of them.
    pub(super) fn all(parts: Vec<Self>) -> Option<Self> {
        joined(parts, Ask::All)
    }

    /// The only part, or any of them.
    pub(super) fn any(parts: Vec<Self>) -> Option<Self> {
        joined(parts, Ask::Any)
    }

    pub(super) fn not(self, span: Range<usize>) -> Self {
        Self { span, ask: Ask::Not(Box::new(self)) }
    }

    pub(super) fn near(sides: [Self; 2], distance: u64, ordered: bool) -> Self {
        let span = sides[0].span.start..sides[1].span.end.max(sides[0].span.end);
        Self { span, ask: Ask::Near { sides: Box::new(sides), distance, ordered } }
    }

    /// A word or a phrase that is looked for in the title.
    pub(super) fn titled(self) -> Self {
        let ask = match self.ask {
            Ask::Leaf(text) => Ask::Leaf(format!("title:{text}")),
            ask => ask,
        };
        Self { ask, ..self }
    }

    /// Its text, if it is a phrase.
    pub(super) fn phrase_text(&self) -> Option<&str> {
        match &self.ask {
            Ask::Leaf(text) if text.starts_with('"') => Some(text),
            _ => None,
        }
    }

    /// Whether it only excludes.
    pub(super) fn is_not(&self) -> bool {
        match &self.ask {
            Ask::Not(_) => true,
            Ask::Commented(_, part) => part.is_not(),
            Ask::All(_) | Ask::Any(_) | Ask::Near { .. } | Ask::Leaf(_) => false,
        }
    }

    fn is_group(&self) -> bool {
        match &self.ask {
            Ask::All(_) | Ask::Any(_) | Ask::Near { .. } => true,
            Ask::Commented(_, part) => part.is_group(),
            Ask::Not(_) | Ask::Leaf(_) => false,
        }
    }
}

fn joined(mut parts: Vec<Said>, ask: fn(Vec<Said>) -> Ask) -> Option<Said> {
    if parts.len() < 2 {
        return parts.pop();
    }
    let start = parts.iter().map(|part| part.span.start).min()?;
    let end = parts.iter().map(|part| part.span.end).max()?;
    Some(Said { span: start..end, ask: ask(parts) })
}

/// A printed query and where its pieces came from.
#[derive(Debug, Default)]
pub(super) struct Printed {
    pub(super) query: String,
    /// Bytes of the query, and the bytes of the source they say. Inner pieces stand before those around them.
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl Printed {
    pub(super) fn of(said: &Said) -> Self {
        let mut printed = Self::default();
        printed.print(said);
        printed
    }

    /// The smallest piece of the source that says these bytes of the query.
    pub(super) fn origin(&self, place: &Range<usize>) -> Option<Range<usize>> {
        self.places
            .iter()
            .filter(|(query, _)| query.start <= place.start && place.end <= query.end)
            .min_by_key(|(query, _)| query.len())
            .map(|(_, source)| source.clone())
    }

    fn print(&mut self, said: &Said) {
        let start = self.query.len();
        match &said.ask {
            Ask::All(parts) => self.print_all(parts),
            Ask::Any(parts) => self.print_parts(parts, " OR "),
            Ask::Not(part) => {
                self.query.push_str("NOT ");
                self.print_inside(part);
            }
            Ask::Near { sides, distance, ordered } => {
                let [first, second] = &**sides;
                // NEAR is read from the left, so a NEAR there needs no brackets, and a long chain does not nest.
                if matches!(first.ask, Ask::Near { .. }) {
                    self.print(first);
                } else {
                    self.print_inside(first);
                }
                let operator = if *ordered { "ONEAR" } else { "NEAR" };
                self.query.push_str(&format!(" {operator}/{distance} "));
                self.print_inside(second);
            }
            Ask::Leaf(text) => self.query.push_str(text),
            Ask::Commented(comment, part) => {
                self.query.push_str(comment);
                self.query.push(' ');
                self.print(part);
            }
        }
        self.places.push((start..self.query.len(), said.span.clone()));
    }

    /// `a AND b NOT c`, as people write it: an AND before a NOT says nothing more.
    fn print_all(&mut self, parts: &[Said]) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.query.push_str(if part.is_not() { " " } else { " AND " });
            }
            self.print_inside(part);
        }
    }

    fn print_parts(&mut self, parts: &[Said], operator: &str) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.query.push_str(operator);
            }
            self.print_inside(part);
        }
    }

    /// A part among others: groups get brackets, so that nobody has to know which operator binds closer.
    fn print_inside(&mut self, part: &Said) {
        if part.is_group() {
            self.query.push('(');
            self.print(part);
            self.query.push(')');
        } else {
            self.print(part);
        }
    }
}
