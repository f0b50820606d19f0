//! A text read 64 bytes at a time: what each byte is, a bit each, and its small letter.
//!
//! Nearly all words are Latin letters without marks, digits, and the Cyrillic letters from а to я. For these, small letters take as many
//! bytes as capitals, so a whole text is folded in its place, sixteen bytes at once, and without a question per letter. All else is only
//! marked here and read letter by letter ([`super::pass`]).

use wide::u8x16;

/// Bytes of a block.
pub(super) const BLOCK: usize = 64;
/// Bytes folded at once.
const LANE: usize = 16;
const LANES: usize = BLOCK / LANE;
/// Bytes in front of a text, so that the first byte has one before it.
const FRONT: usize = LANE;

/// What 64 bytes of a text are; the lowest bit is the first byte.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Block {
    /// What words, signs and strange characters are made of; the rest are separators of one byte.
    pub(super) runs: u64,
    /// Latin letters of one byte.
    pub(super) latin: u64,
    /// Both bytes of the Cyrillic letters from а to я and their capitals.
    pub(super) cyrillic: u64,
    /// What is no plain letter or digit: signs that hashtags, names and addresses hold, and other characters of several bytes.
    pub(super) odd: u64,
    /// Last bytes of letters that may stand three times in a row.
    pub(super) stretched: u64,
}

/// A copy of a text with room around it, in which Polish letters are the Latin letters they fold to.
#[derive(Debug, Default)]
pub(super) struct Padded {
    bytes: Vec<u8>,
    n_bytes: usize,
}

impl Padded {
    /// Takes a text. `shortened` gets the places, in the copy, of the letters that take a byte less than in the text.
    pub(super) fn fill(&mut self, text: &[u8], shortened: &mut Vec<u32>) {
        let end = FRONT + n_bytes(text.len()) + BLOCK + LANE;
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        self.n_bytes = text.len();
        self.bytes[FRONT..FRONT + text.len()].copy_from_slice(text);
        // A block of zeros, more than is needed: as many each time are written faster than as many as are needed.
        if let Some(behind) = self.bytes[FRONT + text.len()..].first_chunk_mut::<{ BLOCK + LANE }>() {
            behind.fill(0);
        }
        let (lanes, _) = self.bytes[FRONT..end].as_chunks::<LANE>();
        let any = lanes.iter().fold(u8x16::splat(0), |any, lane| any | polish_leads(lane_at(lane, 0)));
        if any.to_bitmask() != 0 {
            self.shorten(shortened);
        }
    }

    /// The text as it is read.
    pub(super) fn text(&self) -> &[u8] {
        &self.bytes[FRONT..FRONT + self.n_bytes]
    }

    /// Puts Latin letters in the place of the Polish ones. A letter that a mark may follow is left as it is: it may join with that.
    fn shorten(&mut self, shortened: &mut Vec<u32>) {
        let (mut read, mut write, end) = (FRONT, FRONT, FRONT + self.n_bytes);
        let mut lane_from = FRONT;
        while lane_from < end {
            // What is written lies before what is still to be read.
            let Some(lane) = self.bytes[lane_from..].first_chunk::<LANE>() else { break };
            let mut leads = polish_leads(lane_at(lane, 0)).to_bitmask();
            while leads != 0 {
                let lead = lane_from + leads.trailing_zeros() as usize;
                leads &= leads - 1;
                let [first, second, next] = [0, 1, 2].map(|n| self.bytes[lead + n]);
                let letter = LATIN_OF[usize::from(first - FIRST_LEAD)][usize::from(second & 0x3F)];
                if letter == 0 || !(next < 0x80 || is_polish_lead(next)) {
                    continue;
                }
                self.bytes.copy_within(read..lead, write);
                write += lead - read;
                self.bytes[write] = letter;
                // A text has fewer bytes than fit in 32 bits.
                shortened.push((write - FRONT) as u32);
                write += 1;
                read = lead + 2;
            }
            lane_from += LANE;
        }
        self.bytes.copy_within(read..end, write);
        write += end - read;
        self.bytes[write..end].fill(0);
        self.n_bytes = write - FRONT;
    }
}

const FIRST_LEAD: u8 = 0xC3;

fn is_polish_lead(byte: u8) -> bool {
    byte.wrapping_sub(FIRST_LEAD) < 3
}

/// The first bytes of what may be Polish letters: C3, C4 and C5.
#[inline(always)]
fn polish_leads(bytes: u8x16) -> u8x16 {
    let from_first = bytes - u8x16::splat(FIRST_LEAD);
    from_first.min(u8x16::splat(2)).simd_eq(from_first)
}

/// The Latin letters of Polish letters, by their two bytes; capitals stay capitals. Zero for all other letters.
const LATIN_OF: [[u8; 64]; 3] = latin_of();

const fn latin_of() -> [[u8; 64]; 3] {
    let mut latin = [[0; 64]; 3];
    // In the order of the alphabet: ą ć ę ł ń ó ś ź ż, capitals first.
    let letters: [(u32, u32, u8); 9] = [
        (0x104, 0x105, b'A'),
        (0x106, 0x107, b'C'),
        (0x118, 0x119, b'E'),
        (0x141, 0x142, b'L'),
        (0x143, 0x144, b'N'),
        (0xD3, 0xF3, b'O'),
        (0x15A, 0x15B, b'S'),
        (0x179, 0x17A, b'Z'),
        (0x17B, 0x17C, b'Z'),
    ];
    let mut number = 0;
    while number < letters.len() {
        let (capital, small, letter) = letters[number];
        latin[(capital >> 6) as usize - 3][(capital & 0x3F) as usize] = letter;
        latin[(small >> 6) as usize - 3][(small & 0x3F) as usize] = letter | 0x20;
        number += 1;
    }
    latin
}

/// How many bytes the blocks of so many bytes take: at least one more, so that each run ends.
pub(super) fn n_bytes(n_bytes: usize) -> usize {
    (n_bytes / BLOCK + 1) * BLOCK
}

/// Reads a text into blocks. `folded` takes its small letters; two zeros stand in front of them.
pub(super) fn read(text: &Padded, folded: &mut [u8], blocks: &mut Vec<Block>) {
    blocks.clear();
    let mut cyrillic_goes_on = false;
    folded[..2].fill(0);
    for at in (0..n_bytes(text.n_bytes)).step_by(BLOCK) {
        let Some(around) = text.bytes[FRONT - 1 + at..].first_chunk() else { break };
        let Some(into) = folded[2 + at..].first_chunk_mut() else { break };
        let is_half = text.n_bytes - at < BLOCK / 2;
        let seen = if is_half { lanes::<{ LANES / 2 }>(around, into) } else { lanes::<LANES>(around, into) };
        let cyrillic = seen.leads | seen.leads << 1 | u64::from(cyrillic_goes_on);
        cyrillic_goes_on = seen.leads >> (BLOCK - 1) != 0;
        blocks.push(Block {
            runs: seen.alphanumeric | seen.high | seen.signs,
            latin: seen.latin,
            cyrillic,
            odd: (seen.high & !cyrillic) | seen.signs,
            stretched: 0,
        });
    }
    // Another loop, since what was just written is not at once there to be read from another place.
    let mut same = SameBefore::default();
    for (number, block) in blocks.iter_mut().enumerate() {
        let Some(folded) = folded[number * BLOCK..].first_chunk() else { break };
        block.stretched = same.triples(folded) & block.runs;
    }
}

/// What bytes are, a bit each.
#[derive(Default)]
struct Seen {
    alphanumeric: u64,
    latin: u64,
    /// First bytes of Cyrillic letters.
    leads: u64,
    /// Bytes of characters of several bytes.
    high: u64,
    signs: u64,
}

/// Folds a block, or its first half. The byte before it and the byte behind it tell what a byte of two is.
#[inline(always)]
fn lanes<const N: usize>(around: &[u8; BLOCK + 2], into: &mut [u8; BLOCK]) -> Seen {
    let all = u8x16::splat;
    let at_most = |value: u8x16, most: u8| value.min(all(most)).simd_eq(value);
    let case = all(0x20);
    let mut seen = Seen::default();
    for lane in 0..N {
        let at = lane * LANE;
        let these = lane_at(around, at + 1);
        let latin = at_most((these | case) - all(b'a'), 25);
        let digit = at_most(these - all(b'0'), 9);
        let signs = these.simd_eq(all(b'#')) | these.simd_eq(all(b'@')) | these.simd_eq(all(b':'));
        let bits = |lane: u8x16| u64::from(lane.to_bitmask()) << at;
        seen.alphanumeric |= bits(latin | digit);
        seen.latin |= bits(latin);
        seen.signs |= bits(signs);
        seen.high |= bits(these);
        into[at..at + LANE].copy_from_slice(&(these | (latin & case)).to_array());
    }
    if seen.high == 0 {
        return seen;
    }
    for lane in 0..N {
        let at = lane * LANE;
        let [before, these, behind] = [0, 1, 2].map(|from| lane_at(around, at + from));
        // Cyrillic: D0 90 to D0 AF are the capitals, D0 B0 to D0 BF and D1 80 to D1 8F the small letters.
        let is_lead = |value: u8x16| (value & all(0xFE)).simd_eq(all(0xD0));
        let lead = is_lead(these);
        let second_is_high = behind.max(all(0x90)).simd_eq(behind);
        let leads = lead & (these.simd_eq(all(0xD1)) ^ second_is_high);
        // The second sixteen capitals have their small letters behind the other first byte. What this does to other letters is not
        // looked at.
        let next_row = lead & (behind & all(0xF0)).simd_eq(all(0xA0)) & all(1);
        let capital_second = is_lead(before) & at_most(these - all(0x90), 0x1F) & case;
        seen.leads |= u64::from(leads.to_bitmask()) << at;
        let folded = lane_at(into, at) ^ next_row ^ capital_second;
        into[at..at + LANE].copy_from_slice(&folded.to_array());
    }
    seen
}

#[inline(always)]
fn lane_at<const N: usize>(bytes: &[u8; N], at: usize) -> u8x16 {
    let mut lane = [0; LANE];
    lane.copy_from_slice(&bytes[at..at + LANE]);
    u8x16::new(lane)
}

/// Which bytes at the end of the block before are the same as the one, and as the second, before them.
#[derive(Default)]
struct SameBefore {
    one: u64,
    two: u64,
}

impl SameBefore {
    /// The bytes that may end a letter that stands three times in a row, of one byte or two. `folded` starts two bytes before the block.
    #[inline(always)]
    fn triples(&mut self, folded: &[u8; BLOCK + 2]) -> u64 {
        let (mut one, mut two) = (0, 0);
        for lane in 0..LANES {
            let at = lane * LANE;
            let [second, first, these] = [0, 1, 2].map(|from| lane_at(folded, at + from));
            one |= u64::from(these.simd_eq(first).to_bitmask()) << at;
            two |= u64::from(these.simd_eq(second).to_bitmask()) << at;
        }
        let back = |now: u64, before: u64, n: u32| now << n | before >> (64 - n);
        let of_one = one & back(one, self.one, 1);
        let of_two = two & back(two, self.two, 1) & back(two, self.two, 2) & back(two, self.two, 3);
        *self = Self { one, two };
        of_one | of_two
    }
}
