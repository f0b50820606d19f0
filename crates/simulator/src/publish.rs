//! Publishing: a plan becomes an item with words, author, keys, marks and counts.

use std::fmt::Write as _;

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::post::{
    Attachment, Change, Container, Engagement, Item, ItemKind, PostEvent, Rating, Retention,
};
use sha2::{Digest, Sha256};

use crate::cast;
use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::people::Who;
use crate::plan::{Moment, Photo, Plan, afterthought};
use crate::raw;
use crate::texts::{Role, Texts, Voice, Words};

/// What happens to a planned post at a moment, as its network tells it. `batch` is the plans that `plan` refers to.
pub(crate) fn event(seed: u64, plan: &Plan, batch: &[Plan], at: Timestamp, moment: Moment) -> PostEvent {
    let age = at.duration_since(plan.at);
    let change = match moment {
        Moment::Created => Change::Created(Box::new(item(seed, plan, batch))),
        Moment::Revised => Change::Revised(Box::new(revised(seed, plan, batch, at, age))),
        Moment::Counted => {
            let engagement = plan.place.engagement(plan.likes_at(age));
            Change::Metrics { uid: plan.place.uid(key(plan, batch)), at, engagement }
        }
        Moment::Deleted => Change::Deleted { uid: plan.place.uid(key(plan, batch)), at },
        Moment::Restored => Change::Restored { uid: plan.place.uid(key(plan, batch)), at },
    };
    raw::event(at, change)
}

/// The item as it was first published.
pub(crate) fn item(seed: u64, plan: &Plan, batch: &[Plan]) -> Item {
    let author = plan.who.author(seed, plan.language, plan.place);
    let handle = author.handle.as_deref().unwrap_or_default();
    let key = key(plan, batch);
    let parent = plan.parent.map(|index| &batch[index]);
    let quoted = plan.quoted.map(|index| &batch[index]);
    let (title, text) = words(seed, plan, batch);
    let (hashtags, mentions, links) = marks(&text);
    Item {
        permalink: Some(plan.place.permalink(&key, handle).into()),
        uid: plan.place.uid(key),
        kind: plan.kind,
        author,
        container: container(plan, batch),
        title: title.map(String::into_boxed_str),
        text,
        lang: Some(plan.language.name().into()),
        rating: rating(plan),
        links,
        hashtags,
        mentions,
        attachments: photo(seed, plan, quoted),
        root: parent.map(|_| root(plan, batch).into()),
        parent: parent.map(|parent| self::key(parent, batch).into()),
        quoted: quoted.map(|quoted| self::key(quoted, batch).into()),
        published_at: plan.at,
        edited_at: None,
        engagement: Engagement::default(),
        retention: Retention::Public,
    }
}

/// The item after its author added a line.
fn revised(seed: u64, plan: &Plan, batch: &[Plan], at: Timestamp, age: SignedDuration) -> Item {
    let mut item = item(seed, plan, batch);
    if let Some((role, template)) = afterthought(plan.role, plan.kind, plan.serial) {
        let mut luck = Luck::new(seed, Purpose::Words, plan.serial, 1);
        let more = Texts::get().of(plan.language).write(role, template, voice(plan), &mut luck);
        item.text = format!("{}\n\n{}", item.text, more.text);
    }
    item.edited_at = Some(at);
    item.engagement = plan.place.engagement(plan.likes_at(age));
    item
}

fn voice(plan: &Plan) -> Voice<'static> {
    Voice {
        woman: plan.who.woman(),
        own: cast::own(plan.place, plan.language).handle,
        house: plan.who.house(),
    }
}

/// Title and text. Networks without titles show a title as the first line, and the way to the article as the last.
fn words(seed: u64, plan: &Plan, batch: &[Plan]) -> (Option<String>, String) {
    if let Some(original) = plan.quoted.map(|index| &batch[index]).filter(|_| plan.kind == ItemKind::Repost) {
        return words(seed, original, batch);
    }
    let mut luck = Luck::new(seed, Purpose::Words, plan.serial, 0);
    let texts = Texts::get().of(plan.language);
    let Words { title, text } = texts.write(plan.role, plan.template, voice(plan), &mut luck);
    let has_titles = matches!(plan.place, Place::Web | Place::Opinovo);
    match title {
        Some(title) if has_titles => (Some(title), text),
        Some(title) => {
            let host = medium_host(plan).unwrap_or("novosti.example");
            (None, format!("{title}\n\n{text}\nhttps://{host}/news/{}", plan.serial))
        }
        None if plan.kind == ItemKind::Article => (Some(first_sentence(&text)), text),
        None => (None, text),
    }
}

fn first_sentence(text: &str) -> String {
    text.split_inclusive(['.', '!', '?']).next().unwrap_or(text).trim().trim_end_matches('.').to_owned()
}

fn medium_host(plan: &Plan) -> Option<&'static str> {
    let media = Texts::get().of(plan.language).names("media");
    plan.who.house().map(|house| media[house % media.len()][1].as_str())
}

/// The native key of a post.
fn key(plan: &Plan, batch: &[Plan]) -> String {
    plan.place.key(plan.serial, &folder(plan, batch).0)
}

/// The first post of the thread that a reply stands in.
fn root(plan: &Plan, batch: &[Plan]) -> String {
    match plan.parent {
        Some(index) => root(&batch[index], batch),
        None => key(plan, batch),
    }
}

/// The chat, group or site of a post, by its id and name. Institutions write on channels of their own, answers stand where the
/// thing they answer stands.
fn folder(plan: &Plan, batch: &[Plan]) -> (String, String) {
    if let Some(index) = plan.parent {
        return folder(&batch[index], batch);
    }
    let texts = Texts::get().of(plan.language);
    match (plan.place, plan.who) {
        (Place::Web, Who::Us) => (
            format!("{}.example", cast::own(plan.place, plan.language).handle.replace('_', "-")),
            author_name(plan),
        ),
        (Place::Web, _) => (medium_host(plan).unwrap_or("novosti.example").to_owned(), author_name(plan)),
        (_, Who::Person(_) | Who::NewAccount(_)) => {
            let chats = texts.names("chats");
            let chat = &chats[plan.folder as usize % chats.len()];
            (chat[1].clone(), chat[0].clone())
        }
        (_, Who::Medium(_) | Who::Journalist(_) | Who::Chain(_) | Who::Us) => {
            let author = plan.who.author(0, plan.language, plan.place);
            (author.handle.unwrap_or_default().into(), author.name.unwrap_or_default().into())
        }
    }
}

/// The name of an institution; people need the seed, institutions do not.
fn author_name(plan: &Plan) -> String {
    plan.who.author(0, plan.language, plan.place).name.unwrap_or_default().into()
}

fn container(plan: &Plan, batch: &[Plan]) -> Option<Container> {
    match plan.place {
        Place::Telegram | Place::Vk | Place::Web => {
            let (id, name) = folder(plan, batch);
            Some(Container { id: id.into(), name: Some(name.into()) })
        }
        Place::Opinovo => Some(Container { id: "opinovo.example".into(), name: Some("Opinovo".into()) }),
        Place::Instagram | Place::X => None,
    }
}

fn rating(plan: &Plan) -> Option<Rating> {
    let (low, high) = plan.role.stars()?;
    // The last authored review of the rumour is the one that stands up for the company.
    let defends = plan.role == Role::RumourReview
        && plan.template + 1 == Texts::get().of(plan.language).templates(plan.role).len();
    let value = if defends { 5 } else { low + (plan.serial as i64 % (high - low + 1)) };
    (plan.kind == ItemKind::Review).then_some(Rating { value: value as f64, best: 5.0 })
}

fn photo(seed: u64, plan: &Plan, quoted: Option<&Plan>) -> Vec<Attachment> {
    let shown = quoted.filter(|_| plan.kind == ItemKind::Repost).unwrap_or(plan);
    let of = match shown.photo {
        Photo::None => return Vec::new(),
        Photo::Own => format!("photo of post {} in world {seed}", shown.serial),
        Photo::Rumour => "photo of a splinter in a jar".to_owned(),
    };
    let sha256: [u8; 32] = Sha256::digest(of.as_bytes()).into();
    let mut name = String::from("IMG_");
    for byte in &sha256[..3] {
        let _ = write!(name, "{byte:02x}");
    }
    name.push_str(".jpg");
    let url = format!("https://img.{}.example/{name}", plan.place.name());
    vec![Attachment {
        kind: "image".into(),
        url: Some(url.into()),
        sha256: Some(sha256),
        name: Some(name.into()),
    }]
}

type Marks = (Vec<Box<str>>, Vec<Box<str>>, Vec<Box<str>>);

/// Hashtags, handles and addresses in a text.
fn marks(text: &str) -> Marks {
    let (mut hashtags, mut mentions, mut links) = (Vec::new(), Vec::new(), Vec::new());
    for word in text.split_whitespace() {
        let body = |rest: &str| -> Box<str> {
            rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
        };
        if let Some(rest) = word.strip_prefix('#') {
            hashtags.push(body(rest));
        } else if let Some(rest) = word.strip_prefix('@') {
            mentions.push(body(rest));
        } else if word.starts_with("https://") {
            links.push(word.trim_end_matches(['.', ',', ')']).into());
        }
    }
    (hashtags, mentions, links)
}
