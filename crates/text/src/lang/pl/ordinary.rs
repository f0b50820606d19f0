//! Ordinary Polish words that brands and surnames are made of: there only a capital tells the name.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::inflect;
use crate::letters::fold;

/// Whether a folded word is a form of an ordinary word that brands or surnames are called by.
pub fn is_ordinary(folded: &str) -> bool {
    FORMS.contains(folded)
}

/// All forms, made once.
static FORMS: LazyLock<BTreeSet<Box<str>>> = LazyLock::new(|| {
    WORDS.split_whitespace().flat_map(inflect).map(|form| fold(&form.shown).into()).collect()
});

/// Words that are brands, products, surnames, clubs or parties as well.
const WORDS: &str = "
    play plus orange era tak test start stop super max mega top new open smart fresh apart media euro
    żabka biedronka stokrotka wisienka krówka sarenka kropka muszelka mrówka pszczółka sowa wilk lis
    zając gołąb wróbel kruk orzeł sokół jastrząb bocian żuraw czapla kaczka gęś kogut kura kurczak koń
    krowa owca baran kozioł koza pies kot mysz szczur żaba żółw wąż ryba szczupak karp pstrąg śledź
    łosoś rak tygrys lew niedźwiedź żubr łoś jeleń sarna dzik borsuk bóbr wydra kret jeż wiewiórka motyl
    osa pszczoła mucha komar pająk skorpion delfin rekin wieloryb słoń żyrafa zebra małpa kangur koala
    panda puma jaguar róża lilia mak fiołek malwa kalina malina jagoda wiśnia jabłko gruszka śliwka
    truskawka poziomka cytryna pomarańcza limonka banan arbuz winogrono dąb sosna lipa brzoza jawor
    jesion klon topola wierzba świerk jodła olcha buk grab kasztan orzech leszczyna chleb bułka mąka
    mleko masło ser twaróg jogurt kefir śmietana miód cukier sól pieprz chrzan czosnek cebula marchew
    kapusta kalafior pomidor ogórek ziemniak burak groch fasola ryż kasza makaron pierogi zupa barszcz
    żurek rosół kiełbasa szynka boczek kawa herbata sok woda piwo wino wódka lody czekolada wafel
    ciastko tort baton cukierek guma chipsy paluszki delicje kropla iskra płomień ogień ziemia powietrze
    wiatr burza grom błysk promień słońce księżyc gwiazda niebo chmura deszcz śnieg mróz rosa tęcza fala
    morze rzeka potok źródło jezioro góra dolina las polana łąka pole ogród sad park plaża wyspa zatoka
    zima wiosna lato jesień poranek wieczór noc dzień świt zorza tydzień rok wiek dom chata zamek wieża
    brama most droga ulica rynek plac port dworzec stacja poczta szkoła apteka bank sklep salon galeria
    agora arena forum centrum kino teatr muza muzyka radio telewizja gazeta wprost fakt polityka
    przekrój rzeczpospolita wyborcza dziennik kurier głos echo express trybuna tygodnik orlik energia
    węgiel gaz ropa prąd paliwo samochód rower tramwaj kolej pociąg autobus samolot statek żagiel
    kotwica ster kompas busola mapa kierunek zegar budzik lampa żarówka świeca lustro okno drzwi klucz
    młotek gwóźdź piła siekiera nóż widelec łyżka talerz kubek garnek szafa stół krzesło fotel łóżko
    kanapa dywan firana pościel poduszka koc ręcznik mydło szampon krem pasta szczotka but buty kozak
    kapelusz czapka szalik rękawiczka kurtka płaszcz sukienka spódnica koszula spodnie pasek torba
    plecak król królowa książę rycerz hetman kapitan major wódz pan pani mistrz ekspert doktor profesor
    lekarz kowal młynarz piekarz krawiec szewc kucharz rybak myśliwy rolnik ogrodnik bednarz stolarz
    murarz garncarz tkacz zdun kołodziej woźny sołtys wójt brat siostra matka ojciec syn córka babcia
    dziadek wujek ciocia przyjaciel sąsiad kolega gość nowy stary młody wielki mały duży dobry zły biały
    czarny czerwony zielony żółty niebieski złoty srebrny szary wesoły cichy prosty szybki tani drogi
    czysty świeży zdrowy mocny słodki gorzki gorący zimny ciepły polski prawo sprawiedliwość platforma
    obywatelska koalicja lewica prawica konfederacja wolność solidarność nadzieja razem ruch unia wisła
    lech korona górnik zagłębie raków warta pogoń widzew stal motor dudek sikora mazur zawada kłos
    kwiatek sobota niedziela piątek środa maj czerwiec lipiec sierpień wrzesień marzec kwiecień styczeń
    luty grudzień listopad październik moda styl trend rytm takt ton nuta akord melodia harmonia
    symfonia bajka baśń legenda mit saga opowieść cel wynik sukces rekord medal puchar meta tor punkt
    linia koło trójkąt kwadrat sześcian kula stożek walec sieć pajęczyna serce dusza oko ucho głowa ręka
    palec stopa kolano pięta kość krew skóra włos ząb uśmiech łza lot lotnik pilot skrzydło pióro
    gniazdo jajko skorupa perła diament rubin szafir bursztyn koral kryształ szkło złoto srebro miedź
    żelazo ołów cyna platyna tytan rtęć pudel pudelek plotek grzesiek hit sezam łaciaty kucharek pyszny
    pyszne łagodny naturalny domowy wiejski tradycyjny ludwik lokata kredyt pożyczka chwilówka best
    wirtualny gol gry strona chwila moment minuta sekunda godzina netto lewiatan groszek delikatesy real
    topaz nasz łucznik tukan kajman krokodyl jaszczurka ropucha kłódka łabędź perkoz dzięcioł słowik
    skowronek jaskółka kos szpak dzwonek dzwon lampka ogniwo bateria koniczyna paproć wrzos kłosek snop
    młyn spichlerz bór puszcza knieja szczyt grań hala bacówka oscypek kropelka brzask zmierzch cień sęk
    gaj zdrój zdroje kasztelan książęce żywe
";
