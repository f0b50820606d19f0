# Рамка приложения: панели, клавиши, колокол, ошибки и слова, общие для всех страниц.
app-name = Набат
app-version = версия { $version }
app-cancel = Отмена
app-close = Закрыть
app-retry = Повторить
app-reload = Обновить страницу
app-loading = Загружаем…
app-more = Показать ещё
app-somebody = кто-то из команды
app-new-rows = { $n ->
    [one] { $n } новое – показать
    [few] { $n } новых – показать
    [many] { $n } новых – показать
   *[other] { $n } новых – показать
  }
app-no-page = Такой страницы нет
app-no-page-title = По этому адресу ничего нет
app-no-page-words = Ссылка могла устареть, или в ней потерялась буква.

nav-label = Страницы
nav-home = Набат, на радар
nav-skip = К содержанию
nav-radar = Радар
nav-inbox = Входящие
nav-incidents = Инциденты
nav-topics = Темы
nav-sources = Источники
nav-settings = Настройки

top-all-answered = Ответили всем
top-unanswered = { $n ->
    [one] без ответа
    [few] без ответа
    [many] без ответа
   *[other] без ответа
  }
top-late = { $n ->
    [one] { $n } просрочено
    [few] { $n } просрочено
    [many] { $n } просрочено
   *[other] { $n } просрочено
  }
top-oldest = дольше всех
top-line-lost = Связь потеряна, восстанавливаем…
top-demo = Демо: минута здесь – это { $there } там
top-replay = Проигрывание: минута здесь – это { $there } там
top-fast-more = Время здесь идёт быстрее, чтобы не пришлось ждать. На всех страницах – время этого мира.
top-language = Язык
top-menu = Ваше меню
top-sound-on = Звук колокола включён
top-sound-off = Звук колокола выключен
top-sound-waiting = Звука нет – включить
top-notify-ask = Разрешить уведомления
top-notify-denied = Уведомления запрещены в настройках браузера для этого сайта.
top-notify-granted = Уведомления включены
top-profile = Ваш профиль
top-sign-out = Выйти

theme-auto = Цвета: как в системе
theme-light = Цвета: светлые
theme-dark = Цвета: тёмные

language-en = English
language-pl = Polski
language-ru = Русский

time-now = только что

keys-title = Клавиши
keys-help = Эта подсказка
keys-everywhere = Везде
keys-pages = Перейти на страницу
keys-alarm = Открыть последнее оповещение
keys-switch = Одиночные клавиши работают как команды

bell-open = Открыть
bell-seen = Видно, убрать
bell-seen-all = Всё видно, убрать
bell-more = { $n ->
    [one] И ещё { $n } оповещение
    [few] И ещё { $n } оповещения
    [many] И ещё { $n } оповещений
   *[other] И ещё { $n } оповещения
  }
bell-tab = { $n ->
    [one] ● { $n } оповещение
    [few] ● { $n } оповещения
    [many] ● { $n } оповещений
   *[other] ● { $n } оповещения
  }
bell-notification = Набат бьёт тревогу
bell-incident-first = { $n ->
    [one] Новый инцидент: «{ $topic }» – { $n } упоминание за час, { $ratio } к обычному.
    [few] Новый инцидент: «{ $topic }» – { $n } упоминания за час, { $ratio } к обычному.
    [many] Новый инцидент: «{ $topic }» – { $n } упоминаний за час, { $ratio } к обычному.
   *[other] Новый инцидент: «{ $topic }» – { $n } упоминания за час, { $ratio } к обычному.
  }
bell-incident-grew = { $n ->
    [one] Разгорается: «{ $topic }» – уже { $n } упоминание за час, { $ratio } к обычному.
    [few] Разгорается: «{ $topic }» – уже { $n } упоминания за час, { $ratio } к обычному.
    [many] Разгорается: «{ $topic }» – уже { $n } упоминаний за час, { $ratio } к обычному.
   *[other] Разгорается: «{ $topic }» – уже { $n } упоминания за час, { $ratio } к обычному.
  }
bell-incident-escalated = { $n ->
    [one] Тревогу поднял человек: «{ $topic }» – { $n } упоминание за час, { $ratio } к обычному.
    [few] Тревогу поднял человек: «{ $topic }» – { $n } упоминания за час, { $ratio } к обычному.
    [many] Тревогу поднял человек: «{ $topic }» – { $n } упоминаний за час, { $ratio } к обычному.
   *[other] Тревогу поднял человек: «{ $topic }» – { $n } упоминания за час, { $ratio } к обычному.
  }
bell-incident-repeat = { $n ->
    [one] До сих пор никто не взялся: «{ $topic }» – { $n } упоминание за час, { $ratio } к обычному.
    [few] До сих пор никто не взялся: «{ $topic }» – { $n } упоминания за час, { $ratio } к обычному.
    [many] До сих пор никто не взялся: «{ $topic }» – { $n } упоминаний за час, { $ratio } к обычному.
   *[other] До сих пор никто не взялся: «{ $topic }» – { $n } упоминания за час, { $ratio } к обычному.
  }
bell-incident-plain = Инцидент: «{ $topic }».
bell-incident-resolved = Всё кончилось: «{ $topic }».
bell-incident-test = Проверка колокола: «{ $topic }».
bell-source-silent = Источник «{ $source }» замолчал. Возможно, мы пропускаем посты.
bell-source-failing = Источник «{ $source }» не читается. Возможно, мы пропускаем посты.
bell-source-resolved = Источник «{ $source }» снова даёт посты.
bell-channel = Проверка колокола. Всё в порядке.

error-unreachable = Набат не отвечает. Проверьте связь и попробуйте ещё раз.
error-browser = На этой странице что-то сломалось. Обновите её, а если повторится – скажите тому, кто обслуживает Набат.
error-unknown = Набат отказал ({ $code }). Попробуйте ещё раз или скажите тому, кто обслуживает Набат.
error-not-signed-in = Вы больше не вошли в систему. Войдите снова.
error-wrong-password = Неверный логин или пароль.
error-too-many-attempts = Слишком много попыток. Подождите несколько минут и попробуйте снова.
error-not-found = Здесь этого нет. Возможно, ссылка устарела.
error-conflict = Пока вы решали, кто-то другой уже изменил это. Посмотрите, что нового, и решите заново.
error-wrong-state = На этом этапе так сделать нельзя.
error-words-missing = Опишите словами: это прочтут другие.
error-words-too-long = Слишком длинно. Предел – 4000 знаков.
error-bad-link = Это не веб-адрес. Он должен начинаться с http:// или https://.
error-bad-query = В запросе ошибка. Место отмечено.
error-name-missing = Не хватает названия.
error-name-taken = Такое название уже занято. Выберите другое.
error-bad-url = Это не веб-адрес. Он должен начинаться с http:// или https://.
error-bad-value = Одно из значений не подходит. Проверьте поля.
error-too-large = Это слишком большое.
error-unknown-format = Формат файла не узнать. Выберите его сами.
error-store-full = На диске нет места, поэтому сохранить ничего нельзя. Освободите место: из уже принятого ничего не потеряно.
error-setup-done = Набат уже настроен. Войдите.
error-forbidden-origin = Запрос пришёл не с адреса Набата. Откройте Набат по его собственному адресу.
error-internal = У нас что-то сломалось. Попробуйте ещё раз; причина записана в журнале сервера.
error-password-too-short = Пароль слишком короткий.
error-person-needed = Это может сделать только человек, который вошёл в систему, а не ключ доступа.
error-part-in-use = Эту часть использует тема или другая часть, поэтому удалить её нельзя.
error-nothing-found = Запрос пока не нашёл ни одного поста, отмечать нечего.
error-last-person = Это последний человек, который может войти. Сначала добавьте кого-нибудь ещё.

item-kind-post = пост
item-kind-reply = ответ
item-kind-repost = репост
item-kind-quote = цитата
item-kind-review = отзыв
item-kind-article = статья
item-kind-form = сообщение из формы

post-author-unknown = Автор неизвестен
post-ours = мы
post-rating = { $value } из { $best }
post-unfold = Показать целиком
post-fold = Свернуть
post-deleted = Удалено сетью или автором
post-edited = Изменено
post-versions = { $n ->
    [one] сохранена { $n } версия
    [few] сохранены { $n } версии
    [many] сохранено { $n } версий
   *[other] сохранено { $n } версии
  }
post-n-likes = { $n ->
    [one] { $shown } лайк
    [few] { $shown } лайка
    [many] { $shown } лайков
   *[other] { $shown } лайка
  }
post-n-reposts = { $n ->
    [one] { $shown } репост
    [few] { $shown } репоста
    [many] { $shown } репостов
   *[other] { $shown } репоста
  }
post-n-replies = { $n ->
    [one] { $shown } ответ
    [few] { $shown } ответа
    [many] { $shown } ответов
   *[other] { $shown } ответа
  }
post-n-views = { $n ->
    [one] { $shown } просмотр
    [few] { $shown } просмотра
    [many] { $shown } просмотров
   *[other] { $shown } просмотра
  }
post-followers = { $n ->
    [one] { $shown } подписчик
    [few] { $shown } подписчика
    [many] { $shown } подписчиков
   *[other] { $shown } подписчика
  }
post-attachments = { $n ->
    [one] { $n } вложение
    [few] { $n } вложения
    [many] { $n } вложений
   *[other] { $n } вложения
  }
post-original = Оригинал
post-open = Обращение

network-bluesky = Bluesky
network-dzen = Дзен
network-facebook = Facebook
network-instagram = Instagram
network-linkedin = LinkedIn
network-mastodon = Mastodon
network-max = MAX
network-ok = Одноклассники
network-opinovo = Opinovo
network-pikabu = Пикабу
network-reddit = Reddit
network-rutube = RuTube
network-telegram = Telegram
network-threads = Threads
network-tiktok = TikTok
network-vk = ВКонтакте
network-web = Сайты
network-wykop = Wykop
network-x = X
network-youtube = YouTube

day-bars-words =
    { $most ->
        [one] { $caption }: в среднем { $mean } в день; больше всего, { $most } пост, — { $day }
        [few] { $caption }: в среднем { $mean } в день; больше всего, { $most } поста, — { $day }
       *[other] { $caption }: в среднем { $mean } в день; больше всего, { $most } постов, — { $day }
    }
day-bars-none = { $caption }: ни одного
day-bars-table = Таблицей
day-bars-fold = Скрыть таблицу
day-bars-day = День
day-bars-n = Постов
day-bars-unknown = более ранние дни не просмотрены
