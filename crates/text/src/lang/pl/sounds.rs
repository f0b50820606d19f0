//! The consonant a stem ends in, and what endings do to it: noga, nodze; kot, kocie; koń, konia.

use super::word::{ends_in, is_vowel};

/// How the last consonant of a stem takes endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// b d f m n p r s t w z ł and foreign v x.
    Hard,
    /// k g: no y, no e behind them.
    Velar,
    /// ch h.
    Hoarse,
    /// ń ś ź ć dź and softened b p w m f: spelled with i before a vowel.
    Soft,
    /// c cz sz ż rz dz dż: once soft.
    Hardened,
    /// l.
    L,
    /// j.
    J,
    /// A vowel (Korea) or y that sounds like j (Play).
    Vowel,
}

/// Marks a soft labial at the end of a stem, where Polish spelling does not show it: gołęb' as in gołębia.
pub(super) const SOFT: char = '\'';

/// A stem and how it takes endings.
#[derive(Debug, Clone)]
pub(super) struct Stem {
    /// Letters without the sign of softness.
    pub(super) base: String,
    /// The last consonant.
    pub(super) class: Class,
}

impl Stem {
    /// Reads a stem that is spelled as at the end of a word (koń, gołęb').
    pub(super) fn of(spelled: &str) -> Self {
        for (soft, plain) in [("dź", "dz"), ("ń", "n"), ("ś", "s"), ("ź", "z"), ("ć", "c"), ("'", "")] {
            if let Some(head) = spelled.strip_suffix(soft) {
                return Self { base: format!("{head}{plain}"), class: Class::Soft };
            }
        }
        let class = match spelled.chars().last() {
            Some('l') => Class::L,
            Some('j') => Class::J,
            Some('k' | 'g' | 'q') => Class::Velar,
            Some('h') if ends_in(spelled, &["sh"]) => Class::Hardened,
            Some('h') => Class::Hoarse,
            Some('c' | 'ż') => Class::Hardened,
            Some('z') if ends_in(spelled, &["cz", "sz", "rz", "dz"]) => Class::Hardened,
            Some(c) if is_vowel(c) => Class::Vowel,
            _ => Class::Hard,
        };
        Self { base: spelled.to_owned(), class }
    }

    /// A soft stem, of its letters without the i.
    pub(super) fn soft(base: &str) -> Self {
        Self { base: base.to_owned(), class: Class::Soft }
    }

    /// The stem with an ending, given as it stands behind a hard consonant.
    pub(super) fn with(&self, ending: &str) -> String {
        let base = &self.base;
        let after_y = ending.strip_prefix('y');
        match self.class {
            Class::Soft if ending.is_empty() => self.bare(),
            Class::Soft => format!("{base}i{}", after_y.unwrap_or(ending)),
            Class::Velar | Class::L | Class::Vowel if after_y.is_some() => {
                format!("{base}i{}", after_y.unwrap_or_default())
            }
            Class::Velar if ending.starts_with('e') => format!("{base}i{ending}"),
            Class::J => match after_y {
                // Maja, Mai; but Rosja, Rosji.
                Some(rest) if base.chars().rev().nth(1).is_some_and(is_vowel) => {
                    format!("{}i{rest}", &base[..base.len() - 1])
                }
                Some(rest) => format!("{base}i{rest}"),
                None => format!("{base}{ending}"),
            },
            _ => format!("{base}{ending}"),
        }
    }

    /// The stem without an ending, as spelled at the end of a word.
    pub(super) fn bare(&self) -> String {
        if self.class != Class::Soft {
            return self.base.clone();
        }
        for (plain, soft) in [("dz", "dź"), ("n", "ń"), ("s", "ś"), ("z", "ź"), ("c", "ć")] {
            if let Some(head) = self.base.strip_suffix(plain) {
                return format!("{head}{soft}");
            }
        }
        self.base.clone()
    }

    /// The stem before the e that softens: kocie, nodze, musze; of stems that cannot soften further, nothing.
    pub(super) fn softened(&self) -> Option<String> {
        match self.class {
            Class::Hard | Class::Velar | Class::Hoarse => replaced(&self.base, SOFTENED, "ie"),
            Class::Soft | Class::Hardened | Class::L | Class::J | Class::Vowel => None,
        }
    }

    /// The plural of men: koledzy, Polacy, studenci.
    pub(super) fn of_men(&self) -> Option<String> {
        match self.class {
            Class::Hard | Class::Velar | Class::Hoarse => replaced(&self.base, OF_MEN, "i"),
            Class::Hardened => {
                if let Some(head) = self.base.strip_suffix("sz").filter(|_| !self.base.ends_with("rsz")) {
                    return Some(format!("{head}si"));
                }
                Some(self.with("y"))
            }
            Class::Soft | Class::L => Some(self.with("y")),
            Class::J | Class::Vowel => None,
        }
    }
}

fn replaced(base: &str, table: &[(&str, &str)], otherwise: &str) -> Option<String> {
    for (hard, soft) in table {
        if let Some(head) = base.strip_suffix(hard) {
            return Some(format!("{head}{soft}"));
        }
    }
    Some(format!("{base}{otherwise}"))
}

/// Softening before the e of the locative; longer endings first.
const SOFTENED: &[(&str, &str)] = &[
    // Some a and o turn into e as well.
    ("miast", "mieście"),
    ("ciast", "cieście"),
    ("gniazd", "gnieździe"),
    ("gwiazd", "gwieździe"),
    ("jazd", "jeździe"),
    ("świat", "świecie"),
    ("kwiat", "kwiecie"),
    ("powiat", "powiecie"),
    ("obiad", "obiedzie"),
    ("sąsiad", "sąsiedzie"),
    ("ciał", "ciele"),
    ("wiar", "wierze"),
    ("miar", "mierze"),
    ("ofiar", "ofierze"),
    ("kościoł", "kościele"),
    ("anioł", "aniele"),
    ("popioł", "popiele"),
    ("st", "ście"),
    ("zd", "ździe"),
    ("zn", "źnie"),
    ("sn", "śnie"),
    ("sł", "śle"),
    ("zł", "źle"),
    ("sm", "śmie"),
    ("zm", "zmie"),
    ("ch", "sze"),
    ("h", "że"),
    ("k", "ce"),
    ("g", "dze"),
    ("t", "cie"),
    ("d", "dzie"),
    ("r", "rze"),
    ("ł", "le"),
];

/// Softening in the plural of men; longer endings first.
const OF_MEN: &[(&str, &str)] = &[
    ("sąsiad", "sąsiedzi"),
    ("st", "ści"),
    ("zd", "ździ"),
    ("sn", "śni"),
    ("sł", "śli"),
    ("ch", "si"),
    ("h", "zi"),
    ("k", "cy"),
    ("g", "dzy"),
    ("t", "ci"),
    ("d", "dzi"),
    ("r", "rzy"),
    ("ł", "li"),
    ("ż", "zi"),
];
