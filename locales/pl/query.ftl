### Co jest nie tak z zapytaniem; tekst pojawia się przy zaznaczonym miejscu. $text i $operator powtarzają to, co wpisał użytkownik.

query-error-empty-query = Zapytanie jest puste. Wpisz co najmniej jedno słowo, na przykład nazwę swojej firmy.
query-error-too-long = Zapytanie jest za długie: może mieć najwyżej { $max } bajtów. Podziel je na kilka tematów.
query-error-too-many-terms = W zapytaniu jest więcej niż { $max } słów, hashtagów i nazw. Podziel je na kilka tematów.
query-error-too-deep = Nawiasy, NOT lub NEAR są zagnieżdżone głębiej niż na { $max } poziomów. Usuń te, które nie są potrzebne.
query-error-bracket-not-closed = Ten nawias nie jest zamknięty. Dodaj „)” tam, gdzie kończy się grupa.
query-error-bracket-not-opened = Ten nawias nie ma pary. Dodaj „(” tam, gdzie zaczyna się grupa, albo usuń ten nawias.
query-error-quote-not-closed = Ten cudzysłów nie jest zamknięty. Dodaj zamykający po ostatnim słowie frazy.
query-error-quote-not-opened = Ten cudzysłów nie ma pary. Dodaj otwierający przed pierwszym słowem frazy albo usuń ten znak.
query-error-empty-bracket = W tych nawiasach nie ma czego szukać. Wpisz w nich słowo albo je usuń.
query-error-empty-phrase = W tym cudzysłowie nie ma żadnego słowa. Wpisz je albo usuń cudzysłów.
query-error-nothing-before = Przed { $operator } czegoś brakuje. Wpisz, co ma łączyć, albo usuń ten operator. Jeśli szukasz samego słowa, napisz je małymi literami.
query-error-nothing-after = Po { $operator } czegoś brakuje. Wpisz, czego ma dotyczyć, albo usuń ten operator. Jeśli szukasz samego słowa, napisz je małymi literami.
query-error-nothing-required = Do tej części pasowałby prawie każdy post, bo tylko wyklucza lub filtruje. Dodaj słowo, frazę, #tag, @nazwę lub autora, które muszą wystąpić.
query-error-wildcard-too-short = „{ $text }” obejmie zbyt wiele: { $wildcard ->
    [infix] między dwiema gwiazdkami muszą być co najmniej { $min } litery
    [pattern] oprócz ? muszą wystąpić co najmniej { $min } litery
   *[prefix] przed * muszą być co najmniej { $min } litery
  }. Dopisz litery albo podaj całe słowa.
query-error-wildcard-misplaced = Nie można wyszukać „{ $text }”. Znak * stoi na końcu słowa, na przykład firm*, albo po obu jego stronach, na przykład *firm*. Znak ? zastępuje jedną literę w słowie bez łącznika i bez *, na przykład Kowalsk?.
query-error-bad-tag = „{ $text }” nie jest hashtagiem. Hashtag składa się z liter, cyfr i znaku _, ma co najmniej jedną literę i zawsze jest szukany w całości.
query-error-bad-name = „{ $text }” nie jest nazwą użytkownika. Nazwa składa się z liter, cyfr, znaku _ i kropek w środku i zawsze jest szukana w całości.
query-error-field-value-missing = Tuż po { $field }: (bez spacji) musi być wartość, na przykład { $field }:{ $field ->
    [author] anna_k
    [network] telegram
    [site] example.com
    [url] example.com/sklep
    [type] review
    [has] image
    [sentiment] negative
    [followers] {"["}1000 TO *]
    [title] skandal
   *[lang] pl
  }.
query-error-field-list = { $field ->
    [title] Po title: może stać tylko słowo, fraza albo ich lista połączona OR
   *[other] W nawiasie po { $field }: mogą stać tylko wartości połączone OR
  }, na przykład { $field }:{ $field ->
    [author] (anna_k OR jan_k)
    [network] (telegram OR vk)
    [site] (example.com OR example.org)
    [url] (example.com/sklep OR example.org)
    [type] (review OR article)
    [has] (image OR video)
    [sentiment] (negative OR neutral)
    [followers] {"["}1000 TO *]
    [title] (skandal OR "wyciek danych")
   *[lang] (pl OR en)
  }.
query-error-bad-language = „{ $text }” nie jest kodem języka. Użyj dwóch liter, na przykład pl, en lub ru.
query-error-bad-network = „{ $text }” nie jest krótką nazwą sieci. Użyj liter łacińskich bez polskich znaków, na przykład telegram, vk lub x.
query-error-web-address = Słowa wewnątrz adresów internetowych nie są przeszukiwane, więc tego adresu nigdy nie uda się znaleźć. Wpisz zamiast niego samą nazwę.
query-error-wildcard-leading = W „{ $text }” znak * stoi tylko przed słowem. Napisz { $suggestion }, aby znaleźć słowa, które mają te litery w dowolnym miejscu.
query-error-exact-wildcard = W „{ $text }” znak = oznacza dokładnie to słowo, a * lub ? także inne słowa. Usuń jeden z tych znaków.
query-error-exact-misplaced = Znak = musi stać bezpośrednio przed słowem albo przed frazą w cudzysłowie. Postaw go przed każdym słowem w nawiasie.
query-error-near-distance = Nie można użyć „{ $text }”: po ukośniku musi być liczba od 0 do { $max }, na przykład NEAR/5 lub ONEAR/5. Jeśli szukasz samego słowa, napisz je małymi literami.
query-error-near-operand = { $operator } może łączyć tylko słowa, frazy, hashtagi, nazwy i ich grupy z OR. { $what ->
    [and] Zamień AND w tej grupie na OR albo przenieś AND poza nią.
    [not] Przenieś NOT dalej: bank NEAR/3 oszustwo NOT film.
    [field] Przenieś pole dalej: bank NEAR/3 oszustwo lang:pl.
   *[sentence] Postaw SENT na końcu i bez nawiasów: bank NEAR/3 oszustwo SENT sąd.
  }
query-error-window-distance = Nie można użyć „{ $text }”: po znaku ~ musi być liczba od 0 do { $max }, na przykład "zła obsługa"~5.
query-error-window-words = Fraza ze znakiem ~ może mieć najwyżej { $max } słów. Skróć ją albo połącz słowa za pomocą AND.
query-error-fuzzy-distance = Nie można wyszukać „{ $text }”: po słowie może stać tylko ~1, czyli jedna literówka, a samo słowo nie może mieć innych znaków, na przykład Biedronka~1.
query-error-fuzzy-too-short = „{ $text }” znajdzie zbyt wiele innych słów: przed ~1 musi być co najmniej { $min } liter. Wymień błędne zapisy, łącząc je OR.
query-error-word-list = „{ $text }” nie może być na liście po słowie. Na liście zapisuje się -forma, aby ją pominąć, +forma, aby ją dodać, oraz ^, aby szukać tylko słów pisanych wielką literą, na przykład Żabka[-żabek +żapka ^].
query-error-word-list-misplaced = Lista w nawiasie kwadratowym może stać tylko po słowie szukanym we wszystkich formach. Nie może stać po frazie, hashtagu ani po słowie ze znakiem =, *, ?, ~1 lub w nawiasie klamrowym.
query-error-cased-word = Nie można wyszukać „{ $text }”: w nawiasie klamrowym musi być jedno słowo bez innych znaków, na przykład {"{"}Żabka{"}"}.
query-error-comment-not-closed = Ten komentarz nie jest zamknięty. Dodaj >>> tam, gdzie się kończy.
query-error-comment-not-opened = Nie ma tu otwartego komentarza. Dodaj <<< tam, gdzie się zaczyna, albo usuń ten znak.
query-error-bad-value = { $field ->
    [site] „{ $text }” nie jest nazwą witryny. Podaj samą domenę, na przykład site:example.com.
    [type] „{ $text }” nie jest rodzajem posta. Użyj post, reply, repost, quote, review, article lub form.
    [has] Nie można pytać o „{ $text }”. Użyj image, video, audio, file, link, hashtag, mention, rating lub emoji.
    [sentiment] „{ $text }” nie oznacza wydźwięku. Użyj negative, neutral lub positive.
   *[followers] „{ $text }” nie jest liczbą obserwujących. Napisz followers:{"["}1000 TO *], jeśli ma ich być co najmniej tysiąc, albo followers:{"["}* TO 500], jeśli najwyżej pięciuset.
  }
query-error-bad-part = „{ $text }” nie może być nazwą części zapytania. Nazwa składa się z liter, cyfr i znaku _, na przykład $crisis_words.
query-error-unknown-part = Nie ma nazwanej części ${ $name }. Utwórz ją albo popraw nazwę.
query-error-part-cycle = Nazwana część ${ $name } odwołuje się do samej siebie, bezpośrednio lub przez inne części. Usuń ją z jednej z nich.

query-warning-mixed = AND wiąże silniej niż OR, więc zapytanie jest czytane tak: { $reading }. Jeśli chodziło o coś innego, dodaj nawiasy.

# Dlaczego szukamy danej formy słowa.
query-reason-written = jak w zapytaniu
query-reason-inflected = { $case ->
    [genitive] dopełniacz
    [dative] celownik
    [accusative] biernik
    [instrumental] narzędnik
    [locative] miejscownik
    [vocative] wołacz
   *[nominative] mianownik
  } { $number ->
    [plural] liczby mnogiej
   *[singular] liczby pojedynczej
  }
query-reason-english = { $form ->
    [possessive] angielska forma dzierżawcza
   *[plural] angielska liczba mnoga
  }
query-reason-transliterated = innym alfabetem albo bez polskich znaków
query-reason-layout = wpisana w złym układzie klawiatury
query-reason-look-alike = z podobnymi znakami
query-reason-added = dodana ręcznie

query-warning-frequent = Takie zapytanie pasowałoby do około { $percent }% wszystkich postów. Dodaj słowo, które musi wystąpić obok, albo wyklucz to, czego nie potrzebujesz.
