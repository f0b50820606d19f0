//! Words of all declensions, each with right forms and with words that are no forms of it.

use super::forms;
use crate::letters::fold;

/// Each line: word, a bar, forms that must be there, a bar, words that must not.
fn check_words(table: &str) {
    let mut n_words = 0;
    let mut wrong = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut columns = line.split('|');
        let word = columns.next().unwrap().trim();
        let found = forms(word);
        n_words += 1;
        for form in
            columns.next().unwrap_or_default().split_whitespace().filter(|form| !found.contains(&fold(form)))
        {
            wrong.push(format!("{word} lacks {form}"));
        }
        for form in
            columns.next().unwrap_or_default().split_whitespace().filter(|form| found.contains(&fold(form)))
        {
            wrong.push(format!("{word} is not {form}"));
        }
    }
    assert!(n_words > 10);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn feminine_names_and_words_have_all_their_cases() {
    check_words(
        "Malwinka | Malwinki Malwince Malwinkę Malwinką Malwinko Malwinek Malwinkom Malwinkami Malwinkach | malwa malwinkowy Malwina
        Słomianka | Słomianki Słomiance Słomiankę Słomianek | słomiany słoma
        Bańka | Bańki Bańce Baniek Bańkami | bania bańkowy
        Wioska | Wioski Wiosce Wiosek | wieś wioskowy
        Bajka | Bajce Bajek | bajkowy bajać
        Kuźnia | Kuźni Kuźnię Kuźnią Kuźniami | kuźniarka
        Ziołowa Polana |
        Gwiazda | Gwiazdy Gwieździe Gwiazdę Gwiazd Gwiazdom | gwiazdka gwiezdny
        Miara | Miary Mierze Miarę | miarka
        Droga | Drogi Drodze Drogę Dróg | dróżka
        Mucha | Musze Muchy Much | muszka
        Wataha | Watahy Watahę | watażka
        Chmura | Chmurze Chmury Chmur | chmurka chmurny
        Piła | Pile Piły Pił | pilny
        Łąka | Łące Łąk Łąką | łączny
        Iskra | Iskrze Iskier Iskry | iskrzyć
        Cegła | Cegle Cegieł | cegiełka
        Sosna | Sośnie Sosen Sosny | sosnowy
        Panna | Pannie Panien | panienka
        Brzytwa | Brzytwie Brzytew | brzytewka
        Kropka | Kropce Kropek | kropla
        Zatoka | Zatoce Zatok | zatoczka
        Osada | Osadzie Osad | osadnik
        Chata | Chacie Chat | chatka
        Kosta | Koście Kost Kostę |
        Wola | Woli Wolę Wolą | wolny
        Kropla | Kropli Kroplę Kropel Kroplami | kropelka
        Świeca | Świecy Świecę Świec | świeczka
        Tarcza | Tarczy Tarczą Tarcz | tarczowy
        Wieża | Wieży Wież Wieżą | wieżowiec
        Burza | Burzy Burz | burzliwy
        Zosia | Zosi Zosię Zosią Zosiu | Zofia Zośka
        Natalia | Natalii Natalię Natalią Natalio | Natalka
        Gdynia | Gdyni Gdynię Gdynią | gdyński Gdynianka
        Armenia | Armenii Armenię | Armen armeński
        Stacja | Stacji Stację Stacje Stacjom | stacyjny
        Maja | Mai Maję Mają Majo | maj majowy
        Zoja | Zoi Zoję Zoją |
        Galea | Galei Galeę Galeą |
        VEGA | VEGI VEDZE VEGĘ |
        Statua | Statui Statuę | statuetka
        Vista | Viście Visty Vistę |
        Amfora | Amforze Amfory Amfor | amforka
        Okazja | Okazji Okazję | okazyjny
        jakość | jakości jakością | jakoś
        Kłodawa | Kłodawy Kłodawie | kłodawski
        pomoc | pomocy pomocą | pomocnik
        podróż | podróży podróżą podróże | podróżny
        Łódź | Łodzi Łodzią | łódzki łódka
        sól | soli solą sole | solny
        wieś | wsi wsią wsie | wiejski
        broń | broni bronią | bronić
        Białoruś | Białorusi Białorusią | białoruski
        odpowiedź | odpowiedzi odpowiedzią | odpowiedni
        ręka | ręki ręce rękę rąk rękami | rączka",
    );
}

#[test]
fn masculine_names_and_words_have_all_their_cases() {
    check_words(
        "Brzozek | Brzozka Brzozkowi Brzozkiem Brzozku Brzozkowie Brzozków | brzoza brzozowy
        Krzysiek | Krzyśka Krzyśkowi Krzyśkiem Krzyśku | krzyż Krzysia
        Franek | Franka Frankowi Frankiem | Frania
        Kaczor | Kaczora Kaczorowi Kaczorem Kaczorze Kaczory | kaczka
        Dzwonek | Dzwonka Dzwonkiem Dzwonki | dzwon
        wiek | wieku wiekiem | wka
        Sosnowiec | Sosnowca Sosnowcowi Sosnowcem Sosnowcu | sosnowy
        Wilczyniec | Wilczyńca Wilczyńcem Wilczyńcu |
        piec | pieca piecu piecem | pca
        Strzelec | Strzelca Strzelcowi Strzelcem | strzał
        Wróbel | Wróbla Wróblem Wróblu Wróble | wróblowy
        węgiel | węgla węglem węglu | węgielny
        hotel | hotelu hotelem hotele hoteli | hotla hotelowy
        Paweł | Pawła Pawłowi Pawłem Pawle | paw Pawełek
        Orzeł | Orła Orłem Orle Orły | orli orlik
        Osioł | Osła Osłem Ośle | ośli
        Anioł | Anioła Aniele Aniołów | anielski
        Stępień | Stępnia Stępniem Stępniowie | stępa
        grudzień | grudnia grudniu | gruda
        wyciek | wycieku wyciekiem | wycka
        Kamień | Kamienia Kamieniem Kamieniu | kamnia kamienny
        Uczeń | Ucznia Uczniem Uczniu | uczony
        Pierścień | Pierścienia Pierścieniem | pierścionek
        Aleksander | Aleksandra Aleksandrem Aleksandrze | Aleksandria
        minister | ministra ministrem ministrze ministrowie | ministerstwo
        Bober | Bobera Boberem Boberze | bobrowy
        Rybak | Rybaka Rybakiem Rybaku Rybakowie | rybny
        Zdrój | Zdroju Zdrojem | zdrojowy
        Tarnów | Tarnowa Tarnowowi Tarnowem Tarnowie | tarnowski tarnowy
        Wróg | Wroga Wrogiem Wrogowi | wróżba
        Nóż | Noża Nożem Nożu Noże | nożyk
        Jastrząb | Jastrzębia Jastrzębiem Jastrzębiu | jastrzębica
        Dąb | Dęba Dębu Dębem Dębie | dębowy
        Wąż | Węża Wężem Wężu Węże | wężyk
        Żuraw | Żurawia Żurawiem Żurawiu Żurawie | żurawina
        Wrocław | Wrocławia Wrocławiem Wrocławiu | wrocławski
        Poznań | Poznania Poznaniem Poznaniu | poznański poznać
        Oświęcim | Oświęcimia Oświęcimiem Oświęcimiu | oświęcimski
        Łoś | Łosia Łosiem Łosiu Łosie | łososia
        Kmieć | Kmiecia Kmieciem Kmieciowi | kmiecy
        Niedźwiedź | Niedźwiedzia Niedźwiedziem | niedźwiedzica
        Koń | Konia Koniem Koniu Końmi | konik
        Kowal | Kowala Kowalem Kowalu Kowale Kowali | kowalski
        Bugaj | Bugaja Bugajowi Bugajem Bugaju | bugajski
        Klucz | Klucza Kluczem Klucze Kluczy | kluczowy
        Janusz | Janusza Januszem Januszu Januszowi | Januszek
        Kalisz | Kalisza Kaliszem Kaliszu | kaliski
        Lekarz | Lekarza Lekarzem Lekarze | lekarka
        Sieradz | Sieradza Sieradzu Sieradzem | sieradzki
        Sandomierz | Sandomierza Sandomierzu | sandomierski
        Most | Mostu Moście Mosty | mostek
        Zjazd | Zjazdu Zjeździe | zjazdowy
        Świat | Świata Świecie Światem | światowy
        Słupsk | Słupska Słupsku Słupskiem Słupskowi | słupski
        Otwock | Otwocka Otwocku Otwockiem | otwocki
        Wałbrzych | Wałbrzycha Wałbrzychu Wałbrzychem | wałbrzyski
        klient | klienta klientowi kliencie klienci klientów | klientka
        kierownik | kierownika kierownicy kierowników | kierowniczka kierownica
        Norweg | Norwega Norwedzy Norwegów Norwegiem | norweski Norwegia
        Warszawianin | Warszawianina Warszawianinem Warszawianie Warszawian | warszawski
        Polak | Polaka Polacy Polaków Polakami | polski
        pies | psa psu psem psie psy psów | psi
        tydzień | tygodnia tygodniu tygodnie tygodni | tygodnik
        dzień | dnia dniu dni dniami | dzienny
        rok | roku rokiem lata lat latach | roczny
        Białystok | Białegostoku Białymstokiem Białymstoku | białostocki
        Wasyl | Wasyla Wasylowi Wasylem | Wasilewski",
    );
}

#[test]
fn surnames_like_adjectives_keep_to_their_gender() {
    check_words(
        "Brzozowski | Brzozowskiego Brzozowskiemu Brzozowskim Brzozowscy Brzozowskich | Brzozowska Brzozowskiej brzoza
        Brzozowska | Brzozowskiej Brzozowską Brzozowskie | Brzozowski Brzozowskiego
        Sławicki | Sławickiego Sławickim Sławiccy | Sławicka
        Zawadzka | Zawadzkiej Zawadzką | Zawadzki Zawada
        Kwaśny | Kwaśnego Kwaśnemu Kwaśnym | kwas
        Stary | Starego Staremu Starym Starzy Starych | Stara starość
        Jerzy | Jerzego Jerzemu Jerzym | Jerzyk
        Ignacy | Ignacego Ignacemu Ignacym |
        Limanowa | Limanowej Limanową Limanowy | limanowski
        Duda | Dudy Dudzie Dudę Dudą Dudowie Dudów | Dudek
        Zaręba | Zaręby Zarębie Zarębę Zarębowie | Zarębski
        Sapieha | Sapiehy Sapieże Sapiehę | sapieżyński
        Moniuszko | Moniuszki Moniuszce Moniuszkę Moniuszką | moniuszkowski
        Bagiełło | Bagiełły Bagielle Bagiełłę Bagiełłą | Bagiński
        Kazio | Kazia Kaziowi Kaziem Kaziu | Kazimierz
        Hryniewicz | Hryniewicza Hryniewiczowi Hryniewiczem Hryniewiczu Hryniewiczowie | Hryniewiecki
        gorący | gorąca gorące gorącego gorącej gorącym gorących | gorąco
        drogi | droga drogiego drogiej drogim drodzy | drożyzna
        duży | duża dużego dużej duzi dużych | dużo
        tani | tania taniego taniej tanich | taniec
        zadowolony | zadowolona zadowoleni zadowolonych | zadowolenie
        Słoneczne | Słonecznego Słonecznemu Słonecznym | słońce Słoneczna",
    );
}

#[test]
fn neuters_and_plurals_have_all_their_cases() {
    check_words(
        "miasto | miasta miastu miastem mieście miast miastami | miasteczko
        Gniezno | Gniezna Gnieznu Gnieznem Gnieźnie | gnieźnieński
        Bielsko | Bielska Bielsku Bielskiem | bielski
        Chojnowo | Chojnowa Chojnowu Chojnowie | chojnowski
        Jezioro | Jeziora Jeziorze Jezior Jeziorem | jeziorny
        okno | okna oknie okien oknami | okienko
        jabłko | jabłka jabłku jabłkiem jabłek | jabłoń
        źródło | źródła źródle źródeł | źródlany
        radio | radia radiu radiem | radiowy
        morze | morza morzu morzem mórz | morski
        Opole | Opola Opolu Opolem | opolski
        zdjęcie | zdjęcia zdjęciu zdjęć zdjęciami | zdejmować
        Podlasie | Podlasia Podlasiu Podlasiem | podlaski
        Świnoujście | Świnoujścia Świnoujściu | ujście
        imię | imienia imieniem imion imionami | imienny
        zwierzę | zwierzęcia zwierzęta zwierząt | zwierzak
        kurczę | kurczęcia kurczęta kurcząt | kurczak
        święta | świąt świętom świętami świętach | święty
        Puławy | Puław Puławom Puławami Puławach | puławski
        Kresy | Kresów Kresom Kresach | kresowy
        Gliwice | Gliwic Gliwicom Gliwicach | gliwicki
        Siedlce | Siedlec Siedlcom Siedlcach | siedlecki
        Pyzdry | Pyzdr Pyzdrom Pyzdrach | pyzdrzański
        Ząbki | Ząbek Ząbkom Ząbkach | ząbkowy
        Bielany | Bielan Bielanom Bielanach | bielański
        Węgry | Węgier Węgrom Węgrzech | węgierski
        Niemcy | Niemiec Niemcom Niemczech | niemiecki
        Indie | Indii Indiom Indiach | indyjski
        drzwi | drzwiom drzwiami drzwiach | drzwiowy
        śmieci | śmieciom śmieciami | śmietnik
        pieniądze | pieniędzy pieniędzmi | pieniężny
        centrum | centra centrów centrach | centralny centruma",
    );
}

#[test]
fn foreign_names_and_abbreviations_are_inflected_as_people_do() {
    check_words(
        "Vortex | Vortexa Vortexu Vortexem Vortexie Vorteksu Vorteksem | vorteksowy

        Fastgo | Fastga Fastgiem |
        NordPost | NordPostu NordPostem NordPoście | post poście
        zBank | zBanku zBankiem zBankowi | bank banku
        Kaldi | Kaldiego Kaldim |
        Moretti | Morettiego Morettiemu Morettim |
        Brooks | Brooksa Brooksem Brooksie |
        Murray | Murraya Murrayowi Murrayem |
        Sunplay | Sunplaya Sunplayu Sunplayem Sunplayowi | player
        Nordvale | | Nordvalia
        Skyte | Skytego |
        Globe | Globa Globem Globie |
        Hertmann | Hertmanna Hertmannowi Hertmannem Hertmannie Hertmannów | hertmannowy
        Alvander | Alvandera Alvanderze Alvanderem | alvandra
        Brosch | Broscha Broschem Broschu |
        Volt | Volta Voltem Volcie | wolta
        Ostrid | Ostridu Ostridzie Ostridem |
        Bright | Brighta Brightem Brightu |
        Marco | Marca Marcem Marcowi |
        Hugo | Hugona Hugonem Hugo |
        Rodeo | Rodeo | Rodea rodzaj
        Kakao | Kakao | kakaowy
        Café | Café | Caf
        ZUP | ZUPu ZUPem ZUPowi ZUPie | zupka zupny
        KRD | | krda
        PRS | PRSu PRSem PRSowi |
        TKO | | tka tkom
        IDEA | IDEI IDEĘ IDEĄ | idee-fixe
        UOKR | UOKRu UOKRem |
        Żółw24 | | Żółwia24
        Кефир | | кефира
        Bielsko-Biała | Bielsko-Białej Bielska-Białej Bielskiem-Białą | Bielski
        Kornik-Lipa | Kornika-Lipy Kornikiem-Lipą |",
    );
}
