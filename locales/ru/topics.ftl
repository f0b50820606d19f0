### Темы: за чем мы следим и какие запросы это находят.

topics-title = Темы
topics-lead = Тема — это то, за чем следит Набат: марка, продукт, человек. Запрос говорит, какие посты к ней относятся.
topics-add = Новая тема
topics-list = Темы, за которыми мы следим
topics-show-archived = Показать темы из архива
topics-empty = Пока ни за чем не следим
topics-empty-text = Посты, которые не подходят ни к одной теме, считаются, но не хранятся. Начните с названия своей компании.
topics-name = Название
topics-kind = Вид
topics-query = Запрос
topics-answers = Что требует ответа
topics-within = Срок ответа
topics-state-archived = В архиве
topics-open-chart = График
topics-edit = Изменить
topics-edit-named = Тема «{ $name }»
topics-new-title = Новая тема
topics-edit-title = Изменить тему
topics-archived-since = В архиве: { $when }. Новое для неё не собирается, а найденное хранится.

topic-kind-brand = Марка
topic-kind-product = Продукт
topic-kind-person = Человек
topic-kind-account = Аккаунт
topic-kind-hashtag = Хештег
topic-kind-competitor = Конкурент
topic-kind-industry = Отрасль
answers-every = Каждый пост
answers-addressed = Только обращённое к нам
answers-none = Ничего
answers-every-help = Каждый чужой пост открывает обращение, кроме репостов без слов.
answers-addressed-help = Обращение открывают ответы, отзывы, сообщения из форм и посты, где назван какой-нибудь аккаунт. Остальное считается.
answers-none-help = Тема считается и может поднять тревогу, но обращений не открывает.

topics-name-help = Так, как говорят у вас в команде. Название видно во входящих и на радаре.
topics-query-help = Слова, фразы и знаки, которые должны быть в посте.
topics-within-minutes = Срок ответа, в минутах
topics-within-help = После этого времени часы обращения становятся красными.
topics-within-bad = Целое число минут от 1 до { $most }, то есть до недели.
topics-save = Сохранить
topics-create = Создать тему
topics-cancel = Отмена
topics-saved = Сохранено. Сохранённые посты проверяются заново.
topics-created = Тема создана. Сохранённые посты проверяются.
topics-archive = В архив
topics-archive-confirm = Убрать тему в архив?
topics-archive-text = Набат перестанет собирать посты для темы «{ $name }», но ничего не закроет: посты, обращения и инциденты останутся, а тему можно вернуть в любой момент.
topics-restore = Следить снова
topics-leave = Уйти без сохранения?
topics-leave-text = Изменения в этой теме не сохранены.
topics-leave-stay = Остаться
topics-leave-go = Уйти без сохранения

topics-history = Проверяем сохранённые посты
topics-history-progress = { $done } из { $total } постов
topics-history-text = Новый запрос применяется к постам, которые уже есть в базе. Можно продолжать работу.

topics-preview = Что находит запрос
topics-preview-empty = Напишите запрос и увидите, какие из сохранённых постов он нашёл бы.
topics-preview-looking = Ищем…
topics-preview-count =
    { $n ->
        [0] Ни один сохранённый пост не подходит
        [one] Подходит { $n } сохранённый пост
        [few] Подходят { $n } сохранённых поста
       *[other] Подходят { $n } сохранённых постов
    }
topics-preview-count-more =
    { $n ->
        [one] Подходит не меньше { $n } сохранённого поста
        [few] Подходят не меньше { $n } сохранённых постов
       *[other] Подходят не меньше { $n } сохранённых постов
    }
topics-preview-scanned =
    { $n ->
        [one] Просмотрен { $n } пост
        [few] Просмотрено { $n } поста
       *[other] Просмотрено { $n } постов
    }
topics-preview-newest = Просмотрены самые новые посты, старые будут проверены после сохранения.
topics-preview-shown =
    { $n ->
        [one] Показан самый новый.
        [few] Показаны { $n } самых новых.
       *[other] Показаны { $n } самых новых.
    }
topics-preview-none-text = Среди сохранённых постов ничего нет. Попробуйте меньше слов, начало слова, например коф*, или проверьте написание.
topics-preview-no-posts = Пока нет постов, по которым можно искать. Запрос будет применяться ко всему, что придёт.
topics-preview-broken = Запрос пока не читается; ниже найденное по последней читаемой версии.
topics-query-error = Запрос не читается
topics-query-warning = Стоит проверить
topics-query-show-place = Показать место

topics-syntax = Как писать запросы
topics-syntax-space = оба слова в любом порядке
topics-syntax-or = одно из двух
topics-syntax-not = то же, длиннее
topics-syntax-minus = без этого слова
topics-syntax-group = скобки группируют
topics-syntax-phrase = эти слова рядом
topics-syntax-prefix = любое слово с таким началом
topics-syntax-tag = хештег
topics-syntax-handle = упоминание аккаунта
topics-syntax-author = посты этого автора
topics-syntax-network = посты одной сети
topics-syntax-lang = посты на одном языке
topics-syntax-example-space = банк приложение
topics-syntax-example-or = приложение OR сайт
topics-syntax-example-not = замок NOT рыцарь
topics-syntax-example-minus = замок -рыцарь
topics-syntax-example-group = банк (очередь OR комиссия)
topics-syntax-example-phrase = "больше никогда"
topics-syntax-example-prefix = возврат*
topics-syntax-example-tag = #гдепосылка
topics-syntax-example-handle = @severhleb
topics-syntax-example-author = author:anna_k
topics-syntax-example-network = network:telegram
topics-syntax-example-lang = lang:ru

topics-versions = Прежние версии запроса
topics-versions-none = С момента создания темы запрос не менялся.
topics-version-current = действует
topics-version-take = Вставить в редактор
