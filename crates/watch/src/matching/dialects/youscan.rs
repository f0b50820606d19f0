//! YouScan: `AND OR NOT`, a space is AND, `-word`, `/n`, `"exact form"`, `*`, `<<< comments >>>`.
//!
//! From its help: words are found in their forms, between quotes in this form and order only; `a /2 b` allows one word between, in
//! either order, and binds closer than NOT in its examples; `*` stands behind four letters or more; AND asks for words in "sentences
//! where these words appear together", while its examples speak of whole mentions. Which of AND and OR comes first is not said.
//! Operators about authors and sources are chosen from a menu there, so their text is not known to us and is refused.

use std::ops::Range;

use super::lexer::{Quoted, Tool, lex};
use super::operators::{Unclear, What, parse};
use super::reader::Reader;
use super::tree::Said;
use super::words::{Slop, Style, Wildcards, phrase_or_window, word};
use super::{DialectFault, FaultKind, NoteKind};
use crate::matching::error::QueryArg;

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Option<Said>, DialectFault> {
    let tokens = lex(&YouScan, reader)?;
    if let Some(and) = tokens.iter().find(|token| matches!(token.what, What::And)) {
        reader.note_once(NoteKind::SamePost, and.span.clone());
    }
    parse(reader, tokens, Unclear { beside: None, mixed: Some(NoteKind::Mixed) })
}

struct YouScan;

impl Tool for YouScan {
    type Field = NoField;
    const COMMENTS: bool = true;
    const REFUSED: &'static [char] = &['~', '}', '[', ']', '|', '<', '>', '^', '\\', '='];

    fn operator(&self, reader: &mut Reader<'_>, chunk: &Range<usize>) -> Result<Option<What>, DialectFault> {
        let text = &reader.source[chunk.clone()];
        match text {
            "AND" => return Ok(Some(What::And)),
            "OR" => return Ok(Some(What::Or)),
            "NOT" => return Ok(Some(What::Not)),
            "&&" | "||" | "~~" | "!" => return Err(reader.fault(FaultKind::Sign, chunk.clone())),
            _ => {}
        }
        let Some(digits) = text.strip_prefix('/') else { return Ok(None) };
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(reader.fault(FaultKind::Sign, chunk.clone()));
        }
        // The n-th word is meant, so one word fewer stands between.
        let n: u64 = digits.parse().unwrap_or(u64::MAX);
        let Some(distance) = n.checked_sub(1) else {
            return Err(reader.fault(FaultKind::Sign, chunk.clone()));
        };
        let args = vec![
            ("text", QueryArg::Text(text.to_owned())),
            ("ours", QueryArg::Text(format!("NEAR/{distance}"))),
        ];
        reader.note(NoteKind::Distance, chunk.clone(), args);
        Ok(Some(What::Near { distance, ordered: false }))
    }

    fn field(&self, _: &str) -> Option<NoField> {
        None
    }

    fn of_field(&self, _: &mut Reader<'_>, field: NoField, _: Quoted) -> Result<Said, DialectFault> {
        match field {}
    }

    fn bare(&self, reader: &mut Reader<'_>, chunk: Range<usize>) -> Result<Option<Said>, DialectFault> {
        word(reader, chunk, Style::Forms, Wildcards::Star)
    }

    fn quoted(&self, reader: &mut Reader<'_>, value: Quoted) -> Result<Said, DialectFault> {
        phrase_or_window(reader, value, Slop::Unclear, Wildcards::Star)
    }
}

/// There is none.
#[derive(Debug, Clone, Copy)]
enum NoField {}
