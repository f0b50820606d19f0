//! What the columns of a table are called.

use nabat_crisis::post::ItemKind;

use super::Cells;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Text,
    Title,
    Date,
    Time,
    Author,
    AuthorId,
    Handle,
    Followers,
    Url,
    Network,
    Container,
    Lang,
    Kind,
    Rating,
    Parent,
    Hashtags,
    Likes,
    Reposts,
    Replies,
    Views,
}

/// Names of columns: lower case, without spaces, `_`, `-` and dots, `ё` as `е`. The first name is the one the documentation shows.
const NAMES: [(Column, &[&str]); 21] = [
    (Column::Id, &["id", "postid", "messageid", "tweetid", "идентификатор", "номер", "identyfikator"]),
    (
        Column::Text,
        &[
            "text",
            "fulltext",
            "content",
            "message",
            "body",
            "post",
            "comment",
            "review",
            "snippet",
            "текст",
            "сообщение",
            "содержание",
            "пост",
            "комментарий",
            "отзыв",
            "treść",
            "tresc",
            "tekst",
            "wpis",
            "komentarz",
            "opinia",
            "wiadomość",
            "wiadomosc",
        ],
    ),
    (
        Column::Title,
        &["title", "headline", "subject", "заголовок", "название", "тема", "tytuł", "tytul", "nagłówek"],
    ),
    (
        Column::Date,
        &[
            "date",
            "publishedat",
            "createdat",
            "datetime",
            "timestamp",
            "published",
            "created",
            "pubdate",
            "дата",
            "датапубликации",
            "датаивремя",
            "опубликовано",
            "data",
            "datapublikacji",
            "dataigodzina",
            "opublikowano",
        ],
    ),
    (Column::Time, &["time", "время", "godzina", "czas"]),
    (
        Column::Author,
        &[
            "author",
            "authorname",
            "name",
            "user",
            "автор",
            "имя",
            "имяавтора",
            "autor",
            "imię",
            "nazwaautora",
            "użytkownik",
        ],
    ),
    (Column::AuthorId, &["authorid", "userid", "idавтора", "idautora"]),
    (
        Column::Handle,
        &["handle", "username", "screenname", "login", "nickname", "ник", "никнейм", "логин", "nick"],
    ),
    (
        Column::Followers,
        &[
            "followers",
            "subscribers",
            "audience",
            "подписчики",
            "аудитория",
            "obserwujący",
            "obserwujacy",
            "subskrybenci",
        ],
    ),
    (
        Column::Url,
        &["url", "link", "permalink", "address", "ссылка", "адрес", "урл", "adres", "odnośnik", "odnosnik"],
    ),
    (
        Column::Network,
        &[
            "network",
            "source",
            "platform",
            "sourcetype",
            "сеть",
            "соцсеть",
            "источник",
            "площадка",
            "źródło",
            "zrodlo",
            "sieć",
            "platforma",
        ],
    ),
    (
        Column::Container,
        &[
            "group",
            "channel",
            "community",
            "place",
            "container",
            "группа",
            "канал",
            "сообщество",
            "местопубликации",
            "grupa",
            "kanał",
        ],
    ),
    (Column::Lang, &["lang", "language", "язык", "język", "jezyk"]),
    (Column::Kind, &["kind", "type", "posttype", "тип", "типсообщения", "typ", "rodzaj"]),
    (Column::Rating, &["rating", "stars", "score", "оценка", "рейтинг", "звезды", "ocena", "gwiazdki"]),
    (Column::Parent, &["inreplyto", "parent", "parentid", "replyto", "ответна", "родитель", "odpowiedźna"]),
    (Column::Hashtags, &["hashtags", "tags", "хештеги", "хэштеги", "теги", "hashtagi", "tagi"]),
    (
        Column::Likes,
        &["likes", "favorites", "reactions", "лайки", "реакции", "нравится", "polubienia", "reakcje"],
    ),
    (
        Column::Reposts,
        &["reposts", "retweets", "shares", "репосты", "поделились", "udostępnienia", "udostepnienia"],
    ),
    (Column::Replies, &["replies", "comments", "ответы", "комментарии", "odpowiedzi", "komentarze"]),
    (
        Column::Views,
        &["views", "impressions", "reach", "просмотры", "охват", "wyświetlenia", "wyswietlenia", "zasięg"],
    ),
];

/// Names of networks in tables, cleaned as names of columns are.
const NETWORKS: [(&str, &[&str]); 14] = [
    ("x", &["twitter", "твиттер", "x", "xcom", "twittercom"]),
    ("vk", &["vk", "вконтакте", "вк", "vkontakte", "vkcom", "вконтактеcom"]),
    ("telegram", &["telegram", "телеграм", "телеграмм", "tme", "tg", "telegramorg"]),
    ("facebook", &["facebook", "фейсбук", "facebookcom", "fb"]),
    ("instagram", &["instagram", "инстаграм", "instagramcom"]),
    ("youtube", &["youtube", "ютуб", "ютьюб", "youtubecom", "youtube"]),
    ("ok", &["ok", "одноклассники", "okru", "odnoklassniki"]),
    ("tiktok", &["tiktok", "тикток", "tiktokcom"]),
    ("reddit", &["reddit", "редит", "redditcom"]),
    ("linkedin", &["linkedin", "линкедин", "linkedincom"]),
    ("mastodon", &["mastodon", "мастодон"]),
    ("bluesky", &["bluesky", "bskyapp"]),
    ("dzen", &["dzen", "дзен", "яндексдзен", "dzenru"]),
    (
        "web",
        &[
            "web",
            "сми",
            "онлайнсми",
            "media",
            "news",
            "новости",
            "сайты",
            "portale",
            "strony",
            "internet",
            "интернет",
            "блоги",
            "форумы",
        ],
    ),
];

/// Hosts of networks, for tables that name only the address.
const HOSTS: [(&str, &str); 19] = [
    ("x.com", "x"),
    ("twitter.com", "x"),
    ("vk.com", "vk"),
    ("vk.ru", "vk"),
    ("t.me", "telegram"),
    ("telegram.me", "telegram"),
    ("facebook.com", "facebook"),
    ("fb.com", "facebook"),
    ("instagram.com", "instagram"),
    ("youtube.com", "youtube"),
    ("youtu.be", "youtube"),
    ("ok.ru", "ok"),
    ("tiktok.com", "tiktok"),
    ("reddit.com", "reddit"),
    ("linkedin.com", "linkedin"),
    ("bsky.app", "bluesky"),
    ("dzen.ru", "dzen"),
    ("threads.net", "threads"),
    ("threads.com", "threads"),
];

/// The columns of a table.
pub(super) struct Columns {
    pub(super) separator: u8,
    names: Vec<Option<Column>>,
    reader: csv_core::Reader,
}

impl Columns {
    /// Reads the first row with the separator that makes most sense of it. `None` when no column holds the text.
    pub(super) fn of_first_row(row: &str) -> Option<Self> {
        let candidates = [b',', b';', b'\t'].into_iter().map(|separator| {
            let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
            let names = fields(&mut reader, row, separator).iter().map(|name| column(name)).collect();
            Self { separator, names, reader }
        });
        let best = candidates.max_by_key(Self::n_known)?;
        // One known word alone may stand at the beginning of any prose.
        let holds = |wanted: Column| best.names.contains(&Some(wanted));
        ((holds(Column::Text) || holds(Column::Title)) && best.n_known() > 1).then_some(best)
    }

    /// The cells of a row; those of unknown columns are passed over.
    pub(super) fn cells(&mut self, row: &str) -> Cells {
        let cells = fields(&mut self.reader, row, self.separator).into_iter().zip(&self.names);
        Cells(cells.filter_map(|(cell, column)| Some(((*column)?, cell))).collect())
    }

    fn n_known(&self) -> usize {
        self.names.iter().flatten().count()
    }
}

/// Splits one row.
fn fields(reader: &mut csv_core::Reader, row: &str, separator: u8) -> Vec<String> {
    reader.reset();
    let mut text = vec![0; row.len() + 1];
    // Each field but the last ends with a separator.
    let mut ends = vec![0; memchr::memchr_iter(separator, row.as_bytes()).count() + 2];
    let (_, _, n_text, n_fields) = reader.read_record(row.as_bytes(), &mut text, &mut ends);
    let (n_text, n_fields) = {
        // An empty input tells the reader that the row is over.
        let (_, _, more_text, more_fields) =
            reader.read_record(&[], &mut text[n_text..], &mut ends[n_fields..]);
        (n_text + more_text, n_fields + more_fields)
    };
    let mut start = 0;
    let mut fields = Vec::with_capacity(n_fields);
    for end in &ends[..n_fields] {
        let end = (*end).clamp(start, n_text);
        fields.push(String::from_utf8_lossy(&text[start..end]).into_owned());
        start = end;
    }
    fields
}

fn column(name: &str) -> Option<Column> {
    let name = clean(name);
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

/// Lower case, without what people put between words.
fn clean(name: &str) -> String {
    let kept = name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric());
    kept.map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// The network a table means by a name; unknown names are taken as they are.
pub(super) fn network_of_name(name: &str) -> String {
    let cleaned = clean(name);
    match NETWORKS.iter().find(|(_, names)| names.contains(&cleaned.as_str())) {
        Some((network, _)) => (*network).to_owned(),
        // A source is often named by its address: an own site, a newspaper.
        None if name.contains('.') => network_of_host(name),
        None => name.to_owned(),
    }
}

/// The network an address belongs to, the web if to none.
pub(super) fn network_of_url(url: Option<&str>) -> String {
    let host =
        url.and_then(|url| url::Url::parse(url).ok()).and_then(|url| url.host_str().map(str::to_owned));
    network_of_host(&host.unwrap_or_default())
}

fn network_of_host(host: &str) -> String {
    let host = host.trim().to_lowercase();
    let belongs =
        |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    HOSTS.iter().find(|(known, _)| belongs(known)).map_or("web", |(_, network)| network).to_owned()
}

/// The kind a table means by a name.
pub(super) fn kind_of_name(name: &str) -> Option<ItemKind> {
    match clean(name).as_str() {
        "пост" | "сообщение" | "wpis" | "post" | "tweet" => Some(ItemKind::Post),
        "комментарий" | "ответ" | "komentarz" | "odpowiedź" | "comment" | "reply" => {
            Some(ItemKind::Reply)
        }
        "репост" | "repost" | "retweet" | "udostępnienie" => Some(ItemKind::Repost),
        "цитата" | "quote" | "cytat" => Some(ItemKind::Quote),
        "отзыв" | "review" | "opinia" | "recenzja" => Some(ItemKind::Review),
        "статья" | "article" | "artykuł" => Some(ItemKind::Article),
        "форма" | "form" | "formularz" => Some(ItemKind::Form),
        _ => None,
    }
}

/// The language a table means by a word.
pub(super) fn language_of_name(name: &str) -> Option<Box<str>> {
    let tag = match clean(name).as_str() {
        "русский" | "russian" | "rosyjski" => "ru",
        "польский" | "polish" | "polski" => "pl",
        "английский" | "english" | "angielski" => "en",
        _ => return None,
    };
    Some(tag.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_is_understood_in_three_languages_and_with_each_separator() {
        let read = |row: &str| {
            let columns = Columns::of_first_row(row).unwrap();
            (char::from(columns.separator), columns.names)
        };
        let (text, date, author, url) =
            (Some(Column::Text), Some(Column::Date), Some(Column::Author), Some(Column::Url));
        assert_eq!(read("Text,Published at,author,URL"), (',', vec![text, date, author, url]));
        assert_eq!(
            read("Текст;Дата публикации;Автор;Ссылка;Тон"),
            (';', vec![text, date, author, url, None])
        );
        assert_eq!(read("\"Treść\"\tData\tAutor\tLink"), ('\t', vec![text, date, author, url]));
        assert!(Columns::of_first_row("колонка;столбец").is_none());
        assert!(Columns::of_first_row("Пост, который я давно хотел написать").is_none());
    }

    #[test]
    fn every_name_of_a_column_or_network_is_clean_and_stands_once() {
        let columns = NAMES.iter().flat_map(|(_, names)| names.iter());
        let mut names: Vec<&str> = columns.copied().collect();
        assert!(names.iter().all(|name| clean(name) == *name));
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(NETWORKS.iter().flat_map(|(_, names)| names.iter()).all(|name| clean(name) == *name));
    }

    #[test]
    fn the_network_is_known_by_its_name_or_by_the_address() {
        assert_eq!(network_of_name("ВКонтакте"), "vk");
        assert_eq!(network_of_name("vk.com"), "vk");
        assert_eq!(network_of_name("gazeta.example"), "web");
        assert_eq!(network_of_url(Some("https://m.vk.com/wall-1_2")), "vk");
        assert_eq!(network_of_url(Some("https://notvk.com/1")), "web");
        assert_eq!(network_of_url(None), "web");
    }
}
