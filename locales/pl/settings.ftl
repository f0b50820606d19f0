### Ustawienia, logowanie i pierwsze uruchomienie.

signin-title = Logowanie
signin-lead = Dzwon, który bije, gdy wybucha pożar.
signin-login = Login
signin-password = Hasło
signin-send = Zaloguj się
signin-demo = To wersja demonstracyjna: firma, ludzie i wszystkie posty są zmyślone. Odśwież stronę, aby wejść ponownie.
signin-forgotten = Nie pamiętasz hasła? Nowe może Ci ustawić każda zalogowana osoba w Ustawieniach, w części Ludzie.

setup-title = Witaj w Nabacie
setup-lead = Trzy kroki: Ty, temat do obserwowania i źródło. Wszystko zostaje na tym komputerze.
setup-organisation = Twoja organizacja
setup-organisation-help = Widoczna w raportach i w nagłówku User-Agent przy czytaniu kanałów.
setup-name = Imię i nazwisko
setup-name-help = Zespół widzi je przy tym, co robisz.
setup-login = Login
setup-login-help = To, co będziesz wpisywać przy logowaniu.
setup-password = Hasło
setup-send = Zaczynamy
password-rule =
    { $n ->
        [one] Co najmniej { $n } znak. Zdanie łatwiej zapamiętać niż symbole.
        [few] Co najmniej { $n } znaki. Zdanie łatwiej zapamiętać niż symbole.
       *[other] Co najmniej { $n } znaków. Zdanie łatwiej zapamiętać niż symbole.
    }
password-short =
    { $n ->
        [one] Brakuje { $n } znaku
        [few] Brakuje { $n } znaków
       *[other] Brakuje { $n } znaków
    }
password-enough = Wystarczająco długie
password-show = Pokaż
password-hide = Ukryj

settings-title = Ustawienia
settings-sections = Działy ustawień
settings-saved = Zapisano.
settings-save = Zapisz
settings-cancel = Anuluj
settings-needed = To pole jest potrzebne.
settings-language = Język interfejsu

profile-title = Mój profil
profile-lead = Twoje imię, język i hasło.
profile-name = Imię i nazwisko
profile-login = Login
profile-password-title = Nowe hasło
profile-password-old = Obecne hasło
profile-password-new = Nowe hasło
profile-password-send = Zmień hasło
profile-password-saved = Hasło zmieniono.
profile-password-wrong = To nie jest Twoje obecne hasło.
profile-sign-out = Wyloguj się

people-title = Ludzie
people-lead = Kto pracuje z Nabatem. Kont się nie usuwa, tylko wyłącza: to, co ktoś zrobił, pozostaje podpisane.
people-add = Dodaj osobę
people-add-title = Nowa osoba
people-add-send = Dodaj
people-added = Dodano: { $name }. Login i hasło przekaż samodzielnie, bo Nabat nie wysyła poczty.
people-name = Imię i nazwisko
people-login = Login
people-password = Pierwsze hasło
people-language = Język
people-state = Stan
people-do = Dostęp
people-active = Konto aktywne
people-off = Konto wyłączone
people-switch-off = Wyłącz
people-switch-on = Włącz
people-switch-off-confirm = Wyłączyć konto: { $name }?
people-switch-off-text = Ta osoba zostanie od razu wylogowana i nie zaloguje się ponownie. Jej sprawy pozostają przy niej, dopóki nie przydzielisz ich komuś innemu.
people-you = Ty
people-new-password = Nowe hasło
people-new-password-title = Nowe hasło: { $name }
people-new-password-send = Ustaw hasło
people-new-password-saved = Nowe hasło ustawiono ({ $name }). Przekaż je samodzielnie.

tokens-title = Klucze dostępu
tokens-lead = Klucza używają programy, które czytają i zapisują przez API. Klucz może tyle, co Ty.
tokens-add = Utwórz klucz
tokens-name = Do czego służy
tokens-name-help = Żeby było wiadomo, który kiedyś unieważnić.
tokens-created = Utworzono
tokens-used = Ostatnie użycie
tokens-never = nigdy
tokens-none = Nie ma żadnych kluczy.
tokens-revoke = Unieważnij
tokens-revoke-confirm = Unieważnić klucz „{ $name }”?
tokens-revoke-text = Programy, które go używają, stracą dostęp od razu. Tego nie da się cofnąć.
tokens-revoked = Klucz unieważniono.
tokens-api = Opis API (OpenAPI)

secret-title = Skopiuj teraz
secret-token = Klucz widać tylko ten jeden raz. Nabat zachowuje wyłącznie jego odcisk.
secret-webhook = Sekret podpisu widać tylko ten jeden raz. Odbiorca sprawdza nim, czy wiadomości naprawdę przychodzą stąd.
secret-copy = Kopiuj
secret-copied = Skopiowano
secret-done = Mam zapisane

alerts-title = Alarmy
alerts-lead = Jak Nabat da znać, że coś się pali.
alerts-browser = W tej przeglądarce
alerts-browser-text = Dopóki karta z Nabatem jest otwarta, alarm słychać i widać tutaj: dźwięk, tytuł karty i powiadomienie systemowe.
alerts-sound = Dźwięk
alerts-sound-help = Tylko w tej przeglądarce.
alerts-sound-waiting = Czeka na kliknięcie w tej karcie
alerts-sound-test = Odtwórz
alerts-notifications = Powiadomienia systemowe
alerts-notifications-on = Dozwolone
alerts-notifications-off = Jeszcze bez zgody
alerts-notifications-denied = Zablokowane w tej przeglądarce. Zezwól na powiadomienia dla tego adresu w ustawieniach przeglądarki.
alerts-notifications-unsupported = Ta przeglądarka nie ma powiadomień dla tego adresu.
alerts-notifications-ask = Zezwól
alerts-notifications-test = Pokaż próbne
alerts-notification-sample = Tak wygląda powiadomienie.
alerts-webhooks = Webhooki
alerts-webhooks-text = Każdy alarm jest wysyłany jako CloudEvent, podpisany według Standard Webhooks i ponawiany, aż odbiorca go przyjmie.
alerts-webhooks-none = Nie ma jeszcze webhooków.
alerts-add = Dodaj webhook
alerts-add-title = Nowy webhook
alerts-add-send = Dodaj webhook
alerts-name = Nazwa
alerts-url = Adres
alerts-url-help = Zaczyna się od https:// lub http://.
alerts-enabled = Włączony
alerts-disabled = Wyłączony
alerts-enable = Włącz
alerts-disable = Wyłącz
alerts-edit-title = Edycja: „{ $name }”
alerts-test = Wyślij próbę
alerts-tested = Wiadomość próbna jest w drodze. Zobacz wysyłki poniżej.

deliveries-title = Wysyłki
deliveries-lead = Każda wiadomość na zewnątrz: dlaczego, dokąd i czy doszła.
deliveries-none = Niczego jeszcze nie wysłano.
deliveries-refresh = Odśwież
deliveries-attempts =
    { $n ->
        [0] jeszcze bez prób
        [one] { $n } próba
        [few] { $n } próby
       *[other] { $n } prób
    }
deliveries-next = następna próba za { $time }
deliveries-attempt-ok = przyjęto
deliveries-attempt-failed = nie udało się
alert-reason-first = Pierwsza wiadomość
alert-reason-grew = Sprawa urosła
alert-reason-escalated = Ktoś podniósł wagę
alert-reason-repeat = Nikt się tym nie zajął
alert-reason-resolved = Już po wszystkim
alert-reason-test = Próba
delivery-state-waiting = Czeka
delivery-state-delivered = Dostarczona
delivery-state-failed = Zaniechana

general-title = Ogólne
general-lead = To, co obowiązuje wszystkich.
general-organisation = Organizacja
general-language = Język dla niezalogowanych
general-contact = Kontakt dla właścicieli serwisów
general-contact-help = Adres e-mail lub strony. Widać go w nagłówku User-Agent przy czytaniu kanałów, żeby serwis mógł napisać, zamiast blokować.
general-detector = Kiedy bije dzwon
general-detector-text = Nabat porównuje ostatnią godzinę każdego tematu ze średnią godzinową z poprzednich siedmiu dni.
general-ratio = Ile razy więcej niż zwykle
general-ratio-help = 4 oznacza spokój; przy 3 dzwon odzywa się wcześniej i częściej.
general-authors = Co najmniej tylu różnych autorów
general-authors-help = Dzięki temu jedna gadatliwa osoba nie uruchomi alarmu.
general-cooldown = Cisza po sygnale, w minutach
general-cooldown-help = W tym czasie temat odzywa się ponownie tylko wtedy, gdy liczba wzmianek się podwoi.
general-number-bad = Od { $least } do { $most }.
general-sentence =
    Teraz: dzwon bije, gdy w ciągu godziny wzmianek jest co najmniej { $times ->
        [one] { $ratio } raz
        [few] { $ratio } razy
        [many] { $ratio } razy
       *[other] { $ratio } raza
    } tyle co zwykle i pochodzą co najmniej od { $authors ->
        [one] { $authors } autora
        [few] { $authors } różnych autorów
       *[other] { $authors } różnych autorów
    }; po sygnale przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
       *[other] { $minutes } minut
    } odzywa się ponownie tylko po podwojeniu.

export-title = Eksport
export-lead = Dane należą do Ciebie: wzmianki możesz zabrać w każdej chwili.
export-topic = Temat
export-any-topic = Wszystkie tematy
export-from = Od
export-until = Do
export-network = Sieć
export-network-help = Krótka nazwa, np. vk, x albo web; puste pole oznacza wszystkie.
export-query = Ze słowami
export-jsonl = Jako JSONL
export-jsonl-text = Własny format Nabatu, z każdą wersją każdego posta. Można go wczytać z powrotem bez zmian. Liczy się temat i czas; sieć i słowa nie.
export-csv = Jako CSV
export-csv-text = Jeden wiersz na wzmiankę, do arkusza. Liczą się wszystkie wybory.
export-range-wrong = Koniec wypada przed początkiem.
export-download = Pobierz
