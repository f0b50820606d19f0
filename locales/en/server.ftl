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

# The command line: nabat query. $asked is a piece of the query, $met words of the post.
query-cli-unusable = This query cannot be used.
query-cli-translated = In the language of Nabat: { $query }
query-cli-reading = It is read as: { $reading }
query-cli-forms = { $word }: { $n ->
    [one] { $n } form is looked for
   *[other] { $n } forms are looked for
  }
query-cli-ordinary = One of them is also an ordinary word. To take capitalised words only, write { $word }[^].
query-cli-capital-only = with a capital only
query-cli-struck = struck out, not looked for
query-cli-matches = matches
query-cli-matches-not = does not match
query-cli-found = { $asked } found as “{ $met }”
query-cli-held = { $asked } holds
query-cli-missing = missing: { $asked }
query-cli-excluded = ruled out by: { $asked }
query-cli-refused-record = this record cannot be read
query-cli-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
  }, { $matched ->
    [one] { $matched } matches
   *[other] { $matched } match
  }.
query-cli-case-wrong = Line { $line } should be { $wanted } and is { $got }:
query-cli-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
  }, { $wrong } wrong.
