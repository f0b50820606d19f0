### Topics: what is watched, and the queries that find it.

topics-title = Topics
topics-lead = A topic is what Nabat watches: a brand, a product, a person. Its query says which posts belong to it.
topics-add = New topic
topics-list = Topics that are watched
topics-show-archived = Show archived topics
topics-empty = Nothing is watched yet
topics-empty-text = Posts that match no topic are counted, but not kept. Start with the name of your company.
topics-name = Name
topics-kind = Kind
topics-query = Query
topics-answers = Needs an answer
topics-within = Answer within
topics-state-archived = Archived
topics-open-chart = Chart
topics-edit = Edit
topics-edit-named = Edit “{ $name }”
topics-new-title = New topic
topics-edit-title = Edit a topic
topics-archived-since = Archived { $when }. Nothing new is collected for it; what it found is kept.

topic-kind-brand = Brand
topic-kind-product = Product
topic-kind-person = Person
topic-kind-account = Account
topic-kind-hashtag = Hashtag
topic-kind-competitor = Competitor
topic-kind-industry = Industry
answers-every = Every post
answers-addressed = Only what is said to us
answers-none = None
answers-every-help = Each post by somebody else opens a case; bare reposts do not.
answers-addressed-help = Replies, reviews, forms and posts that name an account open a case. The rest is counted.
answers-none-help = The topic is counted and rings the bell, but opens no cases.

topics-name-help = As your team calls it. It stands in the inbox and on the radar.
topics-query-help = Words, phrases and signs that a post must contain.
topics-within-minutes = Answer within, in minutes
topics-within-help = The response clock of a case turns red after this time.
topics-within-bad = A whole number of minutes from 1 to { $most }, which is a week.
topics-save = Save
topics-create = Create the topic
topics-cancel = Cancel
topics-saved = Saved. Stored posts are being searched again.
topics-created = Created. Stored posts are being searched.
topics-archive = Archive
topics-archive-confirm = Archive the topic?
topics-archive-text = Nabat stops collecting posts for “{ $name }” and closes nothing: its posts, cases and incidents are kept, and you can bring the topic back at any time.
topics-restore = Watch again
topics-leave = Leave without saving?
topics-leave-text = The changes to this topic are not saved.
topics-leave-stay = Stay here
topics-leave-go = Leave without saving

topics-history = Searching stored posts
topics-history-progress = { $done } of { $total } posts
topics-history-text = The new query is being applied to posts that are already stored. You can go on working.

topics-preview = What the query finds
topics-preview-empty = Write a query to see which stored posts it would have found.
topics-preview-looking = Searching…
topics-preview-count =
    { $n ->
        [0] No stored post matches
        [one] { $n } stored post matches
       *[other] { $n } stored posts match
    }
topics-preview-count-more =
    { $n ->
        [one] At least { $n } stored post matches
       *[other] At least { $n } stored posts match
    }
topics-preview-scanned =
    { $n ->
        [one] { $n } post searched
       *[other] { $n } posts searched
    }
topics-preview-newest = The newest posts were searched; older ones are searched after saving.
topics-preview-shown =
    { $n ->
        [one] The newest one is shown.
       *[other] The newest { $n } are shown.
    }
topics-preview-none-text = Nothing among the posts stored so far. Try fewer words, a prefix such as kaw*, or check the spelling.
topics-preview-no-posts = There are no stored posts to search yet. The query will be applied to everything that comes in.
topics-preview-broken = The query cannot be read yet; these are the matches of its last readable version.
topics-query-error = The query cannot be read
topics-query-warning = Worth a look
topics-query-show-place = Show the place

topics-syntax = How to write a query
topics-syntax-space = both words, in any order
topics-syntax-or = one of the two
topics-syntax-not = the same, longer
topics-syntax-minus = without this word
topics-syntax-group = brackets group
topics-syntax-phrase = these words side by side
topics-syntax-prefix = any word that begins like this
topics-syntax-tag = a hashtag
topics-syntax-handle = a mention of an account
topics-syntax-author = posts by this author
topics-syntax-network = posts of one network
topics-syntax-lang = posts in one language
topics-syntax-example-space = bank app
topics-syntax-example-or = app OR website
topics-syntax-example-not = bank NOT river
topics-syntax-example-minus = bank -river
topics-syntax-example-group = bank (queue OR fee)
topics-syntax-example-phrase = "never again"
topics-syntax-example-prefix = refund*
topics-syntax-example-tag = #deliveryfail
topics-syntax-example-handle = @northbakery
topics-syntax-example-author = author:anna_k
topics-syntax-example-network = network:telegram
topics-syntax-example-lang = lang:pl

topics-versions = Earlier versions of the query
topics-versions-none = The query has not been changed since the topic was created.
topics-version-current = in use
topics-version-take = Put into the editor
