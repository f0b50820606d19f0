//! Tables with named columns, as spreadsheets and monitoring services export them.
//!
//! The separator (`,` `;` tab) and the columns are found by the names in the first row, in English, Russian or Polish; the
//! encoding by the first bytes. A row without an id gets a key made of what it says, so that importing the table again repeats it.

mod columns;
mod rows;

use std::collections::VecDeque;
use std::io;

use nabat_crisis::Timestamp;
use nabat_crisis::post::{
    Author, Change, Container, Engagement, Item, ItemKind, PostEvent, RAW_BYTES_MAX, Rating, Refusal,
    RefusalReason,
};

use self::columns::{Column, Columns};
use self::rows::{Row, Rows};
use super::input::Input;
use super::records::{text_of, too_large};
use super::{Definition, FileError, Outcome, Records};
use crate::encoding;
use crate::html::is_web_address;
use crate::record::{Read, Refused, date, item, key_of_content, language, network, raw, sample, uid, word};

pub(super) const FORMAT: Definition = Definition {
    name: "csv",
    extensions: &["csv", "tsv"],
    extension_suffices: true,
    sniff: |head| {
        let text = encoding::decode(head, &[]).0;
        Columns::of_first_row(text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()).is_some()
    },
    help_key: "format-csv",
    open,
};

fn open(input: Input, received_at: Timestamp) -> Result<Box<dyn Records>, FileError> {
    let input = match encoding::of_head(input.head()) {
        Some(encoding) => input.read_as(encoding),
        None => input,
    };
    let head = String::from_utf8_lossy(input.head());
    let first_row = head.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    // Excel writes the separator into a row of its own before the table.
    let names =
        if first_row.starts_with("sep=") { head.lines().nth(1).unwrap_or_default() } else { first_row };
    let n_before = if first_row.starts_with("sep=") { 2 } else { 1 };
    let columns = Columns::of_first_row(names)
        .ok_or_else(|| FileError::NoTextColumn { columns: sample(names.as_bytes()) })?;
    let rows = Rows::new(input.into_reader(), columns.separator);
    Ok(Box::new(Table { rows, columns, received_at, n_before }))
}

/// A table that is being read.
struct Table {
    rows: Rows,
    columns: Columns,
    received_at: Timestamp,
    /// Rows before the first post that are still to be passed over.
    n_before: u8,
}

impl Records for Table {
    fn read_some(&mut self, outcomes: &mut VecDeque<Outcome>) -> io::Result<bool> {
        let Some(row) = self.rows.next()? else { return Ok(false) };
        if self.n_before > 0 {
            self.n_before -= 1;
            return Ok(true);
        }
        let (position, read) = match row {
            Row::Whole { number, bytes } => (number, self.columns.event(bytes, self.received_at)),
            Row::TooLarge { number, .. } => (number, Err(too_large(RAW_BYTES_MAX))),
            Row::Unclosed { number, .. } => {
                (number, Err(Refused::new(RefusalReason::Syntax, "a quote is opened and not closed")))
            }
        };
        let (Row::Whole { bytes, .. } | Row::TooLarge { bytes, .. } | Row::Unclosed { bytes, .. }) = row;
        outcomes.push_back((position, read.map_err(|refused| -> Refusal { refused.at(position, bytes) })));
        Ok(true)
    }
}

impl Columns {
    fn event(&mut self, row: &[u8], received_at: Timestamp) -> Read<PostEvent> {
        let text = text_of(row)?;
        let cells = self.cells(text);
        let change = Change::Created(Box::new(read(&cells, received_at)?));
        Ok(PostEvent { observed_at: received_at, change, raw: raw(row.to_vec()) })
    }
}

/// The cells of a row by their column.
pub(super) struct Cells(Vec<(Column, String)>);

impl Cells {
    /// What stands in a column, unless it is empty or only says that there is nothing.
    fn get(&self, wanted: Column) -> Option<&str> {
        let (_, cell) = self.0.iter().find(|(column, cell)| *column == wanted && !cell.trim().is_empty())?;
        Some(cell.trim())
    }

    fn word(&self, wanted: Column) -> Option<Box<str>> {
        self.get(wanted).and_then(word)
    }

    /// A count, `None` when it is not one: services write dashes and words where they know nothing.
    fn count(&self, wanted: Column) -> Option<u64> {
        let digits: String = self.get(wanted)?.chars().filter(|c| !c.is_whitespace()).collect();
        digits.strip_suffix(".0").unwrap_or(&digits).parse().ok()
    }
}

fn read(cells: &Cells, received_at: Timestamp) -> Read<Item> {
    let title = cells.word(Column::Title);
    let text = cells.get(Column::Text).or(title.as_deref()).ok_or_else(|| Refused::missing("text"))?;
    let published = cells.get(Column::Date).ok_or_else(|| Refused::missing("date"))?;
    // Many tables have the time of day in a column of its own.
    let published =
        cells.get(Column::Time).map_or(published.to_owned(), |time| format!("{published} {time}"));
    let published_at = date(&published, "date", received_at)?;
    let url = cells.get(Column::Url);
    let network_name =
        cells.get(Column::Network).map_or_else(|| columns::network_of_url(url), columns::network_of_name);
    let network = network(&network_name)?;
    let author = author(cells);
    let key = match cells.get(Column::Id) {
        Some(id) => id.to_owned(),
        None => {
            key_of_content(&[author.key().unwrap_or_default(), &published, text, url.unwrap_or_default()])
        }
    };
    let rating = rating(cells);
    let kind =
        match (cells.get(Column::Kind).and_then(columns::kind_of_name), rating, cells.get(Column::Parent)) {
            (Some(kind), _, _) => kind,
            (None, Some(_), _) => ItemKind::Review,
            (None, None, Some(_)) => ItemKind::Reply,
            (None, None, None) => ItemKind::Post,
        };
    let mut item = item(uid(network, &key)?, kind, text.to_owned(), published_at);
    item.title = title.filter(|title| **title != *item.text);
    item.author = author;
    item.container =
        cells.word(Column::Container).map(|name| Container { id: name.clone(), name: Some(name) });
    item.lang = cells
        .get(Column::Lang)
        .and_then(columns::language_of_name)
        .or_else(|| cells.get(Column::Lang).and_then(language));
    item.rating = rating;
    item.parent = cells.word(Column::Parent);
    item.permalink = url.filter(|url| is_web_address(url)).and_then(word);
    item.hashtags = cells
        .get(Column::Hashtags)
        .unwrap_or_default()
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter_map(|tag| word(tag.trim_start_matches('#')))
        .collect();
    item.engagement = Engagement {
        likes: cells.count(Column::Likes),
        reposts: cells.count(Column::Reposts),
        replies: cells.count(Column::Replies),
        views: cells.count(Column::Views),
    };
    Ok(item)
}

fn author(cells: &Cells) -> Author {
    Author {
        id: cells.word(Column::AuthorId),
        handle: cells.get(Column::Handle).and_then(|handle| word(handle.trim_start_matches('@'))),
        name: cells.word(Column::Author),
        followers: cells.count(Column::Followers),
        ours: false,
    }
}

/// `4`, `4,5`, `4/5`, `4 из 5`. A bare number is out of the first usual scale it fits: 5, 10 or 100.
fn rating(cells: &Cells) -> Option<Rating> {
    let number =
        |text: &str| text.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    let cell = cells.get(Column::Rating)?;
    let (value, best) =
        match ["/", " из ", " z ", " of ", " out of "].iter().find_map(|sign| cell.split_once(sign)) {
            Some((value, best)) => (number(value)?, number(best)?),
            None => {
                let value = number(cell)?;
                (value, [5.0, 10.0, 100.0].into_iter().find(|best| value <= *best)?)
            }
        };
    (best > 0.0 && (0.0..=best).contains(&value)).then_some(Rating { value, best })
}
