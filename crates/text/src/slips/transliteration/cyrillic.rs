//! Latin words in Cyrillic letters.

use super::super::cased_like;
use super::{add, is_vowel};

/// How the letters of a word are read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// As a Pole reads them.
    Polish,
    /// As the names of international brands are read.
    International,
}

/// Letters of a Polish word that stand for one sound, the longest first.
const POLISH: [(&str, &str); 17] = [
    ("szcz", "щ"),
    ("sz", "ш"),
    ("cz", "ч"),
    ("rz", "ж"),
    ("dż", "дж"),
    ("dź", "дзь"),
    ("ch", "х"),
    ("ją", "ён"),
    ("ję", "ен"),
    ("ja", "я"),
    ("je", "е"),
    ("jo", "йо"),
    ("jó", "ю"),
    ("ju", "ю"),
    ("c", "ц"),
    ("w", "в"),
    ("j", "й"),
];

/// Letters of an international name that stand for one sound, the longest first.
const INTERNATIONAL: [(&str, &str); 29] = [
    ("shch", "щ"),
    ("sch", "ш"),
    ("sh", "ш"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ch", "ч"),
    ("ck", "к"),
    ("th", "т"),
    ("ph", "ф"),
    ("qu", "кв"),
    ("ts", "ц"),
    ("oo", "у"),
    ("ee", "и"),
    ("ya", "я"),
    ("yu", "ю"),
    ("yo", "ё"),
    ("ye", "е"),
    ("ce", "се"),
    ("ci", "си"),
    ("cy", "си"),
    ("ç", "с"),
    ("š", "ш"),
    ("č", "ч"),
    ("ž", "ж"),
    ("ñ", "нь"),
    ("j", "дж"),
    ("c", "к"),
    ("q", "к"),
    ("w", "в"),
];

/// A Latin word in Cyrillic letters, the likeliest spelling first; none when a letter is unknown.
pub fn to_cyrillic(word: &str) -> Vec<String> {
    let lower: String = word.chars().flat_map(char::to_lowercase).collect();
    let mut spellings = Vec::new();
    for reading in readings(&lower) {
        let Some(spelling) = spell(&lower, *reading) else { continue };
        for liberty in liberties(&spelling) {
            add(&mut spellings, cased_like(word, &liberty));
        }
    }
    spellings
}

/// How a word may be read: letters that only one of the two has decide.
fn readings(lower: &str) -> &'static [Reading] {
    const POLISH_SIGNS: [&str; 15] =
        ["ą", "ć", "ę", "ł", "ń", "ó", "ś", "ź", "ż", "sz", "cz", "rz", "ski", "cki", "icz"];
    const INTERNATIONAL_SIGNS: [&str; 12] =
        ["q", "v", "x", "th", "sh", "oo", "ee", "ck", "ph", "ya", "yu", "sch"];
    let has = |signs: &[&str]| signs.iter().any(|sign| lower.contains(sign));
    match (has(&POLISH_SIGNS), has(&INTERNATIONAL_SIGNS)) {
        (true, false) => &[Reading::Polish],
        (false, true) => &[Reading::International],
        (true, true) | (false, false) => &[Reading::Polish, Reading::International],
    }
}

fn spell(lower: &str, reading: Reading) -> Option<String> {
    let table: &[(&str, &str)] = match reading {
        Reading::Polish => &POLISH,
        Reading::International => &INTERNATIONAL,
    };
    let mut spelling = String::new();
    let mut rest = lower;
    while let Some(letter) = rest.chars().next() {
        let before = lower[..lower.len() - rest.len()].chars().next_back();
        let after = rest[letter.len_utf8()..].chars().next();
        if let Some((soft, length)) = softened(rest, before, reading) {
            spelling.push_str(soft);
            rest = &rest[length..];
        } else if let Some((latin, sound)) = table.iter().find(|(latin, _)| rest.starts_with(latin)) {
            spelling.push_str(sound);
            rest = &rest[latin.len()..];
        } else {
            spelling.push_str(sound(letter, before, after, reading)?);
            rest = &rest[letter.len_utf8()..];
        }
    }
    Some(spelling)
}

/// Polish i between a consonant and a vowel is no sound of its own: ie is е. So is the softness of ś, ć, ń, ź shown by an i.
fn softened(rest: &str, before: Option<char>, reading: Reading) -> Option<(&'static str, usize)> {
    const SOFT: [(&str, &str); 7] =
        [("ia", "я"), ("ie", "е"), ("io", "ё"), ("ió", "ю"), ("iu", "ю"), ("ią", "ён"), ("ię", "ен")];
    if reading != Reading::Polish || before.is_none_or(is_vowel) {
        return None;
    }
    SOFT.iter().find(|(latin, _)| rest.starts_with(latin)).map(|(latin, sound)| (*sound, latin.len()))
}

/// A single letter.
fn sound(letter: char, before: Option<char>, after: Option<char>, reading: Reading) -> Option<&'static str> {
    let behind_vowel = before.is_some_and(is_vowel);
    Some(match letter {
        'a' | 'á' | 'à' | 'â' | 'å' => "а",
        'b' => "б",
        'd' => "д",
        'e' | 'é' | 'è' | 'ê' | 'ë' | 'ä' | 'ě' | 'ė' => match before {
            None => "э",
            Some(_) => "е",
        },
        'f' => "ф",
        'g' => "г",
        'h' => "х",
        'i' | 'í' | 'ï' => "и",
        'k' => "к",
        'l' | 'ł' => "л",
        'm' => "м",
        'n' | 'ň' => "н",
        'o' | 'ô' => "о",
        'ó' => "у",
        'ö' | 'ø' => "ё",
        'p' => "п",
        'r' | 'ř' => "р",
        's' | 'ß' => "с",
        't' => "т",
        'u' | 'ú' | 'ů' => "у",
        'ü' => "ю",
        'v' => "в",
        'x' => "кс",
        'y' if behind_vowel => "й",
        'y' | 'ý' if reading == Reading::Polish => "ы",
        'y' | 'ý' => "и",
        'z' => "з",
        'ż' => "ж",
        'ś' => "сь",
        'ć' => "ць",
        'ń' => "нь",
        'ź' => "зь",
        'q' => "к",
        'ą' => {
            if matches!(after, Some('b' | 'p')) {
                "ом"
            } else {
                "он"
            }
        }
        'ę' => match after {
            Some('b' | 'p') => "ем",
            Some(_) => "ен",
            None => "е",
        },
        // What is rare in Polish and international names alike is left to the user.
        _ => return None,
    })
}

/// The spelling, and those that people also use for it.
fn liberties(spelling: &str) -> Vec<String> {
    let mut spellings = vec![spelling.to_owned()];
    let mut letters: Vec<char> = spelling.chars().collect();
    // Surnames in -ski are adjectives in Russian.
    if spelling.ends_with("ски") || spelling.ends_with("цки") {
        spellings.insert(0, format!("{spelling}й"));
    }
    // л before a consonant or at the end is soft to the Russian ear: Ковальский, Ведель.
    let soft = softened_l(&letters);
    if soft != letters {
        let soft: String = soft.into_iter().collect();
        if soft.ends_with("ски") || soft.ends_with("цки") {
            spellings.insert(0, format!("{soft}й"));
        }
        spellings.push(soft);
    }
    // A doubled consonant at the end is heard as one: Россман.
    if let [.., last_but_one, last] = letters.as_slice()
        && last_but_one == last
        && !is_vowel(*last)
    {
        letters.pop();
        spellings.push(letters.into_iter().collect());
    }
    spellings
}

fn softened_l(letters: &[char]) -> Vec<char> {
    let mut soft = Vec::with_capacity(letters.len() + 1);
    for (at, letter) in letters.iter().enumerate() {
        soft.push(*letter);
        let before = at.checked_sub(1).map(|before| letters[before]);
        let hard_next = letters.get(at + 1).is_none_or(|c| !is_vowel(*c) && !matches!(c, 'л' | 'ь' | 'й'));
        if *letter == 'л' && before.is_some_and(is_vowel) && hard_next {
            soft.push('ь');
        }
    }
    soft
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_name_is_typed_in_cyrillic_letters() {
        for (word, spellings) in [
            ("Orlen", &["Орлен"][..]),
            ("Żabka", &["Жабка"]),
            ("Biedronka", &["Бедронка"]),
            ("Allegro", &["Аллегро"]),
            ("Nestlé", &["Нестле"]),
            ("Wedel", &["Ведел", "Ведель"]),
            ("Rossmann", &["Россманн", "Россман"]),
            ("Decathlon", &["Декатлон"]),
            ("Kowalski", &["Ковальский", "Ковалски"]),
            ("Wałęsa", &["Валенса"]),
            ("Zając", &["Заёнц"]),
            ("Empik", &["Эмпик"]),
            ("Tymbark", &["Тымбарк", "Тимбарк"]),
            ("Samsung", &["Самсунг"]),
            ("Zoom", &["Зум"]),
            ("Ikea", &["Икеа"]),
            ("ORLEN", &["ОРЛЕН"]),
            ("Gdańsk", &["Гданьск"]),
            ("Kadzidło", &["Кадзидло"]),
            ("Dziadek", &["Дзядек"]),
        ] {
            let given = to_cyrillic(word);
            for spelling in spellings {
                assert!(given.iter().any(|each| each == spelling), "{word}: {spelling} is not in {given:?}");
            }
        }
        assert_eq!(to_cyrillic("iPhone15"), [""; 0]);
    }
}
