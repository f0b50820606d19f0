//! Cutting a query into pieces: what Brandwatch, YouScan, SentiOne and PowerTrack have in common.

use std::ops::Range;

use super::operators::{Token, What};
use super::reader::Reader;
use super::tree::Said;
use super::words::{tag_or_name, word_is_empty};
use super::{DialectFault, FaultKind};
use crate::matching::error::QueryErrorKind;

/// What stands between quotes, or a field's value without them.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    /// Without the quotes.
    pub(super) inside: Range<usize>,
    /// With the quotes and what belongs to them.
    pub(super) whole: Range<usize>,
    /// The number behind `~`.
    pub(super) distance: Option<u64>,
}

/// What is a tool's own.
pub(super) trait Tool {
    /// Its fields.
    type Field: Copy;
    /// Whether it has `<<< comments >>>`.
    const COMMENTS: bool;
    /// Signs that no word of it holds: they belong to other languages, or mean what ours cannot say.
    const REFUSED: &'static [char];

    /// The operator that a chunk is, if it is one.
    fn operator(&self, reader: &mut Reader<'_>, chunk: &Range<usize>) -> Result<Option<What>, DialectFault>;

    /// The field of that name.
    fn field(&self, name: &str) -> Option<Self::Field>;

    /// A field that has the value between `inside`, in quotes with a distance behind them if there is one.
    fn of_field(
        &self,
        reader: &mut Reader<'_>,
        field: Self::Field,
        value: Quoted,
    ) -> Result<Said, DialectFault>;

    /// A field whose value has a syntax of its own, which stands at the reader's place.
    fn of_special_field(
        &self,
        _reader: &mut Reader<'_>,
        _field: Self::Field,
    ) -> Result<Option<Said>, DialectFault> {
        Ok(None)
    }

    /// Words without quotes; nothing where only punctuation stands.
    fn bare(&self, reader: &mut Reader<'_>, chunk: Range<usize>) -> Result<Option<Said>, DialectFault>;

    /// What stands between quotes, with the distance behind it.
    fn quoted(&self, reader: &mut Reader<'_>, value: Quoted) -> Result<Said, DialectFault>;

    /// What stands between `{` and `}`, for a tool that has them.
    fn braced(
        &self,
        reader: &mut Reader<'_>,
        _inside: Range<usize>,
        whole: Range<usize>,
    ) -> Result<Said, DialectFault> {
        Err(reader.fault(FaultKind::Sign, whole))
    }
}

/// The pieces of a query.
pub(super) fn lex<T: Tool>(tool: &T, reader: &mut Reader<'_>) -> Result<Vec<Token>, DialectFault> {
    let mut lexer = Lexer { tool, reader, fields: Vec::new() };
    let mut tokens = Vec::new();
    loop {
        lexer.reader.skip_space();
        if T::COMMENTS && lexer.reader.take_comment()? {
            continue;
        }
        let start = lexer.reader.at;
        let Some(c) = lexer.reader.peek() else { break };
        let what = match c {
            '(' => lexer.open(lexer.within()),
            ')' => Some(lexer.close()?),
            '-' if lexer.is_minus() => lexer.minus()?,
            _ if is_quote(c) || c == '{' => Some(What::Part(lexer.value(lexer.within())?)),
            _ => lexer.chunk()?,
        };
        if let Some(what) = what {
            let what = match what {
                What::Part(said) => What::Part(lexer.reader.commented(said)),
                what => what,
            };
            tokens.push(Token { what, span: start..lexer.reader.at });
        }
    }
    Ok(tokens)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«')
}

/// What closes a quote that opens with this character: people paste queries from documents that turn the marks.
fn closing(open: char) -> &'static [char] {
    match open {
        '"' => &['"'],
        '«' => &['»'],
        _ => &['”', '“', '"'],
    }
}

fn ends_chunk(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '{')
}

struct Lexer<'a, 'b, T: Tool> {
    tool: &'a T,
    reader: &'a mut Reader<'b>,
    /// For each open bracket, the field it belongs to.
    fields: Vec<Option<T::Field>>,
}

impl<T: Tool> Lexer<'_, '_, T> {
    fn within(&self) -> Option<T::Field> {
        self.fields.last().copied().flatten()
    }

    fn open(&mut self, field: Option<T::Field>) -> Option<What> {
        self.fields.push(field);
        self.reader.take_one();
        Some(What::Open)
    }

    /// `(a AND b)~5` is an operator of older tools.
    fn close(&mut self) -> Result<What, DialectFault> {
        self.fields.pop();
        let close = self.reader.take_one();
        if self.reader.take("~").is_some() {
            self.reader.take_number();
            return Err(self.reader.fault(FaultKind::GroupDistance, close.start..self.reader.at));
        }
        Ok(What::Close)
    }

    /// A minus negates at the start of a word only: `t-shirt` is one word.
    fn is_minus(&self) -> bool {
        self.reader.before().is_none_or(|c| c.is_whitespace() || c == '(')
    }

    /// A minus before something that is looked for. A dash among words, or before nothing, is punctuation.
    fn minus(&mut self) -> Result<Option<What>, DialectFault> {
        let run = self.reader.take_while(|c| c == '-');
        let rest = self.reader.rest();
        let chunk = &rest[..rest.find(ends_chunk).unwrap_or(rest.len())];
        let follows = if chunk.is_empty() {
            rest.starts_with(|c: char| !c.is_whitespace() && c != ')')
        } else {
            !word_is_empty(chunk)
        };
        if follows && run.len() > 1 {
            return Err(self.reader.fault(FaultKind::Sign, run));
        }
        Ok(follows.then_some(What::Not))
    }

    fn chunk(&mut self) -> Result<Option<What>, DialectFault> {
        let start = self.reader.at;
        let chunk = self.reader.take_while(|c| !ends_chunk(c));
        if let Some(operator) = self.tool.operator(self.reader, &chunk)? {
            return Ok(Some(operator));
        }
        let text = &self.reader.source[chunk.clone()];
        if let (None, Some(colon)) = (self.within(), text.find(':'))
            && text[..colon].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && text[..colon].bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'))
            && !text[colon..].starts_with("://")
        {
            return self.field(start..start + colon + 1);
        }
        self.reader.at = start;
        self.part(self.within())
    }

    /// A field whose name and colon stand at `name`.
    fn field(&mut self, name: Range<usize>) -> Result<Option<What>, DialectFault> {
        let text = &self.reader.source[name.start..name.end - 1];
        let Some(field) = self.tool.field(text) else {
            return Err(self.reader.fault(FaultKind::Field, name));
        };
        self.reader.at = name.end;
        self.reader.take_while(|c| c == ' ');
        if let Some(said) = self.tool.of_special_field(self.reader, field)? {
            return Ok(Some(What::Part(Said { span: name.start..self.reader.at, ..said })));
        }
        let rest = self.reader.rest();
        if matches!(&rest[..rest.find(ends_chunk).unwrap_or(rest.len())], "AND" | "OR" | "NOT") {
            return Err(self.reader.fault(FaultKind::ValueMissing, name));
        }
        match self.reader.peek() {
            Some('(') => Ok(self.open(Some(field))),
            Some(c) if !c.is_whitespace() && c != ')' => match self.part(Some(field))? {
                Some(What::Part(said)) => {
                    Ok(Some(What::Part(Said { span: name.start..self.reader.at, ..said })))
                }
                _ => Err(self.reader.fault(FaultKind::ValueMissing, name)),
            },
            _ => Err(self.reader.fault(FaultKind::ValueMissing, name)),
        }
    }

    /// A word, a tag, a name, or a field's value that is one chunk.
    fn part(&mut self, within: Option<T::Field>) -> Result<Option<What>, DialectFault> {
        if self.reader.peek().is_some_and(|c| is_quote(c) || c == '{') {
            return self.value(within).map(|said| Some(What::Part(said)));
        }
        let chunk = self.reader.take_while(|c| !ends_chunk(c));
        let text = &self.reader.source[chunk.clone()];
        if let Some(field) = within {
            let value = Quoted { inside: chunk.clone(), whole: chunk, distance: None };
            let said = self.tool.of_field(self.reader, field, value)?;
            return Ok(Some(What::Part(said)));
        }
        if let Some(at) = text.find(T::REFUSED) {
            let sign = text[at..].chars().next().map_or(1, char::len_utf8);
            let place = chunk.start + at..chunk.start + at + sign;
            return Err(self.reader.fault(FaultKind::Sign, place));
        }
        let sign = text.chars().next().filter(|c| matches!(c, '#' | '@'));
        let said = match sign {
            Some(sign) if !word_is_empty(text) => {
                Some(tag_or_name(self.reader, sign, chunk.start + 1..chunk.end, chunk)?)
            }
            _ => self.tool.bare(self.reader, chunk)?,
        };
        Ok(said.map(What::Part))
    }

    /// What stands between quotes or braces.
    fn value(&mut self, within: Option<T::Field>) -> Result<Said, DialectFault> {
        let start = self.reader.at;
        if self.reader.peek() == Some('{') {
            let open = self.reader.take_one();
            let inside = self.reader.take_while(|c| c != '}');
            if self.reader.take("}").is_none() {
                return Err(DialectFault::query(QueryErrorKind::BracketNotClosed, open));
            }
            let whole = start..self.reader.at;
            if within.is_some() {
                return Err(self.reader.fault(FaultKind::Value, whole));
            }
            return self.tool.braced(self.reader, inside, whole);
        }
        let inside = self.reader.quoted(closing(self.reader.peek().unwrap_or('"')))?;
        let mut distance = None;
        if self.reader.take("~").is_some() {
            distance = self.reader.take_number();
            if distance.is_none() {
                return Err(self.reader.fault(FaultKind::Sign, self.reader.at - 1..self.reader.at));
            }
        }
        let value = Quoted { inside, whole: start..self.reader.at, distance };
        match within {
            Some(field) => self.tool.of_field(self.reader, field, value),
            None => self.tool.quoted(self.reader, value),
        }
    }
}

/// `NEAR/n`, and `NEAR/nf` for a tool that has it.
pub(super) fn near(
    reader: &Reader<'_>,
    chunk: &Range<usize>,
    has_order: bool,
) -> Result<Option<What>, DialectFault> {
    let text = &reader.source[chunk.clone()];
    let Some(number) = text.strip_prefix("NEAR") else { return Ok(None) };
    if !(number.is_empty()
        || number.starts_with(['/', '~'])
        || number.starts_with(|c: char| c.is_ascii_digit()))
    {
        return Ok(None);
    }
    let digits = number.strip_prefix('/').unwrap_or_default();
    let (digits, ordered) = match digits.strip_suffix('f') {
        Some(digits) if has_order => (digits, true),
        _ => (digits, false),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(reader.fault(FaultKind::NearNumber, chunk.clone()));
    }
    Ok(Some(What::Near { distance: digits.parse().unwrap_or(u64::MAX), ordered }))
}
