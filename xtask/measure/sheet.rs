//! What was measured, as a table for people or as lines of JSON for programs.

use serde_json::json;

/// A goal that the issue or the design gives.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    AtLeast(f64),
    AtMost(f64),
    /// Only to be known.
    None,
}

/// Everything measured in one run.
pub(crate) struct Sheet {
    json: bool,
    rows: Vec<[String; 4]>,
}

impl Sheet {
    /// An empty sheet. With `json`, each figure is printed at once as one object a line.
    pub(crate) fn new(json: bool) -> Self {
        Self { json, rows: Vec::new() }
    }

    /// Notes one figure.
    pub(crate) fn note(&mut self, measure: &str, name: &str, value: f64, unit: &str, goal: Goal) {
        let rounded = (value * 1000.0).round() / 1000.0;
        let (wanted, met) = match goal {
            Goal::AtLeast(least) => (Some(format!(">= {least}")), value >= least),
            Goal::AtMost(most) => (Some(format!("<= {most}")), value <= most),
            Goal::None => (None, true),
        };
        if self.json {
            let figure =
                json!({ "measure": measure, "name": name, "value": rounded, "unit": unit, "goal": wanted });
            println!("{figure}");
        } else {
            eprintln!("{measure}: {name} {rounded} {unit}");
        }
        let missed = if met { "" } else { "  MISSED" };
        let told = wanted.map_or_else(String::new, |wanted| format!("{wanted}{missed}"));
        self.rows.push([format!("{measure}: {name}"), format!("{rounded}"), unit.to_owned(), told]);
    }

    /// Prints the table, unless the figures were printed as JSON.
    pub(crate) fn print_table(&self) {
        if self.json {
            return;
        }
        let width =
            |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let (names, values, units) = (width(0), width(1), width(2));
        println!();
        for [name, value, unit, goal] in &self.rows {
            println!("{name:<names$}  {value:>values$} {unit:<units$}  {goal}");
        }
    }
}

/// The value below which so many hundredths of the samples lie (nearest rank). Sorts the samples.
pub(crate) fn percentile(samples: &mut [f64], hundredths: usize) -> f64 {
    samples.sort_by(f64::total_cmp);
    let rank = (samples.len() * hundredths).div_ceil(100);
    samples.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_samples() {
        let mut samples: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        assert_eq!(percentile(&mut samples, 50), 10.0);
        assert_eq!(percentile(&mut samples, 95), 19.0);
        assert_eq!(percentile(&mut [7.0], 95), 7.0);
    }
}
