### Входящие: список обращений и одно обращение целиком.

inbox-title = Входящие
inbox-search = Поиск по постам
inbox-search-hint = Слова, автор
inbox-search-clear = Очистить поиск
inbox-order = Порядок
inbox-order-due = Сначала срочные
inbox-order-newest = Сначала новые
inbox-filters = Фильтры
inbox-filters-n = Фильтры ({ $n })
inbox-filters-clear = Сбросить фильтры
inbox-filter-state = Состояние
inbox-filter-topic = Тема
inbox-filter-network = Сеть
inbox-filter-lang = Язык поста
inbox-filter-incident = Инцидент
inbox-filter-assignee = Кто занимается
inbox-any-topic = Любая тема
inbox-any-network = Любая сеть
inbox-any-lang = Любой язык
inbox-any-incident = Любой инцидент
inbox-any-assignee = Кто угодно
inbox-state-waiting = Ждут
inbox-state-all = Все
inbox-assignee-me = Я
inbox-incident-option = № { $id }: { $topic }
inbox-new =
    { $n ->
        [one] { $n } новое обращение
        [few] { $n } новых обращения
       *[other] { $n } новых обращений
    }
inbox-new-many = Больше { $n } новых обращений
inbox-done =
    { $n ->
        [one] { $n } уже не из этого списка
        [few] { $n } уже не из этого списка
       *[other] { $n } уже не из этого списка
    }
inbox-refresh = Обновить список
inbox-list = Обращения
inbox-case = Одно обращение
inbox-row-left = уже не из этого списка
inbox-end = Конец списка
inbox-loading-more = Загружаем ещё обращения…
inbox-empty-waiting = Никто не ждёт
inbox-empty-waiting-text = На каждый пост, который этого требовал, ответили, либо обращение эскалировано или закрыто. Новые появятся здесь сами.
inbox-empty-filter = Ничего не подходит
inbox-empty-filter-text = Измените слова для поиска или фильтры выше.
inbox-pick = Обращение не выбрано
inbox-pick-text = Выберите обращение в списке или нажмите J, чтобы открыть первое.
inbox-back = Назад к списку
inbox-next = Следующее обращение
inbox-previous = Предыдущее обращение

inbox-keys = Входящие
inbox-key-next = Следующее обращение
inbox-key-previous = Предыдущее обращение
inbox-key-open = Перейти к обращению
inbox-key-answer = Ответить
inbox-key-escalate = Эскалировать
inbox-key-close = Закрыть с указанием причины
inbox-key-take = Взять в работу
inbox-key-assign = Назначить кому-то
inbox-key-release = Вернуть в общую очередь
inbox-key-note = Написать заметку
inbox-key-reopen = Открыть снова
inbox-key-new = Показать новые обращения
inbox-key-search = Поиск

case-state-new = Новое
case-state-in-work = В работе
case-state-answered = Отвечено
case-state-escalated = Эскалировано
case-state-closed = Закрыто
case-nobody = пока никто
case-you = вы
case-assignee = Занимается
case-number = Обращение { $id }

clock-calm = осталось { $time }
clock-soon = осталось { $time }
clock-late = просрочено на { $time }
clock-due = Ответить до { $at }
clock-was-due = Срок ответа истёк { $at }
clock-stopped = Решено за { $time }
clock-stopped-late = Решено за { $time }, на { $over } позже срока

case-take = Взять
case-assign = Назначить
case-release = Вернуть
case-answer = Ответить
case-escalate = Эскалировать
case-close = Закрыть
case-reopen = Открыть снова
case-note = Заметка
case-steps = Что сделать с обращением

case-answer-title = Записать ответ
case-answer-help = Набат ничего не публикует сам. Ответьте в сети, а здесь сохраните ссылку или текст ответа.
case-answer-open = Открыть пост, чтобы ответить
case-answer-link = Ссылка на ответ
case-answer-words = Что вы ответили
case-answer-either = Нужна ссылка или текст.
case-answer-send = Ответ дан вручную, подтверждаю
case-escalate-title = Эскалация
case-escalate-help = Передайте обращение тому, кто должен решить. Срок ответа остановится.
case-escalate-to = Кому
case-escalate-nobody = Кому-то вне Набата
case-escalate-words = Почему и что нужно решить
case-escalate-send = Эскалировать
case-close-title = Закрыть без ответа
case-close-reason = Причина
case-close-reason-missing = Выберите причину.
case-close-words = Своими словами
case-close-words-help = Хватит одного предложения: через месяц должно быть понятно, почему.
case-close-send = Закрыть обращение
case-reopen-title = Открыть снова
case-reopen-words = Почему
case-reopen-send = Открыть обращение снова
case-note-title = Заметка
case-note-words = Что важно знать коллегам
case-note-send = Сохранить заметку
case-assign-title = Назначить
case-assign-to = Кому
case-assign-send = Назначить
case-cancel = Отмена
case-words-left =
    { $n ->
        [one] Остался { $n } знак
        [few] Осталось { $n } знака
       *[other] Осталось { $n } знаков
    }
case-words-over =
    { $n ->
        [one] На { $n } знак больше, чем можно
        [few] На { $n } знака больше, чем можно
       *[other] На { $n } знаков больше, чем можно
    }

close-reason-no-answer-needed = Ответ не нужен
close-reason-not-about-us = Не про нас
close-reason-spam = Спам
close-reason-duplicate = Повтор
close-reason-settled-elsewhere = Решено в другом месте
close-reason-provocation = Провокация

case-conflict = Вас опередили
case-conflict-text = Пока вы работали, обращение изменилось, поэтому ваш шаг пока не сохранён. Текст на месте.
case-conflict-step = Обращение изменилось раньше, чем дошёл ваш шаг, поэтому он не сделан. Посмотрите, что изменилось, и решите заново.
case-conflict-entry = { $who }: { $what }
case-conflict-again = Всё равно отправить
case-conflict-cannot = В новом состоянии обращения этот шаг невозможен.
case-conflict-dismiss = Понятно
case-changed-live = Только что изменилось

case-post = Пост
case-thread-before = Раньше в ветке
case-thread-after = Позже в ветке
case-thread-more =
    { $n ->
        [one] Показать { $n } более ранний пост
        [few] Показать { $n } более ранних поста
       *[other] Показать { $n } более ранних постов
    }
case-versions = Версии поста
case-version-created = Опубликован
case-version-revised = Изменён автором
case-version-deleted = Удалён из сети
case-version-restored = Восстановлен
case-edited =
    { $n ->
        [one] Автор менял этот пост { $n } раз. Показана последняя версия.
        [few] Автор менял этот пост { $n } раза. Показана последняя версия.
       *[other] Автор менял этот пост { $n } раз. Показана последняя версия.
    }
case-deleted = Удалён из сети { $when }. Набат хранит то, что было написано.
case-versions-show = Показать версии
case-history = История обращения
case-step-opened = Обращение открыто
case-step-assign = Назначено: { $to }
case-step-taken = Взято в работу
case-step-release = Возвращено в общую очередь
case-step-answer = Ответ дан
case-step-escalate = Эскалировано
case-step-escalate-to = Эскалировано: { $to }
case-step-close = Закрыто
case-step-close-reason = Закрыто: { $reason }
case-step-reopen = Открыто снова
case-step-note = Заметка
case-step-link = Ссылка на ответ
case-by-nabat = Набат
case-by-unknown = Бывший сотрудник
case-topics = Темы
case-topic-archived = тема в архиве
case-incident = Инцидент
case-no-original = Источник не дал ссылки на оригинал.
