//! `nabat query explain`: of each post, why a query matches it, or what is missing.

use std::fs::File;
use std::io::BufRead as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use jiff::Timestamp;
use nabat_app::before::try_query::{Explained, Tried, TriedPost, try_query};
use nabat_app::crisis::person::Language;
use nabat_app::words::{self, Word};
use nabat_connectors::files::{FileReader, Format};

use super::{Common, reasons, say, say_fault, text_of, told};
use crate::commands::import::known_format;

/// Reasons of a form that are told: the plainest come first.
const REASONS_SHOWN: usize = 2;
/// Characters of a post that are shown.
const SHOWN_CHARS: usize = 200;

/// Arguments of `nabat query explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The query
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    query: Option<String>,
    /// File with the query instead
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// File of posts in any format of `nabat import` [default: one text a line from standard input]
    #[arg(long, value_name = "FILE")]
    posts: Option<PathBuf>,
    /// Format of that file [default: found out from the file]
    #[arg(long, value_name = "NAME", requires = "posts")]
    format: Option<String>,
    #[command(flatten)]
    common: Common,
}

/// Explains each post; exit code 1 when the query cannot be used.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let language = args.common.language();
    let text = match (&args.query, &args.file) {
        (Some(query), _) => query.clone(),
        (None, Some(path)) => text_of(path)?.trim_end().to_owned(),
        (None, None) => String::new(),
    };
    let tried = match try_query(&text, args.common.dialect, &args.common.parts()) {
        Ok(tried) => tried,
        Err(fault) => {
            say(&words::say(language, "query-cli-unusable", &[]));
            say_fault(language, fault.text.as_deref().unwrap_or(&text), &fault.fault);
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut sums = Sums::default();
    match &args.posts {
        Some(path) => {
            let format = args.format.as_deref().map(known_format).transpose()?;
            read_file(language, &tried, path, format, &mut sums)?;
        }
        None => {
            for (line, position) in std::io::stdin().lock().lines().zip(1..) {
                let line = line.context("failed to read standard input")?;
                say_post(language, &tried, position, &TriedPost::of_text(&line), &mut sums);
            }
        }
    }
    let said = [("n", Word::from(sums.n)), ("matched", Word::from(sums.n_matched))];
    say(&words::say(language, "query-cli-posts", &said));
    Ok(ExitCode::SUCCESS)
}

#[derive(Default)]
struct Sums {
    n: u64,
    n_matched: u64,
}

fn read_file(
    language: Language,
    tried: &Tried,
    path: &Path,
    format: Option<Format>,
    sums: &mut Sums,
) -> anyhow::Result<()> {
    let file = File::open(path).with_context(|| format!("failed to open `{}`", path.display()))?;
    let now = Timestamp::now();
    let reader = FileReader::open(file, &path.display().to_string(), format, now)
        .with_context(|| format!("failed to read `{}`", path.display()))?;
    for record in reader {
        let record = record.with_context(|| format!("failed to read `{}`", path.display()))?;
        match TriedPost::of_record(record.outcome, now) {
            Ok(Some(post)) => say_post(language, tried, record.position, &post, sums),
            // Deletions, metrics and the like hold no words.
            Ok(None) => {}
            Err(refusal) => say(&format!(
                "{}  {}: {} ({})",
                record.position,
                words::say(language, "query-cli-refused-record", &[]),
                refusal.reason.name(),
                told::shown(&refusal.detail)
            )),
        }
    }
    Ok(())
}

fn say_post(language: Language, tried: &Tried, position: u64, post: &TriedPost, sums: &mut Sums) {
    let explained = tried.explain(post);
    sums.n += 1;
    sums.n_matched += u64::from(explained.matches);
    let verdict = if explained.matches { "query-cli-matches" } else { "query-cli-matches-not" };
    let text: String = post.text().chars().take(SHOWN_CHARS).collect();
    say(&format!("{position}  {}: {}", words::say(language, verdict, &[]), told::shown(&text)));
    say_why(language, &explained);
}

fn say_why(language: Language, explained: &Explained) {
    for found in &explained.found {
        let asked = told::shown(&found.asked);
        let key = if found.met.is_empty() { "query-cli-held" } else { "query-cli-found" };
        let said =
            [("asked", Word::from(asked.as_str())), ("met", Word::from(told::shown(&found.met).as_str()))];
        let why = reasons(language, found.reasons.get(..REASONS_SHOWN).unwrap_or(&found.reasons));
        let why = if why.is_empty() { why } else { format!(" ({why})") };
        say(&format!("     {}{why}", words::say(language, key, &said)));
    }
    for missing in &explained.missing {
        let key = if missing.excludes { "query-cli-excluded" } else { "query-cli-missing" };
        say(&format!(
            "     {}",
            words::say(language, key, &[("asked", told::shown(&missing.asked).as_str().into())])
        ));
    }
}
