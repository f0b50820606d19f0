# Why the bell rang: the evidence of a signal in words, with the sum behind it.
signal-sentence = { $n ->
    [one] { $n } mention in one hour
   *[other] { $n } mentions in one hour
  } by { $authors ->
    [one] { $authors } author
   *[other] { $authors } authors
  }: { $times ->
    [one] { $times } time
   *[other] { $times } times
  } the usual { $expected } an hour.
signal-window = The hour
signal-usual = The usual
signal-usual-sum = { $n ->
    [one] { $n } mention in the { $hours } hours before
   *[other] { $n } mentions in the { $hours } hours before
  } = { $mean } an hour
signal-usual-floor = (counted as { $expected }: a rarer topic would ring at every post)
signal-ratio = The rise
signal-ratio-sum = { $n } ÷ { $expected } = { $ratio }; the bell rings from { $threshold }
signal-authors = Authors
signal-authors-sum = { $n ->
    [one] { $n } different; at least { $min } are needed
   *[other] { $n } different; at least { $min } are needed
  }
signal-networks = Networks
signal-networks-rest = { $n ->
    [one] { $n } elsewhere
   *[other] { $n } elsewhere
  }
signal-top-authors = Most active
