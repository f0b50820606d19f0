//! Words for people outside the browser: webhooks and the command line, from the same locale files as the pages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use nabat_crisis::person::Language;
use unic_langid::LanguageIdentifier;

/// The files the server reads, one line each: language, Fluent text.
const FILES: [(Language, &str); 9] = [
    (Language::En, include_str!("../../../locales/en/server.ftl")),
    (Language::En, include_str!("../../../locales/en/query.ftl")),
    (Language::En, include_str!("../../../locales/en/dialect.ftl")),
    (Language::Pl, include_str!("../../../locales/pl/server.ftl")),
    (Language::Pl, include_str!("../../../locales/pl/query.ftl")),
    (Language::Pl, include_str!("../../../locales/pl/dialect.ftl")),
    (Language::Ru, include_str!("../../../locales/ru/server.ftl")),
    (Language::Ru, include_str!("../../../locales/ru/query.ftl")),
    (Language::Ru, include_str!("../../../locales/ru/dialect.ftl")),
];

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    /// Text, shown as it is.
    Text(String),
    /// A number, written and declined by the language's rules.
    Number(f64),
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Word {
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

/// The sentence of a key in a language.
///
/// A key that is missing gives the key itself: a message that says too little is better than none at night, and the tests and
/// `cargo xtask tidy` keep it from happening.
pub fn say(language: Language, key: &str, words: &[(&str, Word)]) -> String {
    let Some(bundle) = bundles().get(&language) else { return key.to_owned() };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut args = FluentArgs::new();
    for (name, word) in words {
        match word {
            Word::Text(text) => args.set(*name, text.as_str()),
            Word::Number(number) => args.set(*name, FluentValue::from(*number)),
        }
    }
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

fn bundles() -> &'static BTreeMap<Language, FluentBundle<FluentResource>> {
    static BUNDLES: OnceLock<BTreeMap<Language, FluentBundle<FluentResource>>> = OnceLock::new();
    BUNDLES.get_or_init(|| {
        Language::ALL.into_iter().map(|(language, name)| (language, bundle(language, name))).collect()
    })
}

fn bundle(language: Language, name: &str) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = name.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Direction marks around values would show as odd characters in terminals and chats.
    bundle.set_use_isolating(false);
    for (_, text) in FILES.iter().filter(|(of, _)| *of == language) {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surge_is_told_in_each_language_with_its_plural() {
        let words = |n: u64| {
            [
                ("topic", Word::from("Вельмира")),
                ("observed", Word::from(n)),
                ("ratio", "12".into()),
                ("expected", "4".into()),
                ("authors", 41_u64.into()),
            ]
        };
        for (language, _) in Language::ALL {
            for n in [1, 3, 48] {
                let said = say(language, "told-incident-first", &words(n));
                assert!(said.contains("Вельмира") && said.contains(&n.to_string()), "{said}");
            }
        }
    }
}
