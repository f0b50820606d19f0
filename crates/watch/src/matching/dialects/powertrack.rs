//! PowerTrack of Gnip, and the rules of the X API: a space is AND, `OR`, `-`, `"…"~n`, `from:`, `has:`, `is:` and many more.
//!
//! From its help: AND comes before OR; a lower-case or, and AND and NOT in any case, are plain words; words are compared whole,
//! without inflection or wildcards, and cut at punctuation; `"a b"~n` allows n words between, and n − 2 when b stands first, which is
//! how Lucene counts; `followers_count:1000` means that many or more; `contains:` looks inside words.

use std::ops::Range;

use super::lexer::{Quoted, Tool, lex};
use super::operators::{Unclear, What, parse};
use super::ranges::of_bounds;
use super::reader::Reader;
use super::tree::Said;
use super::words::{Slop, Style, Wildcards, field, phrase_or_window, tag_or_name, without_sign, word};
use super::{DialectFault, FaultKind, NoteKind};
use crate::matching::error::QueryArg;

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Option<Said>, DialectFault> {
    let tokens = lex(&PowerTrack, reader)?;
    parse(reader, tokens, Unclear::default())
}

struct PowerTrack;

/// The fields we have, too. Places, profiles, conversations and samples have no counterpart and are refused.
#[derive(Debug, Clone, Copy)]
enum Field {
    From,
    Mention,
    Lang,
    Url,
    Has,
    Is,
    Followers,
    Contains,
}

impl Tool for PowerTrack {
    type Field = Field;
    const COMMENTS: bool = false;
    const REFUSED: &'static [char] = &['*', '~', '}', '[', ']', '|', '^', '\\'];

    fn operator(&self, reader: &mut Reader<'_>, chunk: &Range<usize>) -> Result<Option<What>, DialectFault> {
        let text = &reader.source[chunk.clone()];
        match text {
            "OR" => Ok(Some(What::Or)),
            "AND" | "NOT" => {
                let args = vec![("text", QueryArg::Text(text.to_owned()))];
                reader.note(NoteKind::OperatorWord, chunk.clone(), args);
                Ok(Some(What::Part(Said::leaf(format!("={}", text.to_lowercase()), chunk.clone()))))
            }
            _ => Ok(None),
        }
    }

    fn field(&self, name: &str) -> Option<Field> {
        Some(match name {
            "from" => Field::From,
            "lang" | "twitter_lang" => Field::Lang,
            "url" | "url_contains" => Field::Url,
            "has" => Field::Has,
            "is" => Field::Is,
            "followers_count" => Field::Followers,
            "contains" => Field::Contains,
            "mentions" => Field::Mention,
            _ => return None,
        })
    }

    fn of_special_field(&self, reader: &mut Reader<'_>, field: Field) -> Result<Option<Said>, DialectFault> {
        let Field::Followers = field else { return Ok(None) };
        let start = reader.at;
        let min = reader.take_number();
        if min.is_none() {
            let value = reader.take_while(|c| !c.is_whitespace() && c != ')');
            return Err(reader.fault(FaultKind::Range, value));
        }
        let max = if reader.take("..").is_some() { reader.take_number() } else { None };
        let whole = start..reader.at;
        of_bounds(reader, (min, max), whole).map(Some)
    }

    fn of_field(&self, reader: &mut Reader<'_>, name: Field, value: Quoted) -> Result<Said, DialectFault> {
        let Quoted { inside, whole, distance } = value;
        if distance.is_some() {
            return Err(reader.fault(FaultKind::Value, whole));
        }
        let text = reader.source[inside.clone()].trim();
        match name {
            Field::From => {
                let handle = without_sign(reader, inside, '@');
                field(reader, "author", &reader.source[handle], whole)
            }
            Field::Mention => tag_or_name(reader, '@', without_sign(reader, inside, '@'), whole),
            Field::Lang => field(reader, "lang", text, whole),
            Field::Url => {
                reader.note_once(NoteKind::Url, whole.clone());
                field(reader, "url", text, whole)
            }
            Field::Has => has(reader, text, whole),
            Field::Is => match text {
                "retweet" => field(reader, "type", "repost", whole),
                "reply" => field(reader, "type", "reply", whole),
                "quote" => field(reader, "type", "quote", whole),
                _ => Err(reader.fault(FaultKind::Value, whole)),
            },
            Field::Contains => contains(reader, text, whole),
            Field::Followers => Err(reader.fault(FaultKind::Range, whole)),
        }
    }

    fn bare(&self, reader: &mut Reader<'_>, chunk: Range<usize>) -> Result<Option<Said>, DialectFault> {
        word(reader, chunk, Style::Exact, Wildcards::None)
    }

    fn quoted(&self, reader: &mut Reader<'_>, value: Quoted) -> Result<Said, DialectFault> {
        phrase_or_window(reader, value, Slop::Moves, Wildcards::None)
    }
}

fn has(reader: &mut Reader<'_>, text: &str, whole: Range<usize>) -> Result<Said, DialectFault> {
    let ours = match text {
        "links" => "link",
        "images" => "image",
        "videos" | "video_link" => "video",
        "mentions" => "mention",
        "hashtags" => "hashtag",
        "media" | "media_link" => {
            reader.note_once(NoteKind::Media, whole.clone());
            return Ok(Said::leaf("has:(image OR video)", whole));
        }
        _ => return Err(reader.fault(FaultKind::Value, whole)),
    };
    field(reader, "has", ours, whole)
}

/// Letters that may stand anywhere. We look inside words, so a piece that reaches over two of them cannot be said.
fn contains(reader: &mut Reader<'_>, text: &str, whole: Range<usize>) -> Result<Said, DialectFault> {
    if text.is_empty() || !text.chars().all(char::is_alphanumeric) {
        return Err(reader.fault(FaultKind::Substring, whole));
    }
    let ours = format!("*{text}*");
    reader.note(NoteKind::Substring, whole.clone(), vec![("text", QueryArg::Text(ours.clone()))]);
    Ok(Said::leaf(ours, whole))
}
