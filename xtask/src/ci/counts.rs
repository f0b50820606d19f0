//! How many tests passed and failed, from the summaries that cargo and Playwright print.

/// Tests that passed and tests that did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub(super) n_passed: u64,
    pub(super) n_failed: u64,
}

impl Counts {
    pub(super) fn plus(self, other: Self) -> Self {
        Self { n_passed: self.n_passed + other.n_passed, n_failed: self.n_failed + other.n_failed }
    }

    /// A run that ended badly without a failed test did not compile or fell over: that is a failure and must be seen in the sum.
    pub(super) fn or_one_failed(self, ok: bool) -> Self {
        if ok || self.n_failed > 0 { self } else { Self { n_failed: 1, ..self } }
    }
}

/// Sum over lines as `test result: ok. 12 passed; 0 failed; 0 ignored; …`, one per test binary.
pub(super) fn of_cargo(text: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines() {
        let Some(summary) = line.trim().strip_prefix("test result:") else { continue };
        for part in summary.split([';', '.']) {
            match counted(part) {
                Some((n, "passed")) => counts.n_passed += n,
                Some((n, "failed")) => counts.n_failed += n,
                _ => {}
            }
        }
    }
    counts
}

/// The summary at the end: lines as `12 passed (1.3m)` and `2 failed`. What was flaky, interrupted or did not run has not passed.
pub(super) fn of_playwright(text: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines() {
        let words = line.split(" (").next().unwrap_or(line);
        match counted(words) {
            Some((n, "passed")) => counts.n_passed += n,
            Some((n, "failed" | "flaky" | "interrupted" | "did not run")) => counts.n_failed += n,
            _ => {}
        }
    }
    counts
}

/// `12 passed` as a number and its word.
fn counted(part: &str) -> Option<(u64, &str)> {
    let (number, word) = part.trim().split_once(' ')?;
    Some((number.parse().ok()?, word.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_test_binaries_of_cargo_are_summed_up() {
        let text = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(of_cargo(text), Counts { n_passed: 7, n_failed: 1 });
    }

    #[test]
    fn what_did_not_run_in_the_browser_has_not_passed() {
        let text = "Running 9 tests using 1 worker\n  ✓ 1 first run (2.1s)\n  1 failed\n    [chromium] › inbox.spec.ts:3:1\n  2 did not run\n  1 skipped\n  6 passed (1.2m)\n";
        assert_eq!(of_playwright(text), Counts { n_passed: 6, n_failed: 3 });
    }

    #[test]
    fn a_run_that_did_not_compile_counts_as_a_failure() {
        assert_eq!(of_cargo("").or_one_failed(false), Counts { n_passed: 0, n_failed: 1 });
        assert_eq!(of_cargo("").or_one_failed(true), Counts::default());
        let one = Counts { n_passed: 1, n_failed: 1 };
        assert_eq!(one.or_one_failed(false), one);
    }
}
