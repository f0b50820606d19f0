# Rama aplikacji: paski, klawisze, dzwon, błędy i słowa wspólne dla wszystkich stron.
app-name = Nabat
app-version = wersja { $version }
app-cancel = Anuluj
app-close = Zamknij
app-retry = Spróbuj ponownie
app-reload = Odśwież stronę
app-loading = Wczytywanie…
app-more = Pokaż więcej
app-somebody = ktoś z zespołu
app-new-rows = { $n ->
    [one] { $n } nowa pozycja – pokaż
    [few] { $n } nowe pozycje – pokaż
    [many] { $n } nowych pozycji – pokaż
   *[other] { $n } nowej pozycji – pokaż
  }
app-no-page = Nie ma takiej strony
app-no-page-title = Pod tym adresem nic nie ma
app-no-page-words = Link mógł się zestarzeć albo brakuje w nim litery.

nav-label = Strony
nav-home = Nabat, do radaru
nav-skip = Przejdź do treści
nav-radar = Radar
nav-inbox = Skrzynka
nav-incidents = Incydenty
nav-topics = Tematy
nav-sources = Źródła
nav-settings = Ustawienia

top-all-answered = Wszyscy mają odpowiedź
top-unanswered = { $n ->
    [one] bez odpowiedzi
    [few] bez odpowiedzi
    [many] bez odpowiedzi
   *[other] bez odpowiedzi
  }
top-late = { $n ->
    [one] { $n } po terminie
    [few] { $n } po terminie
    [many] { $n } po terminie
   *[other] { $n } po terminie
  }
top-oldest = najdłużej
top-line-lost = Utracono połączenie, łączymy ponownie…
top-demo = Demo: minuta tutaj to { $there } tam
top-replay = Odtwarzanie: minuta tutaj to { $there } tam
top-fast-more = Czas płynie tu szybciej, żeby nie trzeba było czekać. Wszystkie godziny na stronach są godzinami tego świata.
top-language = Język
top-menu = Twoje menu
top-sound-on = Dźwięk dzwonu jest włączony
top-sound-off = Dźwięk dzwonu jest wyłączony
top-sound-waiting = Brak dźwięku – włącz
top-notify-ask = Zezwól na powiadomienia
top-notify-denied = Powiadomienia są zablokowane w ustawieniach przeglądarki dla tej witryny.
top-notify-granted = Powiadomienia są włączone
top-profile = Twój profil
top-sign-out = Wyloguj się

theme-auto = Kolory: jak w systemie
theme-light = Kolory: jasne
theme-dark = Kolory: ciemne

language-en = English
language-pl = Polski
language-ru = Русский

time-now = przed chwilą

keys-title = Klawiatura
keys-help = Ta pomoc
keys-everywhere = Wszędzie
keys-pages = Przejdź do strony
keys-alarm = Otwórz ostatni alarm
keys-switch = Pojedyncze klawisze działają jak polecenia

bell-open = Otwórz
bell-seen = Widziane
bell-seen-all = Wszystkie widziane
bell-more = { $n ->
    [one] I jeszcze { $n } alarm
    [few] I jeszcze { $n } alarmy
    [many] I jeszcze { $n } alarmów
   *[other] I jeszcze { $n } alarmu
  }
bell-tab = { $n ->
    [one] ● { $n } alarm
    [few] ● { $n } alarmy
    [many] ● { $n } alarmów
   *[other] ● { $n } alarmu
  }
bell-notification = Nabat bije na alarm
bell-incident-first = { $n ->
    [one] Nowy incydent: „{ $topic }” – { $n } wzmianka w ciągu godziny, { $ratio } wobec normy.
    [few] Nowy incydent: „{ $topic }” – { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
    [many] Nowy incydent: „{ $topic }” – { $n } wzmianek w ciągu godziny, { $ratio } wobec normy.
   *[other] Nowy incydent: „{ $topic }” – { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
  }
bell-incident-grew = { $n ->
    [one] Rośnie: „{ $topic }” – już { $n } wzmianka w ciągu godziny, { $ratio } wobec normy.
    [few] Rośnie: „{ $topic }” – już { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
    [many] Rośnie: „{ $topic }” – już { $n } wzmianek w ciągu godziny, { $ratio } wobec normy.
   *[other] Rośnie: „{ $topic }” – już { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
  }
bell-incident-escalated = { $n ->
    [one] Alarm podniósł człowiek: „{ $topic }” – { $n } wzmianka w ciągu godziny, { $ratio } wobec normy.
    [few] Alarm podniósł człowiek: „{ $topic }” – { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
    [many] Alarm podniósł człowiek: „{ $topic }” – { $n } wzmianek w ciągu godziny, { $ratio } wobec normy.
   *[other] Alarm podniósł człowiek: „{ $topic }” – { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
  }
bell-incident-repeat = { $n ->
    [one] Wciąż nikt się tym nie zajął: „{ $topic }” – { $n } wzmianka w ciągu godziny, { $ratio } wobec normy.
    [few] Wciąż nikt się tym nie zajął: „{ $topic }” – { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
    [many] Wciąż nikt się tym nie zajął: „{ $topic }” – { $n } wzmianek w ciągu godziny, { $ratio } wobec normy.
   *[other] Wciąż nikt się tym nie zajął: „{ $topic }” – { $n } wzmianki w ciągu godziny, { $ratio } wobec normy.
  }
bell-incident-plain = Incydent: „{ $topic }”.
bell-incident-resolved = Już po wszystkim: „{ $topic }”.
bell-incident-test = Próba dzwonu: „{ $topic }”.
bell-source-silent = Źródło „{ $source }” zamilkło. Możemy nie widzieć części postów.
bell-source-failing = Źródła „{ $source }” nie da się odczytać. Możemy nie widzieć części postów.
bell-source-resolved = Źródło „{ $source }” znów daje posty.
bell-channel = Próba dzwonu. Wszystko w porządku.

error-unreachable = Nabat nie odpowiada. Sprawdź połączenie i spróbuj ponownie.
error-browser = Coś się zepsuło na tej stronie. Odśwież ją, a jeśli się to powtórzy, powiedz osobie, która prowadzi Nabat.
error-unknown = Nabat odmówił ({ $code }). Spróbuj ponownie albo powiedz osobie, która prowadzi Nabat.
error-not-signed-in = Nie jesteś już zalogowany. Zaloguj się ponownie.
error-wrong-password = Błędny login lub hasło.
error-too-many-attempts = Zbyt wiele prób. Odczekaj kilka minut i spróbuj ponownie.
error-not-found = Nie ma tu tego. Link mógł się zestarzeć.
error-conflict = W tym czasie ktoś inny już to zmienił. Zobacz, co nowego, i zdecyduj jeszcze raz.
error-wrong-state = Na tym etapie nie da się tego zrobić.
error-words-missing = Opisz to słowami: przeczytają to inni.
error-words-too-long = Za długie. Limit to 4000 znaków.
error-bad-link = To nie jest adres internetowy. Musi zaczynać się od http:// lub https://.
error-bad-query = W zapytaniu jest błąd. Miejsce jest zaznaczone.
error-name-missing = Brakuje nazwy.
error-name-taken = Ta nazwa jest zajęta. Wybierz inną.
error-bad-url = To nie jest adres internetowy. Musi zaczynać się od http:// lub https://.
error-bad-value = Jednej z wartości nie można użyć. Sprawdź pola.
error-too-large = To jest za duże.
error-unknown-format = Nie rozpoznajemy formatu tego pliku. Wybierz go ręcznie.
error-store-full = Na dysku nie ma miejsca, więc niczego nie można zapisać. Zwolnij miejsce: z tego, co już przyjęto, nic nie zginęło.
error-setup-done = Nabat jest już skonfigurowany. Zaloguj się.
error-forbidden-origin = Żądanie przyszło spod innego adresu niż adres Nabatu. Otwórz Nabat pod jego własnym adresem.
error-internal = Coś się u nas zepsuło. Spróbuj ponownie; przyczyna jest w dzienniku serwera.
error-password-too-short = Hasło jest za krótkie.
error-person-needed = Może to zrobić tylko zalogowana osoba, a nie klucz dostępu.
error-part-in-use = Tej części używa temat albo inna część, więc nie można jej usunąć.
error-nothing-found = Zapytanie nie znalazło jeszcze żadnych postów, więc nie ma czego oznaczać.
error-last-person = To ostatnia osoba, która może się zalogować. Najpierw dodaj kogoś innego.

item-kind-post = post
item-kind-reply = odpowiedź
item-kind-repost = udostępnienie
item-kind-quote = cytat
item-kind-review = opinia
item-kind-article = artykuł
item-kind-form = wiadomość z formularza

post-author-unknown = Autor nieznany
post-ours = my
post-rating = { $value } z { $best }
post-unfold = Pokaż w całości
post-fold = Zwiń
post-deleted = Usunięte przez sieć lub autora
post-edited = Zmienione
post-versions = { $n ->
    [one] zachowano { $n } wersję
    [few] zachowano { $n } wersje
    [many] zachowano { $n } wersji
   *[other] zachowano { $n } wersji
  }
post-n-likes = { $n ->
    [one] { $shown } polubienie
    [few] { $shown } polubienia
    [many] { $shown } polubień
   *[other] { $shown } polubienia
  }
post-n-reposts = { $n ->
    [one] { $shown } udostępnienie
    [few] { $shown } udostępnienia
    [many] { $shown } udostępnień
   *[other] { $shown } udostępnienia
  }
post-n-replies = { $n ->
    [one] { $shown } odpowiedź
    [few] { $shown } odpowiedzi
    [many] { $shown } odpowiedzi
   *[other] { $shown } odpowiedzi
  }
post-n-views = { $n ->
    [one] { $shown } wyświetlenie
    [few] { $shown } wyświetlenia
    [many] { $shown } wyświetleń
   *[other] { $shown } wyświetlenia
  }
post-followers = { $n ->
    [one] { $shown } obserwujący
    [few] { $shown } obserwujących
    [many] { $shown } obserwujących
   *[other] { $shown } obserwujących
  }
post-attachments = { $n ->
    [one] { $n } załącznik
    [few] { $n } załączniki
    [many] { $n } załączników
   *[other] { $n } załącznika
  }
post-original = Oryginał
post-open = Sprawa

network-bluesky = Bluesky
network-dzen = Dzen
network-facebook = Facebook
network-instagram = Instagram
network-linkedin = LinkedIn
network-mastodon = Mastodon
network-max = MAX
network-ok = Odnoklassniki
network-opinovo = Opinovo
network-pikabu = Pikabu
network-reddit = Reddit
network-rutube = RuTube
network-telegram = Telegram
network-threads = Threads
network-tiktok = TikTok
network-vk = VK
network-web = Strony
network-wykop = Wykop
network-x = X
network-youtube = YouTube

day-bars-words =
    { $most ->
        [one] { $caption }: średnio { $mean } dziennie; najwięcej, { $most } post, { $day }
        [few] { $caption }: średnio { $mean } dziennie; najwięcej, { $most } posty, { $day }
       *[other] { $caption }: średnio { $mean } dziennie; najwięcej, { $most } postów, { $day }
    }
day-bars-none = { $caption }: brak
day-bars-table = W tabeli
day-bars-fold = Ukryj tabelę
day-bars-day = Dzień
day-bars-n = Posty
day-bars-unknown = wcześniejszych dni nie sprawdzono
