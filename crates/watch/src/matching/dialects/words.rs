//! Words of other tools as words of ours.
//!
//! Most tools look for a word exactly as it is written, so it gets our `=`. What stands between quotes or is cut by punctuation
//! becomes a phrase of its words, since no tool looks at punctuation as a word.

use std::ops::Range;

use nabat_text::letters::{Class, is_invisible};

use super::lexer::Quoted;
use super::reader::Reader;
use super::tree::Said;
use super::{DialectFault, FaultKind, NoteKind};
use crate::matching::error::{QueryArg, QueryErrorKind};

/// How a tool looks for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// In this form only: `=word`.
    Exact,
    /// In all its forms: `word`.
    Forms,
    /// In this form and letter case only: `{Word}`.
    Cased,
}

/// The wildcards of a tool; what is none of them is punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wildcards {
    None,
    /// `*`.
    Star,
    /// `*` and `?`.
    Both,
}

impl Wildcards {
    fn has(self, c: char) -> bool {
        match self {
            Self::None => false,
            Self::Star => c == '*',
            Self::Both => matches!(c, '*' | '?'),
        }
    }
}

/// A word with its wildcards, or an emoji.
#[derive(Debug, Clone)]
struct Piece {
    span: Range<usize>,
    emoji: bool,
}

/// Signs around a word that people write for the eye; nobody misses them.
fn is_for_the_eye(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '-'
            | '–'
            | '—'
            | '\''
            | '’'
            | '‘'
            | '"'
            | '«'
            | '»'
            | '„'
            | '“'
            | '”'
    ) || c.is_whitespace()
        || is_invisible(c)
}

/// Signs that join two parts into one word for us.
fn joins(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '‘' | '.')
}

/// The words between `span`, with `*` and `?` as parts of words if the tool has them. They are cut character by character, so that
/// nothing of the source but words can reach our query.
fn pieces(source: &str, span: &Range<usize>, wildcards: Wildcards) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut chars = source[span.clone()].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let start = span.start + at;
        let mut piece = Piece { span: start..start + c.len_utf8(), emoji: false };
        match Class::of(c) {
            Class::Emoji if !is_invisible(c) => piece.emoji = true,
            Class::FlagHalf => {
                piece.emoji = true;
                if let Some((_, half)) = chars.next_if(|(_, c)| Class::of(*c) == Class::FlagHalf) {
                    piece.span.end += half.len_utf8();
                }
            }
            class if class.starts_word() || wildcards.has(c) => {
                let mut has_letters = class.starts_word();
                while let Some((_, c)) = chars.next_if(|(_, c)| goes_on(*c, wildcards)) {
                    has_letters |= Class::of(c).starts_word();
                    piece.span.end += c.len_utf8();
                }
                if !has_letters {
                    continue;
                }
            }
            Class::Letter | Class::Digit | Class::Mark | Class::Emoji | Class::Separator => continue,
        }
        found.push(piece);
    }
    found
}

fn goes_on(c: char, wildcards: Wildcards) -> bool {
    Class::of(c).is_of_word() || wildcards.has(c) || is_invisible(c)
}

/// A word, a phrase, or nothing where only punctuation stands.
pub(super) fn word(
    reader: &mut Reader<'_>,
    span: Range<usize>,
    style: Style,
    wildcards: Wildcards,
) -> Result<Option<Said>, DialectFault> {
    let text = &reader.source[span.clone()];
    if is_web_address(text) {
        return Err(DialectFault::query(QueryErrorKind::WebAddress, span));
    }
    let found = pieces(reader.source, &span, wildcards);
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(None) };
    note_signs(reader, &span, &found);
    let inside = first.span.start..last.span.end;
    let said = if style == Style::Forms && found.len() > 1 && is_joined(reader.source, &found) {
        reader.source[inside].to_owned()
    } else {
        in_a_row(reader, &found, style)?
    };
    Ok(Some(Said::leaf(said, span)))
}

/// The words between quotes, whose insides are `inside`, at most `distance` moves apart if that was asked.
pub(super) fn phrase(
    reader: &mut Reader<'_>,
    inside: Range<usize>,
    whole: Range<usize>,
    style: Style,
    wildcards: Wildcards,
) -> Result<Said, DialectFault> {
    let found = pieces(reader.source, &inside, wildcards);
    if found.is_empty() {
        return Err(DialectFault::query(QueryErrorKind::EmptyPhrase, whole));
    }
    note_signs(reader, &inside, &found);
    if found.len() > 1 && found.iter().any(|piece| reader.source[piece.span.clone()].contains(['*', '?'])) {
        reader.note_once(NoteKind::PhraseWildcard, whole.clone());
    }
    Ok(Said::leaf(in_a_row(reader, &found, style)?, whole))
}

/// The words between quotes, in a row or within the distance behind them.
pub(super) fn phrase_or_window(
    reader: &mut Reader<'_>,
    value: Quoted,
    slop: Slop,
    wildcards: Wildcards,
) -> Result<Said, DialectFault> {
    match value.distance {
        Some(n) => window(reader, value.inside, value.whole, n, slop),
        None => phrase(reader, value.inside, value.whole, Style::Exact, wildcards),
    }
}

/// What to make of the distance behind a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slop {
    /// Moves of words as Lucene counts them: `n` words between two in their order, two fewer in the other order.
    Moves,
    /// The tool's help does not say whether another order costs anything.
    Unclear,
}

/// `"two words"~n`.
fn window(
    reader: &mut Reader<'_>,
    inside: Range<usize>,
    whole: Range<usize>,
    distance: u64,
    slop: Slop,
) -> Result<Said, DialectFault> {
    let found = pieces(reader.source, &inside, Wildcards::None);
    if found.len() < 2 || distance == 0 {
        return phrase(reader, inside, whole, Style::Exact, Wildcards::None);
    }
    note_signs(reader, &inside, &found);
    if let ([first, second], Slop::Moves) = (found.as_slice(), slop) {
        let sides = |reader: &mut Reader<'_>| -> Result<[Said; 2], DialectFault> {
            let first = Said::leaf(piece(reader, first, Style::Exact)?, whole.clone());
            Ok([first, Said::leaf(piece(reader, second, Style::Exact)?, whole.clone())])
        };
        let [first, second] = sides(reader)?;
        let mut orders = vec![Said::near([first.clone(), second.clone()], distance, true)];
        if distance >= 2 {
            orders.push(Said::near([second, first], distance - 2, true));
        }
        let both = Said::any(orders).map(|said| Said { span: whole.clone(), ask: said.ask });
        return both.ok_or_else(|| DialectFault::query(QueryErrorKind::EmptyPhrase, whole));
    }
    let kind = if slop == Slop::Moves { NoteKind::WindowOrder } else { NoteKind::WindowUnclear };
    reader.note(kind, whole.clone(), vec![("n", QueryArg::Number(distance))]);
    let words = rendered(reader, &found, Style::Exact)?;
    Ok(Said::leaf(format!("\"{}\"~{distance}", words.join(" ")), whole))
}

fn is_joined(source: &str, found: &[Piece]) -> bool {
    found.iter().all(|piece| !piece.emoji)
        && found.windows(2).all(|pair| {
            let between = &source[pair[0].span.end..pair[1].span.start];
            !between.is_empty() && between.chars().all(joins)
        })
}

fn in_a_row(reader: &mut Reader<'_>, found: &[Piece], style: Style) -> Result<String, DialectFault> {
    let mut words = rendered(reader, found, style)?;
    Ok(match words.len() {
        1 => words.remove(0),
        _ => format!("\"{}\"", words.join(" ")),
    })
}

fn rendered(reader: &mut Reader<'_>, found: &[Piece], style: Style) -> Result<Vec<String>, DialectFault> {
    found.iter().map(|each| piece(reader, each, style)).collect()
}

fn piece(reader: &mut Reader<'_>, piece: &Piece, style: Style) -> Result<String, DialectFault> {
    let text = &reader.source[piece.span.clone()];
    if piece.emoji {
        return Ok(text.to_owned());
    }
    if text.contains(['*', '?']) {
        return pattern(reader, piece.span.clone());
    }
    Ok(match style {
        Style::Exact => {
            reader.note_once(NoteKind::ExactWords, piece.span.clone());
            format!("={text}")
        }
        Style::Cased => format!("{{{text}}}"),
        Style::Forms if is_our_operator(text) => text.to_lowercase(),
        Style::Forms => text.to_owned(),
    })
}

/// A word with wildcards: `begin*`, `*inside*`, `w?rd`.
fn pattern(reader: &mut Reader<'_>, span: Range<usize>) -> Result<String, DialectFault> {
    let text = &reader.source[span.clone()];
    if !text.contains('*') {
        return Ok(text.to_owned());
    }
    let body = text.strip_prefix('*').unwrap_or(text);
    let body = body.strip_suffix('*').unwrap_or(body);
    if body.contains(['*', '?']) {
        return Err(reader.fault(FaultKind::Pattern, span));
    }
    if text.starts_with('*') && !text.ends_with('*') {
        reader.note(NoteKind::Suffix, span, vec![("text", QueryArg::Text(format!("*{body}*")))]);
        return Ok(format!("*{body}*"));
    }
    Ok(text.to_owned())
}

/// Says that signs such as the + of C++ are not looked for.
fn note_signs(reader: &mut Reader<'_>, span: &Range<usize>, found: &[Piece]) {
    let source = reader.source;
    let has_signs = |between: Range<usize>| source[between].chars().any(|c| !is_for_the_eye(c));
    let mut from = span.start;
    let mut signs = false;
    for piece in found {
        signs |= has_signs(from..piece.span.start);
        from = piece.span.end;
    }
    if signs || has_signs(from..span.end) {
        let text = source[span.clone()].trim().to_owned();
        reader.note(NoteKind::Signs, span.clone(), vec![("text", QueryArg::Text(text))]);
    }
}

/// Words that would be operators in our language if they kept their capitals.
fn is_our_operator(text: &str) -> bool {
    matches!(text, "AND" | "OR" | "NOT" | "SENT" | "NEAR" | "ONEAR")
}

/// What no word is found in.
fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("http://")
        || lower.contains("https://")
        || lower.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("www.")
}

/// Whether no word is in a text, only punctuation.
pub(super) fn word_is_empty(text: &str) -> bool {
    pieces(text, &(0..text.len()), Wildcards::None).is_empty()
}

/// A field's value without the sign that people put before tags and names.
pub(super) fn without_sign(reader: &Reader<'_>, inside: Range<usize>, sign: char) -> Range<usize> {
    let text = &reader.source[inside.clone()];
    let start = text.len() - text.trim_start().trim_start_matches(sign).len();
    inside.start + start..inside.start + start.max(text.trim_end().len())
}

/// `#tag` or `@name`, whose body stands at `span`.
pub(super) fn tag_or_name(
    reader: &mut Reader<'_>,
    sign: char,
    span: Range<usize>,
    whole: Range<usize>,
) -> Result<Said, DialectFault> {
    let body = reader.source[span].trim_end_matches(|c: char| is_for_the_eye(c) && !is_invisible(c));
    let fits = !body.is_empty()
        && body.chars().all(|c| c.is_alphanumeric() || c == '_' || (sign == '@' && c == '.'));
    if fits {
        return Ok(Said::leaf(format!("{sign}{body}"), whole));
    }
    let kind = if sign == '#' { QueryErrorKind::BadTag } else { QueryErrorKind::BadName };
    let text = reader.source[whole.clone()].to_owned();
    Err(DialectFault::query(kind, whole).text("text", &text))
}

/// A field of ours with a value of theirs.
pub(super) fn field(
    reader: &Reader<'_>,
    name: &str,
    value: &str,
    whole: Range<usize>,
) -> Result<Said, DialectFault> {
    let value = value.trim();
    if value.is_empty() {
        return Err(reader.fault(FaultKind::ValueMissing, whole));
    }
    let plain = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        && !value.starts_with('-')
        && !value.ends_with('.');
    let text = if plain {
        format!("{name}:{value}")
    } else if !value.contains('"') {
        format!("{name}:\"{value}\"")
    } else if !value.contains('»') {
        format!("{name}:«{value}»")
    } else {
        return Err(reader.fault(FaultKind::Value, whole));
    };
    Ok(Said::leaf(text, whole))
}
