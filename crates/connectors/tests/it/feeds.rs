//! Feeds as editors really write them.

use encoding_rs::{WINDOWS_1250, WINDOWS_1251};
use nabat_connectors::networks::feed::{Feed, FeedError, parse};
use nabat_crisis::post::{Item, ItemKind, RefusalReason};

use super::{at, item, now};

const URL: &str = "https://www.novosti.example/rss/all.xml";

fn feed(document: impl AsRef<[u8]>) -> Feed {
    parse(document.as_ref(), None, URL, now()).unwrap()
}

fn taken(feed: &Feed) -> Vec<&Item> {
    feed.items.iter().filter_map(|item| item.as_ref().ok()).map(item).collect()
}

#[test]
fn an_rss_feed_gives_articles_with_everything_it_says_of_them() {
    let feed = feed(
        r#"<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Городские &laquo;новости&raquo;</title><link>https://novosti.example/</link><atom:link href="https://novosti.example/rss" rel="self"/><language>ru-RU</language><ttl>15</ttl>
<image><title>Логотип</title></image>
<item><title>Завод &amp; жители</title><link>/news/1?from=rss&amp;utm=1</link><atom:link href="https://wrong.example"/><guid isPermaLink="false">n-1</guid>
 <pubDate>Mon, 02 Mar 2026 13:00:00 +0300</pubDate><dc:creator>Ирина Лапина</dc:creator>
 <description><![CDATA[<p>Коротко</p>]]></description>
 <content:encoded><![CDATA[<p>Жители жалуются на запах.</p><p>Завод <a href="https://zavod.example/otvet">ответил</a>.</p><script>x</script>]]></content:encoded>
 <enclosure url="https://novosti.example/1.jpg" type="image/jpeg" length="5"/><media:group><media:content url="https://novosti.example/1.mp4" medium="video"/></media:group></item>
</channel></rss>"#,
    );
    assert_eq!((feed.title.as_deref(), feed.ttl_minutes), (Some("Городские «новости»"), Some(15)));
    let article = taken(&feed)[0];
    assert_eq!(article.uid.as_text(), "web:novosti.example/n-1");
    assert_eq!((article.kind, article.title.as_deref()), (ItemKind::Article, Some("Завод & жители")));
    assert_eq!(article.text, "Жители жалуются на запах.\nЗавод ответил.");
    assert_eq!(article.permalink.as_deref(), Some("https://www.novosti.example/news/1?from=rss&utm=1"));
    assert_eq!(
        (article.published_at, article.author.shown()),
        (at("2026-03-02T10:00:00Z"), Some("Ирина Лапина"))
    );
    let container = article.container.as_ref().unwrap();
    assert_eq!(
        (&*container.id, container.name.as_deref(), article.lang.as_deref()),
        ("novosti.example", Some("Городские «новости»"), Some("ru"))
    );
    assert_eq!(&*article.links[0], "https://zavod.example/otvet");
    let kinds: Vec<&str> = article.attachments.iter().map(|attachment| &*attachment.kind).collect();
    assert_eq!(kinds, ["image", "video"]);
    let raw = &feed.items[0].as_ref().unwrap().raw.bytes;
    assert!(raw.starts_with(b"<item><title>") && raw.ends_with(b"</item>"));
}

#[test]
fn rss_without_a_version_and_its_oldest_and_rdf_forms_are_read() {
    let old = feed(
        "<rss><channel><item><title>Без версии</title><link>https://a.example/1</link></item></channel></rss>",
    );
    assert_eq!(
        (taken(&old)[0].uid.key.as_ref(), taken(&old)[0].published_at),
        ("https://a.example/1", now())
    );
    let rdf = feed(
        r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel rdf:about="https://a.example/"><title>RDF</title><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
        <item rdf:about="https://a.example/2"><title>Pożar hali</title><link>https://a.example/2</link><description>Strażacy są na miejscu.</description><dc:date>2026-03-02T11:00:00+01:00</dc:date></item></rdf:RDF>"#,
    );
    let article = taken(&rdf)[0];
    assert_eq!(
        (article.uid.key.as_ref(), article.published_at),
        ("https://a.example/2", at("2026-03-02T10:00:00Z"))
    );
    assert_eq!((rdf.title.as_deref(), rdf.ttl_minutes), (Some("RDF"), Some(15)));
}

#[test]
fn atom_says_by_type_whether_its_words_are_markup() {
    let feed = feed(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pl"><title type="text">Kurier</title>
        <entry><id>tag:a.example,2026:1</id><title>Cena 5 < 6 & rośnie</title><link rel="enclosure" href="https://a.example/1.mp3" type="audio/mpeg"/><link rel="alternate" href="https://a.example/1"/>
          <updated>2026-03-02T12:00:00Z</updated><published>2026-03-02T10:00:00Z</published><author><name>Jan Wrona</name><email>jan@a.example</email></author>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Pierwszy <b>akapit</b>.</p><p>Drugi &#8211; akapit &nbsp;koniec.</p></div></content></entry>
        <entry><id>tag:a.example,2026:2</id><title type="html">&lt;b&gt;Ważne&lt;/b&gt;</title><link href="/2"/><updated>2026-03-02T12:00:00Z</updated><summary>a &lt;b&gt; c</summary></entry></feed>"#
            .replace("5 < 6 & rośnie", "5 &lt; 6 &amp; rośnie"),
    );
    let items = taken(&feed);
    assert_eq!(items[0].title.as_deref(), Some("Cena 5 < 6 & rośnie"));
    assert_eq!(items[0].text, "Pierwszy akapit.\nDrugi – akapit koniec.");
    assert_eq!((items[0].author.shown(), items[0].lang.as_deref()), (Some("Jan Wrona"), Some("pl")));
    assert_eq!(
        (items[0].permalink.as_deref(), items[0].edited_at),
        (Some("https://a.example/1"), Some(at("2026-03-02T12:00:00Z")))
    );
    assert_eq!(&*items[0].attachments[0].kind, "audio");
    assert_eq!((items[1].title.as_deref(), &*items[1].text), (Some("Ważne"), "a <b> c"));
    assert_eq!(items[1].permalink.as_deref(), Some("https://www.novosti.example/2"));
}

#[test]
fn a_json_feed_is_read_and_one_that_breaks_off_gives_what_is_whole() {
    let document = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Blog","language":"en","items":[
        {"id":7,"url":"https://b.example/7","title":"Recall","content_html":"<p>We recall <i>all</i> jars.</p>","date_published":"2026-03-02T10:00:00Z","authors":[{"name":"Ann"}],"image":"https://b.example/7.png"},
        {"id":"8","content_text":"Just words","date_published":"yesterday"},
        {"id":"9","content_text":"Cut"#;
    let feed = feed(document);
    let article = taken(&feed)[0];
    assert_eq!((article.uid.key.as_ref(), &*article.text), ("novosti.example/7", "We recall all jars."));
    assert_eq!((article.author.shown(), &*article.attachments[0].kind), (Some("Ann"), "image"));
    let reasons: Vec<_> = feed
        .items
        .iter()
        .filter_map(|item| item.as_ref().err())
        .map(|refusal| (refusal.position, refusal.reason))
        .collect();
    assert_eq!(reasons, [(2, RefusalReason::BadDate), (3, RefusalReason::CutShort)]);
}

#[test]
fn undeclared_and_wrongly_declared_encodings_are_read_right() {
    let russian = "Жители жалуются на запах у завода, а администрация молчит вторую неделю.";
    let polish = "Mieszkańcy skarżą się na zapach, a zarząd spółki milczy od dwóch tygodni.";
    let document = |declaration: &str, title: &str| {
        format!(
            "{declaration}<rss><channel><item><title>{title}</title><guid>1</guid></item></channel></rss>"
        )
    };
    let utf16 = |text: &str, mark: bool| -> Vec<u8> {
        let marked = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
        marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let plain = document("", russian);
    let utf8 = r#"<?xml version="1.0" encoding="utf-8"?>"#;
    let windows = r#"<?xml version='1.0' encoding='windows-1251'?>"#;
    let sixteen = r#"<?xml version="1.0" encoding="utf-16"?>"#;
    for (what, bytes, title) in [
        ("windows-1251, undeclared", WINDOWS_1251.encode(&plain).0.into_owned(), russian),
        ("windows-1251, declared", WINDOWS_1251.encode(&document(windows, russian)).0.into_owned(), russian),
        (
            "windows-1251, declared as utf-8",
            WINDOWS_1251.encode(&document(utf8, russian)).0.into_owned(),
            russian,
        ),
        ("utf-8, declared as windows-1251", document(windows, russian).into_bytes(), russian),
        ("utf-8, declared as utf-16", document(sixteen, russian).into_bytes(), russian),
        ("windows-1250, undeclared", WINDOWS_1250.encode(&document("", polish)).0.into_owned(), polish),
        ("utf-16 with a mark", utf16(&document(sixteen, russian), true), russian),
        ("utf-16 without a mark", utf16(&plain, false), russian),
    ] {
        let feed = feed(bytes);
        assert_eq!(taken(&feed)[0].title.as_deref(), Some(title), "{what}");
    }
    let by_transport =
        parse(&WINDOWS_1251.encode(&plain).0, Some("text/xml; charset=\"windows-1251\""), URL, now())
            .unwrap();
    assert_eq!(taken(&by_transport)[0].title.as_deref(), Some(russian));
}

#[test]
fn an_item_without_an_id_keeps_its_key_from_poll_to_poll() {
    let feed = feed(
        "<rss><channel><item><title>Раз</title><description>Текст</description></item><item><title>Два</title><description>Текст</description></item>\
         <item><title>Раз</title><description>Текст</description></item><item><title>Ссылка</title><link>https://a.example/3</link></item></channel></rss>",
    );
    let keys: Vec<&str> = taken(&feed).iter().map(|item| &*item.uid.key).collect();
    assert_eq!((keys[0], keys[3]), (keys[2], "https://a.example/3"));
    assert_ne!(keys[0], keys[1]);
}

#[test]
fn dates_in_words_are_read_and_unreadable_ones_are_refused_by_themselves() {
    let dated =
        |date: &str| format!("<item><guid>{date}</guid><title>т</title><pubDate>{date}</pubDate></item>");
    let dates = [
        "Пн, 2 марта 2026 10:00",
        "poniedziałek, 2 marca 2026 10:00",
        "2026-03-02 10:00",
        "позавчера",
        "Mon, 02 Mar 0000 10:00:00 GMT",
        "",
    ];
    let feed = feed(format!("<rss><channel>{}</channel></rss>", dates.map(dated).concat()));
    let read: Vec<_> = feed
        .items
        .iter()
        .map(|item| {
            item.as_ref().map(|event| super::item(event).published_at).map_err(|refusal| refusal.reason)
        })
        .collect();
    let monday = at("2026-03-02T10:00:00Z");
    assert_eq!(
        read,
        [
            Ok(monday),
            Ok(monday),
            Ok(monday),
            Err(RefusalReason::BadDate),
            Err(RefusalReason::BadDate),
            Ok(now())
        ]
    );
}

#[test]
fn broken_markup_costs_as_little_as_can_be() {
    let feed = feed(
        "<rss><channel><title>T</title><item><title>AT&T & <b>жирно</title><guid>1</guid><description>раз<br>два</description></item>\
         <item><title>Не закрыта</title><guid>2</guid><item><title>Следующая</title><guid>3</guid></item><item><guid>4</guid></item></channel></rss>",
    );
    let seen: Vec<_> = feed
        .items
        .iter()
        .map(|item| {
            item.as_ref()
                .map(|event| super::item(event).title.as_deref().unwrap_or_default())
                .map_err(|refusal| refusal.reason)
        })
        .collect();
    assert_eq!(
        seen,
        [Ok("AT&T & жирно"), Ok("Не закрыта"), Ok("Следующая"), Err(RefusalReason::MissingField)]
    );
    assert_eq!(taken(&feed)[0].text, "раз\nдва");
}

#[test]
fn a_feed_that_breaks_off_gives_the_items_before_and_says_so() {
    let whole = "<rss><channel><item><title>Раз</title><guid>1</guid></item><item><title>Два</title><gui";
    let feed = feed(whole);
    assert_eq!(taken(&feed).len(), 1);
    let refusal = feed.items[1].as_ref().unwrap_err();
    assert_eq!(
        (refusal.position, refusal.reason, refusal.sample.as_str()),
        (2, RefusalReason::CutShort, "<item><title>Два</title><gui")
    );
}

#[test]
fn documents_that_try_to_swell_or_to_read_our_files_stay_as_they_are() {
    let feed = feed(
        r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ааааа"><!ENTITY b "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
        <rss><channel><item><title>&b;&file; и всё</title><guid>1</guid></item></channel></rss>"#,
    );
    assert_eq!(taken(&feed)[0].title.as_deref(), Some("&b;&file; и всё"));
}

#[test]
fn what_is_no_feed_is_told_with_advice() {
    let refused = |body: &str| parse(body.as_bytes(), Some("text/html"), URL, now()).unwrap_err();
    assert_eq!(refused(" \n"), FeedError::Empty);
    assert_eq!(refused("<!DOCTYPE html><html><head></head></html>"), FeedError::HtmlPage);
    assert_eq!(refused("{\"error\":\"no\"}"), FeedError::NotAFeed { start: "{\"error\":\"no\"}".into() });
    assert_eq!(refused("<svg/>"), FeedError::NotAFeed { start: "<svg/>".into() });
}

#[test]
fn a_feed_with_more_items_than_are_read_says_so() {
    let xml = format!("<rss><channel>{}</channel></rss>", "<item><guid>1</guid></item>".repeat(10_010));
    let json =
        format!("{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{}1]}}", "1,".repeat(10_010));
    for document in [xml, json] {
        let feed = feed(document);
        let last = feed.items.last().unwrap().as_ref().unwrap_err();
        assert_eq!((feed.items.len(), last.reason), (10_002, RefusalReason::CutShort));
        assert_eq!(last.detail, "the feed has more than 10000 items; those behind are not read");
    }
}
