//! A foreign record on its way to become an event: what every reader needs to take it or to refuse it.

use nabat_crisis::Timestamp;
use nabat_crisis::network::Network;
use nabat_crisis::post::{
    Author, EARLIEST_YEAR, Engagement, FUTURE_HOURS_MAX, Item, ItemKind, ItemUid, REFUSAL_SAMPLE_CHARS_MAX,
    Raw, Refusal, RefusalReason, Retention, TEXT_CHARS_MAX,
};
use sha2::{Digest, Sha256};

/// Longest detail of a refusal, in characters: a parser may repeat a value of megabytes.
const DETAIL_CHARS_MAX: usize = 200;
/// Longest key of an item, in bytes: keys stand in indexes. The longest real ones are web addresses.
pub(crate) const KEY_BYTES_MAX: usize = 1_024;

/// Why a record is not taken, before its place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) reason: RefusalReason,
    pub(crate) detail: String,
}

/// What reading a foreign record gives.
pub(crate) type Read<T> = Result<T, Refused>;

impl Refused {
    /// A reason with the parser's words or the bad value.
    pub(crate) fn new(reason: RefusalReason, detail: impl AsRef<str>) -> Self {
        Self { reason, detail: detail.as_ref().chars().take(DETAIL_CHARS_MAX).collect() }
    }

    /// A needed field that is not there.
    pub(crate) fn missing(field: &str) -> Self {
        Self::new(RefusalReason::MissingField, format!("no field `{field}`"))
    }

    /// What the JSON parser says.
    pub(crate) fn json(error: &serde_json::Error) -> Self {
        let reason = match error.classify() {
            serde_json::error::Category::Data => RefusalReason::WrongType,
            serde_json::error::Category::Eof => RefusalReason::CutShort,
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => RefusalReason::Syntax,
        };
        Self::new(reason, error.to_string())
    }

    /// The refusal of the record at a place.
    pub(crate) fn at(self, position: u64, record: &[u8]) -> Refusal {
        Refusal { position, reason: self.reason, detail: self.detail, sample: sample(record) }
    }
}

/// The beginning of a record, readable whatever its bytes are.
pub(crate) fn sample(record: &[u8]) -> String {
    // Four bytes hold the longest character, so this prefix is always enough.
    let head = &record[..record.len().min(REFUSAL_SAMPLE_CHARS_MAX * 4)];
    String::from_utf8_lossy(head).chars().take(REFUSAL_SAMPLE_CHARS_MAX).collect()
}

/// The bytes of a record with their hash.
pub(crate) fn raw(bytes: Vec<u8>) -> Raw {
    let sha256 = sha256(&bytes);
    Raw { bytes, sha256 }
}

/// SHA-256 of bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Lower-case hexadecimal digits of a hash.
pub(crate) fn hex(hash: &[u8; 32]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The hash that 64 hexadecimal digits write.
pub(crate) fn unhex(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
    let bytes: Vec<u8> =
        digits.chunks(2).filter_map(|pair| Some(pair.first()? << 4 | pair.get(1)?)).collect();
    if digits.len() == 64 { bytes.try_into().ok() } else { None }
}

/// Reads a network's name.
pub(crate) fn network(name: &str) -> Read<Network> {
    Network::parse(name).map_err(|error| Refused::new(RefusalReason::BadNetwork, error.to_string()))
}

/// The identity of an item, when its key can be one.
pub(crate) fn uid(network: Network, key: &str) -> Read<ItemUid> {
    if key.is_empty() {
        return Err(Refused::new(RefusalReason::MissingField, "the id is empty"));
    }
    if key.len() > KEY_BYTES_MAX {
        return Err(Refused::new(
            RefusalReason::WrongType,
            format!("the id has {} bytes, at most {KEY_BYTES_MAX} are taken", key.len()),
        ));
    }
    Ok(ItemUid { network, key: key.into() })
}

/// A key that is the same whenever the same parts come again, for records that bring none.
pub(crate) fn key_of_content(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    format!("sha256-{}", &hex(&hash.finalize().into())[..32])
}

/// Lets through a time that people can have posted at.
pub(crate) fn believable(at: Timestamp, field: &str, received_at: Timestamp) -> Read<Timestamp> {
    let year = at.to_zoned(jiff::tz::TimeZone::UTC).year();
    let ahead = at.duration_since(received_at);
    if year < EARLIEST_YEAR || ahead > jiff::SignedDuration::from_hours(FUTURE_HOURS_MAX) {
        return Err(Refused::new(
            RefusalReason::BadDate,
            format!("`{field}` is {at}, not between {EARLIEST_YEAR} and now"),
        ));
    }
    Ok(at)
}

/// Reads a time in any of the ways of writing that [`crate::dates`] knows, and lets through only a believable one.
pub(crate) fn date(text: &str, field: &str, received_at: Timestamp) -> Read<Timestamp> {
    let at = crate::dates::parse(text).ok_or_else(|| {
        Refused::new(
            RefusalReason::BadDate,
            format!("`{field}` is `{text}`, write it like 2026-03-01T10:00:00Z"),
        )
    })?;
    believable(at, field, received_at)
}

/// The text, cut to what an item may hold.
pub(crate) fn cut_text(mut text: String) -> String {
    if text.len() > TEXT_CHARS_MAX
        && let Some((end, _)) = text.char_indices().nth(TEXT_CHARS_MAX)
    {
        text.truncate(end);
    }
    text
}

/// The word, unless it is empty.
pub(crate) fn word(text: impl AsRef<str>) -> Option<Box<str>> {
    let text = text.as_ref().trim();
    (!text.is_empty()).then(|| text.into())
}

/// A source's language tag as ISO 639 in lower case, `None` for tags that name no language.
pub(crate) fn language(tag: &str) -> Option<Box<str>> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let known = match primary.as_str() {
        "rus" => "ru",
        "pol" => "pl",
        "eng" => "en",
        "ukr" => "uk",
        // Old names that X still gives.
        "iw" => "he",
        "in" => "id",
        // `undetermined`, `no linguistic content`, and the pseudo-languages of X for posts of links, tags or pictures only.
        "und" | "zxx" | "mul" | "mis" | "art" | "qam" | "qct" | "qht" | "qme" | "qst" => return None,
        other => other,
    };
    let fits = (2..=3).contains(&known.len()) && known.bytes().all(|b| b.is_ascii_lowercase());
    fits.then(|| known.into())
}

/// What kind of attachment a MIME type says.
pub(crate) fn attachment_kind(mime: &str) -> &'static str {
    match mime.split('/').next().unwrap_or_default() {
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        _ => "file",
    }
}

/// An item with only what every item has.
pub(crate) fn item(uid: ItemUid, kind: ItemKind, text: String, published_at: Timestamp) -> Item {
    Item {
        uid,
        kind,
        author: Author::default(),
        container: None,
        title: None,
        text: cut_text(text),
        lang: None,
        rating: None,
        links: Vec::new(),
        hashtags: Vec::new(),
        mentions: Vec::new(),
        attachments: Vec::new(),
        root: None,
        parent: None,
        quoted: None,
        published_at,
        edited_at: None,
        permalink: None,
        engagement: Engagement::default(),
        retention: Retention::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_the_year_0_or_3000_are_not_believed_and_tomorrow_is() {
        let now: Timestamp = "2026-03-01T10:00:00Z".parse().unwrap();
        for bad in
            ["0000-01-01T00:00:00Z", "1989-12-31T23:59:59Z", "3000-01-01T00:00:00Z", "2026-03-02T12:00:01Z"]
        {
            assert_eq!(date(bad, "published_at", now).unwrap_err().reason, RefusalReason::BadDate, "{bad}");
        }
        assert!(date("2026-03-02T12:00:00Z", "published_at", now).is_ok());
    }

    #[test]
    fn a_hash_is_written_and_read_back() {
        let hash = sha256("пожар".as_bytes());
        assert_eq!(unhex(&hex(&hash)), Some(hash));
        for bad in ["", "ab", &"g".repeat(64), &"a".repeat(65), &"ф".repeat(32)] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
    }

    #[test]
    fn language_tags_of_networks_become_plain_languages() {
        let read = |tag| language(tag).map(String::from);
        assert_eq!(read("en-US").as_deref(), Some("en"));
        assert_eq!(read("pl_PL").as_deref(), Some("pl"));
        assert_eq!(read("rus").as_deref(), Some("ru"));
        assert_eq!((read("und"), read(""), read("русский")), (None, None, None));
    }
}
