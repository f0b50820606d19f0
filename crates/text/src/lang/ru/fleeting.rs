//! Vowels that come and go: рынок, рынка; грядка, грядок.

use std::sync::LazyLock;

use super::irregular;
use super::word::{List, Word, cut, is_consonant, is_husher, is_vowel, n_vowels};

/// Words in -ок whose о stays: as whole words, or (with two vowels) as the last part of one.
static STEADY_OK: LazyLock<List> = LazyLock::new(|| {
    List::of(
        "\
    ток сток рок урок игрок пророк порок срок зарок оброк морок восток поток исток приток отток знаток водосток блок моноблок волок \
    челнок чеснок артишок едок ездок седок -кок тикток вудсток шерлок рагнарок мэтлок",
    )
});
static STEADY_EK: LazyLock<List> = LazyLock::new(|| {
    List::of("век чек трек человек чебурек узбек казбек артек бишкек гашек чапек намек упрек хайтек дек рек")
});
/// Words in -ец whose е stays: two consonants that could not meet ц, and those of one syllable.
static STEADY_ETS: LazyLock<List> = LazyLock::new(|| {
    List::of("гордец мертвец мудрец кузнец близнец подлец наглец храбрец хитрец беглец льстец")
});

/// The stems before the endings of a masculine noun that ends in a consonant. Two where both are likely.
pub(super) fn oblique(word: &Word) -> Vec<String> {
    let (plain, lower) = (word.plain.as_str(), word.lower.as_str());
    if let Some(stem) = irregular::stem(plain) {
        return vec![stem];
    }
    if n_vowels(plain) < 2 {
        return vec![lower.to_owned()];
    }
    match plain {
        _ if plain.ends_with("ок") => of_ok(word),
        _ if plain.ends_with("ек") => of_ek(word),
        _ if plain.ends_with("ец") => of_ets(word),
        _ => vec![lower.to_owned()],
    }
}

/// The genitive plural without ending of a hard stem (лент, грядок, окон), most likely first.
pub(super) fn bare_hard(stem: &str) -> Vec<String> {
    let plain = super::word::plain(stem);
    let mut back = plain.chars().rev();
    let (Some(last), Some(before)) = (back.next(), back.next()) else { return vec![stem.to_owned()] };
    let head = cut(stem, 1);
    let with = |vowel: char| format!("{head}{vowel}{last}");
    let instead = || format!("{}е{last}", cut(stem, 2));
    match (before, last) {
        // Свадьба, but Ольга is not Олег.
        ('ь', 'г') => vec![stem.to_owned()],
        ('ь', _) => vec![instead()],
        ('й', 'к' | 'ц') => vec![instead()],
        ('к', 'к') => vec![stem.to_owned()],
        // Аляска, but маска.
        ('с', 'к') => vec![with('о'), stem.to_owned()],
        (b, 'к') if is_husher(b) || b == 'ц' => vec![with('е')],
        (b, 'к') if is_consonant(b) => vec![with('о')],
        ('к', 'н') => vec![with('о')],
        ('н' | 'л' | 'й' | 'м', 'н') => vec![stem.to_owned()],
        // Сосна, Алексеевна; but Марна.
        (b, 'н') if is_consonant(b) => vec![with('е'), stem.to_owned()],
        ('к' | 'г', 'л') => vec![with('о'), stem.to_owned()],
        ('т' | 'с' | 'з' | 'п' | 'в', 'л') => vec![with('е'), stem.to_owned()],
        ('в' | 'р' | 'н', 'ц') => vec![with('е'), stem.to_owned()],
        ('т' | 'д' | 'б', 'р') => vec![stem.to_owned(), with('е')],
        _ => vec![stem.to_owned()],
    }
}

/// The genitive plural without ending of a soft stem (недель, песен, Адыгей).
pub(super) fn bare_soft(stem: &str) -> Vec<String> {
    let plain = super::word::plain(stem);
    let mut back = plain.chars().rev();
    let (Some(last), Some(before)) = (back.next(), back.next()) else { return vec![format!("{stem}ь")] };
    let head = cut(stem, 1);
    match (before, last) {
        (_, 'й') => vec![stem.to_owned()],
        (_, 'ь') => vec![format!("{head}ий"), format!("{head}ей")],
        (_, v) if is_vowel(v) => vec![format!("{stem}й")],
        ('ь', 'н') => vec![format!("{}ен", cut(stem, 2))],
        ('х', 'н') => vec![format!("{head}онь")],
        ('в' | 'ш' | 'р', 'н') => vec![format!("{head}ен"), format!("{head}ень")],
        ('н', 'н') => vec![format!("{stem}ь")],
        (b, 'н') if is_consonant(b) => vec![format!("{head}ен")],
        (b, 'л') if is_consonant(b) && b != 'л' => vec![format!("{head}ель")],
        _ => vec![format!("{stem}ь")],
    }
}

fn of_ok(word: &Word) -> Vec<String> {
    if STEADY_OK.has(&word.plain) || word.letter_back(2).is_none_or(is_vowel) {
        return vec![word.lower.clone()];
    }
    vec![format!("{}к", word.cut(2))]
}

fn of_ek(word: &Word) -> Vec<String> {
    let steady = word.lower.clone();
    if STEADY_EK.has(&word.plain) {
        return vec![steady];
    }
    let head = word.cut(2);
    match word.letter_back(2) {
        Some(c) if is_vowel(c) => vec![format!("{head}йк")],
        Some(c) if is_husher(c) => vec![format!("{head}к")],
        // Огонёк is often written without its dots; Гурвинек never had them.
        Some(_) if word.lower.ends_with("ёк") => vec![format!("{head}ьк")],
        Some('н' | 'л' | 'р' | 'т') => vec![format!("{head}ьк"), steady],
        _ => vec![steady],
    }
}

fn of_ets(word: &Word) -> Vec<String> {
    let head = word.cut(2);
    let mut back = word.plain.chars().rev().skip(2);
    let (last, before) = (back.next(), back.next());
    if STEADY_ETS.has(&word.plain) || n_vowels(head) == 0 {
        return vec![word.lower.clone()];
    }
    match (before, last) {
        (_, Some('л')) => vec![format!("{head}ьц")],
        (_, Some(v)) if is_vowel(v) => vec![format!("{head}йц")],
        // Мудрец, чтец: рц and тц would not be heard after another consonant.
        (Some(b), Some('р' | 'н' | 'м' | 'в')) if is_consonant(b) && !matches!(b, 'р' | 'й' | 'л' | 'н') =>
        {
            vec![word.lower.clone()]
        }
        _ => vec![format!("{head}ц")],
    }
}
