//! A query expanded into what is compared with a post: forms, look-alikes and single edits are written out here, once per query and
//! never per post. The plain evaluator and the engine work on the same expansion, so they differ in how they look, never in what they
//! look for.

use nabat_text::forms::{self, Form, Reason};
use nabat_text::letters::{Class, fold};
use nabat_text::slips::within_one_edit;
use nabat_text::tokens::{Kind, hash, plain_words, squeezed, variants};

use super::query::{Choices, CompoundHow, Expr, Field, How, Node, PhraseWord, Word};

/// Fewest letters of a squeezed word that is looked for: of fewer, ООО would be found as о, and www as w.
const SQUEEZED_LETTERS_MIN: usize = 3;

/// What a word without a list says.
static NOTHING_CHOSEN: Choices = Choices { struck: Vec::new(), added: Vec::new(), capitalised: false };

/// What a query asks; every leaf looks at one place of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    And(Vec<Asked>),
    /// Any of them; of none, nothing.
    Or(Vec<Asked>),
    Not(Box<Asked>),
    /// Sides are places: phrases, windows, NEARs, and OR of them.
    Near {
        sides: Box<[Asked; 2]>,
        distance: u32,
        ordered: bool,
    },
    /// Sides are places; the first may be another sentence.
    Sentence(Box<[Asked; 2]>),
    /// Steps on places in a row; a single word is a phrase of one step.
    Phrase(Vec<Step>),
    /// Steps in any order, by different tokens, with at most `distance` other places among them.
    Window {
        steps: Vec<Step>,
        distance: u32,
    },
    Field(Field, Vec<Box<str>>),
    Followers {
        min: Option<u64>,
        max: Option<u64>,
    },
    /// The same, in the title only.
    Title(Box<Asked>),
}

/// A member of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// One of several terms.
    Any(Vec<Look>),
    /// One of several rows of steps: the parts in a row, or the joined word.
    Compound(Vec<Vec<Step>>),
}

/// One thing to look for at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) kind: LookKind,
    /// Folded, but for [`LookKind::Cased`].
    pub(super) text: Box<str>,
    /// Hash of the term it is found by; of a prefix, infix or pattern it means nothing.
    pub(super) hash: u64,
}

/// How a look finds its term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum LookKind {
    Word,
    Emoji,
    Tag,
    Name,
    /// A stretched word of the post, cut to these letters.
    Squeezed,
    /// A word with exactly these capitals and marks.
    Cased,
    /// A word whose first letter is a capital in the post.
    Capitalised,
    /// A word that starts so.
    Prefix,
    /// A word that holds it.
    Infix,
    /// A word with any letter or digit at each `?`.
    Pattern,
}

impl LookKind {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 10] = [
        Self::Word,
        Self::Emoji,
        Self::Tag,
        Self::Name,
        Self::Squeezed,
        Self::Cased,
        Self::Capitalised,
        Self::Prefix,
        Self::Infix,
        Self::Pattern,
    ];
}

const _: () = assert!(LookKind::ALL.len() == LookKind::Pattern as usize + 1);

impl Look {
    pub(super) fn new(kind: LookKind, text: &str) -> Self {
        let hash = match kind {
            LookKind::Word | LookKind::Capitalised => hash(Kind::Word, text),
            LookKind::Emoji => hash(Kind::Emoji, text),
            LookKind::Tag => hash(Kind::Tag, text),
            LookKind::Name => hash(Kind::Name, text),
            LookKind::Squeezed => hash(Kind::Squeezed, text),
            LookKind::Cased => hash(Kind::Word, &fold(text)),
            LookKind::Prefix | LookKind::Infix | LookKind::Pattern => 0,
        };
        Self { kind, text: text.into(), hash }
    }
}

/// What a node asks.
pub(super) fn expand(node: &Node) -> Asked {
    match &node.expr {
        Expr::And(nodes) => Asked::And(nodes.iter().map(expand).collect()),
        Expr::Or(nodes) => Asked::Or(nodes.iter().map(expand).collect()),
        Expr::Not(node) => Asked::Not(Box::new(expand(node))),
        Expr::Near { sides, distance, ordered } => Asked::Near {
            sides: Box::new([expand(&sides[0]), expand(&sides[1])]),
            distance: u32::from(*distance),
            ordered: *ordered,
        },
        Expr::Sentence(sides) => Asked::Sentence(Box::new([expand(&sides[0]), expand(&sides[1])])),
        Expr::Word(word) => Asked::Phrase(vec![word_step(word)]),
        Expr::Phrase(words) => phrase(words),
        Expr::Window { words, distance } => {
            Asked::Window { steps: words.iter().map(member_step).collect(), distance: u32::from(*distance) }
        }
        Expr::Tag(tag) => one(Look::new(LookKind::Tag, tag)),
        Expr::Name(name) => one(Look::new(LookKind::Name, name)),
        Expr::Field { field, values } => Asked::Field(*field, values.clone()),
        Expr::Followers { min, max } => Asked::Followers { min: *min, max: *max },
        Expr::Title(inside) => Asked::Title(Box::new(expand(inside))),
        Expr::Part(_) => Asked::Or(Vec::new()),
    }
}

fn chosen(choices: &Option<Box<Choices>>) -> &Choices {
    choices.as_deref().unwrap_or(&NOTHING_CHOSEN)
}

fn one(look: Look) -> Asked {
    Asked::Phrase(vec![Step::Any(vec![look])])
}

/// A phrase: one row of steps, or several that agree in case when several of its words inflect.
fn phrase(words: &[PhraseWord]) -> Asked {
    let inflecting =
        words.iter().filter(|word| matches!(word, PhraseWord::Word(Word { how: How::Forms { .. }, .. })));
    if inflecting.count() < 2 {
        return Asked::Phrase(words.iter().map(member_step).collect());
    }
    let mut rows = Vec::new();
    for row in phrase_forms(words) {
        let steps: Vec<Step> =
            words.iter().zip(row).map(|(word, forms)| agreeing_step(word, forms)).collect();
        let can_stand = steps.iter().all(|step| !step.is_empty());
        let row = Asked::Phrase(steps);
        if can_stand && !rows.contains(&row) {
            rows.push(row);
        }
    }
    match rows.len() {
        1 => rows.remove(0),
        _ => Asked::Or(rows),
    }
}

/// The forms of the words of a phrase: rows that agree, of places, of alternatives. What does not inflect stands there as it is
/// written, so that its neighbours can agree with it.
pub(super) fn phrase_forms(words: &[PhraseWord]) -> Vec<Vec<Vec<Form>>> {
    let written: Vec<&str> = words.iter().map(written).collect();
    let mut rows = forms::of_phrase(&written);
    rows.retain(|row| row.len() == words.len());
    if rows.is_empty() {
        rows.push(written.into_iter().map(forms::of_word).collect());
    }
    rows
}

fn written(word: &PhraseWord) -> &str {
    match word {
        PhraseWord::Word(Word { text, how }) => match how {
            How::Forms { written, .. } | How::Cased { written } => written,
            How::Exact | How::Prefix | How::Infix | How::Pattern | How::Fuzzy => text,
        },
        PhraseWord::Compound { parts, how } => match how {
            CompoundHow::Forms { written, .. } => written,
            CompoundHow::Exact | CompoundHow::Prefix => parts.first().map_or("", |part| part),
        },
    }
}

/// A member of a phrase with the forms that its row gives it, if it inflects.
fn agreeing_step(word: &PhraseWord, forms: Vec<Form>) -> Step {
    match word {
        PhraseWord::Word(Word { how: How::Forms { choices, .. }, text }) => {
            forms_step(text, forms, chosen(choices), Beside::Neighbours)
        }
        PhraseWord::Word(_) | PhraseWord::Compound { .. } => member_step(word),
    }
}

fn member_step(word: &PhraseWord) -> Step {
    match word {
        PhraseWord::Word(word) => word_step(word),
        PhraseWord::Compound { parts, how } => match how {
            CompoundHow::Forms { written, choices } => compound_forms(written, chosen(choices)),
            CompoundHow::Exact => compound(parts, exact_step),
            CompoundHow::Prefix => compound(parts, |text| looks_of(LookKind::Prefix, text)),
        },
    }
}

pub(super) fn word_step(word: &Word) -> Step {
    match &word.how {
        How::Forms { written, choices } => {
            forms_step(&word.text, forms::of_word(written), chosen(choices), Beside::Nothing)
        }
        How::Exact => exact_step(&word.text),
        How::Cased { written } => Step::Any(vec![Look::new(LookKind::Cased, written)]),
        How::Prefix => looks_of(LookKind::Prefix, &word.text),
        How::Infix => looks_of(LookKind::Infix, &word.text),
        How::Pattern => looks_of(LookKind::Pattern, &word.text),
        How::Fuzzy => Step::Any(
            within_one_edit(&word.text).iter().map(|each| Look::new(LookKind::Word, each)).collect(),
        ),
    }
}

fn exact_step(text: &str) -> Step {
    let is_word = text.chars().next().is_some_and(|c| Class::of(c).starts_word());
    looks_of(if is_word { LookKind::Word } else { LookKind::Emoji }, text)
}

/// The word, and what it looks like in one alphabet if it mixes two.
fn looks_of(kind: LookKind, text: &str) -> Step {
    Step::Any(variants(text).iter().map(|each| Look::new(kind, each)).collect())
}

impl Step {
    /// Whether nothing can be found by it, since all its forms were struck.
    fn is_empty(&self) -> bool {
        match self {
            Self::Any(looks) => looks.is_empty(),
            Self::Compound(rows) => rows.is_empty(),
        }
    }
}

/// What tells a name that is an ordinary word in the other alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Its capital only.
    Nothing,
    /// The words of its phrase.
    Neighbours,
}

/// The forms of a word, after what its author struck and added.
fn forms_step(own: &str, forms: Vec<Form>, choices: &Choices, beside: Beside) -> Step {
    let mut chosen = Chosen { capitalised: choices.capitalised, ..Chosen::default() };
    for form in forms.iter().filter(|form| !choices.struck.contains(&form.text)) {
        if beside == Beside::Nothing && form.needs_capital() {
            chosen.push(Look::new(LookKind::Capitalised, &form.text));
        } else {
            chosen.add(&form.text, is_stretchable(form));
        }
    }
    if forms.is_empty() && !is_struck(choices, own) {
        chosen.add(own, true);
    }
    for variant in variants(own).iter().skip(1).filter(|each| !is_struck(choices, each)) {
        chosen.add(variant, true);
    }
    for form in &choices.added {
        chosen.add(form, true);
    }
    chosen.step()
}

fn is_struck(choices: &Choices, form: &str) -> bool {
    choices.struck.iter().any(|struck| &**struck == form)
}

/// People stretch words, not slips of the keyboard.
fn is_stretchable(form: &Form) -> bool {
    form.reasons.iter().any(|reason| match reason {
        Reason::Written | Reason::Inflected(..) | Reason::English(_) | Reason::Added => true,
        Reason::Transliterated | Reason::Layout | Reason::LookAlike => false,
    })
}

/// The forms of one word as they are gathered.
#[derive(Default)]
struct Chosen {
    looks: Vec<Look>,
    /// Forms of several words.
    rows: Vec<Vec<Step>>,
    capitalised: bool,
}

impl Chosen {
    fn add(&mut self, form: &str, stretchable: bool) {
        let parts = plain_words(form);
        if parts.len() > 1 {
            let steps = parts.iter().enumerate().map(|(at, part)| self.part(at, &part.text)).collect();
            self.rows.push(steps);
            if !form.contains(char::is_whitespace) {
                let joined: String = parts.iter().map(|part| part.text.as_str()).collect();
                self.add(&joined, stretchable);
            }
            return;
        }
        self.push(Look::new(self.kind(), form));
        let short = squeezed(form);
        if stretchable && !self.capitalised && short.chars().count() >= SQUEEZED_LETTERS_MIN {
            self.push(Look::new(LookKind::Squeezed, &short));
        }
    }

    fn part(&self, at: usize, text: &str) -> Step {
        let kind = if at == 0 { self.kind() } else { LookKind::Word };
        Step::Any(vec![Look::new(kind, text)])
    }

    fn kind(&self) -> LookKind {
        if self.capitalised { LookKind::Capitalised } else { LookKind::Word }
    }

    fn push(&mut self, look: Look) {
        if !self.looks.contains(&look) {
            self.looks.push(look);
        }
    }

    fn step(mut self) -> Step {
        if self.rows.is_empty() {
            return Step::Any(self.looks);
        }
        if !self.looks.is_empty() {
            self.rows.insert(0, vec![Step::Any(self.looks)]);
        }
        Step::Compound(self.rows)
    }
}

/// The parts on places in a row, or the joined word; `last` says how the last part and the joined word are looked for.
fn compound(parts: &[Box<str>], last: impl Fn(&str) -> Step) -> Step {
    let mut steps: Vec<Step> = parts.iter().map(|part| exact_step(part)).collect();
    if let (Some(step), Some(part)) = (steps.last_mut(), parts.last()) {
        *step = last(part);
    }
    Step::Compound(vec![steps, vec![last(&parts.concat())]])
}

/// The forms of a word with inner punctuation, after what its author struck and added.
fn compound_forms(written: &str, choices: &Choices) -> Step {
    let words = plain_words(written);
    let parts: Vec<&str> = words.iter().map(|word| &written[word.span.clone()]).collect();
    let struck: Vec<String> = choices.struck.iter().map(|form| form.replace('-', "")).collect();
    let mut rows: Vec<Vec<Step>> = Vec::new();
    for alternative in forms::of_compound(&parts, written) {
        let row = compound_row(&alternative, &struck, choices.capitalised);
        if row.iter().all(|step| !step.is_empty()) && !rows.contains(&row) {
            rows.push(row);
        }
    }
    let mut added = Chosen { capitalised: choices.capitalised, ..Chosen::default() };
    choices.added.iter().for_each(|form| added.add(form, true));
    match added.step() {
        Step::Any(looks) if looks.is_empty() => {}
        Step::Any(looks) => rows.push(vec![Step::Any(looks)]),
        Step::Compound(more) => rows.extend(more),
    }
    Step::Compound(rows)
}

/// One way to write a compound. A struck form is taken from the last place, since the parts before it rarely change.
fn compound_row(places: &[Vec<Form>], struck: &[String], capitalised: bool) -> Vec<Step> {
    let before: String =
        places.iter().rev().skip(1).rev().filter_map(|forms| forms.first()).map(|form| &*form.text).collect();
    let mut row = Vec::with_capacity(places.len());
    for (at, forms) in places.iter().enumerate() {
        let is_last = at + 1 == places.len();
        let mut chosen = Chosen { capitalised: capitalised && at == 0, ..Chosen::default() };
        for form in forms {
            if is_last && struck.contains(&format!("{before}{}", form.text)) {
                continue;
            }
            chosen.add(&form.text, is_stretchable(form));
            for variant in variants(&form.text).iter().skip(1) {
                chosen.add(variant, false);
            }
        }
        row.push(chosen.step());
    }
    row
}
