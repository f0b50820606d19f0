//! HTML of feeds and networks to plain text.
//!
//! The result is only ever shown and searched as text, so no tree is built: tags are passed over in one go, which takes linear time
//! on hostile input, where tree builders and their lists of attributes do not. Block elements become line breaks, scripts and
//! styles are dropped with their content, and addresses of links are collected.

/// What a piece of HTML says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// The text, lines separated by `\n`, without empty lines around.
    pub(crate) text: String,
    /// Addresses of its links, in order, each once.
    pub(crate) links: Vec<Box<str>>,
}

/// Most links taken from one text: pages of link spam have thousands.
const LINKS_MAX: usize = 100;
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements whose content is no text for readers.
const UNSEEN: [&str; 7] = ["script", "style", "template", "iframe", "noembed", "noframes", "object"];

/// Reads HTML, or plain text with entities.
pub(crate) fn words(html: &str) -> Words {
    let mut words = Words::default();
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        push_text(&mut text, &rest[..at]);
        rest = &rest[at..];
        let Some(tag) = Tag::at_start_of(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.length..];
        if !tag.closing && UNSEEN.contains(&tag.name.as_str()) {
            rest = behind_end_tag(rest, &tag.name);
        } else if BLOCKS.contains(&tag.name.as_str()) {
            text.push('\n');
        } else if tag.name == "a" && !tag.closing {
            words.add_link(tag.attribute("href"));
        } else if tag.name == "img" {
            // Emoji of many networks are pictures with the sign as their alternative text.
            push_text(
                &mut text,
                &tag.attribute("alt").filter(|alt| alt.chars().count() <= 2).unwrap_or_default(),
            );
        }
    }
    push_text(&mut text, rest);
    words.text = tidy(&text);
    words
}

/// Decodes entities and nothing else.
pub(crate) fn unescape(text: &str) -> String {
    html_escape::decode_html_entities(text).into_owned()
}

impl Words {
    fn add_link(&mut self, href: Option<String>) {
        let Some(href) = href.filter(|href| is_web_address(href)) else { return };
        if self.links.len() < LINKS_MAX && !self.links.iter().any(|link| **link == *href) {
            self.links.push(href.into());
        }
    }
}

/// Whether it is a full address of the web, so no script and nothing of the reader's machine.
pub(crate) fn is_web_address(text: &str) -> bool {
    let scheme_is =
        |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    scheme_is("https://") || scheme_is("http://")
}

/// Text between tags: line breaks of the source are mere spaces.
fn push_text(text: &mut String, piece: &str) {
    text.extend(
        html_escape::decode_html_entities(piece)
            .chars()
            .map(|c| if c == '\n' || c == '\r' { ' ' } else { c }),
    );
}

/// Lines with words, without space around and with single spaces between.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.lines() {
        let mut first = true;
        for word in line.split(is_space).filter(|word| !word.is_empty()) {
            if !tidy.is_empty() {
                tidy.push(if first { '\n' } else { ' ' });
            }
            tidy.push_str(word);
            first = false;
        }
    }
    tidy
}

/// White space, with the no-break space, and the zero-width one that editors leave behind.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// Text behind the end tag of an element that is not read; nothing when it never ends.
fn behind_end_tag<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        let closes = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        if closes {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

/// A tag, comment or declaration.
struct Tag<'a> {
    /// Lower-case name; empty for comments and declarations.
    name: String,
    closing: bool,
    attributes: &'a str,
    /// Bytes from `<` to behind `>`.
    length: usize,
}

impl<'a> Tag<'a> {
    /// The tag a text that starts with `<` starts with; `None` when the sign only means "less".
    fn at_start_of(text: &'a str) -> Option<Self> {
        let inside = &text[1..];
        if let Some(comment) = inside.strip_prefix("!--") {
            let length = comment.find("-->").map_or(text.len(), |end| 4 + end + 3);
            return Some(Self::nameless(length));
        }
        if inside.starts_with(['!', '?']) {
            // CDATA reaches here when a feed wraps it twice: its words are kept, only the frame goes.
            let length = if inside.starts_with("![CDATA[") {
                9
            } else {
                inside.find('>').map_or(text.len(), |end| end + 2)
            };
            return Some(Self::nameless(length));
        }
        let closing = inside.starts_with('/');
        let named = &inside[usize::from(closing)..];
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name_end = named.find(|c: char| c.is_whitespace() || c == '/' || c == '>').unwrap_or(named.len());
        let attributes = &named[name_end..];
        let end = end_of_tag(attributes);
        let before = text.len() - attributes.len();
        let length = end.map_or(text.len(), |end| before + end + 1);
        Some(Self {
            name: named[..name_end].to_ascii_lowercase(),
            closing,
            attributes: &attributes[..end.unwrap_or(attributes.len())],
            length,
        })
    }

    fn nameless(length: usize) -> Self {
        Self { name: String::new(), closing: false, attributes: "", length }
    }

    /// The value of an attribute, entities decoded.
    fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            // The first sign belongs to the name whatever it is, so that each round takes at least one.
            let ends_name = |(at, c): (usize, char)| {
                (at > 0 && (c.is_whitespace() || c == '=' || c == '/')).then_some(at)
            };
            let name_end = rest.char_indices().find_map(ends_name).unwrap_or(rest.len());
            let name = &rest[..name_end];
            rest = rest[name_end..].trim_start();
            let Some(value) = rest.strip_prefix('=') else { continue };
            let value = value.trim_start();
            let (found, behind) = attribute_value(value);
            if name.eq_ignore_ascii_case(wanted) {
                return Some(unescape(found).trim().to_owned());
            }
            rest = behind;
        }
    }
}

/// A value with or without quotes, and what follows.
fn attribute_value(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inside = &text[1..];
            inside.split_once(quote).unwrap_or((inside, ""))
        }
        _ => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    }
}

/// Place of the `>` that closes a tag, not one in quotes. A quote counts only behind `=`: an apostrophe elsewhere is a slip.
fn end_of_tag(attributes: &str) -> Option<usize> {
    let bytes = attributes.as_bytes();
    let mut at = 0;
    let mut behind_equals = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return Some(at),
            b'"' | b'\'' if behind_equals => {
                // An unclosed quote would swallow the rest of the text: then the quote is a slip too.
                at = match memchr::memchr(*byte, &bytes[at + 1..]) {
                    Some(length) => at + 1 + length,
                    None => return memchr::memchr(b'>', &bytes[at..]).map(|length| at + length),
                };
                behind_equals = false;
            }
            b'=' => behind_equals = true,
            b' ' | b'\n' | b'\t' | b'\r' => {}
            _ => behind_equals = false,
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[expect(clippy::needless_pass_by_value, reason = "expectations are written in place")]
    fn check(html: &str, expected: Expect) {
        let words = words(html);
        expected.assert_eq(&format!("{}|{}", words.text, words.links.join(" ")));
    }

    #[test]
    fn paragraphs_become_lines_and_links_are_collected() {
        check(
            "<p>Завод молчит.</p><p>Пишут, что <b>запах</b> стоит&nbsp;с утра: <a href='https://novosti.example/1?a=1&amp;b=2'>тут</a></p>\
             <ul><li>раз<li>два</ul>строка<br/>ещё строка",
            expect![[r#"
                Завод молчит.
                Пишут, что запах стоит с утра: тут
                раз
                два
                строка
                ещё строка|https://novosti.example/1?a=1&b=2"#]],
        );
    }

    #[test]
    fn scripts_styles_and_comments_say_nothing() {
        check(
            "a<script>alert('</p>')</script>b<STYLE>p{}</Style>c<!-- d --><!DOCTYPE x>e<script>unclosed",
            expect!["abce|"],
        );
        check("<a href='javascript:alert(1)'>x</a><a href=\"data:text/html,1\">y</a>", expect!["xy|"]);
    }

    #[test]
    fn signs_that_are_no_tags_stay() {
        check(
            "2 < 3 и 5 > 4 &lt;b&gt; &amp;amp; &unknown; AT&T <3",
            expect!["2 < 3 и 5 > 4 <b> &amp; &unknown; AT&T <3|"],
        );
    }

    #[test]
    fn slips_in_markup_do_not_swallow_the_text() {
        check(
            "<p title=\"a > b\" x>раз</p><a href=https://a.example/>два</a><p it's>три</p>",
            expect![[r#"
            раз
            два
            три|https://a.example/"#]],
        );
        check(
            "<p class=\"open>четыре</p>пять",
            expect![[r#"
            четыре
            пять|"#]],
        );
        check("конец <p", expect!["конец|"]);
    }

    #[test]
    fn a_megabyte_of_hostile_markup_is_read_in_one_go() {
        for piece in ["<", "<a ", "<div>", "</span>", "<b x=\"", "&", "<!--", "<script>", "<![CDATA[", "</"] {
            words(&piece.repeat(1_000_000 / piece.len()));
        }
    }
}
