# The frame of the app: bars, keys, the bell, errors, and words that every page uses.
app-name = Nabat
app-version = version { $version }
app-cancel = Cancel
app-close = Close
app-retry = Try again
app-reload = Reload the page
app-loading = Loading…
app-more = Show more
app-somebody = somebody
app-new-rows = { $n ->
    [one] { $n } new – show it
   *[other] { $n } new – show them
  }
app-no-page = No such page
app-no-page-title = There is nothing at this address
app-no-page-words = The link may be old, or a letter is missing.

nav-label = Pages
nav-home = Nabat, to the radar
nav-skip = Skip to the content
nav-radar = Radar
nav-inbox = Inbox
nav-incidents = Incidents
nav-topics = Topics
nav-sources = Sources
nav-settings = Settings

top-all-answered = Everybody has an answer
top-unanswered = { $n ->
    [one] unanswered
   *[other] unanswered
  }
top-late = { $n } late
top-oldest = oldest
top-line-lost = Connection lost, reconnecting…
top-demo = Demo: one minute here is { $there } there
top-replay = Replay: one minute here is { $there } there
top-fast-more = Time runs faster here, so that you need not wait. All times on the pages are those of this world.
top-language = Language
top-menu = Your menu
top-sound-on = Sound of the bell is on
top-sound-off = Sound of the bell is off
top-sound-waiting = Sound is off – switch on
top-notify-ask = Allow notifications
top-notify-denied = Notifications are blocked in the browser’s settings for this site.
top-notify-granted = Notifications are on
top-profile = Your profile
top-sign-out = Sign out

theme-auto = Colours: as the system
theme-light = Colours: light
theme-dark = Colours: dark

language-en = English
language-pl = Polski
language-ru = Русский

time-now = just now

keys-title = Keyboard
keys-help = This help
keys-everywhere = Everywhere
keys-pages = Go to a page
keys-alarm = Open the latest alert
keys-switch = Single keys work as commands

bell-open = Open
bell-seen = Seen
bell-seen-all = All seen
bell-more = { $n ->
    [one] And { $n } more alert
   *[other] And { $n } more alerts
  }
bell-tab = { $n ->
    [one] ● { $n } alert
   *[other] ● { $n } alerts
  }
bell-notification = Nabat is ringing
bell-incident-first = { $n ->
    [one] New incident: “{ $topic }” – { $n } mention in an hour, { $ratio } the usual.
   *[other] New incident: “{ $topic }” – { $n } mentions in an hour, { $ratio } the usual.
  }
bell-incident-grew = { $n ->
    [one] It grows: “{ $topic }” – already { $n } mention in an hour, { $ratio } the usual.
   *[other] It grows: “{ $topic }” – already { $n } mentions in an hour, { $ratio } the usual.
  }
bell-incident-escalated = { $n ->
    [one] Raised by a person: “{ $topic }” – { $n } mention in an hour, { $ratio } the usual.
   *[other] Raised by a person: “{ $topic }” – { $n } mentions in an hour, { $ratio } the usual.
  }
bell-incident-repeat = { $n ->
    [one] Nobody has taken it yet: “{ $topic }” – { $n } mention in an hour, { $ratio } the usual.
   *[other] Nobody has taken it yet: “{ $topic }” – { $n } mentions in an hour, { $ratio } the usual.
  }
bell-incident-plain = Incident: “{ $topic }”.
bell-incident-resolved = It is over: “{ $topic }”.
bell-incident-test = A test of the bell: “{ $topic }”.
bell-source-silent = The source “{ $source }” has fallen silent. We may be missing posts.
bell-source-failing = The source “{ $source }” cannot be read. We may be missing posts.
bell-source-resolved = The source “{ $source }” gives posts again.
bell-channel = A test of the bell. All is well.

error-unreachable = Nabat cannot be reached. Check the connection and try again.
error-browser = Something in this page broke. Reload it; if it happens again, tell whoever runs Nabat.
error-unknown = Nabat refused this ({ $code }). Try again, or tell whoever runs Nabat.
error-not-signed-in = You are not signed in any more. Sign in again.
error-wrong-password = The login or the password is wrong.
error-too-many-attempts = Too many attempts. Wait a few minutes and try again.
error-not-found = This is not here. It may have been moved, or the link is old.
error-conflict = Somebody else has changed this meanwhile. Look at what is new and decide again.
error-wrong-state = This cannot be done at this stage.
error-words-missing = Say it in words: others will read it later.
error-words-too-long = The words are too long. The limit is 4,000 characters.
error-bad-link = This is not a web address. It must begin with http:// or https://.
error-bad-query = The query has a mistake. The place is marked.
error-name-missing = A name is missing.
error-name-taken = This name is taken. Choose another.
error-bad-url = This is not a web address. It must begin with http:// or https://.
error-bad-value = One of the values cannot be used. Check the fields.
error-too-large = This is too large.
error-unknown-format = We do not know the format of this file. Choose it yourself.
error-store-full = The disk is full, so nothing can be stored. Make room; nothing that was taken has been lost.
error-setup-done = Nabat has been set up already. Sign in.
error-forbidden-origin = The request came from another address than that of Nabat. Open Nabat at its own address.
error-internal = Something broke on our side. Try again; the cause stands in the log of the server.
error-password-too-short = The password is too short.
error-person-needed = Only a person who has signed in can do this, not an access token.
error-part-in-use = This part is used by a topic or another part, so it cannot be deleted.
error-nothing-found = The query has found no posts yet, so there is nothing to mark.
error-last-person = This is the last person who can sign in. Add somebody else first.

item-kind-post = post
item-kind-reply = reply
item-kind-repost = repost
item-kind-quote = quote
item-kind-review = review
item-kind-article = article
item-kind-form = form

post-author-unknown = Unknown author
post-ours = ours
post-rating = { $value } of { $best }
post-unfold = Show all of it
post-fold = Fold
post-deleted = Deleted by the network or the author
post-edited = Edited
post-versions = { $n ->
    [one] { $n } version kept
   *[other] { $n } versions kept
  }
post-n-likes = { $n ->
    [one] { $shown } like
   *[other] { $shown } likes
  }
post-n-reposts = { $n ->
    [one] { $shown } repost
   *[other] { $shown } reposts
  }
post-n-replies = { $n ->
    [one] { $shown } reply
   *[other] { $shown } replies
  }
post-n-views = { $n ->
    [one] { $shown } view
   *[other] { $shown } views
  }
post-followers = { $n ->
    [one] { $shown } follower
   *[other] { $shown } followers
  }
post-attachments = { $n ->
    [one] { $n } attachment
   *[other] { $n } attachments
  }
post-original = Original
post-open = Its case

network-bluesky = Bluesky
network-dzen = Dzen
network-facebook = Facebook
network-instagram = Instagram
network-linkedin = LinkedIn
network-mastodon = Mastodon
network-max = MAX
network-ok = Odnoklassniki
network-opinovo = Opinovo
network-pikabu = Pikabu
network-reddit = Reddit
network-rutube = RuTube
network-telegram = Telegram
network-threads = Threads
network-tiktok = TikTok
network-vk = VK
network-web = Web
network-wykop = Wykop
network-x = X
network-youtube = YouTube

day-bars-words =
    { $most ->
        [one] { $caption }: { $mean } a day on average; the most, { $most } post, on { $day }
       *[other] { $caption }: { $mean } a day on average; the most, { $most } posts, on { $day }
    }
day-bars-none = { $caption }: none
day-bars-table = As a table
day-bars-fold = Hide the table
day-bars-day = Day
day-bars-n = Posts
day-bars-unknown = earlier days not looked at
