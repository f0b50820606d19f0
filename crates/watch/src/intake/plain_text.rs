//! Text of strangers made harmless: no control characters, no tricks with the direction of writing, no endless strings.

/// Characters that turn the direction of what follows: embeddings, overrides and isolates. Left in, they let a post rewrite the page
/// around it.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Marks that say in which direction they themselves are read. Hebrew and Arabic texts need them, names do not.
fn marks_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// A text of several lines: line ends as `\n`, no other control character but tabs, no turns of direction, trimmed, and cut to a
/// number of characters.
pub(super) fn lines(text: &str, chars_max: usize) -> String {
    match unchanged_lines(text) {
        // No text has more characters than bytes.
        Some(same) if same.len() <= chars_max => same.to_owned(),
        _ => cleaned_lines(text, chars_max),
    }
}

fn cleaned_lines(text: &str, chars_max: usize) -> String {
    let mut kept = String::with_capacity(text.len().min(chars_max.saturating_mul(4)));
    let mut n_chars = 0;
    let mut after_return = false;
    for c in text.trim().chars() {
        let closes_line = after_return && c == '\n';
        after_return = c == '\r';
        if closes_line {
            continue;
        }
        let c = if matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') { '\n' } else { c };
        if turns_direction(c) || (c.is_control() && c != '\n' && c != '\t') {
            continue;
        }
        if n_chars == chars_max {
            break;
        }
        kept.push(c);
        n_chars += 1;
    }
    // Dropping may bare a space at either end.
    kept.truncate(kept.trim_end().len());
    let start = kept.len() - kept.trim_start().len();
    kept.drain(..start);
    kept
}

/// A name or title: one line, no direction marks at all. `None` when nothing is left.
pub(super) fn line(text: &str, chars_max: usize) -> Option<Box<str>> {
    match unchanged_line(text, chars_max) {
        Some(same) => (!same.is_empty()).then(|| same.into()),
        None => cleaned_line(text, chars_max),
    }
}

fn cleaned_line(text: &str, chars_max: usize) -> Option<Box<str>> {
    let kept: String = lines(text, chars_max)
        .chars()
        .filter(|c| !marks_direction(*c))
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
        .collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.into())
}

/// A text of several lines when [`lines`] would only trim it, as most texts are.
pub(super) fn unchanged_lines(text: &str) -> Option<&str> {
    // Controls, and the first bytes of further controls, of ends of lines and of signs of direction. Without a branch, so that many
    // bytes are looked at at once.
    let telling = |byte: u8| byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
    let any = text.bytes().fold(false, |any, byte| any | telling(byte));
    let same = !any || stays(text.as_bytes(), |byte| byte == b'\n' || byte == b'\t', false);
    same.then(|| text.trim())
}

/// A text of one line when [`line`] would only trim it, as most names are.
pub(super) fn unchanged_line(text: &str, chars_max: usize) -> Option<&str> {
    let same = text.len() <= chars_max && stays(text.as_bytes(), |_| false, true);
    same.then(|| text.trim())
}

/// Whether no character is one that cleaning drops or changes; marks of direction are dropped from lines only.
fn stays(text: &[u8], allowed: impl Fn(u8) -> bool, in_line: bool) -> bool {
    text.iter().enumerate().all(|(at, byte)| {
        let next = |n: usize| text.get(at + n).copied().unwrap_or(0);
        match byte {
            0..0x20 => allowed(*byte),
            0x7F => false,
            // C1 controls, among them the next line of mainframes.
            0xC2 => next(1) >= 0xA0,
            // The Arabic mark of direction.
            0xD8 => !in_line || next(1) != 0x9C,
            0xE2 => match (next(1), next(2)) {
                // Ends of lines and paragraphs, embeddings, overrides; marks of direction.
                (0x80, third) => {
                    !((0xA8..=0xAE).contains(&third) || in_line && (0x8E..=0x8F).contains(&third))
                }
                // Isolates.
                (0x81, third) => !(0xA6..=0xA9).contains(&third),
                _ => true,
            },
            _ => true,
        }
    })
}

/// An address people may be led to: only `http` and `https`, so that no script hides in it, and nothing invisible.
pub(super) fn address(text: &str, chars_max: usize) -> Option<Box<str>> {
    let text = text.trim();
    is_address(text, chars_max).then(|| text.into())
}

/// Whether a trimmed text is such an address.
pub(super) fn is_address(text: &str, chars_max: usize) -> bool {
    let has_scheme = ["http://", "https://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let clean = text
        .chars()
        .all(|c| !c.is_control() && !c.is_whitespace() && !turns_direction(c) && !marks_direction(c));
    has_scheme && clean && text.chars().nth(chars_max).is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_said_to_stay_as_it_is_does(
            text in "[ab ёж\0-\u{20}\u{7e}-\u{a2}\u{600}-\u{620}\u{2000}-\u{2070}😀]{0,12}", max in 0..20_usize,
        ) {
            prop_assert_eq!(lines(&text, max), cleaned_lines(&text, max));
            prop_assert_eq!(line(&text, max), cleaned_line(&text, max));
        }
    }

    #[test]
    fn line_ends_are_one_and_control_characters_are_gone() {
        assert_eq!(
            lines("  раз\r\nдва\rтри\u{2028}\0че\u{7}тыре\t5\r\n\r\nшесть \u{1}", 100),
            "раз\nдва\nтри\nчетыре\t5\n\nшесть"
        );
    }

    #[test]
    fn a_text_cannot_turn_the_page_around() {
        assert_eq!(lines("счёт \u{202E}0001\u{202C} руб", 100), "счёт 0001 руб");
        assert_eq!(lines("שלום\u{200F}!", 100), "שלום\u{200F}!");
        assert_eq!(line("Anna\u{200F}\u{2067}\nKot", 100).as_deref(), Some("Anna Kot"));
        assert_eq!(line(" \u{202E}\0 ", 100), None);
    }

    #[test]
    fn a_giant_text_is_cut_between_characters() {
        assert_eq!(lines("żółw", 2), "żó");
        assert_eq!(lines(&"ы".repeat(1_000), 10).chars().count(), 10);
    }

    #[test]
    fn only_addresses_of_the_web_lead_anywhere() {
        assert_eq!(address(" HTTPS://a.example/x ", 100).as_deref(), Some("HTTPS://a.example/x"));
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://a b",
            "https://a\u{202E}b",
            "www.a.example",
            "",
        ] {
            assert_eq!(address(bad, 100), None, "{bad}");
        }
        assert_eq!(address(&format!("https://{}", "a".repeat(200)), 100), None);
    }
}
