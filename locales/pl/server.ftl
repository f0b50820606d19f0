# Wiadomości wychodzące z serwera: webhooki i poczta. $topic i $source to nazwy nadane przez ludzi.
told-incident-first = { $topic }: { $observed ->
    [one] { $observed } wzmianka
    [few] { $observed } wzmianki
    [many] { $observed } wzmianek
   *[other] { $observed } wzmianki
  } w ciągu ostatniej godziny, { $ratio } { $times ->
    [one] raz
    [few] razy
    [many] razy
   *[other] raza
  } więcej niż zwykle ({ $expected }); liczba autorów: { $authors }.
told-incident-grew = { $topic } – fala rośnie: { $observed ->
    [one] { $observed } wzmianka
    [few] { $observed } wzmianki
    [many] { $observed } wzmianek
   *[other] { $observed } wzmianki
  } w ciągu ostatniej godziny, { $ratio } { $times ->
    [one] raz
    [few] razy
    [many] razy
   *[other] raza
  } więcej niż zwykle ({ $expected }); liczba autorów: { $authors }.
told-incident-escalated = { $topic }: potwierdzono, że incydent jest prawdziwy. W najmocniejszej godzinie: { $observed ->
    [one] { $observed } wzmianka
    [few] { $observed } wzmianki
    [many] { $observed } wzmianek
   *[other] { $observed } wzmianki
  }.
told-incident-repeat = { $topic }: nikt jeszcze nie zajął się tym incydentem. W najmocniejszej godzinie: { $observed ->
    [one] { $observed } wzmianka
    [few] { $observed } wzmianki
    [many] { $observed } wzmianek
   *[other] { $observed } wzmianki
  }.
told-incident-resolved = { $topic }: incydent został zamknięty.
told-source-silent = Źródło „{ $source }” milczy dłużej, niż powinno. Dopóki się nie odezwie, Nabat może przeoczyć posty z tego miejsca.
told-source-failing = Źródła „{ $source }” nie da się odczytać. Dopóki tak jest, Nabat nie widzi postów z tego miejsca.
told-source-resolved = Źródło „{ $source }” znów działa.
told-channel-test = To wiadomość próbna z Nabatu. Jeśli ją widzisz, kanał działa.

# Wiersz poleceń: nabat query. $asked to fragment zapytania, $met to słowa z posta.
query-cli-unusable = Tego zapytania nie można użyć.
query-cli-translated = W języku zapytań Nabatu: { $query }
query-cli-reading = Rozumiemy je tak: { $reading }
query-cli-forms = { $word }: szukamy { $n ->
    [one] { $n } formy
    [few] { $n } form
   *[many] { $n } form
  }
query-cli-ordinary = Jedna z nich to także zwykłe słowo. Aby brać pod uwagę tylko słowa pisane wielką literą, napisz { $word }[^].
query-cli-capital-only = tylko wielką literą
query-cli-struck = skreślona, nie szukamy jej
query-cli-matches = pasuje
query-cli-matches-not = nie pasuje
query-cli-found = { $asked } – jest jako „{ $met }”
query-cli-held = { $asked } – spełnione
query-cli-missing = brakuje: { $asked }
query-cli-excluded = wyklucza go: { $asked }
query-cli-refused-record = nie można odczytać tego rekordu
query-cli-posts = Posty: { $n }, pasujące: { $matched }.
query-cli-case-wrong = Wiersz { $line }: powinno być { $wanted }, a jest { $got }:
query-cli-cases = Przypadki: { $n }, błędne: { $wrong }.
