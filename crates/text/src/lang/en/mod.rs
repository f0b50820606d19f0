//! English: the plural of a word, the possessive where the tokeniser sees another word, and which words are ordinary ones.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::forms::EnglishForm;

/// The forms of an English word besides itself. An apostrophe parts words, so `Lidl's` is met by `Lidl` alone; what needs a form is
/// the possessive written without one, `Lidls`, which sounds and looks like the plural.
/// Only words of the letters a to z have forms: names in other letters take other languages' endings.
pub fn forms(written: &str) -> Vec<(String, EnglishForm)> {
    let lower = written.to_ascii_lowercase();
    if lower.len() < 2
        || !lower.bytes().all(|byte| byte.is_ascii_lowercase())
        || UNCHANGING.contains(lower.as_str())
    {
        return Vec::new();
    }
    // A name in capitals keeps its ending small only as an abbreviation: CEOs, but ORLENS.
    let is_shouted =
        written.len() > ACRONYM_LETTERS_MAX && !written.bytes().any(|byte| byte.is_ascii_lowercase());
    let in_case = |ending: &str| if is_shouted { ending.to_ascii_uppercase() } else { ending.to_owned() };
    if let Some((_, plural)) = IRREGULAR.iter().find(|(one, _)| *one == lower) {
        return vec![(with_first_letter(written, plural), EnglishForm::Plural)];
    }
    let stem = |n_dropped: usize| &written[..written.len() - n_dropped];
    if ends_with_any(&lower, &["s", "x", "z", "ch", "sh"]) {
        return vec![(format!("{}{}", stem(0), in_case("es")), EnglishForm::Plural)];
    }
    let possessive = (format!("{}{}", stem(0), in_case("s")), EnglishForm::Possessive);
    let before_last = lower.as_bytes().get(lower.len() - 2).copied().unwrap_or_default();
    if lower.ends_with('y') && !b"aeiou".contains(&before_last) {
        return vec![(format!("{}{}", stem(1), in_case("ies")), EnglishForm::Plural), possessive];
    }
    if ends_with_any(&lower, &["ero", "ato", "cho", "rgo"]) {
        return vec![(format!("{}{}", stem(0), in_case("es")), EnglishForm::Plural), possessive];
    }
    vec![(possessive.0.clone(), EnglishForm::Plural), possessive]
}

/// An abbreviation in capitals is at most this long.
const ACRONYM_LETTERS_MAX: usize = 5;

fn ends_with_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// A form with the capital of the word it belongs to.
fn with_first_letter(written: &str, form: &str) -> String {
    let is_capital = written.starts_with(|c: char| c.is_ascii_uppercase());
    let first = form.chars().next().map(|c| if is_capital { c.to_ascii_uppercase() } else { c });
    first.into_iter().chain(form.chars().skip(1)).collect()
}

/// Whether a folded word is an ordinary English word that brands are called by, or its plural.
pub fn is_ordinary(folded: &str) -> bool {
    ORDINARY.contains(folded)
}

/// Plurals that keep to no rule.
const IRREGULAR: &[(&str, &str)] = &[
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("person", "people"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("goose", "geese"),
    ("ox", "oxen"),
    ("knife", "knives"),
    ("life", "lives"),
    ("wife", "wives"),
    ("leaf", "leaves"),
    ("loaf", "loaves"),
    ("half", "halves"),
    ("shelf", "shelves"),
    ("thief", "thieves"),
    ("wolf", "wolves"),
    ("crisis", "crises"),
    ("quiz", "quizzes"),
];

/// Words without a plural or possessive: function words, common verbs and adverbs.
static UNCHANGING: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "a about after again all also always am an and any are as at be because been before being best better both but by can cannot could
    did do does doing done down during each even ever every few for from had has have having he her here hers him his how i if in into is
    it its just less like many may me might more most much must my never no nor not now of off often on once only or other our out over
    own really same she should so some soon still such than that the their them then there these they this those though through to too
    under until up upon us very was we were what when where which while who whom why will with without would yes yet you your
    news people men women children sheep fish series species money information advice"
        .split_whitespace()
        .collect()
});

/// Ordinary words with their plurals, made once.
static ORDINARY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let forms = |word: &str| {
        forms(word).into_iter().map(|(form, _)| form).chain([word.to_owned()]).collect::<Vec<_>>()
    };
    WORDS.split_whitespace().flat_map(forms).collect()
});

/// Words that are brands or products as well.
const WORDS: &str = "
    action amazon android apple arrow arena ace air angel apart aqua art atlas axe ball band bank bar base bass bat bay bear beats bee bell
    best big bird bit black blaze blink block blue board boat bold bolt book boost boss box brave bright bridge brother bubble buffalo bull
    burger busy butter button cactus camel canon canvas cap car card care casa castle cat cell center chase chat cheer chrome circle
    city clear clever click cloud club coach coast code coffee colt comet common compass connect coral core corner corsair cosmos count
    cover craft crane cream crest cross crow crown crystal cube cup dart dash data dawn deal deer delta desk dial diesel discover discord
    dish dock dot dove dragon dream drift drop duck dune dust eagle earth east echo eclipse edge elephant element ember empire energy epic
    era escape euro even everest ever express extra eye face fairy falcon fast feather field fire first fish flame flash fleet flight float
    flow flower fly focus force ford forest forever fort forum fox frame free fresh friend frog frontier fun fusion future galaxy game
    garden gate gem general genius gentle giant gift glacier globe glory go gold good grace grand grape gravity great green grey grid
    grip ground group grove guard guide gulf gum hall happy harbor harmony hawk head heart heat hero hill hive home honey hood hook
    hope horizon horse host hotel house hub humble hunt hunter ice icon idea image impact index infinity ink insight inspire iris iron
    island ivory jade jaguar jet jewel joker joy jump jungle just key kind king kit kite knight label lake lamp land lark laser last
    latitude launch leaf legend lemon level liberty life lift light lily lime line link lion liquid live loft logic loop lotus love
    lucky lunar lynx magic magnet mango map maple march mark market marlin marshal mars mask master match matrix max media mega mercury
    mercy merit message meta metal meteor method metro midnight mini mint mirror mission mist mobile mode modern moment monday monster moon
    moss motion motor mountain mouse move music mustang mystery nation nature navy nest net new news next night nimble noble north note
    nova oak oasis oath ocean octopus olive omega one onyx open opera option oracle orange orbit orchid orient origin otter outlook owl oxygen
    pace pacific pack page palace palm panda panther paper paradise park pass passion path patriot pause peace peach peak pear pearl pelican
    penguin people pepper perfect phoenix piano pilot pine ping pink pioneer pixel planet play plaza plum plus point polar polo pop port
    post power premier prestige prime prince princess prism pro proof pulse puma pure push quest quick quiet race radar radio rain rainbow
    ram ranger rapid raven ray real rebel red reed reef regal relay reserve rest ridge ring ripple rise river road robin rock rocket root
    rose round route royal ruby rush safari safe saga sage sail salt sand sapphire satellite saturn scout sea seal season seed sense shadow
    shark shell shield shift shine ship shock shop shore shot signal silk silver simple sky slack slate sling smart smile smooth snap snow
    social solar solid solo song sonic soul sound source south space spark sparrow spectrum speed sphere spider spirit splash sport spot
    spring sprint sprite square squirrel stage star start state station stay steam steel stellar step sterling stone storm story stream
    street strike stripe strong studio style subway sugar summer summit sun sunday super supreme surf swan sweet swift swing switch sword
    symphony table tail talent tango target taste team temple tempo tesla test texas thunder tide tiger time tiny titan toast tone
    top torch total touch tower town track trade trail train travel tree trend tribe tropic true trust tulip tune turbo turtle twin twist
    twitter ultra union unique unity universe urban valley value vector velvet venture venus verge vertex victor victory view villa violet
    viper virgin virtue vision vista vital vivid voice volt voyage wagon walk wall water wave way wealth web well west whale wheel
    whisper white wild willow wind window wine wing winter wise wish wolf wonder wood word work world yellow young zebra zen zero zone zoom
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_have_a_plural_and_a_possessive_without_an_apostrophe() {
        for (word, plural) in [
            ("phone", "phones"),
            ("Lumo", "Lumos"),
            ("battery", "batteries"),
            ("Sunday", "Sundays"),
            ("box", "boxes"),
            ("Nordhaus", "Nordhauses"),
            ("branch", "branches"),
            ("hero", "heroes"),
            ("Woman", "Women"),
            ("crisis", "crises"),
            ("CEO", "CEOs"),
            ("NORDVALE", "NORDVALES"),
        ] {
            assert!(forms(word).contains(&(plural.to_owned(), EnglishForm::Plural)), "{word}");
        }
        assert!(forms("battery").contains(&("batterys".to_owned(), EnglishForm::Possessive)));
    }

    #[test]
    fn words_without_forms_have_none() {
        for word in ["the", "with", "A", "", "Żabka", "кефир", "B2B", "T-Mobile", "news"] {
            assert!(forms(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn ordinary_words_are_known_with_their_plural() {
        for word in ["apple", "apples", "orange", "galaxies", "shell"] {
            assert!(is_ordinary(word), "{word}");
        }
        assert!(!is_ordinary("lumo"));
    }
}
