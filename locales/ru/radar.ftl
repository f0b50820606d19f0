# Радар.
radar-title = Радар
radar-lead = { $topics ->
    [one] { $topics } тема
    [few] { $topics } темы
    [many] { $topics } тем
   *[other] { $topics } темы
  }, { $n ->
    [one] { $n } упоминание за сутки
    [few] { $n } упоминания за сутки
    [many] { $n } упоминаний за сутки
   *[other] { $n } упоминания за сутки
  }
radar-incidents = Открытые инциденты
radar-calm = Всё спокойно.
radar-calm-more = Ни одна тема не горит. Если загорится – ударит колокол.
radar-source-alarms = { $n ->
    [one] { $n } источник не даёт постов. Возможно, мы что-то пропускаем.
    [few] { $n } источника не дают постов. Возможно, мы что-то пропускаем.
    [many] { $n } источников не дают постов. Возможно, мы что-то пропускаем.
   *[other] { $n } источника не дают постов. Возможно, мы что-то пропускаем.
  }
radar-no-topics = Пока ни за чем не следим
radar-no-topics-words = Добавьте тему: компанию, продукт, человека. Набат считает, что о ней говорят, и бьёт тревогу, когда разговоров вдруг становится много.
radar-add-topic = Добавить тему
radar-topics = Темы
radar-topic = Тема
radar-now = За час
radar-against = К обычному
radar-day = За сутки
radar-unanswered = Без ответа
radar-in-hour = за час
radar-in-day = { $n ->
    [one] { $n } упоминание
    [few] { $n } упоминания
    [many] { $n } упоминаний
   *[other] { $n } упоминания
  }
radar-verdict-above = больше обычного ({ $expected })
radar-verdict-usual = как обычно ({ $expected })
radar-verdict-below = меньше обычного ({ $expected })
radar-verdict-few = обычно { $expected }
radar-young = мало истории
radar-young-more = Истории меньше семи дней: «обычное» пока оценено грубо.
radar-spark = { $n ->
    [one] { $n } упоминание за сутки, не больше { $max } за час
    [few] { $n } упоминания за сутки, не больше { $max } за час
    [many] { $n } упоминаний за сутки, не больше { $max } за час
   *[other] { $n } упоминания за сутки, не больше { $max } за час
  }
radar-unanswered-n = без ответа
radar-late = срок ответа прошёл
radar-all-answered = ответили всем
radar-not-answered = ответ не нужен
radar-keys = Радар
radar-key-next = Следующее
radar-key-previous = Предыдущее
