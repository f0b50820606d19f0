//! Search: which mentions hold which words, newest or oldest first, in any language.
//!
//! Wanted: a page of results costs the same whether the word is rare or common; a word can be given by its first letters; storing
//! costs a few microseconds a post; the same on every engine.
//! Design: an index of our own in plain tables. Each batch writes one segment: its words in order, each with its mentions (see
//! `segment.rs`). Eight segments of one size are merged into one of the next. A search walks the segments from the newest place
//! on, and stops when the page is full: later segments cannot hold anything newer. Networks and languages are words too, with a
//! mark that no text can hold; topics are looked up among the matches. When a post gets other words, only the segment that holds
//! its last ones counts.
//! Tried before: the full-text index of SQLite with lists for beginnings of four letters. Storing a million mentions took 59 CPU
//! seconds with it and takes 25 with this, and each new topic of an old post had to be told to it.
//! Accepted losses: a word counts to its first [`WORD_CHARS_MAX`] characters; of an edited post only the words of the shown
//! version are found; where segments overlap in time, as after an import of old posts, more of them are read for a page.

use std::collections::{BTreeMap, HashMap, HashSet};

use nabat_crisis::id::TopicId;
use nabat_crisis::network::Network;

use crate::engine::{Row, Tx, params};
use crate::error::StoreError;
use crate::page::rows;
use crate::segment::{self, Bits, Block, Reader, Words, Writer};

/// Longest word in the index, in characters: longer ones are addresses and noise.
const WORD_CHARS_MAX: usize = 64;
/// Most words of a text in the index: a post of the longest kind has fewer.
const WORDS_MAX: usize = 20_000;
/// Most words in a search.
const SEARCHED_MAX: usize = 32;
/// Segments of one size that are merged into one of the next: each post is written again five times at most, and a search looks
/// into seven segments of each size at most.
const MERGED: usize = 8;
/// A segment of so many mentions is merged no more. Merging holds a few of them in memory, about a hundred bytes a mention.
const FULL: i64 = 32_768;
/// Reading a topic's matches in order is so many times cheaper than looking one up.
const LOOKUP_COST: usize = 8;
/// Starts the words that stand for networks and languages. It is private use, so [`document`] leaves it in no text.
const MARK: char = '\u{e000}';

/// What is indexed of a mention: the words of its text, letters and digits of any script, with single spaces between them, and
/// the words that stand for its network and language.
pub(crate) fn document(search_text: &str, network: &Network, lang: Option<&str>) -> String {
    let mut document = String::with_capacity(search_text.len() + 32);
    for word in words(search_text).take(WORDS_MAX) {
        document.push_str(word);
        document.push(' ');
    }
    document.push_str(&network_word(network));
    if let Some(lang) = lang {
        document.push(' ');
        document.push_str(&lang_word(lang));
    }
    document
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()).map(cut)
}

/// Whether a character is a letter or digit of any script; the alphabets of nearly all posts are spared the search in Unicode's tables.
fn is_of_word(c: char) -> bool {
    match c {
        'a'..='z' | '0'..='9' | 'а'..='я' => true,
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

fn cut(word: &str) -> &str {
    if word.len() <= WORD_CHARS_MAX {
        return word;
    }
    word.char_indices().nth(WORD_CHARS_MAX).map_or(word, |(end, _)| word.get(..end).unwrap_or(word))
}

fn network_word(network: &Network) -> String {
    format!("{MARK}n{network}")
}

/// What a source calls a language may be anything; it stays one word.
fn lang_word(lang: &str) -> String {
    format!("{MARK}l{}", cut(lang).replace(' ', "_"))
}

/// What a filter asks of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Query {
    terms: Vec<Term>,
    topic: Option<TopicId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    /// This word.
    Word(String),
    /// A word that begins so.
    Start(String),
}

/// The query of a filter: words are folded beginnings, all of which must occur. `None` when it asks for no words, network or
/// language: then no index of words is needed.
pub(crate) fn query(
    searched: &[String],
    topic: Option<TopicId>,
    network: Option<&Network>,
    lang: Option<&str>,
) -> Option<Query> {
    let starts = searched.iter().flat_map(|text| words(text)).take(SEARCHED_MAX);
    let mut terms: Vec<_> = starts.map(|word| Term::Start(word.to_owned())).collect();
    terms.extend(network.map(|network| Term::Word(network_word(network))));
    terms.extend(lang.map(|lang| Term::Word(lang_word(lang))));
    (!terms.is_empty()).then_some(Query { terms, topic })
}

/// Whether there is anything to search for: signs alone are no words.
pub(crate) fn has_words(searched: &[String]) -> bool {
    searched.iter().any(|text| words(text).next().is_some())
}

/// Which end of time a walk begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Begin {
    Newest,
    Oldest,
}

/// Walks the places of a query in order, within `from..until`, as long as the reader answers `true`.
pub(crate) fn walk(
    tx: &Tx<'_>,
    query: &Query,
    begin: Begin,
    (from, until): (i64, i64),
    mut read: impl FnMut(i64) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let mut ahead = segments(tx, from, until)?;
    // The segment to be opened next is the last one.
    match begin {
        Begin::Newest => ahead.sort_by_key(|segment| segment.last_place),
        Begin::Oldest => ahead.sort_by_key(|segment| std::cmp::Reverse(segment.first_place)),
    }
    // How near a place is to where the walk begins.
    let near = |place: i64| if begin == Begin::Newest { place } else { -place };
    let mut open: Vec<(i64, Vec<i64>)> = Vec::new();
    loop {
        open.retain(|(_, places)| !places.is_empty());
        let nearest = open.iter_mut().max_by_key(|(_, places)| places.last().map(|place| near(*place)));
        let reached = nearest.as_ref().and_then(|(_, places)| places.last().map(|place| near(*place)));
        let next = ahead.last().map(|segment| match begin {
            Begin::Newest => segment.last_place,
            Begin::Oldest => -segment.first_place,
        });
        if let Some(segment) = ahead.pop_if(|_| next > reached) {
            let mut places = segment.find(tx, query)?;
            places.retain(|place| from <= *place && *place < until);
            if begin == Begin::Oldest {
                places.reverse();
            }
            open.push((segment.id, places));
            continue;
        }
        let Some((segment, places)) = nearest else { return Ok(()) };
        let Some(place) = places.pop() else { return Ok(()) };
        if counts(tx, *segment, place)? && !read(place)? {
            return Ok(());
        }
    }
}

/// What a segment is, without its words.
struct Segment {
    id: i64,
    first_place: i64,
    last_place: i64,
    n_mentions: i64,
}

impl Segment {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            first_place: row.get(1)?,
            last_place: row.get(2)?,
            n_mentions: row.get(3)?,
        })
    }

    /// Places of the mentions that fit a query, rising. Some may have other words in a later segment.
    fn find(&self, tx: &Tx<'_>, query: &Query) -> Result<Vec<i64>, StoreError> {
        let n = usize::try_from(self.n_mentions).unwrap_or(0);
        let mut fit: Option<Bits> = None;
        for term in &query.terms {
            let found = self.term(tx, term, n)?;
            match &mut fit {
                Some(fit) => fit.keep(&found),
                None => fit = Some(found),
            }
            if fit.as_ref().is_some_and(Bits::is_empty) {
                return Ok(Vec::new());
            }
        }
        let places = places(tx, self.id)?;
        let fit = fit.unwrap_or_else(|| Bits::none(n));
        let found = fit.numbers().filter_map(|number| places.get(number).copied()).collect();
        match query.topic {
            Some(topic) => of_topic(tx, topic, found),
            None => Ok(found),
        }
    }

    fn term(&self, tx: &Tx<'_>, term: &Term, n: usize) -> Result<Bits, StoreError> {
        let (word, whole) = match term {
            Term::Word(word) => (word.as_bytes(), true),
            Term::Start(word) => (word.as_bytes(), false),
        };
        let mut end = word.to_vec();
        // No text holds this byte, so all words with this beginning come before it.
        end.push(if whole { 0 } else { 0xff });
        let mut found = Bits::none(n);
        let sql = "SELECT words FROM segment_words WHERE segment = ?1 AND first_word >= coalesce((SELECT max(first_word) \
                   FROM segment_words WHERE segment = ?1 AND first_word <= ?2), x'') AND first_word < ?3 ORDER BY first_word";
        tx.each(sql, params![self.id, word, end], |row| {
            let block: Vec<u8> = row.get(0)?;
            let mut reader = Reader::of(&block);
            while let Some(mentions) = reader.next()? {
                if if whole { reader.word == word } else { reader.word.starts_with(word) } {
                    segment::numbers(mentions, |number| found.add(number))?;
                } else if reader.word > end {
                    return Ok(false);
                }
            }
            Ok(true)
        })?;
        Ok(found)
    }
}

fn segments(tx: &Tx<'_>, from: i64, until: i64) -> Result<Vec<Segment>, StoreError> {
    let sql = "SELECT id, first_place, last_place, n_mentions FROM segment WHERE last_place >= ?1 AND first_place < ?2";
    tx.all(sql, [from, until], Segment::read)
}

fn places(tx: &Tx<'_>, segment: i64) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT places FROM segment WHERE id = ?1";
    let bytes: Option<Vec<u8>> = tx.one(sql, [segment], |row| Ok(row.get(0)?))?;
    segment::read_places(&bytes.unwrap_or_default())
}

/// Keeps the places that match a topic. Either the matches between the first and the last are read in order, or, when they are
/// many more than the places, each place is looked up.
fn of_topic(tx: &Tx<'_>, topic: TopicId, mut found: Vec<i64>) -> Result<Vec<i64>, StoreError> {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(found) };
    let max = found.len().saturating_mul(LOOKUP_COST);
    let sql =
        "SELECT place FROM matched WHERE topic = ?1 AND place >= ?2 AND place <= ?3 ORDER BY place LIMIT ?4";
    let matched: Vec<i64> = tx.all(sql, [topic.0, *first, *last, rows(max)], |row| Ok(row.get(0)?))?;
    if matched.len() < max {
        let matched: HashSet<_> = matched.into_iter().collect();
        found.retain(|place| matched.contains(place));
        return Ok(found);
    }
    let sql = "SELECT 1 FROM matched WHERE topic = ?1 AND place = ?2";
    let looked_up =
        found.into_iter().map(|place| Ok(tx.one(sql, [topic.0, place], |_| Ok(()))?.map(|()| place)));
    looked_up.filter_map(Result::transpose).collect()
}

/// Whether the words of a mention in a segment are its last ones.
fn counts(tx: &Tx<'_>, segment: i64, place: i64) -> Result<bool, StoreError> {
    let last =
        tx.one("SELECT segment FROM reworded WHERE place = ?1", [place], |row| Ok(row.get::<_, i64>(0)?))?;
    Ok(last.is_none_or(|last| last == segment))
}

/// The mentions of a batch that go into the index.
#[derive(Debug, Default)]
pub(crate) struct Indexed {
    /// The place of the mention of each document, in order; documents that are not stored have none.
    places: Vec<Option<i64>>,
    /// Places that have words in an earlier segment.
    reworded: Vec<i64>,
}

impl Indexed {
    /// The next document is not stored, as long as [`Self::put`] does not say otherwise.
    pub(crate) fn next(&mut self) {
        self.places.push(None);
    }

    /// The latest document holds the words of a mention, in place of any it had.
    pub(crate) fn put(&mut self, place: i64, fresh: bool) {
        if !fresh {
            self.reworded.push(place);
            self.places.iter_mut().filter(|known| **known == Some(place)).for_each(|known| *known = None);
        }
        if let Some(last) = self.places.last_mut() {
            *last = Some(place);
        }
    }

    /// Writes the segment of a batch, and merges what has become many.
    pub(crate) fn flush(self, tx: &Tx<'_>, words: &Words) -> Result<(), StoreError> {
        let mut order: Vec<_> =
            self.places.iter().enumerate().filter_map(|(number, place)| Some(((*place)?, number))).collect();
        if order.is_empty() {
            return Ok(());
        }
        order.sort_unstable();
        let mut renumbered = vec![None; self.places.len()];
        for (new, (_, old)) in (0..).zip(&order) {
            if let Some(number) = renumbered.get_mut(*old) {
                *number = Some(new);
            }
        }
        let places: Vec<_> = order.into_iter().map(|(place, _)| place).collect();
        let id = insert(tx, &places, &words.blocks(&renumbered))?;
        for place in self.reworded {
            let sql = "INSERT INTO reworded (place, segment) VALUES (?1, ?2) \
                       ON CONFLICT (place) DO UPDATE SET segment = excluded.segment";
            tx.run(sql, [place, id])?;
        }
        while let Some(many) = mergeable(tx)? {
            merge(tx, &many)?;
        }
        Ok(())
    }
}

fn insert(tx: &Tx<'_>, places: &[i64], blocks: &[Block]) -> Result<i64, StoreError> {
    let (first, last) = (places.first().copied().unwrap_or(0), places.last().copied().unwrap_or(0));
    let n = rows(places.len());
    let level = if n >= FULL { i64::from(FULL.ilog(8)) } else { i64::from(n.max(1).ilog(8)) };
    let sql = "INSERT INTO segment (level, first_place, last_place, n_mentions, places) VALUES (?1, ?2, ?3, ?4, ?5)";
    let id = tx.insert(sql, params![level, first, last, n, segment::write_places(places)])?;
    for block in blocks {
        let sql = "INSERT INTO segment_words (segment, first_word, words) VALUES (?1, ?2, ?3)";
        tx.run(sql, params![id, block.first_word, block.bytes])?;
    }
    Ok(id)
}

/// The oldest segments of a size of which there are many, not more than fill a segment.
fn mergeable(tx: &Tx<'_>) -> Result<Option<Vec<i64>>, StoreError> {
    let sql = "SELECT id, level, n_mentions FROM segment WHERE n_mentions < ?1 ORDER BY level, id";
    let mut levels: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    tx.each(sql, [FULL], |row| {
        levels.entry(row.get(1)?).or_default().push((row.get(0)?, row.get(2)?));
        Ok(true)
    })?;
    let Some(many) = levels.into_values().find(|segments| segments.len() >= MERGED) else { return Ok(None) };
    let mut n = 0;
    let few = many.into_iter().take(MERGED).take_while(|(_, n_mentions)| {
        let fits = n < FULL;
        n += n_mentions;
        fits
    });
    Ok(Some(few.map(|(id, _)| id).collect()))
}

/// A segment that is being merged: its words one after another.
struct Cursor<'a> {
    blocks: std::slice::Iter<'a, Vec<u8>>,
    reader: Reader<'a>,
    mentions: &'a [u8],
    renumbered: &'a [Option<u32>],
    at_end: bool,
}

impl Cursor<'_> {
    fn step(&mut self) -> Result<(), StoreError> {
        loop {
            if let Some(mentions) = self.reader.next()? {
                self.mentions = mentions;
                return Ok(());
            }
            let Some(block) = self.blocks.next() else {
                self.at_end = true;
                return Ok(());
            };
            self.reader = Reader::of(block);
        }
    }
}

/// Puts one segment in the place of several.
fn merge(tx: &Tx<'_>, ids: &[i64]) -> Result<(), StoreError> {
    let mut order = Vec::new();
    let mut renumbered: HashMap<i64, Vec<Option<u32>>> = HashMap::new();
    for id in ids {
        let places = places(tx, *id)?;
        renumbered.insert(*id, vec![None; places.len()]);
        let stale = stale(tx, *id, &places)?;
        let kept = places.into_iter().enumerate().filter(|(_, place)| !stale.contains(place));
        order.extend(kept.map(|(number, place)| (place, *id, number)));
    }
    order.sort_unstable();
    for (new, (_, id, old)) in (0..).zip(&order) {
        if let Some(number) = renumbered.get_mut(id).and_then(|numbers| numbers.get_mut(*old)) {
            *number = Some(new);
        }
    }
    let mut blocks = Vec::with_capacity(ids.len());
    for id in ids {
        let sql = "SELECT words FROM segment_words WHERE segment = ?1 ORDER BY first_word";
        blocks.push(tx.all(sql, [*id], |row| Ok(row.get::<_, Vec<u8>>(0)?))?);
    }
    let cursors = ids.iter().zip(&blocks).map(|(id, blocks)| Cursor {
        blocks: blocks.iter(),
        reader: Reader::of(&[]),
        mentions: &[],
        renumbered: renumbered.get(id).map_or(&[], Vec::as_slice),
        at_end: false,
    });
    let merged = merged_words(cursors.collect())?;
    let places: Vec<_> = order.iter().map(|(place, _, _)| *place).collect();
    let merged = insert(tx, &places, &merged)?;
    for id in ids {
        tx.run("UPDATE reworded SET segment = ?2 WHERE segment = ?1", [*id, merged])?;
        tx.run("DELETE FROM segment_words WHERE segment = ?1", [*id])?;
        tx.run("DELETE FROM segment WHERE id = ?1", [*id])?;
    }
    Ok(())
}

fn merged_words(mut cursors: Vec<Cursor<'_>>) -> Result<Vec<Block>, StoreError> {
    for cursor in &mut cursors {
        cursor.step()?;
    }
    let mut writer = Writer::default();
    let mut numbers = Vec::new();
    let mut word = Vec::new();
    loop {
        cursors.retain(|cursor| !cursor.at_end);
        let Some(first) = cursors.iter().min_by(|one, other| one.reader.word.cmp(&other.reader.word)) else {
            return Ok(writer.finish());
        };
        word.clone_from(&first.reader.word);
        for cursor in cursors.iter_mut().filter(|cursor| cursor.reader.word == word) {
            let renumbered = cursor.renumbered;
            segment::numbers(cursor.mentions, |number| {
                numbers.extend(renumbered.get(number as usize).copied().flatten());
            })?;
            cursor.step()?;
        }
        writer.add(&word, &mut numbers);
    }
}

/// Places of a segment whose last words are in another.
fn stale(tx: &Tx<'_>, segment: i64, places: &[i64]) -> Result<HashSet<i64>, StoreError> {
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return Ok(HashSet::new()) };
    let sql = "SELECT place FROM reworded WHERE place >= ?1 AND place <= ?2 AND segment <> ?3";
    let stale = tx.all(sql, [*first, *last, segment], |row| Ok(row.get(0)?))?;
    Ok(stale.into_iter().collect())
}

/// How many mentions the index holds, for the check.
pub(crate) fn n_indexed(tx: &Tx<'_>) -> Result<i64, StoreError> {
    let mut n = 0;
    for segment in segments(tx, i64::MIN, i64::MAX)? {
        let places = places(tx, segment.id)?;
        let stale = stale(tx, segment.id, &places)?;
        n += rows(places.iter().filter(|place| !stale.contains(place)).count());
    }
    Ok(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_words_and_holds_no_mark_of_ours() {
        let network = Network::parse("my-net").unwrap();
        let text = "  «молоко», \u{e000}nvk -- l'été #akcja_łódź ";
        let expected = "молоко nvk l été akcja łódź \u{e000}nmy-net \u{e000}lpt_BR";
        assert_eq!(document(text, &network, Some("pt BR")), expected);
        assert_eq!(cut(&"ж".repeat(100)).chars().count(), WORD_CHARS_MAX);
        assert_eq!(query(&["-- !".to_owned()], Some(TopicId(1)), None, None), None);
    }
}
