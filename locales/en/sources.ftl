### Sources and imports: where posts come from, and how well each is doing.

sources-title = Sources
sources-lead = Where posts come from, and whether anything is really coming.
sources-feeds = Feeds and streams
sources-empty = No feeds yet
sources-empty-text = Add the address of a news site, blog or forum feed. Files can be brought in below.
sources-alarms =
    { $n ->
        [0] All sources are working
        [one] { $n } source needs a look
       *[other] { $n } sources need a look
    }
sources-add = Add a feed
sources-add-title = Add a feed
sources-add-send = Add the feed
sources-edit = Edit
sources-edit-title = Edit “{ $name }”
sources-edit-send = Save
sources-cancel = Cancel
sources-url = Address of the feed
sources-url-help = RSS, Atom or JSON Feed, starting with https:// or http://.
sources-name = Name
sources-name-help = Left empty, the address of the site is used.
sources-poll-minutes = Ask every … minutes
sources-poll-minutes-help = The shortest pause between two visits. A site that asks for longer pauses gets them.
sources-silence-minutes = Alarm after … minutes without anything new
sources-silence-minutes-help = Left empty, this source may be silent as long as it likes.
sources-minutes-bad = A whole number from 1 to { $most }.
sources-pause = Pause
sources-resume = Resume
sources-poll-now = Ask now
sources-polled = Asked. New posts appear within moments.
sources-added = The feed was added and is being asked for the first time.
sources-saved = Saved.
sources-back = All sources
sources-not-there = There is no such source.

source-kind-feed = Feed
source-kind-files = Files
source-kind-replay = Replay of a file
source-kind-simulator = Invented world of the demo
source-trouble-silent = Silent
source-trouble-failing = Cannot be read
source-trouble-silent-text = Nothing new for longer than this source may be silent. Look whether the site still publishes and whether the address is still right.
source-trouble-failing-text =
    { $n ->
        [one] The last visit failed.
       *[other] The last { $n } visits failed.
    }
source-working = Working
source-paused = Paused
source-waiting = Not asked yet
source-alarm-since = alarm since { $at }

sources-state = State
sources-last-item = Newest post
sources-last-new = Last news
sources-lag = Delay
sources-lag-help = From publication until Nabat saw it, for the newest post.
sources-last-poll = Last asked
sources-next-poll = Next visit
sources-accepted = Taken
sources-matched = Matched a topic
sources-repeated = Seen before
sources-refused = Refused
sources-never = never
sources-due-now = any moment
sources-in = in { $time }
sources-error = Last failure
sources-counts = Records since the source was added
sources-added-at = Added

sources-refused-title = What was refused, and why
sources-refused-text = The latest refused records. Nothing is lost silently: each is counted, and its beginning is shown as it came.
sources-refused-none = Nothing has been refused.
sources-refused-position = record { $n }
sources-refused-sample = Beginning of the record
sources-refused-empty-sample = The record is empty.
sources-gaps-title = Gaps
sources-gaps-text = Times of which the source gave nothing. A quiet chart says nothing about them.
sources-gaps-none = No gaps are known.
sources-gap = { $from } – { $until }

refusal-syntax = Broken syntax
refusal-encoding = Not readable as text
refusal-missing-field = A needed field is missing
refusal-wrong-type = A field has a wrong type or value
refusal-bad-date = The date cannot be read or believed
refusal-too-large = Too large
refusal-bad-network = Unusable name of a network
refusal-not-a-post = Not a post
refusal-cut-short = Ends in the middle

imports-title = Bring in files
imports-lead = Archives and exports of any size, also compressed with gzip. Nothing leaves this machine.
imports-no-topics = Nothing is watched yet, so nothing from a file would be kept. Add a topic first.
imports-no-topics-add = Add a topic
imports-drop = Drop files here
imports-drop-now = Let go to add the files
imports-pick = Choose files
imports-format = Format
imports-format-auto = Recognise by itself
imports-mode = How to read them
imports-mode-live = As it happened
imports-mode-live-text = The posts go through the whole path as if they came now: they open cases, and the bell may ring.
imports-mode-history = As history
imports-mode-history-text = Fills charts and teaches Nabat what is usual. Opens no cases, rings nothing.
imports-start =
    { $n ->
        [one] Import { $n } file
       *[other] Import { $n } files
    }
imports-chosen =
    { $n ->
        [one] { $n } file chosen
       *[other] { $n } files chosen
    }
imports-remove = Remove “{ $name }”
imports-waiting = Waiting for its turn
imports-sending = Sending
imports-sending-progress = { $done } of { $total } sent
imports-send-failed = The upload broke off
imports-again = Try again
imports-again-text = What was read before stays. Importing the file again is harmless: posts that are here already are recognised.
imports-send-again = Nothing of this file has been taken yet. Send it again.
imports-cancel = Stop
imports-cancelled = Stopped by you
imports-leave = Files are still being sent. If you leave, the upload stops.
imports-earlier = Imports
imports-none = Nothing has been imported yet.
imports-file = File
imports-when = Started
imports-state = State
imports-open = Report on “{ $name }”
imports-report = Report on the import
imports-back = All sources
imports-not-there = There is no such import.
import-state-running = Running
import-state-done = Done
import-state-failed = Broken off
imports-progress = { $done } of { $total }
imports-progress-unknown = { $done } read
imports-accepted = Posts read
imports-matched = Matched a topic and kept
imports-unmatched = Matched no topic, only counted
imports-repeated = Here already
imports-refused = Refused
imports-live-done = What these posts set off stands on the radar, among the incidents and in the inbox.
imports-to-incidents = To the incidents
imports-mode-was-live = as it happened
imports-mode-was-history = as history
imports-took = Took { $time }
imports-failed-unreadable = The file could not be read to its end.
imports-failed-gzip = The compressed file is damaged.
imports-failed-gzip-bomb = The compressed file unpacks to far more than an archive of posts would. It was not read further.
imports-failed-unknown-format = The format was not recognised. Choose it yourself and import the file again.
imports-failed-no-text-column = The table has no column with the words of the posts. Name one “text”, then import it again.
imports-failed-interrupted = Nabat was stopped while it read this file.
imports-failed-store-full = The disk is full. Make room, then import the file again.
imports-failed-broken = Something broke while the file was read.
imports-nothing-matched = No post matched a topic. Check the queries of your topics, then import the file again: repeated posts are harmless.
imports-to-topics = To the topics

format-nabat = Nabat’s own JSONL
format-telegram = Telegram Desktop export (result.json)
format-x-archive = X archive (tweets.js)
format-x-api = X API v2 JSON
format-jetstream = Bluesky Jetstream JSONL
format-mastodon = Mastodon statuses
format-csv = CSV with named columns
