//! Telegram Desktop, "Export chat history" or "Export Telegram data" as JSON: `result.json` with one chat or with all.
//!
//! The key of a message is `chat/message`. Times come from the `…_unixtime` fields: the readable ones are in the exporter's zone,
//! which the file does not tell. A forwarded message has no words of its own, so it is a repost.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use nabat_crisis::Timestamp;
use nabat_crisis::network::Network;
use nabat_crisis::post::{
    Attachment, Author, Change, Container, Engagement, Item, ItemKind, PostEvent, RAW_BYTES_MAX,
    RefusalReason, Retention,
};
use serde::Deserialize;

use super::json_shape::{first_keys, have};
use super::records::{cut_short, text_of, too_large};
use super::{Definition, Outcome, Records};
use crate::json_walk::{Found, Step, Walk, Wish};
use crate::record::{Read, Refused, attachment_kind, believable, date, item, network, raw, uid, word};

pub(super) const FORMAT: Definition = Definition {
    name: "telegram",
    extensions: &["json"],
    extension_suffices: false,
    sniff: |head| {
        let keys = first_keys(head);
        have(&keys, &["messages", "type"])
            || have(&keys, &["chats"])
            || have(&keys, &["personal_information"])
    },
    help_key: "format-telegram",
    open: |input, received_at| {
        let telegram = network("telegram")
            .map_err(|refused| super::FileError::UnknownFormat { name: refused.detail })?;
        let walk = Walk::new(input.into_reader(), RAW_BYTES_MAX, wish);
        Ok(Box::new(Export { walk, telegram, chat: Chat::default(), received_at, n_messages: 0 }))
    },
};

/// Reactions that do not approve.
const DISAPPROVING: [&str; 12] = ["👎", "😡", "🤬", "💩", "🤮", "😢", "😱", "🤡", "🖕", "💔", "🥱", "😨"];

/// Messages lie in `messages`, of a full export in each `chats.list[]` and `left_chats.list[]`.
fn wish(path: &[Step]) -> Wish {
    let inside_chat = match path {
        [Step::Key(chats), Step::Key(list), Step::Element, inside @ ..]
            if is_chats(chats) && list == "list" =>
        {
            inside
        }
        [Step::Key(chats)] if is_chats(chats) => return Wish::Enter,
        [Step::Key(chats), Step::Key(list)] if is_chats(chats) && list == "list" => return Wish::Enter,
        inside => inside,
    };
    match inside_chat {
        [] => Wish::Enter,
        [Step::Key(key)] => match key.as_str() {
            "messages" => Wish::Enter,
            "name" | "type" | "id" => Wish::Take,
            _ => Wish::Pass,
        },
        [Step::Key(key), Step::Element] if key == "messages" => Wish::Take,
        _ => Wish::Pass,
    }
}

fn is_chats(key: &str) -> bool {
    key == "chats" || key == "left_chats"
}

/// An export that is being read.
struct Export<R> {
    walk: Walk<R>,
    telegram: Network,
    chat: Chat,
    received_at: Timestamp,
    n_messages: u64,
}

/// What the export says of the chat the next messages are from.
#[derive(Default)]
struct Chat {
    id: Option<i64>,
    name: Option<Box<str>>,
    kind: String,
}

impl<R: BufRead + Send> Records for Export<R> {
    fn read_some(&mut self, outcomes: &mut VecDeque<Outcome>) -> io::Result<bool> {
        let read = match self.walk.next()? {
            None => return Ok(false),
            Some(Found::Entered) => {
                if matches!(self.walk.path().last(), None | Some(Step::Element)) {
                    self.chat = Chat::default();
                }
                return Ok(true);
            }
            Some(Found::TooLarge) => Err(too_large(RAW_BYTES_MAX)),
            Some(Found::CutShort) => Err(cut_short()),
            Some(Found::Value) => match self.walk.path().last() {
                Some(Step::Key(key)) => {
                    self.chat.learn(key, self.walk.value());
                    return Ok(true);
                }
                None | Some(Step::Element) => text_of(self.walk.value())
                    .and_then(|text| self.chat.event(text, &self.telegram, self.received_at)),
            },
        };
        self.n_messages += 1;
        let at = self.n_messages;
        outcomes.push_back((at, read.map_err(|refused| refused.at(at, self.walk.value()))));
        Ok(true)
    }
}

#[derive(Deserialize)]
struct Message {
    id: i64,
    #[serde(rename = "type")]
    kind: Option<String>,
    date: Option<String>,
    date_unixtime: Option<String>,
    edited: Option<String>,
    edited_unixtime: Option<String>,
    from: Option<String>,
    from_id: Option<serde_json::Value>,
    author: Option<String>,
    forwarded_from: Option<serde_json::Value>,
    reply_to_message_id: Option<i64>,
    photo: Option<String>,
    file: Option<String>,
    file_name: Option<String>,
    media_type: Option<String>,
    mime_type: Option<String>,
    poll: Option<Poll>,
    text: Option<Text>,
    text_entities: Option<Vec<Piece>>,
    reactions: Option<Vec<Reaction>>,
}

/// Text without or with marks.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Pieces(Vec<TextPiece>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum TextPiece {
    Plain(String),
    Marked(Piece),
}

#[derive(Deserialize)]
struct Piece {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    text: String,
    href: Option<String>,
}

#[derive(Deserialize)]
struct Poll {
    question: String,
    #[serde(default)]
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    text: String,
}

#[derive(Deserialize)]
struct Reaction {
    #[serde(default)]
    count: u64,
    emoji: Option<String>,
}

impl Chat {
    fn learn(&mut self, key: &str, value: &[u8]) {
        match key {
            "id" => self.id = serde_json::from_slice(value).ok(),
            "name" => {
                self.name = serde_json::from_slice::<Option<String>>(value).ok().flatten().and_then(word)
            }
            _ => self.kind = serde_json::from_slice(value).unwrap_or_default(),
        }
    }

    fn event(&self, record: &str, telegram: &Network, received_at: Timestamp) -> Read<PostEvent> {
        let message: Message = serde_json::from_str(record).map_err(|error| Refused::json(&error))?;
        let kind = message.kind.as_deref().unwrap_or("message");
        if kind != "message" {
            return Err(Refused::new(RefusalReason::NotAPost, format!("a `{kind}` entry, not a message")));
        }
        let item = self.item(message, telegram, received_at)?;
        let change = Change::Created(Box::new(item));
        Ok(PostEvent { observed_at: received_at, change, raw: raw(record.as_bytes().to_vec()) })
    }

    fn item(&self, message: Message, telegram: &Network, received_at: Timestamp) -> Read<Item> {
        let chat = self.id.ok_or_else(|| Refused::missing("id of the chat"))?;
        let published_at =
            time(message.date_unixtime.as_deref(), message.date.as_deref(), "date", received_at)?
                .ok_or_else(|| Refused::missing("date"))?;
        let kind = match (&message.forwarded_from, message.reply_to_message_id) {
            (Some(_), _) => ItemKind::Repost,
            (None, Some(_)) => ItemKind::Reply,
            (None, None) => ItemKind::Post,
        };
        let uid = uid(telegram.clone(), &format!("{chat}/{}", message.id))?;
        let mut item = item(uid, kind, message.words(), published_at);
        item.edited_at =
            time(message.edited_unixtime.as_deref(), message.edited.as_deref(), "edited", received_at)?;
        item.parent = message.reply_to_message_id.map(|parent| format!("{chat}/{parent}").into());
        item.author = message.author();
        item.engagement = Engagement { likes: message.likes(), ..Engagement::default() };
        item.attachments = message.attachment().into_iter().collect();
        for piece in message.pieces() {
            piece.add_to(&mut item);
        }
        item.container = Some(Container { id: chat.to_string().into(), name: self.name.clone() });
        let public = self.kind.starts_with("public_");
        item.retention = if public { Retention::Public } else { Retention::Private };
        // Such an address opens for the members of the group or channel. The public name is not in the export.
        let addressable = self.kind.ends_with("channel") || self.kind.ends_with("supergroup");
        item.permalink = addressable.then(|| format!("https://t.me/c/{chat}/{}", message.id).into());
        Ok(item)
    }
}

fn time(
    unix: Option<&str>,
    readable: Option<&str>,
    field: &str,
    received_at: Timestamp,
) -> Read<Option<Timestamp>> {
    let seconds = unix
        .and_then(|seconds| seconds.parse().ok())
        .and_then(|seconds| Timestamp::from_second(seconds).ok());
    match (seconds, readable) {
        // Old versions wrote the first second of 1970 for "never".
        (Some(at), _) if at == Timestamp::UNIX_EPOCH && field == "edited" => Ok(None),
        (Some(at), _) => believable(at, field, received_at).map(Some),
        (None, Some(readable)) => date(readable, field, received_at).map(Some),
        (None, None) => Ok(None),
    }
}

impl Message {
    fn words(&self) -> String {
        let mut words = match &self.text {
            Some(Text::Plain(text)) => text.clone(),
            Some(Text::Pieces(pieces)) => pieces
                .iter()
                .map(|piece| match piece {
                    TextPiece::Plain(text) => text.as_str(),
                    TextPiece::Marked(piece) => piece.text.as_str(),
                })
                .collect(),
            None => String::new(),
        };
        if let Some(poll) = &self.poll {
            for line in std::iter::once(&poll.question).chain(poll.answers.iter().map(|answer| &answer.text))
            {
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(line);
            }
        }
        words
    }

    /// The marked pieces: of `text`, or of `text_entities` where newer versions put them as well.
    fn pieces(&self) -> Vec<&Piece> {
        match (&self.text_entities, &self.text) {
            (Some(pieces), _) => pieces.iter().collect(),
            (None, Some(Text::Pieces(pieces))) => pieces
                .iter()
                .filter_map(|piece| match piece {
                    TextPiece::Marked(piece) => Some(piece),
                    TextPiece::Plain(_) => None,
                })
                .collect(),
            (None, Some(Text::Plain(_)) | None) => Vec::new(),
        }
    }

    /// A channel's post may be signed by its editor: the channel stays the author, the signature becomes the name.
    fn author(&self) -> Author {
        let id = match &self.from_id {
            Some(serde_json::Value::String(id)) => word(id),
            Some(serde_json::Value::Number(id)) => word(id.to_string()),
            _ => None,
        };
        let name = self.author.as_deref().or(self.from.as_deref()).and_then(word);
        Author { id, name, ..Author::default() }
    }

    fn likes(&self) -> Option<u64> {
        let reactions = self.reactions.as_ref()?;
        let approves =
            |reaction: &&Reaction| !DISAPPROVING.contains(&reaction.emoji.as_deref().unwrap_or_default());
        Some(
            reactions
                .iter()
                .filter(approves)
                .fold(0, |sum: u64, reaction| sum.saturating_add(reaction.count)),
        )
    }

    fn attachment(&self) -> Option<Attachment> {
        let (kind, path) = match (&self.photo, &self.file) {
            (Some(path), _) => ("image", path),
            (None, Some(path)) => (self.file_kind(), path),
            (None, None) => return None,
        };
        // Media that was not exported has a remark in parentheses where its path would be.
        let exported = (!path.starts_with('(')).then(|| path.rsplit('/').next().unwrap_or_default());
        let name = self.file_name.as_deref().or(exported).and_then(word);
        Some(Attachment { kind: kind.into(), url: None, sha256: None, name })
    }

    fn file_kind(&self) -> &'static str {
        match self.media_type.as_deref().unwrap_or_default() {
            "video_file" | "video_message" | "animation" => "video",
            "voice_message" | "audio_file" => "audio",
            "sticker" => "image",
            _ => attachment_kind(self.mime_type.as_deref().unwrap_or_default()),
        }
    }
}

impl Piece {
    fn add_to(&self, item: &mut Item) {
        match self.kind.as_str() {
            "link" => item.links.extend(word(&self.text)),
            "text_link" => item.links.extend(self.href.as_deref().and_then(word)),
            "hashtag" => item.hashtags.extend(word(self.text.trim_start_matches('#'))),
            "mention" => item.mentions.extend(word(self.text.trim_start_matches('@'))),
            _ => {}
        }
    }
}
