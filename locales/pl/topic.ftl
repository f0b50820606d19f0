# Strona jednego tematu: wykres i wpisy.
topic-title = Temat
topic-archived = w archiwum
topic-history = przeglądamy zapisane wpisy: { $done } z { $total }
topic-query = Zapytanie:
topic-edit = Edytuj temat
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
topic-posts = Wpisy
topic-posts-all = Pokaż wszystkie
topic-search = Szukaj we wpisach
topic-no-posts = Nie ma tu wpisów
topic-no-posts-words = Wybierz inną chwilę albo dłuższy zakres, albo złagodź wyszukiwanie.
topic-keys = Temat
topic-key-search = Szukaj we wpisach
topic-key-edit = Edytuj temat
topic-key-all = Pokaż wszystkie wpisy z zakresu

chart-point = { $n ->
    [one] { $n } wzmianka
    [few] { $n } wzmianki
    [many] { $n } wzmianek
   *[other] { $n } wzmianki
  }, oczekiwano { $expected } (od { $low } do { $high })
chart-legend-n = Wzmianki
chart-legend-over = Więcej niż oczekiwano
chart-legend-expected = Oczekiwana liczba i jej zwykły rozrzut
chart-legend-signal = Odezwał się dzwon
chart-legend-incident = Otwarto incydent
chart-help = Kliknij słupek, aby zobaczyć jego wpisy; strzałki i Enter robią to samo
