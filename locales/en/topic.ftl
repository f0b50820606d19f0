# The page of one topic: its chart and its posts.
topic-title = Topic
topic-archived = archived
topic-history = going through stored posts: { $done } of { $total }
topic-query = Query:
topic-precision = Of what the query finds, { $words }.
topic-precision-old = Of what an earlier version of the query found, { $words }.
topic-edit = Edit the topic
topic-cases = Its cases
topic-export = Export CSV
topic-chart = Mentions over time
topic-range = Range
topic-range-24h = 24 hours
topic-range-7d = 7 days
topic-range-30d = 30 days
topic-step = Step
topic-step-300 = by 5 minutes
topic-step-3600 = by hour
topic-step-86400 = by day
topic-total = { $n ->
    [one] mention
   *[other] mentions
  }
topic-networks = Networks
topic-posts = Posts
topic-posts-all = Show all
topic-search = Search these posts
topic-no-posts = No posts here
topic-no-posts-words = Choose another moment or a longer range, or loosen the search.
topic-keys = Topic
topic-key-search = Search the posts
topic-key-edit = Edit the topic
topic-key-all = Show all posts of the range

chart-point = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
  }, { $expected } expected ({ $low } to { $high })
chart-running = still counting
chart-legend-n = Mentions
chart-legend-over = More than expected
chart-legend-burning = More than expected, around the bell
chart-legend-expected = Expected, and how far it usually varies
chart-legend-signal = The bell rang
chart-legend-incident = Incident opened
chart-help = Click a bar to see its posts; arrow keys and Enter do the same
