//! How well word forms are met: hand-made lists of forms, and names in running text.
//!
//! All goes through the query language and the engine as people use them: a query is parsed, a post is matched.
//! `morphology.tsv` in the folder of the matching data asks for each row whether a post that is exactly this form matches the query.
//! The names stand beside that folder, in `../language/names`: each distinct lemma becomes a query, asked of all sentences of its language.
//! Nobody watches an initial: a lemma of fewer than [`LEMMA_LETTERS_MIN`] letters (W of W. Nowak, PO) would be judged by the prepositions
//! and conjunctions that it meets. These are left out of the figures with a goal, and figures with them stand beside.
//! What was missed or met wrongly is told on the standard error, since a figure alone helps nobody to do better.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;
use nabat_crisis::id::TopicId;
use nabat_watch::matching::{Engine, PostView, Query, Scratch, highlights};
use serde_json::Value;

use crate::sheet::{Goal, Sheet};

/// What this measure is called on the sheet.
const MEASURE: &str = "matching";

/// Fewest letters of a name that is asked.
const LEMMA_LETTERS_MIN: usize = 3;

/// A language: its code, its name in the names' folders, and the goals in hundredths.
struct Language {
    code: &'static str,
    name: &'static str,
    forms: Goals,
    names: Goals,
}

/// Recall and precision that are wanted.
struct Goals {
    recall: f64,
    precision: f64,
}

const LANGUAGES: [Language; 2] = [
    Language {
        code: "ru",
        name: "russian",
        forms: Goals { recall: 98.0, precision: 97.0 },
        names: Goals { recall: 98.0, precision: 93.0 },
    },
    Language {
        code: "pl",
        name: "polish",
        forms: Goals { recall: 95.0, precision: 92.0 },
        names: Goals { recall: 97.0, precision: 90.0 },
    },
];

/// Measures forms and names on the matching data in a folder.
pub(crate) fn measure(folder: &Path, sheet: &mut Sheet) -> Result<()> {
    let table = folder.join("morphology.tsv");
    let table =
        fs::read_to_string(&table).with_context(|| format!("failed to read `{}`", table.display()))?;
    for language in &LANGUAGES {
        let tally = forms(&table, language.code)?;
        tally.note("morphology", language.code, Some(&language.forms), sheet);
    }
    let names_folder = folder.join("../language/names");
    if !names_folder.is_dir() {
        eprintln!("there are no names in `{}`: not measured", names_folder.display());
        return Ok(());
    }
    for language in &LANGUAGES {
        let sentences = sentences(&names_folder, language.name)?;
        names(&sentences, LEMMA_LETTERS_MIN)?.note("names", language.code, Some(&language.names), sheet);
        names(&sentences, 1)?.note("names-with-initials", language.code, None, sheet);
    }
    Ok(())
}

/// What was right and wrong.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    n_wanted: usize,
    n_found: usize,
    n_met: usize,
    n_right: usize,
    wrong: Vec<String>,
}

impl Tally {
    /// Figures without goals are only to be known: what is wrong with them is not told.
    fn note(&self, what: &str, code: &str, goals: Option<&Goals>, sheet: &mut Sheet) {
        for line in self.wrong.iter().filter(|_| goals.is_some()) {
            eprintln!("{what} {code}: {line}");
        }
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let figures = [
            ("recall", percent(self.n_found, self.n_wanted), goals.map(|goals| goals.recall)),
            ("precision", percent(self.n_right, self.n_met), goals.map(|goals| goals.precision)),
        ];
        for (figure, value, goal) in figures {
            sheet.note(
                MEASURE,
                &format!("{what}-{figure}-{code}"),
                value,
                "%",
                goal.map_or(Goal::None, Goal::AtLeast),
            );
        }
    }
}

/// Asks each row of one language: does a post that is exactly this form match the query?
fn forms(table: &str, code: &str) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut scratch = Scratch::default();
    let mut engines: BTreeMap<&str, Engine> = BTreeMap::new();
    let mut found = Vec::new();
    for (row_idx, row) in table.lines().enumerate().skip(1) {
        let [query, lang, form, wanted] = *row.split('\t').collect::<Vec<_>>() else {
            bail!("row {} of morphology.tsv has not four columns", row_idx + 1);
        };
        if lang != code {
            continue;
        }
        if !engines.contains_key(query) {
            let read = Query::parse(query).with_context(|| format!("row {}: `{query}`", row_idx + 1))?;
            engines.insert(query, Engine::new([(TopicId(1), &read)]));
        }
        let post = PostView { text: form, ..PostView::default() };
        engines[query].matches(&post, &mut scratch, &mut found);
        let (met, wanted) = (!found.is_empty(), wanted == "yes");
        tally.n_wanted += usize::from(wanted);
        tally.n_found += usize::from(wanted && met);
        tally.n_met += usize::from(met);
        tally.n_right += usize::from(met && wanted);
        if met != wanted {
            tally.wrong.push(format!("{} {query}: {form}", if wanted { "missed" } else { "false" }));
        }
    }
    Ok(tally)
}

/// A sentence, and the names in it.
#[derive(Debug)]
struct Sentence {
    text: String,
    targets: Vec<Target>,
}

/// A name in a sentence.
#[derive(Debug)]
struct Target {
    /// Its bytes.
    span: Range<usize>,
    lemma: String,
}

/// All sentences of the sets of a language.
fn sentences(folder: &Path, language: &str) -> Result<Vec<Sentence>> {
    let mut sets: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("failed to list `{}`", folder.display()))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&format!("ud-{language}-")) {
            sets.push(entry.path().join("dev.jsonl.gz"));
        }
    }
    sets.sort();
    let mut sentences = Vec::new();
    for set in sets {
        let file = File::open(&set).with_context(|| format!("failed to open `{}`", set.display()))?;
        for line in BufReader::new(MultiGzDecoder::new(file)).lines() {
            let line = line.with_context(|| format!("failed to read `{}`", set.display()))?;
            let value: Value =
                serde_json::from_str(&line).with_context(|| format!("no JSON in `{}`", set.display()))?;
            sentences.push(sentence(&value).with_context(|| format!("no sentence in `{}`", set.display()))?);
        }
    }
    Ok(sentences)
}

fn sentence(value: &Value) -> Option<Sentence> {
    let text = value["text"].as_str()?.to_owned();
    let mut targets = Vec::new();
    for target in value["targets"].as_array().into_iter().flatten() {
        let place = |name: &str| -> Option<usize> {
            let n_chars = usize::try_from(target[name].as_u64()?).ok()?;
            Some(text.char_indices().nth(n_chars).map_or(text.len(), |(at, _)| at))
        };
        let lemma = target["lemma"].as_str()?.to_owned();
        targets.push(Target { span: place("start")?..place("end")?, lemma });
    }
    Some(Sentence { text, targets })
}

/// Asks all lemmas of all sentences. A name is found when the query of its lemma marks it. A capitalised word that a query marks is right
/// when it is a name of that lemma.
fn names(sentences: &[Sentence], n_letters_min: usize) -> Result<Tally> {
    let is_asked = |target: &&Target| target.lemma.chars().count() >= n_letters_min;
    let mut lemmas: BTreeMap<String, &str> = BTreeMap::new();
    for target in sentences.iter().flat_map(|sentence| &sentence.targets).filter(is_asked) {
        lemmas.entry(folded(&target.lemma)).or_insert(&target.lemma);
    }
    let mut queries = Vec::new();
    for (id, (folded, lemma)) in (1..).zip(&lemmas) {
        match Query::parse(lemma) {
            Ok(query) => queries.push((TopicId(id), folded.as_str(), query)),
            Err(error) => eprintln!("`{lemma}` is no query: {error}"),
        }
    }
    let engine = Engine::new(queries.iter().map(|(id, _, query)| (*id, query)));
    let (mut scratch, mut found, mut tally) = (Scratch::default(), Vec::new(), Tally::default());
    for sentence in sentences {
        let post = PostView { text: &sentence.text, ..PostView::default() };
        engine.matches(&post, &mut scratch, &mut found);
        let mut met: Vec<(&str, Range<usize>)> = Vec::new();
        for id in &found {
            let (_, lemma, query) = queries
                .iter()
                .find(|(each, _, _)| each == id)
                .with_context(|| format!("the engine found a topic {id:?} that nobody asked for"))?;
            met.extend(highlights(query, &post).text.into_iter().map(|span| (*lemma, span)));
        }
        let targets: Vec<&Target> = sentence.targets.iter().filter(is_asked).collect();
        judge(&sentence.text, &targets, &met, &mut tally);
    }
    Ok(tally)
}

fn judge(text: &str, targets: &[&Target], met: &[(&str, Range<usize>)], tally: &mut Tally) {
    let is_name = |lemma: &str, span: &Range<usize>, target: &Target| {
        folded(&target.lemma) == lemma && span.start < target.span.end && target.span.start < span.end
    };
    for target in targets {
        tally.n_wanted += 1;
        if met.iter().any(|(lemma, span)| is_name(lemma, span, target)) {
            tally.n_found += 1;
        } else {
            let form = &text[target.span.clone()];
            tally.wrong.push(format!("missed {}: {form}", target.lemma));
        }
    }
    for (lemma, span) in met {
        let word = &text[span.clone()];
        if !word.starts_with(char::is_uppercase) {
            continue;
        }
        tally.n_met += 1;
        if targets.iter().any(|target| is_name(lemma, span, target)) {
            tally.n_right += 1;
        } else {
            tally.wrong.push(format!("false {lemma}: {word}"));
        }
    }
}

/// Letter case and ё aside.
fn folded(lemma: &str) -> String {
    lemma.to_lowercase().replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_asked_and_what_is_wrong_is_told() {
        let table = "query\tlang\tform\tmatch\n\
            Ромашка\tru\tромашка\tyes\n\
            Ромашка\tru\tрамашка\tyes\n\
            Ромашка\tru\tлютик\tno\n\
            Stokrotka\tpl\tstokrotka\tyes\n";
        let tally = forms(table, "ru").unwrap();
        assert_eq!((tally.n_wanted, tally.n_found, tally.n_met, tally.n_right), (2, 1, 1, 1));
        assert_eq!(tally.wrong, ["missed Ромашка: рамашка"]);
        assert!(forms("query\tlang\nтолько\tдва", "ru").is_err());
    }

    #[test]
    fn a_name_is_found_in_its_place_and_a_capital_elsewhere_is_false() {
        let said = |text: &str, targets: &[(usize, usize, &str)]| {
            let targets: Vec<Value> = targets
                .iter()
                .map(|(start, end, lemma)| serde_json::json!({"start": start, "end": end, "lemma": lemma}))
                .collect();
            sentence(&serde_json::json!({ "text": text, "targets": targets })).unwrap()
        };
        let sentences =
            [said("Я знаю: Роза приедет.", &[(8, 12, "Роза")]), said("Роза завяла, роза без воды.", &[])];
        let tally = names(&sentences, LEMMA_LETTERS_MIN).unwrap();
        assert_eq!((tally.n_wanted, tally.n_found, tally.n_met, tally.n_right), (1, 1, 2, 1));
        assert_eq!(tally.wrong, ["false роза: Роза"]);
    }
}
