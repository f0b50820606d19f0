//! Exports of networks: Telegram, X, Bluesky, Mastodon.

use nabat_crisis::post::{Change, ItemKind, RefusalReason, Retention};

use super::{at, events, item, items, read, reasons, refusals};

const TELEGRAM_MESSAGES: &str = r##"[
  {"id": 1, "type": "service", "date": "2026-03-02T08:00:00", "date_unixtime": "1772438400", "actor": "Городские новости", "action": "create_channel"},
  {"id": 2, "type": "message", "date": "2026-03-02T13:00:00", "date_unixtime": "1772445600", "edited": "2026-03-02T13:05:00", "edited_unixtime": "1772445900",
   "from": "Городские новости", "from_id": "channel1700000001", "author": "Ирина Лапина", "photo": "photos/photo_1.jpg", "width": 800,
   "text": ["Жители ", {"type": "bold", "text": "Заречья"}, " жалуются на запах. ", {"type": "hashtag", "text": "#экология"}, " ", {"type": "text_link", "text": "фото", "href": "https://novosti.example/1"}, {"type": "mention", "text": "@zavod_zarechye"}],
   "reactions": [{"type": "emoji", "count": 12, "emoji": "👍"}, {"type": "emoji", "count": 40, "emoji": "🤬"}]},
  {"id": 3, "type": "message", "date": "2026-03-02T13:10:00", "date_unixtime": "1772446200", "from": "Пётр", "from_id": "user5", "reply_to_message_id": 2, "text": "У нас тоже пахнет."},
  {"id": 4, "type": "message", "date": "2026-03-02T13:11:00", "date_unixtime": "1772446260", "from": null, "from_id": "user6", "forwarded_from": "Сплетни", "file": "(File not included. Change data exporting settings to download.)", "media_type": "video_file", "text": ""},
  {"id": 5, "type": "message", "date": "3000-01-01T00:00:00", "from": "Пётр", "text": "Из будущего"},
  {"id": "six", "type": "message", "date": "2026-03-02T13:12:00", "text": "Номер словом"}
]"##;

#[test]
fn a_channel_exported_from_telegram_is_read_with_its_replies_edits_and_pictures() {
    let export = format!(
        r#"{{"name": "Городские новости", "type": "public_channel", "id": 1700000001, "messages": {TELEGRAM_MESSAGES}}}"#
    );
    let (format, records) = read("result.json", export);
    assert_eq!(format, "telegram");
    assert_eq!(
        reasons(&records),
        [(1, RefusalReason::NotAPost), (5, RefusalReason::BadDate), (6, RefusalReason::WrongType)]
    );
    let items = items(&records);
    let post = items[0];
    assert_eq!(post.uid.as_text(), "telegram:1700000001/2");
    assert_eq!(post.text, "Жители Заречья жалуются на запах. #экология фото@zavod_zarechye");
    assert_eq!(
        (post.published_at, post.edited_at),
        (at("2026-03-02T10:00:00Z"), Some(at("2026-03-02T10:05:00Z")))
    );
    assert_eq!(
        (post.author.id.as_deref(), post.author.shown()),
        (Some("channel1700000001"), Some("Ирина Лапина"))
    );
    assert_eq!(post.container.as_ref().unwrap().name.as_deref(), Some("Городские новости"));
    assert_eq!(
        (&*post.hashtags[0], &*post.mentions[0], &*post.links[0]),
        ("экология", "zavod_zarechye", "https://novosti.example/1")
    );
    assert_eq!(
        (&*post.attachments[0].kind, post.attachments[0].name.as_deref()),
        ("image", Some("photo_1.jpg"))
    );
    assert_eq!(post.engagement.likes, Some(12));
    assert_eq!(
        (post.retention, post.permalink.as_deref()),
        (Retention::Public, Some("https://t.me/c/1700000001/2"))
    );
    let reply = items[1];
    assert_eq!(
        (reply.kind, reply.parent.as_deref(), reply.author.shown()),
        (ItemKind::Reply, Some("1700000001/2"), Some("Пётр"))
    );
    let forwarded = items[2];
    assert_eq!(
        (forwarded.kind, &*forwarded.attachments[0].kind, forwarded.attachments[0].name.as_deref()),
        (ItemKind::Repost, "video", None)
    );
}

#[test]
fn a_full_export_of_telegram_keeps_its_chats_apart() {
    let chat = |kind: &str, id: u32, text: &str| {
        format!(
            r#"{{"name": "Чат {id}", "type": "{kind}", "id": {id}, "messages": [{{"id": 1, "type": "message", "date_unixtime": "1772445600", "text": "{text}"}}]}}"#
        )
    };
    let export = format!(
        r#"{{"about": "Here is the data", "personal_information": {{"name": "messages", "messages": [{{"id": 9}}]}},
            "chats": {{"about": "…", "list": [{}, {}]}}, "left_chats": {{"list": [{}, {{"type": "public_channel", "messages": [{{"id": 1, "text": ""}}]}}]}}}}"#,
        chat("private_supergroup", 10, "раз"),
        chat("personal_chat", 20, "два"),
        chat("public_supergroup", 30, "три"),
    );
    let (format, records) = read("result.json", export);
    assert_eq!(format, "telegram");
    let seen: Vec<_> = items(&records)
        .iter()
        .map(|item| (item.uid.key.to_string(), item.text.clone(), item.retention))
        .collect();
    let expect = |key: &str, text: &str, retention| (key.to_owned(), text.to_owned(), retention);
    assert_eq!(
        seen,
        [
            expect("10/1", "раз", Retention::Private),
            expect("20/1", "два", Retention::Private),
            expect("30/1", "три", Retention::Public)
        ]
    );
    assert_eq!(refusals(&records)[0].detail, "no field `id of the chat`");
}

#[test]
fn an_export_that_was_cut_gives_what_is_whole() {
    let export = r#"{"name": "Двор", "type": "private_group", "id": 7, "messages": [
        {"id": 1, "type": "message", "date_unixtime": "1772445600", "text": "Воды нет с утра"},
        {"id": 2, "type": "message", "date_unixti"#;
    let (_, records) = read("result.json", export);
    assert_eq!(items(&records)[0].text, "Воды нет с утра");
    assert_eq!(reasons(&records), [(2, RefusalReason::CutShort)]);
}

#[test]
fn an_archive_of_x_is_our_own_account_speaking() {
    let archive = r#"window.YTD.tweets.part0 = [
  {"tweet": {"id": "101", "id_str": "101", "full_text": "We are looking into it &amp; will report here. https://t.co/a", "created_at": "Mon Mar 02 10:00:00 +0000 2026",
    "lang": "en", "favorite_count": "3", "retweet_count": "1", "in_reply_to_status_id_str": "99",
    "entities": {"hashtags": [{"text": "Outage", "indices": ["0", "1"]}], "user_mentions": [{"name": "Ann", "screen_name": "ann_writes", "id": "5"}], "urls": [{"url": "https://t.co/a", "expanded_url": "https://status.example/1"}]},
    "extended_entities": {"media": [{"type": "photo", "media_url_https": "https://pbs.example/1.jpg"}]}}},
  {"tweet": {"id_str": "102", "full_text": "RT @ann_writes: Well done!", "created_at": "Mon Mar 02 11:00:00 +0000 2026"}},
  {"tweet": {"id_str": "103", "created_at": "Mon Mar 02 11:00:00 +0000 2026"}}
]"#;
    let (format, records) = read("tweets.js", archive);
    assert_eq!(format, "x-archive");
    let items = items(&records);
    let reply = items[0];
    assert_eq!((reply.kind, reply.parent.as_deref(), reply.author.ours), (ItemKind::Reply, Some("99"), true));
    assert_eq!(reply.text, "We are looking into it & will report here. https://t.co/a");
    assert_eq!(reply.published_at, at("2026-03-02T10:00:00Z"));
    assert_eq!((reply.engagement.likes, reply.engagement.reposts), (Some(3), Some(1)));
    assert_eq!(
        (&*reply.links[0], &*reply.hashtags[0], &*reply.mentions[0]),
        ("https://status.example/1", "Outage", "ann_writes")
    );
    assert_eq!(reply.attachments[0].url.as_deref(), Some("https://pbs.example/1.jpg"));
    assert_eq!(items[1].kind, ItemKind::Repost);
    assert_eq!(refusals(&records)[0].detail, "no field `full_text`");
}

const X_ANSWER: &str = r#"{"data": [
  {"id": "201", "text": "The bread has glass in it…", "note_tweet": {"text": "The bread has glass in it, and the shop does not answer my calls."}, "author_id": "1", "created_at": "2026-03-02T10:00:00.000Z", "lang": "en", "conversation_id": "201",
   "public_metrics": {"retweet_count": 2, "quote_count": 1, "reply_count": 3, "like_count": 4, "impression_count": 500},
   "entities": {"hashtags": [{"tag": "bread"}], "mentions": [{"username": "good_bakery", "id": "9"}]}, "attachments": {"media_keys": ["m1", "m2"]}},
  {"id": "202", "text": "RT @ann_writes: The bread has glass…", "author_id": "2", "created_at": "2026-03-02T10:01:00.000Z", "lang": "und", "referenced_tweets": [{"type": "retweeted", "id": "201"}]},
  {"id": "203", "text": "Is it true?", "author_id": "3", "created_at": "2026-03-02T10:02:00.000Z", "conversation_id": "201", "referenced_tweets": [{"type": "replied_to", "id": "201"}, {"type": "quoted", "id": "50"}]},
  {"id": "204", "text": "No time given"}],
 "includes": {"users": [{"id": "1", "username": "ann_writes", "name": "Ann", "public_metrics": {"followers_count": 77}}],
  "tweets": [{"id": "201", "text": "The bread has glass in it, and the shop does not answer my calls."}],
  "media": [{"media_key": "m1", "type": "photo", "url": "https://pbs.example/1.jpg", "alt_text": "A loaf"}]},
 "meta": {"result_count": 4}}"#;

#[test]
fn an_answer_of_the_x_api_is_read_with_authors_and_whole_texts_from_its_includes() {
    let pretty = X_ANSWER;
    let one_line = X_ANSWER.replace('\n', " ");
    let nothing_found = r#"{"meta": {"result_count": 0}}"#;
    let errors = r#"{"errors": [{"title": "Not Found Error"}]}"#;
    let (format, records) = read("page1.json", pretty);
    assert_eq!(format, "x-api");
    assert_eq!(records.len(), 4);
    let (_, lines) = read("pages.jsonl", format!("{one_line}\n{nothing_found}\n{errors}\n"));
    assert_eq!(items(&lines).len(), 3);
    assert_eq!(reasons(&lines), [(1, RefusalReason::MissingField), (3, RefusalReason::NotAPost)]);
    let items = items(&records);
    let post = items[0];
    assert_eq!(post.text, "The bread has glass in it, and the shop does not answer my calls.");
    assert_eq!((post.author.handle.as_deref(), post.author.followers), (Some("ann_writes"), Some(77)));
    assert_eq!(post.permalink.as_deref(), Some("https://x.com/ann_writes/status/201"));
    assert_eq!(
        (post.engagement.reposts, post.engagement.views, post.root.as_deref()),
        (Some(3), Some(500), None)
    );
    assert_eq!((post.attachments.len(), post.attachments[0].name.as_deref()), (1, Some("A loaf")));
    let repost = items[1];
    assert_eq!(
        (repost.kind, repost.quoted.as_deref(), repost.lang.as_deref()),
        (ItemKind::Repost, Some("201"), None)
    );
    assert_eq!(
        repost.text,
        "RT @ann_writes: The bread has glass in it, and the shop does not answer my calls."
    );
    let reply = items[2];
    assert_eq!(
        (reply.kind, reply.parent.as_deref(), reply.quoted.as_deref(), reply.root.as_deref()),
        (ItemKind::Reply, Some("201"), Some("50"), Some("201"))
    );
    assert!(events(&records)[2].raw.bytes.starts_with(br#"{"id": "203""#));
}

#[test]
fn posts_of_the_x_api_one_a_line_carry_their_author_inside() {
    let line = r#"{"id":"301","text":"Anyone else without power?","author_id":"4","created_at":"2026-03-02T10:00:00Z","author":{"id":"4","username":"joe_k","name":"Joe"}}"#;
    let (format, records) = read("flat.jsonl", format!("{line}\n"));
    assert_eq!((format, items(&records)[0].author.handle.as_deref()), ("x-api", Some("joe_k")));
}

#[test]
fn the_stream_of_bluesky_creates_changes_and_deletes_posts() {
    let commit = |time_us: u64, operation: &str, collection: &str, record: &str| {
        format!(
            r#"{{"did":"did:plc:anna","time_us":{time_us},"kind":"commit","commit":{{"rev":"r","operation":"{operation}","collection":"{collection}","rkey":"k1","record":{record},"cid":"c"}}}}"#
        )
    };
    let posts = "app.bsky.feed.post";
    let create = r##"{"$type":"app.bsky.feed.post","createdAt":"2026-03-02T10:00:00.000Z","langs":["pl"],"text":"Hej @jan.example, znowu awaria w #Pociągi","facets":[
        {"index":{"byteStart":4,"byteEnd":16},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:jan"}]},
        {"index":{"byteStart":35,"byteEnd":44},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"Pociągi"}]}],
        "reply":{"root":{"cid":"c","uri":"at://did:plc:jan/app.bsky.feed.post/r"},"parent":{"cid":"c","uri":"at://did:plc:ola/app.bsky.feed.post/p"}},
        "embed":{"$type":"app.bsky.embed.recordWithMedia","record":{"$type":"app.bsky.embed.record","record":{"cid":"c","uri":"at://did:plc:x/app.bsky.feed.post/q"}},"media":{"$type":"app.bsky.embed.images","images":[{"alt":"Pusty peron","image":{}}]}}}"##;
    let file = [
        commit(1_772_445_601_500_000, "create", posts, &create.replace('\n', "")),
        commit(1_772_445_700_000_000, "update", posts, r#"{"text":"Poprawka","createdAt":"0001-01-01T00:00:00Z"}"#),
        r#"{"did":"did:plc:anna","time_us":1772445800000000,"kind":"commit","commit":{"rev":"r","operation":"delete","collection":"app.bsky.feed.post","rkey":"k1"}}"#.to_owned(),
        commit(1_772_445_900_000_000, "create", "app.bsky.feed.like", "{}"),
        r#"{"did":"did:plc:anna","time_us":1772445900000000,"kind":"identity","identity":{"did":"did:plc:anna"}}"#.to_owned(),
    ];
    let (format, records) = read("stream.jsonl", file.join("\n"));
    assert_eq!(format, "bluesky");
    let events = events(&records);
    let Change::Created(post) = &events[0].change else { panic!("{:?}", events[0].change) };
    assert_eq!(post.uid.as_text(), "bluesky:at://did:plc:anna/app.bsky.feed.post/k1");
    assert_eq!(
        (post.kind, post.lang.as_deref(), post.published_at),
        (ItemKind::Reply, Some("pl"), at("2026-03-02T10:00:00Z"))
    );
    assert_eq!((&*post.mentions[0], &*post.hashtags[0]), ("jan.example", "Pociągi"));
    assert_eq!(post.parent.as_deref(), Some("at://did:plc:ola/app.bsky.feed.post/p"));
    assert_eq!(post.quoted.as_deref(), Some("at://did:plc:x/app.bsky.feed.post/q"));
    assert_eq!(post.attachments[0].name.as_deref(), Some("Pusty peron"));
    assert_eq!(events[0].observed_at, at("2026-03-02T10:00:01.5Z"));
    let Change::Revised(revised) = &events[1].change else { panic!("{:?}", events[1].change) };
    assert_eq!(
        (revised.published_at, revised.edited_at),
        (events[1].observed_at, Some(events[1].observed_at))
    );
    assert_eq!(events[2].change, Change::Deleted { uid: post.uid.clone(), at: at("2026-03-02T10:03:20Z") });
    assert_eq!(reasons(&records), [(4, RefusalReason::NotAPost), (5, RefusalReason::NotAPost)]);
}

#[test]
fn statuses_of_mastodon_become_plain_text_with_threads_and_boosts() {
    let account = r#"{"id":"7","acct":"kasia","display_name":"Kasia","url":"https://spolecznosc.example/@kasia","followers_count":12}"#;
    let uri = |id: u32| format!("https://spolecznosc.example/users/kasia/statuses/{id}");
    let first = format!(
        r##"{{"id":"11","uri":"{}","url":"https://spolecznosc.example/@kasia/11","created_at":"2026-03-02T10:00:00.000Z","edited_at":"2026-03-02T10:05:00.000Z","language":"pl","visibility":"public","account":{account},
        "content":"<p>Znowu <span class=\"h-card\"><a href=\"https://inny.example/@jan\">@<span>jan</span></a></span> pisze o awarii.<br>Szczegóły: <a href=\"https://gazeta.example/1\">gazeta</a> <a href=\"https://spolecznosc.example/tags/pociagi\">#pociagi</a></p>",
        "mentions":[{{"id":"8","username":"jan","acct":"jan@inny.example","url":"https://inny.example/@jan"}}],"tags":[{{"name":"pociagi","url":"https://spolecznosc.example/tags/pociagi"}}],
        "media_attachments":[{{"id":"1","type":"image","url":"https://pliki.example/1.png","description":"Peron"}}],"replies_count":1,"reblogs_count":2,"favourites_count":3}}"##,
        uri(11)
    );
    let answer = format!(
        r#"{{"id":"12","uri":"{}","created_at":"2026-03-02T11:00:00Z","account":{account},"content":"<p>Dalej stoi.</p>","in_reply_to_id":"11","in_reply_to_account_id":"7","visibility":"private"}}"#,
        uri(12)
    );
    let boost = format!(
        r#"{{"id":"13","uri":"{}/activity","created_at":"2026-03-02T12:00:00Z","account":{account},"content":"","reblog":{first}}}"#,
        uri(13)
    );
    let list = format!("[{first},{answer},{boost},{{\"id\":\"14\"}}]");
    let (format, records) = read("statuses.json", list.replace('\n', ""));
    assert_eq!(format, "mastodon");
    let items = items(&records);
    let post = items[0];
    assert_eq!(post.text, "Znowu @jan pisze o awarii.\nSzczegóły: gazeta #pociagi");
    assert_eq!(
        (&*post.links.join(" "), &*post.mentions[0], &*post.hashtags[0]),
        ("https://gazeta.example/1", "jan@inny.example", "pociagi")
    );
    assert_eq!(
        (post.edited_at, post.engagement.likes, post.author.handle.as_deref()),
        (Some(at("2026-03-02T10:05:00Z")), Some(3), Some("kasia"))
    );
    assert_eq!(
        (items[1].kind, items[1].parent.as_deref(), items[1].retention),
        (ItemKind::Reply, Some(&*uri(11)), Retention::Private)
    );
    assert_eq!(
        (items[2].kind, items[2].quoted.as_deref(), &items[2].text),
        (ItemKind::Repost, Some(&*uri(11)), &post.text)
    );
    assert_eq!(reasons(&records), [(4, RefusalReason::MissingField)]);
    let lines = format!("{}\n{}\n", first.replace('\n', ""), answer);
    assert_eq!(read("statuses.jsonl", lines).1.len(), 2);
}

#[test]
fn the_outbox_of_a_mastodon_archive_is_our_own_account_speaking() {
    let outbox = r##"{"@context": "https://www.w3.org/ns/activitystreams", "id": "outbox.json", "type": "OrderedCollection", "totalItems": 3, "orderedItems": [
      {"id": "https://s.example/users/zaklad/statuses/1/activity", "type": "Create", "actor": "https://s.example/users/zaklad", "published": "2026-03-02T10:00:00Z", "to": ["https://www.w3.org/ns/activitystreams#Public"],
       "object": {"id": "https://s.example/users/zaklad/statuses/1", "type": "Note", "summary": null, "inReplyTo": "https://inny.example/2", "published": "2026-03-02T10:00:00Z", "url": "https://s.example/@zaklad/1",
         "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": [], "content": "<p>Przepraszamy za przerwę.</p>", "contentMap": {"pl": "<p>Przepraszamy za przerwę.</p>"},
         "attachment": [{"type": "Document", "mediaType": "image/png", "url": "/media/1.png", "name": "Plan prac"}], "tag": [{"type": "Hashtag", "href": "https://s.example/tags/awaria", "name": "#awaria"}]}},
      {"id": "https://s.example/users/zaklad/statuses/2/activity", "type": "Announce", "actor": "https://s.example/users/zaklad", "published": "2026-03-02T11:00:00Z", "object": "https://inny.example/3"},
      {"id": "x", "type": "Like", "object": "y"}]}"##;
    let (format, records) = read("outbox.json", outbox);
    assert_eq!(format, "mastodon");
    let items = items(&records);
    assert_eq!(
        (items[0].kind, items[0].author.ours, items[0].lang.as_deref(), items[0].retention),
        (ItemKind::Reply, true, Some("pl"), Retention::Public)
    );
    assert_eq!(
        (&*items[0].text, &*items[0].hashtags[0], &*items[0].attachments[0].kind),
        ("Przepraszamy za przerwę.", "awaria", "image")
    );
    assert_eq!(
        (items[1].kind, items[1].quoted.as_deref()),
        (ItemKind::Repost, Some("https://inny.example/3"))
    );
    assert_eq!(item(events(&records)[1]).published_at, at("2026-03-02T11:00:00Z"));
    assert_eq!(reasons(&records), [(3, RefusalReason::NotAPost)]);
}
