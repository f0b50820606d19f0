//! A query and all that is derived from it, asked of each post at once: branches, exclusions, forms.
//!
//! Each derived query is one more query of one engine, so a post is read once however much is asked of it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_store::Viewed;
use nabat_watch::matching::explain::{Branch, Exclusion, WordForms, branches, exclusions, words};
use nabat_watch::matching::forms::{Form, Reason};
use nabat_watch::matching::query::{CompoundHow, Expr, Node, PhraseWord, Word};
use nabat_watch::matching::view::Sentiment;
use nabat_watch::matching::{Engine, Query, Scratch};

use super::preview_query::{BranchCount, DayCount, ExclusionCount, FormCount, Preview, WordCount};
use super::query::{in_utf16, reason_note};
use crate::viewed::post_view;

/// Most branches, exclusions and words that are told of; a query with more is not read by people any more.
const BRANCHES_MAX: usize = 200;
const EXCLUSIONS_MAX: usize = 200;
const WORDS_MAX: usize = 200;
/// Most forms that are counted (guess: a hundred words of Russian with their slips).
const FORMS_MAX: usize = 4_000;
/// The number of the query itself in the engine; it comes before all that is derived from it.
const WHOLE: TopicId = TopicId(0);

/// What one query of the engine stands for.
#[derive(Debug, Clone, Copy)]
enum Role {
    Whole,
    /// A side of the OR of that number.
    Branch {
        group: usize,
        number: usize,
    },
    /// The query without one of its exclusions.
    Without(usize),
    /// A form of a word.
    Form {
        word: usize,
        form: usize,
    },
}

/// Counts over posts what a query finds, and through what.
pub(super) struct Counting {
    engine: Engine,
    roles: Vec<Role>,
    /// For each group of branches, how many of them a post answers.
    n_held: Vec<u32>,
    scratch: Scratch,
    found: Vec<TopicId>,
    /// Posts that match.
    matching: Vec<(Timestamp, MentionId)>,
    counted: Preview,
}

impl Counting {
    /// Derives all there is to ask. `text` is the query's text, for places; the last of `days` is today.
    pub(super) fn new(query: &Query, text: &str, days: Vec<DayCount>) -> Self {
        let mut derived = Derived::default();
        derived.add_branches(text, branches(query));
        derived.add_exclusions(text, exclusions(query));
        derived.add_words(text, words(query));
        let all = std::iter::once(query).chain(&derived.queries);
        let engine = Engine::new((0..).map(TopicId).zip(all));
        let roles = std::iter::once(Role::Whole).chain(derived.roles).collect();
        let n_held = vec![0; derived.n_groups];
        let (scratch, found, matching) = Default::default();
        Self { engine, roles, n_held, scratch, found, matching, counted: Preview { days, ..derived.counted } }
    }

    /// Asks everything of a post.
    pub(super) fn look(&mut self, viewed: &Viewed<'_>) {
        let from = self.counted.scanned_from.get_or_insert(viewed.published_at);
        *from = viewed.published_at.min(*from);
        let post = post_view(viewed);
        self.engine.matches(&post, &mut self.scratch, &mut self.found);
        let matches = self.found.first() == Some(&WHOLE);
        if matches {
            self.matching.push((viewed.published_at, viewed.id));
            count_day(&mut self.counted.days, viewed.published_at);
            self.counted.n_with_sentiment += u64::from(post.sentiment.is_some());
            self.counted.n_negative += u64::from(post.sentiment == Some(Sentiment::Negative));
        }
        self.n_held.fill(0);
        let roles = self.found.iter().filter_map(|id| self.roles.get(usize::try_from(id.0).ok()?));
        for role in roles.clone() {
            match *role {
                Role::Whole => {}
                Role::Branch { group, number } => {
                    self.n_held[group] += 1;
                    self.counted.branches[number].n += 1;
                }
                Role::Without(number) => self.counted.exclusions[number].n_removed += u64::from(!matches),
                Role::Form { word, form } => self.counted.words[word].forms[form].n += u64::from(matches),
            }
        }
        for role in roles {
            if let Role::Branch { group, number } = *role {
                self.counted.branches[number].n_only += u64::from(self.n_held[group] == 1);
            }
        }
    }

    /// What was counted, and the posts that match.
    pub(super) fn done(self) -> (Preview, Vec<(Timestamp, MentionId)>) {
        let n_matched = self.matching.len() as u64;
        (Preview { n_matched, ..self.counted }, self.matching)
    }
}

fn count_day(days: &mut [DayCount], published_at: Timestamp) {
    let day: Date = published_at.to_zoned(TimeZone::UTC).date();
    if let Ok(place) = days.binary_search_by_key(&day, |each| each.day) {
        days[place].n += 1;
    }
}

/// The queries derived from one, with what each stands for.
#[derive(Default)]
struct Derived {
    queries: Vec<Query>,
    roles: Vec<Role>,
    n_groups: usize,
    counted: Preview,
}

impl Derived {
    fn push(&mut self, query: Query, role: Role) {
        self.queries.push(query);
        self.roles.push(role);
    }

    fn add_branches(&mut self, text: &str, branches: Vec<Branch>) {
        for (number, branch) in branches.into_iter().take(BRANCHES_MAX).enumerate() {
            self.n_groups = self.n_groups.max(branch.group + 1);
            self.counted.branches.push(BranchCount { span: in_utf16(text, &branch.span), n: 0, n_only: 0 });
            self.push(branch.query, Role::Branch { group: branch.group, number });
        }
    }

    fn add_exclusions(&mut self, text: &str, exclusions: Vec<Exclusion>) {
        for (number, exclusion) in exclusions.into_iter().take(EXCLUSIONS_MAX).enumerate() {
            let span = in_utf16(text, &exclusion.span);
            self.counted.exclusions.push(ExclusionCount { span, n_removed: 0 });
            self.push(exclusion.query, Role::Without(number));
        }
    }

    fn add_words(&mut self, text: &str, words: Vec<WordForms>) {
        for (word, forms) in words.into_iter().take(WORDS_MAX).enumerate() {
            let count = word_count(text, &forms);
            for (form, each) in count.forms.iter().enumerate().filter(|(_, each)| !each.struck) {
                if self.queries.len() < FORMS_MAX {
                    self.push(of_form(&each.form), Role::Form { word, form });
                }
            }
            self.counted.words.push(count);
        }
    }
}

/// A query for one form, exactly so.
fn of_form(form: &str) -> Query {
    let parts: Vec<Box<str>> = form.split('-').filter(|part| !part.is_empty()).map(Box::from).collect();
    let expr = match parts.as_slice() {
        [] | [_] => Expr::Word(Word::exact(form)),
        _ => Expr::Phrase(vec![PhraseWord::Compound { parts, how: CompoundHow::Exact }]),
    };
    Query::of(Node { span: 0..0, expr })
}

/// A word with its forms: generated, struck and added.
pub(super) fn word_count(text: &str, word: &WordForms) -> WordCount {
    let of = |form: &Form, added: bool| FormCount {
        form: form.text.to_string(),
        shown: form.shown.to_string(),
        struck: word.choices.struck.contains(&form.text),
        added,
        ordinary: form.ordinary,
        // The parts of a compound tell it, as the words of a phrase do.
        capital_only: form.needs_capital() && !added && !form.text.contains('-'),
        reasons: form.reasons.iter().map(reason_note).collect(),
        n: 0,
    };
    let mut forms: Vec<_> =
        word.forms.iter().map(|form| of(form, word.choices.added.contains(&form.text))).collect();
    for added in &word.choices.added {
        if !word.forms.iter().any(|form| form.text == *added) {
            let reasons = vec![Reason::Added];
            let form = Form { text: added.clone(), shown: added.clone(), reasons, ordinary: false };
            forms.push(of(&form, true));
        }
    }
    WordCount {
        span: in_utf16(text, &word.span),
        list: word.list.as_ref().map(|list| in_utf16(text, list)),
        written: word.written.to_string(),
        capitalised: word.choices.capitalised,
        may_be_ordinary: forms
            .iter()
            .any(|form| form.ordinary && !(form.capital_only || form.added || form.struck)),
        forms,
    }
}
