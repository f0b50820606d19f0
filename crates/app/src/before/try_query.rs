//! A query tried without a store, on posts that somebody holds: what the command line does on files.

use jiff::Timestamp;
use nabat_crisis::id::TopicId;
use nabat_crisis::network::Network;
use nabat_crisis::post::{
    Author, Change, Container, Engagement, Item, ItemKind, ItemUid, PostEvent, Refusal, Retention,
};
use nabat_watch::intake;
use nabat_watch::matching::explain::{Leaf, Part, explain, words};
use nabat_watch::matching::query::{Expr, Node};
use nabat_watch::matching::{Engine, PostView, Query, Scratch};

use super::derived::word_count;
use super::preview_query::WordCount;
use super::query::{Note, Parts, QueryFault, checked, reason_note};
use super::translate_query::{Translated, in_our_words};

/// A query that can be used, and what there is to know about it.
#[derive(Debug)]
pub struct Tried {
    /// Its text in our language.
    pub text: String,
    /// How it is read, in full brackets.
    pub reading: String,
    /// What to know about it, with places in `text`.
    pub warnings: Vec<QueryFault>,
    /// The words that inflect, with their forms.
    pub words: Vec<WordCount>,
    /// What came of the translation, when it was written for another tool.
    pub translated: Option<Translated>,
    query: Query,
    engine: Engine,
}

/// Why a query cannot be used.
#[derive(Debug)]
pub struct TriedFault {
    /// What is wrong.
    pub fault: QueryFault,
    /// The text its place is in, when that is not the text that was given but its translation.
    pub text: Option<String>,
}

/// Why a post matches, or why not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explained {
    /// Whether it matches.
    pub matches: bool,
    /// What of the query was found in it.
    pub found: Vec<Found>,
    /// What of the query keeps it from matching.
    pub missing: Vec<Missing>,
}

/// A part of a query that a post holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// That part, as written.
    pub asked: String,
    /// The words of the post that answered it; empty for what is not looked for in its text.
    pub met: String,
    /// Why these words answer it.
    pub reasons: Vec<Note>,
}

/// A part of a query that keeps a post from matching.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// That part, as written.
    pub asked: String,
    /// Whether it must not hold and does, instead of the other way round.
    pub excludes: bool,
}

/// A post to try a query on.
#[derive(Debug, Clone)]
pub struct TriedPost(Item);

/// Reads a query, translated first when it was written for another tool.
///
/// # Errors
/// What is wrong with it, and where.
pub fn try_query(text: &str, dialect: Option<&str>, parts: &Parts) -> Result<Tried, TriedFault> {
    let (ours, translated) =
        in_our_words(text.to_owned(), dialect).map_err(|fault| TriedFault { fault, text: None })?;
    let (query, warnings) = checked(&ours, parts)
        .map_err(|fault| TriedFault { fault, text: translated.is_some().then(|| ours.clone()) })?;
    Ok(Tried {
        reading: query.to_string(),
        warnings,
        words: words(&query).iter().map(|word| word_count(&ours, word)).collect(),
        translated,
        engine: Engine::new([(TopicId(0), &query)]),
        text: ours,
        query,
    })
}

impl Tried {
    /// Whether a post matches.
    pub fn matches(&self, post: &TriedPost) -> bool {
        holds(&self.engine, &PostView::from(&post.0))
    }

    /// Why a post matches, or what keeps it from matching.
    pub fn explain(&self, post: &TriedPost) -> Explained {
        let view = PostView::from(&post.0);
        let mut explained = Explained::default();
        match explain(&self.query, &view) {
            Some(explanation) => {
                explained.matches = true;
                explained.found =
                    explanation.leaves.iter().flat_map(|leaf| self.found(leaf, &post.0)).collect();
            }
            None => self.missing(&self.query.root, &view, &mut explained.missing),
        }
        explained
    }

    /// What answered a leaf, each form once.
    fn found(&self, leaf: &Leaf, item: &Item) -> Vec<Found> {
        let asked = self.text.get(leaf.span.clone()).unwrap_or_default();
        if leaf.met.is_empty() {
            return vec![Found { asked: asked.to_owned(), met: String::new(), reasons: Vec::new() }];
        }
        let mut all: Vec<Found> = Vec::new();
        for met in &leaf.met {
            let words = match met.part {
                Part::Title => item.title.as_deref().unwrap_or_default().get(met.bytes.clone()),
                Part::Text => item.text.get(met.bytes.clone()),
                Part::Beside => Some(&*met.form),
            };
            let words = words.unwrap_or(&met.form);
            if !all.iter().any(|found| found.met == words) {
                let reasons = met.reasons.iter().map(reason_note).collect();
                all.push(Found { asked: asked.to_owned(), met: words.to_owned(), reasons });
            }
        }
        all
    }

    /// Of what is joined by AND, the parts that keep a post from matching.
    fn missing(&self, node: &Node, post: &PostView<'_>, missing: &mut Vec<Missing>) {
        match &node.expr {
            Expr::And(nodes) => nodes.iter().for_each(|node| self.missing(node, post, missing)),
            Expr::Not(inner) if node_holds(inner, post) => missing.push(self.missed(inner, true)),
            Expr::Not(_) => {}
            _ if node_holds(node, post) => {}
            _ => missing.push(self.missed(node, false)),
        }
    }

    fn missed(&self, node: &Node, excludes: bool) -> Missing {
        let asked = self.text.get(node.span.clone()).map_or_else(|| node.to_string(), str::to_owned);
        Missing { asked, excludes }
    }
}

fn holds(engine: &Engine, post: &PostView<'_>) -> bool {
    let mut found = Vec::new();
    engine.matches(post, &mut Scratch::default(), &mut found);
    !found.is_empty()
}

fn node_holds(node: &Node, post: &PostView<'_>) -> bool {
    holds(&Engine::new([(TopicId(0), &Query::of(node.clone()))]), post)
}

impl TriedPost {
    /// A post with these words, of which nothing else is known.
    pub fn of_text(text: &str) -> Self {
        let network = Network::parse("web").expect("`web` is a name of a network");
        Self(Item {
            uid: ItemUid { network, key: "1".into() },
            kind: ItemKind::Post,
            author: Author::default(),
            container: None,
            title: None,
            text: text.to_owned(),
            lang: None,
            rating: None,
            links: Vec::new(),
            hashtags: Vec::new(),
            mentions: Vec::new(),
            attachments: Vec::new(),
            root: None,
            parent: None,
            quoted: None,
            published_at: Timestamp::UNIX_EPOCH,
            edited_at: None,
            permalink: None,
            engagement: Engagement::default(),
            retention: Retention::default(),
        })
    }

    /// The post of a record of a file, cleaned as on the stream; `None` for a record that says something else about a post.
    ///
    /// # Errors
    /// Why the record is refused.
    pub fn of_record(
        record: Result<PostEvent, Refusal>,
        received_at: Timestamp,
    ) -> Result<Option<Self>, Refusal> {
        let cleaned = intake::clean(record?, received_at).map_err(|refused| Refusal {
            position: 0,
            reason: refused.reason,
            detail: refused.detail,
            sample: String::new(),
        })?;
        Ok(match cleaned.change {
            Change::Created(item) | Change::Revised(item) => Some(Self(*item)),
            Change::Deleted { .. }
            | Change::Restored { .. }
            | Change::Metrics { .. }
            | Change::Audience { .. }
            | Change::Gap { .. } => None,
        })
    }

    /// Sets what is known of the post: `author`, `source` (or `network`), `lang`, `site`, `type`, `title`. False when there is no such
    /// field or it cannot have this value.
    pub fn set(&mut self, field: &str, value: &str) -> bool {
        let item = &mut self.0;
        match field {
            "author" => item.author.handle = Some(value.into()),
            "source" | "network" => match Network::parse(value) {
                Ok(network) => item.uid.network = network,
                Err(_) => return false,
            },
            "lang" => item.lang = Some(value.into()),
            "site" => item.container = Some(Container { id: value.into(), name: None }),
            "title" => item.title = Some(value.into()),
            "type" => match ItemKind::from_name(if value == "comment" { "reply" } else { value }) {
                Some(kind) => item.kind = kind,
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Its title and words.
    pub fn text(&self) -> String {
        match &self.0.title {
            Some(title) => format!("{title} {}", self.0.text),
            None => self.0.text.clone(),
        }
    }
}
