### What becomes of a query that was written for another tool, said beside the marked place. $tool is the tool, $text repeats what
### the user typed, $ours is how it is written here.

dialect-error-sign = “{ $text }” cannot be carried over from { $tool }. Delete it, or say what you mean with AND, OR, NOT, brackets and quotation marks.
dialect-error-field = There is nothing like { $text } here. Delete it. The fields are author:, network:, lang:, site:, url:, type:, has:, followers:, sentiment: and title:.
dialect-error-value = “{ $text }” cannot be asked for here. Choose another value, or delete the field.
dialect-error-value-missing = { $text } stands here without a value. Type one right behind the colon, or delete it.
dialect-error-regex = Regular expressions ({ $text }) cannot be carried over. List the words with OR, or write compan* for beginnings.
dialect-error-pattern = “{ $text }” cannot be carried over: a * can stand at the end of a word or on both sides of it, as in compan* or *bank*, and never together with a ?. List the words with OR instead.
dialect-error-group-distance = A distance behind a bracket ({ $text }) cannot be carried over. Say what should stand near what: (cake OR cookie) NEAR/5 birthday.
dialect-error-only-not = This bracket only excludes, so with it { $tool } finds nothing at all. If you mean “without”, write the NOT in front of the bracket.
dialect-error-range = “{ $text }” is not a range that can be carried over. Only followers have ranges, as in followers:[1000 TO 5000].
dialect-error-substring = “{ $text }” cannot be carried over: pieces of words are looked for inside one word only, and only letters and digits. For whole words write a phrase in quotation marks.
dialect-error-comment-not-closed = This comment is never closed. Add >>> where it ends.
dialect-error-near-number = Say how many words may stand between the two sides: NEAR/5 instead of { $text }.

dialect-note-exact-words = { $tool ->
    [YouScan] In quotation marks YouScan looks for this form of the words only. The sign = says the same here; delete it where you want the other forms as well.
    [Lucene] Which forms Lucene finds depends on how your index was set up. Here each word is looked for exactly as written, which the sign = says; delete it where you want the other forms as well.
   *[other] { $tool } looks for words exactly as they are written. The sign = says the same here; delete it where you want plurals and other forms as well.
  }
dialect-note-beside-and = No operator stands between two parts here, and the help of { $tool } does not say what that means. It was read as AND. If you meant a phrase, put it in quotation marks.
dialect-note-beside-or = In { $tool } parts without an operator between them mean “any of these”, so an OR was put there. Change it to AND if you want all of them.
dialect-note-mixed = AND and OR stand side by side here without brackets, and the help of { $tool } does not say which comes first. AND was joined first; move the brackets if you meant something else.
dialect-note-optional = In { $tool } “{ $text }” is optional here: it moves a post up in the list and finds nothing more. It was left out.
dialect-note-boost = The weight { $text } only changes the order of a list. It was left out; the same posts are found.
dialect-note-fuzzy = “{ $text }” allows two wrong letters or more in { $tool }. Here one is allowed, so fewer misspellings are found.
dialect-note-window-order = { $tool } counts it as extra distance when three words or more change places. Here any order will do, so a little more is found.
dialect-note-window-unclear = The help of { $tool } does not say what a change of order costs. Here the words may come in any order, with up to { $n } { $n ->
    [one] other word
   *[other] other words
  } among them.
dialect-note-distance = { $tool } counts up to the next word, we count the words between: { $text } there is { $ours } here. The same posts are found.
dialect-note-suffix = Here an ending cannot be asked for by itself. { $text } also finds words with these letters at the start or in the middle.
dialect-note-signs = Only letters, digits and emoji are looked for. The other signs in “{ $text }” were left out.
dialect-note-phrase-wildcard = The * or ? between the quotation marks was read as a wildcard. If { $tool } took it for punctuation, delete it.
dialect-note-url = An address is looked for in the post’s own address, in its links and in its words, so it may bring more than in { $tool }.
dialect-note-author = An author is found by the whole handle, name or id. A part of a name is not enough.
dialect-note-scope = { $text ->
    [rawText] Here the title of an article is searched together with its words.
   *[other] Here only the title and the words of the post itself are searched. Comments under a post that matches, page names and authors do not count.
  }
dialect-note-field = { $ours ->
    [none] { $text } is a field of your own index. It was read as the title and the words of a post.
   *[other] { $text } is a field of your own index. It was read as { $ours } here; check that it means the same.
  }
dialect-note-operator-word = { $tool } has no operator { $text }: there it is a word that must stand in the post. Delete it if it should not.
dialect-note-same-post = AND asks for both in the same post. The help of { $tool } speaks of sentences; if you want them in one sentence, write SENT instead.
dialect-note-substring = The letters are looked for inside single words only, as { $text }.
dialect-note-media = Pictures and videos were asked for; other attachments do not count.
dialect-note-compound = A word with a sign inside is looked for as { $text }, the words side by side. Your index may look for each of them alone.
