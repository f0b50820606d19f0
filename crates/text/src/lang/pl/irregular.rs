//! Words that keep to no rule: everyday ones, and the names of countries and towns that people write about.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::paradigm::{CASES, Gender, Reading};

/// Nominative, gender, singular (genitive to vocative), plural (nominative to vocative). A dash is the same as the nominative, a
/// slash parts forms that are both used; an empty text is a number that the word does not have.
const WORDS: &[(&str, Gender, &str, &str)] = {
    use Gender::{Feminine, Masculine, Neuter, Plural};
    &[
        (
            "bóg",
            Masculine,
            "boga bogu boga bogiem bogu boże",
            "bogowie bogów bogom bogów bogami bogach bogowie",
        ),
        (
            "brat",
            Masculine,
            "brata bratu brata bratem bracie bracie",
            "bracia braci braciom braci braćmi braciach bracia",
        ),
        (
            "chłopiec",
            Masculine,
            "chłopca chłopcu chłopca chłopcem chłopcu chłopcze",
            "chłopcy chłopców chłopcom chłopców chłopcami chłopcach chłopcy",
        ),
        (
            "człowiek",
            Masculine,
            "człowieka człowiekowi człowieka człowiekiem człowieku człowieku/człowiecze",
            "ludzie ludzi ludziom ludzi ludźmi ludziach ludzie",
        ),
        (
            "dziecko",
            Neuter,
            "dziecka dziecku - dzieckiem dziecku -",
            "dzieci dzieci dzieciom dzieci dziećmi dzieciach dzieci",
        ),
        (
            "dzień",
            Masculine,
            "dnia dniowi - dniem dniu dniu",
            "dni/dnie dni dniom dni/dnie dniami dniach dni",
        ),
        (
            "imię",
            Neuter,
            "imienia imieniu - imieniem imieniu -",
            "imiona imion imionom imiona imionami imionach imiona",
        ),
        ("jezus", Masculine, "jezusa jezusowi jezusa jezusem jezusie jezusie/jezu", ""),
        (
            "koń",
            Masculine,
            "konia koniowi konia koniem koniu koniu",
            "konie koni koniom konie końmi koniach konie",
        ),
        (
            "ksiądz",
            Masculine,
            "księdza księdzu księdza księdzem księdzu księże",
            "księża księży księżom księży księżmi księżach księża",
        ),
        (
            "książę",
            Masculine,
            "księcia księciu księcia księciem księciu książę",
            "książęta książąt książętom książąt książętami książętach książęta",
        ),
        ("ludzie", Plural, "", "- ludzi ludziom ludzi ludźmi ludziach -"),
        (
            "miesiąc",
            Masculine,
            "miesiąca miesiącowi - miesiącem miesiącu miesiącu",
            "miesiące miesięcy miesiącom miesiące miesiącami miesiącach miesiące",
        ),
        ("oko", Neuter, "oka oku - okiem oku -", "oczy oczu/oczów oczom oczy oczami/oczyma oczach oczy"),
        (
            "pan",
            Masculine,
            "pana panu pana panem panu panie",
            "panowie panów panom panów panami panach panowie",
        ),
        ("pani", Feminine, "pani pani panią panią pani pani", "panie pań paniom panie paniami paniach panie"),
        (
            "pieniądz",
            Masculine,
            "pieniądza pieniądzowi - pieniądzem pieniądzu pieniądzu",
            "pieniądze pieniędzy pieniądzom pieniądze pieniędzmi pieniądzach pieniądze",
        ),
        ("pieniądze", Plural, "", "- pieniędzy pieniądzom - pieniędzmi pieniądzach -"),
        ("pies", Masculine, "psa psu psa psem psie psie", "psy psów psom psy psami psach psy"),
        (
            "przyjaciel",
            Masculine,
            "przyjaciela przyjacielowi przyjaciela przyjacielem przyjacielu przyjacielu",
            "przyjaciele przyjaciół przyjaciołom przyjaciół przyjaciółmi przyjaciołach przyjaciele",
        ),
        (
            "ręka",
            Feminine,
            "ręki ręce rękę ręką ręce/ręku ręko",
            "ręce rąk rękom ręce rękami/rękoma rękach ręce",
        ),
        ("rok", Masculine, "roku rokowi - rokiem roku roku", "lata lat latom lata latami latach lata"),
        (
            "tydzień",
            Masculine,
            "tygodnia tygodniowi - tygodniem tygodniu tygodniu",
            "tygodnie tygodni tygodniom tygodnie tygodniami tygodniach tygodnie",
        ),
        (
            "tysiąc",
            Masculine,
            "tysiąca tysiącowi - tysiącem tysiącu tysiącu",
            "tysiące tysięcy tysiącom tysiące tysiącami tysiącach tysiące",
        ),
        ("ucho", Neuter, "ucha uchu - uchem uchu -", "uszy uszu uszom uszy uszami uszach uszy"),
        (
            "zwierzę",
            Neuter,
            "zwierzęcia zwierzęciu - zwierzęciem zwierzęciu -",
            "zwierzęta zwierząt zwierzętom zwierzęta zwierzętami zwierzętach zwierzęta",
        ),
        (
            "rzeczpospolita",
            Feminine,
            "rzeczypospolitej/rzeczpospolitej rzeczypospolitej/rzeczpospolitej rzeczpospolitą rzecząpospolitą/rzeczpospolitą rzeczypospolitej/rzeczpospolitej -",
            "",
        ),
        ("śmieci", Plural, "", "- śmieci śmieciom - śmieciami śmieciach -"),
        ("spodnie", Plural, "", "- spodni spodniom - spodniami spodniach -"),
        ("święta", Plural, "", "- świąt świętom - świętami świętach -"),
        ("dzieci", Plural, "", "- dzieci dzieciom - dziećmi dzieciach -"),
        ("drzwi", Plural, "", "- drzwi drzwiom - drzwiami drzwiach -"),
        // Countries and towns.
        ("niemcy", Plural, "", "- niemiec/niemców niemcom -/niemców niemcami niemczech/niemcach -"),
        ("węgry", Plural, "", "- węgier węgrom - węgrami węgrzech -"),
        ("włochy", Plural, "", "- włoch włochom - włochami włoszech/włochach -"),
        ("tychy", Plural, "", "- tychów/tych tychom - tychami tychach -"),
        ("białystok", Masculine, "białegostoku białemustokowi - białymstokiem białymstoku białystoku", ""),
        (
            "krasnystaw",
            Masculine,
            "krasnegostawu krasnemustawowi - krasnymstawem krasnymstawie krasnystawie",
            "",
        ),
        (
            "polska",
            Feminine,
            "polski polsce polskę polską polsce polsko",
            "polski polsk polskom polski polskami polskach polski",
        ),
        ("zakopane", Neuter, "zakopanego zakopanemu - zakopanem/zakopanym zakopanem/zakopanym -", ""),
        // Men's names in -o that take letters in.
        (
            "bruno",
            Masculine,
            "brunona/bruna brunonowi/brunowi brunona/bruna brunonem/brunem brunonie/brunie bruno",
            "brunonowie brunonów brunonom brunonów brunonami brunonach brunonowie",
        ),
        (
            "hugo",
            Masculine,
            "hugona/huga hugonowi/hugowi hugona/huga hugonem/hugiem hugonie/hugu hugo",
            "hugonowie hugonów hugonom hugonów hugonami hugonach hugonowie",
        ),
        (
            "otto",
            Masculine,
            "ottona/otta ottonowi/ottowi ottona/otta ottonem/ottem ottonie/otcie otto",
            "ottonowie ottonów ottonom ottonów ottonami ottonach ottonowie",
        ),
    ]
};

/// Places in the table, by the nominative as written and as typed without Polish letters.
static PLACES: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, (nominative, ..)) in WORDS.iter().enumerate() {
        places.insert((*nominative).to_owned(), place);
        places.entry(crate::letters::fold(nominative)).or_insert(place);
    }
    places
});

/// The reading of an irregular word, with or without its Polish letters.
pub(super) fn reading(lower: &str) -> Option<Reading> {
    let (nominative, gender, one, many) = WORDS.get(*PLACES.get(lower)?)?;
    let mut reading = Reading::new(*gender);
    if !one.is_empty() {
        reading.one(CASES[0], *nominative);
    }
    let cells = [(one, 1, true), (many, 0, false)];
    for (text, first, is_one) in cells {
        for (case, forms) in CASES[first..].iter().zip(text.split_whitespace()) {
            for form in forms.split('/') {
                let form = if form == "-" { *nominative } else { form };
                if is_one {
                    reading.one(*case, form);
                } else {
                    reading.many(*case, form);
                }
            }
        }
    }
    Some(reading)
}
