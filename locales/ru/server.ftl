# Сообщения, которые уходят с сервера: вебхуки и почта. $topic и $source — названия, данные людьми.
told-incident-first = { $topic }: за последний час { $observed ->
    [one] { $observed } упоминание
    [few] { $observed } упоминания
    [many] { $observed } упоминаний
   *[other] { $observed } упоминания
  } — в { $ratio } { $times ->
    [one] раз
    [few] раза
    [many] раз
   *[other] раза
  } больше обычного ({ $expected }). Авторов: { $authors }.
told-incident-grew = { $topic } — волна растёт: за последний час { $observed ->
    [one] { $observed } упоминание
    [few] { $observed } упоминания
    [many] { $observed } упоминаний
   *[other] { $observed } упоминания
  } — в { $ratio } { $times ->
    [one] раз
    [few] раза
    [many] раз
   *[other] раза
  } больше обычного ({ $expected }). Авторов: { $authors }.
told-incident-escalated = { $topic }: инцидент подтверждён. В самый сильный час — { $observed ->
    [one] { $observed } упоминание
    [few] { $observed } упоминания
    [many] { $observed } упоминаний
   *[other] { $observed } упоминания
  }.
told-incident-repeat = { $topic }: инцидентом пока никто не занялся. В самый сильный час — { $observed ->
    [one] { $observed } упоминание
    [few] { $observed } упоминания
    [many] { $observed } упоминаний
   *[other] { $observed } упоминания
  }.
told-incident-resolved = { $topic }: инцидент закрыт.
told-source-silent = Источник «{ $source }» молчит дольше, чем должен. Пока он молчит, «Набат» может пропустить посты оттуда.
told-source-failing = Источник «{ $source }» не читается. Пока он недоступен, «Набат» не видит постов оттуда.
told-source-resolved = Источник «{ $source }» снова работает.
told-channel-test = Это проверочное сообщение от «Набата». Если вы его видите, канал работает.

# Командная строка: nabat query. $asked — часть запроса, $met — слова поста.
query-cli-unusable = Этот запрос использовать нельзя.
query-cli-translated = На языке запросов Nabat: { $query }
query-cli-reading = Запрос понят так: { $reading }
query-cli-forms = { $word }: { $n ->
    [one] ищем { $n } форму
    [few] ищем { $n } формы
   *[many] ищем { $n } форм
  }
query-cli-ordinary = Одна из них — ещё и обычное слово. Чтобы учитывать только слова с заглавной буквы, напишите { $word }[^].
query-cli-capital-only = только с заглавной буквы
query-cli-struck = вычеркнута, не ищем
query-cli-matches = подходит
query-cli-matches-not = не подходит
query-cli-found = { $asked } — найдено как «{ $met }»
query-cli-held = { $asked } — выполнено
query-cli-missing = не хватает: { $asked }
query-cli-excluded = исключает: { $asked }
query-cli-refused-record = эту запись прочитать нельзя
query-cli-posts = Постов: { $n }, подходит: { $matched }.
query-cli-case-wrong = Строка { $line }: должно быть { $wanted }, а получилось { $got }:
query-cli-cases = Случаев: { $n }, с ошибкой: { $wrong }.
