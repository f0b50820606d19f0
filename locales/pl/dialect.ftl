### Co stało się z zapytaniem napisanym dla innego narzędzia; tekst pojawia się przy zaznaczonym miejscu. $tool to narzędzie, $text
### powtarza to, co wpisał użytkownik, $ours to zapis u nas.

dialect-error-sign = „{ $text }” nie da się przenieść z { $tool }. Usuń ten znak albo zapisz to samo za pomocą AND, OR, NOT, nawiasów i cudzysłowów.
dialect-error-field = Nie ma tu niczego takiego jak { $text }. Usuń to pole. Dostępne pola to author:, network:, lang:, site:, url:, type:, has:, followers:, sentiment: i title:.
dialect-error-value = O „{ $text }” nie da się tu zapytać. Podaj inną wartość albo usuń pole.
dialect-error-value-missing = Po { $text } nie ma wartości. Wpisz ją zaraz po dwukropku albo usuń pole.
dialect-error-regex = Wyrażeń regularnych ({ $text }) nie da się przenieść. Wymień słowa, łącząc je OR, albo podaj początek słowa z gwiazdką: firm*.
dialect-error-pattern = „{ $text }” nie da się przenieść: gwiazdka może stać na końcu słowa albo po obu jego stronach, na przykład firm* lub *bank*, i nie łączy się ze znakiem zapytania. Wymień słowa, łącząc je OR.
dialect-error-group-distance = Odległości podanej za nawiasem ({ $text }) nie da się przenieść. Napisz, co ma stać blisko czego: (tort OR ciastko) NEAR/5 urodziny.
dialect-error-only-not = Ten nawias tylko wyklucza, więc { $tool } nic z nim nie znajdzie. Jeśli chodzi o „bez tego”, postaw NOT przed nawiasem.
dialect-error-range = Zakresu „{ $text }” nie da się przenieść. Zakres ma tylko liczba obserwujących, na przykład followers:[1000 TO 5000].
dialect-error-substring = „{ $text }” nie da się przenieść: fragment jest szukany tylko wewnątrz jednego słowa i może składać się wyłącznie z liter i cyfr. Całe słowa weź w cudzysłów.
dialect-error-comment-not-closed = Ten komentarz nie jest zamknięty. Dodaj >>> tam, gdzie się kończy.
dialect-error-near-number = Podaj, ile słów może stać między obiema stronami: NEAR/5 zamiast { $text }.

dialect-note-exact-words = { $tool ->
    [YouScan] W cudzysłowie YouScan szuka słów tylko w tej formie. U nas to samo oznacza znak =; usuń go tam, gdzie chcesz także innych form.
    [Lucene] To, które formy znajduje Lucene, zależy od ustawień twojego indeksu. U nas każde słowo jest szukane dokładnie tak, jak zostało napisane, i to oznacza znak =; usuń go tam, gdzie chcesz także innych form.
   *[other] { $tool } szuka słów dokładnie tak, jak są napisane. U nas to samo oznacza znak =; usuń go tam, gdzie chcesz także odmiany.
  }
dialect-note-beside-and = Między dwiema częściami nie ma operatora, a pomoc { $tool } nie mówi, co to znaczy. Odczytano to jako AND. Jeśli to fraza, weź ją w cudzysłów.
dialect-note-beside-or = W { $tool } części bez operatora między nimi znaczą „którakolwiek z nich”, dlatego wstawiono OR. Zamień go na AND, jeśli mają wystąpić wszystkie.
dialect-note-mixed = AND i OR stoją obok siebie bez nawiasów, a pomoc { $tool } nie mówi, co wiąże silniej. Najpierw połączono części z AND; przestaw nawiasy, jeśli chodziło o coś innego.
dialect-note-optional = W { $tool } „{ $text }” jest tu nieobowiązkowe: podnosi post na liście, ale niczego nie dodaje. Ta część została pominięta.
dialect-note-boost = Waga { $text } zmienia tylko kolejność na liście. Została pominięta, znajdą się te same posty.
dialect-note-fuzzy = „{ $text }” w { $tool } dopuszcza co najmniej dwie błędne litery. U nas dopuszczalna jest jedna, więc literówek znajdzie się mniej.
dialect-note-window-order = Gdy co najmniej trzy słowa zamieniają się miejscami, { $tool } liczy to jako dodatkową odległość. U nas kolejność jest dowolna, więc znajdzie się nieco więcej.
dialect-note-window-unclear = Pomoc { $tool } nie mówi, ile kosztuje zmiana kolejności. U nas słowa mogą stać w dowolnej kolejności, a wśród nich może być do { $n } { $n ->
    [one] innego słowa
    [few] innych słów
   *[many] innych słów
  }.
dialect-note-distance = { $tool } liczy do następnego słowa, a my liczymy słowa pomiędzy: { $text } tam to { $ours } u nas. Znajdą się te same posty.
dialect-note-suffix = Samej końcówki nie da się tu szukać. { $text } znajdzie też słowa, w których te litery stoją na początku lub w środku.
dialect-note-signs = Szukane są tylko litery, cyfry i emoji. Pozostałe znaki w „{ $text }” zostały pominięte.
dialect-note-phrase-wildcard = Znak * lub ? w cudzysłowie odczytano jako zastępujący litery. Jeśli dla { $tool } był to znak interpunkcyjny, usuń go.
dialect-note-url = Adres jest szukany w adresie samego posta, w jego linkach i w treści, więc może znaleźć się więcej niż w { $tool }.
dialect-note-author = Autor jest szukany po całej nazwie konta, całym imieniu i nazwisku albo identyfikatorze. Część nazwy nie wystarczy.
dialect-note-scope = { $text ->
    [rawText] U nas tytuł artykułu jest przeszukiwany razem z treścią.
   *[other] U nas przeszukiwane są tylko tytuł i treść samego posta. Komentarze pod pasującym postem, nazwy stron i autorzy się nie liczą.
  }
dialect-note-field = { $ours ->
    [none] { $text } to pole twojego własnego indeksu. Odczytano je jako tytuł i treść posta.
   *[other] { $text } to pole twojego własnego indeksu. Odczytano je tu jako { $ours }; sprawdź, czy znaczy to samo.
  }
dialect-note-operator-word = { $tool } nie ma operatora { $text }: tam to słowo, które musi wystąpić w poście. Usuń je, jeśli nie musi.
dialect-note-same-post = AND wymaga obu słów w tym samym poście. Pomoc { $tool } mówi o zdaniach; jeśli mają stać w jednym zdaniu, napisz SENT.
dialect-note-substring = Te litery są szukane tylko wewnątrz pojedynczych słów: { $text }.
dialect-note-media = Zapytano o obrazy i filmy; inne załączniki się nie liczą.
dialect-note-compound = Słowo ze znakiem w środku jest szukane jako { $text }, czyli słowa obok siebie. Twój indeks mógł szukać każdego z nich osobno.
