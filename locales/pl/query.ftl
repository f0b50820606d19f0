### Co jest nie tak z zapytaniem; tekst pojawia się przy zaznaczonym miejscu. $text i $operator powtarzają to, co wpisał użytkownik.

query-error-empty-query = Zapytanie jest puste. Wpisz co najmniej jedno słowo, na przykład nazwę swojej firmy.
query-error-too-long = Zapytanie jest dłuższe niż { $max } bajtów. Podziel je na kilka tematów.
query-error-too-many-terms = W zapytaniu jest więcej niż { $max } słów, tagów i nazw. Podziel je na kilka tematów.
query-error-too-deep = Nawiasy lub NOT są zagnieżdżone głębiej niż na { $max } poziomów. Usuń te, które nie są potrzebne.
query-error-bracket-not-closed = Ten nawias nie jest zamknięty. Dodaj „)” tam, gdzie kończy się grupa.
query-error-bracket-not-opened = Ten nawias nie ma otwierającego. Dodaj „(” tam, gdzie zaczyna się grupa, albo usuń ten nawias.
query-error-quote-not-closed = Ten cudzysłów nie jest zamknięty. Dodaj zamykający po ostatnim słowie frazy.
query-error-quote-not-opened = Ten cudzysłów nie ma otwierającego. Dodaj otwierający przed pierwszym słowem frazy albo usuń ten znak.
query-error-empty-bracket = W tych nawiasach nie ma czego szukać. Wpisz w nich słowo albo je usuń.
query-error-empty-phrase = W tym cudzysłowie nie ma żadnego słowa. Wpisz je albo usuń cudzysłów.
query-error-nothing-before = Przed { $operator } czegoś brakuje. Wpisz, co ma łączyć, albo usuń ten operator. Jeśli szukasz samego słowa, napisz je małymi literami.
query-error-nothing-after = Po { $operator } czegoś brakuje. Wpisz, czego ma dotyczyć, albo usuń ten operator. Jeśli szukasz samego słowa, napisz je małymi literami.
query-error-nothing-required = Do tej części pasowałby prawie każdy post, bo tylko wyklucza lub filtruje. Dodaj słowo, frazę, #tag, @nazwę lub autora, które muszą wystąpić.
query-error-wildcard-too-short = „{ $text }” obejmie zbyt wiele: przed * muszą stać co najmniej { $min } litery. Dopisz litery albo podaj całe słowa.
query-error-wildcard-misplaced = W „{ $text }” znak * stoi w środku słowa. Może stać tylko na końcu, na przykład firm*.
query-error-bad-tag = „{ $text }” nie jest hasztagiem. Hasztag składa się z liter, cyfr i znaku _, ma co najmniej jedną literę i zawsze jest szukany w całości.
query-error-bad-name = „{ $text }” nie jest nazwą użytkownika. Nazwa składa się z liter, cyfr, znaku _ i kropek w środku i zawsze jest szukana w całości.
query-error-field-value-missing = Po { $field }: musi od razu, bez spacji, stać wartość, na przykład { $field }:{ $field ->
    [author] anna_k
    [network] telegram
   *[lang] pl
  }.
query-error-field-list = W nawiasie po { $field }: mogą stać tylko wartości połączone OR, na przykład { $field }:{ $field ->
    [author] (anna_k OR jan_k)
    [network] (telegram OR vk)
   *[lang] (pl OR en)
  }.
query-error-bad-language = „{ $text }” nie jest kodem języka. Użyj dwóch liter, na przykład pl, en lub ru.
query-error-bad-network = „{ $text }” nie jest krótką nazwą sieci. Użyj liter łacińskich bez polskich znaków, na przykład telegram, vk lub x.
query-error-web-address = Słowa wewnątrz adresów internetowych nie są przeszukiwane, więc tego adresu nigdy nie uda się znaleźć. Wpisz zamiast niego samą nazwę.
query-error-not-in-language = { $feature ->
    [near] Język zapytań nie obejmuje szukania słów blisko siebie ({ $text }). Użyj AND albo frazy w cudzysłowie. Jeśli szukasz samego słowa, napisz je małymi literami.
    [window] Język zapytań nie obejmuje odległości ({ $text }). Usuń ją albo połącz słowa za pomocą AND.
    [infix] Język zapytań nie obejmuje znaku * przed słowem ({ $text }). Postaw * na końcu, na przykład firm*, albo wymień słowa, łącząc je OR.
    [single-letter] Język zapytań nie obejmuje znaku ? w miejscu litery ({ $text }). Usuń znak zapytania albo wymień słowa, łącząc je OR.
    [exact] Język zapytań nie obejmuje znaku = przed słowem ({ $text }). Usuń go: słowa są szukane dokładnie tak, jak są napisane.
    [site] Język zapytań nie zna pola { $text } — dostępne pola to author:, network: i lang:.
    [type] Język zapytań nie zna pola { $text } — dostępne pola to author:, network: i lang:.
    [pipe] Język zapytań nie obejmuje znaku { $text }. Napisz zamiast niego OR.
   *[other] Język zapytań nie obejmuje { $text }.
  }

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
