//! Rows of a phrase: its words in one case and number.

use std::collections::HashSet;

use crate::forms::{Case, Cell, Inflected, Number, Row};

use super::phrase::{Place, Scheme};

/// The rows of a scheme, in all cells that its declining words have in common.
pub(super) fn rows_of(places: &[Place], scheme: &Scheme) -> Vec<Row> {
    let declining: Vec<&Vec<(Cell, String)>> = scheme.iter().flatten().collect();
    let mut cells: Vec<Cell> =
        declining.iter().flat_map(|forms| forms.iter().map(|(cell, _)| *cell)).collect();
    cells.sort_by_key(|cell| (cell.number, cell.case));
    cells.dedup();
    let agree = |cell: &Cell| declining.iter().all(|forms| forms.iter().any(|(of, _)| of == cell));
    // «Волк и Овцы»: of either number one, then only the case is the same.
    let own: Vec<Number> =
        places.iter().zip(scheme).filter_map(|(place, forms)| own_number(place, forms.as_ref()?)).collect();
    let by_number = cells.iter().any(agree) && own.windows(2).all(|pair| pair[0] == pair[1]);
    let mut rows = vec![];
    for cell in cells.into_iter().filter(|cell| !by_number || agree(cell)) {
        // The accusative of what may be alive or not: «Детский мир» and «Детского мира», but not «Детский мира».
        let kinds: &[Option<bool>] =
            if cell.case == Case::Accusative { &[Some(true), Some(false)] } else { &[None] };
        for like_nominative in kinds {
            let row = places.iter().zip(scheme).map(|(place, forms)| {
                let shown = match forms {
                    Some(forms) if by_number => forms_at(forms, cell, *like_nominative),
                    Some(forms) => {
                        let number = own_number(place, forms).unwrap_or(cell.number);
                        forms_at(forms, Cell { number, ..cell }, *like_nominative)
                    }
                    None => vec![place.written.as_str()],
                };
                shown.into_iter().map(|form| Inflected { shown: form.to_owned(), cell }).collect()
            });
            let row: Row = row.collect();
            if row.iter().all(|place| !place.is_empty()) {
                rows.push(row);
            }
        }
    }
    rows
}

/// The number a place is written in.
fn own_number(place: &Place, forms: &[(Cell, String)]) -> Option<Number> {
    let nominatives =
        forms.iter().filter(|(cell, form)| cell.case == Case::Nominative && *form == place.written);
    nominatives.map(|(cell, _)| cell.number).min()
}

/// The forms of a place at a cell, each once; of an accusative those like the nominative, or the others, if it has both.
fn forms_at(forms: &[(Cell, String)], cell: Cell, like_nominative: Option<bool>) -> Vec<&str> {
    let at = |case: Case| -> Vec<&str> {
        let of_cell =
            forms.iter().filter(|(of, _)| *of == Cell { case, ..cell }).map(|(_, form)| form.as_str());
        let mut seen = HashSet::new();
        of_cell.filter(|form| seen.insert(*form)).collect()
    };
    let all = at(cell.case);
    let Some(like) = like_nominative else { return all };
    let nominative = at(Case::Nominative);
    let (same, other): (Vec<&str>, Vec<&str>) = all.iter().partition(|form| nominative.contains(*form));
    if same.is_empty() || other.is_empty() {
        return all;
    }
    if like { same } else { other }
}

/// Whether two rows are written alike.
pub(super) fn shows_the_same(a: &Row, b: &Row) -> bool {
    let shown = |row: &Row| -> Vec<Vec<String>> {
        row.iter().map(|place| place.iter().map(|form| form.shown.clone()).collect()).collect()
    };
    shown(a) == shown(b)
}
