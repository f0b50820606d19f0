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
            black and white или не И  =>  black AND and AND white AND или AND не AND И
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
            ЁЛКА Żółw мо·ло·ко  =>  ЁЛКА AND Żółw AND молоко
            Сбер* coca-col* «бракован* упаковка»  =>  сбер* AND "coca-col*" AND "бракован* упаковка"
            «горячая линия» „gorąca linia” “hot line” "to be OR not" „gorąca linia"  =>  "горячая линия" AND "gorąca linia" AND "hot line" AND "to be OR not" AND "gorąca linia"
            coca-cola М.Видео O’Reilly AT&T C++ "зеленый" "coca-cola zero"  =>  "coca-cola" AND "М.Видео" AND "O’Reilly" AND "AT T" AND C AND зеленый AND "coca-cola zero"
            #Covid_w_Polsce, @Moja.Zabka. -@_kot_! 😡😡 🇵🇱  =>  #covid_w_polsce AND @moja.zabka AND NOT @_kot_ AND "😡 😡" AND 🇵🇱
            author:@Jan_K kefir network:(VK OR telegram) SOURCE:x Lang:en-US  =>  author:jan_k AND kefir AND network:(vk OR telegram) AND network:x AND lang:en
            author:("Jan Kowalski" OR «Газета "Труд"») kefir  =>  author:("jan kowalski" OR «газета "труд"») AND kefir
            author:zavod  =>  author:zavod
            Важно: кефир 12:30 note:x  =>  Важно AND кефир AND "12 30" AND "note x"
            near NOT-a-b кефир -AND  =>  near AND "NOT-a-b" AND кефир AND NOT "AND"
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
            бо*  =>  wildcard-too-short at [бо*] wildcard=prefix text=бо* min=3
            кефир "а* б"  =>  wildcard-too-short at [а*] wildcard=prefix text=а* min=3
            😡*  =>  wildcard-too-short at [😡*] wildcard=prefix text=😡* min=3
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
fn near_sentences_windows_and_wildcards_are_read() {
    check(
        &[
            "сервис NEAR/4 плохой AND чек",
            "a NEAR/2 b ONEAR/0 c NEAR/3f d",
            "a NEAR/2 (b NEAR/1 c)",
            "(=bank OR =loan OR \"call centre\") NEAR/2 (scam* OR #fraud OR @bank)",
            "serwis NEAR/2 zły -nowy",
            "кефир SENT скис SENT (вчера | сегодня)",
            "a SENT b NEAR/1 c OR d",
            "(a NEAR/1 b) SENT c",
            "\"курьер опоздал\"~2 «coca-cola zero»~0 \"a\"~3 \"coca-cola\"~3",
            "*банк* Шмид? Kowalsk?? ?ank курьер~1 \"*банк* к?т курьер~1\"",
            "a|b | \"c d\"|#e",
            "чек ? ! | дом",
        ],
        expect![[r#"
            сервис NEAR/4 плохой AND чек  =>  сервис NEAR/4 плохой AND чек
            a NEAR/2 b ONEAR/0 c NEAR/3f d  =>  a NEAR/2 b ONEAR/0 c ONEAR/3 d
            a NEAR/2 (b NEAR/1 c)  =>  a NEAR/2 (b NEAR/1 c)
            (=bank OR =loan OR "call centre") NEAR/2 (scam* OR #fraud OR @bank)  =>  (=bank OR =loan OR "call centre") NEAR/2 (scam* OR #fraud OR @bank)
            serwis NEAR/2 zły -nowy  =>  serwis NEAR/2 zły AND NOT nowy
            кефир SENT скис SENT (вчера | сегодня)  =>  кефир SENT скис SENT (вчера OR сегодня)
            a SENT b NEAR/1 c OR d  =>  near-operand at [a SENT b] operator=NEAR what=sentence
            (a NEAR/1 b) SENT c  =>  a NEAR/1 b SENT c
            "курьер опоздал"~2 «coca-cola zero»~0 "a"~3 "coca-cola"~3  =>  "курьер опоздал"~2 AND "coca-cola zero"~0 AND a AND "coca-cola"
            *банк* Шмид? Kowalsk?? ?ank курьер~1 "*банк* к?т курьер~1"  =>  *банк* AND шмид? AND kowalsk?? AND ?ank AND курьер~1 AND "*банк* к?т курьер~1"
            a|b | "c d"|#e  =>  a OR b OR "c d" OR #e
            чек ? ! | дом  =>  чек OR дом
        "#]],
    );
}

#[test]
fn exact_words_cased_words_and_lists_are_read() {
    check(
        &[
            "=Сбер =ЁЛКА -=Спам \"=горячая линия\" =coca-cola =AT&T =😡 =#Тег =@Имя",
            "=\"горячая линия\" -=«a b»",
            "{Żabka} \"{Apple} store\" {M.Видео} {мо\u{AD}локо}",
            "Магнит[-магнитами +магазик ^]",
            "Магнит[ ^ +Мага\u{AD}зик ] -Żabka[-żabek] \"Магнит[^] косметик\"",
            "М.Видео[-М.Видео +эм-видео], \"OR[^]\" OR \"AND\"",
            "[скобки] в [ тексте ] Важно:[x]",
        ],
        expect![[r#"
            =Сбер =ЁЛКА -=Спам "=горячая линия" =coca-cola =AT&T =😡 =#Тег =@Имя  =>  =сбер AND =елка AND NOT =спам AND "=горячая линия" AND "=coca-cola" AND "=at =t" AND 😡 AND #тег AND @имя
            ="горячая линия" -=«a b»  =>  "=горячая =линия" AND NOT "=a =b"
            {Żabka} "{Apple} store" {M.Видео} {мо·локо}  =>  {Żabka} AND "{Apple} store" AND "{M} {Видео}" AND {молоко}
            Магнит[-магнитами +магазик ^]  =>  Магнит[-магнитами +магазик ^]
            Магнит[ ^ +Мага·зик ] -Żabka[-żabek] "Магнит[^] косметик"  =>  Магнит[+магазик ^] AND NOT Żabka[-zabek] AND "Магнит[^] косметик"
            М.Видео[-М.Видео +эм-видео], "OR[^]" OR "AND"  =>  "М.Видео[-м-видео +эм-видео]" AND "OR[^]" OR "AND"
            [скобки] в [ тексте ] Важно:[x]  =>  скобки AND в AND тексте AND "Важно x"
        "#]],
    );
}

#[test]
fn fields_comments_and_parts_are_read() {
    check(
        &[
            "site:Example.COM type:(comment OR Review) kefir",
            "kefir url:\"https://Shop.Example/Kasa?a=1\" has:(image | emoji) sentiment:negative",
            "kefir followers:1000 followers:[1000 TO *] -followers:[* TO 500], followers:[5  TO 10]",
            "title:кефир OR title:\"Горячая линия\" OR title:(a | \"b c\"~3 OR day* OR #e) title:$часть",
            "<<< сначала бренд >>> кефир<<<и всё>>>-сок <<<>>> lang:(ru <<<и>>> OR pl)",
            "$crisis_words, NEAR/3 (банк OR $Имена2) -$spam",
            "site:sklep.example OR lang:pl author:jan",
        ],
        expect![[r#"
            site:Example.COM type:(comment OR Review) kefir  =>  site:example.com AND type:(reply OR review) AND kefir
            kefir url:"https://Shop.Example/Kasa?a=1" has:(image | emoji) sentiment:negative  =>  kefir AND url:"https://shop.example/kasa?a=1" AND has:(image OR emoji) AND sentiment:negative
            kefir followers:1000 followers:[1000 TO *] -followers:[* TO 500], followers:[5  TO 10]  =>  kefir AND followers:[1000 TO 1000] AND followers:[1000 TO *] AND NOT followers:[* TO 500] AND followers:[5 TO 10]
            title:кефир OR title:"Горячая линия" OR title:(a | "b c"~3 OR day* OR #e) title:$часть  =>  title:кефир OR title:"Горячая линия" OR title:(a OR "b c"~3 OR day* OR #e) AND title:$часть
            <<< сначала бренд >>> кефир<<<и всё>>>-сок <<<>>> lang:(ru <<<и>>> OR pl)  =>  кефир AND NOT сок AND lang:(ru OR pl)
            $crisis_words, NEAR/3 (банк OR $Имена2) -$spam  =>  $crisis_words NEAR/3 (банк OR $Имена2) AND NOT $spam
            site:sklep.example OR lang:pl author:jan  =>  site:sklep.example OR lang:pl AND author:jan
        "#]],
    );
}

#[test]
fn near_and_windows_that_cannot_be_are_refused_with_their_place() {
    check(
        &[
            "сервис NEAR плохой",
            "сервис ONEAR/ плохой",
            "a NEAR/101 b",
            "a NEAR/3x b",
            "a ONEAR/3f b",
            "NEAR/3 a",
            "a NEAR/3",
            "a SENT AND b",
            "a OR SENT b",
            "sok NEAR/2 NOT woda",
            "sok NEAR/2 (woda AND lód)",
            "sok NEAR/2 (woda OR (lód cukier))",
            "-sok NEAR/2 woda",
            "sok SENT lang:pl",
            "sok NEAR/2 title:woda",
            "(a SENT b) NEAR/2 c",
            "a SENT (b SENT c)",
            "(a OR b SENT c) SENT d",
            "\"a b\"~",
            "\"a b\"~101",
            "\"a b\"~x",
            "\"a b c d e f g h i j k l m n o p q\"~3",
        ],
        expect![[r#"
            сервис NEAR плохой  =>  near-distance at [NEAR] text=NEAR max=100
            сервис ONEAR/ плохой  =>  near-distance at [ONEAR/] text=ONEAR/ max=100
            a NEAR/101 b  =>  near-distance at [NEAR/101] text=NEAR/101 max=100
            a NEAR/3x b  =>  near-distance at [NEAR/3x] text=NEAR/3x max=100
            a ONEAR/3f b  =>  near-distance at [ONEAR/3f] text=ONEAR/3f max=100
            NEAR/3 a  =>  nothing-before at [NEAR/3] operator=NEAR/3
            a NEAR/3  =>  nothing-after at [NEAR/3] operator=NEAR/3
            a SENT AND b  =>  nothing-after at [SENT] operator=SENT
            a OR SENT b  =>  nothing-after at [OR] operator=OR
            sok NEAR/2 NOT woda  =>  near-operand at [NOT woda] operator=NEAR what=not
            sok NEAR/2 (woda AND lód)  =>  near-operand at [(woda AND lód)] operator=NEAR what=and
            sok NEAR/2 (woda OR (lód cukier))  =>  near-operand at [(lód cukier)] operator=NEAR what=and
            -sok NEAR/2 woda  =>  near-operand at [-sok] operator=NEAR what=not
            sok SENT lang:pl  =>  near-operand at [lang:pl] operator=SENT what=field
            sok NEAR/2 title:woda  =>  near-operand at [title:woda] operator=NEAR what=field
            (a SENT b) NEAR/2 c  =>  near-operand at [(a SENT b)] operator=NEAR what=sentence
            a SENT (b SENT c)  =>  near-operand at [(b SENT c)] operator=SENT what=sentence
            (a OR b SENT c) SENT d  =>  near-operand at [b SENT c] operator=SENT what=sentence
            "a b"~  =>  window-distance at [~] text=~ max=100
            "a b"~101  =>  window-distance at [~101] text=~101 max=100
            "a b"~x  =>  window-distance at [~x] text=~x max=100
            "a b c d e f g h i j k l m n o p q"~3  =>  window-words at ["a b c d e f g h i j k l m n o p q"~3] max=16
        "#]],
    );
}

#[test]
fn signs_that_do_not_fit_a_word_are_refused_with_their_place() {
    check(
        &[
            "курьер~",
            "курьер~2",
            "coca-cola~1",
            "=курьер~1",
            "курь~1",
            "*банк",
            "\"*банк карта\"",
            "*бан*",
            "*coca-cola*",
            "К? дом",
            "Шм?д*",
            "T-Mobil?",
            "=брак*",
            "=*банк*",
            "=Шмид?",
            "=\"брак* товар\"",
            "=(a b)",
            "Магнит[магнитик]",
            "Магнит[]",
            "Магнит[-магнит*]",
            "Магнит[-a",
            "\"Магнит[-a\" x]",
            "=Магнит[^]",
            "Магн*[^]",
            "{Магнит}[^]",
            "Магнит[^]ами",
            "AT&T[^]",
            "😡[^]",
            "\"a b\"[^]",
            "#тег[^]",
        ],
        expect![[r#"
            курьер~  =>  fuzzy-distance at [курьер~] text=курьер~
            курьер~2  =>  fuzzy-distance at [курьер~2] text=курьер~2
            coca-cola~1  =>  fuzzy-distance at [coca-cola~1] text=coca-cola~1
            =курьер~1  =>  exact-wildcard at [=курьер~1] text==курьер~1
            курь~1  =>  fuzzy-too-short at [курь~1] text=курь~1 min=5
            *банк  =>  wildcard-leading at [*банк] text=*банк suggestion=*банк*
            "*банк карта"  =>  wildcard-leading at [*банк] text=*банк suggestion=*банк*
            *бан*  =>  wildcard-too-short at [*бан*] wildcard=infix text=*бан* min=4
            *coca-cola*  =>  wildcard-misplaced at [*coca-cola*] text=*coca-cola*
            К? дом  =>  wildcard-too-short at [К?] wildcard=pattern text=К? min=2
            Шм?д*  =>  wildcard-misplaced at [Шм?д*] text=Шм?д*
            T-Mobil?  =>  wildcard-misplaced at [T-Mobil?] text=T-Mobil?
            =брак*  =>  exact-wildcard at [=брак*] text==брак*
            =*банк*  =>  exact-wildcard at [*банк*] text=*банк*
            =Шмид?  =>  exact-wildcard at [=Шмид?] text==Шмид?
            ="брак* товар"  =>  exact-wildcard at [брак*] text=брак*
            =(a b)  =>  exact-misplaced at [=]
            Магнит[магнитик]  =>  word-list at [магнитик] text=магнитик
            Магнит[]  =>  word-list at [[]] text=[]
            Магнит[-магнит*]  =>  word-list at [-магнит*] text=-магнит*
            Магнит[-a  =>  word-list at [[] text=[
            "Магнит[-a" x]  =>  word-list at [[] text=[
            =Магнит[^]  =>  word-list-misplaced at [[^]]
            Магн*[^]  =>  word-list-misplaced at [[^]]
            {Магнит}[^]  =>  word-list-misplaced at [[^]]
            Магнит[^]ами  =>  word-list-misplaced at [[^]]
            AT&T[^]  =>  word-list-misplaced at [[^]]
            😡[^]  =>  word-list-misplaced at [[^]]
            "a b"[^]  =>  word-list-misplaced at [[]
            #тег[^]  =>  bad-tag at [#тег[^]] text=#тег[^]
        "#]],
    );
}

#[test]
fn braces_comments_parts_and_fields_that_cannot_be_are_refused_with_their_place() {
    check(
        &[
            "{Сбер банк}",
            "{Сбер*}",
            "{}",
            "={Сбер}",
            "{a}b",
            "<<< кефир",
            "кефир >>>",
            "$a-b",
            "title: кефир",
            "title:-кефир",
            "title:!",
            "title:(a AND b)",
            "title:(a NEAR/2 b)",
            "title:lang:pl",
            "kefir followers:",
            "kefir followers:много",
            "kefir followers:[10 TO 5]",
            "kefir followers:[* TO *]",
            "kefir followers:(1 OR 2)",
            "kefir site:\"a b\"",
            "kefir type:tweet",
            "kefir has:hats",
            "kefir sentiment:(negative OR angry)",
            "sentiment:negative has:image type:post url:kefir followers:5",
        ],
        expect![[r#"
            {Сбер банк}  =>  cased-word at [{Сбер] text={Сбер
            {Сбер*}  =>  cased-word at [{Сбер*}] text={Сбер*}
            {}  =>  cased-word at [{}] text={}
            ={Сбер}  =>  cased-word at [={Сбер}] text=={Сбер}
            {a}b  =>  cased-word at [{a}b] text={a}b
            <<< кефир  =>  comment-not-closed at [<<<]
            кефир >>>  =>  comment-not-opened at [>>>]
            $a-b  =>  bad-part at [$a-b] text=$a-b
            title: кефир  =>  field-value-missing at [title:] field=title
            title:-кефир  =>  field-value-missing at [title:] field=title
            title:!  =>  field-value-missing at [title:] field=title
            title:(a AND b)  =>  field-list at [(a AND b)] field=title
            title:(a NEAR/2 b)  =>  field-list at [(a NEAR/2 b)] field=title
            title:lang:pl  =>  field-list at [lang:pl] field=title
            kefir followers:  =>  field-value-missing at [followers:] field=followers
            kefir followers:много  =>  bad-value at [много] field=followers text=много
            kefir followers:[10 TO 5]  =>  bad-value at [[10 TO 5]] field=followers text=[10 TO 5]
            kefir followers:[* TO *]  =>  bad-value at [[* TO *]] field=followers text=[* TO *]
            kefir followers:(1 OR 2)  =>  bad-value at [(] field=followers text=(
            kefir site:"a b"  =>  bad-value at [a b] field=site text=a b
            kefir type:tweet  =>  bad-value at [tweet] field=type text=tweet
            kefir has:hats  =>  bad-value at [hats] field=has text=hats
            kefir sentiment:(negative OR angry)  =>  bad-value at [angry] field=sentiment text=angry
            sentiment:negative has:image type:post url:kefir followers:5  =>  nothing-required at [sentiment:negative has:image type:post url:kefir followers:5]
        "#]],
    );
}

/// A query with these parts, printed, or refused.
fn resolved(text: &str, parts: &[(&str, &str)]) -> String {
    let part = |name: &str| {
        let found = parts.iter().find(|(each, _)| *each == name)?;
        Some(Query::parse(found.1).unwrap())
    };
    match Query::parse(text).unwrap().resolve(&part) {
        Ok(query) => {
            assert_eq!(Query::parse(&query.to_string()).as_ref(), Ok(&query), "{query}");
            query.to_string()
        }
        Err(error) => {
            let args: Vec<String> =
                error.args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            format!("{} at [{}]{}", error.kind.name(), &text[error.span], args.concat())
        }
    }
}

#[test]
fn named_parts_stand_as_if_in_brackets() {
    let parts = [
        ("crisis", "скандал OR бойкот"),
        ("all", "$crisis OR $fraud"),
        ("fraud", "обман -кино"),
        ("a", "x $b"),
        ("b", "y $a"),
        ("noise", "lang:ru OR -спам слово"),
    ];
    for (text, expected) in [
        ("банк $crisis", "банк AND (скандал OR бойкот)"),
        ("банк NEAR/3 $crisis", "банк NEAR/3 (скандал OR бойкот)"),
        ("банк -$all", "банк AND NOT ((скандал OR бойкот) OR обман AND NOT кино)"),
        ("title:$crisis", "title:(скандал OR бойкот)"),
        ("банк NEAR/3 $fraud", "near-operand at [$fraud] operator=NEAR what=and"),
        ("банк SENT $all", "near-operand at [$all] operator=SENT what=and"),
        ("title:$fraud", "field-list at [$fraud] field=title"),
        ("банк OR $none", "unknown-part at [$none] name=none"),
        ("банк $a", "part-cycle at [$a] name=a"),
    ] {
        assert_eq!(resolved(text, &parts), expected, "{text}");
    }
    let query = Query::parse("банк $crisis -$all NEAR/1 $crisis");
    assert!(query.is_err());
    let query = Query::parse("банк $crisis -$all ($crisis OR x)").unwrap();
    assert_eq!(query.part_names(), ["all", "crisis"]);
}

#[test]
fn parts_that_double_each_other_are_refused_before_they_grow() {
    let doubling = |name: &str| {
        let level: usize = name.strip_prefix('p')?.parse().ok()?;
        let text = if level == 0 { "x y".to_owned() } else { format!("$p{} OR $p{}", level - 1, level - 1) };
        Query::parse(&text).ok()
    };
    let kind = |text: &str| Query::parse(text).unwrap().resolve(&doubling).map_err(|error| error.kind);
    assert!(kind("$p5").is_ok());
    assert_eq!(kind("$p40"), Err(QueryErrorKind::TooManyTerms));
    let deep = |name: &str| {
        let level: usize = name.strip_prefix('p')?.parse().ok()?;
        Query::parse(&format!("-(a OR -$p{})  x", level + 1)).ok()
    };
    let error = Query::parse("y $p0").unwrap().resolve(&deep).unwrap_err();
    assert_eq!((error.kind, error.span), (QueryErrorKind::TooDeep, 2..5));
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
        ("<<<", QueryErrorKind::CommentNotClosed),
        ("a[", QueryErrorKind::WordList),
        ("[", QueryErrorKind::EmptyQuery),
        ("{", QueryErrorKind::CasedWord),
        ("title:", QueryErrorKind::FieldList),
        ("title:(", QueryErrorKind::TooDeep),
        ("-title:", QueryErrorKind::FieldValueMissing),
        ("$", QueryErrorKind::EmptyQuery),
        ("$a ", QueryErrorKind::TooManyTerms),
        ("|", QueryErrorKind::NothingBefore),
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
    let chain = |n: usize| format!("a{}", " NEAR/1 a".repeat(n));
    assert!(Query::parse(&chain(NESTING_MAX)).is_ok());
    assert_eq!(kind(chain(NESTING_MAX + 1)), QueryErrorKind::TooDeep);
    assert!(Query::parse(&"a?".repeat(QUERY_BYTES_MAX / 2)).is_ok(), "a giant pattern");
    let deep = |n: usize| format!("{}a OR b c{}", "(".repeat(n), ")".repeat(n));
    assert!(Query::parse(&deep(NESTING_MAX)).is_ok());
    assert_eq!(kind(deep(NESTING_MAX + 1)), QueryErrorKind::TooDeep);
    let words = |n: usize| vec!["a"; n].join(" ");
    assert!(Query::parse(&words(TERMS_MAX)).is_ok());
    assert_eq!(kind(words(TERMS_MAX + 1)), QueryErrorKind::TooManyTerms);
}
