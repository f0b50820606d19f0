//! The posts and queries of a data folder of the matching measures, as the product takes them: a file to import, and topics.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use jiff::Timestamp;
use nabat_crisis::person::Actor;
use nabat_crisis::topic::{AnswerPolicy, TopicKind};
use nabat_store::{Import, Store, StoreError, TopicDraft};
use serde_json::{Map, Value};
use tokio::runtime::{Builder, Runtime};

/// Posts of the folder, apart by whether a query of a set finds them.
pub(crate) struct Posts {
    matched: Vec<Map<String, Value>>,
    others: Vec<Map<String, Value>>,
}

/// A query with its number of matching posts.
pub(crate) struct Query {
    pub(crate) text: String,
    pub(crate) n_posts: usize,
}

/// The lines of a zipped file.
fn lines(dir: &Path, name: &str) -> Result<impl Iterator<Item = Result<String>>> {
    let path = dir.join(name);
    let file = File::open(&path).with_context(|| format!("failed to open `{}`", path.display()))?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    Ok(lines.map(move |line| line.with_context(|| format!("failed to read `{}`", path.display()))))
}

/// Two columns of a zipped table.
fn pairs(dir: &Path, name: &str) -> Result<Vec<(String, String)>> {
    lines(dir, name)?
        .map(|line| {
            let line = line?;
            let (one, other) = line.split_once('\t').with_context(|| format!("`{line}` has one column"))?;
            Ok((one.to_owned(), other.to_owned()))
        })
        .collect()
}

impl Posts {
    /// Reads the posts; `set` is the part of the file names that tells the set of queries, as in `10k`.
    pub(crate) fn read(dir: &Path, set: &str) -> Result<Self> {
        let golden = pairs(dir, &format!("golden-{set}.tsv.gz"))?;
        let found: HashSet<String> = golden.into_iter().map(|(post, _)| post).collect();
        let mut posts = Self { matched: Vec::new(), others: Vec::new() };
        for line in lines(dir, "posts.jsonl.gz")? {
            let post: Map<String, Value> = serde_json::from_str(&line?).context("a post is not JSON")?;
            let is_found = post.get("id").and_then(Value::as_str).is_some_and(|id| found.contains(id));
            if is_found { posts.matched.push(post) } else { posts.others.push(post) }
        }
        if posts.matched.is_empty() || posts.others.is_empty() {
            bail!("`{}` has no posts that match, or none that do not", dir.display());
        }
        Ok(posts)
    }

    /// Writes so many posts, of which a share matches, each with a key of its own; how many match. With `word` it ends each text.
    pub(crate) fn write(&self, path: &Path, n_posts: u64, share: f64, word: Option<&str>) -> Result<u64> {
        let file = File::create(path).with_context(|| format!("failed to make `{}`", path.display()))?;
        let mut out = BufWriter::new(file);
        let mut lines = [
            self.pieces(&self.matched, word)?.into_iter().cycle(),
            self.pieces(&self.others, word)?.into_iter().cycle(),
        ];
        let mut n_matched = 0;
        for number in 0..n_posts {
            let is_match = ((number + 1) as f64 * share) as u64 > n_matched;
            n_matched += u64::from(is_match);
            let line = lines[usize::from(!is_match)].next().context("there are no posts")?;
            writeln!(out, "{{\"id\":\"m{number}\",{line}").context("failed to write posts")?;
        }
        out.flush().context("failed to write posts")?;
        Ok(n_matched)
    }

    /// Each post as a line of JSON from behind its key on.
    fn pieces(&self, posts: &[Map<String, Value>], word: Option<&str>) -> Result<Vec<String>> {
        let piece = |post: &Map<String, Value>| {
            let mut post = post.clone();
            post.remove("id");
            if let (Some(word), Some(Value::String(text))) = (word, post.get_mut("text")) {
                text.push(' ');
                text.push_str(word);
            }
            let whole = Value::Object(post).to_string();
            whole.strip_prefix('{').map(str::to_owned).context("a post is no object")
        };
        posts.iter().map(piece).collect()
    }
}

/// The queries of a set.
pub(crate) fn queries(dir: &Path, set: &str) -> Result<Vec<Query>> {
    let golden = pairs(dir, &format!("golden-{set}.tsv.gz"))?;
    let mut n_posts = std::collections::HashMap::<String, usize>::new();
    for (_, query) in golden {
        *n_posts.entry(query).or_default() += 1;
    }
    let queries = pairs(dir, &format!("queries-{set}.tsv.gz"))?;
    Ok(queries
        .into_iter()
        .map(|(id, text)| Query { n_posts: n_posts.get(&id).copied().unwrap_or(0), text })
        .collect())
}

/// Puts topics with these queries into a new store, at once: adding them one by one, as people do, is no part of what is measured.
pub(crate) fn put_topics<'a>(data: &Path, queries: impl Iterator<Item = &'a str>) -> Result<()> {
    let draft = |(number, query): (usize, &str)| TopicDraft {
        name: format!("Topic {number}"),
        kind: TopicKind::Brand,
        query: query.to_owned(),
        answers: AnswerPolicy::None,
        answer_within_minutes: 60,
    };
    let drafts = queries.enumerate().map(draft).collect();
    let store = Store::open(data)?;
    runtime()?.block_on(async {
        store.create_topics(drafts, Actor::Nabat, Timestamp::now()).await?;
        // Nothing is stored yet, so the queries have run over all of it; a server would begin with that.
        for pending in store.pending_reruns().await? {
            store.settle_rerun(pending.topic, pending.version, 0, 0).await?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(())
}

/// The report of the latest import.
pub(crate) fn last_import(data: &Path) -> Result<Import> {
    let store = Store::open_read_only(data)?;
    let imports = runtime()?.block_on(store.imports(1))?;
    imports.into_iter().next().context("nothing was imported")
}

fn runtime() -> Result<Runtime> {
    Builder::new_current_thread().build().context("failed to start a runtime")
}
