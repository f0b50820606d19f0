//! First names, which tell whether the surname behind them is inflected: Anna Nowak, Anny Nowak; Jan Nowak, Jana Nowaka.

use super::lists::{Words, words};

/// Whether a word in small letters is a man's first name.
pub(super) fn is_man(lower: &str) -> bool {
    MEN.contains(lower)
}

/// Whether a word in small letters is a woman's first name.
pub(super) fn is_woman(lower: &str) -> bool {
    WOMEN.contains(lower)
}

/// Men's names met in Poland, sorted.
static MEN: Words = Words::new(|| {
    words(
        "\
    adam adolf adrian albert aleksander aleksiej aleksy alfred ambroży andrzej antek antoni arkadiusz
    artur august barnaba bartek bartosz bartłomiej bazyli benedykt bernard bill bogdan bogumił bogusław
    bohdan bolek bolesław bonawentura boris borys bronisław bruno błażej carlos cezary charles cyprian
    cyryl czesław damian daniel darek dariusz david dawid dmitrij dominik donald edmund edward elon
    emil emilian emmanuel eryk eugeniusz fabian feliks ferdynand filip florian franciszek franek franz
    fryderyk gabriel george gerard giovanni grzegorz grzesiek gustaw hans helmut henryk hieronim hubert
    hugo ignacy igor ireneusz iwan iwo jacek jakub james jan janek janusz jarek jarosław jean jeremi
    jerzy joachim joe john jose julian juliusz jurek jurij józef józek jędrzej kacper kajetan kamil
    karol kazik kazimierz klaudiusz klaus klemens konrad konstanty kordian kornel kosma krystian
    krzysiek krzysztof ksawery kuba kurt lech leon leonard leopold leszek lubomir lucjan ludwik luigi
    maciej maciek maks maksymilian marcel marceli marcin marek marian mario mariusz mark mateusz max
    melchior michael michał mieczysław mikołaj milan mirek miron mirosław misza miłosz norbert olaf
    olek olivier oliwier oskar otto ołeksandr pablo patryk paweł peter petro pierre piotr piotrek
    przemek przemysław radek radosław rafał rajmund remigiusz richard robert roman romek romuald rysiek
    ryszard sasza sebastian serhij seweryn siergiej stanisław stefan steve sylwester szczepan szymon
    sławek sławomir tadeusz teodor teofil thomas tobiasz tomasz tomek tymon tymoteusz tytus victor
    wacław waldek waldemar walenty walery wania wawrzyniec wiesiek wiesław wiktor wilhelm william
    wincenty wit witold wojciech wojtek wołodymyr władimir władysław włodek włodzimierz zbigniew
    zbyszek zdzisław zenek zenon ziemowit zygfryd zygmunt łukasz",
    )
});

/// Women's names met in Poland, sorted.
static WOMEN: Words = Words::new(|| {
    words(
        "\
    ada adela adrianna agata agnieszka aldona aleksandra alicja alina amelia anastazja aneta angela
    angelika ania anita anna antonina apolonia barbara basia beata beatrycze bernadeta blanka bogna
    bogumiła bogusława bożena bronisława brygida carmen cecylia celina czesława dagmara danuta daria
    diana dolores dominika dorota edyta ela elizabeth elżbieta emilia emma ewa ewelina fabiola felicja
    gabriela gabrysia genowefa gosia grażyna halina hania hanna helena henryka honorata ida iga ilona
    ines inga irena iris irmina iryna iwona iza izabela jadwiga jagna jagoda janina joanna jola jolanta
    judyta julia julita justyna józefa kaja kalina kamila karina karolina kasia katarzyna kazimiera
    kinga klara klaudia kornelia krystyna ksenia laura lena leokadia lidia liliana lucyna ludwika luiza
    magda magdalena maja malwina marcelina margaret maria marianna marika mariola marta martyna mary
    maryla marysia marzena matylda małgorzata melania michalina milena mirela miriam mirosława monika
    nadia natalia natasza nel nikola nina noemi oksana ola olena olga oliwia patrycja paula paulina
    pola regina renata roksana rozalia rut róża sabina sandra sara sonia stanisława stefania stella
    sylwia tamara teresa ula urszula wanda wera weronika wiesława wiktoria wioleta wioletta władysława
    zofia zosia zuza zuzanna zyta łucja żaneta",
    )
});
