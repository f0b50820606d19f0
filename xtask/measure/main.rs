//! The measuring bench: speeds and sizes of the release build, on data that the simulator makes or that others made.
//!
//! `cargo xtask measure <what> [--json] [--mentions N] [--bytes N] [--keep DIR] [--data DIR]`.
//! The server runs as people run it, as a process of its own on a loopback address with a data folder.
//! To add a measure: write one file with `pub(crate) fn measure(bench: &Bench, sheet: &mut Sheet) -> Result<()>`
//! and add one line to [`ALL`].

#![expect(clippy::print_stdout, reason = "a command-line tool talks on its standard output")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

mod bench;
mod http;
mod import;
mod morphology;
mod pages;
mod process;
mod sheet;
mod start;

use bench::Bench;
use sheet::Sheet;

/// A measure: its name on the command line, what it measures, and the measure itself.
type Measure = (&'static str, &'static str, fn(&Bench, &mut Sheet) -> Result<()>);

/// All measures.
const ALL: [Measure; 3] = [
    (
        "import",
        "mentions stored a second and memory, with 50 topics; memory on a file of 1 GB",
        import::measure,
    ),
    (
        "start",
        "time from start to serving and idle memory, on an empty store and on a full one",
        start::measure,
    ),
    ("pages", "time of the API calls behind each page, on a full store", pages::measure),
];

/// A measure on data that others made: its name on the command line, what it measures, and the measure itself.
type DataMeasure = (&'static str, &'static str, fn(&Path, &mut Sheet) -> Result<()>);

/// All measures on data: each takes the folder that `--data` names.
const ALL_ON_DATA: [DataMeasure; 1] =
    [("morphology", "word forms and names in running text that are met", morphology::measure)];

/// A full store holds so many mentions unless `--mentions` says otherwise.
const MENTIONS_DEFAULT: u64 = 1_000_000;
/// The big file has so many bytes unless `--bytes` says otherwise.
const BYTES_DEFAULT: u64 = 1_000_000_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Wish {
    what: String,
    json: bool,
    n_mentions: u64,
    n_bytes: u64,
    keep: Option<PathBuf>,
    data: Option<PathBuf>,
}

fn run(arguments: &[String]) -> Result<()> {
    let wish = read(arguments)?;
    if let Some((name, _, measure)) = ALL_ON_DATA.iter().find(|(name, _, _)| wish.what == *name) {
        let data = wish.data.with_context(|| format!("`{name}` needs the folder of its data: --data DIR"))?;
        let mut sheet = Sheet::new(wish.json);
        measure(&data, &mut sheet)?;
        sheet.print_table();
        return Ok(());
    }
    let wanted: Vec<_> = ALL.iter().filter(|(name, _, _)| wish.what == "all" || wish.what == *name).collect();
    if wanted.is_empty() {
        println!(
            "cargo xtask measure <what> [--json] [--mentions N] [--bytes N] [--keep DIR] [--data DIR]\n"
        );
        for (name, words, _) in ALL {
            println!("  {name:<8} {words}");
        }
        println!("  {:<8} all of these\n", "all");
        for (name, words, _) in ALL_ON_DATA {
            println!("  {name:<10} {words}; needs --data DIR");
        }
        println!();
        println!(
            "--keep DIR keeps the full store there and uses it again; otherwise all is made anew and removed."
        );
        if wish.what != "help" {
            bail!("there is no measure `{}`", wish.what);
        }
        return Ok(());
    }
    let bench = Bench::set_up(wish.n_mentions, wish.n_bytes, wish.keep)?;
    let mut sheet = Sheet::new(wish.json);
    for (_, _, measure) in wanted {
        measure(&bench, &mut sheet)?;
    }
    sheet.print_table();
    Ok(())
}

fn read(arguments: &[String]) -> Result<Wish> {
    let mut wish = Wish {
        what: "help".into(),
        json: false,
        n_mentions: MENTIONS_DEFAULT,
        n_bytes: BYTES_DEFAULT,
        keep: None,
        data: None,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().with_context(|| format!("`{argument}` needs a value"));
        match argument.as_str() {
            "--json" => wish.json = true,
            "--mentions" => wish.n_mentions = number(value()?)?,
            "--bytes" => wish.n_bytes = number(value()?)?,
            "--keep" => wish.keep = Some(value()?.into()),
            "--data" => wish.data = Some(value()?.into()),
            option if option.starts_with("--") => bail!("there is no option `{option}`"),
            what => wish.what = what.into(),
        }
    }
    Ok(wish)
}

/// A count, with `_` between its digits where one likes.
fn number(text: &str) -> Result<u64> {
    text.replace('_', "").parse().with_context(|| format!("`{text}` is not a number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_store_can_be_asked_for() {
        let said = ["pages", "--json", "--mentions", "50_000"].map(str::to_owned);
        let wish = read(&said).unwrap();
        assert_eq!((wish.what.as_str(), wish.json, wish.n_mentions), ("pages", true, 50_000));
        assert!(read(&["--mentions".to_owned()]).is_err());
        assert!(read(&["--fast".to_owned()]).is_err());
    }
}
