//! Reading another tool's query from left to right: what all tools have in common.

use std::collections::BTreeSet;
use std::ops::Range;

use nabat_text::letters::is_invisible;

use super::tree::{Ask, Said};
use super::{DialectFault, FaultKind, Note, NoteKind};
use crate::matching::error::{QueryArg, QueryErrorKind};

/// A place in the source, and the notes made on the way to it.
pub(super) struct Reader<'a> {
    pub(super) source: &'a str,
    pub(super) at: usize,
    /// In the order in which they were made; with `true` where one of its kind is enough.
    notes: Vec<(Note, bool)>,
    /// Comments that wait for the part they stand before.
    comments: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, at: 0, notes: Vec::new(), comments: Vec::new() }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before the place, so that a minus inside a word is told from one before it.
    pub(super) fn before(&self) -> Option<char> {
        self.source[..self.at].chars().next_back()
    }

    /// Goes past white space and what nobody sees.
    pub(super) fn skip_space(&mut self) {
        self.take_while(|c| c.is_whitespace() || is_invisible(c));
    }

    pub(super) fn take_while(&mut self, accept: impl Fn(char) -> bool) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|c| !accept(c)).unwrap_or(rest.len());
        start..self.at
    }

    /// Goes past a text that stands here.
    pub(super) fn take(&mut self, text: &str) -> Option<Range<usize>> {
        let start = self.at;
        self.rest().starts_with(text).then(|| {
            self.at += text.len();
            start..self.at
        })
    }

    /// Goes past one character.
    pub(super) fn take_one(&mut self) -> Range<usize> {
        let start = self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        start..self.at
    }

    /// Goes past a number that stands here. One that fits nowhere is the largest, which every limit refuses.
    pub(super) fn take_number(&mut self) -> Option<u64> {
        let digits = self.take_while(|c| c.is_ascii_digit());
        (!digits.is_empty()).then(|| self.source[digits].parse().unwrap_or(u64::MAX))
    }

    /// What stands between the quotation mark here and the one that closes it.
    pub(super) fn quoted(&mut self, closing: &[char]) -> Result<Range<usize>, DialectFault> {
        let open = self.take_one();
        let Some(length) = self.rest().find(closing) else {
            return Err(DialectFault::query(QueryErrorKind::QuoteNotClosed, open));
        };
        let inside = self.at..self.at + length;
        self.at = inside.end;
        self.take_one();
        if self.source[inside.clone()].trim().is_empty() {
            return Err(DialectFault::query(QueryErrorKind::EmptyPhrase, open.start..self.at));
        }
        Ok(inside)
    }

    /// Goes past `<<< a comment >>>`, which both we and the tool keep and do not read. It will stand before the next part.
    pub(super) fn take_comment(&mut self) -> Result<bool, DialectFault> {
        let Some(open) = self.take("<<<") else { return Ok(false) };
        let Some(length) = self.rest().find(">>>") else {
            return Err(self.fault(FaultKind::CommentNotClosed, open));
        };
        self.at += length + ">>>".len();
        self.comments.push(open.start..self.at);
        Ok(true)
    }

    /// A part with the comments that stand before it.
    pub(super) fn commented(&mut self, said: Said) -> Said {
        match self.take_comments() {
            Some(comments) => Said { span: said.span.clone(), ask: Ask::Commented(comments, Box::new(said)) },
            None => said,
        }
    }

    /// The comments that no part took.
    pub(super) fn take_comments(&mut self) -> Option<String> {
        let texts: Vec<&str> = self.comments.drain(..).map(|span| &self.source[span]).collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }

    pub(super) fn note(&mut self, kind: NoteKind, span: Range<usize>, args: Vec<(&'static str, QueryArg)>) {
        self.notes.push((Note { span, kind, args }, false));
    }

    /// A note that says the same wherever it stands is given at its first place only.
    pub(super) fn note_once(&mut self, kind: NoteKind, span: Range<usize>) {
        self.note_once_with(kind, span, Vec::new());
    }

    /// The same, with arguments.
    pub(super) fn note_once_with(
        &mut self,
        kind: NoteKind,
        span: Range<usize>,
        args: Vec<(&'static str, QueryArg)>,
    ) {
        self.notes.push((Note { span, kind, args }, true));
    }

    /// Takes back what was noted about a part that is left out: how it would have read helps nobody.
    pub(super) fn forget(&mut self, left_out: &Range<usize>) {
        self.notes.retain(|(note, _)| note.span.start < left_out.start || left_out.end < note.span.end);
    }

    /// All notes, of those that say the same wherever they stand the first.
    pub(super) fn into_notes(self) -> Vec<Note> {
        let mut given = BTreeSet::new();
        let kept = |(note, once): &(Note, bool)| !once || given.insert(note.kind);
        self.notes.into_iter().filter(kept).map(|(note, _)| note).collect()
    }

    /// A fault that repeats what stands at its place.
    pub(super) fn fault(&self, kind: FaultKind, span: Range<usize>) -> DialectFault {
        let text = self.source.get(span.clone()).unwrap_or_default();
        DialectFault::new(kind, span).text("text", text)
    }
}
