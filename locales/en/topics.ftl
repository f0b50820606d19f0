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

topics-name-help = What your team calls it. Shown in the inbox and on the radar.
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

topics-theirs = Somebody else has saved this topic since you opened it. If you save now, your version replaces theirs; the list of versions keeps both queries.
topics-theirs-compare = Compare the queries
topics-theirs-take = Take theirs

topics-history = Searching stored posts
topics-history-progress = { $done } of { $total } posts
topics-history-text = The new query is being applied to posts that are already stored. You can go on working.

topics-preview = What the query finds
topics-preview-tabs = What the query finds, in parts
topics-preview-posts = Posts
topics-preview-words = Word forms
topics-preview-branches = Branches
topics-preview-exclusions = Exclusions
topics-preview-empty = Write a query, and the stored posts that it finds appear here.
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
topics-preview-of =
    { $n ->
        [one] of { $n } looked at
       *[other] of { $n } looked at
    }
topics-preview-newest = Only the newest were looked at; the older ones follow after saving
topics-preview-negative = { $share } negative
topics-preview-negative-of =
    { $n ->
        [one] of { $n } whose tone is known
       *[other] of { $n } whose tone is known
    }
topics-preview-share = About { $share } of all posts expected
topics-preview-share-much = That is more than anybody can read: add a word that must be there
topics-preview-days = Matching posts by day
topics-preview-shown =
    { $n ->
        [one] The newest one is shown.
       *[other] The newest { $n } are shown.
    }
topics-preview-first = Only the first { $n } are listed.
topics-preview-none-text = Nothing among the posts stored so far. Try fewer words, a prefix such as kaw*, or check the spelling.
topics-preview-no-posts = There are no stored posts to search yet. The query will be applied to everything that comes in.
topics-preview-broken = The query cannot be read yet; these are the matches of its last readable version.
topics-query-error = The query cannot be read
topics-query-warning = Worth a look
topics-query-show-place = Show the place

topics-branches-lead = What each side of an OR brings. Choose one to see where it stands in the query.
topics-branches-none = The query has no OR whose sides could be told apart.
topics-branch-nothing = brings nothing
topics-branch-n =
    { $n ->
        [one] { $n } post
       *[other] { $n } posts
    }
topics-branch-only =
    { $n ->
        [0] all found by others too
        [one] { $n } only here
       *[other] { $n } only here
    }
topics-exclusions-lead = What each NOT keeps out. Choose one to see where it stands in the query.
topics-exclusions-none = The query excludes nothing.
topics-exclusion-nothing = keeps nothing out
topics-exclusion-n =
    { $n ->
        [one] keeps { $n } post out
       *[other] keeps { $n } posts out
    }

topics-forms-lead = Every word is looked for in all its forms. Click a form to strike it; click again to bring it back.
topics-forms-none = The query has no words with forms: =words, {"{"}words{"}"}, #tags and words with * are taken as they are.
topics-forms-undo = Undo
topics-forms-capitals = With a capital only
topics-forms-ordinary = “{ $words }” is also an ordinary word. Look for it with a capital letter only?
topics-forms-more =
    { $n ->
        [one] { $n } more: other languages, alphabets, slips
       *[other] { $n } more: other languages, alphabets, slips
    }
topics-forms-less = Show fewer
topics-forms-own = Another form of “{ $word }”
topics-forms-own-short = another form
topics-forms-own-bad = A form is one word of letters and digits.
topics-forms-add = Add the form
topics-forms-posts =
    { $n ->
        [0] in no post
        [one] in { $n } post
       *[other] in { $n } posts
    }
topics-forms-also-ordinary = also an ordinary word
topics-forms-capital-only = also an ordinary word: looked for with a capital only
topics-forms-capital-told = “{ $name }” is met with a capital only, because “{ $word }” is an ordinary word. To meet it too, write OR { $word } in the query.
topics-forms-struck = struck: not looked for

topics-why = Why this change?
topics-why-help = Optional. It stands in the list of versions.
topics-compare = What the change brings and loses
topics-compare-open = What changes?
topics-compare-of =
    { $n ->
        [one] Among { $n } stored post
       *[other] Among { $n } stored posts
    }
topics-compare-newest = Older posts were not looked at
topics-compare-brings = Brings
topics-compare-loses = Loses
topics-compare-brings-none = It brings no post that was not found before.
topics-compare-loses-none = It loses no post that was found before.
topics-compare-unreadable-before = The earlier query cannot be read any more, so there is nothing to compare with.
topics-compare-unreadable-after = The later query cannot be read, so there is nothing to compare.

topics-versions = Versions of the query
topics-versions-none = The query has not been changed since the topic was created.
topics-version-current = in use
topics-version-take = Put into the editor
topics-version-show = Show the difference
topics-version-same = the same posts
topics-version-uncounted = not counted yet
topics-version-query = The query of { $when }
topics-version-posts =
    { $n ->
        [one] post
       *[other] posts
    }
topics-version-difference =
    { $brings ->
        [one] Brought { $brings } post
       *[other] Brought { $brings } posts
    }, { $loses ->
        [one] lost { $loses }
       *[other] lost { $loses }
    }

precision-panel = How often is the query right?
precision-lead = Mark 20 random posts, and Nabat estimates how many of those it finds are truly about the topic.
precision-begin = Mark 20 posts
precision-again = Mark other posts
precision-title = A sample of the posts it finds
precision-about = about { $share } right (between { $low } and { $high })
precision-of =
    { $n ->
        [one] { $n } post marked, { $when }
       *[other] { $n } posts marked, { $when }
    }
precision-old = The query has been changed since then. Mark again to see how it does now.
precision-saved-query = The sample is drawn for the saved query, not for what stands in the editor.
precision-progress = Post { $at } of { $n }
precision-all-seen = All posts seen
precision-question = Is this post about the topic?
precision-right = Right
precision-wrong = Wrong
precision-skip = Skip
precision-back = Back
precision-keys = Keys: Y or → right, N or ← wrong, S or ↓ skip, B or ↑ back.
precision-nothing-marked = No post was marked, so there is nothing to estimate.
precision-counts = Right: { $right }, wrong: { $wrong }, skipped: { $skipped }
precision-explained = Of 100 such samples, about 95 would hold the true share in their interval. More marks make it narrower.
precision-so-far = So far: { $words }

topics-dialect-open = From another tool?
topics-dialect = A query from another tool
topics-dialect-tool = Written for
topics-dialect-paste = Its text
topics-dialect-ours = In the language of Nabat
topics-dialect-empty = Paste a query above; its translation appears here.
topics-dialect-reading = Translating…
topics-dialect-unread = The query cannot be translated yet; the place is marked above.
topics-dialect-same = It means the same here.
topics-dialect-note = Worth a look: this reads differently here.
topics-dialect-notes =
    { $n ->
        [one] { $n } place reads differently here:
       *[other] { $n } places read differently here:
    }
topics-dialect-take = Put into the editor
dialect-brandwatch = Brandwatch
dialect-youscan = YouScan
dialect-sentione = SentiOne
dialect-powertrack = PowerTrack
dialect-lucene = Lucene

query-parts = Named parts
query-parts-lead = A part is written once and used in many queries by its name, such as $crisis_words. When it changes, all of them change.
query-parts-empty = There are no named parts yet
query-parts-empty-text = Lists that several topics need, such as the words of a scandal, are best kept in one place.
query-part-add = New part
query-part-edit = Edit
query-part-edit-title = Edit ${ $name }
query-part-query = The query of ${ $name }
query-part-name = Name
query-part-name-help = Letters, digits and _; queries call it with a $ before it.
query-part-name-bad = A name has letters, digits and _ only, without spaces.
query-part-saved = Saved. Every topic with ${ $name } uses the new text.
query-part-finds =
    { $n ->
        [0] By itself it finds no stored post.
        [one] By itself it finds { $n } stored post.
       *[other] By itself it finds { $n } stored posts.
    }
query-part-changes =
    { $n ->
        [one] Saving changes { $n } topic.
       *[other] Saving changes { $n } topics.
    }
query-part-breaks = “{ $user }” uses this part and could not be read with the new text. Change it there first, or write the part otherwise.
query-part-unused = Used nowhere
query-part-used-by = Used by
query-part-topic = topic { $id }
query-part-delete = Delete
query-part-delete-title = Delete ${ $name }?
query-part-delete-text = Nothing uses this part. Its text goes with it.
query-part-deleted = ${ $name } is deleted.
query-part-in-use =
    { $n ->
        [one] This part cannot be deleted while it is used. Take it out here first:
       *[other] This part cannot be deleted while it is used. Take it out of these first:
    }
query-part-offers =
    { $n ->
        [one] { $n } part fits; Enter takes it, Esc closes the list
       *[other] { $n } parts fit; arrows choose, Enter takes, Esc closes the list
    }

topics-syntax = How to write a query
topics-syntax-guide = The whole language, with examples (opens in a new tab)
topics-syntax-group-joining = Joining words
topics-syntax-space = both words, in any order
topics-syntax-or = one of the two; | means the same
topics-syntax-minus = without this word
topics-syntax-not = the same
topics-syntax-group = brackets group
topics-syntax-group-forms = Forms of a word
topics-syntax-forms = every form: refunds, refund’s; a name with a capital also in the other alphabet, in disguise and on the wrong keyboard
topics-syntax-exact = this form only, in large or small letters
topics-syntax-cased = exactly so: these capitals, these accents
topics-syntax-list = without a form (−), with one more (+), capitalised only (^)
topics-syntax-group-near = Close to each other
topics-syntax-phrase = these words side by side
topics-syntax-window = all of them, in any order, with at most 3 other words among them
topics-syntax-near = at most 3 words between them, either one first
topics-syntax-onear = the same, in this order
topics-syntax-sent = both in one sentence
topics-syntax-group-pieces = Pieces of words
topics-syntax-prefix = begins like this; 3 letters or more
topics-syntax-infix = holds this; 4 letters or more
topics-syntax-letter = ? is any one letter or digit
topics-syntax-fuzzy = with one letter wrong, missing or too many; 5 letters or more
topics-syntax-group-tags = Tags and accounts
topics-syntax-tag = a hashtag
topics-syntax-handle = a mention of an account
topics-syntax-group-fields = Where, by whom and of what kind
topics-syntax-author = posts by this author
topics-syntax-network = posts of one network
topics-syntax-lang = posts in one language
topics-syntax-title = in the title
topics-syntax-site = from this site and its subdomains
topics-syntax-url = with a link that holds this
topics-syntax-type = post, reply, repost, quote, review, article or form
topics-syntax-has = with an image, video, audio, file, link, hashtag, mention, rating or emoji
topics-syntax-followers = by authors with so many followers; * means no limit
topics-syntax-sentiment = negative, neutral or positive
topics-syntax-field-list = one of several values
topics-syntax-group-order = Order in the query
topics-syntax-part = a named part, shared by several topics
topics-syntax-comment = a note for your colleagues; it is not searched
topics-syntax-example-space = bank app
topics-syntax-example-or = app OR website
topics-syntax-example-minus = bank -river
topics-syntax-example-not = bank NOT river
topics-syntax-example-group = bank (queue OR fee)
topics-syntax-example-forms = refund
topics-syntax-example-exact = =refund
topics-syntax-example-cased = {"{"}Orange{"}"}
topics-syntax-example-list = Orange[-oranges +orangeuk ^]
topics-syntax-example-phrase = "never again"
topics-syntax-example-window = "card blocked"~3
topics-syntax-example-near = card NEAR/3 blocked
topics-syntax-example-onear = card ONEAR/3 blocked
topics-syntax-example-sent = bank SENT fraud
topics-syntax-example-prefix = refund*
topics-syntax-example-infix = *leak*
topics-syntax-example-letter = Sm?th
topics-syntax-example-fuzzy = Northbakery~1
topics-syntax-example-tag = #deliveryfail
topics-syntax-example-handle = @northbakery
topics-syntax-example-author = author:anna_k
topics-syntax-example-network = network:telegram
topics-syntax-example-lang = lang:pl
topics-syntax-example-title = title:recall
topics-syntax-example-site = site:forum.example
topics-syntax-example-url = url:"/recall"
topics-syntax-example-type = type:review
topics-syntax-example-has = has:image
topics-syntax-example-followers = followers:[1000 TO *]
topics-syntax-example-sentiment = sentiment:negative
topics-syntax-example-field-list = lang:(pl OR en)
topics-syntax-example-part = $crisis_words
topics-syntax-example-comment = <<< agreed with the lawyers >>>

guide-title = Writing queries
guide-contents = Contents
guide-example = Example
guide-table = Table
