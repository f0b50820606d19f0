//! Tables with named columns.

use nabat_connectors::files::FileError;
use nabat_crisis::post::{ItemKind, Rating, RefusalReason};

use super::{at, events, items, open, read, reasons, refusals};

const RUSSIAN: &str = "Дата;Время;Автор;Источник;Ссылка;Текст;Лайки;Комментарии;Подписчики;Тональность\r\n\
    02.03.2026;10:00;Ольга Ветрова;ВКонтакте;https://vk.com/wall-1_2;\"Сыр с плесенью,\nа \"\"свежий\"\"; по чеку\";1 024;—;250;негатив\r\n\
    02.03.2026;10:05;;Telegram;https://t.me/dvor/5;Подтверждаю;;;;\r\n";

#[test]
fn a_table_of_a_monitoring_service_is_understood_by_its_russian_columns() {
    let (format, records) = read("выгрузка.csv", RUSSIAN);
    assert_eq!(format, "csv");
    let items = items(&records);
    let post = items[0];
    assert_eq!(post.text, "Сыр с плесенью,\nа \"свежий\"; по чеку");
    assert_eq!((post.uid.network.as_str(), post.published_at), ("vk", at("2026-03-02T10:00:00Z")));
    assert_eq!((post.author.name.as_deref(), post.author.followers), (Some("Ольга Ветрова"), Some(250)));
    assert_eq!((post.engagement.likes, post.engagement.replies), (Some(1_024), None));
    assert_eq!(post.permalink.as_deref(), Some("https://vk.com/wall-1_2"));
    assert_eq!((items[1].uid.network.as_str(), items[1].author.key()), ("telegram", None));
    assert_eq!(records[1].position, 4);
}

#[test]
fn the_same_table_in_the_encodings_of_windows_says_the_same() {
    let expected: Vec<String> =
        items(&read("a.csv", RUSSIAN).1).iter().map(|item| item.uid.as_text() + &item.text).collect();
    let utf16 = |little: bool| -> Vec<u8> {
        let marked = format!("\u{feff}{RUSSIAN}");
        marked
            .encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    };
    let windows = encoding_rs::WINDOWS_1251.encode(RUSSIAN).0.into_owned();
    for (name, bytes) in [
        ("utf-8 with a mark", format!("\u{feff}{RUSSIAN}").into_bytes()),
        ("windows-1251", windows),
        ("utf-16 little", utf16(true)),
        ("utf-16 big", utf16(false)),
    ] {
        let (format, records) = read("выгрузка.csv", bytes);
        let seen: Vec<String> = items(&records).iter().map(|item| item.uid.as_text() + &item.text).collect();
        assert_eq!((format, seen), ("csv", expected.clone()), "{name}");
    }
}

#[test]
fn polish_and_english_tables_are_understood_as_well() {
    let polish = "Data publikacji,Autor,Treść,Adres,Ocena\n2026-03-02 10:00,Jan Wrona,\"Kurier nie przyjechał, a zwrotu nie ma.\",https://opinie.example/1,1/5\n";
    let (_, records) = read("opinie.csv", polish);
    let review = items(&records)[0];
    assert_eq!((review.kind, review.rating), (ItemKind::Review, Some(Rating { value: 1.0, best: 5.0 })));
    assert_eq!(
        (review.uid.network.as_str(), &*review.text),
        ("web", "Kurier nie przyjechał, a zwrotu nie ma.")
    );
    let english = "id\tcreated_at\tusername\ttext\tnetwork\tin_reply_to\n1\t2026-03-02T10:00:00Z\t@joe_k\tStill no refund.\tTwitter\t99\n";
    let (_, records) = read("mentions.tsv", english);
    let reply = items(&records)[0];
    assert_eq!(
        (reply.uid.as_text(), reply.kind, reply.parent.as_deref()),
        ("x:1".to_owned(), ItemKind::Reply, Some("99"))
    );
    assert_eq!(reply.author.handle.as_deref(), Some("joe_k"));
}

#[test]
fn a_row_without_an_id_keeps_its_key_when_the_table_is_exported_again_with_other_columns() {
    let one = read("a.csv", "date,author,text,likes\n2026-03-02,Ann,No refund yet.,1\n").1;
    let other = read("b.csv", "text;likes;author;date\nNo refund yet.;7;Ann;2026-03-02\n").1;
    assert_eq!(items(&one)[0].uid, items(&other)[0].uid);
    assert_ne!(
        items(&one)[0].uid,
        items(&read("c.csv", "date,author,text\n2026-03-02,Bob,No refund yet.\n").1)[0].uid
    );
}

#[test]
fn rows_that_cannot_be_taken_are_refused_by_themselves() {
    let table = "date,text,network\n02/03/2026,two readings,x\n,no date,x\n2026-03-02,,x\n2026-03-02,bad net,мой сайт\n2026-03-02,good,x\n2026-03-02,\"open,x\n2026-03-02,after,x\n";
    let (_, records) = read("a.csv", table);
    assert_eq!(
        reasons(&records),
        [
            (2, RefusalReason::BadDate),
            (3, RefusalReason::MissingField),
            (4, RefusalReason::MissingField),
            (5, RefusalReason::BadNetwork),
            (7, RefusalReason::Syntax)
        ]
    );
    let texts: Vec<&str> = items(&records).iter().map(|item| item.text.as_str()).collect();
    assert_eq!(texts, ["good", "after"]);
    assert_eq!(refusals(&records)[0].detail, "`date` is `02/03/2026`, write it like 2026-03-01T10:00:00Z");
}

#[test]
fn an_unclosed_quote_in_a_long_table_does_not_swallow_it() {
    let rows: String =
        (0..5_000).map(|n| format!("2026-03-02,post {n} {},x\n", "of many ".repeat(150))).collect();
    let (_, records) = read("a.csv", format!("date,text,network\n2026-03-02,\"never closed,x\n{rows}"));
    assert_eq!(reasons(&records), [(2, RefusalReason::Syntax)]);
    assert_eq!(events(&records).len(), 5_000);
    assert_eq!(records.last().unwrap().position, 5_002);
}

#[test]
fn a_table_whose_columns_nobody_can_name_is_answered_clearly() {
    let error = open("a.csv", "колонка;столбец\n1;2\n").map(|_| ()).unwrap_err();
    assert!(matches!(&error, FileError::NoTextColumn { columns } if columns == "колонка;столбец"), "{error}");
    let excel = "sep=;\r\ntext;date\r\nДа;02.03.2026\r\n";
    assert_eq!(items(&read("a.csv", excel).1)[0].text, "Да");
}
