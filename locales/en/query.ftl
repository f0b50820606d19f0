### What is wrong with a query, said beside the marked place. $text and $operator repeat what the user typed.

query-error-empty-query = The query is empty. Type at least one word to look for, such as the name of your company.
query-error-too-long = The query is too long: it can have at most { $max } bytes. Split it into several topics.
query-error-too-many-terms = The query holds more than { $max } words, tags and names. Split it into several topics.
query-error-too-deep = Brackets, NOTs or NEARs are nested more than { $max } deep. Take out those you do not need.
query-error-bracket-not-closed = This bracket is never closed. Add “)” where the group ends.
query-error-bracket-not-opened = This bracket was never opened. Add “(” where the group starts, or delete this one.
query-error-quote-not-closed = This quotation mark is never closed. Add the closing one after the last word of the phrase.
query-error-quote-not-opened = This quotation mark was never opened. Add the opening one before the first word of the phrase, or delete this one.
query-error-empty-bracket = There is nothing to look for between these brackets. Type a word there, or delete them.
query-error-empty-phrase = There is no word between these quotation marks. Type one, or delete the marks.
query-error-nothing-before = Something is missing before { $operator }. Type what it should join, or delete it. To look for the word itself, write it in small letters.
query-error-nothing-after = Something is missing after { $operator }. Type what it applies to, or delete it. To look for the word itself, write it in small letters.
query-error-nothing-required = This part would take in nearly every post, because it only excludes or filters. Add a word, a phrase, a #tag, a @name or an author that must be there.
query-error-wildcard-too-short = “{ $text }” would take in too much: { $wildcard ->
    [infix] there must be at least { $min } letters between the two *
    [pattern] there must be at least { $min } letters besides the ?
   *[prefix] there must be at least { $min } letters before the *
  }. Add letters, or write the words out.
query-error-wildcard-misplaced = “{ $text }” cannot be searched for. A * goes at the end of a word, as in compan*, or on both sides of it, as in *company*. A ? replaces one letter of a word without hyphens or *, as in Sm?th.
query-error-bad-tag = “{ $text }” is not a hashtag. A hashtag has letters, digits and _ only, with at least one letter, and is always searched for as a whole.
query-error-bad-name = “{ $text }” is not a name. A name has letters, digits, _ and dots inside it, and is always searched for as a whole.
query-error-field-value-missing = { $field }: needs a value right behind the colon, without a space, as in { $field }:{ $field ->
    [author] anna_k
    [network] telegram
    [site] example.com
    [url] example.com/shop
    [type] review
    [has] image
    [sentiment] negative
    [followers] {"["}1000 TO *]
    [title] scandal
   *[lang] en
  }.
query-error-field-list = { $field ->
    [title] After title: there can only be a word, a phrase, or a list of them with OR
   *[other] The brackets after { $field }: can only hold values with OR between them
  }, as in { $field }:{ $field ->
    [author] (anna_k OR jan_k)
    [network] (telegram OR vk)
    [site] (example.com OR example.org)
    [url] (example.com/shop OR example.org)
    [type] (review OR article)
    [has] (image OR video)
    [sentiment] (negative OR neutral)
    [followers] {"["}1000 TO *]
    [title] (scandal OR "data breach")
   *[lang] (en OR pl)
  }.
query-error-bad-language = “{ $text }” is not a language code. Use two letters, such as en, pl or ru.
query-error-bad-network = “{ $text }” is not the short name of a network. Use Latin letters, such as telegram, vk or x.
query-error-web-address = Words inside web addresses are not searched, so this address would never be found. Search for the name itself instead.
query-error-wildcard-leading = In “{ $text }” the * comes only before the word. Write { $suggestion } to find words with these letters anywhere.
query-error-exact-wildcard = In “{ $text }” the sign = asks for this word only, and the wildcard asks for others as well. Delete one of the two.
query-error-exact-misplaced = The sign = goes right before a word, or before a phrase in quotation marks. Put it before each word inside the brackets instead.
query-error-near-distance = “{ $text }” cannot be used: a number from 0 to { $max } must follow the slash, as in NEAR/5 or ONEAR/5. To look for the word itself, write it in small letters.
query-error-near-operand = { $operator } can join only words, phrases, tags, names, and groups of them with OR. { $what ->
    [and] Write OR instead of AND in this group, or move AND out of it.
    [not] Move NOT out: bank NEAR/3 fraud NOT film.
    [field] Move the field out: bank NEAR/3 fraud lang:en.
   *[sentence] Put SENT last and without brackets: bank NEAR/3 fraud SENT court.
  }
query-error-window-distance = “{ $text }” cannot be used: a number from 0 to { $max } must follow the ~, as in "bad service"~5.
query-error-window-words = A phrase with ~ can hold at most { $max } words. Shorten it, or join the words with AND.
query-error-fuzzy-distance = “{ $text }” cannot be searched for: only ~1, one typing error, can follow a word, and the word can have no other signs, as in Reebok~1.
query-error-fuzzy-too-short = “{ $text }” would find too many other words: there must be at least { $min } letters before ~1. List the misspellings with OR.
query-error-word-list = “{ $text }” cannot be in the list behind a word. The list holds -form to leave a form out, +form to add one, and ^ for capitalised words only, as in Apple[-apples +appl ^].
query-error-word-list-misplaced = A list in square brackets can only follow a word that is searched for in all its forms: not a phrase, a tag, or a word with =, *, ?, ~1 or braces.
query-error-cased-word = “{ $text }” cannot be searched for: braces must hold one word and no other signs, as in {"{"}Apple{"}"}.
query-error-comment-not-closed = This comment is never closed. Add >>> where it ends.
query-error-comment-not-opened = No comment is open here. Add <<< where the comment starts, or delete this sign.
query-error-bad-value = { $field ->
    [site] “{ $text }” is not the name of a site. Write only its domain, as in site:example.com.
    [type] “{ $text }” is not a kind of post. Use post, reply, repost, quote, review, article or form.
    [has] “{ $text }” is not something that can be asked for. Use image, video, audio, file, link, hashtag, mention, rating or emoji.
    [sentiment] “{ $text }” is not a sentiment. Use negative, neutral or positive.
   *[followers] “{ $text }” is not a number of followers. Write followers:{"["}1000 TO *] for at least a thousand, followers:{"["}* TO 500] for at most five hundred.
  }
query-error-bad-part = “{ $text }” cannot be the name of a part. A name has letters, digits and _ only, as in $crisis_words.
query-error-unknown-part = There is no named part ${ $name }. Create it, or correct the name.
query-error-part-cycle = The named part ${ $name } uses itself, directly or through other parts. Take it out of one of them.

query-warning-mixed = AND binds before OR, so this is read as: { $reading }. If you meant something else, add brackets.

# Why a form of a word is looked for.
query-reason-written = as written
query-reason-inflected = { $case ->
    [genitive] genitive
    [dative] dative
    [accusative] accusative
    [instrumental] instrumental
    [locative] locative
    [vocative] vocative
   *[nominative] nominative
  } { $number ->
    [plural] plural
   *[singular] singular
  }
query-reason-english = { $form ->
    [possessive] possessive
   *[plural] plural
  }
query-reason-transliterated = in other letters
query-reason-layout = typed with the wrong keyboard layout
query-reason-look-alike = with look-alike letters
query-reason-added = added by hand

query-warning-frequent = This would match about { $percent } % of all posts. Add a word that must stand beside it, or exclude what you do not need.
