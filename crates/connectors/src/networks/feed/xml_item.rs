//! An item of RSS, RDF or Atom while it is being read, and what its elements are called in each of them.

use quick_xml::events::BytesStart;

use super::entry::{Enclosure, Entry, Words};
use crate::html::{is_web_address, unescape};

/// Deepest nesting of markup inside an item that is followed.
const DEPTH_MAX: usize = 64;
/// Most elements kept of an item, and attributes of an element; real ones have tens.
const ELEMENTS_MAX: usize = 500;
const ATTRIBUTES_MAX: usize = 30;

/// An item that is being read.
pub(super) struct OpenItem {
    /// `item` or `entry`.
    pub(super) name: String,
    /// Where it starts in the text.
    pub(super) start: usize,
    about: Option<String>,
    lang: Option<String>,
    elements: Vec<Element>,
    /// The open elements below the item: their names, and which of `elements` they are, if they are kept.
    open: Vec<(String, Option<usize>)>,
}

/// An element directly below an item, or one step deeper.
struct Element {
    /// Its name, behind that of the element around it, as in `author/name`.
    path: String,
    attributes: Vec<(String, String)>,
    /// Its words, with those of the elements inside.
    text: String,
    has_children: bool,
    /// Its content in the document.
    start: usize,
    end: usize,
}

impl OpenItem {
    pub(super) fn new(name: &str, about: Option<String>, lang: Option<String>, start: usize) -> Self {
        Self { name: name.to_owned(), start, about, lang, elements: Vec::new(), open: Vec::new() }
    }

    /// Opens an element, whose content starts at a place.
    pub(super) fn open(&mut self, name: &str, tag: &BytesStart<'_>, start: usize) {
        if self.open.len() >= DEPTH_MAX {
            return;
        }
        let around = self.open.last().and_then(|(_, index)| *index);
        if let Some(around) = around.and_then(|index| self.elements.get_mut(index)) {
            around.has_children = true;
        }
        // Markup is not kept as elements: it is read from the document when the element around it is.
        let path = match (self.open.len(), around.and_then(|index| self.elements.get(index))) {
            (0, _) => Some(name.to_owned()),
            (1, Some(around)) => Some(format!("{}/{name}", around.path)),
            _ => None,
        };
        let kept = path.filter(|_| self.elements.len() < ELEMENTS_MAX).map(|path| {
            let attributes = attributes(tag);
            self.elements.push(Element {
                path,
                attributes,
                text: String::new(),
                has_children: false,
                start,
                end: start,
            });
            self.elements.len() - 1
        });
        self.open.push((name.to_owned(), kept));
    }

    /// Closes the innermost element of that name, whose content ends at a place. `false` when none is open.
    pub(super) fn close(&mut self, name: &str, end: usize) -> bool {
        let Some(depth) = self.open.iter().rposition(|(open, _)| open == name) else { return false };
        for (_, index) in self.open.drain(depth..) {
            if let Some(element) = index.and_then(|index| self.elements.get_mut(index)) {
                element.end = end;
            }
        }
        true
    }

    /// Adds words to the open elements.
    pub(super) fn add(&mut self, words: &str) {
        for (_, index) in &self.open {
            if let Some(element) = index.and_then(|index| self.elements.get_mut(index)) {
                element.text.push_str(words);
            }
        }
    }

    /// What the item says.
    pub(super) fn entry(self, document: &str, is_atom: bool) -> Entry {
        let words = |names: &[&str]| self.first(names).map(|element| element.words(document, is_atom));
        let text = |names: &[&str]| self.first(names).map(|element| element.text.trim().to_owned());
        Entry {
            id: text(&["guid", "id"]).or_else(|| self.about.clone()),
            link: self.link(),
            title: words(&["title", "dc:title", "media:title"]),
            content: words(&["content:encoded", "content", "yandex:full-text", "xhtml:body"]),
            summary: words(&[
                "description",
                "summary",
                "dc:description",
                "itunes:summary",
                "media:description",
            ]),
            published: text(&[
                "pubdate",
                "published",
                "dc:date",
                "issued",
                "created",
                "date",
                "dcterms:created",
            ]),
            updated: text(&["updated", "modified", "dcterms:modified", "atom:updated"]),
            author: text(&["dc:creator", "author/name", "author", "itunes:author"]),
            lang: text(&["dc:language"]).or_else(|| self.lang.clone()),
            n_comments: text(&["slash:comments", "thr:total"]).and_then(|count| count.parse().ok()),
            enclosures: self.enclosures(),
        }
    }

    /// The first element that says something, by the order of names.
    fn first(&self, names: &[&str]) -> Option<&Element> {
        let says = |element: &&Element| !element.text.trim().is_empty();
        names.iter().find_map(|name| self.elements.iter().filter(|element| element.path == **name).find(says))
    }

    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(|element| names.contains(&element.path.as_str()))
    }

    /// The page people read: an alternate link of Atom, the text of a link of RSS, an id that says it is one.
    fn link(&self) -> Option<String> {
        let alternate = self
            .all(&["link"])
            .filter(|link| matches!(link.attribute("rel"), None | Some("alternate")))
            .find_map(|link| link.attribute("href").map(str::to_owned));
        let text = || self.first(&["link"]).map(|link| link.text.trim().to_owned());
        let id = || {
            let id = self.first(&["guid"])?;
            let is_page = id.attribute("ispermalink") != Some("false") && is_web_address(id.text.trim());
            is_page.then(|| id.text.trim().to_owned())
        };
        alternate.or_else(text).or_else(id).or_else(|| self.about.clone())
    }

    fn enclosures(&self) -> Vec<Enclosure> {
        let media = self
            .all(&["enclosure", "media:content", "media:group/media:content", "media:thumbnail"])
            .map(|media| {
                let mime = match (media.attribute("type"), media.attribute("medium"), media.path.as_str()) {
                    (Some(mime), _, _) => Some(mime.to_owned()),
                    (None, Some(medium), _) => Some(format!("{medium}/*")),
                    (None, None, "media:thumbnail") => Some("image/*".to_owned()),
                    (None, None, _) => None,
                };
                (media.attribute("url"), mime, media.attribute("title"))
            });
        let linked =
            self.all(&["link"]).filter(|link| link.attribute("rel") == Some("enclosure")).map(|link| {
                (link.attribute("href"), link.attribute("type").map(str::to_owned), link.attribute("title"))
            });
        media
            .chain(linked)
            .filter_map(|(url, mime, name)| {
                Some(Enclosure { url: url?.to_owned(), mime, name: name.map(str::to_owned) })
            })
            .collect()
    }
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Its words, by the type it declares. Without a type, Atom means plain text and RSS means HTML.
    fn words(&self, document: &str, is_atom: bool) -> Words {
        let kind = self.attribute("type").unwrap_or(if is_atom { "text" } else { "html" });
        if self.has_children {
            let markup = document.get(self.start..self.end).unwrap_or_default();
            return Words::Html(markup.replace("]]>", ""));
        }
        if kind.contains("html") { Words::Html(self.text.clone()) } else { Words::Plain(self.text.clone()) }
    }
}

fn attributes(tag: &BytesStart<'_>) -> Vec<(String, String)> {
    let mut attributes = tag.html_attributes();
    attributes
        .with_checks(false)
        .flatten()
        .take(ATTRIBUTES_MAX)
        .map(|attribute| (attribute.key.as_ref().to_ascii_lowercase(), unescape(&attribute.value)))
        .collect()
}
