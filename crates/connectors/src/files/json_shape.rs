//! What a file of JSON looks like from its first bytes.

use crate::json_walk::{Found, Step, Walk, Wish};

/// Values larger than this are only noted by their key.
const VALUE_BYTES_MAX: usize = 1_024;

/// The keys of the first object of a file: the whole document, the first line, or the first element of a list.
pub(super) fn first_keys(head: &[u8]) -> Vec<String> {
    let mut keys = Vec::new();
    let mut n_objects = 0;
    let mut walk = Walk::new(head, VALUE_BYTES_MAX, |path| match path {
        [] | [Step::Element] => Wish::Enter,
        _ => Wish::Take,
    });
    // Reading from memory gives no errors; the end of the head inside a value is expected.
    while let Ok(Some(found)) = walk.next() {
        match (walk.path(), found) {
            ([] | [Step::Element], Found::Entered) => {
                if !keys.is_empty() || n_objects > 1 {
                    break;
                }
                n_objects += 1;
            }
            (_, Found::Entered) => {}
            (path, Found::Value | Found::TooLarge | Found::CutShort) => {
                if let Some(Step::Key(key)) = path.last() {
                    keys.push(key.clone());
                }
            }
        }
    }
    keys
}

/// Whether all of these keys are there.
pub(super) fn have(keys: &[String], wanted: &[&str]) -> bool {
    wanted.iter().all(|wanted| keys.iter().any(|key| key == wanted))
}

/// Whether the file is one document, as opposed to one record a line.
pub(super) fn is_document(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    match head.first() {
        Some(b'[') => true,
        // Printed with line breaks inside: the second line does not start an object of its own.
        Some(b'{') => {
            let second = head.iter().position(|byte| *byte == b'\n').and_then(|end| head.get(end + 1));
            second.is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'"' | b'}' | b'\r'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_object_shows_its_keys_even_when_the_head_ends_inside_it() {
        assert_eq!(first_keys(br#"{"id":1,"list":[{"x":1}],"text":"cut"#), ["id", "list", "text"]);
        assert_eq!(first_keys(br#"[{"id":1},{"text":2}]"#), ["id"]);
        assert_eq!(first_keys(b"{\"id\":1}\n{\"text\":2}"), ["id"]);
        assert_eq!(first_keys(b"broken\n{\"text\":2}"), ["text"]);
        assert_eq!(first_keys(b"id;text\n1;2"), Vec::<String>::new());
    }

    #[test]
    fn a_document_is_told_from_one_record_a_line() {
        assert!(is_document(b" [{}]") && is_document(b"{\n \"id\": 1\n}") && is_document(b"{\r\n\"id\": 1}"));
        assert!(!is_document(b"{\"id\":1}\n{\"id\":2}") && !is_document(b"{\"id\":1}\n\n{\"id\":2}"));
    }
}
