# Messages that leave the server: webhooks and mail. $topic and $source are names that people gave.
told-incident-first = { $topic }: { $observed ->
    [one] { $observed } mention
   *[other] { $observed } mentions
  } in the last hour, { $ratio } { $times ->
    [one] time
   *[other] times
  } the usual { $expected }, from { $authors ->
    [one] { $authors } author
   *[other] { $authors } authors
  }.
told-incident-grew = { $topic } is growing: { $observed ->
    [one] { $observed } mention
   *[other] { $observed } mentions
  } in the last hour, { $ratio } { $times ->
    [one] time
   *[other] times
  } the usual { $expected }, from { $authors ->
    [one] { $authors } author
   *[other] { $authors } authors
  }.
told-incident-escalated = { $topic }: the incident was confirmed as real. { $observed ->
    [one] { $observed } mention
   *[other] { $observed } mentions
  } in the strongest hour.
told-incident-repeat = { $topic }: nobody has taken this incident yet. { $observed ->
    [one] { $observed } mention
   *[other] { $observed } mentions
  } in the strongest hour.
told-incident-resolved = { $topic }: the incident is closed.
told-source-silent = The source “{ $source }” has been silent for longer than it should. Until it speaks again, Nabat may miss posts from it.
told-source-failing = The source “{ $source }” cannot be read. Until it can, Nabat misses posts from it.
told-source-resolved = The source “{ $source }” works again.
told-channel-test = This is a test message from Nabat. If you can read it, the channel works.
