//! The scanner against the plain reading.

use proptest::prelude::*;

use super::*;

/// What both readings have of a token.
type Seen = (u64, u8, u32, u32, u32, u32);

fn check(parts: &[&str]) {
    let (mut scanner, mut plain) = (Scanner::default(), Tokens::default());
    for (part, text) in (0..).zip(parts) {
        scanner.add(part, text);
        plain.add(part, text);
    }
    let scanned: Vec<Seen> = scanner
        .sightings()
        .iter()
        .map(|s| (s, scanner.span(s)))
        .map(|(s, span)| (s.hash, s.part, s.first, s.next, span.start as u32, span.end as u32))
        .collect();
    let expected: Vec<Seen> = plain
        .terms()
        .iter()
        .filter(|term| term.kind != Kind::Address)
        .map(|t| (hash(t.kind, plain.text(t)), t.part, t.first, t.next, t.from, t.until))
        .collect();
    assert_eq!(scanned, expected, "{parts:?}");
    let addresses: Vec<(u8, u32, u32)> =
        scanner.addresses().iter().map(|address| (address.part, address.from, address.until)).collect();
    let expected: Vec<(u8, u32, u32)> = plain
        .terms()
        .iter()
        .filter(|term| term.kind == Kind::Address)
        .map(|term| (term.part, term.from, term.until))
        .collect();
    assert_eq!(addresses, expected, "{parts:?}");
    let texts: Vec<&str> =
        plain.terms().iter().filter(|t| t.kind != Kind::Address).map(|t| plain.text(t)).collect();
    for (sighting, text) in scanner.sightings().iter().zip(texts) {
        assert_eq!(scanner.text(sighting), text, "{parts:?}");
        assert_eq!(scanner.bytes(sighting), text.as_bytes());
        assert_eq!(sighting.n_bytes(), text.len());
        assert_eq!(sighting.start[0], start(text));
        assert!(scanner.with_behind(sighting).len() >= text.len() + BEHIND);
    }
}

#[test]
fn a_stretched_porridge_is_no_other_form_of_the_word() {
    // Words of eight bytes that differ in the last: what tells kinds apart must not undo the difference.
    let kinds = [Kind::Word, Kind::Emoji, Kind::Tag, Kind::Name, Kind::Squeezed];
    let words: Vec<String> = ('а'..='п').map(|last| format!("каш{last}")).collect();
    let hashes: std::collections::BTreeSet<u64> =
        kinds.iter().flat_map(|kind| words.iter().map(|word| hash(*kind, word))).collect();
    assert_eq!(hashes.len(), kinds.len() * words.len());
}

#[test]
fn posts_are_read_as_the_plain_reading_says() {
    for text in [
        "",
        "Опять без света😡😡 👍🏽 🇵🇱🇵 🇷🇺",
        "#PKOBank @moja.zabka. #covid_w_polsce #123 # #_ @_kot_ #БойкотМагазину#x a#b c@d",
        "https://www.zabka.pl/promocje patrz www.zabka.pl teraz http:// www. HTTPS://A xhttps://b «http://c»",
        "zo\u{301}\u{301}łty и\u{306}огурт z\u{307}o\u{301}łty бере\u{308}за ą\u{308} \u{301}x",
        "мо\u{AD}ло\u{200B}ко\u{FEFF} е\u{200B}\u{308}лка Cбер orlеn Sбер сбееербанк sooooo #нетттт @аааа",
        "ｆｕｌｌ ｗｉｄｔｈ 日本語 한국어 ᄒ\u{1161} ﬁ Å ™ © ℹ 1\u{FE0F}\u{20E3} x\u{20E3}",
        "Straße İstanbul ΑΒΓ Nestlé ©2025 ½ 10² a\u{338}=\u{338}",
    ] {
        // Behind so many spaces that blocks end at each of its bytes.
        for n_before in 0..70 {
            let text = format!("{}{text}", " ".repeat(n_before));
            check(&[&text]);
            check(&["Заголовок", &text]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read_as_the_plain_reading_says(text in any::<String>()) {
        check(&[&text]);
    }

    #[test]
    fn real_looking_text_is_read_as_the_plain_reading_says(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "e", "о", "р", "Ж", "ż", "Ó", "é", "и", "\u{306}", "\u{301}", "\u{328}", "\u{308}", "\u{AD}", "\u{200B}", "1", "#", "@", "_",
            ".", " ", "\u{A0}", "😡", "👍\u{1F3FD}", "🇵", "🇱", "http", "s://", "://", "www.", "ггг", "«", "»", "\u{20E3}", "日", "W", "H", "\u{338}", "<", "𐐀", "абвгабвгабвгабвгабвгабвгабвгабвгабвгабвгабвгабвгабвгабвгабвгабв",
        ]), 0..24),
        title in "[A-Za-zа-яё#@ ]{0,12}",
    ) {
        let text = pieces.concat();
        check(&[&title, &text]);
    }
}
