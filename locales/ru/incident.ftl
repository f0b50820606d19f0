# Инциденты: список и комната инцидента.
incidents-title = Инциденты
incidents-status = Какие инциденты
incidents-open = Открытые
incidents-closed = Закрытые
incidents-topic = Тема
incidents-all-topics = Все темы
incidents-none-open = Ничего не горит
incidents-none-open-words = Когда упоминаний темы вдруг становится много, инцидент открывается здесь сам.
incidents-none-closed = Ни один инцидент ещё не закрыт
incidents-none-closed-words = Закрытые инциденты остаются здесь навсегда – со всем, что было сделано.
incidents-keys = Инциденты
incidents-key-next = Следующий
incidents-key-previous = Предыдущий

incident-status-suspected = под подозрением
incident-status-confirmed = подтверждён
incident-status-contained = сдержан
incident-status-closed = закрыт

incident-card-since = открыт уже
incident-card-closed = закрыт
incident-card-mentions = { $n ->
    [one] { $n } упоминание
    [few] { $n } упоминания
    [many] { $n } упоминаний
   *[other] { $n } упоминания
  }
incident-card-peak = пик { $n } за час
incident-card-unanswered = { $shown } без ответа
incident-card-nobody = ответственного нет
incident-card-open = В комнату

incident-title = Инцидент
incident-tab = Инцидент: { $topic }
incident-number = № { $id }
incident-fact-mentions = Упоминаний
incident-fact-peak = Самый сильный час
incident-fact-unanswered = Без ответа
incident-fact-since = Началось
incident-fact-signal = Последний сигнал
incident-fact-closed = Закрыт
incident-fact-nobody = никто
incident-fact-owner = Ответственный
incident-why = Почему ударил колокол
incident-why-more = { $n ->
    [one] Это последний из { $n } сигнала; остальные – в хронологии.
    [few] Это последний из { $n } сигналов; остальные – в хронологии.
    [many] Это последний из { $n } сигналов; остальные – в хронологии.
   *[other] Это последний из { $n } сигнала; остальные – в хронологии.
  }
incident-chart = Упоминания темы вокруг инцидента
incident-to-topic = Вся тема
incident-networks = Сети
incident-posts = Что говорят
incident-posts-top = Самые заметные
incident-posts-all = Все { $n }
incident-posts-everything = Показать все
incident-no-posts = Здесь постов нет
incident-cases = Обращения этого инцидента
incident-cases-waiting = { $n ->
    [one] { $shown } ждёт ответа
    [few] { $shown } ждут ответа
    [many] { $shown } ждут ответа
   *[other] { $shown } ждут ответа
  }
incident-cases-none = никто не ждёт ответа
incident-timeline = Хронология
incident-note = Заметка для хронологии
incident-note-hint = Запишите, что сделано или выяснилось…
incident-note-add = Добавить заметку

incident-own-take = Взять на себя
incident-own-pass = Передать
incident-own-who = Новый ответственный
incident-own-done = Теперь за инцидент отвечаете вы.
incident-do-own = Передать
incident-do-confirm = Подтвердить
incident-do-contain = Сдержали
incident-do-close = Закрыть
incident-do-reopen = Открыть снова
incident-about-own = Ответственный ведёт работу и держит остальных в курсе. Передача попадёт в хронологию.
incident-about-confirm = Это правда кризис: человек посмотрел и так считает.
incident-about-contain = Больше не растёт. Работа продолжается, а если вспыхнет снова – колокол ударит.
incident-about-close = Всё кончилось. Инцидент останется в архиве со всем, что было сделано; его можно открыть снова.
incident-about-reopen = Снова горит. Инцидент станет подтверждённым.
incident-close-reason = Причина
incident-close-choose = Выберите причину
incident-reason-missing = Выберите, почему инцидент закрывается.
incident-words = Словами
incident-words-optional = Словами, если хотите

closing-reason-resolved = всё кончилось
closing-reason-false-alarm = ложная тревога: кризиса не было
closing-reason-expected = ожидаемо: наша кампания или запуск
closing-reason-duplicate = часть другого инцидента

incident-keys = Инцидент
incident-key-own = Взять на себя
incident-key-note = Написать заметку
incident-key-cases = Открыть обращения
incident-key-all = Показать посты за всё время

timeline-opened = Инцидент открыт
timeline-opened-with = { $n ->
    [one] Инцидент открыт: { $n } упоминание за час, { $ratio } к обычному
    [few] Инцидент открыт: { $n } упоминания за час, { $ratio } к обычному
    [many] Инцидент открыт: { $n } упоминаний за час, { $ratio } к обычному
   *[other] Инцидент открыт: { $n } упоминания за час, { $ratio } к обычному
  }
timeline-signal = Ещё один сигнал
timeline-signal-with = { $n ->
    [one] Ещё один сигнал: { $n } упоминание за час, { $ratio } к обычному
    [few] Ещё один сигнал: { $n } упоминания за час, { $ratio } к обычному
    [many] Ещё один сигнал: { $n } упоминаний за час, { $ratio } к обычному
   *[other] Ещё один сигнал: { $n } упоминания за час, { $ratio } к обычному
  }
timeline-confirm = Подтверждён: это правда кризис
timeline-contain = Сдержан: больше не растёт
timeline-close = Закрыт: { $reason }
timeline-reopen = Открыт снова
timeline-own = Ответственный: { $name }
timeline-note = Заметка
timeline-told-first = Команда оповещена
timeline-told-grew = Команда оповещена: разгорается
timeline-told-escalated = Команда оповещена: тревогу поднял человек
timeline-told-repeat = Команда оповещена ещё раз: никто не взялся
timeline-told-resolved = Команде сообщено: всё кончилось
timeline-told-test = Команде отправлена проверка
