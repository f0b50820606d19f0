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

topics-theirs = W czasie, gdy temat był otwarty, zapisał go ktoś inny. Jeśli teraz zapiszesz, Twoja wersja zastąpi tamtą; na liście wersji zostaną oba zapytania.
topics-theirs-compare = Porównaj zapytania
topics-theirs-take = Weź tamtą wersję

topics-history = Przeszukiwanie zachowanych postów
topics-history-progress = { $done } z { $total } postów
topics-history-text = Nowe zapytanie jest sprawdzane na postach, które już są w bazie. Możesz dalej pracować.

topics-preview = Co znajduje zapytanie
topics-preview-tabs = Co znajduje zapytanie, w szczegółach
topics-preview-posts = Posty
topics-preview-words = Formy słów
topics-preview-branches = Warianty
topics-preview-exclusions = Wykluczenia
topics-preview-empty = Napisz zapytanie, a tutaj pojawią się zachowane posty, które znajduje.
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
topics-preview-of =
    { $n ->
        [one] z { $n } sprawdzonego
        [few] z { $n } sprawdzonych
       *[other] z { $n } sprawdzonych
    }
topics-preview-newest = Sprawdzono tylko najnowsze; starsze zostaną sprawdzone po zapisaniu
topics-preview-negative = { $share } negatywnych
topics-preview-negative-of =
    { $n ->
        [one] z { $n } o znanym wydźwięku
        [few] z { $n } o znanym wydźwięku
       *[other] z { $n } o znanym wydźwięku
    }
topics-preview-share = Spodziewane: około { $share } wszystkich postów
topics-preview-share-much = Tylu nikt nie przeczyta: dodaj słowo, które musi wystąpić
topics-preview-days = Pasujące posty według dni
topics-preview-shown =
    { $n ->
        [one] Widoczny jest najnowszy.
        [few] Widoczne są { $n } najnowsze.
       *[other] Widocznych jest { $n } najnowszych.
    }
topics-preview-first = Wymieniono tylko { $n } pierwszych.
topics-preview-none-text = Wśród dotychczasowych postów nic nie ma. Użyj mniejszej liczby słów, samego początku słowa, np. kaw*, albo sprawdź pisownię.
topics-preview-no-posts = Nie ma jeszcze postów do przeszukania. Zapytanie zadziała na wszystkim, co nadejdzie.
topics-preview-broken = Zapytania nie da się jeszcze odczytać; poniżej wyniki jego ostatniej poprawnej wersji.
topics-query-error = Nie da się odczytać zapytania
topics-query-warning = Warto sprawdzić
topics-query-show-place = Pokaż miejsce

topics-branches-lead = Ile postów daje każdy wariant w OR. Wskaż wiersz, a zobaczysz jego miejsce w zapytaniu.
topics-branches-none = W zapytaniu nie ma wariantów z OR, które można by policzyć osobno.
topics-branch-nothing = nic nie daje
topics-branch-n =
    { $n ->
        [one] { $n } post
        [few] { $n } posty
       *[other] { $n } postów
    }
topics-branch-only =
    { $n ->
        [0] wszystkie są też w innych wariantach
        [one] { $n } tylko tutaj
        [few] { $n } tylko tutaj
       *[other] { $n } tylko tutaj
    }
topics-exclusions-lead = Co odrzuca każde NOT. Wskaż wiersz, a zobaczysz jego miejsce w zapytaniu.
topics-exclusions-none = Zapytanie niczego nie wyklucza.
topics-exclusion-nothing = niczego nie odrzuca
topics-exclusion-n =
    { $n ->
        [one] odrzuca { $n } post
        [few] odrzuca { $n } posty
       *[other] odrzuca { $n } postów
    }

topics-forms-lead = Każde słowo jest szukane we wszystkich formach. Kliknij formę, aby ją skreślić; kliknij ponownie, aby ją przywrócić.
topics-forms-none = W zapytaniu nie ma słów, które się odmieniają: =słowa, {"{"}słowa{"}"}, #hashtagi i słowa z * są brane dosłownie.
topics-forms-undo = Cofnij
topics-forms-capitals = Tylko wielką literą
topics-forms-ordinary = „{ $words }” to także zwykłe słowo. Szukać tylko zapisu wielką literą?
topics-forms-more =
    { $n ->
        [one] jeszcze { $n }: inne języki, alfabety, literówki
        [few] jeszcze { $n }: inne języki, alfabety, literówki
       *[other] jeszcze { $n }: inne języki, alfabety, literówki
    }
topics-forms-less = Pokaż mniej
topics-forms-own = Inna forma słowa „{ $word }”
topics-forms-own-short = inna forma
topics-forms-own-bad = Forma to jedno słowo z liter i cyfr.
topics-forms-add = Dodaj formę
topics-forms-posts =
    { $n ->
        [0] w żadnym poście
        [one] w { $n } poście
        [few] w { $n } postach
       *[other] w { $n } postach
    }
topics-forms-also-ordinary = to także zwykłe słowo
topics-forms-capital-only = to także zwykłe słowo: szukane tylko wielką literą
topics-forms-capital-told = „{ $name }” jest szukane tylko wielką literą, bo „{ $word }” to zwykłe słowo. Aby szukać także jego, dopisz w zapytaniu OR { $word }.
topics-forms-struck = skreślone: nie jest szukane

topics-why = Po co ta zmiana?
topics-why-help = Nieobowiązkowe. Będzie widoczne na liście wersji.
topics-compare = Co zmiana daje, a co traci
topics-compare-open = Co się zmieni?
topics-compare-of =
    { $n ->
        [one] Wśród { $n } zachowanego posta
        [few] Wśród { $n } zachowanych postów
       *[other] Wśród { $n } zachowanych postów
    }
topics-compare-newest = Starszych nie sprawdzano
topics-compare-brings = Przybywa
topics-compare-loses = Ubywa
topics-compare-brings-none = Nie przybywa żaden post.
topics-compare-loses-none = Nie ubywa żaden post.
topics-compare-unreadable-before = Wcześniejszego zapytania nie da się już odczytać, więc nie ma z czym porównać.
topics-compare-unreadable-after = Późniejszego zapytania nie da się odczytać, więc nie ma czego porównać.

topics-versions = Wersje zapytania
topics-versions-none = Od utworzenia tematu zapytania nie zmieniano.
topics-version-current = w użyciu
topics-version-take = Wstaw do edytora
topics-version-show = Pokaż różnicę
topics-version-same = te same posty
topics-version-uncounted = jeszcze nie policzono
topics-version-query = Zapytanie z { $when }
topics-version-posts =
    { $n ->
        [one] post
        [few] posty
       *[other] postów
    }
topics-version-difference =
    { $brings ->
        [one] Przybył { $brings } post
        [few] Przybyły { $brings } posty
       *[other] Przybyło { $brings } postów
    }, { $loses ->
        [one] ubył { $loses }
        [few] ubyły { $loses }
       *[other] ubyło { $loses }
    }

precision-panel = Jak często zapytanie trafia?
precision-lead = Oznacz 20 losowych postów, a Nabat oszacuje, ile ze znalezionych naprawdę dotyczy tematu.
precision-begin = Oznacz 20 postów
precision-again = Oznacz inne posty
precision-title = Próbka znalezionych postów
precision-about = około { $share } trafnych (od { $low } do { $high })
precision-of =
    { $n ->
        [one] oznaczono { $n } post, { $when }
        [few] oznaczono { $n } posty, { $when }
       *[other] oznaczono { $n } postów, { $when }
    }
precision-old = Od tego czasu zapytanie się zmieniło. Oznacz posty ponownie, aby zobaczyć, jak działa teraz.
precision-saved-query = Próbka dotyczy zapisanego zapytania, nie tego w edytorze.
precision-progress = Post { $at } z { $n }
precision-all-seen = To już wszystkie posty
precision-question = Czy ten post dotyczy tematu?
precision-right = Trafny
precision-wrong = Nietrafny
precision-skip = Pomiń
precision-back = Wstecz
precision-keys = Klawisze: Y lub → trafny, N lub ← nietrafny, S lub ↓ pomiń, B lub ↑ wstecz.
precision-nothing-marked = Nie oznaczono żadnego posta, więc nie ma czego szacować.
precision-counts = Trafne: { $right }, nietrafne: { $wrong }, pominięte: { $skipped }
precision-explained = Na 100 takich próbek około 95 obejmie prawdziwy udział. Im więcej oznaczeń, tym węższy przedział.
precision-so-far = Na razie: { $words }

topics-dialect-open = Zapytanie z innego narzędzia?
topics-dialect = Zapytanie z innego narzędzia
topics-dialect-tool = Napisane dla
topics-dialect-paste = Jego treść
topics-dialect-ours = W języku Nabatu
topics-dialect-empty = Wklej zapytanie powyżej, a tutaj pojawi się tłumaczenie.
topics-dialect-reading = Tłumaczę…
topics-dialect-unread = Zapytania nie da się jeszcze przetłumaczyć; miejsce zaznaczono powyżej.
topics-dialect-same = Tutaj znaczy to samo.
topics-dialect-note = Warto sprawdzić: tutaj czyta się to inaczej.
topics-dialect-notes =
    { $n ->
        [one] { $n } miejsce czyta się tutaj inaczej:
        [few] { $n } miejsca czyta się tutaj inaczej:
       *[other] { $n } miejsc czyta się tutaj inaczej:
    }
topics-dialect-take = Wstaw do edytora
dialect-brandwatch = Brandwatch
dialect-youscan = YouScan
dialect-sentione = SentiOne
dialect-powertrack = PowerTrack
dialect-lucene = Lucene

query-parts = Nazwane części
query-parts-lead = Część pisze się raz, a używa w wielu zapytaniach pod jej nazwą, np. $slowa_kryzysu. Zmiana części zmienia je wszystkie.
query-parts-empty = Nie ma jeszcze nazwanych części
query-parts-empty-text = Listy potrzebne w kilku tematach, np. słowa, które padają przy aferze, najlepiej trzymać w jednym miejscu.
query-part-add = Nowa część
query-part-edit = Edytuj
query-part-edit-title = Edycja: ${ $name }
query-part-query = Zapytanie części ${ $name }
query-part-name = Nazwa
query-part-name-help = Litery, cyfry i _; w zapytaniach stoi przed nią $.
query-part-name-bad = W nazwie mogą być tylko litery, cyfry i _, bez spacji.
query-part-saved = Zapisano. Każdy temat z ${ $name } używa nowej treści.
query-part-finds =
    { $n ->
        [0] Sama nie znajduje żadnego zachowanego posta.
        [one] Sama znajduje { $n } zachowany post.
        [few] Sama znajduje { $n } zachowane posty.
       *[other] Sama znajduje { $n } zachowanych postów.
    }
query-part-changes =
    { $n ->
        [one] Zapisanie zmieni { $n } temat.
        [few] Zapisanie zmieni { $n } tematy.
       *[other] Zapisanie zmieni { $n } tematów.
    }
query-part-breaks = „{ $user }” używa tej części i z nową treścią nie dałoby się go odczytać. Najpierw zmień je tam albo napisz część inaczej.
query-part-unused = Nigdzie nie jest używana
query-part-used-by = Używają jej
query-part-topic = temat { $id }
query-part-delete = Usuń
query-part-delete-title = Usunąć ${ $name }?
query-part-delete-text = Nic nie używa tej części. Jej treść zniknie razem z nią.
query-part-deleted = Usunięto ${ $name }.
query-part-in-use =
    { $n ->
        [one] Części nie można usunąć, dopóki jest używana. Najpierw usuń ją stąd:
        [few] Części nie można usunąć, dopóki jest używana. Najpierw usuń ją z tych miejsc:
       *[other] Części nie można usunąć, dopóki jest używana. Najpierw usuń ją z tych miejsc:
    }
query-part-offers =
    { $n ->
        [one] Pasuje { $n } część; Enter ją wstawia, Esc zamyka listę
        [few] Pasują { $n } części; strzałki wybierają, Enter wstawia, Esc zamyka listę
       *[other] Pasuje { $n } części; strzałki wybierają, Enter wstawia, Esc zamyka listę
    }

topics-syntax = Jak pisać zapytania
topics-syntax-guide = Cały język z przykładami (otwiera się w nowej karcie)
topics-syntax-group-joining = Łączenie słów
topics-syntax-space = oba słowa w dowolnej kolejności
topics-syntax-or = jedno z dwóch; | znaczy to samo
topics-syntax-minus = bez tego słowa
topics-syntax-not = to samo
topics-syntax-group = nawiasy grupują
topics-syntax-group-forms = Formy słowa
topics-syntax-forms = każda forma: reklamacji, reklamacją, także bez polskich znaków; nazwa wielką literą również innym alfabetem i w złym układzie klawiatury
topics-syntax-exact = tylko ta forma, wielkimi lub małymi literami
topics-syntax-cased = dokładnie tak: te wielkie litery, te polskie znaki
topics-syntax-list = bez formy (−), z dodatkową (+), tylko wielką literą (^)
topics-syntax-group-near = Blisko siebie
topics-syntax-phrase = te słowa obok siebie
topics-syntax-window = wszystkie w dowolnej kolejności, a między nimi najwyżej 3 inne słowa
topics-syntax-near = najwyżej 3 słowa pomiędzy, kolejność dowolna
topics-syntax-onear = to samo, w tej kolejności
topics-syntax-sent = oba w jednym zdaniu
topics-syntax-group-pieces = Fragmenty słów
topics-syntax-prefix = tak się zaczyna; co najmniej 3 litery
topics-syntax-infix = zawiera to; co najmniej 4 litery
topics-syntax-letter = ? to dowolna jedna litera lub cyfra
topics-syntax-fuzzy = z jedną literą błędną, zgubioną albo zbędną; co najmniej 5 liter
topics-syntax-group-tags = Hashtagi i konta
topics-syntax-tag = hashtag
topics-syntax-handle = wzmianka o koncie
topics-syntax-group-fields = Gdzie, czyje i jakie
topics-syntax-author = posty tego autora
topics-syntax-network = posty z jednej sieci
topics-syntax-lang = posty w jednym języku
topics-syntax-title = w tytule
topics-syntax-site = z tej strony i jej poddomen
topics-syntax-url = z linkiem, który to zawiera
topics-syntax-type = post, reply (odpowiedź), repost, quote (cytat), review (opinia), article (artykuł) lub form (formularz)
topics-syntax-has = z obrazem, filmem (video), dźwiękiem (audio), plikiem (file), linkiem, hashtagiem, wzmianką (mention), oceną (rating) lub emoji
topics-syntax-followers = posty autorów o tylu obserwujących; * oznacza brak granicy
topics-syntax-sentiment = negative, neutral lub positive: wydźwięk
topics-syntax-field-list = jedna z kilku wartości
topics-syntax-group-order = Porządek w zapytaniu
topics-syntax-part = nazwana część, wspólna dla kilku tematów
topics-syntax-comment = uwaga dla współpracowników; nie jest szukana
topics-syntax-example-space = bank aplikacja
topics-syntax-example-or = aplikacja OR strona
topics-syntax-example-minus = zamek -błyskawiczny
topics-syntax-example-not = zamek NOT błyskawiczny
topics-syntax-example-group = bank (kolejka OR opłata)
topics-syntax-example-forms = reklamacja
topics-syntax-example-exact = =reklamacja
topics-syntax-example-cased = {"{"}Żubr{"}"}
topics-syntax-example-list = Żubr[-żubrami +żubrzyk ^]
topics-syntax-example-phrase = "nigdy więcej"
topics-syntax-example-window = "karta zablokowana"~3
topics-syntax-example-near = karta NEAR/3 blokada
topics-syntax-example-onear = karta ONEAR/3 blokada
topics-syntax-example-sent = bank SENT oszustwo
topics-syntax-example-prefix = reklamacj*
topics-syntax-example-infix = *wyciek*
topics-syntax-example-letter = Kowalsk?
topics-syntax-example-fuzzy = Piekarnia~1
topics-syntax-example-tag = #aferakurierska
topics-syntax-example-handle = @piekarniapolnoc
topics-syntax-example-author = author:anna_k
topics-syntax-example-network = network:telegram
topics-syntax-example-lang = lang:pl
topics-syntax-example-title = title:wycofanie
topics-syntax-example-site = site:forum.example
topics-syntax-example-url = url:"/wycofanie"
topics-syntax-example-type = type:review
topics-syntax-example-has = has:image
topics-syntax-example-followers = followers:[1000 TO *]
topics-syntax-example-sentiment = sentiment:negative
topics-syntax-example-field-list = lang:(pl OR en)
topics-syntax-example-part = $slowa_kryzysu
topics-syntax-example-comment = <<< uzgodnione z prawnikami >>>

guide-title = Jak pisać zapytania
guide-contents = Spis treści
guide-example = Przykład
guide-table = Tabela
