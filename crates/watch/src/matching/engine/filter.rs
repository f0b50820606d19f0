//! A filter in front of the term table: a word that no query waits for is let go after one look.

/// Bits per key: with two bits set in one word of memory, about one foreign word in sixty passes.
const BITS_PER_KEY: usize = 16;

/// A set of keys that may say yes to a stranger and never no to a member. Two bits of one 64-bit word per key, so that each
/// question reads memory once.
#[derive(Debug)]
pub(super) struct Filter {
    words: Vec<u64>,
    shift: u32,
}

impl Default for Filter {
    fn default() -> Self {
        Self::for_keys(0)
    }
}

impl Filter {
    pub(super) fn for_keys(n_keys: usize) -> Self {
        let n_words = (n_keys * BITS_PER_KEY / 64).next_power_of_two().max(2);
        Self { words: vec![0; n_words], shift: 64 - n_words.trailing_zeros() }
    }

    #[inline(always)]
    fn place(&self, key: u64) -> (usize, u64) {
        let bits = (1u64 << (key & 63)) | (1u64 << ((key >> 6) & 63));
        // Keys are hashes, whose upper bits are as good as any.
        ((key >> self.shift) as usize, bits)
    }

    pub(super) fn insert(&mut self, key: u64) {
        let (word, bits) = self.place(key);
        self.words[word] |= bits;
    }

    #[inline(always)]
    pub(super) fn may_hold(&self, key: u64) -> bool {
        let (word, bits) = self.place(key);
        self.words[word] & bits == bits
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.words.capacity() * 8
    }
}

/// A set of some letters in a row, small enough to stay in the nearest memory and be asked at every second letter; it may say yes to a
/// stranger as well.
#[derive(Debug)]
pub(super) struct LettersFilter(Box<[u64; Self::N_WORDS]>);

impl Default for LettersFilter {
    fn default() -> Self {
        Self(Box::new([0; Self::N_WORDS]))
    }
}

impl LettersFilter {
    const N_WORDS: usize = 1 << 10;

    #[inline(always)]
    fn place(letters: u64) -> u64 {
        letters.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48
    }

    pub(super) fn insert(&mut self, letters: u64) {
        let place = Self::place(letters);
        self.0[place as usize / 64] |= 1 << (place % 64);
    }

    #[inline(always)]
    pub(super) fn may_hold(&self, letters: u64) -> bool {
        let place = Self::place(letters);
        self.0[place as usize / 64] >> (place % 64) & 1 != 0
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        size_of_val(&*self.0)
    }
}
