//! Words that have one form only, or whose forms are no cases: function words, adverbs, verbs, and names and loans that do not inflect.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::word::{List, Word, ends_with_any, is_vowel, list, n_vowels};
use super::{irregular, names};

/// Prepositions: what follows them in a name keeps its form (Домик в деревне).
pub(super) const PREPOSITIONS: &str = "\
    в во на с со к ко о об обо от ото по под подо за из изо у до для без безо при про над надо перед через между среди около возле \
    вокруг против ради кроме после вместо из-за из-под насчет благодаря согласно вопреки";
/// Conjunctions that join two equal words of a name.
pub(super) const COORDINATING: &str = "и или да";

const FUNCTION: &str = "\
    а но что чтобы как так если когда где куда откуда почему зачем либо ни не бы б же ж ли ль вот вон уж лишь только даже ведь разве \
    неужели пусть пускай хоть хотя зато однако то ибо раз пока чем тем я ты он она оно мы вы они меня тебя его ее нас вас их мне \
    тебе ему ей нам вам им мной тобой ним ней ними нем себя себе собой кто чего кого чему кому этот эта это эти этого этой этих тот \
    та те того той тех мой моя мое мои моего моей моих твой твоя твое твои наш наша наше наши нашего нашей наших ваш ваша ваше ваши \
    вашего вашей ваших свой своя свое свои своего своей своих весь вся все всего всей всех всем сам сама само сами который такой \
    такая такие какой какая какие каждый некоторые другие никто ничто ничего нигде никогда никак некому нечего да нет ага ок окей \
    спасибо пожалуйста один два три четыре пять шесть семь восемь девять десять";

const ADVERBS: &str = "\
    очень уже еще тоже также сейчас теперь потом снова опять вчера сегодня завтра всегда иногда часто редко здесь там тут сюда туда \
    вообще совсем почти просто вдруг сразу скоро давно недавно много мало немного несколько больше меньше лучше хуже можно нельзя \
    надо нужно нужен нужна нужны должен должна должны вместе внутри снаружи вниз вверх назад вперед домой дома дорого дешево плохо \
    хорошо быстро медленно вкусно долго легко далеко близко высоко низко строго тихо громко жалко сколько столько наконец зря вновь \
    вполне впервые вовсе вряд вслед втайне сверху снизу справа слева рядом мимо напротив кстати конечно наверно наверное возможно \
    видимо якобы опасно срочно бесплатно честно ужасно отлично прекрасно круто стыдно обидно противно невозможно спокойно чуть \
    весьма едва дважды трижды навсегда никуда ничуть подряд попросту поздно рано подробнее ниже выше раньше позже далее ближе";

/// Verb forms and short adjectives that no ending below gives away; with a capital they may be names (Рада).
const VERBS: &str = "\
    рад рада рады жил жила жили пили сели дали пела готов готова готовы быть был была было были буду будет будут будем есть стать мочь могу может можем могут мог \
    могла могли смог смогла смогли хочу хочет хотим хотят вижу видит видят жду ждет ждут дам даст дать идет идут едет едут пошел \
    ушел пришел нашел зашел вышел стоит стоят говорит говорят звонит звонят болит горит горят кричит просит просят сидит лежит летит \
    летят едят ест пьет пьют врет врут крадет верни купи помоги скажи спаси звони пиши смотри дай бери иди держи возьми почини \
    закрой открой ответь отдай убери прости извини привез привезла привезли увез завис зависла зависли сдох сдохла сдохли умер \
    умерла умерли висит висят глючит глючат тормозит тормозят тупит бесит бесят сесть съесть поесть класть красть украсть упасть \
    попасть лезть найти уйти войти прийти пойти зайти выйти идти нести принести отнести везти привезти спасти расти ползти мести \
    могут мочь помочь беречь стеречь лечь жечь стричь достичь ищу ищет ищем ищут пишет пишут кажется боюсь люблю любит любят \
    нравится прошу требую советую рекомендую";

/// Loans with one form, and the likes of them.
const INDECLINABLE: &str = "\
    алиби ателье безе бигуди боди бра бренди виски денди дерби джакузи драже желе жалюзи жюри какаду кафе кашне киви клише колибри \
    кофе купе кутюрье меню мини макси мюсли пенсне пенальти плиссе пони портмоне пюре ралли рагу регби резюме реле салями саке \
    сафари спагетти суфле суши такси тату филе фойе хобби цунами шале шапито шасси шоссе эссе эмодзи хинди янки хаки хачапури \
    цукини пепперони равиоли капучино эспрессо латте барбекю дзюдо онлайн офлайн \
    саами";

/// Names with one form whose ending would inflect.
const INDECLINABLE_NAMES: &str = "сочи дюма золя петипа гарсиа хельсинки сузуки кавасаки медичи гуччи";

/// Verbs hide behind these endings in any letter case.
const VERB_ENDINGS: &str =
    "ться тся лся лась лось лись ется утся ются атся ятся овать ировать нуть ивать ывать";
/// And behind these when the word is in lower case and no noun below.
const LOWER_VERB_ENDINGS: &str = "\
    ать ять ить еть оть уть ыть ешь ишь йти ал ала али ил ила или ел ела ели ул ула ули ыл ыла ыли ял яла яли ает яет еет ует юет \
    ают яют еют уют аем яем уем";
/// Nouns that end like verbs. They stand for their compounds as well (автопортал).
const NOUNS_LIKE_VERBS: &str = "\
    -сеть -ость мать кровать печать благодать рать память пять десять зять рукоять нить сеть плеть мечеть треть плоть копоть деготь ноготь \
    локоть коготь лапоть ломоть суть ртуть путь муть прыть брешь плешь тишь вал зал бал кал канал вокзал квартал портал капитал \
    персонал терминал журнал сигнал арсенал финал обвал подвал провал перевал завал интервал карнавал скандал вандал пьедестал \
    материал сериал филиал потенциал мемориал идеал генерал минерал либерал адмирал ритуал урал байкал бокал локал вокал аврал накал \
    самосвал вал тыл пыл ил крокодил тротил винил нил акрил отдел раздел предел удел передел надел пробел мел обстрел расстрел \
    прицел стул аул караул гул загул отгул разгул прогул скала шкала зала кабала похвала могила вила пила сила кобыла акула пчела \
    стрела текила детали педали медали автомобили стили профили недели модели отели цели двери качели щели туннели тоннели \
    покупатели потребители читатели пули заем наем уют приют";
/// In lower case a word in -о is an adverb unless it is one of these, or ends like one of those below.
const NOUNS_O: &str = "\
    молоко яблоко облако ушко очко войско окно полотно пятно сукно волокно зерно бревно судно дно вино сено полено колено звено пиво \
    топливо слово право дерево мясо колесо золото болото сито тесто место лето долото решето корыто копыто ведро серебро утро озеро \
    ядро добро перо бедро ребро нутро ухо брюхо чудо стадо гнездо блюдо седло небо железо кольцо лицо яйцо крыльцо пузо письмо дуло тело начало одеяло \
    зеркало сало покрывало жало рыло мыло шило сверло дело село горло весло масло число стекло кресло крыло чувство";
const NOUN_ENDINGS_O: &str = "ство ышко ечко ачко";
/// The same for -е.
const NOUNS_E: &str = "море поле горе солнце сердце яйцо полотенце блюдце зеркальце";
const NOUN_ENDINGS_E: &str = "ие ье ище";

static ALONE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    [PREPOSITIONS, COORDINATING, FUNCTION, ADVERBS].into_iter().flat_map(str::split_whitespace).collect()
});
static VERB_FORMS: LazyLock<HashSet<&str>> = LazyLock::new(|| list(VERBS));
static LOANS: LazyLock<HashSet<&str>> = LazyLock::new(|| list(INDECLINABLE));
static LIKE_VERBS: LazyLock<List> = LazyLock::new(|| List::of(NOUNS_LIKE_VERBS));
static IN_O: LazyLock<HashSet<&str>> = LazyLock::new(|| list(NOUNS_O));
static IN_E: LazyLock<HashSet<&str>> = LazyLock::new(|| list(NOUNS_E));

/// Whether a word in -о is a noun that declines, by the lists.
pub(super) fn is_noun_in_o(plain: &str) -> bool {
    IN_O.contains(plain) || ends_with_any(plain, NOUN_ENDINGS_O)
}

/// Whether a word in -е is a noun that declines, by the lists.
pub(super) fn is_noun_in_e(plain: &str) -> bool {
    IN_E.contains(plain) || ends_with_any(plain, NOUN_ENDINGS_E)
}

/// All words of one form that are ordinary words of the language.
pub(super) fn ordinary() -> impl Iterator<Item = &'static str> {
    ALONE.iter().chain(VERB_FORMS.iter()).chain(LOANS.iter()).copied()
}

/// All nouns that these lists know.
pub(super) fn nouns() -> impl Iterator<Item = &'static str> {
    let like_verbs = NOUNS_LIKE_VERBS.split_whitespace().filter(|entry| !entry.starts_with('-'));
    like_verbs.chain(IN_O.iter().copied()).chain(IN_E.iter().copied())
}

/// Whether the word stays as it is wherever it stands: a preposition, an adverb, a verb form.
pub(super) fn stays(word: &Word) -> bool {
    let plain = word.plain.as_str();
    ALONE.contains(plain) || !word.capital && VERB_FORMS.contains(plain) || is_verb(word) || is_adverb(word)
}

/// Whether a noun has one form: a loan, or an abbreviation that is spelt out letter by letter.
pub(super) fn is_indeclinable(word: &Word) -> bool {
    let plain = word.plain.as_str();
    LOANS.contains(plain)
        || INDECLINABLE_NAMES.split_whitespace().any(|name| plain == name)
        || word.n_letters() < 2
        || word.n_letters() == 2 && (word.capitals || !word.capital)
        || n_vowels(plain) == 0
        || word.capitals && word.n_letters() <= 4 && !reads_as_word(plain)
}

/// Whether a short abbreviation is read as a word and so inflected: ГАЗ, ЗАГС, ЛАДА, but not США, ЦСКА, ФГУП.
fn reads_as_word(plain: &str) -> bool {
    let shape: String = plain.chars().map(|c| if is_vowel(c) { 'v' } else { 'c' }).collect();
    plain == "уаз"
        || matches!(shape.as_str(), "cvc" | "cvcc" | "vcvc" | "cvcv" | "ccvc") && !plain.ends_with("ср")
}

/// Whether the word is a verb by its ending.
fn is_verb(word: &Word) -> bool {
    let plain = word.plain.as_str();
    // A reflexive verb has a stem before its ending: лось is none.
    let any_case = word.n_letters() > 5 && ends_with_any(plain, VERB_ENDINGS);
    let ends = any_case || !word.capital && ends_with_any(plain, LOWER_VERB_ENDINGS);
    let is_noun = LIKE_VERBS.has(plain)
        || irregular::stem(plain).is_some()
        || names::is_first_name(plain)
        || irregular::genitive_plural(plain).is_some();
    ends && !is_noun
}

/// Whether the word is a verb with a subject (работает, украли): its subject stands in the nominative.
pub(super) fn is_finite_verb(word: &Word) -> bool {
    let plain = word.plain.as_str();
    let infinitive = ends_with_any(plain, "ть ти чь ться тись чься");
    !infinitive && (VERB_FORMS.contains(plain) || is_verb(word))
}

/// Adverbs, short adjectives, and what else ends in a vowel that no declined noun in lower case ends in.
fn is_adverb(word: &Word) -> bool {
    let plain = word.plain.as_str();
    match word.letter_back(0) {
        Some('о') if !word.capital => !is_noun_in_o(plain),
        Some('е') if !word.capital => !is_noun_in_e(plain) && !ends_with_any(plain, "ое ее ые це"),
        Some('у' | 'ю' | 'э') => true,
        _ => false,
    }
}
