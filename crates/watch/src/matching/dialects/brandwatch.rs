//! Brandwatch Consumer Research: `AND OR NOT`, `NEAR/n`, `NEAR/nf`, `"…"~n`, `* ?`, `{Case}`, `raw:`, and fields.
//!
//! From its help and community pages: NEAR/n allows n words between, in either order, and NEAR/nf keeps the order; `*` stands for any
//! letters or none and `?` for exactly one, neither at a word's start; `{BT}` keeps the letter case, and replaced `raw:`; words are
//! not inflected; a field takes a value or a list in brackets. `"…"~n` allows n swaps of adjacent words, without a word on what
//! another order costs. The pages do not say what two words beside each other mean, nor which of AND and OR comes first.

use std::ops::Range;

use super::lexer::{Quoted, Tool, lex, near};
use super::operators::{Unclear, What, parse};
use super::ranges::followers;
use super::reader::Reader;
use super::tree::Said;
use super::words::{
    Slop, Style, Wildcards, field, phrase, phrase_or_window, tag_or_name, without_sign, word,
};
use super::{DialectFault, FaultKind, NoteKind};

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Option<Said>, DialectFault> {
    let tokens = lex(&Brandwatch, reader)?;
    let unclear = Unclear { beside: Some(NoteKind::BesideAnd), mixed: Some(NoteKind::Mixed) };
    parse(reader, tokens, unclear)
}

struct Brandwatch;

/// The fields we have, too. Places of people, ratings and the like have no counterpart and are refused.
#[derive(Debug, Clone, Copy)]
enum Field {
    Site,
    Url,
    Author,
    Title,
    Lang,
    Tag,
    Mention,
    Followers,
    Engagement,
    Raw,
}

impl Tool for Brandwatch {
    type Field = Field;
    const COMMENTS: bool = true;
    const REFUSED: &'static [char] = &['~', '}', '[', ']', '|', '<', '>', '^', '\\', '='];

    fn operator(&self, reader: &mut Reader<'_>, chunk: &Range<usize>) -> Result<Option<What>, DialectFault> {
        match &reader.source[chunk.clone()] {
            "AND" => Ok(Some(What::And)),
            "OR" => Ok(Some(What::Or)),
            "NOT" => Ok(Some(What::Not)),
            _ => near(reader, chunk, true),
        }
    }

    fn field(&self, name: &str) -> Option<Field> {
        Some(match name {
            "site" => Field::Site,
            "url" | "links" => Field::Url,
            "author" => Field::Author,
            "title" => Field::Title,
            "language" => Field::Lang,
            "hashtags" => Field::Tag,
            "at_mentions" => Field::Mention,
            "authorFollowers" => Field::Followers,
            "engagementType" => Field::Engagement,
            "raw" => Field::Raw,
            _ => return None,
        })
    }

    fn of_special_field(&self, reader: &mut Reader<'_>, field: Field) -> Result<Option<Said>, DialectFault> {
        match field {
            Field::Followers => followers(reader).map(Some),
            _ => Ok(None),
        }
    }

    fn of_field(&self, reader: &mut Reader<'_>, name: Field, value: Quoted) -> Result<Said, DialectFault> {
        let Quoted { inside, whole, distance } = value;
        if distance.is_some() {
            return Err(reader.fault(FaultKind::Value, whole));
        }
        let text = reader.source[inside.clone()].trim();
        match name {
            Field::Site => field(reader, "site", text, whole),
            Field::Url => {
                reader.note_once(NoteKind::Url, whole.clone());
                field(reader, "url", text, whole)
            }
            Field::Author => {
                reader.note_once(NoteKind::Author, whole.clone());
                field(reader, "author", text, whole)
            }
            Field::Lang => field(reader, "lang", text, whole),
            Field::Tag => tag_or_name(reader, '#', without_sign(reader, inside, '#'), whole),
            Field::Mention => tag_or_name(reader, '@', without_sign(reader, inside, '@'), whole),
            Field::Title => phrase(reader, inside, whole, Style::Exact, Wildcards::Both).map(Said::titled),
            Field::Engagement => {
                let kind = match text {
                    "REPLY" | "COMMENT" => "reply",
                    "RETWEET" => "repost",
                    "QUOTE" => "quote",
                    _ => return Err(reader.fault(FaultKind::Value, whole)),
                };
                field(reader, "type", kind, whole)
            }
            Field::Raw => phrase(reader, inside, whole, Style::Cased, Wildcards::None),
            Field::Followers => Err(reader.fault(FaultKind::Range, whole)),
        }
    }

    fn bare(&self, reader: &mut Reader<'_>, chunk: Range<usize>) -> Result<Option<Said>, DialectFault> {
        word(reader, chunk, Style::Exact, Wildcards::Both)
    }

    fn quoted(&self, reader: &mut Reader<'_>, value: Quoted) -> Result<Said, DialectFault> {
        phrase_or_window(reader, value, Slop::Unclear, Wildcards::Both)
    }

    fn braced(
        &self,
        reader: &mut Reader<'_>,
        inside: Range<usize>,
        whole: Range<usize>,
    ) -> Result<Said, DialectFault> {
        phrase(reader, inside, whole, Style::Cased, Wildcards::None)
    }
}
