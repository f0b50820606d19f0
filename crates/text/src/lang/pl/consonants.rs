//! Nouns in a consonant: which of them are feminine, and which consonant was meant where the marks were left out.

use super::lists::{Words, words};
use super::word::{Word, ends_in};

/// The word with the mark on its last letter that its writer seems to have left out: torun, toruń.
pub(super) fn with_mark(word: &Word) -> Option<String> {
    if !word.is_plain || word.is_name {
        return None;
    }
    marked(&word.lower, MASCULINE_MARKS)
}

/// The same of a feminine noun: jakosc, jakość.
pub(super) fn feminine_with_mark(word: &Word) -> Option<String> {
    marked(&word.lower, FEMININE_MARKS).filter(|_| word.is_plain)
}

/// A word whose ending gets its mark back by a table.
fn marked(lower: &str, table: &[(&str, &str)]) -> Option<String> {
    table.iter().find_map(|(plain, soft)| Some(format!("{}{soft}", lower.strip_suffix(plain)?)))
}

/// Endings that masculine nouns rarely have without a mark.
const MASCULINE_MARKS: &[(&str, &str)] = &[
    ("ien", "ień"),
    ("zen", "zeń"),
    ("un", "uń"),
    ("dz", "dź"),
    ("sc", "ść"),
    ("us", "uś"),
    ("cz", "cz"),
    ("sz", "sz"),
    ("rz", "rz"),
    ("z", "ż"),
];

/// Endings of feminine nouns without their mark.
const FEMININE_MARKS: &[(&str, &str)] = &[
    ("sc", "ść"),
    ("dz", "dź"),
    ("n", "ń"),
    ("s", "ś"),
    ("cz", "cz"),
    ("sz", "sz"),
    ("rz", "rz"),
    ("noc", "noc"),
    ("moc", "moc"),
    ("c", "ć"),
    ("z", "ż"),
];

/// Whether a noun in a consonant is feminine.
pub(super) fn is_feminine(lower: &str) -> bool {
    (ends_in(lower, &["ość", "osc", "eść", "esc", "aść", "iedź", "iedz", "aźń", "eśń", "ieśń"])
        && !MASCULINE.contains(lower))
        || FEMININE.contains(lower)
}

/// Masculine nouns that end like feminine ones.
static MASCULINE: Words = Words::new(|| {
    words(
        "\
    gość niedźwiedź zamość śledź teść lebiedź",
    )
});

/// Feminine nouns in a consonant.
static FEMININE: Words = Words::new(|| {
    words(
        "\
    narew noc moc pomoc przemoc wielkanoc rzecz mysz twarz sól myśl krew brew wieś pieśń jesień przestrzeń
    broń dłoń skroń sieć nić pamięć śmierć płeć kolej podróż młodzież odzież kradzież grabież sprzedaż
    straż bydgoszcz białoruś ruś gołdap stal gałąź łódź chęć część kieszeń zieleń sień goleń odpowiedź
    powódź cerkiew chorągiew marchew rzodkiew brukiew krokiew wesz dal baśń wieź więź maź rzeź
    sprawiedliwość kość biel czerń gęś oś ćwierć postać kąpiel pościel pogoń woń jaźń klacz żółć
    łączność obręcz poręcz ciecz gorycz słodycz smycz dzicz zamieć choroszcz chodzież rtęć przepaść
    napaść toń połać sierść",
    )
});
