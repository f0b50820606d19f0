# Incydenty: lista i pokój incydentu.
incidents-title = Incydenty
incidents-status = Które incydenty
incidents-open = Otwarte
incidents-closed = Zamknięte
incidents-topic = Temat
incidents-all-topics = Wszystkie tematy
incidents-none-open = Nic nie płonie
incidents-none-open-words = Gdy wzmianek o temacie nagle przybywa, incydent otwiera się tu sam.
incidents-none-closed = Żaden incydent nie został jeszcze zamknięty
incidents-none-closed-words = Zamknięte incydenty zostają tu na zawsze, ze wszystkim, co zrobiono.
incidents-keys = Incydenty
incidents-key-next = Następny
incidents-key-previous = Poprzedni

incident-status-suspected = podejrzenie
incident-status-confirmed = potwierdzony
incident-status-contained = opanowany
incident-status-closed = zamknięty

incident-card-since = otwarty od
incident-card-closed = zamknięty
incident-card-mentions = { $n ->
    [one] { $n } wzmianka
    [few] { $n } wzmianki
    [many] { $n } wzmianek
   *[other] { $n } wzmianki
  }
incident-card-peak = szczyt { $n } na godzinę
incident-card-unanswered = { $shown } bez odpowiedzi
incident-card-nobody = brak prowadzącego
incident-card-open = Do pokoju

incident-title = Incydent
incident-tab = Incydent: { $topic }
incident-number = nr { $id }
incident-fact-mentions = Wzmianki
incident-fact-peak = Najsilniejsza godzina
incident-fact-unanswered = Bez odpowiedzi
incident-fact-since = Początek
incident-fact-signal = Ostatni sygnał
incident-fact-closed = Zamknięty
incident-fact-nobody = nikt
incident-fact-owner = Prowadzący
incident-why = Dlaczego odezwał się dzwon
incident-why-more = { $n ->
    [one] To ostatni z { $n } sygnału; pozostałe są na osi czasu.
    [few] To ostatni z { $n } sygnałów; pozostałe są na osi czasu.
    [many] To ostatni z { $n } sygnałów; pozostałe są na osi czasu.
   *[other] To ostatni z { $n } sygnału; pozostałe są na osi czasu.
  }
incident-chart = Wzmianki o temacie wokół incydentu
incident-to-topic = Cały temat
incident-networks = Sieci
incident-posts = Co mówią ludzie
incident-posts-top = Najgłośniejsze
incident-posts-all = Wszystkie ({ $n })
incident-posts-everything = Pokaż wszystkie
incident-no-posts = Nie ma tu postów
incident-cases = Sprawy tego incydentu
incident-cases-waiting = { $n ->
    [one] { $shown } czeka na odpowiedź
    [few] { $shown } czekają na odpowiedź
    [many] { $shown } czeka na odpowiedź
   *[other] { $shown } czeka na odpowiedź
  }
incident-cases-none = nikt nie czeka na odpowiedź
incident-timeline = Oś czasu
incident-note = Notatka na oś czasu
incident-note-hint = Zapisz, co zrobiono albo co się wyjaśniło…
incident-note-add = Dodaj notatkę

incident-own-take = Przejmij prowadzenie
incident-own-pass = Przekaż prowadzenie
incident-own-who = Nowy prowadzący
incident-own-done = Teraz ty prowadzisz ten incydent.
incident-do-own = Przekaż prowadzenie
incident-do-confirm = Potwierdź
incident-do-contain = Opanowano
incident-do-close = Zamknij
incident-do-reopen = Otwórz ponownie
incident-about-own = Prowadzący kieruje pracą i informuje pozostałych. Zmiana trafi na oś czasu.
incident-about-confirm = To naprawdę kryzys: człowiek to sprawdził i tak uważa.
incident-about-contain = Już nie rośnie. Praca trwa, a jeśli znów wybuchnie, odezwie się dzwon.
incident-about-close = Już po wszystkim. Incydent zostanie w archiwum ze wszystkim, co zrobiono; można go otworzyć ponownie.
incident-about-reopen = Znów płonie. Incydent stanie się potwierdzony.
incident-close-reason = Powód
incident-close-choose = Wybierz powód
incident-reason-missing = Wybierz, dlaczego incydent zostaje zamknięty.
incident-words = Słowami
incident-words-optional = Słowami, jeśli chcesz

closing-reason-resolved = już po wszystkim
closing-reason-false-alarm = fałszywy alarm: kryzysu nie było
closing-reason-expected = spodziewane: nasza kampania lub premiera
closing-reason-duplicate = część innego incydentu

incident-keys = Incydent
incident-key-own = Przejmij prowadzenie
incident-key-note = Napisz notatkę
incident-key-cases = Otwórz sprawy
incident-key-all = Pokaż posty z całego czasu

timeline-opened = Otwarto incydent
timeline-opened-with = { $n ->
    [one] Otwarto incydent: { $n } wzmianka w ciągu godziny, { $ratio } wobec normy
    [few] Otwarto incydent: { $n } wzmianki w ciągu godziny, { $ratio } wobec normy
    [many] Otwarto incydent: { $n } wzmianek w ciągu godziny, { $ratio } wobec normy
   *[other] Otwarto incydent: { $n } wzmianki w ciągu godziny, { $ratio } wobec normy
  }
timeline-signal = Kolejny sygnał
timeline-signal-with = { $n ->
    [one] Kolejny sygnał: { $n } wzmianka w ciągu godziny, { $ratio } wobec normy
    [few] Kolejny sygnał: { $n } wzmianki w ciągu godziny, { $ratio } wobec normy
    [many] Kolejny sygnał: { $n } wzmianek w ciągu godziny, { $ratio } wobec normy
   *[other] Kolejny sygnał: { $n } wzmianki w ciągu godziny, { $ratio } wobec normy
  }
timeline-confirm = Potwierdzono: to naprawdę kryzys
timeline-contain = Opanowano: już nie rośnie
timeline-close = Zamknięto: { $reason }
timeline-reopen = Otwarto ponownie
timeline-own = Prowadzący: { $name }
timeline-note = Notatka
timeline-told-first = Zespół zaalarmowany
timeline-told-grew = Zespół zaalarmowany: rośnie
timeline-told-escalated = Zespół zaalarmowany: alarm podniósł człowiek
timeline-told-repeat = Zespół zaalarmowany ponownie: nikt się tym nie zajął
timeline-told-resolved = Zespół poinformowany: już po wszystkim
timeline-told-test = Wysłano zespołowi próbę
