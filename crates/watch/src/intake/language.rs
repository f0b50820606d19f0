//! Names of languages.

/// Our own languages as ISO 639-2 names them: sources use both forms, topics ask for one.
const LONG_NAMES: [(&str, &str); 3] = [("eng", "en"), ("pol", "pl"), ("rus", "ru")];
/// ISO 639-2 codes for "not known", "no words", "several" and "not on the list".
const NO_LANGUAGE: [&str; 4] = ["und", "zxx", "mul", "mis"];

/// The ISO 639 code of a language tag, in lower case and without region: `en` of `en-US`. `None` when it does not look like one, and for
/// codes that name no language (`und`, the private `qaa` to `qtz` that X uses for posts of links or hashtags only).
pub fn language_code(tag: &str) -> Option<Box<str>> {
    let code = tag.trim().split(['-', '_']).next().unwrap_or_default();
    let looks_right = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphabetic());
    if !looks_right {
        return None;
    }
    let code = code.to_ascii_lowercase();
    let private = code.len() == 3 && ("qaa"..="qtz").contains(&code.as_str());
    if private || NO_LANGUAGE.contains(&code.as_str()) {
        return None;
    }
    let short = LONG_NAMES.iter().find(|(long, _)| *long == code).map_or(code.as_str(), |(_, short)| short);
    Some(short.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_kept_when_it_looks_like_one() {
        for (tag, code) in [
            ("en-US", Some("en")),
            ("PL", Some("pl")),
            ("pt_BR", Some("pt")),
            ("rus", Some("ru")),
            ("tat", Some("tat")),
            ("und", None),
            ("qme", None),
            ("polski", None),
            ("", None),
            ("<b>", None),
            ("ру", None),
        ] {
            assert_eq!(language_code(tag).as_deref(), code, "{tag}");
        }
    }
}
