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
