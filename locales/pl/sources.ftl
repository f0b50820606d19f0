### Źródła i importy: skąd przychodzą posty i jak działa każde ze źródeł.

sources-title = Źródła
sources-lead = Skąd przychodzą posty i czy naprawdę coś przychodzi.
sources-feeds = Kanały RSS i strumienie
sources-empty = Nie ma jeszcze kanałów RSS
sources-empty-text = Dodaj adres kanału RSS serwisu, bloga lub forum. Pliki można wczytać poniżej.
sources-alarms =
    { $n ->
        [0] Wszystkie źródła działają
        [one] { $n } źródło wymaga uwagi
        [few] { $n } źródła wymagają uwagi
       *[other] { $n } źródeł wymaga uwagi
    }
sources-add = Dodaj kanał RSS
sources-add-title = Nowy kanał RSS
sources-add-send = Dodaj kanał RSS
sources-edit = Edytuj
sources-edit-title = Edycja: „{ $name }”
sources-edit-send = Zapisz
sources-cancel = Anuluj
sources-url = Adres kanału
sources-url-help = RSS, Atom albo JSON Feed; zaczyna się od https:// lub http://.
sources-name = Nazwa
sources-name-help = Puste pole oznacza adres serwisu.
sources-poll-minutes = Sprawdzaj co … minut
sources-poll-minutes-help = Najkrótsza przerwa między dwiema wizytami. Jeśli serwis prosi o dłuższe, to je dostaje.
sources-silence-minutes = Alarm po … minutach bez niczego nowego
sources-silence-minutes-help = Puste pole oznacza, że to źródło może milczeć dowolnie długo.
sources-minutes-bad = Pełna liczba od 1 do { $most }.
sources-pause = Wstrzymaj
sources-resume = Wznów
sources-poll-now = Sprawdź teraz
sources-polled = Sprawdzono. Nowe posty pojawią się za chwilę.
sources-added = Kanał dodano; trwa pierwsze sprawdzenie.
sources-saved = Zapisano.
sources-back = Wszystkie źródła
sources-not-there = Nie ma takiego źródła.

source-kind-feed = Kanał RSS
source-kind-files = Pliki
source-kind-replay = Odtwarzanie pliku
source-kind-simulator = Zmyślony świat wersji demonstracyjnej
source-trouble-silent = Milczy
source-trouble-failing = Nie da się odczytać
source-trouble-silent-text = Od dłuższego czasu, niż wolno temu źródłu, nie ma nic nowego. Sprawdź, czy serwis nadal publikuje i czy adres jest aktualny.
source-trouble-failing-text =
    { $n ->
        [one] Ostatnia wizyta się nie powiodła.
        [few] Ostatnie { $n } wizyty się nie powiodły.
       *[other] Ostatnich { $n } wizyt się nie powiodło.
    }
source-working = Działa
source-paused = Wstrzymane
source-waiting = Jeszcze niesprawdzone
source-alarm-since = alarm od { $at }

sources-state = Stan
sources-last-item = Najnowszy post
sources-last-new = Ostatnia nowość
sources-lag = Opóźnienie
sources-lag-help = Od publikacji do chwili, gdy zobaczył to Nabat; dla najnowszego posta.
sources-last-poll = Ostatnia wizyta
sources-next-poll = Następna wizyta
sources-accepted = Przyjęte
sources-matched = Pasujące do tematu
sources-repeated = Znane wcześniej
sources-refused = Odrzucone
sources-never = nigdy
sources-due-now = lada chwila
sources-in = za { $time }
sources-error = Ostatni błąd
sources-counts = Rekordy od dodania źródła
sources-added-at = Dodano

sources-refused-title = Co odrzucono i dlaczego
sources-refused-text = Ostatnie odrzucone rekordy. Nic nie ginie po cichu: każdy jest policzony, a jego początek widać tak, jak przyszedł.
sources-refused-none = Niczego nie odrzucono.
sources-refused-position = rekord { $n }
sources-refused-sample = Początek rekordu
sources-refused-empty-sample = Rekord jest pusty.
sources-gaps-title = Luki
sources-gaps-text = Okresy, z których źródło nic nie dało. Cisza na wykresie nic wtedy nie znaczy.
sources-gaps-none = Nie ma znanych luk.
sources-gap = { $from } – { $until }

refusal-syntax = Błąd składni
refusal-encoding = Nie da się odczytać jako tekst
refusal-missing-field = Brakuje potrzebnego pola
refusal-wrong-type = Pole ma zły typ lub wartość
refusal-bad-date = Daty nie da się odczytać albo jest niewiarygodna
refusal-too-large = Za duży
refusal-bad-network = Niedozwolona nazwa sieci
refusal-not-a-post = To nie post
refusal-cut-short = Urywa się w środku

imports-title = Wczytaj pliki
imports-lead = Archiwa i eksporty dowolnej wielkości, także spakowane gzipem. Nic nie opuszcza tego komputera.
imports-no-topics = Niczego jeszcze nie obserwujesz, więc z pliku nic nie zostanie zachowane. Najpierw dodaj temat.
imports-no-topics-add = Dodaj temat
imports-drop = Upuść pliki tutaj
imports-drop-now = Puść, aby dodać pliki
imports-pick = Wybierz pliki
imports-format = Format
imports-format-auto = Rozpoznaj samodzielnie
imports-mode = Jak je odczytać
imports-mode-live = Tak, jak było
imports-mode-live-text = Posty przechodzą całą drogę, jakby przyszły teraz: otwierają sprawy i mogą uruchomić alarm.
imports-mode-history = Jako historię
imports-mode-history-text = Wypełnia wykresy i uczy Nabat, co jest zwyczajne. Nie otwiera spraw, nie uruchamia alarmu.
imports-start =
    { $n ->
        [one] Wczytaj { $n } plik
        [few] Wczytaj { $n } pliki
       *[other] Wczytaj { $n } plików
    }
imports-chosen =
    { $n ->
        [one] Wybrano { $n } plik
        [few] Wybrano { $n } pliki
       *[other] Wybrano { $n } plików
    }
imports-remove = Usuń „{ $name }”
imports-waiting = Czeka na swoją kolej
imports-sending = Wysyłanie
imports-sending-progress = Wysłano { $done } z { $total }
imports-send-failed = Wysyłanie zostało przerwane
imports-again = Spróbuj ponownie
imports-again-text = To, co odczytano wcześniej, zostaje. Ponowne wczytanie pliku nie szkodzi: znane posty są rozpoznawane.
imports-send-again = Z tego pliku nic jeszcze nie przyjęto. Wyślij go ponownie.
imports-cancel = Zatrzymaj
imports-cancelled = Zatrzymano na Twoje polecenie
imports-leave = Pliki są jeszcze wysyłane. Wyjście ze strony przerwie wysyłanie.
imports-earlier = Importy
imports-none = Niczego jeszcze nie wczytano.
imports-file = Plik
imports-when = Początek
imports-state = Stan
imports-open = Raport: „{ $name }”
imports-report = Raport z importu
imports-back = Wszystkie źródła
imports-not-there = Nie ma takiego importu.
import-state-running = Trwa
import-state-done = Zakończony
import-state-failed = Przerwany
imports-progress = { $done } z { $total }
imports-progress-unknown = Odczytano { $done }
imports-accepted = Odczytane posty
imports-matched = Pasują do tematu, zachowane
imports-unmatched = Nie pasują do tematu, tylko policzone
imports-repeated = Już tu były
imports-refused = Odrzucone
imports-live-done = To, co wywołały te posty, widać na radarze, wśród incydentów i w skrzynce.
imports-to-incidents = Do incydentów
imports-mode-was-live = tak, jak było
imports-mode-was-history = jako historia
imports-took = Czas trwania: { $time }
imports-failed-unreadable = Pliku nie udało się odczytać do końca.
imports-failed-gzip = Spakowany plik jest uszkodzony.
imports-failed-gzip-bomb = Po rozpakowaniu plik jest o wiele większy niż jakiekolwiek archiwum postów. Dalej go nie czytano.
imports-failed-unknown-format = Nie rozpoznano formatu. Wybierz go samodzielnie i wczytaj plik ponownie.
imports-failed-no-text-column = W tabeli nie ma kolumny z treścią postów. Nazwij ją „text” i wczytaj plik ponownie.
imports-failed-interrupted = Nabat został zatrzymany w trakcie czytania tego pliku.
imports-failed-store-full = Dysk jest pełny. Zrób miejsce i wczytaj plik ponownie.
imports-failed-broken = Coś się zepsuło podczas czytania pliku.
imports-nothing-matched = Żaden post nie pasuje do tematu. Sprawdź zapytania swoich tematów i wczytaj plik ponownie: powtórzone posty nie szkodzą.
imports-to-topics = Do tematów

format-nabat = Własny JSONL Nabatu
format-telegram = Eksport z Telegram Desktop (result.json)
format-x-archive = Archiwum X (tweets.js)
format-x-api = JSON z X API v2
format-jetstream = JSONL z Bluesky Jetstream
format-mastodon = Posty z Mastodona
format-csv = CSV z nazwami kolumn
