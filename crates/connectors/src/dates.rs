//! Dates as people and programs of the region write them.
//!
//! Read are RFC 3339 and its looser relatives, RFC 2822 with names of zones, numbers of seconds or milliseconds since 1970,
//! `02.03.2026 10:00`, and dates in words: `Пн, 2 марта 2026 10:00`, `poniedziałek, 2 marca 2026`, `March 2, 2026 10:00 PM`.
//! A time without a zone is taken as UTC. Dates with slashes are not read when day and month could be exchanged: a wrong month is
//! worse than a refusal.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

/// Longest date that is looked at, in bytes; the longest real one is a Polish weekday with everything else.
const DATE_BYTES_MAX: usize = 100;

/// Beginnings of the names of months in English, Russian and Polish. No weekday of these languages begins like a month.
const MONTHS: [(&str, i8); 37] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
    ("sty", 1),
    ("lut", 2),
    ("kwi", 4),
    ("maj", 5),
    ("cze", 6),
    ("lip", 7),
    ("sie", 8),
    ("wrz", 9),
    ("paź", 10),
    ("paz", 10),
    ("lis", 11),
    ("gru", 12),
];

/// Names of zones in hours and minutes east of Greenwich, as RFC 2822 and the editors of the region use them.
const ZONES: [(&str, i8, i8); 29] = [
    ("z", 0, 0),
    ("ut", 0, 0),
    ("utc", 0, 0),
    ("gmt", 0, 0),
    ("wet", 0, 0),
    ("bst", 1, 0),
    ("west", 1, 0),
    ("cet", 1, 0),
    ("cest", 2, 0),
    ("eet", 2, 0),
    ("eest", 3, 0),
    ("msk", 3, 0),
    ("мск", 3, 0),
    ("msd", 4, 0),
    ("samt", 4, 0),
    ("yekt", 5, 0),
    ("omst", 6, 0),
    ("krat", 7, 0),
    ("irkt", 8, 0),
    ("yakt", 9, 0),
    ("vlat", 10, 0),
    ("est", -5, 0),
    ("edt", -4, 0),
    ("cst", -6, 0),
    ("cdt", -5, 0),
    ("mst", -7, 0),
    ("mdt", -6, 0),
    ("pst", -8, 0),
    ("pdt", -7, 0),
];

/// Reads a date in any way of writing named above.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > DATE_BYTES_MAX {
        return None;
    }
    text.parse().ok().or_else(|| since_1970(text)).or_else(|| Parts::of(text)?.at())
}

/// Seconds, or milliseconds when there are too many digits for seconds.
fn since_1970(text: &str) -> Option<Timestamp> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match (digits, text.len()) {
        (true, 9..=10) => Timestamp::from_second(text.parse().ok()?).ok(),
        (true, 12..=13) => Timestamp::from_millisecond(text.parse().ok()?).ok(),
        (true, 15..=16) => Timestamp::from_microsecond(text.parse().ok()?).ok(),
        _ => None,
    }
}

/// What the words of a date say so far.
#[derive(Default)]
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    time: Option<Time>,
    offset: Option<Offset>,
    /// Twelve-hour clock: whether it is after noon.
    after_noon: Option<bool>,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let mut parts = Self::default();
        // `2026-03-02T10:00` is two words; no name of a zone or a month has a `t` between digits.
        let spaced = separate_t(&lower);
        for word in spaced.split(|c: char| c.is_whitespace() || c == ',' || c == '(' || c == ')') {
            if !word.is_empty() {
                parts.take(word)?;
            }
        }
        Some(parts)
    }

    /// Takes one word; `None` when it contradicts what was read or makes no sense.
    fn take(&mut self, word: &str) -> Option<()> {
        let first = word.chars().next()?;
        if first == '+' || (first == '-' && self.time.is_some()) {
            return set(&mut self.offset, offset(word)?);
        }
        if !first.is_ascii_digit() {
            return self.take_name(word);
        }
        if word.contains(':') {
            return self.take_time(word);
        }
        let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if number.contains(['.', '-', '/']) {
            return self.take_date(number);
        }
        let value: i16 = number.parse().ok()?;
        match number.len() {
            1 | 2 if self.day.is_none() => set(&mut self.day, i8::try_from(value).ok()?),
            // RFC 2822: two digits are years of this century up to 49.
            2 => set(&mut self.year, if value < 50 { 2000 + value } else { 1900 + value }),
            4 => set(&mut self.year, value),
            _ => None,
        }
    }

    /// A word of letters: a month, half of the day, a zone; weekdays and filling words (`г.`, `в`, `o`, `at`) are passed over.
    fn take_name(&mut self, word: &str) -> Option<()> {
        let name = word.trim_end_matches('.');
        if let Some((_, hours, minutes)) = ZONES.iter().find(|(zone, _, _)| *zone == name) {
            // A numeric offset before a name in parentheses, as in `+0100 (CET)`, says the same more precisely.
            self.offset = self.offset.or(offset_of(*hours, *minutes));
            return Some(());
        }
        match name {
            "am" | "a.m" => return set(&mut self.after_noon, false),
            "pm" | "p.m" => return set(&mut self.after_noon, true),
            _ => {}
        }
        if let Some(rest) = ["gmt", "utc"].iter().find_map(|zone| name.strip_prefix(zone)) {
            return set(&mut self.offset, offset(rest)?);
        }
        match MONTHS.iter().find(|(month, _)| name.starts_with(month)) {
            Some((_, month)) => set(&mut self.month, *month),
            None => name.chars().all(|c| c.is_alphabetic() || c == '.').then_some(()),
        }
    }

    /// `10:00`, `10:00:05`, `10:00:05.123`, each with or without a zone behind it.
    fn take_time(&mut self, word: &str) -> Option<()> {
        let end = word.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(word.len());
        let (clock, rest) = word.split_at(end);
        let mut numbers = clock.trim_end_matches('.').splitn(3, ':');
        let hour: i8 = numbers.next()?.parse().ok()?;
        let minute: i8 = numbers.next()?.parse().ok()?;
        let (second, nanosecond) = numbers.next().map_or(Some((0, 0)), seconds)?;
        set(&mut self.time, Time::new(hour, minute, second, nanosecond).ok()?)?;
        match rest {
            "" => Some(()),
            _ if rest.starts_with(['+', '-']) => set(&mut self.offset, offset(rest)?),
            _ => self.take_name(rest),
        }
    }

    /// `2026-03-02`, `2026.03.02`, `2026/03/02`, `02.03.2026`, `02-03-2026`, `02.03.26`; `02/03/2026` only if it has one reading.
    fn take_date(&mut self, word: &str) -> Option<()> {
        let separator = word.chars().find(|c| !c.is_ascii_digit())?;
        let numbers: Vec<&str> = word.split(separator).collect();
        let [first, second, third] = numbers[..] else { return None };
        let number = |digits: &str| digits.parse::<i16>().ok();
        let small = |digits: &str| digits.parse::<i8>().ok();
        let (year, month, day) = match (first.len(), third.len()) {
            (4, 1..=2) => (number(first)?, small(second)?, small(third)?),
            (1..=2, 4) if separator == '/' => {
                let (day, month) = only_reading(small(first)?, small(second)?)?;
                (number(third)?, month, day)
            }
            (1..=2, 4) => (number(third)?, small(second)?, small(first)?),
            (1..=2, 2) if separator == '.' => (2000 + number(third)?, small(second)?, small(first)?),
            _ => return None,
        };
        set(&mut self.year, year)?;
        set(&mut self.month, month)?;
        set(&mut self.day, day)
    }

    fn at(&self) -> Option<Timestamp> {
        let date = Date::new(self.year?, self.month?, self.day?).ok()?;
        let mut time = self.time.unwrap_or(Time::midnight());
        if let Some(after_noon) = self.after_noon {
            let hour = match (time.hour(), after_noon) {
                (12, false) => 0,
                (hour @ 1..=11, true) => hour + 12,
                (hour @ 0..=12, _) => hour,
                _ => return None,
            };
            time = Time::new(hour, time.minute(), time.second(), time.subsec_nanosecond()).ok()?;
        }
        self.offset.unwrap_or(Offset::UTC).to_timestamp(DateTime::from_parts(date, time)).ok()
    }
}

/// Fills a part that is still empty.
fn set<T>(part: &mut Option<T>, value: T) -> Option<()> {
    part.is_none().then(|| *part = Some(value))
}

/// Puts a space for the `t` between date and time.
fn separate_t(text: &str) -> String {
    let bytes = text.as_bytes();
    let between_digits = |at: usize| {
        at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_digit)
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    };
    text.char_indices().map(|(at, c)| if c == 't' && between_digits(at) { ' ' } else { c }).collect()
}

/// Day and month when only one order of them is possible.
fn only_reading(first: i8, second: i8) -> Option<(i8, i8)> {
    match (first > 12, second > 12) {
        (true, false) => Some((first, second)),
        (false, true) => Some((second, first)),
        (false, false) if first == second => Some((first, second)),
        _ => None,
    }
}

/// Seconds with a fraction of up to nine digits. A leap second is the second before it: jiff knows none.
fn seconds(text: &str) -> Option<(i8, i32)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let second: i8 = whole.parse().ok()?;
    let digits: String = fraction.chars().chain("000000000".chars()).take(9).collect();
    Some((if second == 60 { 59 } else { second }, digits.parse().ok()?))
}

/// `+0300`, `+03:00`, `-5`, `+3`.
fn offset(text: &str) -> Option<Offset> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+')?),
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i8>().ok()?, 0),
        4 => (digits.get(..2)?.parse::<i8>().ok()?, digits.get(2..)?.parse::<i8>().ok()?),
        _ => return None,
    };
    offset_of(sign * hours, sign * minutes)
}

fn offset_of(hours: i8, minutes: i8) -> Option<Offset> {
    Offset::from_seconds(i32::from(hours) * 3_600 + i32::from(minutes) * 60).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &str, ways: &[&str]) {
        for way in ways {
            assert_eq!(parse(way).map(|at| at.to_string()).as_deref(), Some(expected), "{way}");
        }
    }

    #[test]
    fn the_same_minute_is_read_in_every_way_of_writing() {
        check(
            "2026-03-02T10:00:00Z",
            &[
                "2026-03-02T10:00:00Z",
                "2026-03-02T10:00",
                "2026-03-02 10:00:00",
                "2026-03-02T13:00:00+0300",
                "2026-03-02 11:00:00 +01:00",
                "2026/03/02 10:00",
                "Mon, 02 Mar 2026 10:00:00 GMT",
                "Mon, 02 Mar 2026 13:00:00 MSK",
                "Mon, 2 Mar 26 05:00 EST",
                "Mon Mar 02 10:00:00 +0000 2026",
                "Mon, 02 Mar 2026 11:00:00 +0100 (CET)",
                "Пн, 2 марта 2026 10:00",
                "Пн, 02 мар. 2026 13:00:00 +0300",
                "понедельник, 2 марта 2026 г. в 13:00 (МСК)",
                "02.03.2026 10:00",
                "02.03.2026, 10:00:00",
                "2.3.2026 10:00",
                "02-03-2026 10:00",
                "02.03.26 10:00",
                "poniedziałek, 2 marca 2026 10:00",
                "pon., 2 mar 2026, 11:00 CET",
                "March 2, 2026 10:00 AM",
                "2nd March 2026 at 10:00",
                "1772445600",
                "1772445600000",
            ],
        );
        check(
            "2026-05-09T00:00:00Z",
            &["9 мая 2026", "9 maja 2026", "May 9, 2026", "09.05.2026", "2026-05-09"],
        );
        check(
            "2026-10-13T22:15:00Z",
            &["10/13/2026 10:15 PM", "13/10/2026 22:15", "13 października 2026 22:15"],
        );
        check("2026-11-01T00:00:00Z", &["1 listopada 2026", "1 ноября 2026"]);
        check(
            "2026-08-05T09:30:00Z",
            &["Środa, 5 sierpnia 2026 09:30", "ср, 5 авг 2026 09:30", "5 sie 2026 09:30"],
        );
    }

    #[test]
    fn what_has_two_readings_or_none_is_not_read() {
        for bad in [
            "",
            "вчера",
            "02/03/2026",
            "2026",
            "32.01.2026",
            "2026-13-01",
            "10:00",
            "2 марта",
            "2 марта 2026 25:00",
            "2 мар апр 2026",
            "2026-03-02 10:00 10:00",
            "////",
            "99999999999999999999",
            "1.2.3.4",
            "-1",
            "+",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        assert_eq!(parse(&"1 ".repeat(1_000)), None);
    }
}
