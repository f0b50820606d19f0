//! SentiOne: `AND OR NOT`, `NEAR/n`, `"…"~n`, `* ?`, and the scopes `rawText:`, `_all:`, `title:` of its advanced query.
//!
//! From its help: `*` stands at a word's end only, `?` for one letter; words are not inflected; `"…"~n` allows n actions, where another
//! word between and an exchange of two adjacent words are an action each; `_all` looks at the page, the thread and the author, too.
//! The page does not say how NEAR is written, what two words beside each other mean, nor which of AND and OR comes first.

use std::ops::Range;

use super::lexer::{Quoted, Tool, lex, near};
use super::operators::{Unclear, What, parse};
use super::reader::Reader;
use super::tree::Said;
use super::words::{Slop, Style, Wildcards, phrase_or_window, tag_or_name, word};
use super::{DialectFault, FaultKind, NoteKind};
use crate::matching::error::QueryArg;

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Option<Said>, DialectFault> {
    let tokens = lex(&SentiOne, reader)?;
    let unclear = Unclear { beside: Some(NoteKind::BesideAnd), mixed: Some(NoteKind::Mixed) };
    parse(reader, tokens, unclear)
}

struct SentiOne;

/// The scopes of an advanced query.
#[derive(Debug, Clone, Copy)]
enum Scope {
    Text,
    All,
    Title,
}

impl Tool for SentiOne {
    type Field = Scope;
    const COMMENTS: bool = false;
    const REFUSED: &'static [char] = &['~', '}', '[', ']', '|', '<', '>', '^', '\\', '='];

    fn operator(&self, reader: &mut Reader<'_>, chunk: &Range<usize>) -> Result<Option<What>, DialectFault> {
        match &reader.source[chunk.clone()] {
            "AND" => Ok(Some(What::And)),
            "OR" => Ok(Some(What::Or)),
            "NOT" => Ok(Some(What::Not)),
            _ => near(reader, chunk, false),
        }
    }

    fn field(&self, name: &str) -> Option<Scope> {
        Some(match name {
            "rawText" => Scope::Text,
            "_all" => Scope::All,
            "title" => Scope::Title,
            _ => return None,
        })
    }

    fn of_field(&self, reader: &mut Reader<'_>, scope: Scope, value: Quoted) -> Result<Said, DialectFault> {
        let whole = value.whole.clone();
        let sign = reader.source[value.inside.clone()].chars().next().filter(|c| matches!(c, '#' | '@'));
        let said = match (sign, scope, value.distance) {
            (_, Scope::Title, Some(_)) => return Err(reader.fault(FaultKind::Value, whole)),
            (Some(sign), Scope::Text | Scope::All, None) => {
                tag_or_name(reader, sign, value.inside.start + 1..value.inside.end, whole.clone())?
            }
            _ => phrase_or_window(reader, value, Slop::Unclear, Wildcards::Both)?,
        };
        let name = match scope {
            Scope::Title => return Ok(said.titled()),
            Scope::Text => "rawText",
            Scope::All => "_all",
        };
        reader.note_once_with(NoteKind::Scope, whole, vec![("text", QueryArg::Text(name.to_owned()))]);
        Ok(said)
    }

    fn bare(&self, reader: &mut Reader<'_>, chunk: Range<usize>) -> Result<Option<Said>, DialectFault> {
        word(reader, chunk, Style::Exact, Wildcards::Both)
    }

    fn quoted(&self, reader: &mut Reader<'_>, value: Quoted) -> Result<Said, DialectFault> {
        phrase_or_window(reader, value, Slop::Unclear, Wildcards::Both)
    }
}
