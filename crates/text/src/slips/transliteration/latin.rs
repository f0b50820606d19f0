//! Cyrillic words in Latin letters.

use super::super::cased_like;
use super::{add, is_vowel};

/// A way of writing Russian in Latin letters: what it writes for the letters on which people differ.
struct System {
    zh: &'static str,
    kh: &'static str,
    ts: &'static str,
    ch: &'static str,
    sh: &'static str,
    shch: &'static str,
    short_i: &'static str,
    /// Before `u` and `a` of ю and я.
    glide: &'static str,
    yo: Yo,
    /// As in Polish: w for в, ł for hard л, ie for е behind a soft consonant.
    polish: bool,
}

/// What a system writes for ё.
#[derive(Clone, Copy)]
enum Yo {
    /// As most people write it in Russian, too.
    E,
    /// By its sound.
    Sound,
}

/// Advertising and shop signs.
const POPULAR: System = System {
    zh: "zh",
    kh: "kh",
    ts: "ts",
    ch: "ch",
    sh: "sh",
    shch: "shch",
    short_i: "y",
    glide: "y",
    yo: Yo::E,
    polish: false,
};

/// The systems, the commonest first.
const SYSTEMS: [System; 6] = [
    POPULAR,
    System { yo: Yo::Sound, ..POPULAR },
    // Passports.
    System { short_i: "i", glide: "i", ..POPULAR },
    // Chats.
    System { kh: "h", ts: "c", shch: "sch", short_i: "j", glide: "j", ..POPULAR },
    System { kh: "h", shch: "sch", ..POPULAR },
    System {
        zh: "ż",
        kh: "ch",
        ts: "c",
        ch: "cz",
        sh: "sz",
        shch: "szcz",
        short_i: "j",
        glide: "j",
        yo: Yo::Sound,
        polish: true,
    },
];

/// A Cyrillic word in Latin letters, the commonest spelling first; none when a letter is unknown.
pub fn to_latin(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let mut spellings = Vec::new();
    for system in &SYSTEMS {
        let Some(spelling) = spell(&letters, system) else { return Vec::new() };
        if !system.polish {
            // A brand's x is ks in Cyrillic, and the ending of a surname is one letter to most.
            for (heard, written) in [("ks", "x"), ("iy", "y"), ("yy", "y")] {
                let other = match heard {
                    "ks" => spelling.replace(heard, written),
                    _ => spelling
                        .strip_suffix(heard)
                        .map_or_else(String::new, |stem| format!("{stem}{written}")),
                };
                if other != spelling {
                    add(&mut spellings, cased_like(word, &other));
                }
            }
        }
        add(&mut spellings, cased_like(word, &spelling));
    }
    // The spelling without liberties is the commonest.
    if let Some(plain) = spell(&letters, &POPULAR) {
        let plain = cased_like(word, &plain);
        spellings.retain(|spelling| *spelling != plain);
        spellings.insert(0, plain);
    }
    spellings
}

fn spell(letters: &[char], system: &System) -> Option<String> {
    let mut spelling = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1).copied();
        match plain(*letter) {
            Some(plain) => spelling.push_str(plain),
            None => spell_disputed(*letter, before, after, system, &mut spelling)?,
        }
    }
    Some(spelling)
}

/// Letters that all systems write alike.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'г' | 'ґ' => "g",
        'д' => "d",
        'з' => "z",
        'и' | 'і' => "i",
        'к' => "k",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'ы' => "y",
        'э' => "e",
        'ъ' | 'ь' => "",
        _ => return None,
    })
}

fn spell_disputed(
    letter: char,
    before: Option<char>,
    after: Option<char>,
    system: &System,
    spelling: &mut String,
) -> Option<()> {
    let hushing = before.is_some_and(|c| matches!(c, 'ж' | 'ч' | 'ш' | 'щ' | 'ц'));
    let behind_consonant = before.is_some_and(|c| !is_vowel(c) && !matches!(c, 'й' | 'ь' | 'ъ'));
    // Polish shows a soft consonant by an i behind it, except after l.
    let glide = match (system.polish && behind_consonant, before) {
        (true, Some('л')) => "",
        (true, _) => "i",
        (false, _) => system.glide,
    };
    match letter {
        'в' => spelling.push(if system.polish { 'w' } else { 'v' }),
        'л' => spelling.push(if system.polish && !softens(after) { 'ł' } else { 'l' }),
        'ж' => spelling.push_str(system.zh),
        'х' => spelling.push_str(system.kh),
        'ц' => spelling.push_str(system.ts),
        'ч' => spelling.push_str(system.ch),
        'ш' => spelling.push_str(system.sh),
        'щ' => spelling.push_str(system.shch),
        'й' => spelling.push_str(system.short_i),
        'ю' => spelling.extend([glide, "u"]),
        'я' => spelling.extend([glide, "a"]),
        'ё' => match system.yo {
            Yo::E => spelling.push('e'),
            Yo::Sound if hushing => spelling.push('o'),
            Yo::Sound => spelling.extend([glide, "o"]),
        },
        'е' if system.polish && !hushing => spelling.extend([glide, "e"]),
        'е' => spelling.push('e'),
        _ => return None,
    }
    Some(())
}

/// Whether a letter makes the л before it soft.
fn softens(letter: Option<char>) -> bool {
    letter.is_some_and(|c| matches!(c, 'е' | 'ё' | 'и' | 'ю' | 'я' | 'ь'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_russian_name_is_typed_in_latin_letters() {
        for (word, spellings) in [
            ("Сбер", &["Sber", "Sbier"][..]),
            ("Магнит", &["Magnit"]),
            ("Яндекс", &["Yandeks", "Yandex", "Iandex", "Jandex", "Jandieks"]),
            ("Лукойл", &["Lukoyl", "Lukoil", "Lukojl"]),
            ("Пятёрочка", &["Pyaterochka", "Pyatyorochka", "Piaterochka", "Pjaterochka", "Piatioroczka"]),
            ("ЛЕНТА", &["LENTA"]),
            ("Достоевский", &["Dostoevskiy", "Dostoevsky", "Dostoevskii", "Dostojewskij"]),
            ("Щукин", &["Shchukin", "Schukin", "Szczukin"]),
            ("Хлебный", &["Khlebnyy", "Khlebny", "Hlebny", "Chlebnyj"]),
        ] {
            let given = to_latin(word);
            for spelling in spellings {
                assert!(given.iter().any(|each| each == spelling), "{word}: {spelling} is not in {given:?}");
            }
            assert_eq!(given[0], spellings[0]);
        }
        assert_eq!(to_latin("Ёлка2"), [""; 0]);
    }
}
