# Страница одной темы: график и посты.
topic-title = Тема
topic-archived = в архиве
topic-history = просматриваем сохранённое: { $done } из { $total }
topic-query = Запрос:
topic-precision = Из того, что находит запрос, { $words }.
topic-precision-old = Из того, что находила прежняя версия запроса, { $words }.
topic-edit = Изменить тему
topic-cases = Обращения
topic-export = Выгрузить CSV
topic-chart = Упоминания во времени
topic-range = Отрезок времени
topic-range-24h = Сутки
topic-range-7d = 7 дней
topic-range-30d = 30 дней
topic-step = Шаг
topic-step-300 = по 5 минут
topic-step-3600 = по часам
topic-step-86400 = по дням
topic-total = { $n ->
    [one] упоминание
    [few] упоминания
    [many] упоминаний
   *[other] упоминания
  }
topic-networks = Сети
topic-posts = Посты
topic-posts-all = Показать все
topic-search = Искать в постах
topic-no-posts = Здесь постов нет
topic-no-posts-words = Выберите другой момент, отрезок подлиннее или смягчите поиск.
topic-keys = Тема
topic-key-search = Искать в постах
topic-key-edit = Изменить тему
topic-key-all = Показать все посты отрезка

chart-point = { $n ->
    [one] { $n } упоминание
    [few] { $n } упоминания
    [many] { $n } упоминаний
   *[other] { $n } упоминания
  }, ожидалось { $expected } (от { $low } до { $high })
chart-running = ещё считаем
chart-legend-n = Упоминания
chart-legend-over = Больше ожидаемого
chart-legend-burning = Больше ожидаемого, возле удара колокола
chart-legend-expected = Ожидаемое и его обычный разброс
chart-legend-signal = Ударил колокол
chart-legend-incident = Открыт инцидент
chart-help = Щёлкните столбик, чтобы увидеть его посты; стрелки и Enter делают то же
