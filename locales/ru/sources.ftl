### Источники и загрузки: откуда приходят посты и как работает каждый источник.

sources-title = Источники
sources-lead = Откуда приходят посты и приходит ли что-нибудь на самом деле.
sources-feeds = Ленты и потоки
sources-empty = Лент пока нет
sources-empty-text = Добавьте адрес ленты новостного сайта, блога или форума. Файлы можно загрузить ниже.
sources-alarms =
    { $n ->
        [0] Все источники работают
        [one] { $n } источник требует внимания
        [few] { $n } источника требуют внимания
       *[other] { $n } источников требуют внимания
    }
sources-add = Добавить ленту
sources-add-title = Новая лента
sources-add-send = Добавить ленту
sources-edit = Изменить
sources-edit-title = Источник «{ $name }»
sources-edit-send = Сохранить
sources-cancel = Отмена
sources-url = Адрес ленты
sources-url-help = RSS, Atom или JSON Feed, начинается с https:// или http://.
sources-name = Название
sources-name-help = Если оставить пустым, возьмём адрес сайта.
sources-poll-minutes = Проверять каждые … минут
sources-poll-minutes-help = Самый короткий перерыв между проверками. Если сайт просит реже, будем реже.
sources-silence-minutes = Тревога через … минут без нового
sources-silence-minutes-help = Если оставить пустым, источник может молчать сколько угодно.
sources-minutes-bad = Целое число от 1 до { $most }.
sources-pause = Приостановить
sources-resume = Возобновить
sources-poll-now = Проверить сейчас
sources-polled = Проверяем. Новые посты появятся через несколько мгновений.
sources-added = Лента добавлена, идёт первая проверка.
sources-saved = Сохранено.
sources-back = Все источники
sources-not-there = Такого источника нет.

source-kind-feed = Лента
source-kind-files = Файлы
source-kind-replay = Проигрывание файла
source-kind-simulator = Выдуманный мир демоверсии
source-trouble-silent = Молчит
source-trouble-failing = Не читается
source-trouble-silent-text = Ничего нового дольше, чем этому источнику позволено молчать. Посмотрите, публикует ли сайт что-нибудь и не сменился ли адрес.
source-trouble-failing-text =
    { $n ->
        [one] Не удалась последняя { $n } проверка.
        [few] Не удались последние { $n } проверки.
       *[other] Не удались последние { $n } проверок.
    }
source-working = Работает
source-paused = Приостановлен
source-waiting = Ещё не проверялся
source-alarm-since = тревога с { $at }

sources-state = Состояние
sources-last-item = Самый новый пост
sources-last-new = Последние новости
sources-lag = Задержка
sources-lag-help = От публикации до момента, когда её увидел Набат; для самого нового поста.
sources-last-poll = Последняя проверка
sources-next-poll = Следующая проверка
sources-accepted = Принято
sources-matched = Подошло к теме
sources-repeated = Уже были
sources-refused = Отклонено
sources-never = никогда
sources-due-now = вот-вот
sources-in = через { $time }
sources-error = Последняя ошибка
sources-counts = Записей с момента добавления источника
sources-added-at = Добавлен

sources-refused-title = Что отклонено и почему
sources-refused-text = Последние отклонённые записи. Ничего не пропадает молча: каждая посчитана, а её начало показано так, как пришло.
sources-refused-none = Ничего не отклонено.
sources-refused-position = запись { $n }
sources-refused-sample = Начало записи
sources-refused-empty-sample = Запись пустая.
sources-gaps-title = Пробелы
sources-gaps-text = Промежутки, за которые источник ничего не дал. Тишина на графике тогда ничего не значит.
sources-gaps-none = Пробелов не известно.
sources-gap = { $from } – { $until }

refusal-syntax = Ошибка в синтаксисе
refusal-encoding = Не читается как текст
refusal-missing-field = Нет нужного поля
refusal-wrong-type = Неверный тип или значение поля
refusal-bad-date = Дата не читается или неправдоподобна
refusal-too-large = Слишком большая запись
refusal-bad-network = Недопустимое имя сети
refusal-not-a-post = Это не пост
refusal-cut-short = Обрывается на середине

imports-title = Загрузить файлы
imports-lead = Архивы и выгрузки любого размера, в том числе сжатые gzip. Ничто не покидает этот компьютер.
imports-no-topics = Пока ни одна тема не отслеживается, поэтому из файла ничего не сохранится. Сначала добавьте тему.
imports-no-topics-add = Добавить тему
imports-drop = Перетащите файлы сюда
imports-drop-now = Отпустите, чтобы добавить файлы
imports-pick = Выбрать файлы
imports-format = Формат
imports-format-auto = Распознать автоматически
imports-mode = Как их читать
imports-mode-live = Как было на самом деле
imports-mode-live-text = Посты проходят весь путь, как если бы пришли сейчас: открывают обращения и могут поднять тревогу.
imports-mode-history = Как историю
imports-mode-history-text = Заполняет графики и учит Набат, что обычно. Обращений не открывает, тревогу не поднимает.
imports-start =
    { $n ->
        [one] Загрузить { $n } файл
        [few] Загрузить { $n } файла
       *[other] Загрузить { $n } файлов
    }
imports-chosen =
    { $n ->
        [one] Выбран { $n } файл
        [few] Выбрано { $n } файла
       *[other] Выбрано { $n } файлов
    }
imports-remove = Убрать «{ $name }»
imports-waiting = Ждёт своей очереди
imports-sending = Отправляется
imports-sending-progress = Отправлено { $done } из { $total }
imports-send-failed = Отправка прервалась
imports-again = Повторить
imports-again-text = То, что успели прочитать, сохранено. Загрузить файл ещё раз не страшно: знакомые посты будут узнаны.
imports-send-again = Из этого файла пока ничего не взято. Отправьте его ещё раз.
imports-cancel = Остановить
imports-cancelled = Остановлено вами
imports-leave = Файлы ещё отправляются. Если уйти, отправка остановится.
imports-earlier = Загрузки
imports-none = Пока ничего не загружали.
imports-file = Файл
imports-when = Начало
imports-state = Состояние
imports-open = Отчёт: «{ $name }»
imports-report = Отчёт о загрузке
imports-back = Все источники
imports-not-there = Такой загрузки нет.
import-state-running = Идёт
import-state-done = Готово
import-state-failed = Прервана
imports-progress = { $done } из { $total }
imports-progress-unknown = Прочитано { $done }
imports-accepted = Прочитано постов
imports-matched = Подошли к теме и сохранены
imports-unmatched = Не подошли, только посчитаны
imports-repeated = Уже были здесь
imports-refused = Отклонены
imports-live-done = Что эти посты вызвали, видно на радаре, среди инцидентов и во входящих.
imports-to-incidents = К инцидентам
imports-mode-was-live = как было на самом деле
imports-mode-was-history = как история
imports-took = Заняло { $time }
imports-failed-unreadable = Файл не удалось дочитать до конца.
imports-failed-gzip = Сжатый файл повреждён.
imports-failed-gzip-bomb = Сжатый файл распаковывается во много раз больше, чем бывает архив постов. Дальше его не читали.
imports-failed-unknown-format = Формат не распознан. Выберите его сами и загрузите файл ещё раз.
imports-failed-no-text-column = В таблице нет столбца с текстом постов. Назовите его «text» и загрузите файл ещё раз.
imports-failed-interrupted = Набат остановили, пока он читал этот файл.
imports-failed-store-full = На диске нет места. Освободите его и загрузите файл ещё раз.
imports-failed-broken = При чтении файла что-то сломалось.
imports-nothing-matched = Ни один пост не подошёл к темам. Проверьте запросы своих тем и загрузите файл ещё раз: повторы не страшны.
imports-to-topics = К темам

format-nabat = JSONL в формате Набата
format-telegram = Экспорт Telegram Desktop (result.json)
format-x-archive = Архив X (tweets.js)
format-x-api = JSON из X API v2
format-jetstream = JSONL из Bluesky Jetstream
format-mastodon = Записи Mastodon
format-csv = CSV с именами столбцов
