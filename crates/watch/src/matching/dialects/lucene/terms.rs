//! Terms, phrases and fields of Lucene.

use std::ops::Range;

use super::super::lexer::Quoted;
use super::super::ranges::followers;
use super::super::reader::Reader;
use super::super::tree::Said;
use super::super::words::{
    Slop, Style, Wildcards, field as of_ours, phrase, phrase_or_window, tag_or_name, word, word_is_empty,
};
use super::super::{DialectFault, FaultKind, NoteKind};
use crate::matching::error::QueryArg;

/// The fields we have, too. An index has the fields its owner gave it; others than these are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Text,
    Title,
    Author,
    Lang,
    Network,
    Site,
    Url,
    Sentiment,
    Followers,
}

impl Field {
    fn of(name: &str) -> Option<(Self, &'static str)> {
        Some(match name {
            "text" | "content" | "body" | "message" => (Self::Text, "none"),
            "title" => (Self::Title, "title:"),
            "author" => (Self::Author, "author:"),
            "lang" | "language" => (Self::Lang, "lang:"),
            "network" | "source" => (Self::Network, "network:"),
            "site" | "domain" | "host" => (Self::Site, "site:"),
            "url" | "link" => (Self::Url, "url:"),
            "sentiment" => (Self::Sentiment, "sentiment:"),
            "followers" | "followers_count" => (Self::Followers, "followers:"),
            _ => return None,
        })
    }
}

/// Characters that end a term unless a backslash stands before them.
fn ends_term(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '!' | ':' | '^' | '[' | ']' | '"' | '{' | '}' | '~' | '/')
}

/// Goes past a field's name and colon, if they stand here.
pub(super) fn field_name(reader: &mut Reader<'_>) -> Result<Option<Field>, DialectFault> {
    let start = reader.at;
    let name = reader.take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '*' | '\\' | '@'));
    if name.is_empty() || reader.take(":").is_none() {
        reader.at = start;
        return Ok(None);
    }
    let text = &reader.source[name.clone()];
    let Some((field, ours)) = Field::of(text) else {
        return Err(reader.fault(FaultKind::Field, name.start..name.end + 1));
    };
    let args = vec![("text", QueryArg::Text(format!("{text}:"))), ("ours", QueryArg::Text(ours.to_owned()))];
    reader.note_once_with(NoteKind::Field, name.start..name.end + 1, args);
    reader.skip_space();
    if matches!(reader.peek(), None | Some(')')) {
        return Err(reader.fault(FaultKind::ValueMissing, start..name.end + 1));
    }
    Ok(Some(field))
}

/// A term or a phrase; `None` where only punctuation stands.
pub(super) fn term(reader: &mut Reader<'_>, field: Option<Field>) -> Result<Option<Said>, DialectFault> {
    let start = reader.at;
    match reader.peek() {
        Some('[' | '{' | '<' | '>') if field == Some(Field::Followers) => followers(reader).map(Some),
        Some('0'..='9') if field == Some(Field::Followers) => followers(reader).map(Some),
        Some('[' | '{' | '<' | '>') => {
            reader.take_while(|c| !matches!(c, ']' | '}'));
            reader.take_one();
            Err(reader.fault(FaultKind::Range, start..reader.at))
        }
        Some('/') => {
            reader.take_one();
            reader.take_while(|c| c != '/');
            reader.take("/");
            Err(reader.fault(FaultKind::Regex, start..reader.at))
        }
        Some('"') => {
            let inside = reader.quoted(&['"'])?;
            let distance = reader.take("~").map(|_| reader.take_number().unwrap_or(0));
            valued(reader, field, Quoted { inside, whole: start..reader.at, distance }).map(Some)
        }
        _ => plain(reader, field),
    }
}

/// A term without quotes.
fn plain(reader: &mut Reader<'_>, field: Option<Field>) -> Result<Option<Said>, DialectFault> {
    let start = reader.at;
    loop {
        reader.take_while(|c| !ends_term(c) && c != '\\');
        if reader.take("\\").is_none() {
            break;
        }
        let escaped = reader.take_one();
        let text = &reader.source[escaped.clone()];
        // Escaped signs are punctuation, and no word holds them. An escaped letter, space or star would be one word's part.
        if text.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '*' | '?')) {
            return Err(reader.fault(FaultKind::Sign, escaped.start - 1..escaped.end));
        }
    }
    let chunk = start..reader.at;
    if chunk.is_empty() {
        let span = reader.take_one();
        return Err(reader.fault(FaultKind::Sign, span));
    }
    if reader.peek() == Some('/') {
        return Err(reader.fault(FaultKind::Regex, reader.at..reader.at + 1));
    }
    if reader.take("~").is_some() {
        return fuzzy(reader, field, chunk).map(Some);
    }
    let text = &reader.source[chunk.clone()];
    if let Some(at) = text.find(['<', '>']) {
        return Err(reader.fault(FaultKind::Sign, chunk.start + at..chunk.start + at + 1));
    }
    if field.is_some_and(|field| field != Field::Text) {
        return valued(reader, field, Quoted { inside: chunk.clone(), whole: chunk, distance: None })
            .map(Some);
    }
    if text.contains(['*', '?']) && word_is_empty(text) {
        return Err(reader.fault(FaultKind::Pattern, chunk));
    }
    let sign = text.chars().next().filter(|c| matches!(c, '#' | '@'));
    if let (Some(sign), false) = (sign, word_is_empty(text)) {
        return tag_or_name(reader, sign, chunk.start + 1..chunk.end, chunk).map(Some);
    }
    let said = word(reader, chunk.clone(), Style::Exact, Wildcards::Both)?;
    if let Some(text) = said.as_ref().and_then(Said::phrase_text) {
        let args = vec![("text", QueryArg::Text(text.to_owned()))];
        reader.note(NoteKind::Compound, chunk, args);
    }
    Ok(said)
}

/// `word~`, `word~2`: wrong letters.
fn fuzzy(reader: &mut Reader<'_>, field: Option<Field>, chunk: Range<usize>) -> Result<Said, DialectFault> {
    let number = reader.take_while(|c| c.is_ascii_digit() || c == '.');
    let whole = chunk.start..reader.at;
    let text = &reader.source[chunk];
    let is_word = !text.is_empty() && text.chars().all(char::is_alphanumeric);
    if !is_word || field.is_some_and(|field| field != Field::Text) {
        return Err(reader.fault(FaultKind::Sign, whole));
    }
    match &reader.source[number] {
        "0" => return Ok(Said::leaf(format!("={text}"), whole)),
        "1" => {}
        _ => {
            let args = vec![("text", QueryArg::Text(reader.source[whole.clone()].to_owned()))];
            reader.note(NoteKind::Fuzzy, whole.clone(), args);
        }
    }
    Ok(Said::leaf(format!("{text}~1"), whole))
}

/// A field that has a value, or words in the text.
fn valued(reader: &mut Reader<'_>, field: Option<Field>, value: Quoted) -> Result<Said, DialectFault> {
    let Some(field) = field.filter(|field| *field != Field::Text) else {
        return phrase_or_window(reader, value, Slop::Moves, Wildcards::None);
    };
    let Quoted { inside, whole, distance } = value;
    let text = reader.source[inside.clone()].trim();
    if distance.is_some() || (field != Field::Title && text.contains(['*', '?', '\\'])) {
        return Err(reader.fault(FaultKind::Value, whole));
    }
    match field {
        Field::Title | Field::Text => {
            let quoted = inside != whole;
            phrase(
                reader,
                inside,
                whole,
                Style::Exact,
                if quoted { Wildcards::None } else { Wildcards::Both },
            )
            .map(Said::titled)
        }
        Field::Author => {
            reader.note_once(NoteKind::Author, whole.clone());
            of_ours(reader, "author", text, whole)
        }
        Field::Lang => of_ours(reader, "lang", text, whole),
        Field::Network => of_ours(reader, "network", text, whole),
        Field::Site => of_ours(reader, "site", text, whole),
        Field::Url => of_ours(reader, "url", text, whole),
        Field::Sentiment => of_ours(reader, "sentiment", text, whole),
        Field::Followers => Err(reader.fault(FaultKind::Range, whole)),
    }
}
