//! Letters without their marks, beyond the Polish ones that every word folds.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::look_alike::is_latin;

/// A Latin word as people type it whose keyboard lacks its marks: Nestlé without é, Müller with u and with ue. Empty for a word without
/// such letters. Cyrillic й is another letter than и, not и with a mark.
pub fn without_marks(word: &str) -> Vec<String> {
    let mut plain = String::with_capacity(word.len());
    let mut spelt = String::with_capacity(word.len());
    for c in word.nfc() {
        let base = base(c);
        plain.push_str(&base);
        spelt.push_str(spelt_out(c).unwrap_or(&base));
    }
    let mut words = vec![plain, spelt];
    words.dedup();
    words.retain(|each| each != word);
    words
}

/// A letter without its mark. Letters that no mark makes have their usual stand-in.
fn base(c: char) -> String {
    match c {
        'ß' => "ss".into(),
        'ø' => "o".into(),
        'Ø' => "O".into(),
        'æ' => "ae".into(),
        'Æ' => "Ae".into(),
        'œ' => "oe".into(),
        'Œ' => "Oe".into(),
        'đ' => "d".into(),
        'Đ' => "D".into(),
        'ı' => "i".into(),
        _ if c.to_lowercase().all(is_latin) => {
            std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).collect()
        }
        _ => c.into(),
    }
}

/// What German and the Nordic languages write for a letter with a mark.
fn spelt_out(c: char) -> Option<&'static str> {
    match c {
        'ä' => Some("ae"),
        'Ä' => Some("Ae"),
        'ö' | 'ø' => Some("oe"),
        'Ö' | 'Ø' => Some("Oe"),
        'ü' => Some("ue"),
        'Ü' => Some("Ue"),
        'å' => Some("aa"),
        'Å' => Some("Aa"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_dropped_or_spelt_out() {
        for (word, without) in [
            ("Nestlé", &["Nestle"][..]),
            ("Müller", &["Muller", "Mueller"]),
            ("Citroën", &["Citroen"]),
            ("Škoda", &["Skoda"]),
            ("Strauß", &["Strauss"]),
            ("Søstrene", &["Sostrene", "Soestrene"]),
            ("Żabka", &["Zabka"]),
            ("Orlen", &[]),
            ("йогурт", &[]),
        ] {
            assert_eq!(without_marks(word), without, "{word}");
        }
    }
}
