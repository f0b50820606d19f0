//! Each refusal and each warning has a message in each interface language, which uses only the words it is given.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use nabat_watch::matching::query::Field;
use nabat_watch::matching::{Query, QueryArg, QueryErrorKind, QueryWarning};

const LOCALES: [(&str, &str); 3] = [
    ("en", include_str!("../../../../locales/en/query.ftl")),
    ("pl", include_str!("../../../../locales/pl/query.ftl")),
    ("ru", include_str!("../../../../locales/ru/query.ftl")),
];

pub(crate) fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{language}: {errors:?}"));
    bundle
}

/// The message, or why it cannot be shown: a key or a named argument that is not there.
pub(crate) fn message(
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
                QueryErrorKind::FieldValueMissing | QueryErrorKind::FieldList => Field::NAMES.to_vec(),
                QueryErrorKind::BadValue => vec!["site", "type", "has", "sentiment", "followers"],
                QueryErrorKind::NearOperand => vec!["and", "not", "field", "sentence"],
                QueryErrorKind::WildcardTooShort => vec!["prefix", "infix", "pattern"],
                _ => vec!["слово"],
            };
            let key = format!("query-error-{name}");
            let mut texts = BTreeSet::new();
            for value in values {
                let args: Vec<_> =
                    kind.arg_names().iter().map(|arg| (*arg, QueryArg::Text(value.to_owned()))).collect();
                let text = message(&bundle, &key, &args).unwrap_or_else(|why| panic!("{language}: {why}"));
                assert!(text.ends_with('.'), "{language}: {text}");
                assert!(kind.arg_names().is_empty() || text.contains(value));
                assert!(texts.insert(text.replace(value, "")) || value == "слово", "{language}: {text}");
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
            // What the stream taught and why a form is looked for is told by the app, which has its own tests.
            .filter(|line| line.starts_with("query-error-") || line.starts_with("query-warning-mixed"))
            .filter_map(|line| line.split(" =").next())
            .map(str::to_owned)
            .collect();
        assert_eq!(written, keys, "{language}: no message is missing and none is left over");
    }
}

/// The message of a refused query in each language.
fn shown(query: &str) -> Vec<String> {
    let error = Query::parse(query).unwrap_err();
    LOCALES
        .iter()
        .map(|(language, source)| message(&bundle(language, source), &error.key(), &error.args).unwrap())
        .collect()
}

#[test]
fn a_user_reads_what_to_do_in_their_own_language() {
    expect_test::expect![[r#"
        [
            [
                "“бо*” would take in too much: there must be at least 3 letters before the *. Add letters, or write the words out.",
                "„бо*” obejmie zbyt wiele: przed * muszą być co najmniej 3 litery. Dopisz litery albo podaj całe słowa.",
                "«бо*» захватит слишком много: перед * нужно не меньше 3 букв. Добавьте буквы или напишите слова целиком.",
            ],
            [
                "In “*банк” the * comes only before the word. Write *банк* to find words with these letters anywhere.",
                "W „*банк” znak * stoi tylko przed słowem. Napisz *банк*, aby znaleźć słowa, które mają te litery w dowolnym miejscu.",
                "В «*банк» знак * стоит только перед словом. Напишите *банк*, чтобы найти слова, в которых эти буквы стоят в любом месте.",
            ],
            [
                "“NEAR/101” cannot be used: a number from 0 to 100 must follow the slash, as in NEAR/5 or ONEAR/5. To look for the word itself, write it in small letters.",
                "Nie można użyć „NEAR/101”: po ukośniku musi być liczba od 0 do 100, na przykład NEAR/5 lub ONEAR/5. Jeśli szukasz samego słowa, napisz je małymi literami.",
                "«NEAR/101» использовать нельзя: после косой черты нужно число от 0 до 100, например NEAR/5 или ONEAR/5. Если нужно само слово, напишите его строчными буквами.",
            ],
            [
                "NEAR can join only words, phrases, tags, names, and groups of them with OR. Write OR instead of AND in this group, or move AND out of it.",
                "NEAR może łączyć tylko słowa, frazy, hashtagi, nazwy i ich grupy z OR. Zamień AND w tej grupie na OR albo przenieś AND poza nią.",
                "NEAR связывает только слова, фразы, хештеги, имена и их группы через OR. Напишите в этой группе OR вместо AND или вынесите AND за её пределы.",
            ],
            [
                "“~много” cannot be used: a number from 0 to 100 must follow the ~, as in \"bad service\"~5.",
                "Nie można użyć „~много”: po znaku ~ musi być liczba od 0 do 100, na przykład \"zła obsługa\"~5.",
                "«~много» использовать нельзя: после ~ нужно число от 0 до 100, например \"плохой сервис\"~5.",
            ],
            [
                "Something is missing after OR. Type what it applies to, or delete it. To look for the word itself, write it in small letters.",
                "Po OR czegoś brakuje. Wpisz, czego ma dotyczyć, albo usuń ten operator. Jeśli szukasz samego słowa, napisz je małymi literami.",
                "После OR чего-то не хватает. Допишите, к чему он относится, или удалите его. Если нужно само слово, напишите его строчными буквами.",
            ],
        ]
    "#]].assert_debug_eq(&[
        shown("бо*"),
        shown("*банк"),
        shown("сервис NEAR/101 плохой"),
        shown("сервис NEAR/3 (плохой AND грубый)"),
        shown("«плохой сервис»~много"),
        shown("сок OR"),
    ]);
}

#[test]
fn a_user_reads_what_a_field_and_a_list_can_hold() {
    expect_test::expect![[r#"
        [
            [
                "lang: needs a value right behind the colon, without a space, as in lang:en.",
                "Tuż po lang: (bez spacji) musi być wartość, na przykład lang:pl.",
                "Сразу после lang: без пробела нужно значение, например lang:ru.",
            ],
            [
                "“(много)” is not a number of followers. Write followers:[1000 TO *] for at least a thousand, followers:[* TO 500] for at most five hundred.",
                "„(много)” nie jest liczbą obserwujących. Napisz followers:[1000 TO *], jeśli ma ich być co najmniej tysiąc, albo followers:[* TO 500], jeśli najwyżej pięciuset.",
                "«(много)» — не число подписчиков. Напишите followers:[1000 TO *], если их не меньше тысячи, или followers:[* TO 500], если не больше пятисот.",
            ],
            [
                "“tweet” is not a kind of post. Use post, reply, repost, quote, review, article or form.",
                "„tweet” nie jest rodzajem posta. Użyj post, reply, repost, quote, review, article lub form.",
                "«tweet» — не вид поста. Укажите post, reply, repost, quote, review, article или form.",
            ],
            [
                "After title: there can only be a word, a phrase, or a list of them with OR, as in title:(scandal OR \"data breach\").",
                "Po title: może stać tylko słowo, fraza albo ich lista połączona OR, na przykład title:(skandal OR \"wyciek danych\").",
                "После title: может стоять только слово, фраза или их список через OR, например title:(скандал OR \"утечка данных\").",
            ],
            [
                "“магнитик” cannot be in the list behind a word. The list holds -form to leave a form out, +form to add one, and ^ for capitalised words only, as in Apple[-apples +appl ^].",
                "„магнитик” nie może być na liście po słowie. Na liście zapisuje się -forma, aby ją pominąć, +forma, aby ją dodać, oraz ^, aby szukać tylko słów pisanych wielką literą, na przykład Żabka[-żabek +żapka ^].",
                "«магнитик» не может стоять в списке после слова. В списке пишут -форма, чтобы её не искать, +форма, чтобы её добавить, и ^, чтобы искать только слова с прописной буквы, например Магнит[-магнитами +магазик ^].",
            ],
            [
                "“{Сбер” cannot be searched for: braces must hold one word and no other signs, as in {Apple}.",
                "Nie można wyszukać „{Сбер”: w nawiasie klamrowym musi być jedno słowo bez innych znaków, na przykład {Żabka}.",
                "«{Сбер» найти нельзя: в фигурных скобках должно стоять одно слово без других знаков, например {Магнит}.",
            ],
        ]
    "#]].assert_debug_eq(&[
        shown("lang: pl"),
        shown("kefir followers:(много)"),
        shown("kefir type:tweet"),
        shown("title:(kefir AND sok)"),
        shown("Магнит[магнитик]"),
        shown("{Сбер банк}"),
    ]);
}
