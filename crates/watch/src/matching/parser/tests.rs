//! Stories about reading queries.

use expect_test::{Expect, expect};
use nabat_crisis::topic::QUERY_BYTES_MAX;

use crate::matching::query::{NESTING_MAX, TERMS_MAX};
use crate::matching::{Query, QueryErrorKind, QueryWarning};

/// How each query is read: printed again, or refused with the place and the words of the message.
fn check(queries: &[&str], expected: Expect) {
    let seen = |query: &str| query.replace(['\u{AD}', '\u{200B}'], "·");
    let lines: Vec<String> =
        queries.iter().map(|query| format!("{}  =>  {}\n", seen(query), read(query))).collect();
    expected.assert_eq(&lines.concat());
}

fn read(text: &str) -> String {
    match Query::parse(text) {
        Ok(query) => {
            assert_eq!(
                Query::parse(&query.to_string()).as_ref(),
                Ok(&query),
                "{query} reads back as the same"
            );
            query.to_string()
        }
        Err(error) => {
            let args: Vec<String> =
                error.args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            let names: Vec<&str> = error.args.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, error.kind.arg_names(), "{text}");
            format!("{} at [{}]{}", error.kind.name(), &text[error.span], args.concat())
        }
    }
}

#[test]
fn not_binds_before_and_before_or_and_a_space_is_and() {
    check(
        &[
            "жаба AND суп OR борщ",
            "(жаба OR суп) борщ",
            "zwrot paragon OR faktura",
            "refund OR return AND NOT policy",
            "NOT (реклама OR акция) кефир",
            "kefir -reklama -(konkurs OR loteria) -\"na rok\" -#reklama -lang:pl",
            "milk NOT NOT fresh",
            "milk - oat ... ! juice",
            "black and white или не И",
            "((a b)) ((c))",
            "сок OR (NOT вода AND лимон)",
        ],
        expect![[r#"
            жаба AND суп OR борщ  =>  жаба AND суп OR борщ
            (жаба OR суп) борщ  =>  (жаба OR суп) AND борщ
            zwrot paragon OR faktura  =>  zwrot AND paragon OR faktura
            refund OR return AND NOT policy  =>  refund OR return AND NOT policy
            NOT (реклама OR акция) кефир  =>  NOT (реклама OR акция) AND кефир
            kefir -reklama -(konkurs OR loteria) -"na rok" -#reklama -lang:pl  =>  kefir AND NOT reklama AND NOT (konkurs OR loteria) AND NOT "na rok" AND NOT #reklama AND NOT lang:pl
            milk NOT NOT fresh  =>  milk AND NOT NOT fresh
            milk - oat ... ! juice  =>  milk AND oat AND juice
            black and white или не И  =>  black AND and AND white AND или AND не AND и
            ((a b)) ((c))  =>  (a AND b) AND c
            сок OR (NOT вода AND лимон)  =>  сок OR NOT вода AND лимон
        "#]],
    );
}

#[test]
fn leaves_are_words_prefixes_phrases_tags_names_and_fields() {
    check(
        &[
            "ЁЛКА Żółw мо\u{AD}ло\u{200B}ко",
            "Сбер* coca-col* «бракован* упаковка»",
            "«горячая линия» „gorąca linia” “hot line” \"to be OR not\" „gorąca linia\"",
            "coca-cola М.Видео O’Reilly AT&T C++ \"зеленый\" \"coca-cola zero\"",
            "#Covid_w_Polsce, @Moja.Zabka. -@_kot_! 😡😡 🇵🇱",
            "author:@Jan_K kefir network:(VK OR telegram) SOURCE:x Lang:en-US",
            "author:(\"Jan Kowalski\" OR «Газета \"Труд\"») kefir",
            "author:zavod",
            "Важно: кефир 12:30 note:x",
            "near NOT-a-b кефир -AND",
        ],
        expect![[r#"
            ЁЛКА Żółw мо·ло·ко  =>  елка AND zolw AND молоко
            Сбер* coca-col* «бракован* упаковка»  =>  сбер* AND "coca-col*" AND "бракован* упаковка"
            «горячая линия» „gorąca linia” “hot line” "to be OR not" „gorąca linia"  =>  "горячая линия" AND "goraca linia" AND "hot line" AND "to be or not" AND "goraca linia"
            coca-cola М.Видео O’Reilly AT&T C++ "зеленый" "coca-cola zero"  =>  "coca-cola" AND "м-видео" AND "o-reilly" AND "at t" AND c AND зеленый AND "coca-cola zero"
            #Covid_w_Polsce, @Moja.Zabka. -@_kot_! 😡😡 🇵🇱  =>  #covid_w_polsce AND @moja.zabka AND NOT @_kot_ AND "😡 😡" AND 🇵🇱
            author:@Jan_K kefir network:(VK OR telegram) SOURCE:x Lang:en-US  =>  author:jan_k AND kefir AND network:(vk OR telegram) AND network:x AND lang:en
            author:("Jan Kowalski" OR «Газета "Труд"») kefir  =>  author:("jan kowalski" OR «газета "труд"») AND kefir
            author:zavod  =>  author:zavod
            Важно: кефир 12:30 note:x  =>  важно AND кефир AND "12 30" AND "note x"
            near NOT-a-b кефир -AND  =>  near AND "not-a-b" AND кефир AND NOT and
        "#]],
    );
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    check(
        &[
            "",
            " … ! ",
            "NOT спам",
            "-spam -реклама",
            "сок OR NOT вода",
            "lang:pl",
            "кефир OR network:vk",
            "NOT NOT сок",
            "(sok",
            "sok)",
            "(a (b) c",
            "\"sok jabłkowy",
            "«сок",
            "сок»",
            "sok AND",
            "sok NOT",
            "OR sok",
            "AND sok",
            "sok AND OR woda",
            "sok OR AND woda",
            "sok OR",
            "sok (OR woda)",
            "sok (woda AND)",
            "sok -()",
            "()",
            "sok ( ! )",
            "\"\" сок",
            "« … » сок",
            "бо*",
            "кефир \"а* б\"",
            "😡*",
            "бан*ан",
            "x foo/*bar",
            "#123",
            "#сбер-банк",
            "#сбер*",
            "#сбер😡",
            "@anna@serwer.example",
            "@anna*",
            "lang: pl",
            "кефир author:",
            "кефир lang:()",
            "кефир lang:(pl ru)",
            "кефир lang:(pl OR)",
            "кефир lang:(OR pl)",
            "кефир lang:(pl AND ru)",
            "кефир lang:(-pl)",
            "кефир lang:((pl))",
            "кефир lang:(pl",
            "кефир lang:polski",
            "кефир network:«В контакте»",
            "https://sklep.example/kasa",
            "(www.sklep.example)",
        ],
        expect![[r#"
              =>  empty-query at []
             … !   =>  empty-query at [ … ! ]
            NOT спам  =>  nothing-required at [NOT спам]
            -spam -реклама  =>  nothing-required at [-spam -реклама]
            сок OR NOT вода  =>  nothing-required at [NOT вода]
            lang:pl  =>  nothing-required at [lang:pl]
            кефир OR network:vk  =>  nothing-required at [network:vk]
            NOT NOT сок  =>  nothing-required at [NOT NOT сок]
            (sok  =>  bracket-not-closed at [(]
            sok)  =>  bracket-not-opened at [)]
            (a (b) c  =>  bracket-not-closed at [(]
            "sok jabłkowy  =>  quote-not-closed at ["]
            «сок  =>  quote-not-closed at [«]
            сок»  =>  quote-not-opened at [»]
            sok AND  =>  nothing-after at [AND] operator=AND
            sok NOT  =>  nothing-after at [NOT] operator=NOT
            OR sok  =>  nothing-before at [OR] operator=OR
            AND sok  =>  nothing-before at [AND] operator=AND
            sok AND OR woda  =>  nothing-after at [AND] operator=AND
            sok OR AND woda  =>  nothing-after at [OR] operator=OR
            sok OR  =>  nothing-after at [OR] operator=OR
            sok (OR woda)  =>  nothing-before at [OR] operator=OR
            sok (woda AND)  =>  nothing-after at [AND] operator=AND
            sok -()  =>  empty-bracket at [()]
            ()  =>  empty-bracket at [()]
            sok ( ! )  =>  empty-bracket at [( ! )]
            "" сок  =>  empty-phrase at [""]
            « … » сок  =>  empty-phrase at [« … »]
            бо*  =>  wildcard-too-short at [бо*] text=бо* min=3
            кефир "а* б"  =>  wildcard-too-short at [а*] text=а* min=3
            😡*  =>  wildcard-too-short at [😡*] text=😡* min=3
            бан*ан  =>  wildcard-misplaced at [бан*ан] text=бан*ан
            x foo/*bar  =>  wildcard-misplaced at [foo/*bar] text=foo/*bar
            #123  =>  bad-tag at [#123] text=#123
            #сбер-банк  =>  bad-tag at [#сбер-банк] text=#сбер-банк
            #сбер*  =>  bad-tag at [#сбер*] text=#сбер*
            #сбер😡  =>  bad-tag at [#сбер😡] text=#сбер😡
            @anna@serwer.example  =>  bad-name at [@anna@serwer.example] text=@anna@serwer.example
            @anna*  =>  bad-name at [@anna*] text=@anna*
            lang: pl  =>  field-value-missing at [lang:] field=lang
            кефир author:  =>  field-value-missing at [author:] field=author
            кефир lang:()  =>  empty-bracket at [()]
            кефир lang:(pl ru)  =>  field-list at [ru] field=lang
            кефир lang:(pl OR)  =>  field-list at [)] field=lang
            кефир lang:(OR pl)  =>  field-list at [OR] field=lang
            кефир lang:(pl AND ru)  =>  field-list at [AND] field=lang
            кефир lang:(-pl)  =>  field-list at [-pl] field=lang
            кефир lang:((pl))  =>  field-list at [(] field=lang
            кефир lang:(pl  =>  bracket-not-closed at [(]
            кефир lang:polski  =>  bad-language at [polski] text=polski
            кефир network:«В контакте»  =>  bad-network at [В контакте] text=В контакте
            https://sklep.example/kasa  =>  web-address at [https://sklep.example/kasa]
            (www.sklep.example)  =>  web-address at [www.sklep.example]
        "#]],
    );
}

#[test]
fn syntax_of_other_languages_is_refused_and_never_read_as_something_else() {
    check(
        &[
            "сервис NEAR/4 плохой",
            "сервис ONEAR плохой",
            "\"курьер опоздал\"~2",
            "курьер~2",
            "*банк*",
            "*банк",
            "Шмид?",
            "«где деньги?»",
            "=брак",
            "кефир -=брак",
            "\"=горячая линия\"",
            "site:example.com kefir",
            "type: kefir",
            "a | b",
            "a|b",
        ],
        expect![[r#"
            сервис NEAR/4 плохой  =>  not-in-language at [NEAR/4] feature=near text=NEAR/4
            сервис ONEAR плохой  =>  not-in-language at [ONEAR] feature=near text=ONEAR
            "курьер опоздал"~2  =>  not-in-language at [~2] feature=window text=~2
            курьер~2  =>  not-in-language at [~2] feature=window text=~2
            *банк*  =>  not-in-language at [*банк*] feature=infix text=*банк*
            *банк  =>  not-in-language at [*банк] feature=infix text=*банк
            Шмид?  =>  not-in-language at [Шмид?] feature=single-letter text=Шмид?
            «где деньги?»  =>  not-in-language at [деньги?] feature=single-letter text=деньги?
            =брак  =>  not-in-language at [=брак] feature=exact text==брак
            кефир -=брак  =>  not-in-language at [=брак] feature=exact text==брак
            "=горячая линия"  =>  not-in-language at [=горячая] feature=exact text==горячая
            site:example.com kefir  =>  not-in-language at [site:] feature=site text=site:
            type: kefir  =>  not-in-language at [type:] feature=type text=type:
            a | b  =>  not-in-language at [|] feature=pipe text=|
            a|b  =>  not-in-language at [|] feature=pipe text=|
        "#]],
    );
}

#[test]
fn and_beside_or_without_brackets_is_said_in_the_users_own_words() {
    let warnings = |text: &str| -> Vec<String> {
        let said = |warning: QueryWarning| match warning {
            QueryWarning::Mixed { span, reading } => format!("[{}] {reading}", &text[span]),
        };
        Query::parse(text).unwrap().warnings.into_iter().map(said).collect()
    };
    assert_eq!(warnings("Жаба суп OR «Борщ»"), ["[Жаба суп OR «Борщ»] (Жаба суп) OR «Борщ»"]);
    assert_eq!(warnings("x (a AND -b OR (c)) "), ["[a AND -b OR (c)] (a AND -b) OR (c)"]);
    for clear in ["(a b) OR c", "a b c", "a OR b OR -c d-e", "(a OR b) c"] {
        let n_expected = usize::from(clear.contains("-c d-e"));
        assert_eq!(warnings(clear).len(), n_expected, "{clear}");
    }
    let many = vec!["a b OR c"; 50].join(") (");
    assert_eq!(warnings(&format!("({many})")).len(), 5);
}

#[test]
fn each_part_of_the_tree_knows_its_place() {
    let text = "\u{FEFF}«горячая\u{AD} линия» AND -(нет OR #тег)";
    let query = Query::parse(text).unwrap();
    let crate::matching::query::Expr::And(nodes) = &query.root.expr else { panic!("an AND") };
    let places: Vec<&str> = nodes.iter().map(|node| &text[node.span.clone()]).collect();
    assert_eq!(places, ["«горячая\u{AD} линия»", "-(нет OR #тег)"]);
    assert_eq!(&text[query.root.span], text.trim_start_matches('\u{FEFF}'));
}

#[test]
fn giant_queries_are_refused_at_once() {
    let kind = |text: String| Query::parse(&text).unwrap_err().kind;
    for (piece, refusal) in [
        ("(", QueryErrorKind::TooDeep),
        (")", QueryErrorKind::BracketNotOpened),
        ("NOT ", QueryErrorKind::TooDeep),
        ("-", QueryErrorKind::EmptyQuery),
        ("-(", QueryErrorKind::TooDeep),
        ("\"", QueryErrorKind::EmptyPhrase),
        ("«", QueryErrorKind::QuoteNotClosed),
        ("a ", QueryErrorKind::TooManyTerms),
        ("a.", QueryErrorKind::TooManyTerms),
        ("#a ", QueryErrorKind::TooManyTerms),
        ("OR ", QueryErrorKind::NothingBefore),
        ("lang:(", QueryErrorKind::BadLanguage),
    ] {
        let text = piece.repeat(QUERY_BYTES_MAX / piece.len());
        assert_eq!(kind(text), refusal, "{piece}");
    }
    assert!(
        Query::parse(&format!("a{}", "\u{301}\u{328}".repeat(QUERY_BYTES_MAX / 5))).is_ok(),
        "a word under a heap of marks"
    );
    assert_eq!(kind("ы".repeat(QUERY_BYTES_MAX)), QueryErrorKind::TooLong);
    assert_eq!(kind(format!("{}x", "-".repeat(NESTING_MAX + 1))), QueryErrorKind::TooDeep);
    let deep = |n: usize| format!("{}a OR b c{}", "(".repeat(n), ")".repeat(n));
    assert!(Query::parse(&deep(NESTING_MAX)).is_ok());
    assert_eq!(kind(deep(NESTING_MAX + 1)), QueryErrorKind::TooDeep);
    let words = |n: usize| vec!["a"; n].join(" ");
    assert!(Query::parse(&words(TERMS_MAX)).is_ok());
    assert_eq!(kind(words(TERMS_MAX + 1)), QueryErrorKind::TooManyTerms);
}
