### Настройки, вход и первый запуск.

signin-title = Вход
signin-lead = Колокол, который бьёт, когда начинается пожар.
signin-login = Логин
signin-password = Пароль
signin-send = Войти
signin-demo = Это демоверсия: компания, люди и все посты выдуманы. Обновите страницу, чтобы войти снова.
signin-forgotten = Забыли пароль? Новый может задать любой, кто уже вошёл: «Настройки», раздел «Люди».

setup-title = Добро пожаловать в Набат
setup-lead = Три шага: вы, тема для наблюдения и источник. Всё остаётся на этом компьютере.
setup-organisation = Ваша организация
setup-organisation-help = Видна в отчётах и в User-Agent, когда читаются ленты.
setup-name = Ваше имя
setup-name-help = Коллеги увидят его рядом с тем, что вы делаете.
setup-login = Логин
setup-login-help = То, что вы будете вводить при входе.
setup-password = Пароль
setup-send = Начать
password-rule =
    { $n ->
        [one] Не меньше { $n } знака. Фразу запомнить легче, чем символы.
        [few] Не меньше { $n } знаков. Фразу запомнить легче, чем символы.
       *[other] Не меньше { $n } знаков. Фразу запомнить легче, чем символы.
    }
password-short =
    { $n ->
        [one] Не хватает { $n } знака
        [few] Не хватает { $n } знаков
       *[other] Не хватает { $n } знаков
    }
password-enough = Длина подходит
password-show = Показать
password-hide = Скрыть

settings-title = Настройки
settings-sections = Разделы настроек
settings-saved = Сохранено.
settings-save = Сохранить
settings-cancel = Отмена
settings-needed = Это поле нужно заполнить.
settings-language = Язык интерфейса

profile-title = Мой профиль
profile-lead = Ваше имя, язык и пароль.
profile-name = Имя
profile-login = Логин
profile-password-title = Новый пароль
profile-password-old = Нынешний пароль
profile-password-new = Новый пароль
profile-password-send = Сменить пароль
profile-password-saved = Пароль изменён.
profile-password-wrong = Это не ваш нынешний пароль.
profile-sign-out = Выйти

people-title = Люди
people-lead = Кто работает с Набатом. Людей отключают, но не удаляют: сделанное остаётся за ними.
people-add = Добавить человека
people-add-title = Новый человек
people-add-send = Добавить
people-added = Добавлено: { $name }. Передайте логин и пароль сами, Набат не шлёт писем.
people-name = Имя
people-login = Логин
people-password = Первый пароль
people-language = Язык
people-state = Состояние
people-do = Доступ
people-active = Доступ есть
people-off = Доступ отключён
people-switch-off = Отключить
people-switch-on = Включить
people-switch-off-confirm = Отключить доступ: { $name }?
people-switch-off-text = Сеанс закончится сразу, и войти больше не получится. Обращения останутся за этим человеком, пока вы не назначите их кому-то ещё.
people-you = вы
people-new-password = Новый пароль
people-new-password-title = Новый пароль: { $name }
people-new-password-send = Задать пароль
people-new-password-saved = Новый пароль задан ({ $name }). Передайте его сами.

tokens-title = Ключи доступа
tokens-lead = Ключом пользуются программы, которые читают и пишут через API. Ключу можно то же, что и вам.
tokens-add = Создать ключ
tokens-name = Для чего он
tokens-name-help = Чтобы потом было ясно, какой из них отозвать.
tokens-created = Создан
tokens-used = Последний раз
tokens-never = никогда
tokens-none = Ключей нет.
tokens-revoke = Отозвать
tokens-revoke-confirm = Отозвать ключ «{ $name }»?
tokens-revoke-text = Программы, которые им пользуются, сразу получат отказ. Отменить это нельзя.
tokens-revoked = Ключ отозван.
tokens-api = Описание API (OpenAPI)

secret-title = Скопируйте сейчас
secret-token = Ключ показывается один раз. Набат хранит только его отпечаток.
secret-webhook = Секрет для подписи показывается один раз. Получатель проверяет им, что сообщения действительно отсюда.
secret-copy = Скопировать
secret-copied = Скопировано
secret-done = Записано

alerts-title = Оповещения
alerts-lead = Как Набат даст знать, что загорелось.
alerts-browser = В этом браузере
alerts-browser-text = Пока открыта вкладка с Набатом, тревога слышна и видна здесь: звук, заголовок вкладки и системное уведомление.
alerts-sound = Звук
alerts-sound-help = Только для этого браузера.
alerts-sound-waiting = Ждёт щелчка в этой вкладке
alerts-sound-test = Послушать
alerts-notifications = Системные уведомления
alerts-notifications-on = Разрешены
alerts-notifications-off = Разрешения пока нет
alerts-notifications-denied = Запрещены в этом браузере. Разрешите уведомления для этого адреса в настройках браузера.
alerts-notifications-unsupported = В этом браузере для этого адреса нет уведомлений.
alerts-notifications-ask = Разрешить
alerts-notifications-test = Показать пример
alerts-notification-sample = Так выглядит уведомление.
alerts-webhooks = Вебхуки
alerts-webhooks-text = Каждое оповещение уходит как CloudEvent с подписью по правилам Standard Webhooks и повторяется, пока получатель его не примет.
alerts-webhooks-none = Вебхуков пока нет.
alerts-add = Добавить вебхук
alerts-add-title = Новый вебхук
alerts-add-send = Добавить вебхук
alerts-name = Название
alerts-url = Адрес
alerts-url-help = Начинается с https:// или http://.
alerts-enabled = Включён
alerts-disabled = Выключен
alerts-enable = Включить
alerts-disable = Выключить
alerts-edit-title = Вебхук «{ $name }»
alerts-test = Отправить пробное
alerts-tested = Пробное сообщение отправляется. Смотрите отправки ниже.

deliveries-title = Отправки
deliveries-lead = Каждое сообщение наружу: почему отправлено, кому и дошло ли.
deliveries-none = Пока ничего не отправляли.
deliveries-refresh = Обновить
deliveries-attempts =
    { $n ->
        [0] попыток ещё не было
        [one] { $n } попытка
        [few] { $n } попытки
       *[other] { $n } попыток
    }
deliveries-next = следующая попытка через { $time }
deliveries-attempt-ok = принято
deliveries-attempt-failed = не удалось
alert-reason-first = Первое сообщение
alert-reason-grew = Стало больше
alert-reason-escalated = Повышено человеком
alert-reason-repeat = Никто не взялся
alert-reason-resolved = Всё закончилось
alert-reason-test = Проба
delivery-state-waiting = Ждёт
delivery-state-delivered = Доставлено
delivery-state-failed = Не доставлено

general-title = Общее
general-lead = То, что действует для всех.
general-organisation = Организация
general-language = Язык для тех, кто не вошёл
general-contact = Контакт для владельцев сайтов
general-contact-help = Почта или адрес сайта. Стоит в User-Agent, когда читаются ленты: сайт сможет написать вам, а не блокировать.
general-detector = Когда бьёт колокол
general-detector-text = Набат сравнивает последний час каждой темы со средним часом за семь предыдущих дней.
general-ratio = Во сколько раз больше обычного
general-ratio-help = 4 — спокойно; при 3 колокол бьёт раньше и чаще.
general-authors = Разных авторов, не меньше
general-authors-help = Чтобы один разговорчивый человек не поднял тревогу.
general-cooldown = Тишина после сигнала, в минутах
general-cooldown-help = В это время тема бьёт тревогу снова, только если упоминаний стало вдвое больше.
general-number-bad = От { $least } до { $most }.
general-sentence =
    Сейчас: колокол бьёт, когда за час упоминаний хотя бы в { $times ->
        [one] { $ratio } раз
        [few] { $ratio } раза
        [many] { $ratio } раз
       *[other] { $ratio } раза
    } больше обычного и они не менее чем от { $authors ->
        [one] { $authors } автора
        [few] { $authors } разных авторов
       *[other] { $authors } разных авторов
    }; после сигнала ещё { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[other] { $minutes } минут
    } тревогу поднимает только удвоение.

export-title = Выгрузка
export-lead = Данные ваши: упоминания можно забрать в любой момент.
export-topic = Тема
export-any-topic = Все темы
export-from = С
export-until = По
export-network = Сеть
export-network-help = Короткое имя, например vk, x или web; пусто — все.
export-query = Со словами
export-jsonl = В JSONL
export-jsonl-text = Собственный формат Набата, с каждой версией каждого поста. Его можно загрузить обратно без изменений. Учитываются тема и время; сеть и слова — нет.
export-csv = В CSV
export-csv-text = Одна строка на упоминание, для таблиц. Учитывается всё выбранное.
export-range-wrong = Конец раньше начала.
export-download = Скачать
