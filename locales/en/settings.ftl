### Settings, sign-in and the first run.

signin-title = Sign in
signin-lead = The bell that rings when a fire starts.
signin-login = Login
signin-password = Password
signin-send = Sign in
signin-demo = This is the demo: the company, the people and every post are invented. Reload the page to be let in again.
signin-forgotten = Password forgotten? Anybody who is signed in can set a new one for you in Settings, People.

setup-title = Welcome to Nabat
setup-lead = Three steps: you, a topic to watch, a source to listen to. Everything stays on this machine.
setup-organisation = Your organisation
setup-organisation-help = As it stands in reports and in the User-Agent when feeds are read.
setup-name = Your name
setup-name-help = Colleagues see it beside what you do.
setup-login = Login
setup-login-help = What you will type to sign in.
setup-password = Password
setup-send = Start
password-rule =
    { $n ->
        [one] At least { $n } character. A sentence is easier to remember than symbols.
       *[other] At least { $n } characters. A sentence is easier to remember than symbols.
    }
password-short =
    { $n ->
        [one] { $n } character missing
       *[other] { $n } characters missing
    }
password-enough = Long enough
password-show = Show
password-hide = Hide

settings-title = Settings
settings-sections = Sections of the settings
settings-saved = Saved.
settings-save = Save
settings-cancel = Cancel
settings-needed = This is needed.
settings-language = Language of the interface

profile-title = My profile
profile-lead = Your name, your language, your password.
profile-name = Name
profile-login = Login
profile-password-title = New password
profile-password-old = Present password
profile-password-new = New password
profile-password-send = Change the password
profile-password-saved = The password has been changed.
profile-password-wrong = This is not your present password.
profile-sign-out = Sign out

people-title = People
people-lead = Who works with Nabat. People are switched off, never removed: what they did stays theirs.
people-add = Add a person
people-add-title = New person
people-add-send = Add
people-added = { $name } has been added. Pass on the login and the password yourself: Nabat sends no mail.
people-name = Name
people-login = Login
people-password = First password
people-language = Language
people-state = State
people-do = Access
people-active = Active
people-off = Switched off
people-switch-off = Switch off
people-switch-on = Switch on
people-switch-off-confirm = Switch { $name } off?
people-switch-off-text = They are signed out at once and cannot sign in any more. Their cases stay with them until you assign them to somebody else.
people-you = you
people-new-password = New password
people-new-password-title = New password for { $name }
people-new-password-send = Set the password
people-new-password-saved = { $name } has a new password. Pass it on yourself.

tokens-title = Access tokens
tokens-lead = Programs use a token to read and write through the API. A token may do what you may do.
tokens-add = Create a token
tokens-name = What it is for
tokens-name-help = So that you know later which one to withdraw.
tokens-created = Created
tokens-used = Last used
tokens-never = never
tokens-none = There are no tokens.
tokens-revoke = Withdraw
tokens-revoke-confirm = Withdraw “{ $name }”?
tokens-revoke-text = Programs that use it are refused from now on. This cannot be undone.
tokens-revoked = Withdrawn.
tokens-api = Description of the API (OpenAPI)

secret-title = Copy it now
secret-token = This is the only time the token is shown. Nabat keeps only its fingerprint.
secret-webhook = This is the only time the signing secret is shown. The receiver needs it to check that messages really come from here.
secret-copy = Copy
secret-copied = Copied
secret-done = I have kept it

alerts-title = Alerts
alerts-lead = How Nabat reaches you when something burns.
alerts-browser = In this browser
alerts-browser-text = As long as a tab with Nabat is open, it rings here: with a sound, in the title of the tab, and with a notification of the system.
alerts-sound = Sound
alerts-sound-help = Kept for this browser only.
alerts-sound-waiting = Waits for a click in this tab
alerts-sound-test = Play it
alerts-notifications = Notifications of the system
alerts-notifications-on = Allowed
alerts-notifications-off = Not asked for yet
alerts-notifications-denied = Forbidden in this browser. Allow notifications for this address in the browser’s settings.
alerts-notifications-unsupported = This browser has no notifications for this address.
alerts-notifications-ask = Allow
alerts-notifications-test = Show one
alerts-notification-sample = This is what a notification looks like.
alerts-webhooks = Webhooks
alerts-webhooks-text = Each alert is sent as a CloudEvent, signed by the Standard Webhooks rules, and repeated until the receiver takes it.
alerts-webhooks-none = No webhooks yet.
alerts-add = Add a webhook
alerts-add-title = New webhook
alerts-add-send = Add the webhook
alerts-name = Name
alerts-url = Address
alerts-url-help = Starts with https:// or http://.
alerts-enabled = On
alerts-disabled = Off
alerts-enable = Switch on
alerts-disable = Switch off
alerts-edit-title = Edit “{ $name }”
alerts-test = Send a test
alerts-tested = A test message is on its way. Look at the deliveries below.

deliveries-title = Deliveries
deliveries-lead = Every message to the outside: why it was sent, to whom, and whether it arrived.
deliveries-none = Nothing has been sent yet.
deliveries-refresh = Refresh
deliveries-attempts =
    { $n ->
        [0] no attempt yet
        [one] { $n } attempt
       *[other] { $n } attempts
    }
deliveries-next = next attempt in { $time }
deliveries-attempt-ok = taken
deliveries-attempt-failed = failed
alert-reason-first = First message
alert-reason-grew = It has grown
alert-reason-escalated = A person raised it
alert-reason-repeat = Nobody has taken it
alert-reason-resolved = It is over
alert-reason-test = Test
delivery-state-waiting = Waiting
delivery-state-delivered = Delivered
delivery-state-failed = Given up

general-title = General
general-lead = What holds for everybody here.
general-organisation = Organisation
general-language = Language for people who have not signed in
general-contact = Contact for site owners
general-contact-help = A mail or web address. It stands in the User-Agent when feeds are read, so that a site can write to you instead of blocking you.
general-detector = When the bell rings
general-detector-text = Nabat compares the last hour of each topic with the hourly mean of the seven days before it.
general-ratio = How many times the usual
general-ratio-help = 4 is calm; 3 rings earlier and more often.
general-authors = Different authors, at least
general-authors-help = Keeps one very talkative person from ringing the bell.
general-cooldown = Quiet after a signal, in minutes
general-cooldown-help = In this time the same topic rings again only if the number has doubled.
general-number-bad = From { $least } to { $most }.
general-sentence =
    Now: the bell rings when an hour brings at least { $times ->
        [one] { $ratio } time
       *[other] { $ratio } times
    } the usual number of mentions, from at least { $authors ->
        [one] { $authors } author
       *[other] { $authors } different authors
    }; after a signal, for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, only a doubling rings again.

export-title = Export
export-lead = Your data is yours: take the mentions out at any time.
export-topic = Topic
export-any-topic = All topics
export-from = From
export-until = Until
export-network = Network
export-network-help = Short name, as in vk, x or web; empty for all.
export-query = With the words
export-jsonl = As JSONL
export-jsonl-text = Nabat’s own format with every version of every post. It can be imported again unchanged. Topic and time count; network and words do not.
export-csv = As CSV
export-csv-text = One line a mention, for spreadsheets. All choices count.
export-range-wrong = The end lies before the beginning.
export-download = Download
