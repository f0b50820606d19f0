//! Queries and posts on a terminal: one line each, nothing in them that moves the cursor, places marked below.

/// Columns of a line that are shown around a place.
const COLUMNS_MAX: usize = 100;

/// A text for a terminal: one line, without characters that could move the cursor or turn the text.
pub(super) fn shown(text: &str) -> String {
    text.chars().map(safe).collect()
}

fn safe(c: char) -> char {
    let turns = ('\u{2028}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
    if c.is_control() || turns { ' ' } else { c }
}

/// The line of a text in which a place begins, and carets below the place; the place is in UTF-16 units, as browsers count.
/// A long line is cut around the place.
pub(super) fn place(text: &str, (start, end): (usize, usize)) -> [String; 2] {
    let start = byte_at(text, start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = byte_at(text, end).clamp(start, line_end);
    let before = text[line_start..start].chars().map(columns).sum::<usize>();
    let marked = text[start..end].chars().map(columns).sum::<usize>().max(1);
    let skipped = (before + marked.min(COLUMNS_MAX / 2)).saturating_sub(COLUMNS_MAX * 3 / 4);
    let skipped = if before + marked <= COLUMNS_MAX { 0 } else { skipped.min(before) };
    let (mut line, mut at, mut indent) = (String::new(), 0, 0);
    for c in text[line_start..line_end].chars() {
        let wide = columns(c);
        if at >= skipped && at + wide <= skipped + COLUMNS_MAX {
            line.push(safe(c));
            indent += if at < before { wide } else { 0 };
        }
        at += wide;
    }
    let (cut_left, cut_right) = (skipped > 0, at > skipped + COLUMNS_MAX);
    let line = format!("{}{line}{}", if cut_left { "… " } else { "" }, if cut_right { " …" } else { "" });
    let indent = indent + if cut_left { 2 } else { 0 };
    let carets = marked.min((skipped + COLUMNS_MAX).saturating_sub(before)).max(1);
    [line, format!("{}{}", " ".repeat(indent), "^".repeat(carets))]
}

/// The byte at which a UTF-16 unit begins; the end of the text for places behind it.
fn byte_at(text: &str, unit: usize) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= unit {
            return at;
        }
        units += c.len_utf16();
    }
    text.len()
}

/// How many columns a character takes on most terminals: emoji take two, marks and joiners none.
fn columns(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{1f300}'..='\u{1faff}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_below_the_place_whatever_stands_before_it() {
        assert_eq!(place("🔔 AND (лугозар", (7, 8)), ["🔔 AND (лугозар", "       ^"]);
        assert_eq!(place("каша\nAND (болт", (9, 10)), ["AND (болт", "    ^"]);
        assert_eq!(place("каша AND", (5, 8)), ["каша AND", "     ^^^"]);
        assert_eq!(place("каша", (4, 4)), ["каша", "    ^"], "what is missing is missing at the end");
        assert_eq!(place("каша", (90, 95)), ["каша", "    ^"]);
    }

    #[test]
    fn of_a_long_query_the_neighbourhood_is_shown() {
        let query = format!("{} AND {}", "каша OR ".repeat(500), "болт OR ".repeat(500));
        let unit = query[..query.find("AND").unwrap()].chars().count();
        let [line, carets] = place(&query, (unit, unit + 3));
        assert!(line.chars().count() <= COLUMNS_MAX + 4, "{line}");
        let marked: String =
            line.chars().zip(carets.chars()).filter(|(_, caret)| *caret == '^').map(|(c, _)| c).collect();
        assert_eq!(marked, "AND");
        let [line, carets] = place(&query, (0, query.chars().count()));
        assert!(line.starts_with("каша") && carets.starts_with('^') && carets.len() <= COLUMNS_MAX);
    }

    #[test]
    fn a_hostile_post_stays_on_its_line() {
        assert_eq!(shown("каша\u{1b}[2J\n\u{202e}ok"), "каша [2J  ok");
    }
}
