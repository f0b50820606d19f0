//! Writes beginnings for the fuzzer: `seeds FOLDER` makes `FOLDER/<target>/…` and `FOLDER/dictionary`, the same ones each time.
//!
//! Queries are made from the grammar, posts from the words of queries and from what makes posts hard to read; nothing is copied from
//! real posts.

use std::fs;
use std::io;
use std::path::Path;

/// How many beginnings each target gets.
const SEEDS: usize = 400;

const WORDS: [&str; 24] = [
    "кефир",
    "погребок",
    "Погребок",
    "скис",
    "ёлка",
    "malwa",
    "Żubrówek",
    "żółw",
    "kurier",
    "larder",
    "refund",
    "courier",
    "😡",
    "🇵🇱",
    "СОСНА",
    "Cбер",
    "N3st",
    "sooooo",
    "T-Mobilny",
    "М.Дом",
    "2026",
    "и",
    "not",
    "straße",
];
const FIELDS: [&str; 12] = [
    "author:anna_k",
    "network:(telegram OR vk)",
    "lang:pl",
    "site:forum.example",
    "url:\"a.example/b\"",
    "type:(review OR reply)",
    "has:image",
    "followers:[1000 TO *]",
    "followers:7",
    "sentiment:negative",
    "title:(кефир OR \"zły chleb\")",
    "source:x",
];
/// What other tools have besides AND, OR, NOT, quotes and brackets.
const FOREIGN: [&str; 28] = [
    "NEAR/3f",
    "/2",
    "{PIK}",
    "raw:C++",
    "links:a.example",
    "hashtags:wpadka",
    "at_mentions:malwa",
    "authorFollowers:[1 TO 9]",
    "engagementType:REPLY",
    "rawText:(malwa)",
    "_all:(malwa)",
    "from:anna",
    "has:media",
    "is:retweet",
    "followers_count:1..9",
    "contains:paczk",
    "$SWFT",
    "+refund",
    "!refund",
    "refund^2",
    "refund~2",
    "/re.*/",
    "date:[1 TO 2}",
    "a\\:b",
    "&&",
    "||",
    "country:pl",
    "language:pl",
];
/// What makes posts hard to read.
const HARD: [&str; 20] = [
    "\u{200B}",
    "\u{AD}",
    "\u{301}",
    "\u{308}",
    "\u{FE0F}",
    "\u{1F3FD}",
    "\u{202E}",
    "\u{A0}",
    "\n\n",
    ". ",
    "…",
    "https://a.example/x?y",
    "www.b.example",
    "#BoycottLarder",
    "#_1",
    "@malwa_pomoc.",
    "a@b.example",
    "ǅ",
    "İ",
    "ﬁ",
];

/// A small generator of numbers, so that the same beginnings come each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| io::Error::other("say which folder to write to"))?;
    let folder = Path::new(&folder);
    let mut dice = Dice(77);
    for target in ["parser", "dialects", "tokens", "engine"] {
        let path = folder.join(target);
        fs::create_dir_all(&path)?;
        for number in 0..SEEDS {
            let text = match target {
                "parser" => query(&mut dice, 3),
                "dialects" => foreign(&mut dice),
                "tokens" => post(&mut dice),
                _ => {
                    let queries: Vec<String> = (0..3).map(|_| query(&mut dice, 2)).collect();
                    format!("{}\n{}\n{}", queries.join("\n"), dice.one(&WORDS), post(&mut dice))
                }
            };
            fs::write(path.join(format!("seed-{number:03}")), text)?;
        }
    }
    let pieces = WORDS.iter().chain(&FIELDS).chain(&FOREIGN).chain(&HARD);
    let signs = [
        " AND ",
        " OR ",
        " NOT ",
        " NEAR/2 ",
        " ONEAR/1 ",
        " SENT ",
        "[-",
        " +",
        " ^]",
        "~1",
        "\"~2",
        "<<<",
        ">>>",
        "=",
        "{",
        "}",
    ];
    let lines: Vec<String> = pieces.chain(&signs).map(|piece| format!("\"{}\"", escaped(piece))).collect();
    fs::write(folder.join("dictionary"), lines.join("\n") + "\n")
}

/// A piece as libFuzzer's dictionaries want it.
fn escaped(piece: &str) -> String {
    piece
        .bytes()
        .map(|byte| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(byte)),
            0x20..=0x7E => char::from(byte).to_string(),
            _ => format!("\\x{byte:02X}"),
        })
        .collect()
}

/// A query of our language; now and then a broken one.
fn query(dice: &mut Dice, depth: usize) -> String {
    let n_parts = 1 + dice.roll(4);
    let parts: Vec<String> = (0..n_parts).map(|_| part(dice, depth)).collect();
    let operator = dice.one(&[" ", " AND ", " OR ", " | ", " NOT ", " -"]);
    let mut text = parts.join(operator);
    if dice.roll(12) == 0 {
        let mut at = dice.roll(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.truncate(at);
    }
    text
}

fn part(dice: &mut Dice, depth: usize) -> String {
    let word = dice.one(&WORDS);
    match dice.roll(16) {
        0 if depth > 0 => format!("({})", query(dice, depth - 1)),
        1 if depth > 0 => format!("NOT ({})", query(dice, depth - 1)),
        2 => format!("{word} NEAR/{} {}", dice.roll(9), dice.one(&WORDS)),
        3 => format!("({word} OR {}) ONEAR/{} {}", dice.one(&WORDS), dice.roll(9), dice.one(&WORDS)),
        4 => format!("{word} SENT {}", dice.one(&WORDS)),
        5 => format!("\"{word} {}\"", dice.one(&WORDS)),
        6 => format!("\"{word} {} {}\"~{}", dice.one(&WORDS), dice.one(&WORDS), dice.roll(9)),
        7 => format!("={word}"),
        8 => format!("{{{word}}}"),
        9 => format!("{word}[-{} +{} ^]", dice.one(&WORDS), dice.one(&WORDS)),
        10 => dice.one(&["отрав*", "*посыл*", "Шмид?", "w?da", "larder~1", "ke*", "*ab*"]).to_owned(),
        11 => dice.one(&["#wpadka", "@malwa_pomoc", "$crisis", "#", "@a.b"]).to_owned(),
        12 | 13 => format!("{word} {}", dice.one(&FIELDS)),
        14 => format!("<<< {word} >>> {}", dice.one(&WORDS)),
        _ => word.to_owned(),
    }
}

/// A query with what other tools have.
fn foreign(dice: &mut Dice) -> String {
    let n_parts = 1 + dice.roll(5);
    let parts: Vec<String> = (0..n_parts)
        .map(|_| if dice.roll(2) == 0 { dice.one(&FOREIGN).to_owned() } else { part(dice, 1) })
        .collect();
    parts.join(dice.one(&[" ", " AND ", " OR ", " NOT ", " && "]))
}

fn post(dice: &mut Dice) -> String {
    let n_words = dice.roll(30);
    let mut text = String::new();
    for _ in 0..n_words {
        text.push_str(if dice.roll(4) == 0 { dice.one(&HARD) } else { dice.one(&WORDS) });
        text.push_str(dice.one(&[" ", " ", " ", "", ", ", "-", "_", "\n"]));
    }
    text
}
