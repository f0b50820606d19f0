//! The authored words are complete, and nothing of their syntax reaches a post.

use super::*;

const VOICES: [Voice<'static>; 2] = [
    Voice { woman: true, own: "welmira_polska", house: None },
    Voice { woman: false, own: "velmira_ru", house: Some(2) },
];

#[test]
fn there_are_at_least_150_lines_in_each_language_and_every_role_has_its_lines() {
    let texts = Texts::read().unwrap();
    for (language, name) in Language::ALL {
        let of = texts.of(language);
        let lines: usize = Role::ALL.iter().map(|(role, _)| of.templates(*role).len()).sum();
        assert!(lines >= 150, "{name}: {lines}");
        for (role, section) in Role::ALL {
            assert!(!of.templates(role).is_empty(), "{name}: no lines for `{section}`");
        }
    }
}

#[test]
fn the_languages_have_the_same_roles_with_the_same_number_of_lines() {
    let texts = Texts::get();
    for (role, section) in Role::ALL {
        let counts = Language::ALL.map(|(language, _)| texts.of(language).templates(role).len());
        assert!(counts.iter().all(|count| *count == counts[0]), "{section}: {counts:?}");
    }
}

#[test]
fn roles_are_listed_in_the_order_of_the_enum() {
    for (index, (role, name)) in Role::ALL.iter().enumerate() {
        assert_eq!(*role as usize, index, "{name}");
    }
}

#[test]
fn media_have_the_same_rows_among_people_and_words() {
    for (language, name) in Language::ALL {
        let of = Texts::get().of(language);
        for (row, medium) in of.names("media").iter().enumerate() {
            assert_eq!(of.word("media", row), medium[0], "{name}");
        }
    }
}

#[test]
fn no_rendering_of_any_line_keeps_a_slot_or_a_bracket() {
    for (language, name) in Language::ALL {
        let of = Texts::get().of(language);
        for (role, section) in Role::ALL {
            for template in 0..of.templates(role).len() {
                for round in 0..40 {
                    let mut luck = Luck::new(round, crate::luck::Purpose::Words, template as u64, 0);
                    let words = of.write(role, template, VOICES[round as usize % 2], &mut luck);
                    let all = format!("{}{}", words.title.unwrap_or_default(), words.text);
                    let left = all.contains(['{', '}', '[', ']', '|', '<', '>', '∅']) || all.contains(" // ");
                    assert!(!left && !words.text.trim().is_empty(), "{name} {section}: {all}");
                    assert!(!all.contains("  "), "{name} {section}: {all}");
                }
            }
        }
    }
}

#[test]
fn lines_that_promise_our_name_have_it_however_they_are_typed() {
    for (language, name) in Language::ALL {
        let of = Texts::get().of(language);
        for (role, section) in Role::ALL {
            for (index, _) in of.templates(role).iter().enumerate().filter(|(_, line)| line.names_us) {
                for round in 0..40 {
                    let mut luck = Luck::new(round, crate::luck::Purpose::Words, index as u64, 9);
                    let words = of.write(role, index, VOICES[0], &mut luck);
                    let all = format!("{} {}", words.title.unwrap_or_default(), words.text).to_lowercase();
                    let named =
                        ["вельмир", "велмир", "welmir", "velmir"].iter().any(|stem| all.contains(stem));
                    assert!(named, "{name} {section}: {all}");
                }
            }
        }
    }
}

#[test]
fn broken_lines_are_refused_with_their_place() {
    let refused = |line: &'static str| {
        let content: &'static str = Box::leak(format!("== praise\n{line}\n").into_boxed_str());
        parse::check("ru/ordinary.txt", content)
    };
    assert_eq!(refused("кефир {brand.nom}"), Ok(()));
    assert_eq!(refused("кефир {brend.nom}").unwrap_err(), "ru/ordinary.txt:2: unknown slot `brend.nom`");
    assert!(refused("кефир {brand.voc}").unwrap_err().contains("unknown form"));
    assert!(refused("[раз|два").unwrap_err().contains("never closed"));
    assert!(refused("раз]").unwrap_err().contains("closes nothing"));
    assert!(refused("купил<а>").unwrap_err().contains("without `/`"));
    assert!(refused("{9..3} банок").unwrap_err().contains("empty"));
}
