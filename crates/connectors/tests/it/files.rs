//! Files as such: recognised, zipped, broken, too large, and the neutral format.

use std::io::{self, Cursor, Read};

use nabat_connectors::files::{FileError, FileReader, Format, neutral};
use nabat_crisis::post::{RAW_BYTES_MAX, REFUSAL_SAMPLE_CHARS_MAX, RefusalReason};

use super::{events, gzip, items, now, open, read, reasons, refusals};

fn line(id: u32, text: &str) -> String {
    format!(
        r#"{{"id":"{id}","network":"vk","author":"olga_v","text":"{text}","published_at":"2026-03-02T10:00:00Z"}}"#
    )
}

/// A reader that gives its bytes and then fails, as an upload that breaks off.
struct Breaks(Cursor<Vec<u8>>);

impl Read for Breaks {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.0.read(out)? {
            0 => Err(io::Error::new(io::ErrorKind::ConnectionReset, "connection reset")),
            n => Ok(n),
        }
    }
}

#[test]
fn every_good_line_is_taken_and_every_bad_one_is_counted_with_its_place_and_reason() {
    let mut file = String::new();
    file += &(line(1, "В сыре нашли плесень.") + "\n");
    file += "{\"id\": \"2\", \"network\": \n";
    file += "\r\n";
    file += &(line(3, "Магазин молчит.") + "\r\n");
    file += r#"{"id":4,"network":"vk","text":"Без даты."}"#;
    file += "\n";
    file += &line(5, "Последняя строка без конца.");
    let mut bytes = file.into_bytes();
    bytes.extend_from_slice(b"\n{\"id\":\"6\",\"text\":\"\xff\xfe\"}\n{\"id\":\"7\",");
    let (format, records) = read("posts.jsonl", bytes);
    assert_eq!(format, "nabat");
    assert_eq!(events(&records).len(), 3);
    assert_eq!(
        reasons(&records),
        [
            (2, RefusalReason::Syntax),
            (5, RefusalReason::MissingField),
            (7, RefusalReason::Encoding),
            (8, RefusalReason::CutShort)
        ]
    );
    assert!(refusals(&records)[2].sample.contains('\u{fffd}'));
    assert_eq!(records.last().unwrap().position, 8);
}

#[test]
fn evidence_is_the_very_line_with_its_hash() {
    let text = line(1, "В сыре нашли плесень.");
    let (_, records) = read("posts.jsonl", format!("{text}\r\n"));
    let event = events(&records)[0];
    assert_eq!(event.raw.bytes, text.as_bytes());
    let mut exported = Vec::new();
    neutral::write(event, &mut exported).unwrap();
    let (_, again) = read("export.jsonl", exported);
    assert_eq!(events(&again), [event]);
}

#[test]
fn a_zipped_file_of_several_parts_reads_like_the_plain_one_and_progress_counts_what_lies_on_disk() {
    let plain = format!("{}\n{}\n", line(1, "раз"), line(2, "два"));
    let zipped = [gzip(plain.as_bytes()), gzip(line(3, "три").as_bytes())].concat();
    let n_bytes = zipped.len() as u64;
    let (format, records) = read("posts.jsonl.gz", zipped);
    assert_eq!(format, "nabat");
    let texts: Vec<&str> = items(&records).iter().map(|item| item.text.as_str()).collect();
    assert_eq!(texts, ["раз", "два", "три"]);
    assert_eq!(records.last().unwrap().bytes_read, n_bytes);
}

#[test]
fn what_lies_before_damage_is_delivered_and_then_the_damage_is_told_once() {
    let plain: String = (0..5_000).map(|id| line(id, "строка") + "\n").collect();
    let mut zipped = gzip(plain.as_bytes());
    zipped.truncate(zipped.len() - 20);
    let file = open("posts.jsonl.gz", zipped).unwrap();
    let mut n_taken = 0;
    let mut errors = Vec::new();
    for record in file {
        match record {
            Ok(record) => n_taken += usize::from(record.outcome.is_ok()),
            Err(error) => errors.push(error),
        }
    }
    assert!(n_taken > 4_000, "{n_taken}");
    assert!(matches!(errors[..], [FileError::Gzip(_)]), "{errors:?}");
}

#[test]
fn an_upload_that_breaks_off_gives_what_came_and_then_the_error() {
    let bytes = format!("{}\n{}\n", line(1, "раз"), line(2, "два")).into_bytes();
    let file = FileReader::open(Breaks(Cursor::new(bytes)), "posts.jsonl", None, now()).unwrap();
    let outcomes: Vec<bool> = file.map(|record| record.is_ok_and(|record| record.outcome.is_ok())).collect();
    assert_eq!(outcomes, [true, true, false]);
}

#[test]
fn a_giant_line_is_refused_with_a_short_sample_and_the_next_is_read() {
    let giant = line(1, &"ж".repeat(RAW_BYTES_MAX / 2));
    let endless = format!("{{\"id\":\"2\",\"text\":\"{}", "ж".repeat(RAW_BYTES_MAX * 4));
    let (_, records) = read("posts.jsonl", format!("{giant}\n{endless}\n{}", line(3, "три")));
    assert_eq!(reasons(&records), [(1, RefusalReason::TooLarge), (2, RefusalReason::TooLarge)]);
    assert!(
        refusals(&records).iter().all(|refusal| refusal.sample.chars().count() <= REFUSAL_SAMPLE_CHARS_MAX)
    );
    assert_eq!(items(&records)[0].text, "три");
}

#[test]
fn a_giant_text_is_cut_and_its_line_is_kept_whole() {
    let text = line(1, &"ж".repeat(150_000));
    let (_, records) = read("posts.jsonl", text.clone());
    assert_eq!(items(&records)[0].text.chars().count(), 100_000);
    assert_eq!(events(&records)[0].raw.bytes, text.as_bytes());
}

#[test]
fn a_list_of_posts_and_a_file_from_windows_are_read_as_well() {
    let list = format!("[\n{},\n{}\n]", line(1, "раз"), line(2, "два"));
    assert_eq!(items(&read("posts.json", list).1).len(), 2);
    let marked = format!("\u{feff}{}\r\n", line(1, "раз"));
    assert_eq!(items(&read("posts.jsonl", marked.clone()).1).len(), 1);
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (_, records) = read("posts.jsonl", utf16);
    assert_eq!(items(&records)[0].text, "раз");
}

#[test]
fn an_unknown_file_is_answered_with_the_formats_there_are() {
    let error = open("photo.png", *b"\x89PNG\r\n\x1a\n").map(|_| ()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the format of `photo.png` is not recognised; name one of: x-archive, telegram, bluesky, nabat, mastodon, x-api, csv"
    );
    assert_eq!(Format::detect("posts.JSONL.gz", b""), Format::from_name("nabat"));
    assert_eq!(Format::detect("empty", b""), None);
}

#[test]
fn a_named_format_is_believed_and_an_empty_file_has_no_records() {
    let csv = Format::from_name("nabat");
    let file = FileReader::open(Cursor::new(b"a,b".to_vec()), "data.bin", csv, now()).unwrap();
    assert_eq!(
        file.map(|record| record.unwrap().outcome.unwrap_err().reason).collect::<Vec<_>>(),
        [RefusalReason::Syntax]
    );
    assert_eq!(read("empty.jsonl", "").1, []);
    assert_eq!(read("empty.jsonl.gz", gzip(b"")).1, []);
}

#[test]
fn every_format_has_a_name_and_a_help_text_of_its_own() {
    let mut keys: Vec<&str> = Format::all().flat_map(|format| [format.name(), format.help_key()]).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Format::all().count() * 2);
}
