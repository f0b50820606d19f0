//! The settings of the house: its name and language, the detector's numbers, the contact for other people's servers.

use std::collections::BTreeMap;
use std::sync::Arc;

use nabat_crisis::person::{Actor, Language};
use nabat_store::Store;
use nabat_watch::detect::mention_surge::Rule;

use crate::{App, Refused, Result};

/// Longest name or contact, in characters.
const TEXT_CHARS_MAX: usize = 200;

/// Settings that hold for everybody.
#[derive(Debug, Clone, PartialEq)]
pub struct House {
    /// What the organisation is called.
    pub organisation: String,
    /// Language of messages that go to nobody in particular: webhooks.
    pub language: Language,
    /// The numbers of `mention_surge`.
    pub surge: Rule,
    /// Whom the owner of a feed can write to; part of our User-Agent.
    pub contact: String,
}

impl Default for House {
    fn default() -> Self {
        Self {
            organisation: String::new(),
            language: Language::En,
            surge: Rule::default(),
            contact: String::new(),
        }
    }
}

impl House {
    /// Reads the settings; what nobody has set has its default.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn read(store: &Store) -> anyhow::Result<Self> {
        let stored = store.settings().await?;
        let text = |key: &str| stored.get(key).cloned().unwrap_or_default();
        let usual = Rule::default();
        Ok(Self {
            organisation: text("organisation"),
            language: Language::from_name(&text("language")).unwrap_or_default(),
            surge: Rule {
                ratio: text("surge-ratio").parse().unwrap_or(usual.ratio),
                n_authors_min: text("surge-authors-min").parse().unwrap_or(usual.n_authors_min),
                cooldown_minutes: text("surge-cooldown-minutes").parse().unwrap_or(usual.cooldown_minutes),
            },
            contact: text("contact"),
        })
    }

    pub(crate) fn check(&self) -> Result<()> {
        let fits = |text: &str| text.chars().count() <= TEXT_CHARS_MAX && !text.chars().any(char::is_control);
        if self.organisation.trim().is_empty() || !fits(&self.organisation) {
            return Err(Refused::BadValue("organisation"));
        }
        // The contact travels in a header, which takes printable ASCII only.
        if !fits(&self.contact) || !self.contact.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
            return Err(Refused::BadValue("contact"));
        }
        if !(1.5..=100.0).contains(&self.surge.ratio) {
            return Err(Refused::BadValue("surge_ratio"));
        }
        if !(1..=1_000).contains(&self.surge.n_authors_min) {
            return Err(Refused::BadValue("surge_authors_min"));
        }
        if !(5..=10_080).contains(&self.surge.cooldown_minutes) {
            return Err(Refused::BadValue("surge_cooldown_minutes"));
        }
        Ok(())
    }

    fn as_stored(&self) -> BTreeMap<String, String> {
        [
            ("organisation", self.organisation.trim().to_owned()),
            ("language", self.language.name().to_owned()),
            ("surge-ratio", self.surge.ratio.to_string()),
            ("surge-authors-min", self.surge.n_authors_min.to_string()),
            ("surge-cooldown-minutes", self.surge.cooldown_minutes.to_string()),
            ("contact", self.contact.trim().to_owned()),
        ]
        .map(|(key, value)| (key.to_owned(), value))
        .into()
    }
}

impl App {
    /// Changes the settings of the house. A new contact is used after the next start.
    ///
    /// # Errors
    /// [`Refused::BadValue`] names the first value that cannot be used.
    pub async fn change_house(&self, house: House, by: Actor) -> Result<()> {
        house.check()?;
        self.store.set_settings(house.as_stored(), by, self.clock.now()).await?;
        self.house.store(Arc::new(House::read(&self.store).await?));
        Ok(())
    }
}
