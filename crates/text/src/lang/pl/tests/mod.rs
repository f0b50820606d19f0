//! What people ask for and what is found.

mod words;

use std::collections::BTreeSet;

use super::{inflect, inflect_phrase, is_ordinary};
use crate::letters::fold;

fn forms(word: &str) -> BTreeSet<String> {
    inflect(word).iter().map(|form| fold(&form.shown)).collect()
}

#[test]
fn words_without_cases_stay() {
    for word in [
        "nie",
        "dla",
        "że",
        "polecam",
        "działa",
        "bardzo",
        "szybko",
        "oszukują",
        "zapłaciłem",
        "fatalnie",
        "kupić",
        "w",
        "24",
    ] {
        assert_eq!(forms(word), BTreeSet::from([fold(word)]), "{word}");
    }
}

#[test]
fn a_word_typed_without_polish_letters_finds_the_same_forms() {
    for (typed, form) in [
        ("zabka", "Żabce"),
        ("krakow", "Krakowie"),
        ("lodz", "Łodzi"),
        ("pawel", "Pawła"),
        ("wisla", "Wiśle"),
        ("zamosc", "Zamościa"),
        ("torun", "Torunia"),
        ("jakosc", "jakości"),
        ("golab", "gołębia"),
        ("podroz", "podróży"),
        ("kolej", "kolei"),
        ("bialy", "białego"),
    ] {
        assert!(forms(typed).contains(&fold(form)), "{typed} lacks {form}");
    }
}

#[test]
fn forms_are_shown_with_the_capitals_of_the_word() {
    for (word, form) in [
        ("Malwinka", "Malwince"),
        ("zBank", "zBanku"),
        ("IDEA", "IDEI"),
        ("ZUP", "ZUPu"),
        ("MALWINKA", "MALWINCE"),
        ("Łódź", "Łodzi"),
    ] {
        assert!(inflect(word).iter().any(|inflected| inflected.shown == form), "{word} lacks {form}");
    }
}

fn finds(phrase: &str, text: &str) -> bool {
    let words: Vec<&str> = phrase.split(' ').collect();
    let text: Vec<String> = text.split(' ').map(fold).collect();
    inflect_phrase(&words).iter().any(|row| {
        row.len() == text.len()
            && row.iter().zip(&text).all(|(place, word)| place.iter().any(|form| fold(&form.shown) == *word))
    })
}

/// Each line: phrase, a bar, texts that it finds, parted by commas, a bar, texts that it must not find.
#[test]
fn the_words_of_a_phrase_agree() {
    let mut wrong = Vec::new();
    for line in PHRASES.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        for (column, expected) in [(1, true), (2, false)] {
            let texts = columns.get(column).copied().unwrap_or_default().split(',').map(str::trim);
            for text in texts.filter(|text| !text.is_empty() && finds(columns[0], text) != expected) {
                wrong.push(format!("{} finds {text}: {}", columns[0], !expected));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const PHRASES: &str = "
    Mleczarnia Polska | Mleczarnia Polska, Mleczarni Polskiej, Mleczarnię Polską | Polska Mleczarnia, Mleczarnia Polskiej
    Biała Mewa | Białej Mewy, Białej Mewie, Białą Mewę, Białą Mewą | Białej Mewa, Biały Mewa, mewa biała
    Złoty Kłos | Złotego Kłosa, Złotym Kłosem, Złotemu Kłosowi | Złota Kłos
    Srebrne Tarasy | Srebrnych Tarasów, Srebrnym Tarasom, Srebrnymi Tarasami | Srebrny Taras
    Rosa Podhala | Rosy Podhala, Rosę Podhala, Rosą Podhala | Rosy Podhalu, Podhala Rosa
    Dolny Potok | Dolnego Potoku, Dolnym Potokiem |
    Nowy Sącz | Nowego Sącza, Nowym Sączem, Nowym Sączu | nowa Sącz
    Jelenia Góra | Jeleniej Góry, Jeleniej Górze, Jelenią Górę | jeleń Góry
    Dąbrowa Górnicza | Dąbrowy Górniczej, Dąbrowie Górniczej | Dąbrowy górnik
    Polskie Koleje Nizinne | Polskich Kolei Nizinnych, Polskimi Kolejami Nizinnymi | Polskie Kolejka Nizinna
    Lech Radom | Lecha Radom, Lechem Radom |
    Fizz Jet | Fizz Jeta, Fizz Jetem, Fizz Jetowi | Fiza Jet, Jet Fizz
    Techno Market | Techno Marketu, Techno Markecie | Market Techno
    Anna Wrona | Anny Wrony, Annie Wronie, Anną Wroną | Hanna Wrona, Anny Wron
    Ewa Bednarz-Sokolska | Ewy Bednarz-Sokolskiej, Ewą Bednarz-Sokolską | Ewy Bednarz-Sokolska
    Gazeta Zbiorcza | Gazety Zbiorczej, Gazetę Zbiorczą |
    Ewa Bednarz | Ewy Bednarz, Ewie Bednarz, Ewą Bednarz | Ewy Bednarza, Ewa Bednarska
    Maria Sokolska | Marii Sokolskiej, Marię Sokolską | Marii Sokolskiego
    Piotr Bednarz | Piotra Bednarza, Piotrowi Bednarzowi, Piotrem Bednarzem, Piotrze Bednarzu | Piotra Bednarz, Piotrowie Bednarze
    Adam Wrona | Adama Wrony, Adamowi Wronie, Adamem Wroną | Adama Wrona
    Kazimierz Sokolski | Kazimierza Sokolskiego, Kazimierzem Sokolskim | Kazimiera Sokolska
    gorąca linia | gorącej linii, gorącą linię, gorące linie, gorących linii | gorąco linia
    fatalna obsługa klienta | fatalnej obsługi klienta, fatalną obsługę klienta | fatalna obsługi klienta
    zepsuty telefon | zepsutego telefonu, zepsute telefony | zepsutego telefon
    brak wody | braku wody, brakiem wody | brak woda
    awaria w sklepie | awarii w sklepie, awarie w sklepie | awaria w sklep
    nie działa | nie działa | nie działo
    nie polecam | nie polecam | nie poleca
";

#[test]
fn ordinary_words_are_known_in_all_their_forms() {
    for form in
        ["plus", "play", "orange", "zubr", "biedronki", "wisienke", "krowki", "era", "kropla", "owca", "owcy"]
    {
        assert!(is_ordinary(form), "{form}");
    }
    for form in ["wedla", "zelmer", "malwinka", "nowakowi"] {
        assert!(!is_ordinary(form), "{form}");
    }
}

#[test]
fn hostile_words_are_taken_as_they_are() {
    let long = "ż".repeat(100_000);
    let hyphens = "Ewa-".repeat(10_000);
    for word in [
        "",
        "-",
        "--",
        "a",
        "ć",
        "'",
        "a-",
        "i",
        "ie",
        "ę",
        "ek",
        "ec",
        "y\u{301}",
        "\u{200B}",
        "e\u{307}i",
        "🦊",
        "ß",
        "İ",
        &long,
        &hyphens,
    ] {
        assert!(!inflect(word).is_empty() || word.trim_matches(['-', '\u{200B}']).is_empty(), "{word:?}");
        inflect_phrase(&[word, word]);
        inflect_phrase(&["Ewa", word]);
    }
    assert!(inflect_phrase(&[]).is_empty());
}
