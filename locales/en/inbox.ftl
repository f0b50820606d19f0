### The inbox: the list of cases and one case in detail.

inbox-title = Inbox
inbox-search = Search in posts
inbox-search-hint = Words, author
inbox-search-clear = Clear the search
inbox-order = Order
inbox-order-due = Due first
inbox-order-newest = Newest first
inbox-filters = Filters
inbox-filters-n = Filters ({ $n })
inbox-filters-clear = Clear filters
inbox-filter-state = State
inbox-filter-topic = Topic
inbox-filter-network = Network
inbox-filter-lang = Language of the post
inbox-filter-incident = Incident
inbox-filter-assignee = Assigned to
inbox-any-topic = Any topic
inbox-any-network = Any network
inbox-any-lang = Any language
inbox-any-incident = Any incident
inbox-any-assignee = Anybody
inbox-state-waiting = Waiting
inbox-state-all = All
inbox-assignee-me = Me
inbox-incident-option = No. { $id }: { $topic }
inbox-new =
    { $n ->
        [one] { $n } new case
       *[other] { $n } new cases
    }
inbox-new-many = More than { $n } new cases
inbox-done =
    { $n ->
        [one] { $n } no longer in this list
       *[other] { $n } no longer in this list
    }
inbox-refresh = Update the list
inbox-list = Cases
inbox-case = One case
inbox-row-left = no longer in this list
inbox-end = End of the list
inbox-loading-more = Loading more cases…
inbox-empty-waiting = Nobody is waiting
inbox-empty-waiting-text = Every post that needed an answer has been answered, escalated or closed. New ones appear here by themselves.
inbox-empty-filter = No case fits this selection
inbox-empty-filter-text = Change the search words or the filters above.
inbox-pick = No case chosen
inbox-pick-text = Choose a case in the list, or press J to open the first one.
inbox-back = Back to the list
inbox-next = Next case
inbox-previous = Previous case

inbox-keys = Inbox
inbox-key-next = Next case
inbox-key-previous = Previous case
inbox-key-open = Go into the case
inbox-key-answer = Answer
inbox-key-escalate = Escalate
inbox-key-close = Close with a reason
inbox-key-take = Take the case
inbox-key-assign = Assign to somebody
inbox-key-release = Release the case
inbox-key-note = Write a note
inbox-key-reopen = Reopen the case
inbox-key-new = Show new cases
inbox-key-search = Search

case-state-new = New
case-state-in-work = In work
case-state-answered = Answered
case-state-escalated = Escalated
case-state-closed = Closed
case-nobody = nobody yet
case-you = you
case-assignee = Assigned to
case-number = Case { $id }

clock-calm = { $time } left
clock-soon = { $time } left
clock-late = { $time } late
clock-due = Answer by { $at }
clock-was-due = The answer was due { $at }
clock-stopped = Handled within { $time }
clock-stopped-late = Handled after { $time }, { $over } too late

case-take = Take
case-assign = Assign
case-release = Release
case-answer = Answer
case-escalate = Escalate
case-close = Close
case-reopen = Reopen
case-note = Note
case-steps = What to do with this case

case-answer-title = Record the answer
case-answer-help = Nabat never posts by itself. Answer on the network, then keep the link or the words of your answer here.
case-answer-open = Open the post to answer it
case-answer-link = Link to your answer
case-answer-words = What you answered
case-answer-either = A link or the words: one of them is needed.
case-answer-send = Answered by hand, confirmed
case-escalate-title = Escalate
case-escalate-help = Hand the case to somebody who must decide. The response clock stops.
case-escalate-to = To whom
case-escalate-nobody = Somebody outside Nabat
case-escalate-words = Why, and what has to be decided
case-escalate-send = Escalate
case-close-title = Close without an answer
case-close-reason = Reason
case-close-reason-missing = Choose a reason.
case-close-words = In your words
case-close-words-help = One sentence is enough: whoever reads this in a month must understand it.
case-close-send = Close the case
case-reopen-title = Reopen
case-reopen-words = Why
case-reopen-send = Reopen the case
case-note-title = Note
case-note-words = What colleagues should know
case-note-send = Save the note
case-assign-title = Assign
case-assign-to = To whom
case-assign-send = Assign
case-cancel = Cancel
case-words-left =
    { $n ->
        [one] { $n } character left
       *[other] { $n } characters left
    }
case-words-over =
    { $n ->
        [one] { $n } character too many
       *[other] { $n } characters too many
    }

close-reason-no-answer-needed = Needs no answer
close-reason-not-about-us = Not about us
close-reason-spam = Spam
close-reason-duplicate = Duplicate
close-reason-settled-elsewhere = Settled elsewhere
close-reason-provocation = Provocation

case-conflict = Somebody was faster
case-conflict-text = The case changed while you were working on it, so nothing of yours has been saved yet. Your words are still here.
case-conflict-step = The case changed before your step arrived, so the step was not taken. Look at it first, then decide again.
case-conflict-entry = { $who }: { $what }
case-conflict-again = Send anyway
case-conflict-cannot = In its new state the case does not take this step.
case-conflict-dismiss = I have seen it
case-changed-live = Changed just now

case-post = Post
case-thread-before = Earlier in the thread
case-thread-after = Later in the thread
case-thread-more =
    { $n ->
        [one] Show { $n } earlier post
       *[other] Show { $n } earlier posts
    }
case-versions = Versions of the post
case-version-created = Published
case-version-revised = Changed by the author
case-version-deleted = Deleted from the network
case-version-restored = Restored
case-edited =
    { $n ->
        [one] The author has changed this post once. The latest version is shown.
       *[other] The author has changed this post { $n } times. The latest version is shown.
    }
case-deleted = Deleted from the network { $when }. Nabat keeps what it said.
case-versions-show = Show the versions
case-history = History of the case
case-step-opened = Case opened
case-step-assign = Assigned to { $to }
case-step-taken = Taken into work
case-step-release = Released for anybody
case-step-answer = Answered
case-step-escalate = Escalated
case-step-escalate-to = Escalated to { $to }
case-step-close = Closed
case-step-close-reason = Closed: { $reason }
case-step-reopen = Reopened
case-step-note = Note
case-step-link = Link to the answer
case-by-nabat = Nabat
case-by-unknown = Former colleague
case-topics = Topics
case-topic-archived = archived topic
case-incident = Incident
case-no-original = The source gave no link to the original.
