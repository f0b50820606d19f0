//! What queries look at of a stored post, and its packed form: many posts in one block of bytes.
//!
//! Wanted: a query over ten million stored posts in seconds; the same answer as from the posts themselves.
//! Design: a block is the number of posts, the length of what follows about them as numbers (flags, time, lengths of strings),
//! those numbers, and all strings without anything between. So the strings are checked once to be UTF-8 and then only cut, and
//! nothing is copied but short lists. Everything here is pure; what is written comes from an item, and what is read is given out
//! as [`Viewed`], which the item gives as well.

use jiff::Timestamp;
use nabat_crisis::id::MentionId;
use nabat_crisis::mention::Mention;
use nabat_crisis::post::{Attachment, Item, ItemKind, Rating};

use crate::error::StoreError;
use crate::segment::{put, take};
use crate::stored::{broken, ns, time};

/// What queries look at of a stored post, borrowed for the time of one look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewed<'a> {
    /// The mention.
    pub id: MentionId,
    /// When it was published.
    pub published_at: Timestamp,
    /// What it is.
    pub kind: ItemKind,
    /// Where it was published.
    pub network: &'a str,
    /// Its language.
    pub lang: Option<&'a str>,
    /// Its title.
    pub title: Option<&'a str>,
    /// The words.
    pub text: &'a str,
    /// The author's id in the network.
    pub author_id: Option<&'a str>,
    /// The author's handle.
    pub author_handle: Option<&'a str>,
    /// The author's name.
    pub author_name: Option<&'a str>,
    /// The author's followers.
    pub followers: Option<u64>,
    /// The id of the group, channel or site.
    pub container: Option<&'a str>,
    /// Where people can read it.
    pub permalink: Option<&'a str>,
    /// Rating of a review.
    pub rating: Option<Rating>,
    /// Hashtags without `#`.
    pub hashtags: &'a [Box<str>],
    /// Handles named in it, without `@`.
    pub mentions: &'a [Box<str>],
    /// Web addresses in it.
    pub links: &'a [Box<str>],
    /// What is attached; of each only its kind can be relied on.
    pub attachments: &'a [Attachment],
}

impl<'a> From<&'a Mention> for Viewed<'a> {
    fn from(mention: &'a Mention) -> Self {
        let item = &mention.item;
        Self {
            id: mention.id,
            published_at: item.published_at,
            kind: item.kind,
            network: item.uid.network.as_str(),
            lang: item.lang.as_deref(),
            title: item.title.as_deref(),
            text: &item.text,
            author_id: item.author.id.as_deref(),
            author_handle: item.author.handle.as_deref(),
            author_name: item.author.name.as_deref(),
            followers: item.author.followers,
            container: item.container.as_ref().map(|container| &*container.id),
            permalink: item.permalink.as_deref(),
            rating: item.rating,
            hashtags: &item.hashtags,
            mentions: &item.mentions,
            links: &item.links,
            attachments: &item.attachments,
        }
    }
}

/// Strings that may be missing, in the order in which they are packed; each has a flag.
const N_OPTIONAL: usize = 7;
/// Lists, in the order in which they are packed; each has a flag.
const N_LISTS: usize = 4;
const FOLLOWERS: u64 = 1 << (N_OPTIONAL + N_LISTS);
const RATING: u64 = FOLLOWERS << 1;
/// The kind stands above the flags.
const KIND_SHIFT: u32 = RATING.trailing_zeros() + 1;

/// Packs posts.
#[derive(Debug, Default)]
pub(crate) struct Packer {
    n_posts: u64,
    numbers: Vec<u8>,
    strings: Vec<u8>,
}

impl Packer {
    /// Adds the post with the next number.
    pub(crate) fn add(&mut self, item: &Item) {
        self.n_posts += 1;
        let optional = [
            item.lang.as_deref(),
            item.title.as_deref(),
            item.author.id.as_deref(),
            item.author.handle.as_deref(),
            item.author.name.as_deref(),
            item.container.as_ref().map(|container| &*container.id),
            item.permalink.as_deref(),
        ];
        let lists = [&item.hashtags, &item.mentions, &item.links];
        let mut flags = kind_number(item.kind) << KIND_SHIFT;
        let present = optional.iter().map(Option::is_some);
        let filled = lists.iter().map(|list| !list.is_empty()).chain([!item.attachments.is_empty()]);
        for (at, present) in present.chain(filled).enumerate() {
            flags |= u64::from(present) << at;
        }
        flags |= if item.author.followers.is_some() { FOLLOWERS } else { 0 };
        flags |= if item.rating.is_some() { RATING } else { 0 };
        put(&mut self.numbers, flags);
        self.numbers.extend_from_slice(&ns(item.published_at).to_le_bytes());
        self.string(item.uid.network.as_str());
        self.string(&item.text);
        optional.into_iter().flatten().for_each(|text| self.string(text));
        for list in lists.into_iter().filter(|list| !list.is_empty()) {
            put(&mut self.numbers, list.len() as u64);
            list.iter().for_each(|text| self.string(text));
        }
        if !item.attachments.is_empty() {
            put(&mut self.numbers, item.attachments.len() as u64);
            item.attachments.iter().for_each(|attachment| self.string(&attachment.kind));
        }
        if let Some(followers) = item.author.followers {
            put(&mut self.numbers, followers);
        }
        if let Some(Rating { value, best }) = item.rating {
            self.numbers.extend_from_slice(&value.to_le_bytes());
            self.numbers.extend_from_slice(&best.to_le_bytes());
        }
    }

    fn string(&mut self, text: &str) {
        put(&mut self.numbers, text.len() as u64);
        self.strings.extend_from_slice(text.as_bytes());
    }

    /// How many posts are packed.
    pub(crate) fn n_posts(&self) -> u64 {
        self.n_posts
    }

    /// How long the block would be now, nearly.
    pub(crate) fn n_bytes(&self) -> usize {
        self.numbers.len() + self.strings.len()
    }

    /// The block, and an empty packer again.
    pub(crate) fn finish(&mut self) -> Vec<u8> {
        let mut block = Vec::with_capacity(self.n_bytes() + 16);
        put(&mut block, self.n_posts);
        put(&mut block, self.numbers.len() as u64);
        block.append(&mut self.numbers);
        block.append(&mut self.strings);
        self.n_posts = 0;
        block
    }
}

fn kind_number(kind: ItemKind) -> u64 {
    match kind {
        ItemKind::Post => 0,
        ItemKind::Reply => 1,
        ItemKind::Repost => 2,
        ItemKind::Quote => 3,
        ItemKind::Review => 4,
        ItemKind::Article => 5,
        ItemKind::Form => 6,
    }
}

fn kind(number: u64) -> Result<ItemKind, StoreError> {
    Ok(match number {
        0 => ItemKind::Post,
        1 => ItemKind::Reply,
        2 => ItemKind::Repost,
        3 => ItemKind::Quote,
        4 => ItemKind::Review,
        5 => ItemKind::Article,
        6 => ItemKind::Form,
        _ => return Err(damaged()),
    })
}

/// Lists of the post that is looked at: the one thing that is not cut from the block.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    words: [Vec<Box<str>>; N_LISTS - 1],
    attachments: Vec<Attachment>,
}

/// Shows the posts of a block one after another, as long as the reader answers `true`; whether it did to the end.
pub(crate) fn each(
    block: &[u8],
    first: MentionId,
    lists: &mut Lists,
    mut look: impl FnMut(&Viewed<'_>) -> Result<bool, StoreError>,
) -> Result<bool, StoreError> {
    let mut rest = block;
    let n_posts = take(&mut rest)?;
    let n_numbers = usize::try_from(take(&mut rest)?).map_err(|_| damaged())?;
    let (numbers, strings) = rest.split_at_checked(n_numbers).ok_or_else(damaged)?;
    let strings = str::from_utf8(strings).map_err(|_| damaged())?;
    let mut unpacker = Unpacker { numbers, strings };
    for number in 0..n_posts {
        let id = MentionId(first.0.saturating_add_unsigned(number));
        if !look(&unpacker.post(id, lists)?)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What is left of a block.
struct Unpacker<'a> {
    numbers: &'a [u8],
    strings: &'a str,
}

impl<'a> Unpacker<'a> {
    fn post<'l>(&mut self, id: MentionId, lists: &'l mut Lists) -> Result<Viewed<'l>, StoreError>
    where
        'a: 'l,
    {
        let flags = take(&mut self.numbers)?;
        let published_at = time(i64::from_le_bytes(self.eight()?));
        let network = self.string()?;
        let text = self.string()?;
        let mut optional = [None; N_OPTIONAL];
        for (at, slot) in optional.iter_mut().enumerate() {
            if flags & 1 << at != 0 {
                *slot = Some(self.string()?);
            }
        }
        let [lang, title, author_id, author_handle, author_name, container, permalink] = optional;
        for (at, list) in lists.words.iter_mut().enumerate() {
            list.clear();
            if flags & 1 << (N_OPTIONAL + at) != 0 {
                for _ in 0..take(&mut self.numbers)? {
                    list.push(self.string()?.into());
                }
            }
        }
        lists.attachments.clear();
        if flags & FOLLOWERS >> 1 != 0 {
            for _ in 0..take(&mut self.numbers)? {
                let kind = self.string()?.into();
                lists.attachments.push(Attachment { kind, url: None, sha256: None, name: None });
            }
        }
        let followers = if flags & FOLLOWERS != 0 { Some(take(&mut self.numbers)?) } else { None };
        let rating = if flags & RATING != 0 {
            let (value, best) = (f64::from_le_bytes(self.eight()?), f64::from_le_bytes(self.eight()?));
            Some(Rating { value, best })
        } else {
            None
        };
        let [hashtags, mentions, links] = &lists.words;
        Ok(Viewed {
            id,
            published_at,
            kind: kind(flags >> KIND_SHIFT)?,
            network,
            lang,
            title,
            text,
            author_id,
            author_handle,
            author_name,
            followers,
            container,
            permalink,
            rating,
            hashtags,
            mentions,
            links,
            attachments: &lists.attachments,
        })
    }

    fn string(&mut self) -> Result<&'a str, StoreError> {
        let length = usize::try_from(take(&mut self.numbers)?).map_err(|_| damaged())?;
        let (string, rest) = self.strings.split_at_checked(length).ok_or_else(damaged)?;
        self.strings = rest;
        Ok(string)
    }

    fn eight(&mut self) -> Result<[u8; 8], StoreError> {
        let (eight, rest) = self.numbers.split_first_chunk().ok_or_else(damaged)?;
        self.numbers = rest;
        Ok(*eight)
    }
}

fn damaged() -> StoreError {
    broken("a block of posts for queries is not readable")
}

#[cfg(test)]
mod tests {
    use nabat_crisis::network::Network;
    use nabat_crisis::post::{Author, Container, Engagement, ItemUid, Retention};
    use proptest::prelude::*;

    use super::*;

    fn some_text() -> impl Strategy<Value = Option<Box<str>>> {
        prop::option::of("[a-zёż🥛\n]{0,6}".prop_map(Into::into))
    }

    fn some_list() -> impl Strategy<Value = Vec<Box<str>>> {
        prop::collection::vec("[a-zё]{1,5}".prop_map(Into::into), 0..3)
    }

    prop_compose! {
        fn some_item()(
            text in "[a-zA-Zёж🥛 \n]{0,20}",
            kind in prop::sample::select(ItemKind::ALL.map(|(kind, _)| kind).to_vec()),
            (lang, title, id, handle, name, permalink) in (some_text(), some_text(), some_text(), some_text(), some_text(), some_text()),
            container in some_text(),
            (hashtags, mentions, links, attachments) in (some_list(), some_list(), some_list(), some_list()),
            followers in prop::option::of(any::<u64>()),
            rating in prop::option::of((0.0..5.0, 5.0..10.0)),
            published in any::<i64>(),
        ) -> Item {
            Item {
                uid: ItemUid { network: Network::parse("vk").unwrap(), key: "1".into() },
                kind,
                author: Author { id, handle, name, followers, ours: false },
                container: container.map(|id| Container { id, name: None }),
                title,
                text,
                lang,
                rating: rating.map(|(value, best)| Rating { value, best }),
                links,
                hashtags,
                mentions,
                attachments: attachments.into_iter().map(|kind| Attachment { kind, url: None, sha256: None, name: None }).collect(),
                root: None,
                parent: None,
                quoted: None,
                published_at: time(published),
                edited_at: None,
                permalink,
                engagement: Engagement::default(),
                retention: Retention::Public,
            }
        }
    }

    fn mention(id: i64, item: Item) -> Mention {
        let observed_at = item.published_at;
        let engagement = Engagement::default();
        Mention {
            id: MentionId(id),
            item,
            topics: Vec::new(),
            observed_at,
            engagement,
            n_versions: 1,
            deleted_at: None,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_packed_post_looks_as_the_post_itself(items in prop::collection::vec(some_item(), 0..5)) {
            let mut packer = Packer::default();
            items.iter().for_each(|item| packer.add(item));
            let block = packer.finish();
            let mut expected = items.into_iter().zip(7..).map(|(item, id)| mention(id, item));
            let whole = each(&block, MentionId(7), &mut Lists::default(), |viewed| {
                let mention = expected.next().unwrap();
                assert_eq!(*viewed, Viewed::from(&mention));
                Ok(true)
            });
            prop_assert!(whole.unwrap() && expected.next().is_none());
        }

        #[test]
        fn a_damaged_block_is_an_error_and_no_panic(item in some_item(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut packer = Packer::default();
            packer.add(&item);
            let mut block = packer.finish();
            let at = at.index(block.len());
            // Lengths of gigabytes end at the end of the block; whatever else is read is bounded by it.
            block[at] = byte;
            let _ = each(&block, MentionId(1), &mut Lists::default(), |_| Ok(true));
            block.truncate(at);
            prop_assert!(each(&block, MentionId(1), &mut Lists::default(), |_| Ok(true)).is_err());
        }
    }
}
