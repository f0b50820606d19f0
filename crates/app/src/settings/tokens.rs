//! Tokens: keys that programs show to use the API.

use nabat_crisis::person::Actor;
use nabat_store::ApiToken;

use super::sign_in::{Key, checked_name};
use crate::clock::Clock;
use crate::{App, Result};

/// What every token begins with, so that a leaked one is recognised.
pub const TOKEN_PREFIX: &str = "nabat_";

impl App {
    /// Makes a token; its key is shown this once.
    ///
    /// # Errors
    /// [`crate::Refused::BadValue`] when the name is empty or too long.
    pub async fn create_token(&self, name: &str, by: Actor) -> Result<(ApiToken, Key)> {
        let key = Key::new(TOKEN_PREFIX)?;
        let token = self.store.create_token(checked_name(name)?, key.sha256(), by, self.clock.now()).await?;
        Ok((token, key))
    }

    /// The token with this key, unless it was revoked or its maker was switched off; notes that it was used, at most once a minute.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn token_of(&self, key: &Key) -> Result<Option<ApiToken>> {
        let Some(token) = self.store.token_by_hash(key.sha256()).await? else { return Ok(None) };
        // A token acts in its maker's name, so it ends with their right to sign in.
        if let Some(maker) = token.by
            && !self.store.person(maker).await?.is_some_and(|person| person.active)
        {
            return Ok(None);
        }
        let now = Clock::machine().now();
        let noted = token
            .last_used_at
            .is_some_and(|last| now.duration_since(last) < jiff::SignedDuration::from_mins(1));
        if !noted {
            self.store.note_token_use(token.id, now).await?;
        }
        Ok(Some(token))
    }
}
