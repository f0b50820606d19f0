//! `nabat query test`: queries against what they should find.
//!
//! The file is a table with tabs and a first row of names: `query`, `post`, `match` (`yes`, `no`, or `refused` for a query that must
//! not be accepted), `why` and `post_fields` (`name=value` with `;` between them: author, source, lang, site, type, title). In query and
//! post, `\n`, `\t`, `\\` and `\u{HEX}` stand for characters that a table cannot hold or an editor would not show.

use std::path::PathBuf;
use std::process::ExitCode;

use nabat_app::before::try_query::{TriedPost, try_query};
use nabat_app::words::{self, Word};

use super::{Common, say, say_fault, text_of, told};

/// Columns of the table that are needed.
const NEEDED: [&str; 3] = ["query", "post", "match"];

/// Arguments of `nabat query test`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The table of cases; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// A row of the table.
struct Case {
    query: String,
    post: String,
    wanted: Verdict,
    why: String,
    fields: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Yes,
    No,
    Refused,
}

impl Verdict {
    const ALL: [(Self, &'static str); 3] = [(Self::Yes, "yes"), (Self::No, "no"), (Self::Refused, "refused")];

    /// As the table writes it: the same word in every language, so that it can be looked for.
    fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Says which cases are wrong; exit code 1 when there is one.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (language, parts) = (args.common.language(), args.common.parts());
    let (mut n, mut n_wrong) = (0_u64, 0_u64);
    for (line, case) in cases(&text_of(&args.file)?)? {
        n += 1;
        let post = post_of(&case).map_err(|told| anyhow::anyhow!("line {line}: {told}"))?;
        let tried = try_query(&case.query, args.common.dialect, &parts);
        let got = match &tried {
            Ok(tried) if tried.matches(&post) => Verdict::Yes,
            Ok(_) => Verdict::No,
            Err(_) => Verdict::Refused,
        };
        if got == case.wanted {
            continue;
        }
        n_wrong += 1;
        let said =
            [("line", Word::from(line)), ("wanted", case.wanted.name().into()), ("got", got.name().into())];
        say(&words::say(language, "query-cli-case-wrong", &said));
        for text in [&case.query, &case.post, &case.why].into_iter().filter(|text| !text.is_empty()) {
            say(&format!("    {}", told::shown(text)));
        }
        if let Err(fault) = &tried {
            say_fault(language, fault.text.as_deref().unwrap_or(&case.query), &fault.fault);
        }
    }
    say(&words::say(language, "query-cli-cases", &[("n", Word::from(n)), ("wrong", Word::from(n_wrong))]));
    Ok(if n_wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The cases with their lines, counted from 1.
fn cases(text: &str) -> anyhow::Result<Vec<(u64, Case)>> {
    let mut lines = text.lines().zip(1_u64..).filter(|(line, _)| !line.trim().is_empty());
    let names: Vec<&str> =
        lines.next().map(|(line, _)| line.split('\t').map(str::trim).collect()).unwrap_or_default();
    let column = |name: &str| names.iter().position(|each| *each == name);
    for name in NEEDED {
        anyhow::ensure!(
            column(name).is_some(),
            "the first row names no column `{name}`: it must name query, post and match, and may name why and post_fields, with tabs between them"
        );
    }
    let read = |(line, number): (&str, u64)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |name: &str| column(name).and_then(|at| cells.get(at)).copied().unwrap_or_default();
        let unescaped = |name: &str| {
            unescaped(cell(name)).map_err(|told| anyhow::anyhow!("line {number}, {name}: {told}"))
        };
        let wanted = cell("match").trim();
        let verdict = Verdict::ALL.iter().find(|(_, name)| *name == wanted).map(|(verdict, _)| *verdict);
        let wanted = verdict
            .ok_or_else(|| anyhow::anyhow!("line {number}: match is `{wanted}`: write yes, no or refused"))?;
        let (query, post) = (unescaped("query")?, unescaped("post")?);
        Ok((
            number,
            Case { query, post, wanted, why: cell("why").to_owned(), fields: cell("post_fields").to_owned() },
        ))
    };
    lines.map(read).collect()
}

fn post_of(case: &Case) -> Result<TriedPost, String> {
    let mut post = TriedPost::of_text(&case.post);
    for field in case.fields.split(';').map(str::trim).filter(|field| !field.is_empty()) {
        let (name, value) = field.split_once('=').ok_or_else(|| format!("`{field}` is not name=value"))?;
        if !post.set(name.trim(), value.trim()) {
            return Err(format!("the post field `{field}` cannot be used"));
        }
    }
    Ok(post)
}

/// A cell with its escapes read.
fn unescaped(cell: &str) -> Result<String, String> {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let (c, length) = match escape.chars().next() {
            Some('n') => ('\n', 1),
            Some('t') => ('\t', 1),
            Some('\\') => ('\\', 1),
            Some('u') => {
                let hex =
                    escape[1..].strip_prefix('{').and_then(|hex| hex.split_once('}')).map(|(hex, _)| hex);
                let c = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
                let (hex, c) =
                    hex.zip(c).ok_or("\\u wants the number of a character in braces, as in \\u{200B}")?;
                (c, hex.len() + 3)
            }
            _ => return Err("after \\ comes n, t, \\ or u{HEX}".to_owned()),
        };
        text.push(c);
        rest = &escape[length..];
    }
    text.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_stand_for_what_a_table_cannot_hold() {
        assert_eq!(unescaped(r"ка\u{AD}ша\n\t\\n").unwrap(), "ка\u{ad}ша\n\t\\n");
        for broken in [r"\x", r"каша\", r"\u200B", r"\u{110000}", r"\u{", r"\u{ы}"] {
            assert!(unescaped(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        let read = cases("post\tmatch\tquery\nКаша\tyes\tкаша\n\nСуп\trefused\t(\n").unwrap();
        let lines: Vec<_> =
            read.iter().map(|(line, case)| (*line, case.query.as_str(), case.wanted.name())).collect();
        assert_eq!(lines, [(2, "каша", "yes"), (4, "(", "refused")]);
        assert!(cases("query\tpost\nкаша\tКаша\n").is_err());
        assert!(
            cases("query\tpost\tmatch\nкаша\tКаша\tmaybe\n")
                .is_err_and(|error| error.to_string().contains("line 2"))
        );
    }
}
