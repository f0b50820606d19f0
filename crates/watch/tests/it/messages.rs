//! Each refusal and each warning has a message in each interface language, which uses only the words it is given.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use nabat_watch::matching::query::{Field, Unsupported};
use nabat_watch::matching::{Query, QueryArg, QueryErrorKind, QueryWarning};

const LOCALES: [(&str, &str); 3] = [
    ("en", include_str!("../../../../locales/en/query.ftl")),
    ("pl", include_str!("../../../../locales/pl/query.ftl")),
    ("ru", include_str!("../../../../locales/ru/query.ftl")),
];

fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{language}/query.ftl: {errors:?}"));
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{language}/query.ftl: {errors:?}"));
    bundle
}

/// The message, or why it cannot be shown: a key or a named argument that is not there.
fn message(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &[(&str, QueryArg)],
) -> Result<String, String> {
    let pattern = bundle.get_message(key).and_then(|m| m.value()).ok_or(format!("no message {key}"))?;
    let mut fluent_args = FluentArgs::new();
    for (name, value) in args {
        match value {
            QueryArg::Text(text) => fluent_args.set(*name, text.as_str()),
            QueryArg::Number(number) => fluent_args.set(*name, *number as f64),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent_args), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(format!("{key}: {errors:?}")) }
}

#[test]
fn each_refusal_and_warning_has_a_message_in_each_language() {
    for (language, source) in LOCALES {
        let bundle = bundle(language, source);
        let mut keys = BTreeSet::new();
        for (kind, name) in QueryErrorKind::ALL {
            let values: Vec<&str> = match kind {
                QueryErrorKind::NotInLanguage => Unsupported::ALL.iter().map(|(_, name)| *name).collect(),
                QueryErrorKind::FieldValueMissing | QueryErrorKind::FieldList => {
                    Field::ALL.iter().map(|(_, name)| *name).collect()
                }
                _ => vec!["слово"],
            };
            let key = format!("query-error-{name}");
            let mut texts = BTreeSet::new();
            for value in values {
                let args: Vec<_> =
                    kind.arg_names().iter().map(|arg| (*arg, QueryArg::Text(value.to_owned()))).collect();
                let text = message(&bundle, &key, &args).unwrap_or_else(|why| panic!("{language}: {why}"));
                assert!(text.ends_with('.'), "{language}: {text}");
                assert!(
                    kind.arg_names().is_empty()
                        || text.contains(value)
                        || value.contains('-')
                        || kind == QueryErrorKind::NotInLanguage
                );
                texts.insert(text);
            }
            keys.insert(key);
        }
        for name in QueryWarning::NAMES {
            let key = format!("query-warning-{name}");
            let reading = [("reading", QueryArg::Text("(a b) OR c".into()))];
            assert!(message(&bundle, &key, &reading).unwrap().contains("(a b) OR c"));
            keys.insert(key);
        }
        let written: BTreeSet<String> = source
            .lines()
            .filter(|line| line.starts_with("query-"))
            .filter_map(|line| line.split(" =").next())
            .map(str::to_owned)
            .collect();
        assert_eq!(written, keys, "{language}: no message is missing and none is left over");
    }
}

#[test]
fn a_user_reads_what_to_do_in_their_own_language() {
    let shown = |query: &str| -> Vec<String> {
        let error = Query::parse(query).unwrap_err();
        LOCALES
            .iter()
            .map(|(language, source)| message(&bundle(language, source), &error.key(), &error.args).unwrap())
            .collect()
    };
    expect_test::expect![[r#"
        [
            [
                "“бо*” would take in too much: at least 3 letters must stand before the *. Add letters, or write the words out.",
                "„бо*” obejmie zbyt wiele: przed * muszą stać co najmniej 3 litery. Dopisz litery albo podaj całe słowa.",
                "«бо*» захватит слишком много: перед * нужно не меньше 3 букв. Добавьте буквы или напишите слова целиком.",
            ],
            [
                "Searching for words near each other (NEAR/3) is not part of the query language. Use AND, or a phrase in quotation marks. To look for the word itself, write it in small letters.",
                "Język zapytań nie obejmuje szukania słów blisko siebie (NEAR/3). Użyj AND albo frazy w cudzysłowie. Jeśli szukasz samego słowa, napisz je małymi literami.",
                "Поиска слов рядом друг с другом (NEAR/3) в языке запросов нет. Напишите AND или фразу в кавычках. Если нужно само слово, напишите его строчными буквами.",
            ],
            [
                "lang: needs a value right behind the colon, without a space, as in lang:en.",
                "Po lang: musi od razu, bez spacji, stać wartość, na przykład lang:pl.",
                "Сразу после lang: без пробела нужно значение, например lang:ru.",
            ],
            [
                "The field site: is not part of the query language. The fields are author:, network: and lang:.",
                "Język zapytań nie zna pola site: — dostępne pola to author:, network: i lang:.",
                "Поля site: в языке запросов нет. Есть поля author:, network: и lang:.",
            ],
            [
                "Something is missing after OR. Type what it applies to, or delete it. To look for the word itself, write it in small letters.",
                "Po OR czegoś brakuje. Wpisz, czego ma dotyczyć, albo usuń ten operator. Jeśli szukasz samego słowa, napisz je małymi literami.",
                "После OR чего-то не хватает. Допишите, к чему он относится, или удалите его. Если нужно само слово, напишите его строчными буквами.",
            ],
        ]
    "#]].assert_debug_eq(&[
        shown("бо*"),
        shown("сервис NEAR/3 плохой"),
        shown("lang: pl"),
        shown("site:sklep.example kefir"),
        shown("сок OR"),
    ]);
}
