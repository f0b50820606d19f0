### Темы: за чем мы следим и какие запросы это находят.

topics-title = Темы
topics-lead = Тема — это то, за чем следит Набат: марка, продукт, человек. Запрос определяет, какие посты к ней относятся.
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
topics-within-help = После этого срока часы обращения станут красными.
topics-within-bad = Целое число минут от 1 до { $most }, то есть до недели.
topics-save = Сохранить
topics-create = Создать тему
topics-cancel = Отмена
topics-saved = Изменения сохранены. Посты в базе проверяются заново.
topics-created = Тема создана. Проверяем посты, которые уже есть в базе.
topics-archive = В архив
topics-archive-confirm = Убрать тему в архив?
topics-archive-text = Набат перестанет собирать посты для темы «{ $name }», но ничего не закроет: посты, обращения и инциденты останутся, а тему можно вернуть в любой момент.
topics-restore = Следить снова
topics-leave = Уйти без сохранения?
topics-leave-text = Изменения в этой теме не сохранены.
topics-leave-stay = Остаться
topics-leave-go = Уйти без сохранения

topics-theirs = Пока тема была у вас открыта, её сохранил кто-то ещё. Если сохраните сейчас, ваш вариант заменит чужой; в списке версий останутся оба запроса.
topics-theirs-compare = Сравнить запросы
topics-theirs-take = Взять чужой вариант

topics-history = Проверяем сохранённые посты
topics-history-progress = { $done } из { $total } постов
topics-history-text = Новый запрос применяется к постам, которые уже есть в базе. Можно продолжать работу.

topics-preview = Что находит запрос
topics-preview-tabs = Что находит запрос, по частям
topics-preview-posts = Посты
topics-preview-words = Формы слов
topics-preview-branches = Варианты
topics-preview-exclusions = Исключения
topics-preview-empty = Напишите запрос, и здесь появятся сохранённые посты, которые он находит.
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
topics-preview-of =
    { $n ->
        [one] из { $n } просмотренного
        [few] из { $n } просмотренных
       *[other] из { $n } просмотренных
    }
topics-preview-newest = Просмотрены только самые новые, остальные проверим после сохранения
topics-preview-negative = { $share } негатива
topics-preview-negative-of =
    { $n ->
        [one] среди { $n } с известной тональностью
        [few] среди { $n } с известной тональностью
       *[other] среди { $n } с известной тональностью
    }
topics-preview-share = Под запрос подойдёт около { $share } всех постов
topics-preview-share-much = Столько никто не прочтёт: добавьте обязательное слово
topics-preview-days = Подходящие посты по дням
topics-preview-shown =
    { $n ->
        [one] Показан самый новый.
        [few] Показаны { $n } самых новых.
       *[other] Показаны { $n } самых новых.
    }
topics-preview-first = Показаны только первые { $n }.
topics-preview-none-text = Среди сохранённых постов ничего нет. Попробуйте меньше слов, начало слова, например коф*, или проверьте написание.
topics-preview-no-posts = Пока нет постов, по которым можно искать. Запрос будет применяться ко всему, что придёт.
topics-preview-broken = Запрос пока не читается; ниже найденное по последней читаемой версии.
topics-query-error = Запрос не читается
topics-query-warning = Стоит проверить
topics-query-show-place = Показать место

topics-branches-lead = Сколько постов даёт каждый вариант внутри OR. Выберите строку, и её место в запросе подсветится.
topics-branches-none = В запросе нет вариантов через OR, которые можно посчитать порознь.
topics-branch-nothing = ничего не даёт
topics-branch-n =
    { $n ->
        [one] { $n } пост
        [few] { $n } поста
       *[other] { $n } постов
    }
topics-branch-only =
    { $n ->
        [0] все есть и в других вариантах
       *[other] из них только здесь: { $n }
    }
topics-exclusions-lead = Что отсекает каждое NOT. Выберите строку, и её место в запросе подсветится.
topics-exclusions-none = Запрос ничего не исключает.
topics-exclusion-nothing = ничего не отсекает
topics-exclusion-n =
    { $n ->
        [one] отсекает { $n } пост
        [few] отсекает { $n } поста
       *[other] отсекает { $n } постов
    }

topics-forms-lead = Каждое слово ищется во всех формах. Нажмите на форму, чтобы вычеркнуть её; нажмите ещё раз, чтобы вернуть.
topics-forms-none = В запросе нет слов, у которых есть формы: =слова, {"{"}слова{"}"}, #теги и слова с * ищутся так, как написаны.
topics-forms-undo = Отменить
topics-forms-capitals = Только с большой буквы
topics-forms-ordinary = «{ $words }» — ещё и обычное слово. Искать только с большой буквы?
topics-forms-more =
    { $n ->
        [one] ещё { $n }: другие языки, алфавиты, раскладка
        [few] ещё { $n }: другие языки, алфавиты, раскладка
       *[other] ещё { $n }: другие языки, алфавиты, раскладка
    }
topics-forms-less = Показать меньше
topics-forms-own = Ещё одна форма слова «{ $word }»
topics-forms-own-short = своя форма
topics-forms-own-bad = Форма — одно слово из букв и цифр.
topics-forms-add = Добавить форму
topics-forms-posts =
    { $n ->
        [0] нет ни в одном посте
        [one] в { $n } посте
        [few] в { $n } постах
       *[other] в { $n } постах
    }
topics-forms-also-ordinary = ещё и обычное слово
topics-forms-capital-only = ещё и обычное слово: ищется только с большой буквы
topics-forms-capital-told = «{ $name }» ищется только с большой буквы: «{ $word }» — обычное слово. Нужно и оно — допишите в запрос OR { $word }.
topics-forms-struck = вычеркнута: не ищется

topics-why = Зачем это изменение?
topics-why-help = Необязательно. Будет видно в списке версий.
topics-compare = Что меняется в найденном
topics-compare-open = Что изменится?
topics-compare-of =
    { $n ->
        [one] Среди { $n } сохранённого поста
        [few] Среди { $n } сохранённых постов
       *[other] Среди { $n } сохранённых постов
    }
topics-compare-newest = Более старые не просмотрены
topics-compare-brings = Новые
topics-compare-loses = Выпавшие
topics-compare-brings-none = Новых постов нет.
topics-compare-loses-none = Ни один пост не выпал.
topics-compare-unreadable-before = Прежний запрос больше не читается, сравнить не с чем.
topics-compare-unreadable-after = Новый запрос не читается, сравнить нечего.

topics-versions = Версии запроса
topics-versions-none = С момента создания темы запрос не менялся.
topics-version-current = действует
topics-version-take = Вставить в редактор
topics-version-show = Показать разницу
topics-version-same = те же посты
topics-version-uncounted = ещё не посчитано
topics-version-query = Запрос от { $when }
topics-version-posts =
    { $n ->
        [one] пост
        [few] поста
       *[other] постов
    }
topics-version-difference =
    { $brings ->
        [one] Прибавился { $brings } пост
        [few] Прибавилось { $brings } поста
       *[other] Прибавилось { $brings } постов
    }, { $loses ->
        [one] потерян { $loses }
        [few] потеряно { $loses }
       *[other] потеряно { $loses }
    }

precision-panel = Насколько запрос точен?
precision-lead = Отметьте 20 случайных постов, и Набат оценит, какая часть найденного действительно относится к теме.
precision-begin = Отметить 20 постов
precision-again = Отметить другие посты
precision-title = Выборка из найденных постов
precision-about = верно около { $share } (от { $low } до { $high })
precision-of =
    { $n ->
        [one] отмечен { $n } пост, { $when }
        [few] отмечено { $n } поста, { $when }
       *[other] отмечено { $n } постов, { $when }
    }
precision-old = С тех пор запрос изменился. Отметьте посты заново, чтобы увидеть, как он работает теперь.
precision-saved-query = Выборка берётся по сохранённому запросу, а не по тому, что в редакторе.
precision-progress = Пост { $at } из { $n }
precision-all-seen = Все посты просмотрены
precision-question = Относится ли этот пост к теме?
precision-right = Верно
precision-wrong = Неверно
precision-skip = Пропустить
precision-back = Назад
precision-keys = Клавиши: Y или → верно, N или ← неверно, S или ↓ пропустить, B или ↑ назад. Раскладка не важна.
precision-nothing-marked = Ни один пост не отмечен, оценивать нечего.
precision-counts = Верно: { $right }, неверно: { $wrong }, пропущено: { $skipped }
precision-explained = Примерно в 95 из 100 таких выборок настоящая доля окажется в этих пределах. Чем больше отметок, тем пределы уже.
precision-so-far = Пока: { $words }

topics-dialect-open = Запрос из другой системы?
topics-dialect = Запрос из другой системы
topics-dialect-tool = Написан для
topics-dialect-paste = Его текст
topics-dialect-ours = На языке Набата
topics-dialect-empty = Вставьте запрос выше, и здесь появится его перевод.
topics-dialect-reading = Переводим…
topics-dialect-unread = Запрос пока не переводится, место отмечено выше.
topics-dialect-same = Здесь он значит то же самое.
topics-dialect-note = Стоит проверить: здесь это читается иначе.
topics-dialect-notes =
    { $n ->
        [one] { $n } место читается здесь иначе:
        [few] { $n } места читаются здесь иначе:
       *[other] { $n } мест читаются здесь иначе:
    }
topics-dialect-take = Вставить в редактор
dialect-brandwatch = Brandwatch
dialect-youscan = YouScan
dialect-sentione = SentiOne
dialect-powertrack = PowerTrack
dialect-lucene = Lucene

query-parts = Именованные части
query-parts-lead = Часть пишется один раз, а в запросах стоит под своим именем, например $слова_кризиса. Изменится она — изменятся все запросы с ней.
query-parts-empty = Именованных частей пока нет
query-parts-empty-text = Списки, которые нужны нескольким темам, например кризисные слова, лучше держать в одном месте.
query-part-add = Новая часть
query-part-edit = Изменить
query-part-edit-title = Изменить ${ $name }
query-part-query = Запрос части ${ $name }
query-part-name = Имя
query-part-name-help = Буквы, цифры и _; в запросах перед именем стоит $.
query-part-name-bad = В имени могут быть только буквы, цифры и _, без пробелов.
query-part-saved = Сохранено. Все темы с ${ $name } работают с новым текстом.
query-part-finds =
    { $n ->
        [0] Сама по себе не находит ни одного сохранённого поста.
        [one] Сама по себе находит { $n } сохранённый пост.
        [few] Сама по себе находит { $n } сохранённых поста.
       *[other] Сама по себе находит { $n } сохранённых постов.
    }
query-part-changes =
    { $n ->
        [one] Сохранение изменит { $n } тему.
        [few] Сохранение изменит { $n } темы.
       *[other] Сохранение изменит { $n } тем.
    }
query-part-breaks = Часть используется в «{ $user }», и с новым текстом этот запрос не читался бы. Сначала измените его или напишите часть иначе.
query-part-unused = Нигде не используется
query-part-used-by = Используется в
query-part-topic = тема { $id }
query-part-delete = Удалить
query-part-delete-title = Удалить ${ $name }?
query-part-delete-text = Эту часть ничто не использует. Её текст исчезнет вместе с ней.
query-part-deleted = Часть ${ $name } удалена.
query-part-in-use =
    { $n ->
        [one] Часть нельзя удалить, пока она используется. Сначала уберите её отсюда:
        [few] Часть нельзя удалить, пока она используется. Сначала уберите её из этих мест:
       *[other] Часть нельзя удалить, пока она используется. Сначала уберите её из этих мест:
    }
query-part-offers =
    { $n ->
        [one] Подходит { $n } часть: Enter вставляет её, Esc закрывает список
        [few] Подходят { $n } части: стрелки выбирают, Enter вставляет, Esc закрывает список
       *[other] Подходят { $n } частей: стрелки выбирают, Enter вставляет, Esc закрывает список
    }

topics-syntax = Как писать запросы
topics-syntax-guide = Весь язык с примерами (откроется в новой вкладке)
topics-syntax-group-joining = Как соединять слова
topics-syntax-space = оба слова в любом порядке
topics-syntax-or = одно из двух; | значит то же
topics-syntax-minus = без этого слова
topics-syntax-not = то же самое
topics-syntax-group = скобки группируют
topics-syntax-group-forms = Формы слова
topics-syntax-forms = все формы: возврата, возвратом; у названия с большой буквы — ещё латиницей, в другой раскладке и с похожими буквами
topics-syntax-exact = только эта форма, большими или маленькими буквами
topics-syntax-cased = точно так: с этими большими буквами и с ё
topics-syntax-list = без формы (−), ещё с одной (+), только с большой буквы (^)
topics-syntax-group-near = Рядом друг с другом
topics-syntax-phrase = эти слова подряд
topics-syntax-window = все слова в любом порядке, и между ними не больше 3 других
topics-syntax-near = между ними не больше 3 слов, порядок любой
topics-syntax-onear = то же, но именно в этом порядке
topics-syntax-sent = оба в одном предложении
topics-syntax-group-pieces = Части слов
topics-syntax-prefix = так начинается; не меньше 3 букв
topics-syntax-infix = содержит это; не меньше 4 букв
topics-syntax-letter = ? — любая одна буква или цифра
topics-syntax-fuzzy = с одной неверной, пропущенной или лишней буквой; не меньше 5 букв
topics-syntax-group-tags = Хештеги и аккаунты
topics-syntax-tag = хештег
topics-syntax-handle = упоминание аккаунта
topics-syntax-group-fields = Где, чьё и какое
topics-syntax-author = посты этого автора
topics-syntax-network = посты одной сети
topics-syntax-lang = посты на одном языке
topics-syntax-title = в заголовке
topics-syntax-site = с этого сайта и его поддоменов
topics-syntax-url = со ссылкой, в которой есть это
topics-syntax-type = post, reply (ответ), repost, quote (цитата), review (отзыв), article (статья) или form (форма)
topics-syntax-has = с картинкой (image), видео (video), звуком (audio), файлом (file), ссылкой (link), хештегом (hashtag), упоминанием (mention), оценкой (rating) или emoji
topics-syntax-followers = посты авторов с таким числом подписчиков; * — без границы
topics-syntax-sentiment = тональность: negative, neutral или positive
topics-syntax-field-list = одно из нескольких значений
topics-syntax-group-order = Порядок в запросе
topics-syntax-part = именованная часть, общая для нескольких тем
topics-syntax-comment = заметка для коллег, не ищется
topics-syntax-example-space = банк приложение
topics-syntax-example-or = приложение OR сайт
topics-syntax-example-minus = замок -рыцарь
topics-syntax-example-not = замок NOT рыцарь
topics-syntax-example-group = банк (очередь OR комиссия)
topics-syntax-example-forms = возврат
topics-syntax-example-exact = =возврат
topics-syntax-example-cased = {"{"}Магнит{"}"}
topics-syntax-example-list = Магнит[-магнитами +магазик ^]
topics-syntax-example-phrase = "больше никогда"
topics-syntax-example-window = "карта заблокирована"~3
topics-syntax-example-near = карта NEAR/3 блокировка
topics-syntax-example-onear = карта ONEAR/3 блокировка
topics-syntax-example-sent = банк SENT мошенники
topics-syntax-example-prefix = возврат*
topics-syntax-example-infix = *утечк*
topics-syntax-example-letter = Соловь?в
topics-syntax-example-fuzzy = Северхлеб~1
topics-syntax-example-tag = #гдепосылка
topics-syntax-example-handle = @severhleb
topics-syntax-example-author = author:anna_k
topics-syntax-example-network = network:telegram
topics-syntax-example-lang = lang:ru
topics-syntax-example-title = title:отзыв
topics-syntax-example-site = site:forum.example
topics-syntax-example-url = url:"/otzyv"
topics-syntax-example-type = type:review
topics-syntax-example-has = has:image
topics-syntax-example-followers = followers:[1000 TO *]
topics-syntax-example-sentiment = sentiment:negative
topics-syntax-example-field-list = lang:(ru OR en)
topics-syntax-example-part = $слова_кризиса
topics-syntax-example-comment = <<< согласовано с юристами >>>

guide-title = Как писать запросы
guide-contents = Содержание
guide-example = Пример
guide-table = Таблица
