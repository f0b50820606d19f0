### Skrzynka: lista spraw i jedna sprawa w szczegółach.

inbox-title = Skrzynka
inbox-search = Szukaj w postach
inbox-search-hint = Słowa, autor
inbox-search-clear = Wyczyść wyszukiwanie
inbox-order = Kolejność
inbox-order-due = Najpierw pilne
inbox-order-newest = Najpierw najnowsze
inbox-filters = Filtry
inbox-filters-n = Filtry ({ $n })
inbox-filters-clear = Wyczyść filtry
inbox-filter-state = Stan
inbox-filter-topic = Temat
inbox-filter-network = Sieć
inbox-filter-lang = Język posta
inbox-filter-incident = Incydent
inbox-filter-assignee = Kto się zajmuje
inbox-any-topic = Każdy temat
inbox-any-network = Każda sieć
inbox-any-lang = Każdy język
inbox-any-incident = Każdy incydent
inbox-any-assignee = Ktokolwiek
inbox-state-waiting = Czekające
inbox-state-all = Wszystkie
inbox-assignee-me = Ja
inbox-incident-option = Nr { $id }: { $topic }
inbox-new =
    { $n ->
        [one] { $n } nowa sprawa
        [few] { $n } nowe sprawy
       *[other] { $n } nowych spraw
    }
inbox-new-many = Ponad { $n } nowych spraw
inbox-done =
    { $n ->
        [one] { $n } już spoza listy
        [few] { $n } już spoza listy
       *[other] { $n } już spoza listy
    }
inbox-refresh = Odśwież listę
inbox-list = Sprawy
inbox-case = Jedna sprawa
inbox-row-left = już spoza listy
inbox-end = Koniec listy
inbox-loading-more = Wczytuję kolejne sprawy…
inbox-empty-waiting = Nikt nie czeka
inbox-empty-waiting-text = Na każdy post, który tego wymagał, udzielono odpowiedzi albo sprawę eskalowano lub zamknięto. Nowe pojawią się tu same.
inbox-empty-filter = Żadna sprawa nie pasuje
inbox-empty-filter-text = Zmień szukane słowa albo filtry powyżej.
inbox-pick = Nie wybrano sprawy
inbox-pick-text = Wybierz sprawę z listy albo naciśnij J, aby otworzyć pierwszą.
inbox-back = Wróć do listy
inbox-next = Następna sprawa
inbox-previous = Poprzednia sprawa

inbox-keys = Skrzynka
inbox-key-next = Następna sprawa
inbox-key-previous = Poprzednia sprawa
inbox-key-open = Przejdź do sprawy
inbox-key-answer = Odpowiedz
inbox-key-escalate = Eskaluj
inbox-key-close = Zamknij z podaniem powodu
inbox-key-take = Przyjmij sprawę
inbox-key-assign = Przydziel komuś
inbox-key-release = Zwolnij sprawę
inbox-key-note = Dodaj notatkę
inbox-key-reopen = Otwórz ponownie
inbox-key-new = Pokaż nowe sprawy
inbox-key-search = Szukaj

case-state-new = Nowa
case-state-in-work = W toku
case-state-answered = Z odpowiedzią
case-state-escalated = Eskalowana
case-state-closed = Zamknięta
case-nobody = jeszcze nikt
case-you = Ty
case-assignee = Zajmuje się
case-number = Sprawa { $id }

clock-calm = zostało { $time }
clock-soon = zostało { $time }
clock-late = { $time } po terminie
clock-due = Odpowiedź do { $at }
clock-was-due = Termin odpowiedzi minął { $at }
clock-stopped = Załatwiona w { $time }
clock-stopped-late = Załatwiona po { $time }, za późno o { $over }

case-take = Przyjmij
case-assign = Przydziel
case-release = Zwolnij
case-answer = Odpowiedz
case-escalate = Eskaluj
case-close = Zamknij
case-reopen = Otwórz ponownie
case-note = Notatka
case-steps = Co zrobić z tą sprawą

case-answer-title = Zapisz odpowiedź
case-answer-help = Nabat sam niczego nie publikuje. Odpowiedz w sieci, a potem zachowaj tutaj link albo treść odpowiedzi.
case-answer-open = Otwórz post, aby odpowiedzieć
case-answer-link = Link do odpowiedzi
case-answer-words = Treść odpowiedzi
case-answer-either = Potrzebny jest link albo treść.
case-answer-send = Odpowiedziano ręcznie, potwierdzam
case-escalate-title = Eskalacja
case-escalate-help = Przekaż sprawę komuś, kto musi podjąć decyzję. Czas na odpowiedź przestaje płynąć.
case-escalate-to = Do kogo
case-escalate-nobody = Ktoś spoza Nabatu
case-escalate-words = Dlaczego i co trzeba rozstrzygnąć
case-escalate-send = Eskaluj
case-close-title = Zamknięcie bez odpowiedzi
case-close-reason = Powód
case-close-reason-missing = Wybierz powód.
case-close-words = Własnymi słowami
case-close-words-help = Wystarczy jedno zdanie: za miesiąc każdy ma zrozumieć, dlaczego.
case-close-send = Zamknij sprawę
case-reopen-title = Ponowne otwarcie
case-reopen-words = Dlaczego
case-reopen-send = Otwórz sprawę ponownie
case-note-title = Notatka
case-note-words = Co powinien wiedzieć zespół
case-note-send = Zapisz notatkę
case-assign-title = Przydział
case-assign-to = Komu
case-assign-send = Przydziel
case-cancel = Anuluj
case-words-left =
    { $n ->
        [one] Został { $n } znak
        [few] Zostały { $n } znaki
       *[other] Zostało { $n } znaków
    }
case-words-over =
    { $n ->
        [one] O { $n } znak za dużo
        [few] O { $n } znaki za dużo
       *[other] O { $n } znaków za dużo
    }

close-reason-no-answer-needed = Nie wymaga odpowiedzi
close-reason-not-about-us = Nie o nas
close-reason-spam = Spam
close-reason-duplicate = Duplikat
close-reason-settled-elsewhere = Załatwione gdzie indziej
close-reason-provocation = Prowokacja

case-conflict = Ktoś był szybszy
case-conflict-text = Sprawa zmieniła się w trakcie Twojej pracy, więc nic jeszcze nie zapisano. Twój tekst wciąż tu jest.
case-conflict-step = Sprawa zmieniła się, zanim dotarł Twój krok, więc go nie wykonano. Najpierw zobacz zmianę, potem zdecyduj jeszcze raz.
case-conflict-entry = { $who }: { $what }
case-conflict-again = Wyślij mimo to
case-conflict-cannot = W nowym stanie sprawy ten krok nie jest możliwy.
case-conflict-dismiss = Wiem o tym
case-changed-live = Zmiana przed chwilą

case-post = Post
case-thread-before = Wcześniej w wątku
case-thread-after = Później w wątku
case-thread-more =
    { $n ->
        [one] Pokaż { $n } wcześniejszy post
        [few] Pokaż { $n } wcześniejsze posty
       *[other] Pokaż { $n } wcześniejszych postów
    }
case-versions = Wersje posta
case-version-created = Opublikowano
case-version-revised = Zmiana przez autora
case-version-deleted = Usunięto z sieci
case-version-restored = Przywrócono
case-edited =
    { $n ->
        [one] Post zmieniono raz. Widoczna jest najnowsza wersja.
        [few] Post zmieniono { $n } razy. Widoczna jest najnowsza wersja.
       *[other] Post zmieniono { $n } razy. Widoczna jest najnowsza wersja.
    }
case-deleted = Usunięto z sieci { $when }. Nabat zachowuje treść.
case-versions-show = Pokaż wersje
case-history = Historia sprawy
case-step-opened = Otwarto sprawę
case-step-assign = Przydzielono: { $to }
case-step-taken = Przyjęto do pracy
case-step-release = Zwolniono dla wszystkich
case-step-answer = Udzielono odpowiedzi
case-step-escalate = Eskalowano
case-step-escalate-to = Eskalowano: { $to }
case-step-close = Zamknięto
case-step-close-reason = Zamknięto: { $reason }
case-step-reopen = Otwarto ponownie
case-step-note = Notatka
case-step-link = Link do odpowiedzi
case-by-nabat = Nabat
case-by-unknown = Ktoś spoza obecnego zespołu
case-topics = Tematy
case-topic-archived = temat w archiwum
case-incident = Incydent
case-no-original = Źródło nie podało linku do oryginału.
