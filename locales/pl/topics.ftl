### Tematy: co obserwujemy i jakie zapytania to znajdują.

topics-title = Tematy
topics-lead = Temat to coś, co Nabat obserwuje: marka, produkt, osoba. Zapytanie określa, które posty do niego należą.
topics-add = Nowy temat
topics-list = Obserwowane tematy
topics-show-archived = Pokaż archiwalne
topics-empty = Niczego jeszcze nie obserwujesz
topics-empty-text = Posty, które nie pasują do żadnego tematu, są liczone, ale nie są zachowywane. Zacznij od nazwy swojej firmy.
topics-name = Nazwa
topics-kind = Rodzaj
topics-query = Zapytanie
topics-answers = Wymaga odpowiedzi
topics-within = Czas na odpowiedź
topics-state-archived = W archiwum
topics-open-chart = Wykres
topics-edit = Edytuj
topics-edit-named = Edycja: „{ $name }”
topics-new-title = Nowy temat
topics-edit-title = Edycja tematu
topics-archived-since = W archiwum od: { $when }. Nic nowego się nie zbiera, a to, co znaleziono, zostaje.

topic-kind-brand = Marka
topic-kind-product = Produkt
topic-kind-person = Osoba
topic-kind-account = Konto
topic-kind-hashtag = Hashtag
topic-kind-competitor = Konkurent
topic-kind-industry = Branża
answers-every = Każdy post
answers-addressed = Tylko skierowane do nas
answers-none = Żaden
answers-every-help = Każdy cudzy post otwiera sprawę; samo udostępnienie nie.
answers-addressed-help = Sprawę otwierają odpowiedzi, opinie, formularze i posty, w których wymieniono jakieś konto. Reszta jest liczona.
answers-none-help = Temat jest liczony i może uruchomić alarm, ale nie otwiera spraw.

topics-name-help = Tak, jak mówi o tym Twój zespół. Nazwę widać w skrzynce i na radarze.
topics-query-help = Słowa, frazy i znaki, które post musi zawierać.
topics-within-minutes = Czas na odpowiedź w minutach
topics-within-help = Po tym czasie zegar sprawy robi się czerwony.
topics-within-bad = Pełna liczba minut od 1 do { $most }, czyli do tygodnia.
topics-save = Zapisz
topics-create = Utwórz temat
topics-cancel = Anuluj
topics-saved = Zapisano. Trwa ponowne przeszukiwanie zachowanych postów.
topics-created = Utworzono. Trwa przeszukiwanie zachowanych postów.
topics-archive = Przenieś do archiwum
topics-archive-confirm = Przenieść temat do archiwum?
topics-archive-text = Nabat przestanie zbierać posty dla tematu „{ $name }”, ale niczego nie zamknie: posty, sprawy i incydenty zostają, a temat można w każdej chwili przywrócić.
topics-restore = Obserwuj ponownie
topics-leave = Wyjść bez zapisywania?
topics-leave-text = Zmiany w tym temacie nie są zapisane.
topics-leave-stay = Zostań tutaj
topics-leave-go = Wyjdź bez zapisywania

topics-history = Przeszukiwanie zachowanych postów
topics-history-progress = { $done } z { $total } postów
topics-history-text = Nowe zapytanie jest sprawdzane na postach, które już są w bazie. Możesz dalej pracować.

topics-preview = Co znajduje zapytanie
topics-preview-empty = Napisz zapytanie, a zobaczysz, które zachowane posty by znalazło.
topics-preview-looking = Szukam…
topics-preview-count =
    { $n ->
        [0] Żaden zachowany post nie pasuje
        [one] Pasuje { $n } zachowany post
        [few] Pasują { $n } zachowane posty
       *[other] Pasuje { $n } zachowanych postów
    }
topics-preview-count-more =
    { $n ->
        [one] Pasuje co najmniej { $n } zachowany post
        [few] Pasują co najmniej { $n } zachowane posty
       *[other] Pasuje co najmniej { $n } zachowanych postów
    }
topics-preview-scanned =
    { $n ->
        [one] Przeszukano { $n } post
        [few] Przeszukano { $n } posty
       *[other] Przeszukano { $n } postów
    }
topics-preview-newest = Przeszukano najnowsze posty; starsze zostaną sprawdzone po zapisaniu.
topics-preview-shown =
    { $n ->
        [one] Widoczny jest najnowszy.
        [few] Widoczne są { $n } najnowsze.
       *[other] Widocznych jest { $n } najnowszych.
    }
topics-preview-none-text = Wśród dotychczasowych postów nic nie ma. Użyj mniejszej liczby słów, samego początku słowa, np. kaw*, albo sprawdź pisownię.
topics-preview-no-posts = Nie ma jeszcze postów do przeszukania. Zapytanie zadziała na wszystkim, co nadejdzie.
topics-preview-broken = Zapytania nie da się jeszcze odczytać; poniżej wyniki jego ostatniej poprawnej wersji.
topics-query-error = Nie da się odczytać zapytania
topics-query-warning = Warto sprawdzić
topics-query-show-place = Pokaż miejsce

topics-syntax = Jak pisać zapytania
topics-syntax-space = oba słowa w dowolnej kolejności
topics-syntax-or = jedno z dwóch
topics-syntax-not = to samo, dłużej
topics-syntax-minus = bez tego słowa
topics-syntax-group = nawiasy grupują
topics-syntax-phrase = te słowa obok siebie
topics-syntax-prefix = każde słowo o takim początku
topics-syntax-tag = hasztag
topics-syntax-handle = wzmianka o koncie
topics-syntax-author = posty tego autora
topics-syntax-network = posty z jednej sieci
topics-syntax-lang = posty w jednym języku
topics-syntax-example-space = bank aplikacja
topics-syntax-example-or = aplikacja OR strona
topics-syntax-example-not = zamek NOT błyskawiczny
topics-syntax-example-minus = zamek -błyskawiczny
topics-syntax-example-group = bank (kolejka OR opłata)
topics-syntax-example-phrase = "nigdy więcej"
topics-syntax-example-prefix = reklamacj*
topics-syntax-example-tag = #aferakurierska
topics-syntax-example-handle = @piekarniapolnoc
topics-syntax-example-author = author:anna_k
topics-syntax-example-network = network:telegram
topics-syntax-example-lang = lang:pl

topics-versions = Wcześniejsze wersje zapytania
topics-versions-none = Od utworzenia tematu zapytania nie zmieniano.
topics-version-current = w użyciu
topics-version-take = Wstaw do edytora
