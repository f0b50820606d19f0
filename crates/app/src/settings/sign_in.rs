//! Signing in: first-run set-up, passwords, sessions.
//!
//! Wanted: a stolen store gives no password and no session; guessing is slow; who has no account learns nothing about who has.
//! Design: argon2id for passwords, 256 random bits for sessions of which only the SHA-256 is stored, a pause after failures per
//! login, and the same work whether the login exists or not. Sessions ask the machine's clock, whatever world is played.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use nabat_crisis::person::{Actor, Language, Person};
use nabat_store::{AuditEntry, NewPerson, Secret};
use sha2::{Digest, Sha256};

use super::house::House;
use crate::{App, Clock, Refused, Result};

/// Least length of a password, in characters (NIST SP 800-63B asks for 8 at least; a single factor deserves more).
pub const PASSWORD_CHARS_MIN: usize = 10;
/// Longest password, in bytes, so that hashing one cannot be made a burden.
const PASSWORD_BYTES_MAX: usize = 1_024;
/// How long a session lasts: a working month, so that nobody signs in at 3 a.m. with shaking hands.
pub const SESSION_DAYS: i64 = 30;
/// Failed attempts for one login before it must wait.
const FAILURES_MAX: u32 = 5;
/// How long it must wait.
const PAUSE_MINUTES: i64 = 5;
/// Logins whose failures are remembered; beyond it the oldest memory goes.
const LOGINS_REMEMBERED: usize = 10_000;

/// Failed attempts of late, by login.
#[derive(Debug, Default)]
pub struct Attempts(Mutex<BTreeMap<String, (u32, Timestamp)>>);

impl Attempts {
    fn allowed(&self, login: &str, now: Timestamp) -> bool {
        let failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        failures.get(login).is_none_or(|(n, last)| {
            *n < FAILURES_MAX || now.duration_since(*last) > SignedDuration::from_mins(PAUSE_MINUTES)
        })
    }

    fn note(&self, login: &str, ok: bool, now: Timestamp) {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if ok {
            failures.remove(login);
            return;
        }
        failures.retain(|_, (_, last)| now.duration_since(*last) <= SignedDuration::from_mins(PAUSE_MINUTES));
        if failures.len() < LOGINS_REMEMBERED {
            let entry = failures.entry(login.to_owned()).or_insert((0, now));
            *entry = (entry.0 + 1, now);
        }
    }
}

/// What the first person tells about the house and themselves.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// What the organisation is called.
    pub organisation: String,
    /// The first person's name.
    pub name: String,
    /// What they sign in with.
    pub login: String,
    /// Their password.
    pub password: String,
    /// Their language, and the house's.
    pub language: Language,
}

/// A secret that a browser or a program shows to be let in. Only its hash is stored.
#[derive(Clone)]
pub struct Key(pub String);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// A new random key with a prefix that tells what it is for.
    ///
    /// # Errors
    /// When the machine gives no randomness.
    pub fn new(prefix: &str) -> anyhow::Result<Self> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)
            .map_err(|error| anyhow::anyhow!("failed to get random bytes from the system: {error}"))?;
        Ok(Self(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes))))
    }

    /// What is stored of it.
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl App {
    /// Whether nobody has an account yet.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn needs_set_up(&self) -> Result<bool> {
        Ok(!self.store.has_people().await?)
    }

    /// The first-run set-up: names the house and makes the first account.
    ///
    /// # Errors
    /// [`Refused::SetUpDone`] when somebody has an account; [`Refused::BadValue`], [`Refused::PasswordTooShort`].
    pub async fn set_up(&self, set_up: SetUp) -> Result<Person> {
        let house = House {
            organisation: set_up.organisation.clone(),
            language: set_up.language,
            ..House::default()
        };
        // Everything is checked before the account is made: a half-done set-up could not be begun again.
        house.check()?;
        let hash = hash_password(&set_up.password).await?;
        let new = NewPerson {
            login: checked_login(&set_up.login)?,
            name: checked_name(&set_up.name)?,
            language: set_up.language,
            password_hash: hash,
        };
        let Some(person) = self.store.create_first_person(new, self.clock.now()).await? else {
            return Err(Refused::SetUpDone);
        };
        self.change_house(house, Actor::Person(person.id)).await?;
        Ok(person)
    }

    /// Signs somebody in; the key goes into their browser.
    ///
    /// # Errors
    /// [`Refused::WrongPassword`] for a wrong login or password alike; [`Refused::TooManyAttempts`] after five failures, for five minutes.
    pub async fn sign_in(&self, login: &str, password: &str) -> Result<(Key, Person)> {
        let now = Clock::machine().now();
        let login = login.trim().to_lowercase();
        if !self.attempts.allowed(&login, now) {
            return Err(Refused::TooManyAttempts);
        }
        let found = self.store.credentials(login.clone()).await?;
        let (person, hash) = match found {
            Some(found) if found.person.active => (Some(found.person), Some(found.password_hash)),
            _ => (None, None),
        };
        let right = verify_password(password, hash).await?;
        let Some(person) = person.filter(|_| right) else {
            self.attempts.note(&login, false, now);
            return Err(Refused::WrongPassword);
        };
        self.attempts.note(&login, true, now);
        let key = self.start_session(&person).await?;
        Ok((key, person))
    }

    /// Starts a session for a person who has proved who they are.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn start_session(&self, person: &Person) -> Result<Key> {
        let now = Clock::machine().now();
        let key = Key::new("")?;
        let expires_at =
            now.saturating_add(SignedDuration::from_hours(24 * SESSION_DAYS)).unwrap_or(Timestamp::MAX);
        self.store.start_session(person.id, key.sha256(), now, expires_at).await?;
        let entry = AuditEntry {
            at: now,
            by: Actor::Person(person.id),
            what: "session.start".into(),
            subject: format!("person:{}", person.id),
            detail: String::new(),
        };
        self.store.note_audit(entry).await?;
        Ok(key)
    }

    /// Who has this session key.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn who_has(&self, key: &Key) -> Result<Option<Person>> {
        let session = self.store.session(key.sha256(), Clock::machine().now()).await?;
        Ok(session.map(|session| session.person))
    }

    /// In the demo, the person a stranger is let in as: one who speaks their language. Nobody outside the demo.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn demo_person(&self, spoken: &[Language]) -> Result<Option<Person>> {
        if !self.demo {
            return Ok(None);
        }
        let people = self.store.people().await?;
        let speaks = |language: &Language| people.iter().find(|person| person.language == *language);
        Ok(spoken.iter().find_map(speaks).or(people.first()).cloned())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn sign_out(&self, key: &Key) -> Result<()> {
        self.store.end_session(key.sha256()).await?;
        Ok(())
    }

    /// Changes a person's own password; ends their sessions everywhere.
    ///
    /// # Errors
    /// [`Refused::WrongPassword`] when the old one is wrong, [`Refused::PasswordTooShort`].
    pub async fn change_own_password(&self, person: &Person, old: &str, new: &str) -> Result<()> {
        let Some(found) = self.store.credentials(person.login.clone()).await? else {
            return Err(Refused::NotFound);
        };
        if !verify_password(old, Some(found.password_hash)).await? {
            return Err(Refused::WrongPassword);
        }
        let hash = hash_password(new).await?;
        self.store.set_password(person.id, hash, Actor::Person(person.id), self.clock.now()).await?;
        Ok(())
    }
}

/// Checks a login: 2 to 60 characters without spaces.
pub(crate) fn checked_login(login: &str) -> Result<String> {
    let login = login.trim().to_lowercase();
    let fits = (2..=60).contains(&login.chars().count())
        && !login.chars().any(|c| c.is_whitespace() || c.is_control());
    fits.then_some(login).ok_or(Refused::BadValue("login"))
}

/// Checks a person's name: 1 to 100 characters.
pub(crate) fn checked_name(name: &str) -> Result<String> {
    let name = name.trim().to_owned();
    let fits = (1..=100).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    fits.then_some(name).ok_or(Refused::BadValue("name"))
}

/// Hashes a password, off the threads that serve people.
pub(crate) async fn hash_password(password: &str) -> Result<Secret> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(Refused::PasswordTooShort);
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(Refused::BadValue("password"));
    }
    let password = password.to_owned();
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    let hash = hashed
        .await
        .map_err(anyhow::Error::from)?
        .map_err(|error| anyhow::anyhow!("failed to hash a password: {error}"))?;
    Ok(Secret::new(hash))
}

/// Whether the password is right. Without a hash it is wrong, after the same work, so that time does not tell who has an account.
async fn verify_password(password: &str, hash: Option<Secret>) -> Result<bool> {
    if password.len() > PASSWORD_BYTES_MAX {
        return Ok(false);
    }
    let password = password.to_owned();
    let verified = tokio::task::spawn_blocking(move || {
        let Some(hash) = hash else {
            let _ = Argon2::default().hash_password(password.as_bytes());
            return Ok(false);
        };
        let hash = PasswordHash::new(hash.reveal())
            .map_err(|error| anyhow::anyhow!("a stored password hash cannot be read: {error}"))?;
        anyhow::Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    });
    Ok(verified.await.map_err(anyhow::Error::from)??)
}
