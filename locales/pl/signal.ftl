# Dlaczego odezwał się dzwon: dowód sygnału słowami i rachunek, który za nim stoi.
signal-sentence = { $n ->
    [one] { $n } wzmianka w ciągu godziny
    [few] { $n } wzmianki w ciągu godziny
    [many] { $n } wzmianek w ciągu godziny
   *[other] { $n } wzmianki w ciągu godziny
  } od { $authors ->
    [one] { $authors } autora
    [few] { $authors } autorów
    [many] { $authors } autorów
   *[other] { $authors } autora
  }: { $times ->
    [one] { $times } raz
    [few] { $times } razy
    [many] { $times } razy
   *[other] { $times } raza
  } więcej niż zwykle ({ $expected } na godzinę).
signal-window = Ta godzina
signal-usual = Zwykle
signal-usual-sum = { $n ->
    [one] { $n } wzmianka przez { $hours } godz. wcześniej
    [few] { $n } wzmianki przez { $hours } godz. wcześniej
    [many] { $n } wzmianek przez { $hours } godz. wcześniej
   *[other] { $n } wzmianki przez { $hours } godz. wcześniej
  } = { $mean } na godzinę
signal-usual-floor = (liczymy jako { $expected }, inaczej rzadki temat dzwoniłby przy każdym poście)
signal-ratio = Wzrost
signal-ratio-sum = { $n } ÷ { $expected } = { $ratio }; dzwon odzywa się od { $threshold }
signal-authors = Autorzy
signal-authors-sum = { $n ->
    [one] { $n } różny; potrzeba co najmniej { $min }
    [few] { $n } różnych; potrzeba co najmniej { $min }
    [many] { $n } różnych; potrzeba co najmniej { $min }
   *[other] { $n } różnych; potrzeba co najmniej { $min }
  }
signal-networks = Sieci
signal-networks-rest = { $n ->
    [one] gdzie indziej { $n }
    [few] gdzie indziej { $n }
    [many] gdzie indziej { $n }
   *[other] gdzie indziej { $n }
  }
signal-top-authors = Najaktywniejsi
