# Incidents: their list and the incident room.
incidents-title = Incidents
incidents-status = Which incidents
incidents-open = Open
incidents-closed = Closed
incidents-topic = Topic
incidents-all-topics = All topics
incidents-none-open = Nothing burns
incidents-none-open-words = When mentions of a topic suddenly grow, an incident opens here by itself.
incidents-none-closed = No incident has been closed yet
incidents-none-closed-words = Closed incidents stay here for good, with all that was done.
incidents-keys = Incidents
incidents-key-next = Next
incidents-key-previous = Previous

incident-status-suspected = suspected
incident-status-confirmed = confirmed
incident-status-contained = contained
incident-status-closed = closed

incident-card-since = open for
incident-card-closed = closed
incident-card-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
  }
incident-card-peak = peak { $n } an hour
incident-card-unanswered = { $shown } unanswered
incident-card-nobody = no owner
incident-card-open = Open the room

incident-title = Incident
incident-tab = Incident: { $topic }
incident-number = No. { $id }
incident-fact-mentions = Mentions
incident-fact-peak = Strongest hour
incident-fact-unanswered = Unanswered
incident-fact-since = Began
incident-fact-signal = Last signal
incident-fact-closed = Closed
incident-fact-nobody = nobody
incident-fact-owner = Owner
incident-why = Why the bell rang
incident-why-more = { $n ->
    [one] This is the only signal of this incident.
   *[other] This is the latest of { $n } signals; the others are in the timeline.
  }
incident-chart = Mentions of the topic around the incident
incident-to-topic = The whole topic
incident-networks = Networks
incident-posts = What people say
incident-posts-top = Strongest
incident-posts-all = All { $n }
incident-posts-everything = Show all
incident-no-posts = No posts here
incident-cases = Cases of this incident
incident-cases-waiting = { $n ->
    [one] { $shown } waits for an answer
   *[other] { $shown } wait for an answer
  }
incident-cases-none = nobody waits for an answer
incident-timeline = Timeline
incident-note = Note for the timeline
incident-note-hint = Write down what you did or found out…
incident-note-add = Add the note

incident-own-take = Take it
incident-own-pass = Hand it over
incident-own-who = New owner
incident-own-done = You own this incident now.
incident-do-own = Hand it over
incident-do-confirm = Confirm
incident-do-contain = Mark contained
incident-do-close = Close
incident-do-reopen = Reopen
incident-about-own = The owner leads the work and keeps the others informed. The change goes into the timeline.
incident-about-confirm = It is real: a person has looked and says so.
incident-about-contain = It no longer grows. Work on it goes on, and the bell will still ring if it flares up.
incident-about-close = It is over. The incident stays in the archive with all that was done; it can be reopened.
incident-about-reopen = It burns again. The incident becomes confirmed.
incident-close-reason = Reason
incident-close-choose = Choose a reason
incident-reason-missing = Choose why it is being closed.
incident-words = In words
incident-words-optional = In words, if you like

closing-reason-resolved = it is over
closing-reason-false-alarm = false alarm: there was no crisis
closing-reason-expected = expected: our own campaign or launch
closing-reason-duplicate = part of another incident

incident-keys = Incident
incident-key-own = Take it
incident-key-note = Write a note
incident-key-cases = Open its cases
incident-key-all = Show posts of all times

timeline-opened = The incident was opened
timeline-opened-with = { $n ->
    [one] The incident was opened: { $n } mention in an hour, { $ratio } the usual
   *[other] The incident was opened: { $n } mentions in an hour, { $ratio } the usual
  }
timeline-signal = A further signal
timeline-signal-with = { $n ->
    [one] A further signal: { $n } mention in an hour, { $ratio } the usual
   *[other] A further signal: { $n } mentions in an hour, { $ratio } the usual
  }
timeline-confirm = Confirmed: it is real
timeline-contain = Contained: it no longer grows
timeline-close = Closed: { $reason }
timeline-reopen = Reopened
timeline-own = Owner: { $name }
timeline-note = Note
timeline-told-first = The team was alerted
timeline-told-grew = The team was alerted: it has grown
timeline-told-escalated = The team was alerted: a person raised it
timeline-told-repeat = The team was alerted again: nobody has taken it
timeline-told-resolved = The team was told: it is over
timeline-told-test = The team was sent a test
