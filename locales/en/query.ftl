### What is wrong with a query, said beside the marked place. $text and $operator repeat what the user typed.

query-error-empty-query = The query is empty. Type at least one word to look for, such as the name of your company.
query-error-too-long = The query is longer than { $max } bytes. Split it into several topics.
query-error-too-many-terms = The query holds more than { $max } words, tags and names. Split it into several topics.
query-error-too-deep = Brackets or NOTs stand more than { $max } deep inside one another. Take out those you do not need.
query-error-bracket-not-closed = This bracket is never closed. Add “)” where the group ends.
query-error-bracket-not-opened = This bracket was never opened. Add “(” where the group starts, or delete this one.
query-error-quote-not-closed = This quotation mark is never closed. Add the closing one after the last word of the phrase.
query-error-quote-not-opened = This quotation mark was never opened. Add the opening one before the first word of the phrase, or delete this one.
query-error-empty-bracket = There is nothing to look for between these brackets. Type a word there, or delete them.
query-error-empty-phrase = There is no word between these quotation marks. Type one, or delete the marks.
query-error-nothing-before = Something is missing before { $operator }. Type what it should join, or delete it. To look for the word itself, write it in small letters.
query-error-nothing-after = Something is missing after { $operator }. Type what it applies to, or delete it. To look for the word itself, write it in small letters.
query-error-nothing-required = This part would take in nearly every post, because it only excludes or filters. Add a word, a phrase, a #tag, a @name or an author that must be there.
query-error-wildcard-too-short = “{ $text }” would take in too much: at least { $min } letters must stand before the *. Add letters, or write the words out.
query-error-wildcard-misplaced = In “{ $text }” the * stands inside the word. It can only stand at the end, as in compan*.
query-error-bad-tag = “{ $text }” is not a hashtag. A hashtag has letters, digits and _ only, with at least one letter, and is always searched as a whole.
query-error-bad-name = “{ $text }” is not a name. A name has letters, digits, _ and dots inside it, and is always searched as a whole.
query-error-field-value-missing = { $field }: needs a value right behind the colon, without a space, as in { $field }:{ $field ->
    [author] anna_k
    [network] telegram
   *[lang] en
  }.
query-error-field-list = Only values with OR between them can stand in the brackets after { $field }:, as in { $field }:{ $field ->
    [author] (anna_k OR jan_k)
    [network] (telegram OR vk)
   *[lang] (en OR pl)
  }.
query-error-bad-language = “{ $text }” is not a language code. Use two letters, such as en, pl or ru.
query-error-bad-network = “{ $text }” is not the short name of a network. Use Latin letters, such as telegram, vk or x.
query-error-web-address = Words inside web addresses are not searched, so this address would never be found. Search for the name itself instead.
query-error-not-in-language = { $feature ->
    [near] Searching for words near each other ({ $text }) is not part of the query language. Use AND, or a phrase in quotation marks. To look for the word itself, write it in small letters.
    [window] A distance ({ $text }) is not part of the query language. Delete it, or use AND between the words.
    [infix] A * before a word ({ $text }) is not part of the query language. Put the * at the end, as in compan*, or list the words with OR.
    [single-letter] A ? in place of a letter ({ $text }) is not part of the query language. Delete the question mark, or list the words with OR.
    [exact] The sign = before a word ({ $text }) is not part of the query language. Delete it: words are searched exactly as they are written.
    [site] The field { $text } is not part of the query language. The fields are author:, network: and lang:.
    [type] The field { $text } is not part of the query language. The fields are author:, network: and lang:.
    [pipe] The sign { $text } is not part of the query language. Write OR instead.
   *[other] { $text } is not part of the query language.
  }

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
