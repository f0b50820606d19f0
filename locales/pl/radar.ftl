# Radar.
radar-title = Radar
radar-lead = { $topics ->
    [one] { $topics } temat
    [few] { $topics } tematy
    [many] { $topics } tematów
   *[other] { $topics } tematu
  }, { $n ->
    [one] { $n } wzmianka w ciągu doby
    [few] { $n } wzmianki w ciągu doby
    [many] { $n } wzmianek w ciągu doby
   *[other] { $n } wzmianki w ciągu doby
  }
radar-incidents = Otwarte incydenty
radar-calm = Wszędzie spokojnie.
radar-calm-more = Żaden temat nie płonie. Gdy zapłonie, odezwie się dzwon.
radar-source-alarms = { $n ->
    [one] { $n } źródło nie daje postów. Możemy czegoś nie widzieć.
    [few] { $n } źródła nie dają postów. Możemy czegoś nie widzieć.
    [many] { $n } źródeł nie daje postów. Możemy czegoś nie widzieć.
   *[other] { $n } źródła nie daje postów. Możemy czegoś nie widzieć.
  }
radar-no-topics = Na razie niczego nie obserwujemy
radar-no-topics-words = Dodaj temat: firmę, produkt, osobę. Nabat liczy, ile się o nim mówi, i bije na alarm, gdy nagle robi się tego dużo.
radar-add-topic = Dodaj temat
radar-topics = Tematy
radar-topic = Temat
radar-now = Ostatnia godz.
radar-against = Wobec normy
radar-day = Doba
radar-unanswered = Bez odpowiedzi
radar-in-hour = przez godzinę
radar-in-day = { $n ->
    [one] { $n } wzmianka
    [few] { $n } wzmianki
    [many] { $n } wzmianek
   *[other] { $n } wzmianki
  }
radar-verdict-above = więcej niż zwykle ({ $expected })
radar-verdict-usual = jak zwykle ({ $expected })
radar-verdict-below = mniej niż zwykle ({ $expected })
radar-verdict-few = zwykle { $expected }
radar-young = krótka historia
radar-young-more = Mniej niż siedem dni historii: norma jest na razie oszacowana z grubsza.
radar-spark = { $n ->
    [one] { $n } wzmianka w ciągu doby, najwyżej { $max } w godzinę
    [few] { $n } wzmianki w ciągu doby, najwyżej { $max } w godzinę
    [many] { $n } wzmianek w ciągu doby, najwyżej { $max } w godzinę
   *[other] { $n } wzmianki w ciągu doby, najwyżej { $max } w godzinę
  }
radar-unanswered-n = bez odpowiedzi
radar-late = termin odpowiedzi minął
radar-all-answered = wszyscy mają odpowiedź
radar-not-answered = bez obowiązku odpowiedzi
radar-keys = Radar
radar-key-next = Następny
radar-key-previous = Poprzedni
