//! Networks: where people post.

use std::fmt;

/// Longest name of a network, in bytes. Names are keys in tables and addresses, so they stay short.
pub const NETWORK_NAME_BYTES_MAX: usize = 32;

/// A network's short name: lower-case Latin letters, digits, `-` and `_`, as in `x`, `telegram`, `vk`, `web`.
///
/// The set is open: an imported file may bring a network that Nabat has no connector for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network(Box<str>);

/// A network name that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "network name `{name}` is not 1 to {NETWORK_NAME_BYTES_MAX} lower-case Latin letters, digits, `-` or `_`"
)]
pub struct BadNetwork {
    /// The name as it was given, cut to 64 characters.
    pub name: String,
}

impl Network {
    /// Reads a name; upper-case Latin letters are lowered.
    ///
    /// # Errors
    /// [`BadNetwork`] when the name is empty, too long, or has other characters.
    pub fn parse(name: &str) -> Result<Self, BadNetwork> {
        let fits = (1..=NETWORK_NAME_BYTES_MAX).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if fits {
            Ok(Self(name.to_ascii_lowercase().into_boxed_str()))
        } else {
            Err(BadNetwork { name: name.chars().take(64).collect() })
        }
    }

    /// The short name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_name_is_a_short_lower_case_word() {
        assert_eq!(Network::parse("VK").unwrap().as_str(), "vk");
        for bad in ["", "в контакте", "a b", "<script>", &"x".repeat(33)] {
            assert!(Network::parse(bad).is_err(), "{bad}");
        }
    }
}
