//! The small lists of words that no rule gives: fleeting vowels that must be known, plurals of their own.
//! Entries are plain letters; the parts of one are joined with a slash.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::word::last_parts;

/// Nouns whose oblique stem is not the word itself: word, stem. The ending of the word decides the declension.
/// They stand for their compounds as well (Стройкамень).
const STEMS: &str = "\
    лев/льв лед/льд лен/льн пес/пс рот/рт лоб/лб сон/сн мох/мх ров/рв шов/шв овес/овс овен/овн бубен/бубн ветер/ветр шатер/шатр \
    костер/костр ковер/ковр бобер/бобр бугор/бугр багор/багр хребет/хребт орел/орл павел/павл козел/козл котел/котл осел/осл \
    узел/узл угол/угл пепел/пепл дятел/дятл щегол/щегл хохол/хохл чехол/чехл посол/посл вымысел/вымысл замысел/замысл \
    промысел/промысл умысел/умысл кашель/кашл египет/египт петр/петр христос/христ заяц/зайц день/дн полдень/полдн пень/пн \
    камень/камн корень/корн парень/парн ремень/ремн кремень/кремн огонь/огн уголь/угл ноготь/ногт локоть/локт коготь/когт \
    лапоть/лапт деготь/дегт ломоть/ломт ливень/ливн уровень/уровн гребень/гребн перстень/перстн стержень/стержн щебень/щебн \
    шершень/шершн плетень/плетн бредень/бредн вепрь/вепр соловей/соловь воробей/воробь муравей/муравь ручей/ручь улей/уль репей/репь \
    чирей/чирь заем/займ наем/найм церковь/церкв любовь/любв ложь/лж рожь/рж вошь/вш мать/матер дочь/дочер";

/// Plurals that differ from the singular: word, nominative, genitive.
const PLURALS: &str = "\
    друг/друзья/друзей сын/сыновья/сыновей муж/мужья/мужей брат/братья/братьев стул/стулья/стульев лист/листья/листьев \
    дерево/деревья/деревьев перо/перья/перьев крыло/крылья/крыльев человек/люди/людей ребенок/дети/детей ухо/уши/ушей \
    чудо/чудеса/чудес небо/небеса/небес цветок/цветы/цветов хозяин/хозяева/хозяев господин/господа/господ сосед/соседи/соседей \
    черт/черти/чертей яблоко/яблоки/яблок облако/облака/облаков колено/колени/коленей татарин/татары/татар болгарин/болгары/болгар судно/суда/судов";

/// Words in the plural whose genitive must be known: nominative, genitive.
const PLURAL_ONLY: &str = "\
    деньги/денег люди/людей дети/детей друзья/друзей соседи/соседей каникулы/каникул ножницы/ножниц сливки/сливок духи/духов \
    очки/очков часы/часов весы/весов качели/качелей дрожжи/дрожжей роды/родов сани/саней \
    жигули/жигулей мытищи/мытищ кижи/кижей ессентуки/ессентуков луки/лук альпы/альп афины/афин щи/щей яйца/яиц ворота/ворот \
    дрова/дров уста/уст сутки/суток брюки/брюк шорты/шорт рога/рогов копыта/копыт штаны/штанов джинсы/джинсов глаза/глаз \
    города/городов дома/домов счета/счетов доктора/докторов паспорта/паспортов кадры/кадров права/прав слова/слов \
    окна/окон места/мест дела/дел новости/новостей ключи/ключей лучи/лучей мечи/мечей вести/вестей гости/гостей кости/костей сети/сетей области/областей части/частей \
   ";

/// Masculine nouns with a stressed -а in the plural: дома, паспорта.
pub(super) const STRESSED_A: &str = "\
    город дом поезд паспорт доктор профессор директор номер адрес отпуск счет цвет мастер берег глаз вечер голос остров катер повар \
    сорт лес снег дом том рог бок век край тренер катер буфер купол погреб колокол корпус сервер тополь якорь учитель";

/// Nouns with a place in -у: в саду, на мосту.
pub(super) const PLACE_IN_U: &str = "сад лес мост снег край угол бок бой быт вид глаз год дым лед лоб луг мед нос плен полк пол порт \
    пот пух рай ров род рот ряд след строй тыл ход час шкаф шелк хлев берег крым дон верх низ круг мозг пост бор дуб";

static STEM_OF: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| pairs(STEMS));
static PLURAL_OF: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| pairs(PLURALS));
static GENITIVE_OF: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let of_plurals = PLURAL_OF.values().filter_map(|forms| forms.split_once('/'));
    pairs(PLURAL_ONLY).into_iter().chain(of_plurals).collect()
});

/// The oblique stem of a noun that is listed, in plain letters.
pub(super) fn stem(plain: &str) -> Option<String> {
    let (word, stem) = last_parts(plain).find_map(|part| Some((part, STEM_OF.get(part)?)))?;
    Some(format!("{}{stem}", plain.strip_suffix(word).unwrap_or_default()))
}

/// The nominative and genitive plural of a noun that is listed with them.
pub(super) fn plural(plain: &str) -> Option<(&'static str, &'static str)> {
    PLURAL_OF.get(plain)?.split_once('/')
}

/// The genitive of a plural that is listed with it.
pub(super) fn genitive_plural(plain: &str) -> Option<&'static str> {
    GENITIVE_OF.get(plain).copied()
}

fn pairs(list: &'static str) -> HashMap<&'static str, &'static str> {
    list.split_whitespace().filter_map(|entry| entry.split_once('/')).collect()
}
