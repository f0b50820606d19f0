//! Words that have no cases: verbs, adverbs, prepositions, conjunctions, particles, numbers. In a query they stay as written.

use super::lists::{Words, as_written, words};
use super::word::{Word, ends_in};
use crate::letters::fold;

/// Whether a word stays as it is.
pub(super) fn is_unchanging(word: &Word) -> bool {
    let lower = word.lower.as_str();
    if !lower.chars().all(char::is_alphabetic) || lower.chars().count() < 2 {
        return true;
    }
    if WORDS.contains(lower) {
        return !word.is_shouted;
    }
    if !word.is_name && word.is_plain && TYPED.contains(lower) {
        return true;
    }
    // Names may end like verbs: Michał, Rzecz.
    !word.is_name && is_verb_or_adverb(lower)
}

/// Whether a form in small letters, as written or typed without Polish letters, is a word without cases.
pub(super) fn is_function_word(form: &str) -> bool {
    WORDS.contains(form)
}

/// Whether a word in small letters ends like a verb or an adverb.
fn is_verb_or_adverb(lower: &str) -> bool {
    if NOUNS.contains(lower) {
        return false;
    }
    let endings = [
        "ować", "ywać", "iwać", "nąć", "uję", "ują", "uje", "ujesz", "ujemy", "ujecie", "ował", "owała",
        "owało", "owali", "owały", "łem", "łam", "liśmy", "łyśmy", "liście", "łyście", "łby", "łaby", "liby",
        "ają", "eją", "dzą", "szą", "czą", "cię", "szę", "dzę", "czę", "żę", "ięto", "ywał", "ywała",
        "ywali", "iwał", "iwała", "iwali", "ąc", "szy się", "lnie", "cznie", "wnie", "śnie", "źnie", "żnie",
        "dnie", "tnie", "pnie", "mnie", "yjnie", "kają", "owano", "awano", "acie", "iłem", "iłam",
    ];
    if ends_in(lower, &["ać", "eć", "ić", "yć", "uć", "ąć", "ść się"]) || ends_in(lower, &endings) {
        return true;
    }
    // Third persons in -am, -ę of verbs: polecam, dziękuję, proszę.
    lower.ends_with('ę')
}

/// Nouns that end like verbs or adverbs.
static NOUNS: Words = Words::new(|| {
    words(
        "\
    nić sieć pamięć chęć śmierć ćwierć płeć gość kość tysiąc miesiąc zając imię zwierzę dziecię cielę
    jagnię kurczę plemię ramię siemię strzemię wymię znamię prosię źrebię książę świnie ognie stajnie
    zaćma zięć pięć dziewięć dziesięć nać mać powieść postać kiść wnuczę dziewczę pacholę napięcie
    zajęcie zdjęcie przyjęcie życie pokolenie odzież dno bezprawie południe popołudnie tygodnie
    wschodnie dnie ostatnie letnie cło kłam salam reklam osoba bracie kwiecie świecie wacie czacie
    poznać smoła",
    )
});

/// Words without cases.
static WORDS: Words = Words::new(|| {
    as_written(
        "\
    a aby acz aczkolwiek albo albowiem ale ależ ani aż bardzo bez bezpośrednio bije blisko bo boję boli
    bowiem by byli bywa być był była było były będzie będziecie będziemy będziesz będą będę chcemy chcą
    chcę chociaż choć chyba ci ciągle cię co cokolwiek coraz coś czasami czasem czego czegoś czeka
    czekają czekam czemu cztery czy czyli czym często daje dają dalej daleko dawno dla dlaczego dlatego
    do dobrze dokąd dookoła dopiero dostał dostałem dosyć dotąd dość drogo dużo dwa dwie działa
    działają działało dziesięć dziewięć dzisiaj dziękuję dziś dzwoni dzwonią fajnie gdy gdyby gdyż
    gdzie gdzieś go gorzej i ich idzie idą ile im inaczej iż ja jadą jak jaka jakby jaki jakie jako
    jakoś je jednak jednakże jedzie jego jej jemu jest jestem jesteś jesteście jesteśmy jeszcze jeśli
    jeżeli jutro już każe każą kiedy kiedyś kocham kogo komu kosztuje kradnie kradną kto ktoś która
    które którego której który których którym którzy którą ku kupię kupił kupiła kłamie kłamią lepiej
    leży lub lubię ma macie mają mam mamy masz mało mi mimo między mnie mniej mną mogą mogę moja moje
    mojego może możemy możesz można mu musi musimy musisz muszą muszę my mój mówi mówią na nad nadal
    nadto nagle naj najbardziej najgorzej najlepiej najpierw nam nami naokoło naprawdę naprzeciw
    naprzeciwko nas natomiast nawet nawzajem nic niczego niczym nie niech niedawno niemal nienawidzę
    niestety niezbyt nieźle nigdy nigdzie nikogo nikt nim nimi niż no np o obecnie obok od odnośnie ok
    okej około on ona one oni ono oprócz oraz osiem oszukali oszukał oszukała oszukują oto owszem padł
    padła pełno pije piją pięknie pięć po pod podczas podobno poleca polecam polecamy pomimo ponad
    ponieważ poniżej ponownie poprzez potem powinien powinna powinni powinno powoli powyżej poza pośród
    prawie przecież przeciw przeciwko przed przede przestał przestało przez przy prócz później płaci
    płacę raczej rano raz razem robi robią robię rośnie rzadko sam samo siebie siedem się skoro skąd
    sobie sobą spod spoza spośród spóźnia sto stoi stoją stąd super swoje swój sześć szkoda szuka
    szukam szybko są ta tak taka taki takie tam tamta tamten tanio tego tej temu ten też to tobie tobą
    traci trochę truje trują trzeba trzej trzy tu tutaj twoja twoje twój ty tych tyle tylko tym tymi tę
    tędy u uważaj uważajcie w wali wam wami warto was wasz wasza wcale wciąż wcześnie wcześniej wczoraj
    we według wewnątrz wg wie wiedzą wiele wielu wiem wiemy wisi więc więcej wkrótce wobec wokół wolno
    wolę wreszcie wskutek wszystko wszędzie wtedy wtem wy wybuchł wybuchło wysłali wysłał wzdłuż
    względem wśród z za zamiast zanim zaraz zatem zawiodła zawiodło zawiódł zawsze zbyt zepsuło zero
    zewsząd zgłaszam zgłoś znad znika zniknął zniknęło znowu znów został została zostało zostały zwykle
    zwłaszcza złamał śmierdzi śmierdzą śpi źle żaden żadna żadne że żeby żegnam żąda żądam",
    )
});

/// The longer of these words as typed without Polish letters, but for those that then look like a noun.
static TYPED: Words = Words::new(|| {
    let is_noun = |typed: &str| {
        matches!(typed, "maja" | "place" | "kupie" | "pija" | "zada" | "pala" | "wiec" | "piec")
    };
    let typed = WORDS.iter().filter(|word| word.chars().count() > 3).map(|word| fold(word));
    typed.filter(|typed| !is_noun(typed)).map(Into::into).collect()
});
