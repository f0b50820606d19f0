# The radar.
radar-title = Radar
radar-lead = { $topics ->
    [one] { $topics } topic
   *[other] { $topics } topics
  }, { $n ->
    [one] { $n } mention in 24 hours
   *[other] { $n } mentions in 24 hours
  }
radar-incidents = Open incidents
radar-calm = All quiet.
radar-calm-more = No topic burns. When one does, the bell will ring.
radar-source-alarms = { $n ->
    [one] { $n } source gives no posts. We may be missing something.
   *[other] { $n } sources give no posts. We may be missing something.
  }
radar-no-topics = Nothing is watched yet
radar-no-topics-words = Add a topic: your company, a product, a person. Nabat counts what people say about it and rings when that suddenly grows.
radar-add-topic = Add a topic
radar-topics = Topics
radar-topic = Topic
radar-now = Last hour
radar-against = Against the usual
radar-day = 24 hours
radar-unanswered = Unanswered
radar-in-hour = in the hour
radar-in-day = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
  }
radar-verdict-above = above the usual { $expected }
radar-verdict-usual = as usual: { $expected }
radar-verdict-below = below the usual { $expected }
radar-verdict-few = usually { $expected }
radar-young = little history
radar-young-more = Less than seven days of history: the usual is still a rough guess.
radar-spark = { $n ->
    [one] { $n } mention in 24 hours, at most { $max } in an hour
   *[other] { $n } mentions in 24 hours, at most { $max } in an hour
  }
radar-unanswered-n = unanswered
radar-late = later than agreed
radar-all-answered = all answered
radar-not-answered = not to be answered
radar-keys = Radar
radar-key-next = Next
radar-key-previous = Previous
