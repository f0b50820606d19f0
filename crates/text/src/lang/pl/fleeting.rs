//! Vowels that come and go between the stem's consonants: Marek, Marka; Żabka, Żabek; and ó, ą that turn into o, ę: Kraków, Gołąb.

use super::lists::{Pairs, Words, pairs, words};
use super::sounds::{Class, SOFT, Stem};
use super::word::{Word, ends_in, is_vowel, n_vowels};

/// Stems before endings of nouns that end in a consonant. What the rules below would miss.
static STEMS: Pairs = Pairs::new(|| {
    pairs(
        "\
    aleksander:aleksandr bochen:bochn brew:brw' budynek:budynk ceber:cebr cerkiew:cerkw'
    chorągiew:chorągw' chrzest:chrzt cukier:cukr cyngiel:cyngl dech:tch dureń:durń dzień:dń giez:gz
    gołąb:gołęb' jastrząb:jastrzęb' kacper:kacpr kasper:kaspr kieł:kł kocioł:kotł korzen:korzeń
    kozioł:kozł krew:krw' kuter:kutr kwiecień:kwietń len:ln lew:lw łeb:łb łódź:łodź magister:magistr
    marzec:marc mech:mch minister:ministr ogień:ogń ojciec:ojc orzeł:orł osioł:osł owies:ows pawel:pawł
    pies:ps narew:narw' pozew:pozw zew:zew wiedeń:wiedń niemen:niemn pień:pń puder:pudr sen:sn sweter:swetr szew:szw szwagier:szwagr tornister:tornistr
    tydzień:tygodń uczen:uczń wesz:wsz węgier:węgr węzeł:węzł wieś:wś wrobel:wróbl bytom:bytom'
    czerw:czerw' gołdap:gołdap' inowrocław:inowrocław' jedwab:jedwab' okocim:okocim' karp:karp'
    ołów:ołow' oświęcim:oświęcim' paw:paw' radom:radom' szczaw:szczaw' wrocław:wrocław' żółw:żółw'
    żuraw:żuraw' błąd:błęd dąb:dęb krąg:kręg mąż:męż okrąg:okręg urząd:urzęd wąż:węż ząb:zęb
    gałąź:gałęź żołądź:żołędź kościół:kościoł poznan:poznań torun:toruń wielun:wieluń zamosc:zamość
    kon:koń slon:słoń bron:broń dlon:dłoń sol:sol",
    )
});

/// Words that keep the e before their last consonant though the rules would drop it.
static KEEPS_E: Words = Words::new(|| {
    words(
        "\
    wyciek przeciek zaciek ściek człowiek wiek lek czek stek melchizedek model hotel motel tunel panel fotel kartel bordel cel fidel
    abel izabel isabel kamień jeleń pierścień korzeń promień strumień cień płomień grzebień",
    )
});

/// The stems that endings of a noun in a consonant are put to, spelled as at the end of a word; usually one, two where only
/// custom tells.
pub(super) fn stems(word: &Word) -> Vec<String> {
    let lower = word.lower.as_str();
    if let Some(stem) = STEMS.get(lower) {
        return vec![(*stem).to_owned()];
    }
    if KEEPS_E.contains(lower) {
        return vec![lower.to_owned()];
    }
    match lower {
        // Both rząd, rzędu (row) and rząd, rządu (government); Jarosław is a man and a town.
        "rząd" => return vec!["rząd".to_owned(), "rzęd".to_owned()],
        "jarosław" | "bolesław" => return vec![lower.to_owned(), format!("{lower}{SOFT}")],
        _ => {}
    }
    if let Some(dropped) = without_e(lower) {
        return dropped;
    }
    for (closed, open) in [
        ("ów", "ow"),
        ("ój", "oj"),
        ("ód", "od"),
        ("ób", "ob"),
        ("óg", "og"),
        ("óz", "oz"),
        ("óż", "oż"),
        ("ór", "or"),
        ("ół", "oł"),
        ("ól", "ol"),
        ("ódź", "odź"),
        ("órz", "orz"),
        ("dąb", "dęb"),
        ("gołąb", "gołęb'"),
    ] {
        if let Some(head) = lower.strip_suffix(closed) {
            return vec![format!("{head}{open}")];
        }
    }
    vec![lower.to_owned()]
}

/// The stems of a noun whose last syllable has an e that endings drive out.
fn without_e(lower: &str) -> Option<Vec<String>> {
    let last = lower.chars().last()?;
    let head = lower.strip_suffix(last)?.strip_suffix('e')?;
    let soft = head.strip_suffix('i');
    let before = soft.unwrap_or(head);
    // A word of one syllable keeps its vowel: lek, leku; wiec, wiecu.
    if n_vowels(before) == 0 {
        return None;
    }
    match last {
        'k' if before.ends_with(is_consonant) => Some(vec![format!("{}k", hushed(before, soft.is_some()))]),
        'c' if before.ends_with(is_consonant) => Some(vec![format!("{}c", hushed(before, soft.is_some()))]),
        'ł' if before.ends_with(is_consonant) => {
            // Orzeł, orła: the rz was an r.
            let before = before.strip_suffix("rz").map_or(before.to_owned(), |head| format!("{head}r"));
            Some(vec![format!("{before}ł")])
        }
        'l' if soft.is_some() && before.ends_with(['g', 'k']) => Some(vec![format!("{before}l")]),
        'l' if soft.is_none() && before.ends_with(['b', 'd', 'f', 'g', 'k', 'p', 's', 'z', 'ż']) => {
            Some(vec![format!("{before}l"), lower.to_owned()])
        }
        'ń' if ends_in(before, &["cz", "sz", "dz", "p", "g", "s"]) => {
            // Wrzesień, września; grudzień, grudnia.
            let before = match (before.strip_suffix("dz"), before.strip_suffix('s')) {
                (Some(head), _) => format!("{head}d"),
                (_, Some(head)) => format!("{head}ś"),
                _ => before.to_owned(),
            };
            Some(vec![format!("{before}ń")])
        }
        _ => None,
    }
}

/// The consonants before a vowel that went: Maciek, Mać-ka; Kostek, Kost-ka; Żywiec, Żyw-ca.
fn hushed(before: &str, was_soft: bool) -> String {
    if was_soft { Stem::soft(before).bare() } else { before.to_owned() }
}

fn is_consonant(c: char) -> bool {
    c.is_alphabetic() && !is_vowel(c)
}

/// Stems whose vowel changes where no ending follows: ręka, rąk.
const CLOSED: &[(&str, &str)] = &[
    ("święt", "świąt"),
    ("ręk", "rąk"),
    ("księg", "ksiąg"),
    ("gęb", "gąb"),
    ("zięb", "ziąb"),
    ("owc", "owiec"),
    ("jajk", "jajek"),
    ("siedlc", "siedlec"),
    ("suwałk", "suwałk"),
    ("kuchń", "kuchen"),
    ("studń", "studzien"),
    ("wiśń", "wisien"),
    ("sukń", "sukien"),
    ("msz", "msz"),
    ("gr", "gier"),
    ("kr", "kier"),
    ("łz", "łez"),
];

/// The forms a noun in -a, -o or -e has without an ending: Żabek, matek, gier, ulic.
pub(super) fn without_ending(stem: &Stem) -> Vec<String> {
    let bare = stem.bare();
    if let Some((_, closed)) = CLOSED.iter().find(|(open, _)| *open == bare) {
        return vec![(*closed).to_owned()];
    }
    let Some(last) = bare.chars().last() else { return Vec::new() };
    let head = &bare[..bare.len() - last.len_utf8()];
    let inserted = |e: &str| format!("{}{e}{last}", Stem::of(head).base);
    let Some(before) = head.chars().last().filter(|c| is_consonant(*c)) else { return vec![bare] };
    match (last, stem.class) {
        // Francja has only Francji.
        ('j', _) => Vec::new(),
        // Bańka, baniek: the softness needs its i. After s both, wiosek and Polsk.
        ('k', _) if Stem::of(head).class == Class::Soft => vec![inserted("ie")],
        ('k', _) if before == 's' => vec![inserted("e"), bare],
        ('k', _) => vec![inserted("e")],
        ('n' | 'ł' | 'r', _) if matches!(before, 'k' | 'g') => vec![inserted("ie"), bare],
        ('n', Class::Hard) if matches!(before, 'n' | 'm' | 'p' | 'b' | 'w') => vec![inserted("ie"), bare],
        ('n' | 'ł', Class::Hard) | ('l', _) => vec![inserted("e"), bare],
        ('r', Class::Hard) if matches!(before, 'b' | 'd' | 't') => vec![inserted("e"), bare],
        ('w', Class::Hard) if matches!(before, 't') => vec![inserted("e"), bare],
        _ => vec![bare],
    }
}
