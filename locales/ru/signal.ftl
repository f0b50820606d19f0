# Почему ударил колокол: доказательство сигнала словами и расчёт за ним.
signal-sentence = { $n ->
    [one] { $n } упоминание за час
    [few] { $n } упоминания за час
    [many] { $n } упоминаний за час
   *[other] { $n } упоминания за час
  } от { $authors ->
    [one] { $authors } автора
    [few] { $authors } авторов
    [many] { $authors } авторов
   *[other] { $authors } автора
  }: в { $times ->
    [one] { $times } раз
    [few] { $times } раза
    [many] { $times } раз
   *[other] { $times } раза
  } больше, чем обычно ({ $expected } в час).
signal-window = Этот час
signal-usual = Обычно
signal-usual-sum = { $n ->
    [one] { $n } упоминание за { $hours } ч до того
    [few] { $n } упоминания за { $hours } ч до того
    [many] { $n } упоминаний за { $hours } ч до того
   *[other] { $n } упоминания за { $hours } ч до того
  } = { $mean } в час
signal-usual-floor = (считаем за { $expected }, иначе редкая тема звонила бы от каждого поста)
signal-ratio = Рост
signal-ratio-sum = { $n } ÷ { $expected } = { $ratio }; колокол бьёт от { $threshold }
signal-authors = Авторы
signal-authors-sum = { $n ->
    [one] { $n } разный; нужно не меньше { $min }
    [few] { $n } разных; нужно не меньше { $min }
    [many] { $n } разных; нужно не меньше { $min }
   *[other] { $n } разных; нужно не меньше { $min }
  }
signal-networks = Сети
signal-networks-rest = { $n ->
    [one] в других { $n }
    [few] в других { $n }
    [many] в других { $n }
   *[other] в других { $n }
  }
signal-top-authors = Активнее всех
