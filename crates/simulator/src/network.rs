//! The networks of the world: which there are, what their keys and addresses look like, what they count.

use nabat_crisis::network::Network;
use nabat_crisis::person::Language;
use nabat_crisis::post::{Engagement, ItemUid};

/// A network of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Place {
    /// Chats and channels.
    Telegram,
    /// Groups and walls; people write Russian there.
    Vk,
    /// Pictures.
    Instagram,
    /// Short posts.
    X,
    /// News sites.
    Web,
    /// An invented site of reviews.
    Opinovo,
}

impl Place {
    /// All networks, in the order in which the rumour reaches them.
    pub(crate) const ALL: [Self; 6] =
        [Self::Telegram, Self::Vk, Self::Instagram, Self::X, Self::Web, Self::Opinovo];

    /// The network's short name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Telegram => "telegram",
            Self::Vk => "vk",
            Self::Instagram => "instagram",
            Self::X => "x",
            Self::Web => "web",
            Self::Opinovo => "opinovo",
        }
    }

    /// The network as the rest of the house knows it.
    pub(crate) fn network(self) -> Network {
        Network::parse(self.name()).expect("the names above are lower-case Latin words")
    }

    /// Whether people of that language write there.
    pub(crate) fn speaks(self, language: Language) -> bool {
        self != Self::Vk || language == Language::Ru
    }

    /// Share of a language's ordinary posts among the four networks where people talk freely.
    pub(crate) fn talk_share(self, language: Language) -> f64 {
        match (self, language) {
            (Self::Telegram, Language::Ru) => 0.38,
            (Self::Telegram, _) => 0.22,
            (Self::Vk, Language::Ru) => 0.32,
            (Self::Instagram, Language::Ru) => 0.18,
            (Self::Instagram, _) => 0.36,
            (Self::X, Language::Ru) => 0.12,
            (Self::X, _) => 0.42,
            (Self::Vk | Self::Web | Self::Opinovo, _) => 0.0,
        }
    }

    /// The native key of a post. The serial number is unique in the world; `folder` is the chat or the site it stands in.
    pub(crate) fn key(self, serial: u64, folder: &str) -> String {
        match self {
            Self::Telegram => format!("{folder}/{serial}"),
            Self::Vk => format!("-{}_{serial}", 100_000 + fold(folder)),
            Self::Instagram => format!("C{}", letters(serial)),
            Self::X => (1_900_000_000_000_000_000 + serial).to_string(),
            Self::Web => format!("https://{folder}/news/{serial}"),
            Self::Opinovo => format!("r{serial}"),
        }
    }

    /// Where people can read a post. All hosts lie under `.example`, which nobody can own.
    pub(crate) fn permalink(self, key: &str, handle: &str) -> String {
        match self {
            Self::Telegram => format!("https://telegram.example/{key}"),
            Self::Vk => format!("https://vk.example/wall{key}"),
            Self::Instagram => format!("https://instagram.example/p/{key}/"),
            Self::X => format!("https://x.example/{handle}/status/{key}"),
            Self::Web => key.to_owned(),
            Self::Opinovo => format!("https://opinovo.example/review/{key}"),
        }
    }

    /// The uid of a key.
    pub(crate) fn uid(self, key: String) -> ItemUid {
        ItemUid { network: self.network(), key: key.into_boxed_str() }
    }

    /// What the network tells of a post that has been liked so often. Unknown stays unknown.
    pub(crate) fn engagement(self, likes: u64) -> Engagement {
        let known = |n: u64| Some(n);
        match self {
            Self::Telegram => Engagement {
                likes: known(likes),
                reposts: known(likes / 3),
                replies: None,
                views: known(likes * 34 + 20),
            },
            Self::Vk | Self::X => Engagement {
                likes: known(likes),
                reposts: known(likes / 5),
                replies: known(likes / 4),
                views: known(likes * 41 + 11),
            },
            Self::Instagram => {
                Engagement { likes: known(likes), replies: known(likes / 6), ..Engagement::default() }
            }
            Self::Opinovo => Engagement { likes: known(likes / 8), ..Engagement::default() },
            Self::Web => Engagement::default(),
        }
    }
}

/// A small number out of a name, stable for ever.
fn fold(name: &str) -> u64 {
    name.bytes().fold(17, |sum, byte| (sum * 31 + u64::from(byte)) % 900_000)
}

/// A number in the letters of an Instagram short code.
fn letters(mut number: u64) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut code = String::new();
    loop {
        code.push(char::from(ALPHABET[(number % 64) as usize]));
        number /= 64;
        if number == 0 {
            return code;
        }
    }
}
