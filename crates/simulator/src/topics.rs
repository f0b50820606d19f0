//! What the invented company watches: topics with queries in Nabat's language.
//!
//! There is no morphology in the queries' language yet, so each spells out beginnings of words and forms.

use nabat_crisis::person::Language;
use nabat_crisis::topic::TopicKind;

/// A topic to be made: its name in each language, its kind, its query, its response clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicSeed {
    /// What it is about.
    pub kind: TopicKind,
    /// The query.
    pub query: String,
    /// Limit of the response clock, in minutes.
    pub answer_within_minutes: u32,
    names: [String; 3],
}

impl TopicSeed {
    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::En => &self.names[0],
            Language::Pl => &self.names[1],
            Language::Ru => &self.names[2],
        }
    }
}

/// The company by its spellings in three languages.
const BRAND: &str = "вельмир* OR велмир* OR welmir* OR velmir*";
/// Baby purée, by its own name or as purée of the company.
const PUREE: &str = "бубино OR bubino OR ((вельмир* OR велмир* OR welmir* OR velmir*) AND (пюре OR баночк* OR słoicz* OR sloicz* \
                     OR mus OR musie OR musów OR musow OR musem OR puree OR purée OR \"baby food\"))";
const PERSON: &str =
    "вересова OR вересовой OR вересову OR weresowa OR weresowej OR weresową OR weresowa OR veresova*";
const HASHTAG: &str = "#вельмирадетям OR #welmiradzieciom OR #velmirakids";
const RIVAL: &str = "орлави* OR orlavi*";
const INDUSTRY: &str = "\"детское питание\" OR \"детского питания\" OR \"детскому питанию\" OR \"детским питанием\" OR \
                        \"детском питании\" OR \"żywność dla niemowląt\" OR \"żywności dla niemowląt\" OR \
                        \"żywnością dla niemowląt\" OR \"zywnosc dla niemowlat\" OR \"zywnosci dla niemowlat\" OR \
                        \"zywnoscia dla niemowlat\" OR \"jedzenie dla niemowląt\" OR \"jedzenie dla niemowlat\" OR \"baby food\"";

/// The six topics of the invented company: brand, product, person, hashtag, competitor, industry.
pub fn topics() -> Vec<TopicSeed> {
    use TopicKind::{Brand, Competitor, Hashtag, Industry, Person, Product};
    vec![
        seed(Brand, BRAND, 60, ["Velmira", "Welmira", "Вельмира"]),
        seed(Product, PUREE, 30, ["Bubino baby purée", "Musy dla dzieci Bubino", "Детское пюре Bubino"]),
        seed(Person, PERSON, 120, ["Alina Veresova", "Alina Weresowa", "Алина Вересова"]),
        seed(Hashtag, HASHTAG, 240, ["#velmirakids", "#welmiradzieciom", "#вельмирадетям"]),
        seed(
            Competitor,
            RIVAL,
            480,
            ["Orlavia (competitor)", "Orlavia (konkurencja)", "Орлавия (конкурент)"],
        ),
        seed(
            Industry,
            INDUSTRY,
            480,
            ["Baby food: the industry", "Żywność dla niemowląt: branża", "Детское питание: отрасль"],
        ),
    ]
}

fn seed(kind: TopicKind, query: &str, answer_within_minutes: u32, names: [&str; 3]) -> TopicSeed {
    TopicSeed { kind, query: query.to_owned(), answer_within_minutes, names: names.map(str::to_owned) }
}

/// Themes people write about with the company's name, each with its name and its words.
const THEMES: [(&str, &str); 58] = [
    ("glass", "стекл* OR szkł* OR szkl* OR glass"),
    ("splinters", "оскол* OR odłam* OR odlam* OR shard*"),
    ("kefir", "кефир* OR kefir*"),
    ("buckwheat", "гречк* OR гречн* OR gryczan* OR gryk* OR buckwheat"),
    ("lids", "крышк* OR wieczk* OR lid OR lids"),
    ("delivery", "доставк* OR курьер* OR dostaw* OR kurier OR delivery OR driver"),
    ("prices", "дорож* OR подорожал* OR цены OR ceny OR droż* OR price* OR cheaper"),
    ("ingredients", "состав* OR skład* OR sklad* OR ingredient*"),
    ("allergy", "аллерги* OR alergi* OR allerg*"),
    ("shelf life", "срок* OR termin* OR data OR date"),
    ("helpline", "линию OR линия OR infolini* OR helpline"),
    ("silence", "молч* OR milcz* OR silent OR silence OR nothing"),
    ("recall", "отозвать OR отзыв* OR wycof* OR recall*"),
    ("hospital", "больниц* OR скорая OR szpital* OR karetk* OR hospital OR ambulance"),
    ("batch", "парти* OR parti* OR batch"),
    ("laboratory", "экспертиз* OR лаборатор* OR badan* OR laborator* OR lab OR tests"),
    ("plant", "завод* OR zakład* OR zaklad* OR plant OR factory"),
    ("X-ray", "рентген* OR rentgen* OR xray OR \"X ray\""),
    (
        "former staff",
        "бывш* OR работал* OR pracował* OR pracowal* OR kuzyn OR były OR worked OR cousin OR ex",
    ),
    ("competitor named", "орлави* OR orlavi*"),
    ("boycott", "бойкот OR bojkot OR boycott"),
    (
        "complaints to officials",
        "сэс OR прокуратур* OR санэпид* OR sanepid* OR inspekcj* OR standards OR \"food safety\"",
    ),
    ("media", "редакц* OR издани* OR вестник OR redakcj* OR kurier* OR reporter OR courier"),
    ("photo", "фото OR zdjęci* OR zdjec* OR photo"),
    ("receipt", "чек* OR paragon* OR receipt"),
    ("refund", "деньги OR вернут* OR pieniądze OR pieniadze OR kas* OR money OR refund*"),
    (
        "shops",
        "соседушк* OR \"рядом маркет*\" OR рядом* OR \"dobrej półce\" OR półc* OR koszyczk* OR marlow OR larder OR basketly",
    ),
    ("nursery", "садик* OR przedszkol* OR nursery"),
    (
        "husband and family",
        "муж OR мама OR свекровь OR mąż OR maz OR teściowa OR tesciowa OR husband OR mum OR nan",
    ),
    ("pear", "груш* OR gruszk* OR pear*"),
    ("porridge", "каш* OR kasz* OR porridge"),
    ("sour cream", "сметан* OR śmietan* OR smietan* OR \"sour cream\""),
    ("pancakes and recipes", "оладьи OR духовке OR placuszk* OR piekarnik* OR pancake* OR oven"),
    ("points and support", "балл* OR поддержк* OR punkty OR czat OR support OR points"),
    ("jars", "банк* OR баночк* OR słoi* OR sloi* OR jar OR jars"),
    ("stars", "звезд* OR звёзд* OR gwiazd* OR star OR stars"),
    ("giveaway", "розыгрыш* OR корзин* OR konkurs* OR koszy OR giveaway OR hampers"),
    ("on Telegram", "network:telegram"),
    ("on VK", "network:vk"),
    ("on Instagram", "network:instagram"),
    ("on X", "network:x"),
    ("in the news", "network:web"),
    ("in reviews", "network:opinovo"),
    ("in Russian", "lang:ru"),
    ("in Polish", "lang:pl"),
    ("in English", "lang:en"),
    ("to our accounts", "@velmira_ru OR @welmira_polska OR @velmira_foods"),
    ("not the glass", "NOT (стекл* OR szkł* OR szkl* OR glass)"),
    ("Kazan, Kraków, Leeds", "казан* OR krak* OR leeds"),
    ("Samara, Wrocław, Bristol", "самар* OR wrocław* OR wroclaw* OR bristol"),
    ("Tula, Poznań, Cardiff", "тул* OR тула OR poznań* OR poznan* OR cardiff"),
    ("Perm, Gdańsk, Glasgow", "перм* OR gdańsk* OR gdansk* OR glasgow"),
    ("Voronezh, Łódź, Dublin", "воронеж* OR łódź OR łodzi OR lodz* OR dublin"),
    ("Omsk, Lublin, Norwich", "омск* OR lublin* OR norwich"),
    ("Ryazan, Szczecin, Hull", "рязан* OR szczecin* OR hull"),
    ("Yaroslavl, Rzeszów, London", "ярослав* OR rzesz* OR london"),
    ("Novosibirsk, Toruń, Cork", "новосибирск* OR toruń OR toruniu OR torun* OR cork"),
    ("Krasnodar, Warsaw, Manchester", "краснодар* OR warszaw* OR manchester"),
];

/// As many diverse topics as asked for: the six of [`topics`], then themes, then pairs of themes. Each of the first fifty matches
/// posts of [`crate::bulk`]; pairs are rarer the further they go.
pub fn topics_many(n: usize) -> Vec<TopicSeed> {
    let mut all = topics();
    for (name, words) in THEMES {
        all.push(theme(name, &format!("({BRAND}) AND ({words})")));
    }
    'pairs: for (first, (name, words)) in THEMES.iter().enumerate() {
        for (other_name, other_words) in &THEMES[first + 1..] {
            if all.len() >= n {
                break 'pairs;
            }
            let query = format!("({BRAND}) AND ({words}) AND ({other_words})");
            all.push(theme(&format!("{name}, {other_name}"), &query));
        }
    }
    all.truncate(n);
    all
}

fn theme(name: &str, query: &str) -> TopicSeed {
    let names = [format!("Velmira: {name}"), format!("Welmira: {name}"), format!("Вельмира: {name}")];
    TopicSeed { kind: TopicKind::Brand, query: query.to_owned(), answer_within_minutes: 60, names }
}
