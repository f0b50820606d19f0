//! The form of a segment of the search index: the words of some mentions, in order, each with the mentions that hold it.
//!
//! Mentions of a segment are numbered from 0 in order of their places. Words stand in blocks of a few kilobytes, so that one
//! word is found without reading the others; in a block each word says only how it differs from the one before.
//! Numbers are little-endian base 128, rising lists are their differences. Everything here is pure.

use std::collections::HashMap;

use crate::error::StoreError;
use crate::stored::broken;

/// A block is closed when it is this long, in bytes: two pages of the engine.
const BLOCK_BYTES: usize = 7_800;

/// Some words of a segment, in order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// The first of them.
    pub(crate) first_word: Vec<u8>,
    /// All of them with their mentions.
    pub(crate) bytes: Vec<u8>,
}

/// The words of some documents, in order, each with the numbers of the documents that hold it, rising.
#[derive(Debug, Default)]
pub(crate) struct Words(Vec<(Box<str>, Vec<u32>)>);

impl Words {
    /// Gathers the words of documents numbered from 0; words of a document have single spaces between them.
    pub(crate) fn gather<'a>(documents: impl Iterator<Item = &'a str>) -> Self {
        let mut gathered: HashMap<&str, Vec<u32>> = HashMap::new();
        for (number, document) in (0..).zip(documents) {
            for word in document.split(' ').filter(|word| !word.is_empty()) {
                let numbers = gathered.entry(word).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        let mut words: Vec<_> = gathered.into_iter().map(|(word, numbers)| (word.into(), numbers)).collect();
        words.sort_unstable_by(|(one, _), (other, _): &(Box<str>, _)| one.cmp(other));
        Self(words)
    }

    /// The blocks of a segment of these words, with the documents under other numbers or none.
    pub(crate) fn blocks(&self, renumbered: &[Option<u32>]) -> Vec<Block> {
        let mut writer = Writer::default();
        let mut numbers = Vec::new();
        for (word, documents) in &self.0 {
            let of = |number: &u32| renumbered.get(*number as usize).copied().flatten();
            numbers.extend(documents.iter().filter_map(of));
            writer.add(word.as_bytes(), &mut numbers);
        }
        writer.finish()
    }
}

/// Writes words into blocks.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    blocks: Vec<Block>,
    last_word: Vec<u8>,
}

impl Writer {
    /// Adds a word that comes after all before it, and empties the list of its mentions. A word without mentions is left out.
    pub(crate) fn add(&mut self, word: &[u8], numbers: &mut Vec<u32>) {
        if numbers.is_empty() {
            return;
        }
        if !numbers.is_sorted() {
            numbers.sort_unstable();
        }
        if self.blocks.last().is_none_or(|block| block.bytes.len() >= BLOCK_BYTES) {
            self.blocks
                .push(Block { first_word: word.to_vec(), bytes: Vec::with_capacity(BLOCK_BYTES + 512) });
            self.last_word.clear();
        }
        let Some(block) = self.blocks.last_mut() else { return };
        let shared = self.last_word.iter().zip(word).take_while(|(one, other)| one == other).count();
        let rest = word.get(shared..).unwrap_or_default();
        let n_bytes: usize = differences(numbers).map(|n| length(u64::from(n))).sum();
        for n in [shared, rest.len(), n_bytes] {
            put(&mut block.bytes, n as u64);
        }
        block.bytes.extend_from_slice(rest);
        for n in differences(numbers) {
            put(&mut block.bytes, u64::from(n));
        }
        self.last_word.clear();
        self.last_word.extend_from_slice(word);
        numbers.clear();
    }

    /// All blocks.
    pub(crate) fn finish(self) -> Vec<Block> {
        self.blocks
    }
}

fn differences(numbers: &[u32]) -> impl Iterator<Item = u32> {
    numbers.iter().scan(0, |last, n| Some(n - std::mem::replace(last, *n)))
}

/// Reads the words of a block one after another.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    /// The word read last.
    pub(crate) word: Vec<u8>,
}

impl<'a> Reader<'a> {
    /// Begins a block.
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, word: Vec::new() }
    }

    /// Reads the next word into `word`; its mentions, to be read by [`numbers`]. `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<&'a [u8]>, StoreError> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let [shared, rest, n_bytes] = [self.number()?, self.number()?, self.number()?];
        self.word.truncate(shared);
        let rest = self.cut(rest)?;
        self.word.extend_from_slice(rest);
        self.cut(n_bytes).map(Some)
    }

    fn number(&mut self) -> Result<usize, StoreError> {
        usize::try_from(take(&mut self.bytes)?).map_err(|_| damaged())
    }

    fn cut(&mut self, n_bytes: usize) -> Result<&'a [u8], StoreError> {
        let (cut, rest) = self.bytes.split_at_checked(n_bytes).ok_or_else(damaged)?;
        self.bytes = rest;
        Ok(cut)
    }
}

/// Reads the mentions of a word.
pub(crate) fn numbers(mut bytes: &[u8], mut read: impl FnMut(u32)) -> Result<(), StoreError> {
    let mut last = 0_u64;
    while !bytes.is_empty() {
        last = last.checked_add(take(&mut bytes)?).ok_or_else(damaged)?;
        read(u32::try_from(last).map_err(|_| damaged())?);
    }
    Ok(())
}

/// Writes places in rising order.
pub(crate) fn write_places(places: &[i64]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(places.len() * 5);
    let mut last = 0;
    for place in places {
        put(&mut bytes, place.abs_diff(last));
        last = *place;
    }
    bytes
}

/// Reads places.
pub(crate) fn read_places(mut bytes: &[u8]) -> Result<Vec<i64>, StoreError> {
    let mut places = Vec::with_capacity(bytes.len() / 4);
    let mut last = 0_i64;
    while !bytes.is_empty() {
        last = last.checked_add_unsigned(take(&mut bytes)?).ok_or_else(damaged)?;
        places.push(last);
    }
    Ok(places)
}

/// Appends a number.
pub(crate) fn put(bytes: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        bytes.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    bytes.push(n as u8);
}

fn length(n: u64) -> usize {
    (64 - (n | 1).leading_zeros()).div_ceil(7) as usize
}

/// Cuts a number from the beginning.
pub(crate) fn take(bytes: &mut &[u8]) -> Result<u64, StoreError> {
    let mut n = 0_u64;
    for shift in (0..64).step_by(7) {
        let (first, rest) = bytes.split_first().ok_or_else(damaged)?;
        *bytes = rest;
        n |= u64::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Ok(n);
        }
    }
    Err(damaged())
}

fn damaged() -> StoreError {
    broken("a segment of the search index is not readable")
}

/// Some mentions of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// None of `n`.
    pub(crate) fn none(n: usize) -> Self {
        Self(vec![0; n.div_ceil(64)])
    }

    /// Adds one; numbers beyond the segment are passed over.
    pub(crate) fn add(&mut self, number: u32) {
        if let Some(word) = self.0.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Keeps only those that are among the others too.
    pub(crate) fn keep(&mut self, others: &Self) {
        for (word, other) in self.0.iter_mut().zip(&others.0) {
            *word &= other;
        }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Their numbers, rising.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    at * 64 + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All words of blocks with their mentions.
    fn read(blocks: &[Block]) -> Vec<(String, Vec<u32>)> {
        let mut words = Vec::new();
        for block in blocks {
            let mut reader = Reader::of(&block.bytes);
            while let Some(mentions) = reader.next().unwrap() {
                let mut list = Vec::new();
                numbers(mentions, |number| list.push(number)).unwrap();
                words.push((String::from_utf8(reader.word.clone()).unwrap(), list));
            }
        }
        words
    }

    #[test]
    fn words_of_a_few_posts_come_back_in_order_with_their_posts() {
        let words = Words::gather(["молоко молоко скисло", "mleko", "молоко"].into_iter());
        let blocks = words.blocks(&[Some(2), Some(0), None]);
        let expected = [("mleko", vec![0]), ("молоко", vec![2]), ("скисло", vec![2])];
        assert_eq!(read(&blocks), expected.map(|(word, numbers)| (word.to_owned(), numbers)));
    }

    #[test]
    fn a_damaged_block_is_an_error_and_no_panic() {
        let blocks = Words::gather(["молоко скисло опять"].into_iter()).blocks(&[Some(0)]);
        for end in 1..blocks[0].bytes.len() {
            let mut reader = Reader::of(&blocks[0].bytes[..end]);
            while let Ok(Some(mentions)) = reader.next() {
                numbers(mentions, |_| ()).unwrap();
            }
        }
        assert!(read_places(&[0xff; 11]).is_err() && numbers(&[0xff; 5], |_| ()).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_written_is_read(
            documents in prop::collection::vec("([abё]{1,4} ?){0,6}", 1..60),
            places in prop::collection::btree_set(0..i64::MAX, 0..40),
        ) {
            let all: Vec<_> = (0..documents.len() as u32).map(Some).collect();
            let found = read(&Words::gather(documents.iter().map(String::as_str)).blocks(&all));
            let mut expected = std::collections::BTreeMap::<String, Vec<u32>>::new();
            for (number, document) in (0..).zip(&documents) {
                for word in document.split(' ').filter(|word| !word.is_empty()) {
                    expected.entry(word.to_owned()).or_default().push(number);
                }
            }
            expected.values_mut().for_each(Vec::dedup);
            prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
            let places: Vec<_> = places.into_iter().collect();
            prop_assert_eq!(read_places(&write_places(&places)).unwrap(), places);
        }

        #[test]
        fn bits_are_a_set(numbers in prop::collection::btree_set(0..300_u32, 0..50)) {
            let mut bits = Bits::none(300);
            numbers.iter().for_each(|number| bits.add(*number));
            let expected: Vec<_> = numbers.into_iter().map(|number| number as usize).collect();
            prop_assert_eq!(bits.numbers().collect::<Vec<_>>(), expected);
        }
    }
}
