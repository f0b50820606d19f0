//! `nabat query`: what the topic page says of a query, on files and without a store.
//!
//! To add something that can be done with a query: a file here with its arguments and a `run`, and a line in [`What`] and [`run`].

mod check;
mod explain;
mod test;
mod told;

use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use nabat_app::before::query::{Note, Parts, QueryFault};
use nabat_app::before::translate_query::dialects;
use nabat_app::crisis::person::Language;
use nabat_app::words::{self, Word};

use super::{say, spoken};

/// Largest file of a query, in bytes: a query may have 100 kB, and a file of cases many of them.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Arguments of `nabat query`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Read queries: how they are understood, what is wrong with them, which word forms they look for
    Check(check::Args),
    /// Say of each post why a query matches it, or what is missing
    Explain(explain::Args),
    /// Compare queries with what they should find: a table of queries, posts and yes, no or refused
    Test(test::Args),
}

/// Does it; the exit code is 1 when a query cannot be used or a case is wrong.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.what {
        What::Check(args) => check::run(args),
        What::Explain(args) => explain::run(args),
        What::Test(args) => test::run(args),
    }
}

/// How a query is read, and in which language people are told; taken by each of them.
#[derive(Debug, clap::Args)]
pub(super) struct Common {
    /// Language of the messages: en, pl or ru [default: that of the terminal]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    lang: Option<Language>,
    /// The tool the query was written for; it is translated first
    #[arg(long, value_name = "NAME", value_parser = dialect)]
    dialect: Option<&'static str>,
    /// A named part, used in queries as $NAME; may be repeated
    #[arg(long = "part", value_name = "NAME=QUERY", value_parser = part)]
    parts: Vec<(String, String)>,
}

impl Common {
    /// The language of the messages.
    pub(super) fn language(&self) -> Language {
        self.lang.unwrap_or_else(spoken)
    }

    /// The named parts that were given.
    pub(super) fn parts(&self) -> Parts {
        Parts::new(self.parts.iter().map(|(name, query)| (name.as_str(), query.as_str())))
    }
}

fn language(name: &str) -> Result<Language, String> {
    Language::from_name(name).ok_or_else(|| "give en, pl or ru".to_owned())
}

fn dialect(name: &str) -> Result<&'static str, String> {
    let known = dialects().find(|known| *known == name);
    known.ok_or_else(|| format!("give one of {}", dialects().collect::<Vec<_>>().join(", ")))
}

fn part(given: &str) -> Result<(String, String), String> {
    let (name, query) = given.split_once('=').ok_or("write it as NAME=QUERY")?;
    Ok((name.trim_start_matches('$').to_owned(), query.to_owned()))
}

/// The text of a file, or of standard input for `-`.
pub(super) fn text_of(path: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().take(FILE_BYTES_MAX).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(FILE_BYTES_MAX).read_to_end(&mut bytes))
    };
    read.with_context(|| format!("failed to read `{}`", path.display()))?;
    let text = String::from_utf8(bytes).with_context(|| format!("`{}` is not UTF-8", path.display()))?;
    // Editors on Windows begin a file so.
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

/// The sentence of a message with its values.
fn sentence(language: Language, key: &str, args: &[(&'static str, String)]) -> String {
    let words: Vec<_> = args.iter().map(|(name, value)| (*name, Word::from(value.as_str()))).collect();
    words::say(language, key, &words)
}

/// Why a form is looked for, in words.
pub(super) fn reasons(language: Language, reasons: &[Note]) -> String {
    let reason = |reason: &Note| sentence(language, &format!("query-reason-{}", reason.code), &reason.args);
    let mut all: Vec<String> = Vec::new();
    for said in reasons.iter().map(reason) {
        // A word that two languages inflect has some cases twice.
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all.join(", ")
}

/// Says what a fault or a note is, with its place below the query.
pub(super) fn say_fault(language: Language, query: &str, fault: &QueryFault) {
    say(&format!("  {}", told::shown(&sentence(language, &fault.key, &fault.args))));
    for line in told::place(query, fault.span) {
        say(&format!("    {line}"));
    }
}
