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
