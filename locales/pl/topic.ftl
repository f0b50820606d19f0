# Strona jednego tematu: wykres i posty.
topic-title = Temat
topic-archived = w archiwum
topic-history = przeglądamy zapisane posty: { $done } z { $total }
topic-query = Zapytanie:
topic-precision = Z tego, co znajduje zapytanie: { $words }.
topic-precision-old = Z tego, co znajdowała wcześniejsza wersja zapytania: { $words }.
topic-edit = Edytuj temat
topic-cases = Sprawy
topic-export = Eksport CSV
topic-chart = Wzmianki w czasie
topic-range = Zakres czasu
topic-range-24h = Doba
topic-range-7d = 7 dni
topic-range-30d = 30 dni
topic-step = Krok
topic-step-300 = co 5 minut
topic-step-3600 = co godzinę
topic-step-86400 = dziennie
topic-total = { $n ->
    [one] wzmianka
    [few] wzmianki
    [many] wzmianek
   *[other] wzmianki
  }
topic-networks = Sieci
topic-posts = Posty
topic-posts-all = Pokaż wszystkie
topic-search = Szukaj w postach
topic-no-posts = Nie ma tu postów
topic-no-posts-words = Wybierz inną chwilę albo dłuższy zakres, albo złagodź wyszukiwanie.
topic-keys = Temat
topic-key-search = Szukaj w postach
topic-key-edit = Edytuj temat
topic-key-all = Pokaż wszystkie posty z zakresu

chart-point = { $n ->
    [one] { $n } wzmianka
    [few] { $n } wzmianki
    [many] { $n } wzmianek
   *[other] { $n } wzmianki
  }, oczekiwano { $expected } (od { $low } do { $high })
chart-running = liczenie jeszcze trwa
chart-legend-n = Wzmianki
chart-legend-over = Więcej niż oczekiwano
chart-legend-burning = Więcej niż oczekiwano, wokół dzwonu
chart-legend-expected = Oczekiwana liczba i jej zwykły rozrzut
chart-legend-signal = Odezwał się dzwon
chart-legend-incident = Otwarto incydent
chart-help = Kliknij słupek, aby zobaczyć jego posty; strzałki i Enter robią to samo
