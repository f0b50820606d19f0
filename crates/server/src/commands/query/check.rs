//! `nabat query check`: how a query is understood, what is wrong with it, which word forms it looks for.

use std::path::PathBuf;
use std::process::ExitCode;

use nabat_app::before::preview_query::{FormCount, WordCount};
use nabat_app::before::try_query::{Tried, try_query};
use nabat_app::crisis::person::Language;
use nabat_app::words::{self, Word};

use super::{Common, reasons, say, say_fault, text_of, told};

/// Arguments of `nabat query check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files of one query each; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Checks each file; exit code 1 when a query cannot be used.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (language, parts) = (args.common.language(), args.common.parts());
    let mut all_usable = true;
    for path in &args.files {
        let text = text_of(path)?;
        let text = text.trim_end();
        say(&path.display().to_string());
        match try_query(text, args.common.dialect, &parts) {
            Ok(tried) => say_query(language, text, &tried),
            Err(fault) => {
                all_usable = false;
                say(&format!("  {}", words::say(language, "query-cli-unusable", &[])));
                say_fault(language, fault.text.as_deref().unwrap_or(text), &fault.fault);
            }
        }
    }
    Ok(if all_usable { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn say_query(language: Language, text: &str, tried: &Tried) {
    let line = |key: &str, name: &str, value: &str| {
        say(&format!("  {}", words::say(language, key, &[(name, Word::from(value))])));
    };
    if let Some(translated) = &tried.translated {
        line("query-cli-translated", "query", &told::shown(&translated.query));
        for note in &translated.notes {
            say_fault(language, text, note);
        }
    }
    line("query-cli-reading", "reading", &told::shown(&tried.reading));
    for warning in &tried.warnings {
        say_fault(language, &tried.text, warning);
    }
    for word in &tried.words {
        say_word(language, word);
    }
}

fn say_word(language: Language, word: &WordCount) {
    let looked_for = word.forms.iter().filter(|form| !form.struck).count() as u64;
    let said = [("word", Word::from(word.written.as_str())), ("n", Word::from(looked_for))];
    say(&format!("  {}", words::say(language, "query-cli-forms", &said)));
    // Who writes a small letter means the ordinary word.
    let names = word.written.starts_with(char::is_uppercase);
    if word.may_be_ordinary && names && !word.capitalised {
        say(&format!(
            "    {}",
            words::say(language, "query-cli-ordinary", &[("word", word.written.as_str().into())])
        ));
    }
    for form in &word.forms {
        let why = reasons(language, &form.reasons);
        let more = match form {
            FormCount { struck: true, .. } => words::say(language, "query-cli-struck", &[]),
            FormCount { capital_only: true, .. } => words::say(language, "query-cli-capital-only", &[]),
            _ => String::new(),
        };
        say(format!("    {:<24} {why}  {more}", told::shown(&form.shown)).trim_end());
    }
}
